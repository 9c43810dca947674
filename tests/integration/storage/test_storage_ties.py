"""Ties: when you were in touch, told by whatever is on record, in a few statements for everybody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from coach.domain.models import Commitment, Draft, DraftVersion, Help, Note, Person, Story, Telling
from coach.storage.store import Store

TODAY = date(2026, 11, 24)
ANA = Person(id="ana", name="Ana Ruiz", cares_about=("clocks",), values=("patience",), cadence_days=30)
BEN = Person(id="ben", name="Ben Okoye")


def _at(days_ago: int) -> datetime:
    return datetime(2026, 11, 24, 12, tzinfo=UTC) - timedelta(days=days_ago)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _sent(days_ago: int) -> Draft:
    version = DraftVersion(number=1, text="Hi.")
    return Draft(purpose="follow_up", person="ana", versions=(version,), status="sent", sent_at=_at(days_ago))


def test_every_sort_of_record_is_a_contact_and_a_day_counts_once(store: Store) -> None:
    store.save(
        [
            ANA,
            BEN,
            Note(text="We spoke.", at=_at(100), people=("ana",)),
            Note(text="And again.", at=_at(100), people=("ana",)),
            Note(text="She said so.", at=_at(80), author="ana"),
            _sent(60),
            Commitment(person="ana", by="me", what="the link", made_on=_ago(1)),
            Help(person="ana", by="them", what="a room", at=_ago(40)),
            Story(title="The bell", told=(Telling(person="ana", at=_ago(30)),)),
        ]
    )
    ties = {tie.id: tie for tie in store.ties(TODAY)}
    contacts = ties["ana"].contacts
    assert contacts is not None
    assert (contacts.days, contacts.first, contacts.last, contacts.last_by) == (5, _ago(100), _ago(30), "story")
    assert contacts.last_sent == _ago(60)
    assert (ties["ana"].received, ties["ana"].i_owe, ties["ana"].interests) == (
        (_ago(40),),
        "the link",
        ("clocks", "patience"),
    )
    assert ties["ben"].contacts is None


def test_what_says_nothing_about_when_is_no_contact(store: Store) -> None:
    store.save(
        [
            ANA,
            Note(text="From a file without a date.", people=("ana",), source="notes/ana.md"),
            Note(text="Tomorrow's plan.", at=_at(-1), people=("ana",)),
            Draft(purpose="follow_up", person="ana", versions=(DraftVersion(number=1, text="Hi."),)),
        ]
    )
    assert store.ties(TODAY)[0].contacts is None


def test_what_was_only_thought_is_no_contact(store: Store) -> None:
    store.save(
        [
            ANA,
            BEN,
            Note(text="Ana and Ben should meet - batteries", at=_at(3), people=("ana", "ben"), source="typed"),
            Note(text="Met Ana. She and Ben should meet.", at=_at(9), people=("ana", "ben")),
        ]
    )
    assert [(tie.contacts.days, tie.contacts.last) for tie in store.ties(TODAY) if tie.contacts] == [(1, _ago(9))] * 2
    assert {meeting.day for meeting in store.meetings(_ago(30), TODAY)} == {_ago(9)}


def test_what_is_merely_typed_in_is_no_contact_unless_it_tells_of_one(store: Store) -> None:
    known = [Note(text=text, people=("ben",), source="typed") for text in ("Likes tea", "Sucht einen Raum.")]
    store.save([ANA, BEN, *known, Note(text="Lunch with Ana.", people=("ana",), source="typed")])
    today = datetime.now(UTC).date()
    contacts = {tie.id: tie.contacts for tie in store.ties(today + timedelta(days=1))}
    assert contacts["ben"] is None
    assert contacts["ana"] is not None
    store.save([Note(text="Likes jam", people=("ben",), source="typed", at=_at(4))])
    (ben,) = store.ties(TODAY, person="ben")
    assert ben.contacts is not None
    assert ben.contacts.last == _ago(4)


def test_any_number_of_notes_may_tell_of_no_contact(store: Store) -> None:
    store.save([ANA, *(Note(text=f"Likes jam no. {one}", people=("ana",)) for one in range(33_000))])
    assert store.ties(TODAY, person="ana")[0].contacts is None


def test_a_note_that_only_knows_the_name_counts_for_whoever_has_it(store: Store) -> None:
    store.save([Note(text="Met Ana Ruiz.", at=_at(9), people=("Ana Ruiz",))])
    store.save([ANA])
    contacts = store.ties(TODAY)[0].contacts
    assert contacts is not None
    assert contacts.last == _ago(9)


def test_kept_promises_are_help_and_dropped_ones_are_nothing(store: Store) -> None:
    store.save(
        [
            ANA,
            Commitment(person="ana", by="me", what="kept", status="kept", due=_ago(3)),
            Commitment(person="ana", by="them", what="dropped", status="dropped", due=_ago(2)),
            Commitment(person="ana", by="them", what="later", due=TODAY + timedelta(days=9)),
            Commitment(person="ana", by="them", what="sooner", due=TODAY + timedelta(days=2)),
        ]
    )
    tie = store.ties(TODAY, person="ana")[0]
    assert (tie.given, tie.received, tie.i_owe, tie.they_owe) == ((_ago(3),), (), "", "sooner")


def test_one_person_alone_is_the_same_as_among_all(store: Store) -> None:
    store.save([ANA, BEN, Note(text="Both.", at=_at(5), people=("ana", "ben")), _sent(2)])
    assert store.ties(TODAY, person="ana") == [tie for tie in store.ties(TODAY) if tie.id == "ana"]
    assert store.ties(TODAY, person="nobody") == []
