"""Where somebody works, how long a thing has gone on, what is told as done, and who is meant by a label."""

from __future__ import annotations

from typing import Any

import pytest

from coach.domain.grounding import check_draft

BRIEF = {"person": "Orsolya Bakos", "user": "Finn Aas", "event": "Bridge Days", "today": "2024-07-15"}


def _evidence(*texts: str) -> list[dict[str, Any]]:
    """`person: …`, `message: …` (by Orsolya), `commitment: …`, or a plain note."""
    found = []
    for number, text in enumerate(texts, start=1):
        kind, _, rest = (
            text.partition(": ") if text.startswith(("person: ", "message: ", "commitment: ")) else ("", "", text)
        )
        author = "Orsolya Bakos" if kind == "message" else None
        at = "2024-07-12" if kind in ("", "message") else None
        found.append({"label": f"N{number}", "kind": kind or "note", "text": rest, "author": author, "at": at})
    return found


def _passes(draft: str, *texts: str) -> bool:
    return check_draft(draft, _evidence(*texts), BRIEF).passed


CASES: list[tuple[tuple[str, ...], str, str]] = [
    (
        ("message: I have not yet asked the port about filming.",),
        "I know that you have not yet asked the port about filming.",
        "How good that the port allows filming!",
    ),
    (
        ("The port board votes on the second Monday of next month.",),
        "May I ring you before the board votes next month?",
        "May I ring you before the board votes this month?",
    ),
    (
        ("commitment: I owe Orsolya Bakos: the price list",),
        "As I promised, you will get the price list.",
        "As you promised, I will get the price list.",
    ),
    (
        ("person: Orsolya Bakos - welder, Danube Yard, Szeged.", "Orsolya B runs a crane with her aunt."),
        "I would like to see your crane in Szeged.",
        "I would like to see your crane in Malmo.",
    ),
    (
        ("Ivo Ray, fitter: he isn't coming back.",),
        "It is a pity that Ivo isn't coming back.",
        "Nice that Ivo is coming back.",
    ),
    (
        ("message: I have not heard from the port about the night permit.",),
        "I hope that the port answers about the night permit.",
        "How good that the port has given you the night permit!",
    ),
    (
        ("Orsolya fell into the basin two autumns ago.",),
        "You fell into the basin in the autumn of 2022.",
        "You fell into the basin last autumn.",
    ),
    (
        ("Orsolya B lost her tools in the fire.",),
        "I was sorry to hear that your tools were lost in the fire.",
        "I'm glad that your tools survived the fire.",
    ),
    (
        ("person: Orsolya Bakos - welder, Danube Yard, Szeged.", "person: Milan Hruby - fitter, Elbe Works, Melnik."),
        "Milan, who works at Elbe Works, told me about rivets.",
        "Milan, who works at the Danube Yard, told me about rivets.",
    ),
    (
        ("person: Orsolya Bakos - welder, Danube Yard, Szeged.", "I passed through Gyor on the train."),
        "I would like to see your yard in Szeged one day.",
        "I would like to see your yard in Gyor one day.",
    ),
    (
        ("person: Orsolya Bakos - deputy director, Danube Yard, Szeged.",),
        "As the deputy director of the yard you see every plan.",
        "As the director of the yard you see every plan.",
    ),
    (
        ("Orsolya Bakos grinds the seams by hand, from last November on.",),
        "You have been grinding the seams by hand for half a year now.",
        "You have been grinding the seams by hand for over a year now.",
    ),
    (
        ("message: The survey boat is away from 20 July until 17 August.",),
        "The survey boat is away for a month.",
        "The survey boat is away for a week.",
    ),
    (
        ("message: The slipway won't be repaired before the winter.",),
        "I know that the slipway is still broken.",
        "I look forward to the repaired slipway.",
    ),
    (
        ("message: Entry is free but parking isn't included.",),
        "I know that parking isn't included.",
        "It is generous that parking is included.",
    ),
    (
        ("Pavel Hruby, my flatmate: lost his gloves. blames the tide.",),
        "Pavel lost his gloves, and he blames the tide.",
        "You blamed the tide for the gloves that Pavel lost.",
    ),
    (
        (
            "Ivo Ray (Wales): his crane has a bent hook. he's cross w/ the supplier.",
            "commitment: I owe Ivo Ray: our plan",
        ),
        "Ivo is cross with the supplier.",
        "I remember how cross you were with the supplier.",
    ),
    (
        ("Dr Sule said the pier would push silt into the basin.", "Orsolya B likes the pier."),
        "Dr Sule's warning about silt stayed with me.",
        "Your warning that the pier would push silt into the basin stayed with me.",
    ),
    (
        ("commitment: I owe Ida Moe: our tide tables", "Ida Moe asked for our tide tables"),
        "I still owe Ida our tide tables.",
        "Ida has promised me her tide tables.",
    ),
    (
        (
            "message: I'll send you the load table once it is checked.",
            "commitment: Orsolya Bakos owes me: the load table",
        ),
        "I look forward to the load table.",
        "The load table that you sent is just what I need.",
    ),
    (
        ("message: We pay our own trains.",),
        "It is good of you to pay for your own trains.",
        "As agreed, the trains are on us.",
    ),
    (
        ("message: I asked the council for a crane, no answer.",),
        "It is a pity that the council has not answered about the crane.",
        "How lovely that the council has granted you the crane!",
    ),
    (
        ("Orsolya B: 40% of the welders are women.",),
        "Four in ten of your welders are women.",
        "Six in ten of your welders are women.",
    ),
    (
        ("message: Pick-up is this Friday between 8 and 10, the gate is shut later.",),
        "We will be at the gate on Friday between eight and ten.",
        "We will be at the gate tomorrow between eight and ten.",
    ),
]


@pytest.mark.parametrize(("notes", "true", "false"), CASES)
def test_the_true_sentence_passes_and_the_false_one_does_not(notes: tuple[str, ...], true: str, false: str) -> None:
    assert _passes(true, *notes), true
    assert not _passes(false, *notes), false


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("It is a thing that schools pay nothing for.", ("Orsolya's tour is free for schools.",)),
        ("More than a third of the forty bolts were lost.", ("Orsolya lost 15 of 40 bolts.",)),
        ("The move to version 4 went well.", ("Orsolya moved to v4.",)),
        ("The course is closed to anyone under 18.", ("Orsolya's course: not open to under-18s.",)),
        ("Friday at nine suits me.", ("message: Come on Friday between 8 and 10.",)),
        ("Thank you for offering me a day at the yard.", ("message: You are welcome for a day at the yard.",)),
        ("The paint test will be done soon.", ("message: I have not done the paint test, please do so.",)),
        ("A crane of eleven metres takes nerve.", ("Orsolya's crane, 11 m, takes nerve.",)),
        ("The British rules worry her.", ("Orsolya: the UK rules worry her.",)),
        ("I'll ask the chair to let you go early.", ("message: I need to leave early.",)),
        ("The board will speak about money.", ("message: I won't talk about money, the board does that.",)),
        ("Thirty welders without a foreman, that takes trust.", ("Orsolya: 30 welders, never had a foreman.",)),
        ("Greetings to Ivo, I still owe him a phone number.", ("commitment: I owe Ivo Ray: our printer's number",)),
        ("It starts at seven in the evening.", ("message: Our open day: doors at 7.",)),
        ("Your aunt worked with you for nine years.", ("Orsolya B: her aunt worked with her 9 yrs.",)),
        ("She and you trained together.", ("Ida Moe, she and Orsolya trained together.",)),
        ("Two days and a half? A day and a half comes to 600 euro.", ("message: My rate is 400 euro a day.",)),
        ("Your neighbour Ivo has two cranes.", ("Ivo Ray next door to her: 2 cranes.", "Orsolya B, welder")),
        ("She replanted four of the beds after the flood.", ("Ida Moe: replanted four of the beds after the flood.",)),
    ],
)
def test_what_follows_from_hasty_notes_passes(draft: str, notes: tuple[str, ...]) -> None:
    report = check_draft(draft, _evidence(*notes), BRIEF)
    assert report.passed, [(one.text, one.reason) for one in (*report.sentences, *report.claims)]
