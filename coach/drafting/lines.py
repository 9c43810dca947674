"""From the model's raw lines to checked ones, the best first: grounded, specific, short, not alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.grounding import check_draft
from coach.domain.quoting import without_links
from coach.drafting.evidence import content_words, sentences

TOO_ALIKE = 75
"""Two lines whose token-set ratio (rapidfuzz, 0 to 100) is above this say the same."""
CLICHES = re.compile(
    r"hope this (?:finds|message)|pick your brain|touch base|reach(?:ing)? out|huge fan|big fan|synerg|circle back|"
    r"love to connect|great to connect|excited to|amazing|incredible|fascinat|inspiring|impress",
    re.IGNORECASE,
)
QUIZ = re.compile(
    r"\bwhat (?:is|are) (?!your\b|the hardest|the one)|\b(?:can|could) you (?:explain|describe|elaborate)",
    re.IGNORECASE,
)
"""Questions that a search engine would answer, where a person has a story to tell."""
NOT_HEARD_YET = re.compile(r"\byou (?:mention|said|told|spoke|talked|discuss|explain|cover)", re.IGNORECASE)
"""Fits what a note says that they said; a talk that lies ahead has not been heard."""
_LABEL_IN_TEXT = re.compile(r"\s*[\[(]\s*[A-Z]\d{1,3}(?:\s*,\s*[A-Z]\d{1,3})*\s*[\])]")


def checked_lines(raw: Any, evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    """`{"text", "sources"}` objects (one, a list, or by name) as lines, each with its check. Blank ones are dropped.

    A link that does not stand in `facts["goal"]`, which the user typed, is cut out.
    """
    known = {one.label for one in evidence}
    lines: list[Line] = []
    for entry in _entries(raw):
        if not isinstance(entry, Mapping) or not str(entry.get("text", "")).strip():
            continue
        labels = tuple(dict.fromkeys(label for label in entry.get("sources", ()) if label in known))
        text = without_links(" ".join(_LABEL_IN_TEXT.sub("", str(entry["text"])).split()), str(facts.get("goal", "")))
        lines.append(Line(text=text, labels=labels, check=check_draft(text, evidence, facts)))
    return lines


def _entries(raw: Any) -> list[Any]:
    """One line, a list of lines, or lines by name."""
    if isinstance(raw, Mapping):
        return [raw] if "text" in raw else list(raw.values())
    return raw if isinstance(raw, list) else []


def merit(line: Line, evidence: Sequence[Evidence], name: str = "") -> float:
    """How good a line is to say to `name`, higher is better. Grounding outweighs all, so a flagged line comes last."""
    cited = " ".join(one.text for one in evidence if one.label in line.labels)
    words = content_words(line.text)
    specific = len(words & content_words(cited)) / max(len(words), 1)
    score = -5.0 * line.flagged + 2.0 * specific + 0.5 * ("?" in line.text)
    score -= 1.5 * bool(CLICHES.search(line.text)) + 1.0 * bool(QUIZ.search(line.text))
    score -= 0.8 * (not re.search(r"\b(?:you|your)\b", line.text, re.IGNORECASE))
    if name and any(part in line.text for part in name.split() if len(part) > 2):
        score -= 1.2  # they are spoken to, not about
    if NOT_HEARD_YET.search(line.text) and not any(label[0] in "NC" for label in line.labels):
        score -= 0.8
    return score - 0.7 * max(0, len(sentences(line.text)) - 2) - 0.02 * max(0, len(line.text.split()) - 32)


def best_lines(
    lines: Sequence[Line], evidence: Sequence[Evidence], count: int, *, name: str = "", unlike: Sequence[Line] = ()
) -> tuple[Line, ...]:
    """The `count` best lines, no two alike and none like those in `unlike`; fewer when there are not that many."""
    kept: list[Line] = []
    for line in sorted(lines, key=lambda one: -merit(one, evidence, name)):
        if all(fuzz.token_set_ratio(line.text, other.text) < TOO_ALIKE for other in (*kept, *unlike)):
            kept.append(line)
    return tuple(kept[:count])
