"""What stays of a message where there is little room: what the user wished for, each thing once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from coach.domain.brief import Line
from coach.drafting.letter_room import doubled, each_once, leaves_a_question_behind, said_once, with_room
from coach.drafting.plain_letters import FRAMED


def lines(**texts: str) -> dict[str, Line]:
    return {slot: Line(text=text) for slot, text in texts.items()}


def within(characters: int) -> Callable[[Mapping[str, Line]], bool]:
    return lambda found: sum(len(line.text) for line in found.values()) <= characters


def test_what_the_user_wished_for_stays_and_what_is_remembered_goes() -> None:
    kept = with_room(lines(memory="m" * 200, ask="Thank you. Could I speak?", reason="r" * 20), within(60))
    assert set(kept) == {"ask", "reason"}


def test_a_closing_question_goes_before_what_is_remembered() -> None:
    kept = with_room(lines(memory="m" * 50, reason="r" * 90, keep="k" * 60, next="n" * 30), within(120))
    assert set(kept) == {"memory", "keep"}


def test_a_promise_stays_before_why_one_writes_and_what_is_remembered() -> None:
    kept = with_room(lines(memory="m" * 90, reason="r" * 90, keep="k" * 90, next="n?"), within(120))
    assert set(kept) == {"keep", "next"}


def test_what_is_too_long_alone_goes_and_its_question_with_it() -> None:
    chosen = lines(memory="m" * 50, keep="k" * 400, next="When would be early enough?")
    kept = with_room(chosen, within(300))
    assert set(kept) == {"memory", "next"}
    assert leaves_a_question_behind(chosen, kept)


def test_nothing_goes_where_there_is_room() -> None:
    chosen = lines(memory="m", keep="k", next="n?")
    assert with_room(chosen, within(300)) == chosen
    assert not leaves_a_question_behind(chosen, chosen)


def test_a_thing_is_said_once() -> None:
    chosen = lines(
        memory="I remember that you run the Bristol Python meetup with 120 members.",
        next="You run the Bristol Python meetup with 120 members. Who helps you?",
        detail="You keep bees on a roof.",
    )
    once = each_once(chosen)
    assert once["next"].text == "Who helps you?"
    assert once["memory"] == chosen["memory"]
    assert once["detail"] == chosen["detail"]


def test_a_sentence_that_only_repeats_is_left_out_and_a_wish_never() -> None:
    said = "You run the Bristol Python meetup with 120 members."
    assert "detail" not in each_once(lines(memory=f"I remember that {said[0].lower()}{said[1:]}", detail=said))
    assert "ask" in each_once(lines(memory=said, ask=said))


@pytest.mark.parametrize(
    "said", ["I remember well that you sing.", "Besides, you sing.", "I read that you sing.", "And you sing."]
)
def test_the_fact_within_a_memory_is_found(said: str) -> None:
    assert FRAMED.sub("", said) == "you sing."


OWED = "I still owe you our SBAR template."
OWED_AND_MORE = "I still owe you our sbar template, and I need it by the end of this week."


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ([OWED, OWED_AND_MORE], [1]),
        ([OWED_AND_MORE, OWED], [1]),
        (["du hast gesucht eine Partnerklasse.", "Du hast gesucht eine Partnerklasse."], [1]),
        ([OWED, "You keep bees.", OWED.upper(), "You keep bees."], [2, 3]),
        ([OWED, "You keep bees.", OWED_AND_MORE], []),
        (["You keep bees.", "You keep bees on a roof."], []),
        (["You keep bees on a roof.", "You keep bees on a roof?"], []),
    ],
)
def test_a_sentence_that_repeats_one_before_is_found(said: list[str], gone: list[int]) -> None:
    assert doubled(said) == gone


def test_lines_lose_what_they_repeat_and_a_wish_stays_in_place_of_what_it_repeats() -> None:
    first, second = Line(text=OWED), Line(text=f"{OWED_AND_MORE} Is that early enough?")
    assert [one.text for one in said_once([first, second])] == [OWED, "Is that early enough?"]
    assert said_once([first, second], wished=second) == [second]
    assert said_once([first, Line(text="You keep bees.")], wished=first) == [first, Line(text="You keep bees.")]
