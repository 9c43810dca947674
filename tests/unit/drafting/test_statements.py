"""Facts turned to the person and said by rule: pronouns, verbs, aims, offers, wishes."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.address import told_to_oneself, told_to_you, turned_to
from coach.drafting.aims import aim_of, aim_with_reason, gift_in, meant_for, offer_for
from coach.drafting.angles import Angle
from coach.drafting.fact_questions import question_after
from coach.drafting.plain_letters import plan_message
from coach.drafting.statements import said_to_them
from coach.drafting.whole_sentences import begins_with_name, clause, in_one_breath, sayable


def note(text: str, *names: str) -> Evidence:
    return Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=text, names=names)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Jana listens to each hive.", "you listen to each hive."),
        ("She has 28 pupils and waits with the engine off.", "you have 28 pupils and wait with the engine off."),
        (
            "Jana leaves one slate loose and has done so for years.",
            "you leave one slate loose and have done so for years.",
        ),
        ("Jana said that her boy listens before he opens it.", "you said that your boy listens before he opens it."),
        ("Jana told me that rule 4 had made her feel stupid.", "you told me that rule 4 had made you feel stupid."),
    ],
)
def test_a_note_is_turned_to_its_person_verbs_and_all(written: str, told: str) -> None:
    assert turned_to(note(written, "Jana Malik"), "Jana Malik").text == told


def test_pronouns_stay_where_a_note_names_somebody_else_too() -> None:
    told = turned_to(note("Jana met Ola. She liked the hat.", "Jana Malik", "Ola Berg"), "Jana Malik").text
    assert told == "you met Ola. She liked the hat."


def test_a_talk_speaks_to_its_speaker_and_not_to_the_audience() -> None:
    text = "Talk by Jana Malik: “Bees”. Have you ever seen a bee? We planted 90 stakes. You will learn how."
    told = told_to_you(Evidence(label="T1", source_id="t", kind=Kind.SESSION, text=text), "Jana Malik").text
    assert told == "Talk by Jana Malik: “Bees”. you planted 90 stakes."


def test_a_note_on_oneself_is_turned_to_oneself() -> None:
    assert told_to_oneself("I was tired and told Jana about my map") == "you were tired and told Jana about your map"


@pytest.mark.parametrize(
    ("fact", "kind", "said"),
    [
        ("you said that mice ate the beans.", Kind.NOTE, "You told me that mice ate the beans."),
        ("you lost 31 of 120 hives last winter.", Kind.NOTE, "I remember that you lost 31 of 120 hives last winter."),
        ("Ninety of the beams were reused.", Kind.SESSION, "I read that ninety of the beams were reused."),
        ("Gave you my spare dice yesterday.", Kind.NOTE, "I gave you my spare dice yesterday."),
    ],
)
def test_a_fact_becomes_a_sentence_to_say(fact: str, kind: Kind, said: str) -> None:
    assert said_to_them(fact, kind) == said


@pytest.mark.parametrize("fact", ["Best thing all night.", "Did you see it there?", "you lost the map of the …", "ok"])
def test_what_is_no_whole_sentence_is_not_said(fact: str) -> None:
    assert not sayable(fact)
    assert said_to_them(fact, Kind.NOTE) == ""


def test_questions_change_with_the_turn() -> None:
    asked = {question_after("you lost 31 of 120 hives", turn, "Jana") for turn in range(3)}
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("goal", "aim", "gift"),
    [
        (
            "find people who run async Python in production and offer help with testing",
            "I am looking for people who run async Python in production.",
            "help with testing",
        ),
        ("Learn how teams keep data. I can redraw maps.", "I would like to learn how teams keep data.", "redraw maps"),
        ("Build a tool that nurses like", "I am trying to build a tool that nurses like.", ""),
        ("Find bugs before the customer does", "I am trying to find bugs before the customer does.", ""),
        ("Spring", "", ""),
    ],
)
def test_a_goal_is_an_aim_and_perhaps_an_offer(goal: str, aim: str, gift: str) -> None:
    assert aim_of(goal) == aim
    assert gift_in(goal) == gift


@pytest.mark.parametrize(
    ("goal", "what"),
    [
        (
            "Find people who run async Python in production and offer them help with testing",
            "run async Python in production",
        ),
        ("Meet teachers who teach maths in two languages. I can lend my worksheets.", "teach maths in two languages"),
        ("Find people who are new here and offer them help", ""),
        ("Find people who know their trade and offer help with testing", ""),
        ("Learn how teams keep data. I can redraw maps.", ""),
    ],
)
def test_whom_the_help_is_meant_for_is_what_the_goal_says_they_do(goal: str, what: str) -> None:
    assert meant_for(goal) == what


def test_help_is_offered_to_whom_it_is_meant_for_and_else_to_those_they_know() -> None:
    what = "run async Python in production"
    assert offer_for("help with testing", what, 0, "", fits=True).startswith(f"If you {what}, I ")
    other = offer_for("help with testing", what, 0, "", fits=False)
    assert f"people who {what}" in other
    assert other.endswith("help them with testing.")
    assert what not in offer_for("lend a meter", what, 0, "", fits=False)


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        ("ask whether your class would try one chapter", "Would your class try one chapter?"),
        ("ask if you can show the ramp", "Could you show the ramp?"),
        ("ask for one quilt in May", "Could I ask you for one quilt in May?"),
        ("say that Leo swam on Sunday", "Leo swam on Sunday."),
        ("thank you for the map", "Thank you for the map."),
        ("invite you to the harbour", "I would like to invite you to the harbour."),
        ("thank you and ask whether I may speak at your meetup", "Thank you very much. Could I speak at your meetup?"),
        (
            "thank you for the tour, ask whether I may speak and offer a workshop on maps",
            "Thank you for the tour. Could I speak? I would like to offer a workshop on maps.",
        ),
        ("say hello and suggest a coffee in March", "I wanted to say hello. How about a coffee in March?"),
        ("ask you about the posters; offer help", "Could I ask you about the posters? I would like to offer help."),
        ("I would like to speak at your meetup. May I?", "I would like to speak at your meetup. May I?"),
        ("send you the link and ask if you want a copy", "I would like to send you the link. Do you want a copy?"),
    ],
)
def test_what_the_user_wants_to_say_becomes_a_sentence_to_the_reader(intent: str, said: str) -> None:
    facts = {
        "person": "Jana Malik",
        "user": "Sam Lee",
        "today": "2026-03-01",
        "goal": intent,
        "event": "",
        "channel": "",
    }
    assert plan_message([Angle("ask", intent, ())], [], facts)["ask"].text == said


LONG = (
    "you fell from a church in 2019 and now rope in for every ladder, and your boys do the same on every roof that "
    "they climb in winter"
)


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("Solutions Implemented: - Parallel Test Execution: you applied pytest-xdist to many runners", Kind.SESSION),
        ("- Image-to-image translation was done on satellite imagery", Kind.SESSION),
        ("Annotating functions with typing information is commonplace nowadays.", Kind.SESSION),
        ("you often associate leadership with being a manager.", Kind.SESSION),
        ("almost none of you learned in school how to thrive.", Kind.SESSION),
        ("Forgot the name of the mason from Ticino.", Kind.NOTE),
    ],
)
def test_headings_lists_outlines_and_notes_without_a_subject_are_not_said(fact: str, kind: Kind) -> None:
    assert said_to_them(fact, kind) == ""


def test_what_is_said_aloud_ends_where_its_grammar_lets_it_within_eighteen_words() -> None:
    said = said_to_them(LONG, Kind.NOTE)
    assert said == "I remember that you fell from a church in 2019 and now rope in for every ladder."
    assert len(in_one_breath(LONG).split()) <= 18
    assert in_one_breath(" ".join(["word"] * 30)) == ""


def test_advice_in_so_many_words_is_told_as_advice() -> None:
    said = said_to_them("you said: begin with four people and a stopwatch.", Kind.NOTE)
    assert said == "You told me to begin with four people and a stopwatch."


@pytest.mark.parametrize(
    ("fact", "others", "names", "kept"),
    [
        ("Will broke the lamp.", [], ["Will Sato"], True),
        ("Cosmic Ray found nine mutants.", [], [], True),
        ("Chance counts rows.", ["They compared Chance with pen and paper."], [], True),
        ("Most rows were wrong.", ["He says Most people sleep."], [], False),
        ("Forty were lost.", [], [], False),
    ],
)
def test_a_name_that_is_also_a_word_keeps_its_capital(
    fact: str, others: list[str], names: list[str], kept: bool
) -> None:
    named = begins_with_name(fact, others, names)
    assert named is kept
    assert clause(fact, named=named)[0].isupper() is kept


def test_what_for_comes_with_its_why() -> None:
    goal = "Find flood warnings that people act on. Why: Our letters go unread. I can give data."
    assert aim_with_reason(goal) == (
        "I am trying to find flood warnings that people act on, because our letters go unread."
    )
    leans = "Build a pack. Why: Ours are glued shut."
    assert aim_with_reason(leans) == "I am trying to build a pack, because ours are glued shut."


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        ("can I bring the club on Saturday", "Could I bring the club on Saturday?"),
        ("ask whether I may film the visit", "Could I film the visit?"),
        (
            "thank you for the map and ask for half an hour in May",
            "Thank you for the map. Could I ask you for half an hour in May?",
        ),
    ],
)
def test_a_wish_of_the_user_stays_theirs(intent: str, said: str) -> None:
    facts = {"person": "Jana Malik", "user": "Sam Lee", "today": "2026-03-01", "goal": intent, "event": ""}
    assert plan_message([Angle("ask", intent, ())], [], facts)["ask"].text == said


def test_that_two_met_is_nothing_to_tell_each_other() -> None:
    def told(text: str) -> str:
        note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=text, names=("Jo Pike",))
        return turned_to(note, "Jo Pike").text

    assert told("Met Jo Pike, she runs a cafe, wants to start a choir.") == "you run a cafe and want to start a choir."
    assert told("Talked to Jo, who leads the archive.") == "you lead the archive."
    assert told("Met Jo at the bar.") == "Met you at the bar."
    assert said_to_them("Long talk with you at the coffee bar.", Kind.NOTE) == ""


@pytest.mark.parametrize(
    ("fact", "whole"),
    [
        ("Last quarter one went out twice to 340 patients", False),
        ("You lost the boat, one was found in May", False),
        ("No one was at the pump last night", True),
        ("You said that this one is the loudest pump", True),
    ],
)
def test_one_of_what_only_the_sentence_before_says(fact: str, whole: bool) -> None:
    assert sayable(fact) is whole


@pytest.mark.parametrize("person", ["Ana Ruiz", "Jo Pike", "Noor Haddad", "Kei Ito", "Lea Baum", "Tom Berg"])
def test_a_message_does_not_say_twice_that_something_is_not_forgotten(person: str) -> None:
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=f"{person} lost 40 charts in May.", names=(person,))
    owed = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text=f"I owe {person}: send the map.")
    angles = [Angle("memory", "you lost 40 charts in May", ("N1",)), Angle("keep", "send the map", ("C1",))]
    facts = {"person": person, "user": "Sam Lee", "today": "2026-06-01", "goal": "", "event": "", "channel": ""}
    plan = plan_message(angles, [note, owed], facts)
    assert {"memory", "keep"} <= plan.keys()
    assert not plan["memory"].text.startswith("I have not forgotten")
