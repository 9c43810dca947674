"""Plain statements about the reader of which no note has a word: `you run marathons`, `how you danced at the party`,
`since you live near the sea`. Short ones say little that could be compared; that nothing of it is known is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import AUXILIARIES, Fragment, is_verb
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.quantities import is_number_word
from coach.domain.checking.weighing import telling

_UNHEARD = Finding("unsupported", reason="No note says this.")
_LEADS = split_words(
    "that because since as now while and but although though how know knew gather understand think believe"
)
"""Words behind which a statement about the reader may begin; else it stands at the head, or behind a comma."""
_AHEAD = re.compile(
    r"^you(?:'ll|'d)?(?: \w+)? (?:can|could|may|might|must|should|shall|will|would|needn't|can't|couldn't|won't|"
    r"wouldn't|mustn't|cannot|ought)\b|^you(?:'ll|'d) |\bno doubt\b|\bprobably\b|\bsurely\b|\bperhaps\b|\bmaybe\b|"
    r"\bof course\b|\bpoor\b|\bmore than you can\b"
)
"""What the reader may do, or will: nothing that is told as so."""
_GIVEN = re.compile(
    r"^you have (?:my|our|till|until|time|every|all|the right)\b|^you (?:are|were) (?:very |most |more than )?"
    r"(?:right|welcome|free|kind(?! enough)|invited|not alone|far|much|so|too|in (?:good|my|our)|"
    r"the (?:best|first|only|last) (?:one|person|to|who|that))\b|"
    r"^you are (?:on my|living proof|a (?:legend|star|hero|gem|angel|saint|wonder|treasure|rock|(?:wo)?man after))\b|"
    r"^you (?:get|need|want|see|missed|mean|know|make|made me|deserve|look|seem|sound|only)\b"
)
"""Said to the reader rather than of them."""
_FAINT = split_words(
    "have use run work do live lead start make get go take put keep give come find look bring begin hold turn stay "
    "leave call follow carry"
)
_IDLE = split_words(
    "everything anything something nothing everyone anyone lot bit way end side part middle beginning top bottom kind "
    "sort front back behind far world life day night morning evening busy surrounded asleep away around convinced "
    "careful care keen willing ready sure aware able likely eager interested high higher low lower spring summer "
    "autumn winter spirit straight boss own candid honest open frank clear brave calm patient kind warm quick"
)


def unheard_of(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """A clause that tells of the reader, or of both, and of which all telling words are unknown."""
    fragment = parts[number]
    if not facts.readable or not facts.reader or not fragment.explicit or not _stated(parts, number):
        return None
    if fragment.tokens[-1].text == "?" or not _begins(fragment) or not _told(fragment, facts):
        return None
    words = _words(fragment)
    if _names_known(fragment, facts):
        return None
    if not words or any(is_known(word, facts) for word in words):
        return None
    return _UNHEARD


def _names_known(fragment: Fragment, facts: Facts) -> bool:
    """`you left university in Coimbra`, where a note has you in Coimbra: told in other words; numbers are checked
    as such."""
    rest = fragment.tokens[fragment.first + 1 : fragment.last + 1]
    counted = any(
        token.kind in ("number", "time") or (is_number_word(token.low) and token.low not in _NO_COUNT) for token in rest
    )
    return counted or any(token.capital and facts.knows(key(token.low)) for token in rest)


_NO_COUNT = frozenset(("both", "one"))


def _stated(parts: Sequence[Fragment], number: int) -> bool:
    """Told as a fact; also what is hoped to have happened: `I hope | you won the match`."""
    fragment = parts[number]
    hoped = number > 0 and re.fullmatch(r"(?:\w+ ,? )?i (?:do )?hope", parts[number - 1].plain) is not None
    return fragment.mood == "fact" or (hoped and _HOPED.match(fragment.plain) is not None)


_HOPED = re.compile(
    r"(?:that )?you (?!(?:and|had|have|got|get|slept|enjoyed|made it|are|were|all|both|two)\b)"
    r"(?:\w+ed|won|found|caught|sold|bought|like your|love your|met|built|kept|told|left|lost|took|brought|wrote|sang|"
    r"ran)\b"
)


def _words(fragment: Fragment) -> frozenset[str]:
    """The words that tell something of their own; not what is said of the writer in the same breath."""
    at = next((p for p in range(fragment.first + 1, fragment.last + 1) if fragment.tokens[p].low in _MINE), None)
    mine = frozenset() if at is None else _keys(fragment, at, fragment.last) - _keys(fragment, fragment.first, at - 1)
    places = range(fragment.first + 1, fragment.last + 1)
    named = frozenset(key(fragment.tokens[at].low) for at in places if fragment.tokens[at].capital)
    return telling(fragment.keys) - keys_of(_FAINT | _IDLE) - loose_things() - mine - named


def _keys(fragment: Fragment, first: int, last: int) -> frozenset[str]:
    return frozenset(key(token.low) for token in fragment.tokens[first : last + 1])


_MINE = frozenset(("i", "we", "i'm", "we're", "i've", "we've", "i'll", "we'll", "i'd", "we'd"))


def _begins(fragment: Fragment) -> bool:
    """At the head of the sentence, behind a comma, or behind a word that takes up a statement."""
    if not fragment.first:
        return True
    before, head = fragment.tokens[fragment.first - 1], fragment.words[0]
    if head in ("as", "while"):
        return False
    if head == "that":
        return before.low in _BEHIND_WHICH or before.low == "now"
    if head == "how":
        return True
    return before.text in (",", ";", ":", "–", "—") or before.low in _LEADS | {"hope"} or _how(fragment)


_BEHIND_WHICH = split_words(
    "said say mentioned mention me us wrote know knew hear heard gather understand remember forgot glad happy sorry "
    "sad pleased delighted impressed surprised proud nice great lovely good like love learn learned read noticed see "
    "fact news struck amazed touched moved funny shame pity wonderful admire appreciate believe think"
)
"""`you mentioned | that you love sailing`; not `the mistake | that you told me about`."""


def _how(fragment: Fragment) -> bool:
    """`how calm | you stayed`."""
    return fragment.first > 1 and fragment.tokens[fragment.first - 2].low == "how"


def _told(fragment: Fragment, facts: Facts) -> bool:
    """`you keep goats`, `we both love jazz`, behind `that`, `how` and the like."""
    lows = fragment.words
    while lows and lows[0] in _LEADS:
        lows = lows[1:]
    plain = " ".join(lows)
    if _BOTH.match(plain) or _done_to_theirs(fragment, plain):
        return True
    if fragment.owners != {facts.reader} or not lows or lows[0] not in ("you", "you've", "you're"):
        return False
    plain = plain.replace("you're", "you are", 1).replace("you've", "you have", 1)
    if _AHEAD.search(plain) or _GIVEN.match(plain):
        return False
    at = fragment.last - len(lows) + 1
    following = range(at + 1, min(at + 4, fragment.last + 1))
    first = next((p for p in following if set(forms(fragment.tokens[p].low)) != {"ADV"}), None)
    return lows[0] != "you" or (
        first is not None and (fragment.tokens[first].low in AUXILIARIES or is_verb(fragment.tokens, first))
    )


def _done_to_theirs(fragment: Fragment, plain: str) -> bool:
    """`your company was bought by a bank`; what is said of their words or wishes is the writer's own judgement."""
    found = _THEIRS.match(plain)
    return found is not None and found["what"] not in _OF_WORDS and len(_words(fragment)) > 1


_THEIRS = re.compile(
    r"your (?:[\w-]+ ){0,2}?(?P<what>[\w-]+) (?:(?:was|were|has been|have been|is|are|got) \w+(?:ed|en|ught|old|ne)|"
    r"(?!is|was|has|us|as|this|always|perhaps)\w+ed)\b"
)
_OF_WORDS = split_words(
    "message messages mail email letter note answer reply question questions wish idea ideas view views point points "
    "talk story stories word words suggestion plan plans offer number proposal advice description account remark "
    "comment text example way honesty kindness patience enthusiasm passion energy list article post calm courage choice"
)
_BOTH = re.compile(
    r"we (?:both|all|two) (?!met|spoke|talked|know|like to|hope|need|want|think|agree|saw|heard|left|went)|"
    r"we (?:have|share|had) the same |we went to the same |we(?:'ve| have) known each other "
)
