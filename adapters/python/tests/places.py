"""Where things are; makes the package importable from the sources."""

from __future__ import annotations

import importlib.util
import sys
import textwrap
import unittest
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PACKAGE = TESTS.parent / "src"
REPOSITORY = TESTS.parents[2]
EXAMPLES = REPOSITORY / "adapters" / "examples"
ENVIRONMENT = {"PYTHONPATH": str(PACKAGE)}

if str(PACKAGE) not in sys.path:
    sys.path.insert(0, str(PACKAGE))


def needs(*libraries: str) -> object:
    """Skips a test, visibly, where a library is not installed."""
    missing = [each for each in libraries if importlib.util.find_spec(each) is None]
    return unittest.skipIf(missing, f"{', '.join(missing)} not installed")


def program(folder: str, source: str) -> list[str]:
    """A command that runs ``source`` as a file in ``folder``."""
    path = Path(folder, "model.py")
    path.write_text(textwrap.dedent(source))
    return [sys.executable, str(path)]
