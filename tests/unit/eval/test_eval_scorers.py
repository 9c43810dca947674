"""Scorers of drafts: each value is what its definition says, and each comes with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from eval import scorers
from eval.scorers import SCORERS, Outcome, score

EVIDENCE = (
    Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="Ines lost 40 charts when an archive flooded in Porto."),
)


def outcome(*texts: str, labels: tuple[str, ...] = ("N1",), **more: Any) -> Outcome:
    lines = tuple(Line(text=text, labels=labels) for text in texts)
    facts = {"person": "Ines Duarte", "user": "Robin Vale", "today": "2026-11-23"}
    base = {"journey": "prepare", "lines": lines, "evidence": EVIDENCE, "facts": facts}
    return Outcome(**{**base, "others": frozenset({"archive"}), "expected": 2, **more})


def test_every_scorer_gives_a_value_between_zero_and_one_or_none_and_a_reason() -> None:
    for one in (outcome(), outcome("You lost 40 charts. Why?", "Nonsense about Paris with 900 cats!!!")):
        for name, found in score(one).scores.items():
            assert found.value is None or 0 <= found.value <= 1, name
            assert found.reason, name
    assert len({scorer.name for scorer in SCORERS}) == len(SCORERS)


def test_nothing_to_judge_is_no_success() -> None:
    card = score(outcome())
    assert card.scores["delivered"].value == 0
    assert {name for name, one in card.scores.items() if one.value is None} >= {"grounded", "specific", "distinct"}


def test_delivered_counts_lines_and_gives_the_models_error_as_reason() -> None:
    assert scorers.Delivered()(outcome("One.")).value == 0.5
    assert scorers.Delivered()(outcome("One.", "Two.", "Three.")).value == 1
    assert scorers.Delivered()(outcome(error="no model")).reason == "no model"


def test_groundedness_is_the_share_of_unmarked_lines_and_names_the_mark() -> None:
    found = scorers.Groundedness()(outcome("You lost 40 charts in Porto.", "You lost 90 charts in Lisbon."))
    assert found.value == 0.5
    assert "90" in found.reason or "Lisbon" in found.reason


def test_specificity_counts_words_that_only_this_evidence_holds() -> None:
    found = scorers.Specificity()(outcome("charts archive weather"))
    assert found.value == pytest.approx(1 / 3), "archive is in other briefs too, weather in none"
    assert "charts" in found.reason


def test_a_message_needs_one_question_and_lines_one_each() -> None:
    asks = scorers.AsksQuestion()
    assert asks(outcome("Hi.", message="Hi. When?", journey="follow_up", channel="text")).value == 1
    assert asks(outcome("Hi.", message="Hi.", journey="follow_up", channel="text")).value == 0
    assert asks(outcome("Why?", "So.", "I could help.")).value == 0.5, "an offer need not ask"


def test_length_is_the_channels_limit_or_two_short_sentences() -> None:
    limits = scorers.WithinLimits()
    assert limits(outcome("Short. Enough?", "One. Two. Three.", "word " * 46)).value == pytest.approx(1 / 3)
    fits = {"journey": "follow_up", "channel": "text"}
    assert limits(outcome("x", message="short", **fits)).value == 1
    assert limits(outcome("x", message="x" * 321, **fits)).value == 0
    assert limits(outcome("x", message="short", subject="s" * 61, **fits)).value == 0


@pytest.mark.parametrize(
    "worn",
    [
        "I hope this finds you well.",
        "It was great to meet you.",
        "Let us leverage it.",
        "What a journey!",
        "I am a huge fan.",
    ],
)
def test_worn_phrases_are_found_and_named(worn: str) -> None:
    found = scorers.ClicheFree()(outcome(worn, "You lost 40 charts."))
    assert found.value == 0.5
    assert found.reason != "none found"


def test_distinct_lines_score_higher_than_twins() -> None:
    twins = scorers.Distinctness()(outcome("You lost 40 charts.", "You lost 40 charts."))
    unlike = scorers.Distinctness()(outcome("You lost 40 charts.", "Why does paper burn?"))
    assert twins.value == 0
    assert unlike.value is not None
    assert unlike.value > 0.4
    assert scorers.Distinctness()(outcome("Alone.")).value is None


def test_a_line_of_the_prompts_own_example_is_not_the_models_own() -> None:
    example = ("What happened when you opened the first damaged file?",)
    found = scorers.NotTheExample()(
        outcome("What happened when you opened the first file?", "Why does rye need cold?", example=example)
    )
    assert found.value == 0.5
    assert "damaged" in found.reason


def test_labels_must_be_there_and_known() -> None:
    valid = scorers.LabelsValid()
    assert valid(outcome("a", "b")).value == 1
    assert valid(outcome("a", labels=("N7",))).value == 0
    assert valid(outcome("a", labels=())).value == 0
    greeting = outcome("Hi Ines,", labels=(), message="Hi Ines,", journey="follow_up", channel="text")
    assert valid(greeting).value is None, "in a message a sentence without a fact cites nothing"
