"""Details hung on behind a preposition, and moments told as shared or seen to the end."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

MET = "Met Ann Lee at her stall. She makes oak stools, learned it from her aunt. Sold 12 on Saturday."
TOLD_OR_NOT = [
    # (note, what must pass, what must be found)
    (MET, "You sold 12 oak stools at your stall.", "You sold 12 oak stools out of a rusty caravan."),
    (MET, "You learned it from your aunt.", "You learned it from your aunt after the tannery flood."),
    (MET, "You sold 12 at that stall.", "Thank you again for the tea out of that silver caravan."),
    (
        f"{MET} Walked by the lake together.",
        "I'll remember the two of us walking by the lake.",
        "I'll remember the two of us rowing.",
    ),
    (
        f"{MET} We ran the glue workshop together.",
        "I remember the glue workshop we ran together.",
        "I remember the quiz we ran together.",
    ),
    (
        f"{MET} Went to her talk on glue.",
        "Your talk on glue gave me ideas.",
        "Your workshop the next morning gave me even more than the talk on glue.",
    ),
    (
        f"{MET} I haven't seen the Ely chair itself, she drew it for me.",
        "You drew the Ely chair for me.",
        "Seeing the Ely chair together with you was a treat.",
    ),
    (
        f"{MET} Didn't get to her talk on Friday.",
        "It's a pity that I missed your talk on Friday.",
        "I enjoyed your talk on Friday.",
    ),
    (
        f"{MET} Heard the first half of her talk, then a phone call.",
        "I enjoyed the first half of your talk.",
        "I enjoyed the very end of your talk.",
    ),
    (
        f"{MET} Walked through the old town with her helpers that night.",
        "Walking through the old town with your helpers that night has stayed with me.",
        "Sailing the bay with your helpers that night has stayed with me.",
    ),
    (
        f"{MET} I have not read her essay on glue yet.",
        "I'd like to read your essay on glue.",
        "I've gone through your essay on glue.",
    ),
]


@pytest.mark.parametrize(("note", "right", "wrong"), TOLD_OR_NOT)
def test_details_and_shared_moments_need_a_note(note: str, right: str, wrong: str) -> None:
    assert not checked(wrong, note).passed, checked(wrong, note)
    assert checked(right, note).passed, checked(right, note)


def test_the_thing_offered_must_be_known_whatever_else_is_named() -> None:
    goal = {"kind": "goal", "text": "Show Ann Lee's stools in Ely. We can pay for the transport."}
    assert checked("We could pay for the transport to Ely.", MET, goal).passed
    assert not checked("We could pay for your flight to Ely.", MET, goal).passed
