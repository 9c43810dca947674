"""Who said, asked, guessed or wanted it? `As I told you, the talk was packed`, `you may be right that the rules will
bring us more people`, `I hope my guess about the clock helped you`: words, views and wishes, and whose the notes say
they are.

`reported`, `whose_words` and `thought_by` ask for a clause of the notes that holds most of what is said. Here a note's
`it` and `they` stand for what was named just before, a view may be named by a noun, and a question is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import AUXILIARIES, Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.reported import I_HAVE_NONE
from coach.domain.checking.weighing import share, telling

_SAID = (
    r"(?:told|said|mentioned|wrote|explained|pointed out|warned|argued|suggested|claimed|complained|admitted|confessed|"
    r"joked|insisted|noted|remarked)"
)
_TO = r"(?: (?:to )?(?:you|me|us|him|her|them|everybody|everyone))?"
_VIEW = r"(?:guess|view|opinion|hunch|theory|suspicion|worry|fear|prediction|estimate)"
_MINDED = (
    r"(?:thinks?(?! of\b)|thought(?! of\b)|believes?|believed|prefers?|preferred|doubts?|doubted|"
    r"wants?|wanted|would rather (?:have|see|use)|'d rather (?:have|see|use)|guess(?:ed)?|fears?|feared|suspects?)"
)
_ADVERB = r"(?:\w+ly |also |once |still |always |just |even |never |(?:have|had|'ve|'d) )*"
_WHO = r"(?<!')(?P<who>i|you|[a-zà-ÿ-]+)"
_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bas {_WHO} {_ADVERB}{_SAID}{_TO} ?,? (?P<what>.{{8,}})$",
        rf"^(?P<what>.{{8,}}?) ?,? (?:just |exactly )?as {_WHO} {_ADVERB}{_SAID}{_TO}\W*$",
        rf"\b{_WHO} {_ADVERB}{_SAID}{_TO} (?:that )?(?P<what>.{{8,}})$",
        r"\b(?P<who>you) (?:saying|telling me|explaining|mentioning)(?: to me)? (?:that )?(?P<what>.{8,})$",
        r"\b(?P<who>you) (?:may |might |could )?(?:well |probably )?(?:be |are |were |'re )?(?:\w+ )?right that "
        r"(?P<what>.{8,})$",
        r"\bi agree with (?P<who>you) that (?P<what>.{8,})$",
        rf"\b(?P<who>my|your) (?:\w+ )?{_VIEW} (?:about|on|that|of) (?P<what>.{{4,}})$",
        rf"\b{_WHO} {_ADVERB}{_MINDED} (?:that )?(?P<what>.{{4,}})$",
    )
)
_CUT = re.compile(
    r" (?:, )?(?:and|but|so) (?:i|we|you|i'm|i'd|i'll|it|that)\b.*$| ; .*$| , (?:so|which|who|and)\b.*$|"
    r" (?:helped|surprised|was right|is right|was wrong|turned out|made me)\b.*$"
)
_MIND_VERBS = split_words(
    "think believe find feel fear doubt want prefer like love hate guess suspect reckon wish dislike trust"
)
_SAY_VERBS = split_words(
    "say tell mention write explain warn argue suggest claim complain admit confess joke insist note remark"
)
_ASKED = re.compile(
    r"\b(?:ask|asks|asked|wonders?|wondered) (?:(?:me|us|him|her|them|\w+) )?(?:whether|if|how|what|why|when)\b"
)
_POINTING = frozenset(("it", "they", "them", "this", "so"))
_GOES_ON = frozenset(("that", "it", "they", "the", "he", "she", "i"))
"""How a clause begins that somebody says: `she said | they'll bring more people`."""
_MOST, _TWO = 0.6, 2


@dataclass(frozen=True, slots=True)
class _Claim:
    who: str
    words: frozenset[str]
    stated: bool
    negated: bool


def said_by_another(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """What one person said or thinks by the notes, told as another's; asked once a sentence."""
    if number or not facts.readable or not facts.reader or parts[-1].tokens[-1].text == "?":
        return None
    claim = _claimed(parts, facts)
    if claim is None or not telling(claim.words) or any(I_HAVE_NONE.match(part.plain) for part in parts):
        return None
    near = [
        (share(keys, claim.words), fact, speaker, kind)
        for fact, speaker, kind, keys in _voices(facts) if _holds(keys, claim.words)
    ]  # fmt: skip
    theirs = [one for one in near if one[2] not in ("", claim.who) and one[3] != "ask"]
    asked = [one for one in near if one[3] == "ask"]
    held = max((one[0] for one in near if _may_be_theirs(claim, *one[1:])), default=0.0)
    best, fact, who, _ = max(theirs, key=lambda one: one[0], default=(0.0, None, "", ""))
    if fact is not None and not asked and held < best:
        return contradicted(fact, f"By your notes it was {person_name(who)} who did: “{fact.quote}”.")
    if asked and claim.stated and not theirs and not held:
        return contradicted(asked[0][1], f"By your notes this was only asked: “{asked[0][1].quote}”.")
    return None


def _may_be_theirs(claim: _Claim, fact: Fact, speaker: str, kind: str) -> bool:
    """They say it, or the notes tell it as so, of them or of nobody, and of the same sign."""
    if kind == "ask" or speaker not in ("", claim.who):
        return False
    owners = fact.fragment.owners
    of_others = bool(owners) and fact.fragment.explicit and claim.who not in owners | fact.fragment.persons
    return speaker == claim.who or not (of_others or fact.fragment.negated != claim.negated)


def _holds(keys: frozenset[str], words: frozenset[str]) -> bool:
    common = words & keys
    return share(keys, words) >= _MOST and (len(common) >= _TWO or len(words) == 1) and bool(telling(common))


def _claimed(parts: Sequence[Fragment], facts: Facts) -> _Claim | None:
    plain = parts[0].whole
    for step, frame in enumerate(_FRAMES):
        found = frame.search(plain)
        who = _identity(found["who"], facts) if found else ""
        if found is None or not who or (who == USER and _NOTHING_SAID.search(plain[: found.start("what")])):
            continue
        what = _CUT.sub("", found["what"])
        words = frozenset(
            key(part) for low in re.findall(r"[\w'-]+", what) if low not in FUNCTION for part in low.split("-") if part
        )
        words -= facts.name_keys | keys_of(_MIND_VERBS | _SAY_VERBS)
        return _Claim(who, words, stated=step < _STATING, negated=bool(_NO.search(what)))
    return None


_NOTHING_SAID = re.compile(
    r"\bi (?:still |really |also |just |have )*(?:noted|remarked|think|believe|prefer|like|love|hate|"
    r"doubt|want|fear|guess|suspect)\b|"
    r"\b(?:i'd|i would) (?:like|love|prefer|rather|hate|want)\b"
)
"""`I love that the nurses chose the colours`: what the writer feels now, and did not say."""
_NO = re.compile(r"\b(?:not|never|no|nobody|nothing|without)\b|n't\b")
_STATING = 4
"""Frames up to here tell what somebody said."""


def _identity(low: str, facts: Facts) -> str:
    if low in ("i", "my"):
        return USER
    if low in ("you", "your"):
        return facts.reader
    return facts.people.resolve((low,))


def _voices(facts: Facts) -> Iterator[tuple[Fact, str, str, frozenset[str]]]:
    """(fact, who says or thinks it: "" where the notes tell it as so, "ask", "say" or "", its keys with what it points
    back to) of all that the notes hold."""
    for fact in facts.facts:
        if fact.programme:
            continue
        part, source = fact.fragment, fact.sentence.source
        here = list(facts.within(source))
        at = here.index(fact)
        keys = part.keys | part.pointed
        if _points_back(part):
            keys = keys.union(*(one.fragment.keys for one in here[max(0, at - 3) : at]))
        yield fact, *_speaker(fact, here[:at], facts), keys


def _points_back(part: Fragment) -> bool:
    """`told me it was packed`, `I like them`, `charities shouldn't`: what is meant was named before."""
    words = [word.split("'")[0] for word in part.words if word[0].isalpha()]
    left_out = [word for word in part.words if word[0].isalpha()][-1:]
    return bool(_POINTING & {*words[:5], *words[-2:]}) or bool(AUXILIARIES & set(left_out))


def _speaker(fact: Fact, before: Sequence[Fact], facts: Facts) -> tuple[str, str]:
    part = fact.fragment
    minded = keys_of(_MIND_VERBS | _SAY_VERBS) & part.verbs
    if _ASKED.search(part.plain) and len(part.owners) == 1:
        return min(part.owners), "ask"
    if minded and len(part.owners) == 1:
        return min(part.owners), "say"
    leads = part.words[0].split("'")[0] in _GOES_ON or not part.explicit
    for one in reversed(before[-2:] if leads else before[-1:]):
        lead = one.fragment
        if one.sentence is not fact.sentence:
            break
        if lead.verbs & keys_of(_MIND_VERBS | _SAY_VERBS) and len(lead.owners) == 1:
            return min(lead.owners), "say"
    source = fact.sentence.source
    if source.author and source.written_by(facts.reader):
        return facts.reader, "say"
    return "", ""
