"""What one asks after a fact: by its kind, never what it says already, and never the same of everybody."""

from __future__ import annotations

import pytest

from coach.domain.models import Kind
from coach.drafting.aims import aim_with_reason, questions_after_aim, reasons_for_writing, role_in
from coach.drafting.fact_kinds import Counted, FactKind, counted_in, kind_of
from coach.drafting.fact_questions import questions_after
from coach.drafting.kind_questions import ASKED
from coach.drafting.kinship import touches
from coach.drafting.statements import said_to_them
from coach.drafting.whole_sentences import clause


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("you counted 14 stops where the ramp ends", FactKind.COUNTED),
        ("you asked 70 pupils why buses come in pairs", FactKind.ASKED),
        ("you opened 1,200 drawers", FactKind.SEARCHED),
        ("you lost 31 of 120 hives last winter", FactKind.LOST),
        ("mice ate the year 1968", FactKind.MISHAP),
        ("you replaced the whiteboard by a card", FactKind.CHANGED),
        ("you found 41 coins", FactKind.FOUND),
        ("you learned 26 bolt heads by touch and found three", FactKind.LEARNED),
        ("you lit a whole opera with a tractor battery", FactKind.MADE),
        ("you turn 300 wheels each morning", FactKind.ROUTINE),
        ("you iron with a stove iron", FactKind.HABIT),
        ("you have children blow on a ball", FactKind.HABIT),
        ("you told me that your aunt counts rows with beans", FactKind.THEIRS),
        ("you used to sell cars", FactKind.USED_TO),
        ("you think that architects never ask about the crane", FactKind.BELIEF),
        ("you want to keep a goat", FactKind.PLAN),
        ("your worry is not the cold but the damp", FactKind.PROBLEM),
        ("ninety per cent of the beams were reused", FactKind.DONE),
        ("the dust was the best part", FactKind.TURNED_OUT),
        ("a customer brought a clock", FactKind.HAPPENED),
        ("you have 28 pupils", FactKind.OWNED),
        ("catfish live in the third pillar", FactKind.HOLDS),
    ],
)
def test_the_kind_of_a_fact_is_read_from_its_main_clause(told: str, kind: FactKind) -> None:
    assert kind_of(told) is kind


@pytest.mark.parametrize("kind", list(FactKind))
def test_each_kind_has_several_questions_that_ask_once(kind: FactKind) -> None:
    asked = ASKED[kind]
    assert len(asked) == len(set(asked)) >= 3
    assert all(one.endswith("?") and one.count("?") == 1 and len(one.split()) <= 12 for one in asked)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("you counted 14 stops where the ramp ends", Counted("14", "stops")),
        ("you ruined eleven springs", Counted("eleven", "springs")),
        ("you counted 17,400 steps", None),
        ("you built it again 40 kilometres away", None),
        ("you hold your breath for three minutes", None),
        ("you asked 700 pupils", None),
    ],
)
def test_only_things_that_one_can_point_at_are_counted(told: str, counted: Counted | None) -> None:
    assert counted_in(told) == counted


def test_the_things_themselves_are_asked_about_first() -> None:
    assert "the 14 stops" in questions_after("you counted 14 stops where the ramp ends", 0, "Maite")[0]
    assert "your aunt" in questions_after("your aunt counts rows with beans", 0, "Rosa")[0]


def test_what_the_fact_says_already_is_not_asked() -> None:
    why = questions_after("you let them play without queens, because everybody loses them anyway", 0, "Ana")
    assert not any(one.startswith(("How did you come", "How did you hit", "What made you")) for one in why)
    since = questions_after("you lit the stove in 2019 with a flint", 0, "Ana")
    assert not any(one.startswith(("When did", "How long")) for one in since)


def test_two_people_and_two_turns_are_asked_something_else() -> None:
    told = "you lit a whole opera with a tractor battery"
    assert len({questions_after(told, turn, "Ola")[0] for turn in range(4)}) == 4
    assert len({questions_after(told, 0, key)[0] for key in ("Ola", "Bartek", "Jana", "Aicha", "Kadri")}) > 1


# ------------------------------------------------------------------ frames and aims
@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.SESSION])
@pytest.mark.parametrize("key", ["", "Ana", "Jana"])
def test_one_brief_never_opens_two_facts_with_the_same_words(kind: Kind, key: str) -> None:
    said = [said_to_them("you ruined springs in a bakery", kind, turn=turn, key=key) for turn in range(4)]
    plain = "You ruined springs in a bakery."
    assert len(set(said)) == 4 or (kind is Kind.NOTE and said.count(plain) == 2 and len(set(said)) == 3)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Eleven singers left, thirty came.", "eleven singers left and thirty came"),
        ("A buyer sent a rug back; you hung it up.", "a buyer sent a rug back, and you hung it up"),
        ("you were good, then you were tired", "you were good, and then you were tired"),
        ("you ruined springs, wires, and a lamp", "you ruined springs, wires, and a lamp"),
        ("Last winter, a boat thanked you by horn", "last winter, a boat thanked you by horn"),
        ("you cut cloth, which you burned", "you cut cloth, which you burned"),
    ],
)
def test_two_sentences_side_by_side_are_joined_as_one_says_them(written: str, told: str) -> None:
    assert clause(written) == told


@pytest.mark.parametrize("turn", range(4))
def test_an_aim_and_its_reason_are_one_sentence_in_each_wording(turn: int) -> None:
    said = aim_with_reason("Teach children why the slope moved. Why: Our old map is wrong.", turn, "Ana")
    assert said.endswith(" teach children why the slope moved, because our old map is wrong.")
    back = aim_with_reason("Build a pack. Why: They are glued shut.", turn, "Ana")
    assert back.endswith("build a pack, because they are glued shut.")


def test_a_trade_is_asked_as_a_trade() -> None:
    assert role_in("Odile Racine: Watchmaker, Atelier Racine. Cares about springs.") == "a watchmaker"
    assert role_in("Elsa Ny: Emergency nurse.") == "an emergency nurse"
    assert role_in("Elsa Ny: Cares about springs.") == ""
    assert role_in("Elsa Ny: VP of Something Very Long and Odd, Inc.") == ""
    assert any("a watchmaker" in one for one in questions_after_aim("I want to build.", "a watchmaker", 0, "Ana"))


def test_a_message_gives_its_reason_unless_the_goal_is_about_the_writer_alone() -> None:
    texts = reasons_for_writing("Test hive sensors with beekeepers. Why: It matters.", "Ana")
    assert len(set(texts)) >= 3
    assert not any("thought of you" in one or "question about that" in one for one in texts)
    assert all("test hive sensors with beekeepers" in one and one.endswith(".") for one in texts)
    assert all("two growers" in one for one in reasons_for_writing("Find two growers"))
    for private in ("Dare to speak first", "Feel less alone", "Say what I think in front of managers"):
        assert reasons_for_writing(private) == []


def test_a_goal_touches_somebody_by_a_word_of_one_family() -> None:
    assert touches("Teach my son to float.", ["Deirdre: Swimming teacher, Lee Pool."])
    assert not touches("Build a pack. What I value: patience.", ["Ueli: Cheese maker. patience"])


@pytest.mark.parametrize(
    ("told", "beside", "not_asked"),
    [
        ("you are collecting 300,000 signatures", "Olu already has 250,000.", "How far have you got?"),
        ("you want a new roof for your barn", "She needs it by March.", "How soon do you need it?"),
        ("you struggle with your budget", "He tried two advisers.", "What have you tried so far?"),
        ("you want to open a cafe", "Next she looks for a room.", "What is the next step?"),
        ("you are building a boat", "It goes well.", "How far have you got?"),
    ],
)
def test_what_the_note_answers_in_another_sentence_is_not_asked(told: str, beside: str, not_asked: str) -> None:
    assert not_asked in questions_after(told, 0, "")
    assert not_asked not in questions_after(told, 0, "", beside)
    assert questions_after(told, 0, "", beside)


@pytest.mark.parametrize("key", ["Ana", "Bo", "Cy", "Dee"])
def test_a_promise_is_asked_about_as_a_promise(key: str) -> None:
    for told in ("I promised to send you the slides", "I owe you a list", "I said I would lend you the kiln"):
        assert set(questions_after(told, 0, key)) == set(ASKED[FactKind.OWED])
    for told in ("you promised to send me the list", "you offered to read it", "you said you'd call me"):
        assert set(questions_after(told, 0, key)) == set(ASKED[FactKind.PROMISED])


def test_what_they_asked_the_user_for_is_not_asked_back() -> None:
    asked = questions_after("you asked whether I know somebody there", 0, "")
    assert not {"What would your own answer be?", "What would you have done?"} & set(asked)
    assert "What would your own answer be?" in questions_after("you asked me why bread rises", 0, "")


def test_a_finder_is_asked_about_the_finds_and_not_whether_to_hear_of_them() -> None:
    asked = questions_after("you found 40 real bugs in a year", 0, "")
    assert "Which of the real bugs surprised you most?" in asked
