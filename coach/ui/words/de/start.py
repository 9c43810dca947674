"""German words of the first three questions."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "start.title": "Willkommen. Drei Fragen, und deine erste Vorbereitung entsteht.",
    "start.lead": "Der Coach findet die wenigen Menschen, auf die es für dich ankommt, und was du ihnen sagen kannst.",
    "start.step": "Frage {step} von {steps}",
    "start.ask.1": "Was wünschst du dir von den Menschen, die du triffst?",
    "start.ask.1.example": "Zwei Schulen finden, die unser Hochbeet ausprobieren, und hören, wie sie ihr Jahr planen",
    "start.ask.2": "Was ist dir wichtig?",
    "start.ask.2.hint": "Davon leben Gespräche. Ein paar Worte genügen, und du kannst es auslassen.",
    "start.ask.2.example": "gute Arbeit, Großzügigkeit, Zeit mit meinen Kindern",
    "start.ask.3": "Was ist deine nächste Veranstaltung, und wer wird da sein?",
    "start.ask.3.hint": "Ein paar Namen genügen. Eine Programmdatei findet den Rest.",
    "start.event.example": "Frühlingsmarkt",
    "start.file": "Ich habe eine Datei: ein Programm, einen Kalender, eine Liste",
    "start.next": "Weiter",
    "start.back": "Zurück",
    "start.finish": "Meine erste Vorbereitung schreiben",
    "start.later": "Nicht jetzt",
    "start.name": "Dein Name (freiwillig)",
    "start.name.hint": "Für die Begrüßung und als Unterschrift deiner E-Mails. Er bleibt auf diesem Rechner.",
    "start.put_off": "Gut, später. Die Fragen und ein Beispiel bleiben auf dieser Seite, einen Klick weit weg.",
    "start.again": "Drei Fragen beantworten",
    "start.again.hint": "Deine erste Vorbereitung ist drei Fragen entfernt.",
    "start.example": "Erst ein Beispiel ansehen",
    "start.blank": "Noch steht keine Antwort da.",
    "start.blank.step": "Sag in einem Satz, was du dir erhoffst. Du kannst es jederzeit ändern.",
    "start.kept": "Ist behalten. Jetzt noch: welcher Termin kommt als Nächstes?",
}
