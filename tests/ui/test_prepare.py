"""Prepare: an event typed or imported, goals, and a brief whose doubts and evidence are in sight."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from conftest import Open
from screen import finish, press, words
from stand_in import StandIn
from streamlit.testing.v1 import AppTest

from coach.domain.brief import Brief, Line, PersonBrief
from coach.domain.grounding import check_draft
from coach.domain.models import Draft, Event, Goal
from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.components.layout import day


def _next_event(coach: Coach) -> str:
    return coach.agenda().of("event")[0].ref


def test_a_brief_names_people_with_reasons_and_lines_to_say(coach: Coach, open_page: Open) -> None:
    event = _next_event(coach)
    app = press(open_page("prepare"), "", key="prepare-go")
    finish(app, "prepare", event)
    assert not app.exception
    shown = words(app)
    brief = coach.brief_of(coach.store.drafts(purpose="brief", event=event)[0].id)
    assert brief.people[0].name in shown
    assert "To begin" in shown
    assert brief.people[0].openers[0].text[:20] in shown


def _drawn(brief: str) -> None:
    from coach.domain.brief import Brief
    from coach.ui import workspace
    from coach.ui.components import brief_sheet

    brief_sheet.draw(workspace.coach(), Brief.model_validate_json(brief), key="b")


@pytest.mark.parametrize("offer", ["", "I could help with bills."])
def test_a_brief_without_an_offer_or_a_story_says_how_to_get_one(coach: Coach, offer: str) -> None:
    person = PersonBrief(
        person_id="jo",
        name="Jo Pike",
        openers=(Line(text="Do you share an oven?"),),
        offer=Line(text=offer) if offer else None,
    )
    brief = Brief(event_id="fair", event_name="Bread Fair", people=(person,), made_at=datetime.now(UTC))
    shown = words(AppTest.from_function(_drawn, kwargs={"brief": brief.model_dump_json()}).run(timeout=30))
    assert ("Say in your goal what you can give" in shown) is (offer == "")
    assert "No story of yours fits yet" in shown


def test_each_line_opens_its_evidence(coach: Coach, open_page: Open) -> None:
    event = _next_event(coach)
    app = press(open_page("prepare"), "", key="prepare-go")
    finish(app, "prepare", event)
    brief = coach.brief_of(coach.store.drafts(purpose="brief", event=event)[0].id)
    quoted = next(one for one in brief.people[0].evidence if one.label in brief.people[0].openers[0].labels)
    assert f"<b>{quoted.label}</b>" in words(app)
    assert " · ".join(brief.people[0].openers[0].labels) in [one.proto.popover.label for one in app.get("popover")]


def test_without_a_model_the_ranking_comes_and_each_person_says_why_there_are_no_words(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    stand_in.fails = 401
    event = _next_event(coach)
    app = press(open_page("prepare"), "", key="prepare-go")
    finish(app, "prepare", event)
    assert not app.exception
    assert 'class="portrait"' in words(app)
    assert 'class="trouble"' in words(app)


def test_an_event_without_people_gets_an_error_with_a_next_step(coach: Coach, open_page: Open) -> None:
    coach.add(Event(id="bare", name="Bare evening"))
    app = open_page("prepare", **{keys.EVENT: "bare"})
    press(app, "", key="prepare-go")
    finish(app, "prepare", "bare")
    assert 'class="trouble"' in words(app)
    assert not app.exception


def test_a_brief_can_be_stopped_and_what_was_written_stays(coach: Coach, open_page: Open, stand_in: StandIn) -> None:
    stand_in.gap_s = 0.2
    event = _next_event(coach)
    app = press(open_page("prepare"), "", key="prepare-go")
    press(app, "", key=f"stop-prepare-{event}")
    finish(app, "prepare", event)
    assert not app.exception
    kept = coach.brief_of(coach.store.drafts(purpose="brief", event=event)[0].id)
    assert kept.people
    assert not all(person.openers for person in kept.people[:3])


def test_an_event_can_be_typed_in_with_the_people_who_will_be_there(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("prepare")
    _type(app, "Name of the event", "Lantern Evening")
    _type(app, "Who will be there? One person a line: name, role, organisation", "Ana Ruiz, maintainer, Harbour\nTom")
    press(app, "Save the event")
    assert not app.exception
    event = empty_coach.store.events()[0]
    assert event.name == "Lantern Evening"
    assert {person.name for person in empty_coach.store.people(event=event.id)} == {"Ana Ruiz", "Tom"}
    assert "Lantern Evening" in str(app.selectbox[0].options)


def test_an_event_that_is_past_is_kept_and_said_to_be_past(empty_coach: Coach, open_page: Open) -> None:
    yesterday, tomorrow = (reading.today() + timedelta(days=count) for count in (-1, 1))
    app = open_page("prepare")
    _type(app, "Name of the event", "Lantern Evening")
    next(one for one in app.date_input if one.label == "First day").set_value(yesterday)
    press(app, "Save the event")
    assert empty_coach.store.events()[0].starts == yesterday
    assert f"{day(yesterday)} is past." in words(app)
    assert "open “Reflect”" in words(app)
    empty_coach.store.save([Event(id="ahead", name="Fair", starts=yesterday, ends=tomorrow)])
    assert "is past" not in words(open_page("prepare", **{keys.EVENT: "ahead"}))


def test_a_name_of_an_event_beyond_200_characters_is_refused_with_its_length(
    empty_coach: Coach, open_page: Open
) -> None:
    app = open_page("prepare")
    _type(app, "Name of the event", "x" * 201)
    press(app, "Save the event")
    assert "The event&#x27;s name has 201 characters; 200 are the most." in words(app)
    assert not empty_coach.store.events()
    _type(app, "Name of the event", "x" * 200)
    press(app, "Save the event")
    assert empty_coach.store.events()[0].name == "x" * 200


def _type(app: object, label: str, text: str) -> None:
    fields = [*app.text_input, *app.text_area]  # type: ignore[attr-defined]
    next(one for one in fields if one.label == label).set_value(text)


def test_an_event_without_a_name_is_refused_and_what_was_typed_stays(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("prepare")
    _type(app, "Place", "The old depot")
    press(app, "Save the event")
    assert "The event has no name." in words(app)
    assert next(one for one in app.text_input if one.label == "Place").value == "The old depot"
    assert not empty_coach.store.events()


def test_a_goal_whose_day_is_over_says_so_where_goals_are_chosen(coach: Coach, open_page: Open) -> None:
    coach.add(Goal(id="old", text="Old goal", due=date(2020, 1, 1)))
    app = open_page("prepare")
    choice = next(one for one in app.selectbox if one.label == "Which one?")
    assert "Old goal (its day, Wed 1 January 2020, is over)" in choice.options
    app = choice.set_value("old").run()
    app.date_input(key="goal.old.due#0").set_value(date(2032, 1, 2))
    next(one for one in app.button if "goal.old.form" in str(one.key)).click().run()
    assert coach.store.get(Goal, "old").due == date(2032, 1, 2)


def test_a_goal_is_kept_with_its_why_and_values(coach: Coach, open_page: Open) -> None:
    app = open_page("prepare")
    new = next(one for one in app.text_area if one.label == "What do you want?")
    new.set_value("Find a second maintainer")
    next(one for one in app.text_area if one.label == "Why does it matter to you?").set_value("I am tired")
    next(one for one in app.text_input if one.label == "The values behind it").set_value("trust, rest")
    press(app, "Save the goal")
    goal = next(one for one in coach.store.goals() if one.text == "Find a second maintainer")
    assert (goal.why, goal.values) == ("I am tired", ("trust", "rest"))


def test_a_programme_is_previewed_and_saved_only_on_confirmation(
    empty_coach: Coach, open_page: Open, tmp_path: pytest.TempPathFactory
) -> None:
    talk = {"code": "A", "title": "Clocks", "abstract": "On time.", "speakers": [{"code": "X", "name": "Ada Clock"}]}
    path = tmp_path / "schedule.json"  # type: ignore[operator]
    path.write_text(json.dumps(_frab(talk)), encoding="utf-8")
    app = press(open_page("prepare"), "Import a programme or a list")
    next(one for one in app.text_input if one.label.startswith("Or the path")).set_value(str(path)).run()
    assert "1 talk" in words(app)
    assert not empty_coach.store.events()
    app = finish(press(app, "Import"), "import", "programme")
    assert not app.exception
    assert [one.name for one in empty_coach.store.people()] == ["Ada Clock"]
    assert "Tickton" in str(app.selectbox[0].options)


def _frab(talk: dict[str, object]) -> dict[str, object]:
    session = {
        "id": 1,
        "guid": "0f2d5a52-7a1e-5f3e-9d53-0a6a4f9f0001",
        "date": "2027-03-01T10:00:00+01:00",
        "start": "10:00",
        "duration": "00:30",
        "room": "Hall",
        "title": talk["title"],
        "abstract": talk["abstract"],
        "persons": [{"id": 1, "public_name": "Ada Clock", "name": "Ada Clock"}],
    }
    day = {"index": 0, "date": "2027-03-01", "rooms": {"Hall": [session]}}
    conference = {"acronym": "tick", "title": "Tickton", "start": "2027-03-01", "end": "2027-03-01", "days": [day]}
    return {"schedule": {"version": "1", "conference": conference}}


def test_a_file_that_is_no_programme_is_refused_with_a_next_step(
    empty_coach: Coach, open_page: Open, tmp_path: pytest.TempPathFactory
) -> None:
    path = tmp_path / "empty.json"  # type: ignore[operator]
    path.write_text("", encoding="utf-8")
    app = press(open_page("prepare"), "Import a programme or a list")
    next(one for one in app.text_input if one.label.startswith("Or the path")).set_value(str(path)).run()
    assert 'class="trouble"' in words(app)
    assert not app.exception


def test_a_doubtful_claim_in_a_brief_is_marked_where_it_stands(coach: Coach, open_page: Open) -> None:
    brief = coach.prepare(_next_event(coach))
    first = brief.people[0]
    text = "I read that you moved to Zanzibar. What was that like?"
    doubtful = Line(text=text, labels=first.openers[0].labels, check=check_draft(text, first.evidence))
    assert doubtful.flagged, "no note knows of Zanzibar"
    _store_again(coach, brief, first.model_copy(update={"openers": (doubtful, *first.openers[1:])}))
    app = open_page("prepare", **{keys.EVENT: brief.event_id})
    assert not app.exception
    shown = words(app)
    assert '<mark class="doubt unsupported"' in shown
    assert "Zanzibar" in shown.partition('<mark class="doubt')[2].partition("</mark>")[0]


def _store_again(coach: Coach, brief: Brief, person: PersonBrief) -> None:
    """The brief as it is stored, with one person's part in another wording."""
    draft = coach.store.get(Draft, brief.draft_id)
    told = brief.model_copy(update={"people": (person, *brief.people[1:])}).model_dump_json()
    version = draft.versions[0].model_copy(update={"text": told})
    coach.store.save([draft.model_copy(update={"versions": (version,)})])
