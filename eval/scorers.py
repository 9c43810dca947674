"""Scorers of drafts: small dataclasses that return a value from 0 to 1 and the reason for it.

None asks a language model: the same draft gets the same figures on every machine. A scorer that has
nothing to judge returns None as its value, which no average counts: absence is not success.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.grounding import ClaimCheck, SentenceCheck, check_draft
from coach.domain.text import content_words, sentences
from coach.drafting.channels import CHANNELS, fits
from coach.drafting.lines import CLICHES
from coach.journeys.reflect import in_first_person


@dataclass(frozen=True)
class Score:
    """`value` from 0 (bad) to 1 (good), None when there was nothing to judge; `reason` for a person to read."""

    value: float | None
    reason: str


@dataclass(frozen=True)
class Outcome:
    """What one brief brought: the lines a person sees, the evidence behind them, and whole messages.

    `others`: content words of all other briefs' evidence. `expected`: lines that should have come. `example`:
    the lines of the example that the prompt shows to the model. `record`: the brief as the data holds it.
    """

    journey: str
    lines: tuple[Line, ...]
    evidence: tuple[Evidence, ...]
    facts: Mapping[str, Any]
    others: frozenset[str]
    expected: int
    message: str = ""
    subject: str = ""
    channel: str = ""
    error: str = ""
    example: tuple[str, ...] = ()
    record: str = ""


def _share(good: Sequence[bool], reasons: Sequence[str], all_good: str) -> Score:
    if not good:
        return Score(None, "no lines")
    return Score(sum(good) / len(good), "; ".join(reason for reason in reasons if reason) or all_good)


@dataclass(frozen=True)
class Delivered:
    """Share of the lines asked for that came."""

    name: str = "delivered"

    def __call__(self, outcome: Outcome) -> Score:
        value = min(len(outcome.lines) / outcome.expected, 1.0)
        return Score(value, outcome.error or f"{len(outcome.lines)} of {outcome.expected} lines")


@dataclass(frozen=True)
class Groundedness:
    """Share of lines in which the check of the product marks nothing."""

    name: str = "grounded"

    def __call__(self, outcome: Outcome) -> Score:
        marks = [_marked(line.text, outcome) for line in outcome.lines]
        return _share([not mark for mark in marks], marks, "no line is marked")


def _marked(text: str, outcome: Outcome) -> str:
    asked = in_first_person(text) if outcome.journey == "reflect" else text
    report = check_draft(asked, outcome.evidence, outcome.facts)
    if report.passed:
        return ""
    found: list[ClaimCheck | SentenceCheck] = [*report.claims, *report.sentences]
    wrong = next(one for one in found if one.verdict in ("unsupported", "contradicted"))
    return f"{wrong.text!r}: {wrong.reason}"


_NAME_OR_NUMBER = re.compile(r"(?<![.!?:“\"\n] )(?<!^)\b[A-ZÀ-Þ][^\W\d_]{2,}|\d[\d.,:]*\d|\d", re.MULTILINE)


@dataclass(frozen=True)
class NamesOnRecord:
    """Share of lines whose names and numbers stand in the brief's own data, letter by letter.

    It knows nothing of the product's check: it misses paraphrases that invent, and cannot be fooled by its bugs.
    """

    name: str = "on_record"

    def __call__(self, outcome: Outcome) -> Score:
        known = f"{outcome.record} {outcome.facts.get('user', '')}".casefold()
        faults = [self._fault(line.text, known) for line in outcome.lines]
        return _share([not fault for fault in faults], faults, "all names and numbers are on record")

    @staticmethod
    def _fault(text: str, known: str) -> str:
        new = [one for one in _NAME_OR_NUMBER.findall(text) if one.casefold().rstrip(".,:") not in known]
        return f"{', '.join(new)} in {text[:40]!r}" if new else ""


@dataclass(frozen=True)
class Specificity:
    """Share of content words that only this person's evidence holds, of all the briefs."""

    name: str = "specific"

    def __call__(self, outcome: Outcome) -> Score:
        words = content_words(" ".join(line.text for line in outcome.lines))
        if not words:
            return Score(None, "no words")
        own = content_words(" ".join(one.text for one in outcome.evidence)) - outcome.others
        found = sorted(words & own)
        return Score(len(found) / len(words), f"{len(found)} of {len(words)} words: {', '.join(found[:8]) or 'none'}")


OFFER = re.compile(r"^(?:I could|I can\b|As promised|I have not forgotten|Still open|What you took)|(?::|,) I could ")
"""How an offer opens; it need not ask."""


@dataclass(frozen=True)
class AsksQuestion:
    """A message asks something; of the lines for a talk or a reflection, the share that ask.

    An offer is no question, and is left out.
    """

    name: str = "asks"

    def __call__(self, outcome: Outcome) -> Score:
        if outcome.message:
            return Score(float("?" in outcome.message), "asks" if "?" in outcome.message else "asks nothing")
        asking = [line for line in outcome.lines if not OFFER.search(line.text)]
        missing = ["" if "?" in line.text else f"no question in {line.text[:50]!r}" for line in asking]
        return _share([not one for one in missing], missing, "each asks")


@dataclass(frozen=True)
class WithinLimits:
    """A message fits its channel and its subject 60 characters; a line has two sentences and 45 words at most."""

    words: int = 45
    sentences: int = 2
    name: str = "length"

    def __call__(self, outcome: Outcome) -> Score:
        if outcome.message:
            whole = fits(CHANNELS[outcome.channel], outcome.message) and len(outcome.subject) <= 60
            size = f"{len(outcome.message.split())} words, {len(outcome.message)} characters"
            return Score(float(whole), size if whole else f"too long: {size}, subject of {len(outcome.subject)}")
        faults = [self._fault(line.text) for line in outcome.lines]
        return _share([not fault for fault in faults], faults, "all short")

    def _fault(self, text: str) -> str:
        many = len(sentences(text)) > self.sentences or len(text.split()) > self.words
        return f"{len(sentences(text))} sentences, {len(text.split())} words in {text[:40]!r}" if many else ""


WORN = re.compile(
    r"i hope this|finds you well|look(?:ing)? forward to hearing|at your earliest|leverage|passionate|thrilled|"
    r"delighted|game.?chang|cutting.?edge|deep dive|best regards|insightful|resonat|delve|journey|stay in touch|"
    r"it was (?:great|nice|lovely) (?:to meet|meeting)|thank you for (?:your time|reaching)|valuable insights|truly",
    re.IGNORECASE,
)
"""Beyond the product's own list, so that the measure does not only repeat what the product filters."""


@dataclass(frozen=True)
class ClicheFree:
    """Share of lines without a worn phrase."""

    name: str = "cliche_free"

    def __call__(self, outcome: Outcome) -> Score:
        found = [CLICHES.search(line.text) or WORN.search(line.text) for line in outcome.lines]
        return _share([one is None for one in found], [repr(one[0]) if one else "" for one in found], "none found")


@dataclass(frozen=True)
class Distinctness:
    """1 minus the mean, over the lines, of the likeness (token-set ratio) to the most similar other line."""

    name: str = "distinct"

    def __call__(self, outcome: Outcome) -> Score:
        texts = [line.text for line in outcome.lines]
        if len(texts) < 2:
            return Score(None, "fewer than two lines")
        nearest = [
            max((fuzz.token_set_ratio(one, other), other) for at, other in enumerate(texts) if at != place)
            for place, one in enumerate(texts)
        ]
        closest, place = max((ratio, place) for place, (ratio, _) in enumerate(nearest))
        value = 1 - sum(ratio for ratio, _ in nearest) / len(nearest) / 100
        return Score(value, f"closest ({closest:.0f} of 100): {texts[place][:50]!r} and {nearest[place][1][:50]!r}")


COPIED = 80
"""A line this alike (token-set ratio) to a line of the prompt's own example says nothing about this person."""


@dataclass(frozen=True)
class NotTheExample:
    """Share of lines that are not the prompt's own example over again, as a small model likes to write."""

    name: str = "own_words"

    def __call__(self, outcome: Outcome) -> Score:
        faults = []
        for line in outcome.lines:
            near = max(outcome.example, key=lambda one: fuzz.token_set_ratio(line.text, one), default="")
            copied = bool(near) and fuzz.token_set_ratio(line.text, near) >= COPIED
            faults.append(f"{line.text[:50]!r} from the example's {near[:50]!r}" if copied else "")
        return _share([not fault for fault in faults], faults, "none copied")


@dataclass(frozen=True)
class LabelsValid:
    """Share of lines that cite a source, all of whose labels are in the evidence. A greeting cites nothing."""

    name: str = "labels"

    def __call__(self, outcome: Outcome) -> Score:
        known = {one.label for one in outcome.evidence}
        judged = [line for line in outcome.lines if line.labels or not outcome.message]
        faults = [self._fault(line, known) for line in judged]
        return _share([not fault for fault in faults], faults, "all cited and known")

    @staticmethod
    def _fault(line: Line, known: set[str]) -> str:
        if not line.labels:
            return f"no label at {line.text[:40]!r}"
        unknown = [label for label in line.labels if label not in known]
        return f"unknown {', '.join(unknown)}" if unknown else ""


Scorer = Callable[[Outcome], Score]


@dataclass(frozen=True)
class Card:
    """All scores of one outcome, by the scorer's name."""

    scores: Mapping[str, Score] = field(default_factory=dict)


SCORERS = (
    Delivered(),
    Groundedness(),
    NamesOnRecord(),
    Specificity(),
    AsksQuestion(),
    WithinLimits(),
    ClicheFree(),
    Distinctness(),
    NotTheExample(),
    LabelsValid(),
)


def score(outcome: Outcome) -> Card:
    return Card({scorer.name: scorer(outcome) for scorer in SCORERS})
