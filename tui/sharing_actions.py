"""The part of the registry about sending and receiving."""

from __future__ import annotations

from tui.action import Action

SHARING_CONTEXTS: dict[str, str] = {"sharing": "Delning", "farewell": "Avsluta"}


def exchanging(context: str) -> tuple[Action, Action]:
    """Exchanging now, and how it stands, wherever a first screen is."""
    return (
        Action(
            "sync",
            context,
            ("s",),
            "synka",
            "Skickar det som väntar och hämtar andras.",
            context == "home",
        ),
        Action(
            "sharing",
            context,
            ("d",),
            "delning",
            "Visar vad som är skickat, vad som väntar och varför, och byter delning.",
            False,
        ),
    )


SHARING_ACTIONS: tuple[Action, ...] = (
    # Delning.
    Action("sync", "sharing", ("s",), "synka", "Skickar det som väntar och hämtar andras."),
    Action("stop", "sharing", ("a",), "avbryt", "Avbryter synkningen. Det som är gjort är klart."),
    Action("add", "sharing", ("n",), "lägg till", "Börjar använda en delning som finns."),
    Action(
        "create",
        "sharing",
        ("k",),
        "skapa",
        "Skapar en delning, eller gör om en som har tömts, och börjar använda den.",
    ),
    Action(
        "forget",
        "sharing",
        ("g", "delete"),
        "glöm",
        "Slutar använda den valda delningen. Inget tas bort, varken här eller där.",
    ),
    Action(
        "write_bundle",
        "sharing",
        ("p",),
        "skriv paket",
        "Skriver en fil med det som den här datorn har, för e-post eller USB-minne.",
        False,
    ),
    Action(
        "read_bundle",
        "sharing",
        ("l",),
        "läs paket",
        "Läser in en fil som någon annan har skrivit. Inget skrivs över.",
        False,
    ),
    Action("back", "sharing", ("escape", "q"), "tillbaka", "Går tillbaka."),
    # Avsluta.
    Action("leave", "farewell", ("escape",), "avsluta nu", "Avslutar utan att vänta."),
)
"""See `tui.actions.ACTIONS`, of which they are a part."""
