"""Days named by other days and by feasts, lengths between noted days, and what is told before its time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coach.domain.checking.dates import dates
from coach.domain.checking.quantities import quantities
from coach.domain.checking.tokens import tokenize
from coach.domain.grounding import check_draft

TODAY = date(2026, 4, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on the eve of Pentecost", "2026-05-23", "2026-05-23"),
        ("the Friday after Easter Sunday", "2027-04-02", "2027-04-02"),
        ("two days before Christmas Day", "2026-12-23", "2026-12-23"),
        ("the weekend after 20 July", "2026-07-25", "2026-07-26"),
        ("a week after 20 July", "2026-07-27", "2026-07-27"),
        ("the Saturday before last", "2026-04-11", "2026-04-11"),
        ("the week before last", "2026-04-06", "2026-04-12"),
        ("the Saturday after next", "2026-05-02", "2026-05-02"),
        ("am vorletzten Samstag", "2026-04-11", "2026-04-11"),
        ("three weeks from this Saturday", "2026-05-16", "2026-05-16"),
        ("heute in vierzehn Tagen", "2026-05-06", "2026-05-06"),
        ("heute vor acht Tagen", "2026-04-15", "2026-04-15"),
        ("it is two weeks today since the fair", "2026-04-08", "2026-04-08"),
        ("vom 6.–19. Juli", "2026-07-06", "2026-07-19"),
        ("Wednesday next week", "2026-04-29", "2026-04-29"),
        ("Mittwoch nächster Woche", "2026-04-29", "2026-04-29"),
        ("back by Candlemas", "2027-02-02", "2027-02-02"),
        ("All Saints' Day", "2026-11-01", "2026-11-01"),
        ("in Lent", "2027-02-10", "2027-03-27"),
        ("she came in '58", "1958-01-01", "1958-12-31"),
    ],
)
def test_a_day_is_reckoned(text: str, first: str, last: str) -> None:
    found = dates(tokenize(text), TODAY)
    assert [str(one) for one in found[-1].days[0]] == [first, last]


def test_a_number_beside_a_weekday_is_a_day_of_the_month() -> None:
    found = dates(tokenize("lands Sat 14, flies home Thu 19"), date(2026, 8, 26))
    assert [str(one.days[0][0]) for one in found] == ["2026-11-14", "2026-11-19"]
    assert dates(tokenize("Tues 10-12 in the hall"), TODAY)[0].days[0][0].day != 10


def test_a_fortnight_later_is_reckoned_from_the_day_before_it() -> None:
    found = dates(tokenize("not on 25 April but a fortnight later"), TODAY)
    assert [str(one.days[0][0]) for one in found] == ["2026-04-25", "2026-05-09"]


@pytest.mark.parametrize("text", ["Lent me a book", "Happy Easter", "I met Valentine there", "4 wks from Mon 28 July"])
def test_what_is_no_such_day(text: str) -> None:
    assert not [one for one in dates(tokenize(text), TODAY) if one.first == 0]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("um halb sieben", 390), ("um Viertel nach neun", 555), ("Viertel vor acht", 465), ("18.30 Uhr", 1110)],
)
def test_german_clocks(text: str, minutes: int) -> None:
    assert [one.value for one in quantities(tokenize(text)) if one.kind == "time"] == [minutes]


def _verdicts(draft: str, *notes: tuple[str, str], today: str = "2026-09-03", **brief: str) -> list[str]:
    evidence: list[dict[str, Any]] = [
        {"label": f"N{number}", "kind": "note", "text": text, "author": None, "at": at}
        for number, (at, text) in enumerate(notes, 1)
    ]
    known = {"person": "Marieke de Boer", "user": "Rodrigo Fuentes", "today": today, **brief}
    return [one.verdict for one in check_draft(draft, evidence, known).sentences]


CRANE = (
    "2026-08-26",
    "Marieke, crane driver 2003-2014, full time at the union since 2014. 46, knows the sea since she was 17.",
)
MOVE = (
    "2026-08-26",
    "Her move to Vipava is on 10 October. The wage vote was to be 28 August, put off to 11 September.",
)


@pytest.mark.parametrize(
    "draft",
    [
        "Eleven years in a crane, our members would love to hear about that.",
        "Twelve years with the union!",
        "Twenty-nine years at sea is a long time.",
        "Is the move to Vipava still on for 10 October?",
    ],
)
def test_what_follows_from_noted_years_and_days_is_held(draft: str) -> None:
    assert "contradicted" not in _verdicts(draft, CRANE, MOVE)
    assert "unsupported" not in _verdicts(draft, CRANE, MOVE)


@pytest.mark.parametrize(
    "draft",
    [
        "Nineteen years in a crane, our members would love to hear about that.",
        "I hope the move to Vipava went well.",
        "How was the move to Vipava?",
        "The wage vote is on 28 August, as you said.",
    ],
)
def test_what_does_not_follow_and_what_is_told_before_its_time_is_found(draft: str) -> None:
    assert {"contradicted", "unsupported"} & set(_verdicts(draft, CRANE, MOVE, today="2026-08-27"))


def test_a_promise_told_as_due_on_another_day_is_found() -> None:
    evidence = [
        {
            "label": "C1",
            "kind": "commitment",
            "text": "I owe Carys: handbell music, two carols (by 2025-12-01)",
            "at": "2025-11-08",
        },
        {
            "label": "C2",
            "kind": "commitment",
            "text": "Carys owes me: the list of her learners (by 2025-11-21)",
            "at": "2025-11-08",
        },
    ]
    brief = {"person": "Carys Bevan", "user": "Gethin Pryce", "today": "2025-11-17"}

    def verdict(draft: str) -> str:
        return str(check_draft(draft, evidence, brief).sentences[0].verdict)

    assert verdict("I owe you the two carols by this Friday.") == "contradicted"
    assert verdict("I owe you the two carols by 1 December.") == "supported"


def test_a_meeting_is_of_the_day_that_the_event_bears() -> None:
    note = ("2026-04-19", "Tasting moved to 9 May. Marieke is on the jury.")
    met = ("2026-04-18", "Met Marieke, talked about the bees.")
    for draft, verdict in (
        ("It was good to meet you last Sunday.", "contradicted"),
        ("It was good to meet you last Saturday.", "supported"),
    ):
        found = _verdicts(draft, note, met, today="2026-04-22", event="Open day of the beekeepers, 18 April 2026")
        assert found == [verdict]
