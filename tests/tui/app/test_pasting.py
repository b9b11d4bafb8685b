"""What is pasted is text: no letter of it is ever a key."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st
from textual import events
from textual.drivers import linux_driver

from tui.app.pasting import TextPasteParser, use_in_drivers

START, END = "\x1b[200~", "\x1b[201~"
PASTED = "Lång [bold]x[/] text \x1b[31mröd\x1b[0m \x1b]0;t\a och mycket mer text efteråt\nq\x1b"


def read(*parts: str) -> list[tuple[str, str]]:
    """What the app is told when a terminal sends these parts."""
    parser = TextPasteParser()
    told = [message for part in parts for message in parser.feed(part)]
    return [
        ("paste", message.text) if isinstance(message, events.Paste) else ("key", message.key)
        for message in told
        if isinstance(message, events.Paste | events.Key)
    ]


def test_a_text_with_escape_sequences_is_pasted_whole() -> None:
    """Its start is there, it ends where it ends, and the keys after it are keys."""
    assert read(f"k{START}{PASTED}{END}q") == [
        ("key", "k"),
        ("paste", PASTED.replace("\x1b", "")),
        ("key", "q"),
    ]


@example(text="\x1b", cuts=[])
@given(
    text=st.text(st.sampled_from("aå\x1b[201~]m\n"), min_size=1),
    cuts=st.lists(st.integers(0, 60), max_size=6),
)
def test_a_paste_is_one_text_wherever_the_terminal_cuts_it(text: str, cuts: list[int]) -> None:
    """What is read comes in pieces, also in the middle of a marker."""
    sent = f"{START}{text}{END}q"
    assume((text + END).index(END) == len(text))
    places = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    parts = [sent[start:end] for start, end in pairwise(places)]
    left = text.replace("\x1b", "")
    assert read(*parts) == [*([("paste", left)] if left else []), ("key", "q")]


def test_keys_and_sequences_outside_a_paste_are_what_they_were() -> None:
    """Arrows and letters are not touched."""
    assert read("a\x1b[A", "\x1b", "[B") == [("key", "a"), ("key", "up"), ("key", "down")]


def test_the_app_reads_its_terminal_so() -> None:
    """The driver makes the parser that is given to it."""
    use_in_drivers()
    assert vars(linux_driver)["XTermParser"] is TextPasteParser
