"""A small convolution network in PyTorch that learns the change of the velocity."""

from assay_client import serve
from assay_client.torch import torch_model

import torch
from torch import nn


class SmallCNN(nn.Module):
    def __init__(self, role, width=16):
        super().__init__()
        channels = 3 + role.inputs["parameters"].shape[0]
        self.layers = nn.Sequential(
            nn.Conv2d(channels, width, 5, padding=2, padding_mode="replicate"),
            nn.GELU(),
            nn.Conv2d(width, width, 5, padding=2, padding_mode="replicate"),
            nn.GELU(),
            nn.Conv2d(width, 2, 5, padding=2, padding_mode="replicate"),
        )

    def forward(self, velocity, mask, parameters):
        told = parameters[:, :, None, None].expand(-1, -1, *velocity.shape[2:])
        speed = velocity.square().mean((1, 2, 3), keepdim=True).sqrt() + 1e-12
        change = self.layers(torch.cat([velocity / speed, mask, told], 1))
        return (velocity + speed * change) * mask


serve(torch_model(SmallCNN, learning_rate=2e-3))
