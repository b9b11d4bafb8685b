"""The three looks: dark, light and high contrast, all at least 4.5:1 for text.

Green, amber and red stand for status only, and never alone: word and symbol stand beside.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="mork",
    primary="#7aa2f7",
    secondary="#89b4c8",
    accent="#7aa2f7",
    foreground="#d8dee9",
    background="#1a1d23",
    surface="#1f232b",
    panel="#272c36",
    success="#8fd18a",
    warning="#e8c268",
    error="#f28b82",
    dark=True,
    variables={
        "muted": "#9aa5b5",
        "cursor": "#33415c",
        "cursor-text": "#ffffff",
        "footer-key": "#a8c4ff",
        "border": "#4a5366",
        "border-blurred": "#3a4150",
    },
)

LIGHT = Theme(
    name="ljus",
    primary="#1f4e9c",
    secondary="#2c6378",
    accent="#1f4e9c",
    foreground="#1c2128",
    background="#fbfbf9",
    surface="#f3f3ef",
    panel="#e6e7e2",
    success="#1b6b2f",
    warning="#7a5300",
    error="#a11d1d",
    dark=False,
    variables={
        "muted": "#545d68",
        "cursor": "#cfdcf3",
        "cursor-text": "#0b1220",
        "footer-key": "#1f4e9c",
        "border": "#8b94a1",
        "border-blurred": "#b5bbc4",
    },
)

HIGH_CONTRAST = Theme(
    name="hogkontrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#66ff66",
    warning="#ffd24d",
    error="#ff8080",
    dark=True,
    variables={
        "muted": "#ffffff",
        "cursor": "#ffff00",
        "cursor-text": "#000000",
        "footer-key": "#ffff00",
        "border": "#ffffff",
        "border-blurred": "#ffffff",
    },
)

THEMES = (DARK, LIGHT, HIGH_CONTRAST)
THEME_WORDS = {"mork": "mörkt", "ljus": "ljust", "hogkontrast": "hög kontrast"}
"""Each theme's name as a user reads it."""
