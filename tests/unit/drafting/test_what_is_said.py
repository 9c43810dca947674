"""What is said of a fact, and what is asked after it, by the form of the fact."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.angles import Angle
from coach.drafting.fact_kinds import FactKind, kind_of
from coach.drafting.plain_lines import aim_opener, plain_offer
from coach.drafting.plain_promises import plain_promise, promise_opener
from coach.drafting.sayings import announced
from coach.drafting.statements import said_to_them

FACTS = {"person": "Ada Berg", "user": "Mina Roth", "today": "2026-05-04"}


@pytest.mark.parametrize(
    ("fact", "kind", "said"),
    [
        ("your rule for firings: nobody opens it alone.", Kind.NOTE, "Your rule for firings: nobody opens it alone."),
        ("Bram says that you keep bees.", Kind.NOTE, "Bram says that you keep bees."),
        ("your abstract asks for old test data, and my lab has ten years of it.", Kind.NOTE,
         "Your abstract asks for old test data, and my lab has ten years of it."),
        ("your abstract says that glass remembers.", Kind.NOTE, "Your abstract says that glass remembers."),
        ("you'll explain how your team moved a museum.", Kind.SESSION,
         "I read that you will explain how your team moved a museum."),
    ],
)  # fmt: skip
def test_some_facts_are_said_without_i_remember(fact: str, kind: Kind, said: str) -> None:
    assert said_to_them(fact, kind).endswith(said)
    assert "I remember" not in said_to_them(fact, kind)


@pytest.mark.parametrize(
    "fact",
    [
        "Bram works in your studio.",
        "Kiln planned for 18 March.",
        "I met you at the stand.",
        "I told you about our wheel.",
        "Their bus broke down near Voss.",
        "your open studio: seven bells on a line.",
        "landscape gardener, own firm since 2021.",
    ],
)
def test_what_is_nothing_to_tell_somebody_is_not_said(fact: str) -> None:
    assert said_to_them(fact, Kind.NOTE) == ""


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("your worry: the damp", FactKind.SAYING),
        ("your list needs a reader, and I have a free evening", FactKind.TIE),
        ("you said: begin with four people", FactKind.ADVICE),
        ("we hauled out two trolleys", FactKind.SHARED),
        ("you let me steer for ten minutes", FactKind.SHARED),
        ("you laughed and asked how we fired it", FactKind.WONDERED),
        ("your way with the frightened foal was wonderful", FactKind.ADMIRED),
        ("you are mending 340 maps", FactKind.BUSY),
        ("you are looking for a host", FactKind.PLAN),
        ("your club needs a host", FactKind.PROBLEM),
        ("you became a ferry pilot", FactKind.BEGAN),
        ("you will explain how kilns crack", FactKind.AHEAD),
        ("you asked forty neighbours", FactKind.ASKED),
    ],
)
def test_the_kind_of_a_fact_is_read_from_its_form(told: str, kind: FactKind) -> None:
    assert kind_of(told) is kind


@pytest.mark.parametrize(
    ("abstract", "ahead"),
    [
        ("In this talk, you will share your views on night shifts.", "share your views on night shifts"),
        ("you'll also show how a choir tunes; bring a friend", "show how a choir tunes"),
        ("you will look at how it works.", ""),
        ("you will discuss this.", ""),
        ("you moved a museum in a week.", ""),
    ],
)
def test_what_a_talk_is_going_to_tell(abstract: str, ahead: str) -> None:
    assert announced(abstract) == ahead


def _owed(text: str) -> Evidence:
    return Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text=text, score=1.0)


@pytest.mark.parametrize(
    ("slot", "what", "said"),
    [
        ("keep", "the names of two shops", "I have not forgotten the names of two shops that I promised you."),
        ("keep", "risk assessment for it", "I have not forgotten the risk assessment for it that I promised you."),
        ("thanks", "sound recordings of the bells", "Thank you for offering the sound recordings of the bells."),
        ("thanks", "send the form", "Thank you for offering to send the form."),
    ],
)  # fmt: skip
def test_a_promise_names_the_thing_or_the_deed(slot: str, what: str, said: str) -> None:
    who = "I owe Ada Berg" if slot == "keep" else "Ada Berg owes me"
    line = plain_promise(Angle(slot, what, ("C1",)), [_owed(f"{who}: {what}")], FACTS)
    assert line is not None
    assert line.text == said


def test_an_opener_thanks_for_what_is_owed_and_asks_whether_it_still_suits() -> None:
    lines = promise_opener([_owed("Ada Berg owes me: send the form (by 2026-06-01)")], FACTS, 0, "Ada Berg")
    assert [one.labels for one in lines] == [("C1",)]
    assert lines[0].text.startswith("Thank you for offering to send the form. ")
    assert lines[0].text.endswith("?")
    assert promise_opener([_owed("I owe Ada Berg: send the form")], FACTS, 0, "Ada Berg") == []


def _goal(text: str) -> Evidence:
    return Evidence(label="G1", source_id="g", kind=Kind.GOAL, text=text, score=1.0)


def test_an_aim_that_names_the_person_is_a_request_to_them() -> None:
    line = aim_opener([_goal("Ask Ada whether our pupils may visit her kiln")], FACTS, 0, "Ada Berg")[0]
    assert "ask you whether our pupils may visit your kiln." in line.text
    assert any(line.text.endswith(end) for end in ("be possible?", "think of that?", "talk about that?"))


@pytest.mark.parametrize("goal", ["Keep in touch with Ada", "Get her advice on glazes"])
def test_an_aim_that_nobody_would_say_aloud_is_left_out(goal: str) -> None:
    assert aim_opener([_goal(goal)], FACTS, 0, "Bo Lund") == []


def test_an_offer_to_the_person_speaks_to_them() -> None:
    offer = plain_offer([_goal("Invite Ada to the fair. Could offer to pay her travel")], FACTS, 0, "Ada Berg")
    assert offer is not None
    assert "pay your travel" in offer.text
