"""How much of what is wrong in a draft the check finds, and how often it cries wolf: `python -m eval.grounding --json`.

Collections written apart and in different styles. Of the first, every third evidence set (index 2, 5, 8 …) is held out;
of `seventh` 20 of 40 sets, of `eighth` 12 of 24 (by another hand than the other 12), and the whole of `thirteenth`,
`eighteenth`, `twentieth`, `twenty_fourth` and `twenty_sixth`. All others are tuned on: `fourth` since its first run,
`sixth` since ADR 0028, since ADR 0029 `seventh_tune`, the first half of the eighth, the ninth to the eleventh and what
used to be held out of `third` (`third_tune`), `fifth` (`fifth_tune_2`) and `sixth` (`sixth_tune_2`), and since ADR 0093
the twelfth, the fourteenth to the seventeenth, the nineteenth, the twenty-first to the twenty-third and the
twenty-fifth, each after one first run. Half of the twenty-ninth and thirtieth are tuned on; the thirty-first to the
thirty-fourth hold right drafts only, of which the second halves of two are held out. Every second set of the
thirty-fifth to the thirty-seventh and of the fortieth to the forty-second is held out; the thirty-eighth and the
thirty-ninth are tuned on. Of the forty-third, eleven sets are tuned on and two held out; of the forty-fourth (by three
hands) eight of 36; the forty-fifth, right sentences by two hands, is tuned on, and of the forty-sixth (two hands) ten
sets of 40 are held out.
Held-out figures come only with `--held-out`, so that nobody watches them while rules change.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coach.domain.grounding import CheckReport, check_draft

DATA = Path(__file__).parent / "data" / "grounding"
BASELINE = Path(__file__).parent / "baselines" / "grounding.json"
_WRONG = ("unsupported", "contradicted")


@dataclass
class Tally:
    """Counts of one part of the data: errors found of all, by type; false alarms of all correct sentences."""

    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    errors: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    alarms: int = 0
    correct_sentences: int = 0
    alarmed_drafts: int = 0
    correct_drafts: int = 0
    seconds: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """Rates from 0 to 1; milliseconds of processor time, which other programs do not disturb."""
        total = sum(self.errors.values())
        return {
            "found": {kind: _rate(self.found[kind], count) for kind, count in sorted(self.errors.items())},
            "found_all": _rate(sum(self.found.values()), total),
            "errors": dict(sorted(self.errors.items())),
            "false_alarms_per_correct_sentence": _rate(self.alarms, self.correct_sentences),
            "correct_sentences": self.correct_sentences,
            "correct_drafts_with_an_alarm": _rate(self.alarmed_drafts, self.correct_drafts),
            "correct_drafts": self.correct_drafts,
            "milliseconds_median": round(1000 * statistics.median(self.seconds), 1),
            "milliseconds_worst": round(1000 * max(self.seconds), 1),
        }


def _rate(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


TUNED = (
    "tune",
    "fresh_tune",
    "fresh_tune_2",
    "styles_tune",
    "styles_tune_2",
    "fourth_tune",
    "fifth_tune",
    "sixth_tune",
    "seventh_tune",
    "third_tune",
    "fifth_tune_2",
    "sixth_tune_2",
    "eighth_tune",
    "ninth_tune",
    "tenth_tune",
    "eleventh_tune",
    "twelfth_tune",
    "fourteenth_tune",
    "fifteenth_tune",
    "sixteenth_tune",
    "seventeenth_tune",
    "nineteenth_tune",
    "twenty_first_tune",
    "twenty_second_tune",
    "twenty_third_tune",
    "twenty_fifth_tune",
    "twenty_seventh_tune",
    "twenty_eighth_tune",
    "twenty_ninth_tune",
    "thirtieth_tune",
    "thirty_fourth_tune",
    "thirty_fourth_tune_2",
    "thirty_third_tune",
    "thirty_second_tune",
    "thirty_first_tune",
    "thirty_first_tune_2",
    "thirty_fifth_tune",
    "thirty_sixth_tune",
    "thirty_seventh_tune",
    "thirty_eighth_tune",
    "thirty_ninth_tune",
    "thirty_ninth_tune_2",
    "fortieth_tune",
    "forty_first_tune",
    "forty_second_tune",
    "forty_third_tune",
    "forty_fourth_tune",
    "forty_fifth_tune",
    "forty_sixth_tune",
)
HELD_OUT = (
    "held_out",
    "seventh_held_out",
    "eighth_held_out",
    "thirteenth_held_out",
    "eighteenth_held_out",
    "twentieth_held_out",
    "twenty_fourth_held_out",
    "twenty_sixth_held_out",
    "twenty_seventh_held_out",
    "twenty_eighth_held_out",
    "twenty_ninth_held_out",
    "thirtieth_held_out",
    "thirty_third_held_out",
    "thirty_second_held_out",
    "thirty_fifth_held_out",
    "thirty_sixth_held_out",
    "thirty_seventh_held_out",
    "fortieth_held_out",
    "forty_first_held_out",
    "forty_second_held_out",
    "forty_third_held_out",
    "forty_fourth_held_out",
    "forty_sixth_held_out",
)
_FILES = {
    "fresh_tune": "fresh-tuning.json",
    "fresh_tune_2": "fresh-tuning-2.json",
    "styles_tune": "styles-tuning.json",
    "styles_tune_2": "styles-tuning-2.json",
    "third_tune": "third-tuning.json",
    "fourth_tune": "fourth-tuning.json",
    "fifth_tune": "fifth-tuning.json",
    "fifth_tune_2": "fifth-tuning-2.json",
    "sixth_tune": "sixth-tuning.json",
    "sixth_tune_2": "sixth-tuning-2.json",
    "seventh_tune": "seventh-tuning.json",
    "seventh_held_out": "seventh-held-out.json",
    "eighth_tune": "eighth-tuning.json",
    "eighth_held_out": "eighth-held-out.json",
    "ninth_tune": "ninth-tuning.json",
    "tenth_tune": "tenth-tuning.json",
    "eleventh_tune": "eleventh-tuning.json",
    "twelfth_tune": "twelfth-tuning.json",
    "fourteenth_tune": "fourteenth-tuning.json",
    "fifteenth_tune": "fifteenth-tuning.json",
    "sixteenth_tune": "sixteenth-tuning.json",
    "thirteenth_held_out": "thirteenth-held-out.json",
    "eighteenth_held_out": "eighteenth-held-out.json",
    "seventeenth_tune": "seventeenth-tuning.json",
    "nineteenth_tune": "nineteenth-tuning.json",
    "twenty_first_tune": "twenty-first-tuning.json",
    "twentieth_held_out": "twentieth-held-out.json",
    "twenty_second_tune": "twenty-second-tuning.json",
    "twenty_third_tune": "twenty-third-tuning.json",
    "twenty_fourth_held_out": "twenty-fourth-held-out.json",
    "twenty_fifth_tune": "twenty-fifth-tuning.json",
    "twenty_sixth_held_out": "twenty-sixth-held-out.json",
    "twenty_seventh_tune": "twenty-seventh-tuning.json",
    "twenty_seventh_held_out": "twenty-seventh-held-out.json",
    "twenty_eighth_tune": "twenty-eighth-tuning.json",
    "twenty_eighth_held_out": "twenty-eighth-held-out.json",
    "twenty_ninth_tune": "twenty-ninth-tuning.json",
    "twenty_ninth_held_out": "twenty-ninth-held-out.json",
    "thirtieth_tune": "thirtieth-tuning.json",
    "thirtieth_held_out": "thirtieth-held-out.json",
    "thirty_fourth_tune": "thirty-fourth-tuning.json",
    "thirty_fourth_tune_2": "thirty-fourth-tuning-2.json",
    "thirty_third_tune": "thirty-third-tuning.json",
    "thirty_third_held_out": "thirty-third-held-out.json",
    "thirty_second_tune": "thirty-second-tuning.json",
    "thirty_second_held_out": "thirty-second-held-out.json",
    "thirty_first_tune": "thirty-first-tuning.json",
    "thirty_first_tune_2": "thirty-first-tuning-2.json",
    "thirty_fifth_tune": "thirty-fifth-tuning.json",
    "thirty_sixth_tune": "thirty-sixth-tuning.json",
    "thirty_seventh_tune": "thirty-seventh-tuning.json",
    "thirty_eighth_tune": "thirty-eighth-tuning.json",
    "thirty_ninth_tune": "thirty-ninth-tuning.json",
    "thirty_fifth_held_out": "thirty-fifth-held-out.json",
    "thirty_sixth_held_out": "thirty-sixth-held-out.json",
    "thirty_seventh_held_out": "thirty-seventh-held-out.json",
    "thirty_ninth_tune_2": "thirty-ninth-tuning-2.json",
    "fortieth_tune": "fortieth-tuning.json",
    "fortieth_held_out": "fortieth-held-out.json",
    "forty_first_tune": "forty-first-tuning.json",
    "forty_first_held_out": "forty-first-held-out.json",
    "forty_second_tune": "forty-second-tuning.json",
    "forty_second_held_out": "forty-second-held-out.json",
    "forty_third_tune": "forty-third-tuning.json",
    "forty_third_held_out": "forty-third-held-out.json",
    "forty_fourth_tune": "forty-fourth-tuning.json",
    "forty_fourth_held_out": "forty-fourth-held-out.json",
    "forty_fifth_tune": "forty-fifth-tuning.json",
    "forty_sixth_tune": "forty-sixth-tuning.json",
    "forty_sixth_held_out": "forty-sixth-held-out.json",
}


def evidence_sets(part: str) -> list[dict[str, Any]]:
    """The evidence sets of one of the parts in `TUNED` and `HELD_OUT`."""
    paths = [DATA / _FILES[part]] if part in _FILES else sorted(DATA.glob("sets-*.json"))
    entries = [entry for path in paths for entry in json.loads(path.read_text("utf-8"))]
    return entries if part in _FILES else [e for i, e in enumerate(entries) if (i % 3 == 2) == (part == "held_out")]


def cases(*parts: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """(evidence set, case) of the parts named."""
    for part in parts:
        yield from ((entry, case) for entry in evidence_sets(part) for case in entry["cases"])


def flagged(report: CheckReport) -> list[tuple[int, int]]:
    """Stretches of the draft that the report marks."""
    wrong = [(part.start, part.end) for part in report.sentences if part.verdict in _WRONG]
    return wrong + [(part.start, part.end) for part in report.claims if part.verdict in _WRONG]


def outcome(case: dict[str, Any], report: CheckReport) -> tuple[bool, list[str], int]:
    """(error found, correct sentences that were marked, number of correct sentences)."""
    draft, error = case["draft"], case.get("error")
    start = draft.index(error) if error else -1
    end = start + len(error) if error else -1
    marks = flagged(report)
    found = bool(error) and any(a < end and start < b for a, b in marks)
    right = [part for part in report.sentences if not error or part.end <= start or part.start >= end]
    alarms = [part.text for part in right if any(a < part.end and part.start < b for a, b in marks)]
    return found, alarms, len(right)


def measure(part: str, verbose: bool = False) -> dict[str, Any]:
    """Figures of one part of the data; `verbose` prints each miss and each false alarm."""
    tally = Tally()
    for entry, case in cases(part):
        started = time.process_time()
        report = check_draft(case["draft"], entry["evidence"], entry["brief"])
        tally.seconds.append(time.process_time() - started)
        found, alarms, sentences = outcome(case, report)
        tally.alarms += len(alarms)
        tally.correct_sentences += sentences
        if kind := case.get("type"):
            tally.errors[kind] += 1
            tally.found[kind] += found
        else:
            tally.correct_drafts += 1
            tally.alarmed_drafts += bool(alarms)
        if verbose:
            _tell(entry, case, found, report, alarms)
    return tally.figures()


def _tell(entry: dict[str, Any], case: dict[str, Any], found: bool, report: CheckReport, alarms: list[str]) -> None:
    if case.get("type") and not found:
        print(f"MISS  {entry['id']} {case['type']}: {case['draft']!r} ({case['error']})")
    for alarm in alarms:
        reasons = {part.text: part.reason for part in report.sentences if part.verdict in _WRONG}
        reasons |= {part.text: part.reason for part in report.claims if part.verdict in _WRONG}
        print(f"ALARM {entry['id']}: {alarm!r} <- {reasons}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--save", action="store_true", help="write the figures as the new baseline")
    parser.add_argument("--misses", action="store_true", help="print misses and false alarms of the tuning parts")
    parser.add_argument("--held-out", action="store_true", help="report the held-out parts too")
    options = parser.parse_args()
    check_draft("Warm up, Ann.", [{"label": "N1", "kind": "note", "text": "Ann runs."}])
    figures = {part: measure(part, verbose=options.misses) for part in TUNED}
    if options.held_out or options.save:
        figures |= {part: measure(part) for part in HELD_OUT}
    if options.save:
        BASELINE.parent.mkdir(parents=True, exist_ok=True)
        BASELINE.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        _print(figures)


def _print(figures: dict[str, dict[str, Any]]) -> None:
    for part, values in figures.items():
        print(f"\n{part}: {values['found_all']:.1%} of {sum(values['errors'].values())} errors found, ", end="")
        print(
            f"{values['false_alarms_per_correct_sentence']:.1%} false alarms on {values['correct_sentences']} "
            f"sentences, ",
            end="",
        )
        print(f"{values['milliseconds_median']} ms a draft (worst {values['milliseconds_worst']})")
        print("  " + "  ".join(f"{kind} {rate:.0%}/{values['errors'][kind]}" for kind, rate in values["found"].items()))


if __name__ == "__main__":
    main()
