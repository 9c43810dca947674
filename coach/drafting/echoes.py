"""What a small model copies from the example of its prompt: such a sentence is about nobody whom the user knows.

The examples are read from the prompt itself, so that a new one is guarded against as soon as it is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from coach.domain.text import sentences, stems
from coach.drafting.prompts import Prompt

RUN = 6
"""Words in a row that only an example has, from which on a sentence is taken from it."""
LEAST_WORDS = 4
"""Shorter answers, such as a name, may be the same by chance."""
STRANGE_WORDS = 2
"""Words of a run that the example tells of and the user never named; the rest of it may be a turn of phrase that the
example is there to teach."""
_ANSWER = re.compile(r"^Answer: (?P<json>\{.*\})$", re.MULTILINE)
_EXAMPLE = re.compile(r"^Example\n(?P<told>.*?)^Answer: ", re.MULTILINE | re.DOTALL)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=32)
def example_sentences(system: str) -> tuple[str, ...]:
    """The sentences of the example answers in the part of a prompt that never changes."""
    answers = [json.loads(found["json"]) for found in _ANSWER.finditer(system)]
    return tuple(dict.fromkeys(one for answer in answers for text in _strings(answer) for one in sentences(text)))


def without_echoes(data: Any, prompt: Prompt, values: Mapping[str, str]) -> Any:
    """An answer without the sentences that it has from the prompt's example and not from the prompt's `values`; the
    places that they stood in stay."""
    examples = example_sentences(prompt.system)
    if not examples:
        return data
    known = " ".join(values.values())
    return _mapped(data, examples, _example_stems(prompt.system), known)


def is_echo(sentence: str, examples: tuple[str, ...], told: frozenset[str], known: str) -> bool:
    """Whether a sentence is one of the examples, or has a long run of one, and nothing that is `known` says so. `told`:
    the stems of what the examples tell of."""
    words, here = _words(sentence), f" {' '.join(_words(known))} "
    if len(words) < LEAST_WORDS or f" {' '.join(words)} " in here:
        return False
    if any(words == _words(one) for one in examples):
        return True
    shown = {run for one in examples for run in _runs(_words(one))}
    taken = [run for run in _runs(words) if run in shown and f" {' '.join(run)} " not in here]
    strange = stems(" ".join(word for run in taken for word in run)) & told - stems(known)
    return len(strange) >= STRANGE_WORDS


@lru_cache(maxsize=32)
def _example_stems(system: str) -> frozenset[str]:
    """What the notes of the examples tell of, without the words of the rules."""
    told = " ".join(found["told"] for found in _EXAMPLE.finditer(system))
    return stems(told) - stems(system.partition("\nExample\n")[0])


def _mapped(node: Any, examples: tuple[str, ...], told: frozenset[str], known: str) -> Any:
    if isinstance(node, Mapping):
        return {key: _mapped(child, examples, told, known) for key, child in node.items()}
    if isinstance(node, list):
        return [_mapped(child, examples, told, known) for child in node]
    if not isinstance(node, str):
        return node
    said = sentences(node)
    kept = [one for one in said if not is_echo(one, examples, told, known)]
    return node if len(kept) == len(said) else " ".join(kept)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for child in node.values():
            yield from _strings(child)
    elif isinstance(node, list):
        for child in node:
            yield from _strings(child)
    elif isinstance(node, str) and len(_words(node)) >= LEAST_WORDS:
        yield node


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
