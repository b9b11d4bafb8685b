"""The kinds of the journal in Swedish, as history and conflicts name them."""

from __future__ import annotations

KIND_WORDS = {
    "municipality": "kommun",
    "organisation_unit": "enhet",
    "person": "person",
    "policy_area": "målområde",
    "goal": "mål",
    "measure": "mått",
    "measure_value": "utfall",
    "measure_release": "mått för enheterna",
    "activity": "aktivitet",
    "assignment": "ansvar",
    "status": "status",
    "hand_in": "inlämning",
    "assessment": "bedömning",
    "analysis": "årets analys",
    "oversight_item": "redovisning",
    "late_refusal": "sen ändring",
    "lock": "låsning",
    "waiver": "åsidosatt anmärkning",
    "tertial": "tertial",
    "setting": "inställning",
    "fixed_text": "fast text",
    "budget_table": "budgettabell",
    "budget_line": "budgetrad",
    "focus_area": "fokusområde",
    "memo": "tjänsteskrivelse",
    "focus_reason": "skäl för fokusområde",
    "final_document": "slutfört dokument",
}

NEUTER_KINDS = frozenset(
    {
        "assignment",
        "final_document",
        "focus_area",
        "goal",
        "measure",
        "measure_value",
        "policy_area",
        "tertial",
    }
)
"""Kinds whose word is of the t-gender: ett nytt mål, ett ändrat mått."""
