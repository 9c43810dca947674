"""Notes typed in haste on the way home: short forms, small letters, two people by one name, and who did not come."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach.domain.capture import CaptureProposal, FoundPerson
from coach.domain.models import Capture, Person
from coach.domain.reading import named_people, note_sentences, unmarked
from coach.journeys.capture import read_by_rule


def read(text: str, *known: str) -> CaptureProposal:
    people = [Person(id=name, name=name) for name in known]
    at = datetime(2026, 11, 30, 21, tzinfo=UTC)
    return read_by_rule(Capture(id="c", text=text, at=at), people, date(2026, 11, 30))


def names(text: str, *known: str) -> list[str]:
    return [one.name for one in read(text, *known).people]


def people(text: str, *known: str) -> dict[str, FoundPerson]:
    return {one.name: one for one in read(text, *known).people}


# ------------------------------------------------------------------ words that are no names
@pytest.mark.parametrize(
    "adverb", ["lang", "kurz", "viel", "gern", "heute", "gestern", "noch", "auch", "schon", "dann"]
)
def test_a_german_adverb_behind_a_name_is_no_surname(adverb: str) -> None:
    assert names(f"mit frau yildiz {adverb} geredet") == ["Frau Yildiz"]


def test_a_surname_that_is_an_adverb_too_stays_before_a_sign() -> None:
    assert names("mit fritz lang (regisseur) geredet") == ["Fritz Lang"]


@pytest.mark.parametrize(
    "word", ["til", "till", "cos", "coz", "tho", "wanna", "def", "prob", "atm", "imo", "lol", "btw"]
)
def test_words_of_a_chat_are_no_names(word: str) -> None:
    assert names(f"met sara kim, hated it {word} she let them shadow a shift") == ["Sara Kim"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("mit frau yildiz lang geredet", "Frau Dr. Yıldız"),
        ("Mit Frau Yildiz lang geredet.", "Frau Dr. Yıldız"),
        ("mit frau yildiz lang geredet, hat ipads", "Dr. Elif Yıldız"),
        ("met ayşe şahin, baker", "Ayşe Şahin"),
        ("met ayse sahin, baker", "Ayşe Şahin"),
    ],
)
def test_turkish_letters_are_known_however_they_are_typed(text: str, known: str) -> None:
    [one] = read(text, known).people
    assert (one.name, one.person_id, one.facts) == (known, known, (text,))


def test_a_title_of_the_other_sex_is_somebody_else() -> None:
    assert names("Frau Vogel war da, wollte Folien.", "Tom Vogel") == ["Frau Vogel"]


# ------------------------------------------------------------------ two by one name
OKAFORS = (
    "dr okafor (tom) = ccio, wants a nurse on the panel. said he'd send me the tor\n"
    "met a Sam Okafor too, pharmacist?? not related lol"
)


@pytest.mark.parametrize(
    ("known", "tom"), [((), "Tom Okafor"), (("Dr Tom Okafor",), "Dr Tom Okafor"), (("Sam Okafor",), "Tom Okafor")]
)
def test_another_first_name_in_brackets_is_another_person(known: tuple[str, ...], tom: str) -> None:
    found = people(OKAFORS, *known)
    assert sorted(found) == sorted([tom, "Sam Okafor"])
    assert found["Sam Okafor"].facts == ("met a Sam Okafor too, pharmacist??",)
    assert (found["Sam Okafor"].role, found["Sam Okafor"].accepted) == ("pharmacist", True)
    assert found[tom].person_id == (tom if tom in known else None)
    assert [(one.person, one.by) for one in read(OKAFORS, *known).commitments] == [(tom, "them")]


MARIAS = (
    "met 2 marias!!\n"
    "maria rossi (buyer, eataly turin) wants samples by march\n"
    "maria rossi from slow food too - diff woman, lectures on raw milk"
)


@pytest.mark.parametrize("known", [(), ("Maria Rossi",)])
def test_two_by_one_name_are_two_where_the_notes_say_so(known: tuple[str, ...]) -> None:
    found = people(MARIAS, *known)
    assert list(found) == ["Maria Rossi", "Maria Rossi (Slow Food)"]
    assert found["Maria Rossi"].facts == ("maria rossi (buyer, eataly turin) wants samples by march",)
    other = found["Maria Rossi (Slow Food)"]
    assert other.facts == ("maria rossi from slow food too - diff woman, lectures on raw milk",)
    assert (other.role, other.organisation, other.person_id) == ("", "Slow Food", None)


@pytest.mark.parametrize(
    "apart", ["different woman", "another one", "not the same", "not related", "andere frau", "a different person"]
)
def test_ways_to_say_that_it_is_another(apart: str) -> None:
    assert names(f"Met Ann Lee, baker.\nMet Ann Lee from Arup, {apart}.") == ["Ann Lee", "Ann Lee (Arup)"]


def test_another_person_wished_for_makes_no_second_one() -> None:
    text = "Met Ann Lee. Ann Lee wants another person on the panel. Ann Lee said the other one was better."
    assert names(text) == ["Ann Lee"]


# ------------------------------------------------------------------ who did not come
@pytest.mark.parametrize(
    "missing",
    ["didnt show", "didn't show up", "didnt come", "wasn't there", "was a no-show", "kam nicht", "war nicht da"],
)
def test_who_did_not_come_was_not_met(missing: str) -> None:
    text = f"anna-lena {missing}, her colleague jonas w. did instead, charité, has slides on downtime drills"
    found = people(text, "Prof. Dr. Anna-Lena Müller")
    missed, came = found["Prof. Dr. Anna-Lena Müller"], found["Jonas W"]
    assert (missed.accepted, missed.facts, missed.role) == (False, (), "")
    assert (came.accepted, came.facts) == (True, (text,))


@pytest.mark.parametrize(
    "text",
    [
        "Met Petra Holm, nurse. Petra didn't show me her slides.",
        "Met Petra Holm, nurse. Petra wasn't in a hurry.",
        "Mit Petra Holm gesprochen. Petra kam nicht dazu, mir die Folien zu geben.",
    ],
)
def test_what_somebody_did_not_do_leaves_them_met(text: str) -> None:
    assert people(text)["Petra Holm"].accepted


# ------------------------------------------------------------------ where a sentence ends
@pytest.mark.parametrize(
    "text",
    [
        "jonas w. did instead",
        "seit sep. ipads in allen 3. klassen",
        "Seit Sep. iPads in allen 3. Klassen",
        "im dez. wieder anrufen",
        "die praxis im 2. stock",
        "hr. schmitz will folien",
        "fr. meier will folien",
    ],
)
def test_a_short_form_ends_no_sentence(text: str) -> None:
    assert note_sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    ["Call him in Nov. Tom agreed.", "met jan. he wants soup", "lost to anna 3. she won", "see plan b. he said ok"],
)
def test_a_full_stop_behind_one_may_end_it(text: str) -> None:
    assert len(note_sentences(text)) == len(("one", "two"))


@pytest.mark.parametrize(
    "text", ["mit hr. schmitz geredet. fr. meier will folien", "Hr. Schmitz war da. Fr. Meier will."]
)
def test_short_titles_stand_before_people(text: str) -> None:
    assert [one.name for one in named_people(text, [])] == ["Hr. Schmitz", "Fr. Meier"]


def test_a_title_is_no_role() -> None:
    [one] = read("Met Anna-Lena Müller (Charité, Berlin).", "Prof. Dr. Anna-Lena Müller").people
    assert (one.role, one.organisation) == ("", "Charité")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("- Ben wants the seed list", "Ben wants the seed list"),
        ("• Ben → seeds\n  – Ada: rota", "Ben → seeds\nAda: rota"),
        ("3) Ben\n[ ] send the map", "Ben\nsend the map"),
        ("~20 people\n- loud", "~20 people\nloud"),
        ("-5 degrees in the hall\nBen - ops lead", "-5 degrees in the hall\nBen - ops lead"),
    ],
)
def test_notes_are_quoted_without_the_marks_of_their_list(text: str, plain: str) -> None:
    assert unmarked(text) == plain
