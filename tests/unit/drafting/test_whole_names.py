"""A name or title that a line holds in part is completed from the evidence, or left where that would be a guess."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.lines import checked_lines, cut_off
from coach.drafting.whole_names import whole_names
from coach.journeys.follow_up import whole_subject


def _note(text: str, label: str = "N1", *names: str) -> Evidence:
    return Evidence(label=label, source_id=label, kind=Kind.NOTE, text=text, names=names)


NOTES = [
    _note("Ines Duarte Lima cooked at The Long Table and joined the Museum of Modern Maps.", "N1", "Ines Duarte Lima"),
    _note("At Old Harbour Days she sold soup. Old Harbour Press printed the menu.", "N2"),
]


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("What made you start The Long?", "What made you start The Long Table?"),
        ("How did The Long begin?", "How did The Long Table begin?"),
        ("Who asked you to join the Museum of Modern?", "Who asked you to join the Museum of Modern Maps?"),
    ],
)
def test_a_name_cut_short_is_completed(said: str, whole: str) -> None:
    assert whole_names(said, NOTES) == whole


@pytest.mark.parametrize(
    "said",
    [
        "How did The Long Table begin?",
        "How is Ines Duarte?",
        "What do you like about Old Harbour?",
        "Which soup did New Market like?",
        "Was it The Long table?",
        "Do you like maps?",
    ],
)
def test_a_whole_name_a_persons_an_unknown_and_an_unclear_one_stay(said: str) -> None:
    assert whole_names(said, NOTES) == said


def test_each_checked_line_has_its_names_whole() -> None:
    line = checked_lines([{"text": "What made you start The Long?", "sources": ["N1"]}], NOTES, {})[0]
    assert line.text == "What made you start The Long Table?"


def test_a_sentence_that_ends_in_an_article_is_cut_off() -> None:
    assert cut_off("Who asked you to join the?", NOTES)
    assert not cut_off("What are you looking for?", NOTES)


def test_a_subject_that_would_cut_a_name_is_not_used() -> None:
    assert whole_subject("Soup at The Long", NOTES) == "Soup at The Long Table"
    assert whole_subject("The soup that I hope to bring with me to you all at The Long Table", NOTES) == ""
