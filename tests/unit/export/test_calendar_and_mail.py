"""Dates as a calendar, and a message as a link: read again by others' parsers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from coach.domain.models import Commitment, Event, Person
from coach.export.calendar import to_ics
from coach.export.mail import LONGEST, mail_link

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PEOPLE = [Person(id="ann", name="Ann Lee", follow_up_on=date(2026, 12, 3)), Person(id="bob", name="Bob")]
EVENTS = [
    Event(id="e", name="Dinner; at eight, or so", starts=date(2026, 12, 1), ends=date(2026, 12, 2), place="Köln"),
    Event(id="undated", name="Some day"),
]
PROMISES = [
    Commitment(id="c", person="ann", by="me", what="send seeds", due=date(2026, 12, 24)),
    Commitment(id="t", person="Zoe", by="them", what="a call", due=date(2026, 12, 24)),
    Commitment(id="k", person="ann", by="me", what="kept", due=date(2026, 12, 24), status="kept"),
    Commitment(id="u", person="ann", by="me", what="some day"),
]


def test_dates_are_whole_days_without_alarms() -> None:
    calendar = Calendar.from_ical(to_ics(EVENTS, PEOPLE, PROMISES, now=NOW))
    entries = calendar.walk("VEVENT")
    assert [str(one["summary"]) for one in entries] == [
        "Dinner; at eight, or so",
        "Get in touch with Ann Lee",
        "send seeds (to Ann Lee)",
        "Zoe: a call",
    ]
    dinner = entries[0]
    assert (dinner["dtstart"].dt, dinner["dtend"].dt) == (date(2026, 12, 1), date(2026, 12, 3))
    assert str(dinner["location"]) == "Köln"
    assert entries[1]["dtend"].dt == date(2026, 12, 4)
    assert not calendar.walk("VALARM")
    assert not any(isinstance(one["dtstart"].dt, datetime) for one in entries)


def test_the_same_item_has_the_same_uid_later() -> None:
    def uids(now: datetime) -> list[str]:
        return [str(one["uid"]) for one in Calendar.from_ical(to_ics(EVENTS, PEOPLE, PROMISES, now=now)).walk("VEVENT")]

    assert uids(NOW) == uids(NOW + timedelta(days=400))
    assert len(set(uids(NOW))) == 4


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(str.strip))
def test_odd_names_stay_inside_their_entry(name: str) -> None:
    calendar = Calendar.from_ical(to_ics([Event(name=name, starts=date(2026, 1, 1))], [], [], now=NOW))
    assert len(calendar.walk("VEVENT")) == 1
    assert not calendar.walk("VALARM")


def test_a_message_is_in_the_link_word_for_word() -> None:
    link = mail_link("ann+x@example.org", "Rye & spelt? 100 %", "Hi Ann,\n\nbread = joy; ünïcode 🙂\n")
    assert link.whole
    parts = urlsplit(link.url)
    assert (parts.scheme, parts.path) == ("mailto", "ann%2Bx@example.org")
    fields = parse_qs(parts.query)
    assert fields["subject"] == ["Rye & spelt? 100 %"]
    assert fields["body"] == ["Hi Ann,\r\n\r\nbread = joy; ünïcode 🙂"]


@pytest.mark.parametrize("address", ["a@x.org?bcc=b@y.org", "a@x.org&cc=b@y.org", "a@x.org\r\nBcc: b@y.org"])
def test_an_address_adds_no_header(address: str) -> None:
    link = mail_link(address, "Hi", "Text")
    assert set(parse_qs(urlsplit(link.url).query)) == {"subject", "body"}
    assert "\n" not in link.url


def test_a_long_message_is_left_to_be_copied() -> None:
    link = mail_link("ann@example.org", "Hi", "ü" * 1_000)
    assert not link.whole
    assert link.url == "mailto:ann@example.org?subject=Hi"
    assert len(mail_link("ann@example.org", "Hi", "x" * 1_500).url) <= LONGEST
