"""Turns a list of published values into the text of a published baseline.

Run: python3 Scripts/import-published.py VALUES.json Baselines/published/ID --suite ID \
         --title TITLE --reference REFERENCE
VALUES.json is a list of {suite, table, task, model, metric, value, source, exactness} and, where the
paper prints it, std, a standard deviation. Numbers are copied digit by digit. A mapping.tsv that lies in the folder already is kept (an empty one is made
otherwise), and the SHA-256 of both files go into baseline.json.
"""

import argparse
import csv
import hashlib
import json
import pathlib
import re

VALUE_COLUMNS = ["suite", "table", "task", "model", "metric", "value", "exactness", "source"]
# A file has it when one of its values does.
DEVIATION = "deviation"
MAPPING_COLUMNS = [
    "suite", "task", "model", "metric", "evaluation", "split", "position", "table", "paperTask",
    "paperModel", "paperMetric", "comparable",
]


def line(fields):
    assert not any(character in field for field in fields for character in "\t\n\r\\"), fields
    return "\t".join(fields) + "\n"


def source_names(rows):
    """A short name for each source, after the table where it occurs first."""
    names = {}
    for row in rows:
        if row["source"] in names:
            continue
        stem = re.sub(r"[^a-z0-9]+", "-", row["table"].lower()).strip("-")
        taken = sum(1 for name in names.values() if re.sub(r"\.\d+$", "", name) == stem)
        names[row["source"]] = f"{stem}.{taken + 1}" if taken else stem
    return names


def seal(folder, header):
    """Writes baseline.json with the SHA-256 of the files as they are."""
    header["files"] = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ["mapping.tsv", "published.tsv"]
    }
    text = json.dumps(header, indent=2, sort_keys=True, ensure_ascii=False)
    (folder / "baseline.json").write_text(text + "\n", encoding="utf-8")


def values(folder):
    """The rows of published.tsv."""
    with (folder / "published.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write_mapping(folder, lines):
    """Writes mapping.tsv and seals the folder with it."""
    (folder / "mapping.tsv").write_text("".join(lines), encoding="utf-8")
    seal(folder, json.loads((folder / "baseline.json").read_text(encoding="utf-8")))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("values", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    for option in ["--suite", "--title", "--reference"]:
        parser.add_argument(option, required=True)
    arguments = parser.parse_args()

    rows = json.loads(arguments.values.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    names = source_names(rows)
    has_deviations = any(row.get("std") is not None for row in rows)
    columns = VALUE_COLUMNS + ([DEVIATION] if has_deviations else [])
    lines = [
        line([
            arguments.suite, row["table"], row["task"], row["model"], row["metric"], row["value"],
            row["exactness"], names[row["source"]],
        ] + ([row.get("std") or ""] if has_deviations else []))
        for row in rows
    ]
    arguments.folder.mkdir(parents=True, exist_ok=True)
    (arguments.folder / "published.tsv").write_text(
        line(columns) + "".join(lines), encoding="utf-8")
    mapping = arguments.folder / "mapping.tsv"
    if not mapping.exists():
        mapping.write_text(line(MAPPING_COLUMNS), encoding="utf-8")
    seal(arguments.folder, {
        "schemaVersion": 1,
        "id": f"published/{arguments.folder.name}",
        "kind": "published",
        "title": arguments.title,
        "reference": arguments.reference,
        "sources": {name: source for source, name in names.items()},
    })


if __name__ == "__main__":
    main()
