"""A note for reading: the signs of Markdown and of a vault's links go, its words stay. Kept is the note as it is."""

from __future__ import annotations

import re

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"!?\[\[[^\[\]|\n]*\|([^\[\]\n]+)\]\]"), r"\1"),
    (re.compile(r"!?\[\[([^\[\]\n]+)\]\]"), r"\1"),
    (re.compile(r"!?\[([^\[\]\n]+)\]\((?:<[^<>\n]*>|[^()\s]+)\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)"), r"\1"),
    (re.compile(r"^(\s*)[-*+][ \t]+(?:\[[ xX]\][ \t]+)?", re.MULTILINE), r"\1• "),
    (re.compile(r"^(?:>[ \t]?)+", re.MULTILINE), ""),
)
"""Headings, links with other words, links, web links, bold, italic, points of a list, quotes: in this order."""


def without_markup(text: str) -> str:
    """The text without the signs, line by line as it was."""
    for pattern, words in _STEPS:
        text = pattern.sub(words, text)
    return text
