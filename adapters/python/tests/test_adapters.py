"""The adapters for libraries, each in a program; skipped where a library is missing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

from places import ENVIRONMENT, needs, program

from assay_client.testing import FLOW_ROLE, Conversation, ModelError, made_up
from assay_client.trial import Trial


class Adapters(unittest.TestCase):
    """Every adapter keeps all laws, and its model learns a field that decays."""

    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.log = open(os.path.join(self.folder.name, "log"), "w+b")
        self.addCleanup(self.log.close)

    def make(self, script: str) -> None:
        """Runs a script in the folder, as one that exports a file."""
        path = os.path.join(self.folder.name, "make.py")
        with open(path, "w") as file:
            file.write(textwrap.dedent(script))
        command = [sys.executable, path]
        run = subprocess.run(command, cwd=self.folder.name, capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)

    def keeps_the_laws(self, source: str) -> list[str]:
        command = program(self.folder.name, source)
        trial = Trial(command, FLOW_ROLE, self.folder.name, environment=ENVIRONMENT, log=self.log)
        kept = trial.run(say=lambda _: None)
        self.log.seek(0)
        self.assertTrue(kept, f"{trial.findings}\n{self.log.read().decode()}")
        return [sentence for _, sentence in trial.findings]

    def learns(self, source: str, steps: int = 300) -> None:
        """The error on new samples falls below a tenth of that of persistence."""
        inputs, targets = made_up(FLOW_ROLE, 24, seed=3)
        new, asked = made_up(FLOW_ROLE, 4, seed=4)
        command = program(self.folder.name, source)
        with Conversation(command, FLOW_ROLE, self.folder.name, ENVIRONMENT, self.log) as model:
            model.hello(seed=1)
            model.fit(inputs, targets, new, asked, steps=steps)
            predicted = model.predict(new)["velocity"]
        error = ((predicted - asked["velocity"]) ** 2).sum()
        persistence = ((new["velocity"] - asked["velocity"]) ** 2).sum()
        self.assertLess(error, 0.1 * persistence)

    TORCH = """
        from assay_client import serve
        from assay_client.torch import torch_model
        import torch

        class Net(torch.nn.Module):
            def __init__(self, role, width=2):
                super().__init__()
                self.layer = torch.nn.Conv2d(3, width, 1)

            def forward(self, velocity, mask):
                return velocity + self.layer(torch.cat([velocity, mask], 1))

        serve(torch_model(Net, learning_rate=0.05))
    """

    @needs("torch")
    def test_torch(self) -> None:
        said = self.keeps_the_laws(self.TORCH)
        self.assertIn("8 parameters, capabilities shared, save", said[0])
        self.learns(self.TORCH)

    @needs("torch")
    def test_torch_options_come_from_the_model_file_and_misspelt_ones_are_told(self) -> None:
        command = program(self.folder.name, self.TORCH)
        for parameters, good in (({"schedule": "constant"}, True), ({"widht": 3}, False)):
            with Conversation(command, FLOW_ROLE, self.folder.name, ENVIRONMENT, self.log) as model:
                if good:
                    model.hello(parameters)
                else:
                    with self.assertRaisesRegex(ModelError, "widht"):
                        model.hello(parameters)

    @needs("torch")
    def test_a_torch_module_that_asks_for_another_input_is_unfulfilled(self) -> None:
        command = program(self.folder.name, self.TORCH.replace("mask", "pressure"))
        with Conversation(command, FLOW_ROLE, self.folder.name, ENVIRONMENT, self.log) as model:
            with self.assertRaisesRegex(
                ModelError, "unmet-requirement: the role has no 'pressure'"
            ):
                model.hello()

    @needs("torch")
    def test_a_torch_loss_that_is_not_finite_ends_the_training(self) -> None:
        source = self.TORCH.replace("velocity + self.layer", "float('nan') * self.layer")
        inputs, targets = made_up(FLOW_ROLE, 8, seed=3)
        command = program(self.folder.name, source)
        with Conversation(command, FLOW_ROLE, self.folder.name, ENVIRONMENT, self.log) as model:
            model.hello()
            fitted = model.fit(inputs, targets, steps=5)
        self.assertEqual(fitted["steps"], 0)
        self.assertEqual(fitted["stopped"], "the training loss was not finite after 0 steps")

    @needs("torch")
    def test_torchscript(self) -> None:
        self.make("""
            import torch

            class Net(torch.nn.Module):
                def forward(self, velocity, mask):
                    return 0.9 * velocity * mask

            torch.jit.script(Net()).save("net.pt")
        """)
        source = """
            from assay_client import serve
            from assay_client.torchscript import torchscript_model
            serve(torchscript_model("net.pt"))
        """
        self.keeps_the_laws(source)
        self.learns(source)

    @needs("onnx", "onnxruntime")
    def test_onnx(self) -> None:
        self.make("""
            import onnx
            from onnx import TensorProto, helper

            shape = ["samples", 2, 32, 32]
            factor = helper.make_tensor("factor", TensorProto.FLOAT, [], [0.9])
            graph = helper.make_graph(
                [helper.make_node("Mul", ["velocity", "factor"], ["out"])],
                "decay",
                [helper.make_tensor_value_info("velocity", TensorProto.FLOAT, shape)],
                [helper.make_tensor_value_info("out", TensorProto.FLOAT, shape)],
                [factor],
            )
            graph.output[0].name = graph.node[0].output[0] = "prediction"
            onnx.save(
                helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8),
                "net.onnx",
            )
        """)
        source = """
            from assay_client import serve
            from assay_client.onnx import onnx_model
            serve(onnx_model("net.onnx", outputs={"velocity": "prediction"}))
        """
        self.keeps_the_laws(source)
        self.learns(source)

    @needs("sklearn")
    def test_sklearn(self) -> None:
        source = """
            from assay_client import serve
            from assay_client.sklearn import sklearn_model
            from sklearn.decomposition import PCA
            from sklearn.linear_model import Ridge
            from sklearn.pipeline import make_pipeline

            def build(seed, damping=0.1):
                return make_pipeline(PCA(8, random_state=seed), Ridge(damping))

            serve(sklearn_model(build, inputs=["velocity"]))
        """
        said = self.keeps_the_laws(source)
        self.assertIn(f"{9 * 2048} parameters", said[1])  # known once it has learnt

    @needs("jax", "flax")
    def test_flax(self) -> None:
        source = """
            from assay_client import serve
            from assay_client.jax import jax_model
            import flax.linen as nn
            import jax.numpy as jnp

            class Net(nn.Module):
                width: int = 2

                @nn.compact
                def __call__(self, velocity, mask):
                    x = jnp.moveaxis(jnp.concatenate([velocity, mask], 1), 1, -1)
                    return velocity + jnp.moveaxis(nn.Dense(self.width)(x), -1, 1)

            serve(jax_model(Net, learning_rate=0.05))
        """
        said = self.keeps_the_laws(source)
        self.assertIn("8 parameters", said[0])
        self.learns(source)

    @needs("jax", "equinox", "optax")
    def test_equinox_with_optax(self) -> None:
        source = """
            from assay_client import serve
            from assay_client.jax import jax_model
            import equinox as eqx
            import jax
            import optax

            class Net(eqx.Module):
                layer: eqx.nn.Conv2d

                def __init__(self, role, key):
                    self.layer = eqx.nn.Conv2d(2, 2, 1, key=key)

                def __call__(self, velocity):
                    return velocity + self.layer(velocity)

            serve(jax_model(Net, optimiser=optax.adam(0.02)))
        """
        said = self.keeps_the_laws(source)
        self.assertIn("6 parameters", said[0])
        self.learns(source)

    @needs("jax")
    def test_jax_functions(self) -> None:
        source = """
            from assay_client import serve
            from assay_client.jax import jax_model
            import jax.numpy as jnp

            def build(role, start=1.0):
                return {"factor": jnp.array(start)}, lambda p, x: p["factor"] * x["velocity"]

            serve(jax_model(build, learning_rate=0.02))
        """
        said = self.keeps_the_laws(source)
        self.assertIn("1 parameters", said[0])
        self.learns(source)


if __name__ == "__main__":
    unittest.main()
