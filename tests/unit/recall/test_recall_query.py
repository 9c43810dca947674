"""Times in questions: what is meant as one becomes days, what only looks like one does not."""

from __future__ import annotations

from datetime import date

import pytest

from coach.recall.query import DayRange, asks_itself, tells_time, times

TODAY = date(2026, 4, 15)


def days(first: date, last: date, exact: bool = False) -> DayRange:
    return DayRange(first.toordinal(), last.toordinal(), exact)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Ana paint in May 2023?", days(date(2023, 5, 1), date(2023, 5, 31))),
        ("What happened on 7 May 2023?", days(date(2023, 5, 7), date(2023, 5, 7), exact=True)),
        ("Whom did I meet yesterday?", days(date(2026, 4, 14), date(2026, 4, 14), exact=True)),
        ("Whom did I meet last week?", days(date(2026, 4, 6), date(2026, 4, 12))),
        ("What did we plan last year?", days(date(2025, 1, 1), date(2025, 12, 31))),
        ("Who sailed last summer?", days(date(2025, 6, 1), date(2025, 8, 31))),
        ("Who ran in 2022?", days(date(2022, 1, 1), date(2022, 12, 31))),
    ],
)
def test_a_named_time_becomes_days(question: str, expected: DayRange) -> None:
    assert expected in times(question, TODAY).ranges


def test_a_month_without_a_year_fits_any_year() -> None:
    assert times("What did Ana paint in August?", TODAY).months == {8}


def test_words_that_only_look_like_a_time_are_left_alone() -> None:
    spoken = times("May I march on? Spring water, please", TODAY)
    assert not spoken.months
    assert not spoken.ranges


def test_an_impossible_date_leaves_its_year() -> None:
    year = days(date(2023, 1, 1), date(2023, 12, 31))
    assert times("What happened on 31 February 2023?", TODAY).ranges == (year,)


def test_when_is_recognised_in_several_languages() -> None:
    assert all(times(one, TODAY).asks_when for one in ("When did she leave?", "Wann ging sie?", "Quand part-elle ?"))
    assert not times("Who left?", TODAY).asks_when


def test_a_question_about_the_latest_is_recognised_in_several_languages() -> None:
    asked = (
        "What did she paint recently?",
        "Was macht er jetzt?",
        "Où travaille-t-il actuellement ?",
        "¿Qué hace ahora?",
    )
    assert all(times(one, TODAY).asks_latest for one in asked)
    assert not times("What did she actually paint?", TODAY).asks_latest


@pytest.mark.parametrize(
    "question",
    [
        "When did I last see Konrad?",
        "When did I see Konrad for the last time?",
        "When was our most recent call?",
        "When was Konrad last in Berlin?",
        "Wann habe ich Konrad zuletzt gesehen?",
    ],
)
def test_a_question_for_the_last_time_is_recognised(question: str) -> None:
    read = times(question, TODAY)
    assert read.asks_last_time
    assert not read.asks_first_time


@pytest.mark.parametrize(
    "question",
    [
        "When did I first meet Greta?",
        "How did we get to know Greta?",
        "When did I climb there for the first time?",
        "Wann habe ich Greta kennengelernt?",
    ],
)
def test_a_question_for_the_first_time_is_recognised(question: str) -> None:
    read = times(question, TODAY)
    assert read.asks_first_time
    assert not read.asks_last_time


@pytest.mark.parametrize(
    "question",
    ["When did she paint last week?", "What did Greta do last summer?", "Who came first?", "At last, who won?"],
)
def test_last_week_and_first_place_are_neither(question: str) -> None:
    read = times(question, TODAY)
    assert not read.asks_last_time
    assert not read.asks_first_time


def test_pieces_are_marked_for_telling_a_time_and_for_asking() -> None:
    assert tells_time("I went there last Friday.")
    assert not tells_time("I like pottery.")
    assert asks_itself("Really? ")
    assert not asks_itself("Really.")
