"""Plain inventions: what no note has a word of is marked, and what anybody may write to anybody is not."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, LIST, OWED, letter, marked

NOTES = (
    ANN,
    "Met Ann at the craft fair by her stand. Her yard makes six larch hulls a year with five apprentices. She looks "
    "for a dealer in hemp rope. I told her about our net loft.",
    letter("Thank you for the good talk at my stand. I'll send you the list of rope dealers."),
    OWED,
    LIST,
)

INVENTED = [
    # of the reader
    "You run marathons.", "You are allergic to nuts.", "You prefer tea to coffee.", "You collect stamps.",
    "I know that you play the harp.", "Since you live near the desert, you must know heat.",
    "As a vegetarian you will like it.", "Now that you are retired, you may have more time.",
    "I admire how calm you stayed during the crisis.", "I remember how you danced at the wedding.",
    "We both love jazz.", "We went to the same school.", "Your company was bought by a bank.",
    # what they are said to have said
    "You mentioned that you love skiing.", "You told me that you are afraid of spiders.",
    "You asked whether I could recommend a hotel.", "You said that the soup was too salty.",
    "As you said yourself, nobody should tar a roof in the rain.",
    # taken for granted by a courtesy
    "Congratulations on your engagement!", "Enjoy your sabbatical!", "Thank you for the flowers.",
    "I hope your knee is healing well.", "I hope you won the tennis match.", "How was the safari?",
    "Did you win the lottery?", "Has the foal learnt to stand yet?", "Happy anniversary!",
    "I still have the umbrella that you gave me.", "Thank you for your help with the tent.",
    # offers, debts and others' praise
    "I still owe you a beer.", "My uncle owns a hotel, and he could give you a discount.",
    "We have a guest room if you need one.", "We'd like to hire you.", "I have two spare tickets for the opera.",
    "My boss speaks very highly of you.", "Your customers adore you.",
]  # fmt: skip

ANYBODYS = [
    "I hope you got home safely.", "I hope you had a good flight.", "Enjoy the rest of your week.", "How are you?",
    "How was your week?", "Good luck with everything.", "Thank you for your time.", "Thank you for reading this far.",
    "I'm writing this in a queue at the chemist's.", "The plumber is here, so please forgive any odd words.",
    "My band is rehearsing in a garage and it sounds like a garage.", "I lost my badge and found it in my soup.",
    "Greetings from a rainy allotment.", "You're a star!", "You have my number.", "You are welcome at any time.",
    "You can relax now.", "If you ever come to my town, let me know.", "I owe you a beer for all this.",
    "Whatever you decide is fine with me.", "Would you like to see our loft?", "What do you do when it rains?",
]  # fmt: skip


@pytest.mark.parametrize("said", INVENTED)
def test_what_no_note_has_a_word_of_is_marked(said: str) -> None:
    assert marked(said, *NOTES)


@pytest.mark.parametrize("said", ANYBODYS)
def test_what_anybody_may_write_passes(said: str) -> None:
    assert not marked(said, *NOTES)
