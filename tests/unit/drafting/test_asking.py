"""Questions: the same one in other words, one that the notes answer, one that fits everybody."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.asking import alike, answered, asks_nothing_new

NOTES = [
    Evidence(
        label="N1",
        source_id="n",
        kind=Kind.NOTE,
        text="Mamadou learned hems from his uncle in 1998. He sews in Dakar because the cloth is cheap there. "
        "The shop turns 40 suits a month.",
    ),
    Evidence(label="G1", source_id="g", kind=Kind.GOAL, text="Find out who teaches tailors in Dakar: Awa does."),
]


@pytest.mark.parametrize(
    "question",
    [
        "You sew hems. Who did you learn hems from?",
        "When did you learn hems?",
        "How many suits does the shop turn a month?",
        "Where do you sew?",
        "What made you sew where cloth is cheap?",
        "Did you learn hems from your uncle?",
        "What did you learn from your uncle?",
    ],
)
def test_a_question_that_a_note_answers_is_known_as_one(question: str) -> None:
    assert answered(question, NOTES)


@pytest.mark.parametrize(
    "question",
    [
        "Who taught your apprentice to cut?",
        "When did you last ruin a suit?",
        "How many suits come back torn?",
        "What was your uncle's first lesson on hems?",
        "What made you cut up the cheap suit?",
        "Who teaches tailors?",
        "You learned hems from your uncle in 1998.",
    ],
)
def test_a_question_that_only_they_can_answer_is_left(question: str) -> None:
    assert not answered(question, NOTES), "a goal of the user answers nothing about them"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("You lost forty charts. Which chart do you miss?", "You lost forty charts. Which of them do you miss?"),
        ("A flood came. Which chart do you miss most?", "I can redraw maps. Of the charts, which one is missed?"),
        ("You moved 4,000 charts. What changed since then?", "Your team lost a key. What changed since then?"),
    ],
)
def test_the_same_question_in_other_words_is_alike(one: str, other: str) -> None:
    assert alike(one, other)


def test_two_questions_about_two_things_are_not_alike() -> None:
    assert not alike("The gym was dismantled. Who drove the crane?", "Your apprentices label beams. Whose idea was it?")


def test_a_question_without_a_thing_of_its_own_fits_everybody() -> None:
    assert asks_nothing_new("You ruined eleven springs. What happened next?")
    assert not asks_nothing_new("You ruined eleven springs. What happened to the furnace?")
    assert not asks_nothing_new("You ruined eleven springs.")
