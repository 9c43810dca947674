"""The measure of the check, and a floor under its figures on the part of the data that rules were tuned on."""

from __future__ import annotations

from typing import Any

import pytest

from coach.domain.grounding import check_draft
from eval import grounding_pairs
from eval.grounding import HELD_OUT, TUNED, cases, evidence_sets, measure, outcome


@pytest.mark.parametrize(
    ("parts", "sets", "drafts"),
    [
        (("tune", "held_out"), 40, 400),
        (("fresh_tune", "fresh_tune_2"), 24, 300),
        (("third_tune",), 6, 60),
        (("fourth_tune",), 12, 100),
        (("fifth_tune", "fifth_tune_2"), 50, 600),
        (("sixth_tune", "sixth_tune_2"), 30, 240),
        (("seventh_tune", "seventh_held_out"), 40, 480),
        (("eighth_tune", "eighth_held_out"), 24, 280),
        (("ninth_tune", "tenth_tune", "eleventh_tune"), 38, 420),
        (("twelfth_tune", "fourteenth_tune", "fifteenth_tune", "sixteenth_tune", "seventeenth_tune"), 96, 1070),
        (("thirteenth_held_out", "eighteenth_held_out"), 32, 380),
        (("twenty_ninth_tune", "twenty_ninth_held_out", "thirtieth_tune", "thirtieth_held_out"), 32, 380),
    ],
)
def test_the_data_hold_half_correct_drafts_and_one_labelled_error_in_each_wrong_one(
    parts: tuple[str, ...], sets: int, drafts: int
) -> None:
    every = [case for _, case in cases(*parts)]
    correct = [case for case in every if "type" not in case]
    assert sum(len(evidence_sets(part)) for part in parts) >= sets
    assert len(every) >= drafts
    assert 0.4 <= len(correct) / len(every) <= 0.6
    assert all(case["error"] in case["draft"] for case in every if "type" in case)


def test_right_drafts_by_themselves_hold_no_error() -> None:
    alone = ("thirty_first_tune", "thirty_second_held_out", "thirty_third_tune", "thirty_fourth_tune_2")
    assert len(list(cases(*alone))) == 280
    assert not any("type" in case or "error" in case for _, case in cases(*alone))


def test_no_evidence_set_is_both_tuned_on_and_held_out() -> None:
    tuned = {entry["id"] for part in TUNED for entry in evidence_sets(part)}
    assert not tuned & {entry["id"] for part in HELD_OUT for entry in evidence_sets(part)}
    assert len(evidence_sets("held_out")) * 3 >= len(evidence_sets("tune"))


def test_an_alarm_on_a_correct_sentence_is_counted() -> None:
    case = {"draft": "Hi Ann, how is Rome? Take care."}
    report = check_draft(case["draft"], [{"label": "N1", "kind": "note", "text": "Ann lives in Oslo."}])
    found, alarms, sentences = outcome(case, report)
    assert (found, sentences) == (False, 2)
    assert alarms == ["Hi Ann, how is Rome?"]


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, Any]]:
    return {part: measure(part) for part in TUNED}


def test_the_goals_hold_on_the_part_that_rules_were_first_tuned_on(figures: dict[str, dict[str, Any]]) -> None:
    found = figures["tune"]["found"]
    assert all(found[kind] >= 0.95 for kind in ("name", "number", "date", "organisation"))
    assert all(found[kind] >= 0.85 for kind in ("attribution", "negation", "promise"))


_FLOORS = {
    "fresh_tune_2": 0.8, "styles_tune_2": 0.82, "fourth_tune": 0.62, "fifth_tune": 0.8, "fifth_tune_2": 0.79,
    "sixth_tune": 0.65, "sixth_tune_2": 0.74, "seventh_tune": 0.74, "third_tune": 0.72, "eighth_tune": 0.75,
    "ninth_tune": 0.75,
    "tenth_tune": 0.78,
    "eleventh_tune": 0.85, "twelfth_tune": 0.87, "fourteenth_tune": 0.78, "fifteenth_tune": 0.79,
    "sixteenth_tune": 0.78, "seventeenth_tune": 0.86, "twenty_first_tune": 0.81,
    "twenty_second_tune": 0.79, "twenty_third_tune": 0.84, "twenty_fifth_tune": 0.75,
    "twenty_seventh_tune": 0.62, "twenty_eighth_tune": 0.48,
    "thirty_sixth_tune": 0.72, "thirty_ninth_tune": 0.82, "thirty_ninth_tune_2": 0.82,
    "forty_third_tune": 0.78, "forty_fourth_tune": 0.8,
}  # fmt: skip
"""The parts that were written apart from the rules and are tuned on little."""
_ALARMS = {"fifth_tune": 0.05, "fifth_tune_2": 0.1, "sixth_tune": 0.06, "sixth_tune_2": 0.09, "seventh_tune": 0.07,
           "third_tune": 0.05, "eighth_tune": 0.08, "ninth_tune": 0.05, "twenty_seventh_tune": 0.1,
           "twenty_eighth_tune": 0.12,
           "thirty_first_tune_2": 0.07, "thirty_second_tune": 0.11, "thirty_third_tune": 0.07,
           "thirty_fourth_tune_2": 0.1}  # fmt: skip


def test_most_errors_are_found_and_few_alarms_are_false(figures: dict[str, dict[str, Any]]) -> None:
    for part, values in figures.items():
        assert not values["errors"] or values["found_all"] >= _FLOORS.get(part, 0.88), part
        assert values["false_alarms_per_correct_sentence"] <= _ALARMS.get(part, 0.04), part


def test_a_draft_takes_less_than_a_tenth_of_a_second(figures: dict[str, dict[str, Any]]) -> None:
    assert all(values["milliseconds_median"] < 100 for values in figures.values())


def test_notes_of_the_pairs_become_messages_talks_promises_and_profiles() -> None:
    notes = [
        "Ida Bok: I sold my loom.",
        "Talk by Ida Bok: Looms for all.",
        "Ida owes Sam: the pattern",
        "Profile Ida Bok: weaver",
        "Ida Bok: weaver, Turku.",
    ]
    read = [(entry["kind"], entry["author"]) for entry in grounding_pairs.as_evidence(notes)]
    assert read == [("note", "Ida Bok"), ("session", None), ("commitment", None), ("person", None), ("note", None)]


def test_each_sentence_of_a_pair_is_held_or_has_a_kind_of_error() -> None:
    kinds = [kind for _, _, _, kind in grounding_pairs.sentences(7)]
    assert kinds.count("") == 500
    assert len(kinds) == 1000
