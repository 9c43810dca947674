from __future__ import annotations

import pytest

from coach.domain.differences import Remark, differences


def _said(*texts: str) -> list[Remark]:
    return [Remark(who=f"P{number}", label=f"N{number}", text=text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The migration of the charts took three weeks.", "The migration of charts took 2 days.", "number"),
        ("The harbour archive keeps 40 boxes of charts.", "The harbour archive keeps 60 boxes.", "number"),
        ("Volunteers trust flaky integration tests.", "Volunteers do not trust flaky integration tests.", "yes_no"),
        ("Nobody reads the weekly harbour letter.", "The weekly harbour letter: everyone reads it.", "yes_no"),
    ],
)
def test_other_figures_and_yes_against_no_are_found(one: str, other: str, kind: str) -> None:
    found = differences(_said(one, other))
    assert [difference.kind for difference in found] == [kind]
    assert (found[0].one.text, found[0].other.text) == (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The migration of the charts took two weeks.", "The migration of charts took 14 days."),
        ("The migration took three weeks.", "The holiday took two weeks."),
        ("We counted 40 boxes of charts in 3 boxes of tea.", "The harbour keeps 60 boxes of charts."),
        ("Ana does not like fish.", "Volunteers trust flaky integration tests."),
        ("Do volunteers not trust flaky integration tests?", "Volunteers trust flaky integration tests."),
    ],
)
def test_the_same_span_another_matter_or_a_question_is_no_difference(one: str, other: str) -> None:
    assert differences(_said(one, other)) == []


def test_one_note_does_not_differ_from_itself() -> None:
    one, other = _said("It took three weeks to mend the old boat.", "It took two weeks to mend the old boat.")
    assert differences([one, other.model_copy(update={"label": one.label})]) == []
    assert differences([one, other])[0].about == ("took", "weeks", "mend", "old", "boat")
