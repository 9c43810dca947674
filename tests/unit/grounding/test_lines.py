"""Most inventions are marked beside any notes, and next to none of what anybody may write to anybody."""

from __future__ import annotations

import json

import pytest

from eval.grounding_lines import LINES, contexts, marked


@pytest.mark.parametrize(("sort", "least", "most"), [("invented", 0.6, 1.0), ("anybodys", 0.0, 0.06)])
def test_how_many_lines_are_marked(sort: str, least: float, most: float) -> None:
    lines = json.loads(LINES.read_text(encoding="utf-8"))["read"][sort][::5]
    among = contexts(3)
    share = sum(marked(line, among) for line in lines) / len(lines)
    assert least <= share <= most
