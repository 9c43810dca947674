"""A deed done by another: `how you danced to the tune`, `how Ingrid cried`, where the notes tell it of others alone."""

from __future__ import annotations

from coach.domain.checking.attribution import matter, whose
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import share, telling


def acted_by_another(fragment: Fragment, facts: Facts) -> Finding | None:
    """`how you danced to the tune`: the deed is told of others alone, and in the same breath."""
    if not facts.reader or len(fragment.owners) != 1 or fragment.mood != "fact" or fragment.negated:
        return None
    doer = min(fragment.owners)
    if not fragment.explicit or not _outright(fragment, doer, facts):
        return None
    words = matter(fragment, facts)
    deeds = telling(fragment.verbs) - keys_of(_PLAIN_DEEDS)
    for deed in sorted(deeds):
        told = _where_done(deed, words, facts)
        acting = [fact for fact in told if deed in fact.fragment.verbs]
        others = [
            fact for fact in acting if fact.fragment.explicit and fact.fragment.owners and not fact.fragment.negated
        ]
        if not others or len(others) != len(told) or any(_may_be_of(fact, doer) for fact in told):
            continue
        fact = max(others, key=lambda one: share(_told_of_it(one, facts), words))
        if share(_told_of_it(fact, facts), words) < _IN_THE_SAME_BREATH:
            continue
        owner = whose(fact.fragment)
        reason = f"Your notes say this of {owner}: “{fact.quote}”."
        return contradicted(fact, reason)
    return None


def _outright(fragment: Fragment, doer: str, facts: Facts) -> bool:
    """`you danced`, `thanks for ringing Ann`, `how Ingrid cried`: the doer is named, and nobody's kin."""
    if doer == facts.reader:
        return "you" in fragment.words or fragment.words[0] in ("thanks", "many")
    return doer != USER and doer in facts.people.identities and bool(set(doer.split()) & set(fragment.words))


def _where_done(deed: str, words: frozenset[str], facts: Facts) -> list[Fact]:
    """The facts that tell of a deed; where some speak of the same thing as the draft, only those."""
    told = [fact for fact in facts.by_key.get(deed, ()) if not fact.programme]
    near = [fact for fact in told if telling(words - {deed}) & fact.sentence.keys]
    return near or told


def _told_of_it(fact: Fact, facts: Facts) -> frozenset[str]:
    """The words of its sentence and, in hasty notes, of what the note says just before it, where nobody else acts."""
    return fact.sentence.keys | frozenset(word for one in told_before(fact, facts) for word in one.fragment.keys)


def told_before(fact: Fact, facts: Facts) -> list[Fact]:
    """What the same note says just before, up to where somebody else acts."""
    here = facts.within(fact.sentence.source)
    at = here.index(fact)
    lead: list[Fact] = []
    for one in reversed(here[max(0, at - _NOTED_BEFORE) : at]):
        if one.fragment.owners and one.fragment.owners != fact.fragment.owners:
            break
        lead.append(one)
    return lead


_NOTED_BEFORE = 4


def _may_be_of(fact: Fact, doer: str) -> bool:
    """The doer has a part in it, or is somebody's kin without a name who may be meant."""
    fragment = fact.fragment
    return doer in fragment.owners | fragment.persons or any(" of " in owner for owner in fragment.owners)


_IN_THE_SAME_BREATH = 0.6
_PLAIN_DEEDS = split_words(
    "run work lead live teach study know like love enjoy hate say tell think want need use help send give bring show "
    "have get make do go come see hear read write meet talk ask offer promise owe hope care start begin stop move join "
    "plan"
)
"""Doings that many share, each in their own way."""
