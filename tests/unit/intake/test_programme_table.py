"""A programme as a table: told from a list of people, and read with its days, times, rooms and speakers."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import cast

import openpyxl
import pytest

from coach.domain.models import Event, Person
from coach.errors import ImportFileError
from coach.intake import Choices, ImportPreview, preview

TALKS = """Start,End,Room,Title,Speaker(s),Track
2026-12-03 09:00,2026-12-03 09:45,Hall 1,Opening keynote,Anouk Visser (Waternet),Main
2026-12-03 10:00,2026-12-03 10:45,Hall 2,Batteries in the mud,Tomáš Novák; Priya Raman,Tech
2026-12-04 13:00,2026-12-04 14:00,Hall 1,Panel: who pays,"Ines Duarte, Sabine Krüger & Marek Žák",Main
2026-12-04 12:00,,,Lunch,,
"""


def read(text: str, name: str = "prog.csv", **choices: object) -> ImportPreview:
    return preview("", data=text.encode(), name=name, choices=Choices.model_validate(choices))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(date(2026, 12, 3), time(hour, minute))


def people(found: ImportPreview) -> list[tuple[str, str]]:
    return [(item.name, item.organisation) for item in found.items if isinstance(item, Person)]


def test_a_table_of_talks_is_a_programme_and_each_speaker_a_person() -> None:
    found = read(TALKS)
    assert (found.importer, found.nameless) == ("programme", True)
    assert people(found) == [
        ("Anouk Visser", "Waternet"),
        ("Tomáš Novák", ""),
        ("Priya Raman", ""),
        ("Ines Duarte", ""),
        ("Sabine Krüger", ""),
        ("Marek Žák", ""),
    ]
    event = cast(Event, found.programme())
    assert (event.starts, event.ends) == (date(2026, 12, 3), date(2026, 12, 4))
    first = event.programme[0]
    assert (first.title, first.starts, first.minutes) == ("Opening keynote", at(9), 45)
    assert (first.room, first.track) == ("Hall 1", "Main")
    assert [len(one.speakers) for one in event.programme] == [1, 2, 3, 0]


def test_german_titles_and_times_go_with_the_day_of_the_chosen_event() -> None:
    text = (
        "Zeit;Titel;Referent/in\n9.30 Uhr;Eröffnung;Dr. Sabine Krüger\n14:00;Hochwasser;Ana Ruiz, Stadtwerke Leipzig\n"
    )
    event = cast(Event, read(text, event_day="2026-12-03").programme())
    assert [one.starts for one in event.programme] == [at(9, 30), at(14)]
    assert ("Ana Ruiz", "Stadtwerke Leipzig") in people(read(text))


def test_a_day_goes_on_below_and_halves_of_the_day_are_read() -> None:
    head = "Date\tTime\tTalk\tName\tCompany\n"
    text = head + "3 Dec 2026\t9:00–9:45 AM\tKeynote\tAna Ruiz\tHarbour\n\t2 PM\tClose\tLi Wei\tLoom\n"
    found = read(text, "pasted text")
    event = cast(Event, found.programme())
    assert [(one.starts, one.minutes) for one in event.programme] == [
        (at(9), 45),
        (at(14), None),
    ]
    assert people(found) == [("Ana Ruiz", "Harbour"), ("Li Wei", "Loom")]


def test_a_workbook_of_talks_is_a_programme_too() -> None:
    book = openpyxl.Workbook()
    for row in (("Start", "Title", "Speaker"), (at(9), "Keynote", "Ana Ruiz")):
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    found = preview("", data=data.getvalue(), name="prog.xlsx")
    assert found.importer == "programme"
    assert people(found) == [("Ana Ruiz", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Title,Start date\nAna Ruiz,CTO,2020-01-01\nLi Wei,Dev,2021-01-01\n",
        "First Name,Last Name,Title,Email,Time\nAna,Ruiz,CTO,a@x.org,09:00\n",
        "Name,Title,Company\nAna Ruiz,CTO,Harbour\n",
        "Attendee,Title,Check-in time\nAna Ruiz,CTO,09:00\nLi Wei,Dev,09:10\n",
        "Name,Title,Time\nAna Ruiz,CTO,09:00\nLi Wei,Dev,09:10\n",
    ],
)
def test_a_list_of_people_stays_one(text: str) -> None:
    found = read(text, "list.csv")
    assert found.importer == "table"
    assert "Ana Ruiz" in [name for name, _ in people(found)]


@pytest.mark.parametrize("page", ["<!doctype html><html><body>09:00</body></html>", "<HTML>\n<head></head></HTML>"])
def test_a_web_page_is_said_to_be_pasted_as_text(page: str) -> None:
    with pytest.raises(ImportFileError, match=r"web page.*copy it, and paste the text here"):
        read(page, "p.html")
