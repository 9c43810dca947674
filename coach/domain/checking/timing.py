"""Each date of a draft, held against the dates of the evidence that speak of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.checking.claims import Finding
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import of_day
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.weighing import telling


@dataclass(frozen=True, slots=True)
class _Match:
    """A date of the evidence, with the number of telling words that its sentence shares with the draft's."""

    shared: int
    sentence: Sentence
    mention: DateMention

    @property
    def quote(self) -> str:
        tokens = self.sentence.tokens
        return self.sentence.source.text[tokens[self.mention.first].start : tokens[self.mention.last].end]


def check_date(
    mention: DateMention, keys: frozenset[str], sources: Sequence[Source], text: str, stance: tuple[bool, bool, bool]
) -> Finding:
    """Is this date noted, and for the same thing? `keys`: words of the draft's clause.

    `stance`: (claimed: not a proposal; asked: in a question or a tentative proposal; ahead: in a plan or a wish).
    A proposal ("would Tuesday suit you?") is free to name any day, unless it plainly means a noted one.
    """
    claimed, asked, ahead = stance
    good, clash = _matches(mention, keys, sources, text)
    best_good, best_clash = max((m.shared for m in good), default=-1), max((m.shared for m in clash), default=-1)
    if good and (best_good >= best_clash or best_good > 1):
        best = [match for match in good if match.shared == best_good]
        labels = tuple(dict.fromkeys(match.sentence.source.label for match in best if match.sentence.source.label))
        quotes = tuple(dict.fromkeys(match.quote for match in best if match.sentence.source.label))
        reason = "Found in your notes." if labels else "Known from the brief."
        return Finding("supported", labels, quotes[:3], reason, tuple(match.sentence for match in best))
    written = [source for source in sources if source.at and source.label and mention.overlaps(of_day(source.at))]
    if ahead:
        written = [source for source in written if source.kind in ("session", "event", "commitment")]
    if written and best_clash < 2:
        return Finding(
            "supported", tuple(dict.fromkeys(source.label for source in written)), reason="The day of the note."
        )
    if best_clash > 0 and (claimed or (not asked and best_clash > 1) or _near_miss(mention, clash, asked)):
        match = next(match for match in clash if match.shared == best_clash)
        return Finding(
            "contradicted", (match.sentence.source.label,), (match.quote,), f"Your notes say “{match.quote}”."
        )
    if not claimed:
        return Finding("no_claim", reason="A proposal, not a claim.")
    return Finding("unsupported", reason="No note holds this date.")


def _matches(
    mention: DateMention, keys: frozenset[str], sources: Sequence[Source], text: str
) -> tuple[list[_Match], list[_Match]]:
    """Dates of the evidence that agree, and those of like grain that do not."""
    good: list[_Match] = []
    clash: list[_Match] = []
    for sentence in (sentence for source in sources for sentence in source.sentences):
        shared = len(telling(keys & sentence.keys))
        for other in sentence.dates:
            match = _Match(shared, sentence, other)
            if _same_date(mention, other, text, match.quote):
                good.append(match)
            elif sentence.source.label and not mention.finer_than(other):
                clash.append(match)
    return good, clash


def _near_miss(mention: DateMention, clash: Sequence[_Match], asked: bool) -> bool:
    """The same month but another day, or another day of a weekly thing: a slip, not a proposal."""
    for match in clash:
        if match.shared and mention.every and match.mention.every:
            return True
        if asked:
            continue
        months = {(day.year, day.month) for day, _ in match.mention.days}
        exact = not mention.relative and mention.grain == match.mention.grain == "day"
        if match.shared and exact and months & {(day.year, day.month) for day, _ in mention.days}:
            return True
    return False


def _same_date(mine: DateMention, other: DateMention, text: str, quote: str) -> bool:
    if mine.every or other.every:
        turns = not mine.turn or not other.turn or mine.turn == other.turn
        return mine.weekday is not None and mine.weekday == other.weekday and turns
    if not mine.days or not other.days:
        return text.casefold() == quote.casefold()
    same_words = mine.relative and other.relative and text.casefold() == quote.casefold()
    return (mine.overlaps(other) or same_words) and not mine.finer_than(other)
