"""Days reckoned from the day of writing, who was there, and what is only promised or left open: caught and let pass.

Ann Lee is written to on Tuesday, 15 July 2025; the notes are of Thursday, 10 July.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.grounding.craft_fair import checked

WRONG = ("unsupported", "contradicted")
MESSAGE = {"kind": "message", "author": "Ann Lee", "at": "2025-07-14"}
OWED = {"kind": "commitment", "at": None}


def _marked(draft: str, *notes: str | dict[str, Any]) -> bool:
    return any(sentence.verdict in WRONG for sentence in checked(draft, *notes).sentences)


TALKED = "Ann keeps twelve looms and dyes with walnut. She told me about the flood."
LETTER = MESSAGE | {"text": "The workshop begins on 28 July. You are welcome on any morning of that week."}
LOOM = OWED | {"text": "I owe Ann Lee: drawing of the loom bench (by 2025-07-25)"}
REEDS = OWED | {"text": "Ann Lee owes me: sample of the beech reeds (by 2025-07-22)"}
ROOM = MESSAGE | {"text": "We meet on 24 July at 6 pm in the old tannery library, room 4."}
LATE = MESSAGE | {"text": "I can dye the yarn, but not before the 20th."}
FUND = "Ann applied for the heritage grant, answer expected in autumn. New kiln? she is not sure yet."
BOARD = "Mr Voss, chair of the guild, hasn't agreed yet to the sale."
RIVER = "Walked along the weir with Milan Hora and his dogs, sang all the way."
MISSED = "Ann sang in the evening show. Missed her show, sadly, the bus was late."
MILAN = {"kind": "person", "at": None, "text": "Milan Hora - journalist, Brno"}
FLOAT = "Ann wants 41.000 eur for the mill. I offered 36, she laughed. 118 so far have signed."


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("Thank you for the talk we had yesterday.", [TALKED]),
        ("Thank you for the message you sent three days ago.", [TALKED, LETTER]),
        ("It's good to know that the workshop begins next week.", [LETTER]),
        ("You'll get twenty pine reeds from you, a sample of the pine reeds, by 22 July.", [REEDS]),
        ("See you on 24 July at six, in the town gym.", [ROOM]),
        ("I'll find room 7 on the 24th.", [ROOM]),
        ("Congratulations on getting the heritage grant!", [FUND]),
        ("I'm so glad that the new kiln has come.", [FUND]),
        ("Wonderful that Mr Voss has given his consent to the sale.", [BOARD]),
        ("I still think of our walk along the weir.", [RIVER, TALKED]),
        ("Your singing in the show was superb.", [MISSED]),
        ("I'd never have guessed that a journalist could weave like that.", [MILAN, TALKED]),
        ("We'll waive the hire fee for you.", [TALKED]),
        ("Our museum will pay for the new shuttles.", [TALKED]),
        ("My neighbours have been asking for you all week.", [TALKED]),
        ("You have done more for our craft than any weaver before you.", [TALKED]),
        ("You'll have my sample of the beech reeds soon.", [REEDS]),
        ("You'll be sending me the drawing of the bench by 25 July.", [LOOM]),
        ("I'd like to hear more about your work on pigments.", [MILAN, "Milan Hora grinds his own pigments.", TALKED]),
    ],
)
def test_told_otherwise_than_noted_is_marked(draft: str, notes: list[str | dict[str, Any]]) -> None:
    assert _marked(f"Dear Ann, I hope you are well. {draft}", *notes)


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("Thank you for the talk we had last week.", [TALKED]),
        ("Thank you for the message you sent yesterday.", [TALKED, LETTER]),
        ("So I'll come to the workshop on 28 July.", [LETTER]),
        ("The bench drawing comes to you by the 25th of this month.", [LOOM]),
        ("You'll have the thing by 25 July, before you meet the council.", [LOOM, "Ann meets the council on 18 July."]),
        ("I'm looking forward to the reeds on the 22nd.", [REEDS]),
        ("Your loom bench drawing comes by 25 July.", [LOOM]),
        ("See you on 24 July at six, in the library.", [ROOM]),
        ("I'll find room 4 on the 24th.", [ROOM]),
        ("Dyeing it after the 20th is fine with me.", [LATE]),
        ("I hope the heritage grant comes through.", [FUND]),
        ("I know that Mr Voss hasn't agreed to the sale yet.", [BOARD]),
        ("You missed a lovely walk along the weir.", [RIVER, TALKED]),
        ("I'm sorry that I missed your show.", [MISSED]),
        ("I offered 36,000 euros and you laughed.", [FLOAT]),
        ("118 people have signed already.", [FLOAT]),
        ("I'd be happy to talk it over for free.", [TALKED]),
        ("You'll be sending me the sample of the reeds by 22 July.", [REEDS]),
        ("I'd like to hear more about your work on walnut dyes.", [TALKED]),
    ],
)
def test_the_same_in_other_words_is_let_pass(draft: str, notes: list[str | dict[str, Any]]) -> None:
    assert not _marked(f"Dear Ann, I hope you are well. {draft}", *notes)
