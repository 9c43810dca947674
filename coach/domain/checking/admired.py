"""Praise that tells of something: what others are said to say, a manner, a distinction. Each needs a note of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.praise import STRUCK, superlative
from coach.domain.checking.weighing import telling

_OTHERS_SAY = re.compile(
    r"\b(?:everyone|everybody|everyone else|people|all of (?:us|them)|the (?:whole )?(?:jury|audience|room|team|"
    r"class|board|committee|staff|office|school|choir|"
    r"village|crowd|children|kids|students|guests)|(?:my|our) [\w-]+(?: all| both)?|they(?: all)?|she|he|half the \w+)"
    r"(?:'s|'re| is| are| was| were| has| have| had| can't| couldn't| have been| has been)?"
    r"(?: all| both| still| already| long| always| never)* "
    r"(?:stop(?:ped)? (?:talking|praising|raving)|(?:talk|talked|talking|speak|spoke|speaking|rave|raved|raving) "
    r"(?:about|of) (?:you|your)|admir\w+ (?:you|your)|prais\w+ (?:you|your)|"
    r"(?:ask|asks|asked|asking|beg|begged|begging|clamou?ring|vote|voted|voting) (?:for )?you\b(?! to\b|"
    r" about\b| if\b| whether\b)|"
    r"(?:love|loved|adore|adored|envy|envied|swear by|swore by|full of praise for|impressed by|in awe of) your|"
    r"(?:say|says|said|tell|tells|told|call|calls|called|agree|agreed|think|thinks)\b.*\byou(?:'re| are| have| were) "
    r"(?:\w+ ){0,2}(?:best|magic|favourite|favorite|wonderful|golden|brilliant|most|born|gift|genius|star|hero))\b"
)
"""Praise put into the mouths of others: `my patients all say you have magic hands`."""
_PRAISED = split_words(
    "praise praised praises praising admire admires admired applause applauded cheered loved loves love raved raves "
    "enthusiastic impressed favourite best laughed clapped standing wow swears swear proud delighted happy enjoyed"
)


def praised_by_others(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """Others are said to praise the reader, and no note tells of any praise by others."""
    if not facts.readable or not facts.reader or any(part.mood != "greeting" for part in parts[:number]):
        return None
    plain = " ".join(token.low for part in parts for token in part.tokens[part.first : part.last + 1])
    if not _OTHERS_SAY.search(plain) or plain.endswith("?"):
        return None
    if any(_PRAISED & fact.sentence.lows and not fact.programme for fact in facts.facts):
        return None
    return Finding("unsupported", reason="No note tells of this praise.")


_HOW_YOU = re.compile(
    r"\bhow (?P<way>(?!different|similar|exact|precise|actual|large|most)\w+ly) (?:and \w+ly )?you (?:\w+ )?\w+|"
    r"\b(?:the way (?:that )?you|your way of)\b.*\b(?:was|is|were) (?:so |really |truly |very |simply )?"
    r"(?P<so>masterly|wonderful|brilliant|impressive|admirable|remarkable|superb|perfect|beautiful|inspiring|amazing|"
    r"exemplary|great|lovely|masterful)\b|"
    r"\byour (?P<what>calm|patience|charm|wit|courage|skill|elegance|energy|warmth|grace|humour|confidence|clarity|"
    r"poise|passion|eloquence) (?:\w+ ){0,6}(?:impressed|struck|moved|amazed|inspired|was|is|stayed|stood)\b"
)
_DISTINCTIONS = split_words(
    "prize prizes award awards medal medals trophy trophies championship championships laureate scholarship bestseller "
    "bestselling oscar ovation"
)
_AS_GOOD_AS = {"medal": ("bronze", "silver", "gold"), "prize": ("award",), "award": ("prize",), "trophy": ("cup",)}
"""`came home with a medal` beside `won bronze`."""


def unwitnessed(fragment: Fragment, facts: Facts) -> Finding | None:
    """`how calmly you handled it`, `congratulations on the prize`: a manner or distinction that no note names."""
    if not facts.readable or fragment.mood in ("greeting", "question", "wish") or fragment.negated:
        return None
    plain = " ".join(token.low for token in fragment.tokens[fragment.first :])
    felt = {"feel", "felt"} & {token.low for token in fragment.tokens}  # `how strongly you feel about it`
    if (found := _HOW_YOU.search(plain)) and not felt and not _manner_noted(found, fragment, facts):
        return Finding("unsupported", reason="No note says that you found it so.")
    gave = _GAVE_IT.search(fragment.whole)
    if gave and not any(facts.knows(word) for word in {key(gave["what"]), *_AS_SAID.get(gave["what"], ())}):
        return Finding("unsupported", reason="No note tells of this.")
    won = _DISTINCTIONS & set(fragment.words)
    theirs = facts.reader in fragment.owners or any(owner == facts.reader for owner, _, _ in fragment.possessed)
    theirs = theirs or bool(_CONGRATULATED.search(plain)) or "won" in fragment.words or "took" in fragment.words
    if won and theirs and not any(facts.knows(key(word)) for one in won for word in (one, *_AS_GOOD_AS.get(one, ()))):
        return Finding("unsupported", reason="No note tells of this distinction.")
    congratulated = _CONGRATULATED.search(fragment.plain)
    counted = any(token.kind == "number" for token in fragment.tokens[fragment.first : fragment.last + 1])
    if congratulated and "me" not in fragment.words and not counted:
        what = re.split(r" (?:,|;|and) ", fragment.plain[congratulated.end() :], maxsplit=1)[0]
        rest = telling(key(word) for word in what.split() if word not in FUNCTION)
        known = {word for word in rest if facts.knows(word)}
        deed = congratulated[0].endswith((" on", " for")) and what.split()[:1] != [] and what.split()[0].endswith("ing")
        if len(rest) >= _TWO and (not known or (deed and len(known) * 3 <= len(rest))):
            return Finding("unsupported", reason="No note tells of this.")
    return None


_GAVE_IT = re.compile(
    r"\bthe (?:[\w-]+ )?(?P<what>speech|talk|poem|song|story|lecture|reading|piece|toast|sermon|solo|"
    r"dance|sketch|concert) "
    r"(?:that |which )?you (?:gave|read|sang|played|told|held|performed|recited|danced|made)\b"
)
"""`the speech that you gave was so moving`."""
_CONGRATULATED = re.compile(r"\b(?:congratulations|congrats|well done|hats off|bravo|kudos) (?:on|for|to)\b")
_AS_SAID = {
    "speech": ("talk", "present", "keynot", "lectur", "speak", "spoke"),
    "talk": ("present", "session", "keynot", "lectur"),
    "lecture": ("talk", "present", "keynot"),
    "poem": ("poetri", "vers", "read"),
    "song": ("sing", "sang", "choir", "music"),
    "reading": ("read",),
    "piece": ("play", "music", "perform", "concert"),
    "solo": ("play", "sing", "sang", "music"),
    "story": ("told", "tell", "say", "stori", "tale"),
}
"""Keys by which a note may speak of it."""
_TWO = 2


_STEM = 5
"""Letters that a manner and its noun have in common: `patiently`, `with patience`."""


def _manner_noted(found: re.Match[str], fragment: Fragment, facts: Facts) -> bool:
    """The notes have the manner, or praise the same doing."""
    way = found["way"] or found["what"] or ""
    ways = {key(way), key(way.removesuffix("ly")), key(way.removesuffix("ily") + "y")} if way else set()
    stems = tuple(word[: max(_STEM, len(word) - 2)] for word in ways if len(word) >= _STEM)
    if any(facts.knows(word) for word in ways) or (stems and any(one.startswith(stems) for one in facts.by_key)):
        return True
    words = telling(matter(fragment, facts)) - ways
    return any(
        words & fact.sentence.keys and (STRUCK & fact.sentence.lows or superlative(fact.fragment))
        for fact in facts.facts if not fact.programme
    )  # fmt: skip
