"""German words of the page “Problem clinic”."""

from __future__ import annotations

GERMAN: dict[str, str] = {
    "page.clinic": "Sprechstunde",
    "clinic.lead": "Beschreib, woran es hakt. Sieh, wer helfen könnte, wie du fragst und was dir schon gesagt wurde.",
    "clinic.text": "Woran hakt es?",
    "clinic.example": "Zu unserem offenen Abend kommen jedes Jahr dieselben zehn Leute. Wie gewinnen andere neue "
    "Familien?",
    "clinic.go": "In meinen Notizen suchen",
    "clinic.earlier": "Früher beschrieben",
    "clinic.open": "Öffnen",
    "clinic.back": "Etwas anderes",
    "clinic.kept": "Nur für dich; in keine Nachricht und keine Frage kommt:",
    "clinic.unasked": "So lässt sich niemand fragen: deine Frage hat keinen eigenen Satz. Beschreib es noch einmal, "
    "mit der Frage in einem Satz für sich, ohne das, was nur für dich ist.",
    "clinic.who": "Wer helfen könnte",
    "clinic.who.hint": "Aus deinen Notizen, ihren Profilen und Vorträgen. In Klammern stehen die Worte, die passen.",
    "clinic.who.guess": "Keine Notiz teilt ein Wort damit. Dies ist im Sinn am nächsten: eine Vermutung.",
    "clinic.guess": "eine Vermutung",
    "clinic.nobody": "Noch niemand",
    "clinic.nobody.text": "Deine Notizen nennen dafür niemanden. Die Fragen unten helfen dir, jemanden zu finden.",
    "clinic.nobody.alone": "Deine Notizen nennen dafür niemanden.",
    "clinic.prospect": "noch nicht begegnet",
    "clinic.owed": "Zuerst bist du {name} etwas schuldig: {what}",
    "clinic.owed.by": "Zuerst bist du {name} etwas schuldig: {what}, bis {day}",
    "clinic.how": "Wie du fragst",
    "clinic.draft": "Nachricht entwerfen",
    "clinic.stranger": "Um es mit Fremden zu öffnen",
    "clinic.stranger.hint": "Beantworten lässt sich das nur mit einer Geschichte.",
    "clinic.said": "Was deine Notizen dazu sagen",
    "clinic.said.hint": "Nach Mensch und Tag, Wort für Wort aus deinen Notizen.",
    "clinic.yourself": "Deine eigenen Notizen",
    "clinic.differs.number": "Verschiedene Zahlen zu: {about}",
    "clinic.differs.yes_no": "Eine Stimme sagt ja, die andere nein, zu: {about}",
    "clinic.differs.advice": "Eine Stimme rät dazu, die andere ab: {about}",
}
