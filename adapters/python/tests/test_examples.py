"""The examples keep the laws: C, shell, and Python models of at most 30 lines."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import numpy as np

from places import ENVIRONMENT, EXAMPLES, needs

from assay_client.testing import FLOW_ROLE, Conversation, made_up
from assay_client.trial import Trial


class Examples(unittest.TestCase):
    """Each is run as its model file says."""

    def keeps_the_laws(self, command: list[str], folder: str) -> None:
        with open(os.devnull, "w") as log:
            trial = Trial(command, FLOW_ROLE, folder, environment=ENVIRONMENT, log=log)
            self.assertTrue(trial.run(say=lambda _: None), trial.findings)

    @unittest.skipUnless(shutil.which("cc"), "no C compiler")
    def test_c(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "linear_stencil")
            source = str(EXAMPLES / "c" / "linear_stencil.c")
            strict = ["-O2", "-Wall", "-Wextra", "-Werror"]
            subprocess.run(["cc", *strict, "-o", program, source], check=True)
            self.keeps_the_laws([program], folder)
            inputs, targets = made_up(FLOW_ROLE, 8, seed=1)
            with Conversation([program], FLOW_ROLE) as model:
                model.hello()
                model.fit(inputs, targets)
                predicted = model.predict(inputs)["velocity"]
            np.testing.assert_allclose(predicted, targets["velocity"], atol=1e-4)

    @unittest.skipUnless(shutil.which("sh"), "no shell")
    def test_shell(self) -> None:
        folder = str(EXAMPLES / "shell")
        self.keeps_the_laws(["sh", "persistence.sh"], folder)
        inputs, _ = made_up(FLOW_ROLE, 3, seed=1)
        with Conversation(["sh", "persistence.sh"], FLOW_ROLE, folder) as model:
            model.hello()
            predicted = model.predict(inputs)["velocity"]
        np.testing.assert_array_equal(predicted, inputs["velocity"])

    def test_ridge(self) -> None:
        self.keeps_the_laws([sys.executable, "ridge.py"], str(EXAMPLES / "python"))

    @needs("torch")
    def test_cnn(self) -> None:
        self.keeps_the_laws([sys.executable, "cnn.py"], str(EXAMPLES / "python"))

    @needs("sklearn")
    def test_components(self) -> None:
        self.keeps_the_laws([sys.executable, "components.py"], str(EXAMPLES / "python"))

    def test_python_models_are_short(self) -> None:
        for path in (EXAMPLES / "python").glob("*.py"):
            self.assertLessEqual(len(path.read_text().splitlines()), 30, path.name)


if __name__ == "__main__":
    unittest.main()
