"""Of a note about several people, what is kept to oneself and how to reach somebody is told of the right one alone."""

from __future__ import annotations

import pytest

from coach.domain.models import Note, Person
from coach.journeys import their_notes
from coach.journeys.their_notes import all_is_kept_back, kept_to_oneself, owned, ways_to_reach

EVENING = """met 2 marias!! maria rossi (buyer, eataly turin) wants 40 wheels before xmas, i said id send price list mon
maria rossi from slow food too - diff woman, lectures on raw milk
יוסי כהן from haifa, imports, liked the blue. whatsapp only +972 50 123 4567
- old pierre: retiring, sells his copper vat, 1800 eur. told me in confidence his son doesnt want the dairy
- lena (kühne cooling) -> quote f. cave chiller by 10/12"""
SECRET = "told me in confidence his son doesnt want the dairy"
PHONE = "whatsapp only +972 50 123 4567"


@pytest.fixture(autouse=True)
def _by_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the trained reader: it is told which sentences it would find."""
    monkeypatch.setattr(their_notes, "hushed_in", lambda _text: frozenset())
    monkeypatch.setattr(their_notes, "ways_to_reach_in", lambda text: (PHONE,) if PHONE in text else ())


def _people(*names: str) -> list[Person]:
    return [Person(id=f"p{at}", name=name) for at, name in enumerate(names)]


def _note(text: str, people: list[Person]) -> Note:
    return Note(id="n", text=text, people=tuple(one.id for one in people))


@pytest.mark.parametrize(
    ("name", "kept", "reached"),
    [
        ("Maria Rossi", (), ()),
        ("יוסי כהן", (), (PHONE,)),
        ("Pierre", (SECRET,), ()),
        ("Léna Kühne", (), ()),
    ],
)
def test_hints_show_only_lines_about_that_person(name: str, kept: tuple[str, ...], reached: tuple[str, ...]) -> None:
    people = _people("Maria Rossi", "Maria Rossi", "יוסי כהן", "Pierre", "Léna Kühne")
    [person, *_] = [one for one in people if one.name == name]
    note = _note(EVENING, people)
    assert kept_to_oneself([note], person, people) == kept
    assert ways_to_reach([note], person, people) == reached


def test_lines_about_somebody_who_is_not_kept_as_a_person_are_nobody_elses() -> None:
    people = _people("Maria Rossi", "Lena")
    for person in people:
        assert kept_to_oneself([_note(EVENING, people)], person, people) == ()
        assert ways_to_reach([_note(EVENING, people)], person, people) == ()


def test_another_with_the_same_first_name_is_another() -> None:
    people = _people("Maria Rossi", "Maria Bianchi", "Pierre")
    text = "maria rossi knits\n- maria bianchi lectures. told me in confidence that she is leaving"
    [rossi, bianchi, _] = people
    note = _note(text, people)
    assert kept_to_oneself([note], rossi, people) == ()
    assert "told me in confidence that she is leaving" in kept_to_oneself([note], bianchi, people)


def test_names_in_haste_count_whatever_their_accents_and_case() -> None:
    people = _people("Zoë Brandt", "Pospíšil")
    text = "Pospisil from Brno told me off the record that it closes\nCoffee with zoe, off the record: she resigned"
    [zoe, other] = people
    note = _note(text, people)
    assert kept_to_oneself([note], zoe, people) == ("Coffee with zoe, off the record: she resigned",)
    assert kept_to_oneself([note], other, people) == ("Pospisil from Brno told me off the record that it closes",)


def test_a_note_about_one_person_and_lines_before_any_name_are_shown() -> None:
    people = _people("Maria Rossi", "Pierre")
    text = "Don't mention the merger. Pierre laughed"
    for person in people:
        assert kept_to_oneself([_note(text, people)], person, people) == ("Don't mention the merger.",)
    alone = _note("old pierre was there. told me in confidence that she is leaving", people[:1])
    assert "told me in confidence that she is leaving" in kept_to_oneself([alone], people[0], people)
    assert {owners for _, owners in owned(alone, people)} == {("Maria Rossi",)}


def test_all_is_kept_back_only_where_something_is_noted_and_nothing_of_it_may_be_said() -> None:
    janet, tom = people = _people("Janet", "Tom")
    note = _note("janet epic - told me in confidence that she leaves\ntom likes bikes", people)
    assert all_is_kept_back([note], janet, people)
    assert not all_is_kept_back([note], tom, people)
    assert not all_is_kept_back([], janet, people)
    more = Note(id="m", text="She likes bikes.", people=(janet.id,))
    assert not all_is_kept_back([note, more], janet, people)
