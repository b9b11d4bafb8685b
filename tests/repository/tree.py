"""What belongs to the repository, found without git, since a fresh machine may have none."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("model", "report", "sync", "tui")

_NOT_OURS = {"__pycache__", "build", "dist"}
_DOTTED = {".ci", ".gitattributes", ".gitignore", ".editorconfig"}


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that is kept; environments, caches and builds are left out."""
    for path in sorted(folder.iterdir()):
        hidden = path.name.startswith(".") and path.name not in _DOTTED
        if hidden or path.name in _NOT_OURS or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Every text as (path from the root, content)."""
    for path in files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def code() -> Iterator[tuple[str, str]]:
    """Every Python file as (path from the root, content)."""
    return ((name, text) for name, text in texts() if name.endswith(".py"))
