"""Figures of conversations that were counted by hand."""

from __future__ import annotations

import pytest

from coach.domain.conversation import (
    AIMS,
    Figures,
    follow_up_questions,
    is_concrete,
    measure,
    shows_listening,
    things_to_try,
)
from coach.domain.models import Turn

WARM = [
    Turn(by="me", text="Hi Ines! How is the archive?"),
    Turn(by="them", text="Busy. A flood took forty charts."),
    Turn(by="me", text="Oh no. How did the flood get in?"),
    Turn(by="them", text="Through a cellar window that nobody closed."),
    Turn(by="me", text="I see. In March our cellar in Porto flooded too. What did you do then?"),
    Turn(by="them", text="We dried paper for a month."),
    Turn(by="me", text="I'll send you my notes on drying paper on Friday."),
]
COLD = [
    Turn(by="me", text="Hello. I work on maps. It is a nice job and I like what we do there a lot."),
    Turn(by="them", text="I look after old charts."),
    Turn(by="me", text="Our team is great and our tools are great and we have had a very good time."),
    Turn(by="them", text="Good."),
    Turn(by="me", text="Anyway. Bye."),
]


def test_a_warm_conversation_counted_by_hand() -> None:
    figures = measure(WARM)
    assert (figures.turns, figures.replies) == (4, 3)
    assert (figures.words_mine, figures.words_theirs) == (6 + 8 + 15 + 10, 6 + 7 + 6)
    assert (figures.questions, figures.follow_ups) == (3, 2)
    assert figures.listened == 3, "“Oh no”, “I see”, and the paper that was taken up"
    assert (figures.concrete, figures.statements) == (2, 2), "March and Porto; Friday"
    assert figures.close == 1.0
    assert figures.share == pytest.approx(39 / 58)


def test_a_cold_conversation_counted_by_hand() -> None:
    figures = measure(COLD)
    assert (figures.questions, figures.follow_ups, figures.listened, figures.close) == (0, 0, 0, 0.0)
    assert (figures.concrete, figures.statements) == (0, 3)
    assert figures.value("share") > 0.8


def test_two_things_to_try_are_the_weakest_with_a_line_of_the_users_own() -> None:
    advice = things_to_try(COLD, measure(COLD))
    assert [one.about for one in advice] == ["questions", "follow_ups"]
    assert advice[0].heard == "I look after old charts."
    assert advice[0].line.startswith("Our team is great")


def test_who_meets_every_aim_is_given_nothing_to_try() -> None:
    figures = Figures(
        turns=4, replies=3, words_mine=40, words_theirs=60, questions=3, follow_ups=2, listened=3, statements=2,
        concrete=2, close=1.0,
    )  # fmt: skip
    assert things_to_try(WARM, figures) == ()
    assert all(figures.value(name) >= aim for name, aim in AIMS.items() if name != "share")


def test_what_is_said_first_or_not_at_all_gives_no_figure_and_no_error() -> None:
    assert measure([]) == Figures()
    assert measure([]).share == 0.0
    one = measure([Turn(by="me", text="Hello, how are you?")])
    assert (one.turns, one.replies, one.value("follow_ups")) == (1, 0, 0.0)
    assert things_to_try([], Figures())[0].line == ""


HEARD = "We rolled our async service back after two outages."


@pytest.mark.parametrize(
    ("answer", "counted"),
    [
        ("Why?", 1),
        ("What happened then?", 1),
        ("How did the outages show?", 1),
        ("How did that feel?", 1),
        ("Where do you live?", 0),
        ("And you?", 0),
        ("I see. We use Go.", 0),
        ("Why? And how long was the outage?", 2),
    ],
)
def test_a_follow_up_question_goes_on_with_what_was_said(answer: str, counted: int) -> None:
    assert len(follow_up_questions(HEARD, answer)) == counted


@pytest.mark.parametrize(
    ("answer", "listens"),
    [
        ("That sounds hard.", True),
        ("We had an outage as well.", True),
        ("I live in Porto.", False),
        ("Nice weather today.", False),
    ],
)
def test_listening_is_an_acknowledgement_or_a_word_of_theirs(answer: str, listens: bool) -> None:
    assert shows_listening(HEARD, answer) is listens


@pytest.mark.parametrize(
    ("sentence", "concrete"),
    [
        ("We lost 40 charts.", True),
        ("It happened last week at the pier.", True),
        ("I asked Noelani for a stopwatch.", True),
        ("I may know somebody for that.", False),
        ("It was a very nice evening for all of us.", False),
    ],
)
def test_a_number_a_day_or_a_name_makes_a_sentence_concrete(sentence: str, concrete: bool) -> None:
    assert is_concrete(sentence) is concrete


@pytest.mark.parametrize(
    ("last", "close"),
    [
        ("Shall we talk on Friday?", 1.0),
        ("I'll send you the link tomorrow.", 1.0),
        ("Let's have coffee.", 0.5),
        ("It was nice to meet you.", 0.0),
    ],
)
def test_a_close_is_clear_when_it_has_a_step_and_a_day(last: str, close: float) -> None:
    assert measure([Turn(by="me", text=last)]).close == close


GERMAN = [
    Turn(by="me", text="Hallo! Ich bin Sam. Was beschäftigt dich gerade?"),
    Turn(by="them", text="Unser Archiv ist überflutet worden, und 40 Karten sind verloren."),
    Turn(by="me", text="Das tut mir leid. Wie habt ihr die Karten getrocknet?"),
    Turn(by="them", text="Mit Löschpapier und viel Geduld."),
    Turn(by="me", text="Ich schicke dir am Freitag die Liste der Kartenzeichen."),
]


def test_a_german_conversation_is_measured_by_german_words() -> None:
    figures = measure(GERMAN)
    assert (figures.questions, figures.follow_ups, figures.listened, figures.close) == (2, 1, 1, 1.0)
    assert (figures.statements, figures.concrete) == (2, 1)


@pytest.mark.parametrize(
    ("answer", "counted"),
    [
        ("Warum?", 1),
        ("Was ist dann passiert?", 1),
        ("Wie lange lagen die Karten im Wasser?", 1),
        ("Und wie geht es Ihnen damit?", 1),
        ("Wo wohnen Sie?", 0),
        ("Und du?", 0),
        ("Kennen Sie das Café und die Kneipe?", 0),
    ],
)
def test_a_german_follow_up_question_goes_on_with_what_was_said(answer: str, counted: int) -> None:
    assert len(follow_up_questions(GERMAN[1].text, answer, "de")) == counted
