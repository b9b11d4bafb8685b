"""Numbers as Swedish text has them: decimal comma, grouped thousands, small counts in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_COUNT_WORDS = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)


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


def _rounded(number: Decimal, decimals: int) -> Decimal:
    """Rounded half away from zero, however many digits there are; never a negative zero."""
    with localcontext() as context:
        digits = len(number.as_tuple().digits) + abs(number.adjusted()) + decimals
        context.prec = max(digits + 2, 28)
        rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return rounded or rounded.copy_abs()
