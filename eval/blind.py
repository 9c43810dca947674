"""`python -m eval.blind`: pairs of drafts, ours and the plain way's, in random order, for people to judge blind.

Prints the pairs as Markdown and writes which was which to a key file that the judge does not see. The pairs
come from the committed baseline, so that everybody judges the same ones.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

from eval.drafts import Case, baseline_path, load_cases
from eval.plain_drafts import plain_prompt


def pairs(cases: dict[str, Any], count: int, seed: int) -> list[tuple[str, bool]]:
    """`count` ids that hold both ways, drawn by `seed`, each with whether ours is shown first."""
    chance = random.Random(seed)
    both = sorted(id for id, case in cases.items() if case.get("plain", {}).get("lines") and case["lines"])
    chosen = chance.sample(both, min(count, len(both)))
    return [(id, chance.random() < 0.5) for id in chosen]


def render(number: int, case: Case, first: dict[str, Any], second: dict[str, Any]) -> str:
    """One pair with the notes that both were written from."""
    record = plain_prompt(case.data).rpartition("\n\n")[0]
    return f"## {number}. {case.data['profession']}\n\n{record}\n\n**A**\n{_shown(first)}\n\n**B**\n{_shown(second)}\n"


def _shown(written: dict[str, Any]) -> str:
    subject = [f"Subject: {written['subject']}"] if written.get("subject") else []
    if len(written["lines"]) == 1:
        return "\n".join([*subject, *written["lines"]])
    return "\n".join([*subject, *(f"- {line}" for line in written["lines"])])


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.blind", description=__doc__)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--key", type=Path, default=Path("blind-key.json"), help="where to write which was ours")
    parser.add_argument("--baseline", type=Path, default=baseline_path("configured"))
    options = parser.parse_args(arguments)
    kept = json.loads(options.baseline.read_text("utf-8"))["cases"]
    by_id = {case.id: case for case in load_cases()}
    key: dict[str, dict[str, str]] = {}
    for number, (id, ours_first) in enumerate(pairs(kept, options.pairs, options.seed), 1):
        shown = [kept[id], kept[id]["plain"]]
        print(render(number, by_id[id], *(shown if ours_first else reversed(shown))))
        key[str(number)] = {"brief": id, "ours": "A" if ours_first else "B"}
    options.key.write_text(json.dumps(key, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
