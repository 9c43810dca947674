"""Who said it to whom: `I told you to …` in the draft against `she told me to …` in the notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import person_name, third
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import share, telling

_TOLD = (
    r"(?:told|said|mentioned|suggested|advised|asked|recommended|explained|described|showed|taught|warned|reminded|"
    r"argued|introduced|invited|lent|gave|sent|recorded|drafted|thanked|complained|convinced|stole|"
    r"called|claimed|wrote|noted|remarked|swore|insisted|pointed out)"
)
_WORDS_OF = re.compile(
    r"\byour own (?:saying|words|line|phrase|motto)\b|"
    r"\bas you (?:\w+ )?(?:put it|say|see it)\b|\byou(?:r)? (?:\w+ )?(?:saying|remark|line|phrase|story|tale|"
    r"memory|account|idea|advice|tip|hint|"
    r"warning|point|view|verdict|complaint|joke|claim) (?:that|about|on|of|to)\b"
)
"""`as you put it`, `your remark that …`: the reader's words, too."""
_SAYING = re.compile(rf"\b(?P<who>i|you)(?:'ve| have| had)?(?: \w+ly| once| just| also| kindly)? {_TOLD}\b")
_TO_OTHERS = re.compile(
    r"^\w+(?:'ve| have| had)?(?: \w+)? (?:told|asked|reminded|warned|advised|convinced|thanked) "
    r"(?:my|our|her|his|their|a|the) \w+(?: \w+)?(?: to| about| for|$)"
)
"""`asked our broker whether`: said to a third person."""
_VERBS = split_words(
    "call claim tell say mention suggest advise ask recommend explain describe show teach warn remind argue "
    "introduce invite lend "
    "give send record draft thank complain convince steal write note remark swear insist"
)
_SPEAKING = split_words(
    "call claim tell say mention suggest advise recommend explain describe warn remind argue complain write "
    "note remark swear "
    "insist"
)


_CLAIMS = _VERBS | split_words(
    "claim insist think believe tease joke find feel want prefer hold reckon swear worry come invent"
)


def misreported(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """Words or deeds between the two put the wrong way round; `parts` are the fragments of one sentence."""
    fragment = parts[number]
    match = _SAYING.search(fragment.plain)
    quoted = _WORDS_OF.search(fragment.plain)
    if not (match or quoted) or not facts.reader or fragment.mood == "question":
        return None
    if match and _TO_OTHERS.search(fragment.plain[match.start() :]):
        return None
    doer = USER if match and match["who"] == "i" else facts.reader
    named = keys_of(frozenset((*facts.reader.split(), *facts.people.writer)))
    reach = 2 if quoted else 3
    rest = frozenset(word for part in parts[number : number + reach] for word in part.keys)
    content = telling(rest - keys_of(_VERBS) - named)
    verbs = rest & keys_of(_VERBS)
    if quoted or verbs & keys_of(_SPEAKING):
        verbs |= keys_of(_SPEAKING)
    if match and fragment.antecedent:
        content = telling(fragment.antecedent - keys_of(_VERBS) - named) or content
    if not content:
        return None
    sayings = _sayings(verbs, facts)
    if quoted and _OF_ONES_LIFE.search(quoted[0]):
        sayings += [(fact, fact.sentence.keys) for fact in facts.facts if fact.sentence.source.kind == "story"]
    scored = [(share(keys, content), fact) for fact, keys in sayings if keys & content]
    mine = max((score for score, fact in scored if doer in fact.fragment.owners), default=0.0)
    other = USER if doer == facts.reader else facts.reader
    theirs = [pair for pair in scored if pair[1].fragment.owners == {other} or _kin_of(pair[1], other)]
    if doer == facts.reader and not theirs:
        theirs = [
            (share(keys, content), fact) for fact, keys in _sayings(keys_of(_CLAIMS), facts)
            if (third(fact, facts) or _by_another(fact, facts)) and keys & content
        ]  # fmt: skip
        mine = max((share(f.sentence.keys, content) for f in facts.facts if not third(f, facts)), default=0.0)
    if not theirs:
        return None
    best, fact = max(theirs, key=lambda pair: pair[0])
    if best < 0.6 or mine >= 0.75 * best:
        return None
    who = "you" if fact.fragment.owners == {USER} else person_name(min(fact.fragment.owners))
    reason = f"By your notes it was {who} who did: “{fact.quote}”."
    return Finding("contradicted", (fact.label,), (fact.quote,), reason, (fact.sentence,))


_OF_ONES_LIFE = re.compile(r"\b(?:story|tale|memory|account)\b")


def _kin_of(fact: Fact, who: str) -> bool:
    """Told in a story of somebody's family: `my family lost a field`."""
    return fact.sentence.source.kind == "story" and all(owner.endswith(f" of {who}") for owner in fact.fragment.owners)


def _by_another(fact: Fact, facts: Facts) -> bool:
    """Said by a third person, be it to the reader: `he told Kit and me`."""
    owners = fact.fragment.owners
    return bool(owners) and fact.fragment.explicit and not owners & {USER, facts.reader}


def _sayings(verbs: frozenset[str], facts: Facts) -> list[tuple[Fact, frozenset[str]]]:
    """Facts with one of the verbs, each with the words of its sentence from there on."""
    found = []
    for position, fact in enumerate(facts.facts):
        if fact.fragment.explicit and fact.fragment.verbs & verbs and not fact.programme:
            following = [f for f in facts.facts[position : position + 4] if f.sentence is fact.sentence]
            found.append((fact, frozenset(word for part in following for word in part.fragment.keys)))
    return found
