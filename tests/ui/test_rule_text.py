"""What rules keep in English is said in German on the screen, in the brief's files too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from syntax import tree

from coach.domain.brief import Brief, PersonBrief, Reason, StoryCue
from coach.domain.models import Commitment, Session
from coach.journeys.ranking import promise_evidence, session_evidence
from coach.llm.catalogue import catalogue
from coach.ui.rule_text import ruled, spoken, when
from coach.ui.strings import t
from coach.ui.words.de.rules import GERMAN

ROOT = Path(__file__).resolve().parents[2] / "coach"
FILLED = "3"
"""Stands for what a rule fills in: a number, a name, a day."""


@pytest.fixture
def german() -> Iterator[None]:
    t.use("de")
    yield
    t.use("en")


def written(node: ast.expr) -> Iterator[str]:
    """The sentences that an expression may be, with something in their fields."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else FILLED for one in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (*written(node.body), *written(node.orelse))


def reasons() -> Iterator[str]:
    """What a check, a ranking and the reading of notes give as reasons, as it stands in the program."""
    for path in [*(ROOT / "domain" / "checking").glob("*.py"), *(ROOT / "journeys").glob("*.py")]:
        for call in ast.walk(tree(path)):
            if isinstance(call, ast.Call):
                named = {"reason", "text"} if getattr(call.func, "id", "") == "Reason" else {"reason"}
                for argument in call.keywords:
                    if argument.arg in named:
                        yield from written(argument.value)


def test_every_reason_of_a_rule_has_german_words(german: None) -> None:
    found = {one for one in reasons() if " " in one}
    assert len(found) > 20
    assert {one for one in found if ruled(one) == one} == set()


def test_every_model_of_the_catalogue_is_described_in_german(german: None) -> None:
    described = [model.description for model in catalogue() if model.description]
    assert described
    assert [one for one in described if ruled(one) == one] == []
    assert ruled("qwen (embedded: stays on this machine)") == "qwen (eingebaut: bleibt auf diesem Rechner)"


def test_a_talk_and_a_promise_are_quoted_in_german(german: None) -> None:
    promise = promise_evidence(Commitment(person="ana", by="me", what="den Plan", due=date(2026, 12, 4)), "Ana Ruiz")
    talk = session_evidence(Session(id="t", title="Uhren", abstract="Vom Ticken."), "Ana Ruiz")
    assert ruled(promise.text) == "Ich schulde Ana Ruiz: den Plan (bis 2026-12-04)"
    assert ruled(talk.text) == "Vortrag von Ana Ruiz: „Uhren“. Vom Ticken."


def test_english_and_what_no_rule_wrote_stay_as_they_are() -> None:
    assert ruled("No note says this.") == "No note says this."
    assert when("Thu 3 December, 10:00") == "Thu 3 December, 10:00"
    t.use("de")
    try:
        assert ruled("Ana wrote this herself.") == "Ana wrote this herself."
        assert ruled("You owe them: a {brace} and more") == "Du schuldest: a {brace} and more"
        assert when("Thu 3 December, 10:00, Crane Hall") == "Do 3. Dezember, 10:00, Crane Hall"
        assert ruled("By the calendar, 2026-12-03 is a Thursday.") == "Nach dem Kalender fällt auf den 2026-12-03: Do."
    finally:
        t.use("en")


def test_translations_keep_the_fields() -> None:
    fields = {english: {part for part in english.split("{")[1:]} for english in GERMAN}
    for english, names in fields.items():
        assert all("{" + name.split("}")[0] + "}" in GERMAN[english] for name in names), english


def test_a_brief_in_german_gives_reasons_place_and_cue_in_german(german: None) -> None:
    story = StoryCue(story_id="s", title="Six weeks", cue="Tell it when they ask what you do.")
    reasons = (Reason(text="You owe them: a link"), Reason(text="Speaks on “Clocks”, close to “find a mentor”"))
    person = PersonBrief(person_id="a", name="Ana", where="Fri 4 December", reasons=reasons, story=story)
    said = spoken(Brief(event_id="e", event_name="Dinner", people=(person,))).people[0]
    assert [one.text for one in said.reasons] == [
        "Du schuldest: a link",
        "Spricht über „Clocks“, nah an „find a mentor“",
    ]
    assert said.story is not None
    assert (said.where, said.story.cue) == ("Fr 4. Dezember", "Erzähl sie, wenn du gefragt wirst, was du machst.")
