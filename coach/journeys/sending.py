"""After a message is written: your own wording, what you vouch for, an older version, and that it was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from coach.domain.days import day_given, moment_given
from coach.domain.discretion import confidences
from coach.domain.evidence import Evidence
from coach.domain.gate import DoubtfulClaim, carried, doubtful_claims, unconfirmed
from coach.domain.grounding import CheckReport, ClaimCheck, check_draft
from coach.domain.models import NOTED, Confirmation, Draft, DraftVersion, Event, Person, TokenUse
from coach.drafting.channels import CHANNELS, TooLong, too_long
from coach.errors import InputError
from coach.journeys.keeper import Keeper
from coach.journeys.last_meeting import last_meeting
from coach.journeys.named import text_given
from coach.storage.store import Store


def check_message(text: str, subject: str, evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> CheckReport:
    """The body's report; a claim in the subject that nothing holds is added with offsets of -1, and what asks for
    silence is in doubt, whatever holds it: whoever reads the message is told."""
    report = check_draft(text, evidence, facts)
    bad = [
        claim
        for claim in check_draft(subject, evidence, facts).claims
        if claim.verdict in ("unsupported", "contradicted")
    ]
    extra = tuple(
        claim.model_copy(update={"start": -1, "end": -1, "reason": f"In the subject: {claim.reason}"}) for claim in bad
    )
    return report.model_copy(update={"claims": (*report.claims, *extra, *_confided(text), *_confided(subject, -1))})


NOT_TO_BE_TOLD = "This asks for silence. Leave it out, unless it is yours to tell."


def _confided(text: str, at: int | None = None) -> tuple[ClaimCheck, ...]:
    """A doubt for each sentence that says of itself, or of the one before, that it is not to be told."""
    return tuple(
        ClaimCheck(
            start=text.find(one) if at is None else at,
            end=text.find(one) + len(one) if at is None else at,
            text=one,
            type="confidence",
            verdict="unsupported",
            reason=NOT_TO_BE_TOLD,
        )
        for one in confidences(text)
        if one in text
    )


def message_facts(
    user: str, person: Person | None, channel: str, said: str, today: date, event: Event | None = None
) -> dict[str, Any]:
    """What a message may say without a note: to whom, by whom, when, where they met, and what the user `said` it
    should."""
    facts = {"goal": said, "channel": channel, "today": today.isoformat(), "user": user}
    facts |= {"event": f"{event.name} {event.place}".strip()} if event else {}
    return {**facts, "person": person.name, "entry_is_own": person.source == NOTED} if person else facts


def facts_of(store: Store, draft: Draft, user: str) -> dict[str, Any]:
    """The facts of a kept draft, as of today; the user's wishes about it count as their words."""
    person = store.find_person(draft.person) if draft.person else None
    said = ". ".join(part for part in (draft.intent, *(wish.text for wish in draft.wishes)) if part)
    event = last_meeting(store, draft.event, evidence_of(draft.current) if draft.versions else [])
    return message_facts(user, person, draft.channel, said, datetime.now().astimezone().date(), event)


def evidence_of(version: DraftVersion) -> list[Evidence]:
    return [Evidence.model_validate(one) for one in version.evidence]


def add_version(keeper: Keeper, draft: Draft, user: str, **changed: Any) -> Draft:
    """Append a version that differs from the newest in `changed`, checked anew. Nothing is ever overwritten."""
    last = draft.current
    version = last.model_copy(update={"at": datetime.now(UTC), "usage": TokenUse(), **changed})
    report = check_message(version.text, version.subject, evidence_of(version), facts_of(keeper.store, draft, user))
    version = version.model_copy(update={"check": report.model_dump(mode="json")})
    keeper.store.add_draft_version(draft.id, carried(last, version))
    return keeper.store.get(Draft, draft.id)


def edit(keeper: Keeper, draft_id: str, text: str, *, subject: str = "", user: str = "") -> Draft:
    """Keep the person's own wording. It is checked against the same evidence."""
    if not text_given(text).strip():
        raise InputError("The message is empty.", "Write something, or leave the draft as it is.")
    draft = keeper.store.get(Draft, draft_id)
    return add_version(keeper, draft, user, text=text, subject=subject or draft.current.subject, origin="user")


def restore(keeper: Keeper, draft_id: str, number: int) -> Draft:
    """Make an older version the newest again, with what was confirmed in it."""
    draft = keeper.store.get(Draft, draft_id)
    wanted = next((one for one in draft.versions if one.number == number), None)
    if wanted is None:
        raise InputError(
            "The draft has no version {number!r}.",
            "Choose one of {numbers}.",
            number=number,
            numbers=", ".join(str(one.number) for one in draft.versions),
        )
    keeper.store.add_draft_version(draft_id, wanted.model_copy(update={"at": datetime.now(UTC), "usage": TokenUse()}))
    return keeper.store.get(Draft, draft_id)


# ------------------------------------------------------------- what the user vouches for
def confirm(keeper: Keeper, draft_id: str, text: str, *, user: str = "") -> Draft:
    """Keep, with the newest version, that the user vouches for these doubtful words. Raises InputError for others."""

    def vouch(draft: Draft) -> Draft:
        if text not in {one.text for one in doubtful_claims(draft.current)}:
            raise not_in_question(text, draft.current)
        others = tuple(one for one in draft.current.confirmed if one.text != text)
        return _with_confirmed(draft, (*others, Confirmation(text=text, by=user, at=datetime.now(UTC))))

    return keeper.store.change_draft(draft_id, vouch)


def withdraw(keeper: Keeper, draft_id: str, text: str) -> Draft:
    """Take a confirmation back."""

    def take_back(draft: Draft) -> Draft:
        return _with_confirmed(draft, tuple(one for one in draft.current.confirmed if one.text != text))

    return keeper.store.change_draft(draft_id, take_back)


def not_in_question(text: str, newest: DraftVersion) -> InputError:
    """Why there is nothing to decide about these words: they stand there undoubted, or they do not stand there."""
    there = isinstance(text, str) and text.strip() and text.strip() in f"{newest.subject}\n{newest.text}"
    return InputError(
        "Nothing in the newest version is in question that says {text!r}.",
        "It stands there and needs no decision. To change it say what you wish, or edit the message."
        if there
        else "Look at the draft again: it has changed.",
        text=text,
    )


def _with_confirmed(draft: Draft, confirmed: tuple[Confirmation, ...]) -> Draft:
    newest = draft.current.model_copy(update={"confirmed": confirmed})
    return draft.model_copy(update={"versions": (*draft.versions[:-1], newest)})


# ---------------------------------------------------------------------------- sent
def mark_sent(
    keeper: Keeper,
    draft_id: str,
    *,
    at: datetime | str | None = None,
    next_on: date | str | None = None,
    vouch: bool = False,
    user: str = "",
) -> Draft:
    """Record the sending; the person's follow-up date moves to `next_on` (None: nothing further is due).

    Raises InputError, and changes nothing, while the newest version is longer than its channel takes, or says what no
    note backs and nobody has confirmed, and for a `next_on` before the sending. `vouch` is the user's word for all of
    it: each doubtful wording is kept as a confirmation, as `confirm` would, and an e-mail may be longer than is our
    rule. A version that was sent already keeps its day of sending and its `next_on` where the call names none: to say
    it twice loses nothing.
    """
    said_at, following = moment_given(at), day_given(next_on)
    day = said_at or datetime.now(UTC)
    if following and following < day.astimezone().date():
        raise InputError(
            "The next contact, {next_on}, is before the sending on {day}.",
            "Choose that day or a later one, or none.",
            next_on=following,
            day=day.astimezone().date(),
        )

    def send(draft: Draft) -> Draft:
        if (over := over_the_limit(draft)) and not (vouch and over.of_ours):
            raise _does_not_fit(over)
        waiting = unconfirmed(draft.current)
        if waiting and not vouch:
            raise _still_in_question(waiting)
        if waiting:
            mine = tuple(Confirmation(text=one.text, by=user, at=day) for one in waiting)
            draft = _with_confirmed(draft, (*draft.current.confirmed, *mine))
        again = _was_sent(draft)
        changed = {
            "status": "sent",
            "sent_at": draft.sent_at if again and said_at is None else day,
            "sent_version": draft.current.number,
            "next_on": draft.next_on if again and following is None else following,
        }
        return draft.model_copy(update=changed)

    again = _was_sent(keeper.store.get(Draft, draft_id))
    sent = keeper.store.change_draft(draft_id, send)
    if again and following is None:
        return sent
    if sent.person and keeper.store.find_person(sent.person):
        keeper.store.update(Person, sent.person, follow_up_on=following)
        keeper.catch_up()
    return sent


def _was_sent(draft: Draft) -> bool:
    """Whether the newest version is the one that is on record as sent."""
    return draft.status == "sent" and draft.sent_at is not None and draft.sent_version == draft.current.number


def over_the_limit(draft: Draft) -> TooLong | None:
    """What of the newest version is longer than its channel takes."""
    if draft.channel not in CHANNELS or not draft.versions:
        return None
    return too_long(CHANNELS[draft.channel], draft.current.text, draft.current.subject)


def _does_not_fit(over: TooLong) -> InputError:
    found = {"length": over.length, "limit": over.limit}
    if over.part == "subject":
        return InputError(
            "The subject has {length} characters; {limit} are shown.",
            "Shorten it, or send it as it is with `vouch` (`coach sent --vouch`).",
            **found,
        )
    if over.unit == "words":
        return InputError(
            "The e-mail has {length} words; one that gets read has at most {limit}.",
            "Shorten it, or send it as it is with `vouch` (`coach sent --vouch`).",
            **found,
        )
    return InputError(
        "The message has {length} characters; this channel takes {limit}.",
        "Shorten it, or ask for a shorter one.",
        **found,
    )


def _still_in_question(waiting: Sequence[DoubtfulClaim]) -> InputError:
    named = "; ".join(f"{one.text!r} ({one.reason.rstrip('.')})" for one in waiting)
    return InputError(
        "The draft says what no note of yours backs: {named}.",
        "Confirm, mend or leave out each of these first; or send it with `vouch` (`coach sent "
        "--vouch`), which keeps your word for them.",
        named=named,
    )
