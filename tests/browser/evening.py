"""What the user of the journeys types, pastes and brings along: one meetup, its people, an old chat, a guest list."""

from __future__ import annotations

import json
from datetime import date, timedelta

from playwright.sync_api import FilePayload

TODAY = date.today()  # noqa: DTZ011 - the app runs in the same time zone
GOAL = "Find people who release open source alone, and offer them help with testing"
NOTES = (
    "Talked to Ana Ruiz at dinner. She maintains Harbour and is tired of releasing alone. "
    "I promised to send Ana our release checklist by Friday. Tom Lindqvist runs the meetup and loves sailing."
)
CHAT = "\n".join(
    f"{TODAY - timedelta(days=ago):%d/%m/%Y}, 18:0{number} - {who}: {text}"
    for number, (ago, who, text) in enumerate(
        [
            (300, "Keiko Mori", "Thank you for the ferry timetable, it saved my talk."),
            (300, "Robin Vale", "Glad it helped. How did the workshop on old radios go?"),
            (251, "Keiko Mori", "It went well. Next I want to mend the harbour's fog horn."),
        ]
    )
)
TALK = {
    "id": 7,
    "guid": "9f1f2c52-0000-4000-8000-000000000007",
    "date": f"{TODAY}T10:00:00+00:00",
    "start": "10:00",
    "duration": "00:30",
    "title": "Releasing alone, and how to stop",
    "abstract": "For six years I released Harbour alone, on Sunday nights. This talk tells what I tried to share the "
    "work: a checklist, a rota, and a bot that asks the next person.",
    "persons": [{"id": 1, "public_name": "Ana Ruiz", "biography": "Ana Ruiz maintains Harbour and sails."}],
}
PROGRAMME = {
    "schedule": {
        "conference": {
            "title": "Harbour Meetup",
            "start": f"{TODAY}",
            "end": f"{TODAY}",
            "days": [{"date": f"{TODAY}", "rooms": {"Main": [TALK]}}],
        }
    }
}
LIST = (
    "Teilnehmerin;Firma;Was sie tut;Mail\n"
    "Ruiz Ana;Harbour;Maintainer;ana@harbour.example\n"
    "Bo Nilsen;Tidewater;Tester;bo@tidewater.example\n"
)


def _file(name: str, text: str) -> FilePayload:
    """A file as the browser's own dialogue hands it over."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode("utf-8")}


PROGRAMME_FILE = _file("schedule.json", json.dumps(PROGRAMME))
CHAT_FILE = _file("WhatsApp Chat with Keiko Mori.txt", CHAT)
LIST_FILE = _file("gäste.csv", LIST)
