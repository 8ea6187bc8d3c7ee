"""The other side of the protocol: `Conversation` starts a program and questions it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, cast

import numpy as np

from .core import PROTOCOL, Channel, Tensors

#: A small plane flow, as the tasks of CFDBench have it.
FLOW_ROLE: dict[str, Any] = {
    "inputs": [
        {"name": "velocity", "shape": [2, 32, 32], "unit": "m/s"},
        {"name": "mask", "shape": [1, 32, 32], "unit": "1"},
        {"name": "parameters", "shape": [3], "unit": "1"},
        {"name": "time", "shape": [1], "unit": "1"},
    ],
    "outputs": [{"name": "velocity", "shape": [2, 32, 32], "unit": "m/s"}],
}

THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)


class ModelError(Exception):
    """The program answered with an error."""

    def __init__(self, header: Mapping[str, Any]) -> None:
        super().__init__(f"{header.get('kind')}: {header.get('message')}")
        self.kind = header.get("kind")
        self.details = header.get("details", "")


class Conversation:
    """A program under question, as Assay would question it, without its limits on resources.

    ::

        with Conversation([sys.executable, "my_model.py"], role=FLOW_ROLE) as model:
            model.hello()
            model.fit(inputs, targets, steps=100)
            print(model.predict(inputs)["velocity"].shape)
    """

    def __init__(
        self,
        command: Sequence[str],
        role: Mapping[str, Any],
        folder: str | os.PathLike[str] = ".",
        environment: Mapping[str, str] | None = None,
        log: Any = None,
    ) -> None:
        self.role = role
        self._temporary = tempfile.TemporaryDirectory(prefix="assay-")
        self.scratch = os.path.join(self._temporary.name, "scratch")
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        # not assay-, whose folders Assay takes for its own and sweeps
        self._memory = tempfile.TemporaryDirectory(prefix="conversation-", dir=memory)
        self.shared = self._memory.name
        os.mkdir(self.scratch)
        self.process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=folder,
            env=self._environment(environment or {}),
            bufsize=0,
            start_new_session=True,
        )
        source, sink = cast(BinaryIO, self.process.stdout), cast(BinaryIO, self.process.stdin)
        self._channel = Channel(source, sink, own_file="question")
        #: What came with `progress`: pairs of step and values.
        self.progress: list[tuple[int, dict[str, Any]]] = []

    def _environment(self, added: Mapping[str, str]) -> dict[str, str]:
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "HOME": self.scratch,
            "TMPDIR": self.scratch,
            **{name: "1" for name in THREAD_VARIABLES},
            "PYTHONHASHSEED": "0",
            "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "ASSAY_PROTOCOL": str(PROTOCOL),
            **added,
        }

    def __enter__(self) -> Conversation:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def hello(
        self, parameters: Mapping[str, Any] | None = None, seed: int = 0, share: bool = True
    ) -> dict[str, Any]:
        """Introduces the role; ``share`` offers bodies in shared memory."""
        question = {
            "type": "hello",
            "protocol": PROTOCOL,
            "role": self.role,
            "parameters": dict(parameters or {}),
            "seed": seed,
            "threads": 1,
            "scratch": self.scratch,
            "shared": self.shared if share else "",
        }
        answer, _ = self.ask(question)
        if share and "shared" in answer.get("capabilities", []):
            self._channel.shared = self.shared
        return answer

    def fit(
        self,
        inputs: Tensors,
        targets: Tensors,
        validation_inputs: Tensors | None = None,
        validation_targets: Tensors | None = None,
        steps: int = 100,
        batch_size: int = 4,
        seconds: float = 600,
    ) -> dict[str, Any]:
        """Lets the program learn."""
        parts = {
            "inputs": inputs,
            "targets": targets,
            "validation-inputs": validation_inputs or {},
            "validation-targets": validation_targets or {},
        }
        body = {f"{part}/{name}": a for part, all_of in parts.items() for name, a in all_of.items()}
        budget = {
            "trainingSteps": steps,
            "batchSize": batch_size,
            "wallSeconds": seconds,
            "memoryMebibytes": 3000,
        }
        question = {
            "type": "fit",
            "budget": budget,
            "samples": samples_in(inputs),
            "validationSamples": samples_in(validation_inputs or {}),
        }
        answer, _ = self.ask(question, body)
        return answer

    def predict(self, inputs: Tensors) -> Tensors:
        """The program's predictions, as copies."""
        _, outputs = self.ask({"type": "predict", "samples": samples_in(inputs)}, inputs)
        return {name: array.copy() for name, array in outputs.items()}

    def save(self, name: str = "model") -> None:
        """Has the program write a file into the scratch folder."""
        self.ask({"type": "save", "path": name})

    def load(self, name: str = "model") -> None:
        """Has the program read it back."""
        self.ask({"type": "load", "path": name})

    def bye(self, patience: float = 10) -> int:
        """Says goodbye; the code that the program exits with."""
        self._channel.send({"type": "bye"})
        return self.process.wait(patience)

    def ask(
        self, question: dict[str, Any], tensors: Tensors | None = None
    ) -> tuple[dict[str, Any], Tensors]:
        """The answer to a question. `ModelError` when it is an error."""
        self._channel.send(question, tensors)
        while True:
            answer, outputs = self._channel.receive()
            if answer["type"] != "progress":
                break
            self.progress.append((answer["step"], answer["values"]))
        if answer["type"] == "error":
            raise ModelError(answer)
        return answer, outputs

    def close(self) -> None:
        """Ends the program and removes its folders."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._memory.cleanup()
        self._temporary.cleanup()


def samples_in(tensors: Tensors) -> int:
    """The number of samples."""
    return next((len(array) for array in tensors.values()), 0)


def made_up(role: Mapping[str, Any], samples: int, seed: int) -> tuple[Tensors, Tensors]:
    """Smooth random inputs, and targets that depend on them; a mask is 1 everywhere."""
    generator = np.random.default_rng(seed)
    inputs: Tensors = {}
    for slot in role["inputs"]:
        shape = (samples, *slot["shape"])
        array = generator.standard_normal(shape)
        for axis in range(2, len(shape)):
            array = (array + np.roll(array, 1, axis) + np.roll(array, -1, axis)) / 3
        inputs[slot["name"]] = (np.ones(shape) if slot["name"] == "mask" else array).astype("f4")
    targets: Tensors = {}
    for slot in role["outputs"]:
        like = inputs.get(slot["name"])
        if like is None or like.shape[1:] != tuple(slot["shape"]):
            like = np.stack([np.full(slot["shape"], rows.mean(), "f4") for rows in _rows(inputs)])
        targets[slot["name"]] = np.float32(0.9) * like
    return inputs, targets


def _rows(inputs: Tensors) -> list[np.ndarray]:
    """All numbers of each sample."""
    count = samples_in(inputs)
    return [np.concatenate([a[row].ravel() for a in inputs.values()]) for row in range(count)]
