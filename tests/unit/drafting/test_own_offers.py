"""What the user has for a need that the notes name is offered in their words, with the need before it."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.letter_plan import message_angles
from coach.drafting.own_offers import offer_lines, own_offers
from coach.drafting.plain_letters import plan_message
from coach.drafting.plain_lines import plain_offer

FACTS = {"person": "Ana Reis", "user": "Sam"}


def noted(text: str, kind: Kind = Kind.NOTE, label: str = "N1") -> Evidence:
    return Evidence(
        label=label, source_id=label, kind=kind, text=text, names=("Ana Reis",) if kind is Kind.NOTE else ()
    )


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (
            "Ana wants to work at Velomuseum. She asked whether I know anyone. I do: my cousin Petra works there.",
            "You want to work at Velomuseum, and my cousin Petra works there. Shall I introduce you?",
        ),
        (
            "Ana needs a kiln for two weekends. I have a spare kiln in the shed. She paints plates.",
            "You need a kiln for two weekends, and I have a spare kiln in the shed. Would that help you?",
        ),
        (
            "Ana is looking for a printer. I know a printer in Thun who is cheap.",
            "You are looking for a printer, and I know a printer in Thun who is cheap. Shall I introduce you?",
        ),
        (
            "Ana struggles with her budget. I could lend her my spreadsheet.",
            "You struggle with your budget, and I could lend you my spreadsheet. Would that help you?",
        ),
    ],
)
def test_what_the_notes_have_for_a_need_is_offered(text: str, offered: str) -> None:
    assert [one.text for one in offer_lines([noted(text)], FACTS)] == [offered]


@pytest.mark.parametrize(
    "text",
    [
        "Ana runs a choir. I have a cold.",
        "I could not hear her well. Ana wants to work at Velomuseum.",
        "Ana asked me for a name in Oslo. I have one.",
        "Ana wants to sing in Leith. I am tired.",
        "Ana sells kilns. My cousin Petra works there.",
    ],
)
def test_nothing_else_is_an_offer(text: str) -> None:
    assert own_offers([noted(text)], "Ana Reis", FACTS) == []


def test_what_the_user_is_by_a_goal_is_offered_to_whoever_needs_it() -> None:
    goal = noted("I am a statistician. Find a research group to work with.", Kind.GOAL, "G1")
    looks = noted("Ana leads a lab on dune grass. She looks for a co-author who can do statistics.")
    line = plain_offer([looks, goal], FACTS, 0, "")
    assert line is not None
    assert line.text == "You look for a co-author who can do statistics, and I am a statistician. Would that help you?"
    assert line.labels == ("N1", "G1")
    assert plain_offer([noted("Ana looks for a tenor."), goal], FACTS, 0, "") is None


def test_a_message_offers_it_behind_the_need_that_it_remembers_and_asks_for_no_answer_that_it_has() -> None:
    note = noted("Ana wants to work at Velomuseum. I know somebody there, Petra.".replace(", Petra", " called Petra"))
    turned = note.model_copy(update={"text": "you want to work at Velomuseum. I know somebody there called Petra."})
    angles = message_angles([turned], "", 6, own_offers([note], "Ana Reis", FACTS))
    plan = plan_message(angles, [note], FACTS)
    assert "you want to work at Velomuseum" in plan["memory"].text
    assert plan["give"].text == "I know somebody there called Petra, and I would be glad to introduce you."
