"""Words of the page “Today”."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "today.good_morning": "Good morning",
    "today.good_afternoon": "Good afternoon",
    "today.good_evening": "Good evening",
    "today.good_morning_name": "Good morning, {name}",
    "today.good_afternoon_name": "Good afternoon, {name}",
    "today.good_evening_name": "Good evening, {name}",
    "today.next_event": "Next event",
    "today.no_event": "Nothing in the calendar",
    "today.no_event.hint": "Where will you meet people next?",
    "today.add_event": "Add an event",
    "today.prepare": "Prepare for it",
    "today.capture": "What is on your mind?",
    "today.capture.example": "Met Ana after her talk. She looks for a second maintainer. "
    "I promised her the link by Friday.",
    "today.capture.save": "Keep it",
    "today.empty.title": "Nothing is due",
    "today.empty.text": "When you have met people and promised things, they show up here on the right day.",
    "today.messages": "Get in touch",
    "today.open_draft": "Open the draft",
    "today.write": "Write",
    "today.promises_mine": "You promised",
    "today.promises_mine.hint": "Small promises kept soon are what people remember.",
    "today.promises_theirs": "Promised to you",
    "today.promises_theirs.hint": "A reason to ask how it is going.",
    "today.reflections": "Look back",
    "today.reflections.hint": "Ten minutes now are worth more than an hour in a month.",
    "today.reflect": "Reflect",
}
