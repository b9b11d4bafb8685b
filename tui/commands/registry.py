"""Every command by name, with the line that help shows: read without importing any of them."""

from __future__ import annotations

from tui.line_mode.entries import Entry, Section

GOALS = Entry(
    "goals",
    "Målkatalogen: mål, organisation och verksamhetsplanens aktiviteter.",
    entries=(
        Entry("list", "Visa årets mål.", "tui.commands.goals_list"),
        Entry("check", "Granska en målkatalog utan att läsa in den.", "tui.commands.goals_check"),
        Entry("import", "Läs in en målkatalog.", "tui.commands.goals_import"),
        Entry("export", "Skriv målkatalogen till en fil att ändra i.", "tui.commands.goals_export"),
    ),
)

PLAN = Entry(
    "plan",
    "Enhetens aktiviteter: visa, planera och ändra.",
    entries=(
        Entry("list", "Visa årets aktiviteter.", "tui.commands.plan_list"),
        Entry("show", "Visa allt om en aktivitet.", "tui.commands.plan_show"),
        Entry("add", "Planera en ny aktivitet.", "tui.commands.plan_add"),
        Entry("edit", "Ändra en aktivitet.", "tui.commands.plan_edit"),
        Entry("cancel", "Markera att en aktivitet utgår.", "tui.commands.plan_cancel"),
        Entry(
            "carry-over", "För över en aktivitet till ett nytt år.", "tui.commands.plan_carry_over"
        ),
        Entry("ideas", "Visa färdiga förslag mot sjukfrånvaro.", "tui.commands.plan_ideas"),
    ),
)

STATUS = Entry(
    "status",
    "Tertialets status för varje aktivitet.",
    entries=(
        Entry(
            "list", "Visa vad som är rapporterat och vad som saknas.", "tui.commands.status_list"
        ),
        Entry("set", "Sätt status på en aktivitet.", "tui.commands.status_set"),
        Entry("unchanged", "Upprepa förra tertialets status.", "tui.commands.status_unchanged"),
    ),
)

EXPORT = Entry(
    "export",
    "Skriv dokument till fil.",
    entries=(
        Entry(
            "unit-report", "Enhetens redovisning till utskottet.", "tui.commands.export_unit_report"
        ),
        Entry(
            "operational-plan",
            "Kommunstyrelsens verksamhetsplan.",
            "tui.commands.export_operational_plan",
        ),
        Entry(
            "tertial-report",
            "Kommunstyrelsens måluppföljning för ett tertial.",
            "tui.commands.export_tertial_report",
        ),
        Entry("memo", "Tjänsteskrivelsen till tertialrapporten.", "tui.commands.export_memo"),
        Entry(
            "reconciliation",
            "Målavstämningen: en kommentar för varje mål.",
            "tui.commands.export_reconciliation",
        ),
        Entry(
            "compilation",
            "Alla aktiviteter med status, som Excel, CSV eller JSON.",
            "tui.commands.export_compilation",
        ),
        Entry(
            "handover",
            "Det som en person ansvarar för, till den som tar över.",
            "tui.commands.export_handover",
        ),
    ),
)

SHARE = Entry(
    "share",
    "Delningar: där planerna möts.",
    entries=(
        Entry("create", "Skapa en delning och börja använda den.", "tui.commands.share_create"),
        Entry("list", "Visa de delningar som används här.", "tui.commands.share_list"),
        Entry("show", "Visa hur det står till med en delning.", "tui.commands.share_show"),
        Entry("allow", "Ge ett konto rättigheter i PostgreSQL.", "tui.commands.share_allow"),
        Entry("forget", "Sluta använda en delning.", "tui.commands.share_forget"),
    ),
)

BUNDLE = Entry(
    "bundle",
    "Paket: planen i en fil, för e-post eller USB-minne.",
    entries=(
        Entry("write", "Skriv en fil med det som andra får läsa.", "tui.commands.bundle_write"),
        Entry("read", "Hämta det som finns i en fil.", "tui.commands.bundle_read"),
    ),
)

CONFLICTS = Entry(
    "conflicts",
    "När två har skrivit olika: visa båda och välj.",
    entries=(
        Entry("list", "Visa det som någon behöver välja i.", "tui.commands.conflicts_list"),
        Entry("show", "Visa vad var och en har skrivit.", "tui.commands.conflicts_show"),
        Entry("settle", "Välj det som ska gälla.", "tui.commands.conflicts_settle"),
    ),
)

LATE = Entry(
    "late",
    "Det som kom in efter att ett tertial låstes.",
    entries=(
        Entry("list", "Visa de sena ändringarna.", "tui.commands.late_list"),
        Entry("accept", "Släpp in sena ändringar i det låsta.", "tui.commands.late_accept"),
        Entry("decline", "Avslå en sen ändring, med motivering.", "tui.commands.late_decline"),
    ),
)

MEASURE = Entry(
    "measure",
    "Mått: utfall, målvärde och utveckling.",
    entries=(
        Entry("list", "Visa måtten med utfall och utveckling.", "tui.commands.measure_list"),
        Entry("release", "Visa måtten för enheterna.", "tui.commands.measure_release"),
        Entry("set", "Ange ett utfall eller ett målvärde.", "tui.commands.measure_set"),
    ),
)

MEMO = Entry(
    "memo",
    "Tjänsteskrivelsen till tertialrapporten.",
    entries=(
        Entry("show", "Visa det som är skrivet i den.", "tui.commands.memo_show"),
        Entry("set", "Skriv i den.", "tui.commands.memo_set"),
    ),
)

BUDGET = Entry(
    "budget",
    "Verksamhetsplanens budgettabeller.",
    entries=(Entry("list", "Visa tabellerna med summor.", "tui.commands.budget_list"),),
)

OVERSIGHT = Entry(
    "oversight",
    "Uppsiktsplanen: vilken enhet som redovisar för vilket utskott, och när.",
    entries=(
        Entry(
            "list",
            "Visa redovisningar, beslut och nästa steg.",
            "tui.commands.oversight_list",
        ),
        Entry("add", "Skriv in en redovisning.", "tui.commands.oversight_add"),
        Entry("move", "Flytta en redovisning till en annan dag.", "tui.commands.oversight_move"),
        Entry("remove", "Ta bort en redovisning.", "tui.commands.oversight_remove"),
    ),
)

FINALS = Entry(
    "finals",
    "Slutförda dokument: allmänna handlingar som aldrig ändras.",
    entries=(
        Entry("list", "Visa de slutförda dokumenten.", "tui.commands.finals_list"),
        Entry("save", "Spara en kopia av ett slutfört dokument.", "tui.commands.finals_save"),
        Entry(
            "verify",
            "Kontrollera om en fil är ett slutfört dokument.",
            "tui.commands.finals_verify",
        ),
    ),
)

SECTIONS = (
    Section(
        "Kom igång",
        (
            Entry("setup", "Ställ in namn, enhet och mål på den här datorn.", "tui.commands.setup"),
            Entry("demo", "Öppna exempelkommunen i en tillfällig mapp.", "tui.commands.demo"),
            GOALS,
        ),
    ),
    Section(
        "Planera och rapportera",
        (
            PLAN,
            STATUS,
            Entry(
                "import",
                "Läs in aktiviteter, statusar och mål ur ett kalkylblad.",
                "tui.commands.import_spreadsheet",
            ),
            Entry("submit", "Lämna in tertialet.", "tui.commands.submit"),
            Entry("withdraw", "Ta tillbaka en inlämning.", "tui.commands.withdraw"),
            EXPORT,
            Entry(
                "finalise",
                "Slutför ett dokument, som då blir allmän handling.",
                "tui.commands.finalise",
            ),
            FINALS,
        ),
    ),
    Section(
        "Granska och hitta",
        (
            Entry("check", "Visa anmärkningar på plan och status.", "tui.commands.check"),
            Entry("waive", "Åsidosätt en anmärkning, med motivering.", "tui.commands.waive"),
            Entry("search", "Sök bland aktiviteter, mål och kommentarer.", "tui.commands.search"),
            Entry("history", "Visa vem som har ändrat vad, och när.", "tui.commands.history"),
            Entry("undo", "Ta tillbaka det senaste du gjorde.", "tui.commands.undo"),
        ),
    ),
    Section(
        "Följa upp centralt",
        (
            Entry("overview", "Visa hur långt enheterna har kommit.", "tui.commands.overview"),
            Entry("assess", "Bedöm målen, med förslag ur aktiviteterna.", "tui.commands.assess"),
            Entry("analysis", "Visa eller skriv analysen av ett år.", "tui.commands.analysis"),
            OVERSIGHT,
            Entry("decide", "Skriv in ett utskotts beslut.", "tui.commands.decide"),
            Entry("lock", "Lås ett tertial, eller lås det igen.", "tui.commands.lock"),
            Entry("unlock", "Lås upp ett tertial.", "tui.commands.unlock"),
            LATE,
            MEASURE,
            BUDGET,
            MEMO,
        ),
    ),
    Section(
        "Skicka och hämta",
        (
            Entry("sync", "Skicka det som väntar och hämta andras.", "tui.commands.sync"),
            CONFLICTS,
            SHARE,
            BUNDLE,
        ),
    ),
    Section(
        "Programmet",
        (
            Entry(
                "settings",
                "Visa eller ändra den här datorns inställningar.",
                "tui.commands.settings",
            ),
            Entry(
                "doctor", "Kontrollera att allt är helt och på rätt plats.", "tui.commands.doctor"
            ),
        ),
    ),
)
