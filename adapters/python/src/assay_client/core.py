"""The client of Assay's protocol for external models, version 1 (docs/protocol.md), in one file.

Install the package ``assay-client``, or copy this file as ``assay_client.py`` beside a model. It
needs numpy and nothing else::

    from assay_client import serve

    class Persistence:
        def fit(self, data, budget):
            pass

        def predict(self, inputs):
            return {"velocity": inputs["velocity"]}

    serve(Persistence)

A model is a class (or a function that returns an object) with

- ``fit(data, budget, progress)``: any of the three, see `TrainingData`, `Budget`, `Progress`. It
  may return the optimiser steps taken or a `Fitted`. Left out, there is nothing to learn.
- ``predict(inputs)``: a dictionary of arrays, samples first, to one of the role's outputs, or to
  the array alone when the role has one output.

and, if it likes,

- ``__init__`` with any of ``role`` (`Role`), ``seed``, ``threads``, ``scratch`` (a folder), and
  either ``parameters`` (the dictionary of the model file) or those parameters by name, with
  defaults;
- ``requirements(role)``, a static method that raises `Unfulfilled` when the role does not suit;
- ``parameter_count``: a number, a property or a method; ``name``;
- ``save(path)`` and ``load(path)``.

Arrays that arrive are read-only views of memory shared with Assay, float32, in C order. Those of
``fit`` may be kept; those of ``predict`` are valid until it returns.
"""

from __future__ import annotations

import inspect
import json
import math
import mmap
import os
import platform
import stat
import struct
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, BinaryIO, Callable, NamedTuple, NoReturn

import numpy as np

__version__ = "1.0.0"

PROTOCOL = 1
MARK = b"ASY1"
PREFIX = struct.Struct("<4sIQ")
LARGEST_HEADER = 1 << 20
#: Bodies from this many bytes on go through a shared file.
SHARED_FROM = 1 << 16
#: Points of a learning curve, as native models have them.
CURVE_POINTS = 500
LONGEST_DETAILS = 40_000
#: Whose versions are told when they are loaded.
LIBRARIES = ("numpy", "scipy", "sklearn", "torch", "jax", "flax", "equinox", "onnxruntime")

Tensors = dict[str, np.ndarray]


class Unfulfilled(Exception):
    """The model does not suit the role, or lacks something that it needs."""


class Diverged(ArithmeticError):
    """Learning has failed numerically."""


class ProtocolError(Exception):
    """The other side does not keep to the protocol."""


# Tensors -----------------------------------------------------------------------------------------


def _layout(tensors: Mapping[str, np.ndarray]) -> tuple[bytes, int, list[str]]:
    """The header of a safetensors file, the bytes of the numbers, and the names in order."""
    names = sorted(tensors)
    head, size = _head(tuple((name, tensors[name].shape) for name in names))
    return head, size, names


@lru_cache(maxsize=64)
def _head(shapes: tuple[tuple[str, tuple[int, ...]], ...]) -> tuple[bytes, int]:
    entries: dict[str, Any] = {}
    end = 0
    for name, shape in shapes:
        begin, end = end, end + 4 * math.prod(shape)
        entries[name] = {"data_offsets": [begin, end], "dtype": "F32", "shape": list(shape)}
    header = _json(entries)
    header += b" " * (-len(header) % 8)
    return struct.pack("<Q", len(header)) + header, end


def _write_tensors(tensors: Mapping[str, np.ndarray], buffer: Any) -> None:
    """Writes a safetensors file into ``buffer``, which has exactly its size."""
    head, _, names = _layout(tensors)
    buffer[: len(head)] = head
    at = len(head)
    for name in names:
        array = tensors[name]
        if array.size:
            place = np.frombuffer(buffer, "<f4", array.size, at).reshape(array.shape)
            np.copyto(place, array, casting="same_kind")
        at += 4 * array.size


def encode_tensors(tensors: Mapping[str, np.ndarray]) -> bytearray:
    """Arrays as one safetensors file: names ascending, F32, the header padded to 8 bytes."""
    head, size, _ = _layout(tensors)
    buffer = bytearray(len(head) + size)
    _write_tensors(tensors, buffer)
    return buffer


def decode_tensors(body: Any) -> Tensors:
    """The arrays of a safetensors file in a buffer: read-only views wherever they lie aligned."""
    view = memoryview(body).toreadonly()
    if len(view) < 8:
        raise ProtocolError(f"a body of {len(view)} bytes is no safetensors file")
    (length,) = struct.unpack_from("<Q", view)
    if length > len(view) - 8:
        raise ProtocolError(f"a safetensors header of {length} bytes in {len(view)}")
    start = 8 + length
    tensors: Tensors = {}
    for name, shape, count, begin in _entries(bytes(view[8:start]), len(view) - start):
        array = np.frombuffer(view, "<f4", count, start + begin).reshape(shape)
        if not array.flags.aligned:
            array = array.copy()
            array.flags.writeable = False
        tensors[name] = array
    return tensors


@lru_cache(maxsize=64)
def _entries(header: bytes, size: int) -> list[tuple[str, tuple[int, ...], int, int]]:
    """Name, shape, count and first byte of each tensor in ``size`` bytes of numbers."""
    entries = []
    for name, entry in json.loads(header).items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        shape = tuple(entry["shape"])
        count = math.prod(shape)
        if entry["dtype"] != "F32" or end - begin != 4 * count or not 0 <= begin <= end <= size:
            raise ProtocolError(f"tensor '{name}' is not F32 of {shape} at bytes {begin} to {end}")
        entries.append((name, shape, count, begin))
    return entries


# Frames ------------------------------------------------------------------------------------------


_encoder = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def _json(value: Any) -> bytes:
    """Compact JSON with sorted keys."""
    return _encoder.encode(value).encode("utf-8")


def encode_frame(header: Mapping[str, Any], body: Any = b"") -> bytes:
    """A frame as bytes."""
    text = _json(header)
    if len(text) > LARGEST_HEADER:
        raise ProtocolError(f"a header of {len(text)} bytes")
    return PREFIX.pack(MARK, len(text), len(body)) + text + bytes(body)


def _read_exactly(stream: BinaryIO, count: int) -> memoryview:
    """``count`` bytes. EOFError at the end of the stream."""
    view = memoryview(np.empty(count, np.uint8).data)
    done = 0
    while done < count:
        got = stream.readinto(view[done:])  # type: ignore[attr-defined]
        if not got:
            raise EOFError(f"the stream ended after {done} of {count} bytes")
        done += got
    return view


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], memoryview]:
    """The next frame's header and body."""
    mark, header_size, body_size = PREFIX.unpack(_read_exactly(stream, PREFIX.size))
    if mark != MARK:
        raise ProtocolError(f"{mark!r} where a frame should begin")
    if not 2 <= header_size <= LARGEST_HEADER:
        raise ProtocolError(f"a header of {header_size} bytes")
    header = json.loads(bytes(_read_exactly(stream, header_size)))
    if not isinstance(header, dict) or not isinstance(header.get("type"), str):
        raise ProtocolError("a header without a type")
    return header, _read_exactly(stream, body_size)


class Channel:
    """Frames with tensors over two streams, large bodies by way of files in a shared folder."""

    def __init__(self, source: BinaryIO, sink: BinaryIO, own_file: str = "answer") -> None:
        self.source = source
        self.sink = sink
        #: The folder in memory, once both sides have agreed on it.
        self.shared: str | None = None
        self._own_file = own_file
        self._map: mmap.mmap | None = None

    def receive(self) -> tuple[dict[str, Any], Tensors]:
        """The next frame and its tensors."""
        header, body = read_frame(self.source)
        place = header.get("body")
        if place is not None:
            return header, decode_tensors(self._mapped(place["name"], place["bytes"]))
        return header, decode_tensors(body) if len(body) else {}

    def send(self, header: Mapping[str, Any], tensors: Tensors | None = None) -> None:
        """Sends a frame; by a shared file when it is large and there is a folder."""
        body: Any = b""
        if tensors:
            head, size, _ = _layout(tensors)
            total = len(head) + size
            if total >= SHARED_FROM and self._reserve(total):
                _write_tensors(tensors, memoryview(self._map)[:total])  # type: ignore[arg-type]
                header = {**header, "body": {"name": self._own_file, "bytes": total}}
            else:
                body = encode_tensors(tensors)
        text = _json(header)
        self._write(PREFIX.pack(MARK, len(text), len(body)) + text)
        self._write(body)

    def _write(self, data: Any) -> None:
        view = memoryview(data)
        while len(view):
            view = view[self.sink.write(view) :]

    def _mapped(self, name: str, size: int) -> mmap.mmap:
        if self.shared is None or "/" in name or name.startswith("."):
            raise ProtocolError(f"a body in the file '{name}'")
        descriptor = os.open(os.path.join(self.shared, name), os.O_RDONLY | os.O_NOFOLLOW)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode) or not 0 < size <= status.st_size:
                raise ProtocolError(f"the file '{name}' has no {size} bytes")
            return mmap.mmap(descriptor, size, access=mmap.ACCESS_READ)
        finally:
            os.close(descriptor)

    def _reserve(self, size: int) -> bool:
        """Makes the own file hold ``size`` bytes; false when there is no room for it."""
        if self.shared is None:
            return False
        if self._map is not None and len(self._map) >= size:
            return True
        path = os.path.join(self.shared, self._own_file)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        except OSError:
            return False
        try:
            # Without this a full folder would show as SIGBUS when the memory is first touched.
            os.posix_fallocate(descriptor, 0, size)
            self._map = mmap.mmap(descriptor, size)
        except OSError:
            return False
        finally:
            os.close(descriptor)
        return True


# What a model is given ---------------------------------------------------------------------------


class Slot(NamedTuple):
    """A tensor of a role."""

    name: str
    #: Without the sample axis.
    shape: tuple[int, ...]
    unit: str


class Slots(dict[str, Slot]):
    """Slots by name, in the role's order; to ask for one that is not there is `Unfulfilled`."""

    def __missing__(self, name: str) -> NoReturn:
        raise Unfulfilled(f"the role has no '{name}'; it has {', '.join(self)}")


class Role:
    """What a task gives and asks: `inputs` and `outputs`, each a dictionary of `Slot`."""

    def __init__(self, inputs: list[Slot], outputs: list[Slot]) -> None:
        self.inputs = Slots((slot.name, slot) for slot in inputs)
        self.outputs = Slots((slot.name, slot) for slot in outputs)

    @classmethod
    def from_json(cls, role: Mapping[str, Any]) -> Role:
        """The role of a `hello`."""

        def slots(side: str) -> list[Slot]:
            return [
                Slot(slot["name"], tuple(slot["shape"]), slot.get("unit", ""))
                for slot in role[side]
            ]

        return cls(slots("inputs"), slots("outputs"))


class Budget:
    """What training may use."""

    def __init__(self, budget: Mapping[str, Any]) -> None:
        #: Optimiser steps, of `batch_size` samples each.
        self.steps: int = int(budget.get("trainingSteps") or 0)
        self.batch_size: int = int(budget.get("batchSize") or 1)
        #: Elapsed time of the whole cell.
        self.seconds: float = float(budget.get("wallSeconds") or math.inf)
        self.memory_mebibytes: float = float(budget.get("memoryMebibytes") or math.inf)
        self._start = time.monotonic()

    @property
    def seconds_left(self) -> float:
        """What is left of `seconds`; at its end the cell is killed and has no result."""
        return self.seconds - (time.monotonic() - self._start)


class TrainingData:
    """Samples to learn from and to validate on: dictionaries of arrays, samples first."""

    def __init__(self, tensors: Tensors, seed: int = 0) -> None:
        def part(prefix: str) -> Tensors:
            start = prefix + "/"
            return {k[len(start) :]: v for k, v in tensors.items() if k.startswith(start)}

        self.inputs = part("inputs")
        self.targets = part("targets")
        self.validation_inputs = part("validation-inputs")
        self.validation_targets = part("validation-targets")
        #: Batches that `batches` has handed out.
        self.steps = 0
        self._seed = seed

    def __len__(self) -> int:
        return _count(self.inputs)

    @property
    def validation_count(self) -> int:
        """Samples to validate on; may be 0."""
        return _count(self.validation_inputs)

    def batches(self, budget: Budget, seed: int | None = None) -> Iterator[tuple[Tensors, Tensors]]:
        """Inputs and targets of as many batches as there are steps, as copies.

        Each epoch has a new permutation; samples that fill no batch at its end are joined by the
        first ones of the next, as for native models.
        """
        for rows in self.batch_rows(budget, seed):
            self.steps += 1
            yield (
                {name: array[rows] for name, array in self.inputs.items()},
                {name: array[rows] for name, array in self.targets.items()},
            )

    def batch_rows(self, budget: Budget, seed: int | None = None) -> Iterator[np.ndarray]:
        """The indices of the samples of each batch."""
        seed = self._seed if seed is None else seed
        return batch_rows(len(self), budget.batch_size, budget.steps, seed)


def batch_rows(count: int, batch_size: int, steps: int, seed: int) -> Iterator[np.ndarray]:
    """Indices below ``count`` for ``steps`` batches, ordered as by `TrainingData.batches`."""
    generator = np.random.default_rng(seed)
    size = min(batch_size, count)
    queue = np.empty(0, np.int64)
    for _ in range(steps if size else 0):
        if len(queue) < size:
            queue = np.concatenate([queue, generator.permutation(count)])
        rows, queue = queue[:size], queue[size:]
        yield rows


def _count(tensors: Tensors) -> int:
    return next((len(array) for array in tensors.values()), 0)


class Fitted(NamedTuple):
    """What a training came to."""

    #: Optimiser steps taken.
    steps: int
    #: Why it ended early; empty when it did not.
    stopped: str = ""


class Progress:
    """Tells Assay how learning goes: ``progress(step, training_loss=0.25)``.

    Each name becomes a learning curve of at most about 500 points; the rest is left out.
    """

    def __init__(self, channel: Channel, steps: int) -> None:
        self._channel = channel
        self._stride = max(1, -(-steps // CURVE_POINTS))
        self._last: dict[tuple[str, ...], int] = {}
        #: The highest step that was told.
        self.step = 0

    def __call__(self, step: int, **values: float) -> None:
        self.step = max(self.step, int(step))
        names = tuple(sorted(values))
        if step - self._last.get(names, -self._stride) < self._stride:
            return
        self._last[names] = step
        told = {name.replace("_", "-"): _finite(value) for name, value in values.items()}
        self._channel.send({"type": "progress", "step": int(step), "values": told})


def _finite(value: Any) -> float | None:
    number = float(value)
    return number if math.isfinite(number) else None


# Serving a model ---------------------------------------------------------------------------------


def _offered(function: Callable[..., Any], offers: Mapping[str, Any]) -> dict[str, Any]:
    """Those of ``offers`` that ``function`` asks for by name."""
    names = inspect.signature(function).parameters
    return {name: value for name, value in offers.items() if name in names}


def _build(factory: Callable[..., Any], offers: Mapping[str, Any], given: Mapping[str, Any]) -> Any:
    """The model, from what Assay tells and the parameters of the model file."""
    wanted = inspect.signature(factory).parameters
    arguments = _offered(factory, offers)
    if "parameters" in wanted:
        return factory(**arguments, parameters=dict(given))
    takes_all = any(each.kind is inspect.Parameter.VAR_KEYWORD for each in wanted.values())
    unknown = [name for name in given if name in offers or not (takes_all or name in wanted)]
    if unknown:
        known = ", ".join(name for name in wanted if name not in offers) or "none"
        raise TypeError(f"unknown parameters: {', '.join(unknown)}; the model has {known}")
    return factory(**arguments, **given)


def _array(value: Any, name: str) -> np.ndarray:
    """``value`` as float32 in C order; tensors of torch and JAX are accepted."""
    if hasattr(value, "detach"):
        value = value.detach().cpu()
    array = np.asarray(value)
    if array.dtype.kind not in "fiub":
        raise TypeError(f"the prediction '{name}' has the dtype {array.dtype}, not a real number's")
    return np.ascontiguousarray(array, np.float32)


def checked_outputs(result: Any, role: Role, samples: int) -> Tensors:
    """What ``predict`` returned, as the role's outputs; errors say what is wrong with it."""
    if not isinstance(result, Mapping):
        if len(role.outputs) != 1:
            names = ", ".join(role.outputs)
            raise TypeError(
                f"predict returned {type(result).__name__}, not a dictionary of {names}"
            )
        result = {name: result for name in role.outputs}
    if set(result) != set(role.outputs):
        got, asked = ", ".join(map(str, result)), ", ".join(role.outputs)
        raise ValueError(f"predict returned the names {got or 'none'}; the role asks for {asked}")
    outputs = {name: _array(value, name) for name, value in result.items()}
    for name, slot in role.outputs.items():
        expected = (samples, *slot.shape)
        if outputs[name].shape != expected:
            found = outputs[name].shape
            raise ValueError(f"the prediction '{name}' has the shape {found}, not {expected}")
    return outputs


def _kind(error: BaseException) -> str:
    """The protocol's name for an error."""
    if isinstance(error, (Unfulfilled, ImportError)):
        return "unmet-requirement"
    if isinstance(error, (Diverged, FloatingPointError)):
        return "diverged"
    text = str(error).lower()
    signs = ("out of memory", "can't allocate memory", "resource_exhausted")
    if isinstance(error, MemoryError) or any(sign in text for sign in signs):
        return "out-of-memory"
    return "raised"


def error_header(error: BaseException) -> dict[str, Any]:
    """The `error` message that tells of ``error``."""
    lines = str(error).strip().splitlines()
    first = lines[0] if lines else ""
    if not isinstance(error, (Unfulfilled, Diverged)):
        first = f"{type(error).__name__}: {first}" if first else type(error).__name__
    trace = error.__traceback__
    while trace and trace.tb_next and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next  # what the client itself called is no news
    details = "".join(traceback.format_exception(type(error), error, trace))
    return {
        "type": "error",
        "kind": _kind(error),
        "message": first[:500],
        "details": details[-LONGEST_DETAILS:],
    }


def _software() -> dict[str, str]:
    """Versions of Python and of the libraries that are loaded."""
    found = {"python": platform.python_version()}
    for name in LIBRARIES:
        version = getattr(sys.modules.get(name), "__version__", None)
        if isinstance(version, str):
            found[name] = version
    return found


class _Session:
    """Answers questions about one model."""

    def __init__(self, factory: Callable[..., Any], channel: Channel) -> None:
        self._factory = factory
        self._channel = channel
        self._model: Any = None
        self._role = Role([], [])
        self._seed = 0
        self._scratch = "."

    def answer(self, header: Mapping[str, Any], tensors: Tensors) -> tuple[dict[str, Any], Tensors]:
        """The answer to a question."""
        question = header["type"]
        if question == "hello":
            return self._hello(header), {}
        if self._model is None:
            raise ProtocolError(f"the question '{question}' without a model")
        if question == "fit":
            return self._fit(header, tensors), {}
        if question == "predict":
            outputs = self._model.predict(tensors)
            return {"type": "predicted"}, checked_outputs(outputs, self._role, header["samples"])
        if question == "save":
            path = self._path(header)
            self._model.save(path)
            if not os.path.exists(path):
                raise FileNotFoundError(f"save wrote no file {path}; mind that numpy appends .npz")
            return {"type": "saved"}, {}
        if question == "load":
            self._model.load(self._path(header))
            return {"type": "loaded"}, {}
        raise ProtocolError(f"the question '{question}' is not one of protocol {PROTOCOL}")

    def _hello(self, header: Mapping[str, Any]) -> dict[str, Any]:
        if header["protocol"] != PROTOCOL:
            raise Unfulfilled(f"this client speaks protocol {PROTOCOL}, not {header['protocol']}")
        self._role = Role.from_json(header["role"])
        self._seed = header["seed"]
        self._scratch = header["scratch"]
        requirements = getattr(self._factory, "requirements", None)
        if callable(requirements):
            requirements(self._role)
        offers = {"role": self._role, "seed": self._seed, "threads": header.get("threads", 1)}
        offers["scratch"] = self._scratch
        model = _build(self._factory, offers, header.get("parameters") or {})
        capabilities = []
        if os.path.isdir(header.get("shared") or ""):
            self._channel.shared = header["shared"]
            capabilities.append("shared")
        if hasattr(model, "save") and hasattr(model, "load"):
            capabilities.append("save")
        self._model = model
        return {
            "type": "hello",
            "protocol": PROTOCOL,
            "name": str(getattr(model, "name", getattr(self._factory, "__name__", "model"))),
            "capabilities": capabilities,
            "software": _software(),
            **self._parameter_count(),
        }

    def _fit(self, header: Mapping[str, Any], tensors: Tensors) -> dict[str, Any]:
        budget = Budget(header["budget"])
        data = TrainingData(tensors, self._seed)
        progress = Progress(self._channel, budget.steps)
        offers = {"data": data, "budget": budget, "progress": progress}
        fit = getattr(self._model, "fit", None)
        result = fit(**_offered(fit, offers)) if fit else None
        if not isinstance(result, Fitted):
            told = int(result) if isinstance(result, (int, np.integer)) else None
            result = Fitted(data.steps or progress.step if told is None else told)
        count = self._parameter_count()
        return {"type": "fitted", "steps": result.steps, "stopped": result.stopped, **count}

    def _parameter_count(self) -> dict[str, int]:
        count = getattr(self._model, "parameter_count", None)
        count = count() if callable(count) else count
        return {} if count is None else {"parameterCount": int(count)}

    def _path(self, header: Mapping[str, Any]) -> str:
        name = os.path.basename(header["path"])
        return os.path.join(self._scratch, name)


_claimed: Channel | None = None


def _claim() -> Channel:
    """Takes standard input and output for the protocol; `print`, also in C, goes to the log."""
    global _claimed
    if _claimed is None:
        sys.stdout.flush()
        source, sink = os.dup(0), os.dup(1)
        os.dup2(2, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        _claimed = Channel(os.fdopen(source, "rb", 0), os.fdopen(sink, "wb", 0))
    return _claimed


def serve(factory: Callable[..., Any]) -> NoReturn:
    """Answers Assay's questions about the model that ``factory`` makes, until Assay leaves."""
    sys.excepthook = sys.__excepthook__
    channel = _claim()
    session = _Session(factory, channel)
    try:
        while True:
            header, tensors = channel.receive()
            if header["type"] == "bye":
                break
            try:
                answer, outputs = session.answer(header, tensors)
            except BrokenPipeError:
                break
            except Exception as error:
                answer, outputs = error_header(error), {}
            channel.send(answer, outputs)
            del header, tensors, outputs
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the harness is gone
    sys.exit(0)


def _answer_failed_start(kind: Any, error: BaseException, trace: Any) -> None:
    """Makes an error before `serve`, such as a missing library, the answer to `hello`."""
    sys.__excepthook__(kind, error, trace)
    try:
        channel = _claim()
        channel.receive()
        channel.send(error_header(error))
    except (EOFError, OSError, ProtocolError):
        pass


# Started by Assay: whatever is printed or fails from the import on is kept from the protocol. The
# variable is taken away, so that programs which the model starts do not do the same.
if os.environ.pop("ASSAY_PROTOCOL", None):
    _claim()
    sys.excepthook = _answer_failed_start

if __name__ == "__main__":
    sys.exit(
        "this one-file copy of the client has no commands: use 'assay check-model', or install the "
        "package (pip install adapters/python) and start 'python3 -m assay_client' in another folder"
    )
