"""Right dates of free letters: days reckoned or named another way, days of the writer alone, rhythms and stretches."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, Note, letter, marked

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "Ann's rigging course: Sat 20 + Sun 21 Sept in her shed, 8 places"),
        "So the rigging course is on the 20th and 21st of September in your shed.",
        "So the rigging course is on the 27th and 28th of September in your shed.",
    ),
    (
        (ANN, "Ann's regatta in Kotka 8-10 August"),
        "Your regatta begins on a Friday, so I could come for the Saturday.",
        "Your regatta begins on a Tuesday.",
    ),
    (
        (ANN, "Ann's regatta in Kotka 8-10 August"),
        "Your regatta in Kotka ends on 10 August, a Sunday.",
        "Your regatta in Kotka ends on 10 August, a Friday.",
    ),
    (
        (ANN, "Ann's regatta in Kotka 3-5 October"),
        "Your regatta in Kotka ends on Sunday the 5th.",
        "Your regatta in Kotka ends on Monday the 6th.",
    ),
    (
        (ANN, "repair cafe every 3rd Saturday of the month, Ann mends sails there"),
        "The next repair café is on 19 July.",
        "The next repair café is on 26 July.",
    ),
    (
        (ANN, "Ann's work party last Sat of month 10-12, shed roof"),
        "In August the work party would be on the 30th, wouldn't it?",
        "The work party is on 23 August.",
    ),
    (
        (ANN, "Ann's tar course always the second Monday, 6 to 8 pm"),
        "The next tar course is on 11 August.",
        "The next tar course is on 4 August.",
    ),
    (
        (ANN, letter("Do come to the yard on any Wednesday, but not next week.")),
        "I'd love to come to the yard on a Wednesday, just not the coming one.",
        "I'd love to come to the yard on Thursday, as you proposed.",
    ),
    (
        (ANN, "Ann's larch yard closed 24 Oct - 1 Nov"),
        "Your larch yard is closed in the last week of October.",
        "Your larch yard is closed in the second week of November.",
    ),
    (
        (ANN, "Ann's knee op on 4 Aug, rehab until end of September"),
        "By October you'll be running along the quay again.",
        "You'll be in rehab until the end of October.",
    ),
    (
        (ANN, "Ann's mast workshop opens Fri 15 August, runs 4 wks"),
        "Your mast workshop runs until the middle of September.",
        "Your mast workshop runs until the end of October.",
    ),
    (
        (ANN, "the yard's jubilee in June 2026, yard turns 75"),
        "The yard was founded in 1951.",
        "The yard was founded in 1941.",
    ),
    (
        (ANN, "Ann's boat Rosa (1936) sank in the flood on Boxing Day 2015, 3 yrs to rebuild"),
        "That Boxing Day flood must have broken your heart.",
        "Your boat sank in the flood on New Year's Day.",
    ),
    (
        (ANN, "Ann has led the tar guild since Oct 2018. regatta on a Wed"),
        "In October you'll have led the tar guild for seven years.",
        "In May you'll have led the tar guild for seven years.",
    ),
    (
        (ANN, "Per's farewell concert 1st Sunday in Advent, Ann sings"),
        "Per's farewell concert is on 30 November.",
        "Per's farewell concert is on 7 December.",
    ),
    (
        (ANN, "I teach caulking on the 2nd weekend of Ann's course (7/8 September)"),
        "My caulking is on 7 September, the second weekend of your course.",
        "My caulking is on 14 September, the second weekend of your course.",
    ),
    (
        (ANN, "Ann plants elder by the slip in spring. elder wine tasting on 30 August"),
        "On Sunday I planted an elder in a pot.",
        "You planted an elder on Sunday.",
    ),
    (
        (ANN, letter("I can hand over the mast on the 18th, evenings are fine except Tuesday.")),
        "Tuesdays are bad for me too, I've got choir.",
        "I'll come for the mast on Tuesday evening, as you said.",
    ),
    (
        (ANN, letter("The glue should be ready in ten days or so.")),
        "I look forward to the glue at the end of next week.",
        "I look forward to the glue tomorrow.",
    ),
    (
        (ANN, "Kari's wedding in early September, Ann builds the bower. Ann's tour 9-11 October"),
        "Kari can hardly come along in October.",
        "Kari has her wedding in October.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_right_passes_and_what_is_wrong_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)


@pytest.mark.parametrize(
    "draft",
    [
        "I was born in 1981, long after your boat.",
        "In the summer I'm away for six weeks.",
        "Any evening but Wednesday you'll find me at home.",
        "My spade is from 1962.",
        "Until November, and don't let the glue boil over!",
    ],
)
def test_days_of_the_writer_need_no_note(draft: str) -> None:
    assert not marked(draft, ANN, "Ann boils glue every Thursday. Her tour to Kotka: 20-23 November.")
