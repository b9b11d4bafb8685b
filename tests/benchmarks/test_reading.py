"""What the measuring program sees on the screen, and when."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.escapes import Answers
from benchmarks.keyboard import bytes_of
from benchmarks.reading import (
    NotSeenError,
    Start,
    Stroke,
    gesture_figures,
    read_keys,
    read_start,
)
from benchmarks.screen import Chunk, Screen, Window
from benchmarks.subject import Press

_FRAME = (
    b"\x1b[?2026h\x1b[>1u\x1b[=1;1u\x1bP+q\x1b\\\x1b]0;titel\x07"
    b"\x1b[2;3H\x1b[38;2;1;2;3m\xc3\xa5\xc3\xa4\xc3\xb6\x1b[0m\x1b[?2026l"
)


def test_only_what_can_be_seen_is_a_change() -> None:
    screen = Screen(20, 4)
    assert not screen.feed(b"\x1b[?25l\x1b[2J\x1b[3;3H")
    assert screen.feed(b"text")
    assert not screen.feed(b"\x1b[3;3Htext"), "the same text again"
    assert screen.feed(b"\x1b[3;3H\x1b[31mtext"), "the same text in red"


@given(st.lists(st.integers(0, len(_FRAME)), max_size=5))
def test_a_frame_reads_the_same_however_the_reads_cut_it(cuts: list[int]) -> None:
    screen = Screen(20, 4)
    edges = [0, *sorted(cuts), len(_FRAME)]
    for start, end in itertools.pairwise(edges):
        screen.feed(_FRAME[start:end])
    assert screen.text().split("\n")[1].rstrip() == "  åäö"
    assert screen.text().split("\n")[0].strip() == ""
    assert screen.frames == 1


def test_a_start_is_first_text_then_the_useful_screen_then_silence() -> None:
    chunks = [
        Chunk(0.10, b"\x1b[?1049h"),
        Chunk(0.20, b"\x1b[1;1Hloading"),
        Chunk(0.60, b"\x1b[2;1H12 activities"),
        Chunk(0.65, b"\x1b[3;1Hfooter"),
        Chunk(0.70, b"\x1b[3;1Hfooter"),
        Chunk(0.80, b"\x1b[4;1Hclock"),
    ]
    assert read_start(chunks, r"\d+ activities") == Start(first=0.20, useful=0.60, settled=0.65)


def test_a_screen_that_never_gets_useful_is_told_with_what_it_showed() -> None:
    with pytest.raises(NotSeenError, match="loading"):
        read_start([Chunk(0.2, b"loading")], "activities")


def test_a_key_is_answered_at_its_last_change_before_the_next_key() -> None:
    chunks = [
        Chunk(0.5, b"\x1b[1;1Hready"),
        Chunk(1.003, b"\x1b[2;1Hrow 1"),
        Chunk(1.030, b"\x1b[3;1Hdetail"),
        Chunk(1.050, b"\x1b[3;1Hdetail"),
        Chunk(1.104, b"\x1b[2;1Hrow 2"),
    ]
    strokes = [Stroke(1.0, Press("down", "row 1"), "move"), Stroke(1.1, Press("down"), "move")]
    answers = read_keys(chunks, strokes, "ready")["move"]
    figures = gesture_figures("move", answers)
    assert figures["move p50"] == pytest.approx(4)
    assert figures["move p95"] == pytest.approx(30)
    assert figures["move bytes"] == pytest.approx(sum(len(one.data) for one in chunks[1:]) / 2)


def test_a_key_that_does_not_do_what_the_scenario_says_gives_no_figure() -> None:
    chunks = [Chunk(0.5, b"ready"), Chunk(1.003, b"\x1b[2;1Hsomething else")]
    with pytest.raises(NotSeenError, match="something else"):
        read_keys(chunks, [Stroke(1.0, Press("e", "Form"), "form")], "ready")
    with pytest.raises(NotSeenError, match="before the keys"):
        read_keys(chunks, [Stroke(0.4, Press("e"), "form")], "ready")


def test_keys_that_change_nothing_give_no_figure() -> None:
    silent = (Stroke(1.0, Press("x"), "move"), Window(None, 0, 0))
    with pytest.raises(NotSeenError, match="1 keys of move"):
        gesture_figures("move", [silent])


def test_questions_are_answered_once_even_if_a_read_cuts_them() -> None:
    answers = Answers(120, 40)
    assert answers.to(b"\x1b[?20") == b""
    assert answers.to(b"26$p\x1b[c") == b"\x1b[?2026;2$y\x1b[?62;22c"
    assert answers.to(b"plain\x1b[?2048$p") == b"\x1b[?2048;0$y"
    assert answers.to(b"\x1b]11;?\x1b\\") == b"\x1b]11;rgb:0000/0000/0000\x1b\\"
    assert answers.to(b"\x1b[18t") == b"\x1b[8;40;120t"


def test_the_kitty_keyboard_question_and_mere_output_stay_unanswered() -> None:
    assert Answers(120, 40).to(b"\x1b[?u\x1b[31mred\x1b[2J\x1b]0;title\x07") == b""


def test_keys_are_typed_as_xterm_sends_them() -> None:
    assert bytes_of("down") == b"\x1b[B"
    assert bytes_of("ctrl+p") == b"\x10"
    assert bytes_of("å") == "å".encode()
    with pytest.raises(ValueError, match="hyper"):
        bytes_of("hyper")
