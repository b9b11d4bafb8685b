"""Numbers as Swedish text has them: decimal comma, grouped thousands, small counts in words."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from model.errors import ModelError
from model.swedish.visible import visible

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_COUNT_WORDS = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)
_ORDINAL_WORDS = (
    *("nollte", "första", "andra", "tredje", "fjärde", "femte", "sjätte"),
    *("sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte"),
)
_NUMBER = re.compile(
    r"(?P<sign>[+-]?) ?(?P<whole>[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)"
    r"(?:(?P<mark>[.,])(?P<decimals>[0-9]+))?(?: ?%)?"
)
_MINUS_SIGNS = str.maketrans(dict.fromkeys("‐‑–−", "-"))
_LONGEST = 40


class UnreadableNumber(ModelError):
    """What was typed is not one number; the message is Swedish. `typed` is the text as given."""

    def __init__(self, typed: str, reason: str) -> None:
        super().__init__(f"{reason} Skriv till exempel 9,11 eller 1 234.")
        self.typed = typed


def read_number(text: str) -> Decimal:
    """The exact value of `9,11 %`, `1 234,5`, `−0,4`; a per cent sign is only a unit.

    Thousands may be grouped by any kind of space, three by three; minus may be any dash. A decimal
    point is read as a comma, but `1.234` is refused: it could be either. Raises `UnreadableNumber`.
    """
    typed = " ".join(text.translate(_MINUS_SIGNS).split())
    shown = f"”{visible(text.strip()[:_LONGEST])}”"
    if not typed:
        raise UnreadableNumber(text, "Talet saknas.")
    match = _NUMBER.fullmatch(typed)
    if match is None or len(typed) > _LONGEST:
        raise UnreadableNumber(text, f"{shown} går inte att läsa som ett tal.")
    whole, decimals = match["whole"], match["decimals"] or ""
    if match["mark"] == "." and len(decimals) == 3 and len(whole) <= 3:
        reason = f"{shown} kan betyda två saker. Skriv {whole} {decimals} eller {whole},{decimals}."
        raise UnreadableNumber(text, reason)
    return Decimal(f"{match['sign']}{whole.replace(' ', '')}.{decimals}")


def write_number(value: Decimal | int, *, decimals: int | None = None, plain: bool = False) -> str:
    """`1 234,5` with no-break spaces and a true minus sign; `plain` gives those of a keyboard.

    `decimals` rounds half away from zero to so many places; without it the number is written as
    exactly as it is stored. Raises `ValueError` for infinity and not-a-number.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError("only a finite number can be written")
    if decimals is not None:
        number = _rounded(number, decimals)
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")
    space, minus = (" ", "-") if plain else (NO_BREAK_SPACE, MINUS)
    sign = minus if number < 0 else ""
    return sign + f"{int(whole):,}".replace(",", space) + ("," + fraction if fraction else "")


def percent(value: Decimal | int, *, decimals: int | None = None, plain: bool = False) -> str:
    """`9,11 %`: the figure is already in per cent, the sign is set off by a space."""
    space = " " if plain else NO_BREAK_SPACE
    return f"{write_number(value, decimals=decimals, plain=plain)}{space}%"


def count_word(count: int, *, one: str = "en") -> str:
    """Whole numbers up to twelve in words, as Swedish style guides advise; larger in digits.

    `one` is `ett` for neuter nouns such as mål.
    """
    if count == 1:
        return one
    return _COUNT_WORDS[count] if 0 <= count <= 12 else write_number(count)


def counted(count: int, singular: str, plural: str, *, words: bool = False, one: str = "en") -> str:
    """`1 aktivitet`, `3 aktiviteter`; with `words`, as in running text: `tre aktiviteter`."""
    figure = count_word(count, one=one) if words else write_number(count)
    return f"{figure} {singular if abs(count) == 1 else plural}"


def ordinal(number: int) -> str:
    """`första` to `tolfte` in words, then `13:e`, `21:a`. Raises `ValueError` below one."""
    if number < 1:
        raise ValueError("ordinals start at one")
    if number <= 12:
        return _ORDINAL_WORDS[number]
    ends_in_a = number % 10 in {1, 2} and number % 100 not in {11, 12}
    return f"{number}:{'a' if ends_in_a else 'e'}"


def _rounded(number: Decimal, decimals: int) -> Decimal:
    """Rounded half away from zero, however many digits there are; never a negative zero."""
    with localcontext() as context:
        digits = len(number.as_tuple().digits) + abs(number.adjusted()) + decimals
        context.prec = max(digits + 2, 28)
        rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return rounded or rounded.copy_abs()
