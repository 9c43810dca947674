"""German words around single entries wherever they stand: correct, delete, find again."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "entry.edit": "Bearbeiten",
    "entry.delete": "Löschen",
    "entry.save": "Speichern",
    "entry.cancel": "Abbrechen",
    "entry.more": "{count} weitere zeigen",
    "entry.note.text": "Die Notiz",
    "entry.note.day": "Tag",
    "entry.note.people": "Über wen",
    "entry.note.event": "Bei welchem Termin",
    "entry.note.nobody": "über niemand Bestimmtes",
    "entry.whole": "Die ganze Notiz",
    "entry.changed.note": "Die Notiz ist berichtigt.",
    "entry.changed.event": "Der Termin ist berichtigt.",
    "entry.changed.commitment": "Das Versprechen ist berichtigt.",
    "address.gone": "Was hier offen war, gibt es nicht mehr.",
    "entry.deleted.note": "Die Notiz ist gelöscht.",
    "entry.deleted.event": "Der Termin ist gelöscht. Deine Notizen dazu bleiben.",
    "entry.deleted.commitment": "Das Versprechen ist gelöscht.",
    "entry.deleted.rehearsal": "Die Probe ist gelöscht.",
    "entry.deleted.challenge": "Die Frage ist gelöscht.",
    "event.edit": "Berichtigen oder löschen",
    "event.delete": "Den Termin löschen",
    "event.there": "Wer dort ist",
    "event.who.more": "Wer wird noch dort sein? Je Zeile eine Person: Name, Rolle, Organisation",
    "anywhere.title": "In Notizen, Versprechen, Geschichten und Vorträgen",
    "anywhere.near": "In diesen Worten steht „{search}“ nirgends. Am nächsten kommt:",
    "anywhere.nothing": "Auch in den Notizen steht „{search}“ nicht.",
    "anywhere.open": "Öffnen",
}
