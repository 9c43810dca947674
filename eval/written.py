"""Conversations and notebooks written for this project by several hands, who saw no other data and none of recall:
`python -m eval.written` prints recall on those that nothing was learned from.

A chat (`eval/data/chats`) is two people over months, one note a turn. A notebook (`eval/data/notebooks`) is somebody's
notes of the people they met, with the names of these and of the event beside each note, as the app keeps them.
`eval/train_encoder.py` learns from the rest; weights are chosen on CHOOSING beside LoCoMo's conversations 0 to 2.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from coach.domain.evidence import Passage
from coach.domain.models import Kind
from eval.locomo import Ask, Conversation
from eval.plain_recall import ranked, usual
from eval.recall import Scored, mean, ours, score

DATA = Path(__file__).parent / "data"
SPLIT: dict[str, dict[str, list[int]]] = json.loads((DATA / "split.json").read_text(encoding="utf-8"))
CHOOSING, REPORTED = SPLIT["choosing"], SPLIT["reported"]
"""Numbers of the collections by kind; the encoder learns from neither."""
CATEGORY = 4
"""LoCoMo's number for questions of one note; these collections do not tell the sorts apart."""


def written(kind: str, numbers: Sequence[int]) -> Iterator[Conversation]:
    """`kind`: "chats" or "notebooks"."""
    for number in numbers:
        raw = json.loads((DATA / kind / f"{kind[:-1]}-{number}.json").read_text(encoding="utf-8"))
        notes = tuple(_turns(raw) if kind == "chats" else _notes(raw))
        asks = tuple(Ask(text, CATEGORY, frozenset(right)) for text, right in raw["questions"])
        yield Conversation(number, notes, asks)


def _turns(raw: dict[str, Any]) -> Iterator[Passage]:
    for number, session in enumerate(raw["sessions"], 1):
        at = datetime.fromisoformat(session["at"]).astimezone()
        for position, (author, text) in enumerate(session["turns"], 1):
            yield Passage(
                source_id=f"S{number}:{position}",
                kind=Kind.NOTE,
                text=text,
                author=author,
                at=at,
                thread=f"session {number}",
                position=position,
            )


def _notes(raw: dict[str, Any]) -> Iterator[Passage]:
    for note in raw["notes"]:
        people = tuple(note["people"])
        yield Passage(
            source_id=note["id"],
            kind=Kind.NOTE,
            text=note["text"],
            at=datetime.fromisoformat(note["at"]).astimezone(),
            people=people,
            names=people,
            event=note["event"],
            event_name=note["event"] or "",
        )


def plain(one: Conversation) -> dict[str, list[list[str]]]:
    """The ways that recall is measured against, a note read with its author, or with its people and event, in front."""
    ids = [note.source_id for note in one.notes]
    texts = [
        f"{', '.join(filter(None, (note.author, *note.names, note.event_name)))}: {note.text}" for note in one.notes
    ]
    asks = [ask.text for ask in one.asks]
    return {name: ranked(scores, ids) for name, scores in usual(texts, asks).items()}


def figures(conversations: Sequence[Conversation], embedder: str) -> dict[str, dict[str, float]]:
    scored: dict[str, list[Scored]] = {}
    rank = ours(embedder)
    for one in conversations:
        for name, found in {**plain(one), f"coach.recall ({embedder})": rank(one)}.items():
            rows = zip(found, one.asks, strict=True)
            scored.setdefault(name, []).extend(score(ranked, ask) for ranked, ask in rows)
    return {name: mean(rows) for name, rows in scored.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--embedder", default="minilm", choices=["minilm", "e5"])
    options = parser.parse_args()
    result = {kind: figures(list(written(kind, numbers)), options.embedder) for kind, numbers in REPORTED.items()}
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
