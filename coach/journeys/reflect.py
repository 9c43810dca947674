"""Reflect: five questions that fit what happened at an event and what you wanted there; answers that are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from coach.domain.brief import Line
from coach.domain.checking.language import language_of
from coach.domain.evidence import Evidence, Filters
from coach.domain.grounding import check_draft
from coach.domain.ids import stable_id
from coach.domain.models import (
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Item,
    Kind,
    Note,
    Reflection,
    ReflectionPrompt,
    Story,
    TokenUse,
)
from coach.domain.quoting import plain_name
from coach.domain.reading import unmarked
from coach.domain.text import stems
from coach.drafting.angles import Angle, render_angles
from coach.drafting.asking import alike, question_in
from coach.drafting.candidates import Task, write_lines
from coach.drafting.evidence import EvidenceBook, as_record
from coach.drafting.german_reflections import german_by_rule, reflects_in_german
from coach.drafting.lines import cut_off
from coach.drafting.plain_reflections import BY_RULE, by_rule
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.drafting.what_happened import reflection_angles
from coach.errors import InputError, ModelError, NotFoundError
from coach.journeys.keeper import Keeper
from coach.journeys.named import event_named
from coach.journeys.ranking import goal_evidence, promise_evidence
from coach.journeys.speaking import render_evidence, render_goals
from coach.journeys.workbench import Workbench

_TO_FIRST_PERSON = (
    (re.compile(r"\b(?:Y|y)ourself\b"), "myself"),
    (re.compile(r"\b(?:Y|y)ours\b"), "mine"),
    (re.compile(r"\b(?:Y|y)our\b"), "my"),
    (re.compile(r"(?:^|(?<=[.?!,:;] ))[Yy]ou\b|(?i:(?<=did )|(?<=do )|(?<=could )|(?<=would )|(?<=that ))you\b"), "I"),
    (re.compile(r"\byou(?= (?:want|went|gave|promis|told|met|said|spoke|felt|were|had|learn|heard|hid))"), "I"),
    (re.compile(r"\byou\b"), "me"),
)
PROMPTS = 5
OF_RULES_ALONE = ("energy", "give")
"""Places whose question is a rule's in any case: a small model asks twice, and invents what somebody needs."""
NOTES = 6


def reflect(bench: Workbench, event_id: str) -> Reflection:
    """Gather what happened, write questions, keep the best five; rules fill in where the model falls short.

    Raises NotFoundError for an unknown event. A reflection on the same event that has no answers yet is
    replaced; one with answers stays, and a new one is begun.
    """
    store = bench.keeper.store
    event = store.get(Event, event_named(store, event_id))
    goals = [store.get(Goal, one) for one in event.goals] or store.goals(status="active")[:2]
    evidence = what_happened(bench.keeper, event, goals)
    german = reflects_in_german(evidence)
    small = bench.model.kind == "embedded"
    lines, draft = ([], None) if german and small else _write(bench, event, goals, evidence)
    if german:
        lines = [line for line in lines if language_of(line.text) == "de"]
    prompts = _five(lines, (german_by_rule if german else by_rule)(event, goals, evidence))
    old = next((one for one in store.reflections(event=event.id) if not one.answers), None)
    base = old or Reflection(event=event.id)
    reflection = base.model_copy(
        update={"at": datetime.now(UTC), "prompts": tuple(prompts), "draft": draft.id if draft else None}
    )
    items: list[Item] = [draft] if draft else []
    store.save([*items, reflection])
    return reflection


def what_happened(keeper: Keeper, event: Event, goals: Sequence[Goal]) -> list[Evidence]:
    """Notes of the event, promises made there, and the goals, labelled."""
    book = EvidenceBook()
    query = " ".join([event.name, *(goal.text for goal in goals)])
    noted = keeper.recall(query, NOTES, Filters(kinds=(Kind.NOTE,), event=event.id))
    book.add_all(one.model_copy(update={"text": unmarked(one.text)}) for one in noted)
    made_there: list[Commitment] = [one for one in keeper.store.commitments() if one.event == event.id]
    for promise in made_there[:2]:
        person = keeper.store.find_person(promise.person)
        book.add(promise_evidence(promise, person.name if person else promise.person))
    book.add_all(goal_evidence(goal) for goal in goals[:2])
    return list(book.entries)


def _write(
    bench: Workbench, event: Event, goals: Sequence[Goal], evidence: Sequence[Evidence]
) -> tuple[list[Line], Draft | None]:
    """The model's questions, checked, and the record of how they came about; nothing when it cannot answer."""
    if not any(one.kind in (Kind.NOTE, Kind.COMMITMENT) for one in evidence):
        return [], None  # nothing is on record of what happened: a model would make it up
    about = " ".join(goal.text for goal in goals)
    facts = {
        "event": f"{event.name} {event.place}",
        "goal": about,
        "today": datetime.now().astimezone().date().isoformat(),
        "user": bench.settings.user_name,
    }
    angles = [one for one in reflection_angles(evidence, about) if one.slot not in BY_RULE] or reflection_angles(
        evidence, about
    )
    prompt = load_prompt("reflect")
    task = Task(prompt, _values(event, evidence, angles, about), angles, evidence, facts)
    by_slot = {angle.slot: angle for angle in angles}

    def weak(lines: Mapping[str, Line]) -> set[str]:
        return {slot for slot, line in lines.items() if not _speaks_of(line, by_slot[slot], evidence, facts)}

    def better(line: Line) -> float:
        return max(float(_speaks_of(line, angle, evidence, facts)) for angle in angles)

    try:
        written = write_lines(bench.model, task, weak, better, on_text=bench.teller("writing"), stop=bench.stop)
    except ModelError:
        return [], None
    poor = weak(written.lines)
    of_model = [one.slot for one in angles if one.slot in written.lines and one.slot not in {*poor, *OF_RULES_ALONE}]
    lines = [written.lines[slot] for slot in of_model]
    return lines, _record(bench, event, prompt.content_hash, lines, evidence, written.usage)


def _values(event: Event, evidence: Sequence[Evidence], angles: Sequence[Angle], about: str) -> dict[str, str]:
    prompt = load_prompt("reflect")
    for share in SHARES:
        values = {
            "event": ", ".join(filter(None, map(plain_name, (event.name, event.place)))),
            "goals": render_goals(evidence, share),
            "evidence": render_evidence(evidence, about, share),
            "lines": render_angles(angles, share),
        }
        if rendered_tokens(prompt, values) <= PROMPT_TOKENS:
            break
    return values


def _speaks_of(line: Line, angle: Angle, evidence: Sequence[Evidence], facts: Mapping[str, str]) -> bool:
    """Whether a question is backed, whole, and about its own fact: a goal is not something that happened."""
    told = stems(angle.fact)
    about_it = len(stems(line.text) & told) >= min(2, len(told))
    backed = check_draft(in_first_person(line.text), evidence, facts).passed
    return about_it and backed and not cut_off(line.text, evidence)


def in_first_person(question: str) -> str:
    """The question as the person would ask it of themselves, which is how it is checked.

    The check takes "you" for somebody else and "I" for who wrote the notes; here both are the same person.
    """
    for pattern, turned in _TO_FIRST_PERSON:
        question = pattern.sub(turned, question)
    return question


def _record(
    bench: Workbench,
    event: Event,
    prompt_hash: str,
    lines: Sequence[Line],
    evidence: Sequence[Evidence],
    usage: TokenUse,
) -> Draft:
    version = DraftVersion(
        number=1,
        text="\n".join(f"{line.text} [{', '.join(line.labels)}]" for line in lines),
        at=datetime.now(UTC),
        model=bench.model.name,
        prompt_name="reflect",
        prompt_hash=prompt_hash,
        evidence=as_record(evidence),
        check={"lines": len(lines), "flagged": 0},
        usage=usage,
    )
    return Draft(purpose="reflection", event=event.id, versions=(version,))


def _five(lines: Sequence[Line], rules: Sequence[ReflectionPrompt]) -> list[ReflectionPrompt]:
    """Five questions of which no two are alike; one on energy and one on giving are always among them: the rules' first
    two. What the model asks comes before what a rule asks without a fact."""
    written = [ReflectionPrompt(text=line.text, labels=line.labels) for line in lines]
    chosen: list[ReflectionPrompt] = []
    about_facts = [one for one in rules if one.labels]
    for prompt in (*rules[:2], *about_facts, *written, *rules):
        if len(chosen) < PROMPTS and not _alike(prompt, chosen):
            chosen.append(prompt)
    return chosen


def _alike(prompt: ReflectionPrompt, others: Sequence[ReflectionPrompt]) -> bool:
    return any(alike(prompt.text, one.text) or _one_matter(prompt.text, one.text) for one in others)


ONE_MATTER = 0.5
"""Of what two questions tell before they ask, the share of the shorter that makes them one matter."""


def _one_matter(one: str, other: str) -> bool:
    """Whether two questions are about the same thing that happened."""
    told, also_told = stems(_before_asking(one)), stems(_before_asking(other))
    fewer = min(len(told), len(also_told))
    return fewer > 2 and len(told & also_told) >= ONE_MATTER * fewer


def _before_asking(text: str) -> str:
    """What a question tells before it asks; the whole of one that tells nothing."""
    return text.removesuffix(question_in(text)).strip() or text


# ---------------------------------------------------------------------- afterwards
def keep_answers(keeper: Keeper, reflection: Reflection) -> Reflection:
    """Save the reflection; each answer and the lessons become notes, so that recall finds them. The note of an answer
    that was emptied is deleted."""
    texts: dict[int | str, str] = {
        number: f"{answer.prompt}\n{answer.text}" if answer.text else ""
        for number, answer in enumerate(reflection.answers)
    }
    texts["lessons"] = reflection.lessons
    keeper.add([reflection, *(_kept(reflection, part, text) for part, text in texts.items() if text)])
    for part, text in texts.items():
        if not text:
            with suppress(NotFoundError):
                keeper.delete(Kind.NOTE, _kept_id(reflection, part))
    return reflection


def _kept_id(reflection: Reflection, part: int | str) -> str:
    return stable_id("reflection", reflection.id, part)


def _kept(reflection: Reflection, part: int | str, text: str) -> Note:
    """The note of an answer, by its number, or of the "lessons", which come last."""
    answer = reflection.answers[part] if isinstance(part, int) else None
    return Note(
        id=_kept_id(reflection, part),
        text=text,
        at=(answer and answer.at) or reflection.at,
        event=reflection.event,
        thread=f"reflection-{reflection.id}",
        position=part if isinstance(part, int) else len(reflection.answers),
        source="reflection",
    )


def story_from_answer(keeper: Keeper, reflection: Reflection, answer_number: int, *, title: str = "") -> Story:
    """Raises InputError when there is no such answer or it is empty."""
    if not 0 <= answer_number < len(reflection.answers) or not reflection.answers[answer_number].text:
        raise InputError("There is no answer number {number} yet.", "Write the answer first.", number=answer_number + 1)
    answer = reflection.answers[answer_number]
    story = Story(
        id=stable_id("reflection", reflection.id, "story", answer_number),
        title=title or " ".join(answer.text.split()[:8]).rstrip(".,;:"),
        text=answer.text,
        own=True,
        at=(answer.at or datetime.now(UTC)).date(),
        event=reflection.event,
        source="reflection",
    )
    keeper.add([story])
    return story
