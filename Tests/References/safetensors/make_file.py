"""Writes the small safetensors file that the reader is tested against.

Run: python3 make_file.py   (file made with safetensors 0.8.0, NumPy 2.4.6, Python 3.11)
"""
import pathlib

import numpy as np
from safetensors.numpy import save_file

save_file(
    {
        "weight": (np.arange(6, dtype=np.float32) / 8 - 1).reshape(2, 3),
        "bias": np.array([0.5, -0.25], dtype=np.float32),
        "scalar": np.array(3.0, dtype=np.float32),
    },
    pathlib.Path(__file__).parent / "three.safetensors",
    metadata={"made": "by safetensors"},
)
