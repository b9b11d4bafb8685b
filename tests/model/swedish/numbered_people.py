"""Personal identity numbers of nobody, made with the check digit that the rules give."""


def personal_number(day: str, serial: str) -> str:
    """Ten digits: the given six, the given three, and the Luhn check digit."""
    total = 0
    for place, digit in enumerate(day + serial):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return f"{day}{serial}{-total % 10}"
