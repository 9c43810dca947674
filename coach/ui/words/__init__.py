"""Every word that the app shows: a module a part of the app, a table a language. No view has a sentence of its own."""

from __future__ import annotations

from importlib import import_module

PARTS = (
    "capture",
    "clinic",
    "duplicates",
    "entries",
    "exporting",
    "follow_up",
    "frame",
    "importing",
    "insight",
    "nurture",
    "people",
    "prepare",
    "reflect",
    "rehearse",
    "settings",
    "start",
    "stories",
    "today",
)
"""The parts of the app: each a module here with the English words, and one of the same name a further language."""


def sentences(language: str) -> dict[str, str]:
    """What errors, importers and exports say, under the English words as they stand in the program; none for `en`."""
    if language == "en":
        return {}
    found: dict[str, str] = import_module(f"{__name__}.{language}.sentences").GERMAN
    return found


def streamlit_words(language: str) -> tuple[dict[str, str], list[list[str]]]:
    """What Streamlit says by itself, under its English words: whole labels, and patterns for those with a name in."""
    if language == "en":
        return {}, []
    table = import_module(f"{__name__}.{language}.streamlit")
    return table.GERMAN, [list(pair) for pair in table.PATTERNS]


def tables(language: str) -> list[dict[str, str]]:
    """The words of each part in `en` or `de`, by their keys."""
    if language == "en":
        return [import_module(f"{__name__}.{part}").ENGLISH for part in PARTS]
    return [import_module(f"{__name__}.{language}.{part}").GERMAN for part in PARTS]
