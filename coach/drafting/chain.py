"""From a prompt and its values to parsed, cited lines: the one place where drafting meets the model."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coach.drafting.echoes import without_echoes
from coach.drafting.prompts import Prompt
from coach.errors import ModelError, ModelOutputError

if TYPE_CHECKING:
    from coach.llm.ask import Answer
    from coach.llm.handle import ModelHandle

_SHOWN_KEYS = ("subject", "text", "what", "quote", "name", "offer")
_LINES_BY_PLACE = ("openers", "questions", "body", "prompts")
"""Parts of an answer in which every string is a line to show."""


def readable(partial: str) -> str:
    """The words in a piece of JSON that is still being written, one line each, for a person to follow along."""
    from langchain_core.utils.json import parse_partial_json

    try:
        parsed = parse_partial_json(partial)
    except ValueError:
        return ""
    lines: list[str] = []
    _collect(parsed, lines)
    return "\n".join(lines)


def whole_texts(partial: str) -> Mapping[str, Any]:
    """What of a JSON object that breaks off is whole: the string that it breaks off in is left out."""
    from langchain_core.utils.json import parse_partial_json

    try:
        parsed = parse_partial_json(partial)
    except ValueError:
        return {}
    try:
        longer = parse_partial_json(f"{partial}\N{SECTION SIGN}")
    except ValueError:
        longer = parsed  # it broke off between two texts
    kept = _alike(parsed, longer)
    return kept if isinstance(kept, Mapping) else {}


def _alike(one: Any, other: Any) -> Any:
    """`one` without the strings that differ in `other`."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {key: _alike(part, other.get(key)) for key, part in one.items() if _alike(part, other.get(key)) != ""}
    if isinstance(one, list) and isinstance(other, list):
        return [_alike(*pair) for pair in zip(one, other, strict=False)]
    return one if one == other else ""


def _collect(node: Any, lines: list[str], all_shown: bool = False) -> None:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if isinstance(value, str) and (all_shown or key in _SHOWN_KEYS):
                lines.append(value)
            else:
                _collect(value, lines, key in _LINES_BY_PLACE)
    elif isinstance(node, list):
        for child in node:
            _collect(child, lines)


def write(
    handle: ModelHandle,
    prompt: Prompt,
    values: Mapping[str, str],
    labels: Sequence[str],
    *,
    marks: Collection[str] = (),
    english: bool = True,
    on_text: Callable[[str], None] | None = None,
    stop: threading.Event | None = None,
    seed: int | None = None,
) -> Answer:
    """Ask the model to fill the prompt's schema, citing only `labels`. What it copies from the prompt's example is left
    out of the answer's data.

    `marks` are what the schema's `x-when` and `x-unless` ask about. `english`: the openings that a pattern binds
    are English, and are let go for another language. `on_text` gets all readable words so far,
    each time more come. Raises the ModelError tree: ModelOutputError when the answer is no JSON object, and a
    plain ModelError when `stop` ended it.
    """
    from coach.llm.ask import ask  # brings a vendor's client along: not before a model is asked

    written: list[str] = []

    def gather(delta: str) -> None:
        written.append(delta)
        if on_text is not None:
            on_text(readable("".join(written)))

    answer = ask(
        handle,
        prompt.render(**values),
        schema=prompt.schema_for(labels, marks, english=english),
        max_tokens=prompt.max_tokens,
        temperature=prompt.temperature,
        on_text=gather,
        stop=stop,
        seed=seed,
    )
    if answer.finish_reason == "stopped":
        raise ModelError("You stopped the writing.", "Start it again when you like.")
    if not isinstance(answer.data, Mapping):
        raise ModelOutputError(
            "The model answered {text!r}, which is not what was asked for.", "Try again.", text=answer.text[:80]
        )
    return answer.model_copy(update={"data": without_echoes(answer.data, prompt, values)})


def warm(
    handle: ModelHandle,
    prompt: Prompt,
    values: Mapping[str, str] | None = None,
    *,
    stop: threading.Event | None = None,
) -> None:
    """Let a model on this machine read a prompt, so that its cache holds it: the whole with its `values`, or without
    them the part that never changes, which is kept for the next start.

    Reading is the slow part on a CPU: a warm prompt begins to answer in a fraction of the time. Raises the
    ModelError tree.
    """
    from coach.llm.ask import ask
    from coach.llm.kept_prompts import read_stable

    if values is None:
        read_stable(handle, prompt.render(**dict.fromkeys(prompt.variables, "")), stop)
    else:
        ask(handle, prompt.render(**values), max_tokens=1, temperature=0.0, stop=stop)
