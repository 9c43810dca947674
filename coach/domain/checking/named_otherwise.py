"""A name in the place of another: `our co-op in Turin`, where the notes know only of a co-op in Lübeck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.domain.checking.claims import Finding, check_name
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts, sentence_names
from coach.domain.checking.lands import is_place, places_in
from coach.domain.checking.lexicon import DEMONYMS, FUNCTION, TITLES, split_words
from coach.domain.checking.names import Name, same_first_name
from coach.domain.checking.people import USER
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token, fold
from coach.domain.checking.weighing import share, telling, weight

_WHERE = split_words("in at near outside above around")
_EITHER = split_words("from to of for on into through via")
_HIGH, _APART, _MUCH = 0.7, 0.4, 1.5
_SOME, _BIT = 0.5, 0.3
_BEFORE_IT = TITLES | split_words("the a our your my her his")
_MEETING = split_words(
    "met meet meeting saw see seeing heard hear talk talked spoke speak told tell chat show showed said say says"
)


def named_otherwise(desk: Desk, line: Line, found: Sequence[Name]) -> Finding | None:
    """The sentence of the notes that holds the words around a name holds another name in its place."""
    if desk.language != "en" or not desk.facts.readable:
        return None
    for name in found:
        fragment = next((part for part in line.fragments if part.first <= name.first <= part.last), None)
        if fragment is None or fragment.mood in ("greeting", "question") or _one_of_the_two(name, desk.facts):
            continue
        if against := _against(_Asked(name, fragment, line.tokens, desk)):
            return against
    return None


def _one_of_the_two(name: Name, facts: Facts) -> bool:
    """The writer, or the reader: who is called by name in any sentence."""
    who = facts.people.resolve(name.words)
    return bool(who) and who in (USER, facts.reader)


class _Asked:
    """A name of the draft, with the clause around it and what is looked for in the notes."""

    def __init__(self, name: Name, fragment: Fragment, tokens: Sequence[Token], desk: Desk) -> None:
        self.name, self.fragment, self.tokens, self.desk = name, fragment, tokens, desk
        facts = desk.facts
        self.who = facts.people.resolve(name.words)
        own = {key(word) for word in (*name.words, *self.who.split(), *facts.reader.split())}
        self.about = telling(fragment.keys - own)
        self.heavy = weight(self.about) >= _MUCH
        self.slot = _slot(tokens, name)
        self.anchors = _anchors(tokens, name, facts)
        self.inside = {token.low for token in tokens}

    def of_the_event(self) -> bool:
        """`I saw your play in Porto`: where the two met, which the brief names."""
        facts = self.desk.facts
        named = {key(word) for word in self.name.words} <= facts.brief_keys | facts.event_keys
        return named and (not self.heavy or bool(_MEETING & self.inside))


def _against(asked: _Asked) -> Finding | None:
    facts = asked.desk.facts
    if weight(asked.about) < 1 or asked.of_the_event():
        return None
    near: dict[int, tuple[float, Sentence, frozenset[str]]] = {}
    held = 0.0
    for sentence, owners in _sentences(asked.about, facts):
        if id(sentence) in near:
            continue
        close = share(sentence.keys, asked.about)
        near[id(sentence)] = (close, sentence, owners)
        if _holds(sentence, asked.name, asked.who, facts):
            held = max(held, close)
    good = [one for one in near.values() if one[0] >= _SOME and one[0] - held >= _BIT]
    if not good or check_name(asked.name, asked.desk.sources).verdict != "supported":
        return None
    for close, sentence, owners in sorted(good, key=lambda one: -one[0]):
        matter = (asked.about & sentence.keys) - facts.name_keys
        strong = bool(matter) and asked.heavy and close >= _HIGH and close - held >= _APART
        strangers = _differ(owners, asked.fragment.owners) or _differ(_holders(sentence, facts), asked.fragment.holders)
        for other in sorted(sentence_names(sentence), key=lambda one: _a_place(one) != _a_place(asked.name)):
            anchored = bool(_anchors(sentence.tokens, other, facts) & asked.anchors)
            if (strong or anchored) and not strangers and _in_its_place(other, sentence, asked):
                return _finding(other, sentence)
    return None


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _holders(sentence: Sentence, facts: Facts) -> frozenset[str]:
    """`your shop in Vaasa` is not `our shop in Bergen`."""
    return frozenset(holder for fact in facts.within(sentence) for holder in fact.fragment.holders)


def _sentences(about: frozenset[str], facts: Facts) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """The sentences of the notes, and of the promises on record, that share a word with the clause."""
    for word in sorted(about):
        for fact in facts.by_key.get(word, ()):
            yield fact.sentence, fact.fragment.owners
        for source in facts.heading_keys.get(word, ()):
            if source.kind == "commitment":
                yield from ((sentence, frozenset()) for sentence in source.sentences)


def _finding(other: Name, sentence: Sentence) -> Finding:
    words, text = sentence.tokens, sentence.source.text
    written = text[words[other.first].start : words[other.last].end]
    quote = sentence.text.strip()
    reason = f"Your notes name “{written}” here: “{quote}”."
    return Finding("contradicted", (sentence.source.label,), (quote,), reason, (sentence,))


def _anchors(tokens: Sequence[Token], name: Name, facts: Facts) -> frozenset[str]:
    """The two words of meaning before a name, and the next ones behind it."""
    before = _meaning(tokens[max(0, name.first - 6) : name.first])
    after = _meaning(tokens[name.last + 1 : name.last + 5])
    near = before[-2:] + (after[:3] if _slot(tokens, name) == "who" else after[:1])
    return telling(key(low) for low in near) - facts.name_keys


def _meaning(tokens: Sequence[Token]) -> list[str]:
    return [token.low for token in tokens if token.kind == "word" and token.low not in FUNCTION]


def _holds(sentence: Sentence, name: Name, who: str, facts: Facts) -> bool:
    """Whether the sentence has this name, a short form of it, its place or its person."""
    lows = sentence.lows
    if all(word in lows or any(same_first_name(word, low) for low in lows if low[0] == word[0]) for word in name.words):
        return True
    if who and any(who in fact.fragment.owners | fact.fragment.persons for fact in facts.within(sentence)):
        return True
    written = fold(sentence.text)
    return (
        _heads(sentence.source, name)
        or bool(_its_people(name) & {low.rstrip("s") for low in lows})
        or any(place in lows or (" " in place and place in written) for place in places_in(name.words))
    )


def _heads(source: Source, name: Name) -> bool:
    return set(name.words) <= {part.casefold() for part in source.heading.split()}


def _its_people(name: Name) -> frozenset[str]:
    """`polish` and `poland` for either, without a last `s`."""
    word = " ".join(name.words)
    land = DEMONYMS.get(word, word)
    if land not in DEMONYMS.values():
        return frozenset()
    return frozenset(low.rstrip("s") for low in (land, *(people for people, own in DEMONYMS.items() if own == land)))


def _slot(tokens: Sequence[Token], name: Name) -> str:
    """`where` behind `in`, `either` behind `from` or `to`, `who` elsewhere."""
    if name.last + 1 < len(tokens) and tokens[name.last + 1].low == "'s":
        return "who"
    at = name.first - 1
    while at > 0 and tokens[at].low.rstrip(".") in _BEFORE_IT:
        at -= 1
    low = tokens[at].low if at >= 0 else ""
    if low in _WHERE:
        return "where"
    return "either" if low in _EITHER else "who"


def _in_its_place(other: Name, sentence: Sentence, asked: _Asked) -> bool:
    """Both say where, or both name somebody."""
    facts = asked.desk.facts
    if asked.inside & set(other.words) or _one_of_the_two(other, facts):
        return False
    lead = _slot(sentence.tokens, other)
    them = facts.people.resolve(other.words)
    if _of_a_people(asked.name) != _of_a_people(other):
        return False
    if asked.slot == "who" and lead == "who":
        return bool(asked.who and them) or bool(_a_place(asked.name) and (them or _a_place(other)))
    if "who" in (asked.slot, lead):
        return _a_place(asked.name) and _a_place(other) and not them
    return True


def _of_a_people(name: Name) -> bool:
    """`French`, `Welsh`: a tongue, or what comes from a land, and no place."""
    return " ".join(name.words) in DEMONYMS


def _a_place(name: Name) -> bool:
    return name.kind == "place" or is_place(" ".join(name.words))
