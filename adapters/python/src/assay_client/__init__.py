"""Models in Python for Assay: `serve` a class with ``fit`` and ``predict``."""

from .core import (
    Budget,
    Diverged,
    Fitted,
    Progress,
    ProtocolError,
    Role,
    Slot,
    TrainingData,
    Unfulfilled,
    __version__,
    serve,
)

__all__ = [
    "Budget",
    "Diverged",
    "Fitted",
    "Progress",
    "ProtocolError",
    "Role",
    "Slot",
    "TrainingData",
    "Unfulfilled",
    "__version__",
    "serve",
]
