"""Plain facts told plainly: of one note, a sentence that holds and one in which a single thing is wrong."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import Note, marked

MET = "Met Ann at the fair."

KIN_AND_HOME = [
    (("Ann's daughter Leila starts university.",), "How is your daughter?", "How is your son?"),
    (("Ann's sister is a vet in Porto.",), "Your sister is a veterinarian.", "How is your brother in Porto?"),
    (("Ann has two children.",), "You have two children.", "You have no children."),
    (("Ann has no dog.",), "You have no dog.", "Your dog is lovely."),
    (("Ann grew up in Cork. Ann runs a shop in Bristol.",), "You grew up in Cork.", "You grew up in Bristol."),
    (("Ann works at Corvid.", "Bo works at Fenwick."), "How is work at Corvid?", "How is work at Fenwick?"),
    (("Ann lived in Japan for two years.",), "You have lived in Japan.", "You have never been to Japan."),
    (("Ann's son Nico is 9. He cannot swim.",), "Nico cannot swim.", "Nico can swim."),
]
NUMBERS = [
    (("Ann's club has 120 members.",), "Your club has 120 members.", "Your club has one hundred and thirty members."),
    (("Ann's kiln costs £10 an hour.",), "Your kiln costs ten pounds.", "Your kiln costs $10."),
    (("Ann's talk is at 14:00.",), "Your talk is at 2 pm.", "Your talk is at 2 am."),
    (("Ann has 45 minutes for her talk.",), "You have 45 minutes.", "You have 45 seconds."),
    (("Ann's deadline is on Monday.",), "Your deadline is Monday.", "Your deadline is Thursday."),
    (("Ann's meetup meets once a month.",), "Your meetup meets every month.", "Your meetup meets every week."),
    (("Open until the end of September, says Ann.",), "You are open until 30 September.", "You are open until 30 May."),
]
WHO_DID_IT = [
    (("Jan paid for the pine wood. Ann throws pots.",), "Jan paid for the pine wood.", "You paid for the pine wood."),
    (("Will lent me a tent. Ann throws pots.",), "Will lent me a tent.", "You lent me a tent."),
    (("Bo's cat got locked in my cellar, I found it.", MET), "I found Bo's cat.", "You found Bo's cat."),
    (
        ("The green cloak is Sylvie's work.", "Sylvie sews.", MET),
        "Sylvie made the green cloak.",
        "You made the green cloak.",
    ),
    (("Her cousin Omar took over the night runs.",), "Omar took over the night runs.", "You took over the night runs."),
    (("Ann runs a reading group on clay.",), "Your reading group is on clay.", "My reading group is on clay."),
    (("My own talk was on fuzzing.", MET), "My talk was on fuzzing.", "I liked your talk about fuzzing."),
    (
        ('Ann: "I owe you a coffee for the tip."',),
        "You still owe me a coffee.",
        "I still owe you a coffee for the tip.",
    ),
    (("i was 214th overall. Ann was 3rd", MET), "I came 214th overall.", "You came 214th overall."),
]
YES_AND_NO = [
    (("Ann does not deliver.",), "A pity that you do not deliver.", "I am glad that you deliver to Bremen."),
    (("Ann has never fainted; Zed has.",), "Even Zed has fainted.", "You have fainted too."),
    (("Ann swims. Bo doesn't.", "Bo came along."), "Bo does not swim.", "Bo swims every day."),
    (("Ann is not giving up the choir.",), "You are not giving up the choir.", "You are giving up the choir."),
    (("Ann missed the dinner.",), "A pity that you missed the dinner.", "You came to the dinner."),
    (
        ("The headmaster hasn't agreed yet, says Ann.",),
        "The headmaster still has to agree.",
        "The headmaster has agreed.",
    ),
    (("Ann prefers books.",), "You like books.", "You don't like books."),
]
PROMISES = [
    (("Ann promised to send me the slides.",), "I look forward to the slides.", "Thank you for the slides."),
    (("Ann has sent me the felt pattern.",), "Thank you for the felt pattern.", "You still owe me the felt pattern."),
    (
        ("Ann promised to introduce me to Bo Park.",),
        "You promised to introduce me to Bo Park.",
        "I will introduce you to Bo Park, as promised.",
    ),
    (("I have not yet sent her the photos.", MET), "I still have to send you the photos.", "You sent me the photos."),
    (("Ann makes a podcast.",), "I like your podcast.", "As you asked, I will cut your next episode."),
]
SHARED = [
    ((MET,), "It was good to meet you.", "It was great to dance with you."),
    ((MET,), "I enjoyed our chat.", "I'll never forget that boat trip with you."),
    ((MET,), "It was a pleasure to talk with you.", "It was a thrill to ride in the truck with you."),
    (("Never got to meet Ann.",), "I hope to meet you one day.", "Thanks for the long chat over dinner."),
    ((MET,), "Thank you for the conversation.", "Thank you for dinner."),
    (("Ann sat at the back in my talk.",), "Thank you for coming to my talk.", "Thank you for coming to my workshop."),
    ((MET,), "I hope that all is well.", "Good luck with the surgery!"),
    ((MET,), "Say hello to your friends.", "Sorry that your knee still hurts."),
]
DETAILS = [
    (("Ann builds chairs.",), "You build chairs.", "You build chairs from oak."),
    (("Ann knits sweaters. She sells five a month.",), "You sell sweaters.", "You sell your sweaters at the harbour."),
    (("Ann is machine learning lead at Corvid.",), "You are ML lead at Corvid.", "You are a cashier at Corvid."),
    (("I taught singing for twelve years.", MET), "I was a singing teacher for 12 years.", "You taught singing."),
    (("See https://clay.example for it, says Ann.",), "See https://clay.example for it.", "See https://evil.example."),
]


@pytest.mark.parametrize(
    ("notes", "right", "wrong"),
    [*KIN_AND_HOME, *NUMBERS, *WHO_DID_IT, *YES_AND_NO, *PROMISES, *SHARED, *DETAILS],
)
def test_a_plain_fact_passes_and_its_reverse_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes), right
    assert marked(wrong, *notes), wrong
