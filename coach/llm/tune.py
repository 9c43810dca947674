"""Tunes the embedded model's runtime to this machine: compiled here, checked, measured, and kept only when faster."""

from __future__ import annotations

import contextlib
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from coach.config import Settings
from coach.errors import ModelError, ModelMissingError
from coach.llm.build import VERSION, Stopped, Tell, build_server
from coach.llm.factory import embedded_model
from coach.llm.handle import ModelHandle
from coach.llm.runtime import (
    FOLDER,
    PROGRAM,
    Runtime,
    Speed,
    TuneRecord,
    prebuilt,
    processor,
    read_record,
    tuned,
    write_record,
)

USUAL_READ, USUAL_WRITTEN = 400, 120
"""Tokens of a usual call that are not in the cache, and that are written; the two runtimes are compared by them."""
WORTH_IT = 0.95
"""The tuned build is kept when the usual call takes this share of the time or less."""
ROUNDS = 2
CHECK_SCHEMA: dict[str, Any] = {
    "title": "check",
    "type": "object",
    "properties": {"colour": {"enum": ["red", "blue"]}, "why": {"type": "string", "maxLength": 60}},
    "required": ["colour", "why"],
    "additionalProperties": False,
}
CHECK_RULES = "You answer with one colour and a short reason. " * 8


def tune(models_dir: Path, settings: Settings, tell: Tell, stop: threading.Event | None = None) -> TuneRecord:
    """Compile, check and measure; from the next start on the model runs in the faster build. Takes minutes.

    `tell` gets the stage and the share of the work that is done. Raises ModelMissingError (no model to measure with)
    and ModelError (no compiler, or a step failed; the build in use stays). Stopped: the record as it was, or "off".
    """
    stop = stop or threading.Event()
    chosen = settings.model_copy(update={"llm": "embedded"})
    if not embedded_model(chosen, models_dir, models_dir / "logs", prebuilt()).is_here():
        raise ModelMissingError("There is no model on this machine to measure with.", "Run `coach model pull` first.")
    folder = models_dir / FOLDER
    before = read_record(models_dir)
    try:
        program = build_server(folder, tell, stop)
        record = _judge(models_dir, chosen, program, tell, stop)
        write_record(models_dir, record)
    except Stopped:
        return before or TuneRecord(state="off", version=VERSION, processor=processor())
    except OSError as exc:
        raise ModelError(
            "The folder {folder!r} cannot be used for tuning: {why}.",
            "Free some space or mend the folder's rights; the runtime in use stays.",
            folder=str(folder),
            why=exc.strerror or str(exc),
        ) from exc
    finally:
        with contextlib.suppress(OSError):
            (folder / f"{PROGRAM}.new").unlink(missing_ok=True)
    tell("done", 1.0)
    return record


def turn_off(models_dir: Path) -> TuneRecord | None:
    """Back to the runtime that is installed; the tuned build is deleted. None where there was none."""
    record = read_record(models_dir)
    shutil.rmtree(models_dir / FOLDER, ignore_errors=True)
    if record is None:
        return None
    return record.model_copy(update={"state": "off"})


def _judge(models_dir: Path, settings: Settings, program: Path, tell: Tell, stop: threading.Event) -> TuneRecord:
    """Try the new build beside the installed one; put it in place when it is sound and faster."""
    record = TuneRecord(state="failed", version=VERSION, processor=processor())
    tell("checking", 0.9)
    try:
        speed = _try_out(models_dir, settings, Runtime("tuned, on trial", program), stop)
    except ModelError as exc:
        return record.model_copy(update={"reason": exc.message})
    tell("measuring", 0.95)
    usual = _try_out(models_dir, settings, prebuilt(), stop)
    found = record.model_copy(update={"prebuilt": usual, "tuned": speed})
    if usual_call(speed) > WORTH_IT * usual_call(usual):
        return found.model_copy(update={"state": "slower"})
    place = tuned(models_dir, found).program
    assert place is not None
    program.replace(place)
    return found.model_copy(update={"state": "in use"})


def usual_call(speed: Speed) -> float:
    """Seconds that a usual call takes at that speed."""
    return USUAL_READ / speed.read + USUAL_WRITTEN / speed.written


def _try_out(models_dir: Path, settings: Settings, runtime: Runtime, stop: threading.Event) -> Speed:
    """Check that a build does what we need, and measure it. Raises ModelError or Stopped."""
    with embedded_model(settings, models_dir, models_dir / "logs", runtime) as handle:
        if not handle.wait_ready(stop):
            raise Stopped
        assert handle.server is not None
        if handle.server.runtime != runtime:
            raise ModelError("The tuned runtime did not start.", "The runtime that is installed is used as before.")
        check(handle)
        return max((measure(handle, turn) for turn in range(ROUNDS)), key=lambda speed: -usual_call(speed))


def check(handle: ModelHandle) -> None:
    """Streams, keeps to a schema, answers two at once, counts, and remembers what it has read. Raises ModelError."""
    from langchain_core.messages import HumanMessage, SystemMessage

    from coach.llm.ask import Answer, ask

    def question(number: int) -> tuple[Answer, int]:
        pieces: list[str] = []
        asked = [SystemMessage(CHECK_RULES), HumanMessage(f"Question {number}: what colour is a boat?")]
        answer = ask(handle, asked, schema=CHECK_SCHEMA, max_tokens=80, temperature=0, seed=1, on_text=pieces.append)
        return answer, len(pieces)

    question(0)
    with ThreadPoolExecutor(2) as pool:
        for answer, pieces in pool.map(question, (1, 2)):
            if pieces < 2 or answer.estimated or answer.data["colour"] not in ("red", "blue"):
                raise ModelError("The tuned runtime answers otherwise than it should.", "It is not used.")
    if question(3)[0].usage.cached < len(CHECK_RULES) // 8:
        raise ModelError("The tuned runtime does not remember what it has read.", "It is not used.")


def measure(handle: ModelHandle, turn: int) -> Speed:
    """Tokens a second, as the server itself counts them. Raises ModelError."""
    import httpx  # takes as long to import as a page to draw

    assert handle.server is not None
    address = handle.server.address()
    assert address is not None
    text = f"Round {turn}. " + " ".join(f"Guest {number} brought a chart of the harbour." for number in range(40))
    asked = {"prompt": text, "n_predict": 48, "cache_prompt": False, "temperature": 0, "ignore_eos": True}
    try:
        key = {"Authorization": f"Bearer {address.api_key}"}
        answer = httpx.post(f"{address.url}/completion", json=asked, headers=key, timeout=120, trust_env=False)
        timings = answer.raise_for_status().json()["timings"]
        return Speed(read=timings["prompt_per_second"], written=timings["predicted_per_second"])
    except (httpx.HTTPError, ValueError, KeyError) as exc:
        raise ModelError(f"The runtime could not be measured: {exc}.", "Try again.") from exc
