"""A speaker's "I" in a programme is the speaker's, not the writer's."""

from __future__ import annotations

import pytest

from coach.domain.grounding import check_draft

TALK = {
    "label": "T1",
    "kind": "session",
    "text": "For six years I released Harbour alone, on Sunday nights. This talk tells what I tried to share the work.",
    "author": None,
    "at": "2026-11-20",
}
BRIEF = {"person": "Ana Ruiz", "user": "Sam Lee", "event": "PyDay", "today": "2026-11-21"}


def test_the_writer_cannot_claim_what_a_speaker_tells_of_herself() -> None:
    report = check_draft("Hi Ana, for six years I released Harbour alone.", [TALK], BRIEF)
    assert not report.passed
    assert report.sentences[0].verdict == "contradicted"
    assert "speaker" in report.sentences[0].reason


@pytest.mark.parametrize(
    "draft",
    ["Hi Ana, for six years you released Harbour alone.", "I would love to hear how you released Harbour alone."],
)
def test_it_may_be_told_as_hers(draft: str) -> None:
    assert check_draft(draft, [TALK], BRIEF).passed


def test_a_talk_of_the_writer_and_a_note_of_the_same_deed_are_his_own() -> None:
    own = {**TALK, "text": f"Speaker: Sam Lee. {TALK['text']}"}
    draft = "For six years I released Harbour alone."
    assert check_draft(draft, [own], BRIEF).passed
    note = {"label": "N1", "kind": "note", "text": "I released Harbour alone for six years too.", "author": None}
    assert check_draft(draft, [TALK, note], BRIEF).passed
