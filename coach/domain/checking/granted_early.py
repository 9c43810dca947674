"""Granted too soon: `the school has confirmed my place`, `the fund has given us 1,800`, where the notes tell only that
it was asked for, is to be voted on, or is not decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.names import given_name
from coach.domain.checking.people import USER
from coach.domain.checking.stances import LIGHT
from coach.domain.checking.weighing import generic, telling

_GRANTED = re.compile(
    r"\b(?:has|have|had|'s|'ve|was|were|is|are) (?:now |just |already |finally |been )*"
    r"(?:given|granted|confirmed|approved|agreed|accepted|settled|decided|signed|allowed|said yes|voted|awarded|"
    r"cleared|chosen)\b|\b(?:gave|granted|confirmed|approved|accepted|said yes|settled on|voted for)\b"
)
"""Told as granted or settled by now."""
_PENDING = re.compile(
    r"\b(?:(?:i|we|she|he|they)(?: will|'ll|'d|d)? ask|ask(?:s|ed|ing)? (?:the |her |his |their |our |my )?[\w-]+ for|"
    r"has to ask|must ask|to ask|votes? on|decides? on|(?:will|to) decide|applied|answer in|"
    r"(?:not|n't|nothing) (?:\w+ )?(?:decided|settled|agreed|confirmed|sure|asked|said)|undecided|unsure|not sure|"
    r"if (?:the )?[\w-]+ (?:allows|agrees|"
    r"approves)|waiting (?:for|on)|to be (?:decided|voted|confirmed)|pending|maybe|perhaps)\b"
)
_NOT_SO = re.compile(
    r"\b(?:not|never|no|if|whether|once|until|unless|when|soon|will|would|could|may|might|hope|hopes|hoping|almost|before|"
    r"yet|who|what|how)\b|n't\b|'(?:ll|d)\b"
)
_DEEDS = split_words(
    "give grant confirm approve agree accept settle decide sign allow say yes vote award clear choose answer euro "
    "money sum amount two first"
)


def granted_early(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """A consent, a grant or a decision told as given, of which no note tells but as still open."""
    fragment = parts[number]
    plain = fragment.plain
    if not facts.readable or fragment.mood != "fact" or fragment.negated or not _GRANTED.search(plain):
        return None
    alone = fragment.owners == {USER} and "we" not in fragment.words
    if alone or _NOT_SO.search(plain) or fragment.tokens[-1].text == "?":
        return None
    words = telling(fragment.keys | fragment.antecedent) - keys_of(_DEEDS) - keys_of(LIGHT) - facts.name_keys
    words |= {key(who) for who in fragment.owners if who != USER and " " not in who and not given_name(who)}
    for word in sorted(words - generic()):
        told = [
            fact for fact in facts.by_key.get(word, ()) if not fact.programme and fact.sentence.source.kind != "person"
        ]
        open_ones = [fact for fact in told if _open(fact, facts)]
        if open_ones and not any(_settled(fact) for fact in told) and _promised_not(word, facts):
            fact = open_ones[0]
            return contradicted(fact, f"By your notes this is still open: “{fact.quote}”.")
    return None


def _open(fact: Fact, facts: Facts) -> bool:
    """The clause says so, or the next one, that speaks of nothing else."""
    if fact.sentence.source.kind == "goal" or _PENDING.search(fact.fragment.plain):
        return True
    after = facts.next_clause(fact)
    return any(_PENDING.search(one.fragment.plain) and not _own(one, fact, facts) for one in after)


def _own(one: Fact, fact: Fact, facts: Facts) -> Iterable[str]:
    return telling(one.fragment.keys) - facts.name_keys - fact.fragment.keys - keys_of(_DEEDS)


def _settled(fact: Fact) -> bool:
    """Told as given after all, or as something that is there: no goal, no question, and nothing of the pending kind."""
    if fact.sentence.source.kind == "goal" or fact.fragment.negated:
        return False
    plain = fact.fragment.plain
    return bool(_GRANTED.search(plain)) or (fact.fragment.mood == "fact" and bool(_FIRM.search(plain)))


_FIRM = re.compile(r"\b(?:ok|yes|got|gave|paid|is fine|fixed|booked|secured|won|agreed|sent|allowed)\b")


def _promised_not(word: str, facts: Facts) -> bool:
    """Nobody but the writer has promised a thing called so: a promise would make it more than open."""
    return not any(word in promise.keys and promise.by != USER and promise.to for promise in facts.promises)
