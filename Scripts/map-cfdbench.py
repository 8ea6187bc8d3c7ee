"""Writes mapping.tsv of the published baseline of CFDBench and seals its baseline.json again.

Run: python3 Scripts/map-cfdbench.py Baselines/published/cfdbench

Only the autoregressive cavity results have a counterpart. A line `yes` stands for the task that
follows the paper's own protocol, `context` for a task that corrects it and for curves of Figure 8 that
the authors' plot script shows to be trained on PROP alone (all but FNO and U-Net). As in the paper's harness, the
image models are scored on u and v, the others and the identity on u alone in the published one-step
protocol; roll-outs on u alone. Our roll-out position k, counted from 1, is the k-th prediction, which
the paper plots as step k - 1.
"""

import csv
import importlib.util
import json
import pathlib
import sys

SUITE = "cfdbench"
# Our task, whether it follows the paper's protocol.
TASKS = [
    ("cavity-all-published", "yes"), ("cavity-bc", "context"), ("cavity-prop", "context"),
    ("cavity-geo", "context"),
]
# The paper's model, our model, our one-step evaluation under the paper's protocol, and what the
# roll-out of Figure 8 was trained on.
MODELS = [
    ("Identity", "identity", "one-step-u", "PROP"),
    ("Auto-FFN", "auto-ffn", "one-step-u", "PROP"),
    ("Auto-DeepONet", "auto-deeponet", "one-step-u", "PROP"),
    ("Auto-EDeepONet", "auto-edeeponet", "one-step-u", "PROP"),
    ("Auto-DeepONetCNN", "auto-deeponet-cnn", "one-step-u", "PROP"),
    ("FNO", "fno", "one-step", "All"),
    ("U-Net", "unet", "one-step", "All"),
]
ONE_STEP = ("Figure 7", "cavity/All one-step autoregressive")
ROLL_OUT = ("Figure 8", "cavity multi-step rollout, plotted step {} of 0..19")


def load_importer():
    path = pathlib.Path(__file__).with_name("import-published.py")
    specification = importlib.util.spec_from_file_location("importer", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def candidates(task, comparable):
    for paper, ours, evaluation, subset in MODELS:
        evaluation = evaluation if comparable == "yes" else "one-step"
        yield [ours, evaluation, "0", *ONE_STEP, paper, comparable]
        curve = comparable if subset == "All" else "context"
        for step in range(20):
            task = ROLL_OUT[1].format(step)
            yield [ours, "rollout", str(step + 1), ROLL_OUT[0], task, paper, curve]


def main():
    importer = load_importer()
    folder = pathlib.Path(sys.argv[1])
    with (folder / "published.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    known = {(row["table"], row["task"], row["model"]) for row in rows if row["metric"] == "NMSE"}
    lines = [importer.line(importer.MAPPING_COLUMNS)]
    for task, protocol in TASKS:
        for candidate in candidates(task, protocol):
            model, evaluation, position, table, paper_task, paper, comparable = candidate
            # Markers that are hidden in a figure could not be read and have no value.
            if (table, paper_task, paper) in known:
                lines.append(importer.line([
                    SUITE, task, model, "nmse", evaluation, "test", position, table, paper_task,
                    paper, "NMSE", comparable,
                ]))
    (folder / "mapping.tsv").write_text("".join(lines), encoding="utf-8")
    importer.seal(folder, json.loads((folder / "baseline.json").read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
