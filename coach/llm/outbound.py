"""What stands between the workspace and a model elsewhere: consent, placeholders, and a log of what went out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from coach.config import Settings, host_of
from coach.errors import ModelConsentError, RecallError, Words
from coach.llm.sent_log import SentLog
from coach.llm.veil import Veil

LOOPBACK = ("127.0.0.1", "localhost", "::1")
OPENAI_HOST = "api.openai.com"


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

    def agreed(self, where: str) -> bool:
        """Whether the user has accepted what is sent to the provider `where`."""
        return where in self.settings().accepted_providers

    def require_consent(self, where: str) -> None:
        """Raises ModelConsentError until the user has accepted what is sent to the provider `where`."""
        if not self.agreed(where):
            raise ModelConsentError(
                "You have not yet agreed to what is sent to {where!r}.",
                "Read it in Settings and accept it there, or with `coach model consent`; or choose the embedded model.",
                where=where,
            )

    def require_search_consent(self, where: str) -> None:
        """Raises RecallError until the user has accepted what is sent to `where` to find notes by meaning."""
        if search_at(where) not in self.settings().accepted_providers:
            raise RecallError(
                "You have not yet agreed that your notes are sent to {where!r} to be found by meaning.",
                "Read it in Settings and accept it there, or with `coach model consent`; or search on this machine.",
                where=where,
            )

    def veil(self) -> Veil:
        """The veil in use; a new one when people, organisations or the fields to hide have changed."""
        known, fields = self.known(), tuple(self.settings().hidden_fields)
        if self._made_of != (known, fields):
            self._veil = Veil(known.people, known.organisations, fields)
            self._made_of = (known, fields)
        return self._veil


def search_elsewhere(settings: Settings) -> str:
    """The host that notes are sent to to be found by meaning; "" when they stay on this machine."""
    if settings.embedder != "compatible":
        return ""
    host = host_of(settings.embeddings_base_url.strip()) if settings.embeddings_base_url else OPENAI_HOST
    return "" if host in LOOPBACK else host


def require_search_address(settings: Settings) -> None:
    """Raises RecallError where notes are to be found by meaning at an address that is none."""
    address = settings.embeddings_base_url
    if settings.embedder == "compatible" and address and not host_of(address.strip()):
        raise RecallError(
            "The search model's address {address!r} is not an http(s) address.",
            "Give it like http://127.0.0.1:11434/v1, under Settings or as COACH_EMBEDDINGS_BASE_URL; or choose a "
            "search model on this machine.",
            address=address,
        )


def search_at(where: str) -> str:
    """How consent to search at a host is kept: it is another than the consent to a model there."""
    return f"search at {where}"


def what_search_sends(where: str) -> list[Words]:
    """The plain page to agree to before notes are indexed elsewhere, one paragraph each."""
    return [
        Words(
            "To find notes by their meaning, the text of every note, story and talk is sent over the internet to "
            "{where}: once when it is saved, and again when the index is built anew. Each question that you search for "
            "is sent too.",
            {"where": where},
        ),
        Words(
            "They are sent as they are, with names and addresses in them: a text behind placeholders cannot be found "
            "by what it means."
        ),
        _up_to_them(where),
        Words("Choose a search model on this machine, and nothing is sent at all."),
    ]


def _up_to_them(where: str) -> Words:
    return Words(
        "What {where} does with it is up to them: read their terms. Everything that is sent is kept in a log on this "
        "machine, which you can read and erase under Settings or with `coach model sent`.",
        {"where": where},
    )


def accepted(settings: Settings, where: str) -> Settings:
    """The settings with the provider accepted; nothing is saved."""
    return settings.model_copy(update={"accepted_providers": _with(settings.accepted_providers, where)})


def _with(providers: Iterable[str], where: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*providers, where)))


def what_is_sent(where: str, hidden: Iterable[str]) -> list[Words]:
    """The plain page to agree to, one paragraph each."""
    fields = [FIELD_NAMES[one] for one in hidden]
    replaced = (
        Words(
            "Replaced by placeholders before anything is sent, and put back in the answer: {fields}.",
            {"fields": _in_a_row(fields)},
        )
        if fields
        else Words("Nothing is replaced by placeholders: names and addresses are sent as they are.")
    )
    return [
        Words(
            "When the model writes, a prompt is sent over the internet to {where}. It holds what the draft needs: your "
            "goal, the event, and excerpts of your notes, of your promises and of the profile and talks of the one "
            "person the draft is about. When it reads a capture, the whole text of the capture is sent.",
            {"where": where},
        ),
        replaced,
        Words(
            "A placeholder hides a name that your workspace knows, common given names, and what looks like another "
            "person's name or an organisation's. A rare name that no rule sees goes out. What a note tells cannot be "
            "hidden: who knows the story may know the person."
        ),
        Words("Not sent: your other notes and people, your files, the search index, your API keys for anyone else."),
        _up_to_them(where),
        Words("You are asked once for each provider. Choose the embedded model, and nothing is sent at all."),
    ]


def _in_a_row(words: Sequence[Words]) -> Words:
    return words[0] if len(words) == 1 else Words("{first}, {rest}", {"first": words[0], "rest": _in_a_row(words[1:])})


FIELD_NAMES = {
    "names": Words("names of people"),
    "organisations": Words("organisations"),
    "emails": Words("e-mail addresses"),
    "phones": Words("phone numbers"),
    "handles": Words("handles and profile links"),
}
