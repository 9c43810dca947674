"""Whom a letter greets: `Dear Ben` to Ann, or `Dear Oslo`, is a letter to somebody else, or to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain.checking.claims import Finding, check_name
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import FUNCTION, GREETINGS, TITLES, split_words
from coach.domain.checking.names import Name, same_first_name
from coach.domain.checking.people import RELATIONS
from coach.domain.checking.sources import Source
from coach.domain.checking.tokens import Token, fold, tokenize
from coach.domain.given_names import given_names

_BESIDE = TITLES | split_words("again there my our the both and all you kia ora tena koe happy new year")
_GROUP = split_words("team all friends colleagues everyone everybody folks people crew family group board members")
_HEAD = 80
_CALLED = re.compile(r"\b(?:call(?:s|ed)?|names?|named|nicknames?|nicknamed|goes by|known as|short for)\b")
_ALIKE = 3


def wrongly_greeted(desk: Desk, line: Line, found: Sequence[Name]) -> Finding | None:
    """`Dear Ben,` where the brief's person is Ann, and Ben, or Oslo, is somebody or something else in the notes."""
    if line.span.start > _HEAD or not desk.briefing.person.strip():
        return None
    greeted = _greeted(line.tokens, found, opens=not desk.plain[: line.span.start].strip())
    if not greeted or any(_is_the_readers(word, desk) for name in greeted for word in name.words):
        return None
    name = greeted[0]
    held = check_name(name, desk.sources)
    if held.verdict != "supported" or _may_be_meant(name, desk):
        return None
    written = " ".join(token.text for token in line.tokens[name.first : name.last + 1])
    reason = f"Your letter is to {desk.briefing.person.strip().splitlines()[0]}, and it greets “{written}”."
    return Finding("contradicted", held.labels, held.quotes, reason)


def _may_be_meant(name: Name, desk: Desk) -> bool:
    """The reader by another name, or the reader's house; outside English all but the given names of others."""
    who = desk.facts.people.resolve(name.words)
    if (who and who == desk.facts.reader) or _a_by_name(name, desk):
        return True
    if desk.language != "en" and not (who and name.words[0] in given_names()):
        return True
    return not who and name.kind == "organisation" and _of_the_readers_house(name, desk)


def _greeted(tokens: Sequence[Token], found: Sequence[Name], *, opens: bool) -> list[Name]:
    """The names in `Dear Ann`, `Hi Ann and Ben,`, or a line of its own, `Ann,`; none in `Hi from Oslo`."""
    end = next((at for at, token in enumerate(tokens) if token.text in ",!:;–—.-?" and at), len(tokens))
    names = [name for name in found if name.last < end]
    if not names:
        return []
    inside = {at for name in names for at in range(name.first, name.last + 1)}
    beside = [token for at, token in enumerate(tokens[:end]) if at not in inside]
    if not all(_greets(token) or (token.capital and token.low in given_names()) for token in beside):
        return []
    hailed = tokens[0].low in GREETINGS and 0 not in inside
    alone = end >= len(tokens) - 1 and tokens[-1].text in ",!"
    spoken_to = tokens[end : end + 1] and tokens[end].text in ",!" and _low(tokens, end + 1) in _SPOKEN_TO
    return names if hailed or (opens and (alone or spoken_to)) else []


def _greets(token: Token) -> bool:
    low = token.low.rstrip(".")
    return low in GREETINGS or low in _BESIDE


def _low(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].low if position < len(tokens) else ""


_SPOKEN_TO = split_words("you your you're you've you'd you'll hi hello thanks thank")
"""`Ben, you asked about churn`: what stands behind the name of the one who is spoken to."""


def _is_the_readers(word: str, desk: Desk) -> bool:
    """A word of the reader's name, a short form of one, or one that is spelled much alike."""
    reader = desk.facts.reader
    called = {*reader.split(), *(token.low for token in tokenize(desk.briefing.person) if token.kind == "word")}
    parts = {part for low in called for part in re.split(r"[-']", low)} | called
    alias = desk.facts.people.aliases.get(word, word)
    asked = {word, alias, *re.split(r"[-']", word)}
    if asked & (parts - FUNCTION) or word in _GROUP or word in RELATIONS:
        return True
    return any(_short_for(one, other) for one in asked for other in parts)


def _short_for(one: str, other: str) -> bool:
    if len(one) < _ALIKE or len(other) < _ALIKE:
        return one[:1] == other[:1] and min(len(one), len(other)) == 1
    alike = one[:_ALIKE] == other[:_ALIKE] or one.endswith(other) or other.endswith(one)
    return alike or same_first_name(one, other)


def _a_by_name(name: Name, desk: Desk) -> bool:
    """A word in inverted commas, beside `called`, or below a letter: what the reader may go by."""
    return any(_goes_by(word, source) for word in name.words for source in desk.sources if word in source.lows)


def _goes_by(word: str, source: Source) -> bool:
    text = fold(source.text).strip()
    if re.search(rf"['\"“‘]{re.escape(word)}['\"”’]", text):
        return True
    last = text.splitlines()[-1].split() if text else []
    if source.author and last and last[0].strip(".,") == word and not is_place(word):
        return True
    return any(word in sentence.lows and _CALLED.search(fold(sentence.text)) for sentence in source.sentences)


def _of_the_readers_house(name: Name, desk: Desk) -> bool:
    """`Dear Harbour Players,` to one who plays there."""
    words = set(name.words)
    return any(words <= set(lows) for lows in _profiles(desk))


def _profiles(desk: Desk) -> Iterable[Sequence[str]]:
    yield [token.low for token in tokenize(desk.briefing.other)]
    first = desk.facts.reader.split()[:1]
    yield from (source.lows for source in desk.sources if source.kind == "person" and source.lows[:1] == first)
