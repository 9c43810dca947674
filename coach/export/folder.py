"""The workspace as a folder of Markdown that a person can read, and that Obsidian opens: front matter, `[[links]]`.

For reading, not for bringing back: the JSON file is the one that holds everything.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml
from pydantic import ValidationError

from coach.domain.brief import Brief
from coach.domain.models import (
    Capture,
    Commitment,
    Draft,
    Event,
    Goal,
    Help,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    Story,
)
from coach.domain.takeout import Takeout
from coach.export.language import said
from coach.export.markdown import brief_to_markdown, draft_to_markdown, reflection_to_markdown

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The one in C, where it is there: 20,000 notes in seconds, not half a minute."""
_UNFIT = re.compile(r'[\x00-\x1f\x7f\[\]#^|\\/:*?"<>]+')
"""What Windows or Obsidian does not take in a file's name."""
_NAME_BYTES = 120
FOLDERS: dict[Kind, str] = {
    Kind.PERSON: "People",
    Kind.EVENT: "Events",
    Kind.NOTE: "Notes",
    Kind.STORY: "Stories",
    Kind.DRAFT: "Drafts",
    Kind.REFLECTION: "Reflections",
    Kind.CAPTURE: "Captures",
}


def to_files(takeout: Takeout) -> Iterator[tuple[str, str]]:
    """(path, text) of each file, by kind."""
    folder = _Folder(takeout.items)
    for item in takeout.items:
        if item.kind in FOLDERS:
            yield f"{said(FOLDERS[item.kind])}/{folder.pages[item.kind, item.id]}.md", folder.text(item)
    for title, lines in (
        ("Goals", folder.goals()),
        ("Promises", folder.promises()),
        ("Help given and received", folder.helps()),
    ):
        if lines:
            yield f"{said(title)}.md", f"# {said(title)}\n\n" + "\n".join(lines) + "\n"


def to_zip(takeout: Takeout) -> bytes:
    """The same folder as a zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in to_files(takeout):
            archive.writestr(zipfile.ZipInfo(path), text.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Folder:
    """Which page each item has, so that pages can link to each other."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = tuple(items)
        self.pages: dict[tuple[Kind, str], str] = {}
        self._taken: dict[str, int] = {}
        for item in self.items:
            if item.kind in FOLDERS:
                self.pages[item.kind, item.id] = self._free(_page_name(_title(item)))
        self._text: dict[type[Item], Callable[[Any], str]] = {
            Person: self._person,
            Event: self._event,
            Note: self._note,
            Story: self._story,
            Draft: self._draft,
            Reflection: self._reflection,
            Capture: self._capture,
        }

    def text(self, item: Item) -> str:
        return self._text[type(item)](item)

    def _free(self, name: str) -> str:
        """A name that no page has yet, whatever its case: links go by name, and some disks do not tell A from a."""
        free = name
        while free.casefold() in self._taken:
            self._taken[name.casefold()] += 1
            free = f"{name} ({self._taken[name.casefold()]})"
        self._taken[free.casefold()] = 1
        return free

    def link(self, kind: Kind, reference: str | None) -> str:
        """`[[Page]]` of an item that has one, else the words as they stand."""
        if not reference:
            return ""
        page = self.pages.get((kind, reference))
        return f"[[{page}]]" if page else reference

    def people(self, references: Iterable[str | None]) -> list[str]:
        return [self.link(Kind.PERSON, one) for one in references if one]

    def _person(self, person: Person) -> str:
        fields: dict[str, Any] = {
            "aliases": list(person.also_called),
            "role": person.role,
            "organisation": person.organisation,
            **{channel.type: channel.value for channel in reversed(person.channels)},
            "cares_about": list(person.cares_about),
            "values": list(person.values),
            "met": person.relation == "known",
            "follow_up_on": person.follow_up_on,
        }
        how = f"## {said('How you met')}\n\n{person.how_met}" if person.how_met else ""
        return _page("person", person, fields, [f"# {person.name}", person.about, how])

    def _event(self, event: Event) -> str:
        fields = {"starts": event.starts, "ends": event.ends, "place": event.place, "url": event.url}
        talks = [
            " · ".join(part for part in (talk.title, ", ".join(self.people(talk.speakers)), talk.room) if part)
            for talk in event.programme
        ]
        there = self.people(event.attendees)
        return _page(
            "event",
            event,
            fields,
            [f"# {event.name}", event.about, _list("Programme", talks), _list("Also there", there)],
        )

    def _note(self, note: Note) -> str:
        fields = {
            "date": (note.at or note.created_at),
            "people": self.people(note.people),
            "author": self.link(Kind.PERSON, note.author),
            "event": self.link(Kind.EVENT, note.event),
            "source": note.source,
        }
        return _page("note", note, fields, [note.text])

    def _story(self, story: Story) -> str:
        parts = [
            f"## {said(title)}\n\n{text}"
            for title, text in (
                ("The struggle", story.struggle),
                ("The turn", story.turn),
                ("The result", story.result),
                ("The lesson", story.lesson),
            )
            if text
        ]
        told = [f"{self.link(Kind.PERSON, one.person)} {one.at or ''}".strip() for one in story.told]
        fields = {
            "own": story.own,
            "heard_from": self.link(Kind.PERSON, story.heard_from),
            "themes": list(story.themes),
            "good_for": list(story.good_for),
            "collection": story.collection,
        }
        return _page("story", story, fields, [f"# {story.title}", *parts, story.text, _list("Told to", told)])

    def _draft(self, draft: Draft) -> str:
        fields = {
            "purpose": draft.purpose,
            "person": self.link(Kind.PERSON, draft.person),
            "event": self.link(Kind.EVENT, draft.event),
            "channel": draft.channel,
            "status": draft.status,
            "versions": len(draft.versions),
        }
        return _page(
            "draft", draft, fields, [_draft_text(draft, self.pages.get((Kind.PERSON, draft.person or ""), ""))]
        )

    def _reflection(self, reflection: Reflection) -> str:
        name = self.pages.get((Kind.EVENT, reflection.event or ""), "")
        text = reflection_to_markdown(reflection, event_name=name)
        return _page("reflection", reflection, {"event": self.link(Kind.EVENT, reflection.event)}, [text])

    def _capture(self, capture: Capture) -> str:
        fields = {"status": capture.status, "event": self.link(Kind.EVENT, capture.event)}
        return _page("capture", capture, fields, [capture.text])

    def goals(self) -> list[str]:
        goals = [item for item in self.items if isinstance(item, Goal)]
        return [f"- {one.text}{f' ({one.why})' if one.why else ''} · {one.status}" for one in goals]

    def promises(self) -> list[str]:
        promises = [item for item in self.items if isinstance(item, Commitment)]
        return [
            f"- [{'x' if one.status == 'kept' else ' '}] {self.link(Kind.PERSON, one.person)} · "
            f"{said('you promised' if one.by == 'me' else 'promised to you')}: {one.what}"
            f"{' · ' + said('by {day}', day=one.due) if one.due else ''}"
            for one in promises
        ]

    def helps(self) -> list[str]:
        helps = [item for item in self.items if isinstance(item, Help)]
        return [
            f"- {self.link(Kind.PERSON, one.person)} · {said('from you' if one.by == 'me' else 'to you')}: {one.what}"
            f"{f' · {one.at}' if one.at else ''}"
            for one in helps
        ]


def _draft_text(draft: Draft, person_name: str) -> str:
    if draft.purpose == "brief" and draft.versions:
        try:
            return brief_to_markdown(Brief.model_validate_json(draft.current.text))
        except ValidationError:
            pass  # not a brief's JSON: shown as any other text
    return draft_to_markdown(draft, person_name=person_name)


def _title(item: Item) -> str:
    """What a page is called; notes and drafts by day and first words."""
    moment = getattr(item, "at", None) or item.created_at
    stamp = f"{moment:%Y-%m-%d} " if moment else ""
    match item:
        case Person() | Event():
            return item.name
        case Story():
            return item.title
        case Note() | Capture():
            return stamp + " ".join(item.text.split()[:8])
        case Draft():
            return f"{stamp}{item.purpose.replace('_', ' ')} {item.intent}"
    return f"{stamp}{item.kind.value}"


def _page_name(title: str) -> str:
    name = " ".join(_UNFIT.sub(" ", title).split()).strip(". ")
    while len(name.encode("utf-8", "replace")) > _NAME_BYTES:
        name = name[:-1].rstrip(". ")
    return name or "untitled"


def _page(kind: str, item: Item, fields: dict[str, Any], parts: Iterable[str]) -> str:
    kept = {"type": kind, "id": item.id} | {
        name: value for name, value in fields.items() if value not in (None, "", [])
    }
    front = yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000)
    return f"---\n{front}---\n\n" + "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def _list(title: str, lines: Iterable[str]) -> str:
    body = "\n".join(f"- {' '.join(line.split())}" for line in lines)
    return f"## {said(title)}\n\n{body}" if body else ""
