"""PyTorch modules as models.

``forward`` asks for the role's inputs by name and answers with the output, or with a dictionary of
outputs::

    class Net(torch.nn.Module):
        def __init__(self, role, width=32):
            super().__init__()
            self.layer = torch.nn.Conv2d(3, 2, 5, padding=2)

        def forward(self, velocity, mask):
            return velocity + self.layer(torch.cat([velocity, mask], 1))

    serve(torch_model(Net, learning_rate=1e-3))
"""

from __future__ import annotations

import copy
import math
import warnings
from typing import Any, Callable
from collections.abc import Iterable, Mapping

import numpy as np
import torch

from .core import Budget, Fitted, Progress, Role, Tensors, TrainingData, batch_rows
from .training import CHECKS, by_name, input_names, is_check, learning_rate_factor, split_parameters

Batch = dict[str, torch.Tensor]
Loss = Callable[[Batch, Batch], torch.Tensor]


def tensors(arrays: Mapping[str, np.ndarray], device: str = "cpu") -> Batch:
    """Arrays as tensors, without copies on the processor; they must not be written to."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*not writable.*")
        return {name: torch.from_numpy(a).to(device) for name, a in arrays.items()}


def prepare(seed: int, threads: int) -> None:
    """Makes torch use the seed, the threads, and algorithms that repeat their numbers."""
    torch.manual_seed(seed)
    torch.set_num_threads(max(1, threads))
    torch.use_deterministic_algorithms(True, warn_only=True)
    # It would write over every new tensor, which only shows the use of numbers that are not there.
    torch.utils.deterministic.fill_uninitialized_memory = False


def mean_square_error(predictions: Batch, targets: Batch) -> torch.Tensor:
    """The mean over all numbers of all outputs."""
    errors = [(predictions[name] - targets[name]).square().mean() for name in targets]
    return torch.stack(errors).mean()


def normalised_square_error(predictions: Batch, targets: Batch) -> torch.Tensor:
    """The mean over samples of the squared error over the squared target, summed over outputs."""
    errors = [_per_sample(predictions[name] - targets[name]) for name in targets]
    energies = [_per_sample(target) for target in targets.values()]
    error, energy = torch.stack(errors).sum(0), torch.stack(energies).sum(0)
    counted = energy > 0
    return (error[counted] / energy[counted]).sum() / max(1, int(counted.sum()))


def _per_sample(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.square().flatten(1).sum(1)


LOSSES: dict[str, Loss] = {
    "meanSquare": mean_square_error,
    "sampleNMSE": normalised_square_error,
}


class Judge:
    """Remembers the state of a module that had the lowest validation loss."""

    def __init__(self, module: torch.nn.Module) -> None:
        self._module = module
        self._best: dict[str, Any] | None = None
        self._lowest = math.inf

    def observe(self, loss: float) -> None:
        """Takes note of the loss now."""
        if loss < self._lowest:
            self._lowest = loss
            self._best = copy.deepcopy(self._module.state_dict())

    def restore(self) -> None:
        """Puts the best state back, if there is one."""
        if self._best is not None:
            self._module.load_state_dict(self._best)


def train(
    module: torch.nn.Module,
    loss: Callable[[np.ndarray], torch.Tensor],
    validation_loss: Callable[[], float] | None,
    rows: Iterable[np.ndarray],
    steps: int,
    progress: Progress,
    optimiser: torch.optim.Optimizer,
    schedule: str = "cosine",
    largest_gradient: float = 0.0,
    checks: int = CHECKS,
) -> Fitted:
    """Takes ``steps`` optimiser steps and keeps the parameters that did best in validation.

    ``loss`` is asked for batches of ``rows``. A loss that is not finite ends the training and is
    told. ``largest_gradient`` limits the norm of all gradients together; 0 does not.
    """
    judge = Judge(module)
    rates = [group["lr"] for group in optimiser.param_groups]
    module.train()
    step = 0
    for step, batch in enumerate(rows, start=1):
        factor = learning_rate_factor(schedule, step - 1, steps)
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * factor
        optimiser.zero_grad()
        value = loss(batch)
        if not bool(torch.isfinite(value)):
            judge.restore()
            module.eval()
            return Fitted(step - 1, f"the training loss was not finite after {step - 1} steps")
        value.backward()
        if largest_gradient > 0:
            torch.nn.utils.clip_grad_norm_(module.parameters(), largest_gradient)
        optimiser.step()
        progress(step - 1, training_loss=float(value.detach()))
        if validation_loss and is_check(step, steps, checks):
            module.eval()
            with torch.no_grad():
                now = validation_loss()
            module.train()
            progress(step, validation_loss=now)
            judge.observe(now)
    judge.restore()
    module.eval()
    return Fitted(step)


class TorchModel:
    """A module with its training; see `torch_model`."""

    def __init__(self, module: torch.nn.Module, role: Role, seed: int, options: Mapping[str, Any]):
        self.module = module
        self.name = type(module).__name__
        self._role, self._seed, self._options = role, seed, options
        self._device = str(options["device"])
        self._inputs = input_names(module.forward, role)
        loss = options["loss"]
        self._loss: Loss = LOSSES[loss] if isinstance(loss, str) else loss
        module.to(self._device).eval()

    @property
    def parameter_count(self) -> int:
        """Trained numbers; a complex one counts twice."""
        trained = [each for each in self.module.parameters() if each.requires_grad]
        return sum(each.numel() * (2 if each.is_complex() else 1) for each in trained)

    def fit(self, data: TrainingData, budget: Budget, progress: Progress) -> Fitted:
        """Trains with Adam, with weight decay AdamW."""
        options = self._options
        inputs, targets = tensors(data.inputs), tensors(data.targets)
        held_out = tensors(data.validation_inputs), tensors(data.validation_targets)
        trained = [each for each in self.module.parameters() if each.requires_grad]
        if not trained:
            return Fitted(0)
        optimiser = torch.optim.AdamW(
            trained, lr=options["learning_rate"], weight_decay=options["weight_decay"]
        )

        def loss(rows: np.ndarray) -> torch.Tensor:
            index = torch.from_numpy(rows)
            return self._loss(self._forward(inputs, index), self._chosen(targets, index))

        def validation_loss() -> float:
            size = budget.batch_size
            parts = torch.arange(data.validation_count).split(size)
            sums = [
                len(part)
                * float(
                    self._loss(self._forward(held_out[0], part), self._chosen(held_out[1], part))
                )
                for part in parts
            ]
            return sum(sums) / data.validation_count

        return train(
            self.module,
            loss,
            validation_loss if data.validation_count else None,
            batch_rows(len(data), budget.batch_size, budget.steps, self._seed),
            budget.steps,
            progress,
            optimiser,
            schedule=options["schedule"],
            largest_gradient=options["largest_gradient"],
        )

    def predict(self, inputs: Tensors) -> Tensors:
        """The module's answers."""
        given = tensors(inputs)
        count = len(next(iter(inputs.values())))
        with torch.inference_mode():
            parts = [
                self._forward(given, index)
                for index in torch.arange(count).split(self._options["prediction_batch"])
            ]
        return {name: torch.cat([part[name] for part in parts]).cpu().numpy() for name in parts[0]}

    def save(self, path: str) -> None:
        """Writes the module's state."""
        torch.save(self.module.state_dict(), path)

    def load(self, path: str) -> None:
        """Reads it back."""
        self.module.load_state_dict(torch.load(path, weights_only=True))

    def _chosen(self, batch: Batch, rows: torch.Tensor) -> Batch:
        return {name: tensor[rows].to(self._device) for name, tensor in batch.items()}

    def _forward(self, inputs: Batch, rows: torch.Tensor) -> Batch:
        given = {name: inputs[name] for name in self._inputs}
        answer = self.module(**self._chosen(given, rows))
        if isinstance(answer, Mapping):
            return dict(answer)
        (name,) = self._role.outputs
        return {name: answer}


def torch_model(
    module: Callable[..., torch.nn.Module],
    learning_rate: float = 1e-3,
    schedule: str = "cosine",
    loss: str | Loss = "sampleNMSE",
    weight_decay: float = 0.0,
    largest_gradient: float = 0.0,
    prediction_batch: int = 1,
    device: str = "cpu",
) -> Callable[..., TorchModel]:
    """What `serve` needs of a module's class.

    ``module`` may ask for ``role`` and for parameters of the model file by name. The other
    arguments here can be given in the model file too. ``loss`` is ``sampleNMSE``, ``meanSquare`` or
    a function of predictions and targets; ``schedule`` is ``cosine``, ``stepDecay`` or
    ``constant``; ``prediction_batch`` is 1 so that a prediction cannot depend on other samples, not
    even in its last bit.
    """
    options = {
        "learning_rate": learning_rate,
        "schedule": schedule,
        "loss": loss,
        "weight_decay": weight_decay,
        "largest_gradient": largest_gradient,
        "prediction_batch": prediction_batch,
        "device": device,
    }

    def build(role: Role, seed: int, threads: int, parameters: dict[str, Any]) -> TorchModel:
        prepare(seed, threads)
        own, chosen = split_parameters(parameters, options)
        return TorchModel(module(**by_name(module, {"role": role}), **own), role, seed, chosen)

    build.__name__ = getattr(module, "__name__", "torch")
    return build
