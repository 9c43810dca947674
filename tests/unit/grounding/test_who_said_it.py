"""Whose words and deeds: notes with short forms, brackets and headings, and sayings given to somebody by name."""

from __future__ import annotations

import pytest

from coach.domain.grounding import check_draft
from tests.unit.grounding.craft_fair import checked

FOUND_OR_NOT = [
    # (note, what must pass, what must be found)
    (
        "Ann Lee sells stools. Tom Reed (buyer, Hull) at the same table said varnish should be banned.",
        "Tom said that varnish should be banned.",
        "You said that varnish should be banned.",
    ),
    (
        "Ann Lee: varnish needs two coats. Tom Reed argued that wax keeps better.",
        "Tom's view that wax keeps better surprised me.",
        "Tom's view that varnish needs two coats surprised me.",
    ),
    (
        "Ann Lee and I repaired the press. Tom Reed found the broken spring in the press at midnight.",
        "Tom found the broken spring.",
        "I found the broken spring in the press at midnight.",
    ),
    (
        "Ann Lee played a highlife tune, my apprentice Flo danced.",
        "You played a highlife tune.",
        "I loved how you danced to the highlife tune.",
    ),
    (
        "Ann Lee, treasurer of the guild, not the chair (that's Tom Reed).",
        "As treasurer you know the sums.",
        "As chair you know the sums.",
    ),
    (
        "Met Ann Lee. Ex-rugby (hooker). Runs a gait clinic on Tuesdays.",
        "I'd like to see your gait clinic on a Tuesday.",
        "Your bakery on Tuesdays sounds good.",
    ),
    (
        "Ann Lee. Letterpress shop in an old firehouse. 9 presses.",
        "Your nine presses in the old firehouse stayed with me.",
        "Your six presses in the old firehouse stayed with me.",
    ),
    (
        "Ann Lee, weaver. Cochineal, indigo, madder. 9 looms in the family.",
        "I admire your nine looms.",
        "I admire your seven looms.",
    ),
    (
        "Host tonight is Tom Reed. Pizza at 9. Met Ann Lee.",
        "Shall we talk before the pizza at nine?",
        "Tonight's host is Paul Reed.",
    ),
    (
        "Met Ann Lee. Missed her demo, had to catch a train.",
        "I'm sorry that I missed your demo.",
        "Your demo was wonderful.",
    ),
    (
        "Ann Lee moved 140 jobs btw January and June this yr.",
        "You moved 140 jobs by June this year.",
        "You moved 140 jobs by June last year.",
    ),
    (
        "Ann Lee: battery lasts 11 h, goal 16.",
        "Eleven to sixteen hours of battery is a step.",
        "Your battery lasts nine hours.",
    ),
    (
        "Ann Lee paints. The turquoise glaze is mixed by a neighbour, Tom Reed, after a recipe of 1920.",
        "Tom mixes the turquoise glaze.",
        "You mix the turquoise glaze yourself after the recipe of 1920.",
    ),
    (
        "Ann Lee's talk: loved the film of the fox.",
        "I loved the film of the fox.",
        "I loved the film of the fox in Lyon.",
    ),
    ("Ann Lee works the desk from 10 to 13.", "Three hours at the desk is enough.", "Five hours at the desk is long."),
    (
        "Ann Lee is off to Darwin in September for three months.",
        "Three months from September is long.",
        "Three months from May is long.",
    ),
]


@pytest.mark.parametrize(("note", "right", "wrong"), FOUND_OR_NOT)
def test_words_deeds_and_numbers_go_to_whom_the_note_gives_them(note: str, right: str, wrong: str) -> None:
    assert checked(right, note).passed, [one.reason for one in checked(right, note).sentences]
    assert not checked(wrong, note).passed


@pytest.mark.parametrize(
    "note",
    [
        "Met Annie (Ann) Lee at lunch. Her box cut the failures to 1 in 10.",
        "Met Ann L-B at lunch. Her box cut the failures to 1 in 10.",
        "Met Ann ('Annie') Lee at lunch. Her box cut the failures to 1 in 10.",
    ],
)
def test_a_short_form_of_the_name_is_the_same_person(note: str) -> None:
    assert checked("It was good to meet you at lunch. Failures down to 1 in 10 is a great result.", note).passed


@pytest.mark.parametrize(
    ("note", "draft"),
    [
        ("Never hide the beams, Ann Lee says.", "Your talk on exposed beams made sense to me."),
        ("Ann Lee: no more than ten pages, please. I have 8 pages.", "Eight pages are within the ten that you allow."),
        ("Ann Lee said nobody would stop for milk. They do.", "People do stop for your milk."),
        ("Ann Lee. 0 losses since April.", "Not a single loss since April, Ann!"),
        ("Ann Lee built her telescope out of a wardrobe door.", "They'd like the story of the wardrobe door."),
        ("Ann Lee needs no class IIb, IIa is enough.", "What a relief that class IIa is enough."),
        ("Ann Lee: it's cold, the milk is down.", "Hope it warms up soon."),
        ("Ann Lee's first stop is Lyon.", "Your tour starts in Lyon."),
    ],
)
def test_no_denial_is_read_into_a_note(note: str, draft: str) -> None:
    report = checked(draft, note, "Met Ann Lee. Heard her talk on beams.")
    assert "contradicted" not in {one.verdict for one in report.sentences}, [one.reason for one in report.sentences]


GOAL = {
    "kind": "goal",
    "text": "Visit the bakery opening of Ann Lee on 16 May in Quimper, start in September.",
    "at": None,
}


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("I'd love to come to the opening of your bakery on 16 May.", True),
        ("I'd love to come to the opening of your bakery on 23 May.", False),
        ("We start this autumn, if all goes to plan.", True),
    ],
)
def test_the_days_of_a_goal_lie_ahead_of_the_day_of_writing(draft: str, right: bool) -> None:
    assert checked(draft, GOAL, "Met Ann Lee, who opens a bakery.").passed is right


def test_what_somebody_told_of_the_reader_is_theirs_to_be_quoted_for() -> None:
    note = "Elif works in Jana's group. She says that Jana keeps her calendar open on Thursdays for new leads."
    evidence = [{"label": "N1", "kind": "note", "text": note, "author": None, "at": "2026-05-02"}]
    brief = {"person": "Jana Horak", "today": "2026-05-04", "user": "Sam"}
    assert check_draft("Elif says that you keep your calendar open on Thursdays for new leads.", evidence, brief).passed
