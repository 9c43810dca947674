"""Dates as people write them in notes: a table of phrases, and what holds for any phrase."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.dates import coming_date

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("words", "today", "expected"),
    [
        ("today", MONDAY, date(2026, 11, 23)),
        ("bis Montag", MONDAY, date(2026, 11, 30)),
        ("am Freitag", MONDAY, date(2026, 11, 27)),
        ("morgen schicken", MONDAY, date(2026, 11, 24)),
        ("am Morgen", MONDAY, None),
        ("in zwei Wochen", MONDAY, date(2026, 12, 7)),
        ("nächste Woche", MONDAY, date(2026, 12, 4)),
        ("bis zum 12. März", MONDAY, date(2027, 3, 12)),
        ("bis Ende der Woche", MONDAY, date(2026, 11, 27)),
        ("write to her tonight", MONDAY, date(2026, 11, 23)),
        ("send it tomorrow", MONDAY, date(2026, 11, 24)),
        ("the day after tomorrow", MONDAY, date(2026, 11, 25)),
        ("by Friday", MONDAY, date(2026, 11, 27)),
        ("FRIDAY", MONDAY, date(2026, 11, 27)),
        ("on Monday", MONDAY, date(2026, 11, 30)),
        ("this Thursday", MONDAY, date(2026, 11, 26)),
        ("next Friday", MONDAY, date(2026, 12, 4)),
        ("next Monday", MONDAY, date(2026, 11, 30)),
        ("next Monday", SATURDAY, date(2026, 11, 30)),
        ("by sun", MONDAY, date(2026, 11, 29)),
        ("end of the week", MONDAY, date(2026, 11, 27)),
        ("some time this week", MONDAY, date(2026, 11, 27)),
        ("next week", MONDAY, date(2026, 12, 4)),
        ("next week", SATURDAY, date(2026, 12, 4)),
        ("by the end of the month", MONDAY, date(2026, 11, 30)),
        ("next month", MONDAY, date(2026, 12, 31)),
        ("next month", date(2027, 1, 31), date(2027, 2, 28)),
        ("in a week", MONDAY, date(2026, 11, 30)),
        ("in two weeks", MONDAY, date(2026, 12, 7)),
        ("in a couple of days", MONDAY, date(2026, 11, 25)),
        ("in a few weeks", MONDAY, date(2026, 12, 14)),
        ("within about 10 days", MONDAY, date(2026, 12, 3)),
        ("in three months", MONDAY, date(2027, 2, 23)),
        ("in a month", date(2027, 1, 31), date(2027, 2, 28)),
        ("2026-12-05", MONDAY, date(2026, 12, 5)),
        ("5 Dec", MONDAY, date(2026, 12, 5)),
        ("5. December", MONDAY, date(2026, 12, 5)),
        ("the 5th of December", MONDAY, date(2026, 12, 5)),
        ("Dec. 5th", MONDAY, date(2026, 12, 5)),
        ("by 12 July", MONDAY, date(2027, 7, 12)),
        ("12 July 2030", MONDAY, date(2030, 7, 12)),
        ("July 12, 2030", MONDAY, date(2030, 7, 12)),
        ("2 November", MONDAY, date(2026, 11, 2)),
        ("29 February", date(2027, 12, 1), date(2028, 2, 29)),
        ("29 February", date(2028, 1, 5), date(2028, 2, 29)),
        ("29 February 2027", MONDAY, None),
        ("2026-13-45", MONDAY, None),
        ("31 June", MONDAY, None),
        ("we sat together", MONDAY, None),
        ("there was sun", MONDAY, None),
        ("she may come", MONDAY, None),
        ("we march on", MONDAY, None),
        ("3 marketing people", MONDAY, None),
        ("soon", MONDAY, None),
        ("", MONDAY, None),
    ],
)
def test_a_phrase_is_read_as_the_day_it_means(words: str, today: date, expected: date | None) -> None:
    assert coming_date(words, today) == expected


def test_a_written_date_wins_over_a_weekday_beside_it() -> None:
    assert coming_date("on Friday, 4 December", MONDAY) == date(2026, 12, 4)


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))


@given(day=DAYS, today=DAYS)
def test_an_iso_date_is_itself_whatever_the_day(day: date, today: date) -> None:
    assert coming_date(f"send it by {day.isoformat()}, please", today) == day


@given(today=DAYS, name=st.sampled_from(["Tuesday", "wednesday", "by Thu", "on Saturday", "this Sunday"]))
def test_a_weekday_lies_one_to_seven_days_ahead(today: date, name: str) -> None:
    found = coming_date(name, today)
    assert found is not None
    assert timedelta(days=1) <= found - today <= timedelta(days=7)


@given(today=DAYS, name=st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"]))
def test_next_weekday_is_in_the_following_calendar_week(today: date, name: str) -> None:
    found = coming_date(f"next {name}", today)
    assert found is not None
    monday = today - timedelta(days=today.weekday())
    assert monday + timedelta(days=7) <= found < monday + timedelta(days=14)


@given(words=st.text(max_size=80), today=DAYS)
def test_no_text_makes_it_fail(words: str, today: date) -> None:
    assert isinstance(coming_date(words, today), date | None)


@given(
    number=st.integers(0, 99),
    unit=st.sampled_from(["day", "days", "week", "weeks", "month", "months"]),
    today=DAYS,
)
def test_a_span_never_points_back(number: int, unit: str, today: date) -> None:
    found = coming_date(f"in {number} {unit}", today)
    assert found is not None
    assert found >= today


@pytest.mark.parametrize("words", ["in etwa zwei Wochen", "in about two weeks", "in rund 2 Wochen", "in zwei Wochen"])
def test_a_round_span_is_a_span(words: str) -> None:
    assert coming_date(words, MONDAY) == MONDAY + timedelta(weeks=2)
