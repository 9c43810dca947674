"""What a journey works with: the keeper, the model, the settings, who listens, and whether to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from coach.config import Settings
from coach.domain.progress import Listener, Update
from coach.journeys.keeper import Keeper
from coach.llm.handle import ModelHandle


@dataclass(frozen=True)
class Workbench:
    keeper: Keeper
    model: ModelHandle
    settings: Settings
    listener: Listener | None = None
    stop: threading.Event | None = None

    @property
    def stopped(self) -> bool:
        return self.stop is not None and self.stop.is_set()

    def tell(self, update: Update) -> None:
        if self.listener is not None:
            self.listener(update)

    def teller(self, stage: str, person_id: str = "", done: int = 0, total: int = 0) -> Callable[[str], None]:
        """A function that passes on what has been written so far."""
        return lambda text: self.tell(Update(stage=stage, text=text, person_id=person_id, done=done, total=total))
