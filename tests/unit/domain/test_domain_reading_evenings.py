"""Whole evenings as people note them: whom they met, who was only spoken of, who promised what to whom."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach.domain.capture import CaptureProposal, FoundPerson
from coach.domain.models import Capture
from coach.domain.naming import work_parts
from coach.domain.reading import may_be_an_organisation, named_people
from coach.domain.reading.given import is_given, sex_of
from coach.journeys.capture import read_by_rule

TODAY = date(2026, 11, 29)


def read(text: str) -> CaptureProposal:
    return read_by_rule(Capture(text=text, at=datetime(2026, 11, 29, 21, tzinfo=UTC)), [], TODAY)


def met(text: str) -> list[str]:
    return [one.name for one in read(text).people if one.accepted]


def person(text: str, name: str) -> FoundPerson:
    return next(one for one in read(text).people if one.name == name)


def promised(text: str) -> list[tuple[str, str, str]]:
    return [(one.by, one.person, one.what) for one in read(text).commitments]


# ------------------------------------------------------------------ who was met
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("New: Mr. Takeda, retired surgeon.", ["Mr. Takeda"]),
        ("kurz notiert: thomas brandt (caritas), braucht dringend winterjacken für männer.", ["Thomas Brandt"]),
        ("Neu: Lena und Jonas, gerade eingezogen, erwarten im März ein Kind.", ["Lena", "Jonas"]),
        ("maria k from N26: fraud detection", ["Maria K"]),
        ("the organiser, tobias, needs a venue for march", ["Tobias"]),
        ("New tenor, Gwilym, farmer, could sing the roof off.", ["Gwilym"]),
        ("Pat from the altos is moving to Cork in spring.", ["Pat"]),
        ("Old Mrs. Patterson brought pie.", ["Mrs. Patterson"]),
        ("Chatted with Zoe's mum Helen at the gate.", ["Helen"]),
        ("Anita P / Code Club London / needs mentors for 3 schools\nLunch was cold.\nLeft early.", ["Anita P"]),
        ("Met Yusuf. He's finally got a deal w/ Faber.", ["Yusuf"]),
        ("Met Rohan, he is hiring. I thought of Jess. Ask Jess first.", ["Rohan"]),
        ("met anita sharma. she wants to try our app with 6 testers.", ["Anita Sharma"]),
        ("ABC summer conf / quick\nMet Ann Lee.\nLong day.", ["Ann Lee"]),
        ("Olaf grillt wie immer. Ihm schulde ich noch 20 Euro.", ["Olaf"]),
        ("Hannah Pryce (Hill Top farm, organic dairy) was there.", ["Hannah Pryce"]),
        ("Rory the security guard has worked there for 31 years.", ["Rory"]),
        ("Two ladies from the museum, Joan and Dilys, want a talk on dyes.", ["Joan", "Dilys"]),
        ("Marcus read from his memoir. Silence in the room.", ["Marcus"]),
        ("met my hero Guido, selfie, that's all", ["Guido"]),
        ("omg Tosin's piece about his radio. I cried.", ["Tosin"]),
        ("Noor Haddad, Saltwell, desalination with waste heat.", ["Noor Haddad"]),
        ("Hugo from the bank. tall, Dutch. wants our deck.", ["Hugo"]),
        ("Herr Brandt sammelt das Geld für die Klassenfahrt ein.", ["Herr Brandt"]),
        ("Die neue Hausmeisterin heißt Jolanta, kommt aus Łódź.", ["Jolanta"]),
        ("meetup was loud. met ravi (backend dev), he's fed up", ["Ravi"]),
        ("J.P. Oyelaran → ex-banker → 3 kids\nGuillermo → insurance broker", ["J.P. Oyelaran", "Guillermo"]),
        ("Ignatius (Iggy) - curator at the Tin Museum. Iggy hid poems.", ["Ignatius"]),
        ("On my other side sat Kwabena Osei, a postdoc at Leiden University.", ["Kwabena Osei"]),
        ("Met Ngozi at tea. Her husband Emeka came over.", ["Ngozi", "Emeka"]),
        (
            "Mit Obioma, Altenpfleger im Haus Abendruh, habe ich über Besuche gesprochen. Er war sehr nett.",
            ["Obioma"],
        ),
        ("Fr. Dr. Hülya Sarıkaya, Schulleiterin Gesamtschule Nord, will eine Küche.", ["Hülya Sarıkaya"]),
        ("Lothar gave the talk. Young chap Dafydd, 19, blames himself.", ["Lothar", "Dafydd"]),
        ("- Chi (they/them), illustrator, does our zine for cost\n- Greg – PM, Monzo", ["Chi", "Greg"]),
        ("Present: Rev. Obi, Margaret, me. Afterwards Margaret told me a story.", ["Rev. Obi", "Margaret"]),
        (
            "Dafür lange mit ihrem Galeristen, Herrn Pototschnik aus Klagenfurt. Ich gebe ihm die Nummer.",
            ["Herr Pototschnik"],
        ),
    ],
)
def test_who_was_met(text: str, names: list[str]) -> None:
    assert met(text) == names


def test_given_names_of_many_lands_are_known_and_words_are_not() -> None:
    assert all(map(is_given, ("anita", "piotr", "chiara", "wei", "keisha", "tobias")))
    assert not any(map(is_given, ("app", "uni", "love", "tea", "siemens")))
    assert (sex_of("Chiara"), sex_of("Piotr"), sex_of("Kim"), sex_of("Xyzzy")) == ("f", "m", "", "")


# ------------------------------------------------------------------ of whom a sentence tells
@pytest.mark.parametrize(
    ("text", "name", "fact"),
    [
        ("Mr. Takeda, retired surgeon. Makes paper cranes.", "Mr. Takeda", "Makes paper cranes."),
        ("Met Ann Lee, farmer. Would like to visit us in spring.", "Ann Lee", "Would like to visit us in spring."),
        (
            "Met Petra Holm, she drives. I said I'd ask my cousin Mats, he has a garage. She told me about a boy.",
            "Petra Holm",
            "She told me about a boy.",
        ),
        (
            "Met Keisha from the garden, she wants bins. Dave said he has two. I'll tell her.",
            "Keisha",
            "I'll tell her.",
        ),
        (
            "Met Captain Reyes, her pump is new. Her deputy is Luis Ortega. He wants the form.",
            "Luis Ortega",
            "He wants the form.",
        ),
    ],
)
def test_of_whom_a_sentence_tells(text: str, name: str, fact: str) -> None:
    assert fact in person(text, name).facts


@pytest.mark.parametrize(
    ("text", "name", "fact"),
    [
        (
            "Met Ann Lee, potter. Prices rose a lot this year, they say.",
            "Ann Lee",
            "Prices rose a lot this year, they say.",
        ),
        (
            "- Greg – PM, Monzo\n- someone from BBC, forgot the name. Wants the slides",
            "Greg",
            "Wants the slides",
        ),
        (
            "Jonas B., product guy. Two nurses (Selin and another) tested it. They'd be up for more.",
            "Jonas B",
            "They'd be up for more.",
        ),
        (
            "1. Amara Nwosu - lead at Hub\n2. Gave my card to the lady from the chamber, didn't get hers",
            "Amara Nwosu",
            "Gave my card to the lady from the chamber, didn't get hers",
        ),
    ],
)
def test_of_whom_a_sentence_does_not_tell(text: str, name: str, fact: str) -> None:
    assert fact not in person(text, name).facts


@pytest.mark.parametrize(
    ("text", "name", "work"),
    [
        (
            "Met Chiara Lombardi at the fair in Bologna – illustrator, mostly grief.",
            "Chiara Lombardi",
            ("illustrator", ""),
        ),
        ("Dr Shirin Said: accessibility researcher UCL.", "Shirin Said", ("accessibility researcher", "UCL")),
        ("Priyanka D. – VC, fairly pushy.", "Priyanka D", ("VC", "")),
        ("Lunch with Marek & Ioana (both ABB).", "Ioana", ("", "ABB")),
        ("Herr Aydin (Klassenlehrer 4a) wechselt im Sommer.", "Herr Aydin", ("Klassenlehrer 4a", "")),
        ("talked to sven, he's at zalando", "Sven", ("", "zalando")),
        ("Hannah Pryce (Hill Top farm, organic dairy) was there.", "Hannah Pryce", ("organic dairy", "Hill Top farm")),
    ],
)
def test_what_they_do(text: str, name: str, work: tuple[str, str]) -> None:
    found = person(text, name)
    assert (found.role, found.organisation) == work


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        (
            "Mr Hargreaves was there. told me about the winter of 63 when forty sheep had to be dug out by hand.",
            "Mr Hargreaves",
        ),
        (
            "Met Hettie Berg. Hettie told me that on the first night nobody had the key, so she picked the door.",
            "Hettie Berg",
        ),
        (
            "Met Ignatius Lee. His gran hid banned poems in coat linings, he only found out when a button fell.",
            "Ignatius Lee",
        ),
    ],
)
def test_stories_begin_in_many_ways(text: str, teller: str) -> None:
    [story] = read(text).stories
    assert story.heard_from == teller


def test_what_somebody_is_no_fan_of_is_no_interest() -> None:
    assert person("Anneli Koskinen, CTO of Harvest Labs. Not a fan of ROS.", "Anneli Koskinen").cares_about == ()


# ------------------------------------------------------------------ who promised what
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "- Grace Adeyemi: events officer. Said it closes on 15 January. Promised to forward the form.",
            [("them", "Grace Adeyemi", "forward the form")],
        ),
        ("Met Ann Lee, potter. I liked her. Promised to send the slides.", [("me", "Ann Lee", "send the slides")]),
        (
            "Met Rosa Lindqvist. She wants a CD. I know Ben Archer who has a studio, will introduce them.",
            [("me", "Rosa Lindqvist", "introduce Rosa to Ben Archer")],
        ),
        (
            "talked to sven. said i could have his slides, he'll send them.",
            [("them", "Sven", "send his slides")],
        ),
        (
            "Met Petra Holm. She asked about buses. I said I'd ask my cousin Mats, he has a garage.",
            [("me", "Petra Holm", "ask my cousin Mats")],
        ),
        ("Prof. Lindgren was there. Wants lunch, I'm to propose a day.", [("me", "Prof. Lindgren", "propose a day")]),
        (
            "Mit Frau Kowalski geredet. Ich habe gesagt, ich komme am Samstag vorbei.",
            [("me", "Frau Kowalski", "vorbeikommen")],
        ),
        (
            "Mit Hassan geredet, er lernt Koch. Hat mir das Rezept für Ghormeh Sabzi versprochen.",
            [("them", "Hassan", "mir das Rezept für Ghormeh Sabzi")],
        ),
        ("Olaf grillt wie immer. Ihm schulde ich noch 20 Euro.", [("me", "Olaf", "20 Euro")]),
        (
            "- Abena Osei (Head of Risk) wants a group. offered to host the first one in her office.",
            [("them", "Abena Osei", "host the first one in her office")],
        ),
        (
            "Met Hugo from the bank.\nAsk Mina who runs it whether I can bring Tom",
            [("me", "Mina", "Ask Mina who runs it whether I can bring Tom")],
        ),
        ("Met Alex and Jo. Said they could borrow my hoe.", [("me", "Alex", "borrow my hoe")]),
        ("Marco from the bank was there. I said we'd send him the draft.", [("me", "Marco", "send him the draft")]),
        ("Sam Okoro would join if the terms are ok - send termsheet!", [("me", "Sam Okoro", "send termsheet")]),
        (
            "Die neue Hausmeisterin heißt Jolanta. Versprochen, ihr unseren Werkzeugkasten zu bringen.",
            [("me", "Jolanta", "unseren Werkzeugkasten bringen")],
        ),
        (
            "Marta Kowalczyk → CFO @ BalticFreight → needs an auditor → me: send her 2 names",
            [("me", "Marta Kowalczyk", "send her 2 names")],
        ),
        (
            "Tomasz // vet, happy man. will forward the worming schedule by thurs",
            [("them", "Tomasz", "forward the worming schedule")],
        ),
        (
            "Jörn, Dachdecker. Bringt mir bis 3.12. zwei Bänke vorbei",
            [("them", "Jörn", "mir zwei Bänke vorbeibringen")],
        ),
        ("Julien, cello. Paid for my dinner, so I owe him 40 €.", [("me", "Julien", "40 €")]),
        ("Neben Frau Özdemir gesessen. Ich rufe sie am Donnerstag an.", [("me", "Frau Özdemir", "anrufen")]),
    ],
)
def test_who_promised_what(text: str, found: list[tuple[str, str, str]]) -> None:
    assert promised(text) == found


def test_the_day_of_somebodys_shift_is_no_day_to_keep_a_promise_by() -> None:
    [one] = read("Sat beside Father Dominic. I offered to take his Tuesday shifts.").commitments
    assert (one.what, one.due) == ("take his Tuesday shifts", None)


def test_whom_something_is_promised_is_ticked_though_only_spoken_of() -> None:
    text = "Met Captain Reyes, her pump is new. Her deputy is Luis Ortega. He wants the form, I'll email it tonight."
    assert person(text, "Luis Ortega").accepted


@pytest.mark.parametrize(
    "text", ["Aa&D", "A & the", "&", "Bo & I", "J.P.", "K (they/them)", "Zoe's", "heißt", "Mit ,", "- will "]
)
def test_odd_ends_of_notes_are_read_without_a_fault(text: str) -> None:
    assert read(text).capture_id
    assert read(f"Met Ann Lee. {text}").people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mrs Okonjo-Bell off the estate office says the top meadow might come up.", ["Mrs Okonjo-Bell"]),
        ("Marcus STILL has my heat gun.", ["Marcus"]),
        ("Met MRS Fairweather, baker.", ["Mrs Fairweather"]),
        ("4 hrs of powerpoint, 1 good conversation. Met Aïssatou Diallo.", ["Aïssatou Diallo"]),
        ("Betreff: Elternabend\n\nFrau Yıldırım (Klassenlehrerin) war da.", ["Frau Yıldırım"]),
        ("Mein Eindruck: Die Pitches waren lang.", []),
    ],
)
def test_headings_shouts_and_halves_of_names_are_no_people(text: str, names: list[str]) -> None:
    assert [one.name for one in named_people(text, [])] == names


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Met Ada Li. She will send the mould if I remind her.", "send the mould"),
        ("Met Ada Li, potter. I still owe her for the gate hinges.", "the gate hinges"),
    ],
)
def test_a_promise_is_what_stands_before_its_condition(text: str, what: str) -> None:
    noted = Capture(id="c", text=text, at=datetime(2026, 11, 30, 21, tzinfo=UTC))
    assert [one.what for one in read_by_rule(noted, [], date(2026, 11, 30)).commitments] == [what]


# ------------------------------------------------------------------ the next of a list
@pytest.mark.parametrize(
    ("notes", "name", "role"),
    [
        ("Met Ana Ruiz, baker. And Jun Park, student, no card.", "Jun Park", "student"),
        ("Jun Park, student, no card.", "Jun Park", "student"),
        ("May Wong, nurse", "May Wong", "nurse"),
        ("And Tom Reed, student, no card.", "Tom Reed", "student"),
        ("And Mei from Harbour, no card.", "Mei", ""),
        ("Und Anna Berg, Studentin, keine Karte.", "Anna Berg", "Studentin"),
    ],
)
def test_the_next_of_a_list_was_met_too(notes: str, name: str, role: str) -> None:
    found = next(one for one in read(notes).people if one.name == name)
    assert (found.role, found.accepted) == (role, True)


@pytest.mark.parametrize(
    "notes", ["1 Jun Park opening", "And May Park opens, student night", "Und Frische Luft, bitte."]
)
def test_a_month_before_a_word_is_nobody(notes: str) -> None:
    assert read(notes).people == ()


def test_the_brother_named_behind_and_is_only_spoken_of() -> None:
    assert [one.accepted for one in read("And Tom, her brother, came.").people] == [False]


@pytest.mark.parametrize("before", ["", "Und ", "Aber ", "Met Ana Ruiz, baker at Kiln. We talked of glaze. Und "])
@pytest.mark.parametrize("name", ["Jörg Maler", "Jürgen Kohl", "Joerg Maler"])
def test_what_somebody_owes_in_german_is_theirs_and_the_thing_alone(before: str, name: str) -> None:
    (promise,) = read(f"{before}{name} schuldet mir ein Buch.").commitments
    assert (promise.by, promise.person, promise.what) == ("them", name, "ein Buch")


def test_a_house_without_a_name_is_in_the_role_alone() -> None:
    (elif_,) = read("Elif Kaya runs a repair café.").people
    assert (elif_.role, elif_.organisation) == ("runs a repair café", "")
    assert work_parts("runs the soup kitchen", "soup kitchen") == ("runs the soup kitchen",)
    assert work_parts("cook", "Soup") == ("cook", "Soup")


def test_the_town_that_somebody_moved_to_is_no_organisation() -> None:
    told = "Greta moved to Malmö."
    assert not may_be_an_organisation("Malmö", told)
    assert may_be_an_organisation("Kiln", "Greta moved to Kiln in May.")
