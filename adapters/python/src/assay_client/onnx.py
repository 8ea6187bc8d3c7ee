"""A trained network in an ONNX file as a model that only predicts.

Samples are the first axis, which is dynamic or 1. The graph's inputs and outputs are called as in
the role, or told apart::

    serve(onnx_model("net.onnx", inputs={"velocity": "x"}, outputs={"velocity": "y"}))
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Callable

import numpy as np
import onnxruntime

from .core import Role, Slots, Tensors, Unfulfilled

Names = Mapping[str, str]


class OnnxModel:
    """A session of ONNX Runtime; see `onnx_model`."""

    def __init__(self, file: str, role: Role, threads: int, inputs: Names, outputs: Names) -> None:
        self.name = file
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, threads)
        options.inter_op_num_threads = 1
        providers = ["CPUExecutionProvider"]
        self._session = onnxruntime.InferenceSession(file, options, providers=providers)
        self._inputs = _matched(self._session.get_inputs(), role.inputs, inputs)
        self._outputs = _matched(self._session.get_outputs(), role.outputs, outputs)

    def predict(self, inputs: Tensors) -> Tensors:
        """The graph's answers, one sample at a time."""
        count = len(next(iter(inputs.values())))
        rows = []
        for row in range(count):
            given = {own: inputs[name][row : row + 1] for name, own in self._inputs.items()}
            rows.append(self._session.run(list(self._outputs.values()), given))
        return {name: np.concatenate(each) for name, each in zip(self._outputs, zip(*rows))}


def _matched(graph: Any, slots: Slots, names: Names) -> dict[str, str]:
    """The graph's name of each tensor by the role's, of those that the graph has."""
    roles = {own: name for name, own in names.items()}
    matched = {}
    for each in graph:
        name = roles.get(each.name, each.name)
        expected, found = slots[name].shape, tuple(each.shape[1:])
        differs = any(isinstance(a, int) and a != b for a, b in zip(found, expected))
        if len(found) != len(expected) or differs:
            raise Unfulfilled(f"the file's '{each.name}' has the shape {found}, not {expected}")
        matched[name] = each.name
    return matched


def onnx_model(
    file: str | None = None, inputs: Names | None = None, outputs: Names | None = None
) -> Callable[..., OnnxModel]:
    """What `serve` needs of an ONNX file, which the parameter ``file`` can name too.

    ``inputs`` and ``outputs`` give the graph's names by the role's, where they differ.
    """

    def start(role: Role, threads: int, parameters: dict[str, Any]) -> OnnxModel:
        path = str(parameters.get("file", file))
        return OnnxModel(path, role, threads, inputs or {}, outputs or {})

    start.__name__ = "onnx"
    return start
