"""Problem clinic: kept first, who could help and how to ask, what was said, a message in one tap."""

from __future__ import annotations

import pytest
from conftest import Open
from screen import finish, press, words
from streamlit.testing.v1 import AppTest

from coach.domain.models import Note, Person
from coach.facade import Coach
from coach.ui.components.layout import plain

CHALLENGE = "Our async tests are flaky. How do other teams test timeouts?"


def _describe(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    return press(app, "Look through my notes")


def test_a_challenge_is_kept_and_answered_with_people_reasons_and_a_way_to_ask(coach: Coach, open_page: Open) -> None:
    app = _describe(open_page("clinic"), CHALLENGE)
    assert [note.text for note in coach.clinic.challenges()] == [CHALLENGE]
    shown = words(app)
    assert "Haneul Brandt" in shown
    assert "You owe Haneul Brandt something first" in shown
    assert "Could I ask you one question, ten minutes at most? How do other teams test timeouts?" in shown
    assert "a no is quite all right" in shown
    assert "What your notes say about it" in shown
    assert not app.exception


def test_a_blank_challenge_is_a_calm_message(coach: Coach, open_page: Open) -> None:
    app = press(open_page("clinic"), "Look through my notes")
    assert "The challenge is empty." in words(app)
    assert coach.clinic.challenges() == []


def test_a_guess_is_said_to_be_one_beside_each_name_and_claims_no_reason(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add_many(
        [
            Person(id="sabine", name="Sabine Krüger", role="Stadträtin"),
            Note(text="S. Krüger's budget is gone; she asked for help.", people=("sabine",)),
        ]
    )
    shown = words(_describe(open_page("clinic"), "Who could find a bakery with an oven?"))
    assert ">a guess</span>" in shown
    assert "<p>I thought of you.</p>" in shown


def test_an_empty_workspace_still_gives_a_question_for_a_stranger(empty_coach: Coach, open_page: Open) -> None:
    app = _describe(open_page("clinic"), "Nobody reads our newsletter.")
    assert "Nobody yet" in words(app)
    assert "“Nobody reads our newsletter”. Who have you seen get past it" in words(app)


def test_an_earlier_challenge_is_opened_again(coach: Coach, open_page: Open) -> None:
    kept = coach.clinic.describe(CHALLENGE)
    app = press(open_page("clinic"), "Open", key=f"open-challenge-{kept.id}")
    assert "Haneul Brandt" in words(app)
    app = press(app, "Another challenge")
    assert "Described before" in words(app)


def test_a_challenge_that_is_gone_is_a_calm_message(coach: Coach, open_page: Open) -> None:
    app = open_page("clinic", **{"open.challenge": "no-such-note"})
    assert [one.value for one in app.toast] == ["What was open here is no longer kept."]


def test_what_two_people_say_differently_stands_side_by_side(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add_many(
        [
            Person(id="ana", name="Ana"),
            Person(id="tom", name="Tom"),
            Note(text="Ana said that the migration of charts took three weeks.", people=("ana",)),
            Note(text="Tom said the migration of charts took two days.", people=("tom",)),
        ]
    )
    app = _describe(open_page("clinic"), "The migration of our charts stands still.")
    assert "Different figures for:" in words(app)


def test_advice_for_and_against_stands_side_by_side(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add_many(
        [
            Person(id="ana", name="Ana"),
            Person(id="tom", name="Tom"),
            Note(text="Ana thinks edge batching saves 60% battery.", people=("ana",)),
            Note(text="Tom says never batch readings.", people=("tom",)),
        ]
    )
    app = _describe(open_page("clinic"), "I have no idea whether to batch the readings.")
    assert "One is for it, the other against it: batching" in words(app)


def test_what_is_for_oneself_alone_is_shown_as_left_out(empty_coach: Coach, open_page: Open) -> None:
    app = _describe(open_page("clinic"), "Between us: Kwame is broke. How can I find him a sponsor?")
    shown = words(app)
    assert "For you alone; it is in no message and no question: “Between us: Kwame is broke.”" in shown
    assert "How can I find him a sponsor? Who have you seen do it well?" in shown
    app = _describe(press(app, "Another challenge"), "In confidence, Kwame is broke.")
    assert "To open it up with a stranger" not in words(app)


def test_where_the_question_is_for_oneself_alone_no_message_is_shown_and_it_is_said_why(
    coach: Coach, open_page: Open
) -> None:
    app = _describe(open_page("clinic"), "Between us: who could help us with async tests and timeouts?")
    shown = words(app)
    assert "your question is not in a sentence of its own" in shown
    assert "Haneul Brandt" in shown
    assert not [one for one in ("Could I ask you", "How to ask", "To open it up with a stranger") if one in shown]
    assert not [one for one in app.button if one.label.startswith("Draft the message")]


def test_like_buttons_say_what_they_are_for(coach: Coach, open_page: Open) -> None:
    kept = [coach.clinic.describe(text) for text in ("Our roof leaks.", CHALLENGE)]
    labels = {one.key: one.label for one in open_page("clinic").button}
    for one in kept:
        assert labels[f"delete-{one.id}"] == f"Delete :gray[{plain(one.text[:60])}]"
    app = press(open_page("clinic"), "Open", key=f"open-challenge-{kept[1].id}")
    assert "Draft the message :gray[Haneul Brandt]" in [one.label for one in app.button]


def test_one_tap_drafts_the_message(coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def follow_up(self: Coach, person_id: str, channel: str, intent: str, **_: object) -> None:
        asked.append((person_id, intent))

    monkeypatch.setattr(Coach, "follow_up", follow_up)
    app = _describe(open_page("clinic"), CHALLENGE)
    app = press(app, "Draft the message", key="draft-sample-haneul")
    assert "Follow up" in words(app), "its page is open"
    finish(app, "follow_up", "sample-haneul")
    assert asked[0][0] == "sample-haneul"
    assert "How do other teams test timeouts?" in asked[0][1]
