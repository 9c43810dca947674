"""Chooses the chat model by the settings: embedded, OpenAI, or any compatible address.

Privacy decides the small print: a key is sent only to the server it belongs to, and the handle always says
where words go.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coach.config import Settings, compatible_key, host_of, kind_of_model, openai_key
from coach.errors import InputError
from coach.llm.catalogue import find_model, is_ready, model_path
from coach.llm.embedded import EmbeddedServer
from coach.llm.handle import ModelHandle, count_tokens
from coach.llm.kept_prompts import KeptPrompts
from coach.llm.outbound import Outbound
from coach.llm.plan import plan_for_this_machine
from coach.llm.reach import Look, look_at
from coach.llm.runtime import Runtime, chosen_runtime
from coach.llm.sent_log import SentLog

if TYPE_CHECKING:
    from langchain_core.language_models.chat_models import BaseChatModel

EMBEDDED_URL = "http://127.0.0.1:1/v1"
"""Stands for the embedded server wherever it listens; nothing listens on this port itself."""
OPENAI_URL = "https://api.openai.com/v1"
OPENAI_DEFAULT_MODEL = "gpt-4.1-mini"
REMOTE_CONTEXT = 32_768
"""Tokens assumed for a model whose context length nobody tells us."""
MAX_RETRIES = 2


def make_chat_model(
    settings: Settings, models_dir: Path, log_dir: Path | None = None, outbound: Outbound | None = None
) -> ModelHandle:
    """The handle for what the settings choose. Nothing is started, sent or fetched yet.

    `outbound` guards what goes to a model elsewhere; without it nothing is asked, hidden or noted.

    "auto" takes the configured address, else OpenAI where OPENAI_API_KEY is set, else the embedded model;
    `handle.describe()` says which, and must be shown. Raises InputError when the settings do not fit together.
    """
    choice = kind_of_model(settings)
    if choice == "none":
        return ModelHandle(name="none", kind="none", context_length=0, where="")
    if choice == "compatible":
        return _compatible(settings, outbound)
    if choice == "openai":
        return _openai(settings, outbound)
    return embedded_model(settings, models_dir, log_dir or models_dir / "logs")


def unusable_model(settings: Settings, fault: InputError) -> ModelHandle:
    """A handle that stands for a model that cannot be made: it says why when it is asked, and breaks nothing else."""
    kind = kind_of_model(settings)
    named = {"openai": "OpenAI", "compatible": settings.llm_base_url}.get(kind, "")
    name = named or settings.llm_model or kind
    return ModelHandle(name=name, kind="unusable", context_length=0, where="", fault=fault)


def handle_for(model: BaseChatModel, name: str = "fake", context_length: int = REMOTE_CONTEXT) -> ModelHandle:
    """A handle around any LangChain chat model: a fake in a test, or one that somebody plugs in."""
    return ModelHandle(name=name, kind="other", context_length=context_length, where="plugged in", build=lambda: model)


def embedded_model(settings: Settings, models_dir: Path, log_dir: Path, runtime: Runtime | None = None) -> ModelHandle:
    """The embedded model, in the runtime given or in the one that is in use. Raises NotFoundError."""
    entry = find_model(settings.llm_model, models_dir)
    server = EmbeddedServer(
        model_path(entry, models_dir),
        plan_for_this_machine(entry.working_context),
        log_dir=log_dir,
        runtime=runtime or chosen_runtime(models_dir),
        kept_prompts=KeptPrompts(models_dir, entry.sha256),
    )
    return ModelHandle(
        name=entry.name,
        kind="embedded",
        context_length=server.plan.context,
        where="this machine",
        timeout_s=settings.llm_timeout_s,
        server=server,
        build=_builder(entry.name, EMBEDDED_URL, "set by the client", server),
        is_here=lambda: is_ready(entry, models_dir),
    )


def _openai(settings: Settings, outbound: Outbound | None) -> ModelHandle:
    key = openai_key()
    if not key:
        raise InputError(
            "The language model is set to 'openai', and OPENAI_API_KEY is not set.",
            "Set OPENAI_API_KEY where the program is started, or choose another model: under Settings, or with `coach "
            "model use NAME`.",
        )
    name = settings.llm_model or OPENAI_DEFAULT_MODEL
    return ModelHandle(
        name=name,
        kind="openai",
        context_length=REMOTE_CONTEXT,
        where=host_of(OPENAI_URL),
        timeout_s=settings.llm_timeout_s,
        build=_builder(name, OPENAI_URL, key, log=outbound.log if outbound else None),
        outbound=outbound,
        look=Look(lambda: look_at(OPENAI_URL, key, host_of(OPENAI_URL))),
    )


def _compatible(settings: Settings, outbound: Outbound | None) -> ModelHandle:
    url = settings.llm_base_url.strip().rstrip("/")
    host = host_of(url)
    if not host:
        raise InputError(
            "The language model's address {llm_base_url!r} is not an http(s) address.",
            "Give it like http://127.0.0.1:11434/v1, under Settings or as COACH_LLM_BASE_URL; or choose another model "
            "with `coach model use NAME`.",
            llm_base_url=settings.llm_base_url,
        )
    # OPENAI_API_KEY belongs to OpenAI and is never sent anywhere else.
    key = compatible_key() or "none"
    handle = ModelHandle(
        name=settings.llm_model or "default",
        kind="compatible",
        context_length=REMOTE_CONTEXT,
        where=host,
        timeout_s=settings.llm_timeout_s,
        outbound=outbound,
        look=Look(lambda: look_at(url, key, host)),
    )

    def build() -> BaseChatModel:
        handle.name = settings.llm_model or _first_model(url, key)
        return _builder(handle.name, url, key, log=outbound.log if outbound and handle.remote else None)()

    handle.build = build
    return handle


def _first_model(url: str, key: str, patience_s: float = 2.0) -> str:
    """The first model that the server offers; "default" when it does not say (many servers accept any)."""
    import httpx

    try:
        answer = httpx.get(f"{url}/models", headers={"Authorization": f"Bearer {key}"}, timeout=patience_s)
        return str(answer.json()["data"][0]["id"])
    except (httpx.HTTPError, ValueError, LookupError, TypeError):
        return "default"


def _builder(
    name: str, url: str, key: str, server: EmbeddedServer | None = None, log: SentLog | None = None
) -> Callable[[], BaseChatModel]:
    def build() -> BaseChatModel:
        from langchain.chat_models import init_chat_model

        from coach.llm.wire import CallClient

        return init_chat_model(
            name,
            model_provider="openai",
            base_url=url,
            api_key=key,
            http_client=CallClient(server, log),
            max_retries=MAX_RETRIES,
            stream_usage=True,
            use_responses_api=False,
        )

    return build


__all__ = ["ModelHandle", "count_tokens", "handle_for", "make_chat_model"]
