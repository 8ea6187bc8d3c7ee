"""A trained module in a TorchScript file as a model that only predicts.

``forward`` asks for the role's inputs by name, samples first, and answers with the output or with a
dictionary of outputs::

    serve(torchscript_model("net.pt"))
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Callable

import torch

from .core import Role, Tensors
from .torch import prepare, tensors


class TorchScriptModel:
    """A loaded module; see `torchscript_model`."""

    def __init__(self, file: str, role: Role, seed: int, threads: int) -> None:
        prepare(seed, threads)
        self.name = file
        self._role = role
        self._module = torch.jit.load(file, map_location="cpu").eval()
        arguments = self._module.forward.schema.arguments[1:]
        self._inputs = [role.inputs[each.name].name for each in arguments]
        self.parameter_count = sum(each.numel() for each in self._module.parameters())

    def predict(self, inputs: Tensors) -> dict[str, torch.Tensor]:
        """The module's answers, one sample at a time."""
        given = tensors({name: inputs[name] for name in self._inputs})
        count = len(next(iter(inputs.values())))
        parts = []
        with torch.inference_mode():
            for row in range(count):
                answer = self._module(**{name: a[row : row + 1] for name, a in given.items()})
                if not isinstance(answer, Mapping):
                    answer = {name: answer for name in self._role.outputs}
                parts.append(answer)
        return {name: torch.cat([part[name] for part in parts]) for name in parts[0]}


def torchscript_model(file: str | None = None) -> Callable[..., TorchScriptModel]:
    """What `serve` needs of a TorchScript file, which the parameter ``file`` can name too."""

    def start(role: Role, seed: int, threads: int, parameters: dict[str, Any]) -> TorchScriptModel:
        return TorchScriptModel(str(parameters.get("file", file)), role, seed, threads)

    start.__name__ = "torchscript"
    return start
