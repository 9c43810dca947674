"""Another number of the very thing, though the notes have that number for something else or it could be worked out."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, Note, marked

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "Ann's firm has five workshops. Two workshops are closed for repairs."),
        "Two of your workshops are closed for repairs.",
        "Five of your workshops are closed for repairs.",
    ),
    (
        (ANN, "Ann lost two of her five apprentices last year."),
        "You lost two of your five apprentices last year.",
        "You lost four of your five apprentices last year.",
    ),
    (
        (ANN, "Ann tested the glue: 4 out of 5 joints held."),
        "Four out of five joints held, I was impressed.",
        "Four out of eight joints held, I was impressed.",
    ),
    (
        (ANN, "Ann sent us two small benches. A bench takes 5 months to make."),
        "Thank you for sending the two small benches.",
        "Thank you for sending the five small benches.",
    ),
    (
        (ANN, "Ann keeps six grafts of walnut for me. She sells grafts, £9 each."),
        "Thank you for keeping six walnut grafts for me.",
        "Thank you for keeping nine walnut grafts for me.",
    ),
    (
        (ANN, "Ann offered me an eighteen-month lease on the shed."),
        "The eighteen-month lease sounds right.",
        "The fourteen-month lease sounds right.",
    ),
    (
        (ANN, "Ann runs a cooking club for 11 yr olds"),
        "I like your cooking club for the eleven-year-olds.",
        "I like your cooking club for the thirteen-year-olds.",
    ),
    (
        (ANN, "Ann has run the workshop for 20 yrs. 60 orders came in one week"),
        "Running a workshop for twenty years deserves respect.",
        "Running a workshop for sixty years deserves respect.",
    ),
    (
        (ANN, "the hearing on Ann's lease is on 29 July. I fly to Rome on 3 August."),
        "Fourteen days until the hearing on your lease.",
        "Nineteen days until the hearing on your lease.",
    ),
    (
        (ANN, "Two hundred orders a year. Ann would prefer two apprentices for a whole term."),
        "Two hundred orders a year, and all by hand!",
        "Five hundred orders a year, and all by hand!",
    ),
]


@pytest.mark.parametrize(("notes", "passes", "found"), FOUND_OR_NOT)
def test_a_number_is_held_against_its_own_thing(notes: tuple[Note, ...], passes: str, found: str) -> None:
    assert not marked(passes, *notes)
    assert marked(found, *notes)
