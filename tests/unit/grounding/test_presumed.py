"""What a sentence takes for granted is checked wherever it stands: dates in clauses, likings, things parted with."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

CASES = [
    (
        "Ann's cellist Piet leaves in December.",
        "When Piet leaves in September, who will play?",
        "When Piet leaves in December, who will play?",
    ),
    (
        "Ann: deadline for the forms is 28 November.",
        "Is there help before the deadline on 18 November?",
        "Is there help before the deadline on 28 November?",
    ),
    (
        "Ann records her show on Tuesdays.",
        "I could join you on a Thursday, when you record.",
        "I could join you on a Tuesday, when you record.",
    ),
    ("Ann is afraid of heights.", "Heights don't bother you, as you said.", "I know that heights are not for you."),
    ("Ann loves spiders.", "I know that you dread spiders.", "I know that you adore spiders."),
    ("Ann sold her boat last year.", "How is your boat?", "I was sorry that you sold your boat."),
    ("Ann used to run a bakery in Ulm.", "I hope that your bakery thrives.", "Do you miss your old bakery in Ulm?"),
    (
        "Ann says the pilot was a failure.",
        "I hear that the pilot was a success.",
        "I hear that the pilot was a failure.",
    ),
]


@pytest.mark.parametrize(("note", "wrong", "right"), CASES)
def test_what_is_taken_for_granted_is_checked(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed
    assert checked(right, note).passed, checked(right, note)


@pytest.mark.parametrize("draft", ["When we meet in September, I'll bring it.", "Shall we meet on Thursday?"])
def test_a_plan_of_both_may_name_any_day(draft: str) -> None:
    assert checked(draft, "Ann's cellist Piet leaves in December.").passed
