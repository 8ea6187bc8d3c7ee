"""The layers of FNO, U-Net and Auto-DeepONet in PyTorch, as the native models have them.

Each network answers to ``velocity`` [samples, 2, height, width], in the network's own unit, with
the same shape. Initial numbers are torch's defaults, which are the native ones too.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F


def spread(parameters: torch.Tensor, velocity: torch.Tensor) -> torch.Tensor:
    """Each flow parameter as a channel."""
    return parameters[:, :, None, None].expand(-1, -1, *velocity.shape[2:])


class SpectralConvolution(nn.Module):
    """irfft2(W · rfft2(x)) on the lowest modes, W uniform in [0, 1 / (in · out)) at first."""

    def __init__(self, inputs: int, outputs: int, modes: int) -> None:
        super().__init__()
        self.modes = modes
        start = torch.rand(2, inputs, outputs, modes, modes, 2) / (inputs * outputs)
        # real and imaginary parts on the last axis: they count as two numbers
        self.weight = nn.Parameter(start)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        height, width = x.shape[2:]
        modes, weight = self.modes, torch.view_as_complex(self.weight)
        spectrum = torch.fft.rfft2(x)
        low = torch.einsum("bixy,ioxy->boxy", spectrum[:, :, :modes, :modes], weight[0])
        high = torch.einsum("bixy,ioxy->boxy", spectrum[:, :, -modes:, :modes], weight[1])
        zeros = low.new_zeros(*low.shape[:2], height - 2 * modes, modes)
        kept = torch.cat([low, zeros, high], 2)
        return torch.fft.irfft2(F.pad(kept, (0, width // 2 + 1 - modes)), s=(height, width))


class FNO(nn.Module):
    """The Fourier neural operator (Li et al. 2021) in the form of CFDBench."""

    masking = "answers"

    def __init__(self, height, width, parameters, channels, modes, layers, projection) -> None:
        super().__init__()
        # u, v, mask, row, column
        self.lift = nn.Conv2d(5 + parameters, channels, 1)
        self.spectral = nn.ModuleList(
            SpectralConvolution(channels, channels, modes) for _ in range(layers)
        )
        self.pointwise = nn.ModuleList(nn.Conv2d(channels, channels, 1) for _ in range(layers))
        self.widen = nn.Conv2d(channels, projection, 1)
        self.last = nn.Conv2d(projection, 2, 1)
        rows = torch.linspace(0, 1, height)[:, None].expand(height, width)
        columns = torch.linspace(0, 1, width)[None, :].expand(height, width)
        self.register_buffer("grid", torch.stack([rows, columns])[None], persistent=False)

    def forward(self, velocity, mask, parameters) -> torch.Tensor:
        grid = self.grid.expand(len(velocity), -1, -1, -1)
        told = spread(parameters, velocity)
        hidden = self.lift(torch.cat([velocity, mask, grid, told], 1))
        for spectral, pointwise in zip(self.spectral, self.pointwise):
            hidden = F.gelu(spectral(hidden) + pointwise(hidden))
        return self.last(F.gelu(self.widen(hidden)))


class DoubleConvolution(nn.Module):
    """Two 3x3 convolutions that repeat the border, each with a normalisation and ReLU."""

    def __init__(self, inputs: int, outputs: int, normalisation: str) -> None:
        super().__init__()
        stages = []
        for given in (inputs, outputs):
            stages += [
                nn.Conv2d(given, outputs, 3, padding=1, padding_mode="replicate"),
                channel_normalisation(normalisation, outputs),
                nn.ReLU(),
            ]
        self.stages = nn.Sequential(*stages)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.stages(x)


def channel_normalisation(kind: str, channels: int) -> nn.Module:
    """Over the batch, or over groups of at most eight channels."""
    if kind == "batch":
        return nn.BatchNorm2d(channels)
    size = max(each for each in range(1, 9) if channels % each == 0)
    return nn.GroupNorm(channels // size, channels)


class UNet(nn.Module):
    """The U-Net with four halvings in the form of CFDBench."""

    masking = "answers"
    halvings = 4

    def __init__(self, height, width, parameters, channels, normalisation) -> None:
        super().__init__()
        del height, width
        levels = [channels << level for level in range(self.halvings + 1)]
        inputs = [3 + parameters, *levels]
        self.down = nn.ModuleList(
            DoubleConvolution(*ends, normalisation) for ends in zip(inputs, levels)
        )
        climbs = list(zip(levels, levels[1:]))[::-1]
        self.up = nn.ModuleList(nn.ConvTranspose2d(low, fine, 2, stride=2) for fine, low in climbs)
        self.join = nn.ModuleList(
            DoubleConvolution(2 * fine, fine, normalisation) for fine, _ in climbs
        )
        self.last = nn.Conv2d(channels, 2, 1)

    def forward(self, velocity, mask, parameters) -> torch.Tensor:
        h = self.down[0](torch.cat([velocity, mask, spread(parameters, velocity)], 1))
        skips = []
        for descent in list(self.down)[1:]:
            skips.append(h)
            h = descent(F.max_pool2d(h, 2))
        for up, join in zip(self.up, self.join):
            skip = skips.pop()
            h = join(torch.cat([skip, self._padded(up(h), skip)], 1))
        return self.last(h)

    @staticmethod
    def _padded(x: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
        rows, columns = (like.shape[axis] - x.shape[axis] for axis in (2, 3))
        return F.pad(x, (columns // 2, columns - columns // 2, rows // 2, rows - rows // 2))


def dense_stack(widths: list[int]) -> nn.Sequential:
    """Dense layers with ReLU between them."""
    stages: list[nn.Module] = []
    for inputs, outputs in zip(widths, widths[1:]):
        stages += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*stages[:-1])


class AutoDeepONet(nn.Module):
    """A branch for field and parameters times a trunk for row and column, of both components."""

    masking = "loss"

    def __init__(self, height, width, parameters, channels, layers) -> None:
        super().__init__()
        sensors = 2 * height * width + parameters
        self.branch = dense_stack([sensors] + [channels] * (layers - 1) + [2 * channels])
        self.trunk = dense_stack([2] + [channels] * layers)
        self.bias = nn.Parameter(torch.zeros(1))
        rows, columns = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
        places = torch.stack([rows.flatten(), columns.flatten()], 1)
        self.register_buffer("places", (places.float() - 50) / 100, persistent=False)

    def forward(self, velocity, mask, parameters) -> torch.Tensor:
        del mask
        sensors = torch.cat([velocity.flatten(1), parameters], 1)
        weights = self.branch(sensors).unflatten(1, (2, -1))
        answer = torch.einsum("bcj,pj->bcp", weights, self.trunk(self.places)) + self.bias
        return answer.unflatten(2, velocity.shape[2:])
