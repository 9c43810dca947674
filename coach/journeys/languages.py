"""Messages in other languages than English: German by rule beside a small model, and what one wrote in another language
than it was asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.language import language_of, reads_as_english
from coach.domain.evidence import Evidence
from coach.domain.models import Draft, Kind, Person
from coach.drafting.channels import channel_named
from coach.drafting.german_letters import german_message
from coach.drafting.languages import LANGUAGES, address_of
from coach.errors import InputError
from coach.journeys.workbench import Workbench


def german_by_rule(
    bench: Workbench, draft: Draft, person: Person, evidence: Sequence[Evidence], facts: Mapping[str, Any]
) -> dict[str, Line]:
    """A whole German message by its places, where the model is a small one and the notes can be said by rule."""
    if draft.language != "de" or bench.model.kind != "embedded":
        return {}
    spoken = {**facts, "address": address_of("de", draft.tone)}
    names = (person.name, *person.also_called)
    return german_message(
        _said_in_german(evidence),
        names,
        draft.intent,
        spoken,
        datetime.now().astimezone().date(),
        channel_named(draft.channel).sentences,
    )


def in_german(evidence: Sequence[Evidence]) -> bool:
    """Whether all that a message would be put together from by rule is noted in German."""
    noted = [one for one in evidence if one.kind in (Kind.NOTE, Kind.STORY)]
    owed = [one for one in evidence if one.kind is Kind.COMMITMENT]
    return bool(noted or owed) and all(language_of(one.text) == "de" for one in noted) and owed == _said_in_german(owed)


def _said_in_german(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without promises in English, of whose few words the language is told by the small ones."""
    return [
        one for one in evidence
        if one.kind is not Kind.COMMITMENT or not _in_english(one.text.partition(": ")[2])
    ]  # fmt: skip


def _in_english(what: str) -> bool:
    return bool(_ENGLISH.search(what)) or reads_as_english(_DUE.sub("", what))


_DUE = re.compile(r"\s*\(by \d{4}-\d{2}-\d{2}\)")


def need_german_notes(bench: Workbench, draft: Draft, person: Person, evidence: Sequence[Evidence]) -> None:
    """Raises InputError where a small model would have to put English notes into German, of which nobody could say
    whether it is right."""
    noted = [one for one in evidence if one.kind in (Kind.NOTE, Kind.STORY, Kind.COMMITMENT)]
    if draft.language != "de" or bench.model.kind != "embedded" or not noted:
        return
    if all(reads_as_english(one.text.partition(": ")[2] or one.text) for one in noted):
        raise InputError(
            "What is noted about {name!r} is in English, and the small model cannot put it into German.",
            "Write in English, add a German note or say in German what you want to write, or choose a larger model "
            "in the settings.",
            name=person.name,
        )


_ENGLISH = re.compile(
    r"\b(?:the|to|of|with|and|for|from|him|her|them|my|our|their|his|about)\b(?! (?:und|zu|an)\b)", re.IGNORECASE
)


LEAST_TO_TELL = 5
"""Words of a line whose language can be told."""


def in_language(bench: Workbench, lines: Mapping[str, Line], language: str) -> dict[str, Line]:
    """The lines without those of a small model that slipped into another language than that of the message."""
    return {slot: line for slot, line in lines.items() if may_be_said_in(bench, line.text, language)}


def may_be_said_in(bench: Workbench, text: str, language: str) -> bool:
    """Whether a line is in the language of its message, as far as its length tells. A larger model is believed."""
    return bench.model.kind != "embedded" or len(text.split()) < LEAST_TO_TELL or language_of(text) == language


def not_written_in(language: str) -> InputError:
    return InputError(
        "The model wrote nothing fit to be sent in {language}.",
        "Choose another language, write it yourself, or use a larger model (Settings).",
        language=LANGUAGES.get(language, language),
    )
