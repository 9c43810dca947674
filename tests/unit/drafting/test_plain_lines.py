"""Lines by rule: grounded, to the person, and a promise never turned round."""

from __future__ import annotations

import re

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.angles import Angle
from coach.drafting.lines import strays_into_another_script
from coach.drafting.plain_lines import aim_opener, by_rule, plain_offer, plain_openers, plain_questions
from coach.drafting.plain_promises import plain_promise

FACTS = {"person": "Ana Ruiz", "user": "Sam Lee", "event": "Harbour Days", "today": "2026-03-01", "goal": ""}
TALK = Evidence(
    label="T1",
    source_id="t",
    kind=Kind.SESSION,
    text="Talk by Ana Ruiz: “Tests that wait”. We fake the clock.",
    score=1,
)
PROFILE = Evidence(
    label="P1",
    source_id="p",
    kind=Kind.PERSON,
    text="Ana Ruiz: engineer, Foldline. Cares about async Python, quiet rooms.",
    score=1,
)
GOAL = Evidence(label="G1", source_id="g", kind=Kind.GOAL, text="Start a monthly circle. Why: I sat silent.", score=1)


def test_openers_are_about_their_talk_and_what_they_care_about() -> None:
    lines = plain_openers([TALK, PROFILE, GOAL], FACTS)
    assert [line.labels for line in lines] == [("T1",), ("P1",), ("P1",)]
    assert "“Tests that wait”" in lines[0].text
    assert "async Python" in lines[1].text
    assert all(line.text.endswith("?") for line in lines)


def test_the_wording_changes_from_person_to_person_and_stays_for_one() -> None:
    said = [plain_openers([TALK], FACTS, turn, "Ana Ruiz")[0].text for turn in range(3)]
    assert len(set(said)) == 3
    assert said[1] == plain_openers([TALK], FACTS, 1, "Ana Ruiz")[0].text


def test_an_aim_is_told_in_the_first_person_before_anything_is_asked() -> None:
    said = [line.text for turn in range(4) for line in aim_opener([GOAL], FACTS, turn, "Ana Ruiz")]
    assert len(said) == len(set(said)) == 4
    assert all(
        re.match(r"(?:I|My) [a-z ]+ to start a monthly circle, because I sat silent\. .+\?$", text) for text in said
    )


def test_a_fact_is_said_in_the_words_of_the_record_with_a_question_behind_it() -> None:
    angle = Angle("talk", "you fake the clock", ("T1",), "I read that you fake the clock.")
    lines = by_rule(angle, [TALK], FACTS, 0, "Ana Ruiz")
    assert len({line.text for line in lines}) > 1
    assert all(line.text.startswith("I read that you fake the clock. ") for line in lines)
    assert all(line.text.endswith("?") for line in lines)


def test_what_joins_the_two_is_asked_about_as_such() -> None:
    fact = "Your abstract asks for ideas about a clean shutdown, and my kit has a drain test that nobody has tried."
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=fact.replace("Your", "Ana's"), score=1)
    lines = by_rule(Angle("said", fact, ("N1",), fact), [note], FACTS, 0, "Ana Ruiz")
    asked = ("May I tell you more", "Shall we compare", "What do you make of", "Could we look")
    assert any(one in line.text for line in lines for one in asked)


def test_an_offer_holds_what_the_goal_says_and_not_the_goal() -> None:
    goal = GOAL.model_copy(update={"text": "find people who run async Python and offer help with testing."})
    offer = plain_offer([goal, PROFILE], FACTS, 0, "Ana Ruiz")
    assert offer is not None
    assert offer.text.startswith("If you run async Python, I ")
    assert offer.text.endswith("help with testing.")
    assert "find people" not in offer.text
    to_others = plain_offer([goal], FACTS, 0, "Ana Ruiz")
    assert to_others is not None
    assert "help them with testing" in to_others.text
    assert plain_offer([GOAL], FACTS, 0, "Ana Ruiz") is None


def test_questions_ask_for_a_story() -> None:
    lived = Angle("moment", "you ruined eleven springs", ("T1",))
    talk = TALK.model_copy(update={"text": f"{TALK.text} We ruined eleven springs."})
    texts = [line.text for line in plain_questions([lived], [talk, PROFILE], FACTS)]
    assert "when you ruined eleven springs?" in texts[0]
    assert all(text.endswith("?") for text in texts)


def test_nothing_is_made_of_nothing() -> None:
    assert plain_openers([], FACTS) == []
    assert plain_questions([], [], FACTS) == []


@pytest.mark.parametrize(
    ("slot", "owner", "what", "expected"),
    [
        (
            "keep",
            "I owe Ana Ruiz",
            "Send you the list of pumps (by 2026-03-09)",
            r"(?:As promised, I will|I promised to) send you the list of pumps by 9 March(?:, and I will)?\.$|"
            r"I have not forgotten my promise to send you the list of pumps\.$",
        ),
        (
            "thanks",
            "Ana Ruiz owes me",
            "introduce me to Amara",
            r"(?:Thank you .*|You offered )to introduce me to Amara",
        ),
    ],
)
def test_a_promise_keeps_its_direction(slot: str, owner: str, what: str, expected: str) -> None:
    record = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text=f"{owner}: {what}", score=1)
    line = plain_promise(Angle(slot, what, ("C1",)), [record], FACTS)
    assert line is not None
    assert re.match(expected, line.text)
    assert "2026" not in line.text
    assert not line.flagged


def test_a_promise_that_is_no_action_is_left_to_the_model() -> None:
    assert plain_promise(Angle("keep", "the slides", ("C1",)), [], FACTS) is None


def test_a_slip_into_another_script_is_seen_and_a_name_in_it_is_not() -> None:
    assert strays_into_another_script("You value 忠诚 and care.", [PROFILE])
    arabic = PROFILE.model_copy(update={"text": "محمد runs it."})
    assert not strays_into_another_script("I met محمد again.", [arabic])
