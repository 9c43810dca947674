"""How far a download is: bytes, smoothed speed, time left; reported at most ten times a second."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from coach.domain.models import Model

REPORT_EVERY_S = 0.1
SPEED_WINDOW_S = 8.0


class Progress(Model):
    """`done` and `total` in bytes of the model's file, `speed` in bytes a second over the last eight
    seconds, `seconds_left` None until there is a speed. `stage` is a phrase for a person."""

    done: int
    total: int
    speed: float = 0.0
    seconds_left: float | None = None
    stage: str = ""

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0


class Meter:
    """Turns byte counts into `Progress`. Thread-safe; what is already kept does not count as speed."""

    def __init__(self, total: int, report: Callable[[Progress], None] | None) -> None:
        self._total = total
        self._report = report
        self._lock = threading.Lock()
        self._samples: deque[tuple[float, int]] = deque()
        self._last_report = 0.0
        self._stage = ""

    def stage(self, stage: str, done: int) -> None:
        """A new stage begins: the speed is measured anew, and the report is made at once."""
        with self._lock:
            self._stage = stage
            self._samples.clear()
            self._last_report = 0.0
        self.at(done)

    def at(self, done: int) -> None:
        """`done` bytes are here now."""
        now = time.monotonic()
        with self._lock:
            self._samples.append((now, done))
            while len(self._samples) > 2 and now - self._samples[0][0] > SPEED_WINDOW_S:
                self._samples.popleft()
            if self._report is None or (now - self._last_report < REPORT_EVERY_S and done < self._total):
                return
            self._last_report = now
            progress = self._progress(done)
        self._report(progress)

    def _progress(self, done: int) -> Progress:
        began, first = self._samples[0]
        elapsed = self._samples[-1][0] - began
        speed = max(0.0, (done - first) / elapsed) if elapsed > 0.2 else 0.0
        left = (self._total - done) / speed if speed > 0 else None
        return Progress(done=done, total=self._total, speed=speed, seconds_left=left, stage=self._stage)
