"""A promise on record, told as made to another person, or as of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts, Promise
from coach.domain.checking.lexicon import CALENDAR, FUNCTION
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling


def not_to_you(
    fragment: Fragment, promise: Promise, about: frozenset[str], facts: Facts, *, as_said: bool = False
) -> Finding | None:
    """`the data sheets I promised you`, where it is a third person to whom they are owed; `as_said`: the sentence says
    that it was promised."""
    named = _PROMISED_YOU.search(fragment.plain) or (as_said and _TO_YOU.search(fragment.plain))
    if promise.by != USER or promise.to in ("", USER, facts.reader) or not named:
        return None
    if promise.to in fragment.persons or any(
        one.by == USER and one.to in ("", facts.reader) and telling(one.keys & about) for one in facts.promises
    ):
        return None
    reason = f"By your notes this is promised to {person_name(promise.to)}: “{promise.quote}”."
    return Finding("contradicted", (promise.label,), (promise.quote,), reason)


_TO_YOU = re.compile(r"\b(?:send|give|bring|mail|post|forward|share|lend|show|get) you\b")
_PROMISED_YOU = re.compile(r"\b(?:i|we)(?:'ve| have| had)? (?:\w+ )?(?:promised|owe|owed) you\b")


def wanted_by_the_debtor(parts: Sequence[Fragment], number: int) -> Finding | None:
    """`I still owe you our template, | and I need it by Friday`: whoever owes a thing does not wait for it."""
    before = " ".join(part.plain for part in parts[:number])
    if not _I_NEED_IT.search(parts[number].plain) or not _I_OWE_YOU.search(before):
        return None
    return Finding("contradicted", reason="It is you who owe this, so that you need not wait for it.")


_I_OWE_YOU = re.compile(r"\b(?:i|we) (?:\w+ )?(?:owe|promised) you\b")
_I_NEED_IT = re.compile(
    r"^(?:and |but |so )?(?:i|we) (?:still |really )?(?:need|want|expect) (?:it|them|that|this)\b(?! to)"
)


def wanted_by_the_reader(fragment: Fragment, facts: Facts) -> Finding | None:
    """`I look forward to the files from you`, where it is the reader who wants them."""
    found = _AWAITED.search(fragment.plain)
    if found is None or not facts.readable or not facts.reader:
        return None
    said = found["what"] or found["yours"]
    words = telling(key(low) for low in said.split() if low not in FUNCTION) - facts.name_keys
    if not words or any(
        one.by == facts.reader and one.keys & words and not _WANTS.search(one.quote.casefold())
        for one in facts.promises
    ):
        return None
    places = [fact for word in sorted(words) for fact in facts.by_key.get(word, ())]
    wants = [fact for fact in places if _WANTS.search(fact.fragment.plain) and facts.reader in fact.fragment.owners]
    others = [fact for fact in places if fact not in wants and facts.reader in fact.fragment.owners]
    if not wants or others or not words <= wants[0].fragment.keys:
        return None
    return contradicted(wants[0], f"Your notes say the opposite: “{wants[0].quote}”.")


_AWAITED = re.compile(
    r"\b(?:look(?:ing)? forward to|waiting for|await|thank you for|thanks for) (?:your (?P<yours>[^,.;!?]+)|"
    r"the (?P<what>[^,.;!?]+?) (?:from you\b|(?:that )?you (?:gave|sent|lent|handed|mailed)\b))"
)
_WANTS = re.compile(r"\b(?:wants|needs|would like|wanted|needed|asked for|is waiting for|is looking for)\b")


def of_another_matter(fragment: Fragment, promise: Promise, facts: Facts) -> Finding | None:
    """`photographs of the strike train`, where those of the escapement are owed: the same thing, of something else."""
    if not facts.readable:
        return None
    if _in_full(fragment, promise):
        return Finding(
            "contradicted",
            (promise.label,),
            (promise.quote,),
            f"Your notes say “{promise.quote}”.",
        )
    quoted, said = _matters(promise.quote), _matters(fragment.plain)
    for head, other in said.items():
        noted = quoted.get(head)
        elsewhere = len(other) > 1 or any(facts.by_key.get(word) for word in other)
        if noted and telling(other) and elsewhere and not noted & other and not other & promise.keys:
            reason = f"Your notes say “{promise.quote}”."
            return Finding("contradicted", (promise.label,), (promise.quote,), reason)
    return None


def _in_full(fragment: Fragment, promise: Promise) -> bool:
    """`the whole booklet`, of which the first half is promised."""
    whole, part = _WHOLE.search(fragment.plain), _PART_OF.search(promise.quote.casefold())
    return bool(whole and part) and key((whole or part)["what"]) == key((part or whole)["what"])  # type: ignore[index]


_WHOLE = re.compile(r"\b(?:whole|entire|full|complete|all of the|all of my|both halves of the) (?P<what>[a-z-]{3,})")
_PART_OF = re.compile(
    r"\b(?:half|part|third|quarter|chapters?|pages?|section|draft|summary|outline|beginning|start|end|"
    r"first \w+|last \w+)"
    r" of (?:the |my |our |her |his )?(?P<what>[a-z-]{3,})"
)


def _matters(text: str) -> dict[str, frozenset[str]]:
    """Each thing with what it is of: `photographs of the escapement`."""
    found = {}
    for match in _OF_WHAT.finditer(text.casefold()):
        words = [word for word in match["what"].split() if word not in FUNCTION]
        if words and not CALENDAR & set(words) and not any(word[0].isdigit() for word in words):
            found[key(match["thing"])] = frozenset(key(word) for word in words)
    return found


_OF_WHAT = re.compile(
    r"\b(?P<thing>[a-z-]{4,}) of (?:the |our |my |your |her |his |their |a |an )?"
    r"(?P<what>[a-z-]{3,}(?: (?!by\b|to\b|in\b|at\b|for\b|from\b|and\b|with\b|before\b|until\b)[a-z-]{3,})?)"
)
