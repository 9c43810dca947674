"""Which notes tell of having been in touch, and which only of what is known, planned, denied or long past."""

from __future__ import annotations

import pytest

from coach.domain.in_touch import tells_of_contact

IN_TOUCH = """
Met Priya at the market.
met her today, she looks for sensors
Just spoke with Tomáš.
We talked about batteries.
I finally called her.
Called Priya about the kiln.
Wrote to him about the room.
Lunch with Priya.
Had a quick coffee with Ben.
Long phone call with Ines: the budget is gone.
She told me that the room is free.
Ben said his team moves in May.
She said she would move years ago.
He asked us for a room.
Heard back from Priya.
Got a mail from Tomáš.
Ran into Jo at the station.
Saw her at the fair.
Introduced Priya to Tomáš.
Priya sent me the slides.
We had dinner yesterday.
Likes tea. We met at the harbour.
Heute Priya getroffen.
Mit Tomáš telefoniert.
Ich habe sie gestern angerufen.
Wir haben über Batterien gesprochen.
Ich traf ihn am Bahnhof.
Sie erzählte mir von der Flut.
Er sagte, das Budget sei weg.
Kaffee mit Sabine.
Langes Gespräch mit ihr über den Stadtrat.
Sie hat mir die Folien geschickt.
"""
NOT_IN_TOUCH = """
Likes tea
Likes coffee with her mother.
Runs LoRa sensors in the field.
Looks for a room sponsor!!
Birthday on 3 May.
Has not met me yet.
Never met her.
I have not spoken with her for years.
We should talk about batteries.
Met him years ago in Brno.
We met in 2014.
Want to call her.
Lunch with Priya next week?
She wrote the LoRa stack.
Was called Novák before.
Called the Grace Hopper of Brno.
Wrote a thesis on rivers
She met the mayor.
Her mother told her everything.
She never told me why.
needs to talk to a lawyer
Two daughters, plays the cello.
Mag Tee.
Sucht jemanden, der Hochwasserdaten aufbereitet.
Noch nie getroffen.
Ich habe sie nicht erreicht und nie mit ihr gesprochen.
Vor zehn Jahren in Brünn getroffen.
Muss ich mal anrufen.
Wir sollten über Batterien sprechen.
Hat ein Buch geschrieben.
Spielt mit uns im Orchester.
"""


@pytest.mark.parametrize("text", IN_TOUCH.strip().splitlines())
def test_a_note_of_a_meeting_or_a_message_tells_of_contact(text: str) -> None:
    assert tells_of_contact(text)


@pytest.mark.parametrize("text", NOT_IN_TOUCH.strip().splitlines())
def test_what_is_known_planned_denied_or_long_past_tells_of_none(text: str) -> None:
    assert not tells_of_contact(text)
