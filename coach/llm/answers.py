"""What a model call returns, and how JSON is got out of it.

Servers that take a JSON schema enforce it while writing; the others are asked in words and read leniently.
"""

from __future__ import annotations

import json
from typing import Any, Literal

import jsonschema
from langchain_core.messages import BaseMessage, HumanMessage

from coach.domain.models import Model, TokenUse

FinishReason = Literal["stop", "length", "stopped", "loop", "other"]


class Answer(Model):
    """One answer. `data` is the parsed JSON when a schema was given and the answer is whole.

    `finish_reason`: "stop" the model ended; "length" `max_tokens` was reached; "stopped" the caller ended
    it; "loop" the model repeated itself and was cut; `estimated`: the server gave no token counts, and
    `usage` is an estimate of four characters a token.
    """

    text: str
    data: Any = None
    usage: TokenUse = TokenUse()
    model: str = ""
    finish_reason: FinishReason = "stop"
    estimated: bool = False


def response_format(schema: dict[str, Any]) -> dict[str, Any]:
    """`response_format` of the chat protocol for a JSON schema. `strict` is asked for where the schema
    allows it: OpenAI rejects a strict schema that has optional or additional properties."""
    name = "".join(char if char.isalnum() else "_" for char in schema.get("title", "answer"))[:64]
    return {"type": "json_schema", "json_schema": {"name": name, "schema": schema, "strict": _is_strict(schema)}}


def _is_strict(schema: Any) -> bool:
    if isinstance(schema, list):
        return all(_is_strict(part) for part in schema)
    if not isinstance(schema, dict):
        return True
    if schema.get("type") == "object" or "properties" in schema:
        if schema.get("additionalProperties") is not False:
            return False
        if set(schema.get("properties", {})) - set(schema.get("required", ())):
            return False
    return all(_is_strict(part) for part in schema.values())


def with_schema_in_words(messages: list[BaseMessage], schema: dict[str, Any]) -> list[BaseMessage]:
    """The messages, with the request for JSON at the end, where it leaves the stable prefix as it was."""
    request = (
        "Answer with one JSON value and nothing else: no explanation, no code fence. It must match this JSON schema:\n"
        + json.dumps(schema, ensure_ascii=False)
    )
    last = messages[-1] if messages else None
    if isinstance(last, HumanMessage) and isinstance(last.content, str):
        return [*messages[:-1], last.model_copy(update={"content": f"{last.content}\n\n{request}"})]
    return [*messages, HumanMessage(request)]


def parse_json(text: str, schema: dict[str, Any]) -> Any:
    """The JSON value in `text`, which may be wrapped in prose, a code fence or a model's thinking.

    Only the shape is held against the schema: `pattern` and lengths guide a decoder that keeps to them, and
    are no reason to throw away the answer of one that does not.

    Raises ValueError, saying what is wrong, when there is none or its shape does not match.
    """
    value = _first_value(text.rsplit("</think>", 1)[-1])
    try:
        jsonschema.validate(value, _shape_of(schema))
    except jsonschema.ValidationError as exc:
        where = "/".join(str(part) for part in exc.absolute_path) or "the answer"
        raise ValueError(f"{where}: {exc.message[:200]}") from exc
    except jsonschema.SchemaError as exc:
        raise TypeError(f"The schema itself is not valid: {exc.message[:200]}") from exc
    return value


_WORDING = frozenset({"pattern", "minLength", "maxLength"})


def _shape_of(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {key: _shape_of(part) for key, part in schema.items() if key not in _WORDING or isinstance(part, dict)}
    return [_shape_of(part) for part in schema] if isinstance(schema, list) else schema


def _first_value(text: str) -> Any:
    stripped = text.strip()
    try:
        return json.loads(stripped)
    except ValueError:
        pass
    decoder = json.JSONDecoder(strict=False)
    for at, char in enumerate(stripped):
        if char in "{[":
            try:
                return decoder.raw_decode(stripped, at)[0]
            except ValueError:
                continue
    raise ValueError("there is no complete JSON value in it")


LOOP_UNIT = 200
LOOP_LENGTH = 160
LOOP_REPEATS = 4


def repeated_tail(text: str) -> int:
    """Where `text` begins to repeat itself to its end; -1 when it does not.

    A loop is a unit of up to 200 characters, four times or more and 160 characters or longer in all.
    The answer keeps the first of the repeated units.
    """
    for unit in range(1, LOOP_UNIT + 1):
        length = max(LOOP_LENGTH, LOOP_REPEATS * unit)
        tail = text[-length:]
        if len(tail) == length and tail[unit:] == tail[:-unit]:
            start = len(text) - length
            while start > 0 and text[start - 1] == text[start - 1 + unit]:
                start -= 1
            return start + unit
    return -1
