"""A model elsewhere: consent first, placeholders on the way, a log of what went out. The server is scripted."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from coach.config import Settings
from coach.errors import ModelConsentError, ModelCrashedError, StoreError
from coach.llm.ask import ask
from coach.llm.factory import ModelHandle, make_chat_model
from coach.llm.outbound import Known, Outbound, accepted
from coach.llm.testing import Reply, ScriptedServer

ELSEWHERE = "models.example"
KNOWN = Known(("Ines Duarte", "Tomas Berg"), ("Maritime Museum",))
QUESTION = [SystemMessage("Ines Duarte is an example."), HumanMessage("Write to Ines Duarte of the Maritime Museum.")]
Remote = Callable[..., tuple[ModelHandle, ScriptedServer, Outbound]]


@pytest.fixture
def remote(scripted: Any, tmp_path: Path) -> Remote:
    """A handle that takes its scripted server for a machine elsewhere."""

    def begin(*replies: Reply, **changed: Any) -> tuple[ModelHandle, ScriptedServer, Outbound]:
        _, server = scripted(*replies)
        settings = Settings(llm_base_url=server.url, llm_model="m", accepted_providers=(ELSEWHERE,))
        settings = settings.model_copy(update=changed)
        outbound = Outbound(tmp_path, lambda: settings, lambda: KNOWN)
        handle = make_chat_model(settings, tmp_path, outbound=outbound)
        handle.where = ELSEWHERE
        return handle, server, outbound

    return begin


def test_nothing_is_sent_before_the_user_agreed(remote: Remote) -> None:
    handle, server, outbound = remote(Reply(), accepted_providers=("other.example",))
    with pytest.raises(ModelConsentError, match=r"agreed to what is sent to 'models.example'.*coach model consent"):
        ask(handle, QUESTION, max_tokens=5, temperature=0)
    assert (server.requests, outbound.log.count()) == ([], 0)


def test_consent_is_kept_once_for_each_provider() -> None:
    settings = accepted(accepted(accepted(Settings(), "a.example"), "b.example"), "a.example")
    assert settings.accepted_providers == ("a.example", "b.example")


def test_names_leave_as_placeholders_and_come_back_in_the_stream(remote: Remote) -> None:
    handle, server, _ = remote(Reply(text="Hello Person1_first, how is Org1?", piece=3))
    pieces: list[str] = []
    answer = ask(handle, QUESTION, max_tokens=40, temperature=0, on_text=pieces.append)
    assert [message["content"] for message in server.requests[0]["messages"]] == [
        "Ines Duarte is an example.",
        "Write to Person1 of the Org1.",
    ]
    assert answer.text == "".join(pieces) == "Hello Ines, how is Maritime Museum?"


def test_json_comes_back_with_the_names_in_it(remote: Remote) -> None:
    handle, _, _ = remote(Reply(text='{"name": "Person1"}', piece=2))
    schema = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    assert ask(handle, QUESTION, schema=schema, max_tokens=40, temperature=0).data == {"name": "Ines Duarte"}


def test_a_field_that_is_not_hidden_goes_out_as_it_is(remote: Remote) -> None:
    handle, server, _ = remote(Reply(), hidden_fields=("names",))
    ask(handle, QUESTION, max_tokens=5, temperature=0)
    assert server.requests[0]["messages"][-1]["content"] == "Write to Person1 of the Maritime Museum."


def test_a_cut_stream_keeps_the_words_with_names_put_back(remote: Remote) -> None:
    handle, _, _ = remote(Reply(text="Hello Person1 and", piece=13, cut_after=1))
    with pytest.raises(ModelCrashedError) as caught:
        ask(handle, QUESTION, max_tokens=5, temperature=0)
    assert caught.value.partial == "Hello Ines Duarte"


def test_everything_sent_is_noted_word_for_word_tries_included(remote: Remote) -> None:
    handle, server, outbound = remote(Reply(status=500), Reply(text="Here."))
    ask(handle, QUESTION, max_tokens=5, temperature=0)
    noted = outbound.log.read()
    assert [json.loads(one.body) for one in noted] == server.requests[::-1]
    assert noted[0].messages[-1] == ("user", "Write to Person1 of the Org1.")
    assert noted[0].address.endswith("/v1/chat/completions")
    assert stat.S_IMODE(outbound.log.path.stat().st_mode) == 0o600
    assert "none" not in outbound.log.path.read_text().partition('"body"')[0], "no key is noted"


def test_the_log_can_be_erased_and_survives_damage(remote: Remote) -> None:
    handle, _, outbound = remote(Reply())
    ask(handle, QUESTION, max_tokens=5, temperature=0)
    with outbound.log.path.open("a") as file:
        file.write("half a li\n")
    ask(handle, QUESTION, max_tokens=5, temperature=0)
    assert len(outbound.log.read()) == 2
    outbound.log.erase()
    assert (outbound.log.read(), outbound.log.count()) == ([], 0)


def test_what_cannot_be_noted_is_not_sent(remote: Remote) -> None:
    handle, server, outbound = remote(Reply())
    outbound.log.path.mkdir()
    with pytest.raises(StoreError, match="Nothing was sent"):
        ask(handle, QUESTION, max_tokens=5, temperature=0)
    assert server.requests == []


def test_a_model_on_this_machine_needs_neither_consent_nor_placeholders_nor_log(scripted: Any, tmp_path: Path) -> None:
    _, server = scripted(Reply())
    settings = Settings(llm_base_url=server.url, llm_model="m")
    outbound = Outbound(tmp_path, lambda: settings, lambda: KNOWN)
    ask(make_chat_model(settings, tmp_path, outbound=outbound), QUESTION, max_tokens=5, temperature=0)
    assert server.requests[0]["messages"][-1]["content"] == QUESTION[-1].content
    assert outbound.log.count() == 0
