"""From the model's raw lines to checked ones, the best first: grounded, specific, short, not alike.

What would not be said to a person is told by rule: worn phrases, praise, quizzes, a question that the notes
already answer, a sentence cut in the middle of a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.grounding import check_draft
from coach.domain.quoting import without_links
from coach.domain.text import sentences, stems
from coach.drafting.angles import Rarity
from coach.drafting.asking import answered, asks_for_nothing, asks_nothing_new
from coach.drafting.whole_names import whole_names

CLICHES = re.compile(
    r"hope this (?:finds|message)|pick your brain|touch base|reach(?:ing)? out|huge fan|big fan|synerg|circle back|"
    r"love to connect|great to connect|excited to|amazing|incredible|fascinat|inspiring|impress",
    re.IGNORECASE,
)
QUIZ = re.compile(
    r"\bwhat (?:is|are) (?!your\b|the hardest|the one)|\bwhat (?:was|is) (?:the|your) [\w' ]*name\b|"
    r"\bwho (?:was|is) (?:the|your) |\b(?:can|could) you (?:explain|describe|elaborate)",
    re.IGNORECASE,
)
"""Questions that a search engine would answer, where a person has a story to tell."""
NOT_HEARD_YET = re.compile(r"\byou (?:mention|said|told|spoke|talked|discuss|explain|cover)", re.IGNORECASE)
"""Fits what a note says that they said; a talk that lies ahead has not been heard."""
_LABEL_IN_TEXT = re.compile(r"\s*[\[(]\s*[A-Z]\d{1,3}(?:\s*,\s*[A-Z]\d{1,3})*\s*[\])]")


def checked_lines(raw: Any, evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    """`{"text", "sources"}` objects (one, a list, or by name) as lines, each with its check. Blank ones are dropped.

    A link that does not stand in `facts["goal"]`, which the user typed, is cut out; a name that was cut short is whole.
    """
    known = {one.label for one in evidence}
    lines: list[Line] = []
    for entry in _entries(raw):
        if not isinstance(entry, Mapping) or not str(entry.get("text", "")).strip():
            continue
        labels = tuple(dict.fromkeys(label for label in entry.get("sources", ()) if label in known))
        bare = " ".join(_LABEL_IN_TEXT.sub("", str(entry["text"])).split())
        text = whole_names(without_links(bare, str(facts.get("goal", ""))), evidence)
        lines.append(Line(text=text, labels=labels, check=check_draft(text, evidence, facts)))
    return lines


def raw_line(text: str, *labels: str) -> dict[str, Any]:
    """A line as `checked_lines` takes it."""
    return {"text": text, "sources": list(labels)}


def grounded_lines(raw: Sequence[Any], evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    """Those of the raw lines that pass their check."""
    return [line for line in checked_lines(list(raw), evidence, facts) if not line.flagged]


def _entries(raw: Any) -> list[Any]:
    """One line, a list of lines, or lines by name."""
    if isinstance(raw, Mapping):
        return [raw] if "text" in raw else list(raw.values())
    return raw if isinstance(raw, list) else []


@dataclass(frozen=True)
class Weight:
    """How good a line is to say, higher is better; under 0 it is not to be said. `reasons`: what counted how much."""

    value: float
    reasons: tuple[str, ...]


def weigh(line: Line, evidence: Sequence[Evidence], name: str = "", rarity: Rarity | None = None) -> Weight:
    """Groundedness, specificity, a real question, length, worn phrases and flattery in one figure, with the reasons.

    Grounding outweighs all, so a flagged line comes last. `rarity` weighs the words that fit only `name`.
    """
    text, rare = line.text, rarity or Rarity()
    own = frozenset(stem for one in evidence if one.label in line.labels for stem in stems(one.text))
    named = bool(name) and any(part in text for part in name.split() if len(part) > 2)
    unheard = NOT_HEARD_YET.search(text) and not any(label[0] in "NC" for label in line.labels[:1])
    counted = {
        "not grounded": -5.0 * line.flagged,
        "fits only them": 2.0 * rare.share(text, own),
        "says much of them": 0.2 * min(rare.weight(stems(text) & own), 4.0),
        "asks": 0.5 * ("?" in text),
        "worn or flattering": -1.5 * bool(CLICHES.search(text)),
        "a quiz": -1.0 * bool(QUIZ.search(text)),
        "not to them": -0.8 * (not re.search(r"\b(?:you|your)\b", text, re.IGNORECASE)),
        "speaks about them": -1.2 * named,
        "not heard yet": -0.8 * bool(unheard),
        "the notes answer it": -2.5 * answered(text, evidence),
        "cut off": -2.5 * cut_off(text, evidence),
        "asks for nothing": -2.0 * asks_for_nothing(text),
        "fits everybody": -0.7 * asks_nothing_new(text),
        "another script": -5.0 * strays_into_another_script(text, evidence),
        "too many sentences": -0.7 * max(0, len(sentences(text)) - 2),
        "too long": -0.02 * max(0, len(text.split()) - 32),
    }
    return Weight(
        sum(counted.values()), tuple(f"{why} {much:+.1f}" for why, much in counted.items() if abs(much) >= 0.05)
    )


def merit(line: Line, evidence: Sequence[Evidence], name: str = "", rarity: Rarity | None = None) -> float:
    """The figure of `weigh` alone."""
    return weigh(line, evidence, name, rarity).value


def strays_into_another_script(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a line has letters of a script that neither it began in nor its evidence uses: a small model's slip."""
    letters = [letter for letter in text if letter.isalpha()]
    known = set("".join(one.text for one in evidence))
    own = _script(letters[0]) if letters else ""
    return any(_script(letter) != own and letter not in known for letter in letters)


def _script(letter: str) -> str:
    """The first word of the letter's name in Unicode, such as LATIN, CJK or ARABIC."""
    return unicodedata.name(letter, "").partition(" ")[0]


CUT_FROM = 90
"""Characters from which a line may have met the end of its room."""
_LEFT_OPEN = re.compile(r"\b(?:the|an?|and|or|your|my|our|their|because|than)[.?!]$", re.IGNORECASE)
"""No English sentence ends so."""
_CIRCLES = re.compile(r"([^\W\d_]{2,8}?)\1{4,}", re.IGNORECASE)
_WHOLE = frozenset(
    """me it us you him her them in on at by to of so too now then here there this that these those one all do did go be
    is was are yes no not out up off over more most well again back with for""".split()
)
"""Words that are whole, though a word of the notes may begin with them."""


def cut_off(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a line ends before what it leads up to ("and the?"), or a long one in the middle of a word: its last word
    is only the beginning of one in the notes; or goes round in circles, as a small model does ("kerkerkerkerker")."""
    if _CIRCLES.search(text) or any(_LEFT_OPEN.search(part) for part in sentences(text)):
        return True
    if len(text) < CUT_FROM:
        return False
    known = {word for one in evidence for word in re.findall(r"\w+", one.text.casefold())}
    for part in sentences(text):
        words = re.findall(r"\w+", part.casefold())
        last = words[-1] if words else ""
        if last and last not in known | _WHOLE and any(word.startswith(last) for word in known):
            return True
    return False
