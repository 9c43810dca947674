"""Reading rough notes by rule: whom they name, who promised what by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain import reading
from coach.domain.capture import FoundCommitment, FoundPerson
from coach.domain.models import Person
from coach.domain.naming import family_name, sex_by_title
from coach.domain.reading.focus import places_of

TODAY = date(2026, 11, 23)
INES = Person(id="ines", name="Ines Duarte", also_called=("Inês",))
TOMAS = Person(id="tomas", name="Tomas Berg")
BOTH = [FoundPerson(name="Ines Duarte", person_id="ines"), FoundPerson(name="Tomas Berg", person_id="tomas")]


def _promises(text: str, people: Sequence[FoundPerson]) -> list[FoundCommitment]:
    return reading.promises(reading.sayings(text, people), people, TODAY)


def names(text: str, known: tuple[Person, ...] = ()) -> list[str]:
    return [person.name for person in reading.named_people(text, known)]


def test_sentences_end_at_marks_and_lines_and_lose_their_list_marks() -> None:
    text = "- Met Ines. She maps v2.0 charts!\n* second line\n\n• third"
    assert reading.note_sentences(text) == ["Met Ines.", "She maps v2.0 charts!", "second line", "third"]


def test_somebody_known_is_found_by_first_name_whatever_its_case() -> None:
    found = reading.named_people("Ran late. ines showed me charts.", [INES])
    assert [(one.name, one.person_id, one.quote) for one in found] == [
        ("Ines Duarte", "ines", "ines showed me charts.")
    ]


def test_somebody_known_is_found_by_another_name() -> None:
    assert names("Later Inês left.", (INES,)) == ["Ines Duarte"]


@pytest.mark.parametrize("name", ["Will Smith", "May Ling", "Mark Rivers", "Grace Oduya", "Bill Chan"])
def test_a_first_name_that_is_also_a_word_needs_its_capital(name: str) -> None:
    person = Person(id="p", name=name)
    word = name.split(maxsplit=1)[0].casefold()
    assert names(f"I {word} send it to nobody.", (person,)) == []
    assert names(f"Later {name.split(maxsplit=1)[0]} came by.", (person,)) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Met Ines Duarte, she runs the museum", ["Ines Duarte"]),
        ("I talked to Jan van der Berg about maps", ["Jan van der Berg"]),
        ("Sat next to Zoë.", ["Zoë"]),
        ("coffee with Ana-Lucía O’Neill yesterday", ["Ana-Lucía O’Neill"]),
        ("met a man with a red scarf", []),
        ("Met Monday", []),
        ("Met Ines Duarte. Then met Ines again", ["Ines Duarte"]),
        ("spoke with 李雷 about boats", []),
        ("nobody was there", []),
    ],
)
def test_somebody_new_is_found_where_the_notes_say_that_you_met(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("I'll send her my slides by Friday", "me"),
        ("I’ll send her my slides", "me"),
        ("I promised her the fixture", "me"),
        ("I promised to call", "me"),
        ("Promised her my notes on replaying traffic", "me"),
        ("said I could sit in, promised her my notes", "me"),
        ("told Ines I'd read her outline", "me"),
        ("I owe Tomas a coffee", "me"),
        ("She'll introduce me to the librarian", "them"),
        ("He promised to send the form", "them"),
        ("Tomas promised to introduce me to the librarian", "them"),
        ("Tomas Berg promised me a chart", "them"),
        ("Keiko will send me the form", "them"),
        ("Bram owes me an introduction", "them"),
        ("I'll write and she'll answer", None),
        ("We had soup", None),
        ("Ines runs the museum", None),
    ],
)
def test_whose_promise_a_sentence_is(sentence: str, who: str | None) -> None:
    assert reading.whose_promise(sentence) == who


def test_promises_belong_to_who_was_named_last_and_carry_their_date() -> None:
    found = _promises("Ines was there. I'll send her the list by Friday. Tomas will introduce me.", BOTH)
    assert [(one.person, one.by, one.due) for one in found] == [
        ("Ines Duarte", "me", date(2026, 11, 27)),
        ("Tomas Berg", "them", None),
    ]
    assert found[0].what == "send her the list"
    assert found[0].quote == "I'll send her the list by Friday."


def test_a_promise_with_two_names_is_of_the_one_named_first() -> None:
    found = _promises("Tomas will introduce me to Ines.", BOTH)
    assert [one.person for one in found] == ["Tomas Berg"]


def test_a_promise_to_nobody_named_is_not_invented() -> None:
    assert _promises("I'll buy milk tomorrow.", BOTH) == []


def test_the_day_to_be_in_touch_again_is_read_for_the_right_person() -> None:
    text = "Ines showed charts. Tomas told jokes. Write to Ines in two weeks. Call Tomas on Thursday."
    dates = reading.follow_up_dates(reading.sayings(text, BOTH), TODAY)
    assert dates == {"Ines Duarte": date(2026, 12, 7), "Tomas Berg": date(2026, 11, 26)}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Nicht gleich schreiben, erst in zwei Wochen.", date(2026, 12, 7)),
        ("Ihr am Donnerstag schreiben.", date(2026, 11, 26)),
        ("Ich schreibe ihr am Donnerstag.", date(2026, 11, 26)),
        ("In zwei Wochen will sie ein Buch schreiben.", None),
        ("Im Mai wird sie wieder Gedichte schreiben.", None),
    ],
)
def test_german_notes_name_the_day_to_write_again(said: str, day: date | None) -> None:
    dates = reading.follow_up_dates(reading.sayings(f"Mit Ines geredet. {said}", BOTH), TODAY)
    assert dates.get("Ines Duarte") == day


def test_facts_are_the_sentences_word_for_word_and_those_that_go_on() -> None:
    text = "Ines lost 40 charts. She still counts them. The soup was good. Tomas teaches."
    facts = reading.facts_about(text, BOTH)
    assert facts == {
        "Ines Duarte": ("Ines lost 40 charts.", "She still counts them."),
        "Tomas Berg": ("Tomas teaches.",),
    }


WORDS = st.lists(
    st.sampled_from("Ines Tomas I'll she'll promised me send tomorrow . ! met Duarte 李雷 🙂 ... \n - she".split(" ")),
    max_size=40,
).map(" ".join)


@given(text=WORDS | st.text(max_size=120))
def test_whatever_is_read_stands_in_the_notes(text: str) -> None:
    people = reading.named_people(text, [INES, TOMAS])
    for promise in _promises(text, people):
        assert promise.quote in text
        assert promise.person in {person.name for person in people}
    for lines in reading.facts_about(text, people).values():
        assert all(line in text for line in lines)


def test_a_promise_that_the_notes_repeat_is_found_once() -> None:
    text = "Ines promised to send me the list. " * 50
    assert [one.quote for one in _promises(text, BOTH)] == ["Ines promised to send me the list."]


# ------------------------------------------------------------------ rough notes as people type them
def _read(text: str) -> dict[str, FoundPerson]:
    people = reading.named_people(text, [])
    facts = reading.facts_about(text, people)
    return {one.name: reading.with_work(one, facts[one.name] or [one.quote]) for one in people}


def _promised(text: str) -> list[tuple[str, str, str, date | None]]:
    found = _promises(text, reading.named_people(text, []))
    return [(one.by, one.person, one.what, one.due) for one in found]


@pytest.mark.parametrize(
    ("text", "name", "role", "organisation", "cares"),
    [
        ("met Priya Raman from Lumen. she runs the data team", "Priya Raman", "runs the data team", "Lumen", ()),
        ("Jonas - freelance, used to be at Zalando", "Jonas", "freelance", "", ()),
        ("- Dr. Ai Tanaka (Kyoto Univ), robotics, worried abt dust", "Ai Tanaka", "robotics", "Kyoto Univ", ("dust",)),
        ("- Sam, the guy with the red hat, organises the Leeds meetup.", "Sam", "organises the Leeds meetup", "", ()),
        ("lunch w/ Ana Reis: teacher turned dev, first job at Okapi", "Ana Reis", "teacher turned dev", "Okapi", ()),
        ("Ben Okafor (teacher, Lagos) - knows everyone", "Ben Okafor", "teacher", "", ()),
        ("Bumped into old colleague Henrik Lund - now head of QA at Norda.", "Henrik Lund", "head of QA", "Norda", ()),
        ("Coffee with Marta Silva. She is an engineer at Arup.", "Marta Silva", "engineer", "Arup", ()),
        ("Talked to Nadia. She used to bake before she became a nurse.", "Nadia", "nurse", "", ()),
        ("Talked to Nadia. She loves long walks and hates talk.", "Nadia", "", "", ("long walks",)),
        ("Gespräch mit Jens Petersen: er leitet die Werkstatt.", "Jens Petersen", "leitet die Werkstatt", "", ()),
        ("Mit Katrin Vogel (Stadtwerke Ulm) gesprochen.", "Katrin Vogel", "", "Stadtwerke Ulm", ()),
        ("Anna kennengelernt. Sie brennt für Chormusik.", "Anna", "", "", ("Chormusik",)),
    ],
)  # fmt: skip
def test_work_and_interests_are_read_where_the_notes_say_them(
    text: str, name: str, role: str, organisation: str, cares: tuple[str, ...]
) -> None:
    person = _read(text)[name]
    assert (person.role, person.organisation, person.cares_about) == (role, organisation, cares)


@pytest.mark.parametrize("text", ["- Idea: write a post", "Lunch: too long", "Notes - evening two", "Fazit: gut"])
def test_a_heading_is_nobody(text: str) -> None:
    assert names(text) == []


def test_whoever_is_named_only_in_passing_is_not_ticked_and_takes_no_facts() -> None:
    text = "Jonas - freelance. I should introduce him to Mira from Klim. he said he'd send me his article."
    people = _read(text)
    assert [(name, one.accepted) for name, one in people.items()] == [("Jonas", True), ("Mira", False)]
    assert people["Mira"].organisation == "Klim"
    assert "he said he'd send me his article." in reading.facts_about(text, list(people.values()))["Jonas"]
    assert _promised(text) == [
        ("me", "Jonas", "introduce Jonas to Mira from Klim", None),
        ("them", "Jonas", "send me his article", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Met Sam. asked if I could give a talk. said yes!", ("me", "Sam", "give a talk", None)),
        ("Met Sam. Asked whether I could read it, and I said sure.", ("me", "Sam", "read it", None)),
        ("Met Ada Li; owes me the link to her guide", ("them", "Ada Li", "the link to her guide", None)),
        ("Met Ada Li. I owe her a beer.", ("me", "Ada Li", "a beer", None)),
        ("Met Nadia. We agreed to go hiking in two weeks.", ("me", "Nadia", "go hiking", date(2026, 12, 7))),
        ("Mit Eva Roth geredet. Ich habe ihr versprochen, bis Montag das Papier zu schicken.",
         ("me", "Eva Roth", "das Papier zu schicken", date(2026, 11, 30))),
        ("Mit Eva Roth geredet. Sie schickt mir morgen die Pläne.",
         ("them", "Eva Roth", "mir die Pläne schicken", date(2026, 11, 24))),
        ("Mit Eva Roth geredet. Sie will mich ihrem Kollegen vorstellen.",
         ("them", "Eva Roth", "mich ihrem Kollegen vorstellen", None)),
    ],
)  # fmt: skip
def test_promises_in_the_words_that_people_type(text: str, expected: tuple[str, str, str, date | None]) -> None:
    assert _promised(text) == [expected]


def test_a_sentence_of_two_doers_is_taken_apart() -> None:
    text = "Met Ada Li. I'll send her the form, and she'll introduce me to her team."
    assert [(by, what) for by, _, what, _ in _promised(text)] == [
        ("me", "send her the form"),
        ("them", "introduce me to her team"),
    ]


def test_what_you_felt_is_no_fact_about_them() -> None:
    text = "Met Ada Li.\n\nfelt tired, but the talk with Ada gave me energy"
    assert reading.facts_about(text, reading.named_people(text, []))["Ada Li"] == ("Met Ada Li.",)


def test_what_somebody_told_that_happened_is_a_story_of_theirs() -> None:
    told = "she nearly quit because nobody listened, then a mentor asked one question and she stayed"
    text = f"Met Ada Li. Told me how {told}. Told me how she bakes."
    stories = reading.told_stories(reading.sayings(text, reading.named_people(text, [])))
    assert [(one.heard_from, one.text) for one in stories] == [("Ada Li", told)]


def test_no_sentence_ends_after_a_title_or_an_initial() -> None:
    assert reading.note_sentences("Met Dr. Li. J. Roth, approx. 40 people, came.") == [
        "Met Dr. Li.",
        "J. Roth, approx. 40 people, came.",
    ]


def test_a_sentence_between_two_about_somebody_tells_on_about_them() -> None:
    lines = (
        "Long talk with Maren.",
        "Her co-op put a heat pump into a block of 24 flats.",
        "The first winter the pump froze over and oil heaters came.",
        "She won the tenants over.",
    )
    text = f"{' '.join(lines)} The canteen was closed at five.\n\nThe pump at home is loud, by the way."
    assert reading.facts_about(text, reading.named_people(text, []))["Maren"] == lines


def test_somebody_known_by_a_title_is_found_without_it() -> None:
    helen = Person(id="helen", name="Dr Helen Achebe")
    text = "Helen Achebe measures noise at night. She sings."
    [found] = reading.named_people(text, [helen])
    assert (found.person_id, found.name) == ("helen", "Dr Helen Achebe")
    told = ("Helen Achebe measures noise at night.", "She sings.")
    assert reading.facts_about(text, [found]) == {"Dr Helen Achebe": told}
    [found] = reading.named_people("Coffee with Helen.", [helen, Person(id="eva", name="Dr Eva Roth")])
    assert found.person_id == "helen"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Met Ada Li. I promised to send her our leaflet on fair bills by Wednesday.",
            "send her our leaflet on fair bills",
        ),
        ("Met Ada Li. I promised to send her the note on Monday.", "send her the note"),
        ("Met Ada Li. I will bring her the book on birds next week.", "her the book on birds"),
    ],
)
def test_only_the_day_is_cut_from_what_was_promised(text: str, what: str) -> None:
    [(_, _, promised, due)] = _promised(text)
    assert promised.endswith(what)
    assert due is not None


@pytest.mark.parametrize(
    ("words", "told", "may"),
    [
        ("data lead", "Ada is data lead at Klim.", True),
        ("CTO", "Ada is CTO.", True),
        ("super friendly", "Ada is super friendly.", False),
        ("co-op", "Her co-op put a pump into a block.", False),
        ("Severn", "Ada says Severn looks for blocks.", False),
        ("put one heat pump into a block of flats", "She put one heat pump into a block of flats.", False),
    ],
)
def test_a_role_is_no_thing_of_theirs_no_name_and_no_sentence(words: str, told: str, may: bool) -> None:
    assert reading.may_be_a_role(words, told) is may


def test_a_place_is_no_organisation() -> None:
    assert not reading.may_be_an_organisation("Bedminster", "She runs a repair cafe in Bedminster.")
    assert reading.may_be_an_organisation("Repair Hub", "She runs the Repair Hub in Bedminster.")


def test_what_somebody_would_do_for_you_is_an_offer_of_theirs() -> None:
    assert _promised("Met Ada Li. She measures noise and would lend us a sound meter.") == [
        ("them", "Ada Li", "lend us a sound meter", None)
    ]


def test_a_german_genitive_names_its_person() -> None:
    assert places_of({"Bram Vos": (), "Ana": ()}, "Heute Brams Kunde, dann Anas Werkstatt.") == {
        "Bram Vos": 6,
        "Ana": 24,
    }
    assert places_of({"Ana": ()}, "Anas kommt auch.") == {}


def test_somebody_with_a_title_is_known_by_the_family_name_behind_one() -> None:
    known = [Person(id="h", name="Dr. Helen Achterberg"), Person(id="n", name="Nadia Hale")]
    text = "Nadia was sceptical. Didn't get to talk to Dr Achterberg, she left early."
    people = reading.named_people(text, known)
    assert [one.person_id for one in people] == ["h", "n"]
    facts = reading.facts_about(text, people)
    assert facts["Dr. Helen Achterberg"] == ("Didn't get to talk to Dr Achterberg, she left early.",)
    assert facts["Nadia Hale"] == ("Nadia was sceptical.",)


def test_a_title_says_who_is_she_and_an_aside_takes_no_promise() -> None:
    text = "Met Priya Raman. She has a caretaker, Mr Osei, who would help. I promised to send her our rota."
    people = [FoundPerson(name="Priya Raman"), FoundPerson(name="Mr Osei")]
    (promise,) = _promises(text, people)
    assert (promise.person, promise.by, promise.what) == ("Priya Raman", "me", "send her our rota")


@pytest.mark.parametrize(
    ("name", "family", "sex"),
    [
        ("Dr. Aiko Tanaka", "Tanaka", ""),
        ("Frau Vogel", "Vogel", "f"),
        ("Mr. Osei", "Osei", "m"),
        ("Ana Ruiz", "Ruiz", ""),
        ("Ana", "", ""),
    ],
)
def test_a_family_name_is_what_stands_behind_a_title(name: str, family: str, sex: str) -> None:
    assert (family_name(name), sex_by_title(name)) == (family, sex)


# ------------------------------------------------------------------ what somebody does, where, and loves
@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        # entries of a list, whatever sign parts them
        ("Mina Park, dyer, Kiln House, loves rain", "dyer", "Kiln House"),
        ("Mina Park / site manager / Balfour Beatty / Leeds", "site manager", "Balfour Beatty"),
        ("Mina Park → postdoc @ TU Delft, robots", "postdoc", "TU Delft"),
        ("Mina Park -> PhD student @ TU Delft", "PhD student", "TU Delft"),
        ("Mina Park (sculptor, Atelier Nord, Graz)", "sculptor", "Atelier Nord"),
        ("Mina Park = lock keeper, Canal Trust", "lock keeper", "Canal Trust"),
        ("Mina Park – Sony – audio engineer", "audio engineer", "Sony"),
        ("person: Mina Park | role: toolmaker | at: Vulkan Kft", "toolmaker", "Vulkan Kft"),
        ("Mina Park (Kyoto Univ), acoustics, tired", "acoustics", "Kyoto Univ"),
        ('Mina "Mimi" Park - sells bolts for Ferrum Supplies, from Leeds', "sells bolts", "Ferrum Supplies"),
        # sentences about them, with their name, with "she", or without a subject
        ("Mina Park is a ranger at Peak Forest and mad about owls.", "ranger", "Peak Forest"),
        ("She's leading the guild at SAP.", "leading the guild", "SAP"),
        ("Now head of research at INRIA Bordeaux.", "head of research", "INRIA Bordeaux"),
        ("Met Mina Park, she runs the pilot school and lives for fog.", "runs the pilot school", ""),
        ("Mina Park told me she's a goalkeeper coach now.", "goalkeeper coach", ""),
        ("Mina Park is one of the organisers of the Ghent Light Festival", "organiser", "Ghent Light Festival"),
        ("Mina Park, Verdant's CEO, was there", "CEO", "Verdant"),
        ('Mina Park runs her own bakery "Krume" in Leipzig', "runs her own bakery", "Krume"),
        ("She has left Norbo and is now data lead at Tidemark.", "data lead", "Tidemark"),
        ("Mina Park joined Verdant in May as head of people.", "head of people", "Verdant"),
        ("Mina Park, who has run the kitchen at St Anne's since May", "run the kitchen", "St Anne's"),
        ("Mina Park used to be at Ritzo, does repairs now for Hull Council.", "does repairs", "Hull Council"),
        ("Mina Park, 80, reads to patients at Oak House.", "reads to patients", "Oak House"),
        ("Mina Park works in procurement at Tesco.", "works in procurement", "Tesco"),
        ("Mina Park, chair of the Leeds Allotment Society", "chair", "Leeds Allotment Society"),
        ("Mina Park runs Salt & Plum, a tiny bakery", "runs Salt & Plum", "Salt & Plum"),
        ("The new CTO of Verdant, Mina Park, spoke.", "CTO", "Verdant"),
        ("Yarned with Mina Park shearer for Rata & Sons", "shearer", "Rata & Sons"),
        ("Mina Park, water engineer from the NGO Clearbrook", "water engineer", "Clearbrook"),
        # small letters
        ("sat w/ mina park, backend dev at knotwire", "backend dev", "knotwire"),
        ("met mina park (yr 5 teacher, hazel primary)", "yr 5 teacher", "hazel primary"),
        ("mina park doing maps, her company is called owlbyte", "doing maps", "owlbyte"),
        ("mina park / security-analyst / bei kronfels", "security-analyst", "kronfels"),
        # German
        ("Mina Park: Gesellin bei Holz Roth", "Gesellin", "Holz Roth"),
        ("Mina Park arbeitet als Hebamme in Jena.", "Hebamme", ""),
        ("Sie leitet den Einkauf bei Solaris und mag Tee.", "leitet den Einkauf", "Solaris"),
        ("Mina Park, Rektorin der Waldschule, kam auch.", "Rektorin", "Waldschule"),
        ("Mina Park kennengelernt, Lehrerin aus Bremen.", "Lehrerin", ""),
    ],
)  # fmt: skip
def test_what_somebody_does_and_where(text: str, role: str, organisation: str) -> None:
    found = reading.with_work(FoundPerson(name="Mina Park"), [text])
    assert (found.role, found.organisation) == (role, organisation)


def test_what_is_said_of_two_is_said_of_each() -> None:
    text = "Talked to Mina Park and Omar Haddad, co-founders of Verdant (rain insurance)."
    for name in ("Mina Park", "Omar Haddad"):
        found = reading.with_work(FoundPerson(name=name), [text], ["Mina Park", "Omar Haddad"])
        assert (found.role, found.organisation) == ("co-founder", "Verdant")


@pytest.mark.parametrize(
    "text",
    [
        "Mina Park said the new director at Verdant is hopeless.",
        "Mina Park knows the head of IT at Verdant.",
        "Mina Park's husband is a surgeon at Verdant.",
        "Mina Park is looking for a data engineer. She hired two designers.",
        "Mina Park wants to become a teacher, worked at Verdant once",
        "Mina Park, originally from Seoul, now lives in Leeds",
        "Mina Park, sister of Bo, mother of two, vegetarian, keen cyclist",
        "Mina Park (long hair, blue shirt), very quiet, 42",
        "Mina Park (didn't catch where from)",
        "Met Mina Park at PyCon in May.",
        "me → Mina Park: R script for the designer",
        "send Mina Park the engineer's notes by Monday",
        "Mina Park is married to a surgeon, her dad runs a farm",
        "Mina Park sucht einen Entwickler und kennt den Leiter der Schule.",
        "mina park, met at school, for fun",
        "Great speaker. Good listener.",
        "Mina Park told me how a doctor at Verdant took her out, and now she teaches a designer.",
        "Mina Park, Bob's manager, came late",
    ],
)
def test_no_role_and_no_organisation_where_none_is_theirs(text: str) -> None:
    found = reading.with_work(FoundPerson(name="Mina Park"), [text])
    assert (found.role, found.organisation) == ("", "")


def test_work_and_interests_are_of_whoever_stands_before_them() -> None:
    text = "Her brother Omar works at Verdant and loves kites, Mina Park is a nurse."
    names_ = ["Mina Park", "Omar"]
    mina = reading.with_work(FoundPerson(name="Mina Park"), [text], names_)
    omar = reading.with_work(FoundPerson(name="Omar"), [text], names_)
    assert (mina.role, mina.organisation, mina.cares_about) == ("nurse", "", ())
    assert (omar.role, omar.organisation, omar.cares_about) == ("", "Verdant", ("kites",))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("super into board games, chips were cold", ["board games"]),
        ("She cares about local clay above all", ["local clay"]),
        ("who loves watermarks more than the maps themselves", ["watermarks"]),
        ("He worries about drench and owns a dog", ["drench"]),
        ("Now into beekeeping, big time.", ["beekeeping"]),
        ("a huge opera fan, worried about her knee", ["opera", "knee"]),
        ("macht sich große Sorgen um die Lieferketten", ["Lieferketten"]),
        ("liebt bach über alles", ["bach"]),
        ("begeistert sich für alte Türen und will Lehrlinge", ["alte Türen"]),
        ("sorgt sich um den Schulweg", ["Schulweg"]),
        ("Ihr liegt der Wald am Herzen.", ["Wald"]),
        ("She loves that we met. Would love a copy. Isn't into sports.", []),
        ("ran into Leeds traffic", []),
    ],
)
def test_what_somebody_cares_about_ends_where_the_topic_ends(text: str, topics: list[str]) -> None:
    assert reading.interests_in(text) == topics
