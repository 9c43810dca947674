"""Whatever the journeys leave in a workspace goes along in its file: out, into an empty home, the same workspace."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conftest import TODAY, Opener

from coach.config import Price, Settings
from coach.domain.intake import Choices
from coach.domain.models import Help, Kind, Person
from coach.domain.reciprocity import Idea
from coach.domain.voice import Voice
from coach.facade import Coach
from coach.journeys.exchange import OF_THIS_MACHINE

TABLE = b"Who,Firm\nIda Blum,Kiln\nNoor Haddad,Harbour\n"


def lived_in(coach: Coach) -> None:
    """A workspace after some weeks: everything that a journey keeps is in it."""
    first = coach.preview_import("list.csv", data=TABLE)
    coach.import_items(coach.preview_import("list.csv", data=TABLE, choices=Choices(columns=("name", "organisation"))))
    assert first.table is not None
    coach.follow_up("ines", intent="Ask about the charts")
    brief = coach.prepare("meetup")
    coach.brief_was_read(brief.draft_id)
    coach.capture("Met Pelle, who sails.", event="meetup")
    asked = coach.reflect("evening")
    coach.save_reflection(asked.model_copy(update={"energy_before": 3, "energy_after": 8, "lessons": "Ask first."}))
    _practised(coach)
    _kept_in_touch(coach)
    ida = next(person for person in coach.store.people() if person.name == "Ida Blum")
    coach.merging.merge("noor", ida.id)
    coach.merging.keep_apart("ines", "tomas")
    coach.keep_voice("en", Voice())
    coach.configure(
        coach.settings.model_copy(
            update={"tone": "formal", "brief_people": 5, "app_language": "de", "starter_stories": False}
        )
    )


def _practised(coach: Coach) -> None:
    begun = coach.rehearsals.begin(person="ines", aim="Hear about the cellar")
    coach.rehearsals.say(begun.id, "What did you find in the cellar?")
    coach.answer_rehearsal(begun.id)
    coach.rehearsals.end(begun.id)


def _kept_in_touch(coach: Coach) -> None:
    nurturing = coach.nurturing
    nurturing.set_cadence("tomas", 30)
    nurturing.snooze("tomas", TODAY + timedelta(days=9))
    nurturing.in_touch("noor", "Talked about her brother's boat.")
    coach.add(Help(person="ines", by="them", what="lent me her map", at=TODAY))
    idea = Idea(
        kind="introduction",
        ref="person:ines",
        title="Ines Duarte",
        need="She fears the winter storms.",
        need_ref="note-noor",
        offer="Ines keeps old charts",
        offer_ref="ines",
        other="ines",
    )
    nurturing.introduce("noor", idea)


@pytest.fixture
def old(opened: Opener) -> Coach:
    coach = opened()
    lived_in(coach)
    return coach


def test_the_file_holds_every_kind_and_brings_back_the_same_workspace(old: Coach, opened: Opener) -> None:
    out = old.exchange.takeout()
    assert {item.kind for item in out.items} == set(Kind) - {Kind.SESSION}
    assert len(out.merges) == len(out.apart) == 1
    assert {"intake.columns", "voice.en"} <= out.facts.keys()
    new = opened(items=[], home="new")
    file = old.exchange.workspace_file()

    report = new.exchange.bring_in(file)

    assert report.added == len(out.items)
    here = new.exchange.takeout()
    assert (here.items, here.merges, here.apart, here.choices) == (out.items, out.merges, out.apart, out.choices)
    assert out.facts.items() <= here.facts.items()


def test_what_was_kept_works_on_in_the_new_home(old: Coach, opened: Opener) -> None:
    new = opened(items=[], home="new")
    new.exchange.bring_in(old.exchange.workspace_file())
    assert new.nurturing.rhythm("tomas").cadence.days == 30
    assert [one.what for one in new.nurturing.ledger("ines").received] == ["lent me her map"]
    assert new.preview_import("list.csv", data=TABLE).table == old.preview_import("list.csv", data=TABLE).table
    assert "Talked about her brother's boat." in {hit.text for hit in new.recall("brother boat", k=5)}
    parted = new.merging.unmerge(new.merging.merges()[0].id)
    assert {parted.before.name, parted.other.name} == {"Noor Haddad", "Ida Blum"}
    assert new.store.get(Person, parted.other.id).organisation == "Kiln"
    assert new.store.reflections()[0].energy_after == 8


def test_every_setting_belongs_to_the_workspace_or_to_this_machine() -> None:
    """A new setting has to be decided about: the file takes it along unless it is named as this machine's."""
    travels = {"user_name", "app_language", "starter_stories", "tone", "brief_people", "prices"}
    assert set(Settings.model_fields) == travels | OF_THIS_MACHINE
    chosen = Settings(user_name="Sam", prices={"m": Price(read=1, written=2)})
    assert set(chosen.model_dump(exclude=set(OF_THIS_MACHINE), exclude_defaults=True)) == {"user_name", "prices"}
