"""Splits a Markdown file into its front matter (YAML between `---`, TOML between `+++`, or longer rules) and its body.

Front matter comes from anybody's files: aliases are refused (a few lines of them can fill the memory), and
whatever cannot be read stays in the body as text, so that nothing is lost.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

import yaml

from coach.intake.cleaning import clean_name
from coach.intake.findings import as_text, shorten

_LIMIT = 50_000
_MAX_BRACKETS = 2_000
"""Nested brackets cost the parser time that grows with their square."""
_RULE = re.compile(r"^([-+])\1{2,}[ \t]*$", re.MULTILINE)
_WIKI = re.compile(r"(!?)\[\[([^\[\]|#\n]{1,200})(?:#[^\[\]|\n]{0,200})?(?:\|([^\[\]\n]{0,200}))?\]\]")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{0,2000}\)")


@dataclass(frozen=True)
class FrontMatter:
    """Fields by their lower-case name; `problem` says why a front matter was left in the body."""

    fields: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    problem: str = ""

    def text(self, *names: str) -> str:
        """The first of these fields that holds something, as one line of text."""
        found = (self.fields.get(name) for name in names)
        return next((cleaned for text in map(as_text, found) if (cleaned := clean_name(text)[0])), "")

    def strings(self, *names: str) -> tuple[str, ...]:
        """The first of these fields that holds something, as a list; a string is split at its commas."""
        for name in names:
            value = self.fields.get(name)
            entries = _flat(value) if isinstance(value, list) else as_text(value).split(",")
            if kept := tuple(dict.fromkeys(unlinked(entry) for entry in entries if unlinked(entry))):
                return kept
        return ()


class _PlainLoader(yaml.SafeLoader):
    """YAML without anchors' aliases."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases (*name) are not supported")
        return super().compose_node(parent, index)


def read_front_matter(text: str) -> FrontMatter:
    """The fields and the body; a text without front matter is all body."""
    lines = text.lstrip("\ufeff\n \t")
    opening = _RULE.match(lines)
    if opening is None:
        return FrontMatter(body=text)
    start, mark = opening.end(), opening[1]
    end = next((rule for rule in _RULE.finditer(lines, start, start + _LIMIT) if rule[1] == mark), None)
    if end is None:
        return FrontMatter(body=text)
    block, body = lines[start : end.start()], lines[end.end() :].lstrip("\n")
    try:
        fields = _parse_toml(block) if mark == "+" else _parse_yaml(block)
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, RecursionError, OverflowError, LookupError) as exc:
        return FrontMatter(body=text, problem=f"The front matter cannot be read and stays in the text: {shorten(exc)}")
    if not isinstance(fields, dict):
        return FrontMatter(body=text)
    return FrontMatter({str(key).strip().lower(): value for key, value in fields.items()}, body)


def _parse_yaml(block: str) -> Any:
    if block.count("[") + block.count("{") > _MAX_BRACKETS:
        raise yaml.YAMLError("too many brackets")
    return yaml.load(block, Loader=_PlainLoader)


def _parse_toml(block: str) -> Any:
    return tomllib.loads(block)


def unlinked(text: str) -> str:
    """`[[Ann Lee|Ann]]` and `[Ann Lee](https://…)` as `Ann Lee`, without quotes and a leading `@` or `#`."""
    named = _WIKI.sub(lambda found: found[2].rpartition("/")[2], text)
    named = _LINK.sub(lambda found: found[1], named)
    return clean_name(named.strip(" \"'[]").lstrip("#@"))[0]


def wiki_links(text: str) -> list[tuple[str, str]]:
    """Obsidian's links as (folder, page), e.g. `[[People/Ann Lee|Ann]]` → ("People", "Ann Lee"); embeds left out."""
    found = []
    for link in _WIKI.finditer(text):
        if not link[1]:
            folder, _, page = link[2].strip().rpartition("/")
            found.append((folder.strip(), page.strip()))
    return found


def _flat(value: list[Any], depth: int = 0) -> list[str]:
    """Texts of a list of lists: YAML reads an unquoted `[[Ann Lee]]` as a list in a list."""
    texts: list[str] = []
    for entry in value:
        if isinstance(entry, list):
            texts += _flat(entry, depth + 1) if depth < 3 else []
        elif text := as_text(entry).strip():
            texts.append(text)
    return texts
