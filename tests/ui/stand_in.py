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
INVENTED = "Your 4000 colleagues at Zanzibar Corp must be proud."


class StandIn(ScriptedServer):
    """`gap_s`: seconds between two pieces of an answer; `fails`: answer with this status instead."""

    def __init__(self, *, gap_s: float = 0.0, fails: int = 0) -> None:
        super().__init__(models=("stand-in",))
        self.gap_s, self.fails = gap_s, fails

    def take(self, body: dict[str, Any], key: str) -> Reply:
        super().take(body, key)
        if self.fails:
            return Reply(text="the stand-in was told to fail", status=self.fails)
        return Reply(text=json.dumps(answer(body)), piece=12, gap_s=self.gap_s)


def answer(body: dict[str, Any]) -> dict[str, Any]:
    """What a model might say: it cites the first labels of the prompt; one opener claims what no note holds."""
    asked = str(body["messages"][-1]["content"])
    found = LABEL.findall(asked)
    labels = [label for label, _ in found] or ["N1"]
    wanted = _schema(body).get("properties", {})
    if "openers" in wanted:
        return _brief_lines(labels, found)
    if "sentences" in wanted:
        return {
            "subject": "What we spoke about",
            "sentences": [
                _line(labels, 0, "I keep thinking about what you told me when we spoke."),
                {"sources": [], "text": INVENTED},
                _line(labels, 0, "When would be a good time to talk again?"),
            ],
        }
    if "people" in wanted:
        return {"people": [], "promises": [], "stories": []}
    return {"prompts": [_line(labels, n, text) for n, text in enumerate(QUESTIONS)]}


QUESTIONS = (
    "Which conversation gave you energy, and what was it about?",
    "What did you give to somebody there, and how did it feel?",
    "What did you hear that you had not thought of before?",
    "Whose story stayed with you, and why that one?",
    "What moved toward your goal, and what did not?",
    "Whom do you want to see again, and about what?",
)


def _brief_lines(labels: list[str], found: list[tuple[str, str]]) -> dict[str, Any]:
    words = [" ".join(text.split()[:9]) for _, text in found] or ["what you do"]
    return {
        "openers": [
            _line(labels, 0, f"I noted this about you: {words[0]}. How did it go on?"),
            {"sources": labels[:1], "text": f"I have been looking forward to this. {INVENTED}"},
            _line(labels, 1, "Your talk is close to what I try to do. What would you do first in my place?"),
            _line(labels, 2, "What made you choose this subject, of all the ones you could have taken?"),
        ],
        "questions": [
            _line(labels, 0, "What was the hardest moment on the way there, and who helped?"),
            _line(labels, 1, "How would you begin today, with what you know now?"),
        ],
        "offer": _line(labels, 0, "I could send you the notes that I made while I read about it."),
    }


def _line(labels: list[str], number: int, text: str) -> dict[str, Any]:
    return {"sources": [labels[min(number, len(labels) - 1)]], "text": text}


def _schema(body: dict[str, Any]) -> dict[str, Any]:
    form = body.get("response_format") or {}
    return dict((form.get("json_schema") or {}).get("schema") or {})


if __name__ == "__main__":
    server = StandIn(gap_s=float(sys.argv[2]) if len(sys.argv) > 2 else 0.02)
    with server:
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        threading.Event().wait()
