"""Nurture on the sample: the queue, decisions, ideas from the notes, introductions that ask both sides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from coach.bootstrap import open_coach
from coach.domain.gate import unconfirmed
from coach.domain.models import Note, Person, Story
from coach.errors import InputError, NotFoundError
from coach.facade import Coach

KEIKO, HEDDA = "sample-keiko", "sample-hedda"
TODAY = date.today()  # noqa: DTZ011 - as the user's own day


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[Coach]:
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32), sample=True) as opened:
        yield opened


def test_the_queue_begins_with_whom_you_have_neglected_and_says_why(coach: Coach) -> None:
    first = coach.nurturing.queue()[0]
    assert first.tie.id == HEDDA
    assert [reason.code for reason in first.reasons] == ["touch", "helped", "goal"]


def test_a_snooze_takes_somebody_off_the_list_until_then(coach: Coach) -> None:
    coach.nurturing.snooze(HEDDA, TODAY + timedelta(days=3))
    found = next(one for one in coach.nurturing.queue() if one.tie.id == HEDDA)
    assert (found.now, found.days_left) == (False, 3)
    with pytest.raises(InputError, match="not ahead"):
        coach.nurturing.snooze(HEDDA, TODAY)


def test_being_in_touch_starts_the_round_anew(coach: Coach) -> None:
    note = coach.nurturing.in_touch(HEDDA, "She lent me another book.")
    assert note is not None
    found = coach.nurturing.rhythm(HEDDA)
    assert found.reminder is not None
    assert found.reminder.due == TODAY + timedelta(days=30)
    assert coach.nurturing.in_touch("sample-bram") is None


def test_an_idea_rests_on_words_of_the_notes(coach: Coach) -> None:
    idea = coach.nurturing.ideas(KEIKO)[0]
    assert (idea.kind, idea.other) == ("introduction", "sample-noelani")
    assert idea.need in coach.store.get(Note, idea.need_ref).text
    assert "handing over communities" in coach.store.get(Person, "sample-noelani").cares_about


def test_what_you_need_yourself_is_nobody_elses_need(coach: Coach) -> None:
    coach.add(Person(id="ida", name="Ida Blum"))
    coach.add(Note(text="I am looking for somebody who has handed over a community. Ida listened.", people=("ida",)))
    assert coach.nurturing.ideas("ida") == []


def test_a_story_of_your_own_on_what_they_care_about_is_offered_until_it_was_told(coach: Coach) -> None:
    coach.add(Person(id="ida", name="Ida Blum", cares_about=("church bells",)))
    coach.add(Story(id="bell", title="The bell", text="We mended the church bells with bicycle oil."))
    assert [(idea.kind, idea.ref) for idea in coach.nurturing.ideas("ida")] == [("share", "story:bell")]
    coach.story_bank.tell("bell", "ida", at=TODAY)
    assert coach.nurturing.ideas("ida") == []


def test_both_sides_are_asked_and_the_helper_hears_no_name(coach: Coach) -> None:
    idea = coach.nurturing.ideas(KEIKO)[0]
    seeker, helper = coach.nurturing.introduce(KEIKO, idea)
    assert "you are looking for somebody who has handed over a community" in seeker.current.text
    assert "Noelani Fairhurst" in seeker.current.text
    assert "Keiko" not in f"{helper.current.subject} {helper.current.text}"
    assert (unconfirmed(seeker.current), unconfirmed(helper.current)) == ((), ())
    assert (seeker.status, helper.status, seeker.current.origin) == ("open", "open", "rule")


def test_only_an_introduction_introduces(coach: Coach) -> None:
    other = coach.nurturing.ideas(KEIKO)[0].model_copy(update={"kind": "share", "other": None})
    with pytest.raises(InputError, match="introduces nobody"):
        coach.nurturing.introduce(KEIKO, other)


def test_nobody_of_that_id_has_a_rhythm(coach: Coach) -> None:
    with pytest.raises(NotFoundError):
        coach.nurturing.rhythm("nobody")


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("needs a room sponsor!!", "needs a room sponsor!!"),
        ("Great chat. Still needs a room sponsor", "Still needs a room sponsor"),
        ("Ida is looking for somebody who runs LoRa sensors", "Ida is looking for somebody who runs LoRa sensors"),
        ("Met Ida, who needs a room sponsor.", "Met Ida, who needs a room sponsor."),
        ("Battery life is the pain", "Battery life is the pain"),
        ("Ida sucht jemanden, der Hochwasserdaten für den Stadtrat aufbereitet",
         "Ida sucht jemanden, der Hochwasserdaten für den Stadtrat aufbereitet"),
        ("Frau Blum braucht dringend einen Raum", "Frau Blum braucht dringend einen Raum"),
        ("Gerade sucht sie einen Raum.", "Gerade sucht sie einen Raum."),
        ("Ich suche einen Raum. Ida hörte zu.", ""),
        ("Tom needs a room sponsor.", ""),
        ("Ich brauche dringend einen Raum", ""),
        ("The needs of the city are many", ""),
    ],
)  # fmt: skip
def test_a_need_is_seen_as_people_note_it(coach: Coach, text: str, need: str) -> None:
    coach.add(Person(id="ida", name="Ida Blum"))
    coach.add(Note(text=text, people=("ida",)))
    assert coach.nurturing.needs("ida") == ([need] if need else [])


def test_a_german_need_finds_whom_german_notes_say_it_of(coach: Coach) -> None:
    coach.add_many(
        [
            Person(id="ida", name="Ida Blum"),
            Person(id="tom", name="Tomáš Novák"),
            Note(text="Ida sucht jemanden, der Hochwasserdaten für den Stadtrat aufbereitet.", people=("ida",)),
            Note(text="Tomáš bereitet Hochwasserdaten mit Sensoren auf, für jeden Stadtrat.", people=("tom",)),
        ]
    )
    assert [(idea.kind, idea.other) for idea in coach.nurturing.ideas("ida")] == [("introduction", "tom")]


def test_people_who_should_meet_are_an_idea_for_both_and_the_messages_claim_no_talk(coach: Coach) -> None:
    coach.add_many(
        [
            Person(id="ida", name="Ida Blum"),
            Person(id="tom", name="Tomáš Novák", role="hydrologist", organisation="Klimadata"),
            Note(text="Ida and Tomáš should meet - batteries", people=("ida", "tom")),
        ]
    )
    (idea,) = coach.nurturing.ideas("ida")
    assert (idea.kind, idea.other, idea.need) == ("introduction", "tom", "Ida and Tomáš should meet - batteries")
    assert [one.other for one in coach.nurturing.ideas("tom")] == ["ida"]
    first, second = coach.nurturing.introduce("ida", idea)
    assert "There is somebody you might like to meet: Tomáš Novák (hydrologist at Klimadata)." in first.current.text
    assert "told me" not in first.current.text
    assert "Ida" not in second.current.text
    assert [unconfirmed(one.current) for one in (first, second)] == [(), ()]
