"""Writes mapping.tsv of the published baseline of CFDBench and seals its baseline.json again.

Run: python3 Scripts/map-cfdbench.py Baselines/published/cfdbench

A line `yes` stands for a task that follows the paper's own protocol, `context` for a task that corrects
it and for curves of Figure 8 that the authors' plot script shows to be trained on PROP alone (all but
FNO and U-Net, and those too on the cylinder) or that were asked frame by frame. As in the paper's
harness, the image models are scored on u and v, the others and the identity on u alone in the published
one-step protocol; roll-outs on u alone. Our roll-out position k, counted from 1, is the k-th
prediction, which the paper plots as step k - 1. Of Table 8 the rows of all cases are mapped; our suite
has no direct task for single sweeps.
"""

import importlib.util
import pathlib
import sys

SUITE = "cfdbench"
PROBLEMS = ["cavity", "tube", "dam", "cylinder"]
# Our tasks of a problem, and whether each follows the paper's protocol.
TASKS = [("{}-published", "yes"), ("{}-bc", "context"), ("{}-prop", "context"),
         ("{}-geo", "context")]
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
DIRECT_MODELS = [("FFN", "ffn"), ("DeepONet", "deeponet")]
DIRECT_TASK = "{}-direct-published"
ONE_STEP = ("Figure 7", "{}/All one-step autoregressive")
ROLL_OUT = ("Figure 8", "{} multi-step rollout, plotted step {} of 0..19")
DIRECT = ("Table 8", "{}/All one-frame non-autoregressive")


def load_importer():
    path = pathlib.Path(__file__).with_name("import-published.py")
    specification = importlib.util.spec_from_file_location("importer", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def candidates(problem):
    """Lines without the suite: task, model, metric, evaluation, position, table, the paper's names."""
    for task, protocol in TASKS:
        for paper, ours, evaluation, subset in MODELS:
            evaluation = evaluation if protocol == "yes" else "one-step"
            names = [task.format(problem), ours, "nmse"]
            yield names + [evaluation, "0", ONE_STEP[0], ONE_STEP[1].format(problem), paper, "NMSE",
                           protocol]
            curve = protocol if subset == "All" and problem != "cylinder" else "context"
            for step in range(20):
                yield names + ["rollout", str(step + 1), ROLL_OUT[0],
                               ROLL_OUT[1].format(problem, step), paper, "NMSE", curve]
    for paper, ours in DIRECT_MODELS:
        task = DIRECT_TASK.format(problem)
        for metric in ["NMSE", "MSE", "MAE"]:
            yield [task, ours, metric.lower(), "frames-u", "0", DIRECT[0], DIRECT[1].format(problem),
                   paper, metric, "yes"]
        for step in range(20):
            yield [task, ours, "nmse", "rollout", str(step + 1), ROLL_OUT[0],
                   ROLL_OUT[1].format(problem, step), paper, "NMSE", "context"]


def main():
    importer = load_importer()
    folder = pathlib.Path(sys.argv[1])
    rows = importer.values(folder)
    known = {(row["table"], row["task"], row["model"], row["metric"]) for row in rows}
    lines = [importer.line(importer.MAPPING_COLUMNS)]
    for problem in PROBLEMS:
        for candidate in candidates(problem):
            task, model, metric, evaluation, position, table, paper_task, paper, name, mark = candidate
            # Markers that are hidden in a figure could not be read and have no value.
            if (table, paper_task, paper, name) in known:
                lines.append(importer.line([
                    SUITE, task, model, metric, evaluation, "test", position, table, paper_task,
                    paper, name, mark,
                ]))
    importer.write_mapping(folder, lines)


if __name__ == "__main__":
    main()
