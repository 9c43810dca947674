"""A promise noted in German is never put into an English sentence, nor made the subject of a message."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.angles import Angle
from coach.drafting.german_deeds import is_german
from coach.drafting.german_letters import german_message
from coach.drafting.plain_promises import plain_promise
from coach.drafting.subjects import names_a_thing, subject_by_rule

FACTS = {"person": "Sabine Kurz", "user": "Mina Roth", "today": "2026-05-04"}
GERMAN = (
    "mir die liste mailen",
    "Liste mailen",
    "die Liste",
    "mich anrufen",
    "uns einen Termin schicken",
    "ihr den Link senden",
    "Kontakt zu Jonas herstellen",
    "an die Schule schreiben",
    "in die schule mitbringen",
)


@pytest.mark.parametrize("what", GERMAN)
def test_a_few_words_are_known_as_german(what: str) -> None:
    assert is_german(what)


@pytest.mark.parametrize(
    "what",
    [
        "send her my slides",
        "the list of gardens",
        "my ramen",
        "sbar template",
        "listen to the recording",
        "sign the DAS form",
        "photographs of the kitchen",
        "introduce me to the librarian",
        "text number",
    ],
)
def test_english_words_are_not(what: str) -> None:
    assert not is_german(what)


@pytest.mark.parametrize("what", GERMAN)
@pytest.mark.parametrize("slot", ["keep", "thanks"])
def test_a_german_promise_is_not_named_in_an_english_sentence(what: str, slot: str) -> None:
    owes = "I owe Sabine Kurz" if slot == "keep" else "Sabine Kurz owes me"
    held = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text=f"{owes}: {what}", names=("Sabine Kurz",))
    line = plain_promise(Angle(slot, what, ("C1",)), [held], FACTS)
    assert line is not None
    assert "promised" in line.text
    assert not any(word in line.text.split() for word in what.split())
    assert subject_by_rule({slot: line}, "") == ""


def test_no_subject_is_made_of_a_german_promise() -> None:
    for said in (
        "Thank you in advance for the mir die liste mailen.",
        "Thank you for offering die Liste.",
        "I still owe you the mir die liste mailen.",
    ):
        assert subject_by_rule({"thanks": Line(text=said)}, "") == ""
    assert not names_a_thing("The mir die liste mailen", ["Sabine owes me: mir die liste mailen"])
    assert names_a_thing("The list of gardens", ["Sabine owes me: the list of gardens"])


def test_a_german_letter_thanks_for_what_somebody_will_do() -> None:
    text = "Sabine Kurz owes me: will mir die Liste mailen"
    held = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text=text, names=("Sabine Kurz",))
    facts = {**FACTS, "address": "du"}
    lines = german_message([held], ("Sabine Kurz",), "", facts, date(2026, 5, 4), 6)
    assert lines["thanks"].text == "Danke, dass du mir die Liste mailen willst."
