"""Messages in German with the small model: by rule, in every channel and form of address, and revised by rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Opener, handle_for

from coach.domain.models import Commitment, Note, Person
from coach.errors import CoachError
from coach.facade import Coach
from eval.fake import FillingModel


@pytest.fixture
def coach(opened: Opener) -> Coach:
    wiebke = Person(id="wiebke", name="Dr. Wiebke Janssen", role="Leiterin", organisation="Stadtbücherei Emden")
    note = Note(
        text="Lange mit Wiebke Janssen geredet. Sie hat in Emden einen Raum für Jugendliche eröffnet. "
        "Ihr größtes Problem sind die Getränke auf den Büchern.",
        people=("wiebke",),
    )
    promises = [
        Commitment(person="wiebke", by="me", what="unseren Zettel mit den Regeln zu schicken"),
        Commitment(person="wiebke", by="them", what="mich ihrem Kollegen vorstellen"),
    ]
    small = replace(handle_for(FillingModel()), kind="embedded")
    return opened(small, items=[wiebke, note, *promises])


def test_a_german_message_is_made_of_the_notes_without_the_small_model(coach: Coach) -> None:
    draft = coach.follow_up("wiebke", tone="warm")
    version = draft.current
    assert (version.origin, version.model, version.usage.completion) == ("rule", "", 0)
    assert version.subject == "Zettel"
    assert version.text.startswith("Hallo Wiebke,\n\n")
    for said in (
        "Du hast in Emden einen Raum für Jugendliche eröffnet.",
        "dir unseren Zettel mit den Regeln zu schicken.",
        "Danke, dass du mich deinem Kollegen vorstellen willst.",
    ):
        assert said in version.text
    assert {label for one in version.check["sentences"] for label in one["labels"]} >= {"N1"}  # type: ignore[index]


@pytest.mark.parametrize(("channel", "most"), [("linkedin_invite", 300), ("text", 320), ("linkedin", 1900)])
def test_every_channel_keeps_to_its_length(coach: Coach, channel: str, most: int) -> None:
    text = coach.follow_up("wiebke", channel=channel).current.text
    assert 40 < len(text) <= most
    assert "…" not in text


def test_a_formal_wish_says_the_same_with_sie_and_the_title_stays_in_the_greeting(coach: Coach) -> None:
    draft = coach.revise_draft(coach.follow_up("wiebke", tone="warm").id, "formal")
    text = draft.current.text
    assert draft.current.origin == "rule"
    assert text.startswith("Guten Tag Dr. Wiebke Janssen,\n\n")
    assert text.count("Janssen") == 1
    assert "Danke, dass Sie mich Ihrem Kollegen vorstellen wollen." in text
    assert not {"du", "dich", "dir", "dein", "deinem"} & set(text.split())
    again = coach.revise_draft(draft.id, "shorter").current.text
    assert again.startswith("Guten Tag Dr. Wiebke Janssen,\n\n")
    assert len(again.split()) < len(text.split())


def test_something_to_mention_comes_from_the_notes_or_not_at_all(coach: Coach) -> None:
    draft = coach.revise_draft(coach.follow_up("wiebke", channel="text", tone="warm").id, "mention die Getränke")
    assert "Dein größtes Problem sind die Getränke auf den Büchern." in draft.current.text
    with pytest.raises(CoachError):
        coach.revise_draft(draft.id, "mention die Segelboote")


SMALL = replace(handle_for(FillingModel()), kind="embedded")
ENGLISH = [
    Person(id="anke", name="Anke Roth"),
    Note(text="Anke runs a library in Emden. She opened a room for young people.", people=("anke",)),
    Commitment(person="anke", by="me", what="send her the slides"),
]


def test_a_draft_out_of_english_notes_is_not_put_into_german_by_the_small_model(opened: Opener) -> None:
    draft = opened(items=ENGLISH).follow_up("anke")
    coach = opened(SMALL, items=[])
    with pytest.raises(CoachError, match=r"cannot put this draft into German.*larger model"):
        coach.revise_draft(draft.id, "translate to German")
    kept = coach.store.get(type(draft), draft.id)
    assert (kept.versions, kept.language) == (draft.versions, "en")


def test_a_draft_out_of_german_notes_is_put_into_german_by_rule(opened: Opener, coach: Coach) -> None:
    draft = opened(items=[]).follow_up("wiebke", language="en", intent="say hello", tone="warm")
    text = coach.revise_draft(draft.id, "translate to German").current.text
    assert text.startswith("Hallo Wiebke,\n\n")
    assert "dir unseren Zettel mit den Regeln zu schicken." in text


def test_english_notes_alone_make_no_german_message_and_that_is_said(opened: Opener) -> None:
    coach = opened(SMALL, items=ENGLISH)
    with pytest.raises(CoachError, match=r"noted about 'Anke Roth' is in English"):
        coach.follow_up("anke", language="de")
    with pytest.raises(CoachError, match=r"is in English"):
        coach.follow_up("anke", language="de", intent="ask how the room is doing")


@pytest.mark.parametrize("note", ["World Café handbook", "Met Anke at the World Café", "flood sensors, Open Data Day"])
def test_no_catchword_of_an_english_note_stands_in_a_german_message(opened: Opener, note: str) -> None:
    coach = opened(SMALL, items=[ENGLISH[0], Note(text=note, people=("anke",))])
    with pytest.raises(CoachError, match=r"is in English"):
        coach.follow_up("anke", language="de")


def test_beside_english_notes_a_german_one_or_a_german_wish_is_enough(opened: Opener) -> None:
    german = Note(text="Anke hat in Emden einen Raum für Jugendliche eröffnet.", people=("anke",))
    text = opened(SMALL, items=[*ENGLISH, german]).follow_up("anke", language="de").current.text
    assert "Du hast in Emden einen Raum für Jugendliche eröffnet." in text
    assert not {"send", "slides", "library", "opened"} & set(text.split())
    wished = opened(SMALL, items=[]).follow_up("anke", language="de", intent="mich für Freitag mit ihr verabreden")
    assert "Freitag" in wished.current.text


@pytest.mark.parametrize("note", ["Fahrradwerkstatt in Emden, Lastenrad", "Förderantrag für das Lastenrad"])
def test_a_german_note_of_a_few_catchwords_still_gives_one(opened: Opener, note: str) -> None:
    coach = opened(SMALL, items=[ENGLISH[0], Note(text=note, people=("anke",))])
    assert "Stichwort" in coach.follow_up("anke", language="de").current.text
