"""Houses that are nobody, words that are quoted, things given up, hospitality never received, praise without peer."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

FOUND_OR_NOT = [
    # (note, what must pass, what must be found)
    (
        "Ann Lee, tailor, Atelier Dikis, Izmir. 11 women, all above minimum wage.",
        "I respect that your eleven women earn more than the minimum.",
        "I respect that your fifteen women earn more than the minimum.",
    ),
    (
        "Lunch with Ann Lee. Tried a booking tool in 2023, switched it off after 6 weeks.",
        "Why did you switch the booking tool off?",
        "How is the booking tool that you use doing?",
    ),
    (
        "Ann Lee was offered a desk job at the agency and turned it down.",
        "I admire that you turned the desk job down.",
        "Congratulations on your new desk job at the agency!",
    ),
    (
        "Ann Lee's neighbours used to complain, no longer do.",
        "I'm glad that your neighbours no longer complain.",
        "It's a shame that your neighbours still complain.",
    ),
    (
        'Ann Lee was there with Tom Berg. Tom: "varnish is just marketing." Ann laughed.',
        "Tom called varnish just marketing.",
        "You called varnish just marketing, which made me smile.",
    ),
    (
        "Met Ann Lee, curator. Director: Hamish Orr. 1,150 pieces.",
        "As curator you must know every piece.",
        "As director you can sign it yourself.",
    ),
    (
        "Ann Lee owes me nothing. I promised Ann the programme of the October course.",
        "You'll get the programme shortly.",
        "You promised me the programme of the October course.",
    ),
    (
        "Ann Lee isn't for sale yet with her radios, still prototypes. Never goes out without her own rope.",
        "You'd be welcome, with your own rope of course!",
        "I'd like one of your green canoes.",
    ),
    (
        "Ann Lee kept one coat back. Recommended by Tom, not met her yet.",
        "What made you keep one coat back?",
        "Great talking to you on Thursday.",
    ),
    (
        "Ann Lee carves spoons and sells them in Turku.",
        "How do you sell your spoons in Turku?",
        "Nobody carves a spoon as well as you do.",
    ),
    (
        "Ann Lee carves spoons. Wanted to see her bench but she'd packed up already.",
        "I'd love to see your bench one day.",
        "Thank you for letting me sit at your bench.",
    ),
    (
        "Ann Lee has a school. Couldn't attend her workshop (scoring course).",
        "Unfortunately I was elsewhere during your workshop.",
        "I learned most from your workshop.",
    ),
    (
        "Also met Pieter de Wit, who works in Utrecht. He maintains a collector plugin. Ann Lee was with us.",
        "Pieter maintains a collector plugin.",
        "I would try out the collector plugin you maintain.",
    ),
    (
        "Lunch with Noor van Dijk, she teaches. Noor will be in Kiel in December. Ann Lee too.",
        "Noor will be in Kiel in December.",
        "Ann, I hope that you had a good week in Marbella.",
    ),
    (
        "Wanted to go to Ann Lee's talk but was on the desk until noon. She tests ticket machines.",
        "I was on the desk and could not go to your talk, sorry.",
        "Hearing you speak about ticket machines was a fine start.",
    ),
    (
        "Liked the card game Ann Lee uses for training, she made it herself.",
        "I liked the card game that you use for training.",
        "I enjoyed your lecture about the card game.",
    ),
    (
        "Told Ann about our pilot. The board meets on 5 August, then it will decide on her request.",
        "I hope that the board decides in your favour.",
        "What good news that the board has approved your request.",
    ),
    (
        "Sat with Ann Lee at lunch. She could do a call on 28 July, after 4 pm.",
        "Thank you for finding time on the 28th, any time after four.",
        "Thank you for finding time on the 26th.",
    ),
    (
        "Ann Lee looks after seven gauges, two of which are silent.",
        "Is there any sign of life from the two gauges that are silent?",
        "Is there any sign of life from the five silent gauges?",
    ),
    (
        "Ann Lee owes me: a quote for five sessions",
        "I look forward to your quote for five sessions.",
        "I'll let you have the quote for five sessions.",
    ),
    (
        "Lunch with Ann Lee today. Promised her our runbook template. She didn't give a talk.",
        "It was good to have lunch with you. I haven't forgotten the runbook template.",
        "I very much enjoyed your talk on data clinics.",
    ),
    (
        "Talked to Ann Lee. Her boss Stefan Berg wants to open the test data.",
        "Your boss wants to open the test data, you said.",
        "You want to open the test data, which is brave.",
    ),
    (
        "Ann Lee was there. Tom Berg came up with the tide layer. I promised Ann the price list.",
        "As promised, I will send you the price list.",
        "As promised, I'll have a coding taster for your pupils ready.",
    ),
    (
        "Talked to Ann Lee. Tom Berg came up with the tide layer.",
        "Tom's idea of the tide layer is still in my head.",
        "I went home with your idea of the tide layer in my head.",
    ),
]


@pytest.mark.parametrize(("note", "right", "wrong"), FOUND_OR_NOT)
def test_one_reading_passes_and_the_other_is_found(note: str, right: str, wrong: str) -> None:
    assert checked(right, note).passed, checked(right, note)
    assert not checked(wrong, note).passed, checked(wrong, note)


def test_three_sentences_of_a_persons_own_stand_for_a_meeting() -> None:
    note = "Ann Lee, falconer near Bangor. Keeps six birds. Clears gulls from fields on Mondays. Takes school groups."
    assert checked("Great talking to you!", note).passed
    assert not checked("Great talking to you!", "Ann Lee, falconer near Bangor.").passed


def test_my_dad_and_my_father_are_one() -> None:
    assert checked(
        "My father built our smoker from a wardrobe.", "Ann Lee. My dad built our smoker from a wardrobe."
    ).passed
