"""A heading that says which day the talks below it are."""

from __future__ import annotations

from datetime import date

import pytest

from coach.intake.day_heading import day_heading

FIRST, TODAY = date(2026, 12, 3), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thu 3 Dec", 3),
        ("Thursday, December 3rd", 3),
        ("Donnerstag, 3. Dezember", 3),
        ("Do. 3. Dez.", 3),
        ("3. Dezember 2026", 3),
        ("3.–4. Dezember 2026", 3),
        ("3-4 December 2026", 3),
        ("Fr., 4.12.2026", 4),
        ("4.12.", 4),
        ("2026-12-04", 4),
        ("Day 1", 3),
        ("*Day 2*", 4),
        ("Tag 2", 4),
        ("2. Tag", 4),
        ("Zweiter Tag", 4),
        ("Konferenztag 2", 4),
        ("Day two: Workshops", 4),
        ("Day 2 – Friday 4 December", 4),
        ("4 December (Day 2)", 4),
        ("Tag 1 (Do, 3.12.)", 3),
        ("Friday", 4),
        ("Freitag Nachmittag", 4),
        ("Samstag, den 5. Dezember", 5),
    ],
)
def test_a_day_is_told_from_the_events_first(line: str, day: int) -> None:
    heading = day_heading(line)
    assert heading is not None
    assert heading.on(FIRST, FIRST, TODAY) == date(2026, 12, day)


@pytest.mark.parametrize(
    "line",
    [
        "Data for Cities 2026",
        "Data for Cities 2026, 3 December 2026, Leipzig Messe",
        "Day 1 of PyCon",
        "Day of the Dead",
        "Tag der Architektur",
        "Friday Night Live",
        "Guten Tag",
        "Every day",
        "May Day",
        "Montagsgespräche",
        "10 Dinge",
        "Do it",
        "March 5: what happened there",
        "9:30 Begrüßung",
        "",
    ],
)
def test_what_says_more_than_a_day_is_no_heading(line: str) -> None:
    assert day_heading(line) is None


def test_without_an_event_a_year_is_the_nearest_and_a_counted_day_stays_open() -> None:
    for line, day in (("Thu 3 Dec", FIRST), ("Wed 3 Dec", date(2025, 12, 3)), ("3 January", date(2027, 1, 3))):
        heading = day_heading(line)
        assert heading is not None
        assert heading.on(None, None, TODAY) == day
    for line in ("Day 2", "Friday"):
        heading = day_heading(line)
        assert heading is not None
        assert heading.on(None, None, TODAY) is None


def test_a_counted_day_with_a_date_says_when_the_event_begins() -> None:
    heading = day_heading("Day 2 – 4 December")
    assert heading is not None
    assert heading.first_day(date(2026, 12, 4)) == FIRST
