"""The measure of the check, and a floor under its figures on the part of the data that rules were tuned on."""

from __future__ import annotations

import pytest

from coach.domain.grounding import check_draft
from eval.grounding import cases, evidence_sets, held_out, measure, outcome


def test_the_data_hold_half_correct_drafts_and_one_labelled_error_in_each_wrong_one() -> None:
    every = [case for _, case in cases("all")]
    correct = [case for case in every if "type" not in case]
    assert len(evidence_sets()) >= 40
    assert len(every) >= 400
    assert 0.4 <= len(correct) / len(every) <= 0.6
    assert all(case["error"] in case["draft"] for case in every if "type" in case)


def test_a_third_of_the_sets_is_held_out() -> None:
    assert [index for index in range(9) if held_out(index)] == [2, 5, 8]


def test_an_alarm_on_a_correct_sentence_is_counted() -> None:
    case = {"draft": "Hi Ann, how is Rome? Take care."}
    report = check_draft(case["draft"], [{"label": "N1", "kind": "note", "text": "Ann lives in Oslo."}])
    found, alarms, sentences = outcome(case, report)
    assert (found, sentences) == (False, 2)
    assert alarms == ["Hi Ann, how is Rome?"]


@pytest.fixture(scope="module")
def figures() -> dict[str, object]:
    return measure("tune")


def test_the_goals_hold_on_the_tuning_part(figures: dict[str, dict[str, float]]) -> None:
    found = figures["found"]
    assert all(found[kind] >= 0.95 for kind in ("name", "number", "date", "organisation"))
    assert all(found[kind] >= 0.85 for kind in ("attribution", "negation", "promise"))
    assert figures["false_alarms_per_correct_sentence"] <= 0.05  # type: ignore[operator]


def test_a_draft_takes_less_than_a_tenth_of_a_second(figures: dict[str, float]) -> None:
    assert figures["milliseconds_median"] < 100
