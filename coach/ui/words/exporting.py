"""Words for taking everything along and bringing it in."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "export.title": "Take everything with you",
    "export.hint": "It is yours. Each file is made when you ask for it, on this machine.",
    "export.workspace": "Everything, as one file",
    "export.workspace.text": "People, events, notes, stories, promises, drafts with every version, your voice. This "
    "app reads it again. No keys and no consents are in it.",
    "export.folder": "To read, as Markdown",
    "export.folder.text": "A zip of pages that link to each other. Opens in any editor, and in Obsidian.",
    "export.contacts": "People, for an address book",
    "export.contacts.text": "vCard 4.0. Does your address book not read it? Take 3.0.",
    "export.contacts_3": "vCard 3.0",
    "export.calendar": "Dates, for a calendar",
    "export.calendar.text": "Events, follow-ups and open promises as whole days, without alarms. Reading it twice "
    "doubles nothing.",
    "export.download": "Download",
    "export.person": "Card for an address book",
    "export.bring": "Bring a workspace in",
    "export.bring.hint": "A file that “Everything, as one file” made. What is here stays as it is; what is missing is "
    "added.",
    "export.bring.file": "Workspace file (JSON)",
    "export.bring.go": "Bring it in",
    "export.bring.busy": "Bringing it in…",
    "export.bring.people": "New here would be {people}:",
    "export.bring.forgotten": "Whoever you forgot or deleted since this file was made comes back, with all that the "
    "file holds about them. Nothing here remembers who that was, so look at the names first.",
    "export.brought": "{added} added, {unchanged} were here already, {kept} differ here and stay as they are.",
}
