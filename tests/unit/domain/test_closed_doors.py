"""Who is not approached: the dead, and whom the notes say to avoid; never somebody of whom that is not sure."""

from __future__ import annotations

import pytest

from coach.domain.closed_doors import closed_door

DEAD = """
Tomasz passed away in September.
Tomasz has died.
Tomasz Nowak died on Monday, 91.
Met Tomasz, a printer. He died in May.
Passed away last week.
Tomasz's funeral was on Friday.
the late Tomasz printed my first poster
He is dead.
Tomasz, 81, died in his sleep
We buried Tomasz in June.
Tomasz is no longer with us
Tomasz ist im Mai gestorben.
RIP Tomasz
Sadly he passed away.
 died 3 May 2026
Nowak died in the night, Jola was reading.
Anna told me that Tomasz passed away.
"""
AVOIDED = """
Tomasz was rude to me. Avoid him.
avoid Tomasz
Never work with him again.
Don't talk to Tomasz again.
I will avoid him from now on.
Steer clear of him!
Stay away from Tomasz.
He asked me not to contact him again.
She doesn't want to be contacted.
Doesn't want to hear from me.
Keep away from him.
rude. Avoid.
I don't want to meet him again.
No more dealings with him.
He blocked me on LinkedIn.
Keep my distance from him.
Tomasz Nowak - avoid!
Do not contact again.
do not contact again, he was rude
Tomasz: never again
Tomasz has blocked me.
Tomasz doesn't want to be contacted.
Never again with him? No: leave him alone.
I'm done with Tomasz.
I want nothing more to do with him.
Keine Lust mehr auf Tomasz.
Hab keine Lust mehr auf ihn
keinen Bock mehr auf Nowak!
Nie wieder!
Nie wieder mit Tomasz.
Bitte nicht mehr melden.
Tomasz nicht mehr anschreiben.
Bloß nicht mehr Tomasz treffen
Finger weg von Tomasz!
Hat mich blockiert.
Tomasz hat mich auf LinkedIn blockiert.
Er will keinen Kontakt mehr.
Mit ihm will ich nichts mehr zu tun haben.
Tomasz in Zukunft aus dem Weg gehen? Ich gehe ihm aus dem Weg.
"""
OPEN = """
Tomasz's father died in May.
Tomasz nearly died in the crash.
His wife passed away. He died a little with her.
His father was ill. He died in May.
Tomasz died on stage, he says.
Tomasz's phone died.
Tomasz is dead set on oak.
Tomasz lost his wife.
Tomasz went to the funeral of his aunt.
Tomasz is late.
The late train suited Tomasz.
Tomasz's hens died
Tomasz told me that his brother died. He was there.
Tomasz runs a funeral home.
Tomasz died of laughter.
His dog died in winter.
Tomasz avoids meetings.
She wants to avoid delays.
Don't call him before ten.
Never call him Tommy.
Told me which lifts to avoid.
Avoid his trains on Mondays.
Don't write to him about money.
He keeps clear of debt.
I don't want to bore him.
Help him avoid the fee.
Avoid her being stuck with the bill.
Ask him not to write the intro again.
He never works with plaster again.
Contact him again in May.
Call him again.
Don't forget to contact him.
No contact with Tomasz since May.
Kein Kontakt mehr zu Tomasz seit der Schule.
Tomasz blocked the road with his van.
Tomasz will never again print in March.
Keine Lust mehr auf Kaffee.
Tomasz hat keine Lust mehr auf seinen Job.
Konnte Tomasz nicht mehr treffen.
Muss Tomasz nicht mehr anrufen.
Do not contact him again before May.
Mit Tomasz nichts mehr zu trinken gefunden.
Tomasz will keinen Kontakt zu Banken.
We should meet again.
"""


def why(*texts: str, alone: bool = True) -> str:
    door = closed_door([(text, alone) for text in texts], "Tomasz Nowak")
    return door.why if door else ""


@pytest.mark.parametrize("text", DEAD.strip().splitlines())
def test_whoever_has_died_is_not_approached(text: str) -> None:
    assert why(text) == "dead"


@pytest.mark.parametrize("text", AVOIDED.strip().splitlines())
def test_whom_the_writer_means_to_avoid_is_not_approached(text: str) -> None:
    assert why(text) == "avoid"


@pytest.mark.parametrize("text", OPEN.strip().splitlines())
def test_nobody_else_is_passed_over(text: str) -> None:
    assert why(text) == ""


def test_the_sentence_that_says_so_is_quoted() -> None:
    door = closed_door([("Tomasz prints in riso. He passed away in May.", True)], "Tomasz Nowak")
    assert door is not None
    assert door.quote == "He passed away in May."


def test_peace_opens_a_door_again_and_nothing_opens_the_other() -> None:
    assert why("Avoid him.", "He apologised, all fine now.") == ""
    assert why("He apologised.", "Lied again. Avoid him.") == "avoid"
    assert why("Tomasz died in May.", "He had made peace with his sister.") == "dead"


def test_in_a_note_about_several_it_must_be_clear_who_is_meant() -> None:
    assert why("Anna sang. Tomasz printed. He died in May.", alone=False) == "dead"
    assert why("Tomasz printed for Anna. Anna sang. He was there. Avoid him.", alone=False) == ""
    assert why("Avoid Tomasz, Anna says.", alone=False) == "avoid"
