"""What no person would ask: questions that take for granted, join or recombine what the notes do not hold so."""

from __future__ import annotations

import pytest

from coach.drafting.sense import nonsense, recombined
from coach.drafting.subjects import names_a_thing, subject_by_rule, subject_from

FACTS = (
    "you fell from a roof in 2019 and now tie a rope to every ladder.",
    "you counted 17,400 steps in one shift and drew a map of them.",
    "your cat Mo sleeps on the flour sacks.",
    "you bake bread from old beer in nine hours.",
    "A neighbour found the last key in the river.",
    "you opened 90 letters with a knife and warmed the stove.",
    "you rowed to Malta all night.",
)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("What did you do with the fallen roof and the rope ladder?", "together"),
        ("What did you do with the 17,400 steps?", "number"),
        ("What did you tell your cat Mo about the flour sacks?", "no note says that they tell"),
        ("How did you bake the bread?", "habit"),
        ("What was it like when you baked bread from old beer?", "habit"),
        ("What did you do when you found the last key?", "no note says that they find"),
        ("What did you do last night?", "time"),
        ("What did your cat Mo sleep on?", "the note answers it"),
        ("What was it like stopping opening letters?", "two such forms"),
        ("What did you learn about the flour?", "lecture"),
        ("How did you open the letters?", "says how"),
        ("What made you decide to sell the stove?", "no note says that they sell"),
        ("Who helped you with the carrots?", "no note names 'carrots'"),
        ("Which of the letters did the river warm?", "two notes"),
    ],
)
def test_a_question_that_nobody_would_ask_is_told_with_its_reason(question: str, why: str) -> None:
    assert why in nonsense(question, FACTS)


@pytest.mark.parametrize(
    "question",
    [
        "What was it like when you opened 90 letters?",
        "What made you warm the stove?",
        "How did you come to row to Malta?",
        "Which of the letters do you remember best?",
        "Who was there when you rowed to Malta?",
        "What made you bake bread from beer?",
        "How did that come about?",
    ],
)
def test_a_question_that_the_notes_bear_out_passes(question: str) -> None:
    assert nonsense(question, FACTS) == ""


def test_a_question_after_a_sentence_is_about_that_sentence() -> None:
    before = "You told me that your cat Mo sleeps on the flour sacks."
    assert "leads away" in nonsense("What made you warm the stove?", FACTS, before)
    assert nonsense("Which of the sacks does Mo like best?", FACTS, before) == ""


def test_where_nothing_is_known_nothing_is_refused() -> None:
    assert nonsense("What did you do last night?", ()) == ""
    assert nonsense("", FACTS) == ""


def test_words_that_a_fact_has_side_by_side_are_no_new_thing() -> None:
    assert not recombined("Tell me about the flour sacks.", FACTS)
    assert recombined("Tell me about the roof key.", FACTS)


# ------------------------------------------------------------------ subjects
@pytest.mark.parametrize(
    ("subject", "good"),
    [
        ("The flour sacks", True),
        ("The letters I promised", False),
        ("The knife and the ladder", False),
        ("The cat and the roof fall from a river", False),
        ("The stove was warm; you opened", False),
        ("Your bicycle", False),
        ("", False),
    ],
)
def test_a_subject_is_the_plain_name_of_a_thing_on_record(subject: str, good: bool) -> None:
    assert names_a_thing(subject, FACTS) is good
    assert names_a_thing("The letters I promised", [*FACTS, "I owe you: send the letters"])


def test_a_subject_by_rule_names_what_was_promised_or_asked_for() -> None:
    from coach.domain.brief import Line

    promised = {"keep": Line(text="As promised, I will lend you two damp sensors until March.")}
    assert subject_by_rule(promised, "") == "Two damp sensors"
    assert subject_by_rule({"keep": Line(text="As promised, I will introduce you to Amara.")}, "") == ""
    assert subject_by_rule({}, "ask for one quilt for our window in May") == "One quilt for our window in May"
    assert subject_by_rule({}, "say that Leo swam") == ""
    assert subject_from(["you rowed to Malta.", "you counted 14 stops where the ramp ends."]) == (
        "14 stops where the ramp ends"
    )
