"""The traces a person leaves in text: which names, addresses and handles are theirs alone, and what each may mean.

A full name, an address or a handle is erased wherever it stands. A single word of a name (`Ann`) is erased
in what belongs to the person, unless somebody else in it is called so too; and in the user's own writing,
where nobody else in the whole workspace is called so and it is no ordinary word. Its German genitive goes with it,
and so do its other spellings (`Krueger` for Krüger) and the addresses that are built of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from coach.domain.models import Channel, Kind, Person
from coach.domain.passages import Named
from coach.storage import tables
from coach.storage.erasing import (
    Eraser,
    Pattern,
    digits_pattern,
    eraser,
    is_word,
    literal_pattern,
    name_pattern,
    name_words,
    telling_words,
    word_pattern,
)
from coach.storage.names import folded, name_key
from coach.storage.respelling import address_patterns, initials_pattern, respelled

OWN_WRITING = frozenset(
    {
        Kind.NOTE,
        Kind.CAPTURE,
        Kind.REFLECTION,
        Kind.DRAFT,
        Kind.COMMITMENT,
        Kind.HELP,
        Kind.PERSON,
        Kind.REHEARSAL,
        Kind.GOAL,
        Kind.STORY,
        Kind.EVENT,
    }
)
"""Kinds that the user writes; what others wrote (a shipped story, a programme) is left out of them."""
_GENITIVE = re.compile(r"^[^\W\d_]{2,}[^\W\d_sxzßSXZ]$")
"""Names that take an `s` alone; the others take an apostrophe, which is no part of the word."""
_MIN_DIGITS = 6
_MIN_HANDLE = 3
_PROFILE = re.compile(r"(?:linkedin\.com/in|github\.com|gitlab\.com|(?:x|twitter)\.com)/@?([^/?#\s]+)", re.IGNORECASE)
_FEDIVERSE = re.compile(r"^@?([\w.\-]+)@[\w.\-]+$|/@([\w.\-]+)")


def handles_in(channel: Channel) -> Iterator[str]:
    """The spellings under which an address or a handle may stand in text; not for telephone numbers."""
    value = channel.value.strip().rstrip("/")
    bare = re.sub(r"^(?:https?://)?(?:www\.)?|^mailto:", "", value, flags=re.IGNORECASE)
    yield from (value, bare, bare.lstrip("@"))
    found = _PROFILE.search(value) or (_FEDIVERSE.search(value) if channel.type == "mastodon" else None)
    if found:
        yield next(group for group in found.groups() if group)


@dataclass(frozen=True)
class Traces:
    """What to look for when `person` is forgotten and the `others` stay."""

    person: Person
    others: Sequence[Named]
    others_addresses: frozenset[str]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The person's names that nobody else has."""
        taken = {name_key(name) for name in self._other_names}
        return tuple(name for name in self._all_names if name_key(name) not in taken)

    @cached_property
    def _all_names(self) -> tuple[str, ...]:
        names = (self.person.name, *self.person.also_called)
        plain = (" ".join(name_words(name)) for name in names)
        typed = tuple(dict.fromkeys((*names, *plain)))
        others = (form for name in typed for form in respelled(name))
        return tuple(name for name in dict.fromkeys((*typed, *others)) if len(name) > 1)

    @cached_property
    def _other_names(self) -> tuple[str, ...]:
        return tuple(name for other in self.others for name in _names(other))

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        """Whom of the others each word of a name may mean, as ids."""
        owners: dict[str, set[str]] = defaultdict(set)
        for other in self.others:
            for word in (word for name in _names(other) for word in name_words(name)):
                owners[name_key(word)].add(other.id)
        return owners

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for name in self._all_names for word in telling_words(name)))

    @cached_property
    def _addresses(self) -> tuple[Pattern, ...]:
        patterns: list[Pattern] = []
        for channel in self.person.channels:
            if name_key(channel.value) in self.others_addresses:
                continue
            if channel.type == "phone" and sum(map(str.isdigit, channel.value)) >= _MIN_DIGITS:
                patterns.append(digits_pattern(channel.value))
            patterns += (literal_pattern(handle) for handle in handles_in(channel) if len(handle) >= _MIN_HANDLE)
        return tuple(dict.fromkeys(patterns))

    def _unclaimed(self, word: str) -> bool:
        return not self._owners.get(name_key(word)) and not is_word(word)

    def _with_genitives(self, words: Iterable[str]) -> tuple[str, ...]:
        """The words, and after each its German genitive (`Zeldas`), where that is nobody's own name."""
        from coach.domain.reading.given import is_given  # its lists take long to load, and few sessions forget anybody

        words = tuple(words)
        genitives = (f"{word}s" for word in words if _GENITIVE.search(word) and not is_word(word))
        return (*words, *(one for one in genitives if self._unclaimed(one) and not is_given(name_key(one))))

    @cached_property
    def certain(self) -> Eraser:
        """For any text: what can mean nobody else."""
        names = tuple(name for name in self.names if " " in name)
        words = tuple(name for name in self.names if " " not in name and self._unclaimed(name))
        return self._eraser(names, words)

    @cached_property
    def private(self) -> Eraser:
        """For the user's own writing: words too that nobody else is called by."""
        names = tuple(name for name in self.names if " " in name)
        return self._eraser(names, self._with_genitives(word for word in self._words if self._unclaimed(word)))

    def close(self, beside: Iterable[str], text: str) -> Eraser:
        """For what belongs to the person; `beside` are the ids and plain names of the other people in it."""
        present = set(beside)
        called = {name_key(word) for name in present for word in name_words(name)}
        called |= {key for key, ids in self._rivals.items() if ids & present or self._named_in(ids, text)}
        namesakes = {name_key(name) for other in self.others if other.id in present for name in _names(other)}
        return self._eraser(
            tuple(name for name in self._all_names if " " in name and name_key(name) not in namesakes),
            self._with_genitives(word for word in self._words if name_key(word) not in called),
        )

    @cached_property
    def _rivals(self) -> dict[str, set[str]]:
        """The words of the person's names that may mean others, and whom."""
        return {key: ids for key in map(name_key, self._words) if (ids := self._owners.get(key))}

    def _named_in(self, ids: set[str], text: str) -> bool:
        """Whether one of these others is named in full; a namesake cannot be told apart by that."""
        own = {name_key(name) for name in self._all_names}
        names = (name_key(name) for other in self.others if other.id in ids for name in _names(other) if " " in name)
        whole = folded(text)
        return any(name in whole for name in names if name not in own)

    def _eraser(self, names: tuple[str, ...], words: tuple[str, ...]) -> Eraser:
        known = self._erasers.get((names, words))
        if known is None:
            own = {name_key(name) for name in names}
            spared = (name for name in self._other_names if name_key(name) not in own)
            built = (*address_patterns(names, words), *self._with_initials(words))
            patterns = (*self._addresses, *built, *map(name_pattern, names), *map(word_pattern, words))
            genitives = {word for word in words if word not in self._words}
            known = eraser(patterns, (*spared, *self.others_addresses), genitives)
            self._erasers[names, words] = known
        return known

    def _with_initials(self, words: Iterable[str]) -> Iterator[Pattern]:
        """`S. Krüger`, where Krüger means this person alone."""
        meant = set(words)
        for name in self._all_names:
            told = telling_words(name)
            if len(told) > 1 and told[1] in meant:
                yield initials_pattern(*told)

    @cached_property
    def _erasers(self) -> dict[tuple[tuple[str, ...], tuple[str, ...]], Eraser]:
        return {}


def _names(person: Named) -> tuple[str, ...]:
    return (person.name, *person.also_called)


def traces_of(connection: Connection, person: Person) -> Traces:
    people, channels = tables.people, tables.person_channels
    rows = connection.execute(select(people.c.id, people.c.name, people.c.also_called).where(people.c.id != person.id))
    others = tuple(Named(id, name, tuple(also_called)) for id, name, also_called in rows)
    addresses = connection.scalars(select(channels.c.value).where(channels.c.person_id != person.id))
    return Traces(person, others, frozenset(name_key(address) for address in addresses))
