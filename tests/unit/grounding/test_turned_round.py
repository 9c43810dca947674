"""Turned round: what is denied outright, and what one of the two has and does, told of the other."""

from __future__ import annotations

import pytest

from coach.domain.checking.report import SentenceCheck
from eval.grounding_turned import WAYS, denied, greeted, mine_for_yours, yours_for_mine
from tests.unit.grounding.craft_fair import Note, checked, marked

TALK: Note = {"kind": "session", "text": "Kilns for beginners. Ann Lee. Hall 2", "at": None}
OTHERS_LIFE = [
    (("Ann builds kites. She works alone.", "Bo carves spoons."), "You build kites.", "I build kites."),
    (("Ann keeps 14 hives. She sells honey.",), "You look after fourteen hives.", "I look after fourteen hives."),
    (("Ann has a treadmill with three cameras.",), "You have a treadmill.", "I have a treadmill."),
    (("Ann never bleaches old paper.",), "You never bleach old paper.", "I never bleach old paper."),
    (("I wrote the budget, Ann wrote the method.",), "I wrote the budget.", "You wrote the budget."),
    (("Ann has a steam kiln in her shed.",), "I think of your steam kiln.", "I think of my steam kiln."),
]
OUTRIGHT = [
    (("Ann builds kites.",), "You build kites.", "You don't build kites."),
    (("Ann was right about the ash.",), "You were right about the ash.", "You were not right about the ash."),
    (("Ann's storm shed is full of larch.",), "Your shed is full of larch.", "Your shed is not full of larch."),
    (("Ann can't read music.",), "You can't read music.", "You read music from the sheet."),
]
STILL_RIGHT = [
    (("Ann builds kites. I build boats, like her.",), "I build boats."),
    (("Ann keeps 14 hives. She sells honey.",), "I tried your honey."),
    (("Ann keeps 14 hives. She sells honey.",), "I bought honey at the fair."),
    (("Ann wants old formula books.",), "I have two formula books for you."),
    (("Ann builds kites.",), "Don't build kites for me."),
    (("Ann builds kites, but not for children.",), "You don't build kites for children."),
    (("Ann builds kites. She doesn't sell them.",), "You don't sell your kites."),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), [*OTHERS_LIFE, *OUTRIGHT])
def test_a_sentence_turned_round_is_marked(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes), right
    assert marked(wrong, *notes), wrong


@pytest.mark.parametrize(("notes", "right"), STILL_RIGHT)
def test_what_only_looks_turned_round_passes(notes: tuple[Note, ...], right: str) -> None:
    assert not marked(right, *notes), right


def test_the_readers_talk_is_not_called_the_writers() -> None:
    assert not marked("I missed your talk on kilns.", TALK)
    assert marked("I missed my talk on kilns.", TALK)
    assert not marked("My talk on boats went well.", TALK, "I gave a talk on boats.")


def test_the_reason_quotes_what_the_notes_say() -> None:
    found: SentenceCheck = checked("I build kites.", "Ann builds kites.").sentences[0]
    assert found.verdict == "contradicted"
    assert found.reason == "Your notes say this of Ann Lee: “Ann builds kites.”."


def test_sentences_are_turned_by_machine_in_five_ways() -> None:
    assert list(mine_for_yours("You keep bees and you are kind.")) == ["I keep bees and you are kind."]
    assert list(yours_for_mine("I keep bees, and I hope so.")) == ["You keep bees, and I hope so."]
    assert list(denied("You planted 90 stakes.")) == ["You didn't plant 90 stakes."]
    assert list(denied("The hall is open.")) == ["The hall is not open."]
    assert list(WAYS["my for your"]("Your hives and your mind.")) == ["My hives and your mind."]
    assert list(WAYS["your for my"]("I brought my saw.")) == ["I brought your saw."]


@pytest.mark.parametrize(
    ("way", "said", "others"),
    [
        ("affirmed", "You don't sell wax.", ["You sell wax."]),
        ("affirmed", "It is not open.", ["It is open."]),
        ("number", "I saw two of the forty-two.", ["I saw five of the forty-two."]),
        ("weekday", "We met on Friday.", ["We met on Sunday."]),
        ("month", "It opens on 3 March.", ["It opens on 3 July."]),
        ("day of the month", "It opens on 3 March.", ["It opens on 10 March."]),
        ("last or next", "You wrote last week.", ["You wrote last month."]),
        (
            "opposite",
            "You wrote before the last page.",
            ["You wrote after the last page.", "You wrote before the first page."],
        ),
    ],
)
def test_a_word_is_turned_into_another(way: str, said: str, others: list[str]) -> None:
    assert list(WAYS[way](said)) == others


def test_the_one_greeted_becomes_another_of_the_evidence() -> None:
    entry = {"brief": {"person": "Ann Lee"}, "evidence": [{"text": "Met Ann, and her friend Tom was there."}]}
    assert list(greeted(entry, "Dear Ann, thank you.")) == ["Dear Tom, thank you."]
    assert list(greeted(entry, "Thank you, Ann.")) == []
