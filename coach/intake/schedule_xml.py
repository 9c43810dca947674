"""Turns a frab or pretalx schedule.xml into the shape of schedule.json; entities and outside references are refused."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree

from coach.errors import ImportFileError
from coach.intake.decoding import decode

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CONFERENCE = ("acronym", "title", "start", "end", "venue", "city", "time_zone_name", "url", "description")


def parse_schedule_xml(name: str, data: bytes) -> dict[str, Any]:
    """`{"schedule": {"conference": {…, "days": […]}}}`. Raises ImportFileError when it is not such a schedule."""
    root = _parse(name, data)
    if _local(root) != "schedule":
        raise ImportFileError(
            "{name!r} is XML, but not a schedule: its outermost element is <{element}>.",
            "Choose the schedule.xml that frab or pretalx exports.",
            name=name,
            element=_local(root)[:60],
        )
    head = next((child for child in root if _local(child) == "conference"), None)
    texts = _texts(head) if head is not None else {}
    conference: dict[str, Any] = {field: texts[field] for field in _CONFERENCE if field in texts}
    conference["days"] = [_day(child) for child in root if _local(child) == "day"]
    return {"schedule": {"conference": conference, "base_url": texts.get("base_url", "")}}


def _parse(name: str, data: bytes) -> Element:
    try:
        return _tree(data)
    except DefusedXmlException as exc:
        raise ImportFileError(
            "{name!r} declares entities or outside references and is refused.",
            "Ask for a plain schedule.xml.",
            name=name,
        ) from exc
    except SafeTree.ParseError as exc:
        raise ImportFileError(
            "{name!r} is not valid XML, or it ends too early: {reason}.", "Fetch the file again.", name=name, reason=exc
        ) from exc
    except (ValueError, LookupError, RecursionError) as exc:
        raise ImportFileError(
            "{name!r} cannot be read as XML: {reason}.", "Fetch the file again.", name=name, reason=exc
        ) from exc


def _tree(data: bytes) -> Element:
    """The root; where the declared encoding is wrong or unknown, the text is decoded first and parsed again."""
    try:
        root: Element = SafeTree.fromstring(data)
    except DefusedXmlException:
        raise
    except (SafeTree.ParseError, ValueError, LookupError):
        text = _DECLARATION.sub("", decode(data)[0].lstrip("\ufeff"), count=1)
        root = SafeTree.fromstring(text.encode("utf-8", errors="replace"))
    return root


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _texts(element: Element) -> dict[str, str]:
    """The text of each child that has some; markup inside it counts as text."""
    found = {_local(child): "".join(child.itertext()).strip() for child in element}
    return {tag: text for tag, text in found.items() if text}


def _day(day: Element) -> dict[str, Any]:
    rooms = [
        {"name": room.get("name", ""), "events": [_event(event) for event in room if _local(event) == "event"]}
        for room in day
        if _local(room) == "room"
    ]
    return {"date": day.get("date"), "rooms": rooms}


def _event(event: Element) -> dict[str, Any]:
    record: dict[str, Any] = {**_texts(event)}
    for key in ("guid", "id", "code"):
        if event.get(key):
            record[key] = event.get(key)
    persons = [child for child in event if _local(child) == "persons"]
    record["persons"] = [_person(person) for group in persons for person in group if _local(person) == "person"]
    record.pop("tags", None)
    return record


def _person(person: Element) -> dict[str, str]:
    """The name is the element's own text (frab) or a child of it; a biography may be a child (newer pretalx)."""
    texts = _texts(person)
    own = (person.text or "").strip()
    attributes = {key: value for key, value in person.attrib.items() if key in {"id", "guid", "code", "url"}}
    return {**attributes, **texts, "name": own or texts.get("public_name", "") or texts.get("name", "")}
