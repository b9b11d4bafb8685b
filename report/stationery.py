"""The municipality's own paper: a letterhead for Word, logotype and foot for the other forms."""

from __future__ import annotations

from pathlib import Path

import msgspec

from model.plan.plan import Plan
from report.content import plain
from report.errors import BrokenLogo, MissingLogo
from report.texts import Texts

_LARGEST = 1_000_000
"""Bytes of a logotype: it is in every file."""
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


class Logo(msgspec.Struct, frozen=True):
    """A picture as it is in its file; `form` is png, jpeg or svg."""

    path: Path
    data: bytes
    form: str

    @property
    def media_type(self) -> str:
        """What a web page calls the form."""
        return "image/svg+xml" if self.form == "svg" else f"image/{self.form}"


class Stationery(msgspec.Struct, frozen=True):
    """What the catalogue says of it; nothing of it is read before a form asks for it."""

    letterhead: Path | None = None
    logo_path: Path | None = None
    foot: tuple[str, ...] = ()
    """The lines at the foot of each page, such as the address."""

    def logo(self) -> Logo | None:
        """The logotype, if the municipality has given one; raises a `LogoError`."""
        if self.logo_path is None:
            return None
        try:
            with self.logo_path.open("rb") as stream:
                data = stream.read(_LARGEST + 1)
        except OSError as error:
            raise MissingLogo(self.logo_path) from error
        form = _form_of(data)
        if form is None or len(data) > _LARGEST:
            raise BrokenLogo(self.logo_path)
        return Logo(self.logo_path, data, form)


PLAIN = Stationery()


def stationery_of(plan: Plan, folder: Path) -> Stationery:
    """What the municipality's catalogue names; files are looked for in `folder`.

    The settings `letterhead` and `logo` are file names there, or whole paths. Raises `TextError`.
    """
    foot = Texts(plan.texts).paragraphs("page.foot")
    return Stationery(
        letterhead=_named(plan, "letterhead", folder),
        logo_path=_named(plan, "logo", folder),
        foot=tuple(plain(runs) for runs in foot),
    )


def _named(plan: Plan, setting: str, folder: Path) -> Path | None:
    named = plan.settings.get(setting, "").strip()
    return folder / named if named else None


def _form_of(data: bytes) -> str | None:
    for beginning, form in _BEGINNINGS.items():
        if data.startswith(beginning):
            return form
    return "svg" if b"<svg" in data[:2000] else None
