"""Single entries: corrected in their place, deleted with a way back, found again by any word of theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from conftest import Open
from screen import press, words
from streamlit.testing.v1 import AppTest

from coach.domain.models import Commitment, Event, Kind, Note, Person, Rehearsal, Turn
from coach.errors import NotFoundError
from coach.facade import Coach
from coach.ui import keys
from coach.ui.note_text import without_markup

ANA = Person(id="ana", name="Ana Ruiz", organisation="Harbour")
NOTE = Note(id="n1", text="Ana sucht Hochwasserdaten.", people=("ana",))
DIARY = Note(id="n2", text="Too loud, the meetup at the waterworks.")
PROMISE = Commitment(id="c1", person="ana", by="me", what="send the restore checklist")
FAIR = Event(id="fair", name="Fair", starts=date(1850, 1, 1), ends=date(1850, 1, 1), attendees=("ana", "Bo"))


@pytest.fixture
def kept(empty_coach: Coach) -> Coach:
    at_fair = NOTE.model_copy(update={"event": "fair"})
    empty_coach.add_many([ANA, at_fair, DIARY, PROMISE, FAIR])
    return empty_coach


def _person(open_page: Open) -> AppTest:
    return open_page("people", **{keys.PERSON: "ana", "people.detail": True})


def _field(app: AppTest, kind: str, label: str) -> Any:
    return next(one for one in getattr(app, kind) if one.label == label)


def test_a_note_is_deleted_and_comes_back(kept: Coach, open_page: Open) -> None:
    app = press(_person(open_page), "", key="delete-n1")
    assert "The note is deleted." in words(app)
    with pytest.raises(NotFoundError):
        kept.store.get(Note, "n1")
    press(app, "Undo")
    assert kept.store.get(Note, "n1").text == NOTE.text


def test_a_note_is_corrected_in_its_place_and_that_can_be_taken_back(kept: Coach, open_page: Open) -> None:
    app = press(_person(open_page), "", key="correct-n1")
    _field(app, "text_area", "The note").set_value("Ana sucht Pegeldaten.")
    _field(app, "date_input", "Day").set_value(date(2026, 5, 4))
    app = press(app, "Save", key="FormSubmitter:correct.n1.form-Save")
    note = kept.store.get(Note, "n1")
    assert note.text == "Ana sucht Pegeldaten."
    assert note.at is not None
    assert note.at.astimezone().date() == date(2026, 5, 4)
    assert (note.people, note.event) == (("ana",), "fair")
    press(app, "Undo")
    assert kept.store.get(Note, "n1").text == NOTE.text


def test_an_empty_note_is_refused_and_cancel_leaves_it(kept: Coach, open_page: Open) -> None:
    app = press(_person(open_page), "", key="correct-n1")
    _field(app, "text_area", "The note").set_value("")
    app = press(app, "Save", key="FormSubmitter:correct.n1.form-Save")
    assert "it is empty" in words(app)
    app = press(app, "Cancel")
    assert kept.store.get(Note, "n1").text == NOTE.text
    assert NOTE.text in words(app)


def test_a_promise_is_corrected_and_deleted_on_the_persons_page(kept: Coach, open_page: Open) -> None:
    app = press(_person(open_page), "", key="correct-c1")
    app.text_input(key="correct.c1.what").set_value("send the checklist")
    app = press(app, "Save", key="FormSubmitter:correct.c1.form-Save")
    assert kept.store.get(Commitment, "c1").what == "send the checklist"
    app = press(app, "", key="delete-c1")
    assert kept.store.commitments() == []
    press(app, "Undo")
    assert [one.what for one in kept.store.commitments()] == ["send the checklist"]


def test_an_event_is_corrected_and_its_notes_stay_with_it(kept: Coach, open_page: Open) -> None:
    app = press(open_page("prepare"), "", key="correct-fair")
    app.text_input(key="correct.fair.name").set_value("Harbour fair")
    next(one for one in app.date_input if one.key == "correct.fair.starts").set_value(date(2027, 1, 5))
    next(one for one in app.date_input if one.key == "correct.fair.ends").set_value(None)
    next(one for one in app.multiselect if one.label == "Who is there").set_value(["ana"])
    next(one for one in app.text_area if one.key == "correct.fair.who").set_value("Tom Lind, baker")
    press(app, "Save", key="FormSubmitter:correct.fair.form-Save")
    fair = kept.store.get(Event, "fair")
    assert (fair.name, fair.starts, fair.ends) == ("Harbour fair", date(2027, 1, 5), date(2027, 1, 5))
    tom = kept.store.find_person("Tom Lind")
    assert tom is not None
    assert fair.attendees == ("ana", tom.id)
    assert kept.store.get(Note, "n1").event == "fair"


def test_an_event_that_would_end_before_it_starts_stays_as_it_was(kept: Coach, open_page: Open) -> None:
    app = press(open_page("prepare"), "", key="correct-fair")
    next(one for one in app.date_input if one.key == "correct.fair.starts").set_value(date(2027, 1, 5))
    app = press(app, "Save", key="FormSubmitter:correct.fair.form-Save")
    assert 'class="trouble"' in words(app)
    assert kept.store.get(Event, "fair").starts == FAIR.starts


def test_an_event_is_deleted_and_comes_back_with_what_pointed_to_it(kept: Coach, open_page: Open) -> None:
    app = press(press(open_page("prepare"), "", key="correct-fair"), "Delete the event")
    assert kept.store.events() == []
    assert kept.store.get(Note, "n1").event is None
    assert not app.exception
    press(app, "Undo")
    assert kept.store.get(Event, "fair").attendees == FAIR.attendees
    assert kept.store.get(Note, "n1").event == "fair"


def test_a_challenge_is_deleted_from_the_list_and_from_its_page(kept: Coach, open_page: Open) -> None:
    first, second = kept.clinic.describe("asdf"), kept.clinic.describe("🦄🦄🦄")
    app = press(open_page("clinic"), "", key=f"delete-{first.id}")
    app = press(app, "", key=f"open-challenge-{second.id}")
    app = press(app, "", key=f"delete-{second.id}")
    assert kept.clinic.challenges() == []
    press(app, "Undo")
    assert [one.text for one in kept.clinic.challenges()] == ["🦄🦄🦄"]


def test_all_challenges_can_be_reached(kept: Coach, open_page: Open) -> None:
    for number in range(9):
        kept.clinic.describe(f"Challenge number {number}")
    app = press(open_page("clinic"), "and 4 more")
    assert all(f"Challenge number {number}" in words(app) for number in range(9))


def test_a_rehearsal_is_deleted_from_the_list_and_from_its_page(kept: Coach, open_page: Open) -> None:
    begun = kept.rehearsals.begin(person="ana")
    kept.store.save([begun.model_copy(update={"turns": (Turn(by="me", text="Hello!"),)})])
    app = press(open_page("rehearse"), "", key=f"delete-{begun.id}")
    assert kept.store.rehearsals() == []
    app = press(app, "Undo")
    assert kept.store.get(Rehearsal, begun.id).turns[0].text == "Hello!"
    press(press(app, "Go on"), "", key=f"delete-{begun.id}")
    assert kept.store.rehearsals() == []


def test_whoever_is_forgotten_does_not_come_back_by_undo(kept: Coach, open_page: Open) -> None:
    app = press(_person(open_page), "", key="delete-n1")
    app = press(app, "Forget Ana Ruiz")
    assert "Undo" not in [one.label for one in app.button]
    assert kept.store.notes(search="Ana") == []


# ------------------------------------------------------------------------------------------------- finding again
def _search(open_page: Open, text: str) -> AppTest:
    app = open_page("people")
    return _field(app, "text_input", "Search").set_value(text).run()


@pytest.mark.parametrize("typed", ["hochwasser", "HOCHWASSERDATEN", "daten ana", "Ana Ruiz"])
def test_a_search_finds_notes_by_any_part_of_their_words(kept: Coach, open_page: Open, typed: str) -> None:
    kept.add(Note(id="n3", text="Lunch with Ana Ruiz.", people=("ana",)))
    shown = words(_search(open_page, typed))
    assert ("Lunch with" if typed == "Ana Ruiz" else NOTE.text) in shown
    assert "Nothing says" not in shown


def test_a_note_about_nobody_is_found_and_deleted_where_it_is_found(kept: Coach, open_page: Open) -> None:
    app = _search(open_page, "waterworks")
    assert DIARY.text in words(app)
    assert "about nobody in particular" in words(app)
    press(app, "", key="delete-n2")
    assert [one.id for one in kept.store.notes(search="waterworks")] == []


def test_where_nothing_says_it_that_is_said(kept: Coach, open_page: Open) -> None:
    shown = words(_search(open_page, "zzzzzz"))
    assert "Nobody fits" in shown
    assert "Nothing says “zzzzzz” in these words. Nearest to it:" in shown


def test_a_promise_that_is_found_leads_to_the_person(kept: Coach, open_page: Open) -> None:
    app = press(_search(open_page, "checklist"), "", key="found-open-c1")
    assert app.query_params["person"] == "ana"
    assert PROMISE.what in words(app)


def test_a_promise_of_somebody_who_is_not_kept_is_found_and_leads_to_today(kept: Coach, open_page: Open) -> None:
    kept.add(Commitment(id="c2", person="Bo", by="them", what="lend me the ladder"))
    app = press(_search(open_page, "ladder"), "", key="found-open-c2")
    assert 'class="trouble"' not in words(app)
    assert "lend me the ladder" in words(app)


def test_notes_are_searched_by_every_word_whatever_their_case(kept: Coach) -> None:
    kept.add(Note(id="n4", text="Übung macht den Meister, 100%."))
    wanted = {"übung": ["n4"], "ÜBUNG meister": ["n4"], "übung loud": [], "100%": ["n4"], "_": []}
    assert {search: [one.id for one in kept.store.notes(search=search)] for search in wanted} == wanted
    assert kept.store.count(Kind.NOTE, search="loud") == 1


# ------------------------------------------------------------------------------------------------- reading
@pytest.mark.parametrize(
    ("kept_as", "shown"),
    [
        ("# Marek Žák\nwith [[Tomáš Novák]]", "Marek Žák\nwith Tomáš Novák"),
        ("[[people/tomas|Tomáš]] and [his page](https://example.org/a)", "Tomáš and his page"),
        ("**Bold**, __strong__, *soft* and _quiet_", "Bold, strong, soft and quiet"),
        ("- [ ] call\n* write\n> said", "• call\n• write\nsaid"),
        ("2 * 3 * 4 = 24, snake_case_name, C# and #berlin", "2 * 3 * 4 = 24, snake_case_name, C# and #berlin"),
        ("-5 degrees; a - b; 5*x*y", "-5 degrees; a - b; 5*x*y"),
        ("[sic] array[0](see there)", "[sic] array[0](see there)"),
    ],
)
def test_markdown_is_read_without_its_signs(kept_as: str, shown: str) -> None:
    assert without_markup(kept_as) == shown


def test_an_imported_note_is_shown_without_its_signs_and_kept_with_them(kept: Coach, open_page: Open) -> None:
    kept.add(Note(id="n5", text="# Ana\nMet [[Tom]].", people=("ana",)))
    shown = words(_person(open_page))
    assert "Ana\nMet Tom." in shown
    assert "[[" not in shown
    assert kept.store.get(Note, "n5").text == "# Ana\nMet [[Tom]]."
