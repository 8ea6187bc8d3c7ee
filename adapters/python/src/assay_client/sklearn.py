"""Estimators of scikit-learn as models: inputs are flattened to features, outputs to targets.

::

    serve(sklearn_model(lambda seed: Ridge(alpha=1.0), inputs=["velocity"], change_of="velocity"))
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any, Callable

import numpy as np
from sklearn.multioutput import MultiOutputRegressor

from .core import Role, Tensors, TrainingData
from .training import by_name


class SklearnModel:
    """An estimator with its features; see `sklearn_model`."""

    def __init__(
        self,
        estimator: Any,
        role: Role,
        inputs: Sequence[str] | None,
        change_of: str | None,
    ) -> None:
        self.estimator = estimator
        self.name = type(estimator).__name__
        self._role = role
        self._inputs = [role.inputs[name].name for name in inputs or role.inputs]
        self._change_of = change_of
        if change_of and [role.inputs[change_of].shape] != [s.shape for s in role.outputs.values()]:
            raise TypeError(f"the only output should have the shape of the input '{change_of}'")

    def fit(self, data: TrainingData) -> int:
        """Fits the estimator to all samples; it takes no optimiser steps."""
        targets = _flat([data.targets[name] for name in self._role.outputs])
        if self._change_of:
            targets = targets - _flat([data.inputs[self._change_of]])
        self.estimator.fit(self._features(data.inputs), targets)
        # A pickled estimator may hold its numbers in another order, which changes the last bits of
        # sums; so the one that predicts has been pickled too.
        self.estimator = pickle.loads(pickle.dumps(self.estimator))
        return 0

    def predict(self, inputs: Tensors) -> Tensors:
        """The estimator's predictions, one sample at a time."""
        features = self._features(inputs)
        rows = [self.estimator.predict(features[row : row + 1]) for row in range(len(features))]
        flat = np.concatenate(rows).reshape(len(features), -1)
        if self._change_of:
            flat = flat + _flat([inputs[self._change_of]])
        outputs, at = {}, 0
        for name, slot in self._role.outputs.items():
            size = int(np.prod(slot.shape))
            outputs[name] = flat[:, at : at + size].reshape(-1, *slot.shape)
            at += size
        return outputs

    @property
    def parameter_count(self) -> int | None:
        """Coefficients and intercepts, of an estimator that has them."""
        last = self.estimator.steps[-1][1] if hasattr(self.estimator, "steps") else self.estimator
        parts = getattr(last, "estimators_", [last])
        arrays = [getattr(part, name, None) for part in parts for name in ("coef_", "intercept_")]
        known = [np.size(array) for array in arrays if array is not None]
        return sum(known) if known else None

    def save(self, path: str) -> None:
        """Pickles the estimator."""
        with open(path, "wb") as file:
            pickle.dump(self.estimator, file)

    def load(self, path: str) -> None:
        """Reads it back."""
        with open(path, "rb") as file:
            self.estimator = pickle.load(file)

    def _features(self, inputs: Tensors) -> np.ndarray:
        return _flat([inputs[name] for name in self._inputs])


def _flat(arrays: Sequence[np.ndarray]) -> np.ndarray:
    return np.concatenate([array.reshape(len(array), -1) for array in arrays], axis=1)


def sklearn_model(
    build: Callable[..., Any],
    inputs: Sequence[str] | None = None,
    change_of: str | None = None,
    one_by_one: bool = False,
) -> Callable[..., SklearnModel]:
    """What `serve` needs of an estimator.

    ``build`` returns the estimator and may ask for ``role``, ``seed`` and parameters of the model
    file by name. ``inputs`` are those that become features, otherwise all; ``change_of`` names an
    input to which the predicted change is added; ``one_by_one`` fits an estimator for each number
    of the output, for those that predict a single one.
    """

    def start(role: Role, seed: int, parameters: dict[str, Any]) -> SklearnModel:
        known = by_name(build, {"role": role, "seed": seed})
        estimator = build(**known, **parameters)
        if one_by_one:
            estimator = MultiOutputRegressor(estimator)
        return SklearnModel(estimator, role, inputs, change_of)

    start.__name__ = getattr(build, "__name__", "sklearn").replace("<lambda>", "sklearn")
    return start
