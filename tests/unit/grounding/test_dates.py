"""Dates in drafts and notes, brought to days."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.checking.dates import dates
from coach.domain.checking.tokens import tokenize
from coach.domain.grounding import check_draft

TODAY = date(2024, 7, 15)  # a Monday


def _days(text: str) -> tuple[date, date]:
    mention = dates(tokenize(text), TODAY)[0]
    return mention.days[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 2024-07-20", "2024-07-20", "2024-07-20"),
        ("am 20.07.2024", "2024-07-20", "2024-07-20"),
        ("on July 20th", "2024-07-20", "2024-07-20"),
        ("the 20th of July 2023", "2023-07-20", "2023-07-20"),
        ("12–14 July", "2024-07-12", "2024-07-14"),
        ("next March", "2025-03-01", "2025-03-31"),
        ("last week", "2024-07-08", "2024-07-14"),
        ("two years ago", "2022-01-01", "2022-12-31"),
        ("yesterday", "2024-07-14", "2024-07-14"),
        ("next Friday", "2024-07-19", "2024-07-19"),
        ("since 2019", "2019-01-01", "2019-12-31"),
        ("in the 90s", "1990-01-01", "1999-12-31"),
        ("mid-April", "2024-04-08", "2024-04-23"),
        ("le 14 juillet", "2024-07-14", "2024-07-14"),
        ("am 3. Mai", "2024-05-03", "2024-05-03"),
    ],
)
def test_a_date_is_reckoned_from_the_day_of_writing(text: str, first: str, last: str) -> None:
    assert _days(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["I may go", "march on", "the second one", "sun and sea", "120 people", "Mark sat down"]
)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert dates(tokenize(text), TODAY) == []


def test_a_relative_date_without_a_day_of_writing_stays_open() -> None:
    assert dates(tokenize("last week"), None)[0].days == ()


def test_first_and_last_saturday_of_the_month_differ() -> None:
    first, last = (dates(tokenize(f"on the {turn} Saturday of the month"), TODAY)[0] for turn in ("first", "last"))
    assert (first.turn, last.turn) == ("1", "last")


def test_a_fraction_after_a_number_is_no_date() -> None:
    report = check_draft("We waited 1 1/2 hours.", [], {"today": "2026-11-23"})
    assert [sentence.text for sentence in report.sentences] == ["We waited 1 1/2 hours."]


def test_the_day_after_tomorrow_is_two_days_ahead() -> None:
    evidence = [{"label": "N1", "kind": "note", "text": "The rehearsal is on 2026-11-25.", "author": None, "at": None}]
    brief = {"today": "2026-11-23"}
    assert check_draft("The rehearsal is the day after tomorrow.", evidence, brief).passed
    assert not check_draft("The rehearsal is tomorrow.", evidence, brief).passed
