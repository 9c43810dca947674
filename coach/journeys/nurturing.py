"""Keeping in touch, in one place for whatever shows it: the list, rhythms, decisions, the ledger, what to give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coach.domain.cadence import LeftOut, Reminder, Rhythm
from coach.domain.models import Draft, Note, Person
from coach.domain.reciprocity import Idea, Ledger
from coach.journeys import nurture
from coach.journeys.keeper import Keeper


class Nurturing:
    """What `Coach.nurturing` gives. `user`: who signs the messages of an introduction."""

    def __init__(self, keeper: Keeper, user: str) -> None:
        self._keeper = keeper
        self._user = user

    def queue(self) -> list[Reminder]:
        """Whose turn it is to hear from you and why, the most pressing first; then who comes later, by day."""
        return nurture.queue(self._keeper, _today())

    def left_out(self) -> list[LeftOut]:
        """Who is not in the queue since your own notes say to avoid them, with the sentence that says so."""
        return nurture.left_out(self._keeper, _today())

    def rhythm(self, person_id: str) -> Rhythm:
        """How often you are in touch with one person, what is suggested, when their turn comes."""
        return nurture.rhythm(self._keeper, person_id, _today())

    def set_cadence(self, person_id: str, days: int | None) -> Person:
        """Days between contacts: your own number, 0 for no reminders, None for what is suggested."""
        return nurture.set_cadence(self._keeper, person_id, days)

    def snooze(self, person_id: str, until: date) -> Person:
        """No reminder about a person before that day. Raises InputError for a day that is not ahead."""
        return nurture.snooze(self._keeper, person_id, until, _today())

    def skip(self, person_id: str) -> Person:
        """Leave a person out this time: their turn comes again after one round of their rhythm."""
        return nurture.skip(self._keeper, person_id, _today())

    def in_touch(self, person_id: str, text: str = "") -> Note | None:
        """Record that you were in touch today; a few words become a note, which is returned."""
        return nurture.in_touch(self._keeper, person_id, _today(), text)

    def ledger(self, person_id: str) -> Ledger:
        """What you gave to and received from a person, kept promises included."""
        return nurture.ledger_of(self._keeper, person_id)

    def ideas(self, person_id: str) -> list[Idea]:
        """What you could give a person, each from your own notes and stories: an introduction, an answer, a story."""
        from coach.journeys import giving

        return giving.ideas(self._keeper, person_id)

    def needs(self, person_id: str) -> list[str]:
        """What a person looks for or is stuck on, in the words of your notes."""
        from coach.journeys import giving

        return giving.needs(self._keeper, person_id)

    def introduce(
        self, person_id: str, idea: Idea, *, channel: Callable[[Person], str] = lambda _person: "email"
    ) -> tuple[Draft, Draft]:
        """Two messages that ask both sides whether an introduction is welcome, kept as drafts; nothing is sent."""
        from coach.journeys import introducing

        return introducing.introduce(self._keeper, person_id, idea, user=self._user, channel=channel)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own calendar day is meant
