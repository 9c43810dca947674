"""Briefs, drafts and reflections as Markdown: readable on a phone, pasteable anywhere, no flag hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from coach.domain.brief import Brief, Line, PersonBrief
from coach.domain.grounding import CheckReport
from coach.domain.models import Draft, DraftVersion, Reflection
from coach.export.language import said
from coach.export.wording import (
    FLAG_LEGEND,
    Cited,
    all_flags,
    cited_evidence,
    day_text,
    flag_texts,
    labels_text,
    made_text,
    missing_text,
    one_line,
    source_text,
    split_people,
    ungraded_texts,
    when_and_where,
    work_text,
)

_MARKUP = re.compile(r"([*`<\\]|(?<!\w)_|_(?!\w)|\[(?=[^\]]*\]\())")
"""Characters that would start emphasis, code, HTML or a link; an underscore inside a word starts nothing."""


def brief_to_markdown(brief: Brief) -> str:
    """The whole brief: each line with its labels, each flag with its reason, the cited evidence at the end."""
    first, others = split_people(brief)
    parts = [f"# {_plain(brief.event_name)}", _plain(when_and_where(brief))]
    if brief.goals:
        parts += [f"**{said('Goals')}**", _bullets(_plain(goal) for goal in brief.goals)]
    for number, person in enumerate(first, start=1):
        parts += _person(number, person)
    if others:
        parts += [f"## {said('Also there')}", _bullets(_in_short(person) for person in others)]
    if not brief.people:
        nobody = "Nobody to meet was found in this workspace. Import a programme or add people, then prepare again."
        parts.append(said(nobody))
    parts += _evidence(cited_evidence(brief.people))
    parts += ["---", " ".join([made_text(brief), *([said(FLAG_LEGEND)] if any(all_flags(brief.people)) else [])])]
    return _page(parts)


def draft_to_markdown(draft: Draft, *, person_name: str = "") -> str:
    """The newest version of a draft, ready to paste, then what the check said and the evidence it was written from.

    `person_name` stands in the heading where the draft holds only an id.
    """
    whom = person_name or draft.person or said("nobody in particular")
    parts = [f"# {said(_DRAFT_TITLES.get(draft.purpose, 'Draft'))} · {_plain(whom)}"]
    if not draft.versions:
        return _page([*parts, said("Nothing has been written yet.")])
    version = draft.current
    state = said("sent on {day}", day=day_text(draft.sent_at.date())) if draft.sent_at else said(draft.status)
    parts.append(
        " · ".join(part for part in (draft.channel, said("version {number}", number=version.number), state) if part)
    )
    if version.subject:
        parts.append(f"**{said('Subject')}:** {_plain(version.subject)}")
    parts += [version.text.strip(), *_version_check(version), *_version_evidence(version)]
    by_you = version.origin == "user"
    author = said("Written by you.") if by_you else said("Written by {model}.", model=version.model)
    return _page([*parts, "---", author])


_DRAFT_TITLES = {"follow_up": "Message", "brief": "Brief", "reflection": "Reflection prompts"}


def reflection_to_markdown(reflection: Reflection, *, event_name: str = "") -> str:
    """Prompts with your answers, energy, belonging and lessons. `event_name` stands where only an id is kept."""
    parts = [f"# {said('Reflection')} · {_plain(event_name or reflection.event or said('no event'))}"]
    if reflection.at:
        parts.append(day_text(reflection.at.date()))
    scales = (
        (said("Energy before"), reflection.energy_before),
        (said("energy after"), reflection.energy_after),
        (said("belonging"), reflection.belonging),
    )
    told = [f"{name} {value}/10" for name, value in scales if value is not None]
    parts.append(" · ".join(told))
    answers = {answer.prompt: answer.text for answer in reflection.answers}
    asked = {prompt.text: prompt.labels for prompt in reflection.prompts}
    for prompt in dict.fromkeys([*asked, *answers]):
        parts.append(f"**{_plain(prompt)}** {labels_text(asked.get(prompt, ()))}".rstrip())
        parts.append(answers.get(prompt, "").strip() or said("(no answer yet)"))
    if reflection.lessons:
        parts += [f"## {said('What I take with me')}", reflection.lessons]
    return _page(parts)


# ------------------------------------------------------------------------------------------------ one person
def _person(number: int, person: PersonBrief) -> Iterator[str]:
    yield f"## {number}. {_plain(person.name)}"
    if work_text(person):
        yield _plain(work_text(person))
    if person.where:
        yield f"**{said('Where')}:** {_plain(person.where)}"
    if person.reasons:
        yield f"**{said('Why')}**"
        yield _bullets(_cite(reason.text, reason.labels) for reason in person.reasons)
    if person.openers:
        yield f"**{said('Open with')}**"
        yield "\n".join(f"{at}. {_line(line)}" for at, line in enumerate(person.openers, start=1))
    if person.questions:
        yield f"**{said('Ask')}**"
        yield _bullets(_line(line) for line in person.questions)
    if person.offer:
        yield f"**{said('Offer')}**"
        yield _bullets([_line(person.offer)])
    if person.story:
        yield f"**{said('Tell')}**"
        yield _bullets([f"*{_plain(person.story.title)}*: {_cite(person.story.cue, person.story.labels)}"])
    if person.error:
        yield "⚠ " + said("No lines for {name}: {reason}", name=_plain(person.name), reason=_plain(person.error))


def _in_short(person: PersonBrief) -> str:
    who = f"**{_plain(person.name)}**" + (f", {_plain(work_text(person))}" if work_text(person) else "")
    reasons = "; ".join(_cite(reason.text, reason.labels) for reason in person.reasons)
    where = f" ({_plain(person.where)})" if person.where else ""
    return f"{who}{where}" + (f": {reasons}" if reasons else "")


def _line(line: Line) -> str:
    flags = flag_texts(line.check)
    said = _cite(line.text, line.labels)
    return "\n".join([f"⚠ {said}" if flags else said, *(f"   - ⚠ {_plain(flag)}" for flag in flags)])


def _cite(text: str, labels: Iterable[str]) -> str:
    return f"{_plain(text)} {labels_text(labels)}".rstrip()


# ------------------------------------------------------------------------------------------------- evidence
def _evidence(groups: list[Cited]) -> Iterator[str]:
    if groups:
        yield f"## {said('Evidence')}"
    for group in groups:
        if group.heading:
            yield f"### {_plain(group.heading)}"
        found = [_quote(item.label, source_text(item), item.text) for item in group.evidence]
        lost = missing_text(group.missing)
        yield _bullets([*found, *([lost] if lost else [])])


def _quote(label: str, source: str, text: str) -> str:
    return f"[{label}] " + (f"*{_plain(source)}*: " if source else "") + f"“{_plain(text)}”"


def _version_check(version: DraftVersion) -> Iterator[str]:
    if version.check is None:
        return
    yield f"## {said('Check')}"
    try:
        report = CheckReport.model_validate(version.check)
    except ValidationError:
        yield "⚠ " + said("The saved check cannot be read. Edit the draft to have it checked again.")
        return
    flags = flag_texts(report)
    if flags or not report.graded:
        yield _bullets(
            [f"⚠ {_plain(flag)}" for flag in flags] + [f"? {_plain(part)}" for part in ungraded_texts(report)]
        )
    else:
        yield said("Nothing in it lacks a source.")
    sourced = [part for part in report.sentences if part.verdict == "supported"]
    yield _bullets(f"✓ {_cite(part.text, part.labels)}" for part in sourced)


def _version_evidence(version: DraftVersion) -> Iterator[str]:
    if version.evidence:
        yield f"## {said('Evidence')}"
        yield _bullets(
            _quote(str(item.get("label", "?")).strip("[]"), str(item.get("title") or ""), str(item.get("text", "")))
            for item in version.evidence
        )


# --------------------------------------------------------------------------------------------------- writing
def _plain(text: str) -> str:
    """On one line, with Markdown's own signs made harmless."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part.strip()) + "\n"
