"""Single lines that no notes hold, and lines that need none: `python -m eval.grounding_lines [--show]`.

`eval/data/grounding/plain-lines.json` has lines of follow-up messages: inventions (`invented`: facts about the reader,
shared moments, thanks, offers, promises of which no note speaks) and what anybody may write to anybody (`anybodys`).
Each is checked by itself beside the evidence of twelve sets, none of which it was written for. Now and then a note
holds one by chance ("you have a dog" where there is a dog). `read` are those that rules were made with; `set_apart`, by
a hand that knew nothing else, are only counted.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from coach.domain.grounding import check_draft
from eval.grounding import DATA, TUNED, cases

LINES = DATA / "plain-lines.json"
_MARKED = ("unsupported", "contradicted")
SETS = 12


def contexts(count: int = SETS) -> list[dict[str, Any]]:
    """Evidence sets in English with a named reader, drawn with one seed from the parts that are tuned on."""
    found = {entry["id"]: entry for part in TUNED[20:] for entry, case in cases(part) if _fits(entry, case)}
    return [found[name] for name in random.Random(7).sample(sorted(found), count)]


def _fits(entry: dict[str, Any], case: dict[str, Any]) -> bool:
    return bool(entry["brief"].get("person")) and all(ord(sign) < 600 for sign in case["draft"])


def marked(line: str, among: Sequence[dict[str, Any]]) -> float:
    """In what share of the contexts (0 to 1) the line is marked."""
    hits = 0
    for entry in among:
        report = check_draft(f"Hi,\n\n{line}", entry["evidence"], entry["brief"])
        hits += any(one.verdict in _MARKED for one in report.sentences)
    return hits / len(among)


def main() -> None:
    """Print the share that is marked of each sort; with `--show`, the lines of those that were read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print lines that went wrong, of those that were read")
    options = parser.parse_args()
    among = contexts()
    shares: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for part, sorts in json.loads(LINES.read_text(encoding="utf-8")).items():
        for sort, lines in sorts.items():
            shares[part, sort] = [(marked(line, among), line) for line in lines]
    for (part, sort), found in shares.items():
        print(f"{part}, {sort}: {len(found)} lines, marked {sum(share for share, _ in found) / len(found):.1%}")
    if options.show:
        for (part, sort), found in shares.items():
            for share, line in found if part == "read" else ():
                if (share < 0.5) == (sort == "invented"):
                    print(f"  {share:4.0%} {sort}: {line}")


if __name__ == "__main__":
    main()
