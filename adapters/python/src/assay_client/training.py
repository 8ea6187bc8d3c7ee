"""What the trainings of all libraries share: schedules and when things happen."""

from __future__ import annotations

import inspect
import math
from typing import Any, Callable

from .core import Role
from collections.abc import Mapping

#: How often the validation loss is computed, at even distances and after the last step.
CHECKS = 10


def learning_rate_factor(schedule: str, step: int, steps: int) -> float:
    """The factor of the learning rate at ``step``, from 0.

    ``constant``: 1. ``cosine``: a linear rise over the first twentieth of the steps, then half a
    cosine to 0. ``stepDecay``: times 0.9 after each fifth. The same as for native models.
    """
    if schedule == "constant":
        return 1.0
    if schedule == "stepDecay":
        return float(0.9 ** (step // max(1, (steps + 4) // 5)))
    if schedule != "cosine":
        raise ValueError(f"the schedule '{schedule}' is none of constant, cosine, stepDecay")
    rise = steps // 20
    if step < rise:
        return (step + 1) / rise
    return 0.5 * (1 + math.cos(math.pi * (step - rise) / max(steps - rise, 1)))


def is_check(step: int, steps: int, checks: int = CHECKS) -> bool:
    """Whether the validation loss is due after ``step`` steps, counted from 1."""
    checks = min(checks, steps)
    return step * checks // steps > (step - 1) * checks // steps


def split_parameters(
    parameters: Mapping[str, Any], options: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Parameters of a model file: those for the network, and ``options`` with theirs replaced."""
    own = {name: value for name, value in parameters.items() if name not in options}
    chosen = {name: parameters.get(name, value) for name, value in options.items()}
    return own, chosen


def by_name(function: Callable[..., Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of ``values`` that ``function`` asks for; all, when it takes any name."""
    wanted = inspect.signature(function).parameters
    if any(each.kind is inspect.Parameter.VAR_KEYWORD for each in wanted.values()):
        return dict(values)
    return {name: value for name, value in values.items() if name in wanted}


def input_names(function: Callable[..., Any], role: Role) -> list[str]:
    """The role's inputs that ``function`` asks for. `Unfulfilled` when one of them is not there."""
    parameters = inspect.signature(function).parameters.values()
    if any(each.kind is inspect.Parameter.VAR_KEYWORD for each in parameters):
        return list(role.inputs)
    needed = [
        each.name
        for each in parameters
        if each.name in role.inputs
        or (each.default is each.empty and each.kind is not inspect.Parameter.VAR_POSITIONAL)
    ]
    return [role.inputs[name].name for name in needed]
