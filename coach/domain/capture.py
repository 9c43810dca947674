"""What was read out of rough notes, for a person to confirm: nothing here is stored until they do."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from coach.domain.models import Model, Strings, TokenUse


class FoundPerson(Model):
    """Somebody the notes name. `person_id` is set where they are already known; `quote` is the notes' own words."""

    name: str
    also_called: Strings = ()
    person_id: str | None = None
    role: str = ""
    organisation: str = ""
    cares_about: Strings = ()
    facts: Strings = Field(default=(), description="sentences of the notes about this person, word for word")
    follow_up_on: date | None = None
    quote: str = ""
    accepted: bool = True


class FoundCommitment(Model):
    person: str
    by: str = Field(pattern="^(me|them)$")
    what: str
    due: date | None = None
    quote: str = ""
    accepted: bool = True


class FoundStory(Model):
    title: str
    text: str
    own: bool = False
    heard_from: str = ""
    quote: str = ""
    accepted: bool = True


class CaptureProposal(Model):
    """The reading of one capture. `unread` are parts of the notes that nothing was made of (kept as a note)."""

    capture_id: str
    people: tuple[FoundPerson, ...] = ()
    commitments: tuple[FoundCommitment, ...] = ()
    stories: tuple[FoundStory, ...] = ()
    unread: Strings = ()
    warnings: Strings = ()
    model: str = ""
    usage: TokenUse = TokenUse()
