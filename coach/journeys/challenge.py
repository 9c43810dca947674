"""A challenge as others may hear it: what the user means for themselves alone is left out, and whom that is about is
not named either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.domain import reading
from coach.domain.checking.english import known as is_a_word
from coach.domain.discretion import confidences, kept_back
from coach.domain.models import Model, Person
from coach.domain.naming import first_name, without_title
from coach.domain.text import sentences
from coach.journeys.asked_apart import asked_apart, asks
from coach.journeys.second_reading import hushed_in

_OF_THEMSELVES = re.compile(r"^\W*(?:I|we|my|our|ich|wir|meine?|unsere?)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:he|she|his|hers?|him|wife|husband|partner|mother|father|mum|dad|sister|brother|son|daughter|child|friend|"
    r"colleague|boss|er|ihn|ihm|frau|mann|mutter|vater|schwester|bruder|sohn|tochter|kind|freund(?:in)?|"
    r"kolleg(?:e|in)|chef(?:in)?)\b",
    re.IGNORECASE,
)
_NAME = r"[A-ZÄÖÜ][\w’'-]*[^\W\d_]"
_SOMEBODY = {"en": ("somebody", "somebody's"), "de": ("jemand", "jemandes")}


class Spoken(Model):
    """`parts`: the sentences of a challenge, "" where one is kept back, so that what stood side by side still does.
    `kept`: those that are kept back, as typed; `silenced`: the question is one of them."""

    parts: tuple[str, ...]
    kept: tuple[str, ...] = ()
    silenced: bool = False

    @property
    def text(self) -> str:
        return " ".join(filter(None, self.parts))

    @property
    def can_be_asked(self) -> bool:
        """Whether what is left asks what the user wants to know: no message is made of less."""
        return any(asks(one) for one in self.parts) or (bool(self.text) and not self.silenced)


def spoken(challenge: str, people: Sequence[Person], language: str = "en") -> Spoken:
    """What of a challenge may be said to others. A sentence is kept back where it asks for silence, or tells of
    somebody else what is private; what the user tells of themselves is theirs to say. Of a sentence
    that asks something as well, the question is said where it gives nothing away; beside a confidence nothing is told
    of anybody. `people`: those you know."""
    silent = frozenset(confidences(challenge))
    hushed = [one for one in kept_back(challenge, hushed_in(challenge)) if one in silent or not _own(one, people)]
    parts = [_part(one, hushed, bool(silent), people, language) for one in sentences(challenge)]
    kept = dict.fromkeys(one for part in parts for one in part.kept)
    names = _names_in(" ".join(kept), people, language) if kept else []
    return Spoken(
        parts=tuple(_without(part.said, names, language) for part in parts),
        kept=tuple(kept),
        silenced=any(part.kept and not part.said and asks(part.text) for part in parts),
    )


@dataclass(frozen=True)
class _Part:
    """A sentence: what of it is said, and what is kept back."""

    text: str
    said: str
    kept: tuple[str, ...] = ()


def _part(text: str, hushed: Sequence[str], confiding: bool, people: Sequence[Person], language: str) -> _Part:
    held = tuple(one for one in hushed if one in text or text in one)
    if not held:
        told = confiding and not text.endswith("?") and not _own(text, people) and _tells_of_somebody(text, people)
        return _Part(text, "", (text,)) if told else _Part(text, text)
    names = _names_in(text, people, language)
    beside = " ".join(one for one in hushed if one not in held)
    apart = asked_apart(text, lambda said: bool(named_in(said, people) or _stands_in(said, names)), language, beside)
    if apart is None or not all(one in text for one in held):
        return _Part(text, "", held)
    return _Part(text, apart.question, tuple(one for one in held if one in apart.rest) or (apart.rest,))


def _tells_of_somebody(sentence: str, people: Sequence[Person]) -> bool:
    return bool(_OF_ANOTHER.search(sentence) or named_in(sentence, people) or reading.named_people(sentence, []))


def _own(sentence: str, people: Sequence[Person]) -> bool:
    of_another = _OF_ANOTHER.search(sentence) or named_in(sentence, people)
    return bool(_OF_THEMSELVES.match(sentence)) and not of_another


def named_in(text: str, people: Iterable[Person]) -> list[Person]:
    """Those of the people whom a text names: in full, by their first name, or as they are also called. Where several
    share a first name and none is named in full, all of them; a first name that is a word too (`Will`) only in
    mid-sentence."""
    everybody = list(people)
    whole = [one for one in everybody if _stands_in(text, _in_full(one))]
    taken = {first_name(one.name).casefold() for one in whole}
    first = [
        one
        for one in everybody
        if one not in whole and first_name(one.name).casefold() not in taken and _called_by_first_name(text, one)
    ]
    return [*whole, *first]


def _in_full(person: Person) -> list[str]:
    plain = without_title(person.name)
    return [one for one in dict.fromkeys([person.name, plain, *person.also_called]) if " " in one]


def _called_by_first_name(text: str, person: Person) -> bool:
    alone = [one for one in dict.fromkeys([first_name(person.name), *person.also_called]) if one and " " not in one]
    sure = [one for one in alone if not is_a_word(one.casefold())]
    rest = [one for one in alone if one not in sure]
    in_mid_sentence = any(re.search(rf"(?<=[a-zäöüß,] ){re.escape(one)}\b", text) for one in rest)
    return _stands_in(text, sure) or in_mid_sentence


def _stands_in(text: str, names: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(one)}(?:s|'s|’s)?(?!\w)", text, re.IGNORECASE) for one in names)


def _names_in(kept: str, people: Sequence[Person], language: str) -> list[str]:
    """Every name that would tell whom the confidence is about: theirs, that of their house, and any other that stands
    in it. In German, where each noun has a capital, only names that are known."""
    known = named_in(kept, people)
    found = [name for one in known for name in (one.name, one.organisation, *one.also_called, first_name(one.name))]
    found += [part for one in known for part in one.name.split() if part[:1].isupper()]
    found += [name for one in reading.named_people(kept, []) for name in (one.name, first_name(one.name))]
    if language != "de":
        runs = re.findall(rf"{_NAME}(?: {_NAME})*", kept)
        found += [" ".join(words) for run in runs if (words := _proper(run.split()))]
    return sorted({one for one in found if len(one) > 1}, key=len, reverse=True)


def _proper(words: Sequence[str]) -> list[str]:
    """Of capitalised words in a row those that make a name: all of them, where one is no plain word."""
    rest = list(words)
    while rest and is_a_word(rest[0].casefold()):
        rest = rest[1:]
    return rest


def _without(part: str, names: Sequence[str], language: str) -> str:
    plain, owning = _SOMEBODY.get(language, _SOMEBODY["en"])
    before = part
    for name in names:
        own = r"(?:'s|’s|(?<=s)['’])" if language != "de" else r"(?:s|'|’)"
        part = re.sub(rf"(?<!\w){re.escape(name)}{own}(?!\w)", owning, part)
        part = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", plain, part)
    return part if part == before else f"{part[:1].upper()}{part[1:]}"
