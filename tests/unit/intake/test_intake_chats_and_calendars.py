"""Chats become threads of notes, calendars events with their guests, pasted text whatever it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import cast

import pytest

from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import EVERYDAY, Event, Item, Note, Person
from coach.errors import ImportFileError
from coach.intake import preview, series
from coach.intake.pasted import PASTED

Zipped = Callable[[Mapping[str, bytes | str]], bytes]


def read(data: str | bytes, name: str, **choices: object) -> ImportPreview:
    raw = data.encode() if isinstance(data, str) else data
    return preview("", data=raw, name=name, choices=Choices.model_validate(choices))


def of(found: ImportPreview, kind: type[Item]) -> list[Item]:
    return [item for item in found.items if isinstance(item, kind)]


def notes(found: ImportPreview) -> list[Note]:
    return cast(list[Note], of(found, Note))


def calendar(*events: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""])


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (["[14.07.23, 21:03:11] Ana: hi", "[15.07.23, 09:00:00] Bo: yes"], "2023-07-14 21:03:11"),
        (["7/4/23, 9:03\u202fPM - Ana: hi", "7/14/23, 8:01 AM - Bo: yes"], "2023-07-04 21:03:00"),
        (["4/7/23, 21:03 - Ana: hi", "14/7/23, 8:01 - Bo: yes"], "2023-07-04 21:03:00"),
        (["2023-07-04, 21:03 - Ana: hi", "2023-07-14, 8:01 - Bo: yes"], "2023-07-04 21:03:00"),
    ],
)
def test_whatsapps_dates_are_understood_from_the_whole_file(lines: list[str], at: str) -> None:
    found = read("\n".join(lines), "_chat.txt")
    assert str(notes(found)[0].at) == at


def test_dates_with_dots_are_day_first_without_a_remark() -> None:
    found = read("[03.12.26, 21:03:11] Ana: hi\n[04.12.26, 21:04:00] Bo: yes\n", "_chat.txt")
    assert (str(notes(found)[0].at), found.warnings) == ("2026-12-03 21:03:11", ())
    slashed = read("3/12/26, 21:03 - Ana: hi\n4/12/26, 21:04 - Bo: yes\n", "_chat.txt")
    assert [one.value for one in slashed.warnings] == ["3/12/26"]


def test_whatsapps_own_lines_and_media_are_counted_and_left_out() -> None:
    chat = (
        "[14.07.23, 21:03:10] Crew: \u200eMessages are encrypted.\n[14.07.23, 21:03:11] Ana: hello\nand more\n"
        "\u200e[14.07.23, 21:04:00] Bo: \u200eimage omitted\n14.07.23, 21:05 - Cy joined\n"
    )
    found = read(chat, "_chat.txt")
    assert [note.text for note in notes(found)] == ["hello\nand more"]
    assert len(found.skipped) == 3


def test_a_chat_named_after_one_of_two_says_who_the_user_is_and_grows_without_doubling() -> None:
    lines = "7/14/23, 9:03 PM - Ana Ruiz: hi\n7/14/23, 9:04 PM - Robin: gladly\n"
    found = read(lines, "WhatsApp Chat with Ana Ruiz.txt")
    later = read(lines + "7/15/23, 9:04 PM - Ana Ruiz: ok\n", "WhatsApp Chat with Ana Ruiz (1).txt")
    assert found.me == "Robin"
    assert (notes(found)[1].author, notes(found)[1].people) == (None, ("Ana Ruiz",))
    assert [note.id for note in notes(later)][:2] == [note.id for note in notes(found)]
    assert [note.position for note in notes(later)] == [0, 1, 2]


def test_telegram_and_slack_keep_texts_authors_and_threads(zipped: Zipped) -> None:
    message = {
        "id": 1,
        "type": "message",
        "date": "2023-07-14T21:03:11",
        "from": "Ana",
        "text": ["see ", {"text": "it"}],
    }
    chat = {"name": "Ana", "type": "personal_chat", "id": 7, "messages": [message, {"id": 2, "type": "service"}]}
    assert [(note.text, note.author) for note in notes(read(json.dumps(chat), "result.json"))] == [("see it", "Ana")]
    users = json.dumps([{"id": "U1", "real_name": "Ana"}])
    said = [{"type": "message", "user": "U1", "text": "hi <@U1> <https://x.org|site> &amp; co", "ts": "1689364991.0"}]
    slack = zipped({"users.json": users, "general/2023-07-14.json": json.dumps(said)})
    assert [note.text for note in notes(read(slack, "export.zip"))] == ["hi @Ana site & co"]


def test_linkedins_whole_export_gives_messages_and_knows_the_user(zipped: Zipped) -> None:
    archive = zipped(
        {
            "Profile.csv": "First Name,Last Name\nRobin,Vale\n",
            "messages.csv": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\n"
            "c1,,Ada Clock,https://www.linkedin.com/in/ada,Robin Vale,2023-07-14 21:03:11 UTC,hello,INBOX\n"
            'c1,,Robin Vale,,Ada Clock,2023-07-14 21:05:11 UTC,"<p>hi</p>",INBOX\n'
            "c2,,Shop,,Robin Vale,2023-07-14 21:05:11 UTC,buy,SPAM\n",
        }
    )
    found = read(archive, "Complete_LinkedInDataExport.zip")
    assert found.me == "Robin Vale"
    assert [(note.text, note.author) for note in notes(found)] == [("hello", "Ada Clock"), ("hi", None)]
    assert any("spam" in skip.reason for skip in found.skipped)


def test_a_calendar_keeps_days_guests_and_what_was_said_and_leaves_out_rooms_and_refusals() -> None:
    found = read(
        calendar(
            event(
                "UID:1", "SUMMARY:Dock\r\n  Conf", "DTSTART;VALUE=DATE:20310506", "DTEND;VALUE=DATE:20310508",
                "LOCATION:Hall 1", "DESCRIPTION:Bring rope\\n________________________________\\nJoin here",
                'ATTENDEE;CN="Ruiz, Ana":mailto:ana@x.org', "ATTENDEE:mailto:bo.li@x.org",
                "ATTENDEE;CN=Room 5;CUTYPE=ROOM:mailto:r@x.org", "ATTENDEE;CN=No;PARTSTAT=DECLINED:mailto:no@x.org",
            ),
            event("UID:2", "SUMMARY:Gone", "STATUS:CANCELLED", "DTSTART:20310506T090000Z"),
        ),
        "outlook.ics",
    )  # fmt: skip
    kept = cast(Event, of(found, Event)[0])
    assert (kept.name, kept.starts, kept.ends, kept.about) == (
        "Dock Conf", date(2031, 5, 6), date(2031, 5, 7), "Bring rope",
    )  # fmt: skip
    assert {person.name for person in cast(list[Person], of(found, Person))} == {"Ana Ruiz", "Bo Li"}
    assert sorted(skip.reason for skip in found.skipped)[0] == "A room or a resource is no person."
    assert len(found.skipped) == 3


def test_a_series_becomes_its_next_meeting_in_its_own_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "today", lambda: date(2031, 5, 14))
    weekly = event(
        "UID:1", "SUMMARY:Stand-up", "DTSTART;TZID=Europe/Berlin:20310506T090000", "RRULE:FREQ=WEEKLY",
        "EXDATE;TZID=Europe/Berlin:20310520T090000",
    )  # fmt: skip
    kept = cast(Event, of(read(calendar(weekly), "x.ics"), Event)[0])
    assert (kept.starts, kept.about) == (date(2031, 5, 27), "09:00 (Europe/Berlin)")


def test_a_series_that_is_over_is_said_to_be_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "today", lambda: date(2031, 5, 14))
    over = event("UID:1", "SUMMARY:Old", "DTSTART:20300506T090000", "RRULE:FREQ=WEEKLY;COUNT=3")
    with pytest.raises(ImportFileError, match="over"):
        read(calendar(over), "x.ics")


def test_a_calendar_that_is_cut_off_keeps_its_whole_events() -> None:
    whole = calendar(event("UID:1", "SUMMARY:Dock", "DTSTART:20310506T090000"))
    found = read(whole.replace("END:VCALENDAR", "BEGIN:VEVENT\r\nUID:2\r\nSUMM"), "x.ics")
    assert [cast(Event, item).name for item in found.items] == ["Dock"]
    assert any("cut off" in warning.reason for warning in found.warnings)


def test_pasted_text_is_recognised_as_people_a_schedule_a_table_or_a_note() -> None:
    listed = read("- Ana Ruiz, maintainer, Harbour\n- Bo de la Cruz – CTO at Dock <bo@x.org>\n", PASTED)
    assert [(one.name, one.role, one.organisation) for one in cast(list[Person], listed.items)] == [
        ("Ana Ruiz", "maintainer", "Harbour"),
        ("Bo de la Cruz", "CTO", "Dock"),
    ]
    day = read("DockConf 2031\n6 May 2031\n09:00 Opening\n09:30–10:15 How to dock – Ana Ruiz (Room 1)\n", PASTED)
    sessions = cast(Event, of(day, Event)[0]).programme
    assert [(one.title, one.minutes, one.room) for one in sessions] == [
        ("Opening", None, ""),
        ("How to dock", 45, "Room 1"),
    ]
    assert read("Name\tFirma\nAna Ruiz\tHarbour\n", PASTED).importer == "table"
    assert read("I met Ana Ruiz at the harbour and she was kind.\nWe spoke of boats.", PASTED).importer == "notes"


SCHEDULE = """09:00 Opening keynote – Anouk Visser (Waternet)
10:00 Batteries in the mud – Tomáš Novák, Klimadata (Room 2)
12:00 Lunch (Foyer)
13:00 Panel: who pays – Ines Duarte, Sabine Krüger
14:00 Ana Ruiz: How to dock
15:00 Wrap-up: open questions
16:00 Working with data
16:30 Workshop: Zukunft Wasser
17:00 Arbeiten mit Künstlicher Intelligenz
17:30 Close: Ben Meyer
18:00 Tea with Li Wei
"""


def test_a_pasted_schedule_tells_speakers_from_where_they_work_and_from_rooms() -> None:
    found = read(SCHEDULE, PASTED)
    people = {one.id: one for one in cast(list[Person], of(found, Person))}
    assert [(one.name, one.organisation) for one in people.values()] == [
        ("Anouk Visser", "Waternet"),
        ("Tomáš Novák", "Klimadata"),
        ("Ines Duarte", ""),
        ("Sabine Krüger", ""),
        ("Ana Ruiz", ""),
        ("Ben Meyer", ""),
        ("Li Wei", ""),
    ]
    sessions = cast(Event, of(found, Event)[0]).programme
    assert [(one.title, one.room, [people[id].name for id in one.speakers]) for one in sessions] == [
        ("Opening keynote", "", ["Anouk Visser"]),
        ("Batteries in the mud", "Room 2", ["Tomáš Novák"]),
        ("Lunch", "Foyer", []),
        ("Panel: who pays", "", ["Ines Duarte", "Sabine Krüger"]),
        ("How to dock", "", ["Ana Ruiz"]),
        ("Wrap-up: open questions", "", []),
        ("Working with data", "", []),
        ("Workshop: Zukunft Wasser", "", []),
        ("Arbeiten mit Künstlicher Intelligenz", "", []),
        ("Close", "", ["Ben Meyer"]),
        ("Tea", "", ["Li Wei"]),
    ]


def test_a_schedule_without_a_head_has_no_name_and_the_day_of_the_chosen_event() -> None:
    choices = Choices(event="e", event_day=date(2031, 5, 6))
    found = preview("", data=SCHEDULE.encode(), name=PASTED, choices=choices)
    assert (found.nameless, found.event) == (True, "e")
    event = cast(Event, of(found, Event)[0])
    assert event.starts == date(2031, 5, 6)
    assert event.programme[0].starts == datetime.combine(date(2031, 5, 6), time(9))
    assert not read("DockConf\n" + SCHEDULE, PASTED).nameless


def test_a_day_between_the_times_is_that_of_the_times_below() -> None:
    text = "DockConf\n6 May 2031\n09:00 Opening\n7 May 2031\n09:00 Opening\n10:00 Close\n"
    event = cast(Event, of(read(text, PASTED), Event)[0])
    assert [one.starts.date().day for one in event.programme if one.starts] == [6, 7, 7]
    assert event.ends == date(2031, 5, 7)


@pytest.mark.parametrize(
    ("lines", "everyday"),
    [
        (("SUMMARY:Weekly sync", "RRULE:FREQ=WEEKLY"), True),
        (("SUMMARY:Dentist", "DTEND:20990506T100000", "LOCATION:Main Street 5"), True),
        (("SUMMARY:Call Bo", "DURATION:PT30M", "ATTENDEE;CN=Bo:mailto:bo@x.org"), True),
        (("SUMMARY:Harbour meetup", "DTEND:20990506T120000"), False),
        (("SUMMARY:Harbour meetup", "DTEND:20990506T100000", "URL:https://meetup.example/harbour"), False),
        (("SUMMARY:Harbour meetup", f"DESCRIPTION:{'We show what we built. ' * 10}"), False),
        (("SUMMARY:Dinner", *(f"ATTENDEE;CN=Guest {n}:mailto:g{n}@x.org" for n in range(6))), False),
    ],
)
def test_a_days_business_is_told_from_an_event(
    lines: tuple[str, ...], everyday: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(series, "today", lambda: date(2099, 5, 1))
    (found,) = of(read(calendar(event("UID:1", "DTSTART:20990506T090000", *lines)), "x.ics"), Event)
    assert (cast(Event, found).source == EVERYDAY) is everyday


def test_a_whole_day_is_an_event() -> None:
    (found,) = of(read(calendar(event("UID:1", "DTSTART;VALUE=DATE:20990506", "SUMMARY:DockConf")), "x.ics"), Event)
    assert cast(Event, found).source == "calendar"


DAYS = """Donnerstag, 3. Dezember
9.30 Uhr: Begrüßung (Dr. Sabine Krüger)
10:30 Kaffee
Fr 4 Dez
9:30 Wasser – Sabine Krueger
10:30 Kaffee
"""


def test_the_headings_of_days_are_the_days_of_the_talks_below() -> None:
    found = read(DAYS, PASTED, event="e", event_day=date(2026, 12, 3))
    (day,) = cast(list[Event], of(found, Event))
    assert (found.nameless, found.skipped, found.warnings) == (True, (), ())
    assert [(one.title, str(one.starts)) for one in day.programme] == [
        ("Begrüßung", "2026-12-03 09:30:00"),
        ("Kaffee", "2026-12-03 10:30:00"),
        ("Wasser", "2026-12-04 09:30:00"),
        ("Kaffee", "2026-12-04 10:30:00"),
    ]
    assert [one.name for one in cast(list[Person], of(found, Person))] == ["Sabine Krüger"]


def test_counted_days_need_an_event_and_lose_no_talk_without_one() -> None:
    text = "Water Days\nDay 1\n9:00 Coffee\n10:00 Rivers\n2. Tag\n9:00 Coffee\n10:00 Lakes\n"
    days = cast(Event, of(read(text, PASTED, event="e", event_day=date(2026, 12, 3)), Event)[0])
    assert [str(one.starts)[:13] for one in days.programme] == [
        "2026-12-03 09", "2026-12-03 10", "2026-12-04 09", "2026-12-04 10"
    ]  # fmt: skip
    alone = read(text, PASTED)
    kept = cast(Event, of(alone, Event)[0])
    assert (kept.name, [one.title for one in kept.programme]) == ("Water Days", ["Coffee", "Rivers", "Coffee", "Lakes"])
    assert [one.reason for one in alone.warnings] == ["No day is named; the sessions are kept without their times."]


def test_a_heading_without_its_year_is_read_with_a_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.intake.pasted.today", lambda: date(2026, 11, 30))
    found = read("Thu 3 Dec\n9:00 Coffee\n10:00 Rivers\n", PASTED)
    kept = cast(Event, of(found, Event)[0])
    assert (kept.starts, kept.ends) == (date(2026, 12, 3), date(2026, 12, 3))
    assert [one.reason for one in found.warnings] == ["It names no year; the nearest one is taken."]


def test_what_stands_below_a_time_alone_is_its_talk() -> None:
    text = (
        "Programm\nThursday, 3 December 2026\n09:00 – 09:30\nOpening\nAna Ruiz, Harbour\n\n"
        "09:30 – 10:15\nRivers\nHall 1\n"
        "Friday, 4 December\n10:00\nClosing\n"
    )
    found = read(text, PASTED)
    kept = cast(Event, of(found, Event)[0])
    people = {one.id: one.name for one in cast(list[Person], of(found, Person))}
    assert (found.importer, found.nameless, kept.starts) == ("pasted", True, date(2026, 12, 3))
    assert [(one.title, [people[id] for id in one.speakers], one.minutes, one.room) for one in kept.programme] == [
        ("Opening", ["Ana Ruiz"], 30, ""),
        ("Rivers", [], 45, "Hall 1"),
        ("Closing", [], None, ""),
    ]
    assert str(kept.programme[2].starts) == "2026-12-04 10:00:00"


def test_the_rule_below_a_tables_titles_is_no_row() -> None:
    rows = [
        "| Time | Talk | Speaker |",
        "|----|:----|----|",
        "| 9:00 | Opening | Ana Ruiz |",
        "| 10:00 | Rivers | Bo Li |",
    ]
    found = read("\n".join(rows), PASTED)
    assert [one.title for one in cast(Event, of(found, Event)[0]).programme] == ["Opening", "Rivers"]
    assert [one.name for one in cast(list[Person], of(found, Person))] == ["Ana Ruiz", "Bo Li"]
