"""The registry's part for the centre: the overview, assessing, and what is followed up."""

from __future__ import annotations

from tui.action import Action, finalising, taking_back

CENTRAL_CONTEXTS: dict[str, str] = {
    "assess": "Bedöm målen",
    "assess_text": "Text om målet",
    "goal_matrix": "Mål × enheter",
    "follow_up": "Följ upp",
    "oversight": "Uppsiktsplan",
    "units": "Välj enhet",
    "lock": "Låsning",
    "export": "Exportera",
    "question": "Är det säkert?",
    "measures": "Mått",
    "budget": "Budget",
    "memo": "Tjänsteskrivelse",
    "memo_text": "Text i tjänsteskrivelsen",
}

CENTRAL_ACTIONS: tuple[Action, ...] = (
    # Översikt.
    Action("open", "overview", ("enter",), "öppna", "Öppnar den valda enheten."),
    Action(
        "assess",
        "overview",
        ("b",),
        "bedöm målen",
        "Bedömer kommunstyrelsens mål, med förslag ur aktiviteterna.",
    ),
    Action(
        "missing",
        "overview",
        ("m",),
        "saknas",
        "Visar vilka som inte har lämnat in och kopierar listan, att klistra in i ett mejl.",
    ),
    Action(
        "goal_matrix",
        "overview",
        ("g",),
        "mål × enheter",
        "Visar hur många aktiviteter varje enhet har mot varje mål.",
    ),
    Action(
        "follow_up",
        "overview",
        ("f",),
        "följ upp",
        "Visar vad som väntar och på vad, vad som har halkat efter och vad som saknar ersättare.",
    ),
    Action("lock", "overview", ("l",), "lås", "Visar låsningen av tertialet, och sena ändringar."),
    Action(
        "findings",
        "overview",
        ("v",),
        "granska",
        "Visar anmärkningarna på det som går att rätta här: mål, mått, budget och rapporter.",
    ),
    Action("measures", "overview", ("n",), "mått", "Visar måtten, och skriver in utfall.", False),
    Action("budget", "overview", ("e",), "budget", "Visar budgeten och vad som skiljer.", False),
    Action(
        "memo",
        "overview",
        ("k",),
        "tjänsteskrivelse",
        "Skriver tjänsteskrivelsen till tertialrapporten.",
        False,
    ),
    Action(
        "oversight",
        "overview",
        ("p",),
        "uppsiktsplan",
        "Visar vilken enhet som redovisar för vilket utskott, och vad som beslutades.",
    ),
    Action(
        "export",
        "overview",
        ("x",),
        "exportera",
        "Skriver måluppföljning, verksamhetsplan och andra dokument till fil.",
    ),
    Action(
        "handover",
        "overview",
        ("a",),
        "överlämna",
        "Skriver det som en person ansvarar för till fil, för den som tar över.",
        False,
    ),
    Action("search", "overview", ("slash",), "sök", "Söker bland aktiviteter och mål."),
    Action("next_tertial", "overview", ("t",), "byt tertial", "Byter mellan tertialen."),
    *taking_back("overview"),
    # Bedöm målen.
    *(
        Action(
            f"choose({number})",
            "assess",
            (str(number),),
            "nivå",
            "Bedömer målet. En annan nivå än förslaget behöver en motivering.",
            number == 1,
        )
        for number in range(1, 5)
    ),
    Action("next", "assess", ("enter",), "nästa", "Går till nästa mål som inte är bedömt."),
    Action("motivation", "assess", ("m",), "motivering", "Skriver varför målet bedöms så."),
    Action(
        "summary",
        "assess",
        ("s",),
        "sammanfattning",
        "Skriver den text som står under bedömningen i tertialrapporten.",
    ),
    Action(
        "comment",
        "assess",
        ("k",),
        "kommentar",
        "Skriver den kommentar som står vid målet i målavstämningen.",
    ),
    Action(
        "analysis", "assess", ("a",), "årets analys", "Skriver analysen av året, för hela kommunen."
    ),
    Action(
        "settle",
        "assess",
        ("w",),
        "välj värde",
        "Väljer vad som ska gälla där två har skrivit olika.",
        False,
    ),
    *taking_back("assess"),
    Action("back", "assess", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Texten om målet.
    Action("done", "assess_text", ("enter",), "spara", "Sparar texten."),
    Action("new_line", "assess_text", ("ctrl+n",), "ny rad", "Börjar en ny rad."),
    Action("leave", "assess_text", ("escape",), "tillbaka", "Lämnar texten som ett utkast."),
    # Mål × enheter.
    Action("mark(-1)", "goal_matrix", ("left",), "målet före", "Markerar målet till vänster."),
    Action("mark(1)", "goal_matrix", ("right",), "nästa mål", "Markerar målet till höger."),
    Action("open", "goal_matrix", ("enter",), "öppna", "Öppnar den valda enheten."),
    Action("assess", "goal_matrix", ("b",), "bedöm", "Bedömer det markerade målet.", False),
    Action("back", "goal_matrix", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Uppsiktsplan.
    Action("new", "oversight", ("n",), "ny", "Skriver in en redovisning för ett utskott."),
    *(
        Action(
            f"choose({number})",
            "oversight",
            (str(number),),
            "beslut",
            "Skriver in beslutet: 1 godkänd, 2 återremitterad, 3 överlämnad till kommunstyrelsen.",
            number == 1,
        )
        for number in range(1, 4)
    ),
    Action("again", "oversight", ("r",), "redovisa igen", "Ny dag för det som är återremitterat."),
    Action("move", "oversight", ("e",), "ändra dag", "Flyttar redovisningen till en annan dag."),
    Action("remove", "oversight", ("delete",), "ta bort", "Tar bort det som inget är beslutat om."),
    *taking_back("oversight"),
    Action("back", "oversight", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Följ upp.
    Action("open", "follow_up", ("enter",), "öppna", "Öppnar den valda aktiviteten."),
    Action(
        "choose_unit", "follow_up", ("d",), "del av", "Visar bara det som hör till en avdelning."
    ),
    Action("copy_all", "follow_up", ("c",), "kopiera allt", "Kopierar alla listorna som text."),
    Action("back", "follow_up", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Låsning.
    Action("lock", "lock", ("l",), "lås", "Låser tertialet, eller låser det igen, efter en fråga."),
    Action("unlock", "lock", ("p",), "lås upp", "Låser upp tertialet så att det går att ändra."),
    Action(
        "accept",
        "lock",
        ("enter",),
        "släpp in",
        "Släpper in den valda sena ändringen i det låsta, eller öppnar den valda enheten.",
    ),
    Action(
        "decline",
        "lock",
        ("m",),
        "avslå",
        "Avslår den valda sena ändringen, med en motivering som enheten ser.",
    ),
    Action("settle", "lock", ("w",), "välj låsning", "Väljer när två har låst var för sig.", False),
    Action("next_tertial", "lock", ("t",), "byt tertial", "Byter mellan tertialen."),
    Action("history", "lock", ("h",), "historik", "Visar vem som låst och låst upp.", False),
    *taking_back("lock"),
    Action("back", "lock", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Exportera.
    Action("save", "export", ("enter", "s"), "spara som fil", "Sparar dokumentet som fil."),
    *finalising("export"),
    Action("next_tertial", "export", ("t",), "byt tertial", "Byter mellan tertialen."),
    Action("back", "export", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Fråga före något som många märker.
    Action("yes", "question", ("enter",), "ja", "Gör det."),
    Action("cancel", "question", ("escape",), "inte nu", "Går tillbaka utan att göra något."),
    # Mått.
    Action("outcome", "measures", ("enter",), "utfall", "Skriver in ett nytt eller rättat utfall."),
    Action("target", "measures", ("m",), "målvärde", "Ändrar målvärdet."),
    Action("baseline", "measures", ("g",), "utgångsvärde", "Ändrar utgångsvärdet.", False),
    Action("direction", "measures", ("r",), "riktning", "Växlar vilket håll som är bättre.", False),
    Action("remove", "measures", ("delete",), "ta bort", "Tar bort det senaste utfallet.", False),
    Action("release", "measures", ("v",), "visa", "Låter enheterna se måtten."),
    *taking_back("measures"),
    Action("back", "measures", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Budget.
    Action("back", "budget", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Tjänsteskrivelse.
    Action("write", "memo", ("enter",), "skriv", "Skriver den valda delen."),
    Action("next_tertial", "memo", ("t",), "byt tertial", "Byter mellan årets tertial."),
    *taking_back("memo"),
    Action("back", "memo", ("escape", "q"), "tillbaka", "Går tillbaka till översikten."),
    # Texten i tjänsteskrivelsen.
    Action("done", "memo_text", ("enter",), "spara", "Sparar texten."),
    Action("new_line", "memo_text", ("ctrl+n",), "ny rad", "Börjar en ny rad."),
    Action("leave", "memo_text", ("escape",), "tillbaka", "Lämnar texten som ett utkast."),
)
"""What the centre does, in the order in which bar, help and handbook show it."""
