"""A chat model without a mind: it fills whatever JSON schema it is asked for with words out of the prompt.

For tests and dry runs: its answers have the right shape, cite labels that exist and hold nothing that the
prompt did not say, so that everything around a model can be tried in milliseconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PIECE = 24
"""Characters in one piece of a streamed answer."""


class FillingModel(BaseChatModel):
    """`asked` keeps every prompt as text, system part and user part joined."""

    asked: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "filling"

    def _answer(self, messages: list[BaseMessage]) -> str:
        self.asked.append("\n".join(str(message.text) for message in messages))
        prompt, _, schema = str(messages[-1].text).rpartition("It must match this JSON schema:\n")
        if not prompt:
            return "There is no schema."
        return json.dumps(Filling(prompt, len(self.asked)).of(json.loads(schema)), ensure_ascii=False)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self._answer(messages)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        text = self._answer(messages)
        for at in range(0, len(text), PIECE):
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[at : at + PIECE]))


class Filling:
    """Fills one schema. Words come in the order of the prompt's notes, so that no two strings are alike."""

    def __init__(self, prompt: str, number: int) -> None:
        notes = (prompt.rpartition("Notes:\n")[2] or prompt).partition("\nAnswer:")[0]
        words: list[str] = [word.casefold() for word in _WORD.findall(notes) if len(word) > 3] or ["words"]
        self._words = cycle(words[number % len(words) :] + words[: number % len(words)])
        self._turn = 0

    def of(self, schema: dict[str, Any]) -> Any:
        kind = schema.get("type")
        if kind == "object":
            return {name: self.of(part) for name, part in schema.get("properties", {}).items()}
        if kind == "array":
            count = max(schema.get("minItems", 1), 1)
            items = [self.of(schema.get("items", {"type": "string"})) for _ in range(count)]
            return items if schema.get("maxItems", count) else []
        if "enum" in schema:
            self._turn += 1
            return str(schema["enum"][self._turn % len(schema["enum"])])
        if kind == "integer":
            return schema.get("minimum", 1)
        return self._string(schema)

    def _string(self, schema: dict[str, Any]) -> str:
        if pattern := schema.get("pattern"):
            return self._matching(parser.parse(pattern))
        least, most = schema.get("minLength", 8), schema.get("maxLength", 80)
        return self._prose(least, most).capitalize()[:most]

    def _prose(self, least: int, most: int) -> str:
        """Words for about a third of the room between `least` and `most` characters."""
        text = next(self._words)
        while len(text) < least + (min(most, 150) - least) // 3:
            text += f" {next(self._words)}"
        return text[:most].rstrip() if len(text[:most].rstrip()) >= least else text[:most]

    def _matching(self, tree: Any) -> str:
        return "".join(self._part(code, value) for code, value in tree)

    def _part(self, code: Any, value: Any) -> str:
        if code is codes.LITERAL:
            return chr(value)
        if code is codes.IN:
            kind, first = value[0]
            return "e" if kind in (codes.NEGATE, codes.CATEGORY) else chr(first if kind is codes.LITERAL else first[0])
        if code is codes.SUBPATTERN:
            return self._matching(value[-1])
        if code is codes.BRANCH:
            self._turn += 1
            return self._matching(value[1][self._turn % len(value[1])])
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            least, most, inner = value
            anything = "NEGATE" in str(inner)
            return self._prose(least, min(most, 200)) if anything else self._matching(inner) * least
        return ""
