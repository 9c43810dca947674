"""Greeting, sentences, sign-off: found by their place, and changed without touching the rest."""

from __future__ import annotations

import pytest

from coach.domain.letter import read_letter

MAIL = "Hi Noor,\n\nI remember the boat. You fear the storms.\n\nShall we talk?\n\nAll the best,\nSam"


@pytest.mark.parametrize(
    ("text", "greeting", "sign_off"),
    [
        (MAIL, "Hi Noor,", "All the best,\nSam"),
        ("Hola, Noor:\n\nRecuerdo el barco.\n\nUn saludo,\nSam", "Hola, Noor:", "Un saludo,\nSam"),
        ("Guten Tag Noor Haddad,\n\nIhr Boot.\n\nMit freundlichen Grüßen\nSam", "Guten Tag Noor Haddad,",
         "Mit freundlichen Grüßen\nSam"),
        ("Hey Noor! I remember the boat. Shall we talk?", "Hey Noor!", ""),
        ("Noor –\nThe boat was great.\nSam", "Noor –", "Sam"),
        ("I remember the boat.", "", ""),
        ("Thanks for the boat.\nIt floats.", "", ""),
        ("Hi Noor,", "", ""),
        ("Hi Noor!\n\nI remember the boat!\n\nBig hug,\nSam 🌻", "Hi Noor!", "Big hug,\nSam 🌻"),
        ("Ahoy Noor,\n\n\n\nAll the best,\nSam", "Ahoy Noor,", "All the best,\nSam"),
    ],
)  # fmt: skip
def test_greeting_and_sign_off_are_found(text: str, greeting: str, sign_off: str) -> None:
    letter = read_letter(text)
    assert (letter.greeting, letter.sign_off) == (greeting, sign_off)
    assert letter.text == text


def test_a_sentence_can_go_and_the_paragraphs_stay() -> None:
    letter = read_letter(MAIL)
    assert letter.sentences == ["I remember the boat.", "You fear the storms.", "Shall we talk?"]
    without = letter.without("You fear the storms.")
    assert without.text == "Hi Noor,\n\nI remember the boat.\n\nShall we talk?\n\nAll the best,\nSam"
    assert letter.without("I remember the boat.").body == "You fear the storms.\n\nShall we talk?"


def test_a_sentence_can_be_replaced_where_it_stands() -> None:
    assert (
        "boat. You like the sea.\n\nShall"
        in read_letter(MAIL).replaced("You fear the storms.", "You like the sea.").text
    )


def test_a_sentence_is_added_before_the_closing_question() -> None:
    assert read_letter(MAIL).with_sentence("Here are the slides.").text == MAIL.replace(
        "storms.", "storms. Here are the slides."
    )
    assert read_letter("Hi Noor, a boat.").with_sentence("And oars.").text == "Hi Noor, a boat. And oars."


@pytest.mark.parametrize("greeting", ["Guten Tag Dr. Wiebke Janssen,", "Dear Prof. J. Roth,", "Hallo Wiebke,"])
def test_a_title_or_an_initial_does_not_end_the_greeting(greeting: str) -> None:
    letter = read_letter(f"{greeting}\n\nich denke daran.\n\nViele Grüße\nLena")
    assert (letter.greeting, letter.body) == (greeting, "ich denke daran.")
