"""Words of the page “Reflect”."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "reflect.lead": "What did it give you, what did it cost, and what do you want to remember?",
    "reflect.event": "Event",
    "reflect.no_event": "No event to look back on",
    "reflect.no_event.text": "Add one under Prepare; after it, come here.",
    "reflect.begin": "Five questions about {event}, from your goals and notes. Your answers are saved while you write.",
    "reflect.go": "Begin",
    "reflect.energy": "Energy",
    "reflect.energy.hint": "1 is empty, 10 is full.",
    "reflect.energy_before": "Energy before",
    "reflect.energy_after": "Energy after",
    "reflect.belonging": "How much did you feel you belonged?",
    "reflect.unset": "not answered",
    "reflect.prompts": "Five questions",
    "reflect.by_rule": "Put together from your notes by rule, without the language model.",
    "reflect.saved_as_typed": "Each answer is saved when you leave its field.",
    "reflect.answer.example": "A few honest sentences are enough.",
    "reflect.keep_story": "Keep as a story",
    "reflect.story_kept": "Kept as a story: {title}",
    "reflect.lessons": "What will you do differently next time?",
    "reflect.lessons.example": "Arrive earlier. Ask about their week before their work.",
    "reflect.saved": "Everything is saved.",
    "reflect.earlier": "Earlier answers {day}",
    "reflect.again": "New questions",
    "reflect.again.help": "Your answers stay.",
}
