"""German words of the page “Reflect”."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "reflect.lead": "Was hat es dir gegeben, was hat es gekostet, und was möchtest du behalten?",
    "reflect.event": "Veranstaltung",
    "reflect.no_event": "Noch nichts, worauf du zurückblicken könntest",
    "reflect.no_event.text": "Füge unter Vorbereiten etwas hinzu; danach komm hierher.",
    "reflect.begin": "Fünf Fragen zu {event}, aus deinen Zielen und Notizen. Deine Antworten werden beim Schreiben "
    "gesichert.",
    "reflect.go": "Beginnen",
    "reflect.energy": "Energie",
    "reflect.energy.hint": "1 ist leer, 10 ist voll.",
    "reflect.energy_before": "Energie vorher",
    "reflect.energy_after": "Energie nachher",
    "reflect.belonging": "Wie sehr hast du dich zugehörig gefühlt?",
    "reflect.unset": "nicht beantwortet",
    "reflect.prompts": "Fünf Fragen",
    "reflect.by_rule": "Nach Regeln aus deinen Notizen gebildet, ohne das Sprachmodell.",
    "reflect.saved_as_typed": "Jede Antwort wird gesichert, wenn du ihr Feld verlässt.",
    "reflect.answer.example": "Ein paar ehrliche Sätze genügen.",
    "reflect.keep_story": "Als Geschichte behalten",
    "reflect.story_kept": "Als Geschichte behalten: {title}",
    "reflect.lessons": "Was machst du das nächste Mal anders?",
    "reflect.lessons.example": "Früher kommen. Erst nach ihrer Woche fragen, dann nach ihrer Arbeit.",
    "reflect.saved": "Alles ist gespeichert.",
    "reflect.earlier": "Frühere Antworten {day}",
    "reflect.again": "Neue Fragen",
    "reflect.again.help": "Deine Antworten bleiben.",
}
