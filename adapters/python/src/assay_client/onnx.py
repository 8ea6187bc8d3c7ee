"""A trained network in an ONNX file as a model that only predicts.

The graph's inputs and outputs are called as in the role, samples first; the first axis is dynamic
or 1::

    serve(onnx_model("net.onnx"))
"""

from __future__ import annotations

from typing import Any, Callable

import numpy as np
import onnxruntime

from .core import Role, Tensors, Unfulfilled


class OnnxModel:
    """A session of ONNX Runtime; see `onnx_model`."""

    def __init__(self, file: str, role: Role, threads: int) -> None:
        self.name = file
        self._role = role
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, threads)
        options.inter_op_num_threads = 1
        providers = ["CPUExecutionProvider"]
        self._session = onnxruntime.InferenceSession(file, options, providers=providers)
        self._inputs = [role.inputs[each.name].name for each in self._session.get_inputs()]
        self._check(self._session.get_inputs(), role.inputs, "input")
        self._check(self._session.get_outputs(), role.outputs, "output")

    @staticmethod
    def _check(graph: Any, slots: Any, side: str) -> None:
        for each in graph:
            expected = slots[each.name].shape
            found = tuple(each.shape[1:])
            fixed = [(a, b) for a, b in zip(found, expected) if isinstance(a, int)]
            if len(found) != len(expected) or any(a != b for a, b in fixed):
                raise Unfulfilled(
                    f"the file's {side} '{each.name}' has the shape {found}, not {expected}"
                )

    def predict(self, inputs: Tensors) -> Tensors:
        """The graph's answers, one sample at a time."""
        names = list(self._role.outputs)
        count = len(next(iter(inputs.values())))
        rows = [
            self._session.run(names, {name: inputs[name][row : row + 1] for name in self._inputs})
            for row in range(count)
        ]
        columns = zip(*rows)
        return {name: np.concatenate(column) for name, column in zip(names, columns)}


def onnx_model(file: str | None = None) -> Callable[..., OnnxModel]:
    """What `serve` needs of an ONNX file, which the parameter ``file`` can name too."""

    def start(role: Role, threads: int, parameters: dict[str, Any]) -> OnnxModel:
        return OnnxModel(str(parameters.get("file", file)), role, threads)

    start.__name__ = "onnx"
    return start
