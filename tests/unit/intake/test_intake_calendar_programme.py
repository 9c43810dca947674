"""A conference's calendar becomes one event with sessions and speakers; a person's own calendar does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import Event, Person
from coach.intake import preview

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "intake"
TALK = (
    "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{name}\r\nDTSTART:{day}T{hour}0000\r\nDTEND:{day}T{end}0000\r\n"
    "{more}END:VEVENT"
)


def talk(number: int, *, day: str = "20260507", hour: int = 9, more: Sequence[str] = ()) -> str:
    lines = "".join(f"{line}\r\n" for line in more)
    return TALK.format(uid=number, name=f"Talk {number}", day=day, hour=f"{hour:02}", end=f"{hour + 1:02}", more=lines)


def read(entries: Sequence[str], *head: str, name: str = "x.ics", one_event: bool | None = None) -> ImportPreview:
    whole = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head, *entries, "END:VCALENDAR", ""])
    return preview("", data=whole.encode(), name=name, choices=Choices(one_event=one_event))


def the_event(found: ImportPreview) -> Event:
    (event,) = (item for item in found.items if isinstance(item, Event))
    return event


def people(found: ImportPreview) -> dict[str, str]:
    return {item.id: item.name for item in found.items if isinstance(item, Person)}


def rooms(count: int) -> list[str]:
    return [talk(number, more=[f"LOCATION:Hall {number % 2}"]) for number in range(count)]


def test_pretalxs_calendar_is_one_event_whose_titles_end_in_the_speakers() -> None:
    found = preview(FIXTURES / "pretalx.ics")
    event, names = the_event(found), people(found)
    assert found.one_event is True
    assert (event.name, event.starts, event.ends) == ("Harbour Conf", date(2026, 5, 7), date(2026, 5, 8))
    assert [(one.title, [names[id] for id in one.speakers], one.room, one.minutes) for one in event.programme] == [
        ("Charts - and how they survive", ["Ida Blum", "Noor Aziz"], "Pier 1", 30),
        ("Engines that wait", ["Wanjirũ Kamau"], "Pier 2", 45),
        ("Closing", [], "Pier 1", 30),
    ]
    first = event.programme[0]
    assert first.starts == datetime(2026, 5, 7, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert first.abstract.startswith("How a small team")
    assert first.url == "https://talks.example.org/harbour-conf/talk/7QWERT/"


def test_scheds_calendar_is_one_event_with_rooms_place_tracks_and_the_speakers_of_the_text() -> None:
    found = preview(FIXTURES / "sched.ics")
    event, names = the_event(found), people(found)
    assert (event.name, event.place) == ("Kiln Days 2026", "Old Brewery, Graz")
    assert [(one.room, one.track, one.tags) for one in event.programme] == [
        ("Hall 1", "WORKSHOPS", ("BEGINNERS",)),
        ("Hall 2", "PANELS", ()),
        ("Court", "BREAKS", ()),
    ]
    assert [[names[id] for id in one.speakers] for one in event.programme] == [
        ["Ida Blum", "Noor Aziz"],
        ["Wei Tang"],
        [],
    ]
    assert [warning.where for warning in found.warnings] == ["times"]


def test_reading_it_twice_gives_the_same_ids() -> None:
    assert preview(FIXTURES / "sched.ics").items == preview(FIXTURES / "sched.ics").items


def test_talks_side_by_side_to_which_nobody_is_invited_are_proposed_as_one_event() -> None:
    found = read(rooms(4), "X-WR-CALNAME:Clock fair")
    assert (found.one_event, the_event(found).name) == (True, "Clock fair")


@pytest.mark.parametrize(
    "entries",
    [
        [talk(number, hour=9 + number) for number in range(4)],
        [talk(number, more=[f"LOCATION:{number}", "ATTENDEE:mailto:a@x.org"]) for number in range(4)],
    ],
    ids=["one after another", "with invitations"],
)
def test_a_week_of_meetings_stays_meetings_unless_it_is_said(entries: list[str]) -> None:
    found = read(entries, "X-WR-CALNAME:ana@x.org")
    assert found.one_event is False
    assert found.counts()["event"] == 4
    one = read(entries, one_event=True, name="my-week.ics")
    assert (the_event(one).name, len(the_event(one).programme)) == ("My Week", 4)


def test_a_conference_can_be_kept_as_events_of_their_own() -> None:
    found = read(rooms(4), one_event=False)
    assert found.one_event is False
    assert found.counts() == {"event": 4}


@pytest.mark.parametrize(
    "entries",
    [
        rooms(3),
        [*rooms(4), talk(9, day="20260517")],
        [*rooms(4), talk(9, more=["RRULE:FREQ=WEEKLY"])],
        [*rooms(4), "BEGIN:VEVENT\r\nUID:9\r\nSUMMARY:Holiday\r\nDTSTART;VALUE=DATE:20260507\r\nEND:VEVENT"],
    ],
    ids=["too few", "too far apart", "one repeats", "one is a whole day"],
)
def test_where_there_is_no_programme_there_is_nothing_to_choose(entries: list[str]) -> None:
    assert read(entries, one_event=True).one_event is None


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (";TZID=Europe/Berlin:20260507T090000", ":20260508T000000"),
        (":20260507T090000", ";TZID=Europe/Berlin:20260508T000000"),
        (":20260507T090000", ":20260508T000000Z"),
    ],
)
def test_an_end_without_the_zone_of_its_start_is_read_in_the_clock_of_the_start(start: str, end: str) -> None:
    entry = f"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dinner\r\nDTSTART{start}\r\nDTEND{end}\r\nEND:VEVENT"
    event = the_event(read([entry]))
    assert (event.starts, event.ends or event.starts) == (date(2026, 5, 7), date(2026, 5, 7))


def test_whoever_an_entry_names_speaks_and_whoever_organises_all_of_them_does_not() -> None:
    host = "ORGANIZER;CN=Clock fair:mailto:team@fair.org"
    own = ["ORGANIZER;CN=Ida Blum:mailto:ida@x.org", "ATTENDEE;CN=Noor Aziz:mailto:noor@x.org"]
    entries = [*(talk(number, more=[host]) for number in range(3)), talk(3, more=own)]
    found = read(entries, one_event=True)
    assert sorted(people(found).values()) == ["Ida Blum", "Noor Aziz"]
    ida = next(item for item in found.items if isinstance(item, Person) and item.name == "Ida Blum")
    assert [(one.type, one.value) for one in ida.channels] == [("email", "ida@x.org")]
    assert [len(one.speakers) for one in the_event(found).programme] == [0, 0, 0, 2]


def test_times_in_utc_are_told_in_the_zone_that_the_calendar_names() -> None:
    entries = [one.replace("0000\r\n", "0000Z\r\n") for one in rooms(4)]
    found = read(entries, "X-WR-TIMEZONE:Asia/Tokyo")
    starts = the_event(found).programme[0].starts
    assert starts is not None
    assert (starts.hour, starts.utcoffset()) == (18, datetime.now(ZoneInfo("Asia/Tokyo")).utcoffset())
    assert found.warnings == ()


CITIES = [
    talk(1, more=["DESCRIPTION:Speaker: Anouk Visser (Waternet)"]),
    talk(2, hour=11, more=["DESCRIPTION:Speaker: Tomáš Novák\\, Klimadata"]),
    talk(3, day="20260508", more=["DESCRIPTION:With Ines Duarte\\, Sabine Krüger and Marek Žák"]),
    talk(4, day="20260508", hour=12, more=["DESCRIPTION:With love"]),
]


def test_speakers_stand_in_brackets_behind_commas_and_after_with() -> None:
    found = read(CITIES, one_event=True)
    assert {item.name: item.organisation for item in found.items if isinstance(item, Person)} == {
        "Anouk Visser": "Waternet",
        "Tomáš Novák": "Klimadata",
        "Ines Duarte": "",
        "Sabine Krüger": "",
        "Marek Žák": "",
    }
    assert [len(one.speakers) for one in the_event(found).programme] == [1, 1, 3, 0]


@pytest.mark.parametrize(
    "name", ["Data for Cities 2026 Programme", "Flood Conference", "Tagungsprogramm", "Jahreskonferenz"]
)
def test_a_calendar_that_calls_itself_a_programme_is_proposed_as_one(name: str) -> None:
    assert read([talk(number, hour=8 + number) for number in range(4)], f"X-WR-CALNAME:{name}").one_event is True


def two_days(*more: str) -> list[str]:
    return [talk(number, day=day, hour=8 + number, more=more) for day in ("20260507", "20260508") for number in (1, 2)]


@pytest.mark.parametrize("head", ["X-WR-CALNAME:Data for Cities 2026 Programme", "NAME:Data for Cities 2026 Programme"])
@pytest.mark.parametrize("more", [(), ("LOCATION:Hall 1",), ("ORGANIZER:mailto:org@x.org",)])
def test_two_days_of_a_programme_are_proposed_as_one_event(head: str, more: tuple[str, ...]) -> None:
    found = read(two_days(*more), head)
    assert (found.one_event, the_event(found).name) == (True, "Data for Cities 2026 Programme")


def test_a_programme_may_invite_its_speakers_but_not_one_and_the_same_to_most() -> None:
    invited = [talk(n, hour=8 + n, more=[f"ATTENDEE;CN=Bo {n}:mailto:bo{n}@x.org"]) for n in range(4)]
    assert read(invited, "X-WR-CALNAME:Flood Conference").one_event is True


@pytest.mark.parametrize("place", ["Messe", "Hall {n}, Messe Wien, Vienna"])
def test_a_name_with_a_year_in_one_place_is_an_events(place: str) -> None:
    entries = [talk(n, hour=8 + n, more=[f"LOCATION:{place.format(n=n)}"]) for n in range(4)]
    assert read(entries, "X-WR-CALNAME:Data for Cities 2026").one_event is True
    assert read(entries, "X-WR-CALNAME:Work 2026").one_event is False
    assert read(entries, "X-WR-CALNAME:Data for Cities").one_event is False
    assert read(two_days(), "X-WR-CALNAME:Data for Cities 2026").one_event is False


@pytest.mark.parametrize("name", ["Training programme", "Conference calls", "Fitnessprogramm", "My programme"])
def test_four_meetings_on_days_of_their_own_are_no_programme(name: str) -> None:
    week = [talk(number, day=f"2026050{number}") for number in (4, 5, 7, 8)]
    assert read(week, f"X-WR-CALNAME:{name}").one_event is False


def test_entries_of_which_most_name_speakers_are_proposed_as_one_programme() -> None:
    named = [talk(number, hour=8 + number, more=["DESCRIPTION:Speaker: Ana Ruiz"]) for number in range(3)]
    assert read([*named, talk(9, hour=15)]).one_event is True


@pytest.mark.parametrize("name", ["Maren", "Work", "maren@example.org", "Training"])
def test_a_calendar_of_ones_own_stays_many_events(name: str) -> None:
    assert read([talk(number, hour=8 + number) for number in range(4)], f"X-WR-CALNAME:{name}").one_event is False
    guests = [talk(number, hour=8 + number, more=["ATTENDEE;CN=Bo:mailto:bo@x.org"]) for number in range(4)]
    assert read(guests, "X-WR-CALNAME:Programme").one_event is False


def test_entries_for_a_chosen_event_are_its_programme() -> None:
    whole = "\r\n".join(
        ["BEGIN:VCALENDAR", *(talk(number, hour=8 + number) for number in range(4)), "END:VCALENDAR", ""]
    )
    found = preview("", data=whole.encode(), name="x.ics", choices=Choices(event="e"))
    assert (found.one_event, found.event) == (True, "e")
    apart = preview("", data=whole.encode(), name="x.ics", choices=Choices(event="e", one_event=False))
    assert (apart.one_event, apart.event) == (False, None)
