"""Numbers and days that no note holds but that follow from those it does; and those that do not."""

from __future__ import annotations

import pytest

from coach.domain.grounding import CheckReport, check_draft

BRIEF = {"person": "Ann Lee", "user": "Sam Roe", "event": "Trade Day", "today": "2026-01-28"}


def checked(draft: str, note: str, kind: str = "note") -> CheckReport:
    evidence = [{"label": "N1", "kind": kind, "text": note, "author": None, "at": "2026-01-15"}]
    return check_draft(draft, evidence, BRIEF)


NUMBERS = [
    ("Ann Lee keeps 38 hives and lost 9.", "Your remaining 29 hives", "Your remaining 31 hives"),
    ("Ann Lee wants a van, has raised £7,200 of £18,000.", "The van is £10,800 away.", "The van is £11,800 away."),
    ("Ann Lee wants a van, has raised £7,200 of £18,000.", "You have 40 per cent.", "You have 55 per cent."),
    ("Ann Lee needs 8 cornets repaired, budget £2,400.", "That is £300 a cornet.", "That is £400 a cornet."),
    ("Ann Lee loses about £1,500 a month.", "You lose £18,000 a year.", "You lose £25,000 a year."),
    ("Ann Lee's 1,150 pieces; a third photographed.", "About 380 pieces are done.", "About 600 pieces are done."),
    ("Ann Lee rents drones, £28 per hectare.", "So ten hectares would be £280?", "So ten hectares would be £480?"),
    ("Ann Lee runs 24 boards in parallel.", "Two dozen boards at once!", "Three dozen boards at once!"),
    ("Ann Lee's pilot ends 11 March.", "Six weeks are left of your pilot.", "Eleven weeks are left of your pilot."),
    ("Ann Lee leads a crew of 8.", "You do it with eight people.", "You do it with twelve people."),
    ("Ann Lee's yard: 412 days without an accident.", "By now it is 425 days.", "By now it is 455 days."),
    ("Ann Lee cut pages from 40 a week to 12.", "They fell by 28 a week.", "They fell by 18 a week."),
    ("Ann Lee wants to halve her costs.", "You want to cut costs by 50%.", "You want to cut costs by 30%."),
    ("Ann Lee has built 17 roofs.", "What about roof number eighteen?", "Congratulations on roof number twenty!"),
    (
        "Ann Lee left Delft in 2015, I in 2019.",
        "You left Delft four years before me.",
        "You left Delft nine years before me.",
    ),
    ("Ann Lee's shift begins 9.15 at the desk.", "Your shift begins at 9.15 am.", "Your shift begins at 10.15 am."),
    (
        "Ann Lee's board meets on 9 March. Page due 4 March.",
        "Five days ahead of the meeting.",
        "Nine days ahead of it.",
    ),
    (
        "Ann Lee cut waiting from 5 hours to 3.",
        "You brought waiting down by 2 hours.",
        "You brought waiting down to 2 hours.",
    ),
    ("Ann Lee paid 90,000 euros.", "You paid 90 000 euros.", "You paid 80 000 euros."),
]


@pytest.mark.parametrize(("note", "right", "wrong"), NUMBERS)
def test_what_follows_from_the_notes_is_no_new_number(note: str, right: str, wrong: str) -> None:
    assert not [claim for claim in checked(right, note).claims if claim.verdict in ("unsupported", "contradicted")]
    assert [claim for claim in checked(wrong, note).claims if claim.verdict in ("unsupported", "contradicted")]


DAYS = [
    ("Ann Lee sends the rota by Easter.", "You'll send the rota in early April, before Easter.", "before Christmas"),
    ("Ann Lee's team visits us Easter 2027.", "Your team visits us at Easter 2027.", "next Easter"),
    ("Ann Lee's exam is on 11 february.", "Good luck with your exam on 11 February!", "on 12 February"),
    ("Talked to Ann Lee on Tuesday 20 January.", "We talked on Tuesday of last week.", "on Thursday of last week"),
]


@pytest.mark.parametrize(("note", "right", "wrong"), DAYS)
def test_feasts_and_weekdays_of_a_week_are_days(note: str, right: str, wrong: str) -> None:
    dated = [claim.verdict for claim in checked(right, note).claims if claim.type == "date"]
    assert "supported" in dated
    assert not {"unsupported", "contradicted"} & set(dated)
    draft = f"{right.split(' at ', maxsplit=1)[0].split(' on ', maxsplit=1)[0].split(' in ', maxsplit=1)[0]} {wrong}."
    assert any(claim.verdict in ("unsupported", "contradicted") for claim in checked(draft, note).claims), draft


def test_a_wish_for_a_feast_is_no_date() -> None:
    assert not checked("Happy Easter, Ann!", "Ann Lee runs a club.").claims[1:]
