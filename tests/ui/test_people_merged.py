"""Two entries for one person: the strip, the two side by side, merging, Undo, parting, and "not the same"."""

from __future__ import annotations

import pytest
from conftest import Open
from screen import press, words

from coach.domain.models import Channel, Note, Person
from coach.facade import Coach
from coach.ui import keys

STRIP = "These may be the same person"


@pytest.fixture
def twice(empty_coach: Coach) -> Coach:
    """Ann, who comes twice."""
    mail = (Channel(type="email", value="ann@example.org"),)
    empty_coach.add_many(
        [
            Person(id="ann", name="Ann Lee", role="baker", channels=mail, how_met="at the mill"),
            Person(
                id="annie", name="Annie Lee", role="miller", channels=mail, how_met="by the river", relation="prospect"
            ),
            Person(id="bob", name="Bob Berg"),
            Note(id="hers", text="She grinds rye.", people=("annie",)),
        ]
    )
    return empty_coach


def test_nobody_alike_no_strip(coach: Coach, open_page: Open) -> None:
    assert STRIP not in words(open_page("people"))


def test_the_strip_names_the_pair_and_why(twice: Coach, open_page: Open) -> None:
    shown = words(open_page("people"))
    assert STRIP in shown
    assert "Ann Lee · Annie Lee" in shown
    assert "the same e-mail address: ann@example.org" in shown


def test_the_chosen_fields_are_kept_and_undo_parts_them(twice: Coach, open_page: Open) -> None:
    before = twice.store.archive.read()
    app = press(open_page("people"), "Compare")
    assert "One person, or two?" in words(app)
    next(one for one in app.radio if one.label == "Role").set_value("other").run()
    press(app, "They are one person")

    one = twice.store.get(Person, "ann")
    assert (one.role, one.how_met) == ("miller", "at the mill\n\nby the river")
    assert twice.store.get(Note, "hers").people == ("ann",)
    assert STRIP not in words(app)

    press(app, "Undo")
    assert twice.store.archive.read() == before
    assert STRIP in words(app)


def test_not_the_same_person_is_asked_once(twice: Coach, open_page: Open) -> None:
    app = press(open_page("people"), "Compare")
    press(app, "Not the same person")
    assert STRIP not in words(app)
    assert len(twice.store.people()) == 3
    assert STRIP not in words(open_page("people"))


def test_a_merged_person_can_be_parted_from_their_page(twice: Coach, open_page: Open) -> None:
    twice.merging.merge("ann", "annie")
    app = open_page("people", **{keys.PERSON: "ann", "people.detail": True})
    assert "Annie Lee" in words(app)
    press(app, "Part them again")
    assert {person.id for person in twice.store.people()} == {"ann", "annie", "bob"}


def test_a_pair_that_is_gone_is_a_calm_message(twice: Coach, open_page: Open) -> None:
    app = open_page("people", **{"people.pair": ("ann", "nobody")})
    assert "One of the two is not here any more." in words(app)
    press(app, "Back to People")
    assert STRIP in words(app)
