"""Whose deed, words, kin or moment it was: what a third person, or the writer, did is not to be told of the reader."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

DEEDS = [
    (
        "Lunch with Ann Lee and Tom Berg. Tom runs a meetup in Graz. Ann is an engineer.",
        "How is your meetup in Graz going?",
        "How is Tom's meetup in Graz going?",
    ),
    (
        "Ann's colleague Tom has a sister in Oslo who is a vet.",
        "How is your sister in Oslo?",
        "How is Tom's sister in Oslo?",
    ),
    (
        "Ann's boss Carla wants to move the team to Rust.",
        "You want to move the team to Rust, which is brave.",
        "Your boss Carla wants to move the team to Rust.",
    ),
    (
        "Met Ann Lee. Ann said her brother quit his job to sail.",
        "It is brave that you quit your job to sail.",
        "It is brave that your brother quit his job to sail.",
    ),
    (
        "Met Ann Lee. Tom (Ann's husband) bakes sourdough and sells it on Saturdays.",
        "I would love to taste your sourdough one day.",
        "I would love to taste Tom's sourdough one day.",
    ),
    (
        "Ann's assistant Pia fixed our laptops.",
        "You fixed our laptops, thank you.",
        "Pia fixed our laptops, thank you.",
    ),
    (
        "Ann rents a shop. Her landlord Olaf paid back the drivers.",
        "It was decent of you to pay back the drivers.",
        "It was decent of Olaf to pay back the drivers.",
    ),
    (
        "Met Ann Lee. Tom thinks remote work kills teams. Ann does not agree.",
        "I keep thinking about your view that remote work kills teams.",
        "I keep thinking about Tom's view that remote work kills teams.",
    ),
    (
        "I recommended Ann a podcast on bees.",
        "The podcast on bees that you suggested was good.",
        "I hope you liked the podcast on bees that I suggested.",
    ),
]


@pytest.mark.parametrize(("note", "wrong", "right"), DEEDS)
def test_a_deed_stays_with_its_doer(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed
    assert checked(right, note).passed, checked(right, note)


MOMENTS = [
    ("Ann climbed the roof of the old mill.", "I climbed the roof with you in the rain."),
    ("Ann bakes plum cake for her choir.", "The plum cake that you and I baked was superb."),
    ("Ann and Lea run through the park on Saturdays.", "Our Saturday runs through the park kept me sane."),
    ("Ann judged cheese in Lyon.", "Judging cheese in that hall in Lyon with you was a joy."),
]


@pytest.mark.parametrize(("note", "draft"), MOMENTS)
def test_a_shared_moment_needs_a_note_in_which_the_writer_has_a_part(note: str, draft: str) -> None:
    assert not checked(draft, note).passed
    assert checked(draft, note.replace("Ann ", "Ann and I ").replace("and I and", "and I,")).passed


@pytest.mark.parametrize(
    "draft",
    ["I'm with you that ratings spoil the fun.", "You and I are alike.", "I share your view, and feel with you."],
)
def test_agreeing_is_no_shared_moment(draft: str) -> None:
    assert checked(draft, "Ann says that ratings spoil the fun.").passed


def test_as_you_offered_is_held_against_what_it_follows() -> None:
    note = "Ann would lend us her pump in May."
    assert not checked("You'd pay for our rooms, as you offered.", note).passed
    assert checked("You'd lend us your pump, as you offered.", note).passed
    assert not checked("You said I could plug into your generator.", note).passed


def test_praise_beyond_compare_needs_a_note_of_having_been_struck() -> None:
    draft = "You gave the funniest speech of the whole evening."
    assert not checked(draft, "Ann spoke at the fair about glue.").passed
    assert checked(draft, "Ann gave a speech about glue, very funny, loved it.").passed


def test_a_gran_is_a_grandmother_of_her_own_grandchild() -> None:
    note = "Met Ann Lee. Tom Berg has the old bobbins, from his gran."
    assert not checked("I'd love to see the old bobbins that came from your grandmother.", note).passed
    assert checked("I'd love to see the old bobbins that Tom has from his grandmother.", note).passed
