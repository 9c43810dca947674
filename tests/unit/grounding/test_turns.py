"""Days named by their turn, and days that follow from a beginning and a length."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coach.domain.checking.dates import dates
from coach.domain.checking.tokens import tokenize
from coach.domain.grounding import check_draft

TODAY = date(2024, 7, 15)  # a Monday
BRIEF = {"person": "Orsolya Bakos", "user": "Finn Aas", "event": "Bridge Days", "today": "2024-07-15"}


def _note(text: str, **more: str) -> dict[str, Any]:
    return {"label": "N1", "kind": "note", "text": text, "author": None, "at": "2024-07-12", **more}


def _verdict(draft: str, *notes: dict[str, Any]) -> str:
    return check_draft(draft, notes, BRIEF).sentences[-1].verdict


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on the last Saturday in September", "2024-09-28"),
        ("the 2nd Monday of next month", "2024-08-12"),
        ("the last day of August", "2024-08-31"),
        ("Friday week", "2024-07-26"),
        ("a week on Thursday", "2024-07-25"),
        ("a fortnight on Saturday", "2024-08-03"),
        ("a month from today", "2024-08-15"),
        ("back on the twentieth", "2024-07-20"),
        ("on the twentieth of August", "2024-08-20"),
        ("by New Year's Eve", "2024-12-31"),
    ],
)
def test_a_day_is_known_by_its_turn(text: str, day: str) -> None:
    found = dates(tokenize(text), TODAY)[0]
    assert any(first <= date.fromisoformat(day) <= last for first, last in found.days)


def test_the_second_week_of_a_month_is_not_its_third() -> None:
    second, third, day = (
        dates(tokenize(text), TODAY)[0]
        for text in ("2nd wk of Sept", "the third week of September", "12 September 2024")
    )
    assert second.overlaps(day)
    assert not second.overlaps(third)


def test_the_day_after_is_reckoned_from_the_day_before_it() -> None:
    found = dates(tokenize("rang on Friday, and they answered the day after"), TODAY)
    assert found[1].days[0] == (date(2024, 7, 20), date(2024, 7, 20))


def test_a_month_and_the_nth_weekday_in_it_are_compared() -> None:
    note = _note("Orsolya opens the footbridge on the last Saturday in September.")
    assert _verdict("You open the footbridge on 28 September.", note) == "supported"
    assert _verdict("You open the footbridge on 21 September.", note) == "contradicted"


def test_a_year_follows_from_years_of_it() -> None:
    note = _note("Orsolya: welder for 14 yrs, likes old rivets.")
    assert _verdict("You have been a welder since about 2010.", note) == "supported"
    assert _verdict("You have been a welder since about 2004.", note) != "supported"


def test_an_end_follows_from_a_beginning_and_a_length() -> None:
    note = _note("The survey starts on 5 August and lasts four days.", author="Orsolya Bakos")
    assert _verdict("The survey runs until 8 August.", note) == "supported"
    assert _verdict("The survey runs until 12 August.", note) != "supported"


def test_an_eve_follows_from_the_day() -> None:
    note = _note("We arrive the evening before.", author="Orsolya Bakos")
    fixed = _note("Inspection fixed for 20 August.", label="N2")
    assert _verdict("You arrive on 19 August.", note, fixed) == "supported"
