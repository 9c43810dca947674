"""How a reading of rough notes is judged against what stands in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from eval.capture import figures, judged, proposal_of

CASE: dict[str, Any] = {
    "id": "c",
    "today": "2026-11-24",
    "text": "Met Ada Li from Norda, she runs the lab. I'll send her the form by Friday. Met Sam. He loves kites.",
    "people": [
        {"name": "Ada Li", "role": "runs the lab", "organisation": "Norda", "cares_about": []},
        {"name": "Sam", "role": "pilot", "organisation": "", "cares_about": ["kites"]},
    ],
    "promises": [
        {"person": "Ada Li", "by": "me", "what": ["form"], "due": "2026-11-28"},
        {"person": "Sam", "by": "them", "what": ["kite"], "due": None},
    ],
    "facts": {"Sam": ["kites"]},
    "not_facts": {"Sam": ["form"], "Ada Li": ["kites"]},
}


def test_what_is_right_missed_and_wrong_is_counted_by_field() -> None:
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for field, how, _ in judged(CASE, proposal_of(CASE)):
        tally[field][how] += 1
    found = figures(tally)
    assert found["people"] == (1.0, 1.0, 2)
    assert found["role"] == (1.0, 0.5, 1)
    assert found["promises"] == (1.0, 0.5, 1)
    assert found["due"] == (0.0, 1.0, 0), "the day was read, and another one stands in the gold"
    assert found["interests"] == (1.0, 1.0, 1)
    assert found["facts"] == (1.0, 1.0, 1)


def test_somebody_who_is_not_there_is_wrong() -> None:
    wrong = [what for field, how, what in judged({**CASE, "people": []}, proposal_of(CASE)) if how == "wrong"]
    assert "Ada Li" in wrong
    assert "Sam" in wrong
