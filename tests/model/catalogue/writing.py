"""A small catalogue to change one thing in, and what reading it says."""

from __future__ import annotations

import pytest

from model.catalogue.faults import FaultyCatalogue
from model.catalogue.reading import read_catalogue

SMALL = """\
# Målkatalog för Lillstad
format = 1
year = 2024

[municipality]
key = "lillstad"
name = "Lillstads kommun"

[settings]
requirement_level = "unit"      # varje enhet
count_plan_activities = true
expected_activities_small = 2

[texts]
"unit_report.purpose" = \"\"\"
Rapporten visar vad enheten gör.
\"\"\"

# ---- Målområden ----

[[policy_area]]
key = "tillvaxt"
name = "Tillväxt"

[[policy_area]]
key = "aldre"
name = "Äldre +65"

# ---- Organisation ----

[[organisation_unit]]
key = "forvaltningen"
name = "Kommunförvaltningen"
level = "administration"

# Köket lagar maten.
[[organisation_unit]]
key = "kostenheten"
name = "Kostenheten"
aliases = ["Köket"]
level = "unit"
parent = "forvaltningen"
size_class = "small"

[[person]]
key = "asa-ostlund"
name = "Åsa Östlund"
role = "unit"
title = "enhetschef"
unit = "kostenheten"

[[goal]]
number = "3.4"
level = "council_goal"
text = "Fler företag ska växa."

[[goal]]
number = "3.4.5"
level = "board_goal"
parent = "3.4"
policy_area = "tillvaxt"
text = "Näringslivet ska få bättre stöd."

[[goal]]
number = "4.1"
level = "efficiency_goal"
text = "Sjukfrånvaron ska minska."

[[activity]]
key = "3.4.5-frukost"
title = "Företagsfrukostar"
description = "Fyra frukostar."    # en per kvartal
start = 2024-01-01
end = 2024-09-30
goals = ["3.4.5"]
unit = "kostenheten"

[[activity]]
key = "4.1-schema"
title = "Hälsosamma scheman"
start = 2024-02-01
end = 2025-01-31
goals = ["4.1", "3.4.5"]
participants = ["kostenheten"]

[[measure]]
key = "sjuk"
name = "Sjukfrånvaro"
unit = "%"
goal = "4.1"
organisation = "forvaltningen"
direction = "down"
target = "5"
values = [ { as_of = 2023-09-30, value = "9.11", source = "personalsystemet", headcount = 900 } ]

[[budget_table]]
key = "ramar"
year = 2024
name = "Ramar"
columns = ["Budget 2023", "Budget 2024"]
unit = "miljoner kronor"
printed_sums = ["-20.5", "21.0"]

[[budget_line]]
key = "ramar-kost"
table = "ramar"
name = "Kosten"
amounts = ["-12.5", "13.0"]

[[budget_line]]
key = "ramar-stab"
table = "ramar"
name = "Staben"
amounts = ["-8", "8.0"]

[[focus_area]]
key = "halsa"
name = "Hållbar hälsa"

[[oversight]]
key = "kost-var"
unit = "kostenheten"
committee = "Samhällsutskottet"
date = 2024-05-14

[[oversight]]
key = "kost-host"
unit = "kostenheten"
committee = "Samhällsutskottet"
date = 2024-10-08
follows = "kost-var"

[tertials."2024-T1"]
entry_deadline = 2024-05-03
"""


def changed(*replacements: tuple[str, str], text: str = SMALL) -> bytes:
    """The catalogue with each first text replaced, once, by the second."""
    for old, new in replacements:
        assert old in text, f"{old!r} is not in the catalogue"
        text = text.replace(old, new, 1)
    return text.encode("utf-8")


def faults_of(content: bytes) -> list[str]:
    """The faults for which a catalogue is refused, as the user reads them."""
    with pytest.raises(FaultyCatalogue) as refused:
        read_catalogue(content)
    return [str(fault) for fault in refused.value.faults]


def line_of(words: str, text: str = SMALL) -> int:
    """The line on which words first stand."""
    return text[: text.index(words)].count("\n") + 1
