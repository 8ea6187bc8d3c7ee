"""Writes small databases of R's lazily loaded data without R, after "R Internals" 1.8: one packed by zlib
(serialisation version 2), one by LZMA2 (version 3), each with the data frame `visits` and the text `note`;
one with invented patients in a data frame that has the name and the columns of `pbcseq` in the package
survival; and two of those whose last visit cannot be: beyond all time, and of a patient beyond integers.
"""
import lzma
import os
import struct
import zlib

NIL = struct.pack(">i", 254)


def integer(value):
    return struct.pack(">i", value)


def chars(text):
    raw = text.encode()
    return integer(0x00040009) + integer(len(raw)) + raw


class Writer:
    """Serialises; a symbol is written once and referred to afterwards."""

    def __init__(self, version):
        self.symbols = []
        self.head = b"X\n" + integer(version) + integer(0x00040202) + integer(0x00020300)
        if version == 3:
            self.head += integer(5) + b"UTF-8"

    def symbol(self, name):
        if name in self.symbols:
            return integer((self.symbols.index(name) + 1) << 8 | 255)
        self.symbols.append(name)
        return integer(1) + chars(name)

    def attributes(self, pairs):
        out = b""
        for name, value in pairs:
            out += integer(0x402) + self.symbol(name) + value()
        return out + NIL if pairs else b""

    def vector(self, kind, count, body, pairs=(), is_object=False):
        flags = kind | (0x200 if pairs else 0) | (0x100 if is_object else 0)
        return integer(flags) + integer(count) + body + self.attributes(pairs)

    def texts(self, values):
        return self.vector(16, len(values), b"".join(chars(v) for v in values))

    def integers(self, values, pairs=(), is_object=False):
        body = b"".join(integer(-(2**31) if v is None else v) for v in values)
        return self.vector(13, len(values), body, pairs, is_object)

    def numbers(self, values):
        missing = struct.pack(">Q", 0x7FF00000000007A2)
        body = b"".join(missing if v is None else struct.pack(">d", v) for v in values)
        return self.vector(14, len(values), body)


def visits(writer):
    sex = writer.integers(
        [1, 2, 2],
        [("levels", lambda: writer.texts(["m", "f"])), ("class", lambda: writer.texts(["factor"]))],
        True)
    body = writer.integers([1, 1, 2]) + writer.numbers([0.5, None, -2.25]) + sex
    return writer.vector(
        19, 3, body,
        [("names", lambda: writer.texts(["id", "bili", "sex"])),
         ("row.names", lambda: writer.integers([None, -3])),
         ("class", lambda: writer.texts(["data.frame"]))], True)


def patients(writer, last=None):
    """Invented visits with the names of survival's pbcseq: 20 patients at days 0, 180 and 730."""
    names = ["ascites", "hepato", "spiders", "edema", "bili", "chol", "albumin", "alk.phos", "ast",
             "platelet", "protime", "stage"]
    rows = [(patient, day) for patient in range(1, 21) for day in (0, 180, 730)]
    if last:
        rows[-1] = last
        body = writer.numbers([p for p, _ in rows]) + writer.numbers([d for _, d in rows])
    else:
        body = writer.integers([p for p, _ in rows]) + writer.integers([d for _, d in rows])
    for k, name in enumerate(names):
        body += writer.numbers(
            [None if name == "chol" and d == 180 else p * (k + 1) + d / 100 for p, d in rows])
    return writer.vector(
        19, 14, body,
        [("names", lambda: writer.texts(["id", "day"] + names)),
         ("row.names", lambda: writer.integers([None, -len(rows)])),
         ("class", lambda: writer.texts(["data.frame"]))], True)


OBJECTS = [("visits", visits), ("note", lambda w: w.texts(["made by hand"]))]


def packed(data, compressed):
    size = struct.pack(">I", len(data))
    if compressed == 1:
        return size + zlib.compress(data)
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6}]
    return size + b"Z" + lzma.compress(data, format=lzma.FORMAT_RAW, filters=filters)


def database(folder, version, compressed, contents):
    os.makedirs(folder, exist_ok=True)
    objects, places = b"", {}
    for name, make in contents:
        writer = Writer(version)
        record = packed(writer.head + make(writer), compressed)
        places[name] = (len(objects), len(record))
        objects += record
    writer = Writer(version)
    variables = writer.vector(
        19, len(places), b"".join(writer.integers(list(p)) for p in places.values()),
        [("names", lambda: writer.texts(list(places)))])
    index = writer.vector(
        19, 3, variables + NIL + writer.integers([compressed]),
        [("names", lambda: writer.texts(["variables", "references", "compressed"]))])
    with open(os.path.join(folder, "Rdata.rdb"), "wb") as file:
        file.write(objects)
    with open(os.path.join(folder, "Rdata.rdx"), "wb") as file:
        file.write(zlib.compress(writer.head + index))


if __name__ == "__main__":
    database("zlib", 2, 1, OBJECTS)
    database("lzma", 3, 3, OBJECTS)
    database("pbcseq", 3, 3, [("pbcseq", patients)])
    database("late", 3, 3, [("pbcseq", lambda w: patients(w, (20, 1e300)))])
    database("many", 3, 3, [("pbcseq", lambda w: patients(w, (1e300, 730)))])
