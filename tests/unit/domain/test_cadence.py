"""How often, whose turn, and why: pure rules."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from coach.domain.cadence import (
    Contacts,
    LastBy,
    Tie,
    cadence_of,
    due_on,
    reasons,
    reminder_of,
    reminders,
    suggested,
)
from coach.domain.models import Commitment, Help
from coach.domain.reciprocity import ledger

TODAY = date(2026, 11, 24)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _tie(
    last: int | None = None, *, days: int = 1, first: int | None = None, by: LastBy = "note", **fields: Any
) -> Tie:
    contacts = None
    if last is not None:
        sent = _ago(last) if by == "sent" else None
        contacts = Contacts(days, _ago(first if first is not None else last), _ago(last), by, sent)
    return Tie(**{"id": "ana", "name": "Ana Ruiz", "contacts": contacts, **fields})


@pytest.mark.parametrize(
    ("tie", "topics", "days", "why"),
    [
        (_tie(10, days=4, first=100), (), 30, "rhythm"),
        (_tie(10, days=2, first=100), (), 90, "usual"),
        (_tie(10), ("async Python",), 60, "goal"),
        (_tie(10, i_owe="the link"), ("async Python",), 30, "promise"),
        (_tie(10, given=(None,), received=(None,)), (), 60, "help"),
        (_tie(0, days=3, first=3000), (), 365, "rhythm"),
        (_tie(relation="prospect"), ("async Python",), 0, "unmet"),
    ],
)
def test_a_rhythm_is_suggested_from_how_it_goes(tie: Tie, topics: tuple[str, ...], days: int, why: str) -> None:
    found = suggested(tie, topics)
    assert (found.days, found.why) == (days, why)


def test_your_own_rhythm_wins_and_none_means_none() -> None:
    own = cadence_of(_tie(10, cadence_days=45))
    assert (own.days, own.suggested) == (45, False)
    never = _tie(900, cadence_days=0)
    assert due_on(never, cadence_of(never), TODAY, wanted=True) is None


def test_the_day_is_one_round_after_the_last_contact_and_a_snooze_only_moves_it_back() -> None:
    tie = _tie(20, cadence_days=30)
    assert due_on(tie, cadence_of(tie), TODAY, wanted=True) == TODAY + timedelta(days=10)
    early = _tie(20, cadence_days=30, quiet_until=TODAY + timedelta(days=2))
    assert due_on(early, cadence_of(early), TODAY, wanted=True) == TODAY + timedelta(days=10)
    later = _tie(20, cadence_days=30, quiet_until=TODAY + timedelta(days=40))
    assert due_on(later, cadence_of(later), TODAY, wanted=True) == TODAY + timedelta(days=40)


def test_a_day_set_for_a_message_wins_over_the_rhythm() -> None:
    tie = _tie(400, cadence_days=30, follow_up_on=TODAY + timedelta(days=3))
    assert due_on(tie, cadence_of(tie), TODAY, wanted=True) == TODAY + timedelta(days=3)


def test_a_day_set_after_a_snooze_wins_over_it() -> None:
    tie = _tie(40, cadence_days=30, quiet_until=TODAY + timedelta(days=30), follow_up_on=TODAY - timedelta(days=2))
    found = reminder_of(tie, TODAY)
    assert found is not None
    assert (found.due, found.now) == (TODAY - timedelta(days=2), True)
    together = _tie(40, quiet_until=TODAY + timedelta(days=3), follow_up_on=TODAY + timedelta(days=3))
    moved = reminder_of(together, TODAY)
    assert moved is not None
    assert (moved.due, moved.now) == (TODAY + timedelta(days=3), False)


def test_somebody_never_contacted_is_on_the_list_only_near_a_goal_or_by_choice() -> None:
    assert reminder_of(_tie(), TODAY) is None
    near = reminder_of(_tie(), TODAY, ("async Python",))
    assert near is not None
    assert near.due == TODAY
    assert reminder_of(_tie(cadence_days=30), TODAY) is not None


def test_those_whose_turn_it_is_come_first_and_the_most_pressing_at_the_top() -> None:
    late = _tie(120, id="late", name="Late")
    owed = _tie(120, id="owed", name="Owed", cadence_days=90, i_owe="the link")
    near = _tie(120, id="near", name="Near", cadence_days=90)
    soon = _tie(80, id="soon", name="Soon", cadence_days=90)
    sooner = _tie(82, id="sooner", name="Sooner", cadence_days=90)
    order = [one.tie.id for one in reminders([soon, late, sooner, near, owed], TODAY, {"near": ("clocks", "bread")})]
    assert order == ["near", "owed", "late", "sooner", "soon"]


def test_the_reason_says_the_silence_and_the_help_since() -> None:
    tie = _tie(94, by="sent", received=(_ago(40), _ago(10), _ago(200)))
    assert [(one.code, dict(one.values)) for one in reasons(tie, TODAY)] == [
        ("wrote", {"days": 94}),
        ("helped_since", {"name": "Ana", "count": 2}),
    ]


def test_help_received_does_not_hide_how_long_you_have_not_written() -> None:
    tie = Tie(id="a", name="Ana", contacts=Contacts(2, _ago(94), _ago(10), "help", _ago(94)), received=(_ago(10),))
    assert [one.code for one in reasons(tie, TODAY)] == ["wrote", "helped_since"]


def test_the_ledger_holds_help_and_kept_promises_and_nothing_that_is_open() -> None:
    found = ledger(
        [Help(id="h", person="ana", by="them", what="a room", at=_ago(3))],
        [
            Commitment(id="k", person="ana", by="me", what="the link", status="kept", due=_ago(9)),
            Commitment(id="o", person="ana", by="me", what="a book"),
        ],
    )
    assert [(one.what, one.promised) for one in found.given] == [("the link", True)]
    assert [(one.what, one.day) for one in found.received] == [("a room", _ago(3))]
