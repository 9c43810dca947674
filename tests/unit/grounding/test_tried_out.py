"""What somebody types who tries the check out: of each note a sentence that holds and one that does not."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import Note, checked, letter, marked

MET = "Met Ann at the fair."
THERE = [
    (
        (MET, "The panel on sails: I sat on it, Ann was in another room."),
        "I sat on the panel on sails.",
        "Being on the panel on sails with you was a pleasure.",
    ),
    (
        (MET, "I left before the kiln was opened, Ann stayed."),
        "I left before the kiln was opened.",
        "Seeing the kiln opened with you was a joy.",
    ),
    (
        (MET, "Ann started a rowing group for widowers. I have never been there."),
        "Your rowing group is a fine idea.",
        "Ever since I rowed with your group, I have been thinking about it.",
    ),
    (
        (MET, "We did not have lunch together, her bus left early."),
        "I am sorry that we did not have lunch.",
        "It was lovely to get to know you better over lunch.",
    ),
    (
        ("Could not speak to Ann, she left right after her talk. Bo, who works with Ann, told me about the hull.",),
        "Bo told me about the hull.",
        "It was a pleasure to talk with you after your talk.",
    ),
    (
        (MET, "Ann has a boat shed in Turku. I have never been to Turku."),
        "You have a boat shed in Turku.",
        "When you showed me round your shed, I saw how much you have on.",
    ),
    (
        (MET, "I had planned to help at Ann's regatta in June, but I fell ill and never went."),
        "I was ill and missed your regatta.",
        "I still think of the evening in June when I sailed with your crew.",
    ),
    (
        (MET, "We walked through the old town together and ate waffles."),
        "Walking through the old town with you was fun.",
        "Walking through the museum with you was fun.",
    ),
]
SAID = [
    (
        (MET, "I missed the talk on hornets. Ann went and told me it was packed."),
        "You told me that the hornet talk was packed.",
        "As I told you, the hornet talk was packed.",
    ),
    (
        ("Ann asked me whether solar pumps work in winter.",),
        "You asked me whether solar pumps work in winter.",
        "You explained to me that solar pumps work in winter.",
    ),
    (
        ("My sensor does not wake up. Ann guessed it is the clock setting.",),
        "I have not tried your guess about the clock setting yet.",
        "I hope my guess about the clock setting helped you.",
    ),
    (
        ("Ann thinks the new rules will hurt small shops. I think they'll bring more people on foot.",),
        "I think that the rules will bring more people on foot.",
        "You may be right that the new rules will bring more people on foot.",
    ),
    (
        ("Ann takes no lottery money and thinks charities shouldn't. We do take lottery money.",),
        "You told me that charities shouldn't take lottery money.",
        "I told you that charities shouldn't take lottery money.",
    ),
]
GIVEN = [
    (
        (letter("Thanks for showing me how to mix the grey ink!"),),
        "I was glad to show you how to mix grey ink.",
        "Thank you for teaching me how to mix that grey ink.",
    ),
    (
        (letter("I will share our power bills with you after our meeting on 19 July. Please call in the morning."),),
        "You will send me your power bills after the 19th.",
        "I will send you our power bills after the 19th.",
    ),
    (
        (letter("And please do send the article about hand gel you mentioned."),),
        "I will send you the article about hand gel.",
        "Please don't forget to send me the hand gel article.",
    ),
    (
        (letter("Could you send me your poster so I can put it up at the library?"),),
        "You will get my poster soon.",
        "I can't wait to get your poster.",
    ),
    (
        ({"kind": "commitment", "text": "I owe Ann: the first half of the booklet (by 2025-07-20)", "at": None},),
        "I'll send you the first half of the booklet by Sunday, as agreed.",
        "I'll send you the whole booklet by Sunday, as agreed.",
    ),
    (
        ({"kind": "commitment", "text": "I owe Ann: the first half of the booklet (by 2025-07-20)", "at": None},),
        "You'll have the first half of the booklet from me by 20 July, as promised.",
        "You'll have the first half of the booklet from me by the end of August, as promised.",
    ),
    (
        (MET, {"kind": "commitment", "text": "I owe Hanna: our list of slow queries (by 2025-07-20)", "at": None}),
        "I owe Hanna our list of slow queries.",
        "As promised, I'll send you our list of slow queries by 20 July.",
    ),
    (
        (MET, {"kind": "commitment", "text": "I owe Hanna: our list of slow queries (by 2025-07-20)", "at": None}),
        "I am sending Hanna our list of slow queries by 20 July.",
        "Hanna is sending me a list of your slow queries by 20 July.",
    ),
]
DEEDS = [
    (
        ("Ann makes paper. Callum Reid restored an old press, it took him three years.",),
        "Callum needed three years for his old press.",
        "Restoring an old press over three years shows how patient you are.",
    ),
    (
        ("Ann runs a larder. Roisin Daly got a grant from a supermarket chain.",),
        "Well done on running your larder.",
        "Well done on getting a grant from a supermarket chain.",
    ),
    (
        ("Ann teaches physics and leads a robotics club.",),
        "As a physics teacher you know all this.",
        "A chemistry teacher who leads a robotics club is something special.",
    ),
    (
        (MET, "Ann gave a talk on tides, I sat in the first row."),
        "The talk that you gave on tides was clear.",
        "The poem that you read to us was so touching.",
    ),
    (
        (MET, "Ann cuts willow rods on her land. I told her about my boat."),
        "I still think of the willow rods that you cut.",
        "I still smile about the morning when we cut willow rods together.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), [*THERE, *SAID, *GIVEN, *DEEDS])
def test_the_wrong_one_of_two_is_marked(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes), right
    assert marked(wrong, *notes), wrong


@pytest.mark.parametrize(
    ("notes", "right"),
    [
        ((letter("I still have not decided about the grant."),), "Have you made up your mind about the grant yet?"),
        (("Her brother Sorin builds her hive boxes.",), "It must help to have a brother who builds your hive boxes."),
        (
            (MET, letter("I can't come in December, my daughter has a recital.")),
            "What a pity that you can't make it in December, but I hope the recital goes well.",
        ),
        (("Ann's tank fails often. She asked me whether solar tanks work in winter.",), "Your tank fails often."),
        (("Ann has 24 old lamps and wants to swap six of them.",), "Six lamps for a dimmer sounds fair to me."),
        ((MET, "I came late and missed Ann's talk, she walked me through two of the slides."),
         "Thank you for taking me through a couple of the slides."),
        (("Ann guessed it is the clock setting.",), "I still have to try your idea about the clock setting."),
        ((letter("Two of my pupils have asthma."), "Ann's class of 26 built a dish."), "Will all your 26 pupils come?"),
        (("Ann moved to Turku from Oulu in 2019.",), "It is six years since you moved from Oulu to Turku, isn't it?"),
        ((letter("Bo says bring gumboots."),), "I will bring my gumboots."),
        (("The group has 140 letters so far.",), "Well over a hundred letters is a treasure."),
        (("Ann's pupils built an arm from scrap printers.",), "Making an arm out of old printers is a fine idea."),
        (("Ann has published 21 books. No readings this year.",), "Twenty-one books in all these years is a lot."),
        (("Ann answered every question with patience.",), "I admired how patiently you answered the questions."),
        (("Ann used to be a ship's electrician.",), "Being an electrician on ships must have been quite a school."),
        (("Ann keeps 40 hives. Her father built the bee house.",), "May I come and see your bees in August?"),
        (("I told Ann about my hive scale. She has none.",), "You mentioned that you don't have a hive scale."),
        (("Ann will send her list.",), "If you send me your list, I can compare it with my text."),
        ((letter("Thursday is fine for our call."),), "Thank you for setting up the call."),
        ((letter("I have not started a comics club so far."), "I run a comics club."),
         "I'm glad my comics club made you want one of your own."),
        ((letter("The new lab isn't open yet, so we use the old one."),), "The old lab is fine for me."),
        ((letter("We have not had the urchin trouble."),), "Thank you for your answer about the urchins."),
        (("Sat opposite Ann at breakfast.",), "It was nice having breakfast with you."),
        (("Ann does not use any plastic glue.",), "It is rare for me to meet a builder who leaves plastic glue out."),
        (("I offered Ann two free hours to set up an order form.",), "My two hours for your order form cost nothing."),
    ],
)  # fmt: skip
def test_what_is_right_in_other_words_passes(notes: tuple[Note, ...], right: str) -> None:
    assert not marked(right, *notes), right


def test_the_reasons_say_what_the_notes_have() -> None:
    note = "Ann asked me whether solar pumps work in winter."
    asked = checked("You explained that solar pumps work in winter.", note)
    assert asked.sentences[0].reason == f"By your notes this was only asked: “{note}”."
    thanks = checked("Thank you for teaching me to mix grey ink.", letter("Thanks for showing me how to mix grey ink!"))
    assert thanks.sentences[0].reason == (
        "By your notes it is they who thank you for this: “Thanks for showing me how to mix grey ink!”."
    )


def test_a_gerund_whose_words_stand_in_the_programme_alone_says_nothing() -> None:
    programme = {"kind": "session", "text": "Opening a bakery on wheels. Speaker: Bo Lund.", "at": None}
    assert not marked("Well done on opening a bakery on wheels.", MET, programme)
