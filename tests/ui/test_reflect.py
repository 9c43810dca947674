"""Reflect: prompts that fit, answers kept as they are typed, stories with one click."""

from __future__ import annotations

from conftest import Open
from screen import finish, press, words
from stand_in import StandIn
from streamlit.testing.v1 import AppTest

from coach.domain.models import Reflection
from coach.facade import Coach
from coach.ui import keys

TOLD = "The long talk about clocks gave me energy. It began with a joke."


def _begun(coach: Coach, open_page: Open) -> tuple[AppTest, Reflection]:
    due = coach.agenda().of("reflection")[0].ref
    app = press(open_page("reflect", **{keys.EVENT: due}), "", key="reflect-go")
    finish(app, "reflect", due)
    assert not app.exception
    return app, coach.store.reflections(event=due)[0]


def _answers(app: AppTest) -> list[object]:
    return [one for one in app.text_area if str(one.key).startswith("answer-")]


def test_five_questions_are_asked(coach: Coach, open_page: Open) -> None:
    app, reflection = _begun(coach, open_page)
    assert len(reflection.prompts) == 5
    assert len(_answers(app)) == 5


def test_an_answer_is_saved_when_its_field_is_left(coach: Coach, open_page: Open) -> None:
    app, reflection = _begun(coach, open_page)
    _answers(app)[2].set_value(TOLD).run()  # type: ignore[attr-defined]
    kept = coach.store.get(Reflection, reflection.id)
    assert {answer.prompt: answer.text for answer in kept.answers}[reflection.prompts[2].text] == TOLD


def test_a_page_left_open_in_another_tab_takes_nothing_back(coach: Coach, open_page: Open) -> None:
    old, reflection = _begun(coach, open_page)
    new = open_page("reflect", **{keys.EVENT: reflection.event})
    _answers(new)[2].set_value(TOLD).run()  # type: ignore[attr-defined]
    new.select_slider[1].set_value(8).run()
    before = coach.store.get(Reflection, reflection.id)
    _answers(old)[0].set_value("It cost me some.").run()  # type: ignore[attr-defined]
    kept = coach.store.get(Reflection, reflection.id)
    assert [one.text for one in kept.answers] == ["It cost me some.", "", TOLD, "", ""]
    assert [one.text for one in before.answers] == ["", "", TOLD, "", ""]
    assert kept.energy_after == 8
    assert _answers(old)[2].value == TOLD  # type: ignore[attr-defined]


def test_energy_and_belonging_are_kept_and_stay_unanswered_until_moved(coach: Coach, open_page: Open) -> None:
    app, reflection = _begun(coach, open_page)
    assert reflection.energy_before is None
    app.select_slider[1].set_value(8).run()
    kept = coach.store.get(Reflection, reflection.id)
    assert (kept.energy_before, kept.energy_after, kept.belonging) == (None, 8, None)


def test_an_answer_becomes_a_story_with_one_click(coach: Coach, open_page: Open) -> None:
    app, reflection = _begun(coach, open_page)
    _answers(app)[1].set_value(TOLD).run()  # type: ignore[attr-defined]
    press(app, "", key=f"story-{reflection.id}-1")
    assert [story for story in coach.store.stories(own=True) if story.text == TOLD]


def test_a_failing_model_still_leaves_questions_by_rule(coach: Coach, open_page: Open, stand_in: StandIn) -> None:
    stand_in.fails = 401
    app, reflection = _begun(coach, open_page)
    assert len(reflection.prompts) == 5
    assert not app.exception


def test_without_an_event_the_page_says_what_to_do(empty_coach: Coach, open_page: Open) -> None:
    assert "No event to look back on" in words(open_page("reflect"))
