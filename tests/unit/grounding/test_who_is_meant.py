"""Who is meant by she and he, whose experience a praise tells, what was done together."""

from __future__ import annotations

import pytest

from tests.unit.grounding.glass_fair import GLASS, checked, doers


@pytest.mark.parametrize(
    ("words", "doer", "texts"),
    [
        ("blows bottles", "rolf", ("her uncle Rolf built the kiln; he blows bottles, she never does.",)),
        ("never does", "ines marlow", ("her uncle Rolf built the kiln; he blows bottles, she never does.",)),
        (
            "mail a list",
            "ines marlow",
            (GLASS, "Owner Ralf Stein pays her. She'll mail a list."),
        ),
        (
            "learning to row",
            "ada holm",
            (GLASS, "Chat with Ada Holm. She is learning to row."),
        ),
        (
            "bring a lamp",
            "ines marlow",
            (
                "Ines Marlow. She cuts glass.",
                "* she'll bring a lamp * Mr Falk drives",
            ),
        ),
        ("won a prize", "ines marlow", ("Ines Marlow, Trainee: Olaf Brink. She won a prize.",)),
    ],
)
def test_a_pronoun_means_the_person_who_is_called_so(words: str, doer: str, texts: tuple[str, ...]) -> None:
    assert doers(words, *texts) == {doer}


def test_an_initial_that_acts_is_the_person_of_that_initial() -> None:
    assert doers("likes green", "Maud Ott and Bert Lang met us. B likes green.") == {"bert lang"}


@pytest.mark.parametrize(
    ("note", "right"),
    [
        ("Her lamp was the best of the fair.", "Nothing at the fair came close to your lamp."),
        ("Her vase had the clearest tone I've heard.", "I have not heard a clearer tone than that of your vase."),
        ("I promised to look for a free room in the library.", "I am looking for a library room that costs nothing."),
        ("Ines lacks a grinding wheel. Our school has one.", "Nobody uses the grinding wheel at our school."),
        ("Ines closed the shop in Bath in November.", "Five months already since you gave up the shop in Bath."),
        ("Ines opened the kiln in 2012.", "The kiln has been open for thirteen years now."),
        ("Ines charges 0.16 € a cut.", "Sixteen cents a cut is fair."),
        ("Breakage at Ines's place fell by a quarter.", "A drop of 25 % in breakage is a lot."),
        ("Ines will send the order form.", "I will fill in the order form when it arrives."),
        ("I am to send Ines the colour charts of 1997.", "You will get the 1997 colour charts from me."),
        ("Had tea with Ines.", "Congrats once more, Ines."),
        ("Had tea with Ines.", "Kia ora Ines, thank you for the tea."),
        ("Had tea with Ines. Her co-op: Casa Alta, shared kiln since April.", "Is your shared kiln busy?"),
        ("Ines came with her producer Ada Holm, who edits on her phone.", "How does Ada edit on a phone?"),
    ],
)  # fmt: skip
def test_paraphrase_and_reckoning_pass(note: str, right: str) -> None:
    report = checked(right, note)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("Ines runs a web shop for lamps. Her kiln has 4 burners.", "Your web shop is the clearest I have ever used."),
        ("Ines sings in a choir.", "Your choir gives me goosebumps."),
        ("Ines teaches students to cut glass.", "You have the best manner with students that I know."),
        ("Ines has 4 ovens. Met at the stall.", "We could lend you an oven."),
        ("Met Ines. She pitched alone. I listened to her.", "When we pitched together, you were calm."),
        ("Met Ines. I didn't get to her talk on Friday, left early.", "I enjoyed your talk on Friday."),
        ("Ines passed her guild test in June.", "I heard that you failed your guild test."),
    ],
)
def test_praise_and_deeds_that_no_note_tells_are_marked(note: str, wrong: str) -> None:
    assert not checked(wrong, note).passed


def test_praise_that_a_note_tells_is_the_writers_to_give() -> None:
    assert checked("Your lamp is the best I have ever seen.", "Her lamp was the best thing at the fair, wow.").passed
