"""Writes mapping.tsv of the published baseline of regularised neural equations and seals its baseline.json.

Run: python3 Scripts/map-neural-de.py Baselines/published/neural-de

Every line is `context`: our tasks have other data (Fashion-MNIST for MNIST, another clinical series for
PhysioNet), sizes and budgets than the papers', choose checkpoints on a validation split, and take the
means over seeds of final weights. Mapped are the numbers that another machine can be set beside:
accuracy, loss and evaluations. Times are of the papers' machines and are not mapped. The papers count
evaluations of one batch of 512 samples solved as one system, which is what ours of a batch are nearest to.
"""

import importlib.util
import pathlib
import sys

SUITE = "neural-de"
# The beginning of the paper's task, our tasks, our evaluation of quality, and the end of our models' names.
TASKS = [
    ("MNIST neural ODE classification", ["digits", "fashion", "mnist"], "classification", ""),
    ("PhysioNet 2012 latent ODE", ["clinical", "physionet"], "interpolation", ""),
    ("MNIST neural SDE classification", ["digits-sde"], "classification", "-sde"),
    ("Spiral SDE fit", ["spiral-sde"], "fitted", "-sde"),
    ("Spiral ODE fit", ["spiral"], "trajectory", ""),
    ("CIFAR10 Standard neural ODE", ["cifar10"], "classification", ""),
]
# The beginning of the paper's model after which another word may follow, and our model; longest first.
MODELS = [
    ("Local Unbiased", "local-unbiased"), ("Local Biased", "local-biased"),
    ("Local unbiased", "local-unbiased"), ("Local biased", "local-biased"),
    ("SRNODE+ERNODE", "error-stiffness"), ("Vanilla", "vanilla"), ("TayNODE", "taylor"),
    ("ERNODE", "error"), ("SRNODE", "stiffness"), ("ERNSDE", "error"), ("SRNSDE", "stiffness"),
]
# The paper's metric, our metric, our evaluation (None: that of quality), and what brings it to our unit.
METRICS = [
    ("test_accuracy_pct", "accuracy", None, "0.01"), ("test_loss_mse", "mse", None, "1"),
    # The error of the means plus that of the variances, of which ours is the mean.
    ("mean_squared_loss", "mse", None, "0.5"), ("nfe", "nfe", "batch", "1"),
    ("nfe_testing", "nfe", "batch", "1"),
]


def load_importer():
    path = pathlib.Path(__file__).with_name("import-published.py")
    specification = importlib.util.spec_from_file_location("importer", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def model(paper):
    """Our model of the paper's; none for a combination that the suite does not have."""
    if paper.startswith("STEER"):
        return None if "+" in paper else "steer"
    return next((ours for name, ours in MODELS if paper.startswith(name)), None)


def main():
    importer = load_importer()
    folder = pathlib.Path(sys.argv[1])
    rows = importer.values(folder)
    metrics = {paper: (ours, evaluation, factor) for paper, ours, evaluation, factor in METRICS}
    lines = [importer.line(importer.MAPPING_COLUMNS + ["factor"])]
    for row in rows:
        ours = model(row["model"])
        # Values that a later paper copied from an earlier one stand there already.
        if ours is None or "copied" in row["model"] or row["metric"] not in metrics:
            continue
        metric, evaluation, factor = metrics[row["metric"]]
        for start, tasks, quality, ending in TASKS:
            for task in tasks if row["task"].startswith(start) else []:
                lines.append(importer.line([
                    SUITE, task, ours + ending, metric, evaluation or quality, "test", "0", row["table"],
                    row["task"], row["model"], row["metric"], "context", factor,
                ]))
    importer.write_mapping(folder, lines)


if __name__ == "__main__":
    main()
