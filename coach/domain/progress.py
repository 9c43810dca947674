"""What a journey tells while it works, so that a screen can show words as they are written and a bar that moves."""

from __future__ import annotations

from collections.abc import Callable

from coach.domain.models import Model


class Update(Model):
    """One piece of news. `text` is all that has been written so far of what `stage` names, ready to be shown.

    `done` of `total` steps are finished. `person_id` says whose lines are being written.
    `payload` is a finished part of the result: a `Brief` so far, a `PersonBrief`, a `CaptureProposal`.
    """

    stage: str
    text: str = ""
    person_id: str = ""
    done: int = 0
    total: int = 0
    payload: object | None = None


Listener = Callable[[Update], None]
