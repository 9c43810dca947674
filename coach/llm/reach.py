"""A look at whether a server that the settings name is there: in the background, short, and not at each drawing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from coach.errors import CoachError, ModelError

PATIENCE_S = 2.0
GOOD_FOR_S = 60.0
"""How long a server that answered counts as there."""
BAD_FOR_S = 10.0


class Look:
    """What the last look found. `look` raises CoachError where the server cannot be used; it may take PATIENCE_S."""

    def __init__(self, look: Callable[[], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._look = look
        self._clock = clock
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._looked_at: float | None = None
        self._fault: CoachError | None = None

    @property
    def known(self) -> bool:
        """Whether a look has ended yet."""
        return self._looked_at is not None

    @property
    def fault(self) -> CoachError | None:
        """Why the server cannot be used; None where it answered, and before the first look."""
        return self._fault

    def begin(self, *, anew: bool = False) -> None:
        """Look in the background, unless the last look still counts; meanwhile what it found is said. `anew`: look."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return
            if anew:
                self._looked_at = None
            if self._looked_at is None or self._clock() - self._looked_at > (BAD_FOR_S if self._fault else GOOD_FOR_S):
                self._thread = threading.Thread(target=self._run, name="look-at-model", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Look, and wait for it."""
        self.begin()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._look()
            self._fault = None
        except CoachError as fault:
            self._fault = fault
        self._looked_at = self._clock()


def look_at(url: str, key: str, where: str) -> None:
    """Ask a server for the list of its models. Whatever it answers, it is there; only a refusal of the key is told.

    Raises ModelError when nothing answers within PATIENCE_S, the server is broken, or it does not take the key.
    """
    import httpx  # takes as long to import as a page to draw

    try:
        answer = httpx.get(f"{url}/models", headers={"Authorization": f"Bearer {key}"}, timeout=PATIENCE_S)
    except httpx.TimeoutException as exc:
        raise ModelError("The model at {where!r} cannot be reached in time.", "Try again.", where=where) from exc
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as exc:
        raise ModelError(
            "The model at {where!r} cannot be reached: {reason}.",
            "Check the address and that the server is running.",
            where=where,
            reason=str(exc).rstrip("."),
        ) from exc
    if answer.status_code in (401, 403) or answer.status_code >= 500:
        raise ModelError(
            "The model at {where!r} answered with status {status_code}: {reason}.",
            "Check the API key." if answer.status_code < 500 else "Try again.",
            where=where,
            status_code=answer.status_code,
            reason=answer.reason_phrase,
        )
