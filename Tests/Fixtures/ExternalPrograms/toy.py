"""A model of the protocol of docs/protocol.md with nothing but the standard library, which answers
y = weight x, or misbehaves as its first argument says."""

import ctypes
import json
import os
import signal
import struct
import subprocess
import sys
import time

BEHAVIOUR = sys.argv[1] if len(sys.argv) > 1 else "good"
OUT = sys.stdout.buffer


def read(count):
    data = sys.stdin.buffer.read(count)
    if len(data) < count:
        sys.exit(0)
    return data


def receive():
    mark, header, body = struct.unpack("<4sIQ", read(16))
    assert mark == b"ASY1"
    header = json.loads(read(header))
    return header, read(body)


def send(header, body=b""):
    raw(json.dumps(header).encode(), body)


def raw(header, body=b"", mark=b"ASY1", header_length=None, body_length=None):
    lengths = (len(header) if header_length is None else header_length,
               len(body) if body_length is None else body_length)
    OUT.write(struct.pack("<4sIQ", mark, *lengths) + header + body)
    OUT.flush()


def encode(tensors, dtype="F32"):
    header, data = {}, b""
    for name, (shape, values) in tensors.items():
        numbers = struct.pack(f"<{len(values)}{'f' if dtype == 'F32' else 'd'}", *values)
        header[name] = {"dtype": dtype, "shape": shape,
                        "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def decode(body):
    (length,) = struct.unpack_from("<Q", body)
    tensors = {}
    for name, entry in json.loads(body[8:8 + length]).items():
        begin, end = entry["data_offsets"]
        numbers = body[8 + length + begin:8 + length + end]
        tensors[name] = (entry["shape"], struct.unpack(f"<{len(numbers) // 4}f", numbers))
    return tensors


def look_around(header):
    memory = os.path.dirname(header["shared"])
    others = [name for name in os.listdir(memory) if name != os.path.basename(header["shared"])]
    left = os.path.join(memory, f"assay-test-left-{os.getpid()}")
    with open(left, "w") as file:
        file.write("x")
    try:
        os.kill(os.getppid(), 0)
        parent = "within reach"
    except PermissionError:
        parent = "out of reach"
    child = subprocess.Popen(["sleep", "60"])
    child.kill()
    return {"others": len(others), "left": left, "parent": parent, "child": child.wait()}


class Toy:
    def __init__(self):
        self.weight = 0.0
        self.shared = ""
        self.calls = 0

    def hello(self, header, body):
        self.scratch, self.shared = header["scratch"], header["shared"]
        self.weight = 1.5 + (header["seed"] % 1000) / 1000
        if BEHAVIOUR == "unseeded":
            self.weight = 1.5 + struct.unpack("<I", os.urandom(4))[0] / 2**32
        if not any(slot["name"] == "x" for slot in header["role"]["inputs"]):
            return send({"type": "error", "kind": "unmet-requirement", "message": "needs an x"})
        if BEHAVIOUR == "other version":
            return send({"type": "hello", "protocol": 2})
        if BEHAVIOUR == "no version":
            return send({"type": "hello"})
        if BEHAVIOUR == "environment":
            names = {f"v {k}": v for k, v in os.environ.items()}
            names["folder"] = os.getcwd()
            names["parameters"] = json.dumps(header["parameters"], sort_keys=True)
            return send({"type": "hello", "protocol": 1, "software": names})
        if BEHAVIOUR == "looks around":
            return send({"type": "hello", "protocol": 1, "software": look_around(header)})
        without_folder = BEHAVIOUR in ("names a file unasked", "by pipe alone")
        capabilities = [] if without_folder else ["shared", "save"]
        send({"type": "hello", "protocol": 1, "name": "toy", "parameterCount": 1,
              "capabilities": capabilities,
              "software": {"python": sys.version.split()[0], "number": 7}})

    def fit(self, header, body):
        if "body" in header:
            body = self.from_file(header)
        misbehave_in_fit()
        steps = header["budget"]["trainingSteps"]
        for step in range(0, steps, max(1, steps // 8)):
            send({"type": "progress", "step": step,
                  "values": {"training-loss": 1 / (step + 1), "other": None if step else 2}})
        if BEHAVIOUR == "answers before it reads":
            return
        told = steps * (10 if BEHAVIOUR == "counts too many" else 1)
        send({"type": "fitted", "steps": told, "stopped": "", "parameterCount": 2})

    def predict(self, header, body):
        self.calls += 1
        if "body" in header:
            body = self.from_file(header)
        samples, (shape, x) = header["samples"], decode(body)["x"]
        y = [self.weight * value for value in x]
        if BEHAVIOUR == "depends on others":
            y = [value + sum(x) / samples for value in y]
        if BEHAVIOUR == "not finite":
            y[0] = float("nan")
        if BEHAVIOUR == "remembers":
            y = [value + self.calls for value in y]
        if misbehave_in_predict(self, samples, shape, y):
            return
        answer = encode({"y": (shape, y)})
        if self.shared and "body" in header:
            return self.to_file("answer", answer)
        send({"type": "predicted"}, answer)

    def save(self, header, body):
        with open(os.path.join(self.scratch, header["path"]), "w") as file:
            file.write("7" if BEHAVIOUR == "forgets" else repr(self.weight))
        send({"type": "saved"})

    def load(self, header, body):
        with open(os.path.join(self.scratch, header["path"])) as file:
            self.weight = float(file.read())
        send({"type": "loaded"})

    def bye(self, header, body):
        if BEHAVIOUR == "stays":
            time.sleep(60)
        sys.exit(0)

    def from_file(self, header):
        with open(os.path.join(self.shared, header["body"]["name"]), "rb") as file:
            return file.read(header["body"]["bytes"])

    def to_file(self, name, answer, told=None):
        with open(os.path.join(self.shared, name), "wb") as file:
            file.write(answer)
        send({"type": "predicted",
              "body": {"name": name, "bytes": len(answer) if told is None else told}})


def misbehave_in_fit():
    if BEHAVIOUR.startswith("error "):
        send({"type": "error", "kind": BEHAVIOUR[6:], "message": "as it was told",
              "details": "line 1\nline 2"})
        time.sleep(60)
    if BEHAVIOUR == "exits in fit":
        sys.stderr.write("first words\nValueError: the data are odd\n")
        sys.exit(3)
    if BEHAVIOUR == "segmentation fault":
        ctypes.string_at(0)
    if BEHAVIOUR == "aborts":
        os.abort()
    if BEHAVIOUR == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if BEHAVIOUR == "spins over its processor time":
        os.kill(os.getpid(), signal.SIGXCPU)
    if BEHAVIOUR == "silent":
        time.sleep(60)
    if BEHAVIOUR == "prints":
        print("Epoch 1/10", flush=True)
        time.sleep(60)
    if BEHAVIOUR == "endless log":
        while True:
            sys.stderr.write("again and again\n" * 100)
            time.sleep(0.01)  # what comes here is in the way of whoever reads the tests' own log
    if BEHAVIOUR == "closes its output":
        os.close(1)
        time.sleep(60)
    if BEHAVIOUR == "grandchild holds the pipe":
        subprocess.Popen(["sleep", "60"])
        sys.stderr.write("gone\n")
        os._exit(5)
    if BEHAVIOUR == "endless progress":
        for step in range(10**9):
            send({"type": "progress", "step": step, "values": {str(step): 1.0}})
    if BEHAVIOUR == "writes too large a file":
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        with open(os.path.join(os.environ["TMPDIR"], "large"), "wb") as file:
            for _ in range(64):
                file.write(bytes(1 << 20))
                file.flush()
    if BEHAVIOUR == "zombies":
        for _ in range(5):
            subprocess.Popen(["true"])
        subprocess.Popen(["sh", "-c", "sleep 60 & setsid sleep 60 & exit 0"])
        time.sleep(0.2)
    if BEHAVIOUR == "writes elsewhere":
        with open(os.path.join(os.path.dirname(os.path.abspath(sys.argv[0])), "trace"), "w"):
            pass


def misbehave_in_predict(toy, samples, shape, y):
    good = encode({"y": (shape, y)})
    one = [int(shape[0]), *shape[1:], 1]
    frames = {
        "cut beginning": lambda: OUT.write(b"ASY1\x02\x00"),
        "cut header": lambda: raw(b'{"type":', header_length=40),
        "cut body": lambda: raw(b'{"type":"predicted"}', good[:-8], body_length=len(good)),
        "wrong mark": lambda: raw(b'{"type":"predicted"}', good, mark=b"ASY9"),
        "huge header": lambda: raw(b"", header_length=0xFFFFFFFF),
        "header of nothing": lambda: raw(b"", header_length=0),
        "huge body": lambda: raw(b'{"type":"predicted"}', body_length=2**63),
        "huge safetensors header": lambda: raw(b'{"type":"predicted"}',
                                               struct.pack("<Q", 2**62) + good[8:]),
        "no safetensors": lambda: raw(b'{"type":"predicted"}', struct.pack("<Q", 2) + b"[]"),
        "tiny body": lambda: raw(b'{"type":"predicted"}', b"abc"),
        "overlapping tensors": lambda: raw(b'{"type":"predicted"}', overlapping(shape, y)),
        "wrong type": lambda: raw(b'{"type":"predicted"}', encode({"y": (shape, y)}, "F64")),
        "wrong shape": lambda: raw(b'{"type":"predicted"}', encode({"y": (one, y)})),
        "fewer samples": lambda: raw(b'{"type":"predicted"}', encode(
            {"y": ([shape[0] - 1, *shape[1:]], y[:-shape[1]])})),
        "missing tensor": lambda: raw(b'{"type":"predicted"}', encode({})),
        "other name": lambda: raw(b'{"type":"predicted"}', encode({"z": (shape, y)})),
        "extra tensor": lambda: raw(b'{"type":"predicted"}', encode(
            {"y": (shape, y), "z": (shape, y)})),
        "not UTF-8": lambda: raw(b'{"type":"predicted","\xff\xfe":1}', good),
        "deep header": lambda: raw(
            b'{"type":"predicted","a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", good),
        "no object": lambda: raw(b"[1,2]", good),
        "no type": lambda: raw(b'{"a":1}', good),
        "unknown type": lambda: raw(b'{"type":"guess"}'),
        "fitted instead": lambda: raw(b'{"type":"fitted"}'),
        "progress in predict": lambda: raw(b'{"type":"progress","step":1,"values":{}}'),
        "two answers": lambda: (raw(b'{"type":"predicted"}', good),
                                raw(b'{"type":"predicted"}', good)),
        "a word after the answer": lambda: (raw(b'{"type":"predicted"}', good),
                                            OUT.write(b"done\n"), OUT.flush()),
        "names a file unasked": lambda: raw(
            b'{"type":"predicted","body":{"name":"answer","bytes":100}}'),
        "file and body": lambda: raw(
            b'{"type":"predicted","body":{"name":"answer","bytes":100}}', good),
        "file elsewhere": lambda: raw(
            b'{"type":"predicted","body":{"name":"../../etc/passwd","bytes":100}}'),
        "hidden file": lambda: raw(b'{"type":"predicted","body":{"name":".x","bytes":100}}'),
        "missing file": lambda: raw(b'{"type":"predicted","body":{"name":"none","bytes":9}}'),
        "linked file": lambda: (os.symlink("/etc/passwd", os.path.join(toy.shared, "link")),
                                raw(b'{"type":"predicted","body":{"name":"link","bytes":9}}')),
        "pipe as file": lambda: (os.mkfifo(os.path.join(toy.shared, "pipe")),
                                 raw(b'{"type":"predicted","body":{"name":"pipe","bytes":9}}')),
        "short file": lambda: toy.to_file("answer", good, told=len(good) + 1),
        "negative file": lambda: toy.to_file("answer", good, told=-1),
    }
    if BEHAVIOUR not in frames:
        return False
    frames[BEHAVIOUR]()
    OUT.flush()
    if BEHAVIOUR.startswith("cut"):
        sys.exit(0)
    return True


def overlapping(shape, y):
    numbers = struct.pack(f"<{len(y)}f", *y)
    entry = {"dtype": "F32", "shape": shape, "data_offsets": [0, len(numbers)]}
    text = json.dumps({"y": entry, "z": entry}).encode()
    return struct.pack("<Q", len(text)) + text + numbers


def main():
    toy = Toy()
    if BEHAVIOUR == "exits at once":
        sys.exit(9)
    if BEHAVIOUR == "answers before it reads":
        read(16)
        return send({"type": "error", "kind": "out-of-memory", "message": "no room"})
    while True:
        header, body = receive()
        if header["type"] in ("hello", "fit", "predict", "save", "load", "bye"):
            getattr(toy, header["type"])(header, body)
        else:
            send({"type": "error", "kind": "raised", "message": "unknown question"})


main()
