"""LoCoMo as passages and questions (Maharana et al., 2024; CC BY-NC 4.0: read in place, for evaluation only)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coach.domain.evidence import Passage
from coach.domain.models import Kind

TUNED_ON = (0, 1, 2)
"""Conversations on which settings and weights are chosen; 3 to 9 are only reported."""
CATEGORIES = {1: "several notes", 2: "time", 3: "inference", 4: "one note"}
TURN_ID = re.compile(r"D\d+:\d+")


@dataclass(frozen=True)
class Ask:
    """A question and the ids of the turns that answer it."""

    text: str
    category: int
    evidence: frozenset[str]


@dataclass(frozen=True)
class Conversation:
    number: int
    notes: tuple[Passage, ...]
    asks: tuple[Ask, ...]


def read(path: Path, corrections: Path | None = None) -> list[Conversation]:
    """Every conversation, adversarial questions (category 5) and questions without evidence left out.

    `corrections`: the audit's errors.json; its evidence replaces what is cited where it names any.
    """
    errors = json.loads(corrections.read_text(encoding="utf-8")) if corrections else []
    corrected = {error["question_id"]: TURN_ID.findall(" ".join(error["correct_evidence"] or ())) for error in errors}
    raw = json.loads(path.read_text(encoding="utf-8"))
    return [_conversation(number, one, corrected) for number, one in enumerate(raw)]


def _conversation(number: int, raw: dict[str, Any], corrected: dict[str, list[str]]) -> Conversation:
    asks = []
    for place, question in enumerate(raw["qa"]):
        cited = TURN_ID.findall(" ".join(question["evidence"]))
        evidence = corrected.get(f"locomo_{number}_qa{place}") or cited
        if question["category"] in CATEGORIES and evidence:
            asks.append(Ask(question["question"], question["category"], frozenset(evidence)))
    return Conversation(number, tuple(_notes(raw["conversation"])), tuple(asks))


def _said(turn: dict[str, Any]) -> str:
    """A turn's words, and the caption of a picture shared with it, which LoCoMo counts as part of the turn."""
    caption = turn.get("blip_caption")
    return f"{turn['text']} [shares {caption}]" if caption else str(turn["text"])


def _notes(conversation: dict[str, Any]) -> list[Passage]:
    sessions = sorted(int(name.split("_")[1]) for name in conversation if re.fullmatch(r"session_\d+", name))
    return [
        Passage(
            source_id=turn["dia_id"],
            kind=Kind.NOTE,
            text=_said(turn),
            author=turn["speaker"],
            at=datetime.strptime(conversation[f"session_{number}_date_time"], "%I:%M %p on %d %B, %Y").astimezone(),
            thread=f"session {number}",
            position=position,
        )
        for number in sessions
        for position, turn in enumerate(conversation[f"session_{number}"])
    ]
