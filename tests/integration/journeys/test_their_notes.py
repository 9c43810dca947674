"""A note about several people: each is written to out of what it says of them alone."""

from __future__ import annotations

from conftest import Opener

from coach.domain.evidence import Evidence
from coach.domain.models import Kind, Note, Person
from coach.journeys.their_notes import kept_to_oneself, theirs_alone

TEXT = "Priya hid the report. She cycles to every meeting. Joanna Pike runs a cafe. I felt tired, but Priya woke me up."
BOTH = ("Priya Nair", "Joanna Pike")


def note(text: str = TEXT, names: tuple[str, ...] = BOTH) -> Evidence:
    return Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=text, names=names)


def test_each_gets_what_the_note_says_of_them() -> None:
    [priya] = theirs_alone([note()], Person(id="p", name="Priya Nair"))
    assert priya.text == "Priya hid the report. She cycles to every meeting. I felt tired, but Priya woke me up."
    assert priya.names == ("Priya Nair",)
    [joanna] = theirs_alone([note()], Person(id="j", name="Joanna Pike"))
    assert joanna.text == "Joanna Pike runs a cafe."


def test_a_note_about_one_person_and_anything_else_stay_as_they_are() -> None:
    alone = note(names=("Priya Nair",))
    talk = Evidence(label="T1", source_id="t", kind=Kind.SESSION, text="Talk by both.", names=BOTH)
    assert theirs_alone([alone, talk], Person(id="p", name="Priya Nair")) == [alone, talk]


def test_a_note_that_never_calls_them_by_name_stays_whole() -> None:
    shown = note("Both laughed a lot.", BOTH)
    assert theirs_alone([shown], Person(id="p", name="Priya Nair")) == [shown]


def test_nobody_is_written_what_was_noted_about_somebody_else(opened: Opener) -> None:
    people = [Person(id="priya", name="Priya Nair"), Person(id="joanna", name="Joanna Pike")]
    coach = opened(items=[*people, Note(id="both", text=TEXT, people=("priya", "joanna"))])
    for person, others in (("joanna", ("Priya", "report", "cycle")), ("priya", ("Joanna", "cafe"))):
        version = coach.follow_up(person).current
        assert not any(word in version.text for word in others)
        assert not any(word in one["text"] for one in version.evidence for word in others)


def test_what_another_note_says_openly_is_not_for_oneself_alone() -> None:
    shut = Note(text="Jo looks for a hall. Keep it to yourself. She may leave, don't tell anyone.", people=("jo",))
    openly = Note(text="Jo looks for a hall.", people=("jo",))
    assert "Jo looks for a hall." in kept_to_oneself([shut])
    assert kept_to_oneself([shut, openly]) == ("Keep it to yourself.", "She may leave, don't tell anyone.")
