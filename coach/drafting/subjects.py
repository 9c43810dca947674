"""The subject of a message: a plain name of a thing that stands in the notes, what was promised first.

A small model puts two notes together in a subject, or lets a sentence break off; such a one is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from coach.domain.brief import Line
from coach.domain.checking.english import forms, lemma
from coach.domain.named_days import without_day
from coach.domain.text import content_words, stems
from coach.drafting.channels import SUBJECT_CHARACTERS
from coach.drafting.german_deeds import is_german
from coach.drafting.sense import recombined

_NOT_A_NAME = re.compile(
    r"[;!?]|[.:] |,.*,|\b(?:is|are|was|were|has|have|had|did|does|do|you|she|he|they|we|it|will|would|could|can|who|"
    r"what|how|because)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?|my|your) ", re.IGNORECASE)
_SAYS_OF_IT = frozenset("promised promise promises about your following thanks thank question idea notes note".split())
_PROMISED = re.compile(
    r"(?:^As promised, I will|^I have not forgotten my promise to|^I promised to|^Thank you for offering to|"
    r"^Thank you again for your offer to|[Yy]ou offered to) "
    r"(?P<verb>\w+) (?:you (?=\w)|me (?=\w))?(?P<what>[^.?!]+)"
)
_PROMISED_THING = re.compile(
    r"^(?:I have not forgotten (?P<mine>.+) that I promised you(?: by \d+ \w+)?|I still owe you (?P<owed>.+)|"
    r"I promised you (?P<promised>.+), and I have not forgotten|You offered me (?P<offered>.+), thank you|"
    r"Thank you for offering (?!to )(?P<theirs>.+)|Thank you in advance for (?P<ahead>.+))\.$"
)
_ASKED_FOR = re.compile(r"\b(?:ask|asking) (?:you )?for (?P<what>.+)$", re.IGNORECASE)
_ENDS = re.compile(
    r"[,;:.(]|\b(?:until|till|by|before|after|when|if|that|which|who|and|so|or|next|this|to|with you|for you|as|"
    r"on (?:my|our) way|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december))\b",
    re.IGNORECASE,
)
_I_PROMISED = re.compile(r"\bI\b|\bpromise", re.IGNORECASE)
_I_OWE = re.compile(r"^I owe\b|\bI(?:'ll|’ll| will| promised| owe| said I)\b")
LONGEST = 9
"""Words of a subject by rule."""


def names_a_thing(subject: str, texts: Sequence[str]) -> bool:
    """Whether a subject is a plain name whose words stand together in one of the notes, or in what the user wants to
    say. "The meter I promised" needs a promise of the user's."""
    bare = subject.strip().rstrip(".")
    if not bare or _NOT_A_NAME.search(bare) or is_german(_ARTICLE.sub("", bare)):
        return False
    own = stems(" ".join(word for word in content_words(bare) if word not in _SAYS_OF_IT))
    mine = _I_PROMISED.search(bare)
    if not own or not any(own <= stems(text) for text in texts if not mine or _I_OWE.search(text)):
        return False
    return not recombined(f"the {bare}", texts) and not _reads_as_a_sentence(bare)


def names_their_work(subject: str, role: str) -> bool:
    """Whether a subject names what its reader is ("The glaciologist from Tromsø"): nobody is written to about that."""
    return bool(stems(role) & stems(subject))


def _reads_as_a_sentence(bare: str) -> bool:
    """Whether a verb stands in it that is nothing else ("Sensors lost"), or words of several things without a link."""
    words = re.findall(r"[\w'’-]+", bare.casefold())
    linked = re.search(r"\b(?:of|for|in|on|under|with|from|at|and|the|an?|i|my|your|our)\b", bare, re.IGNORECASE)
    finite = any({"VERB"} == set(forms(word)) and word not in ("promised", "offered") for word in words)
    return finite or (len(words) > 3 and not linked)


def subject_by_rule(lines: Mapping[str, Line], intent: str) -> str:
    """What was promised, or what is asked for, by its own name; "" where neither has one."""
    for slot in ("keep", "thanks"):
        found = _PROMISED.search(lines[slot].text) if slot in lines else None
        if found and (thing := _thing(found["what"])):
            return thing
        named = _PROMISED_THING.search(lines[slot].text) if slot in lines else None
        if named and (thing := _thing(next(filter(None, named.groups())))):
            return thing
    asked = _ASKED_FOR.search(intent)
    return _thing(asked["what"], whole=True) if asked else ""


def _thing(text: str, *, whole: bool = False) -> str:
    """The name of a thing that opens a text; "" where a pronoun or a preposition opens it, or it is German."""
    bare = without_day(text.strip().rstrip(".!?"))[0] if whole else _ENDS.split(text.strip(), maxsplit=1)[0].strip()
    words = bare.split()
    first = words[0].casefold() if words else ""
    known = forms(first)
    no_name = first in (
        "me",
        "you",
        "it",
        "them",
        "him",
        "her",
        "us",
        "to",
        "about",
        "with",
        "if",
        "whether",
        "at",
        "in",
    )
    verb_only = bool(known) and set(known) <= {"VERB", "AUX"} and lemma(first) != first
    if is_german(_ARTICLE.sub("", bare)):
        return ""
    if not words or len(words) > LONGEST or no_name or verb_only or len(bare) > SUBJECT_CHARACTERS:
        return ""
    return f"{bare[:1].upper()}{bare[1:]}"


def subject_from(facts: Iterable[str]) -> str:
    """The numbered things that a fact is about ("14 stops where the ramp does not reach the kerb"); "" for none."""
    for fact in facts:
        found = re.search(r"\b(\d[\d,.]* (?:[a-z]+ ){0,2}[a-z]+s\b (?:where|of|in|with|under) [^,;.]+)", fact)
        measured = found and re.match(
            r"\S+ (?:weeks?|hours?|days?|months?|years?|minutes?|wks|hrs|yrs|per|times)\b", found[1]
        )
        if found and not measured and len(found[1]) <= SUBJECT_CHARACTERS:
            return found[1]
    return ""
