"""What a goal lets one ask outright, and what one says to somebody of whom only an entry is known."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.aims import aim_of, questions_after_aim
from coach.drafting.first_meeting import anybody_lines, fits_anybody, meeting_openers, meeting_questions
from coach.drafting.goal_questions import parts_of, questions_in_goal


@pytest.mark.parametrize(
    ("goal", "asked"),
    [
        ("Learn how they got the tenants on board", ["How did you get the tenants on board?"]),
        ("Learn how small teams keep on-call humane", ["How do you keep on-call humane?"]),
        ("Learn how to deploy without a platform team", ["How do you deploy without a platform team?"]),
        ("Hear what others would do differently", ["What would you do differently?"]),
        ("Understand what makes volunteers stay", ["What makes volunteers stay?"]),
        ("Learn why people leave open source", ["Why do people leave open source?"]),
        ("Learn how long it takes to get a grant", ["How long does it take to get a grant?"]),
        ("Find a team using CRDTs", ["Are you using CRDTs, or do you know who is?"]),
        ("Find somebody who has moved a monolith to services",
         ["Have you moved a monolith to services, or do you know who has?"]),
        ("Find two people who run async Python, and help them with testing",
         ["Do you run async Python, or do you know who does?"]),
        ("Find a co-founder for a choir app", []),
        ("Finde zwei Menschen, die schon Wärmepumpen betreiben", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_goal_is_asked_in_its_own_words(goal: str, asked: list[str]) -> None:
    assert questions_in_goal(goal) == asked


def test_a_goal_is_cut_into_what_it_wants_and_an_aim_says_the_first() -> None:
    goal = "Find two co-ops that share a pump, and learn how they paid for it; offer help with bills. Why: we rent."
    assert parts_of(goal) == ["Find two co-ops that share a pump", "learn how they paid for it"]
    assert "learn" not in aim_of(goal)
    assert aim_of("Teach children why the slope moved").endswith("teach children why the slope moved.")


ENTRY = Evidence(
    label="P1",
    source_id="p",
    kind=Kind.PERSON,
    text="Helen Achebe: University of Bath. Studies noise from heat pumps.",
    names=("Helen Achebe",),
)
GOAL = Evidence(
    label="G1",
    source_id="g",
    kind=Kind.GOAL,
    text="Find co-ops that run shared heat pumps, and learn how they won the tenants over.",
)
FACTS = {
    "person": "Helen Achebe",
    "their_organisation": "University of Bath",
    "their_role": "",
    "event": "Warm Homes Day",
}


def test_an_entry_is_said_once_with_a_question_of_the_goal_where_they_belong_together() -> None:
    near, far = (one.ways for one in meeting_openers([ENTRY, GOAL], FACTS, 0, "Helen"))
    assert [one.text.partition(". ")[2] for one in near][:2] == [
        "Do you run shared heat pumps, or do you know who does?",
        "How did you win the tenants over?",
    ]
    assert all("study noise from heat pumps" in one.text for one in near)
    assert {label for one in near[:2] for label in one.labels} == {"P1", "G1"}
    assert len(far) == 1
    assert "the University of Bath" in far[0].text


@pytest.mark.parametrize(
    ("role", "place", "said"),
    [
        ("grower", "Kirkstall Valley Farm", "a grower at Kirkstall Valley Farm"),
        ("Energy manager", "", "an energy manager"),
        ("catering lead", "Leeds City Council", "catering lead at Leeds City Council"),
        ("chair", "Arts Council", "chair at the Arts Council"),
        ("head of data", "Severn", "head of data at Severn"),
        ("CTO", "Wexford Museum", "CTO at the Wexford Museum"),
        ("", "Severn", "with Severn"),
    ],
)
def test_a_post_is_said_as_one_says_it(role: str, place: str, said: str) -> None:
    entry = ENTRY.model_copy(update={"text": f"Helen Achebe: {', '.join(filter(None, [role, place]))}."})
    facts = {**FACTS, "their_role": role, "their_organisation": place}
    (lines,) = (one.ways for one in meeting_openers([entry], facts, 0, "Helen"))
    assert f"you are {said}".casefold() in lines[0].text.casefold()
    assert place or "there" not in lines[0].text


@pytest.mark.parametrize(
    ("aim", "asks_for_a_person"),
    [
        ("I am looking for a co-founder with patience.", True),
        ("I hope to find two people who run a choir.", True),
        ("I am here to find a place to pilot our programme for volunteers.", False),
    ],
)
def test_only_whoever_is_sought_may_be_the_one_who_is_asked(aim: str, asks_for_a_person: bool) -> None:
    asked = {one for turn in range(8) for one in questions_after_aim(aim, "", turn, "Helen")}
    assert ("Is that you, or somebody you know?" in asked) is asks_for_a_person
    assert ("Do you know of one?" in asked) is not asks_for_a_person


def test_nothing_is_made_up_where_nothing_is_known() -> None:
    assert meeting_openers([GOAL], {"person": "Callum"}, 0, "Callum") == []
    assert meeting_questions([GOAL], {"person": "Callum"}, 0, "Callum") == []
    lines = anybody_lines([GOAL], {"person": "Callum"}, 0)
    assert len({one.text for one in lines}) == len(lines) >= 3
    assert all(fits_anybody(one.text) and not one.labels for one in lines)


@pytest.mark.parametrize(
    ("role", "said"),
    [("Head of Data", "as Head of Data"), ("energy manager", "as an energy manager"), ("CTO", "as CTO")],
)
def test_a_role_is_asked_about_with_its_article(role: str, said: str) -> None:
    entry = ENTRY.model_copy(update={"text": f"Helen Achebe: {role}, Brunel."})
    facts = {**FACTS, "their_role": role, "their_organisation": "Brunel"}
    lines = [one.text for turn in range(3) for one in meeting_questions([entry], facts, turn, "Helen")]
    assert any(said in text for text in lines)
    assert any("Brunel" in text for text in lines)
