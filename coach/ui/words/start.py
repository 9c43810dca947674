"""Words of the first three minutes."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "start.title": "Welcome. Three questions, and your first brief is on its way.",
    "start.lead": "The coach finds the few people who matter for what you want, and what to say to them.",
    "start.step": "Question {step} of {steps}",
    "start.ask.1": "What do you want from the people you meet?",
    "start.ask.1.example": "Find two schools that would try our garden kit, and learn how they plan their year",
    "start.ask.2": "What do you care about?",
    "start.ask.2.hint": "It is what conversations live on. A few words are enough, and you may leave it out.",
    "start.ask.2.example": "good work, generosity, time with my children",
    "start.ask.3": "What is your next event, and who will be there?",
    "start.ask.3.hint": "A few names are enough. A programme file finds the rest.",
    "start.event.example": "Spring Fair",
    "start.file": "I have a file: a programme, a calendar, a list",
    "start.next": "Next",
    "start.back": "Back",
    "start.finish": "Write my first brief",
    "start.later": "Not now",
    "start.name": "Your name (optional)",
    "start.name.hint": "For greetings, and to sign your e-mails. It stays on this machine.",
    "start.put_off": "Not now, then. The questions and an example stay on this page, one tap away.",
    "start.again": "Answer three questions",
    "start.again.hint": "Your first brief is three questions away.",
    "start.example": "Look at an example first",
    "start.blank": "There is no answer yet.",
    "start.blank.step": "Say in a sentence what you hope for. You can change it at any time.",
    "start.kept": "It is kept. Now say which event is next.",
}
