"""Words around single entries wherever they stand: correct, delete, find again."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "entry.edit": "Edit",
    "entry.delete": "Delete",
    "entry.save": "Save",
    "entry.cancel": "Cancel",
    "entry.more": "Show {count} more",
    "entry.note.text": "The note",
    "entry.note.day": "Day",
    "entry.note.people": "About whom",
    "entry.note.event": "At which event",
    "entry.note.nobody": "about nobody in particular",
    "entry.whole": "The whole note",
    "entry.changed.note": "The note is corrected.",
    "entry.changed.event": "The event is corrected.",
    "entry.changed.commitment": "The promise is corrected.",
    "address.gone": "What was open here is no longer kept.",
    "entry.deleted.note": "The note is deleted.",
    "entry.deleted.event": "The event is deleted. Your notes of it stay.",
    "entry.deleted.commitment": "The promise is deleted.",
    "entry.deleted.rehearsal": "The rehearsal is deleted.",
    "entry.deleted.challenge": "The challenge is deleted.",
    "event.edit": "Correct or delete it",
    "event.delete": "Delete the event",
    "event.there": "Who is there",
    "event.who.more": "Who else will be there? One person a line: name, role, organisation",
    "anywhere.title": "In notes, promises, stories and talks",
    "anywhere.near": "Nothing says “{search}” in these words. Nearest to it:",
    "anywhere.nothing": "No note says “{search}” either.",
    "anywhere.open": "Open",
}
