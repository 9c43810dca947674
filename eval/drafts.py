"""How good are the drafts? All briefs of eval/data/drafts through the real journeys, scored with reasons.

Beside it the plain way (`eval/plain_drafts.py`) writes for the same brief with the same model, scored alike. One
workspace holds every brief, so that each has the others' notes as distractors. A model that samples gives other
words each time: differences under 0.05 are noise and are not called a move. `--save` writes after each brief and
`--resume` leaves out what the baseline holds with the same prompts, so that a long run can be done in pieces.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from coach import open_coach
from coach.config import load_settings
from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Commitment, Draft, Event, Goal, Item, Note, Person, Reflection, Session, TokenUse
from coach.domain.text import content_words, sentences
from coach.drafting.prompts import load_prompt
from coach.errors import CoachError
from coach.facade import Coach
from coach.llm.factory import handle_for
from eval.fake import FillingModel
from eval.plain_drafts import write_plainly
from eval.scorers import SCORERS, Outcome, score

DATA = Path(__file__).parent / "data" / "drafts"
BASELINES = Path(__file__).parent / "baselines"
JOURNEYS = ("prepare", "follow_up", "reflect")
PROMPTS = {"prepare": "prepare_person", "follow_up": "follow_up", "reflect": "reflect"}
EXPECTED = {"prepare": 6, "follow_up": 2, "reflect": 5}
"""Lines that are promised: three openers, two questions, an offer; a message of two sentences; five questions."""
USER = "Robin Vale"
MOVED = 0.05
USUAL = 12
"""Briefs of an ordinary run: about half an hour on two cores, both ways."""
TIMEOUT_S = 600.0
"""Seconds for one answer: a measurement may wait longer than a person."""


@dataclass(frozen=True)
class Case:
    """One brief of the data, with the ids under which the workspace holds it."""

    data: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.data["id"])

    @property
    def journey(self) -> str:
        return str(self.data["journey"])

    @property
    def split(self) -> str:
        return str(self.data["split"])

    @property
    def person(self) -> str:
        return f"{self.id}-person"

    @property
    def event(self) -> str:
        return f"{self.id}-event"

    @property
    def goals(self) -> list[str]:
        return [f"{self.id}-goal-{number}" for number, _ in enumerate(self.data["goals"])]

    def items(self) -> Iterator[Item]:
        """What the workspace holds of this brief."""
        data, event = self.data, self.data["event"]
        yield Person(id=self.person, **data["person"])
        for goal_id, goal in zip(self.goals, data["goals"], strict=True):
            yield Goal(id=goal_id, **goal)
        talk = event.get("talk")
        yield Event(
            id=self.event,
            name=event["name"],
            place=event["place"],
            starts=date.fromisoformat(event["starts"]),
            goals=tuple(self.goals),
            attendees=() if talk else (self.person,),
            programme=(self._session(talk),) if talk else (),
        )
        for number, note in enumerate(data["notes"]):
            at = datetime.fromisoformat(note["at"])
            yield Note(
                id=f"{self.id}-note-{number}",
                text=note["text"],
                at=at,
                people=(self.person,),
                event=None if self.journey == "prepare" else self.event,
                thread=self.id,
                position=number,
            )
        for number, promise in enumerate(data["promises"]):
            made_at = None if self.journey == "prepare" else self.event
            yield Commitment(id=f"{self.id}-promise-{number}", person=self.person, event=made_at, **promise)

    def _session(self, talk: dict[str, str]) -> Session:
        starts = datetime.fromisoformat(f"{self.data['event']['starts']}T10:00")
        return Session(id=f"{self.id}-talk", speakers=(self.person,), starts=starts, **talk)

    def words(self) -> set[str]:
        """Content words of everything that is on record for this brief."""
        data = self.data
        talk = data["event"].get("talk", {})
        parts = [*talk.values(), *(note["text"] for note in data["notes"]), *(one["what"] for one in data["promises"])]
        parts += [f"{goal['text']} {goal['why']}" for goal in data["goals"]]
        person = data["person"]
        parts += [person["name"], person["role"], person["organisation"], *person["cares_about"]]
        return content_words(" ".join(parts))


def load_cases(split: str = "all", limit: int = 0, journey: str = "all") -> list[Case]:
    """The briefs of a split (`tune`, `held_out`, `all`), journeys taking turns; the first `limit` (0: all)."""
    found = [
        Case(brief) for path in sorted(DATA.glob("*.json")) for brief in json.loads(path.read_text("utf-8"))["briefs"]
    ]
    chosen = [case for case in found if split in ("all", case.split) and journey in ("all", case.journey)]
    by_journey = [[case for case in chosen if case.journey == journey] for journey in JOURNEYS]
    turns = [cases[at] for at in range(max(map(len, by_journey), default=0)) for cases in by_journey if at < len(cases)]
    return turns[:limit] if limit else turns


# ------------------------------------------------------------------ running
def run_case(coach: Coach, case: Case, others: frozenset[str]) -> tuple[Outcome, TokenUse]:
    """One brief through its journey. A model that fails is an outcome, not an end."""
    try:
        made = {"prepare": _prepare, "follow_up": _follow_up, "reflect": _reflect}[case.journey](coach, case)
    except CoachError as exc:
        made = {"lines": (), "evidence": (), "error": str(exc), "usage": TokenUse()}
    usage = made.pop("usage")
    return _outcome(case, others, made), usage


def run_plainly(coach: Coach, case: Case, ours: Outcome) -> tuple[Outcome, TokenUse]:
    """The same brief the plain way, judged by the evidence that ours was judged by."""
    try:
        made, usage = write_plainly(coach, case.data)
    except CoachError as exc:
        made, usage = {"lines": (), "error": str(exc)}, TokenUse()
    return _outcome(case, ours.others, {**made, "evidence": ours.evidence}), usage


def _outcome(case: Case, others: frozenset[str], made: dict[str, Any]) -> Outcome:
    data = case.data
    facts = {
        "event": f"{data['event']['name']} {data['event']['place']}",
        "person": "" if case.journey == "reflect" else data["person"]["name"],
        "goal": " ".join(f"{goal['text']}. {goal['why']}" for goal in data["goals"]) + " " + data.get("intent", ""),
        "channel": data.get("channel", ""),
        "today": date.today().isoformat(),  # noqa: DTZ011 - the journeys take the user's own day too
        "user": USER,
    }
    return Outcome(
        journey=case.journey,
        facts=facts,
        others=others,
        expected=EXPECTED[case.journey],
        example=example_of(case.journey),
        record=json.dumps(data, ensure_ascii=False),
        **made,
    )


def example_of(journey: str) -> tuple[str, ...]:
    """The lines of the worked example in the prompt of a journey."""
    example = re.search(r"^Answer: (\{.*\})$", load_prompt(PROMPTS[journey]).system, re.MULTILINE)
    return tuple(_texts(json.loads(example[1]))) if example else ()


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for child in node.values():
            yield from _texts(child)


def _prepare(coach: Coach, case: Case) -> dict[str, Any]:
    brief = coach.prepare(case.event, case.goals, people=[case.person], lines_for=1)
    person = brief.people[0]
    offer = (person.offer,) if person.offer else ()
    lines = (*person.openers, *person.questions, *offer)
    return {"lines": lines, "evidence": person.evidence, "error": person.error, "usage": brief.usage}


def _follow_up(coach: Coach, case: Case) -> dict[str, Any]:
    data = case.data
    draft = coach.follow_up(case.person, data["channel"], data["intent"], event=case.event, tone=data["tone"])
    version = draft.current
    checked = (version.check or {}).get("sentences", ())
    lines = []
    for text in sentences(version.text):
        labels = dict.fromkeys(label for one in checked if one["text"] in text for label in one["labels"])
        if len(text.split()) > 3:
            lines.append(Line(text=text, labels=tuple(labels)))
    return {
        "lines": tuple(lines),
        "evidence": tuple(Evidence.model_validate(one) for one in version.evidence),
        "message": version.text,
        "subject": version.subject,
        "channel": data["channel"],
        "usage": version.usage,
    }


def _reflect(coach: Coach, case: Case) -> dict[str, Any]:
    reflection: Reflection = coach.reflect(case.event)
    if reflection.draft is None:
        return {"lines": (), "evidence": (), "error": "the model wrote nothing that can be used", "usage": TokenUse()}
    version = coach.store.get(Draft, reflection.draft).current
    return {
        "lines": tuple(Line(text=prompt.text, labels=prompt.labels) for prompt in reflection.prompts),
        "evidence": tuple(Evidence.model_validate(one) for one in version.evidence),
        "usage": version.usage,
    }


def measure(cases: Sequence[Case], model: str, done: Callable[[dict[str, Any]], None] | None = None) -> dict[str, Any]:
    """Run and score the cases, ours and the plain way; `model` is `configured` or `fake`. `done` gets the figures
    after each case. Raises ModelMissingError before any case."""
    words = {case.id: case.words() for case in load_cases()}
    results: dict[str, Any] = {}
    figures: dict[str, Any] = {"model": model, "means": {}, "plain_means": {}, "cases": results}
    with tempfile.TemporaryDirectory(prefix="coach-eval-") as home:
        settings = load_settings(Path(home)).model_copy(update={"llm_timeout_s": TIMEOUT_S, "user_name": USER})
        plugged = handle_for(FillingModel(), "fake") if model == "fake" else None
        with open_coach(home, settings=settings, model=plugged) as coach:
            coach.model.wait_ready()
            coach.add_many(item for case in load_cases() for item in case.items())
            figures["model"] = coach.model.name
            for case in cases:
                others = frozenset(word for id, known in words.items() if id != case.id for word in known)
                results[case.id] = _both_ways(coach, case, others)
                print(f"{case.id}: {results[case.id]['seconds']:.0f} s", file=sys.stderr, flush=True)
                figures |= {"means": means(results), "plain_means": means(_plain(results))}
                if done is not None:
                    done(figures)
    return figures


def _both_ways(coach: Coach, case: Case, others: frozenset[str]) -> dict[str, Any]:
    started = time.perf_counter()
    outcome, usage = run_case(coach, case, others)
    between = time.perf_counter()
    plain, plain_usage = run_plainly(coach, case, outcome)
    ended = time.perf_counter()
    return {
        "split": case.split,
        "journey": case.journey,
        "prompt": load_prompt(PROMPTS[case.journey]).content_hash,
        **_result(outcome, usage, between - started),
        "plain": _result(plain, plain_usage, ended - between),
    }


def _plain(results: dict[str, Any]) -> dict[str, Any]:
    return {id: {"split": one["split"], **one["plain"]} for id, one in results.items() if "plain" in one}


def _result(outcome: Outcome, usage: TokenUse, seconds: float) -> dict[str, Any]:
    """`tokens`: of the prompts, of them read from the model's cache, and written."""
    return {
        "seconds": round(seconds, 1),
        "tokens": {"prompt": usage.prompt, "cached": usage.cached, "completion": usage.completion},
        "subject": outcome.subject,
        "lines": [outcome.message] if outcome.message else [line.text for line in outcome.lines],
        "scores": {
            name: {"value": None if one.value is None else round(one.value, 4), "reason": one.reason}
            for name, one in score(outcome).scores.items()
        },
    }


def means(results: dict[str, Any]) -> dict[str, dict[str, float]]:
    """For each split the mean of each scorer over the cases in which it had something to judge."""
    found: dict[str, dict[str, float]] = {}
    for split in ("tune", "held_out"):
        cards = [one["scores"] for one in results.values() if one["split"] == split]
        for scorer in SCORERS:
            values = [value for card in cards if (value := card.get(scorer.name, {}).get("value")) is not None]
            if values:
                found.setdefault(split, {})[scorer.name] = round(sum(values) / len(values), 4)
    return found


# ----------------------------------------------------------------- comparing
def moves(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """Which means moved by 0.05 or more against the baseline, over the cases that both have."""
    shared = now["cases"].keys() & before["cases"].keys()
    current = means({key: now["cases"][key] for key in shared})
    earlier = means({key: before["cases"][key] for key in shared})
    told = []
    for split, values in current.items():
        for name, value in values.items():
            change = value - earlier.get(split, {}).get(name, value)
            if abs(change) >= MOVED:
                told.append(
                    f"{split} {name}: {value - change:.2f} -> {value:.2f} ({'better' if change > 0 else 'WORSE'})"
                )
    return told


def baseline_path(model: str) -> Path:
    return BASELINES / ("drafts-fake.json" if model == "fake" else "drafts.json")


def _comparison(figures: dict[str, Any], before: dict[str, Any] | None) -> list[str]:
    if before is None:
        return ["There is no baseline yet."]
    told = moves(figures, before) or [f"Nothing moved by {MOVED} or more against the baseline."]
    if before["model"] != figures["model"]:
        told.insert(0, f"The baseline was made with {before['model']!r}, this with {figures['model']!r}.")
    earlier = before["cases"]
    changed = {
        PROMPTS[case["journey"]]
        for id, case in figures["cases"].items()
        if id in earlier and earlier[id].get("prompt") != case["prompt"]
    }
    return [*told, *([f"Prompts that changed since: {', '.join(sorted(changed))}."] if changed else [])]


def save(figures: dict[str, Any], path: Path) -> None:
    """Write the baseline. Cases that were not run now keep their figures, if the same model made them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cases = dict(figures["cases"])
    if path.is_file():
        before = json.loads(path.read_text("utf-8"))
        if before["model"] == figures["model"]:
            known = {case.id for case in load_cases()}
            cases = {**{id: case for id, case in before["cases"].items() if id in known}, **cases}
    whole = {"model": figures["model"], "means": means(cases), "plain_means": means(_plain(cases)), "cases": cases}
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _print(figures: dict[str, Any], reasons: bool) -> None:
    names = [scorer.name for scorer in SCORERS]
    print(f"{'drafts by ' + figures['model']:<34}" + "".join(f"{name:>13}" for name in names))
    for id, case in figures["cases"].items():
        print(f"{id:<34}" + "".join(_cell(case["scores"][name]["value"]) for name in names))
        if reasons:
            print("".join(f"    {name}: {case['scores'][name]['reason']}\n" for name in names), end="")
    for split, values in figures["means"].items():
        count = sum(case["split"] == split for case in figures["cases"].values())
        print(f"{f'mean of {split} ({count})':<34}" + "".join(_cell(values.get(name)) for name in names))
    for split, values in figures["plain_means"].items():
        print(f"{f'the plain way, {split}':<34}" + "".join(_cell(values.get(name)) for name in names))


def _cell(value: float | None) -> str:
    return f"{'–' if value is None else format(value, '.2f'):>13}"


# ------------------------------------------------------------------- command
def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", choices=("configured", "fake"), default="configured", help="fake: a dry run")
    parser.add_argument("--split", choices=("all", "tune", "held_out"), default="all")
    parser.add_argument("--journey", choices=("all", *JOURNEYS), default="all")
    parser.add_argument("--limit", type=int, default=USUAL, help=f"at most so many briefs (usually {USUAL}; 0: all)")
    parser.add_argument("--only", default="", help="the ids of the briefs to run, with commas between them")
    parser.add_argument("--resume", action="store_true", help="leave out what the baseline holds with these prompts")
    parser.add_argument("--json", action="store_true", help="print everything as JSON, lines and reasons included")
    parser.add_argument("--reasons", action="store_true", help="print the reason of each score")
    parser.add_argument("--save", action="store_true", help="write the figures as the new baseline")


def main(options: argparse.Namespace) -> int:
    """Returns 0, or the error's exit code when there is no usable model."""
    path = baseline_path(options.model)
    before = json.loads(path.read_text("utf-8")) if path.is_file() else None
    try:
        figures = measure(_chosen(options, path), options.model, partial(save, path=path) if options.save else None)
    except CoachError as exc:
        print(exc, file=sys.stderr)
        return exc.exit_code
    compared = _comparison(figures, before)
    if options.json:
        print(json.dumps({**figures, "moved": compared}, indent=1, ensure_ascii=False))
    else:
        _print(figures, options.reasons)
        print("\n".join(compared))
    return 0


def _chosen(options: argparse.Namespace, path: Path) -> list[Case]:
    cases = load_cases(options.split, journey=options.journey)
    if options.only:
        cases = [case for case in cases if case.id in options.only.split(",")]
    if options.resume and path.is_file():
        kept = json.loads(path.read_text("utf-8"))["cases"]
        cases = [case for case in cases if not _is_done(case, kept.get(case.id, {}))]
    return cases[: options.limit] if options.limit else cases


def _is_done(case: Case, kept: dict[str, Any]) -> bool:
    return "plain" in kept and kept.get("prompt") == load_prompt(PROMPTS[case.journey]).content_hash
