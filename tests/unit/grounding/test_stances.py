"""Things denied, left open or ruled out; minutes; other languages: what the check says of each."""

from __future__ import annotations

from typing import Any

import pytest

from coach.domain.grounding import CheckReport, check_draft

BRIEF = {"person": "Maud Lecroix", "user": "Olu Adebayo", "event": "Trade day", "today": "2025-05-19"}


def checked(draft: str, *notes: str, author: str | None = None, **brief: Any) -> CheckReport:
    evidence = [
        {"label": f"N{number}", "kind": "note", "text": text, "author": author, "at": "2025-05-12"}
        for number, text in enumerate(notes, 1)
    ]
    return check_draft(draft, evidence, BRIEF | brief)


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        (
            "Maud has sworn off long flights.",
            "As you enjoy long flights, come to Osaka.",
            "I know long flights are out.",
        ),
        ("Maud doesn't sell online.", "I'll order from your online shop.", "It's a pity that you don't sell online."),
        ("Maud: deposit not needed.", "I'll transfer your deposit today.", "It is kind not to ask for a deposit."),
        ("Maud is vegetarian.", "I know a steak house you will like.", "I know a vegetarian place you will like."),
        ("Maud said once her paper is accepted.", "I'm glad that your paper is accepted.", "How is your paper doing?"),
        ("Maud postponed phase 2 to spring.", "Phase 2 is going ahead as planned.", "Is phase 2 still set for spring?"),
        ("Maud never regretted giving up chess.", "I know how you regret it.", "You never regretted giving up chess."),
    ],
)
def test_what_the_notes_deny_or_leave_open_is_not_taken_for_real(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed
    assert checked(right, note).passed


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        ("Maud said any Sunday bar the 25th.", "Shall we say Sunday the 25th?", "Shall we say Sunday the 1st of June?"),
        ("Maud: lunch, not thurs.", "Lunch on Thursday?", "Lunch on Wednesday?"),
        (
            "Maud's show moved from May to September.",
            "See you at your show in May.",
            "See you at your show in September.",
        ),
        (
            "Next meeting 9 June, scout hut.",
            "See you at the hut on Tuesday 9 June.",
            "See you at the hut on Monday 9 June.",
        ),
    ],
)
def test_days_ruled_out_moved_or_on_the_wrong_weekday_are_caught(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed
    assert checked(right, note).passed


def test_tasks_of_minutes_are_promises_by_name_or_initials() -> None:
    notes = ("Water rota to be drawn up by OA.", "Lecroix to write to the council about the skip.")
    assert checked("Here is the water rota, as agreed.", *notes).passed
    assert not checked("I'll write to the council about the skip, as agreed.", *notes).passed


def test_a_line_that_tells_the_writer_what_to_do_is_the_writers_promise() -> None:
    note = "Met Maud Lecroix. Ask the council about the pitch fee!"
    assert checked("I'll ask the council about the pitch fee today.", note).passed


@pytest.mark.parametrize("words", ["four fifths of your flowers", "80 % of your flowers"])
def test_a_share_in_words_is_the_percentage(words: str) -> None:
    note = "Maud grows 80% of her flowers at home."
    assert checked(f"You grow {words} at home.", note).passed
    assert not checked("You grow three fifths of your flowers at home.", note).passed


def test_the_same_figure_in_another_unit_is_another_length() -> None:
    assert not checked("After eighteen years here you know everybody.", "Maud has been here 18 months.").passed


GERMAN = ("Maud schickt mir die Fotos der Treppe.", "Sie arbeitet nicht mit Tropenholz.")


@pytest.mark.parametrize(
    ("draft", "passes"),
    [
        ("Ich freue mich auf die Fotos der Treppe.", True),
        ("Die Fotos der Treppe schicke ich Ihnen bald.", False),
        ("Wie schön, dass Sie mit Tropenholz arbeiten.", False),
        ("Mich freut, dass Sie auf Tropenholz verzichten.", True),
    ],
)
def test_german_denials_and_gifts_are_read(draft: str, passes: bool) -> None:
    assert checked(draft, *GERMAN).passed is passes


def test_what_cannot_be_graded_says_so_and_is_never_called_supported() -> None:
    report = checked("Ihre Hunde haben den ganzen Garten umgegraben und die Nachbarn waren wütend.", *GERMAN)
    assert not report.graded
    assert [part.verdict for part in report.sentences] == ["no_claim"]
    assert "Not graded" in report.sentences[0].reason


def test_a_german_sentence_is_supported_where_the_notes_hold_its_words() -> None:
    report = checked("Sie schicken mir die Fotos der Treppe.", *GERMAN)
    assert [(part.verdict, part.labels, part.graded) for part in report.sentences] == [("supported", ("N1",), True)]


@pytest.mark.parametrize("text", ["Grazie molto per la tua foto della scala.", "Спасибо за фотографии вашей лестницы."])
def test_other_languages_are_not_taken_for_english(text: str) -> None:
    assert not checked(text, "Maud sends me the photos.").graded
