"""Which model the settings choose, where words go, and which key goes with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from coach.config import Settings, host_of
from coach.errors import InputError, ModelMissingError, NotFoundError
from coach.llm.factory import count_tokens, handle_for, make_chat_model, unusable_model


def test_without_keys_and_addresses_the_embedded_model_is_chosen(tmp_path: Path) -> None:
    handle = make_chat_model(Settings(), tmp_path)
    assert (handle.kind, handle.remote) == ("embedded", False)
    assert "stays on this machine" in handle.describe()


def test_a_key_in_the_environment_chooses_openai_and_the_handle_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    handle = make_chat_model(Settings(), tmp_path)
    assert (handle.kind, handle.remote) == ("openai", True)
    assert "remote: api.openai.com" in handle.describe()


def test_the_embedded_model_can_be_chosen_though_a_key_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    assert make_chat_model(Settings(llm="embedded"), tmp_path).kind == "embedded"


def test_a_configured_address_comes_before_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    handle = make_chat_model(Settings(llm_base_url="http://192.0.2.7:8000/v1", llm_model="m"), tmp_path)
    assert (handle.kind, handle.name) == ("compatible", "m")
    assert handle.describe() == "m (remote: 192.0.2.7)"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_a_server_on_this_machine_is_not_called_remote(tmp_path: Path, host: str) -> None:
    handle = make_chat_model(Settings(llm_base_url=f"http://{host}:11434/v1", llm_model="m"), tmp_path)
    assert not handle.remote
    assert "local server" in handle.describe()


def test_openai_always_means_openai_whatever_the_environment_redirects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://elsewhere.example/v1")
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    model = make_chat_model(Settings(llm="openai"), tmp_path).model
    assert str(getattr(model, "root_client").base_url) == "https://api.openai.com/v1/"  # noqa: B009


@pytest.mark.parametrize(
    "address", ["ftp://x/v1", "localhost:11434", "http://", "http://[x/v1", "http://a b/v1", "http://x:99999/v1"]
)
def test_an_address_that_is_none_is_refused_by_value(tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError, match="not an http"):
        make_chat_model(Settings(llm_base_url=address), tmp_path)


def test_openai_without_a_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="OPENAI_API_KEY is not set"):
        make_chat_model(Settings(llm="openai"), tmp_path)


def test_a_model_that_cannot_be_made_says_why_when_it_is_asked_and_not_before(tmp_path: Path) -> None:
    settings = Settings(llm_base_url="banana")
    with pytest.raises(InputError) as caught:
        make_chat_model(settings, tmp_path)
    handle = unusable_model(settings, caught.value)
    assert handle.describe() == "banana (cannot be used)"
    assert handle.state().status == "failed"
    assert "coach model use NAME" in handle.state().reason
    assert not handle.remote
    handle.start()
    for ask in (handle.wait_ready, lambda: handle.model):
        with pytest.raises(ModelMissingError, match="'banana' is not an http"):
            ask()
    handle.close()


def test_the_host_of_an_address() -> None:
    addresses = (
        "http://127.0.0.1:11434/v1",
        "https://Api.Example.com",
        "http://[::1]:80/v1",
        "localhost:1/v1",
        "x",
        "",
    )
    assert [host_of(one) for one in addresses] == ["127.0.0.1", "api.example.com", "::1", "", "", ""]


def test_an_unknown_embedded_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="'nope'"):
        make_chat_model(Settings(llm="embedded", llm_model="nope"), tmp_path)


def test_none_is_absent_and_says_so_when_asked(tmp_path: Path) -> None:
    handle = make_chat_model(Settings(llm="none"), tmp_path)
    assert handle.state().status == "absent"
    with pytest.raises(ModelMissingError, match="No language model is configured"):
        handle.wait_ready()
    handle.close()


def test_a_model_that_is_not_here_yet_is_absent_until_it_is_pulled(tmp_path: Path) -> None:
    handle = make_chat_model(Settings(), tmp_path)
    handle.start()
    assert handle.state().status == "absent"
    with pytest.raises(ModelMissingError, match="coach model pull"):
        handle.wait_ready()
    handle.close()
    handle.close()


def test_a_half_written_model_file_is_not_started(tmp_path: Path) -> None:
    handle = make_chat_model(Settings(), tmp_path)
    assert handle.server is not None
    handle.server.model_path.write_bytes(b"GGUF half of it")
    handle.start()
    assert handle.state().status == "absent"


def test_counting_without_a_server_is_an_estimate_of_four_characters_a_token(tmp_path: Path) -> None:
    handle = handle_for(FakeListChatModel(responses=["x"]))
    assert [count_tokens(handle, text) for text in ("", "a", "abcd", "abcde")] == [0, 1, 1, 2]
