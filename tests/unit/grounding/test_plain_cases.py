"""Plain notes and plain reversals of them: of each note a sentence that holds and one that does not."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import Note, checked, marked

MET = "Met Ann at the fair."
NAMED_LIKE_WORDS = [
    ((MET, "Owen Price is on the jury."), "Owen Price is on the jury.", "Since you are on the jury, may I say this."),
    ((MET, "Owen Price, who sat with us, grew up in Cardiff."), "Owen grew up in Cardiff.", "You grew up in Cardiff."),
    ((MET, "Grace Lim makes kites in Penang."), "Grace makes kites.", "You make kites, I know."),
    ((MET, "Peter Green broke his arm."), "Peter broke his arm.", "You broke your arm, poor you."),
    ((MET, "Dean Cook gave the talk on kilns."), "Dean gave the talk on kilns.", "You gave the talk on kilns."),
    ((MET, "Mark Young from Leeds lost his flat."), "Mark lost his flat.", "You lost your flat, I know."),
    ((MET, "Rose Field: teaches maths."), "Rose teaches maths.", "You teach maths."),
    ((MET, "Ray Cross and I had lunch. He keeps bees."), "Ray keeps bees.", "You keep bees."),
    ((MET, "Miles Wood - baker. Bakes rye bread."), "Miles bakes rye bread.", "You bake rye bread."),
    ((MET, "Will Hunter bakes rye bread."), "Will bakes rye bread.", "You bake rye bread."),
]
WHO_SAID_IT = [
    ((MET, "Bo thinks my kiln is too big."), "Bo thinks my kiln is too big.", "You think my kiln is too big."),
    (("Ann said that the lawyers were the real users.", "Tom Hay came along."), "You said that the lawyers were the"
     " real users.", "Tom said that the lawyers were the real users."),
    (("Ann said silence is the hardest exercise.",), "You said silence is the hardest.", "You said silence is easy."),
    (("Ann loves the cloth bag.",), "You love the cloth bag.", "You said that the cloth bag is ugly."),
]  # fmt: skip
GIVEN = [
    (
        ("I promised to send Ann the outline. Ann offered to review my outline.",),
        "Thank you for offering to review my outline.",
        "Thank you for promising to send me your outline.",
    ),
    (("Ann wants the drawings before she quotes.",), "You want the drawings.", "Thank you for sending the quote."),
    (("Ann wants the kiln drawings.",), "I'll send you the kiln drawings.", "I await the kiln drawings from you."),
    ((MET, "We need a roof."), "We need a roof.", "We would build the first roof for free."),
    ((MET,), "It was good to meet you.", "You can all stay at my house."),
    ((MET,), "It was good to meet you.", "We pay your desk in Turku."),
]
UNHEARD = [
    ((MET, "Ann has a son."), "I hope your son is well.", "I hope your husband is well."),
    (
        (MET, "Ann moved to a new flat."),
        "I was glad to hear about your new flat.",
        "I was glad to hear about your van.",
    ),
    ((MET, "Ann will call me."), "You said you would call me.", "You said you would visit me in Graz."),
    ((MET,), "It was kind of you to come.", "It was kind of you to drive me home."),
]
OTHERWISE = [
    ((MET, "Ann will ask about a swap in spring."), "A swap in spring?", "The swap in autumn sounds good."),
    ((MET, "Ann's calls fell by a third."), "Your calls fell by a third.", "Your calls fell by half."),
    (("Ann still teaches one course a year.",), "You still teach one course.", "It is hard that you no longer teach."),
    (("Ann won't take over the parser.",), "You won't take over the parser.", "I'm glad that you will take over the"
     " parser."),
    (("Ann has never worked with a customer in Romania.",), "I would be your first customer in Romania.",
     "You have worked with Romanian customers."),
    (("Ann is visiting Munich in June.", "Bo Lund makes kites."), "You visit Munich in June.", "Bo will be in Munich in"
     " June."),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "right", "wrong"), [*NAMED_LIKE_WORDS, *WHO_SAID_IT, *GIVEN, *UNHEARD, *OTHERWISE])
def test_a_plain_reversal_is_marked_and_the_plain_truth_is_not(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes), right
    assert marked(wrong, *notes), wrong


@pytest.mark.parametrize(
    ("notes", "right"),
    [
        (("Ann can't read tenor clef.",), "Tenor clef is hard for me as well."),
        (("Ann wants the drawings. I have not finished them.",), "You still want the drawings."),
        (("Bo Lund knows Ann from school.", MET), "Bo told me that you know each other from school."),
        (("Ann offers the first loan for nothing.",), "I could bring a book for nothing."),
        (("The market is in spring.",), "The market has been quiet since winter."),
        ((MET,), "Will Thursday's market be open?"),
    ],
)
def test_what_only_sounds_like_it_passes(notes: tuple[Note, ...], right: str) -> None:
    assert not marked(right, *notes), right


def test_the_reason_names_who_thinks_so() -> None:
    found = checked("You think my kiln is too big.", MET, "Bo Lund thinks my kiln is too big.").sentences[0]
    assert found.reason == "By your notes it was Bo Lund who did: “my kiln is too big.”."
