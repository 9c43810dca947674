"""Who helped whom: what was given and received, kept promises included, as a memory of help and not as a score.

To return a favour at once is what exchange partners do, and where somebody hopes for a closer tie it makes them
like the other less (Clark & Mills 1979, Journal of Personality and Social Psychology 37). So nothing here is added
up against anything: no balance, no debt. What was received is a reason to say thank you, and what was given an
occasion to ask how it went.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from coach.domain.models import Commitment, Help, Model


class Favour(Model):
    """One thing that was given (`by` "me") or received. `ref`: the id of the help or of the kept promise."""

    by: Literal["me", "them"]
    what: str
    day: date | None = None
    ref: str
    promised: bool = False


class Ledger(Model):
    """Both sides, the newest first; what has no date comes last."""

    given: tuple[Favour, ...] = ()
    received: tuple[Favour, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.given or self.received)


def ledger(helps: Iterable[Help], promises: Iterable[Commitment]) -> Ledger:
    """The ledger with one person. A promise counts once it is kept; its day is the one it was due on, else made on."""
    found = [Favour(by=one.by, what=one.what, day=one.at, ref=one.id) for one in helps]
    found += [
        Favour(by=one.by, what=one.what, day=one.due or one.made_on, ref=one.id, promised=True)
        for one in promises
        if one.status == "kept"
    ]
    found.sort(key=lambda one: one.day or date.min, reverse=True)
    return Ledger(
        given=tuple(one for one in found if one.by == "me"), received=tuple(one for one in found if one.by == "them")
    )


class Idea(Model):
    """Something to give, and what it rests on: the `need` in the words of a note, and the `offer` that fits it.

    `ref`: `kind:id` of the person, note or story; `other`: the id of whom to introduce.
    """

    kind: Literal["introduction", "answer", "share"]
    ref: str
    title: str = ""
    need: str
    need_ref: str
    offer: str
    offer_ref: str
    other: str | None = None
    link: str = ""
