"""What a goal lets one ask outright: "learn how they got tenants on board" is "How did you get tenants on board?".

Read off the goal's own words by rule, so that nothing is asked that the user does not want to know.
"""

from __future__ import annotations

import itertools
import re

from coach.domain.checking.english import forms, lemma, third_person
from coach.drafting.heart_of_goals import without_pictures

_REST = re.compile(r"\s*\b(?:Why|What I value): .*$", re.DOTALL)
_LEARN = r"learn|understand|know|hear|find out|see|ask|discover|figure out|discuss|compare"
_WANTS = rf"(?:{_LEARN}|find|meet|get|talk|listen|share|look|search|collect|explore|start|join|build|make|win|hire)"
_JOIN = r",? (?:and|then|and then) (?:to )?"
_BOUND = re.compile(
    rf"\s*;\s+|(?<=[.!?])\s+|{_JOIN}(?={_WANTS} (?:how|what|why|where|when|whether|about|from)\b)|"
    rf",{_JOIN[2:]}(?={_WANTS}\b)|,? and (?=(?:offer|help|give)\b)",
    re.IGNORECASE,
)
_GIVES = re.compile(r"^(?:offer|help|give)\b|^(?:I|we) (?:can|could)\b", re.IGNORECASE)
_HOW_MUCH = r"how (?:much|long|often|well|many \w+)"
_TO_KNOW = re.compile(
    rf"^(?:{_LEARN}|talk about|listen to)(?: (?:from|with) \w+)? (?P<wh>{_HOW_MUCH}|how|why|where|when|what|"
    rf"which \w+) "
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
_SEEK = r"^(?:find|meet|look for|search for|talk to|talk with|get to know|connect with|hear from|learn from) [^,]+? "
_TO_FIND = re.compile(rf"{_SEEK}(?:who|that|which) (?P<does>.+)$", re.IGNORECASE)
_TO_FIND_DOING = re.compile(
    rf"{_SEEK}(?<!\bto )(?<!\bof )(?<!\bfor )(?<!\bby )(?<!\bin )(?<!\babout )(?<!\bwith )(?<!\bfrom )"
    r"(?P<doing>\w+ing) (?P<what>(?:an?|the|in|on|with|for|from|to|[A-Z]\w*) ?.+)$",
    re.IGNORECASE,
)
_ADVERBS = frozenset(
    "already also still really actually now ever always usually often successfully regularly just".split()
)
_MODALS = frozenset("can could will would should must may might".split())
_OTHERS = frozenset("they others you".split())
_ALL = frozenset(("people", "most people"))
"""Of whom one asks without meaning the other."""
_ANYBODY = re.compile(r"\b(?:their)\b", re.IGNORECASE)
_NOT_THEIRS = re.compile(r"\b(?:them|they|he|she|him|themselves)\b", re.IGNORECASE)
_WHO_DOES = {"do": "does", "did": "did", "are": "is", "were": "was", "have": "has", "can": "can", "could": "could"}
LONGEST_SUBJECT = 3
"""Words of whoever a goal asks about: "small open-source teams"."""
SPOKEN = 20
"""Words of a question that can be said aloud."""


def wanted_in(goal: str) -> str:
    """The words of a goal without its reason, its values and its emoji, as a piece of evidence has them."""
    return without_pictures(_REST.sub("", goal.strip()))


def parts_of(goal: str) -> list[str]:
    """The goal cut into the single things that it wants, each without its mark; what it gives
    besides is left out."""
    parts = [part.strip(" .…!,") for part in _BOUND.split(wanted_in(goal))]
    parts = [part for part in parts if not _ONESELF.match(part)] or parts
    return [part for place, part in enumerate(parts) if part and (place == 0 or not _GIVES.match(part))]


def of_oneself(goal: str) -> list[str]:
    """What a goal says that the user is, each as it stands: "I am a statistician"."""
    parts = (part.strip(" .…!,") for part in _BOUND.split(wanted_in(goal)))
    return [part for part in parts if _ONESELF.match(part) and len(part.split()) <= LONGEST_TRADE]


LONGEST_TRADE = 10
_ONESELF = re.compile(r"^I(?: am|['’]m) (?:also )?(?:an?|the|one of)\b|^I (?:work|trained) as an?\b", re.IGNORECASE)
"""What the user is, which is no aim."""


def questions_in_goal(goal: str) -> list[str]:
    """Questions to somebody who may know, each for one part of the goal that says outright what it wants to know."""
    found = [asked for part in parts_of(goal) if (asked := _asked(part))]
    return [one for one in dict.fromkeys(found) if len(one.split()) <= SPOKEN and not _NOT_THEIRS.search(one)]


def _asked(part: str) -> str:
    if (known := _TO_KNOW.match(part)) is not None:
        return _of_knowledge(known["wh"].lower(), known["rest"])
    if (sought := _TO_FIND.match(part)) is not None:
        asked = turned(sought["does"])
        does = _WHO_DOES.get(asked.partition(" ")[0], "")
        return f"{asked[:1].upper()}{asked[1:]}{f', or do you know who {does}' if does else ''}?" if asked else ""
    if (busy := _TO_FIND_DOING.match(part)) is not None and "VERB" in forms(busy["doing"].lower()):
        return f"Are you {busy['doing'].lower()} {_yours(busy['what'])}, or do you know who is?"
    return ""


def _of_knowledge(wh: str, rest: str) -> str:
    head = f"{wh[:1].upper()}{wh[1:]}"
    words = rest.split()
    if wh == "how" and words[0] == "to" and len(words) > 1:
        return f"How do you {_yours(' '.join(words[1:]))}?"
    if words[0] == "it" and len(words) > 2 and (base := forms(words[1].lower()).get("VERB")):
        return f"{head} does it {base[0]} {_yours(' '.join(words[2:]))}?"
    for count in range(1, min(LONGEST_SUBJECT, len(words) - 1) + 1):
        subject = " ".join(words[:count]).lower()
        if not _are_others(words[:count]) or third_person(words[count]) or (wh == "what" and count > 1):
            continue
        if asked := turned(" ".join(words[count:]), subject if subject in _ALL else "you"):
            return f"{head} {asked}?"
    return f"{head} {_yours(rest)}?" if wh == "what" and third_person(words[0]) else ""


def _are_others(words: list[str]) -> bool:
    """Whether the words name those who are asked about: "they", "others", "small teams"."""
    last = words[-1].lower()
    if last in _OTHERS | _ALL:
        return len(words) == 1
    nouns = forms(last).get("NOUN", ())
    return bool(nouns) and last not in nouns and words[0].lower() not in ("the", "my", "our", "your", "it", "this")


def turned(does: str, who: str = "you") -> str:
    """What somebody does as it is asked of them: "already run shared pumps" is "do you already run shared pumps"."""
    words = does.split()
    adverbs = list(itertools.takewhile(lambda word: word.lower() in _ADVERBS, words))
    verb, *others = words[len(adverbs) :] or [""]
    rest = _yours(" ".join(others))
    first, kept = _asking_form(verb.lower(), rest)
    return " ".join(filter(None, [first, who, *adverbs, kept, rest])) if first else ""


def _asking_form(verb: str, rest: str) -> tuple[str, str]:
    """The word that comes before the subject, and the verb that stays behind it: ("do", "run"), ("have", "")."""
    if verb in ("are", "is", "was", "were"):
        return ("were" if verb in ("was", "were") else "are"), ""
    if verb in _MODALS:
        return verb, ""
    if verb in ("have", "has") and _is_participle(rest):
        return "have", ""
    base = forms(verb).get("VERB", ())
    if not base or verb in ("do", "does", "did"):
        return "", ""
    past = verb != base[0] and not verb.endswith("s")
    return ("did" if past else "do"), base[0]


def _is_participle(rest: str) -> bool:
    words = [word.lower() for word in rest.split() if word.lower() not in _ADVERBS]
    return bool(words) and (words[0].endswith(("ed", "en")) or lemma(words[0]) != words[0])


def _yours(text: str) -> str:
    return _ANYBODY.sub("your", text)
