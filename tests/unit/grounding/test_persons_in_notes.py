"""Whom hasty notes speak of: kin by name, somebody in brackets, whoever is rung, a list of who did what."""

from __future__ import annotations

import pytest

from tests.unit.grounding.glass_fair import GLASS, checked, doers


@pytest.mark.parametrize(
    ("words", "doer", "texts"),
    [
        ("wants to sell", "dawn", (GLASS, "Her sister Dawn does the books. Dawn wants to sell.")),
        ("rates have", "whitcombe", (GLASS, "Judge Whitcombe chaired. He said the rates have stood still.")),
        ("keeps bees", "tor eino vik", (GLASS, "Tor Eino Vik, welder at the yard. Keeps bees.")),
        ("maintains the kilns", "sander lindqvist", (GLASS, "Sander Lindqvist maintains the kilns.")),
        ("presented", "kadrin", (GLASS, "Built a lamp with Ines. She drew, I soldered, Kadrin presented.")),
        ("afraid of fire", "olaf brandvik", (GLASS, "Met Ines + colleague Olaf Brandvik (grinder, afraid of fire).")),
        ("runs marathons", "keisha", (GLASS, "Wife Keisha = treasurer, runs marathons.")),
        ("rang olaf", "the writer", (GLASS, "Rang Olaf Brandvik. No stalls left.")),
        ("keeps the van", "kamau", (GLASS, "Her brother Kamau was there, mechanic. Keeps the van going.")),
        ("lost a finger", "selim", (GLASS, "met her brother-in-law Selim as well. washer. lost a finger at 19.")),
        ("no chemicals", "ines marlow", ("Ines Marlow. Her rival Idris came first. No chemicals at all.",)),
        ("found his own", "cyril bunting", (GLASS, "Her volunteer Cyril Bunting helps. C. found his own aunt there.")),
        ("cellist ruben", "ruben aas", ("Ines Marlow lives with her partner, the cellist Ruben Aas.",)),
        ("named the lamp", "pupils of ines marlow", (GLASS, "She teaches; her pupils named the lamp.")),
    ],
)
def test_notes_say_who_did_it(words: str, doer: str, texts: tuple[str, ...]) -> None:
    assert doers(words, *texts) == {doer}


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("Met Ines + colleague Olaf Brandvik (grinder, afraid of fire).", "I understand that you are afraid of fire."),
        ("Olaf Brandvik was in a sulk after the raffle. Jutta Holm won it.", "I gather Jutta Holm was in a sulk after the raffle."),  # noqa: E501
        ("Olaf Brandvik insists on a second key for the furnace.", "I found it brave of you to insist on a second key for the furnace."),  # noqa: E501
    ],
)  # fmt: skip
def test_what_another_did_is_not_the_readers(note: str, wrong: str) -> None:
    assert not checked(f"Hi Ines! {wrong}", GLASS, note).passed


@pytest.mark.parametrize(
    ("note", "right"),
    [
        ("Met Ines + colleague Olaf Brandvik (grinder, afraid of fire).", "I understand that Olaf Brandvik is afraid of fire."),  # noqa: E501
        ("Olaf Brandvik was in a sulk after the raffle.", "I gather Olaf Brandvik was in a sulk after the raffle."),
        ("Ines insists on a second key for the furnace.", "I found it brave of you to insist on a second key for the furnace."),  # noqa: E501
        ("Ines teaches; her pupils named the lamp Sol.", "I like it that your pupils named the lamp Sol."),
    ],
)  # fmt: skip
def test_what_they_did_may_be_said_of_them(note: str, right: str) -> None:
    report = checked(f"Hi Ines! {right}", GLASS, note)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        ("Ines cried when the kiln broke. Met Jutta Holmqvist.", "I recall how Jutta cried.", "I recall how you cried when the kiln broke."),  # noqa: E501
        ("They tested a wax mould and dropped it in July.", "I was surprised that we dropped the wax mould in July.", "I was surprised that you dropped the wax mould in July."),  # noqa: E501
        ("Dr Mensah (chemist) had argued against lead, Ines stayed calm.", "You argued against lead so calmly.", "Dr Mensah argued against lead."),  # noqa: E501
    ],
)  # fmt: skip
def test_a_deed_named_with_its_doer_is_held_against_the_notes(note: str, wrong: str, right: str) -> None:
    assert not checked(f"Hi Ines! {wrong}", GLASS, note).passed
    report = checked(f"Hi Ines! {right}", GLASS, note)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        ("Her uncle Gebhard built the oven. gebhard wants to gild it, she is against it.", "I see why you want to gild it.", "I see why Gebhard wants to gild it."),  # noqa: E501
        ("His friend Zdena Holmqvist tours with a goat. Zdena asked if the fair has a stall for the goat.", "Your goat may stay.", "Zdena's goat may stay."),  # noqa: E501
        ("Her tip: hand out gloves before the furnace is lit. I do it the other way round.", "I hand out gloves before the furnace is lit.", "You hand out gloves before the furnace is lit."),  # noqa: E501
        ("Herr Moser wants us to keep a diary. I hate diaries; Ines has kept one for years.", "I know that you can't stand diaries.", "I can't stand diaries."),  # noqa: E501
        ("Her cousin Illari Mamani grows beans & sells at the Sunday market.", "Do people ask about the beans when you sell at the Sunday market?", "Do people ask about the beans when Illari sells at the Sunday market?"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_feeling_a_thing_or_a_habit_stays_with_whoever_has_it(note: str, wrong: str, right: str) -> None:
    assert not checked(f"Hi Ines! {wrong}", GLASS, note).passed
    report = checked(f"Hi Ines! {right}", GLASS, note)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        ("Rang Jutta Holmqvist about the stalls.", "Thanks for ringing Jutta.", "Did Jutta tell you that I rang her?"),
        ("A fox raided the hens of her neighbour Gocha two nights running.", "I think of how a fox raided your own hens two nights running.", "I think of how a fox raided Gocha's hens two nights running."),  # noqa: E501
        ("I walked to the river with Ines on Sunday.", "Thanks for ringing Jutta Holmqvist.", "Thanks for walking to the river with me."),  # noqa: E501
    ],
)  # fmt: skip
def test_thanks_and_things_go_to_the_right_person(note: str, wrong: str, right: str) -> None:
    assert not checked(f"Hi Ines! {wrong}", GLASS, note).passed
    report = checked(f"Hi Ines! {right}", GLASS, note)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]
