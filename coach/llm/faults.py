"""Turns what chat clients raise into our errors, and reads from a refusal which request field was refused."""

from __future__ import annotations

import openai

from coach.errors import ModelCrashedError, ModelError, ModelTimeoutError, RecallError
from coach.llm.handle import ModelHandle
from coach.llm.wire import Call

FIELD_WORDS = {
    "response_format": ("response_format", "json_schema", "structured output", "guided"),
    "stream_options": ("stream_options", "include_usage"),
    "temperature": ("temperature",),
    "seed": ("seed",),
}


def refused_field(exc: Exception, sent: frozenset[str]) -> str | None:
    """The optional request field that the server's refusal (400, 404, 422 or 501) is about, among those sent."""
    if not isinstance(exc, openai.APIStatusError) or exc.status_code not in (400, 404, 422, 501):
        return None
    said = str(exc).lower()
    return next(
        (field for field, words in FIELD_WORDS.items() if field in sent and any(w in said for w in words)), None
    )


def translate(exc: Exception, handle: ModelHandle, partial: str, call: Call) -> ModelError:
    """Our error for what a chat client raised, after `partial` had been written."""
    if isinstance(exc, openai.APITimeoutError):
        return ModelTimeoutError("The model at {where!r} cannot be reached in time.", "Try again.", where=handle.where)
    if isinstance(exc, openai.APIStatusError):
        return _refusal(exc, handle)
    if partial or _died(handle, call):
        return broken_off(handle, partial, call)
    if isinstance(exc, openai.APIConnectionError):
        return ModelError(
            "The model at {where!r} cannot be reached: {reason}.",
            "Check the address and that the server is running.",
            where=handle.where,
            reason=exc.__cause__ or exc,
        )
    return ModelError("The model {name!r} failed: {reason}.", "Try again.", name=handle.name, reason=_words(exc))


def search_fault(exc: Exception, where: str) -> RecallError:
    """Our error for what the client of a search model at an address raised."""
    if isinstance(exc, openai.APIStatusError):
        return RecallError(
            "The search model at {where!r} answered with status {status_code}: {reason}.",
            "Check its address (it usually ends in /v1), its name and its key; or choose a search model on this "
            "machine under Settings.",
            where=where,
            status_code=exc.status_code,
            reason=_words(exc),
        )
    return RecallError(
        "The search model at {where!r} cannot be reached: {reason}."
        if isinstance(exc, openai.APIConnectionError)
        else "The search model at {where!r} failed: {reason}.",
        "Check the address and that the server is running; or choose a search model on this machine under Settings.",
        where=where,
        reason=_words(exc.__cause__ if isinstance(exc.__cause__, Exception) else exc),
    )


def broken_off(handle: ModelHandle, partial: str, call: Call) -> ModelCrashedError:
    """The error for an answer that ended without its end."""
    if _died(handle, call):
        return ModelCrashedError(
            "The process of the embedded model {name!r} ended while it was writing.",
            "What was written is kept; the model is being started again. Try again.",
            partial=partial,
            name=handle.name,
        )
    return ModelCrashedError(
        "The connection to the model {name!r} broke in mid-answer.",
        "What was written is kept; try again.",
        partial=partial,
        name=handle.name,
    )


def _died(handle: ModelHandle, call: Call) -> bool:
    return handle.server is not None and call.generation is not None and handle.server.died_since(call.generation)


def _refusal(exc: openai.APIStatusError, handle: ModelHandle) -> ModelError:
    steps = {
        401: "Check the API key.",
        403: "Check the API key and what it allows.",
        404: "Check the model's name and the address (it usually ends in /v1).",
        429: "Wait a little, then try again.",
    }
    step = steps.get(exc.status_code, "Try again." if exc.status_code >= 500 else "Change the request.")
    if "context" in str(exc).lower():
        step = "Shorten the notes or the question: {name!r} takes {context} tokens at once."
    return ModelError(
        "The model at {where!r} answered with status {status_code}: {reason}.",
        step,
        where=handle.where,
        name=handle.name,
        context=handle.context_length,
        status_code=exc.status_code,
        reason=_words(exc),
    )


def _words(exc: Exception) -> str:
    """The server's own message, without the client's wrapping."""
    body = getattr(exc, "body", None)
    said = body.get("message") if isinstance(body, dict) else None
    return str(said or exc).strip().rstrip(".")[:500]
