"""Where is it? The house or room of a meeting that a day, an hour or a count makes plain, under another name than in
the notes: `the briefing on 5 November, in the gym` for `5 November, 3 pm in the staff room`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.dates import dates, of_day
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.quantities import quantities
from coach.domain.checking.sources import Sentence
from coach.domain.checking.tokens import Token

_HOUSES = split_words(
    "room hall gym house station church school cafe bar library office theatre theater studio kitchen garden park "
    "square pub restaurant barn tent museum gallery centre center club canteen lounge foyer basement auditorium "
    "chapel tower bakery brewery castle hotel inn cinema marquee pavilion boathouse clubhouse gymnasium "
    "cellar attic courtyard"
)
_AT = frozenset(("in", "at", "inside"))
_ARTICLES = frozenset(("the", "our", "your", "an", "a"))
_LONGEST = 4
"""Words of a venue between its preposition and its noun."""
_MANY = 10
"""From here on a count tells which evening is meant."""
_ASKED = re.compile(r"\?$|\b(?:could|would|shall|perhaps|maybe|instead|if|or|prefer|rather)\b")


def another_venue(desk: Desk, line: Line) -> Iterator[tuple[int, int, Finding]]:
    """(first token, last token, finding) of each venue that the notes name otherwise for the same moment."""
    plain = " ".join(token.low for token in line.tokens)
    if not desk.facts.readable or _ASKED.search(plain):
        return
    for first, last in _venues(line.tokens, article_only=True):
        if _known(line.tokens[first : last + 1], desk.facts):
            continue
        for sentence in _same_moment(desk, line):
            for begin, end in _venues(sentence.tokens, article_only=False):
                quote = sentence.source.text[sentence.tokens[begin].start : sentence.tokens[end].end]
                reason = f"Your notes say “{quote}”."
                yield first, last, Finding("contradicted", (sentence.source.label,), (quote,), reason, (sentence,))
                return


def _venues(tokens: Sequence[Token], *, article_only: bool) -> Iterator[tuple[int, int]]:
    """`in the old customs house`; in a draft also `the town hall`, told of as known."""
    for at, token in enumerate(tokens):
        if token.low not in _HOUSES or token.kind != "word":
            continue
        lead = [other.low for other in tokens[max(0, at - _LONGEST) : at]]
        opening = next(
            (step for step, low in enumerate(reversed(lead)) if low in (_ARTICLES if article_only else _AT)), -1
        )
        if opening >= 0 and all(low.isalpha() for low in lead[len(lead) - opening :]):
            yield at - opening, at


def _known(tokens: Sequence[Token], facts: Facts) -> bool:
    """Some note names it: its noun, or for a room all that tells it from others."""
    words = [key(token.low) for token in tokens if token.low not in FUNCTION]
    return all(facts.knows(word) for word in words) or facts.knows(words[-1])


def _same_moment(desk: Desk, line: Line) -> Iterator[Sentence]:
    """Sentences of the evidence that share a day or a large count with the draft's."""
    mine = [mention for mention in dates(line.tokens, desk.briefing.today) if mention.grain == "day"]
    counts = {number.value for number in quantities(line.tokens) if number.value >= _MANY}
    for source in desk.sources:
        written = (
            source.at is not None and source.kind == "note" and any(day.overlaps(of_day(source.at)) for day in mine)
        )
        for sentence in source.sentences if source.label else ():
            day = any(one.overlaps(other) for one in mine for other in sentence.dates if other.grain == "day")
            count = written and counts & {number.value for number in sentence.numbers}
            if day or count:
                yield sentence
