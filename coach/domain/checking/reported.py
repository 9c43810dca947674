"""Who said it to whom: `I told you to …` in the draft against `she told me to …` in the notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from coach.domain.checking.attribution import person_name, third, whose
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment, is_verb
from coach.domain.checking.deeds import told_before
from coach.domain.checking.english import forms, keys_of, known
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION, TITLES, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import share, telling

_TOLD = (
    r"(?:told|said|mentioned|suggested|advised|asked|recommended|explained|described|showed|taught|warned|reminded|"
    r"argued|introduced|invited|lent|gave|sent|recorded|drafted|thanked|complained|convinced|stole|"
    r"called|claimed|wrote|noted|remarked|swore|insisted|pointed out)"
)
_WORDS_OF = re.compile(
    r"\byour own (?:saying|words|line|phrase|motto)\b|"
    r"\b(?:following|thanks to|taking|heeding|on) your (?:\w+ )?(?:advice|tip|hint|suggestion|recommendation)\b|"
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
_NOTED_DOWN = re.compile(r"^i\b.* (?:noted|recorded)$")
"""`I have noted the deadline`: written down, not said."""
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
    follows = number + 1 < len(parts) and parts[number + 1].words[0] == "that"
    quoted = _WORDS_OF.search(fragment.plain + " that" * follows)
    if not (match or quoted) or not facts.reader or fragment.mood == "question":
        return None
    if match and (_TO_OTHERS.search(fragment.plain[match.start() :]) or _NOTED_DOWN.search(match[0])):
        return None
    doer = USER if match and match["who"] == "i" else facts.reader
    named = keys_of(frozenset((*facts.reader.split(), *facts.people.writer)))
    reach = 2 if quoted else 3
    told = [fragment, *takewhile(lambda part: not turns_to_me(part), parts[number + 1 : number + reach])]
    rest = frozenset(word for part in told for word in (_until_judged(part) if quoted else part.keys))
    rest = (quoted and _the_matter(fragment, quoted)) or rest
    content = telling(rest - (fragment.verbs & keys_of(_VERBS)) - keys_of(_SPEAKING) - named)
    verbs = rest & keys_of(_VERBS)
    if quoted or verbs & keys_of(_SPEAKING):
        verbs |= keys_of(_SPEAKING)
    if match and fragment.antecedent:
        content = telling(fragment.antecedent - keys_of(_VERBS) - named) or content
    if not content or (doer == facts.reader and len(told) > 1 and I_HAVE_NONE.match(told[1].plain)):
        return None
    sayings = _sayings(verbs, facts)
    if quoted and _OF_ONES_LIFE.search(quoted[0]):
        sayings += [(fact, fact.sentence.keys) for fact in facts.facts if fact.sentence.source.kind == "story"]
    scored = [(share(keys, content), fact) for fact, keys in sayings if keys & content]
    mine = max((score for score, fact in scored if doer in fact.fragment.owners), default=0.0)
    other = USER if doer == facts.reader else facts.reader
    theirs = [pair for pair in scored if pair[1].fragment.owners == {other} or _kin_of(pair[1], other)]
    theirs = [pair for pair in theirs if not _said_before(pair[1], doer, facts)]
    if doer == facts.reader and max((score for score, _ in theirs), default=0.0) < _MOST:
        theirs = [
            (share(keys, content), fact) for fact, keys in _sayings(keys_of(_CLAIMS), facts)
            if (third(fact, facts) or _by_another(fact, facts)) and keys & content
        ]  # fmt: skip
        theirs += [
            (share(fact.fragment.keys, content), fact) for fact in facts.facts
            if quoted and _A_WAY.search(quoted[0]) and _noted_under_another(fact, facts)
        ]  # fmt: skip
        there = [fact.sentence for _, fact in theirs]
        own = [fact for fact in facts.facts if not third(fact, facts) and fact.sentence not in there]
        mine = max((share(fact.sentence.keys, content) for fact in own), default=0.0)
    if not theirs:
        return None
    best, fact = max(theirs, key=lambda pair: pair[0])
    if best < _MOST or mine >= 0.75 * best:
        return None
    owners = fact.fragment.owners or {facts.people.resolve((fact.sentence.tokens[0].low,))}
    who = "you" if owners == {USER} else person_name(min(owners))
    reason = f"By your notes it was {who} who did: “{fact.quote}”."
    return contradicted(fact, reason)


_MOST = 0.6
_A_WAY = re.compile(r"\b(?:idea|tip|advice|trick|hint)\b")


def _noted_under_another(fact: Fact, facts: Facts) -> bool:
    """`Olaf: share one van`: noted under a third person's name."""
    tokens = fact.sentence.tokens
    if len(tokens) < _HEADED or tokens[1].text != ":" or not tokens[0].capital:
        return False
    who = facts.people.resolve((tokens[0].low,))
    return who not in ("", USER, facts.reader) and fact.fragment.first > 1


_HEADED = 3


def _the_matter(fragment: Fragment, quoted: re.Match[str]) -> frozenset[str]:
    """`your complaint about the slow lifts brought …`: what the words were about, up to the verb."""
    if not quoted[0].endswith((" about", " on")):
        return frozenset()
    first = fragment.first + len(fragment.plain[: quoted.end()].split())
    verb = next((p for p in range(first, fragment.last + 1) if _plain_past(fragment, p)), fragment.last + 1)
    words = frozenset(token.low for token in fragment.tokens[first:verb] if token.kind == "word")
    found = telling(keys_of(words - FUNCTION))
    return found if verb <= fragment.last and len(found) > 1 else frozenset()


def _plain_past(fragment: Fragment, position: int) -> bool:
    """A verb that only a clause can have here: `brought`, `was`, `made`."""
    token = fragment.tokens[position]
    before = fragment.tokens[position - 1].low
    return (
        is_verb(fragment.tokens, position)
        and before not in ("the", "a", "an", "your", "our", "my")
        and (token.low in ("is", "was", "are", "were", "has", "had") or set(forms(token.low)) == {"VERB"})
    )


def _until_judged(part: Fragment) -> frozenset[str]:
    """`that the wall would flood us is the point …`: what was said, without what is thought of it."""
    lows = part.words
    at = next((step for step, low in enumerate(lows) if step > _SAID and low in ("is", "was", "has", "made")), None)
    if at is None or lows[0] != "that":
        return part.keys
    return part.keys & keys_of(frozenset(lows[:at]))


_SAID = 3
_SAYING_OF = (
    r"(?:saying|remark|line|phrase|idea|advice|tip|hint|warning|point|view|verdict|complaint|joke|claim|account|story|"
    r"argument|rule|motto|cry|quip|suggestion|opinion|theory|question|comment|words|trick|way|habit|method|technique|distrust|love|dislike|hope|wish)"
)
_TELLS = (
    r"(?:told|said|says|thinks|thought|reckons|argued|argues|suggested|suggests|mentioned|claims|claimed|explained|"
    r"warned|insisted|insists|believes|swears|put it|called|calls|joked|pointed out|asked|wants|wanted|feels)"
)


I_HAVE_NONE = re.compile(r"that you (?:don't|do not|haven't|have no|have not|never|didn't|did not|can't|cannot)\b")
"""`you mentioned | that you don't have a scale`, to whom the writer has told of theirs."""


def _said_before(fact: Fact, who: str, facts: Facts) -> bool:
    """`she said | I should ask the conductors`: her words, whoever is to ask."""
    here = list(facts.within(fact.sentence))
    before = here[: here.index(fact)][-1:]
    return any(one.fragment.owners == {who} and one.fragment.verbs & keys_of(_SPEAKING) for one in before)


def misquoted(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """A third person's words: `Mikel's view that …`, `Rafał told me that …`, where the notes give them to another."""
    fragment = parts[number]
    if not facts.readable or fragment.mood in ("greeting", "question"):
        return None
    named = _named_teller(fragment, facts)
    if named is None:
        return None
    who, first = named
    following = takewhile(lambda part: not turns_to_me(part), parts[number + 1 : number + 3])
    parts_told = [part for part in following if part.words[0] != "which"]
    here = [token for token in fragment.tokens[first : fragment.last + 1] if token.kind == "word"]
    own = keys_of(frozenset(token.low for token in here if token.low not in FUNCTION))
    names = keys_of(frozenset((*facts.reader.split(), *facts.people.writer, *who.split())))
    content = telling(own | frozenset(word for part in parts_told for word in part.keys)) - keys_of(_SPEAKING) - names
    if not content:
        return None
    theirs = [fact for fact in facts.facts if _has_part(fact, who)] + _passed_on(facts, who)
    mine = max((_told_by(fact, content, facts) for fact in theirs), default=0.0)
    others = [
        (_told_by(fact, content, facts), fact) for fact in facts.facts
        if fact.fragment.explicit and fact.fragment.owners and fact not in theirs and not fact.programme
    ]  # fmt: skip
    best, fact = max(others, key=lambda pair: pair[0], default=(0.0, None))
    if fact is None or best < _MOSTLY or mine >= 0.75 * best or len(content & fact.sentence.keys) < _TWO_WORDS:
        return None
    owner = whose(fact.fragment)
    reason = f"By your notes it was {owner} who did: “{fact.quote}”."
    return contradicted(fact, reason)


def _named_teller(fragment: Fragment, facts: Facts) -> tuple[str, int] | None:
    """(who, position behind the telling words) where a clause gives words to somebody by name."""
    for position in range(fragment.first, fragment.last + 1):
        token = fragment.tokens[position]
        if not token.capital or not token.low.isalpha() or token.low in FUNCTION | TITLES or len(token.low) < _NAME:
            continue
        if position > fragment.first and fragment.tokens[position - 1].low in ("from", "of", "at", "in", "with"):
            continue
        who = facts.people.resolve((token.low,))
        if not who and position == fragment.first and known(token.low):
            continue
        who = who or token.low
        if who in (USER, facts.reader):
            continue
        after = " ".join(low.low for low in fragment.tokens[position + 1 : position + 7])
        told = re.match(rf"(?:\w+ )?'s (?:\w+ )?{_SAYING_OF} (?:that|of|to|about|on|how|not to)\b", after)
        told = told or re.match(rf"(?:\w+ )?(?:\w+ly )?{_TELLS}\b", after)
        if told:
            return who, position + 1 + len(told[0].split())
    return None


def _passed_on(facts: Facts, who: str) -> list[Fact]:
    """What somebody tells of another: `Elif … She says that Ingrid keeps her Thursdays open` is Elif's word."""
    return [
        fact
        for before, fact in pairwise(facts.facts)
        if before.sentence is fact.sentence
        and who in before.fragment.owners
        and re.search(rf"\b{_TELLS}$", before.fragment.plain.strip())
    ]


def _has_part(fact: Fact, who: str) -> bool:
    return who in fact.fragment.owners or (not fact.fragment.explicit and who in fact.fragment.persons)


def _told_by(fact: Fact, content: frozenset[str], facts: Facts) -> float:
    """How much of it the clause holds, with what its sentence adds until somebody else is told of."""
    if not fact.fragment.keys & content:
        return 0.0
    at = facts.facts.index(fact)
    following = [one for one in facts.facts[at + 1 : at + 3] if one.sentence is fact.sentence]
    run = takewhile(lambda one: not one.fragment.explicit or one.fragment.owners == fact.fragment.owners, following)
    return share(frozenset(word for one in (fact, *run) for word in one.fragment.keys), content)


_MOSTLY, _TWO_WORDS, _NAME = 0.5, 2, 3


def turns_to_me(part: Fragment) -> bool:
    """`…, and I've been mulling that over`: no longer what was said."""
    mine = (part.owners == {USER} and part.explicit) or "my" in part.words
    return mine and part.words[0] in ("and", "but", "so")


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
            following = [f for f in facts.facts[position + 1 : position + 4] if f.sentence is fact.sentence]
            said = [fact, *_until_another_speaks(following, fact)]
            if len(said) == 1 and not telling(fact.fragment.keys - verbs):
                said += told_before(fact, facts)  # `Lifts too slow. Complained on Monday.`
            found.append((fact, frozenset(word for part in said for word in part.fragment.keys)))
    return found


def _until_another_speaks(following: Sequence[Fact], told: Fact) -> list[Fact]:
    return list(takewhile(lambda part: not _speaks_up(part, told), following))


def _speaks_up(part: Fact, told: Fact) -> bool:
    """`Told it to Ann, | she thinks`: somebody else says or thinks what follows."""
    other = bool(part.fragment.owners) and part.fragment.explicit and not part.fragment.owners & told.fragment.owners
    return other and bool(part.fragment.verbs & keys_of(_CLAIMS))
