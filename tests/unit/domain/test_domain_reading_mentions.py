"""Whom rough notes name, however they are typed: who was met, who is only spoken of, and what is nobody."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain import reading
from coach.domain.capture import FoundPerson
from coach.domain.reading.mentions import mentions


def found(text: str) -> dict[str, bool]:
    """Name -> whether it is ticked."""
    return {one.name: one.accepted for one in reading.named_people(text, [])}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1) Noor Haddad, product manager at Greenbyte. She skates.", "Noor Haddad"),
        ("* Teun / Principal Eng / Kestrel -> moving off Redis", "Teun"),
        ("[ ] Yusuf Demir: prof in Ankara", "Yusuf Demir"),
        ("→ Oyelaran Bisi @ Hollin Mill", "Oyelaran Bisi"),
        ("Solveig = crane operator, Dock 4", "Solveig"),
        ("Grace O. - student, looks for an internship", "Grace O"),
        ("Precious Ndlovu runs the clinic", "Precious Ndlovu"),
        ("Océane Marchetti shadow puppets, 35 min show", "Océane Marchetti"),
        ("also: Kenji from NTT wants to visit our lab", "Kenji"),
        ("Pub after. Some guy called Rajesh?? ML engineer.", "Rajesh"),
        ("Marko himself was there too, short hello", "Marko"),
        ("Ran into Sophie Laurent again, she got the promotion!", "Sophie Laurent"),
        ("Yarned for an hour with Trev Hohepa, shearer", "Trev Hohepa"),
        ("person: Bence | role: drone pilot", "Bence"),
        ("Kemal Yilmaz ist Busfahrer und war zum ersten Mal dabei.", "Kemal Yilmaz"),
        ("Danach mit Corinna Lossow, Schulleiterin, kurz über das Essen gesprochen.", "Corinna Lossow"),
        ("Met the new librarian, Sadia. She loves graphic novels.", "Sadia"),
        ("Sat next to a retired bridge engineer, Walter Quist, 81.", "Walter Quist"),
        ("Told Miriam about our calendar trick.", "Miriam"),
    ],
)
def test_somebody_met_is_found_and_ticked(text: str, name: str) -> None:
    assert found(text).get(name) is True


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sat w/ tomasz wilk, backend dev at loopwire. chips were cold", ["Tomasz Wilk"]),
        ("jonas eberle / security analyst / bei kronwerk", ["Jonas Eberle"]),
        ("ran into priya and teo near the exit", ["Priya", "Teo"]),
        ("team = me + priya raman (frontend) + dominik", ["Priya Raman", "Dominik"]),
        ("hackathon done. so tired", []),
        ("his company is called soundpea", []),
    ],
)
def test_names_are_found_in_small_letters(text: str, names: list[str]) -> None:
    assert list(found(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Rosalba & Miguel from the co-op: look for volunteers", ["Rosalba", "Miguel"]),
        ("lunch with the organisers (Pieter, Marloes)", ["Pieter", "Marloes"]),
        ("Talked to Wanjiru Kamau and Peter Odhiambo, co-founders of Mvua", ["Wanjiru Kamau", "Peter Odhiambo"]),
    ],
)
def test_couples_and_lists_are_several_people(text: str, names: list[str]) -> None:
    assert found(text) == dict.fromkeys(names, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Met Noor Haddad. His cofounder Ania handles the design.", "Ania"),
        ("Met Noor Haddad. I said I'd ask Bernd.", "Bernd"),
        ("Met Noor Haddad. I promised her the contact of our tester, Marko, by Friday.", "Marko"),
        ("Met Noor Haddad. Introduce her to Clara.", "Clara"),
    ],
)
def test_whoever_is_only_spoken_of_is_not_ticked(text: str, name: str) -> None:
    assert found(text)[name] is False


@pytest.mark.parametrize(
    "text",
    [
        "Great evening at the Data for Good meetup",
        "PGDay notes",
        "Reps' weekend, Hull",
        "Long day. Knackered, feet gone.",
        "Innungstreffen in der Halle\nes war kalt und die Luft war schlecht",
        "They moved their feature store off Redis and into Kafka",
        "St Alban's Hospice has a choir",
        "Governor was against it",
        "team Brakwater won",
        "Hotel lobby freezing",
    ],
)
def test_headings_places_products_and_moods_are_nobody(text: str) -> None:
    assert found(text) == {}


def test_a_nickname_inside_a_name_is_another_name_of_the_same() -> None:
    text = '* Mohammed "Big Mo" Yusuf = bus driver\n* call Mo on Sunday re minibus'
    [person] = reading.named_people(text, [])
    assert (person.name, person.also_called) == ("Mohammed Yusuf", ("Big Mo", "Mo"))
    assert reading.facts_about(text, [person])["Mohammed Yusuf"][-1] == "call Mo on Sunday re minibus"


def test_the_longest_form_of_a_name_stays_and_whoever_was_met_comes_first() -> None:
    text = "Met Ada Li. I'd ask Bernd.\n- Bernd Kowalski (city office) - knows everyone"
    assert found(text) == {"Ada Li": True, "Bernd Kowalski": True}


def test_where_a_name_stands_is_told_in_characters() -> None:
    text = "Then coffee with Dr. Ada Li, who sings"
    [one] = mentions(text, opens=True)
    assert text[one.start : one.end] == one.name == "Ada Li"


def test_what_a_line_of_a_list_goes_on_to_say_is_about_its_person() -> None:
    text = "- Ada Li / eng / Kestrel. happy to do a call. 42 kids in her class! smart questions!!\n- food: cold"
    people = [FoundPerson(name="Ada Li")]
    told = ("Ada Li / eng / Kestrel.", "happy to do a call.", "42 kids in her class!", "smart questions!!")
    assert reading.facts_about(text, people)["Ada Li"] == told


def test_prose_does_not_go_on_about_somebody_by_itself() -> None:
    people = [FoundPerson(name="Ada Li")]
    assert reading.facts_about("Ada Li lost 40 charts. The soup was good.", people)["Ada Li"] == (
        "Ada Li lost 40 charts.",
    )


def test_an_initial_before_a_colon_speaks_for_the_one_it_can_mean() -> None:
    text = "Ada Li, potter.\nA: never glaze twice\nBo Nilsen, miller.\nB: stones wear out"
    people = [FoundPerson(name="Ada Li"), FoundPerson(name="Bo Nilsen")]
    assert reading.facts_about(text, people)["Bo Nilsen"] == ("Bo Nilsen, miller.", "B: stones wear out")


def test_a_list_falls_into_its_entries_and_prose_into_paragraphs() -> None:
    text = "Meetup\n- Ada Li, potter\n  sings too\n- Bo Ek, miller\n\nIt rained.\nAll day long."
    assert reading.entries_of(text) == [
        "Meetup",
        "- Ada Li, potter\nsings too",
        "- Bo Ek, miller",
        "It rained.\nAll day long.",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Met Mrs. Petrov. Mrs. Petrov bakes.", "Mrs. Petrov"),
        ("Met Dr. Tanaka from Kyoto", "Dr. Tanaka"),
        ("Mit Herrn Klein gesprochen.", "Herr Klein"),
        ("Gestern beim Stammtisch: Frau Dr. Weiß (Chirurgin) getroffen. Sie sucht ein Zimmer.", "Frau Dr. Weiß"),
        ("Met Dr. Aiko Tanaka. Dr. Tanaka paints.", "Aiko Tanaka"),
    ],
)
def test_who_is_known_by_a_family_name_keeps_the_title(text: str, name: str) -> None:
    assert found(text) == {name: True}


def test_a_title_in_small_letters_ends_no_sentence() -> None:
    assert reading.note_sentences("- mrs. petrov bakes. met prof. lindner") == [
        "mrs. petrov bakes.",
        "met prof. lindner",
    ]


def test_german_first_names_are_known_within_a_paragraph() -> None:
    text = "Klassentreffen! Sabine ist jetzt Imkerin in der Eifel. Holger: geschieden, sucht Laufpartner. Kuchen: gut."
    assert found(text) == {"Sabine": True, "Holger": True}


def test_what_a_house_is_called_is_nobody() -> None:
    assert list(found("Lunch with Hans. He moved to a startup called Kalibra.")) == ["Hans"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Met Aiko Tanaka at lunch. Tanaka paints boats.", ("Met Aiko Tanaka at lunch.", "Tanaka paints boats.")),
        ("Met Aiko Tanaka at lunch. Hiro Tanaka paints boats.", ("Met Aiko Tanaka at lunch.",)),
    ],
)
def test_a_family_name_alone_goes_on_about_its_bearer(text: str, facts: tuple[str, ...]) -> None:
    people = reading.named_people(text, [])
    assert reading.facts_about(text, people)["Aiko Tanaka"] == facts


def test_a_day_to_write_is_noted_for_who_has_a_title() -> None:
    text = "- Mr Baraka, carpenter\n- call Baraka again 4 May"
    people = reading.named_people(text, [])
    assert reading.follow_up_dates(reading.sayings(text, people), date(2026, 4, 1)) == {"Mr Baraka": date(2026, 5, 4)}
