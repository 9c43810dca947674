"""The check on single sentences, held and not held, of `eval/data/entailment`: `python -m eval.grounding_pairs`.

Parts 1 to 6 may be read while rules change; part 7 is watched in figures only. The sentences are rich in paraphrase, as
few drafts are: a hard place for false alarms. No day of writing comes with the notes; one is assumed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coach.domain.grounding import check_draft

DATA = Path(__file__).parent / "data" / "entailment"
WRITTEN, TODAY = "2026-03-10", "2026-03-14"
_SAID = re.compile(r"^(?:(?:Chat|Mail|Message) from )?((?:[A-Z][\w'’.-]+ ){1,2}[A-Z][\w'’-]+): (.*)$", re.S)
_SPEAKER = re.compile(r"^Talk by ([^:]+): (.*)$", re.S)
_OWED = re.compile(r"^I owe |^.{3,30} owes(?: me| [A-Z]\w+)?:")
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|me|I'm|you)\b")


def as_evidence(notes: list[str]) -> list[dict[str, Any]]:
    """Notes as the app keeps them: what somebody wrote has an author, a talk and a promise are of their own kind."""
    return [{"label": f"N{number}", "at": WRITTEN} | _kind(text) for number, text in enumerate(notes, 1)]


def _kind(text: str) -> dict[str, Any]:
    if talk := _SPEAKER.match(text):
        return {"kind": "session", "text": f"{talk[2]} Speaker: {talk[1]}.", "author": None}
    if text.startswith("Profile "):
        return {"kind": "person", "text": text.removeprefix("Profile "), "author": None}
    if _OWED.match(text):
        return {"kind": "commitment", "text": re.sub(r" owes(?: [A-Z]\w+)?:", " owes me:", text), "author": None}
    said = _SAID.match(text)
    if said and _FIRST_PERSON.search(said[2]):
        return {"kind": "note", "text": said[2], "author": said[1]}
    return {"kind": "note", "text": text, "author": None}


def sentences(part: int) -> Iterator[tuple[list[dict[str, Any]], dict[str, str], str, str]]:
    """(evidence, brief, sentence, kind of error or "") of one part."""
    for line in (DATA / f"part-{part}.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        evidence = as_evidence(entry["notes"])
        brief = {"person": entry["reader"], "user": entry["writer"], "today": TODAY}
        yield from ((evidence, brief, text, "") for text in entry["ok"])
        yield from ((evidence, brief, text, kind) for kind, text in entry["bad"])


def measure(*parts: int) -> dict[str, tuple[int, int]]:
    """For each kind of error, and "" for sentences that are held: (marked, all)."""
    marked: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for part in parts:
        for evidence, brief, text, kind in sentences(part):
            every[kind] += 1
            marked[kind] += not check_draft(text, evidence, brief).passed
    return {kind: (marked[kind], every[kind]) for kind in sorted(every)}


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    for name, parts in (("parts 1 to 6", range(1, 7)), ("part 7", (7,))):
        figures = measure(*parts)
        errors = [pair for kind, pair in figures.items() if kind]
        found, total = sum(a for a, _ in errors), sum(b for _, b in errors)
        alarms, held = figures[""]
        print(f"{name}: {found / total:.1%} of {total} errors found, {alarms / held:.1%} false alarms on {held}")
        print("  " + "  ".join(f"{kind} {a / b:.0%}/{b}" for kind, (a, b) in figures.items() if kind))


if __name__ == "__main__":
    main()
