"""Drafts in other languages than English: how much of a sentence the notes hold, and in German who gives whom.

Clauses are read in English only. Elsewhere names, numbers, dates and denials are checked as far as it goes; a sentence
counts as held only where most of its words stand in the evidence; else it is said that it could not be graded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from coach.domain.checking.claims import Finding
from coach.domain.checking.language import small_words
from coach.domain.checking.lexicon import CALENDAR, GREETINGS, SIGN_OFFS, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token
from coach.domain.stemming import snowball

_STEMMERS = {"de": "german", "fr": "french", "es": "spanish", "it": "italian", "nl": "dutch", "pt": "portuguese"}
_HELD = 0.6
"""Share of a sentence's words that the evidence must hold before the sentence counts as held."""


@lru_cache(maxsize=8192)
def _stem(word: str, language: str) -> str:
    return snowball(word, _STEMMERS.get(language, "english"))


def content(tokens: Sequence[Token], language: str) -> frozenset[str]:
    """Stems of the words that carry meaning in this language."""
    idle = small_words(language) | CALENDAR | GREETINGS | SIGN_OFFS | _COURTESY
    words = (token.low for token in tokens if token.kind == "word" and len(token.low) > 3)
    return frozenset(_stem(word, language) for word in words if word not in idle)


_COURTESY = split_words(
    "schon gern gerne freue freuen hatte hatten wurde wurden konnen konnte konnten mochte mochten sehr auch noch ganz "
    "vielen herzlichen gesprach treffen kennenzulernen kennengelernt habe haben wieder mehr immer etwas ihnen "
    "quand bien tres aussi avoir etre pouvoir plaisir rencontre muy tambien hacer poder gusto encantado placer molto "
    "anche"
)


def held(tokens: Sequence[Token], language: str, sources: Sequence[Source]) -> Finding | None:
    """The sources that hold most of the sentence's words; None where too few are there, or there are no words."""
    words = content(tokens, language)
    if not words:
        return None
    best = {source.label: words & _of_source(source, language) for source in sources}
    found = frozenset().union(*best.values()) if best else frozenset()
    if len(found) < _HELD * len(words):
        return None
    labels = tuple(label for label, part in best.items() if part and label)
    return Finding("supported", labels, reason="Your notes hold this." if labels else "Known from the brief.")


def _of_source(source: Source, language: str) -> frozenset[str]:
    return frozenset().union(*(content(sentence.tokens, language) for sentence in source.sentences))


_GIVING = re.compile(
    r"\b(?:(?:zu|nach|weiter|durch)?(?:ge)?(?:schick|send|sand|geb|gib|bring|leih|lieh|zeig|mail|meld|reich|besorg|"
    r"stell|schreib|schrieb|uberlass|ubergeb|organisier)\w*|schuld\w*)\b"
)
_TO_ME = frozenset(("mir", "uns"))
_TO_READER = frozenset(("ihnen", "dir", "euch"))
_TO_OTHER = frozenset(("ihr", "ihm", "ihnen"))


def turned_gift(line: Sequence[Token], sources: Sequence[Source], reader: str) -> Finding | None:
    """German: `Die Fotos schicke ich Ihnen`, where the notes say `Sie schickt mir die Fotos`, or the reverse."""
    giver = _giver(line, to_user=_TO_ME, from_user=_TO_READER, reader=reader)
    things = _things(line)
    if not giver or not things:
        return None
    against: list[Sentence] = []
    for source in sources:
        theirs = source.written_by(reader)
        for sentence in source.sentences:
            if not things & _things(sentence.tokens):
                continue
            noted = _giver(
                sentence.tokens, to_user=_TO_ME, from_user=_TO_READER if theirs else _TO_OTHER, reader=reader
            )
            if noted and theirs:
                noted = USER if noted == reader else reader
            if noted == giver:
                return None
            against += [sentence] if noted else []
    if not against:
        return None
    sentence = against[0]
    who = "you who" if giver != USER else "the other who"
    reason = f"By your notes it is {who} gives this: “{sentence.text.strip()}”."
    return Finding("contradicted", (sentence.source.label,), (sentence.text.strip(),), reason, (sentence,))


_WITH_DATIVE = frozenset(("von", "mit", "bei", "zu", "nach", "aus"))


def _giver(tokens: Sequence[Token], *, to_user: frozenset[str], from_user: frozenset[str], reader: str) -> str:
    """Who gives, by the one who is given to: `mir` means the other gives, `Ihnen` the writer."""
    if not _GIVING.search(" ".join(token.low for token in tokens)):
        return ""
    lows = {
        token.low
        for number, token in enumerate(tokens)
        if not (number and tokens[number - 1].low in _WITH_DATIVE)
        and (token.low != "ihr" or (number + 1 < len(tokens) and not tokens[number + 1].capital))
    }
    if lows & to_user:
        return "" if lows & from_user else reader
    return USER if lows & from_user else ""


def _things(tokens: Sequence[Token]) -> frozenset[str]:
    """German nouns carry a capital: the things that are spoken of, without names' titles and days."""
    idle = small_words("de") | CALENDAR | _TITLES
    return frozenset(
        _stem(token.low, "de") for token in tokens[1:] if token.capital and len(token.low) > 3 and token.low not in idle
    ) | frozenset(_stem(token.low, "de") for token in tokens[:1] if token.capital and token.low not in idle)


_TITLES = split_words(
    "herr herrn frau doktor professor liebe lieber ihnen ihre ihren ihrem ihrer danke vielen wann konnen"
)
