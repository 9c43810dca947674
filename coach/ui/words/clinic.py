"""Words of the page “Problem clinic”."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "page.clinic": "Problem clinic",
    "clinic.lead": "Describe what you are stuck on. See who could help, how to ask, and what you were told before.",
    "clinic.text": "What are you stuck on?",
    "clinic.example": "Our open evening draws the same ten people each year. How do others bring in new families?",
    "clinic.go": "Look through my notes",
    "clinic.earlier": "Described before",
    "clinic.open": "Open",
    "clinic.back": "Another challenge",
    "clinic.kept": "For you alone; it is in no message and no question:",
    "clinic.unasked": "As it stands it cannot be asked of anybody: your question is not in a sentence of its own. "
    "Describe it again with the question in a sentence of its own, without what is for you alone.",
    "clinic.who": "Who could help",
    "clinic.who.hint": "From your notes, their profiles and their talks. The words in brackets are those that fit.",
    "clinic.who.guess": "Nobody's notes share a word with it. These are the nearest in meaning: a guess.",
    "clinic.guess": "a guess",
    "clinic.nobody": "Nobody yet",
    "clinic.nobody.text": "Your notes name nobody for this. The questions below help you to find somebody.",
    "clinic.nobody.alone": "Your notes name nobody for this.",
    "clinic.prospect": "not met yet",
    "clinic.owed": "You owe {name} something first: {what}",
    "clinic.owed.by": "You owe {name} something first: {what}, by {day}",
    "clinic.how": "How to ask",
    "clinic.draft": "Draft the message",
    "clinic.stranger": "To open it up with a stranger",
    "clinic.stranger.hint": "They can only be answered with a story.",
    "clinic.said": "What your notes say about it",
    "clinic.said.hint": "By person and day, word for word from your notes.",
    "clinic.yourself": "Your own notes",
    "clinic.differs.number": "Different figures for: {about}",
    "clinic.differs.yes_no": "One says yes, the other no, about: {about}",
    "clinic.differs.advice": "One is for it, the other against it: {about}",
}
