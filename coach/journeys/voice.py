"""The user's voice: counted from what they wrote into their messages, with what they set by hand laid over it."""

from __future__ import annotations

import json

from pydantic import ValidationError

from coach.domain.letter import read_letter
from coach.domain.models import Draft, DraftVersion
from coach.domain.voice import OwnMessage, Voice, VoiceProfile, learn
from coach.errors import StoreError
from coach.journeys.keeper import Keeper
from coach.storage.store import Store


def voice_profile(keeper: Keeper, language: str) -> VoiceProfile:
    """What is known of the user's way to write in a language (two letters). Raises StoreError."""
    code = language[:2]
    own = keeper.store.kept("own messages", lambda: tuple(own_messages(keeper.store)))
    return VoiceProfile(language=code, learned=learn(own, code), by_hand=_kept(keeper, code))


def keep_by_hand(keeper: Keeper, language: str, by_hand: Voice) -> VoiceProfile:
    """Keep what the user set by hand; an empty `Voice` goes back to what is learned."""
    keeper.store.set_setting(_key(language[:2]), by_hand.model_dump_json(exclude_defaults=True))
    return voice_profile(keeper, language)


def own_messages(store: Store) -> list[OwnMessage]:
    """The user's own words in messages that they edited or sent, oldest first.

    A sentence that stands as the model wrote it says nothing about how the user writes, and is left out; so are
    the messages of the sample, whose people are invented.
    """
    drafts = [draft for draft in store.drafts(purpose="follow_up") if draft.versions]
    people = store.people(ids=[draft.person for draft in drafts if draft.person])
    names = {one.id: one.name for one in people}
    invented = {one.id for one in people if one.invented}
    drafts = [draft for draft in drafts if draft.person not in invented]
    found = [_own(draft, names.get(draft.person or "", draft.person or "")) for draft in reversed(drafts)]
    return [one for one in found if one is not None]


def _own(draft: Draft, name: str) -> OwnMessage | None:
    version = _theirs(draft)
    if version is None:
        return None
    others = {
        sentence
        for one in draft.versions
        if one.origin != "user" and one.number < version.number
        for sentence in read_letter(one.text).sentences
    }
    letter = read_letter(version.text)
    for sentence in letter.sentences:
        letter = letter.without(sentence) if sentence in others else letter
    return OwnMessage(text=letter.text, name=name, tone=draft.tone or "warm", language=draft.language or "en")


def _theirs(draft: Draft) -> DraftVersion | None:
    """The version that was sent, if the user had a hand in it; else the newest that they worded."""
    edited = [one for one in draft.versions if one.origin == "user"]
    sent = next((one for one in draft.versions if one.number == draft.sent_version), None)
    return sent if sent is not None and edited else next(iter(reversed(edited)), None)


def _kept(keeper: Keeper, code: str) -> Voice:
    kept = keeper.store.setting(_key(code))
    try:
        return Voice.model_validate(json.loads(kept)) if kept else Voice()
    except (ValueError, ValidationError) as exc:
        raise StoreError(
            "What was set by hand for your voice ({code!r}) cannot be read: {reason}.",
            "Set it again under Settings.",
            code=code,
            reason=exc,
        ) from exc


def _key(code: str) -> str:
    return f"voice.{code}"
