"""Whether a question of a small model makes sense for the person: what it takes for granted must stand in the notes.

Such a model turns a verb of a note into a thing ("the fallen church"), joins two notes, or lets somebody do what they
never did. Each sign is read off the question and the facts, turned to the person; none knows a single case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coach.domain.checking.english import forms, lemma
from coach.domain.text import content_words, stems

_SMALL = frozenset(
    """time day moment part way thing people person idea reason step place help question story reaction difference
    result answer first last next best worst hard hardest easy easiest good bad most more much many long often else new
    one other whole same today today's year big small left right back again still ever only own""".split()
)
"""Words that ask, and are nothing that a note would have to name."""
_ASKS = frozenset(
    """do make happen go come get begin start keep decide choose feel find learn know take give help react notice
    expect miss wish change like remember want let mind put lead teach work look see hear turn cope deal manage end
    show tell say""".split()
)
"""Verbs that only ask, by their base form."""
_OPEN = frozenset(
    "do learn take notice expect miss keep change find feel see hear like wish enjoy remember".split(),
)
_AT_FIRST = frozenset("start begin choose decide try keep stop take leave go come want get stay".split())
_HOW = frozenset("get come learn find choose decide manage begin start keep react feel go deal cope know".split())
_SEEN = frozenset("notice realise realize".split())
_GRANTED = (
    (re.compile(r"\b(?:when|after|before|while) you (?:\w+ly |first |then )?(?P<verb>[a-z]+)"), _SEEN, True),
    (re.compile(r"\bmade you (?P<verb>[a-z]+)"), _AT_FIRST, False),
    (re.compile(r"\bhelped you (?:to )?(?P<verb>[a-z]+)"), _HOW, False),
    (re.compile(r"\bhow did you (?:\w+ly )?(?P<verb>[a-z]+)"), _HOW, True),
    (re.compile(r"\bwhat did you (?:\w+ly )?(?P<verb>[a-z]+)"), _OPEN, True),
    (re.compile(r"\b(?:who|where|when|which [a-z ]{2,30}?) did you (?:\w+ly )?(?P<verb>[a-z]+)"), _HOW | _OPEN, True),
)
"""What is taken for granted after these words, verbs that need no ground there, and whether it lies behind."""
_AND_THEN = re.compile(r"^(?: \w+){0,2}? (?:to (?P<to>[a-z]+)|(?P<ing>[a-z]+ing))\b")
_A_TIME = re.compile(
    r"\b(?:last|next|this) (?:night|week|month|year|spring|summer|autumn|winter|time)\b|"
    r"\b(?:yesterday|tonight|today)\b",
    re.IGNORECASE,
)
_WITH_A_NUMBER = re.compile(r"\b(?:do|did|done|use|handle) (?:with )?(?:the |your |all (?:the )?)?\d[\d.,]*\b")
_NAMED = re.compile(r"\b(?:the|an?|your|my|our|that|this) (?P<first>[a-z]+) (?P<second>[a-z]+)\b", re.IGNORECASE)
_HOW_IT_WAS_DONE = re.compile(r"\b(?:with|by|from|using|because|so that)\b")
_LECTURE = re.compile(r"\b(?:learn|know|think|say|tell \w+) (?:about|of)\b|\bmake of (?:the|your)\b", re.IGNORECASE)


_TWICE_ING = re.compile(r"\b[a-z]{2,}ing [a-z]{2,}ing\b")
_OF_SOMEBODY = re.compile(r"^(?:what|where|who|when) (?:did|does|do) (?!you\b)(?P<rest>.+)[?]$", re.IGNORECASE)


@dataclass(frozen=True)
class _Fact:
    """One sentence as it is said to the person; `words` in their order, `theirs`: verbs of which "you" is the doer."""

    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    theirs: dict[str, str]


def nonsense(question: str, facts: Sequence[str], before: str = "") -> str:
    """Why nobody would ask this, in a few words; "" where nothing speaks against it, or nothing is known.

    `facts`: sentences turned to the person; `before`: the sentence that the question follows, which it is about.
    """
    known = [_read(text) for text in facts if text.strip()]
    if not known or not question:
        return ""
    bare = question.strip()
    signs = (
        _of_no_one_fact(bare, known, before),
        "it puts words together that no note has together" if recombined(bare, facts) else "",
        "nobody does a thing with a number" if _WITH_A_NUMBER.search(bare) else "",
        "it names a time that no note names" if _at_another_time(bare, facts) else "",
        "nobody says two such forms in a row" if _TWICE_ING.search(bare) else "",
        "the note answers it" if _says_it_back(bare, known) else "",
        "it asks for a lecture" if _LECTURE.search(bare) else "",
        _taken_for_granted(bare, known),
    )
    return next((sign for sign in signs if sign), "")


def _read(text: str) -> _Fact:
    words = tuple(re.findall(r"[\w'’-]+", text.casefold()))
    return _Fact(text, words, stems(text), _their_verbs(words))


def _their_verbs(words: Sequence[str]) -> dict[str, str]:
    """Base forms of the verbs that "you" does here, each with how it stands: all of a sentence about them, else the
    one that follows "you"."""
    found: dict[str, str] = {}
    opens = "you" in words[:6] and not {"told", "said", "say"} & set(words[:3])
    for place, word in enumerate(words):
        after_you = "you" in words[max(0, place - 2) : place]
        if (opens or after_you) and "VERB" in forms(word):
            found.setdefault(_base(word), word)
    return found


def _base(verb: str) -> str:
    return next(iter(forms(verb).get("VERB", ())), lemma(verb))


# ------------------------------------------------------------------ what it is about
def _of_no_one_fact(question: str, facts: Sequence[_Fact], before: str) -> str:
    """A question is about one fact, the one that was just told where there is one, and names no new thing."""
    own = {word for word in content_words(question) if not {word, lemma(word)} & (_SMALL | _ASKS)}
    by_stem = {stem: word for word in own for stem in stems(word)}
    told = frozenset().union(*(fact.stems for fact in facts))
    new = [word for stem, word in by_stem.items() if stem not in told]
    if len(new) > 1 or any(_only_a_thing(word) for word in new):
        return f"no note names {new[0]!r}"
    named = frozenset(by_stem) & told
    about = [stems(before)] if before else [fact.stems for fact in facts]
    if any(named <= one for one in about):
        return ""
    return "it leads away from what was just said" if before else "it joins what stands in two notes"


def _only_a_thing(word: str) -> bool:
    found = forms(word)
    return not found or ("NOUN" in found and not {"VERB", "ADJ", "ADV"} & found.keys())


def recombined(text: str, facts: Iterable[str]) -> bool:
    """Whether two words stand together as the name of a thing ("the rope ladder") that no fact has so."""
    runs = [_runs(fact) for fact in facts]
    known = {word for run in runs for word in run}
    for found in _NAMED.finditer(text):
        first, second = found["first"].casefold(), found["second"].casefold()
        if first in _SMALL or not _may_name(second) or not content_words(first) or not content_words(second):
            continue
        pair = (_stem(first), _stem(second))
        strange = pair[0] in known or _base(first) in known
        if strange and not any(pair in pairwise(run) for run in runs):
            return True
    return False


def _may_name(word: str) -> bool:
    found = forms(word)
    return "NOUN" in found and "AUX" not in found and word not in ("does", "doing")


def _runs(fact: str) -> list[str]:
    """The words of a fact by their stems, numbers left out, small words kept as what parts others."""
    return [_stem(word) for word in re.findall(r"[^\W\d_][\w'’-]*|[.;:,]", fact.casefold())]


def _stem(word: str) -> str:
    return next(iter(stems(word)), word)


def _says_it_back(question: str, facts: Sequence[_Fact]) -> bool:
    """Whether a question about what somebody else did is made of one fact's words alone: the fact answers it."""
    found = _OF_SOMEBODY.match(question)
    words = stems(found["rest"]) if found else frozenset()
    return len(words) > 1 and any(words <= fact.stems for fact in facts)


def _at_another_time(question: str, facts: Iterable[str]) -> bool:
    told = " ".join(facts).casefold()
    return any(found[0].casefold() not in told for found in _A_TIME.finditer(question))


# ------------------------------------------------------------------ what it takes for granted
def _taken_for_granted(question: str, facts: Sequence[_Fact]) -> str:
    low = question.casefold()
    for pattern, free, behind in _GRANTED:
        for found in pattern.finditer(low):
            if fault := _fault(found, low, free, facts, behind=behind):
                return fault
    return ""


def _fault(found: re.Match[str], low: str, free: frozenset[str], facts: Sequence[_Fact], *, behind: bool) -> str:
    verb, done = _base(found["verb"]), _inner_verb(low[found.end() :])
    if "VERB" not in forms(found["verb"]):
        return ""
    theirs = [fact for fact in facts if verb in fact.theirs]
    if not theirs and verb not in free:
        return f"no note says that they {verb}"
    if verb in free and done and done not in _ASKS and not any(done in fact.theirs for fact in facts):
        return f"no note says that they {done}"
    if not theirs:
        return "the note says what for" if done and verb == "do" else ""
    if behind and all(_present(fact, verb) for fact in theirs):
        return "it asks of a habit as if it had been once"
    told_how = any(_HOW_IT_WAS_DONE.search(fact.text) for fact in theirs)
    return "the note says how" if told_how and re.match(r"(?:how|what) did you", low) and verb not in free else ""


def _inner_verb(rest: str) -> str:
    """Of "made you decide to call it off" the "call"; "" where no such verb follows."""
    inner = _AND_THEN.match(rest)
    word = (inner["to"] or inner["ing"]) if inner else ""
    return _base(word) if "VERB" in forms(word) else ""


def _present(fact: _Fact, verb: str) -> bool:
    return fact.theirs[verb] == verb and verb not in ("read", "put", "let", "cut", "set", "hit", "cost", "shut")
