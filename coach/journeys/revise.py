"""A conversation about a draft: a wish becomes a new version, a doubtful sentence is mended or goes; all versions stay.

The wish is saved before anything else happens.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from coach.domain.gate import DoubtfulClaim, doubtful_claims
from coach.domain.letter import Letter, read_letter
from coach.domain.models import Draft, Wish
from coach.domain.wishes import read_wish
from coach.drafting.channels import plain_subject
from coach.drafting.evidence import as_record
from coach.drafting.prompts import load_prompt
from coach.errors import InputError, ModelOutputError
from coach.journeys.keeper import Keeper
from coach.journeys.revision import (
    STEPS,
    TRIES,
    Desk,
    ask_for,
    each_said_once,
    in_doubt,
    nothing_to_change,
    said_already,
    within_limit,
)
from coach.journeys.sending import add_version, evidence_of, facts_of, not_in_question
from coach.journeys.voice import voice_profile
from coach.journeys.workbench import Workbench

MEND = "Write one sentence in place of the wrong one: what the notes say of it, and nothing that stands in the message."


def revise(bench: Workbench, draft_id: str, wish: str) -> Draft:
    """Do what the wish says, as a new version, checked against the same evidence and what the wish names.

    Raises InputError for an empty wish, a draft that was sent, and a wish that changes nothing; the ModelError
    tree where a model is needed. The wish itself is kept in each case.
    """
    said = " ".join(wish.split())
    if not said:
        raise InputError("The wish is empty.", "Say what should be different: shorter, less formal, mention …")
    draft = _keep_wish(bench.keeper, draft_id, said)
    before = _desk(bench, draft)
    desk = before
    for step in read_wish(said):
        desk = STEPS[step.action](desk, step)
    desk = within_limit(each_said_once(desk))
    if desk.letter.text == before.letter.text:
        raise nothing_to_change(said)
    return _keep(desk, wish_number=len(draft.wishes))


def mend(bench: Workbench, draft_id: str, text: str) -> Draft:
    """Reword one doubtful sentence from the notes; the rest stays. A doubtful subject gives way to a plain one.

    Raises InputError when the newest version has no such doubt, and ModelOutputError when the new wording is no
    better backed: nothing is changed then.
    """
    draft = bench.keeper.store.get(Draft, draft_id)
    claim = _claim(draft, text)
    if claim.in_subject:
        return _plain_subject(bench.keeper, draft, bench.settings.user_name)
    desk = _desk(bench, draft)
    wrong = _sentence(desk.letter, claim)
    for attempt in range(TRIES):
        wish = f"this sentence is wrong: {wrong} ({claim.reason or 'no note says it'})"
        desk, lines = ask_for(desk, wish, MEND, "one", seed=attempt + 1)
        for line in lines:
            mended = replace(desk, letter=desk.letter.replaced(wrong, line.text))
            if not line.flagged and not said_already(desk, line.text, wrong) and not in_doubt(mended, line.text):
                return _keep(mended)
    raise ModelOutputError(
        "The new wording was not backed by your notes either; {wrong!r} stays as it was.",
        "Drop the sentence, or word it yourself.",
        wrong=wrong,
    )


def drop(keeper: Keeper, draft_id: str, text: str, *, user: str = "") -> Draft:
    """Leave a doubtful sentence out, as a new version. Raises InputError when nothing would be left."""
    draft = keeper.store.get(Draft, draft_id)
    claim = _claim(draft, text)
    if claim.in_subject:
        return _plain_subject(keeper, draft, user)
    letter = read_letter(draft.current.text)
    rest = letter.without(_sentence(letter, claim))
    if not rest.sentences:
        raise InputError("It is the only sentence of the message.", "Mend it, or word it yourself.")
    return add_version(keeper, draft, user, text=rest.text, origin="rule")


# ------------------------------------------------------------------ before and after
def _keep_wish(keeper: Keeper, draft_id: str, said: str) -> Draft:
    def wish(draft: Draft) -> Draft:
        if draft.status == "sent":
            raise InputError("The message was sent already.", "Write a new one.")
        return draft.model_copy(update={"wishes": (*draft.wishes, Wish(text=said, at=datetime.now(UTC)))})

    return keeper.store.change_draft(draft_id, wish)


def _desk(bench: Workbench, draft: Draft) -> Desk:
    store = bench.keeper.store
    person = store.find_person(draft.person) if draft.person else None
    return Desk(
        bench=bench,
        draft=draft,
        person=person,
        voice=voice_profile(bench.keeper, draft.language).voice,
        letter=read_letter(draft.current.text),
        evidence=tuple(evidence_of(draft.current)),
        facts=facts_of(store, draft, bench.settings.user_name),
    )


def _keep(desk: Desk, wish_number: int = 0) -> Draft:
    keeper, draft = desk.bench.keeper, desk.draft
    changed: dict[str, Any] = {"text": desk.letter.text, "evidence": as_record(desk.evidence), "origin": "rule"}
    if desk.asked:
        prompt = load_prompt("revise")
        changed |= {"origin": "model", "model": desk.bench.model.name, "usage": desk.usage}
        changed |= {"prompt_name": prompt.name, "prompt_hash": prompt.content_hash}
    kept = add_version(keeper, draft, desk.bench.settings.user_name, **changed)

    def settle(current: Draft) -> Draft:
        wishes = [
            one.model_copy(update={"version": kept.current.number}) if number == wish_number else one
            for number, one in enumerate(current.wishes, start=1)
        ]
        return current.model_copy(update={"wishes": tuple(wishes), "tone": draft.tone, "language": draft.language})

    return keeper.store.change_draft(draft.id, settle)


def _claim(draft: Draft, text: str) -> DoubtfulClaim:
    found = next((one for one in doubtful_claims(draft.current) if one.text == text), None)
    if found is None:
        raise not_in_question(text, draft.current)
    return found


def _sentence(letter: Letter, claim: DoubtfulClaim) -> str:
    """The sentence of the body that a claim is in: without a greeting that stands in the same line."""
    found = next((one for one in letter.sentences if one in claim.text or claim.text in one), None)
    if found is None:
        raise InputError(
            "{text!r} is part of the greeting or the sign-off.", "Change it in the field below.", text=claim.text
        )
    return found


def _plain_subject(keeper: Keeper, draft: Draft, user: str) -> Draft:
    person = keeper.store.find_person(draft.person) if draft.person else None
    subject = plain_subject(person.name if person else "", draft.language)
    return add_version(keeper, draft, user, subject=subject, origin="rule")
