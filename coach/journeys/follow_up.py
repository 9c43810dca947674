"""Follow up: from the notes of a meeting to a message on a channel, checked, editable, kept in every version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Draft, DraftVersion, Event, Goal, Kind, Person, Session
from coach.domain.quoting import plain_name, without_links
from coach.domain.voice import Voice
from coach.drafting.address import turned_to
from coach.drafting.angles import Angle, Facts, Rarity, facts_in, offer_in, render_angles
from coach.drafting.candidates import Task, write_lines
from coach.drafting.chain import warm
from coach.drafting.channels import assemble, channel_named, clip_subject, plain_subject
from coach.drafting.evidence import EvidenceBook, as_record, clip, quote_for_prompt
from coach.drafting.languages import language_in, language_told, tone_in
from coach.drafting.lines import cut_off, strays_into_another_script
from coach.drafting.plain_lines import ASKING_ON, asks_about_somebody_else, plain_promise
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.drafting.voice import in_voice, voice_line
from coach.errors import InputError, NotFoundError
from coach.journeys.keeper import Keeper
from coach.journeys.ranking import goal_evidence, profile_evidence, promise_evidence, session_evidence
from coach.journeys.sending import check_message, message_facts
from coach.journeys.speaking import Judge
from coach.journeys.voice import voice_profile
from coach.journeys.workbench import Workbench

NOTES, NOTE_WORDS, OTHER_WORDS = 5, 45, 35
LEAST_SENTENCES = 2
SLOTS = ("memory", "detail", "keep", "thanks", "give", "ask", "next")
"""The places of a message's sentences, in the order in which they are read."""
INTENT_WORDS = 40


def follow_up(
    bench: Workbench,
    person_id: str,
    *,
    channel: str = "email",
    intent: str = "",
    event: str | None = None,
    tone: str | None = None,
    language: str | None = None,
) -> Draft:
    """Gather, write, assemble, check, save.

    Raises NotFoundError for an unknown person, InputError for an unknown channel or when nothing is on
    record to write from, and the ModelError tree; nothing is saved then.
    """
    store = bench.keeper.store
    draft, person, evidence = _begun(
        bench, person_id, channel=channel, intent=intent, event=event, tone=tone, language=language
    )
    version = _first_version(bench, draft, person, evidence)
    draft = draft.model_copy(update={"versions": (version,), "next_on": _today() + timedelta(days=1)})
    store.save([draft])
    return store.get(Draft, draft.id)


def read_ahead(bench: Workbench, person_id: str, *, channel: str = "email", event: str | None = None) -> None:
    """Let the model read the prompt that `follow_up` would send. Raises what that raises."""
    draft, person, evidence = _begun(bench, person_id, channel=channel, event=event)
    facts = message_facts(bench.settings.user_name, person, draft.channel, draft.intent, _today())
    task = _task(draft, person, evidence, facts, voice_profile(bench.keeper, draft.language or "en").voice)
    warm(bench.model, task.prompt, task.values, stop=bench.stop)


def _begun(
    bench: Workbench,
    person_id: str,
    *,
    channel: str,
    intent: str = "",
    event: str | None = None,
    tone: str | None = None,
    language: str | None = None,
) -> tuple[Draft, Person, list[Evidence]]:
    """The draft without a version, its person, and what it is written from."""
    store = bench.keeper.store
    channel_named(channel)
    person = store.find_person(person_id)
    if person is None:
        raise NotFoundError(
            f"There is nobody called {person_id!r} here.", "Add the person first, or check the spelling."
        )
    evidence = meeting_evidence(bench.keeper, person, event, intent)
    if not evidence and not intent.strip():
        raise InputError(
            f"Nothing is noted about {person.name!r} yet.",
            "Capture what you talked about, or say what you want to write.",
        )
    notes = [one.text for one in evidence if one.kind is Kind.NOTE]
    draft = Draft(
        purpose="follow_up",
        person=person.id,
        event=event,
        channel=channel,
        tone=tone or tone_in(notes) or bench.settings.tone,
        language=(language or person.language or language_in(notes))[:2],
        intent=intent,
    )
    return draft, person, [*evidence, *_goals(bench.keeper, event, evidence)]


def _goals(keeper: Keeper, event: str | None, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The goal that says what the user can give, so that an offer has ground; none where nothing else is known."""
    store = keeper.store
    goals = store.get(Event, event).goals if event and evidence else ()
    found = [goal_evidence(store.get(Goal, one)).model_copy(update={"label": "G1"}) for one in goals]
    return [one for one in found if offer_in([one])[0]][:1]


def _first_version(bench: Workbench, draft: Draft, person: Person, evidence: Sequence[Evidence]) -> DraftVersion:
    """Write, choose, put together, check."""
    channel, language, today = channel_named(draft.channel), draft.language or "en", _today()
    voice = voice_profile(bench.keeper, language).voice
    facts = message_facts(bench.settings.user_name, person, draft.channel, draft.intent, today)
    task = _task(draft, person, evidence, facts, voice)
    judge = Judge(evidence, "", Rarity())
    on_text = bench.teller("writing", person.id)
    written = write_lines(bench.model, task, partial(_weak, judge), judge.merit, on_text=on_text, stop=bench.stop)
    chosen = {slot: line for slot, line in written.lines.items() if slot not in written.astray} or written.lines
    if language == "en":
        chosen = _by_the_record(chosen, task)
    lines = fit_to_send([chosen[slot] for slot in SLOTS if slot in chosen], person, evidence)
    body = in_voice([line.text for line in lines], voice, language)
    user = bench.settings.user_name
    text = assemble(channel, body, name=person.name, tone=draft.tone, language=language, user=user, voice=voice)
    said = clip_subject(without_links(str(written.data.get("subject", "")), draft.intent))
    subject = (said or plain_subject(person.name, language)) if channel.subject else ""
    return DraftVersion(
        number=1,
        text=text,
        subject=subject,
        at=datetime.now(UTC),
        model=bench.model.name,
        prompt_name=task.prompt.name,
        prompt_hash=task.prompt.content_hash,
        evidence=as_record(evidence),
        check=check_message(text, subject, evidence, facts).model_dump(mode="json"),
        usage=written.usage,
    )


def _by_the_record(lines: Mapping[str, Line], task: Task) -> dict[str, Line]:
    """Promises in the record's own words, and a plain question in place of one about somebody else."""
    kept = dict(lines)
    for angle in task.angles:
        if angle.slot in ("keep", "thanks") and (line := plain_promise(angle, task.evidence, task.facts)):
            kept[angle.slot] = line
    if "next" in kept and asks_about_somebody_else(kept["next"]):
        kept["next"] = Line(text=ASKING_ON)
    return kept


def _today() -> date:
    return datetime.now().astimezone().date()


def _task(draft: Draft, person: Person, evidence: Sequence[Evidence], facts: dict[str, Any], voice: Voice) -> Task:
    """The prompt's values; evidence is cut until the whole keeps to its tokens."""
    prompt, channel, language = load_prompt("follow_up"), channel_named(draft.channel), draft.language or "en"
    shown = [spoken_to(one, person) for one in evidence]
    angles = message_angles(shown, draft.intent, channel.sentences)
    style = f"{draft.tone}, in {language_told(language, draft.tone)}"
    for share in SHARES:
        values = {
            "evidence": render([one for one in shown if one.kind is not Kind.GOAL], draft.intent, share),
            "person": ", ".join(filter(None, map(plain_name, (person.role, person.organisation)))) or "somebody I met",
            "channel": channel.title,
            "style": "; ".join(part for part in (style, voice_line(voice)) if part),
            "intent": clip(draft.intent.strip(), int(INTENT_WORDS * max(share, 0.5))) or "nothing more",
            "today": _today().isoformat(),
            "lines": render_angles(angles, share),
        }
        if rendered_tokens(prompt, values) <= PROMPT_TOKENS:
            break
    marks = ("subject",) if channel.subject else ()
    return Task(prompt, values, angles, evidence, facts, marks, language)


def message_angles(evidence: Sequence[Evidence], intent: str, sentences: int) -> list[Angle]:
    """At most so many sentences: what stayed, a promise or what the user wants to say, then more where there is room.

    `evidence` speaks to the reader. An offer comes before a question, and a question comes last.
    """
    facts = Facts(facts_in(evidence, Rarity(), intent))
    kept = facts.take(again=True)
    found = [Angle("memory", kept.text, (kept.label,))] if kept else []
    found += [one for one in map(_promise_angle, evidence) if one][:1]
    if intent.strip():
        found.append(Angle("ask", clip(intent.strip(), INTENT_WORDS), ()))
    elif (fact := facts.take(again=True)) and (len(found) < sentences):
        found.append(Angle("next", fact.text, (fact.label,)))
    offer, label = offer_in(evidence)
    if offer and not any(one.slot == "keep" for one in found):
        found.append(Angle("give", offer, (label,)))
    if fact := facts.take():
        found.append(Angle("detail", fact.text, (fact.label,)))
    return sorted(found[:sentences], key=lambda one: SLOTS.index(one.slot))


def _promise_angle(evidence: Evidence) -> Angle | None:
    if evidence.kind is not Kind.COMMITMENT:
        return None
    who, _, what = evidence.text.partition(": ")
    return Angle("keep" if who.startswith("I ") else "thanks", clip(what, 20), (evidence.label,))


def _weak(judge: Judge, lines: Mapping[str, Line]) -> set[str]:
    """What is not grounded, asks what is known, or was cut, is written again."""
    return {slot for slot, line in lines.items() if judge.merit(line) < 0}


def meeting_evidence(keeper: Keeper, person: Person, event: str | None, intent: str) -> list[Evidence]:
    """Open promises, notes (of the event, else the newest and most fitting), the profile, a talk of theirs."""
    book = EvidenceBook()
    store = keeper.store
    promises = store.commitments(status="open", person=person.id)[:3]
    book.add_all(promise_evidence(promise, person.name) for promise in promises)
    query = f"{person.name} {intent}".strip()
    book.add_all(keeper.recall(query, NOTES, Filters(kinds=(Kind.NOTE,), people=(person.id,), event=event)))
    heard = keeper.recall(query, 1, Filters(kinds=(Kind.STORY,), people=(person.id,)))
    book.add_all(heard)
    profile = profile_evidence(person)
    book.add_all([profile] if profile else [])
    book.add_all(session_evidence(talk, person.name) for talk in _talks(store, person, event))
    return list(book.entries)


def _talks(store: Any, person: Person, event: str | None) -> list[Session]:
    """A talk they gave counts only where it lies behind: a message must not praise what nobody has heard."""
    found = store.sessions(event=event, person=person.id)
    now = datetime.now().astimezone()
    return [talk for _, talk in found if talk.starts is None or talk.starts.astimezone() < now][:1]


def render(evidence: Sequence[Evidence], about: str, share: float = 1.0) -> str:
    """The evidence as a prompt shows it; `share`: of the usual room for each."""
    intros = {Kind.COMMITMENT: "Promise", Kind.PERSON: "Profile", Kind.STORY: "Story they told"}
    lines = []
    for one in evidence:
        day = f" of {one.at:%Y-%m-%d}" if one.at else ""
        intro = f"My note{day}" if one.kind is Kind.NOTE else intros.get(one.kind, "")
        words = NOTE_WORDS if one.kind is Kind.NOTE else OTHER_WORDS
        lines.append(quote_for_prompt(one, max(int(words * share), 6), about, intro))
    return "\n".join(lines) or "none"


def spoken_to(evidence: Evidence, person: Person) -> Evidence:
    """Evidence with the person called "you", in all their names."""
    return turned_to(evidence, person.name, person.also_called)


def fit_to_send(lines: Sequence[Line], person: Person, evidence: Sequence[Evidence]) -> list[Line]:
    """Leave out what is not grounded or speaks about the person instead of to them, as long as two sentences stay;
    and always what breaks off or slips into letters that nobody here writes, unless nothing else is left."""
    whole = [line for line in lines if not cut_off(line.text, evidence)]
    lines = [line for line in whole if not strays_into_another_script(line.text, evidence)] or list(lines)
    names = {part for part in person.name.split() if len(part) > 2}
    kept = list(lines)
    for line in lines:
        about = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.text) for name in names)
        if (line.flagged or about) and len(kept) > LEAST_SENTENCES:
            kept.remove(line)
    return kept
