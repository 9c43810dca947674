"""What stands between the workspace and a model elsewhere: consent, placeholders, and a log of what went out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from coach.config import Settings
from coach.errors import ModelConsentError
from coach.llm.sent_log import SentLog
from coach.llm.veil import Veil


class Known(NamedTuple):
    """Names of people (other forms of them too) and of organisations that the workspace knows."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass
class Outbound:
    """`known` and `settings` are asked for at each call, since both may have changed since the last."""

    home: Path
    settings: Callable[[], Settings]
    known: Callable[[], Known] = Known
    log: SentLog = field(init=False)
    _veil: Veil = field(init=False, default_factory=lambda: Veil(fields=()))
    _made_of: object = None

    def __post_init__(self) -> None:
        self.log = SentLog(self.home)

    def require_consent(self, where: str) -> None:
        """Raises ModelConsentError until the user has accepted what is sent to the provider `where`."""
        if where not in self.settings().accepted_providers:
            raise ModelConsentError(
                f"You have not yet agreed to what is sent to {where!r}.",
                "Read it in Settings and accept it there, or with `coach model consent`; or choose the embedded model.",
            )

    def veil(self) -> Veil:
        """The veil in use; a new one when people, organisations or the fields to hide have changed."""
        known, fields = self.known(), tuple(self.settings().hidden_fields)
        if self._made_of != (known, fields):
            self._veil = Veil(known.people, known.organisations, fields)
            self._made_of = (known, fields)
        return self._veil


def accepted(settings: Settings, where: str) -> Settings:
    """The settings with the provider accepted; nothing is saved."""
    return settings.model_copy(update={"accepted_providers": _with(settings.accepted_providers, where)})


def _with(providers: Iterable[str], where: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*providers, where)))
