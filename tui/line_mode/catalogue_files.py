"""What the commands on goal catalogues share."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

CATALOGUE = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A catalogue that is there to be read."""


def known_texts() -> Collection[str]:
    """The keys of the fixed texts that a municipality can have in its own words."""
    from report.texts import fixed_texts

    return fixed_texts().keys()
