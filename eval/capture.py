"""Rough notes read: who was met, what the notes say of whom, who promised what by when (`eval/data/capture.json`).

By rule and by the trained reader of sentences, as the app shows it while the model still reads; `--rules` leaves the
reader out, `--model` lets the embedded model read along. One part of the notes is for choosing rules (`dev`), the
other (`held_out`) is only reported. Each count is right, missed or wrong:
precision is right of what was found, recall is right of what stands in the notes. Promises count where they are ticked;
those shown, ticked or not, have a row of their own.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from coach import open_coach
from coach.domain.agenda import FIRST_FOLLOW_UP_DAYS
from coach.domain.capture import CaptureProposal, FoundPerson
from coach.domain.models import Capture, Person
from coach.journeys.capture import read_by_rule
from coach.journeys.second_reading import read_again

NOTES = Path(__file__).parent / "data" / "capture.json"
PARTS = ("dev", "held_out")
FIELDS = ("people", "role", "organisation", "interests", "promises", "shown", "due", "facts", "follow-ups", "stories")
Count = tuple[str, str, str]
"""Field, "right" | "missed" | "wrong", and what it was."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", choices=PARTS, help="one part alone; both unless told")
    parser.add_argument("--rules", action="store_true", help="by rule alone")
    parser.add_argument("--model", action="store_true", help="the embedded model reads along (half a minute each)")
    parser.add_argument("--show", action="store_true", help="name what was missed or wrong")
    parser.add_argument("--json", action="store_true")


def main(options: argparse.Namespace) -> int:
    cases = [case for case in json.loads(NOTES.read_text()) if options.part in (None, case["part"])]
    with tempfile.TemporaryDirectory() as home:
        found = _proposals(cases, Path(home), options)
    counts = {part: _counts(cases, found, part) for part in PARTS if any(case["part"] == part for case in cases)}
    if options.json:
        print(json.dumps({part: figures(tally) for part, tally in counts.items()}, indent=2))
        return 0
    for part, tally in counts.items():
        print(f"{part}: {sum(case['part'] == part for case in cases)} notes")
        for field, (precision, recall, right) in figures(tally).items():
            print(f"  {field:13} precision {precision:.2f}  recall {recall:.2f}  ({right} right)")
    if options.show:
        for case in cases:
            for field, how, what in judged(case, found[case["id"]]):
                if how != "right":
                    print(f"{case['id']} {how} {field}: {what}")
    return 0


def _proposals(cases: list[dict[str, Any]], home: Path, options: argparse.Namespace) -> dict[str, CaptureProposal]:
    if not options.model:
        return {case["id"]: proposal_of(case, again=not options.rules) for case in cases}
    found = {}
    for case in cases:
        with open_coach(home / case["id"]) as coach:
            coach.add_many(_known(case))
            capture = coach.capture(case["text"], at=_moment(case))
            found[case["id"]] = coach.read_capture(capture.id)
    return found


def proposal_of(case: Mapping[str, Any], *, again: bool = False) -> CaptureProposal:
    """What the rules read out of one entry of the data, and the second reading if wished."""
    capture, today = Capture(id=case["id"], text=case["text"], at=_moment(case)), date.fromisoformat(case["today"])
    proposal = read_by_rule(capture, _known(case), today)
    return read_again(proposal, capture.text, today)[0] if again else proposal


def _known(case: Mapping[str, Any]) -> list[Person]:
    return [Person.model_validate(one) for one in case.get("known", ())]


def _moment(case: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(f"{case['today']}T21:00").replace(tzinfo=UTC)


# ------------------------------------------------------------------ judging
def judged(case: Mapping[str, Any], found: CaptureProposal) -> Iterator[Count]:
    """Each thing that stands in the notes or was found, with how it went."""
    people = {_key(one.name): one for one in found.people}
    wanted = {_key(one["name"]): one for one in case["people"]}
    passing = {_key(name) for name in case.get("passing", ())}
    for key, gold in wanted.items():
        person = next((one for name, one in people.items() if _same(name, key)), None)
        yield "people", "right" if person else "missed", gold["name"]
        if person:
            yield from _work(gold, person)
            yield from _facts(case, gold["name"], person)
    for key, one in people.items():
        if one.accepted and not any(_same(key, other) for other in (*wanted, *passing)):
            yield "people", "wrong", one.name
    yield from _promises(case, found)
    yield from _dates(case, found)
    yield from _stories(case, found)


def _work(gold: Mapping[str, Any], person: FoundPerson) -> Iterator[Count]:
    for field, said in (("role", person.role), ("organisation", person.organisation)):
        wanted = gold.get(field) or ""
        ways = [wanted] if isinstance(wanted, str) else wanted
        if any(ways) or said:
            fits = any(way and said and (_key(way) in _key(said) or _key(said) in _key(way)) for way in ways)
            yield field, "right" if fits else ("wrong" if said else "missed"), f"{person.name}: {said!r} for {wanted!r}"
    found = [_key(topic) for topic in person.cares_about]
    for topic in gold.get("cares_about", ()):
        hit = any(_key(topic) in one or one in _key(topic) for one in found)
        yield "interests", "right" if hit else "missed", f"{person.name}: {topic}"
    for one in found:
        if not any(_key(topic) in one or one in _key(topic) for topic in gold.get("cares_about", ())):
            yield "interests", "wrong", f"{person.name}: {one}"


def _facts(case: Mapping[str, Any], name: str, person: FoundPerson) -> Iterator[Count]:
    told = _key(" ".join(person.facts))
    for word in case.get("facts", {}).get(name, ()):
        yield "facts", "right" if _key(word) in told else "missed", f"{name}: {word}"
    for word in case.get("not_facts", {}).get(name, ()):
        if _key(word) in told:
            yield "facts", "wrong", f"{name}: {word}"


def _promises(case: Mapping[str, Any], found: CaptureProposal) -> Iterator[Count]:
    left = list(found.commitments)
    for gold in case.get("promises", ()):
        hit = next((one for one in left if _is_promise(gold, one.person, one.by, f"{one.what} {one.quote}")), None)
        yield "shown", "right" if hit else "missed", f"{gold['by']} {gold['person']}: {' '.join(gold['what'])}"
        if hit:
            left.remove(hit)
    for one in left:
        yield "shown", "wrong", f"{one.by} {one.person}: {one.what}"
    left = [one for one in found.commitments if one.accepted]
    for gold in case.get("promises", ()):
        hit = next((one for one in left if _is_promise(gold, one.person, one.by, f"{one.what} {one.quote}")), None)
        yield "promises", "right" if hit else "missed", f"{gold['by']} {gold['person']}: {' '.join(gold['what'])}"
        if hit is None:
            continue
        left.remove(hit)
        due = hit.due.isoformat() if hit.due else None
        if gold.get("due") or due:
            right = due == gold.get("due")
            yield (
                "due",
                "right" if right else ("wrong" if due else "missed"),
                f"{due} for {gold.get('due')}: {hit.quote}",
            )
    for one in left:
        yield "promises", "wrong", f"{one.by} {one.person}: {one.what}"


def _is_promise(gold: Mapping[str, Any], person: str, by: str, words: str) -> bool:
    told = _key(words)
    return (
        by == gold["by"]
        and _same(_key(person), _key(gold["person"]))
        and all(_key(one) in told for one in gold["what"])
    )


def _dates(case: Mapping[str, Any], found: CaptureProposal) -> Iterator[Count]:
    """Days that the notes name; the one that is proposed for everybody who was met counts neither way."""
    proposed = date.fromisoformat(case["today"]) + timedelta(days=FIRST_FOLLOW_UP_DAYS)
    days = {_key(one.name): one.follow_up_on for one in found.people if one.follow_up_on}
    said = {name: day.isoformat() for name, day in days.items() if day != proposed}
    for name, day in case.get("follow_ups", {}).items():
        key = next((one for one in said if _same(one, _key(name))), "")
        got = said.pop(key, None)
        yield "follow-ups", "right" if got == day else ("wrong" if got else "missed"), f"{name}: {got} for {day}"
    for name, day in said.items():
        yield "follow-ups", "wrong", f"{name}: {day}"


def _stories(case: Mapping[str, Any], found: CaptureProposal) -> Iterator[Count]:
    left = list(found.stories)
    for gold in case.get("stories", ()):
        hit = next((one for one in left if all(_key(word) in _key(one.text) for word in gold["words"])), None)
        yield "stories", "right" if hit else "missed", f"{gold['from']}: {' '.join(gold['words'])}"
        if hit:
            left.remove(hit)
    for one in left:
        yield "stories", "wrong", one.text


def _key(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _same(one: str, other: str) -> bool:
    first, second = set(one.split()), set(other.split())
    return bool(first and second) and (first <= second or second <= first)


def _counts(cases: list[dict[str, Any]], found: Mapping[str, CaptureProposal], part: str) -> dict[str, Counter[str]]:
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        if case["part"] == part:
            for field, how, _ in judged(case, found[case["id"]]):
                tally[field][how] += 1
    return tally


def figures(tally: Mapping[str, Counter[str]]) -> dict[str, tuple[float, float, int]]:
    """For each field precision, recall (0 to 1; 1 where there was nothing to get wrong) and the number right."""
    found = {}
    for field in FIELDS:
        right, missed, wrong = (tally.get(field, Counter())[how] for how in ("right", "missed", "wrong"))
        precision = right / (right + wrong) if right + wrong else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        found[field] = (round(precision, 3), round(recall, 3), right)
    return found
