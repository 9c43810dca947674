"""What a workspace holds: people, events, goals, notes, stories, commitments, help, drafts, reflections, captures,
rehearsals.

Every item has an `id`, given at construction when the caller names none, so that saving the same object
twice saves it once. Where a field names a person it holds the person's id when the person is known and
the plain name otherwise; `coach.storage` resolves one to the other.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from coach.domain.ids import new_id
from coach.errors import InputError

PersonRef = str
"""A person's id, or a plain name where no such person is kept."""

Text = Annotated[str, BeforeValidator(lambda value: value.strip() if isinstance(value, str) else value)]


def _strings(value: Any) -> Any:
    """Accept None, one string or any iterable; drop blanks and repeats, keep the order."""
    if value is None:
        return ()
    if isinstance(value, str):
        value = [value]
    stripped = (part.strip() if isinstance(part, str) else part for part in value)
    return tuple(dict.fromkeys(part for part in stripped if part))


Strings = Annotated[tuple[str, ...], BeforeValidator(_strings)]


class Kind(StrEnum):
    """Kinds of item. `session` is a part of an event; `profile` facts live on the person."""

    PERSON = "person"
    EVENT = "event"
    SESSION = "session"
    GOAL = "goal"
    NOTE = "note"
    STORY = "story"
    COMMITMENT = "commitment"
    HELP = "help"
    DRAFT = "draft"
    REFLECTION = "reflection"
    CAPTURE = "capture"
    REHEARSAL = "rehearsal"


class Model(BaseModel):
    """Base of all: unknown fields are an error, instances are immutable (use `model_copy(update=…)`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Item(Model):
    kind: ClassVar[Kind]
    id: str = ""
    created_at: datetime | None = None

    @field_validator("id", mode="before")
    @classmethod
    def _give_id(cls, value: str | None) -> str:
        return value or new_id()

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)


class Channel(Model):
    """A way to reach somebody: `type` is what it is, `value` the address, handle, number or URL."""

    type: Literal["email", "linkedin", "phone", "web", "mastodon", "github", "other"]
    value: Text


LONGEST_CADENCE = 3650
"""Days between contacts: ten years."""
EVERYDAY = "calendar: everyday"
"""The `source` of an event out of one's own calendar that looks like a day's business: the dentist."""
NOTED = "notes"
"""The `source` of what was made out of the user's own notes."""


class Person(Item):
    """Somebody you know, or want to meet. `relation` is `prospect` until you have met."""

    kind = Kind.PERSON
    name: Text = Field(min_length=1)
    also_called: Strings = ()
    role: Text = ""
    organisation: Text = ""
    channels: tuple[Channel, ...] = ()
    cares_about: Strings = ()
    values: Strings = ()
    how_met: Text = ""
    about: Text = Field(default="", description="free text: a biography, a headline")
    language: Text = Field(default="", description="BCP 47 tag of the language you write to each other in")
    relation: Literal["known", "prospect"] = "known"
    follow_up_on: date | None = None
    cadence_days: int | None = Field(
        default=None, ge=0, le=LONGEST_CADENCE, description="days between contacts; 0: no reminders; None: as suggested"
    )
    quiet_until: date | None = Field(default=None, description="no reminder before this day")
    in_touch_on: date | None = Field(default=None, description="the last contact of which no note tells")
    invented: bool = Field(default=False, description="a person of the sample workspace, who does not exist")
    source: Text = Field(default="", description="where the entry came from: typed, an import's name, a file")


class Session(Model):
    """A talk, workshop or other point of an event's programme."""

    id: str
    title: Text
    abstract: Text = ""
    speakers: tuple[PersonRef, ...] = ()
    starts: datetime | None = None
    minutes: int | None = Field(default=None, ge=0)
    room: Text = ""
    track: Text = ""
    tags: Strings = ()
    url: Text = ""


class Event(Item):
    """A conference, meetup or dinner: its programme, and who is there."""

    kind = Kind.EVENT
    name: Text = Field(min_length=1)
    starts: date | None = None
    ends: date | None = None
    place: Text = ""
    url: Text = ""
    about: Text = ""
    programme: tuple[Session, ...] = ()
    attendees: tuple[PersonRef, ...] = Field(default=(), description="people who are there and do not speak")
    goals: tuple[str, ...] = Field(default=(), description="ids of the goals you go with")
    invented: bool = False
    source: Text = ""

    @property
    def everyday(self) -> bool:
        """Whether nothing shows that you go there to meet people: other events come before it."""
        return self.source == EVERYDAY and not self.goals and not self.programme


class Goal(Item):
    """What you want, why, and the values behind it."""

    kind = Kind.GOAL
    text: Text = Field(min_length=1)
    why: Text = ""
    values: Strings = ()
    status: Literal["active", "reached", "dropped"] = "active"
    due: date | None = None


class Note(Item):
    """Something you wrote down or that was said. Notes with one `thread` are neighbours, ordered by `position`."""

    kind = Kind.NOTE
    text: Text = Field(min_length=1)
    at: datetime | None = None
    author: PersonRef | None = None
    people: Strings = ()
    event: str | None = None
    goal: str | None = None
    thread: str | None = None
    position: int | None = None
    source: Text = ""


class Telling(Model):
    """That a story was told: to whom, when, where."""

    person: PersonRef
    at: date | None = None
    event: str | None = None


class Story(Item):
    """A story worth telling: struggle, turn, result, lesson. `own` or heard; told to whom and when."""

    kind = Kind.STORY
    title: Text = Field(min_length=1)
    struggle: Text = ""
    turn: Text = ""
    result: Text = ""
    lesson: Text = ""
    text: Text = Field(default="", description="the story as it came, where it is not cut into the four parts")
    own: bool = True
    heard_from: PersonRef | None = None
    about_people: Strings = Field(default=(), description="names of those whom the story is about")
    told: tuple[Telling, ...] = ()
    themes: Strings = ()
    good_for: Strings = ()
    at: date | None = None
    event: str | None = None
    collection: Text = Field(default="mine", description="`mine`, `starter`, or the name of the import")
    source: Text = ""

    def full_text(self) -> str:
        """The four parts in order, then the free text; empty parts left out."""
        parts = (self.struggle, self.turn, self.result, self.lesson, self.text)
        return "\n".join(part for part in parts if part)


class Commitment(Item):
    """A promise: who owes whom what by when. `by` says whose promise it is."""

    kind = Kind.COMMITMENT
    person: PersonRef
    by: Literal["me", "them"]
    what: Text = Field(min_length=1)
    due: date | None = None
    made_on: date | None = None
    event: str | None = None
    note: str | None = Field(default=None, description="id of the note that records it")
    status: Literal["open", "kept", "dropped"] = "open"


class Help(Item):
    """Something given or received: `by` says who helped whom. Kept promises count as help too, without an entry."""

    kind = Kind.HELP
    person: PersonRef
    by: Literal["me", "them"]
    what: Text = Field(min_length=1)
    at: date | None = None
    event: str | None = None
    note: str | None = Field(default=None, description="id of the note that records it")


class Answer(Model):
    prompt: Text
    text: Text
    at: datetime | None = None


class ReflectionPrompt(Model):
    text: Text
    labels: tuple[str, ...] = ()


class Reflection(Item):
    """What an event did to you. Energy and belonging run from 1 (none) to 10 (full)."""

    kind = Kind.REFLECTION
    event: str | None = None
    at: datetime | None = None
    prompts: tuple[ReflectionPrompt, ...] = ()
    answers: tuple[Answer, ...] = ()
    energy_before: int | None = Field(default=None, ge=1, le=10)
    energy_after: int | None = Field(default=None, ge=1, le=10)
    belonging: int | None = Field(default=None, ge=1, le=10)
    lessons: Text = ""
    draft: str | None = Field(default=None, description="id of the draft that holds the prompts' provenance")


class Capture(Item):
    """Rough notes as they were typed, saved before anything reads them; `open` until confirmed or discarded."""

    kind = Kind.CAPTURE
    text: str = Field(min_length=1)
    at: datetime | None = None
    event: str | None = None
    status: Literal["open", "confirmed", "discarded"] = "open"
    proposal: dict[str, Any] | None = Field(default=None, description="the last reading of it, as plain JSON")


class TokenUse(Model):
    """Tokens of one or several model calls, and the seconds they took."""

    prompt: int = 0
    cached: int = Field(default=0, description="of `prompt`, tokens that the model had already read")
    completion: int = 0
    seconds: float = 0.0

    def __add__(self, other: TokenUse) -> TokenUse:
        return TokenUse(
            prompt=self.prompt + other.prompt,
            cached=self.cached + other.cached,
            completion=self.completion + other.completion,
            seconds=self.seconds + other.seconds,
        )


class Confirmation(Model):
    """That the user vouches for words that no evidence holds: the words as they stand, who decided, and when."""

    text: str
    by: str = ""
    at: datetime | None = None


class Wish(Model):
    """What the user wants to be different in a draft; `version` is the number of what came of it, None for nothing."""

    text: Text = Field(min_length=1)
    at: datetime | None = None
    version: int | None = None


class DraftVersion(Model):
    """One state of a draft. `evidence` and `check` are kept as plain JSON: what was known when it was written.

    `origin`: who worded it; `rule` is a change by the program without a model.
    """

    number: int = Field(ge=1)
    text: str
    subject: str = ""
    at: datetime | None = None
    origin: Literal["model", "user", "rule"] = "model"
    model: str = ""
    prompt_name: str = ""
    prompt_hash: str = ""
    evidence: tuple[dict[str, Any], ...] = ()
    check: dict[str, Any] | None = None
    confirmed: tuple[Confirmation, ...] = ()
    usage: TokenUse = TokenUse()


class Draft(Item):
    """Something the model wrote for you, in every version; never lost, never sent by itself."""

    kind = Kind.DRAFT
    purpose: Literal["brief", "follow_up", "reflection"]
    person: PersonRef | None = None
    event: str | None = None
    goals: tuple[str, ...] = ()
    channel: str = ""
    tone: str = ""
    language: str = ""
    intent: Text = Field(default="", description="what it was meant to achieve, in the user's words")
    unfinished: Text = Field(
        default="", description="what the model had written when it failed; empty once there is a version"
    )
    wishes: tuple[Wish, ...] = ()
    versions: tuple[DraftVersion, ...] = ()
    status: Literal["open", "sent", "dropped"] = "open"
    sent_at: datetime | None = None
    sent_version: int | None = None
    next_on: date | None = None

    @property
    def current(self) -> DraftVersion:
        """The newest version. Raises InputError when nothing has been written yet."""
        if not self.versions:
            raise InputError(
                "The draft {id!r} has not been written yet.", "Write it with: coach draft {id} --write.", id=self.id
            )
        return self.versions[-1]


class Turn(Model):
    """What one side says in a rehearsal; a turn of the stand-in ("them") keeps its check and what it cost."""

    by: Literal["me", "them"]
    text: Text = Field(min_length=1)
    at: datetime | None = None
    labels: tuple[str, ...] = ()
    check: dict[str, Any] | None = None
    model: str = ""
    usage: TokenUse = TokenUse()


class Rehearsal(Item):
    """A practice conversation with a stand-in for a person, or for somebody like `who`. Kept turn by turn.

    `evidence` is all that the stand-in was made of, as plain JSON.
    """

    kind = Kind.REHEARSAL
    person: PersonRef | None = None
    who: Text = Field(default="", description="a type of person, where nobody in particular is meant")
    aim: Text = Field(default="", description="what the user wants of the conversation, in their words")
    event: str | None = None
    evidence: tuple[dict[str, Any], ...] = ()
    turns: tuple[Turn, ...] = ()
    status: Literal["open", "ended"] = "open"


KINDS: dict[Kind, type[Item]] = {
    model.kind: model
    for model in (Person, Event, Goal, Note, Story, Commitment, Help, Draft, Reflection, Capture, Rehearsal)
}
