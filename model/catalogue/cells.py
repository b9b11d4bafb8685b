"""One value of the file: from TOML to what the journal holds, with what is wrong in Swedish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from model.catalogue.faults import CatalogueError, suggestion
from model.catalogue.table import Column, Shape

Json = Any
"""A JSON value as Python builtins; dates are ISO text."""

YEARS = range(1990, 2101)
"""Years that a plan can be about; another one is a slip of the finger."""

_MOST = 1_000_000
_KEY = re.compile(r"[\w.\-/+]+")
_BLANKS = re.compile(r"[ \t\n]+")
_DECIMAL = re.compile(r"[-\u2212]?\d+(?:\.\d+)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Unfit(CatalogueError):
    """A value cannot stand where it stands; the message goes into a fault."""


def read_value(column: Column, raw: object) -> Json:
    """What the journal holds for a TOML value; for references still the keys as written.

    Raises `Unfit` with a Swedish sentence that names the key.
    """
    if raw == "" and column.is_optional:
        return None
    return _READERS[column.shape](column, raw)


def canonical(column: Column, value: Json) -> Json:
    """A journal value as it would be after a turn through the file, so that equal means equal."""
    if isinstance(value, str):
        if column.shape is Shape.LINE:
            return one_line(value)
        if column.shape is Shape.TEXT:
            return paragraphs(value)
    if column.shape is Shape.WORDS and isinstance(value, list):
        return [one_line(word) for word in value]
    return value


def one_line(text: str) -> str:
    """The text with every run of blanks and line breaks as one blank; no-break spaces stay."""
    return _BLANKS.sub(" ", text.replace("\r", "\n")).strip(" ")


def paragraphs(text: str) -> str:
    """The text with Unix line ends and no blanks at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")


def key_text(raw: object, key: str) -> str:
    """A key in composed form; raises `Unfit` for what cannot be a key."""
    text = unicodedata.normalize("NFC", _text(key, raw)).strip()
    if not text:
        raise Unfit(f"”{key}” är tom.")
    if _KEY.fullmatch(text) is None:
        better = "-".join(re.findall(r"[\w.]+", text.casefold()))
        raise Unfit(
            f"”{key}” får bara ha bokstäver, siffror, punkt, snedstreck och bindestreck, "
            f"inte ”{one_line(text)}”." + (f" Menade du ”{better}”?" if better else "")
        )
    return text


def kind_of(raw: object) -> str:
    """What somebody has written, in Swedish: `ett heltal`."""
    for kind, words in _KINDS:
        if isinstance(raw, kind):
            return words
    return "något annat"


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true eller false"),
    (int, "ett heltal"),
    (float, "ett decimaltal"),
    (str, "en text"),
    (datetime, "ett datum med klockslag"),
    (date, "ett datum"),
    (time, "ett klockslag"),
    (list, "en lista"),
    (dict, "en tabell"),
)


def _text(key: str, raw: object) -> str:
    if not isinstance(raw, str):
        raise Unfit(f"”{key}” ska vara text inom citattecken, inte {kind_of(raw)}.")
    return raw


def _read_key(column: Column, raw: object) -> Json:
    return key_text(raw, column.key)


def _read_line(column: Column, raw: object) -> Json:
    text = one_line(_text(column.key, raw))
    if column.required and not text:
        raise Unfit(f"”{column.key}” är tom.")
    return text


def _read_text(column: Column, raw: object) -> Json:
    text = paragraphs(_text(column.key, raw))
    if column.required and not text:
        raise Unfit(f"”{column.key}” är tom.")
    return text


def _list(column: Column, raw: object) -> list[str]:
    if not isinstance(raw, list):
        raise Unfit(
            f'”{column.key}” ska vara en lista inom hakparenteser, som {column.key} = ["…"], '
            f"inte {kind_of(raw)}."
        )
    words = []
    for word in raw:
        if not isinstance(word, str):
            raise Unfit(
                f"”{column.key}” ska bara ha texter inom citattecken, inte {kind_of(word)}."
            )
        words.append(word)
    return words


def _read_words(column: Column, raw: object) -> Json:
    words = [one_line(word) for word in _list(column, raw)]
    if "" in words:
        raise Unfit(f"”{column.key}” har en tom text.")
    return words


def _read_choice(column: Column, raw: object) -> Json:
    word = _text(column.key, raw)
    if word not in column.choices:
        valid = {choice: choice for choice in column.choices if choice}
        swedish = {words: choice for choice, words in column.choices.items() if choice}
        raise Unfit(f"”{column.key}” kan inte vara ”{word}”. {suggestion(word, valid | swedish)}")
    return word


def _read_date(column: Column, raw: object) -> Json:
    if isinstance(raw, str) and _ISO.fullmatch(raw.strip()):
        raise Unfit(f"”{column.key}” är ett datum: skriv {raw.strip()} utan citattecken.")
    if isinstance(raw, datetime) or not isinstance(raw, date):
        written = f"”{raw}”" if isinstance(raw, str) else kind_of(raw)
        raise Unfit(f"”{column.key}” ska vara ett datum som 2024-09-30, inte {written}.")
    if raw.year not in YEARS:
        raise Unfit(f"”{column.key}” har ett orimligt år, {raw.year}.")
    return raw.isoformat()


def _read_year(column: Column, raw: object) -> Json:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise Unfit(f"”{column.key}” ska vara ett årtal som 2024, inte {kind_of(raw)}.")
    if raw not in YEARS:
        raise Unfit(f"”{column.key}” har ett orimligt år, {raw}.")
    return raw


def _read_count(column: Column, raw: object) -> Json:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise Unfit(f"”{column.key}” ska vara ett heltal utan citattecken, inte {kind_of(raw)}.")
    if not 0 <= raw <= _MOST:
        raise Unfit(f"”{column.key}” ska vara ett tal från 0 till {_MOST}, inte {raw}.")
    return raw


def _read_yes_no(column: Column, raw: object) -> Json:
    if not isinstance(raw, bool):
        raise Unfit(f"”{column.key}” ska vara true (ja) eller false (nej), inte {kind_of(raw)}.")
    return raw


def _read_decimal(column: Column, raw: object) -> Json:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raise Unfit(
            f"”{column.key}” ska stå inom citattecken så att inget avrundas: "
            f'skriv {column.key} = "{Decimal(str(raw))}".'
        )
    text = _text(column.key, raw).strip()
    return text if text == "" and not column.required else _decimal(column, text)


def _decimal(column: Column, text: str) -> str:
    if _DECIMAL.fullmatch(text) is None:
        with_point = text.replace(",", ".").replace(" ", "").replace("\u00a0", "")
        hint = f" Skriv ”{with_point}”." if _DECIMAL.fullmatch(with_point) else ""
        raise Unfit(
            f"”{column.key}” ska vara ett tal med decimalpunkt som ”9.11”, inte ”{text}”.{hint}"
        )
    return text.replace("\u2212", "-")


def _read_decimals(column: Column, raw: object) -> Json:
    if isinstance(raw, list) and any(
        isinstance(number, int | float) and not isinstance(number, bool) for number in raw
    ):
        raise Unfit(
            f"”{column.key}” ska ha varje tal inom citattecken så att inget avrundas, "
            f'som {column.key} = ["58.0", "63.4"].'
        )
    numbers = [_decimal(column, word.strip()) for word in _list(column, raw)]
    if column.required and not numbers:
        raise Unfit(f"”{column.key}” är tom.")
    return numbers


def _read_reference(column: Column, raw: object) -> Json:
    word = unicodedata.normalize("NFC", _text(column.key, raw)).strip()
    if not word:
        raise Unfit(f"”{column.key}” är tom.")
    return word


def _read_references(column: Column, raw: object) -> Json:
    words = [unicodedata.normalize("NFC", word).strip() for word in _list(column, raw)]
    if column.required and not words:
        raise Unfit(f"”{column.key}” är tom.")
    return words


_READERS: dict[Shape, Callable[[Column, object], Json]] = {
    Shape.KEY: _read_key,
    Shape.LINE: _read_line,
    Shape.TEXT: _read_text,
    Shape.WORDS: _read_words,
    Shape.CHOICE: _read_choice,
    Shape.DATE: _read_date,
    Shape.YEAR: _read_year,
    Shape.COUNT: _read_count,
    Shape.YES_NO: _read_yes_no,
    Shape.DECIMAL: _read_decimal,
    Shape.DECIMALS: _read_decimals,
    Shape.REFERENCE: _read_reference,
    Shape.REFERENCES: _read_references,
}
