"""The laws that every model must keep, tried on a program with made-up data."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Callable

import numpy as np

from .core import ProtocolError, Tensors
from .testing import Conversation, ModelError, made_up

SAMPLES = 12
HELD_OUT = 8
STEPS = 20


class Broken(Exception):
    """A law is not kept."""


class Trial:
    """Questions a program and collects findings."""

    def __init__(
        self,
        command: Sequence[str],
        role: Mapping[str, Any],
        folder: str = ".",
        parameters: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
        steps: int = STEPS,
        log: Any = None,
    ) -> None:
        self._command, self._role, self._folder = command, role, folder
        self._parameters = dict(parameters or {})
        self._environment = dict(environment or {})
        self._steps, self._log = steps, log
        self._inputs, self._targets = made_up(role, SAMPLES, seed=1)
        self._held_out, self._held_out_targets = made_up(role, HELD_OUT, seed=2)
        self._predictions: Tensors = {}
        #: Pairs of a sentence and whether it is so.
        self.findings: list[tuple[bool, str]] = []

    def run(self, say: Callable[[str], None] = print) -> bool:
        """Tries all laws; true when all are kept."""
        for law in (self._whole_conversation, self._repetition, self._without_sharing):
            try:
                law(say)
            except ModelError as error:
                self._found(say, False, f"answered the error {error}")
                if error.details:
                    say("      " + error.details.strip().replace("\n", "\n      "))
            except Broken as error:
                self._found(say, False, str(error))
            except (EOFError, BrokenPipeError, ProtocolError, ValueError) as error:
                self._found(say, False, f"did not answer as the protocol asks: {error}")
            except subprocess.TimeoutExpired:
                self._found(say, False, "did not exit within 10 s after 'bye'")
            if not all(good for good, _ in self.findings):
                return False
        return True

    def _found(self, say: Callable[[str], None], good: bool, sentence: str) -> None:
        self.findings.append((good, sentence))
        say(f"  {'ok' if good else '!!'}  {sentence}")

    def _start(self) -> Conversation:
        return Conversation(self._command, self._role, self._folder, self._environment, self._log)

    def _fit(self, model: Conversation) -> dict[str, Any]:
        return model.fit(
            self._inputs,
            self._targets,
            self._held_out,
            self._held_out_targets,
            steps=self._steps,
        )

    def _whole_conversation(self, say: Callable[[str], None]) -> None:
        with self._start() as model:
            began = time.monotonic()
            hello = model.hello(self._parameters, seed=7)
            capabilities = hello.get("capabilities", [])
            self._found(
                say,
                True,
                f"said hello as '{hello.get('name', '')}' after {time.monotonic() - began:.1f} s: "
                f"{hello.get('parameterCount', 'unknown')} parameters, "
                f"capabilities {', '.join(capabilities) or 'none'}",
            )
            self._learning(model, say)
            self._predictions = self._prediction(model, self._held_out)
            self._found(say, True, "predicted finite numbers in the shapes that the role asks for")
            self._agree(self._prediction(model, self._held_out), "the same question, asked again")
            single = [self._prediction(model, self._sample(row)) for row in range(HELD_OUT)]
            self._agree(
                {name: np.concatenate([each[name] for each in single]) for name in single[0]},
                "each sample asked by itself",
                tolerance=1e-5,
            )
            self._found(say, True, "each prediction depends on its own sample alone")
            if "save" in capabilities:
                self._saving(model, say)
            code = model.bye()
            if code != 0:
                raise Broken(f"exited with {code} after 'bye' instead of 0")
            self._found(say, True, "left with exit code 0")

    def _sample(self, row: int) -> Tensors:
        return {name: array[row : row + 1] for name, array in self._held_out.items()}

    def _learning(self, model: Conversation, say: Callable[[str], None]) -> None:
        began = time.monotonic()
        fitted = self._fit(model)
        steps, stopped = fitted.get("steps", 0), fitted.get("stopped", "")
        if fitted["type"] != "fitted" or steps > self._steps:
            raise Broken(f"took {steps} training steps where {self._steps} are allowed")
        curves = sorted({name for _, values in model.progress for name in values})
        self._found(
            say,
            True,
            f"learnt in {time.monotonic() - began:.1f} s: {steps} steps"
            + (f", stopped: {stopped}" if stopped else "")
            + (f", curves {', '.join(curves)}" if curves else ", without progress")
            + f", {fitted.get('parameterCount', 'unknown')} parameters",
        )

    def _saving(self, model: Conversation, say: Callable[[str], None]) -> None:
        model.save()
        with self._start() as other:
            Path(other.scratch, "model").write_bytes(Path(model.scratch, "model").read_bytes())
            other.hello(self._parameters, seed=7)
            other.load()
            self._agree(self._prediction(other, self._held_out), "after save and load")
        self._found(say, True, "saved, and loaded in another process, it predicts the same")

    def _repetition(self, say: Callable[[str], None]) -> None:
        with self._start() as model:
            model.hello(self._parameters, seed=7)
            self._fit(model)
            self._agree(self._prediction(model, self._held_out), "the same seed, trained again")
        self._found(say, True, "the same seed gives the same predictions, bit for bit")

    def _without_sharing(self, say: Callable[[str], None]) -> None:
        with self._start() as model:
            model.hello(self._parameters, seed=7, share=False)
            self._fit(model)
            self._agree(self._prediction(model, self._held_out), "bodies behind the headers")
        self._found(say, True, "works without shared memory too")

    def _prediction(self, model: Conversation, inputs: Tensors) -> Tensors:
        outputs = model.predict(inputs)
        count = len(next(iter(inputs.values())))
        expected = {o["name"]: (count, *o["shape"]) for o in self._role["outputs"]}
        found = {name: array.shape for name, array in outputs.items()}
        if found != expected:
            raise Broken(f"predicted {found} where {expected} is asked")
        for name, array in outputs.items():
            if not np.isfinite(array).all():
                raise Broken(f"the prediction '{name}' has numbers that are not finite")
        return outputs

    def _agree(self, outputs: Tensors, occasion: str, tolerance: float = 0) -> None:
        for name, array in outputs.items():
            reference = self._predictions[name]
            gap = float(np.abs(array - reference).max())
            if gap > tolerance * max(1.0, float(np.abs(reference).max())):
                raise Broken(f"{occasion}: the prediction '{name}' differs by {gap:.3g}")
