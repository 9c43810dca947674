"""The brief as one narrow page for the phone. Always one page: what does not fit is left out, and the page says so.

The page is as tall as its content, up to `TALLEST_MM`. Where that is not enough, the cuts of `CUTS` are tried
in turn: evidence quotes go first, then the other people, then reasons and second questions. Flags stay with
their lines throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.brief import Brief, Line, PersonBrief
from coach.export.language import said
from coach.export.sheet import ACCENT, INK, QUIET, WARNING, Run, Sheet
from coach.export.wording import (
    FLAG_LEGEND,
    all_flags,
    cited_evidence,
    flag_texts,
    labels_text,
    made_text,
    missing_text,
    shorten,
    source_text,
    split_people,
    when_and_where,
    work_text,
)

TALLEST_MM = 680.0
"""Three screens of a phone (19.5:9) at the page's width of 105 mm; more would be scrolled past, not read."""
SHORTEST_MM = 150.0
_BOTTOM_MM = 7.0
_UNBOUNDED_MM = 5000.0
"""Just under the tallest page that PDF allows (14,400 points)."""
INDENT_MM = 5.0
HEADING_LIMIT = 140
"""Characters of a name in a heading."""


@dataclass(frozen=True)
class Cut:
    """How much of a brief is drawn. `told` names what was left out; `longest` bounds any one text, in characters."""

    told: str = ""
    quotes: int = 160
    others: int = 99
    people: int = 99
    reasons: int = 9
    openers: int = 9
    questions: int = 9
    longest: int = 700


CUTS = (
    Cut(),
    Cut(told="Evidence quotes", quotes=0),
    Cut(told="Evidence quotes and people further down", quotes=0, people=12, others=5, reasons=3, longest=400),
    Cut(told="Evidence quotes, other people and further reasons", quotes=0, others=0, people=8, reasons=2, longest=300),
    Cut(
        told="Evidence quotes, other people, further reasons and lines",
        quotes=0,
        others=0,
        people=6,
        reasons=1,
        openers=2,
        questions=1,
        longest=240,
    ),
    Cut(
        told="Evidence quotes, other people, further reasons and lines",
        quotes=0,
        others=0,
        people=4,
        reasons=1,
        openers=2,
        questions=1,
        longest=240,
    ),
    Cut(
        told="All but the first three people and one line of each kind",
        quotes=0,
        others=0,
        people=3,
        reasons=1,
        openers=1,
        questions=1,
        longest=160,
    ),
)


def brief_to_pdf(brief: Brief) -> bytes:
    """One PDF page, 105 mm wide, type of 9 points and more. Never a second page, whatever the brief's length."""
    cut, height = _best_cut(brief)
    sheet = Sheet(height)
    sheet.describe(f"{said('Brief')}: {shorten(brief.event_name, 80)}")
    _draw(sheet, brief, cut)
    return sheet.finish()


def _best_cut(brief: Brief) -> tuple[Cut, float]:
    """The mildest cut whose page is short enough (else the last one), and that page's height in millimetres."""
    trial = Sheet(_UNBOUNDED_MM)
    for cut in CUTS:
        trial.clear(stop_at_mm=None if cut is CUTS[-1] else TALLEST_MM)
        _draw(trial, brief, cut)
        height = trial.y + _BOTTOM_MM
        if height <= TALLEST_MM:
            break
    trial.close()
    return cut, max(SHORTEST_MM, height)


def _shown(brief: Brief, cut: Cut) -> tuple[list[PersonBrief], list[PersonBrief]]:
    """Who is drawn under a cut, in full and in short, with the lines that are drawn of each."""
    first, others = split_people(brief)
    kept = [
        person.model_copy(
            update={
                "reasons": person.reasons[: cut.reasons],
                "openers": person.openers[: cut.openers],
                "questions": person.questions[: cut.questions],
            }
        )
        for person in first[: cut.people]
    ]
    return kept, [person.model_copy(update={"reasons": person.reasons[:1]}) for person in others[: cut.others]]


def _draw(sheet: Sheet, brief: Brief, cut: Cut) -> None:
    first, others = _shown(brief, cut)
    _head(sheet, brief, cut)
    for number, person in enumerate(first, start=1):
        _person(sheet, number, person, cut)
    if others:
        _heading(sheet, said("Also there"))
        for person in others:
            _in_short(sheet, person, cut)
    if not brief.people:
        sheet.gap(3)
        sheet.paragraph([Run(said("Nobody to meet was found in this workspace yet."))])
    if cut.quotes:
        _evidence(sheet, [*first, *others], cut)
    _foot(sheet, brief, cut, [*first, *others])


def _head(sheet: Sheet, brief: Brief, cut: Cut) -> None:
    sheet.paragraph([Run(shorten(brief.event_name, HEADING_LIMIT), 16, bold=True)])
    if when_and_where(brief):
        sheet.paragraph([Run(shorten(when_and_where(brief), cut.longest), 9.5, colour=QUIET)])
    for goal in brief.goals:
        sheet.gap(0.8)
        sheet.paragraph([Run(shorten(goal, cut.longest))], indent_mm=INDENT_MM, sign=Run("→", 9.5, colour=ACCENT))


def _person(sheet: Sheet, number: int, person: PersonBrief, cut: Cut) -> None:
    sheet.gap(3.6)
    sheet.rule()
    sheet.gap(2.4)
    sheet.paragraph(
        [Run(f"{number}  ", 13, bold=True, colour=ACCENT), Run(shorten(person.name, HEADING_LIMIT), 13, bold=True)]
    )
    for text in (work_text(person), person.where):
        if text:
            sheet.paragraph([Run(shorten(text, cut.longest), 9, colour=QUIET)])
    for reason in person.reasons:
        _bullet(sheet, reason.text, reason.labels, cut)
    _lines(sheet, said("Open with"), person.openers, cut)
    _lines(sheet, said("Ask"), person.questions, cut)
    _lines(sheet, said("Offer"), (person.offer,) if person.offer else (), cut)
    if person.story:
        _label(sheet, said("Tell"))
        before = f"“{shorten(person.story.title, 120)}”: "
        _bullet(sheet, person.story.cue, person.story.labels, cut, before=before)
    if person.error:
        sheet.gap(1)
        sheet.warning(said("No lines: {reason}", reason=shorten(person.error, cut.longest)))


def _lines(sheet: Sheet, title: str, lines: Sequence[Line], cut: Cut) -> None:
    if not lines:
        return
    _label(sheet, title)
    for line in lines:
        flags = flag_texts(line.check)
        sign = Run("⚠", 10, bold=True, colour=WARNING) if flags else Run("›", 11, bold=True, colour=ACCENT)
        sheet.paragraph(_cited(line.text, line.labels, cut, size=10), indent_mm=INDENT_MM, sign=sign)
        for flag in flags:
            sheet.warning(shorten(flag, cut.longest), indent_mm=INDENT_MM)
        sheet.gap(0.7)


def _label(sheet: Sheet, title: str) -> None:
    sheet.gap(1.6)
    sheet.paragraph([Run(title, 9, bold=True, colour=ACCENT)])
    sheet.gap(0.2)


def _heading(sheet: Sheet, title: str) -> None:
    sheet.gap(3.6)
    sheet.rule()
    sheet.gap(2.4)
    sheet.paragraph([Run(title, 11, bold=True)])


def _bullet(sheet: Sheet, text: str, labels: Sequence[str], cut: Cut, *, before: str = "") -> None:
    lead = [Run(before, 9.5, bold=True)] if before else []
    runs = [*lead, *_cited(text, labels, cut)]
    sheet.paragraph(runs, indent_mm=INDENT_MM, sign=Run("·", 11, bold=True, colour=QUIET))


def _cited(text: str, labels: Sequence[str], cut: Cut, *, size: float = 9.5) -> list[Run]:
    runs = [Run(shorten(text, cut.longest), size)]
    return [*runs, Run(f" {labels_text(labels)}", 9, colour=ACCENT)] if labels else runs


def _in_short(sheet: Sheet, person: PersonBrief, cut: Cut) -> None:
    sheet.gap(0.8)
    runs = [Run(shorten(person.name, cut.longest), 9.5, bold=True)]
    if work_text(person):
        runs.append(Run(f"  {shorten(work_text(person), cut.longest)}", 9, colour=QUIET))
    sheet.paragraph(runs)
    for reason in person.reasons:
        sheet.paragraph(_cited(reason.text, reason.labels, cut))


def _evidence(sheet: Sheet, people: Sequence[PersonBrief], cut: Cut) -> None:
    groups = cited_evidence(people)
    if groups:
        _heading(sheet, said("Evidence"))
    for group in groups:
        if group.heading:
            sheet.gap(0.8)
            sheet.paragraph([Run(shorten(group.heading, cut.longest), 9, bold=True)])
        for item in group.evidence:
            source = f"{shorten(source_text(item), 120)}: " if source_text(item) else ""
            sheet.paragraph(
                [
                    Run(f"[{item.label}] ", 9, bold=True, colour=ACCENT),
                    Run(source, 9, colour=INK),
                    Run(f"“{shorten(item.text, cut.quotes)}”", 9, colour=QUIET),
                ]
            )
        if group.missing:
            sheet.paragraph([Run(missing_text(group.missing), 9, colour=WARNING)])


def _foot(sheet: Sheet, brief: Brief, cut: Cut, shown: Sequence[PersonBrief]) -> None:
    sheet.gap(3.6)
    sheet.rule()
    sheet.gap(1.8)
    told = [made_text(brief)]
    if any(all_flags(shown)):
        told.append(said(FLAG_LEGEND))
    if cut.told:
        left_out = len(brief.people) - len(shown)
        people = said(" ({count} people are not on this page)", count=left_out) if left_out else ""
        kept = "{what} were left out to keep one page{people}; the Markdown export has everything."
        told.append(said(kept, what=said(cut.told), people=people))
    if sheet.replaced:
        told.append(said("□ stands for a character that this page's fonts lack."))
    sheet.paragraph([Run(" ".join(told), 9, colour=QUIET)])
