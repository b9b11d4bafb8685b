"""The example's goal catalogue, which also serves as the one to start from."""

from __future__ import annotations

from importlib.resources import files


def example_catalogue() -> bytes:
    """The bytes of the file that comes with the program."""
    return (files("model.example") / "ange.toml").read_bytes()
