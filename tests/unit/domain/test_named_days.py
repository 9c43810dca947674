"""Days in hasty words: which words are days, what is left without them, and by which date a note tells of them."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.dates import coming_date, what_and_when
from coach.domain.named_days import whole_days, with_dates, without_day

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("price list mon", date(2026, 12, 7)),
        ("our price list, mon latest", date(2026, 12, 7)),
        ("the paper, wed eve latest", date(2026, 12, 2)),
        ("send it tmw morning", date(2026, 12, 1)),
        ("nxt fri", date(2026, 12, 11)),
        ("call her nxt wk", date(2026, 12, 11)),
        ("the list, Sat 9am", date(2026, 12, 5)),
        ("by eod", MONDAY),
        ("by eod fri", date(2026, 12, 4)),
        ("bis Fr", date(2026, 12, 4)),
        ("am Mo", date(2026, 12, 7)),
        ("bis spätestens Do", date(2026, 12, 3)),
        ("bis zum Mi.", date(2026, 12, 2)),
        ("am mi die Liste", date(2026, 12, 2)),
        ("am So", date(2026, 12, 6)),
        ("Mi Abend", date(2026, 12, 2)),
        ("the bench where he sat", None),
        ("a day in the sun", None),
        ("I am so glad", None),
        ("I'll send Mo the deck", None),
        ("met Di at the fair", None),
        ("bis Fr. Krause kommt", None),
        ("so viel dazu", None),
    ],
)
def test_short_days_are_read_by_what_stands_beside_them(words: str, day: date | None) -> None:
    assert coming_date(words, MONDAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "The Sun printed it.",
        "We sat by the sea.",
        "Mon Ami is a café.",
        "Mo and Di run it.",
        "I am so glad that he sat down.",
        "Do Fr. Krause a favour.",
        "Works mon-thu.",
        "Wed in May, moved in June.",
        "So viel Arbeit.",
    ],
)
def test_what_only_looks_like_a_day_stays(text: str) -> None:
    assert whole_days(text) == text


@pytest.mark.parametrize(
    ("what", "bare"),
    [
        ("price list mon", "price list"),
        ("send the deck by fri", "send the deck"),
        ("the paper on leap seconds, wed eve latest", "the paper on leap seconds"),
        ("send him the deck (by Fri)", "send him the deck"),
        ("notes by tues", "notes"),
        ("bis Fr die Anleitung schicken", "die Anleitung schicken"),
        ("mir am Mo seine Tabelle schicken", "mir seine Tabelle schicken"),
        ("Fotos schicken, spätestens Do", "Fotos schicken"),
        ("the notes from Friday", "the notes from Friday"),
        ("book a table for Friday", "book a table for Friday"),
        ("our fri class", "our Friday class"),
        ("visit on sat", "visit on Saturday"),
        ("tomorrow's list", "tomorrow's list"),
        ("the slides on Monday blues", "the slides on Monday blues"),
    ],
)
def test_a_promise_is_parted_from_its_day_and_a_thing_from_none_of_its_name(what: str, bare: str) -> None:
    assert without_day(what)[0] == bare


def test_a_day_is_reckoned_from_the_day_of_the_promise_and_one_that_was_set_stands() -> None:
    assert what_and_when("price list mon", None, MONDAY) == ("price list", date(2026, 12, 7))
    assert what_and_when("price list mon", None, None) == ("price list", None)
    assert what_and_when("price list mon", date(2026, 12, 7), MONDAY) == ("price list", date(2026, 12, 7))
    moved = date(2026, 12, 9)
    assert what_and_when("price list mon", moved, MONDAY) == ("price list Monday", moved)


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Needs it by fri.", "Needs it by 4 December."),
        ("She moves tmrw.", "She moves on 1 December."),
        ("She moves tmrw evening.", "She moves on the evening of 1 December."),
        ("He opens next mon.", "He opens on 7 December."),
        ("She will fly on thu.", "She will fly on 3 December."),
        ("She rides every tue.", "She rides every Tuesday."),
        ("She bakes on fridays.", "She bakes on Fridays."),
        ("She bakes on Fridays.", "She bakes on Fridays."),
        ("She bakes on Friday.", "She bakes on Friday."),
        ("She plays next Friday night.", "She plays on the night of 11 December."),
        ("He lives with tomorrow's engineers.", "He lives with tomorrow's engineers."),
        ("It feeds the farmers of tomorrow.", "It feeds the farmers of tomorrow."),
    ],
)
def test_a_note_tells_of_days_to_come_by_their_dates(note: str, told: str) -> None:
    assert with_dates(note, MONDAY) == told
