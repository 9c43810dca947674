"""Which build of llama.cpp runs the embedded model: the one that comes as a package, or one tuned for this processor.

A tuned build is used only on the processor that it was compiled for, and only where it was measured to be faster.
"""

from __future__ import annotations

import contextlib
import hashlib
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from coach.domain.models import Model

FOLDER = "tuned"
RECORD = "record.json"
PROGRAM = "llama-server"


class Speed(Model):
    """Tokens a second, as measured on this machine."""

    read: float
    written: float


class TuneRecord(Model):
    """What came of a tuning: `state` "in use" (measured to be faster), "slower", "off" (by the user), or "failed" with
    the reason. `processor` is the one that it was compiled for."""

    state: Literal["in use", "slower", "off", "failed"]
    version: str
    processor: str
    prebuilt: Speed | None = None
    tuned: Speed | None = None
    reason: str = ""

    def in_words(self) -> str:
        """What came of it, for a person."""
        figures = ""
        if self.tuned and self.prebuilt:
            figures = (
                f"Tokens a second, tuned (as installed): read {self.tuned.read:.0f} ({self.prebuilt.read:.0f}), "
                f"written {self.tuned.written:.0f} ({self.prebuilt.written:.0f})."
            )
        said = {
            "in use": "The tuned runtime is used from the next start of the model on.",
            "slower": "The tuned runtime is not faster here, so the installed one stays.",
            "off": "The runtime is used as it was installed.",
            "failed": f"The tuned runtime is not used: {self.reason}",
        }
        return f"{said[self.state]} {figures}".strip()


@dataclass(frozen=True)
class Runtime:
    """A build of llama.cpp. `program` None: the package; else the tuned program in `folder`."""

    name: str
    program: Path | None = None

    def set_aside(self, reason: str) -> None:
        """Note that the tuned build did not start, so that it is not tried again. Does nothing for the package."""
        if self.program is None:
            return
        record = read_record(self.program.parent.parent)
        if record is not None:
            with contextlib.suppress(OSError):
                changed = record.model_copy(update={"state": "failed", "reason": reason})
                write_record(self.program.parent.parent, changed)


def prebuilt() -> Runtime:
    try:
        return Runtime(f"xllamacpp {version('xllamacpp')}")
    except PackageNotFoundError:
        return Runtime("xllamacpp")


def tuned(models_dir: Path, record: TuneRecord) -> Runtime:
    return Runtime(f"tuned {record.version} {record.processor}", models_dir / FOLDER / PROGRAM)


def chosen_runtime(models_dir: Path) -> Runtime:
    """The tuned build where one is in use, is there and fits this processor; else the package."""
    record = read_record(models_dir)
    if record is not None and record.state == "in use" and record.processor == processor():
        runtime = tuned(models_dir, record)
        if runtime.program is not None and runtime.program.is_file():
            return runtime
    return prebuilt()


def read_record(models_dir: Path) -> TuneRecord | None:
    """What came of the last tuning; None when there was none, or its record cannot be read."""
    try:
        return TuneRecord.model_validate_json((models_dir / FOLDER / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def write_record(models_dir: Path, record: TuneRecord) -> None:
    path = models_dir / FOLDER / RECORD
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(record.model_dump_json(indent=1) + "\n", encoding="utf-8")
    temporary.replace(path)


def processor() -> str:
    """A short mark of this machine's processor: its kind and what it can do. A build for another may not run here."""
    facts = [platform.machine()]
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        facts += [next((line for line in lines if line.startswith(name)), "") for name in ("model name", "flags")]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]
