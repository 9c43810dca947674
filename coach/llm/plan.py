"""How the embedded model's server runs on this machine: threads, slots, context; measured, not guessed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

TWO_SLOTS_NEED_BYTES = 3 * 1024**3
LOG_WARNINGS = 2
"""llama.cpp's verbosity: errors and warnings. Above it, prompts would reach the log."""


@dataclass(frozen=True)
class ServerPlan:
    """How the child runs. `context` is tokens for one answer (prompt and answer together).

    The figures were measured on two cores with the 1.5 B model (4 bits). Weights as they are in the file
    read 77 tokens/s, write 20 and load in 1.4 s; repacked for the processor 68, 24 and 2 to 10 s, for 0.6 GB
    more. Prompts are read 256 tokens at a time (as fast as 512), so that a stopped call ends within seconds.
    256 MiB keep about 9,000 tokens of prompts that were pushed out of the slots. `keep_in`: where the server may
    write slot files.
    """

    context: int = 4096
    slots: int = 2
    threads: int = 2
    batch: int = 256
    cache_mib: int = 256
    keep_in: Path | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def params(self) -> dict[str, Any]:
        """For the runtime that comes as a package."""
        kept = {"slot_save_path": f"{self.keep_in}{os.sep}"} if self.keep_in else {}
        return {
            "n_ctx": self.context * self.slots,
            "n_parallel": self.slots,
            "n_batch": self.batch,
            "n_ubatch": self.batch,
            "cache_ram_mib": self.cache_mib,
            "no_extra_bufts": True,
            **kept,
            **self.extra,
        }

    def arguments(self, model_path: Path) -> list[str]:
        """The same for llama.cpp's own program."""
        named = {
            "--model": model_path,
            "--ctx-size": self.context * self.slots,
            "--parallel": self.slots,
            "--batch-size": self.batch,
            "--ubatch-size": self.batch,
            "--cache-ram": self.cache_mib,
            "--threads": self.threads,
            "--threads-batch": self.threads,
            "--log-verbosity": LOG_WARNINGS,
            **({"--slot-save-path": f"{self.keep_in}{os.sep}"} if self.keep_in else {}),
        }
        return [str(part) for pair in named.items() for part in pair] + ["--no-repack", "--no-ui", "--offline"]


def plan_for_this_machine(context: int = 4096) -> ServerPlan:
    """Threads: the physical cores that this process may use. Two slots where 3 GiB are free, else one."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else psutil.cpu_count() or 1
    threads = max(1, min(usable, psutil.cpu_count(logical=False) or usable))
    slots = 2 if psutil.virtual_memory().available >= TWO_SLOTS_NEED_BYTES else 1
    return ServerPlan(context=context, slots=slots, threads=threads)
