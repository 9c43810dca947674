"""People: find, read, add, correct, promise, forget, import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import Open
from screen import finish, press, words
from streamlit.testing.v1 import AppTest

from coach.domain.models import Channel, Commitment, Event, Note, Person
from coach.facade import Coach
from coach.ui import keys
from coach.ui.components import layout
from coach.ui.views import people as people_view


def _open(open_page: Open, person: str) -> AppTest:
    return open_page("people", **{keys.PERSON: person, "people.detail": True})


def test_search_finds_by_organisation(coach: Coach, open_page: Open) -> None:
    known = next(person for person in coach.store.people() if person.organisation)
    app = open_page("people")
    app.text_input[0].set_value(known.organisation).run()
    assert known.name in words(app)


def test_nobody_found_says_what_to_try(coach: Coach, open_page: Open) -> None:
    app = open_page("people")
    next(one for one in app.text_input if one.label == "Search").set_value("zzzzzz").run()
    assert "Nobody fits" in words(app)


def test_a_mistyped_name_finds_its_person_all_the_same(coach: Coach, open_page: Open) -> None:
    coach.add(Person(id="sabine", name="Sabine Krüger"))
    app = open_page("people")
    next(one for one in app.text_input if one.label == "Search").set_value("Kuger").run()
    assert "Nearly that name" in words(app)
    app = press(app, "", key="open-sabine")
    assert app.session_state[keys.PERSON] == "sabine"


def test_a_long_list_is_cut_into_pages(coach: Coach, open_page: Open) -> None:
    coach.add_many(Person(name=f"Person {number:03}") for number in range(60))
    app = open_page("people")
    assert words(app).count('class="portrait"') == people_view.PER_PAGE


def test_a_promise_says_who_promised_and_by_when(coach: Coach, open_page: Open) -> None:
    ines = Person(id="ines", name="Ines Duarte")
    theirs = Commitment(person="ines", by="them", what="intro to the water dept", due=date(2026, 12, 1))
    coach.add_many([ines, Commitment(person="ines", by="me", what="send the checklist"), theirs])
    shown = words(_open(open_page, "ines"))
    assert "You promised" in shown
    assert "Ines promised, by Tue 1 December 2026" in shown
    assert "They did" not in shown


def test_what_to_give_is_looked_for_on_a_persons_page_too(coach: Coach, open_page: Open) -> None:
    coach.add_many([Person(id="ines", name="Ines Duarte"), Note(text="needs a glockenspiel!!", people=("ines",))])
    app = press(_open(open_page, "ines"), "", key="ideas-ines")
    assert "You noted: “needs a glockenspiel!!”. I found nothing to give Ines Duarte" in words(app)
    assert "I found nothing to give" not in words(press(app, "", key="ideas-ines"))


def test_a_person_shows_notes_promises_and_messages(coach: Coach, open_page: Open) -> None:
    due = coach.agenda().of("promise_mine")[0]
    app = _open(open_page, str(due.person_id))
    shown = words(app)
    assert due.title in shown
    assert coach.store.notes(person=due.person_id)[0].text[:40] in shown


def test_a_person_can_be_added(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("people")
    next(one for one in app.text_input if one.label == "Name").set_value("Ana Ruiz")
    next(one for one in app.text_input if one.label == "Cares about").set_value("clocks, rest")
    next(one for one in app.text_input if one.label == "E-mail").set_value("ana@example.org")
    press(app, "Save")
    ana = empty_coach.store.find_person("Ana Ruiz")
    assert ana is not None
    assert ana.cares_about == ("clocks", "rest")
    assert ana.channels[0].value == "ana@example.org"


def test_renaming_to_the_name_of_somebody_else_asks_as_adding_does(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add_many(
        [Person(id="dev", name="Dev Patel"), Person(id="priya", name="Priya Raman", role="hydrologist")]
    )
    app = _open(open_page, "dev")
    next(one for one in app.text_input if one.label == "Name").set_value("Dr. Priya Raman")
    app = press(app, "Save")
    assert "There is somebody of that name: Priya Raman, hydrologist." in words(app)
    assert empty_coach.store.get(Person, "dev").name == "Dev Patel"
    press(app, "Save")
    assert empty_coach.store.get(Person, "dev").name == "Dr. Priya Raman"


def test_saving_somebody_under_their_own_name_asks_nothing(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add_many([Person(id="one", name="Priya Raman"), Person(id="two", name="Priya Raman")])
    app = _open(open_page, "one")
    next(one for one in app.text_input if one.label == "Role").set_value("hydrologist")
    press(app, "Save")
    assert empty_coach.store.get(Person, "one").role == "hydrologist"


@pytest.mark.parametrize(
    ("name", "said"),
    [("Øyvind Dahl, PhD", "ØD"), ("Dr. Ana Ruiz", "AR"), ("Ana Ruiz Jr.", "AR"), ("Ana (Kiln)", "A"), ("Dr.", "D")],
)
def test_initials_are_of_the_name_without_titles_and_degrees(name: str, said: str) -> None:
    assert layout.initials(name) == said


def _typed(app: AppTest, **fields: str) -> AppTest:
    for label, value in fields.items():
        next(one for one in app.text_input if one.label == label.replace("_", "-")).set_value(value)
    return press(app, "Save")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("E_mail", "not-an-email", "cannot be right"),
        ("LinkedIn", "javascript:alert(1)", "is no address at LinkedIn"),
        ("LinkedIn", "https://example.org/in/ana", "is no address at LinkedIn"),
        ("Phone", "🦄 call me", "cannot be right"),
        ("Name", "x" * 600, "The name has 600 characters"),
    ],
)
def test_what_cannot_be_right_about_a_person_is_refused_and_stays(
    empty_coach: Coach, open_page: Open, field: str, value: str, said: str
) -> None:
    app = _typed(open_page("people"), **{"Name": "Ana Ruiz", field: value})
    assert said in words(app)
    assert empty_coach.store.people() == []
    assert next(one for one in app.text_input if one.label == field.replace("_", "-")).value == value


@pytest.mark.parametrize(
    "value", ["linkedin.com/in/ana-ruiz", "ana-ruiz", "in/ana-ruiz", "https://www.linkedin.com/in/ana-ruiz"]
)
def test_a_profile_may_be_written_in_short(empty_coach: Coach, open_page: Open, value: str) -> None:
    _typed(open_page("people"), Name="Ana Ruiz", LinkedIn=value, Phone="+49 30 1234567")
    (ana,) = empty_coach.store.people()
    kept = {one.type: one.value for one in ana.channels}
    assert kept["linkedin"].endswith("linkedin.com/in/ana-ruiz")
    assert kept["linkedin"].startswith("https://")
    assert kept["phone"] == "+49 30 1234567"


def test_somebody_of_a_kept_name_is_added_when_saved_once_more(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add(Person(id="ines", name="Ines Duarte", organisation="Museu"))
    app = _typed(open_page("people"), Name="Ines Duarte")
    assert "There is somebody of that name: Ines Duarte, Museu." in words(app)
    assert len(empty_coach.store.people()) == 1
    press(app, "Save")
    assert len(empty_coach.store.people()) == 2


def test_what_was_there_before_can_be_saved_as_it_is(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add(Person(id="ana", name="Ana Ruiz", channels=(Channel(type="phone", value="ask Bo"),)))
    app = _open(open_page, "ana")
    app = _typed(app, Role="potter")
    ana = empty_coach.store.get(Person, "ana")
    assert (ana.role, ana.channels[0].value) == ("potter", "ask Bo")


def test_a_person_without_a_name_is_refused_with_a_next_step(empty_coach: Coach, open_page: Open) -> None:
    app = press(open_page("people"), "Save")
    assert "The person has no name." in words(app)
    assert not empty_coach.store.people()


def test_a_note_is_added_to_a_person(coach: Coach, open_page: Open) -> None:
    person = coach.store.people()[0]
    app = _open(open_page, person.id)
    next(one for one in app.text_area if one.label == "Add a note").set_value("Likes rye bread.")
    press(app, "Save the note")
    assert "Likes rye bread." in [note.text for note in coach.store.notes(person=person.id)]


def test_forgetting_takes_the_person_out(coach: Coach, open_page: Open) -> None:
    person = coach.store.people()[0]
    app = _open(open_page, person.id)
    press(app, f"Forget {person.name}")
    assert person.id not in [one.id for one in coach.store.people()]
    assert not app.exception


def test_an_unknown_person_is_a_calm_message(coach: Coach, open_page: Open) -> None:
    app = _open(open_page, "nobody-at-all")
    assert [one.value for one in app.toast] == ["What was open here is no longer kept."]


def test_linkedin_contacts_are_previewed_then_saved(empty_coach: Coach, open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(
        "Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ada,Clock,https://www.linkedin.com/in/ada,,Tickton,Watchmaker,14 Jul 2023\n",
        encoding="utf-8",
    )
    app = press(open_page("people"), "Import people")
    next(one for one in app.text_input if one.label.startswith("Or the path")).set_value(str(path)).run()
    assert "1 person" in words(app)
    assert not empty_coach.store.people()
    finish(press(app, "Import"), "import", "people")
    assert [person.name for person in empty_coach.store.people()] == ["Ada Clock"]


def test_a_pasted_list_asks_what_the_columns_are_and_where_they_will_be(coach: Coach, open_page: Open) -> None:
    event = coach.store.events()[0]
    app = press(open_page("people"), "Import people")
    pasted = "Attendee\tEmployer\tShirt\nAda Clock\tTickton\tblue hats\nBo Dial\tTickton\tred hats\n"
    next(one for one in app.text_area if one.label == "Or paste it here").set_value(pasted).run()
    assert "2 people" in words(app)
    next(one for one in app.selectbox if one.label == "What “Shirt” is").set_value("about").run()
    next(one for one in app.selectbox if one.label == "Where will they be?").set_value(event.id).run()
    finish(press(app, "Import"), "import", "people")
    ada = coach.store.find_person("Ada Clock")
    assert ada is not None
    assert (ada.organisation, ada.about, ada.relation) == ("Tickton", "Shirt: blue hats", "prospect")
    assert ada.id in coach.store.get(Event, event.id).attendees


def test_a_chat_asks_who_the_user_is(empty_coach: Coach, open_page: Open) -> None:
    app = press(open_page("people"), "Import people")
    chat = "[14.07.31, 21:03:11] Ana Ruiz: Shall we meet?\n[14.07.31, 21:04:11] Robin: Yes, gladly.\n"
    next(one for one in app.text_area if one.label == "Or paste it here").set_value(chat).run()
    next(one for one in app.selectbox if one.label == "Which of them are you?").set_value("Robin").run()
    finish(press(app, "Import"), "import", "people")
    assert [person.name for person in empty_coach.store.people()] == ["Ana Ruiz"]
    mine = next(note for note in empty_coach.store.notes() if note.text == "Yes, gladly.")
    assert mine.author is None
