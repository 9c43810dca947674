"""The brief: whom to meet and why, what to say, which story to tell, what to ask, what to offer."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from coach.domain.checking.report import CheckReport
from coach.domain.evidence import Evidence
from coach.domain.models import Model, TokenUse


class Line(Model):
    """One generated sentence or two, with the labels of the evidence it uses and the check of it."""

    text: str
    labels: tuple[str, ...] = ()
    check: CheckReport | None = None

    @property
    def flagged(self) -> bool:
        """True when the check found a claim that no cited evidence holds."""
        return self.check is not None and not self.check.passed


class Reason(Model):
    """Why this person: `text` is built by rule from evidence, never by the model."""

    text: str
    labels: tuple[str, ...] = ()
    weight: float = 0.0


class StoryCue(Model):
    """A story of your own and when to tell it."""

    story_id: str
    title: str
    cue: str
    labels: tuple[str, ...] = ()


class PersonBrief(Model):
    """One person of the brief. The first few carry lines to say; the others only the reasons."""

    person_id: str
    name: str
    role: str = ""
    organisation: str = ""
    noted: bool = Field(default=False, description="role and organisation were made out of the user's own notes")
    score: float = 0.0
    where: str = Field(default="", description="where and when to find them, e.g. their talk")
    reasons: tuple[Reason, ...] = ()
    openers: tuple[Line, ...] = ()
    questions: tuple[Line, ...] = ()
    offer: Line | None = None
    story: StoryCue | None = None
    evidence: tuple[Evidence, ...] = ()
    error: str = Field(default="", description="why there are no lines: the model failed, or they are not approached")


class Brief(Model):
    """The whole of it, saved as a draft under `draft_id`."""

    event_id: str
    event_name: str
    event_place: str = ""
    starts: date | None = None
    ends: date | None = None
    goals: tuple[str, ...] = ()
    people: tuple[PersonBrief, ...] = ()
    made_at: datetime | None = None
    model: str = ""
    prompt_hash: str = ""
    usage: TokenUse = TokenUse()
    draft_id: str = ""
