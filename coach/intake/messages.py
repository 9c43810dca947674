"""A chat as notes: one note a message, in the order in which they were written, so that recall sees the neighbours.

What somebody else wrote has them as its author. What the user wrote is a note of their own, without an author, about
the one it was written to. Who the user is, is asked when the file does not say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from coach.domain.ids import stable_id
from coach.domain.models import Note, Person
from coach.intake.findings import Findings
from coach.intake.identity import name_key, person_id

_NUMBER = re.compile(r"^[\d\s()+./-]+$")


@dataclass(frozen=True)
class Message:
    """One message. `key` tells it from all others of its chat, and is the same in a later export of it."""

    author: str
    text: str
    at: datetime | None
    key: str


@dataclass(frozen=True)
class Chat:
    """A conversation. `thread` is its id; `title` what the user calls it."""

    thread: str
    title: str
    messages: Sequence[Message]

    def authors(self) -> list[str]:
        """Who writes in it, most messages first."""
        return [name for name, _ in Counter(message.author for message in self.messages).most_common()]


def authors_of(chats: Iterable[Chat]) -> tuple[str, ...]:
    """Who writes in any of them, most messages first."""
    counted = Counter(message.author for chat in chats for message in chat.messages)
    return tuple(name for name, _ in counted.most_common())


def keep_chat(findings: Findings, chat: Chat, me: str, source: str) -> None:
    """Keep each message as a note."""
    others = [name for name in chat.authors() if not same(name, me)]
    for position, message in enumerate(chat.messages):
        mine = same(message.author, me)
        findings.keep(
            Note(
                id=stable_id("message", chat.thread, message.key),
                text=message.text,
                at=message.at,
                author=None if mine else message.author,
                people=tuple(others) if mine and len(others) == 1 else (),
                thread=chat.thread,
                position=position,
                source=source,
            ),
            f"message {position + 1} of {chat.title}",
        )


def keep_people(findings: Findings, names: Iterable[str], me: str, source: str) -> None:
    """Keep who writes, as people of whom no more than the name is known; numbers are no names."""
    for name in names:
        if not same(name, me) and not _NUMBER.match(name) and not findings.holds(person_id(name)):
            findings.keep(Person(id=person_id(name), name=name, relation="known", source=source), name)


def same(name: str, me: str) -> bool:
    return bool(me) and name_key(name) == name_key(me)
