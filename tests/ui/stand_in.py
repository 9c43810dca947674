"""A stand-in for the language model that answers every prompt of the app at once, in its schema, from its own notes.

It speaks the chat protocol on loopback, so that the app under test is wired as it is for a person. Run as a
program it serves until it is stopped: `python tests/ui/stand_in.py 9999`.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from typing import Any

from coach.llm.testing import Reply, ScriptedServer

LABEL = re.compile(r"^([A-Z]\d+) (.+)$", re.MULTILINE)
INVENTED = "the 4000 colleagues at Zanzibar Corp"
"""What no note holds: it must be marked wherever it is shown."""
SENTENCES = (
    "I keep thinking about what you told me when we spoke.",
    f"I would like to hear more about {INVENTED}.",
    "When would be a good time to talk again?",
    "Which conversation gave you energy, and what was it about?",
    "What did you give to somebody there, and how did it feel?",
    "Whose story stayed with you, and why that one?",
)


class StandIn(ScriptedServer):
    """`gap_s`: seconds between two pieces of an answer; `fails`: answer with this status instead; `lies`: every line
    claims what no note holds, not the second one alone."""

    def __init__(self, *, gap_s: float = 0.0, fails: int = 0) -> None:
        super().__init__(models=("stand-in",))
        self.gap_s, self.fails, self.lies = gap_s, fails, False

    def take(self, body: dict[str, Any], key: str) -> Reply:
        super().take(body, key)
        if self.fails:
            return Reply(text="the stand-in was told to fail", status=self.fails)
        return Reply(text=json.dumps(answer(body, lies=self.lies)), piece=12, gap_s=self.gap_s)


def answer(body: dict[str, Any], *, lies: bool = False) -> dict[str, Any]:
    """What a model might say: it fits the schema that was asked for and cites the labels of the prompt in turn; the
    second line of each answer claims what no note holds."""
    notes = LABEL.findall(str(body["messages"][-1]["content"])) or [("N1", "nothing was noted")]
    schema = dict(((body.get("response_format") or {}).get("json_schema") or {}).get("schema") or {})
    return dict(Filling(notes, lies=lies).of(schema))


class Filling:
    """Fills a JSON schema; counts the lines that it has written."""

    def __init__(self, notes: list[tuple[str, str]], *, lies: bool) -> None:
        self.notes, self.lies = notes, lies
        self.lines = 0

    def of(self, schema: dict[str, Any]) -> Any:
        kind = schema.get("type")
        properties = schema.get("properties", {})
        if {"sources", "text"} <= set(properties):
            return self.line(properties["text"])
        if kind == "object":
            return {name: self.of(part) for name, part in properties.items()}
        if kind == "array":
            return [self.of(schema["items"]) for _ in range(schema.get("minItems", 0))]
        if "pattern" in schema:
            return self.line(schema)["text"]
        return "What we spoke about"

    def line(self, text: dict[str, Any]) -> dict[str, Any]:
        label, note = self.notes[self.lines % len(self.notes)]
        invents = self.lies or self.lines == 1
        self.lines += 1
        if "pattern" not in text:
            sentence = SENTENCES[1] if invents else SENTENCES[(self.lines - 1) % len(SENTENCES)]
            return {"sources": [label], "text": sentence}
        words = INVENTED if invents else " ".join(re.sub(r"[^\w' -]", " ", note).split())[:70]
        return {"sources": [label], "text": by_pattern(text["pattern"], words)}


def by_pattern(pattern: str, words: str) -> str:
    """A text that fits a pattern of groups of phrases and stretches of free words, as the prompts use them."""
    fitting = words if len(words) >= 16 else f"{words} and all that came of it"
    free = re.sub(r"\(\[\^[^\]]*\]\|\[\.\]\[a-z0-9\]\)\{\d+,\d+\}", lambda _: fitting, pattern.strip("^$"))
    plain = re.sub(r"\(([^|()]+)(\|[^()]*)?\)", r"\1", free)
    return plain.replace("[.]", ".").replace("[?]", "?")


if __name__ == "__main__":
    server = StandIn(gap_s=float(sys.argv[2]) if len(sys.argv) > 2 else 0.02)
    with server:
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        threading.Event().wait()
