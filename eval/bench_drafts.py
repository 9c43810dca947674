"""`python -m eval.bench_drafts`: what a draft costs with the embedded model, beside the bare model in the same run.

A brief for one person of the sample event and a follow-up, each in a start of its own, warmed up as the app does it:
once asked at once, once after the person was on screen for ten seconds. Then the bare server gets the same prompts and
writes as many tokens. With `--large`, prompts are also counted in a workspace of thousands of notes. Figures are
printed, never asserted: machines are shared.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
from langchain_core.messages import BaseMessage

from coach import open_coach
from coach.config import load_settings
from coach.domain.brief import PersonBrief
from coach.domain.models import TokenUse
from coach.domain.progress import Update
from coach.errors import CoachError
from coach.facade import Coach
from coach.intake.sample import SAMPLE_EVENT_ID
from coach.llm import ask as asking
from coach.llm.answers import Answer
from coach.ui import imports
from eval.big_workspace import items

ON_SCREEN_S = 10.0
SAMPLE_PERSON = "sample-keiko"
LARGE = {"people": 400, "notes": 3_000, "events": 120}
LARGE_PROMPTS = 12
"""Events and people of the large workspace whose prompts are counted, of each."""
Journey = Callable[[Coach, "Watch"], TokenUse]
"""Returns what the draft's record says it took."""


@dataclass(frozen=True)
class Sent:
    """One call of the model: what it got and what came of it."""

    messages: list[BaseMessage]
    answer: Answer


@dataclass
class Watch:
    """What happens to one draft, in seconds since it was asked for (`time.perf_counter`).

    `openers`: of the first person, whom the model writes for.
    """

    began: float = field(default_factory=time.perf_counter)
    first_words_s: float | None = None
    openers_s: float | None = None
    openers: int = 0

    def __call__(self, update: Update) -> None:
        now = round(time.perf_counter() - self.began, 1)
        if update.text and self.first_words_s is None:
            self.first_words_s = now
        if isinstance(update.payload, PersonBrief) and self.openers_s is None:
            self.openers_s, self.openers = now, len(update.payload.openers)


def _brief(coach: Coach, watch: Watch) -> TokenUse:
    return coach.prepare(SAMPLE_EVENT_ID, lines_for=1, stream=watch).usage


def _message(coach: Coach, watch: Watch) -> TokenUse:
    return coach.follow_up(SAMPLE_PERSON, stream=watch).current.usage


JOURNEYS: dict[str, tuple[Journey, dict[str, Any]]] = {
    "brief": (_brief, {"event": SAMPLE_EVENT_ID}),
    "follow_up": (_message, {"person": SAMPLE_PERSON}),
}
"""Name -> the journey, and what is on screen before it."""


@contextmanager
def _calls(pretend: Answer | None = None) -> Iterator[list[Sent]]:
    """Every call of the model while this lasts; with `pretend`, that is answered and the model is left alone."""
    sent: list[Sent] = []
    real = asking.ask

    def noted(handle: Any, messages: list[BaseMessage], **options: Any) -> Answer:
        answer = pretend or real(handle, messages, **options)
        sent.append(Sent(messages, answer))
        return answer

    asking.ask = noted
    try:
        yield sent
    finally:
        asking.ask = real


# ------------------------------------------------------------------ one draft
def draft(home: Path, name: str, *, on_screen: bool, bare: bool) -> dict[str, Any]:
    """One draft in a start of its own, what never changes of the prompts read; its figures."""
    journey, shown = JOURNEYS[name]
    with open_coach(home, sample=True) as coach:
        began = time.perf_counter()
        imports.work()
        coach.warm_up()
        coach.warm_model()
        warm_s = time.perf_counter() - began
        if on_screen:
            _look_at(coach, shown)
        with _calls() as sent:
            watch = Watch()
            made = journey(coach, watch)
            whole_s = time.perf_counter() - watch.began
        found = {
            "warm_up_s": round(warm_s, 1),
            "first_words_s": watch.first_words_s,
            "whole_s": round(whole_s, 1),
            "calls": [one.answer.usage.model_dump(exclude={"seconds"}) for one in sent],
            "record": made.model_dump(),
        }
        if watch.openers_s is not None:
            found |= {"openers": watch.openers, "openers_s": watch.openers_s}
        return found | (beside_the_bare_model(coach, sent, whole_s) if bare else {})


def _look_at(coach: Coach, shown: dict[str, Any]) -> None:
    """Ten seconds of a page: what is to come is read meanwhile, and no longer."""
    stop = threading.Event()
    ends = threading.Timer(ON_SCREEN_S, stop.set)
    began = time.perf_counter()
    ends.start()
    try:
        coach.read_ahead(stop=stop, **shown)
    finally:
        ends.cancel()
    time.sleep(max(0.0, ON_SCREEN_S - (time.perf_counter() - began)))


def beside_the_bare_model(coach: Coach, sent: list[Sent], whole_s: float) -> dict[str, float]:
    """The same prompts and as many tokens from the same server, asked one after the other without anything of ours.

    `bare_s`: all read anew. `bare_cached_s`: without the time for those tokens that our calls found in the cache, at
    the speed that the server states for this very call; `ratio` compares with that.
    """
    bare_s = saved_s = 0.0
    for one in sent:
        began = time.perf_counter()
        timings = _bare_call(coach, one)
        bare_s += time.perf_counter() - began
        saved_s += one.answer.usage.cached / timings["prompt_per_second"]
    left = bare_s - saved_s
    return {"bare_s": round(bare_s, 1), "bare_cached_s": round(left, 1), "ratio": round(whole_s / left, 2)}


def _bare_call(coach: Coach, one: Sent) -> dict[str, float]:
    asked = {
        "messages": _chat(one.messages),
        "max_tokens": max(1, one.answer.usage.completion),
        "ignore_eos": True,
        "cache_prompt": False,
        "temperature": 0,
    }
    timings: dict[str, float] = _post(coach, "/v1/chat/completions", asked)["timings"]
    return timings


def _chat(messages: list[BaseMessage]) -> list[dict[str, str]]:
    roles = {"human": "user", "ai": "assistant"}
    return [{"role": roles.get(one.type, one.type), "content": str(one.content)} for one in messages]


def _post(coach: Coach, path: str, body: dict[str, Any]) -> dict[str, Any]:
    assert coach.model.server is not None
    address = coach.model.server.address()
    assert address is not None
    key = {"Authorization": f"Bearer {address.api_key}"}
    answer = httpx.post(f"{address.url}{path}", json=body, headers=key, timeout=300, trust_env=False)
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


# ------------------------------------------------------- a large workspace
def large_prompts(home: Path) -> dict[str, Any]:
    """Tokens of the prompts in a workspace of thousands of notes, the model asked to count them and nothing else."""
    today = datetime.now().astimezone().date()
    with open_coach(home) as coach:
        coach.add_many(items(today, **LARGE))
        persons = [one.id for one in coach.store.people()[:LARGE_PROMPTS]]
        events = [one.id for one in coach.store.events()[:LARGE_PROMPTS]]
        counted = {
            "brief": _prompts(coach, [{"event": one} for one in events]),
            "follow_up": _prompts(coach, [{"person": one} for one in persons]),
        }
        return {"notes": LARGE["notes"], **counted}


def _prompts(coach: Coach, shown: list[dict[str, Any]]) -> dict[str, int]:
    """The largest of the prompts for what is shown, and of how many."""
    with _calls(Answer(text="", model="", finish_reason="stop", usage=TokenUse())) as sent:
        for one in shown:
            try:
                coach.read_ahead(**one)
            except CoachError as exc:  # nobody is known at that event, or nothing noted about that person
                print(f"{one}: {exc}", file=sys.stderr)
    sizes = [_tokens(coach, one.messages) for one in sent]
    return {"prompts": len(sizes), "largest": max(sizes, default=0)}


def _tokens(coach: Coach, messages: list[BaseMessage]) -> int:
    prompt = _post(coach, "/apply-template", {"messages": _chat(messages)})["prompt"]
    return len(_post(coach, "/tokenize", {"content": prompt, "add_special": True, "parse_special": True})["tokens"])


# ------------------------------------------------------------------ the run
def measure(folder: Path, *, large: bool) -> dict[str, Any]:
    """Everything in one run. The first start is not counted: it keeps what never changes of the prompts on disk."""
    home = folder / "home"
    result: dict[str, Any] = {}
    with open_coach(home, sample=True) as coach:
        if coach.model.kind != "embedded":
            raise SystemExit("This measures the embedded model. Next step: run it without COACH_LLM_* and keys.")
        result["model"] = coach.model.name
        coach.warm_model()
        assert coach.model.server is not None
        result["runtime"] = coach.model.server.runtime.name
    for name in JOURNEYS:
        result[f"{name}, at once"] = draft(home, name, on_screen=False, bare=True)
        result[f"{name}, on screen for {ON_SCREEN_S:.0f} s"] = draft(home, name, on_screen=True, bare=False)
    if large:
        result["large workspace"] = large_prompts(folder / "large")
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--large", action="store_true", help="count prompts in a workspace of 3,000 notes too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as folder:
        load_settings(Path(folder))  # a setting of the environment that cannot be used is said before minutes pass
        found = measure(Path(folder), large=options.large)
    if options.json:
        print(json.dumps(found, indent=2))
        return 0
    for name, value in found.items():
        if not isinstance(value, dict):
            print(f"{name}: {value}")
            continue
        print(name)
        for part, figure in value.items():
            print(f"  {part:<16} {figure}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
