"""Capture: the raw text first, then what the notes hold and nothing else, then what a person confirms."""

from __future__ import annotations

import json
import re
import threading
import time
from datetime import UTC, date, datetime
from typing import Any

import pytest
from conftest import Opener, town
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from coach.domain.capture import CaptureProposal
from coach.domain.models import Capture, Commitment, Event, Note, Person, Story
from coach.domain.progress import Update
from coach.errors import InputError, NotFoundError
from coach.facade import Coach
from coach.llm.factory import ModelHandle
from eval.fake import FillingModel

NOTES = (
    "Met Greta Olsen, she runs the pilot school and lives for fog signals. I'll send her my tide tables by Friday. "
    "Noor promised to lend me the saw. Write to Noor in two weeks.\n\n"
    "Greta told me how "
    "she failed the helm test twice, then an old pilot took her out every Sunday, and now she teaches."
)
STORY = "she failed the helm test twice, then an old pilot took her out every Sunday, and now she teaches"
TITLE = "Greta: the helm test"
LEFT_OPEN = "\n\nThen a talk on Brontosaur where somebody waved at us."
"""A sentence that no rule makes anything of."""
WHEN = datetime(2026, 11, 16, 21, 30, tzinfo=UTC)


def reading(**parts: Any) -> FakeListChatModel:
    return FakeListChatModel(responses=[json.dumps({"people": [], "promises": [], "stories": [], **parts})])


def greta(**more: Any) -> dict[str, Any]:
    return {"name": "Greta Olsen", "role": "", "organisation": "", "cares_about": [], **more}


def read(coach: Coach, text: str = NOTES) -> CaptureProposal:
    return coach.read_capture(coach.capture(text, event="evening", at=WHEN).id)


def found(proposal: CaptureProposal, name: str) -> Any:
    return next(person for person in proposal.people if person.name == name)


# ---------------------------------------------------------------------- keep
def test_the_text_is_kept_as_typed_before_anything_reads_it(opened: Opener) -> None:
    class Broken(FillingModel):
        def _answer(self, messages: object) -> str:
            kept = [capture.text for capture in coach.store.captures()]
            assert kept == ["  raw\ttext, Greta 🙂  \n"]
            raise ZeroDivisionError("the model's own trouble")

    coach = opened(Broken())
    capture = coach.capture("  raw\ttext, Greta 🙂  \n")
    proposal = coach.read_capture(capture.id)
    assert coach.store.get(Capture, capture.id).text == "  raw\ttext, Greta 🙂  \n"
    assert any("simple rules" in warning for warning in proposal.warnings)


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_blank_notes_are_an_error(opened: Opener, text: str) -> None:
    with pytest.raises(InputError, match="nothing in the notes"):
        opened().capture(text)


def test_an_unknown_capture_is_an_error_that_names_it(opened: Opener) -> None:
    with pytest.raises(NotFoundError, match="'lost'"):
        opened().read_capture("lost")


# ---------------------------------------------------------------------- read
def test_without_a_model_the_rules_read_and_say_so(opened: Opener, no_model: ModelHandle) -> None:
    proposal = read(opened(no_model), NOTES + LEFT_OPEN)
    assert {person.name for person in proposal.people} == {"Greta Olsen", "Noor Haddad"}
    assert found(proposal, "Noor Haddad").person_id == "noor"
    assert {(one.person, one.by) for one in proposal.commitments} == {("Greta Olsen", "me"), ("Noor Haddad", "them")}
    assert proposal.warnings == ("The notes were read by simple rules only, since no language model is in use.",)


def test_what_the_notes_do_not_hold_is_dropped(opened: Opener) -> None:
    model = reading(
        people=[
            greta(role="runs the pilot school", organisation="Coast Guard", cares_about=["fog signals", "opera"]),
            greta(name="Bruno Invented"),
            greta(name="old pilot"),
        ],
        stories=[
            {
                "person": "Greta Olsen",
                "title": "The helm test",
                "quote": STORY,
            },
            {
                "person": "Greta Olsen",
                "title": "Made up",
                "quote": "she once sailed around the whole world alone in a tub",
            },
        ],
    )
    proposal = read(opened(model))
    person = found(proposal, "Greta Olsen")
    assert (person.role, person.organisation, person.cares_about) == ("runs the pilot school", "", ("fog signals",))
    assert {one.name for one in proposal.people} == {"Greta Olsen", "Noor Haddad"}
    assert [(story.title, story.heard_from, story.own) for story in proposal.stories] == [(TITLE, "Greta Olsen", False)]
    assert all(story.quote in " ".join(NOTES.split()) for story in proposal.stories)


def test_a_promise_belongs_to_whom_the_sentence_says_whatever_the_model_says(opened: Opener) -> None:
    text = "Met Greta Olsen at the pier. I'll send Greta my tide tables. We had soup, and Greta likes soup."
    model = reading(
        people=[greta()],
        promises=[
            {"who": "them", "person": "Greta Olsen", "what": "send Greta my tide tables", "when": ""},
            {"who": "me", "person": "Greta Olsen", "what": "Greta likes soup", "when": ""},
            {"who": "me", "person": "Greta Olsen", "what": "buy her a lighthouse in Norway", "when": ""},
            {"who": "me", "person": "Nobody Known", "what": "send tide tables", "when": ""},
        ],
    )
    proposal = read(opened(model), text)
    assert [(one.person, one.by, one.quote) for one in proposal.commitments] == [
        ("Greta Olsen", "me", "I'll send Greta my tide tables.")
    ]


def test_dates_count_from_the_day_of_the_notes(opened: Opener, no_model: ModelHandle) -> None:
    proposal = read(opened(no_model))
    due = {one.person: one.due for one in proposal.commitments}
    assert due["Greta Olsen"] == date(2026, 11, 20)
    assert found(proposal, "Noor Haddad").follow_up_on == date(2026, 11, 30)


def test_whoever_was_met_is_to_be_written_to_within_two_days(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    coach.add(Event(id="fair", name="Fair", starts=date(2026, 11, 14), ends=date(2026, 11, 15)))
    text = "Talked to Ada Li. She bakes. Follow up with Noor on 30 November. My boss knows her brother Tom Roth."
    at_once = coach.read_capture(coach.capture(text, at=datetime(2026, 11, 15, 20, tzinfo=UTC), event="fair").id)
    assert found(at_once, "Ada Li").follow_up_on == date(2026, 11, 17)
    assert found(at_once, "Noor Haddad").follow_up_on == date(2026, 11, 30)
    late = coach.read_capture(coach.capture(text, at=datetime(2026, 11, 20, 9, tzinfo=UTC), event="fair").id)
    assert found(late, "Ada Li").follow_up_on == date(2026, 11, 20)
    coach.confirm_capture(late)
    due = coach.today(date(2026, 11, 20)).agenda.of("follow_up")
    assert [one.person_name for one in due] == ["Ada Li", "Noor Haddad"]


def test_facts_are_word_for_word_and_the_rest_is_shown_as_unread(opened: Opener, no_model: ModelHandle) -> None:
    proposal = read(opened(no_model), NOTES + "\n\nThe soup was good.")
    assert (
        "Met Greta Olsen, she runs the pilot school and lives for fog signals." in found(proposal, "Greta Olsen").facts
    )
    assert proposal.unread == ("The soup was good.",)


def test_the_rules_findings_are_told_before_the_model_is_asked(opened: Opener) -> None:
    model = FillingModel()
    coach = opened(model)
    seen: list[tuple[str, int]] = []

    def listen(update: Update) -> None:
        seen.append((update.stage, len(model.asked)))

    coach.read_capture(coach.capture(NOTES + LEFT_OPEN).id, stream=listen)
    assert seen[0] == ("rules", 0)
    assert ("read", 1) in seen


def test_nothing_is_stored_before_it_is_confirmed(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    before = (len(coach.store.people()), len(coach.store.commitments()), len(coach.store.notes()))
    proposal = read(coach)
    assert (len(coach.store.people()), len(coach.store.commitments()), len(coach.store.notes())) == before
    kept = coach.store.get(Capture, proposal.capture_id).proposal
    assert CaptureProposal.model_validate(kept) == proposal


def test_stop_keeps_what_was_found_until_then(opened: Opener) -> None:
    stop = threading.Event()
    stop.set()
    coach = opened()
    proposal = coach.read_capture(coach.capture(NOTES + LEFT_OPEN).id, stop=stop)
    assert {person.name for person in proposal.people} == {"Greta Olsen", "Noor Haddad"}
    assert any("stopped" in warning for warning in proposal.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Met Greta Olsen. She mends nets! I'll send her a hook tomorrow. " * 1600,
        "Met Greta Olsen " + "and then we talked about nets " * 3400,
        "Met Greta Olsen. " + "x" * 100_000,
        "Met Greta Olsen.\n" + "网" * 60_000,
        "Met Greta Olsen. " + "?!. " * 25_000,
    ],
    ids=["sentences", "no full stops", "one word", "no spaces", "marks"],
)
def test_a_note_of_a_hundred_thousand_characters_is_kept_whole_and_read_in_part(opened: Opener, text: str) -> None:
    model = FillingModel()
    coach = opened(model)
    capture = coach.capture(text)
    began = time.monotonic()
    proposal = coach.read_capture(capture.id)
    assert time.monotonic() - began < 60, "the rules alone; far less on an idle machine"
    assert coach.store.get(Capture, capture.id).text == text
    assert found(proposal, "Greta Olsen")
    assert len(model.asked) <= 16
    assert all(len(prompt) < 12_000 for prompt in model.asked)
    if len(re.findall(r"\w+", text)) > 3600:
        assert any("Only the first" in warning for warning in proposal.warnings)


# ------------------------------------------------------------------- confirm
def test_what_is_confirmed_is_stored_and_found_again(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    report = coach.confirm_capture(read(coach))
    assert report.added > 0
    person = coach.store.find_person("Greta Olsen")
    assert person is not None
    assert person.how_met == "Met on 16 November 2026 at Long Table"
    assert coach.store.commitments(person=person.id)[0].due == date(2026, 11, 20)
    noor = coach.store.get(Person, "noor")
    assert noor.follow_up_on == date(2026, 11, 30)
    assert noor.cares_about == ("boats",), "what was known stays"
    hits = coach.recall("who failed the helm test?", k=3)
    assert any("helm test" in hit.text for hit in hits)


def test_confirming_twice_stores_it_once(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    proposal = read(coach)
    coach.confirm_capture(proposal)

    def counts() -> list[int]:
        return [coach.store.count(kind) for kind in (Person, Note, Commitment, Story)]

    once = counts()
    again = coach.confirm_capture(proposal)
    assert counts() == once
    assert again.added == 0


def test_what_is_not_accepted_is_not_stored(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    proposal = read(coach)
    people = tuple(one.model_copy(update={"accepted": one.name != "Greta Olsen"}) for one in proposal.people)
    promises = tuple(one.model_copy(update={"accepted": False}) for one in proposal.commitments)
    coach.confirm_capture(proposal.model_copy(update={"people": people, "commitments": promises}))
    assert coach.store.find_person("Greta Olsen") is None
    assert {one.id for one in coach.store.commitments()} == {"owed", "kept"}
    assert any("Greta Olsen" in note.text for note in coach.store.notes()), "the notes themselves are kept"


def test_a_story_that_is_confirmed_is_heard_from_its_teller(opened: Opener) -> None:
    model = reading(people=[greta()], stories=[{"person": "Greta Olsen", "title": "The helm test", "quote": STORY}])
    coach = opened(model)
    coach.confirm_capture(read(coach))
    person = coach.store.find_person("Greta Olsen")
    story = next(one for one in coach.store.stories() if one.title == TITLE)
    assert person is not None
    assert (story.own, story.heard_from, story.text) == (False, person.id, STORY)


def test_a_discarded_capture_keeps_its_text_and_stores_nothing(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    proposal = read(coach)
    coach.discard_capture(proposal.capture_id)
    kept = coach.store.get(Capture, proposal.capture_id)
    assert (kept.status, kept.text) == ("discarded", NOTES)
    assert coach.store.find_person("Greta Olsen") is None


def test_what_was_corrected_about_somebody_is_what_is_kept_about_them(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model, items=town())
    proposal = read(coach)
    lines = ("Greta runs the pilot school.", "Greta has a boat called Fog")
    people = tuple(
        one.model_copy(update={"facts": lines}) if one.name == "Greta Olsen" else one for one in proposal.people
    )
    coach.confirm_capture(proposal.model_copy(update={"people": people}))
    greta = coach.store.find_person("Greta Olsen")
    assert greta is not None
    [note] = coach.store.notes(person=greta.id)
    assert note.text == "Greta runs the pilot school. Greta has a boat called Fog."
    assert any("tide tables" in one.text for one in coach.store.notes())


def test_notes_carry_the_people_whom_their_paragraph_names(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model, items=town())
    coach.confirm_capture(read(coach))
    person = coach.store.find_person("Greta Olsen")
    assert person is not None
    thread = next(note.thread for note in coach.store.notes() if note.source == "notes")
    mine = coach.store.notes(thread=thread, newest_first=False)
    assert [note.position for note in mine] == [0, 1]
    assert set(mine[0].people) == {person.id, "noor"}
    assert mine[1].people == (person.id,)


@pytest.mark.parametrize(("typed", "kept"), [("Museum", "Maritime Museum"), ("Harbour Trust", "Harbour Trust")])
def test_a_part_of_a_known_organisations_name_is_no_other_organisation(
    opened: Opener, no_model: ModelHandle, typed: str, kept: str
) -> None:
    coach = opened(no_model)
    capture = coach.capture(f"Ines Duarte ({typed}) showed me old charts of the harbour.")
    [person] = coach.read_capture(capture.id).people
    assert person.organisation == kept


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Met Greta Olsen, potter at Kiln House. I'll send her my list by Friday.", []),
        ("- Greta Olsen, potter at Kiln House, loves glazes\n- the soup was cold", []),
        (
            "Met Greta Olsen, potter at Kiln House. She hums.\nThen a talk on Brontosaur where somebody waved at us.",
            ["She hums. Then a talk on Brontosaur where somebody waved at us."],
        ),
        ("Nobody was there but the rain and the dog.", ["Nobody was there but the rain and the dog."]),
    ],
)
def test_the_model_reads_only_what_the_rules_left_open(opened: Opener, text: str, read: list[str]) -> None:
    model = FillingModel()
    coach = opened(model)
    coach.read_capture(coach.capture(text).id)
    assert len(model.asked) == len(read)
    assert all(part in asked for part, asked in zip(read, model.asked, strict=True))


def test_no_day_to_write_is_set_for_the_dead_nor_for_whom_the_notes_avoid(opened: Opener) -> None:
    coach = opened()
    text = "Met Lena Graf, bookbinder. Met Ben Stone, printer. Never work with Ben again. Met Ida Moe: Otto Reh died."
    proposal = coach.read_capture(coach.capture(text).id)
    days = {one.name: one.follow_up_on for one in proposal.people if one.accepted}
    assert days["Lena Graf"] is not None
    assert days["Ida Moe"] is not None
    assert days["Ben Stone"] is None
    assert days.get("Otto Reh") is None
