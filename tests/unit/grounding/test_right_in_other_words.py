"""True sentences in words that the notes do not use: sums, wishes, proposals, roles of nobody in particular."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import BRIEF, LIST, Note, letter, marked

SUMS = [
    (("Ann's group has 34 women. Only six of the women can swim.",), "Have the other twenty-eight women learned yet?"),
    (("The longest ride was 80 minutes. Ann cut it to 65.",), "A quarter of an hour off the ride is no small thing."),
    (("Ann's map saved 14 percent of the fuel.",), "Saving one litre of fuel in seven is a fine thing."),
    (("Ann makes 9 legs a week.",), "Nine a week must come to more than four hundred legs in a year!"),
    (("The children need a new socket every half year.",), "They outgrow a socket in about six months."),
    (("The course has eight places, 23 applied so far.",), "Nearly three people for each place is a lot."),
    (("They've nine chairs for sixteen players.",), "Seven players without a chair make a long bench."),
    (("Sports chairs cost 2,500 euros. Bo welds frames, about 400 euros a chair.",),
     "For the price of one sports chair, Bo could weld you six."),
    (("Unpaid bills went from 22 to 4 percent.",), "From more than one bill in five to one in twenty-five!"),
    (("Ann got 60 orders in a week.",), "Sixty orders in seven days must have kept you busy."),
    (("Ann's club has four dogs. Her dog Luka found me.",), "Please greet the other three dogs too!"),
    (("The organ was built in 1848.",), "An organ of nearly 180 years deserves patient hands."),
    (("Ann says forty is a good number. She sold 41 stools.",), "I liked your answer that forty stools are enough."),
    (("Lay in a snow hole for 6 minutes.",), "Six minutes in the snow felt like sixty."),
    (("Ann grows 8 tonnes a year.",), "If my sums are right, eight tonnes a year is about 150 kilos a week."),
]  # fmt: skip
NOBODYS = [
    (("Ann sells to Jua Soaps.",), "Do you have any buyer besides Jua Soaps?"),
    ((letter("We have beds, but we need trainers."),), "I would love to help as a trainer at your camp."),
    ((letter("You must do the health check."),), "I'll see the doctor beforehand."),
    (("Ann works with a whistle.",), "I'm afraid the trouble is at my end of the lead."),
    (("Bo would like a copy of Ann's plan in Khmer.",), "Perhaps we should look for a translator."),
]
TO_COME = [
    (("Ann keeps 52 goats. Bo sells milking machines.",), "Over fifty goats and no machine: your hands are of steel."),
    (("Ann is in the workshop every day but Wednesday.",), "I could drop in this Thursday, if that suits you."),
    (("Dai needs three weeks after the order.",), "If we order today, he can have them by the middle of August."),
    (("Ann's spare bus has no heater.",), "Driving that bus in January without any heat must be miserable."),
    (("Ann's gives 15 percent off before August.",), "You give 15 percent off until the end of this month."),
    (("Ann runs a club.",), "I hope that I can visit your club soon."),
    ((letter("8 August at 11:00 is good, I'll send the video link."),), "I'm getting ready for our call."),
    ((letter("8 August at 11:00 is good, I'll send the video link."),), "I'll wait for your video link."),
    (("I promised to put them in touch.",), "I'll connect the two of you after the eleventh."),
    ((LIST,), "I'd be glad of the list of rope dealers by the end of August, as you said."),
    ((LIST,), "I am looking forward to the list of rope dealers that you said you would send me."),
    ((letter("I will post 20 grams of carbon to you."), {"kind": "commitment", "text": "I owe Ann: the drawing of our"
     " sample holder", "at": None}), "I am looking forward to your sample."),
    ((letter("I can review your Greek lower case."),), "Thank you for agreeing to look at my letters."),
    ((letter("My colleague Bo would like your antenna drawings."),), "I will gladly send the drawings to Bo."),
]  # fmt: skip
OTHER_WORDS = [
    (("Met Ann. She left the union.", letter("I no longer run the seed bank, Tess does now.")),
     "For the seed bank I'll turn to Tess, as you've passed it to her."),
    ((letter("My pattern book has no publisher yet."),), "I hope you find a publisher for your pattern book soon."),
    (("Ann can't use English well. She takes lessons again.",), "Good luck with your English lessons!"),
    (("Bo did not come to lunch with Ann and me.",), "It was nice to have lunch with you."),
    (("Ann doesn't charge by the month but by the night.",), "Charging by the night is so simple."),
    (("Ann told the story of the crane that would not start.",), "Your story of the crane that wouldn't start stays."),
    (("Bo Lund, a roofer, shared the stand with Ann. She broke her wrist in April.",),
     "I hope that Bo's wrist has healed well."),
    (("The master, Bo Lund, told Ann that no more piles come. Ann thinks of elm.",), "Have you tried elm yet?"),
    (("Ann's shop is on Victoria Ave.",), "Your shop on Victoria Avenue looked fine."),
    (("Ann's daughter Neza designed our labels.",), "Neza's labels are good."),
    (("Sat with Ann on the shuttle, she sang and I did the second verse.",),
     "Singing with you on the shuttle was the best part of the trip."),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "right"), [*SUMS, *NOBODYS, *TO_COME, *OTHER_WORDS])
def test_a_true_sentence_passes(notes: tuple[Note, ...], right: str) -> None:
    assert BRIEF["person"] == "Ann Lee"
    assert not marked(right, *notes), right


@pytest.mark.parametrize(
    ("notes", "wrong"),
    [
        (("Ann's group has 34 women. Only six of the women can swim.",), "Can the other twenty women swim by now?"),
        (("The longest ride was 80 minutes. Ann cut it to 65.",), "Forty minutes off the ride is no small thing."),
        (("Ann's map saved 14 percent of the fuel.",), "Saving one litre of fuel in three is a fine thing."),
        (("The course has eight places, 23 applied so far.",), "Five people for each place is a lot."),
        (("They've nine chairs for sixteen players.",), "Four players without a chair make a long bench."),
        (("Ann's club has four dogs. Her dog Luka found me.",), "Please greet the other five dogs too!"),
        ((LIST,), "I still owe you the list of rope dealers."),
    ],
)
def test_a_wrong_sum_or_debt_is_marked(notes: tuple[Note, ...], wrong: str) -> None:
    assert marked(wrong, *notes), wrong
