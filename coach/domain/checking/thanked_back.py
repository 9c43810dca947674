"""Thanks the wrong way round: `thank you for teaching me to mix ink`, where it is they who thank the writer for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.sources import Sentence
from coach.domain.checking.weighing import telling

_THANKS = re.compile(
    r"\b(?:thanks|thank you|grateful to you|kind of you|good of you|nice of you)\b(?: \w+){0,4}? (?:for|"
    r"to) (?P<what>.+)$"
)
_THEY_THANK = re.compile(
    r"(?<!says )(?<!said )(?<!saying )\b(?:thanks|thank you)\b(?: \w+){0,4}? for (?P<what>[^.!?;]+)|"
    r"\b(?:she|he|they|[a-z-]+) thanked (?:me|us) for (?P<told>[^.!?;]+)"
)
_MUTUAL = split_words(
    "talk chat conversation evening lunch dinner coffee time company meeting walk visit day morning afternoon hour "
    "message note mail email letter reply answer word call offer interest help advice patience warm welcome nice good "
    "great lovely"
)
"""What both may thank each other for."""
_CLOSE = re.compile(r"(?: ,)? (?:and|but|so|which|i|it|at|in|on|from|during|after|over) .*$")


def thanks_turned(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """The writer thanks for what by the reader's own words the writer did; asked once a sentence."""
    if number or not facts.readable or not facts.reader:
        return None
    plain = parts[0].whole
    found = _THANKS.search(plain)
    said = _telling(found["what"], facts) if found else frozenset()
    if not said:
        return None
    for sentence, noted in _thanked(facts):
        common = said & noted
        if telling(common) and len(common) * 2 >= len(said) and not _by_the_reader(common, sentence, facts):
            source = sentence.source
            quote = sentence.text.strip()
            reason = f"By your notes it is they who thank you for this: “{quote}”."
            return Finding("contradicted", (source.label,), (quote,), reason, (sentence,))
    return None


def _telling(what: str, facts: Facts) -> frozenset[str]:
    words = _CLOSE.sub("", what).replace("-", " ").split()
    if {"my", "our", "his", "her", "their"} & set(words[:3]):
        return frozenset()  # `for hearing my pitch`
    keys = frozenset(key(low) for low in words if low[:1].isalpha() and low not in FUNCTION | _MUTUAL)
    return keys - facts.name_keys


def _thanked(facts: Facts) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """What the reader thanks the writer for: in their own letter, or as the writer noted it."""
    for source in facts.sources:
        theirs = source.written_by(facts.reader)
        if not theirs and (source.kind != "note" or source.author):
            continue
        for sentence in source.sentences:
            found = _THEY_THANK.search(" ".join(token.low for token in sentence.tokens))
            what = (found["what"] if theirs else found["told"]) if found else None
            if what:
                yield sentence, _telling(what, facts)


def _by_the_reader(words: frozenset[str], thanks: Sentence, facts: Facts) -> bool:
    """Elsewhere the notes tell of the reader doing it for the writer too."""
    return any(
        words <= fact.fragment.keys
        and facts.reader in fact.fragment.owners
        and USER in fact.fragment.persons
        and fact.sentence is not thanks
        for fact in facts.facts
    )
