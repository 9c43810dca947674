"""`ask` against a real HTTP server that misbehaves on purpose."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from coach.errors import ModelCrashedError, ModelError, ModelOutputError, ModelTimeoutError
from coach.llm import stream
from coach.llm.ask import ask
from coach.llm.testing import Reply, ScriptedServer

MESSAGES: list[BaseMessage] = [SystemMessage("Be brief."), HumanMessage("Hello?")]
SCHEMA: dict[str, Any] = {
    "title": "answer",
    "type": "object",
    "properties": {"name": {"type": "string"}},
    "required": ["name"],
    "additionalProperties": False,
}


def stop_when_asked(server: ScriptedServer, after_s: float) -> threading.Event:
    """An event that is set some time after the server has got its first request."""
    stop = threading.Event()

    def watch() -> None:
        while not server.requests:
            time.sleep(0.01)
        time.sleep(after_s)
        stop.set()

    threading.Thread(target=watch, daemon=True).start()
    return stop


def test_an_answer_streams_with_its_counts(scripted: Any) -> None:
    handle, server = scripted(Reply(text="Hello, Ada.", usage=(31, 24, 4)))
    pieces: list[str] = []
    answer = ask(handle, MESSAGES, max_tokens=40, temperature=0.3, on_text=pieces.append, seed=7)
    assert pieces == ["Hell", "o, A", "da."]
    assert (answer.text, answer.finish_reason, answer.estimated) == ("Hello, Ada.", "stop", False)
    assert (answer.usage.prompt, answer.usage.cached, answer.usage.completion) == (31, 24, 4)
    assert answer.usage.seconds > 0
    sent = server.requests[0]
    assert (sent["max_tokens"], sent["temperature"], sent["seed"], sent["stream"]) == (40, 0.3, 7, True)
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]


def test_a_schema_goes_out_as_response_format(scripted: Any) -> None:
    handle, server = scripted(Reply(text='{"name": "Ada"}'))
    assert ask(handle, MESSAGES, schema=SCHEMA, max_tokens=40, temperature=0).data == {"name": "Ada"}
    sent = server.requests[0]["response_format"]
    assert sent == {"type": "json_schema", "json_schema": {"name": "answer", "schema": SCHEMA, "strict": True}}
    assert "schema" not in server.requests[0]["messages"][-1]["content"]


def test_a_server_without_schemas_is_asked_in_words_and_remembered(scripted: Any) -> None:
    handle, server = scripted(Reply(text='Yes: {"name": "Ada"}', refuses=("response_format",)))
    for _ in range(2):
        assert ask(handle, MESSAGES, schema=SCHEMA, max_tokens=40, temperature=0).data == {"name": "Ada"}
    assert ["response_format" in sent for sent in server.requests] == [True, False, False]
    assert '"required": ["name"]' in server.requests[-1]["messages"][-1]["content"]


def test_other_refused_fields_are_left_out(scripted: Any) -> None:
    handle, server = scripted(Reply(refuses=("temperature", "seed", "stream_options")))
    answer = ask(handle, MESSAGES, max_tokens=40, temperature=0, seed=1)
    assert answer.text == "Hello there."
    assert answer.estimated
    assert not {"temperature", "seed", "stream_options"} & set(server.requests[-1])


def test_a_refusal_that_cannot_be_mended_is_our_error_with_the_servers_words(scripted: Any) -> None:
    handle, server = scripted(Reply(status=400, text="the request exceeds the available context size"))
    with pytest.raises(ModelError, match=r"status 400: the request exceeds.*Shorten the notes"):
        ask(handle, MESSAGES, max_tokens=40, temperature=0)
    assert len(server.requests) == 1


def test_a_wrong_key_says_so(scripted: Any) -> None:
    handle, _ = scripted(Reply(status=401, text="bad key"))
    with pytest.raises(ModelError, match=r"401: bad key.*Check the API key"):
        ask(handle, MESSAGES, max_tokens=40, temperature=0)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_trouble_is_tried_again(scripted: Any, status: int) -> None:
    handle, server = scripted(Reply(status=status, text="busy"), Reply(text="Here."))
    assert ask(handle, MESSAGES, max_tokens=40, temperature=0).text == "Here."
    assert len(server.requests) == 2


@pytest.mark.parametrize("status", [429, 500])
def test_a_lasting_trouble_ends_after_two_more_tries(scripted: Any, status: int) -> None:
    handle, server = scripted(Reply(status=status, text="no luck today"))
    with pytest.raises(ModelError, match=rf"{status}: no luck today"):
        ask(handle, MESSAGES, max_tokens=40, temperature=0)
    assert len(server.requests) == 3


def test_a_stream_cut_in_mid_answer_keeps_the_text_and_is_not_tried_again(scripted: Any) -> None:
    handle, server = scripted(Reply(text="Once upon a time", cut_after=2))
    with pytest.raises(ModelCrashedError, match="mid-answer") as caught:
        ask(handle, MESSAGES, max_tokens=40, temperature=0)
    assert caught.value.partial == "Once upo"
    assert len(server.requests) == 1


def test_a_server_that_hangs_before_the_first_word_meets_the_time_limit(scripted: Any) -> None:
    handle, server = scripted(Reply(hang_after=0), timeout_s=0.5)
    began = time.monotonic()
    with pytest.raises(ModelTimeoutError, match="did not finish"):
        ask(handle, MESSAGES, max_tokens=40, temperature=0)
    assert time.monotonic() - began < 2
    assert server.hung_up.wait(2), "the connection was closed"


def test_silence_in_mid_answer_meets_the_gap_limit(scripted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "GAP_TIMEOUT_S", 0.3)
    handle, server = scripted(Reply(text="Once upon a time", hang_after=2))
    with pytest.raises(ModelTimeoutError, match="nothing for a while"):
        ask(handle, MESSAGES, max_tokens=40, temperature=0)
    assert server.hung_up.wait(2)


@pytest.mark.parametrize("reply", [Reply(hang_after=0), Reply(hang_after=1), Reply(delay_s=5.0)])
def test_stop_closes_the_connection_wherever_the_call_is(scripted: Any, reply: Reply) -> None:
    handle, server = scripted(reply)
    _ = handle.model
    stop = stop_when_asked(server, 0.2)
    began = time.monotonic()
    answer = ask(handle, MESSAGES, max_tokens=40, temperature=0, stop=stop)
    assert time.monotonic() - began < 2
    assert answer.finish_reason == "stopped"
    assert len(server.requests) == 1
    if reply.hang_after is not None:
        assert server.hung_up.wait(2)


def test_a_stop_while_waiting_to_try_again_sends_nothing_more(scripted: Any) -> None:
    handle, server = scripted(Reply(status=500, text="busy"), Reply(text="too late"))
    answer = ask(handle, MESSAGES, max_tokens=40, temperature=0, stop=stop_when_asked(server, 0.05))
    time.sleep(1.5)
    assert answer.finish_reason == "stopped"
    assert len(server.requests) == 1


def test_broken_json_is_asked_for_again_with_another_seed(scripted: Any) -> None:
    handle, server = scripted(Reply(text='{"name": "A', finish="length"), Reply(text='{"name": "Ada"}'))
    answer = ask(handle, MESSAGES, schema=SCHEMA, max_tokens=5, temperature=0, seed=1)
    assert answer.data == {"name": "Ada"}
    assert answer.usage.completion == 6
    first, second = server.requests
    assert (first["seed"], second["seed"]) == (1, 2)
    assert second["temperature"] > first["temperature"]


def test_json_cut_off_twice_says_that_it_was_cut(scripted: Any) -> None:
    handle, _ = scripted(Reply(text='{"name": "A', finish="length"))
    with pytest.raises(ModelOutputError, match="cut at 3 tokens"):
        ask(handle, MESSAGES, schema=SCHEMA, max_tokens=3, temperature=0)


def test_plain_text_cut_by_its_limit_is_an_answer_that_says_so(scripted: Any) -> None:
    handle, _ = scripted(Reply(text="Once upon", finish="length"))
    assert ask(handle, MESSAGES, max_tokens=3, temperature=0).finish_reason == "length"


def test_empty_answers_are_an_error_after_one_more_try(scripted: Any) -> None:
    handle, server = scripted(Reply(text=""))
    with pytest.raises(ModelOutputError, match="empty"):
        ask(handle, MESSAGES, max_tokens=3, temperature=0)
    assert len(server.requests) == 2


def test_a_server_that_is_not_there_is_named(scripted: Any) -> None:
    handle, server = scripted()
    server.__exit__(None, None, None)
    with pytest.raises(ModelError, match=r"127\.0\.0\.1.*cannot be reached"):
        ask(handle, MESSAGES, max_tokens=3, temperature=0)


def test_openais_key_is_never_sent_to_another_server(scripted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    handle, server = scripted(Reply())
    ask(handle, MESSAGES, max_tokens=3, temperature=0)
    monkeypatch.setenv("COACH_LLM_API_KEY", "for-this-server")
    other, second = scripted(Reply())
    ask(other, MESSAGES, max_tokens=3, temperature=0)
    assert server.keys == ["none"]
    assert second.keys == ["for-this-server"]


def test_without_a_model_name_the_servers_first_model_is_taken(scripted: Any) -> None:
    handle, server = scripted(Reply(), model="")
    assert ask(handle, MESSAGES, max_tokens=3, temperature=0).model == "scripted"
    assert server.requests[0]["model"] == "scripted"


def test_several_threads_can_ask_at_once_and_stop_alone(scripted: Any) -> None:
    handle, _ = scripted(Reply(text="abcdefghijklmnopqrstuvwxyz0123456789", gap_s=0.1))
    _ = handle.model
    stops = [threading.Event() for _ in range(4)]
    stops[0].set()
    reasons: dict[int, str] = {}

    def run(number: int) -> None:
        answer = ask(handle, MESSAGES, max_tokens=3, temperature=0, stop=stops[number])
        reasons[number] = answer.finish_reason

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.15)
    stops[1].set()
    for thread in threads:
        thread.join(10)
    assert reasons == {0: "stopped", 1: "stopped", 2: "stop", 3: "stop"}
