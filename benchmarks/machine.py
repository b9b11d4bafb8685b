"""On what the figures were taken."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("textual", "rich", "sqlalchemy", "click", "pyte")


def machine() -> dict[str, str]:
    """Processor, cores, system, Python and the libraries that matter, as text."""
    return {
        "processor": f"{os.cpu_count()} × {_processor()}",
        "system": platform.platform(),
        "python": platform.python_version(),
    } | {name: version(name) for name in _LIBRARIES}


def _processor() -> str:
    model = re.search(
        r"^model name\s*:\s*(.+)$",
        Path("/proc/cpuinfo").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return model[1] if model is not None else platform.machine()
