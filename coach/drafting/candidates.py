"""Write the lines, check them, and write again those that nobody would say: at most two calls.

The second call has the same prompt, which the model's cache still holds, and asks for the weak lines alone:
it costs their words and no more. Two whole answers side by side in the server's slots took 1.3 to 1.5 times
the time of one on two cores, for lines most of which were good already.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import TokenUse
from coach.domain.text import stems
from coach.drafting.angles import Angle
from coach.drafting.chain import whole_texts, write
from coach.drafting.echoes import without_echoes
from coach.drafting.lines import checked_lines
from coach.drafting.prompts import Prompt
from coach.errors import ModelError

if TYPE_CHECKING:
    from coach.llm.handle import ModelHandle

SECOND_SEED = 7
LABELS_A_LINE = 3


@dataclass(frozen=True)
class Task:
    """What is to be written: the prompt with its values, the angles, and what the lines are checked against."""

    prompt: Prompt
    values: Mapping[str, str]
    angles: Sequence[Angle]
    evidence: Sequence[Evidence]
    facts: Mapping[str, Any]
    marks: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True)
class Written:
    """The lines by their place in the schema; `data` is the model's first answer; `astray`: not about their facts;
    `missing`: what went wrong where lines that were asked for never came."""

    lines: dict[str, Line]
    data: Mapping[str, Any]
    usage: TokenUse
    astray: frozenset[str] = frozenset()
    missing: str = ""

    def at(self, slots: Sequence[str]) -> list[Line]:
        """The lines of these places, in order; those that went astray only where there are no others."""
        there = [slot for slot in slots if slot in self.lines]
        return [self.lines[slot] for slot in there if slot not in self.astray] or [self.lines[slot] for slot in there]


def write_lines(
    handle: ModelHandle,
    task: Task,
    weak: Callable[[Mapping[str, Line]], Collection[str]],
    better: Callable[[Line], float],
    *,
    spare: Collection[str] = (),
    on_text: Callable[[str], None] | None = None,
    stop: threading.Event | None = None,
) -> Written:
    """Lines for the task. `weak` names those to write again; of two for one place the one that is `better` stays.
    `spare`: places that have a line by rule, for which nothing is written twice.

    A line that is not about its fact is weak too. An answer that breaks off keeps its whole lines, and the second
    call asks for the rest as well. Raises the
    ModelError tree when nothing could be written; a second call that fails leaves the first lines.
    """
    wanted = {angle.slot for angle in task.angles}
    data, usage, broken = _begin(handle, task, wanted, on_text, stop)
    lines = _lines(data, task)
    if broken and not lines:
        raise broken
    again = wanted & {*weak(lines), *_astray(lines, task), *(wanted - lines.keys() if broken else ())}
    again -= set(spare)
    if again and not (stop and stop.is_set()):
        try:
            second = _ask(handle, task, again, None, stop, SECOND_SEED)
        except ModelError:
            missing = broken.message if broken and wanted - lines.keys() else ""
            return Written(lines, data, usage, frozenset(_astray(lines, task)), missing)
        usage = usage + second.usage
        rewritten = _lines(second.data, task)
        found_back = _astray(lines, task) - _astray(rewritten, task)
        for slot, line in rewritten.items():
            if slot not in lines or slot in found_back or better(line) > better(lines[slot]):
                lines[slot] = line
    return Written(lines, data, usage, frozenset(_astray(lines, task)))


def _begin(
    handle: ModelHandle,
    task: Task,
    slots: set[str],
    on_text: Callable[[str], None] | None,
    stop: threading.Event | None,
) -> tuple[Mapping[str, Any], TokenUse, ModelError | None]:
    """The first answer; of one that broke off, its whole texts and what went wrong."""
    try:
        answer = _ask(handle, task, slots, on_text, stop)
    except ModelError as exc:
        return without_echoes(whole_texts(exc.partial), task.prompt, task.values), TokenUse(), exc
    return answer.data, answer.usage, None


def _ask(
    handle: ModelHandle,
    task: Task,
    slots: set[str],
    on_text: Callable[[str], None] | None,
    stop: threading.Event | None,
    seed: int | None = None,
) -> Any:
    return write(
        handle,
        task.prompt,
        task.values,
        [one.label for one in task.evidence],
        marks={*slots, *task.marks},
        english=task.language == "en",
        on_text=on_text,
        stop=stop,
        seed=seed,
    )


def _lines(data: Mapping[str, Any], task: Task) -> dict[str, Line]:
    """The answer's texts by place, checked; each cites its angle's sources and what else the check found in it."""
    texts = dict(_texts(data))
    found: dict[str, Line] = {}
    for angle in task.angles:
        raw = {"text": _whole(angle, texts.get(angle.slot, "")), "sources": list(angle.labels)}
        for line in checked_lines(raw, task.evidence, task.facts):
            checked = [label for one in (line.check.sentences if line.check else ()) for label in one.labels]
            labels = tuple(dict.fromkeys([*line.labels, *checked]))[:LABELS_A_LINE]
            found[angle.slot] = line.model_copy(update={"labels": labels})
    return found


def _whole(angle: Angle, text: str) -> str:
    """What a rule says about the fact, and after it what the model wrote."""
    return " ".join(part for part in (angle.said, text) if part) if text.strip() else ""


def _astray(lines: Mapping[str, Line], task: Task) -> set[str]:
    """Places whose line is not about its fact; in another language than the notes' nobody can tell."""
    if task.language != "en":
        return set()
    angles = {angle.slot: angle for angle in task.angles}
    return {slot for slot, line in lines.items() if not _keeps_to(line.text, angles[slot])}


def _keeps_to(text: str, angle: Angle) -> bool:
    """A question after a sentence by rule names one thing of it; a line of the model's own must be about its fact."""
    if angle.said:
        return bool(stems(text.removeprefix(angle.said)) & stems(angle.fact))
    return speaks_of(text, angle.fact)


LONG_FACT = 5
"""Words with meaning in a fact of which a line must take up two; of a shorter one, one is enough."""


def speaks_of(text: str, fact: str) -> bool:
    """Whether a line is about its fact: a small model slips into the fact of another line."""
    told = stems(fact)
    return len(told & stems(text)) >= min(2 if len(told) >= LONG_FACT else 1, len(told))


def _texts(node: Mapping[str, Any]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in node.items():
        if isinstance(value, Mapping):
            found += _texts(value)
        elif isinstance(value, str):
            found.append((key, value))
    return found
