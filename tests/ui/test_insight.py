"""Insight: figures, network and review on the sample; a calm page where nothing is on record or reading fails."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Open
from screen import words

from coach.domain.models import Goal
from coach.errors import StoreError
from coach.facade import Coach


def test_figures_show_energy_follow_through_stories_and_goals(coach: Coach, open_page: Open) -> None:
    app = open_page("insight")
    shown = words(app)
    assert not app.exception
    assert "Repair Saturday" in shown
    assert "promises of yours kept" in shown
    assert all(story.title in shown for story in coach.store.stories(told_to="sample-gift"))
    assert all(goal.text[:30] in shown for goal in coach.store.goals(status="active"))


def test_a_goal_whose_day_is_over_shows_it(coach: Coach, open_page: Open) -> None:
    coach.add_many([Goal(text="Old goal", due=date(2020, 1, 1)), Goal(text="New goal", due=date(2090, 1, 2))])
    shown = words(open_page("insight"))
    assert "its day, Wed 1 January 2020, is over" in shown
    assert "by Mon 2 January 2090" in shown
    app = open_page("insight", **{"insight.look": "review"})
    assert "“Old goal”: its day, Wed 1 January 2020, is over. Reached, let go, or a new day?" in words(app)


def test_the_network_draws_people_and_lists_every_link(coach: Coach, open_page: Open) -> None:
    app = open_page("insight", **{"insight.look": "network"})
    assert not app.exception
    shown = words(app)
    assert "Bram Oosterwold" in shown
    assert "named together" in shown


def test_the_network_can_be_seen_around_one_person(coach: Coach, open_page: Open) -> None:
    app = open_page("insight", **{"insight.look": "network"})
    app.selectbox(key="insight.focus").select("sample-elif").run()
    assert not app.exception
    shown = words(app)
    assert "Elif" in shown
    assert "Hedda" not in shown


def test_the_review_quotes_lessons_and_names_late_promises(coach: Coach, open_page: Open) -> None:
    app = open_page("insight", **{"insight.look": "review"})
    assert not app.exception
    shown = words(app)
    assert coach.store.reflections()[0].lessons in shown
    assert "Late, to Haneul Brandt" in shown


@pytest.mark.parametrize("look", ["figures", "network", "review"])
def test_an_empty_workspace_says_what_will_come(empty_coach: Coach, open_page: Open, look: str) -> None:
    app = open_page("insight", **{"insight.look": look})
    assert not app.exception
    assert 'class="empty"' in words(app)


def test_a_store_that_fails_leaves_a_calm_page(coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise StoreError("The disk cannot be read.", "Try again.")

    monkeypatch.setattr(type(coach.store), "meetings", broken)
    app = open_page("insight")
    assert not app.exception
    assert "The disk cannot be read." in words(app)
