"""What callers hand to a coach: an id, a name, a day in any form is understood; what is none is named in an error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from conftest import TODAY, Opener, town

from coach.domain.models import Capture, Draft, Event, Goal, Kind, Note, Person, Session, Story
from coach.errors import InputError, NotFoundError
from coach.facade import Coach
from coach.llm.factory import ModelHandle

Act = Callable[[Coach], Any]


def refused(act: Callable[[], Any], named: str, error: type[InputError] = InputError) -> InputError:
    with pytest.raises(error) as caught:
        act()
    assert named in caught.value.message
    assert caught.value.next_step
    return caught.value


def ids(found: Any) -> set[str]:
    return {one.source_id for one in found}


@pytest.fixture
def coach(opened: Opener) -> Coach:
    return opened(
        items=[
            *town(),
            Note(
                id="loose", text="Pavel keeps charts.", people=("Pavel",), event="unkept", goal="unkept-goal", at=None
            ),
            Note(id="dated", text="Charts again.", at=datetime(2025, 3, 1, 12, tzinfo=UTC), goal="goal-data"),
        ]
    )


# ------------------------------------------------------------------------------------------------ recall
@pytest.mark.parametrize("kinds", ["note", "Note", Kind.NOTE, ["note"], (Kind.NOTE, "note"), {"note"}])
def test_a_kind_may_be_named_alone_or_among_several(coach: Coach, kinds: Any) -> None:
    assert {one.kind for one in coach.recall("charts", kinds=kinds)} == {Kind.NOTE}


@pytest.mark.parametrize("kinds", [None, (), [], ""])
def test_no_kind_means_all_kinds(coach: Coach, kinds: Any) -> None:
    assert len({one.kind for one in coach.recall("charts", 20, kinds=kinds)}) > 3


@pytest.mark.parametrize(
    ("kinds", "named"),
    [(["foo"], "'foo'"), ("notes", "'notes'"), ([7], "7"), (7, "7"), ([""], "''"), ("draft", "draft")],
)
def test_a_kind_that_cannot_be_found_is_an_error_that_lists_the_others(coach: Coach, kinds: Any, named: str) -> None:
    refused(lambda: coach.recall("charts", kinds=kinds), named)


def test_all_kinds_may_be_asked_for_although_some_are_never_found(coach: Coach) -> None:
    assert coach.recall("charts", kinds=list(Kind))


@pytest.mark.parametrize("k", ["3", 2.5, None, [3], 0, -1])
def test_a_number_of_results_that_is_none_is_an_error(coach: Coach, k: Any) -> None:
    refused(lambda: coach.recall("charts", k), repr(k))


def test_a_number_of_results_may_come_from_numpy(coach: Coach) -> None:
    assert len(coach.recall("charts", np.int64(2))) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("query", [None, 42, b"charts", ["charts"], "", " \n", "caf\udce9", "\ud800"])
def test_a_question_that_is_none_is_an_error(coach: Coach, query: Any) -> None:
    assert "embedder" not in str(refused(lambda: coach.recall(query), repr(query)))


def test_an_event_is_known_by_its_name_and_a_goal_by_its_text(coach: Coach) -> None:
    by_id = ids(coach.recall("charts", event="evening"))
    assert by_id == ids(coach.recall("charts", event="long  TABLE")) == ids(coach.recall("boat", event="Long Table"))
    assert "note-ines" in by_id
    meetup = coach.store.get(Event, "meetup")
    assert ids(coach.recall("charts", event=meetup)) == ids(coach.recall("charts", event="meetup"))  # type: ignore[arg-type]
    text = "Learn how small teams keep old charts readable"
    assert "dated" in ids(coach.recall("charts", goal="goal-data"))
    assert ids(coach.recall("charts", goal=text)) == ids(coach.recall("charts", goal="goal-data"))


def test_names_that_only_notes_know_narrow_as_they_stand(coach: Coach) -> None:
    for narrow in ({"person": "pavel"}, {"person": ["Pavel"]}, {"event": "unkept"}, {"goal": "unkept-goal"}):
        assert ids(coach.recall("charts", **narrow)) == {"loose"}
    assert coach.recall("charts", person="Pavel", kinds="story") == [], "known, and nothing fits"
    assert coach.recall("charts", person="noor", event="meetup", kinds="note") == []


def test_a_person_may_be_handed_over_whole(coach: Coach) -> None:
    noor = coach.store.get(Person, "noor")
    assert ids(coach.recall("boat", person=noor)) == ids(coach.recall("boat", person="Noor Haddad"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("narrow", "named"),
    [
        ({"person": "Nobody"}, "'Nobody'"),
        ({"person": ["noor", "Nobody"], "kinds": "goal"}, "'Nobody'"),
        ({"event": "EuroPython"}, "'EuroPython'"),
        ({"goal": "Win"}, "'Win'"),
    ],
)
def test_a_name_that_nothing_has_is_an_error_and_not_an_empty_answer(
    coach: Coach, narrow: dict[str, Any], named: str
) -> None:
    refused(lambda: coach.recall("charts", **narrow), named, NotFoundError)


@pytest.mark.parametrize("narrow", [{"person": ""}, {"person": 7}, {"event": " "}, {"event": 7}, {"goal": ["a"]}])
def test_what_is_no_name_is_an_error(coach: Coach, narrow: dict[str, Any]) -> None:
    refused(lambda: coach.recall("charts", **narrow), repr(next(iter(narrow.values()))))


def test_events_of_one_name_are_told_apart(coach: Coach) -> None:
    coach.add(Event(id="second", name="Long Table", starts=date(2027, 1, 1)))
    for act in (
        lambda: coach.recall("charts", event="Long Table"),
        lambda: coach.reflect("Long Table"),
        lambda: coach.capture("Noor waved.", event="Long Table"),
    ):
        error = refused(act, "'second'")
        assert "'evening'" in error.message
    assert coach.recall("charts", event="evening")


def test_days_narrow_in_each_of_their_forms(coach: Coach) -> None:
    day = date(2025, 3, 1)
    for one in (day, "2025-03-01", datetime(2025, 3, 1, 18, tzinfo=UTC), "2025-03-01T18:30Z"):
        assert ids(coach.recall("charts", since=one, until=one, kinds="note")) == {"dated"}  # type: ignore[arg-type]
    assert coach.recall("charts", since=None, until="")


@pytest.mark.parametrize("day", ["1 March 2025", "soon", 7, ["2025-03-01"]])
def test_a_day_that_is_none_is_an_error(coach: Coach, day: Any) -> None:
    acts: tuple[Act, ...] = (
        lambda one: one.recall("charts", since=day),
        lambda one: one.recall("charts", until=day),
        lambda one: one.agenda(day),
        lambda one: one.today(day),
        lambda one: one.capture("Noor waved.", at=day),
        lambda one: one.story_bank.tell("story-loaf", "noor", at=day),
    )
    for act in acts:
        refused(lambda act=act: act(coach), repr(day))  # type: ignore[misc]


def test_days_in_the_wrong_order_are_an_error(coach: Coach) -> None:
    refused(lambda: coach.recall("charts", since="2025-03-02", until="2025-03-01"), "2025-03-01")


# ------------------------------------------------------------------------------------------------- add
@pytest.mark.parametrize("item", ["x", None, 7, {"text": "x"}, Session(id="s", title="A talk"), Note])
def test_what_is_no_item_is_refused_and_nothing_of_the_rest_is_kept(coach: Coach, item: Any) -> None:
    refused(lambda: coach.add(item), repr(item)[:40])
    refused(lambda: coach.add_many([Note(id="beside", text="Good."), item]), repr(item)[:40])
    with pytest.raises(NotFoundError):
        coach.store.get(Note, "beside")


def test_items_may_come_alone_or_from_a_generator(coach: Coach) -> None:
    assert coach.add_many(Note(text="Alone.")).added == 1  # type: ignore[arg-type]
    assert coach.add_many(Note(text=text) for text in ("One.", "Two.")).added == 2
    assert coach.add_many([]).added == 0
    refused(lambda: coach.add_many("text"), "'text'")  # type: ignore[arg-type]


def test_an_event_does_not_end_before_it_starts(coach: Coach) -> None:
    event = Event(id="odd", name="Odd Fair", starts=date(2026, 3, 2), ends=date(2026, 3, 1))
    refused(lambda: coach.add(event), "2026-03-01")
    for right in ({"ends": date(2026, 3, 2)}, {"ends": None}, {"starts": None}):
        assert coach.add(event.model_copy(update={"id": f"odd-{right}", **right})).added == 1


def test_a_kind_to_delete_is_named_like_any_other(coach: Coach) -> None:
    coach.delete("note", "loose")  # type: ignore[arg-type]
    refused(lambda: coach.delete("poem", "x"), "'poem'")  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------- the other journeys
def test_notes_are_kept_for_an_event_that_is_there(coach: Coach) -> None:
    assert coach.capture("Noor waved.", event="Long Table").event == "evening"
    assert coach.capture("Noor waved.", event=None, at="2026-11-02").at == datetime(2026, 11, 2, tzinfo=UTC)
    refused(lambda: coach.capture("Noor waved.", event="zz"), "'zz'", NotFoundError)
    refused(lambda: coach.capture(None), "None")  # type: ignore[arg-type]
    assert coach.store.count(Capture) == 2


def test_a_brief_is_made_for_what_is_named(coach: Coach) -> None:
    goal = "Learn how small teams keep old charts readable"
    by_name = coach.prepare("harbour meetup", goal, people="noor", lines_for=0)  # type: ignore[arg-type]
    assert by_name.event_id == "meetup"
    assert by_name.goals == (goal,)
    assert by_name.people[0].person_id == "noor"
    refused(lambda: coach.prepare("zz"), "'zz'", NotFoundError)
    refused(lambda: coach.prepare("meetup", ["Win"]), "'Win'", NotFoundError)
    for number in (-1, "2", 1.5):
        refused(lambda number=number: coach.prepare("meetup", lines_for=number), repr(number))  # type: ignore[misc]


def test_a_brief_without_a_model_says_so(opened: Opener, no_model: ModelHandle) -> None:
    from coach.export.terminal import brief_to_text

    brief = opened(no_model).prepare("meetup")
    assert brief.model == ""
    assert "without a language model" in brief_to_text(brief, 90, colour=False)


@pytest.mark.parametrize(("tone", "kept"), [("formal", "formal"), (" Plain", "plain"), ("", "warm"), (None, "warm")])
def test_a_tone_is_one_of_three(coach: Coach, tone: Any, kept: str) -> None:
    assert coach.follow_up("noor", tone=tone).tone == kept


@pytest.mark.parametrize(
    ("how", "named"),
    [
        ({"tone": "rude"}, "'rude'"),
        ({"tone": 7}, "7"),
        ({"language": "klingon"}, "'klingon'"),
        ({"language": 7}, "7"),
        ({"event": "zz"}, "'zz'"),
        ({"channel": "fax"}, "'fax'"),
    ],
)
def test_a_message_is_not_written_in_a_way_that_nobody_knows(coach: Coach, how: dict[str, Any], named: str) -> None:
    refused(lambda: coach.follow_up("noor", **how), named)
    assert coach.store.count(Draft) == 0


@pytest.mark.parametrize(("language", "kept"), [("de", "de"), ("pt-BR", "pt"), ("German", "de"), ("", "en")])
def test_a_language_is_a_tag_or_a_name(coach: Coach, language: str, kept: str) -> None:
    assert coach.follow_up("noor", language=language).language == kept


# ---------------------------------------------------------------------------------------- sent and told
def test_the_next_contact_is_not_before_the_sending(coach: Coach) -> None:
    draft = coach.follow_up("noor")
    for day in (date(1999, 1, 1), TODAY - timedelta(days=1), "1999-01-01"):
        refused(lambda day=day: coach.mark_sent(draft.id, next_on=day, vouch=True), "before the sending")  # type: ignore[misc]
    refused(lambda: coach.mark_sent(draft.id, next_on=1999, vouch=True), "1999")  # type: ignore[arg-type]
    assert coach.store.get(Draft, draft.id).status == "open"
    sent = coach.mark_sent(draft.id, at="2026-10-01T09:00Z", next_on="2026-10-20", vouch=True)
    assert (sent.sent_at, sent.next_on) == (datetime(2026, 10, 1, 9, tzinfo=UTC), date(2026, 10, 20))
    assert coach.mark_sent(coach.follow_up("noor").id, next_on=TODAY, vouch=True).next_on == TODAY


def test_to_say_twice_that_a_message_was_sent_loses_nothing(coach: Coach) -> None:
    draft = coach.follow_up("noor")
    first, later = datetime(2026, 11, 1, 9, tzinfo=UTC), TODAY + timedelta(days=30)
    coach.mark_sent(draft.id, at=first, next_on=later, vouch=True)
    again = coach.mark_sent(draft.id)
    assert (again.sent_at, again.next_on) == (first, later)
    assert coach.store.get(Person, "noor").follow_up_on == later
    moved = coach.mark_sent(draft.id, next_on=later + timedelta(days=1))
    assert (moved.sent_at, moved.next_on) == (first, later + timedelta(days=1))
    assert coach.store.get(Person, "noor").follow_up_on == later + timedelta(days=1)
    assert coach.mark_sent(draft.id, at="2026-11-02").sent_at == datetime(2026, 11, 2, tzinfo=UTC)


def test_a_new_version_that_is_sent_is_a_new_sending(coach: Coach) -> None:
    draft = coach.follow_up("noor")
    coach.mark_sent(draft.id, at="2026-11-01", next_on=TODAY, vouch=True)
    coach.edit_draft(draft.id, "Hi Noor, you repaired a boat with your brother.")
    sent = coach.mark_sent(draft.id, vouch=True)
    assert sent.sent_version == 2
    assert sent.sent_at is not None
    assert sent.sent_at.date() > date(2026, 11, 1)
    assert sent.next_on is None


def test_words_that_stand_there_undoubted_are_not_called_changed(coach: Coach) -> None:
    draft = coach.edit_draft(coach.follow_up("noor").id, "Hi Noor, you repaired a boat. You won 77 races.")
    for act in (coach.drop_claim, coach.confirm_claim, coach.mend_claim):
        there = refused(lambda act=act: act(draft.id, "you repaired a boat."), "you repaired a boat.")  # type: ignore[misc]
        assert "stands there" in there.next_step
        gone = refused(lambda act=act: act(draft.id, "You sold a boat."), "You sold a boat.")  # type: ignore[misc]
        assert "it has changed" in gone.next_step


def test_the_same_telling_is_on_record_once(coach: Coach) -> None:
    bank = coach.story_bank
    for who in ("noor", "Noor Haddad", "noor haddad"):
        story = bank.tell("story-loaf", who, at=TODAY)
    assert [(one.person, one.at) for one in story.told] == [("noor", TODAY)]
    story = bank.tell("story-loaf", "noor", at=TODAY + timedelta(days=1), event="Long Table")  # type: ignore[arg-type]
    assert [(one.at, one.event) for one in story.told] == [(TODAY, None), (TODAY + timedelta(days=1), "evening")]
    story = bank.tell("story-loaf", "Pavel")
    assert len(bank.tell("story-loaf", "Pavel").told) == len(story.told) == 3
    assert coach.store.get(Story, "story-loaf").told == story.told


def test_a_story_is_told_to_somebody(coach: Coach) -> None:
    for who in ("", None, 7, []):
        refused(lambda who=who: coach.story_bank.tell("story-loaf", who), repr(who))  # type: ignore[misc]
    refused(lambda: coach.story_bank.tell("story-loaf", "noor", event="zz"), "'zz'", NotFoundError)


def test_a_goal_is_kept_with_its_own_words(coach: Coach) -> None:
    coach.add(Goal(id="twin", text="Bake bread with neighbours"))
    refused(lambda: coach.recall("charts", goal="bake bread with neighbours"), "'twin'")
