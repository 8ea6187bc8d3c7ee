"""Philox 4x32-10 in plain Python: first numbers of named streams -> streams.json (Python 3.11).

The generator is checked here against the known answers of the Random123 distribution
(kat_vectors); the paths are FNV-1a with SplitMix64's mixer, as Sources/Randomness/StreamPath.swift
describes them.
"""
import json
import pathlib

M32, M64 = 2**32 - 1, 2**64 - 1


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        a, b = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(b >> 32) ^ c[1] ^ k[0], b & M32, (a >> 32) ^ c[3] ^ k[1], a & M32]
        k = [(k[0] + 0x9E3779B9) & M32, (k[1] + 0xBB67AE85) & M32]
    return c


def appended(name, path):
    for byte in list(name.encode()) + [0xFF]:
        path = ((path ^ byte) * 0x100000001B3) & M64
    path = ((path ^ (path >> 30)) * 0xBF58476D1CE4E5B9) & M64
    path = ((path ^ (path >> 27)) * 0x94D049BB133111EB) & M64
    return path ^ (path >> 31)


KNOWN = [
    ([0] * 4, [0] * 2, [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]),
    ([M32] * 4, [M32] * 2, [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]),
    ([0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344], [0xA4093822, 0x299F31D0],
     [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]),
]
for counter, key, answer in KNOWN:
    assert philox(counter, key) == answer


def stream(seed, names, count=6):
    path = 0xCBF29CE484222325
    for name in names:
        path = appended(name, path)
    numbers = []
    for block in range((count + 1) // 2):
        w = philox([block & M32, block >> 32, path & M32, path >> 32], [seed & M32, seed >> 32])
        numbers += [w[0] | w[1] << 32, w[2] | w[3] << 32]
    return {"seed": str(seed), "path": names, "numbers": [f"{n:016x}" for n in numbers[:count]]}


streams = [stream(0, []), stream(0, ["init"]), stream(7, ["init", "lift.weight"]),
           stream(2**63 + 5, ["shuffle", "#3"])]
text = json.dumps(streams, indent=1) + "\n"
pathlib.Path(__file__).with_name("streams.json").write_text(text)
