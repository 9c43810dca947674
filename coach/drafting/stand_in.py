"""What a stand-in can say by rule: facts of the record in the first person, and plain lines that claim nothing.

A small model that plays a person soon makes things up, or speaks of itself by name. The record's own words, turned
round, cannot; and where the record holds no answer, the honest line is that there is none yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.domain.checking.english import forms
from coach.domain.conversation import proposes_a_step
from coach.domain.conversation_cues import cues
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.domain.text import sentences, stems
from coach.drafting.address import told_to_you
from coach.drafting.asking import near_equal
from coach.drafting.german_address import said_of_oneself
from coach.drafting.statements import TOLD, clause, sayable, sentence

SPOKEN_OF = (Kind.NOTE, Kind.PERSON, Kind.SESSION, Kind.STORY)
FITTING = 1.0
"""The fit from which a fact answers a question: one shared content word, or the right subject."""
PLAINLY_FITTING = 2.0
"""The fit from which it plainly does: two shared words, or one and the right subject."""
_SEEN_FROM_OUTSIDE = re.compile(r"\byou (?:sound|look|seem|appear|strike|remind)", re.IGNORECASE)
_SUBJECTS = {
    "work": re.compile(
        r"\b(?:what (?:do|are) you (?:do|doing|up to)|work(?:ing)?|job|project|busy|these days|lately|new|"
        r"brings? you)\b",
        re.IGNORECASE,
    ),
    "care": re.compile(
        r"\b(?:care|matters?|interest(?:s|ed)?|passion|like|love|enjoy|outside|hobb|drives? you|energy|important)\b",
        re.IGNORECASE,
    ),
}
_CARES = re.compile(r"\b(Cares about|Values) ([^.]{3,160})\.")
_A_NOTE = re.compile(r"^(?:invented|\(invented\))", re.IGNORECASE)


@dataclass(frozen=True)
class _PlainLines:
    """What anybody might say, and what claims nothing, in one language. The German lines do without "du" and "Sie"."""

    farewells: tuple[str, ...]
    agrees: tuple[str, ...]
    greets: tuple[str, ...]
    no_answer: tuple[str, ...]
    asks_on: tuple[str, ...]


_ENGLISH = _PlainLines(
    farewells=(
        "It was good to talk to you. See you soon.",
        "Thank you for the conversation. Until next time.",
        "I am glad that we met. Take care.",
    ),
    agrees=(
        "Yes, let us do that. I look forward to it.",
        "Gladly. Tell me when it suits you.",
        "I would like that. Write to me, and we find a day.",
    ),
    greets=("Hello! Good to see you here.", "Hi! How is your day so far?", "Hello. Nice that we meet."),
    no_answer=(
        "I would have to think about that.",
        "Nobody has asked me that before. Let me think.",
        "I cannot tell you that off the top of my head.",
        "That would take me longer to answer than we have now.",
        "Ask me that again when we have more time.",
    ),
    asks_on=(
        "I see. How did that go?",
        "What happened then?",
        "What was the hardest part of it?",
        "What did you take from it?",
        "What would you do differently today?",
        "Who helped you with that?",
    ),
)
_GERMAN = _PlainLines(
    farewells=(
        "Das war ein gutes Gespräch. Bis bald.",
        "Danke für das Gespräch. Bis zum nächsten Mal.",
        "Schön, dass wir uns getroffen haben. Alles Gute.",
    ),
    agrees=(
        "Ja, das machen wir. Ich freue mich darauf.",
        "Gern. Ein Tag wird sich finden.",
        "Das wäre schön. Eine kurze Nachricht genügt.",
    ),
    greets=(
        "Hallo! Schön, hier zu sein.",
        "Hallo! Wie läuft der Tag so weit?",
        "Guten Tag. Schön, dass wir uns treffen.",
    ),
    no_answer=(
        "Darüber müsste ich erst nachdenken.",
        "Das hat mich noch niemand gefragt. Ich überlege.",
        "Das kann ich so aus dem Stand nicht sagen.",
        "Dafür bräuchte ich länger, als wir jetzt haben.",
        "Gern ein andermal, wenn mehr Zeit ist.",
    ),
    asks_on=(
        "Verstehe. Wie ging das aus?",
        "Was geschah dann?",
        "Was war das Schwerste daran?",
        "Was ist davon geblieben?",
        "Was wäre heute anders?",
        "Wer hat dabei geholfen?",
    ),
)
NO_ANSWER = (*_ENGLISH.no_answer, *_GERMAN.no_answer)
"""What the stand-in says to a question that the record does not answer."""


@dataclass(frozen=True)
class OwnFact:
    """One sentence of the record as the person would say it, where it comes from, and its subject, if it has one."""

    text: str
    label: str
    about: str = ""


def own_facts(evidence: Iterable[Evidence], name: str, language: str = "en") -> list[OwnFact]:
    """What the record holds of a person, in the first person ("Ines lost 40 charts" → "I lost 40 charts")."""
    found: list[OwnFact] = []
    if language == "de":
        notes = [one for one in evidence if one.kind in (Kind.NOTE, Kind.STORY)]
        told = [(said_of_oneself(part, (name,)), one.label) for one in notes for part in sentences(quotable(one.text))]
        return [OwnFact(text, label) for text, label in told if text]
    for one in evidence:
        if one.kind in SPOKEN_OF:
            found += _of_profile(one) if one.kind is Kind.PERSON else _of_text(one, name)
    return found


def _of_profile(evidence: Evidence) -> list[OwnFact]:
    text = quotable(evidence.text)
    said = {"Cares about": "I care about", "Values": "What counts for me is"}
    return [
        OwnFact(sentence(f"{said[found[1]]} {_listed(found[2])}"), evidence.label, "care")
        for found in _CARES.finditer(text)
    ]


def _listed(words: str) -> str:
    """ "a, b, c" as one says it: "a, b and c"."""
    head, comma, last = words.strip().rpartition(", ")
    return f"{head} and {last}" if comma else last


def _of_text(evidence: Evidence, name: str) -> list[OwnFact]:
    told = told_to_you(evidence, name)
    about = "work" if evidence.kind is not Kind.STORY else ""
    found = []
    for part in sentences(quotable(told.text)):
        speaks = re.search(r"\byou(?:r|rs)?\b", part, re.IGNORECASE)
        if speaks and sayable(part) and not _SEEN_FROM_OUTSIDE.search(part) and not _A_NOTE.match(part):
            bare = TOLD.sub("", clause(part), count=1).strip(" ,")
            found.append(OwnFact(sentence(in_first_person(bare)), evidence.label, about))
    return found


# ------------------------------------------------------------------ "you" becomes "I"
_PRONOUNS = re.compile(
    r"\b(?:(?P<be>(?:I|you) (?:am|are|was|were))|(?P<mine>I|me|my|mine|myself)|"
    r"(?P<yours>your|yours|yourself|yourselves)|(?P<you>you))\b(?:(?P<short>['’](?:m|re|ve|d|ll)))?",
    re.IGNORECASE,
)
_BE = {
    "i am": "you are",
    "i was": "you were",
    "you are": "I am",
    "you were": "I was",
    "you am": "I am",
    "i were": "you were",
}
_MINE = {"i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself"}
_YOURS = {"your": "my", "yours": "mine", "yourself": "myself", "yourselves": "myself"}
_SHORT = {"m": "re", "re": "m"}
_BEFORE_AN_OBJECT = frozenset(
    "to for with of from about by at on in into over after before behind without than like between among near".split()
)
_BEFORE_A_SUBJECT = frozenset(
    "and or but that when where while if because since as so then what how why who which until though once".split()
)


def in_first_person(told: str) -> str:
    """A sentence said to a person, as they would say it of themselves: "you sent me charts" is "I sent you charts"."""
    turned = _PRONOUNS.sub(lambda found: _turned(found, told), told)
    return re.sub(r"\bI and you\b", "you and I", turned)


def _turned(found: re.Match[str], text: str) -> str:
    word = found[0].casefold()
    tail = found["short"] or ""
    if found["be"]:
        return _BE.get(found["be"].casefold(), found["be"])
    if found["mine"]:
        bare = found["mine"].casefold()
        return f"{_MINE[bare]}{_short(tail)}"
    if found["yours"]:
        return _YOURS[found["yours"].casefold()]
    return f"I{_short(tail)}" if tail or _is_subject(found, text) else ("me" if word == "you" else word)


def _short(tail: str) -> str:
    return f"{tail[0]}{_SHORT.get(tail[1:], tail[1:])}" if tail else ""


def _is_subject(found: re.Match[str], text: str) -> bool:
    """Whether this "you" does something: it opens its clause, or a verb follows and none stands before it."""
    before = re.findall(r"[\w'’]+|[,.;:!?]", text[: found.start()])
    after = re.match(r"\s+([\w'’]+)", text[found.end() :])
    last = before[-1].casefold() if before else ""
    if not last or last in _BEFORE_A_SUBJECT or last in ",;:.!?":
        return True
    if last in _BEFORE_AN_OBJECT or after is None:
        return False
    follows = forms(after[1].casefold())
    stands_before = forms(last)
    return ("VERB" in follows or "AUX" in follows) and ("NOUN" in stands_before or "VERB" not in stands_before)


# ------------------------------------------------------------------ what answers what
def best_fact(
    heard: str,
    facts: Sequence[OwnFact],
    said: Sequence[str],
    ranked: Sequence[str] = (),
    language: str = "en",
    least: float = FITTING,
) -> OwnFact | None:
    """The unsaid fact that answers the questions of `heard` best; None where none does.

    `said`: what was said so far. `ranked`: labels in the order in which recall finds them for `heard`.
    """
    asked = " ".join(part for part in sentences(heard) if part.endswith("?"))
    fresh = [fact for fact in facts if not any(near_equal(fact.text, one) for one in said)]
    fits = {fact: _fit(asked, fact, ranked, language) for fact in fresh}
    best = max(fresh, key=lambda fact: fits[fact], default=None)
    return best if best is not None and fits[best] >= least else None


def _fit(asked: str, fact: OwnFact, ranked: Sequence[str], language: str) -> float:
    score = float(len(stems(asked, language) & stems(fact.text, language)))
    score += any(pattern.search(asked) for subject, pattern in _SUBJECTS.items() if subject == fact.about)
    return score + (0.5 / (1 + ranked.index(fact.label)) if fact.label in ranked else 0.0)


def says_goodbye(heard: str, language: str = "en") -> bool:
    return bool(cues(language).goodbye.search(heard)) and "?" not in heard


def plain_line(heard: str, said: Sequence[str], language: str = "en") -> str:
    """What anybody might answer, and what claims nothing; none twice while there is another."""
    lines = _plain(heard, language)
    return next((one for one in lines if one not in said), lines[0])


def _plain(heard: str, language: str) -> tuple[str, ...]:
    lines = _GERMAN if language == "de" else _ENGLISH
    if says_goodbye(heard, language):
        return lines.farewells
    if proposes_a_step(heard, language):
        return lines.agrees
    if "?" in heard:
        return lines.no_answer
    return lines.greets if cues(language).greeting.match(heard) and len(heard.split()) < 8 else lines.asks_on
