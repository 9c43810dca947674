"""What the record holds of a person, as they would say it of themselves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.first_person import in_first_person
from coach.drafting.own_fact import OwnFact
from coach.drafting.own_words import own_facts


def _facts(text: str, name: str, *others: str, kind: Kind = Kind.NOTE, language: str = "en") -> list[OwnFact]:
    evidence = Evidence(label="N1", source_id="n1", kind=kind, text=text, names=(name, *others))
    return own_facts([evidence], name, language)


def _said(text: str, name: str, *others: str, kind: Kind = Kind.NOTE, language: str = "en") -> list[str]:
    return [fact.text for fact in _facts(text, name, *others, kind=kind, language=language)]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("you lost 40 charts", "I lost 40 charts"),
        ("you and I fixed the page", "you and I fixed the page"),
        ("small favours are the only calls you make", "small favours are the only calls I make"),
        ("you will introduce me to Amara", "I will introduce you to Amara"),
        ("Amara told you that you should see my slides", "Amara told me that I should see your slides"),
        ("you're proud of your team", "I'm proud of my team"),
        ("I was late, and you were glad of it", "you were late, and I was glad of it"),
        ("the letter was for you", "the letter was for me"),
        ("you draw coroutines before you trace them", "I draw coroutines before I trace them"),
        ("nobody came before you", "nobody came before me"),
    ],
)
def test_what_is_said_to_a_person_becomes_what_they_say_of_themselves(told: str, said: str) -> None:
    assert in_first_person(told) == said


@pytest.mark.parametrize(
    "note",
    [
        "Four talks are about async Python: Amara, Tomek, Idris.",
        "Bram will introduce me to Amara by e-mail.",
        "Amara could be one of the first four.",
        "Amara was very kind to me at the door.",
        "Amara sounded tired all evening.",
        "Send Amara the link on Monday.",
        "Call her about the drain test.",
        "Ask Amara which test she would write first.",
        "Amara's question helped me more than my own notes.",
        "Amara found 41 coins in our piano.",
    ],
)
def test_what_the_person_could_not_say_is_left_out(note: str) -> None:
    assert _said(note, "Amara Nwosu-Feld") == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Bram used to share a room with Amara Nwosu-Feld of Parcelwing.", ["Bram used to share a room with me."]),
        (
            "Amara's abstract asks for ideas about a clean shutdown, and my kit has a drain test.",
            ["My abstract asks for ideas about a clean shutdown."],
        ),
        ("Amara says that rank takes up air, and that one can leave the room.",
         ["Rank takes up air, and one can leave the room."]),
        ("Amara will send me the form for groups.", ["I will send you the form for groups."]),
        ("Amara and her sister have not spoken since 2011.", ["My sister and I have not spoken since 2011."]),
    ],
)  # fmt: skip
def test_what_stands_between_the_person_and_the_note_is_taken_away(note: str, said: list[str]) -> None:
    assert _said(note, "Amara Nwosu-Feld") == said


def test_a_sentence_that_goes_on_is_kept_with_what_it_is_about() -> None:
    facts = _facts("Keiko runs the evening room. It holds 16 chairs. I like the door. The tea was ours.", "Keiko")
    assert [(fact.text, fact.around) for fact in facts][:2] == [
        ("I run the evening room.", ""),
        ("It holds 16 chairs.", "I run the evening room."),
    ]
    assert len(facts) == 2, "what the user likes, and what was theirs, is not hers"
    assert _said("Keiko runs the evening room. It holds 16 chairs.", "Keiko", "Noor") == ["I run the evening room."]


def test_an_answer_that_the_note_reports_knows_its_question() -> None:
    [fact] = _facts("Asked Noor how she would start a circle. She said: begin with four people and a watch.", "Noor")
    assert fact.text == "Begin with four people and a watch."
    assert "how you would start a circle" in fact.answers


def test_a_profile_says_what_one_is_does_and_cares_about_and_how_one_met() -> None:
    profile = (
        "Noor Azm: Retired head of engineering, Harbour Yard. Cares about tides, old maps. Values patience. "
        "She opened the door and handed me a stopwatch. Sat next to me at lunch. "
        "Led a crew for twenty years, teaches sailing and talks about both. Says that her team has no test. (invented)."
    )
    facts = _facts(profile, "Noor Azm", kind=Kind.PERSON)
    assert [(fact.about, fact.text) for fact in facts] == [
        ("role", "I am a retired head of engineering at Harbour Yard."),
        ("care", "I care about tides and old maps."),
        ("value", "What counts for me is patience."),
        ("met", "I opened the door and handed you a stopwatch."),
        ("work", "I led a crew for twenty years, teach sailing and talk about both."),
        ("work", "My team has no test."),
    ]


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ("Ada Li: Physics teacher, Lake School.", "I am a physics teacher at Lake School."),
        ("Ada Li: Engineer.", "I am an engineer."),
        ("Ada Li: Treasurer, Small Roots.", "I am treasurer at Small Roots."),
        ("Ada Li: CTO, Small Roots.", "I am CTO at Small Roots."),
        ("Ada Li: Runs the evening room at the library.", "I run the evening room at the library."),
        ("Ada Li: Met at the library by chance.", None),
    ],
)
def test_the_first_words_of_a_profile_are_a_role_or_what_somebody_does(profile: str, said: str | None) -> None:
    assert _said(profile, "Ada Li", kind=Kind.PERSON) == ([said] if said else [])


TALK = (
    "Talk by Amara Nwosu-Feld: “Parcels on one loop”. Parcelwing tracks two million parcels a day. I show what keeps "
    "the loop free, how we drain 9,000 connections, and the part that still frightens us: we have no test that proves "
    "a clean shutdown. Two years of experiments, and the words that we kept. How a page in plain words changed the "
    "questions by a third. Bring a laptop and your questions. She lives in Porto."
)


def test_an_abstract_of_ones_own_is_said_as_it_stands() -> None:
    facts = _facts(TALK, "Amara Nwosu-Feld", kind=Kind.SESSION)
    assert [fact.text for fact in facts if fact.about != "talk"] == [
        "Parcelwing tracks two million parcels a day.",
        "I show what keeps the loop free, and how we drain 9,000 connections.",
        "We have no test that proves a clean shutdown.",
        "A page in plain words changed the questions by a third.",
    ]
    assert facts[-2].answers == "the part that still frightens us"


def test_a_talk_given_with_others_is_not_ones_own_words() -> None:
    text = "Talk by Amara Nwosu-Feld: “Open table”. We look after things. Amara brings the budget of nine tools."
    facts = _facts(text, "Amara Nwosu-Feld", "Tomek", kind=Kind.SESSION)
    assert [fact.text for fact in facts if fact.about != "talk"] == ["I bring the budget of nine tools."]
    assert facts[0].text.startswith("I am on the programme with “Open table”.")


def test_a_talk_knows_when_it_is_and_a_line_broken_at_its_width_is_whole() -> None:
    session = Evidence(
        label="T1", source_id="t", kind=Kind.SESSION, names=("Ada Li",), at=datetime(2026, 11, 27, 10, 40, tzinfo=UTC),
        text="Talk by Ada Li: “Maps”. We drew the maps of\nthe whole coast by hand.",
    )  # fmt: skip
    for language, when in (("en", "It is on Friday at 10:40."), ("de", "Am Freitag um 10:40 Uhr.")):
        assert [fact.text for fact in own_facts([session], "Ada Li", language) if fact.about == "when"] == [when]
    assert own_facts([session], "Ada Li")[-1].text == "We drew the maps of the whole coast by hand."


def test_a_story_is_told_without_its_headings() -> None:
    story = "The empty chair\nHedda left her chair empty.\nShe came in late on purpose.\nGood for: somebody like Hedda"
    assert _said(story, "Hedda Ito", kind=Kind.STORY) == ["I left my chair empty.", "I came in late on purpose."]


# ------------------------------------------------------------------ German
@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Wiebke hat einen Mitternachtsraum eröffnet. Sie sucht alte Stühle.",
         ["Ich habe einen Mitternachtsraum eröffnet.", "Ich suche alte Stühle."]),
        ("Wiebke sagt, ein Formular ohne Labels ist wie eine Akte ohne Namen.",
         ["Ein Formular ohne Labels ist wie eine Akte ohne Namen."]),
        ("Wiebke sagt, dass Rang Luft verbraucht.", ["Ich kann nur sagen, dass Rang Luft verbraucht."]),
        ("Wiebke sitzt im Support-Team und schreibt auf, was gefragt wird.",
         ["Ich sitze im Support-Team und schreibe auf, was gefragt wird."]),
        ("Wiebke gestaltet Abende, an denen sich niemand vorstellen muss.",
         ["Ich gestalte Abende, an denen sich niemand vorstellen muss."]),
        ("Wiebkes Team verschickt Terminerinnerungen.", ["Mein Team verschickt Terminerinnerungen."]),
        ("Wiebkes Regel für Neulinge: Niemand wird nach dem Beruf gefragt.", ["Niemand wird nach dem Beruf gefragt."]),
        ("Wiebke betreut den Raum. Der Raum hat am Mittwoch 16 Stühle. Nachfragen, wie es läuft.",
         ["Ich betreue den Raum.", "Der Raum hat am Mittwoch 16 Stühle."]),
        ("Wiebke könnte zu den ersten vier gehören.", []),
        ("Wiebke schickt mir das Formular.", []),
    ],
)  # fmt: skip
def test_a_german_note_in_the_first_person(note: str, said: list[str]) -> None:
    assert _said(note, "Wiebke Janssen", language="de") == said


def test_in_a_note_about_two_a_pronoun_may_be_the_others() -> None:
    note = "Elif arbeitet bei Ingrid. Sie sagt, donnerstags ist der Kalender offen."
    assert _said(note, "Ingrid Aas", "Elif Boone", language="de") == []


def test_a_german_profile_and_a_german_talk() -> None:
    profile = (
        "Wiebke Janssen: Lehrerin, Nordschule. Cares about Stühle, Tee. Values Geduld. Gibt einen Kurs in Elektronik."
    )
    assert _said(profile, "Wiebke Janssen", kind=Kind.PERSON, language="de") == [
        "Ich bin Lehrerin bei Nordschule.",
        "Was mir am Herzen liegt: Stühle und Tee.",
        "Was für mich zählt: Geduld.",
        "Ich gebe einen Kurs in Elektronik.",
    ]
    talk = (
        "Talk by Wiebke Janssen: “Räume”. Ich zeige, was offen bleibt, und was mir Angst macht: Wir haben keinen Test. "
        "Die drei Sätze, die mir fehlten. Ich freue mich auf eure Ideen."
    )
    facts = _facts(talk, "Wiebke Janssen", kind=Kind.SESSION, language="de")
    assert [(fact.text, fact.answers) for fact in facts if not fact.about] == [
        ("Wir haben keinen Test.", "was mir Angst macht")
    ]
