"""The plain way, to compare with: the same model, all notes of a brief pasted into one prompt, no grammar, no check.

It is what somebody would do with a chat window: say who is met and why, paste everything, ask for the lines.
"""

from __future__ import annotations

import re
from typing import Any

from langchain_core.messages import HumanMessage, SystemMessage

from coach.domain.brief import Line
from coach.domain.models import TokenUse
from coach.drafting.channels import CHANNELS
from coach.facade import Coach
from coach.llm.ask import ask

SYSTEM = "You are an expert networking coach. You help me to talk and write to people in a personal, specific way."
ASKED = {
    "prepare": "Write what I can say to this person when we meet: three openers of at most two short sentences, "
    "two questions, and one thing that I can offer. One on each line, nothing else.",
    "reflect": "Write five reflection questions for me that fit what happened and what I wanted, at least one on "
    "energy and one on giving. One on each line, nothing else.",
}
MAX_TOKENS, TEMPERATURE = 420, 0.6
_MARK = re.compile(
    r"^\s*(?:[-*•]|\d+[.)]|\(?[a-z][.)])\s*|\*\*|^\s*(?:opener|question|offer)s?\s*\d*\s*:\s*", re.IGNORECASE
)
_HEADING = re.compile(r"^[#*\s]*[\w\s]{0,40}:\s*[*]*$")


def plain_prompt(data: dict[str, Any]) -> str:
    """Everything that the workspace holds of a brief, and what is asked."""
    event, person = data["event"], data["person"]
    about = [f"Event: {event['name']}, {event['place']}, {event['starts']}"]
    about += [f"My goal: {goal['text']}. {goal['why']}" for goal in data["goals"]]
    known = f"{person['role']}, {person['organisation']}. Cares about {', '.join(person['cares_about'])}."
    about.append(f"Person: {person['name']}, {known}")
    if talk := event.get("talk"):
        about.append(f"Their talk: {talk['title']}. {talk['abstract']}")
    about += [f"My note of {note['at']}: {note['text']}" for note in data["notes"]]
    for promise in data["promises"]:
        who = "I promised them" if promise["by"] == "me" else "They promised me"
        about.append(f"{who}: {promise['what']}")
    return "\n".join([*about, "", _asked(data)])


def _asked(data: dict[str, Any]) -> str:
    if data["journey"] != "follow_up":
        return ASKED[data["journey"]]
    channel = CHANNELS[data["channel"]]
    wanted = f" I want to say: {data['intent']}." if data["intent"] else ""
    subject = " Begin with a line “Subject: …”." if channel.subject else ""
    return (
        f"Write my follow-up to this person ({channel.title}, {channel.limit}, tone {data['tone']}).{wanted}{subject}"
    )


def write_plainly(coach: Coach, data: dict[str, Any]) -> tuple[dict[str, Any], TokenUse]:
    """Lines, message and subject as the plain way gives them. Raises the ModelError tree."""
    messages = [SystemMessage(SYSTEM), HumanMessage(plain_prompt(data))]
    answer = ask(coach.model, messages, max_tokens=MAX_TOKENS, temperature=TEMPERATURE)
    lines = [_MARK.sub("", line).strip(' "“”*') for line in answer.text.splitlines()]
    kept = [line for line in lines if len(line.split()) > 3 and not _HEADING.match(line)]
    if data["journey"] != "follow_up":
        return {"lines": tuple(Line(text=line) for line in kept)}, answer.usage
    subject = next((line for line in kept if line.casefold().startswith("subject:")), "")
    body = answer.text.replace(subject, "", 1).strip() if subject else answer.text.strip()
    said = tuple(Line(text=line) for line in kept if line != subject)
    return {"lines": said, "message": body, "subject": subject[8:].strip(), "channel": data["channel"]}, answer.usage
