"""The evidence and the brief, read once: their words, names, numbers and dates, and who is who in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import dates
from coach.domain.checking.english import key
from coach.domain.checking.language import language_of
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.quantities import Quantity, quantities
from coach.domain.checking.tokens import Token, blank_labels, fold, sentences, tokenize
from coach.domain.days import read_day

BRIEF_LABEL = ""
"""Facts of the brief have no label of their own: they support a claim without a citation."""


@dataclass(slots=True)
class Sentence:
    """One sentence of a source, tokenized; `start` and `end` count in the source's text."""

    source: Source
    start: int
    end: int
    tokens: list[Token]
    lows: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    numbers: list[Quantity] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]


@dataclass(slots=True, eq=False)
class Source:
    """One piece of evidence (or the brief): `heading` holds title, names and author, which count as text too.

    `called`: first names of those whom the whole evidence introduces.
    """

    label: str
    kind: str
    text: str
    title: str = ""
    author: str = ""
    names: tuple[str, ...] = ()
    at: date | None = None
    language: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)
    called: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all its sentences."""
        return frozenset(key for sentence in self.sentences for key in sentence.keys)

    def written_by(self, who: str) -> bool:
        """Whether a name of its author's is among those of `who`, in small letters."""
        return not set(self.author.casefold().split()).isdisjoint(who.split())

    @property
    def heading(self) -> str:
        return "\n".join(part for part in (self.title, *self.names, self.author) if part)


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the brief says, as plain words. `today` is the day of writing."""

    person: str = ""
    user: str = ""
    event: str = ""
    goal: str = ""
    channel: str = ""
    today: date | None = None
    other: str = ""
    event_days: tuple[date, ...] = ()


def read_brief(brief: Mapping[str, Any] | Any | None) -> Briefing:
    """A `Brief`, a dict with known keys, or nothing. Unknown keys count as text; wrong types are read as text."""
    if brief is None:
        return Briefing()
    if not isinstance(brief, Mapping):
        brief = brief.model_dump() if hasattr(brief, "model_dump") else vars(brief)
    event = _field(brief, "event", "event_name")
    place = _field(brief, "place", "event_place")
    person = _field(brief, "person", "name")
    goals = _field(brief, "goal", "goals")
    today = as_day(brief.get("today") or brief.get("made_at"))
    days = [as_day(brief.get(name)) for name in ("starts", "ends", "event_date", "date")]
    days += [as_day(brief["event"].get(name)) for name in ("starts", "ends") if isinstance(brief.get("event"), Mapping)]
    rest = ("role", "organisation", "intent", "angle", "tone", "user_role", "user_organisation", "about")
    other = "\n".join(part for name in rest if (part := _text(brief.get(name))))
    return Briefing(
        person=person,
        user=_field(brief, "user", "writer"),
        event="\n".join(part for part in (event, place) if part),
        goal=goals,
        channel=_field(brief, "channel"),
        today=today,
        other=other,
        event_days=tuple(day for day in days if day),
    )


def _field(brief: Mapping[str, Any], *names: str) -> str:
    return next((text for name in names if (text := _text(brief.get(name)))), "")


def _text(value: Any) -> str:
    if value is None or isinstance(value, (date, datetime)):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "\n".join(text for part in value.values() if (text := _text(part)))
    if isinstance(value, (list, tuple, set, frozenset)):
        return "\n".join(text for part in value if (text := _text(part)))
    if hasattr(value, "model_dump"):
        return _text(value.model_dump())
    return str(value)


def as_day(value: Any) -> date | None:
    """A day from a date, a datetime or ISO text; None when there is none to be had, or none that can be reckoned from.

    Only the years 1900 to 2199 count: "last week" has no meaning on the first day of the calendar.
    """
    day = read_day(value)
    return day if day and 1900 <= day.year < 2200 else None


@dataclass(frozen=True, slots=True)
class Cited:
    """One piece of evidence as it was handed over, in plain words."""

    label: str
    kind: str
    text: str
    title: str
    author: str
    names: tuple[str, ...]
    at: date | None


def cited_in(evidence: Sequence[Any]) -> tuple[Cited, ...]:
    """Evidence objects or dicts, in order; an item without text or label is read with what it has."""
    return tuple(_cited(item, number) for number, item in enumerate(evidence, start=1))


def _cited(item: Any, number: int) -> Cited:
    def get(name: str) -> Any:
        return item.get(name) if isinstance(item, Mapping) else getattr(item, name, None)

    listed = get("names") or get("people") or ()
    names = tuple(str(name) for name in listed) if isinstance(listed, (list, tuple, set)) else (str(listed),)
    return Cited(
        label=str(get("label") or f"#{number}"),
        kind=str(get("kind") or "note"),
        text=str(get("text") or ""),
        title=str(get("title") or ""),
        author=str(get("author") or ""),
        names=names,
        at=as_day(get("at")),
    )


def read_evidence(cited: Sequence[Cited], today: date | None = None) -> list[Source]:
    """Each piece with its sentences read; the days of a goal without a day of its own are reckoned from `today`."""
    parts = [part for one in cited for part in by_speaker(one)]
    sources = [Source(one.label, one.kind, one.text, one.title, one.author, one.names, one.at) for one in parts]
    return [fill(source, today if source.kind == "goal" else None) for source in sources]


_QUOTED = re.compile(
    r"(?P<who>\b[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?)"
    r"(?: (?:said|says|wrote|writes|replied|promised|told me|texted|mailed|answered))?\s*[:,]?\s*"
    r"(?:[\"“„](?P<said>[^\"“”„]{8,}?)[\"”]|(?<=[:,] )['‘](?P<told>[^\"“”„‘]{8,}?)['’](?!\w))"
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|me|us)\b", re.IGNORECASE)
_PRONOUNS = frozenset(("i", "he", "she", "they", "we", "it", "you"))


def by_speaker(one: Cited) -> list[Cited]:
    """A note of one's own that quotes somebody (`Robert: "I owe you a coffee."`), cut where another speaks: each piece
    is a stretch of the note, and what is quoted has its speaker as author."""
    if one.kind != "note" or one.author:
        return [one]
    parts, start = [], 0
    for found in _QUOTED.finditer(one.text):
        who, said = found["who"], found["said"] or found["told"]
        if fold(who) in _PRONOUNS or not _FIRST_PERSON.search(said):
            continue
        before = one.text[start : found.start("who")]
        at = found.start("said" if found["said"] else "told")
        lead = one.text[found.start("who") : at]
        parts += [replace(one, text=before)] if before.strip() else []
        parts += [replace(one, text=lead)] if len(lead.split()) > 1 and not before.strip() else []
        parts.append(replace(one, text=said, author=who))
        start = found.end()
        one = replace(one, names=one.names or (who,))
    rest = one.text[start:]
    return [*parts, replace(one, text=rest)] if rest.strip() or not parts else parts


def brief_source(briefing: Briefing) -> Source:
    """The brief as a source without a label: its names, words and dates count as known."""
    parts = (briefing.person, briefing.user, briefing.event, briefing.goal, briefing.other)
    source = Source(BRIEF_LABEL, "brief", "\n".join(part for part in parts if part), at=briefing.today)
    return fill(source)


def day_of_writing(sources: Sequence[Source]) -> date | None:
    """The day that the brief names, which is the source without a label."""
    return next((source.at for source in sources if not source.label), None)


def fill(source: Source, today: date | None = None) -> Source:
    """Read the sentences of a source; `today`: from when its days are reckoned where it has no day itself."""
    text = blank_labels(source.text)
    source.language = language_of(_beside_names(text) if source.kind == "person" else text)
    for span in sentences(text):
        tokens = tokenize(text[span.start : span.end], span.start)
        sentence = Sentence(source, span.start, span.end, tokens)
        earlier = source.sentences[-1].dates if source.sentences else ()
        found = dates(tokens, source.at or today, earlier)
        sentence.dates = found if source.at or not today else _ahead(found, today)
        sentence.numbers = [number for number in quantities(tokens) if not _inside(number, sentence.dates)]
        sentence.lows = frozenset(token.low for token in tokens)
        sentence.keys = content_keys(tokens)
        source.sentences.append(sentence)
    tokens = [token for sentence in source.sentences for token in sentence.tokens if token.kind != "symbol"]
    source.lows = [token.low for token in tokens]
    source.starts = [(token.start, token.end) for token in tokens]
    heading = [token for token in tokenize(source.heading) if token.kind != "symbol"]
    source.lows += ["\n", *(token.low for token in heading)]
    source.starts += [(0, 0)] * (len(heading) + 1)
    return source


def _beside_names(text: str) -> str:
    """The words of a profile that are no part of a name: `Joris Van Hecke - safety rep, Club d'aviron de Gatineau`."""
    tokens = tokenize(text)
    if len(tokens) > _PROFILE:
        return text
    ends = [Token("", 0, 0, "", "symbol")]
    around = zip([*ends, *tokens], tokens, [*tokens[1:], *ends], strict=False)
    return " ".join(one.text for before, one, after in around if not (before.capital or one.capital or after.capital))


_PROFILE = 25
"""Tokens of a profile of one line, most of which are names."""


def _ahead(mentions: Sequence[DateMention], today: date) -> list[DateMention]:
    """The days of a goal lie ahead of whoever has it, as far as they can."""
    return [
        replace(one, days=coming) if (coming := tuple(span for span in one.days if span[1] >= today)) else one
        for one in mentions
    ]


def _inside(number: Quantity, mentions: list[DateMention]) -> bool:
    return any(mention.first <= number.last and number.first <= mention.last for mention in mentions)


def content_keys(tokens: Sequence[Token]) -> frozenset[str]:
    """Keys of the words that carry meaning."""
    words = (token.low for token in tokens if token.kind == "word" and token.low not in FUNCTION and len(token.low) > 1)
    return frozenset(key(part) for word in words for part in _parts(word))


def _parts(word: str) -> list[str]:
    return [word] if "-" not in word else [word.replace("-", ""), *(part for part in word.split("-") if len(part) > 2)]


def folded(text: str) -> tuple[str, ...]:
    return tuple(token.low for token in tokenize(text) if token.kind != "symbol")


__all__ = [
    "Briefing",
    "Cited",
    "Sentence",
    "Source",
    "brief_source",
    "cited_in",
    "fold",
    "read_brief",
    "read_evidence",
]
