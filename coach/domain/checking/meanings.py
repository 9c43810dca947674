"""Whom words mean: pronouns, names and kin, each brought to an identity."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.clauses import Fragment, Voice
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.names import Name
from coach.domain.checking.people import RELATIONS, is_person

POSSESSIVES = {
    "my": "i",
    "our": "we",
    "your": "you",
    "his": "he",
    "her": "she",
    "their": "they",
    "mine": "i",
    "yours": "you",
}


_KIN_NAMES = {"dad": "father", "mum": "mother", "mom": "mother", "gran": "grandmother", "granny": "grandmother",
              "grandma": "grandmother", "grandpa": "grandfather", "co-founder": "cofounder", "co-worker": "coworker",
              "neighbor": "neighbour", "kids": "children", "stepmum": "stepmother",
              "stepdad": "stepfather"}  # fmt: skip


def kin_of(relation: str, owner: str) -> str:
    """The identity of somebody known by kinship alone: `my dad` and `my father` are one."""
    return f"{_KIN_NAMES.get(relation, relation)} of {owner}"


ONE_RELATIVE = RELATIONS - split_words("team family kids children parents dog cat")


def named_in(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[tuple[Name, str]]:
    """The persons named in the fragment, each with its identity (empty when unknown)."""
    here = [name for name in names if fragment.first <= name.first <= fragment.last]
    return [(name, voice.people.resolve(name.words)) for name in here if is_person(fragment.tokens, name, voice.people)]


THIRD_PERSON = {
    "she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he",
    "they": "they", "them": "they", "their": "they", "theirs": "they",
}  # fmt: skip


def persons_in(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """Everybody named or meant by a pronoun in the fragment."""
    found = {identity for _, identity in named_in(fragment, names, voice) if identity}
    for word in fragment.words:
        found |= {who for who in meant_by(word.split("'")[0], voice) if who}
    return frozenset(found)


def meant_by(word: str, voice: Voice) -> frozenset[str]:
    """Whom a pronoun means in this voice; nobody when the word is none or its person is unknown."""
    if word in ("i", "me", "my", "mine", "myself", "im"):
        return frozenset((voice.me,))
    if word in ("you", "your", "yours"):
        return frozenset((voice.you,)) if voice.you else frozenset()
    if pronoun := THIRD_PERSON.get(word):
        who = voice.topic if pronoun == "they" else voice.third(pronoun)
        return frozenset((who,)) if who else frozenset()
    if word in ("we", "us", "our", "ours"):
        return frozenset((voice.me,))
    return frozenset()
