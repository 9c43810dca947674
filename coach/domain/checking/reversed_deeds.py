"""A deed told the other way round: `you sold your bakery`, where she opened it; `you write novels`, where she reads
them; `you speak Spanish`, where she wants to learn it; `you work at Nordlys`, where she used to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.stances import LIGHT

_NOT = re.compile(r"\b(?:not|never|no|nor|without|cannot|neither)\b|n't\b")
_VERBAL = (
    "".join(rf"(?<!\b{word} )" for word in split_words("first next last the a your her his my glued")) + "(?<!'s )"
)
"""Not behind an article: `the first stop`, `a night's reading`, `your move to`."""
_PAIRS = tuple(
    (re.compile(rf"{_VERBAL}\b(?:{one})\b"), re.compile(rf"{_VERBAL}\b(?:{other})\b"))
    for one, other in (
        (r"start(?:s|ed|ing)?|beg[ai]n(?:s|ning)?|took up|taken up|taking up",
         r"stop(?:s|ped|ping)?|quit(?:s|ting)?|gave up|given up|giving up|finish(?:es|ed|ing)?|end(?:s|ed|ing)"),
        (r"buy(?:s|ing)?|bought", r"s[eo]ll(?:s|ing)?|sold|rent(?:s|ed|ing)?"),
        (r"(?:mov(?:e|es|ed|ing)|return(?:s|ed|ing)?) (?:back )?to",
         r"le(?:ave|aves|aving|ft)(?!.* for\b)|mov(?:e|es|ed|ing) (?:away )?from"),
        (r"gr(?:ow|ows|ew|own|owing)|doubl(?:e|ed)", r"shr[aiu]nk(?:s|ing)?|halv(?:e|ed)"),
        (r"hir(?:e|es|ed|ing)|took on|taken on",
         r"fir(?:e|ed|ing)|la(?:id|y|ying) off|let (?:\w+ ){1,3}go|letting (?:\w+ ){1,3}go"),
        (r"read(?:s|ing)?", r"wr(?:ite|ites|iting|ote|itten)"),
        (r"open(?:s|ed|ing)?|found(?:s|ed|ing)", r"clos(?:e|es|ed|ing)|sold|sell(?:s|ing)?|shut(?:s|ting)?"),
        (r"sp(?:eak|eaks|eaking|oke)|fluent", r"(?:want(?:s|ed)?|hop(?:e|es|ing)|plan(?:s|ning)?|like) to learn"),
        (r"teach(?:es|ing)?|taught", r"(?:want(?:s|ed)?|hop(?:e|es|ing)) to learn|is learning|learns"),
        (r"see you (?:all )?(?:in|at|there)",
         r"(?:(?:is|am|are|was) not|isn't|aren't|'m not|won't be) (?:coming|going|attending)|"
         r"(?:can't|cannot|can not|won't|will not) (?:come|go|make it|attend|be (?:there|at|in))"),
    )
)  # fmt: skip
_SAID_OF_YOU = re.compile(
    r"\bsee you\b|^(?:congratulations|congrats|well done|sorry|kudos) (?:again )?(?:on|for|about|that)\b"
)
_STAYS_AWAY = _PAIRS[-1][1]
"""It has a denial in it by nature."""
_FORMERLY = re.compile(r"\b(?:used to|no longer|formerly|until (?:19|20)\d\d)\b")
_DRAFT_PAST = re.compile(
    r"\b(?:used to|no longer|formerly|once|did|had|before|were|was|ago|back then|when|until|in (?:19|20)\d\d)\b|'d\b"
)
_VAGUE = re.compile(
    r"\b(?P<many>thousands|hundreds|dozens|a handful|a couple) "
    r"(?:of (?!your|the|my|our|his|her|their|these|those|us|them))?(?:\w+ )?(?P<what>[a-z]{3,})\b"
)
_BOUNDS = {
    "thousands": (1500, 1_000_000), "hundreds": (150, 3000), "dozens": (20, 400),
    "a handful": (2, 12), "a couple": (2, 4),
}  # fmt: skip
_TIMES = split_words("second seconds minute minutes hour hours day days week weeks month months year years decades")
_COUNT = re.compile(r"\b(?P<count>\d{1,3}(?:[,.]\d{3})+|\d+) (?:\w+ )?(?P<what>[a-z]{3,})\b")
_BOTH = re.compile(
    r"\b(?:we|both of us)(?:'re| are| were| have| come| live| work| grew)? (?:\w+ )?both\b|"
    r"\bboth of us (?:are|come|live|work)\b"
)


def deed_reversed(fragment: Fragment, facts: Facts) -> Finding | None:
    """The notes tell the reverse deed of the same person, with the same thing."""
    if not facts.readable or not facts.reader or (fragment.mood == "greeting" and "see" not in fragment.words):
        return None
    plain = fragment.plain
    if _BOTH.search(plain):
        return _not_both(fragment, facts)
    if not _SAID_OF_YOU.search(plain) and (USER in fragment.owners or not fragment.owners or not fragment.explicit):
        return None
    turns = _turns(plain)
    plain_words = facts.name_keys | keys_of(LIGHT) | keys_of(CALENDAR)
    for fact in facts.facts:
        if fact.programme or fact.fragment.mood not in ("fact", "wish") or not _of_the_same(fact, fragment, facts):
            continue
        said = fact.fragment.plain
        if _MOVED.search(plain) and _MOVED.search(said) and _way(plain) & _way(said):
            continue
        things = (fragment.keys & fact.fragment.keys) - plain_words | _same_object(plain, said)
        if things and (_turned(turns, said, things, facts) or _no_longer(fragment, plain, said, fact)):
            return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
        if _other_size(plain, said):
            return contradicted(fact, f"Your notes say “{fact.quote}”.")
    return None


_MOVED = re.compile(r"\bmov(?:e|es|ed|ing)\b")


def _way(plain: str) -> set[str]:
    """`from abuja`, `to lagos`: whence and whither, in either order."""
    return set(re.findall(r"\b(?:from|to) [a-z]{3,}", plain))


def _of_the_same(fact: Fact, fragment: Fragment, facts: Facts) -> bool:
    theirs = fact.fragment.owners or fact.fragment.holders
    whom = fragment.owners - {USER} or fragment.holders or {facts.reader}
    return len(theirs) == 1 and theirs == whom


def _same_object(plain: str, said: str) -> frozenset[str]:
    """Words that end both clauses alike, though the reader of clauses takes them for no matter: `running`."""
    one, other = re.findall(r"[a-z]{4,}", plain)[-1:], re.findall(r"[a-z]{4,}", said)[-1:]
    return frozenset(one) if one and one == other and one[0].endswith("ing") else frozenset()


def _turns(plain: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """The deeds that the draft tells, each with its reverse."""
    if _NOT.search(plain):
        return []
    both_ways = (pair for one, other in _PAIRS for pair in ((one, other), (other, one)))
    return [(here, there) for here, there in both_ways if here.search(plain) and not there.search(plain)]


def _turned(
    turns: Sequence[tuple[re.Pattern[str], re.Pattern[str]]], said: str, things: frozenset[str], facts: Facts
) -> bool:
    for here, there in turns:
        if not there.search(said) or here.search(said) or (there is not _STAYS_AWAY and _NOT.search(said)):
            continue
        if not any(here.search(fact.fragment.plain) and things & fact.fragment.keys for fact in facts.facts):
            return True
    return False


def _no_longer(fragment: Fragment, plain: str, said: str, fact: Fact) -> bool:
    """`you work at Nordlys`, which she used to do."""
    first = re.match(r"(?:and |so )?you (?P<verb>[a-z]+)\b", plain)
    if not first or not _FORMERLY.search(said) or _DRAFT_PAST.search(plain) or fragment.negated:
        return False
    base = forms(first["verb"]).get("VERB", ("",))[0] == first["verb"]
    return base and key(first["verb"]) in fact.fragment.keys


def _other_size(plain: str, said: str) -> bool:
    """`thousands of members`, of 120."""
    vague, counts = _VAGUE.search(plain), list(_COUNT.finditer(said))
    if not vague or vague["what"] in _TIMES or len(counts) != 1 or key(vague["what"]) != key(counts[0]["what"]):
        return False
    low, high = _BOUNDS[vague["many"]]
    return not low <= int(re.sub(r"[,.]", "", counts[0]["count"])) <= high


def _not_both(fragment: Fragment, facts: Facts) -> Finding | None:
    """`we are both from Bristol`, where it is noted of the reader alone."""
    things = fragment.keys - facts.name_keys - keys_of(LIGHT) - keys_of(CALENDAR)
    near = [fact for fact in facts.facts if things & fact.fragment.keys and not fact.programme]
    words = {word for fact in near for word in fact.sentence.lows}
    told = any(
        fact.fragment.owners & {USER} or fact.fragment.persons & {USER} or not fact.fragment.owners for fact in near
    )
    if not near or told or words & {"we", "both", "i", "me", "my", "too", "also", "same", "us", "our"}:
        return None
    return Finding("unsupported", reason="Your notes say this of one of you only.")
