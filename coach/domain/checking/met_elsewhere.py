"""Where the two met: `it was good to meet you in Vaasa`, where the brief has a fair in Turku and no note has the writer
in Vaasa."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.claims import Finding, check_name
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lands import is_place, places_in
from coach.domain.checking.lexicon import DEMONYMS
from coach.domain.checking.names import Name
from coach.domain.checking.people import USER
from coach.domain.checking.sources import Sentence
from coach.domain.checking.tokens import fold
from coach.domain.checking.weighing import telling

_MET = re.compile(
    r"\b(?:(?:good|great|lovely|nice|pleasure|joy|delight|wonderful) (?:it was )?(?:to (?:meet|see|talk|speak|chat)|"
    r"(?:meeting|seeing|talking|speaking|chatting))|we (?:\w+ )?met|met you|(?:enjoyed|thanks for|thank you for) "
    r"(?:our|the) (?:\w+ )?(?:conversation|chat|talk|lunch|coffee|dinner|supper|tea|walk))\b"
)
_TO_COME = re.compile(r"\b(?:will|would|'d|'ll|hope|next|again|could|might|if|when|until|before|used|ago)\b")
_AT = frozenset(("in", "at"))
_CONTACT = re.compile(
    r"\b(?:met|meet|saw|spoke|talk(?:ed)?|chat(?:ted)?|lunch|coffee|dinner|supper|tea|visit(?:ed)?|together|with me|"
    r"sat|fair|conference|congress|festival|meetup|workshop|session|event|stand|booth|hall|room)\b"
)


def met_elsewhere(desk: Desk, line: Line, found: Sequence[Name]) -> Finding | None:
    """A place of the notes where nobody met, instead of the one that the brief names."""
    facts = desk.facts
    if desk.language != "en" or not facts.readable or not telling(facts.event_keys):
        return None
    plain = " ".join(token.low for token in line.tokens)
    met = _MET.search(plain)
    if not met or _TO_COME.search(plain):
        return None
    for name in found:
        before = [token.low for token in line.tokens[max(0, name.first - 2) : name.first]]
        close = bool(_AT & set(before[-1:])) or (before[-1:] == ["the"] and before[0] in _AT)
        lead = " ".join(token.low for token in line.tokens[: name.first])
        if not close or not _MET.search(lead) or re.search(r" [,;:.!?] ", lead[met.end() :] + " "):
            continue
        held = check_name(name, desk.sources)
        if held.verdict == "supported" and held.labels and not _may_have_met_there(name, desk):
            event = desk.briefing.event.splitlines()[0]
            written = " ".join(token.text for token in line.tokens[name.first : name.last + 1])
            reason = f"By your brief you met at “{event}”, and no note has you at “{written}”."
            return Finding("contradicted", held.labels, held.quotes, reason)
    return None


def _may_have_met_there(name: Name, desk: Desk) -> bool:
    """The brief's place or event, a land around it, somebody's name, or a place that a note gives with a meeting."""
    facts = desk.facts
    words = {key(word) for word in name.words}
    if words & (facts.brief_keys | facts.event_keys) or facts.people.resolve(name.words):
        return True
    if " ".join(name.words) in DEMONYMS or any(place in fold(desk.briefing.event) for place in places_in(name.words)):
        return True
    town = is_place(" ".join(name.words)) or name.kind == "place"
    if (town and not _knows_where(desk)) or (not town and name.kind == "name"):
        return True
    return any(_of_a_meeting(sentence, name, facts) for sentence in _with(name, facts))


def _knows_where(desk: Desk) -> bool:
    """The brief says in which place its event was."""
    event = desk.briefing.event
    return len(event.splitlines()) > 1 or any(is_place(word) for word in re.findall(r"\w+", fold(event)))


def _with(name: Name, facts: Facts) -> Iterator[Sentence]:
    for source in facts.sources:
        if set(name.words) <= set(source.lows):
            yield from (sentence for sentence in source.sentences if sentence.lows & set(name.words))


def _of_a_meeting(sentence: Sentence, name: Name, facts: Facts) -> bool:
    if sentence.source.kind in ("session", "event") or _CONTACT.search(fold(sentence.text)):
        return True
    if sentence.keys & telling(facts.event_keys):
        return True
    return any(USER in fact.fragment.owners for fact in facts.within(sentence))
