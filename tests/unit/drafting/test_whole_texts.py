"""What of an answer that breaks off is whole."""

from __future__ import annotations

import pytest

from coach.drafting.chain import whole_texts


@pytest.mark.parametrize(
    ("partial", "whole"),
    [
        ('{"body": {"memory": "I remember.", "next": "Wha', {"body": {"memory": "I remember."}}),
        ('{"body": {"memory": "I remember."', {"body": {"memory": "I remember."}}),
        ('{"body": {"memory": "I remember.", "next": ', {"body": {"memory": "I remember."}}),
        ('{"body": {"memory": "I rem', {"body": {}}),
        ('{"body": {"memory": "I remember."}}', {"body": {"memory": "I remember."}}),
        ("", {}),
        ("no JSON", {}),
        ("[1, 2", {}),
    ],
)
def test_a_text_that_breaks_off_is_left_out(partial: str, whole: dict[str, object]) -> None:
    assert whole_texts(partial) == whole
