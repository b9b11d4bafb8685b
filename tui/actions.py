"""The registry of actions: the one place that says which key does what, and where.

Key bindings, the key bar, the command palette, F1 help and the keys page of the handbook are
all made from this table. Keys that a Swedish keyboard or Windows Terminal cannot give are not
used: no AltGr characters, no ctrl+h/i/j/m, no alt.
"""

from __future__ import annotations

from tui.action import Action, finalising, taking_back, taking_in
from tui.central_actions import CENTRAL_ACTIONS, CENTRAL_CONTEXTS
from tui.planning_actions import PLANNING
from tui.sharing_actions import SHARING_ACTIONS, SHARING_CONTEXTS, exchanging

__all__ = ["ACTIONS", "CONTEXTS", "EVERYWHERE", "Action", "action", "actions_in"]

EVERYWHERE = "everywhere"

CONTEXTS: dict[str, str] = {
    EVERYWHERE: "Överallt",
    "home": "Start",
    "overview": "Översikt",
    "queue": "Snabbstatus",
    "comment": "Kommentar",
    "plan": "Planera aktivitet",
    "goals": "Välj mål",
    "ideas": "Idéer mot sjukfrånvaro",
    "carry_over": "Överför från tidigare år",
    "details": "Aktivitet",
    "findings": "Granska",
    "history": "Historik",
    "search": "Sök",
    "settings": "Inställningar",
    "first_start": "Första start",
    "hand_in": "Lämna in",
    "report": "Enhetens rapport",
    "sheet": "Läs in kalkylblad",
    "conflicts": "Välj värde",
    **CENTRAL_CONTEXTS,
    **SHARING_CONTEXTS,
    "facts": "Orsak och uppföljning",
    "ask": "Fråga",
    "finals": "Slutförda dokument",
    "people": "Välj person",
    "palette": "Allt som går att göra",
    "message": "Meddelande",
}
"""The contexts in which keys mean something, with their Swedish names."""


ACTIONS: tuple[Action, ...] = (
    Action("help", EVERYWHERE, ("f1",), "hjälp", "Visar hjälp för det som är markerat."),
    Action(
        "command_palette",
        EVERYWHERE,
        ("ctrl+p",),
        "allt",
        "Visar allt som går att göra, med sökning.",
    ),
    Action("quit", EVERYWHERE, ("ctrl+q",), "avsluta", "Avslutar. Allt är redan sparat.", False),
    Action(
        "copy",
        EVERYWHERE,
        ("ctrl+c",),
        "kopiera",
        "Kopierar det som är markerat, eller den rad som är vald.",
        False,
    ),
    # Start.
    Action(
        "quick_status",
        "home",
        ("space",),
        "snabbstatus",
        "Går igenom aktiviteterna en i taget från den valda: en tangent per status.",
    ),
    Action("new_activity", "home", ("n",), "ny", "Planerar en ny aktivitet."),
    Action("hand_in", "home", ("l",), "lämna in", "Lämnar in tertialet, eller tar tillbaka det."),
    Action("findings", "home", ("v",), "granska", "Visar anmärkningarna, med hopp till fältet."),
    Action(
        "open_details",
        "home",
        ("enter",),
        "öppna",
        "Öppnar den valda aktiviteten med allt som står om den.",
        False,
    ),
    *(
        Action(
            f"status({number})",
            "home",
            (str(number),),
            "status",
            "Sätter status på den valda aktiviteten.",
            number == 1,
        )
        for number in range(1, 9)
    ),
    Action(
        "unchanged",
        "home",
        ("o",),
        "oförändrat",
        "Upprepar förra tertialets status och kommentar, märkt som oförändrat.",
    ),
    Action("comment", "home", ("k",), "kommentar", "Skriver kommentar till den valda aktiviteten."),
    Action("edit_activity", "home", ("e",), "ändra", "Ändrar den valda aktiviteten."),
    Action("report", "home", ("r",), "rapport", "Visar enhetens rapport och sparar den som fil."),
    Action(
        "handover",
        "home",
        ("a",),
        "överlämna",
        "Skriver det som en person ansvarar för till fil, för den som tar över.",
        False,
    ),
    Action("history", "home", ("h",), "historik", "Visar vem som ändrat vad och när.", False),
    *taking_back("home"),
    taking_in("home"),
    Action(
        "settle",
        "home",
        ("w",),
        "välj värde",
        "Väljer vad som ska gälla där två har skrivit olika.",
        False,
    ),
    Action("search", "home", ("slash",), "sök", "Söker bland aktiviteter, mål och kommentarer."),
    *exchanging("home"),
    Action("settings", "home", ("i",), "inställningar", "Ändrar utseende och uppgifter.", False),
    Action(
        "toggle_pane",
        "home",
        ("tab",),
        "detaljer",
        "Växlar mellan listan och detaljerna när fönstret är smalt.",
        False,
    ),
    Action("next_unit", "home", ("b",), "byt enhet", "Byter till nästa enhet i hemmet.", False),
    Action(
        "leave",
        "home",
        ("escape",),
        "tillbaka",
        "Går tillbaka: från detaljerna till listan, från en enhet till översikten.",
        False,
    ),
    Action(
        "next_tertial",
        "home",
        ("t",),
        "byt tertial",
        "Byter mellan tertialet som rapporteras, det som har börjat och det före.",
        False,
    ),
    # Läs in kalkylblad.
    Action("take_in", "sheet", ("enter",), "läs in", "Läser in de rader som inte avvisas."),
    Action("back", "sheet", ("escape",), "tillbaka", "Går tillbaka; inget är ändrat."),
    # Snabbstatus.
    *(
        Action(
            f"choose({number})",
            "queue",
            (str(number),),
            "status",
            "Väljer status för aktiviteten.",
            number == 1,
        )
        for number in range(1, 9)
    ),
    Action("next", "queue", ("enter",), "nästa", "Sparar och går till nästa aktivitet."),
    Action("comment", "queue", ("k",), "kommentar", "Skriver kommentar. Enter är klar."),
    Action("back", "queue", ("escape",), "tillbaka", "Sparar det valda och går tillbaka."),
    Action(
        "facts",
        "queue",
        ("f",),
        "orsak m.m.",
        "Anger orsak, vad som inväntas, när det följs upp och faktiskt slutdatum.",
    ),
    Action(
        "unchanged",
        "queue",
        ("o",),
        "oförändrat",
        "Upprepar förra tertialets status och kommentar, och går till nästa.",
    ),
    Action(
        "previous",
        "queue",
        ("backspace", "up"),
        "föregående",
        "Sparar och går till den föregående.",
    ),
    Action("skip", "queue", ("down",), "hoppa över", "Går till nästa. Det valda sparas.", False),
    Action("month", "queue", ("m",), "+1 månad", "Nytt slutdatum en månad fram.", False),
    Action(
        "tertial_end",
        "queue",
        ("t",),
        "nästa tertials slut",
        "Nytt slutdatum vid nästa tertials slut.",
        False,
    ),
    Action("own_date", "queue", ("d",), "eget datum", "Skriver ett eget nytt slutdatum.", False),
    *taking_back("queue"),
    # Kommentaren i snabbstatus.
    Action("done", "comment", ("enter",), "klar, nästa", "Är klar; sparar och går till nästa."),
    Action("leave", "comment", ("escape",), "tillbaka till status", "Lämnar texten som den är."),
    Action("new_line", "comment", ("ctrl+n",), "ny rad", "Börjar en ny rad."),
    # Lämna in.
    Action(
        "go_on",
        "hand_in",
        ("enter",),
        "lämna in",
        "Lämnar in tertialet. Saknas något går det först dit.",
    ),
    Action("take_back", "hand_in", ("t",), "ta tillbaka", "Tar tillbaka inlämningen."),
    Action("sync", "hand_in", ("s",), "skicka nu", "Skickar det som väntar och hämtar andras."),
    Action("back", "hand_in", ("escape",), "tillbaka", "Går tillbaka utan att göra något."),
    # Aktivitet.
    Action("status", "details", ("s",), "status", "Sätter status på aktiviteten."),
    Action("edit", "details", ("e",), "ändra", "Ändrar aktiviteten."),
    Action("history", "details", ("h",), "historik", "Visar vem som ändrat vad och när."),
    Action(
        "settle",
        "details",
        ("w",),
        "välj värde",
        "Väljer vad som ska gälla där två har skrivit olika.",
        False,
    ),
    *taking_back("details"),
    Action("back", "details", ("escape", "q"), "tillbaka", "Går tillbaka till listan."),
    # Granska.
    Action("open", "findings", ("enter",), "rätta", "Går till det fält som anmärkningen gäller."),
    Action(
        "waive",
        "findings",
        ("m",),
        "åsidosätt",
        "Åsidosätter anmärkningen med en motivering, eller tar upp den igen.",
    ),
    *taking_back("findings"),
    Action("back", "findings", ("escape", "q"), "tillbaka", "Går tillbaka till listan."),
    # Välj värde.
    Action("take", "conflicts", ("enter",), "ta", "Låter det markerade värdet gälla."),
    Action("mark(-1)", "conflicts", ("left",), "till vänster", "Markerar värdet till vänster."),
    Action("mark(1)", "conflicts", ("right",), "till höger", "Markerar värdet till höger."),
    Action(
        "write", "conflicts", ("e",), "skriv eget", "Skriver ett eget värde, från det markerade."
    ),
    Action("scroll(1)", "conflicts", ("pagedown",), "rulla ned", "Visar mer av värdet.", False),
    Action("scroll(-1)", "conflicts", ("pageup",), "rulla upp", "Visar det som var före.", False),
    Action("go(1)", "conflicts", ("down",), "nästa", "Visar nästa ställe med två värden."),
    Action("go(-1)", "conflicts", ("up",), "föregående", "Visar stället före.", False),
    *taking_back("conflicts"),
    Action("back", "conflicts", ("escape", "q"), "tillbaka", "Går tillbaka utan att välja."),
    *SHARING_ACTIONS,
    *PLANNING,
    # Enhetens rapport.
    Action("save", "report", ("s",), "spara som fil", "Sparar rapporten som fil."),
    *finalising("report"),
    Action("back", "report", ("escape", "q"), "tillbaka", "Går tillbaka till listan."),
    # Slutförda dokument.
    Action("save", "finals", ("enter", "s"), "spara kopia", "Sparar en kopia, byte för byte."),
    Action("verify", "finals", ("v",), "kontrollera", "Säger om en fil är ett slutfört dokument."),
    Action("back", "finals", ("escape", "q"), "tillbaka", "Går tillbaka."),
    # Inställningar.
    Action("change", "settings", ("enter", "space"), "ändra", "Ändrar den valda inställningen."),
    Action("back", "settings", ("escape", "q"), "tillbaka", "Går tillbaka till listan."),
    # Första start.
    Action("begin", "first_start", ("ctrl+s",), "börja", "Sparar uppgifterna och öppnar planen."),
    # Historik.
    Action("copy_row", "history", ("c",), "kopiera", "Kopierar den valda raden."),
    *taking_back("history"),
    Action("back", "history", ("escape", "q"), "tillbaka", "Går tillbaka."),
    *CENTRAL_ACTIONS,
    *exchanging("overview"),
    Action(
        "settle",
        "overview",
        ("w",),
        "välj värde",
        "Väljer vad som ska gälla där två har skrivit olika.",
        False,
    ),
    taking_in("overview"),
    Action("settings", "overview", ("i",), "inställningar", "Ändrar utseende och uppgifter."),
)
"""Every action, in the order in which bar, help and handbook show them."""


def actions_in(context: str) -> tuple[Action, ...]:
    """The actions of one context."""
    return tuple(action for action in ACTIONS if action.context == context)


def action(context: str, name: str) -> Action:
    """One action by its name; raises `KeyError` for one that is not in the registry."""
    for each in ACTIONS:
        if (each.context, each.name) == (context, name):
            return each
    raise KeyError(f"{context}.{name}")
