"""Plain lines that claim nothing, and which of them fits what was heard."""

from __future__ import annotations

import pytest

from coach.domain.checking.language import language_of
from coach.drafting.stand_in import NO_ANSWER, plain_line, settled


@pytest.mark.parametrize(
    ("heard", "begins"),
    [
        ("It was lovely to talk, I have to go now.", "It was good"),
        ("Shall we have coffee on Friday?", "Yes, let us"),
        ("I'll send you the link.", "That is kind"),
        ("Can I send you the link?", "Please do."),
        ("I am shy myself.", "I see. Tell me more"),
        ("Hi Keiko, good to see you again.", "Hello!"),
        ("Hi Keiko, how are you?", "Very well"),
        ("Thank you, that helps.", "You are welcome."),
        ("I see you run a meetup.", "I see. Tell me more"),
        ("Hello Bram!", "Hello!"),
        ("I lost a day to a broken clock.", "I see. How did that go?"),
        ("Do you sail?", NO_ANSWER[0]),
    ],
)
def test_a_plain_line_fits_what_was_heard(heard: str, begins: str) -> None:
    assert plain_line(heard, []).startswith(begins)


@pytest.mark.parametrize(("asked", "language"), [("Do you sail?", "en"), ("Segelst du?", "de")])
def test_a_plain_line_is_another_one_each_time(asked: str, language: str) -> None:
    said: list[str] = []
    for _ in range(5):
        said.append(plain_line(asked, said, language))
    assert len(set(said)) == 5
    assert set(said) < set(NO_ANSWER)
    assert {language_of(one) for one in said} == {language}


@pytest.mark.parametrize(
    ("heard", "answer"),
    [
        ("Hallo, guten Tag!", "Hallo! Schön, hier zu sein."),
        ("Ich muss leider los. Bis bald!", "Das war ein gutes Gespräch. Bis bald."),
        ("Wollen wir uns morgen treffen?", "Ja, das machen wir. Ich freue mich darauf."),
        ("Ich schicke dir morgen die Liste.", "Das ist nett. Vielen Dank."),
        ("Soll ich dir die Liste schicken?", "Sehr gern. Das würde mich freuen."),
        ("Ich leite einen Kreis.", "Verstehe. Darüber würde ich gern mehr hören."),
        ("Wie geht es dir?", "Sehr gut, danke. Und selbst?"),
        ("Vielen Dank!", "Gern geschehen."),
        ("Wir haben im Mai ein Archiv aufgebaut.", "Verstehe. Wie ging das aus?"),
    ],
)
def test_plain_german_lines_answer_german(heard: str, answer: str) -> None:
    assert plain_line(heard, [], "de") == answer


@pytest.mark.parametrize(
    ("heard", "rule"),
    [("Shall we meet on Friday?", True), ("Hello!", True), ("Bye!", True), ("Why?", False), ("I lost a day.", False)],
)
def test_greetings_proposals_and_farewells_need_no_model(heard: str, rule: bool) -> None:
    assert settled(heard) is rule


def test_a_proposal_behind_a_question_without_an_answer_is_accepted() -> None:
    assert plain_line("Do you know the harbour? Shall we walk there together?", []).startswith("Yes, let us")
