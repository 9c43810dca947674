"""Two days, or two figures, of one sentence of the notes, each with a matter of its own: `opens 9 July, closes 27
July`, `lost 9, kept 29`. A draft that takes the one with the other's matter has changed them over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import TypeVar

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact
from coach.domain.checking.lexicon import CALENDAR, split_words
from coach.domain.checking.quantities import Quantity
from coach.domain.checking.same_day import same_date
from coach.domain.checking.sources import Sentence

Kept = TypeVar("Kept", DateMention, Quantity)
_BLAND = split_words("be have do make take use see say tell think want")


def changed_over(desk: Desk, line: Line, mention: DateMention, sentences: Sequence[Sentence]) -> Finding | None:
    """The only date of a line, which the notes hold for the other of two matters; `sentences`: those that hold it."""
    before = line.tokens[mention.first - 1].low if mention.first else ""
    if before in _ENDING:
        return None

    def same(other: DateMention, sentence: Sentence) -> bool:
        quote = sentence.source.text[sentence.tokens[other.first].start : sentence.tokens[other.last].end]
        said = desk.text[line.tokens[mention.first].start : line.tokens[mention.last].end]
        return same_date(mention, other, said, quote)

    return _crossed(desk, line, mention.first, [(one, one.dates) for one in sentences], same)


_ENDING = frozenset(("until", "till", "til", "by", "before", "since", "from"))
"""`open until the 27th`: when the one matter ends is told by the other."""


def counted_over(desk: Desk, line: Line, number: Quantity, sentences: Sequence[Sentence]) -> Finding | None:
    """The only number of a line, which the notes hold for the other of two matters."""
    if number.worded and number.value <= 1:
        return None
    return _crossed(
        desk, line, number.first, [(one, one.numbers) for one in sentences], lambda other, _: number.agrees(other)
    )


def _crossed(
    desk: Desk,
    line: Line,
    position: int,
    places: Sequence[tuple[Sentence, Sequence[Kept]]],
    same: Callable[[Kept, Sentence], bool],
) -> Finding | None:
    here = line.fragments_at(position)
    if not here or not all(part.mood == "fact" and not part.negated for part in here):
        return None
    said = frozenset(word for part in here for word in part.verbs)
    found: Finding | None = None
    for sentence, kept in places:
        told = list(_with_clauses(desk.facts.within(sentence), kept))
        if not any(same(one, sentence) for one, _ in told):
            continue
        for (one, taken), (other, meant) in permutations(told, 2):
            if taken is meant or not same(one, sentence) or same(other, sentence) or meant.fragment.negated:
                continue
            if not _own(taken, meant) or _own(taken, meant) & said:
                return None  # it is the matter of the day that is named
            if _own(meant, taken) & said:
                found = found or contradicted(meant, f"Your notes say “{meant.quote}”.")
    return found


def _with_clauses(facts: Sequence[Fact], kept: Sequence[Kept]) -> Iterator[tuple[Kept, Fact]]:
    """Each day or figure with the clause that it stands in, where it is the only one there."""
    for fact in facts:
        inside = [one for one in kept if _holds(fact.fragment, one)]
        if len(inside) == 1:
            yield inside[0], fact


def _holds(fragment: Fragment, kept: DateMention | Quantity) -> bool:
    return fragment.first <= kept.first <= fragment.last


def _own(fact: Fact, other: Fact) -> frozenset[str]:
    """What the one clause speaks of and the other does not."""
    return fact.fragment.verbs - other.fragment.verbs - keys_of(_BLAND | CALENDAR)
