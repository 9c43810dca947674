"""Where things live and which adapters to use: environment first, then the workspace's settings file, then defaults.

Environment variables are the only way in from outside (`COACH_…`, `OPENAI_API_KEY`); what a person
chooses in the app is kept in `<home>/settings.json`. No other module reads either.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coach.errors import InputError, Words

APP_NAME = "conversation-coach"


class Price(BaseModel):
    """What a remote model costs, per million tokens read and written, in `currency`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    read: float = Field(ge=0)
    written: float = Field(ge=0)
    currency: str = Field(default="USD", min_length=1, max_length=8)


class Settings(BaseModel):
    """What a person can choose. Every field has a default that works with no key and no account."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    user_name: str = ""
    app_language: Literal["auto", "en", "de"] = Field(default="auto", description="`auto`: as the browser asks")
    llm: Literal["auto", "embedded", "openai", "compatible", "none"] = "auto"
    llm_model: str = ""
    llm_base_url: str = ""
    embedder: Literal["minilm", "e5", "compatible"] = "minilm"
    embeddings_base_url: str = ""
    embeddings_model: str = ""
    database_url: str = ""
    chroma_url: str = ""
    starter_stories: bool = True
    tone: Literal["warm", "plain", "formal"] = "warm"
    brief_people: int = Field(default=3, ge=1, le=10, description="people for whom the model writes in one brief")
    llm_timeout_s: float = Field(default=300.0, gt=0)
    accepted_providers: tuple[str, ...] = Field(default=(), description="hosts to which prompts may be sent")
    hidden_fields: tuple[Literal["names", "organisations", "emails", "phones", "handles"], ...] = Field(
        default=("names", "organisations", "emails", "phones", "handles"),
        description="what a placeholder replaces before a prompt leaves this machine",
    )
    prices: dict[str, Price] = Field(default_factory=dict, description="by model, as you pay for it")


ENVIRONMENT = {
    "COACH_LLM": "llm",
    "COACH_LLM_MODEL": "llm_model",
    "COACH_LLM_BASE_URL": "llm_base_url",
    "COACH_EMBEDDER": "embedder",
    "COACH_EMBEDDINGS_BASE_URL": "embeddings_base_url",
    "COACH_EMBEDDINGS_MODEL": "embeddings_model",
    "COACH_DATABASE_URL": "database_url",
    "COACH_CHROMA_URL": "chroma_url",
    "COACH_USER_NAME": "user_name",
    "COACH_LANGUAGE": "app_language",
}


def openai_key() -> str:
    """OpenAI's key, "" when there is none. It is never stored, and sent to OpenAI alone."""
    return os.environ.get("OPENAI_API_KEY", "")


def compatible_key() -> str:
    """The key for the configured address, "" when there is none. It is never stored."""
    return os.environ.get("COACH_LLM_API_KEY", "")


def host_of(address: str) -> str:
    """The host of an http(s) address, "" where it is none: `localhost:11434/v1` lacks its http://."""
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.port != 0 and not any(map(str.isspace, address))
    except ValueError:  # brackets that are no number of the network, a port that is none
        return ""
    return (parts.hostname or "") if usable else ""


def kind_of_model(settings: Settings) -> Literal["embedded", "openai", "compatible", "none"]:
    """What `llm` comes to: "auto" is the configured address, else OpenAI by its key, else the embedded model."""
    if settings.llm != "auto":
        return settings.llm
    return "compatible" if settings.llm_base_url else "openai" if openai_key() else "embedded"


def default_home() -> Path:
    """The workspace folder: `COACH_HOME`, else the operating system's place for user data."""
    override = os.environ.get("COACH_HOME")
    return Path(override).expanduser() if override else user_data_path(APP_NAME, appauthor=False)


def models_dir() -> Path:
    """Where language models are kept: `COACH_MODELS_DIR`; else `share/coach/models` of a virtual
    environment that has that folder (`make` creates it); else a folder beside the default workspace."""
    override = os.environ.get("COACH_MODELS_DIR")
    if override:
        return Path(override).expanduser()
    in_environment = Path(sys.prefix) / "share" / "coach" / "models"
    if sys.prefix != sys.base_prefix and in_environment.is_dir():
        return in_environment
    return user_data_path(APP_NAME, appauthor=False) / "models"


def settings_path(home: Path) -> Path:
    return home / "settings.json"


def load_settings(home: Path) -> Settings:
    """Read `<home>/settings.json` (missing: defaults) and lay the environment over it.

    Raises InputError, naming the file or the variable, when a value cannot be used.
    """
    path = settings_path(home)
    stored = _stored(path)
    from_environment = {field: os.environ[name] for name, field in ENVIRONMENT.items() if os.environ.get(name)}
    try:
        return Settings.model_validate({**stored, **from_environment})
    except ValidationError as exc:
        first = exc.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "settings"
        raise InputError(
            "The setting {where} has the value {value!r}, which does not fit: {fault}.",
            "Change it in {path} or in the environment.",
            where=where,
            value=first.get("input"),
            fault=first["msg"],
            path=path,
        ) from exc


def _stored(path: Path) -> dict[str, Any]:
    """What the file holds; nothing where there is none. Raises InputError."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as exc:
        raise InputError(
            "The settings file {path!r} cannot be read: {reason}.", "Mend or delete it.", path=str(path), reason=exc
        ) from exc
    if not isinstance(found, dict):
        raise InputError(
            "The settings file {path!r} cannot be read: {reason}.",
            "Mend or delete it.",
            path=str(path),
            reason=Words("it holds no settings"),
        )
    return found


def save_settings(home: Path, settings: Settings) -> None:
    """Write the settings atomically; for values that come from the environment the file keeps its own.

    Raises InputError for a file that cannot be read: what it holds is not thrown away.
    """
    kept = settings.model_dump()
    before = _stored(settings_path(home))
    for name, field in ENVIRONMENT.items():
        if os.environ.get(name) and str(kept[field]) == os.environ[name]:
            kept.pop(field)
            kept |= {field: before[field]} if field in before else {}
    home.mkdir(parents=True, exist_ok=True)
    temporary = settings_path(home).with_suffix(".tmp")
    temporary.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    temporary.replace(settings_path(home))


def differing(before: Settings, after: Settings) -> frozenset[str]:
    """The fields in which the two are not alike."""
    return frozenset(name for name in Settings.model_fields if getattr(before, name) != getattr(after, name))


class SettingsFile:
    """The settings of a workspace that is open, in step with its file, which another program may write meanwhile."""

    def __init__(self, home: Path, settings: Settings) -> None:
        """`settings`: what the workspace was opened with, where the file cannot be read."""
        self._home = home
        try:
            self._seen = load_settings(home)
        except InputError:
            self._seen = settings

    def follow(self, settings: Settings) -> Settings:
        """The settings with what was changed in the file since the last look. Raises InputError."""
        now = load_settings(self._home)
        changed = {name: getattr(now, name) for name in differing(self._seen, now)}
        self._seen = now
        return settings.model_copy(update=changed)

    def keep(self, before: Settings, after: Settings) -> Settings:
        """Write what differs between the two, and leave what others wrote. Returns the settings from now on.

        Raises InputError.
        """
        mine = {name: getattr(after, name) for name in differing(before, after)}
        kept = self.follow(before).model_copy(update=mine)
        save_settings(self._home, kept)
        self._seen = load_settings(self._home)
        return kept
