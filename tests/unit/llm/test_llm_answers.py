"""JSON out of answers, requests for it, and the guard against endless repetition."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from coach.llm.answers import parse_json, repeated_tail, response_format, with_schema_in_words

SCHEMA: dict[str, Any] = {
    "title": "Openers!",
    "type": "object",
    "properties": {"openers": {"type": "array", "items": {"type": "string"}}},
    "required": ["openers"],
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    "text",
    [
        '{"openers": ["Hi"]}',
        '```json\n{"openers": ["Hi"]}\n```',
        'Sure! Here it is: {"openers": ["Hi"]} I hope it helps.',
        '<think>{"openers": 3} no…</think>{"openers": ["Hi"]}',
        'The set {a} is not JSON, this is: {"openers": ["Hi"]}',
    ],
)
def test_json_is_found_in_what_models_wrap_around_it(text: str) -> None:
    assert parse_json(text, SCHEMA) == {"openers": ["Hi"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no complete JSON"),
        ('{"openers": ["Hi", "I', "no complete JSON|openers"),
        ('{"openers": [1]}', "openers/0"),
        ('{"answer": "Hi"}', "openers"),
        ("just prose", "no complete JSON"),
    ],
)
def test_what_does_not_match_is_an_error_that_says_where(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_json(text, SCHEMA)


def test_an_invalid_schema_is_the_callers_fault_not_the_models() -> None:
    with pytest.raises(TypeError, match="schema itself"):
        parse_json("{}", {"type": "nonsense"})


def test_strict_is_asked_for_only_where_every_property_is_required() -> None:
    assert response_format(SCHEMA)["json_schema"]["strict"] is True
    assert response_format({**SCHEMA, "required": []})["json_schema"]["strict"] is False
    assert response_format({**SCHEMA, "additionalProperties": True})["json_schema"]["strict"] is False
    nested = {**SCHEMA, "properties": {"openers": {"type": "array", "items": {"type": "object"}}}}
    assert response_format(nested)["json_schema"]["strict"] is False


def test_the_schemas_name_fits_the_protocol() -> None:
    assert response_format(SCHEMA)["json_schema"]["name"] == "Openers_"


def test_asking_in_words_leaves_the_stable_prefix_untouched() -> None:
    messages = [SystemMessage("rules"), HumanMessage("the question")]
    asked = with_schema_in_words(list(messages), SCHEMA)
    assert asked[0] == messages[0]
    assert str(asked[1].text).startswith("the question\n\n")
    assert '"openers"' in str(asked[1].text)
    assert messages[1].content == "the question"


def test_asking_in_words_after_an_answer_adds_a_message() -> None:
    asked = with_schema_in_words([HumanMessage("q"), AIMessage("a")], SCHEMA)
    assert len(asked) == 3
    assert isinstance(asked[-1], HumanMessage)


@pytest.mark.parametrize("unit", ["ha ", "-", "\n", "I would like to know more about that. ", '"Hello there!",\n    '])
def test_a_repeated_tail_is_found_and_one_unit_is_kept(unit: str) -> None:
    head = "Ada met Grace at the harbour: "
    at = repeated_tail(head + unit * 200)
    assert at >= 0
    kept = (head + unit * 200)[:at]
    assert kept.startswith(head.rstrip()[:20])
    assert len(kept) <= len(head) + len(unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "short short short",
        "Every sentence here differs from the one before it, as people's sentences do. " + "Then it ended. " * 2,
        "| a | b |\n|---|---|\n" + "\n".join(f"| {n} | {n * n} |" for n in range(40)),
    ],
)
def test_ordinary_text_is_no_loop(text: str) -> None:
    assert repeated_tail(text) == -1


def test_wording_rules_of_the_schema_do_not_throw_an_answer_away() -> None:
    schema = {"type": "object", "properties": {"text": {"type": "string", "pattern": "^You ", "maxLength": 4}}}
    assert parse_json('{"text": "They did."}', schema) == {"text": "They did."}
    with pytest.raises(ValueError, match="text"):
        parse_json('{"text": 3}', schema)
