"""Whom "they" and "them" mean in a sentence about somebody: people named before them, else the reader and their own.

"Your choir lost the key. The audience helped them to start again." is, said to the conductor, "helped you".
"""

from __future__ import annotations

import re

from coach.domain.checking.english import forms
from coach.domain.text import sentences

_THEY = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
_MANY_IN_ONE = frozenset(
    """team choir band orchestra group crew class family staff audience council company committee office government
    school hospital club board trust ward firm department union parish village town city public police shop bank
    couple pair crowd everybody everyone nobody somebody someone anybody anyone people who whoever each every both all
    others many most some few none two three four five six seven eight nine ten dozens hundreds thousands
    person child customer patient guest visitor reader pupil student apprentice neighbour friend""".split()
)
"""What one may call "they" though it is one word, or no noun."""
_CLAUSE = re.compile(r"[,;:]|\b(?:and|but|so|then|when|while|because|that|who|which|if|before|after|until)\b")
_TURNED = {"they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves"}


def leans_on_others(sentence: str) -> bool:
    """Whether a sentence says "they" or "them" and names nobody before whom it can mean."""
    found = _THEY.search(sentence)
    return found is not None and not _meant_before(sentence, found)


def they_as_you(text: str) -> str:
    """A text turned to the reader, with "they" and "them" turned too where nobody else can be meant."""
    before = ""
    for part in sentences(text):
        found = _THEY.search(part)
        if found and not _meant_before(part, found) and _is_the_reader(before, part[: found.start()]):
            turned = _THEY.sub(lambda word: _as_written(_TURNED[word[0].lower()], word[0]), part)
            text = text.replace(part, turned, 1)
        before += f" {part}"
    return text


def _is_the_reader(before: str, head: str) -> bool:
    """Whether the reader was spoken of before, and no people but their own."""
    told = f"{before} {head}"
    others = re.sub(r"\byour (?:[a-z]+ )?[a-z]+", "", told, flags=re.IGNORECASE)
    return bool(re.search(r"\byour?\b", told, re.IGNORECASE)) and not _people_in(_other_than_this_clause(others, head))


def _other_than_this_clause(told: str, head: str) -> str:
    """What was told without the subject of the clause in which "them" stands, which cannot be who is meant."""
    return told.removesuffix(_CLAUSE.split(head)[-1])


def _meant_before(sentence: str, found: re.Match[str]) -> bool:
    """Whether the sentence names somebody before its "they"; "them" never means the subject of its own clause."""
    head = sentence[: found.start()]
    if found[0].lower() == "them":
        clauses = _CLAUSE.split(head)
        behind_its_verb = re.sub(r"^\s*(?:[\w'’-]+ ){1,6}?[a-z]+(?:ed|s|d)\b", "", clauses[-1])
        head = " ".join([*clauses[:-1], behind_its_verb])
    return _people_in(head)


def _people_in(text: str) -> bool:
    words = re.findall(r"[\w'’-]+", text.casefold())
    return any(word in _MANY_IN_ONE or _is_plural(word) for word in words)


def _is_plural(word: str) -> bool:
    nouns = forms(word).get("NOUN", ())
    return bool(nouns) and word not in nouns


def _as_written(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
