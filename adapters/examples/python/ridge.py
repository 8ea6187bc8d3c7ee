"""A ridge regression of the change at each point on the velocity there and the flow parameters."""

import numpy as np
from assay_client import serve


class PointRidge:
    def __init__(self, role, damping=0.01):
        channels, height, width = role.outputs["velocity"].shape
        features = channels + role.inputs["parameters"].shape[0] + 1
        self.damping = damping
        self.parameter_count = height * width * features * channels

    def features(self, inputs):
        field, told = np.moveaxis(inputs["velocity"], 1, 3), inputs["parameters"]
        told = np.broadcast_to(told[:, None, None], (*field.shape[:3], told.shape[1]))
        return np.concatenate([field, told, np.ones_like(field[..., :1])], 3).astype(float)

    def fit(self, data):
        x = self.features(data.inputs)
        y = np.moveaxis(data.targets["velocity"] - data.inputs["velocity"], 1, 3)
        gram = np.einsum("nijf,nijg->ijfg", x, x) + self.damping * np.eye(x.shape[3])
        self.weights = np.linalg.solve(gram, np.einsum("nijf,nijc->ijfc", x, y))

    def predict(self, inputs):
        change = np.einsum("nijf,ijfc->ncij", self.features(inputs), self.weights)
        return inputs["velocity"] + change


serve(PointRidge)
