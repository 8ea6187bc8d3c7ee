"""Writes a file of reference values with the versions of what made them."""

import importlib.metadata
import json
import platform


def rounded(values):
    """Inputs with few digits, so that ties are exact and the file stays small."""
    return [float(f"{value:.6g}") for value in values]


def store(name, values, packages):
    versions = {"python": platform.python_version()}
    versions |= {package: importlib.metadata.version(package) for package in packages}
    with open(f"{name}.json", "w") as file:
        json.dump({"versions": versions} | values, file, indent=1, default=float)
        file.write("\n")
