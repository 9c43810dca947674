"""The starter stories keep to their format, their vocabulary and their sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "coach" / "data" / "starter_stories"
NOT_STORIES = {"README.md", "SOURCES.md"}
STORIES = sorted(p for p in FOLDER.glob("*.md") if p.name not in NOT_STORIES)

KEYS = ["id", "title", "people", "year", "place", "themes", "good_for", "source"]
SECTIONS = ["Struggle", "Turn", "Result", "Lesson"]
MAX_SENTENCES = {"Struggle": 3, "Turn": 3, "Result": 3, "Lesson": 2}

# Direct quotations of four words and more that stand in the named source,
# word for word: {story id: [quotation, ...]}. There are none so far.
ALLOWED_QUOTATIONS: dict[str, list[str]] = {}


def parse(path: Path) -> tuple[dict, dict[str, str]]:
    text = path.read_text(encoding="utf-8")
    match = re.fullmatch(r"---\n(.*?\n)---\n(.*)", text, flags=re.DOTALL)
    assert match, f"{path.name}: front matter is missing or not closed"
    front = yaml.safe_load(match.group(1))
    assert isinstance(front, dict), f"{path.name}: front matter is no mapping"
    parts = re.split(r"^## (.+)\n", match.group(2), flags=re.MULTILINE)
    assert parts[0].strip() == "", f"{path.name}: text before the first section"
    names = parts[1::2]
    assert names == SECTIONS, f"{path.name}: sections are {names}"
    return front, {name: body.strip() for name, body in zip(names, parts[2::2], strict=True)}


def vocabulary() -> set[str]:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    chapter = readme.split("## Theme vocabulary", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^- `([a-z -]+)`", chapter, flags=re.MULTILINE))


def evidence_lines() -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for line in (FOLDER / "SOURCES.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            fields = line[2:].split(" — ")
            lines[fields[0]] = fields[1:]
    return lines


def sentences(text: str) -> int:
    return len(re.findall(r"[.!?](?=\s|$)", text))


def test_the_collection_has_the_right_size() -> None:
    assert 55 <= len(STORIES) <= 65


def test_ids_are_unique() -> None:
    ids = [parse(path)[0]["id"] for path in STORIES]
    assert len(ids) == len(set(ids))


def test_every_story_has_its_line_of_evidence_and_no_line_is_left_over() -> None:
    lines = evidence_lines()
    assert set(lines) == {parse(path)[0]["id"] for path in STORIES}
    for story_id, fields in lines.items():
        assert len(fields) == 2, f"{story_id}: id, source and evidence, parted by ' — '"
        assert "https://" in fields[0], story_id
        assert len(fields[1].split()) >= 10, f"{story_id}: too little evidence"


def test_the_vocabulary_is_small_and_used() -> None:
    words = vocabulary()
    assert 15 <= len(words) <= 30
    used = {theme for path in STORIES for theme in parse(path)[0]["themes"]}
    assert used == words


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_front_matter(path: Path) -> None:
    front, _ = parse(path)
    assert list(front) == KEYS
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem)
    assert front["id"] == f"starter-{path.stem}"

    for key in ("title", "place", "source"):
        assert isinstance(front[key], str), key
        assert front[key].strip() == front[key] != "", key
    assert len(front["title"]) <= 60

    year = front["year"]
    if isinstance(year, int):
        assert 1000 <= year <= 2020
    else:
        span = re.fullmatch(r"(\d{4})-(\d{4})", year)
        assert span, year
        assert int(span.group(1)) < int(span.group(2)) <= 2020

    for key, low, high in (("people", 1, 6), ("themes", 2, 5), ("good_for", 1, 4)):
        values = front[key]
        assert isinstance(values, list), key
        assert low <= len(values) <= high, key
        assert all(isinstance(v, str) and v.strip() for v in values), key
        assert len(values) == len(set(values)), key
    assert all(" " in name for name in front["people"])
    assert set(front["themes"]) <= vocabulary()
    assert all(len(phrase.split()) <= 9 for phrase in front["good_for"])

    assert re.search(r"https://[^\s;]+\.[a-z]{2,}/?", front["source"])
    assert evidence_lines()[front["id"]][0] == front["source"]


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_body(path: Path) -> None:
    _, body = parse(path)
    for name, text in body.items():
        assert 1 <= sentences(text) <= MAX_SENTENCES[name], f"{name}: {sentences(text)} sentences"
        assert re.search(r"[.!?]$", text), name
    assert body["Lesson"].startswith("Our reading:")

    words = sum(len(text.split()) for text in body.values())
    assert 90 <= words <= 170, f"{words} words"


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_no_quotations_but_the_listed_ones(path: Path) -> None:
    front, body = parse(path)
    allowed = ALLOWED_QUOTATIONS.get(front["id"], [])
    for text in [front["title"], *body.values()]:
        for quoted in re.findall(r"[\"“„«]([^\"”“»]*)[\"”“»]", text):
            assert len(quoted.split()) < 4 or quoted in allowed, quoted
        for quoted in re.findall(r"(?<!\w)['‘]([^'’]+)['’](?!\w)", text):
            assert len(quoted.split()) < 4 or quoted in allowed, quoted
