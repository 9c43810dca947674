"""The problem clinic on a real store and index: what counts as a reason to ask somebody."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from coach.bootstrap import open_coach
from coach.domain.models import Commitment, Kind, Person


@pytest.mark.parametrize(("status", "named"), [("open", True), ("kept", False), ("dropped", False)])
def test_only_a_promise_that_is_open_is_a_reason(
    tmp_path: Path, status: Literal["open", "kept", "dropped"], named: bool
) -> None:
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        promise = Commitment(person="ana", by="them", what="Explain how to test timeouts in async code", status=status)
        coach.add_many([Person(id="ana", name="Ana Ruiz"), promise])
        found = coach.clinic.consult(coach.clinic.describe("How do I test timeouts in async code?").id)
    reasons = [reason.evidence.kind for helper in found.helpers for reason in helper.reasons]
    assert (Kind.COMMITMENT in reasons) is named
