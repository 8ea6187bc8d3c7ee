"""The bytes: against the reference conversation, and what must be refused."""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import tempfile
import unittest

import numpy as np

from places import REPOSITORY

from assay_client.core import (
    Channel,
    ProtocolError,
    decode_tensors,
    encode_frame,
    encode_tensors,
    read_frame,
)

REFERENCES = REPOSITORY / "Tests" / "References" / "protocol"


def reference() -> dict[str, bytes]:
    """The frames of conversation.hex by name."""
    frames: dict[str, bytes] = {}
    name = ""
    for line in (REFERENCES / "conversation.hex").read_text().splitlines():
        if line[0] in "<>=":
            name = line
            frames[name] = b""
        else:
            frames[name] += bytes.fromhex(line)
    return frames


class ReferenceConversation(unittest.TestCase):
    """Every stored frame can be read, and writing it again gives the same bytes."""

    def test_frames_are_the_same_byte_for_byte(self) -> None:
        for name, stored in reference().items():
            if name.startswith("="):
                continue
            with self.subTest(name):
                header, body = read_frame(io.BytesIO(stored))
                again = encode_tensors(decode_tensors(body)) if len(body) else b""
                self.assertEqual(encode_frame(header, again), stored)

    def test_a_channel_writes_the_same_bytes(self) -> None:
        sink = io.BytesIO()
        Channel(io.BytesIO(), sink).send({"type": "predicted"}, {"y": np.array([[0.25]], "f4")})
        self.assertEqual(sink.getvalue(), reference()["< predicted"])

    def test_tensors_have_their_numbers(self) -> None:
        header, body = read_frame(io.BytesIO(reference()["> fit"]))
        tensors = decode_tensors(body)
        self.assertEqual(header["validationSamples"], 1)
        np.testing.assert_array_equal(tensors["inputs/x"], [[0, 1], [2, 3]])
        np.testing.assert_array_equal(tensors["targets/y"], [[1], [np.nan]])
        self.assertFalse(tensors["inputs/x"].flags.writeable)

    def test_a_body_in_a_shared_file_is_read(self) -> None:
        frames = reference()
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "predict-0"), "wb") as file:
                file.write(frames["= predict-0"])
            channel = Channel(io.BytesIO(frames["> predict shared"]), io.BytesIO())
            channel.shared = folder
            header, tensors = channel.receive()
            np.testing.assert_array_equal(tensors["x"], [[0.5, -2]])
            self.assertEqual(header["type"], "predict")

    def test_the_document_shows_the_same_bytes(self) -> None:
        script = str(REFERENCES / "make_conversation.py")
        run = subprocess.run([sys.executable, script, "--dump"], capture_output=True, text=True)
        self.assertIn(run.stdout.strip(), (REPOSITORY / "docs" / "protocol.md").read_text())

    def test_the_script_makes_the_stored_file(self) -> None:
        sys.path.insert(0, str(REFERENCES))
        try:
            import make_conversation
        finally:
            sys.path.remove(str(REFERENCES))
        self.assertEqual(dict(make_conversation.conversation()), reference())


class Refusals(unittest.TestCase):
    """Bytes that are no frames are told from a stream that has ended."""

    def refused(self, stored: bytes) -> str:
        with self.assertRaises(ProtocolError) as caught:
            read_frame(io.BytesIO(stored))
        return str(caught.exception)

    def test_another_mark(self) -> None:
        self.assertIn("b'HTTP'", self.refused(b"HTTP" + bytes(12)))

    def test_headers_that_are_too_short_or_long(self) -> None:
        for size in (0, 1, (1 << 20) + 1):
            self.assertIn(str(size), self.refused(struct.pack("<4sIQ", b"ASY1", size, 0)))

    def test_a_header_without_a_type(self) -> None:
        text = json.dumps({"typ": "hello"}).encode()
        self.refused(struct.pack("<4sIQ", b"ASY1", len(text), 0) + text)

    def test_a_cut_frame_is_the_end(self) -> None:
        whole = reference()["> predict"]
        for length in (0, 3, 16, 40, len(whole) - 1):
            with self.assertRaises(EOFError):
                read_frame(io.BytesIO(whole[:length]))

    def test_tensors_of_other_types_or_places(self) -> None:
        good = bytes(encode_tensors({"x": np.zeros((1, 2), "f4")}))
        for old, new in ((b"F32", b"F64"), (b"[0,8]", b"[0,9]"), (b"[1,2]", b"[2,2]")):
            with self.assertRaises(ProtocolError):
                decode_tensors(good.replace(old, new))
        with self.assertRaises(ProtocolError):
            decode_tensors(good[:-1])

    def test_files_outside_the_shared_folder(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            os.symlink("/etc/hostname", os.path.join(folder, "link"))
            for name in ("../secret", "/etc/hostname", ".hidden", "link", "absent"):
                header = {"type": "predict", "samples": 1, "body": {"name": name, "bytes": 8}}
                channel = Channel(io.BytesIO(encode_frame(header)), io.BytesIO())
                channel.shared = folder
                with self.assertRaises((ProtocolError, OSError)):
                    channel.receive()

    def test_numbers_that_json_does_not_have(self) -> None:
        with self.assertRaises(ValueError):
            encode_frame({"type": "progress", "values": {"loss": float("nan")}})


class Unaligned(unittest.TestCase):
    """A header that is not padded makes copies instead of crooked views."""

    def test_numbers_survive(self) -> None:
        header = json.dumps({"x": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}).encode()
        header += b" " * ((1 - len(header)) % 4)
        body = struct.pack("<Q", len(header)) + header + struct.pack("<2f", 1, 2)
        array = decode_tensors(body)["x"]
        self.assertTrue(array.flags.aligned)
        np.testing.assert_array_equal(array, [1, 2])


if __name__ == "__main__":
    unittest.main()
