"""Programs that serve a model, under question."""

from __future__ import annotations

import os
import subprocess
import tempfile
import unittest

import numpy as np

from places import ENVIRONMENT, PACKAGE, program

from assay_client.core import batch_rows
from assay_client.testing import FLOW_ROLE, Conversation, ModelError, made_up
from assay_client.trial import Trial

GOOD = """
    import os, sys
    from assay_client import serve, Fitted
    print("to the log")
    os.write(1, b"to the log as well")

    class Damped:
        def __init__(self, role, seed, factor=0.5, wide=False):
            self.factor, self.seed = factor, seed
            self.parameter_count = 1

        def fit(self, data, budget, progress):
            for step, (inputs, targets) in enumerate(data.batches(budget)):
                progress(step, training_loss=float("nan") if step == 1 else 0.25)
            self.factor = float(targets["velocity"].sum() / inputs["velocity"].sum())

        def predict(self, inputs):
            return {"velocity": self.factor * inputs["velocity"].astype("f8")}

        def save(self, path):
            with open(path, "w") as file:
                file.write(repr(self.factor))

        def load(self, path):
            self.factor = float(open(path).read())

    serve(Damped)
"""


class Serving(unittest.TestCase):
    """A class in a file of its own."""

    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.log = open(os.path.join(self.folder.name, "log"), "w+b")
        self.addCleanup(self.log.close)

    def start(self, source: str) -> Conversation:
        command = program(self.folder.name, source)
        model = Conversation(command, FLOW_ROLE, self.folder.name, ENVIRONMENT, self.log)
        self.addCleanup(model.close)
        return model

    def error(self, source: str, fit: bool = False) -> ModelError:
        """What the program answers to hello, or to what follows it."""
        model = self.start(source)
        with self.assertRaises(ModelError) as caught:
            model.hello()
            inputs, targets = made_up(FLOW_ROLE, 4, seed=1)
            if fit:
                model.fit(inputs, targets)
            model.predict(inputs)
        return caught.exception

    def test_a_whole_conversation(self) -> None:
        model = self.start(GOOD)
        hello = model.hello({"factor": 2}, seed=5)
        self.assertEqual(hello["name"], "Damped")
        self.assertEqual(hello["parameterCount"], 1)
        self.assertEqual(hello["capabilities"], ["shared", "save"])
        self.assertEqual(hello["software"]["numpy"], np.__version__)
        inputs, targets = made_up(FLOW_ROLE, 40, seed=1)
        np.testing.assert_array_equal(model.predict(inputs)["velocity"], 2 * inputs["velocity"])
        fitted = model.fit(inputs, targets, steps=3)
        self.assertEqual((fitted["steps"], fitted["stopped"]), (3, ""))
        self.assertEqual(
            [values["training-loss"] for _, values in model.progress], [0.25, None, 0.25]
        )
        predicted = model.predict(inputs)["velocity"]
        np.testing.assert_allclose(predicted, targets["velocity"], rtol=1e-5)
        model.save("state")
        model.load("state")
        self.assertEqual(model.bye(), 0)

    def test_prints_go_to_the_log(self) -> None:
        model = self.start(GOOD)
        model.hello()
        model.bye()
        self.log.seek(0)
        text = self.log.read().decode()
        self.assertIn("to the log\n", text)
        self.assertIn("to the log as well", text)

    def test_it_leaves_when_the_harness_is_gone(self) -> None:
        model = self.start(GOOD)
        model.hello()
        assert model.process.stdin
        model.process.stdin.close()
        self.assertEqual(model.process.wait(10), 0)

    def test_all_laws(self) -> None:
        command = program(self.folder.name, GOOD)
        trial = Trial(command, FLOW_ROLE, self.folder.name, environment=ENVIRONMENT, log=self.log)
        self.assertTrue(trial.run(say=lambda _: None), trial.findings)
        self.assertIn("without shared memory", trial.findings[-1][1])

    def test_a_prediction_that_depends_on_others_is_found(self) -> None:
        source = """
            from assay_client import serve
            class Mean:
                def predict(self, inputs):
                    return 0 * inputs["velocity"] + inputs["velocity"].mean()
            serve(Mean)
        """
        command = program(self.folder.name, source)
        trial = Trial(command, FLOW_ROLE, self.folder.name, environment=ENVIRONMENT, log=self.log)
        self.assertFalse(trial.run(say=lambda _: None))
        self.assertIn("each sample asked by itself", trial.findings[-1][1])

    def test_a_missing_library_is_told_though_serve_was_not_reached(self) -> None:
        error = self.error("import assay_client\nimport no_such_library\n")
        self.assertEqual(error.kind, "unmet-requirement")
        self.assertIn("no_such_library", str(error))
        self.assertIn("model.py", error.details)

    def test_a_role_that_does_not_suit(self) -> None:
        error = self.error("""
            from assay_client import serve
            class Picky:
                @staticmethod
                def requirements(role):
                    role.inputs["pressure"]
            serve(Picky)
        """)
        self.assertEqual(error.kind, "unmet-requirement")
        self.assertIn("no 'pressure'; it has velocity, mask, parameters, time", str(error))

    def test_unknown_parameters_are_named(self) -> None:
        model = self.start(GOOD)
        with self.assertRaises(ModelError) as caught:
            model.hello({"factr": 2})
        self.assertEqual(caught.exception.kind, "raised")
        self.assertIn("factr; the model has factor, wide", str(caught.exception))

    def test_kinds_of_errors(self) -> None:
        raised = {
            "MemoryError()": "out-of-memory",
            "RuntimeError('DefaultCPUAllocator: can\\'t allocate memory')": "out-of-memory",
            "Diverged('the loss is infinite')": "diverged",
            "FloatingPointError('overflow')": "diverged",
            "KeyError('x')": "raised",
        }
        for expression, kind in raised.items():
            with self.subTest(expression):
                error = self.error(
                    f"""
                    from assay_client import serve, Diverged
                    class Failing:
                        def fit(self, data, budget):
                            raise {expression}
                        def predict(self, inputs):
                            return inputs["velocity"]
                    serve(Failing)
                    """,
                    fit=True,
                )
                self.assertEqual(error.kind, kind)

    def test_wrong_predictions_are_explained(self) -> None:
        wrong = {
            'inputs["velocity"][:, :1]': "has the shape (4, 1, 32, 32), not (4, 2, 32, 32)",
            '{"speed": inputs["velocity"]}': "the names speed; the role asks for velocity",
            'inputs["velocity"] * 1j': "complex",
            "None": "not a real number's",
        }
        for expression, explanation in wrong.items():
            with self.subTest(expression):
                error = self.error(f"""
                    from assay_client import serve
                    class Wrong:
                        def predict(self, inputs):
                            return {expression}
                    serve(Wrong)
                """)
                self.assertIn(explanation, str(error))

    def test_training_data_stay_as_they_were_after_fit(self) -> None:
        model = self.start("""
            from assay_client import serve
            class Memory:
                def fit(self, data):
                    self.kept = data.targets["velocity"]
                def predict(self, inputs):
                    return self.kept[: len(inputs["velocity"])]
            serve(Memory)
        """)
        model.hello()
        inputs, targets = made_up(FLOW_ROLE, 40, seed=1)
        model.fit(inputs, targets)
        for _ in range(2):
            predicted = model.predict(inputs)["velocity"]
            np.testing.assert_array_equal(predicted, targets["velocity"])

    def test_the_core_alone_is_enough(self) -> None:
        core = PACKAGE / "assay_client" / "core.py"
        with open(os.path.join(self.folder.name, "assay_client.py"), "w") as copy:
            copy.write(core.read_text())
        command = program(self.folder.name, GOOD)
        with Conversation(command, FLOW_ROLE, self.folder.name, log=self.log) as model:
            self.assertEqual(model.hello()["name"], "Damped")

    def test_the_command_line(self) -> None:
        path = program(self.folder.name, GOOD)
        command = [path[0], "-m", "assay_client", "try", path[1], "--parameters", '{"factor": 1}']
        environment = {**os.environ, **ENVIRONMENT}
        run = subprocess.run(command, env=environment, capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn("Every law is kept.", run.stdout)


class Batches(unittest.TestCase):
    """Epochs are permutations, joined where a batch does not end with them."""

    def test_every_epoch_has_each_sample_once(self) -> None:
        rows = np.concatenate(list(batch_rows(count=10, batch_size=4, steps=5, seed=3)))
        self.assertEqual(len(rows), 20)
        for epoch in (rows[:10], rows[10:]):
            self.assertEqual(sorted(epoch), list(range(10)))

    def test_a_batch_has_at_most_as_many_as_there_are(self) -> None:
        self.assertEqual([len(r) for r in batch_rows(3, batch_size=8, steps=2, seed=0)], [3, 3])
        self.assertEqual(list(batch_rows(0, batch_size=8, steps=2, seed=0)), [])


if __name__ == "__main__":
    unittest.main()
