"""Details and deeds that a draft recalls, of which no word stands in the notes; offers and praise without ground."""

from __future__ import annotations

import pytest

from coach.domain.grounding import check_draft
from tests.unit.grounding.craft_fair import checked

MET = "Met Ann Lee at her stall. She makes oak stools, learned it from her aunt. Sold 12 on Saturday."
FOUND_OR_NOT = [
    # (note, what must pass, what must be found)
    (MET, "It was good to meet you at your stall.", "It was good to meet you in that freezing hall."),
    (MET, "I still think of the oak stools.", "I still think of the little brass bell above the door."),
    (MET, "We spoke at your stall, beside the oak stools.", "We spoke at your stall, behind the man with the parrot."),
    (MET, "I enjoyed our chat, the one about stools.", "I enjoyed our chat, the one beside the fish market."),
    (MET, "Thank you for coming.", "Thanks for taping my ankle."),
    (MET, "We met when you sold a stool.", "We met while the band was tuning up."),
    (MET, "I liked your stools, learned from your aunt.", "I liked your stools, perched on upturned crates."),
    (MET, "I liked the stool that you sold.", "I liked the stool, which you painted bright orange."),
    (MET, "You sold 12 of them.", "You sold 12 of them and wrapped them in a velvet curtain."),
    (
        f"{MET} Showed me round her workshop in Ely.",
        "Thank you for showing me round your workshop in Ely.",
        "Thank you for letting me look round your house in York.",
    ),
    (
        f"{MET} Walked to the station together.",
        "I enjoyed our walk to the station.",
        "I enjoyed our stroll through the Christmas market.",
    ),
    (
        {"kind": "goal", "text": "Ask Ann Lee for six stools. I can bring my own oak and fetch them with our van."},
        "I could bring my own oak.",
        "I could also bake samosas for everybody.",
    ),
    (
        {"kind": "goal", "text": "Ask Ann Lee for six stools. Offer to design her price board."},
        "I could design your price board and send it to you.",
        "I could design your price board and take over the till.",
    ),
    (MET, "The oak stools still make me smile.", "The stool with the birthday balloon still makes me smile."),
    (
        {"kind": "goal", "text": "Show stools by Ann Lee. My cousin's gallery has room in April."},
        "My cousin could show them in April.",
        "My flatmate could record a podcast.",
    ),
    (
        f"{MET} Found her very calm.",
        "I liked how calmly you sold them.",
        "My neighbours all say that you have magic hands.",
    ),
    (
        MET.replace("Sold", "Her stall won first prize. Sold"),
        "Congratulations on the prize!",
        "Well done on the medal!",
    ),
    (
        f"{MET} Very patient with the children.",
        "I saw how patiently you sold them.",
        "I saw how wittily you sold them.",
    ),
    (f"{MET} Tried the best stool, superb.", "Your stool was the best I tried.", "Your bread was the best I tasted."),
]


@pytest.mark.parametrize(("note", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_recalled_offered_or_praised_needs_a_note(note: str | dict[str, str], right: str, wrong: str) -> None:
    met = {"text": MET}
    assert checked(right, note, met).passed, [one.reason for one in checked(right, note, met).sentences]
    assert not checked(wrong, note, met).passed


@pytest.mark.parametrize(
    "draft",
    [
        "I look forward to that evening.",
        "It was good to meet you at this fair.",
        "I often think of that remark of yours.",
        "I'd be happy to answer any questions.",
        "I could come by on Tuesday.",
        "Meeting you was a pleasure.",
        "Congratulations!",
    ],
)
def test_ordinary_courtesies_need_none(draft: str) -> None:
    assert checked(draft, MET).passed


OWED = {"kind": "commitment", "text": "Ann Lee owes me: the drawings of the stool (by 2025-07-20)"}
OWING = {"kind": "commitment", "text": "I owe Ann Lee: the oak sample (by 2025-07-20)"}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("I look forward to the drawings.", "I look forward to the oak sample."),
        ("Could you send me the drawings?", "Thank you for the drawings that you sent."),
        ("My oak sample will be with you by Sunday.", "I sent you the oak sample last week."),
        ("I owe you the oak sample.", "I owe Tom the oak sample."),
        ("You offered to send the drawings.", "You promised to introduce me to Luca Berg."),
    ],
)
def test_a_promise_on_record_is_open_and_has_its_sides(right: str, wrong: str) -> None:
    notes = (MET, "Tom Reed was there, too.", OWED, OWING)
    assert checked(right, *notes).passed
    assert not checked(wrong, *notes).passed


def test_what_was_delivered_may_be_thanked_for() -> None:
    sent = {"kind": "message", "author": "Ann Lee", "text": "Hi Sam, the drawings of the stool are attached."}
    assert checked("Thank you for the drawings that you sent.", MET, OWED, sent).passed


@pytest.mark.parametrize(
    ("note", "met"),
    [
        ("Sat in Jana's talk on damp hives.", False),
        ("Heard Jana speak about damp hives.", False),
        ("Jana is said to keep bees.", False),
        ("Sat with Jana at lunch.", True),
        ("Heard Jana's talk and asked her about damp hives.", True),
    ],
)
def test_who_only_sat_in_a_talk_has_not_talked_with_the_speaker(note: str, met: bool) -> None:
    evidence = [{"label": "N1", "kind": "note", "text": note, "author": None, "at": "2026-05-02"}]
    brief = {"person": "Jana Horak", "event": "Honey Fair", "today": "2026-05-04", "user": "Sam"}
    assert check_draft("It was good to talk with you at the Honey Fair.", evidence, brief).passed is met
