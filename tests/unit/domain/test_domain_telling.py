from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.models import Story
from coach.domain.telling import SECONDS, missing_parts, quoted_for, shorten, spoken, words_for

LAMP = Story(
    title="The lamp",
    struggle="The lamp on the pier went out in the storm. Nobody had a match. I was alone with forty boats to guide.",
    turn="A neighbour came with a lantern. She lit the lamp again and stayed until the morning.",
    result="All forty boats came home. We have kept the lamp together ever since.",
    lesson="Ask for light before the dark comes.",
    good_for=("asking for help",),
)
WORDS = "lamp boat storm She light went pier and long word".split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30)
TEXT = st.lists(SENTENCE.map(lambda words: " ".join(words) + "."), max_size=6).map(" ".join)


def test_150_words_a_minute_make_75_150_and_225_words() -> None:
    assert [words_for(seconds) for seconds in SECONDS] == [75, 150, 225]


def test_a_story_that_fits_is_told_whole() -> None:
    cut = shorten(LAMP, 30)
    assert (cut.left_out, cut.fits, cut.words) == (0, True, 58)
    assert cut.spoken_seconds == 23
    assert cut.text.splitlines()[0] == LAMP.struggle, "a part is a line"


def test_a_cut_keeps_struggle_turn_result_and_lesson_in_order_and_stays_within_its_time() -> None:
    cut = shorten(LAMP, 14)
    assert [line.part for line in cut.lines] == sorted(
        (line.part for line in cut.lines), key=["struggle", "turn", "result", "lesson"].index
    )
    assert {line.part for line in cut.lines} == {"struggle", "turn", "result", "lesson"}
    assert cut.fits
    assert cut.left_out == 8 - len(cut.lines)


def test_a_sentence_that_leans_on_the_one_before_never_stands_alone() -> None:
    for seconds in range(10, 25):
        said = [line.text for line in shorten(LAMP, seconds).lines]
        if any(one.startswith("She lit") for one in said):
            assert "A neighbour came with a lantern." in said


def test_where_one_sentence_a_part_is_too_long_it_says_so_and_cuts_none() -> None:
    cut = shorten(LAMP.model_copy(update={"struggle": " ".join(["word"] * 60) + "."}), 10)
    assert not cut.fits
    assert cut.lines[0].words == 60


@given(struggle=TEXT, turn=TEXT, result=TEXT, text=TEXT, seconds=st.sampled_from(SECONDS))
def test_nothing_is_said_that_the_story_does_not_hold(
    struggle: str, turn: str, result: str, text: str, seconds: int
) -> None:
    story = Story(title="t", struggle=struggle, turn=turn, result=result, text=text)
    cut, whole = shorten(story, seconds), spoken(story)
    at = -1
    for line in cut.lines:
        at = whole.index(line, at + 1)
    assert {line.part for line in cut.lines if line.part} == {line.part for line in whole if line.part}


def test_what_is_missing_comes_in_the_order_of_telling() -> None:
    assert missing_parts(LAMP) == ()
    bare = Story(title="t", turn="A neighbour came.")
    assert missing_parts(bare) == ("struggle", "result", "lesson", "good_for")


def test_the_parts_of_an_uncut_story_are_told_by_their_words() -> None:
    story = Story(
        title="t",
        text="A heading\nI was afraid of the stage. One evening Mia asked me to stop the clock. "
        "A year later I gave a talk. I learned that a small job helps.",
    )
    assert [line.part for line in spoken(story)] == ["struggle", "turn", "result", "lesson"]
    assert missing_parts(story) == ("good_for",)


@pytest.mark.parametrize(
    ("part", "quote"),
    [
        ("struggle", "A neighbour came with a lantern"),
        ("result", "She lit the lamp again and stayed until the morning"),
        ("lesson", "She lit the lamp again and stayed until the morning"),
    ],
)
def test_a_question_takes_up_the_words_next_to_the_gap(part: str, quote: str) -> None:
    assert quoted_for(Story(title="t", turn=LAMP.turn), part) == quote  # type: ignore[arg-type]


def test_a_long_sentence_is_quoted_in_part_and_an_empty_story_by_its_title() -> None:
    assert quoted_for(Story(title="t", struggle=" ".join(["word"] * 40)), "turn") == " ".join(["word"] * 14) + " …"
    assert quoted_for(Story(title="The lamp"), "turn") == "The lamp"
