"""What a message is to hold: no fact twice, what the user felt in their own words."""

from __future__ import annotations

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.address import turned_to
from coach.drafting.angles import Angle
from coach.drafting.letter_plan import in_order, message_angles
from coach.drafting.plain_letters import closing_question, plan_message
from coach.drafting.plain_promises import plain_promise


def note(text: str) -> Evidence:
    return Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=text, names=("Jo Pike",))


def test_the_only_fact_is_told_once() -> None:
    angles = message_angles([note("you measure noise at night and would lend us a meter.")], "", 5)
    assert [one.slot for one in angles] == ["memory", "next"]


def test_what_the_user_felt_stands_without_a_frame() -> None:
    told = note("you hid the report from a landlord in Hull. I felt tired at first, but your story woke me up.")
    evidence = [note("Jo hid the report from a landlord in Hull. I felt tired at first, but Jo's story woke me up.")]
    facts = {"person": "Jo Pike", "user": "Robin", "today": "2026-11-29"}
    plan = plan_message(message_angles([told], "", 5), evidence, facts)
    said = [line.text for line in plan.values()]
    assert "I felt tired at first, but your story woke me up." in said
    assert not any("that I felt" in text for text in said)


FACTS = {"person": "Jo Pike", "user": "Robin", "today": "2026-11-29"}
GOAL = Evidence(label="G1", source_id="g", kind=Kind.GOAL, text="Build a quiet pump.")
PROMISE = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text="I owe Jo Pike: send the meter")


def test_why_one_writes_follows_what_is_remembered_where_a_promise_comes_after_it() -> None:
    told = note("you measure noise at night on 14 roofs.")
    plan = plan_message(message_angles([told, GOAL, PROMISE], "", 5), [told, GOAL, PROMISE], FACTS)
    kept = ("memory", "reason", "keep")
    assert [line.text for line in in_order(plan)] == [plan[slot].text for slot in kept]
    assert "build a quiet pump" in plan["reason"].text


def test_a_question_about_what_is_remembered_stands_right_behind_it() -> None:
    lines = {slot: Line(text=slot, labels=()) for slot in ("memory", "reason", "next")}
    assert [line.text for line in in_order(lines)] == ["reason", "memory", "next"]
    assert [line.text for line in in_order({**lines, "ask": Line(text="ask", labels=())})][:2] == ["memory", "reason"]


OWED = Evidence(label="C2", source_id="d", kind=Kind.COMMITMENT, text="Jo Pike owes me: show me round in January")


def test_a_promise_of_each_side_is_said_where_there_is_room_and_the_question_is_about_the_meeting() -> None:
    told = note("you measure noise at night on 14 roofs.")
    evidence = [told, PROMISE, OWED, PROMISE.model_copy(update={"label": "C3", "text": "I owe Jo Pike: a map"})]
    angles = message_angles(evidence, "", 5)
    assert [one.slot for one in angles] == ["memory", "keep", "thanks", "next"]
    assert [one.slot for one in message_angles(evidence, "", 3)] == ["memory", "keep", "next"]
    plan = plan_message(angles, evidence, FACTS)
    assert "send you the meter" in plan["keep"].text
    assert "promise" in plan["keep"].text
    assert "show me round in January" in plan["thanks"].text
    assert "thank you" in plan["thanks"].text.lower()
    assert closing_question(plan, "Jo Pike") in (
        "When would suit you best?",
        "Which day suits you?",
        "When do you have time?",
    )


def test_who_asks_for_a_goal_offers_what_they_have_behind_it_and_before_their_promise() -> None:
    told = note("you measure noise at night on 14 roofs.")
    goal = GOAL.model_copy(update={"text": "Build a quiet pump. I can give a hall for trials."})
    evidence = [told, goal, PROMISE]
    angles = message_angles(evidence, "", 5)
    assert {"reason", "keep", "give"} <= {one.slot for one in angles}
    plan = plan_message(angles, evidence, FACTS)
    assert [line.text for line in in_order(plan)] == [plan[slot].text for slot in ("memory", "reason", "give", "keep")]
    asked = {**plan, "ask": Line(text="Can you come?", labels=())}
    order = ("memory", "keep", "reason", "give", "ask")
    assert [line.text for line in in_order(asked)] == [asked[slot].text for slot in order]


def test_what_stands_before_a_colon_as_a_heading_is_not_told() -> None:
    told = note("Batteries in the mud: you buried 40 sensors along the river and lost nine to beavers.")
    plan = plan_message(message_angles([told], "", 5), [told], FACTS)
    said = " ".join(line.text for line in plan.values())
    assert "you buried 40 sensors along the river" in said.lower()
    assert "batteries in the mud" not in said.lower()


def test_whom_an_introduction_is_for_depends_on_who_promised_it() -> None:
    theirs = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text="Jo Pike owes me: intro to Brno water dept")
    mine = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text="I owe Jo Pike: intro to Brno water dept")
    thanks = plain_promise(Angle("thanks", "intro to Brno water dept", ("C1",)), [theirs], FACTS)
    keep = plain_promise(Angle("keep", "intro to Brno water dept", ("C1",)), [mine], FACTS)
    assert thanks is not None
    assert keep is not None
    assert "introduce me to Brno" in thanks.text
    assert "introduce you to Brno" in keep.text


def test_a_verb_of_a_relative_clause_is_left_as_it_is() -> None:
    heard = note("Jo Pike is looking for somebody who runs sensors in the field and knows about batteries.")
    assert turned_to(heard, "Jo Pike").text == (
        "you are looking for somebody who runs sensors in the field and knows about batteries."
    )
