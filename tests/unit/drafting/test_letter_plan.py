"""What a message is to hold: no fact twice, what the user felt in their own words."""

from __future__ import annotations

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.letter_plan import message_angles
from coach.drafting.plain_letters import plan_message


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
