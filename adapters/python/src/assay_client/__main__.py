"""``python -m assay_client try my_model.py``: tries a model without Assay."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from .testing import FLOW_ROLE
from .trial import STEPS, Trial


def main() -> int:
    """The exit code: 0 when every law is kept."""
    parser = argparse.ArgumentParser(
        prog="python -m assay_client", description="Tries a model on made-up data."
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    attempt = verbs.add_parser("try", help="start a program and check that it keeps the protocol")
    attempt.add_argument("program", help="a Python file, or any program")
    attempt.add_argument("arguments", nargs="*", help="its arguments")
    attempt.add_argument("--parameters", default="{}", type=json.loads, help="as JSON")
    attempt.add_argument("--role", type=Path, help="a JSON file with inputs and outputs")
    attempt.add_argument("--steps", type=int, default=STEPS, help="training steps")
    chosen = parser.parse_args()
    program = os.path.abspath(chosen.program)
    command = [sys.executable, program] if program.endswith(".py") else [program]
    role = json.loads(chosen.role.read_text()) if chosen.role else FLOW_ROLE
    package = str(Path(__file__).resolve().parent.parent)
    trial = Trial(
        command + chosen.arguments,
        role,
        folder=os.path.dirname(program),
        parameters=chosen.parameters,
        environment={"PYTHONPATH": package},
        steps=chosen.steps,
    )
    print(f"{chosen.program} on a made-up role:")
    good = trial.run()
    print("Every law is kept." if good else "Not yet a model for Assay; see the line with !!")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
