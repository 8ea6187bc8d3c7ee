#!/usr/bin/env python3
"""Compares two stores of results: compare-stores.py ONE TWO.

Every number that is no cost (`v_results` of kind `result`) and every cell's key and state must be the
same, bit by bit. Prints the counts; exits with 1 and the first differences otherwise.
"""

import sqlite3
import sys

IDENTITY = "suite, task, model, seed, profile"
VALUES = f"""SELECT {IDENTITY}, metric, evaluation, split, position, value, missing
FROM v_results WHERE kind = 'result'"""
CELLS = f"SELECT {IDENTITY}, key, state, reason FROM v_cells"


def bits(value):
    """A number by its bits, so that -0 and 0 differ."""
    return value.hex() if isinstance(value, float) else value


def table(path, query, columns):
    """Rows by their first columns; a row that occurs twice is a mistake of the store."""
    rows = {}
    for row in sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(query):
        key = row[:columns]
        if key in rows:
            sys.exit(f"{path}: two rows of {key}")
        rows[key] = tuple(bits(value) for value in row[columns:])
    return rows


def compare(name, first, second):
    """Prints what is different and returns how much."""
    differing = sorted(
        (key for key in first.keys() | second.keys() if first.get(key) != second.get(key)), key=str)
    print(f"{name}: {len(first)} and {len(second)}, {len(differing)} differ")
    for key in differing[:10]:
        print(f"  {key}: {first.get(key)} and {second.get(key)}")
    return len(differing)


def main():
    one, two = sys.argv[1:]
    wrong = compare("cells", table(one, CELLS, 5), table(two, CELLS, 5))
    values = table(one, VALUES, 9)
    wrong += compare("values", values, table(two, VALUES, 9))
    if not values:
        sys.exit("there is nothing to compare")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
