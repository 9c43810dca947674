"""Follow up: from the notes of a meeting to a message on a channel, checked, editable, kept in every version."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Draft, DraftVersion, Kind, Person, Session
from coach.domain.quoting import plain_name, without_links
from coach.drafting.chain import write
from coach.drafting.channels import assemble, channel_named, clip_subject
from coach.drafting.evidence import EvidenceBook, as_record, quote_for_prompt
from coach.drafting.lines import checked_lines
from coach.drafting.prompts import load_prompt
from coach.errors import InputError, NotFoundError
from coach.journeys.keeper import Keeper
from coach.journeys.ranking import profile_evidence, promise_evidence, session_evidence
from coach.journeys.sending import check_message, message_facts
from coach.journeys.workbench import Workbench

NOTES, NOTE_WORDS, OTHER_WORDS = 5, 45, 35
LEAST_SENTENCES = 2
_AFTER_AN_OBJECT = r"(?=\s+(?:about|that|how|the|an?|to|for|at|on|in|with|and|my|our|why|what|when|if|by)\b|[.,;!?)]|$)"
PRONOUNS = (
    (re.compile(r"\b[Ss]he\b|\b[Hh]e\b"), "you"),
    (re.compile(rf"\b[Hh]er\b{_AFTER_AN_OBJECT}|\b[Hh]im\b"), "you"),
    (re.compile(r"\b[Hh]ers\b"), "yours"),
    (re.compile(r"\b[Hh]er\b|\b[Hh]is\b"), "your"),
)
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese"}


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
    chosen = channel_named(channel)
    person = store.find_person(person_id)
    if person is None:
        raise NotFoundError(
            f"There is nobody called {person_id!r} here.", "Add the person first, or check the spelling."
        )
    tone = tone or bench.settings.tone
    language = (language or person.language or "en")[:2]
    evidence = meeting_evidence(bench.keeper, person, event, intent)
    if not evidence and not intent.strip():
        raise InputError(
            f"Nothing is noted about {person.name!r} yet.",
            "Capture what you talked about, or say what you want to write.",
        )
    draft = Draft(
        purpose="follow_up",
        person=person.id,
        event=event,
        channel=channel,
        tone=tone,
        language=language,
        intent=intent,
    )
    today = datetime.now().astimezone().date()
    values = {
        "evidence": render([spoken_to(one, person) for one in evidence], intent),
        "person": ", ".join(filter(None, map(plain_name, (person.role, person.organisation)))) or "somebody you met",
        "channel": chosen.title,
        "tone": tone,
        "language": LANGUAGES.get(language, language),
        "intent": intent.strip() or "nothing more",
        "today": today.isoformat(),
    }
    prompt = load_prompt("follow_up")
    labels = [one.label for one in evidence]
    marks = {"mine" if one.by == "me" else "theirs" for one in store.commitments(status="open", person=person.id)}
    on_text = bench.teller("writing", person.id)
    answer = write(bench.model, prompt, values, labels, marks=marks, on_text=on_text, stop=bench.stop)
    facts = message_facts(bench.settings.user_name, person, channel, intent, today)
    lines = fit_to_send(checked_lines(answer.data.get("body"), evidence, facts), person)
    text = assemble(
        chosen,
        [line.text for line in lines],
        name=person.name,
        tone=tone,
        language=language,
        user=bench.settings.user_name,
    )
    subject = clip_subject(without_links(str(answer.data.get("subject", "")), intent)) if chosen.subject else ""
    version = DraftVersion(
        number=1,
        text=text,
        subject=subject or (f"Following up, {person.name.split()[0]}" if chosen.subject else ""),
        at=datetime.now(UTC),
        model=bench.model.name,
        prompt_name=prompt.name,
        prompt_hash=prompt.content_hash,
        evidence=as_record(evidence),
        check=check_message(text, subject, evidence, facts).model_dump(mode="json"),
        usage=answer.usage,
    )
    draft = draft.model_copy(update={"versions": (version,), "next_on": today + timedelta(days=1)})
    store.save([draft])
    return store.get(Draft, draft.id)


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


def render(evidence: Sequence[Evidence], about: str) -> str:
    intros = {Kind.COMMITMENT: "Promise", Kind.PERSON: "Profile", Kind.STORY: "Story they told"}
    lines = []
    for one in evidence:
        day = f" of {one.at:%Y-%m-%d}" if one.at else ""
        intro = f"My note{day}" if one.kind is Kind.NOTE else intros.get(one.kind, "")
        lines.append(quote_for_prompt(one, NOTE_WORDS if one.kind is Kind.NOTE else OTHER_WORDS, about, intro))
    return "\n".join(lines) or "none"


def spoken_to(evidence: Evidence, person: Person) -> Evidence:
    """Evidence with the person called "you": a small model then writes to them, not about them.

    Pronouns are turned as well where the text is about nobody else.
    """
    text = evidence.text
    names = sorted({person.name, *person.also_called, person.name.split(maxsplit=1)[0]}, key=len, reverse=True)
    for name in (one for one in names if len(one) > 1):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:'s|’s)(?!\w)", "your", text)
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "you", text)
    if set(evidence.names) <= {person.name}:
        for pronoun, turned in PRONOUNS:
            text = pronoun.sub(turned, text)
    return evidence.model_copy(update={"text": text})


def fit_to_send(lines: Sequence[Line], person: Person) -> list[Line]:
    """Leave out what is not grounded or speaks about the person instead of to them, as long as two sentences stay."""
    names = {part for part in person.name.split() if len(part) > 2}
    kept = list(lines)
    for line in lines:
        about = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.text) for name in names)
        if (line.flagged or about) and len(kept) > LEAST_SENTENCES:
            kept.remove(line)
    return kept
