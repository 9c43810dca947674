"""Notes typed in haste on the way home: short forms, small letters, two people by one name, and who did not come."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach.domain.capture import CaptureProposal, FoundPerson
from coach.domain.models import Capture, Person
from coach.domain.reading import named_people, note_sentences, story_title, unmarked
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


@pytest.mark.parametrize(
    ("entry", "role"),
    [
        ("Tom Hale sells his copper vat, moving to Leeds", ""),
        ("Tom Hale: selling the old van", ""),
        ("Tom Hale sells his copper vat to a museum", ""),
        ("Tom Hale is restoring his grandfather's boat", ""),
        ("Tom Hale - verkauft ihr Boot", ""),
        ("Tom Hale sells her ceramics", "sells her ceramics"),
        ("Tom Hale sells his own honey", "sells his own honey"),
        ("Tom Hale sells glazes at the market", "sells glazes"),
        ("Tom Hale restores old boats", "restores old boats"),
        *((f"Tom Hale, {one} at Loopworks", one) for one in "cto cio ccio cpo chro cmo cxo cdo cro cno cso".split()),
    ],
)
def test_a_thing_sold_once_is_no_trade_and_every_chief_is_a_role(entry: str, role: str) -> None:
    [tom] = read(entry).people
    assert tom.role == role


@pytest.mark.parametrize(
    ("notes", "work"),
    [
        ("Max Held - arzt, charité", ("arzt", "charité")),
        ("Max Held, pflegedirektor charité, mag rudern", ("pflegedirektor", "charité")),
        ("Max Held - Pflegedirektor an der Charité", ("Pflegedirektor", "Charité")),
        ("Max Held, engineer at the nhs", ("engineer", "nhs")),
        ("dana ortiz, ccio at charité. likes chess", ("ccio", "charité")),
        ("dana ortiz, ccio charité berlin, likes chess", ("ccio", "charité")),
        ("Max Held likes his bosch drill, and google things", ("", "")),
    ],
)
def test_a_house_known_by_one_word_needs_no_capital(notes: str, work: tuple[str, str]) -> None:
    [one] = read(notes).people
    assert (one.role, one.organisation) == work


@pytest.mark.parametrize(
    "stranger",
    [
        "some bloke from procurement - send price list mon",
        "Bloke from procurement - send price list mon",
        "a woman from hr: send price list",
        "guy w/ the beard - send price list",
        "Typ vom Einkauf - Preisliste schicken",
    ],
)
def test_a_stranger_is_nobody_and_what_is_owed_to_them_is_not_owed_to_another(stranger: str) -> None:
    found = read(f"Sam Okafor - ops lead at Kilo\n{stranger}")
    assert [one.name for one in found.people] == ["Sam Okafor"]
    assert found.commitments == ()
    assert stranger in found.unread


@pytest.mark.parametrize(
    ("notes", "doctor"),
    [
        ("Sam Okafor - ops lead at Kilo\ndr okafor (tom) - renal\ndr okafor wants the rota paper", "Tom Okafor"),
        ("Sam Okafor - ops lead at Kilo\nTom Okafor, doctor\ndr okafor wants the rota paper", "Tom Okafor"),
        ("Sam Okafor - ops lead at Kilo\nDr. Tom Okafor - renal\nDr. Okafor wants the rota paper", "Tom Okafor"),
        ("Sam Okafor - ops lead at Kilo\ndr okafor, renal, wants the rota paper", "Dr Okafor"),
        ("sam okafor - ops lead at kilo\ndr okafor - renal\ndr okafor wants the rota paper", "Dr Okafor"),
        ("Dr Okafor, renal. Wants the rota paper.\nSam Okafor, ops lead", "Dr Okafor"),
        ("dr sam okafor - renal\ndr okafor, wants the rota paper", "Sam Okafor"),
    ],
)
def test_the_bare_doctor_is_whoever_bears_the_title(notes: str, doctor: str) -> None:
    found = read(notes)
    assert [one.name for one in found.people if any("rota paper" in fact for fact in one.facts)] == [doctor]
    assert not any("okafor" in one.role.casefold() for one in found.people)


def test_the_doctor_whom_you_know_is_meant_and_not_the_other_of_that_name() -> None:
    known = [
        Person(id="s", name="Sam Okafor", organisation="Kilo", role="ops lead"),
        Person(id="t", name="Tom Okafor", organisation="St Thomas", role="renal consultant"),
    ]
    noted = Capture(id="c", text="dr okafor wants the rota paper", at=datetime(2026, 11, 30, 21, tzinfo=UTC))
    assert [one.person_id for one in read_by_rule(noted, known, date(2026, 11, 30)).people] == ["t"]


def test_whoever_did_not_come_is_not_ticked_though_something_is_owed_to_them() -> None:
    found = read("Ben Ito - no show. i promised him the deck\nAda Moss, potter at Kiln. i owe her the map")
    assert {one.name: one.accepted for one in found.people} == {"Ben Ito": False, "Ada Moss": True}
    assert [(one.person, one.accepted) for one in found.commitments] == [("Ben Ito", True), ("Ada Moss", True)]


@pytest.mark.parametrize(
    ("own", "promised"),
    [
        ("me: i said id think abt speaking", []),
        ("me - i'll think about it", []),
        ("me: i'll send the deck by fri", [False]),
        ("myself - said i'd bring the map", [False]),
        ("ich: ich schicke die Folien bis Freitag", [False]),
        ("me: i'll send her the deck by fri", [True]),
        ("me: i promised priya the deck", [True]),
    ],
)
def test_a_line_of_ones_own_promises_only_to_whom_it_names(own: str, promised: list[bool]) -> None:
    found = read(f"Priya Nair - organiser\n{own}\nBen Ito - ops lead at Kilo")
    assert [one.accepted for one in found.commitments if one.quote == own] == promised
    assert promised or own in found.unread


def test_in_a_chat_an_answer_is_for_whoever_spoke_before() -> None:
    found = read("Priya: can you send me the deck?\nme: sure, i'll send it tomorrow")
    assert [(one.person, one.accepted) for one in found.commitments] == [("Priya", True)]


@pytest.mark.parametrize(
    ("story", "title"),
    [
        ("burnt down the shed and rebuilt it with her neighbours in a week", "Ada: the shed"),
        ("lost a whole firing when the power went, and sold the cracked pots", "Ada: a whole firing"),
        ("the night the power went they sang until the mayor came", "Ada: the power"),
        ("wie sie als Kind den Ofen kaputt gemacht hat und dann alles neu bauen musste", "Ada: Ofen"),
        ("she once drove 900 km for one screw because nobody else had it", "She once drove 900 km…"),
    ],
)
def test_a_story_has_a_short_title_that_is_no_copy(story: str, title: str) -> None:
    assert story_title(story, "Ada Moss") == title
