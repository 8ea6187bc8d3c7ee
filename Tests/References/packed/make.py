"""Writes files packed by CPython's lzma and gzip modules (made with CPython 3.11, liblzma 5.4.1, zlib 1.2.13).

The content is `pattern` or `noise` below, which the tests make anew: byte k of `pattern` is
(k * k // 7) mod 251, so that there are long matches; that of `noise` comes from a linear congruential
generator, so that chunks are stored as they are.
"""
import gzip
import lzma


def pattern(count):
    return bytes((k * k // 7) % 251 for k in range(count))


def noise(count):
    state, out = 1, bytearray()
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        out.append(state >> 24)
    return bytes(out)


def lzma2(data, **options):
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, **options}]
    return lzma.compress(data, format=lzma.FORMAT_RAW, filters=filters)


def text(count):
    words = [b"neural", b"ordinary", b"differential", b"equations"]
    return b" ".join(words[k * k % 4] + str(k % 37).encode() for k in range(count))


if __name__ == "__main__":
    for name, content in [
        ("pattern.lzma2", lzma2(pattern(5000))),
        ("properties.lzma2", lzma2(text(2000), lc=1, lp=2, pb=1)),
        ("noise.lzma2", lzma2(noise(3000) + pattern(3000))),
        ("pattern.gz", gzip.compress(pattern(5000), mtime=0)),
    ]:
        with open(name, "wb") as file:
            file.write(content)
