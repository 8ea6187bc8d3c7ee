"""The suite's models in PyTorch against facts of the native ones."""

from __future__ import annotations

import json
import sys
import unittest
from typing import Any

import numpy as np

from places import REPOSITORY, needs

from assay_client.core import Role, Slot

EXTERNAL = REPOSITORY / "Suites" / "cfdbench" / "external"
REFERENCE = REPOSITORY / "Tests" / "References" / "fno" / "fno.json"
QUICK = {
    "fno": {"width": 12, "modes": 10, "layers": 3, "projection": 32, "unrolledSteps": 2},
    "unet": {"width": 4, "normalisation": "group"},
    "auto-deeponet": {"width": 64, "layers": 4},
}


def role(height: int, width: int, parameters: int) -> Role:
    """The role of an autoregressive task of CFDBench."""
    velocity = Slot("velocity", (2, height, width), "m/s")
    told = [
        Slot("mask", (1, height, width), "1"),
        Slot("parameters", (parameters,), "1"),
        Slot("time", (1,), "1"),
    ]
    return Role([velocity, *told], [velocity])


def numbers(shape: tuple[int, ...], phase: float, scale: float) -> np.ndarray:
    """The numbers of Tests/References/fno/fno.py."""
    flat = scale * np.sin(1.7 * np.arange(int(np.prod(shape))) + phase)
    return flat.astype(np.float32).reshape(shape)


@needs("torch")
class SideBySide(unittest.TestCase):
    """Sizes, and the FNO's numbers with the same weights."""

    @classmethod
    def setUpClass(cls) -> None:
        sys.path.insert(0, str(EXTERNAL))
        cls.addClassCleanup(sys.path.remove, str(EXTERNAL))

    def model(self, kind: str, place: tuple[int, int, int], parameters: dict[str, Any]) -> Any:
        from torch_models import StepModel

        return StepModel(kind, role(*place), seed=1, threads=1, parameters=parameters)

    def test_published_sizes(self) -> None:
        """Those of Sources/Models/README.md."""
        for kind, count in (("fno", 2_368_354), ("unet", 1_095_038)):
            self.assertEqual(self.model(kind, (64, 64, 5), {}).parameter_count, count)

    def test_quick_sizes(self) -> None:
        """Those that the native models have on the cavity, the tube and the cylinder."""
        places = {(64, 64, 5): 0, (66, 65, 5): 1, (66, 65, 8): 2}
        counts = {
            "fno": (173_882, 173_882, 173_918),
            "unet": (122_646, 122_646, 122_754),
            "auto-deeponet": (553_985, 578_817, 579_009),
        }
        for kind, expected in counts.items():
            for place, index in places.items():
                model = self.model(kind, place, QUICK[kind])
                self.assertEqual(model.parameter_count, expected[index], (kind, place))

    def test_fno_has_the_native_numbers(self) -> None:
        """float32 against the native reference, which float64 numpy made from the definition."""
        import torch

        height, width, channels, modes, samples = 8, 9, 4, 3, 2
        cases = json.loads(REFERENCE.read_text())
        reference = {(case["output"], case["scaling"]): case["velocity"] for case in cases}
        for output, scaling in (("direct", "none"), ("residual", "perSample")):
            model = self.model(
                "fno",
                (height, width, 2),
                {"width": channels, "modes": modes, "layers": 2, "projection": 6}
                | {"output": output, "scaling": scaling},
            )
            network = model.network
            with torch.no_grad():
                phases = [(network.lift, 1.0), (network.widen, 6.0), (network.last, 7.0)]
                phases += [(layer, 3.0 + at) for at, layer in enumerate(network.pointwise)]
                for layer, phase in phases:
                    shape = tuple(layer.weight.shape)
                    layer.weight.copy_(torch.from_numpy(numbers(shape, phase, 0.4)))
                    bias = numbers(shape[:1], phase + 0.5, 0.3)
                    layer.bias.copy_(torch.from_numpy(bias))
                for at, layer in enumerate(network.spectral):
                    parts = numbers((2 * modes, modes, channels, 2, channels), 2.0 + at, 0.5)
                    halves = parts.reshape(2, modes, modes, channels, 2, channels)
                    weight = np.ascontiguousarray(halves.transpose(0, 3, 5, 1, 2, 4))
                    layer.weight.copy_(torch.from_numpy(weight))
            inputs = {
                "velocity": numbers((samples, 2, height, width), 0.1, 3.0),
                "mask": (numbers((samples, 1, height, width), 0.2, 1.0) > -0.8).astype("f4"),
                "parameters": numbers((samples, 2), 0.3, 1.0),
            }
            predicted = model.predict(inputs).numpy()
            expected = np.array(reference[output, scaling]).reshape(predicted.shape)
            np.testing.assert_allclose(predicted, expected, rtol=2e-5, atol=2e-5)

    def test_unrolled_samples_follow_one_another(self) -> None:
        model = self.model("fno", (64, 64, 5), QUICK["fno"])
        frames = numbers((6, 2, 64, 64), 0, 1)
        given, asked = frames[[0, 1, 3, 4]], frames[[1, 2, 4, 5]]  # two cases of three frames
        inputs = {"velocity": given, "mask": np.ones((4, 1, 64, 64), "f4")}
        samples = model.unrolled(inputs, {"velocity": asked})
        np.testing.assert_array_equal(samples["velocity"], frames[[0, 3]])
        np.testing.assert_array_equal(samples["target 0"], frames[[1, 4]])
        np.testing.assert_array_equal(samples["target 1"], frames[[2, 5]])


if __name__ == "__main__":
    unittest.main()
