"""FNO, U-Net and Auto-DeepONet in PyTorch, trained as the native models of the suite are.

    python3 torch_models.py fno | unet | auto-deeponet

Layers, initial distributions, Adam, schedule, batches, loss, noise, unrolled steps and the choice
of parameters follow the native law; random numbers are torch's own.
"""

from __future__ import annotations

import sys
from typing import Any

# Before torch, so that nothing which its import prints or raises gets in the protocol's way.
from assay_client import Budget, Fitted, Progress, Role, TrainingData, Unfulfilled, serve
from assay_client.core import Tensors, batch_rows
from assay_client.torch import prepare, tensors, train

import numpy as np
import torch
from torch import nn

from torch_layers import FNO, AutoDeepONet, UNet

SIZES = {
    "fno": {"width": 32, "modes": 12, "layers": 4, "projection": 128},
    "unet": {"width": 12, "normalisation": "batch"},
    "auto-deeponet": {"width": 100, "layers": 8},
}
NETWORKS = {"fno": FNO, "unet": UNet, "auto-deeponet": AutoDeepONet}
TRAINING = {
    "output": "residual",
    "scaling": "none",
    "inputNoise": 0.0,
    "unrolledSteps": 1,
    "loss": "batchNMSE",
    "learningRate": 1e-3,
    "schedule": "stepDecay",
}


class StepModel:
    """Steps from one velocity to the next: s · answer(u / s) (+ u), with s = rms(u) or 1."""

    def __init__(self, kind: str, role: Role, seed: int, threads: int, parameters: dict[str, Any]):
        prepare(seed, threads)
        known = {**SIZES[kind], **TRAINING}
        if unknown := set(parameters) - set(known):
            raise TypeError(f"unknown parameters: {', '.join(sorted(unknown))}; {kind} has {known}")
        self.options = {**known, **parameters}
        self.name, self.seed = kind, seed
        sizes = {name: self.options[name] for name in SIZES[kind]}
        sizes["channels"] = sizes.pop("width")
        self.network: nn.Module = NETWORKS[kind](*flow_sizes(role), **sizes)
        self.parameter_count = sum(each.numel() for each in self.network.parameters())
        self.noise = torch.Generator().manual_seed(seed)

    def step(self, last: torch.Tensor, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        """The velocity after ``last``."""
        scaled = self.options["scaling"] == "perSample"
        speed = root_mean_square(last) if scaled else torch.ones(())
        answer = self.network(last / speed, batch["mask"], batch["parameters"]) * speed
        if self.options["output"] == "residual":
            answer = answer + last
        return answer * batch["mask"] if self.network.masking == "answers" else answer

    def fit(self, data: TrainingData, budget: Budget, progress: Progress) -> Fitted:
        """Trains as the native trainer does."""
        fitted = self.unrolled(data.inputs, data.targets)
        validated = self.unrolled(data.validation_inputs, data.validation_targets)
        count = len(fitted["velocity"])

        def loss(rows: np.ndarray) -> torch.Tensor:
            batch = {name: tensor[torch.from_numpy(rows)] for name, tensor in fitted.items()}
            last, level = batch["velocity"], self.options["inputNoise"]
            if level > 0:
                noise = torch.randn(last.shape, generator=self.noise)
                last = last + level * root_mean_square(last) * noise
            return self.combined(*self.errors(last, batch))

        def validation_loss() -> float:
            samples = range(len(validated["velocity"]))
            batches = [{k: v[row : row + 1] for k, v in validated.items()} for row in samples]
            parts = [self.errors(batch["velocity"], batch) for batch in batches]
            return float(self.combined(*(torch.cat(each) for each in zip(*parts))))

        return train(
            self.network,
            loss,
            validation_loss if validated and len(validated["velocity"]) else None,
            batch_rows(count, budget.batch_size, budget.steps, self.seed),
            budget.steps,
            progress,
            torch.optim.Adam(self.network.parameters(), lr=self.options["learningRate"]),
            schedule=self.options["schedule"],
        )

    def errors(
        self, last: torch.Tensor, batch: dict[str, torch.Tensor]
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The squared error and the squared target of each sample, over all unrolled steps."""
        error, energy = torch.zeros(()), torch.zeros(())
        for step in range(self.options["unrolledSteps"]):
            last = self.step(last, batch)
            target = batch[f"target {step}"] * batch["mask"]
            error = error + (last * batch["mask"] - target).square().sum((1, 2, 3))
            energy = energy + target.square().sum((1, 2, 3))
        return error, energy

    def combined(self, errors: torch.Tensor, energies: torch.Tensor) -> torch.Tensor:
        """The loss of a batch; samples whose target is zero do not count."""
        if self.options["loss"] == "batchNMSE":
            return errors.sum() / energies.sum()
        counted = energies > 0
        return (errors[counted] / energies[counted]).mean()

    def unrolled(self, inputs: Tensors, targets: Tensors) -> dict[str, torch.Tensor]:
        """The samples that are followed by enough others, with the targets of all steps."""
        if not inputs:
            return {}
        steps, given, asked = self.options["unrolledSteps"], inputs["velocity"], targets["velocity"]
        follows = np.array([np.array_equal(a, b) for a, b in zip(asked[:-1], given[1:])], bool)
        count = len(asked) - steps + 1
        starts = [row for row in range(count) if follows[row : row + steps - 1].all()]
        if not starts:
            raise Unfulfilled(f"no {steps} successive samples to train on")
        chosen = {name: np.ascontiguousarray(array[starts]) for name, array in inputs.items()}
        for step in range(steps):
            chosen[f"target {step}"] = asked[[row + step for row in starts]]
        return tensors(chosen)

    def predict(self, inputs: Tensors) -> torch.Tensor:
        """One sample at a time, so that no prediction depends on another sample."""
        given = tensors(inputs)
        with torch.inference_mode():
            batches = [
                {name: tensor[row : row + 1] for name, tensor in given.items()}
                for row in range(len(inputs["velocity"]))
            ]
            return torch.cat([self.step(batch["velocity"], batch) for batch in batches])

    def save(self, path: str) -> None:
        """Writes the network's state."""
        torch.save(self.network.state_dict(), path)

    def load(self, path: str) -> None:
        """Reads it back."""
        self.network.load_state_dict(torch.load(path, weights_only=True))
        self.network.eval()


def flow_sizes(role: Role) -> tuple[int, int, int]:
    """Height, width and flow parameters of a role that asks for a plane flow's next velocity."""
    output = role.outputs["velocity"].shape
    expected = {"velocity": output, "mask": (1, *output[1:])}
    for name, shape in expected.items():
        if role.inputs[name].shape != shape or len(shape) != 3:
            raise Unfulfilled(f"an input '{name}' of {role.inputs[name].shape}, not {shape}")
    return output[1], output[2], role.inputs["parameters"].shape[0]


def root_mean_square(velocity: torch.Tensor) -> torch.Tensor:
    """The root mean square speed of each sample, or 1; no gradient passes through it."""
    points = velocity.shape[2] * velocity.shape[3]
    mean = velocity.detach().double().square().sum((1, 2, 3), keepdim=True) / points
    return torch.where(mean > 0, mean.sqrt(), torch.ones_like(mean)).float()


def main() -> None:
    """Serves the network that the first argument names."""
    kind = sys.argv[1]

    def build(role: Role, seed: int, threads: int, parameters: dict[str, Any]) -> StepModel:
        return StepModel(kind, role, seed, threads, parameters)

    serve(build)


if __name__ == "__main__":
    main()
