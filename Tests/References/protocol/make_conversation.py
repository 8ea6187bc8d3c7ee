"""Writes conversation.hex, a whole conversation byte by byte, and its dump for docs/protocol.md.

    python3 make_conversation.py            writes conversation.hex beside this file
    python3 make_conversation.py --dump     prints hello and predict for docs/protocol.md

Made from the words of docs/protocol.md with Python's struct and json alone, so that it can judge
clients and harness. Of conversation.hex, a line beginning with > names a frame of the harness, with
< one of the program, with = a file in the shared folder; the other lines are its bytes.

Header keys are sorted and tensors stand in the order of their names. Receivers must not rely on
either; senders that do the same can be compared byte by byte.
"""

import json
import struct
import sys
from pathlib import Path

ROLE = {
    "inputs": [{"name": "x", "shape": [2], "unit": "m"}],
    "outputs": [{"name": "y", "shape": [1], "unit": "m/s"}],
}
X = {"x": ([1, 2], [0.5, -2.0])}
Y = {"y": ([1, 1], [0.25])}
TRAINING = {
    "inputs/x": ([2, 2], [0.0, 1.0, 2.0, 3.0]),
    "targets/y": ([2, 1], [1.0, float("nan")]),
    "validation-inputs/x": ([1, 2], [4.0, 5.0]),
    "validation-targets/y": ([1, 1], [9.0]),
}


def compact(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def safetensors(tensors):
    entries, numbers = {}, b""
    for name in sorted(tensors):
        shape, values = tensors[name]
        begin = len(numbers)
        numbers += struct.pack(f"<{len(values)}f", *values)
        entries[name] = {"dtype": "F32", "shape": shape, "data_offsets": [begin, len(numbers)]}
    header = compact(entries)
    header += b" " * (-len(header) % 8)
    return struct.pack("<Q", len(header)) + header + numbers


def frame(header, tensors=None):
    text = compact(header)
    body = safetensors(tensors) if tensors else b""
    return b"ASY1" + struct.pack("<IQ", len(text), len(body)) + text + body


def hello(shared):
    return frame(
        {
            "type": "hello",
            "protocol": 1,
            "role": ROLE,
            "parameters": {"title": "Größe", "width": 32},
            "seed": 3735928559,
            "threads": 1,
            "scratch": "/tmp/s",
            "shared": shared,
        }
    )


def conversation():
    budget = {"trainingSteps": 1, "batchSize": 2, "wallSeconds": 600, "memoryMebibytes": 3000}
    shared = safetensors(X)
    place = {"name": "predict-0", "bytes": len(shared)}
    return [
        ("> hello", hello("/dev/shm/s")),
        (
            "< hello",
            frame(
                {
                    "type": "hello",
                    "protocol": 1,
                    "name": "line",
                    "parameterCount": 3,
                    "capabilities": ["shared", "save"],
                    "software": {"python": "3.11.2"},
                }
            ),
        ),
        (
            "> fit",
            frame(
                {"type": "fit", "budget": budget, "samples": 2, "validationSamples": 1}, TRAINING
            ),
        ),
        ("< progress", frame({"type": "progress", "step": 0, "values": {"training-loss": None}})),
        (
            "< fitted",
            frame({"type": "fitted", "steps": 1, "stopped": "", "parameterCount": 3}),
        ),
        ("> predict", frame({"type": "predict", "samples": 1}, X)),
        ("< predicted", frame({"type": "predicted"}, Y)),
        ("= predict-0", shared),
        ("> predict shared", frame({"type": "predict", "samples": 1, "body": place})),
        (
            "< error",
            frame(
                {"type": "error", "kind": "raised", "message": "no", "details": "line 1\nline 2"}
            ),
        ),
        ("> save", frame({"type": "save", "path": "model"})),
        ("< saved", frame({"type": "saved"})),
        ("> bye", frame({"type": "bye"})),
    ]


def hexadecimal(data):
    rows = [data[at : at + 16] for at in range(0, len(data), 16)]
    return "\n".join(row.hex(" ") for row in rows)


def dump(data):
    lines = []
    for at in range(0, len(data), 16):
        row = data[at : at + 16]
        text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)
        lines.append(f"{at:04x}  {row.hex(' '):<47}  {text}")
    return "\n".join(lines)


def main():
    frames = conversation()
    if "--dump" in sys.argv:
        shown = ("> hello", "< hello", "> predict", "< predicted", "> bye")
        print("\n\n".join(f"{name}\n{dump(data)}" for name, data in frames if name in shown))
        return
    text = "\n".join(f"{name}\n{hexadecimal(data)}" for name, data in frames)
    Path(__file__).with_name("conversation.hex").write_text(text + "\n")


if __name__ == "__main__":
    main()
