"""People as vCard, read again by a parser that is not ours."""

from __future__ import annotations

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.models import Channel, Person
from coach.export.vcard import Version, to_vcards
from coach.intake import preview

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=90).map(str.strip)
LINES = st.lists(TEXT, max_size=3).map("\n".join)
VERSIONS: tuple[Version, ...] = ("4.0", "3.0")
PEOPLE = st.builds(
    Person,
    id=st.text("abc019-", min_size=1, max_size=40),
    name=TEXT.filter(bool),
    also_called=st.lists(TEXT.filter(bool), max_size=2, unique=True),
    role=TEXT,
    organisation=TEXT,
    about=LINES,
    channels=st.lists(
        st.builds(Channel, type=st.sampled_from(["email", "phone"]), value=TEXT.filter(bool)), max_size=3
    ).map(tuple),
)


@pytest.mark.parametrize("version", VERSIONS)
@settings(max_examples=60)
@given(person=PEOPLE)
def test_a_card_says_what_the_person_says(version: Version, person: Person) -> None:
    text = to_vcards([person], version)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    card = vobject.readOne(text)
    assert card.fn.value == person.name
    assert card.uid.value == person.id
    assert getattr(card, "title", None) is None if not person.role else card.title.value == person.role
    assert (card.org.value if person.organisation else []) == ([person.organisation] if person.organisation else [])
    assert (card.note.value if person.about else "") == person.about
    found = [("email", one.value) for one in card.contents.get("email", [])]
    found += [("phone", one.value) for one in card.contents.get("tel", [])]
    assert sorted(found) == sorted((one.type, one.value) for one in person.channels)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_programs_own_reader_gives_the_person_back(version: Version) -> None:
    person = Person(
        name="Zoë Núñez-Łee",
        also_called=("Zo", "Z, the first"),
        role="Head; of bread, rolls",
        organisation="Mill & Söhne, Ltd",
        about="Likes rye.\nFears \\ backslashes; and commas,",
        channels=(
            Channel(type="email", value="zoe@example.org"),
            Channel(type="phone", value="+49 30 1234567"),
            Channel(type="linkedin", value="https://www.linkedin.com/in/zoe"),
            Channel(type="github", value="https://github.com/zoe"),
        ),
    )
    (read,) = preview("people.vcf", data=to_vcards([person], version).encode()).items
    assert isinstance(read, Person)
    assert (read.name, read.role, read.organisation) == (person.name, person.role, person.organisation)
    assert read.about == person.about
    assert set(read.channels) == set(person.channels)


def test_a_value_cannot_add_a_line_of_its_own() -> None:
    person = Person(name="Ann", role="baker\r\nEND:VCARD", channels=(Channel(type="web", value="http://x\r\nTEL:1"),))
    lines = to_vcards([person]).split("\r\n")
    assert lines.count("END:VCARD") == 1
    assert not any(line.startswith("TEL") for line in lines)


@pytest.mark.parametrize(
    ("name", "family", "given", "prefix", "suffix"),
    [
        ("Ana Ruiz", "Ruiz", "Ana", "", ""),
        ("Øyvind Dahl, PhD", "Dahl", "Øyvind", "", "PhD"),
        ("Dr. Anouk van der Berg", "van der Berg", "Anouk", "Dr.", ""),
        ("Anouk Visser (Waternet)", "Visser", "Anouk", "", ""),
        ("Frau Vogel", "Vogel", "", "Frau", ""),
        ("Björk", "Björk", "", "", ""),
    ],
)
def test_the_parts_of_a_name_are_told_apart(name: str, family: str, given: str, prefix: str, suffix: str) -> None:
    card = vobject.readOne(to_vcards([Person(name=name)]))
    parts = card.n.value
    assert (parts.family, parts.given, parts.prefix, parts.suffix) == (family, given, prefix, suffix)
    assert card.fn.value == name
