"""The part of the registry about planning: the form, and what is picked for it."""

from __future__ import annotations

from tui.action import Action

PLANNING: tuple[Action, ...] = (
    # Planera aktivitet.
    Action("save", "plan", ("ctrl+s",), "spara", "Sparar aktiviteten och går tillbaka."),
    Action("back", "plan", ("escape", "ctrl+g"), "tillbaka", "Går tillbaka. Texten blir utkast."),
    Action("pick_goals", "plan", ("f4", "m"), "mål", "Väljer mål för aktiviteten."),
    Action(
        "ideas",
        "plan",
        ("f2",),
        "idéer",
        "Fyller i formuläret från en färdig idé mot sjukfrånvaro.",
    ),
    Action(
        "carry_over",
        "plan",
        ("f3",),
        "överför",
        "Överför aktiviteter från tidigare år till det här.",
    ),
    Action(
        "toggle_preview",
        "plan",
        ("f5",),
        "rapporttext",
        "Visar hur aktiviteten läses i enhetens rapport, och går tillbaka.",
    ),
    Action(
        "toggle_cancelled",
        "plan",
        ("f8",),
        "utgår",
        "Låter aktiviteten utgå, med ett skäl, eller tar upp den igen.",
    ),
    Action(
        "start_over",
        "plan",
        ("f9",),
        "börja om",
        "Lägger undan det du skrivit och börjar om. En gång till tar fram det igen.",
    ),
    Action(
        "primary_goal",
        "plan",
        ("p",),
        "huvudmål",
        "Ställer det valda målet först. Gäller i listan över mål.",
        False,
    ),
    Action(
        "remove_goal",
        "plan",
        ("delete", "backspace"),
        "ta bort mål",
        "Tar bort det valda målet. Gäller i listan över mål.",
        False,
    ),
    Action("day(1)", "plan", ("plus",), "nästa dag", "Flyttar datumet en dag framåt.", False),
    Action("day(-1)", "plan", ("minus",), "dagen före", "Flyttar datumet en dag bakåt.", False),
    Action("month(1)", "plan", ("pageup",), "nästa månad", "Flyttar datumet en månad fram.", False),
    Action(
        "month(-1)",
        "plan",
        ("pagedown",),
        "månaden före",
        "Flyttar datumet en månad bakåt.",
        False,
    ),
    # Välj mål.
    Action("take", "goals", ("enter",), "ta", "Tar det valda målet, eller alla som är markerade."),
    Action(
        "mark",
        "goals",
        ("tab",),
        "markera",
        "Markerar målet, eller tar bort markeringen. Det första som markeras blir huvudmål.",
    ),
    Action("cancel", "goals", ("escape",), "tillbaka", "Går tillbaka utan att ändra målen."),
    # Idéer mot sjukfrånvaro.
    Action("take", "ideas", ("enter",), "ta", "Fyller i formuläret från idén."),
    Action("back", "ideas", ("escape", "q"), "tillbaka", "Går tillbaka utan att ta någon idé."),
    # Överför från tidigare år.
    Action("take", "carry_over", ("enter",), "överför", "Överför de markerade, annars den valda."),
    Action("mark", "carry_over", ("space",), "markera", "Markerar, eller tar bort markeringen."),
    Action("mark_all", "carry_over", ("a",), "markera alla", "Markerar alla, eller ingen."),
    Action("back", "carry_over", ("escape", "q"), "tillbaka", "Går tillbaka utan att överföra."),
)
"""See `tui.actions.ACTIONS`, of which they are a part."""
