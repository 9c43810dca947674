"""Moments together, offers and promises told in free words: what a right letter may say, and what is made up."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, LIST, OWED, Note, marked

LENT = "Ann will lend me her book on knots, wants it back by september"


def _talk(text: str) -> Note:
    return {"kind": "session", "text": text, "at": "2025-07-12"}


FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "sat next to Ann at dinner, fish soup"),
        "I was lucky to sit beside you at the dinner.",
        "I was lucky to sail beside you to the island.",
    ),
    (
        (ANN, "walked to the station with Ann in the rain, one umbrella"),
        "Walking through that downpour with you was a pleasure.",
        "Skating through that forest with you was a pleasure.",
    ),
    (
        (ANN, "we looked at old plans together, Ann + me, all morning"),
        "Leafing through the old plans with you was a gift.",
        "Leafing through the ship's logbook with you was a gift.",
    ),
    (
        (ANN, "In Ann's group. We rebuilt a rudder in 40 minutes. She sawed, Tom glued.", "talked to Ann at lunch"),
        "I enjoyed working with you on that rudder.",
        "I enjoyed working with you on that mast.",
    ),
    (
        (ANN, "Panel: Jan Maas said larch lasts longest. Ann nodded.", "Ann told me about her kiln"),
        "I enjoyed the panel.",
        "I enjoyed your workshop.",
    ),
    (
        (ANN, _talk("Larch and Glue. Ann Lee."), "spoke to Ann at coffee after. she dries planks for 3 years"),
        "Thank you for the talk on Saturday.",
        "Thank you for the tour of your boatyard.",
    ),
    (
        (ANN, "met Ann at lunch", "couldn't see Ann's demo, was on first aid duty"),
        "Everyone told me how good your demo was.",
        "I loved your demo.",
    ),
    (
        (ANN, "asked Ann about the leak: bad seam"),
        "I'll bring biscuits and put the kettle on.",
        "I can bring you a new engine and a trailer.",
    ),
    (
        (ANN, "asked Ann about the leak: bad seam"),
        "I'd be happy to help with the sanding.",
        "I'd be happy to pay for the sanding.",
    ),
    (
        (ANN, "Ann lands in Cork on 2 August for the boat fair"),
        "I'll pick you up when you land.",
        "I'll get you a stall at the festival.",
    ),
    (
        (ANN, "Ann needs a French proofreader - I offered"),
        "I'd be glad to proofread the French text.",
        "I'd be glad to illustrate the French text.",
    ),
    (
        (ANN, OWED, LIST),
        "I owe you a beer for all this.",
        "I owe you the list of rope dealers.",
    ),
    (
        (ANN, OWED),
        "My seam held, which I owe to your advice.",
        "My seam held, and I owe you the recipe for the glue.",
    ),
    (
        (ANN, LENT),
        "You'll have your book back by September.",
        "You'll have a book on knots from me by September.",
    ),
    (
        (ANN, "I said I'd come along on her boat one Tuesday. She said 5 or 19 August."),
        "I'd like to take you up on your offer of a day on the boat.",
        "I'd like to take you up on your offer of a bed for the night.",
    ),
    (
        (ANN, "We agreed on swapping planks: she picks five, I pick five"),
        "Thank you for agreeing to the swap.",
        "Thank you for agreeing to the loan of your crane.",
    ),
    (
        (ANN, "Ann nodded and left at 10", "had beers with Ann and Tom, he left at 10 for last tram"),
        "Sharing a beer with you was a fine end to the evening.",
        "Sharing a sauna with you was the best end of the evening.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_free_words_pass_and_made_up_moments_are_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes), right
    assert marked(wrong, *notes), wrong
