"""What was missed, left open, or done by the other of the two."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

MISSED = [
    (
        "Met Ann Lee. Missed Ann's tour of the dye house, train to Lund.",
        "Walking round the dye house with you was a treat.",
        "It's a pity that I missed your tour of the dye house.",
    ),
    (
        "Coffee with Ann Lee. Slept through Ann's keynote, bad cold.",
        "Listening to your keynote I thought of my own loom.",
        "I'm sorry that I slept through your keynote.",
    ),
    (
        "Met Ann Lee. Ann had dinner w/ Tom Berg, I didn't go, too tired.",
        "Dinner with you and Tom gave me new ideas.",
        "I was too tired to come to dinner with you and Tom.",
    ),
    (
        "Coffee with Ann Lee. Lunch with Tom Berg, he wants shorter fairs.",
        "Lunch with you and Tom was fun.",
        "Coffee with you was fun.",
    ),
    (
        "Coffee with Ann Lee. Got in for the last slides of her talk.",
        "It was good to hear your whole talk.",
        "It was good to hear the end of your talk.",
    ),
]


@pytest.mark.parametrize(("note", "wrong", "right"), MISSED)
def test_what_was_missed_is_not_told_as_lived(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed, checked(wrong, note)
    assert checked(right, note).passed, checked(right, note)


OPEN = [
    ("Not sure I can lend you the big kiln.", "I'm pleased that you'll be lending me the big kiln."),
    ("About the joint stall I have decided nothing.", "I'm glad that the joint stall is coming about."),
]


@pytest.mark.parametrize(("letter", "draft"), OPEN)
def test_what_is_left_open_is_nothing_to_be_glad_of(letter: str, draft: str) -> None:
    message = {"kind": "message", "author": "Ann Lee", "text": letter}
    assert not checked(draft, message).passed
    assert checked(draft, message | {"text": "I can lend you the big kiln. I have a joint stall for us."}).passed


def test_one_thing_left_open_leaves_another_settled() -> None:
    note = "Ann backs the new roof, undecided about the bridge."
    assert checked("I'm glad that you back the new roof.", note).passed
    assert not checked("I'm glad that you back the bridge.", note).passed


def test_the_same_words_belong_to_their_doer() -> None:
    note = "Met Ann Lee. I came third in the raft race, Ann won."
    assert not checked("Nobody minds that you came third in the raft race.", note).passed
    assert checked("Nobody minds that I came third in the raft race.", note).passed


def test_thanks_go_to_whoever_did_it() -> None:
    note = "Met Ann Lee and Olaf Berg. Ann mended my blue coat. Olaf makes tea."
    assert not checked("Please thank Olaf for mending my blue coat.", note).passed
    assert checked("Please thank Olaf for making tea.", note).passed


def test_a_thing_that_is_not_hers_is_not_called_hers() -> None:
    letter = {"kind": "message", "author": "Ann Lee", "text": "The loom is ready. Ask Olaf about the map, it's his."}
    assert not checked("May I use your map for the fair?", letter).passed
    assert checked("May I use Olaf's map for the fair?", letter).passed


REASONS = [
    (
        "Ann lost a batch of bowls in May.",
        "Losing a batch of bowls because a shelf had cracked must have hurt.",
        "Losing a batch of bowls in May must have hurt.",
    ),
    (
        "The bank refused Ann the kiln loan.",
        "That the bank refused you the kiln loan for want of collateral makes me angry.",
        "That the bank refused you the kiln loan makes me angry.",
    ),
    (
        "Met Ann Lee. Sang w/ Ann in the barn, slowly.",
        "We sang so slowly in the barn, with the hail rattling on the tiles.",
        "We sang so slowly in the barn.",
    ),
    (
        "Met Ann Lee and Olaf Berg. Ann gets her clay from Olaf.",
        "I'd like to see the baskets that Olaf weaves beside the canal.",
        "I'd like to see the clay that Olaf digs.",
    ),
]


@pytest.mark.parametrize(("note", "wrong", "right"), REASONS)
def test_a_reason_or_circumstance_needs_a_word_in_the_notes(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed, checked(wrong, note)
    assert checked(right, note).passed, checked(right, note)


def test_the_writers_own_reason_needs_none() -> None:
    assert checked("I can't come because a cousin is getting married.", "Ann sells bowls.").passed


def test_a_decimal_is_no_hour() -> None:
    note = "Ann's clay shrinks by 0.7 in two days."
    assert not checked("A clay that shrinks by 1.7 in two days is hard to work.", note).passed
    assert checked("A clay that shrinks by 0.7 in two days is hard to work.", note).passed


def test_an_idea_noted_under_a_third_name_is_theirs() -> None:
    olaf = {"kind": "person", "text": "Olaf Berg - baker, Lund"}
    note = "Olaf: school stove shared w/ bakery oven, copy this."
    assert not checked(
        "I'd like to copy your idea of letting the school share a stove with the bakery.", olaf, note
    ).passed
    assert checked(
        "I'd like to copy Olaf's idea of letting the school share a stove with the bakery.", olaf, note
    ).passed
