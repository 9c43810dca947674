"""Asked or told of as gone by, where the notes set its day ahead: `I hope the move went well`, `how was the trip?`,
`wie war der Umzug?`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from coach.domain.checking.claims import Finding
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.sources import Sentence
from coach.domain.checking.stances import LIGHT
from coach.domain.checking.timing import STILL_TO_COME, nearest
from coach.domain.checking.weighing import telling

_GONE_BY = re.compile(
    r"\bhow (?:was|were|did)\b|\b(?:was|were) (?:the|your|it|everybody|everyone)\b.*\?|"
    r"\bhop(?:e|ing)\b.{0,60}\b(?:went|was|were|arrived|got|came|had|enjoyed|passed|survived|worked)\b|"
    r"\bdid (?:the|your|it|everybody|everyone)\b.*\?|"
    r"\bwie (?:war|waren|lief|ist .* gelaufen)\b|\bhoffe\b.{0,60}\b(?:war|waren|lief|gelungen|gelaufen|geklappt)\b|"
    r"\bhat .{0,40}(?:geklappt|gefallen|stattgefunden)\b|\bblieb es\b"
)
_HOW_WAS_IT = re.compile(r"\bhow was (?:it|everything|your time)\b|\bwie war(?:'s| es)\b")
_ENDED = re.compile(r"\b(?:planned|prepar\w+|rehears\w+|tickets?|invitation|vorbereit\w+|plan(?:en|ung)?)\b")
_HAPPENINGS = split_words(
    "trip move party wedding race exam concert premiere opening launch festival fair harvest visit tour workshop "
    "course show exhibition operation op surgery parade procession delivery vote meeting assembly walk holiday "
    "leave flight march match tournament audit inspection interview hearing rehearsal performance sale auction "
    "birth christening funeral retreat camp voyage journey rally strike training lecture talk dinner lunch supper "
    "run regatta release"
)


def too_early(desk: Desk, line: Line) -> Finding | None:
    """A happening that the sentence takes for gone by, all noted days of which are still to come."""
    today = desk.briefing.today
    plain = " ".join(token.low for token in line.tokens)
    if today is None or not _GONE_BY.search(plain) or _ENDED.search(plain):
        return None
    said = frozenset(word for part in line.fragments for word in part.keys)
    happening = said & keys_of(_HAPPENINGS)
    words = telling(said) | happening
    words -= (keys_of(LIGHT) - happening) | frozenset(key(part) for name in desk.facts.people.names for part in name)
    told = list(_told(words, desk))
    best = max((len(common) for common, _ in told), default=0)
    near = [(common, sentence) for common, sentence in told if len(common) == best]
    asked = bool(_HOW_WAS_IT.search(plain))
    if not near or (best < _ENOUGH and not asked and not all(common & happening for common, _ in near)):
        return None
    dated = [(sentence, mention) for common, sentence in near for mention in _days(sentence)]
    if not dated or not all(_ahead(mention, sentence.source.at, today) for sentence, mention in dated):
        return None
    if any(not list(_days(sentence)) for _, sentence in near):
        return None
    sentence, mention = dated[0]
    tokens = sentence.tokens
    quote = sentence.source.text[tokens[mention.first].start : tokens[mention.last].end]
    return Finding("contradicted", (sentence.source.label,), (quote,), f"{STILL_TO_COME[:-1]}: “{quote}”.", (sentence,))


_ENOUGH = 2


def _told(words: frozenset[str], desk: Desk) -> Iterator[tuple[frozenset[str], Sentence]]:
    """The sentences of the notes that share telling words, with these words."""
    for source in desk.sources:
        if not source.label or source.kind in ("person", "goal"):
            continue
        for sentence in source.sentences:
            if common := words & sentence.keys:
                yield common, sentence


def _days(sentence: Sentence) -> Sequence[DateMention]:
    return [mention for mention in sentence.dates if mention.days and not mention.every and mention.grain in _NEAR]


_NEAR = ("day", "weekend", "week")


def _ahead(mention: DateMention, noted: date | None, today: date) -> bool:
    """The day is to come: where the month is open the first behind the day of the note, where the year is open the
    nearest."""
    if mention.relative and mention.weekday is None and noted and len(mention.days) > 1:
        coming = [first for first, _ in mention.days if first >= noted]
        return bool(coming) and min(coming) > today
    if mention.relative:
        return mention.days[0][0] > today
    return nearest(mention, today) > today
