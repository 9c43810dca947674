"""What every export says in the same words: dates, labels, flags and the list of cited evidence.

Markdown, terminal and PDF differ in looks alone; keeping the words here keeps a flag from being shown in
one of them and lost in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coach.domain.brief import Brief, Line, PersonBrief
from coach.domain.evidence import Evidence
from coach.domain.grounding import CheckReport, ClaimCheck, SentenceCheck
from coach.domain.models import Model
from coach.export.language import said

FLAG_LEGEND = "⚠ marks what no cited note holds: check it before you say it."
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FLAGGED_VERDICTS = ("unsupported", "contradicted")


class Cited(Model):
    """Evidence that is cited under one heading. `heading` is empty where labels mean the same throughout."""

    heading: str = ""
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    """Labels that are cited and stand for nothing; they are shown, not hidden."""


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters on one line, cut at a word where there is one, with an ellipsis where it was cut."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else cut).rstrip(" ,;:") + "…"


def day_text(day: date) -> str:
    return said("{day} {month} {year}", day=day.day, month=_month(day), year=day.year)


def _month(day: date) -> str:
    return said(_MONTHS[day.month - 1])


def dates_text(starts: date | None, ends: date | None) -> str:
    """`28–29 November 2026`, `30 November – 1 December 2026`, one day, or nothing."""
    if starts is None:
        return ""
    if ends is None or ends == starts:
        return day_text(starts)
    if (starts.year, starts.month) == (ends.year, ends.month):
        return said("{first}–{last}", first=starts.day, last=day_text(ends))
    if starts.year == ends.year:
        return said("{day} {month} – {last}", day=starts.day, month=_month(starts), last=day_text(ends))
    return f"{day_text(starts)} – {day_text(ends)}"


def when_and_where(brief: Brief) -> str:
    return " · ".join(part for part in (dates_text(brief.starts, brief.ends), brief.event_place) if part)


def work_text(person: PersonBrief) -> str:
    return ", ".join(part for part in (person.role, person.organisation) if part)


def labels_text(labels: Iterable[str]) -> str:
    """`[T1] [N2]`; a label that comes with brackets of its own is not given a second pair."""
    return " ".join(f"[{label.strip('[]')}]" for label in labels)


def flag_texts(report: CheckReport | None) -> list[str]:
    """What is wrong, one short text a flag. A sentence is named only where no flagged claim in it says it better."""
    if report is None or report.passed:
        return []
    claims = [claim for claim in report.claims if claim.verdict in FLAGGED_VERDICTS]
    sentences = [
        sentence
        for sentence in report.sentences
        if sentence.verdict in FLAGGED_VERDICTS
        and not any(sentence.start <= claim.start < sentence.end for claim in claims)
    ]
    flagged: list[ClaimCheck | SentenceCheck] = [*claims, *sentences]
    return list(dict.fromkeys(_flag_text(part) for part in flagged))


def _flag_text(part: ClaimCheck | SentenceCheck) -> str:
    otherwise = part.verdict == "contradicted"
    fallback = said("the evidence says otherwise" if otherwise else "no cited evidence holds this")
    return f"“{shorten(part.text, 90)}”: {one_line(part.reason) or fallback}"


def has_lines(person: PersonBrief) -> bool:
    return bool(person.openers or person.questions or person.offer or person.story)


def split_people(brief: Brief) -> tuple[list[PersonBrief], list[PersonBrief]]:
    """Those to prepare for (with lines, or with the reason why there are none), and all others."""
    first = [person for person in brief.people if has_lines(person) or person.error]
    if not first:
        return list(brief.people), []
    return first, [person for person in brief.people if person not in first]


def spoken_lines(person: PersonBrief) -> list[Line]:
    return [*person.openers, *person.questions, *([person.offer] if person.offer else [])]


def cited_labels(person: PersonBrief) -> list[str]:
    """Labels that this person's lines and reasons cite, each once, in the order of their first use."""
    used: list[str] = []
    for reason in person.reasons:
        used.extend(reason.labels)
    for line in spoken_lines(person):
        used.extend(line.labels)
    used.extend(person.story.labels if person.story else ())
    return list(dict.fromkeys(label.strip("[]") for label in used))


def cited_evidence(people: Iterable[PersonBrief]) -> list[Cited]:
    """The evidence behind what is said. One list where each label means one source; else one list a person."""
    groups = [_cited_by(person) for person in people]
    groups = [group for group in groups if group.evidence or group.missing]
    meaning: dict[str, str] = {}
    for item in (item for group in groups for item in group.evidence):
        if meaning.setdefault(item.label, item.source_id) != item.source_id:
            return groups
    merged = {item.label: item for group in groups for item in group.evidence}
    missing = dict.fromkeys(label for group in groups for label in group.missing if label not in merged)
    if not merged and not missing:
        return []
    return [Cited(evidence=tuple(sorted(merged.values(), key=_label_order)), missing=tuple(missing))]


def _cited_by(person: PersonBrief) -> Cited:
    known = {item.label.strip("[]"): item for item in person.evidence}
    labels = cited_labels(person)
    found = [known[label].model_copy(update={"label": label}) for label in labels if label in known]
    missing = [label for label in labels if label not in known]
    return Cited(heading=person.name, evidence=tuple(found), missing=tuple(missing))


def _label_order(item: Evidence) -> tuple[str, int, str]:
    digits = "".join(char for char in item.label if char.isdigit())
    return (item.label.rstrip("0123456789"), int(digits or 0), item.label)


def missing_text(labels: Sequence[str]) -> str:
    """That labels are cited and stand for nothing; empty for none."""
    if not labels:
        return ""
    one, more = (
        "{labels} is cited, but no such evidence was given.",
        "{labels} are cited, but no such evidence was given.",
    )
    return f"⚠ {said(one if len(labels) == 1 else more, labels=labels_text(labels))}"


def source_text(item: Evidence) -> str:
    """Title, author and day of a piece of evidence, as far as they are known."""
    day = day_text(item.at.date()) if item.at else ""
    return ", ".join(part for part in (one_line(item.title), one_line(item.author), day) if part)


def made_text(brief: Brief) -> str:
    """When and by which model the brief was made."""
    values = {"day": day_text(brief.made_at.date()) if brief.made_at else "", "model": brief.model}
    if brief.model:
        return said("Made on {day} with {model}." if brief.made_at else "Made with {model}.", **values)
    made = "Made on {day} without a language model." if brief.made_at else "Made without a language model."
    return said(made, **values)


def all_flags(people: Iterable[PersonBrief]) -> Iterator[str]:
    """Every flag of every line, for counting."""
    for person in people:
        for line in spoken_lines(person):
            yield from flag_texts(line.check)


def ungraded_texts(report: CheckReport) -> list[str]:
    """The sentences that the check could not judge, each with the reason."""
    return [
        f"“{one_line(part.text)}”: {part.reason or said('could not be checked')}"
        for part in report.sentences
        if not part.graded
    ]
