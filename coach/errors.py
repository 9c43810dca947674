"""Every error that `coach` raises on purpose, in one tree, so that callers catch by meaning.

CoachError                    anything below; its text is fit for a person: the value, then the next step
├── InputError                what was given cannot be used (exit code 2)
│   ├── NotFoundError         an id or name that is not in the workspace
│   └── ImportFileError       a file that no importer can read
├── StoreError                saving or loading failed: disk full, locked, corrupt (exit code 3)
│   └── SchemaError           the workspace was written by a newer version
├── RecallError               the recall index cannot answer; the store is untouched (exit code 3)
├── ModelError                the language model cannot answer (exit code 4)
│   ├── ModelMissingError     no model is on this machine yet, or none is configured
│   ├── ModelConsentError     the user has not agreed to what is sent to this provider
│   ├── ModelDownloadError    fetching a model failed; what was fetched is kept
│   ├── ModelTimeoutError     no answer in time
│   ├── ModelCrashedError     the model's process ended while it was writing
│   └── ModelOutputError      an answer came, in a shape that cannot be used
└── PromptError               a prompt file is malformed or lacks a variable (exit code 5)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self


def filled(words: str, values: Mapping[str, object]) -> str:
    """The words with the values in their fields; without values they are taken as they stand."""
    return words.format_map(values) if values else words


class Words(str):
    """A value that is words of the program and no one's own: another language says it too."""

    __slots__ = ("code", "values")
    code: str
    values: Mapping[str, object]

    def __new__(cls, code: str, values: Mapping[str, object] | None = None) -> Self:
        made = super().__new__(cls, filled(code, values or {}))
        made.code, made.values = code, values or {}
        return made


class CoachError(Exception):
    """Base of the tree. `message` names the value; `next_step` says what to do about it.

    Both may have fields as of `str.format`, which `values` fill. The words with their fields are the error's `code`: a
    screen looks under them for the words of another language, and fills in the same values.
    """

    exit_code = 1

    def __init__(self, message: str, next_step: str = "", **values: object) -> None:
        self.code = (message, next_step)
        self.values = values
        self.message, self.next_step = (filled(words, values) for words in self.code)
        super().__init__(f"{self.message} {self.next_step}".strip())


class InputError(CoachError):
    exit_code = 2


class NotFoundError(InputError):
    pass


class ImportFileError(InputError):
    pass


class StoreError(CoachError):
    exit_code = 3


class SchemaError(StoreError):
    pass


class RecallError(CoachError):
    exit_code = 3


class ModelError(CoachError):
    """`partial` holds what had been written when it went wrong; `draft_id`: the draft that keeps what was asked for,
    where there is one."""

    exit_code = 4

    def __init__(self, message: str, next_step: str = "", partial: str = "", **values: object) -> None:
        super().__init__(message, next_step, **values)
        self.partial = partial
        self.draft_id = ""


class ModelMissingError(ModelError):
    pass


class ModelConsentError(ModelError):
    pass


class ModelDownloadError(ModelError):
    pass


class ModelTimeoutError(ModelError):
    pass


class ModelCrashedError(ModelError):
    pass


class ModelOutputError(ModelError):
    pass


class PromptError(CoachError):
    exit_code = 5
