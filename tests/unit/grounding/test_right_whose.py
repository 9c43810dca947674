"""Whose it is: third persons by role or kin, notes without a subject, what anybody has, capitals that name nobody."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, Note, letter, marked

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "talked to Ann about her shed", "grandson Tyler scans the old letters for her. he is 19"),
        "Your grandson scans them, and I write.",
        "You scan the old letters for Tyler.",
    ),
    (
        (ANN, "met Ann at her stand", "Their deputy Morag takes over in June. she's a vet"),
        "Your deputy strikes me as someone who gets things done.",
        "Your bosun strikes me as someone who gets things done.",
    ),
    (
        (ANN, "Ann, co-founder Brightloop (w Jonas, CTO). sensors for boats", "Jonas wants the tech in, she doesn't"),
        "Your co-founder wants the tech in.",
        "You want the tech in.",
    ),
    (
        (ANN, "her boss Mme Garnier won't lend originals. Ann runs the archive of the yard"),
        "Your director's caution is easy to understand.",
        "Your translator's caution is easy to understand.",
    ),
    (
        (ANN, "Barnaby (treasurer) wants fees up to 55, Ann against. vote soon"),
        "You're not keen on the higher fees, I gathered.",
        "You want the fees up to 55.",
    ),
    (
        (ANN, letter("My neighbour on plot 15 gave me his rhubarb, I have far too much.")),
        "Two words on the rhubarb: you already have more than you can eat.",
        "You gave your neighbour on plot 15 your rhubarb.",
    ),
    (
        (ANN, "Ann's daughter Lotte minded both stalls. Lotte sold my ugly jug to a dentist for 80 eur"),
        "Eighty euros for that ugly jug still makes me giggle.",
        "You sold my ugly jug to a dentist for 80 euros.",
    ),
    (
        (ANN, "Ann, stall 22 next to mine. her daughter Lotte minded both stalls"),
        "Lotte minded my stall like her own.",
        "Lotte minded the stall of Bodil Krogh.",
    ),
    (
        (ANN, "proposed a joint exercise to Ann. A: yes but ask Morag. hut sleeps 18", "Morag is her deputy"),
        "I've asked Morag, as you told me to.",
        "I told you to ask the harbour master.",
    ),
    (
        (ANN, letter("Declan asks about the organ. My tenors: I found one! A butcher.")),
        "Is he a baritone in disguise, your butcher?",
        "Your trombone pleased the butcher.",
    ),
    (
        (ANN, "Ann has 60 letters from her brother Alf in the desert"),
        "Alf's letters will do for the booklet.",
        "You have 70 letters from your brother Alf.",
    ),
    (
        (ANN, "met Trimble in the street. he says the depot key will be with us by April", "Ann keeps the depot tidy"),
        "The key to the depot should reach us in April.",
        "You said that I have lost the depot key.",
    ),
    (
        (ANN, "Nils built the cold frame out of old windows. Ann swears by wool pellets"),
        "Whatever Nils can build out of windows, my shed could use.",
        "Whatever Anders can build out of windows, my shed could use.",
    ),
    (
        (ANN, "Ann's hotel was bought by a chain. 31 slides in her deck"),
        "Losing it isn't your fault.",
        "Losing it cost you your trombone.",
    ),
    (
        (ANN, "Ann laughed at my boat"),
        "I'm no Picasso, but Mother Nature and the Council never answer.",
        "I talked to Picabia about your boat.",
    ),
    (
        (ANN, "Ann came last in the race"),
        "I WILL come, and NEVER late.",
        "I'll come with HALYARD.",
    ),
    (
        (ANN, "Ann's assistant Pia is my cousin's flatmate. Pia does the payroll"),
        "My cousin's flatmate does your payroll, can you believe it?",
        "My cousin's flatmate tunes your trombone.",
    ),
    (
        (ANN, "Col pulled the tractor out, owe him a crate. he drinks stout", "Ann was on the sandbags"),
        "I owe Col a crate.",
        "I owe Col a case of whisky.",
    ),
    (
        (ANN, "Ann's host families took in the Poles in 2023"),
        "You did it for the Polish group.",
        "You did it for the Danish group.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_right_passes_and_its_twin_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)
