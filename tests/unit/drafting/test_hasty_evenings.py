"""What hasty notes hold beside facts: shouting, how to reach somebody, counts in a heap, what is another's."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.address import names_them, promise_told, told_to_oneself, turned_to
from coach.drafting.aims import gift_in
from coach.drafting.channels import after_a_comma
from coach.drafting.own_questions import as_a_question
from coach.drafting.plain_promises import is_a_deed, to_the_point
from coach.drafting.shorthand import calmed, written_out
from coach.drafting.statements import NO_NEWS, said_to_them
from coach.drafting.talk_questions import questions_told
from coach.drafting.whole_sentences import sayable


@pytest.mark.parametrize(
    ("shouted", "calm"),
    [
        ("wants 3 strikes, NO hammer", "wants 3 strikes, no hammer"),
        ("water runs down INSIDE", "water runs down inside"),
        ("WE refused her, she DON'T care", "we refused her, she don't care"),
        ("works in IT at CERN for the US and the BBC", "works in IT at CERN for the US and the BBC"),
        ("A-OK with R.E.M. and NO-GO", "A-OK with R.E.M. and NO-GO"),
    ],
)
def test_nobody_is_shouted_at(shouted: str, calm: str) -> None:
    assert calmed(shouted) == calm


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("LEND US THEIR PITCH THURSDAYS IN NOV", "lend us your pitch Thursdays in Nov"),
        ("SEND THE LIST TO MAMADOU BY FRIDAY", "send the list to Mamadou by Friday"),
        ("ask BBC", "ask BBC"),
        ("send the BBC and NHS forms", "send the BBC and NHS forms"),
    ],
)
def test_a_promise_typed_with_the_capital_key_stuck_is_written_as_one_would(typed: str, told: str) -> None:
    said = promise_told(typed, "Ana Ruiz")
    assert said in (told, told.replace("your", "their"))


@pytest.mark.parametrize(
    ("noted", "told"),
    [
        (
            "She's on leave from Saturday and turns her phone off.",
            "you are on leave from Saturday and turn your phone off.",
        ),
        ("She's always been late.", "you have always been late."),
        ("She has already sent me her notes bless her.", "you have already sent me your notes."),
    ],
)
def test_a_note_is_turned_with_each_of_its_verbs_and_without_its_sighs(noted: str, told: str) -> None:
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=noted, names=("Ana Ruiz",))
    assert turned_to(note, "Ana Ruiz").text == told


@pytest.mark.parametrize(
    "fact",
    [
        "you said that first time you have talked about it outside of work.",
        "you have masses to send; simple sentences please.",
        "By Friday at the latest, you are on leave.",
    ],
)
def test_what_is_no_sentence_to_them_is_not_said(fact: str) -> None:
    assert not sayable(fact)


def test_nobody_is_told_how_little_they_speak_of_a_language() -> None:
    assert NO_NEWS.search("you have little English")


def test_a_note_is_turned_to_its_person_without_its_shouting() -> None:
    note = Evidence(
        label="N1", source_id="n", kind=Kind.NOTE, text="Ruben Eijsink wants NO hammer.", names=("Ruben Eijsink",)
    )
    assert turned_to(note, "Ruben Eijsink").text == "you want no hammer."


@pytest.mark.parametrize(
    "fact",
    [
        "You are not on mail much and said linkedin is ok.",
        "You have no smartphone, and you do mail on the library computer.",
        "You read texts when you go down for feed.",
        "You are off till December with your knee.",
        "You won't do rental, did it once, 9 came back 6 broken.",
    ],
)
def test_how_to_reach_somebody_and_counts_in_a_heap_are_not_said_to_them(fact: str) -> None:
    assert said_to_them(fact, Kind.NOTE) == ""


def test_what_somebody_reads_for_pleasure_is_said_to_them() -> None:
    assert "read three novels a week" in said_to_them("You read three novels a week.", Kind.NOTE)


@pytest.mark.parametrize(
    ("what", "deed"),
    [
        ("keep twelve shearling fleeces dry", True),
        ("hold the room for us", True),
        ("save 12 seats", True),
        ("risk assessment", False),
        ("record of the meeting", False),
    ],
)
def test_a_promise_begins_with_its_verb(what: str, deed: bool) -> None:
    assert is_a_deed(what) is deed


def test_what_is_offered_to_one_man_is_not_offered_to_all() -> None:
    assert gift_in("Put seaweed on plates. I can cook for his crew for a week.") == ""
    assert gift_in("Put seaweed on plates. I can cook for a crew for a week.") == "cook for a crew for a week"


@pytest.mark.parametrize(
    ("abstract", "asked"),
    [
        ("It took you nine months to say no, and you tell how you got there.", []),
        ("You show what the other three told you, and what you changed.", []),
        ("You explain how you chose the schools.", ["How did you choose the schools?"]),
    ],
)
def test_what_only_an_abstract_says_of_what_is_not_asked(abstract: str, asked: list[str]) -> None:
    assert questions_told(abstract) == asked


def test_what_has_nothing_to_do_with_them_is_not_said_to_them() -> None:
    assert said_to_them("Nothing to do with you but you might know.", Kind.NOTE) == ""


def test_a_name_without_its_accents_is_the_same_person() -> None:
    note = Evidence(
        label="N1",
        source_id="n",
        kind=Kind.NOTE,
        text="V. Pospisil turns star light into sound.",
        names=("Vojtěch Pospíšil",),
    )
    assert "Pospisil" not in turned_to(note, "Vojtěch Pospíšil").text
    assert names_them("Ask Pospisil about the dome", "Vojtěch Pospíšil")


def test_what_somebody_meant_is_not_asked_out_of_the_blue() -> None:
    assert as_a_question("ask again what you meant") == ""
    assert as_a_question("ask what you meant by the second stove") != ""


def test_hasty_signs_are_written_out() -> None:
    assert written_out("Pirjo makes four a yr + repairs.", "Pirjo", "Pirjo") == "Pirjo makes four a year plus repairs."


def test_german_thanks_go_on_small_behind_the_greeting() -> None:
    assert after_a_comma("Guten Tag Herr Rautenberg,", ["Danke, dass Sie kommen."], "de") == ["danke, dass Sie kommen."]


def test_words_in_quotation_marks_stay_as_they_were_said() -> None:
    assert told_to_oneself("Nauta: 'ask me when you've got the numbers', I blushed") == (
        "Nauta: 'ask me when you've got the numbers', you blushed"
    )
    assert told_to_oneself("He doesn't like my plan, it's mine") == "He doesn't like your plan, it's yours"


@pytest.mark.parametrize(
    "fact",
    [
        "you best after 8, twins in bed",
        "you are in rehearsal hell until the premiere on the 2nd so not before",
        "you drive a night bus, sleep until three, so late afternoons",
        "you read nothing longer than your phone screen",
        "you hate e-mail",
        "you are on maternity leave until after Easter",
    ],
)
def test_how_somebody_is_reached_is_nothing_to_tell_them(fact: str) -> None:
    assert NO_NEWS.search(fact)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("sound them out, not Hargreaves, he'd shoot me", "sound them out"),
        ("post it (he has no computer, it must be a CD)", "post it"),
        ("do a speed check but needs it in writing", "do a speed check"),
        ("the number of the counsellor I saw", "the number of the counsellor I saw"),
        ("I told her ours would do Bristol alongside", ""),
        ("There's a bolt of linen coming my way from her", ""),
        ("Will hold them till end of month", ""),
        ("HIM A PINT", ""),
    ],
)
def test_a_promise_is_told_to_the_point_or_not_by_rule(what: str, said: str) -> None:
    assert to_the_point(what) == said
