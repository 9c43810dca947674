"""The words of all parts together, and `t`, which gives one by its key in the language of the app.

One language at a time for the whole process: the app serves one person.
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.errors import CoachError, Words, filled
from coach.ui.words import sentences, tables

LANGUAGES = ("en", "de")


def words_in(language: str) -> dict[str, str]:
    """All words of that language by their keys."""
    return {key: text for part in tables(language) for key, text in part.items()}


ENGLISH = words_in("en")


class Translator:
    """`t("today.prepare")`. A key that a language lacks falls back to English; one missing there is a KeyError."""

    def __init__(self) -> None:
        self.use("en")

    def use(self, language: str) -> None:
        """Speak that language from now on. It is one of `LANGUAGES`."""
        self._table = {**ENGLISH, **words_in(language)}
        self._sentences = sentences(language)
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        return self._table[key].format(**values) if values else self._table[key]

    def raw(self, key: str) -> str:
        """The text with its placeholders, for the browser to fill in."""
        return self._table[key]

    def maybe(self, key: str, otherwise: str) -> str:
        return self._table.get(key, otherwise)

    def error(self, error: CoachError) -> tuple[str, str]:
        """What went wrong, and the next step; in English what the language has no words for."""
        message, next_step = (self.said(code, error.values) for code in error.code)
        return message, next_step

    def said(self, code: str, values: Mapping[str, object]) -> str:
        """A sentence of the program by its English words, with the values in their fields."""
        return filled(self._sentences.get(code, code), {name: self._told(value) for name, value in values.items()})

    def _told(self, value: object) -> object:
        """Words of the program, and what another error says, are said in the language too."""
        if isinstance(value, CoachError):
            return CoachError(*self.error(value))
        return self.said(value.code, value.values) if isinstance(value, Words) else value

    def counted(self, kind: str, number: int) -> str:
        """A number of things of a kind in words, e.g. `1 person`, `1,203 notes`."""
        figure = f"{number:,}".replace(",", self._table["number.thousands"])
        return f"{figure} {self._table[f'count.{kind}.one' if number == 1 else f'count.{kind}.other']}"


t = Translator()
