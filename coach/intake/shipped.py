"""Texts that ship with the program, in English and in the languages that they were translated to."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


def shipped(name: str, language: str) -> Path:
    """The folder of `coach/data` that holds these texts in the language; the English ones where it has none."""
    english = _DATA / name
    translated = english.with_name(f"{name}_{language}")
    return translated if language != "en" and translated.is_dir() else english
