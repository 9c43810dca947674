from __future__ import annotations

import pytest

from coach.domain.differences import Remark, differences
from coach.domain.text import stems


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Priya thinks edge batching saves 60% battery.", "Tomáš says never batch readings."),
        ("Avoid batching, you lose the peak.", "Batch at the edge, it is cheaper."),
        ("She regretted batching.", "He swears by batching."),
        ("There is no point in batching.", "She recommends batching."),
    ],
)
def test_advice_for_what_another_warns_of_is_found(one: str, other: str) -> None:
    found = differences(_said(one, other), asked=stems("whether to batch the readings"))
    assert [difference.kind for difference in found] == ["advice"]


def test_german_advice_too() -> None:
    asked = stems("ob wir die Messwerte bündeln", "de")
    found = differences(_said("Bündeln spart Strom.", "Tom sagt: nie bündeln."), "de", asked)
    assert [difference.kind for difference in found] == ["advice"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Priya batches her readings.", "Tomáš says never batch readings."),
        ("Priya thinks batching saves no battery.", "Tomáš says never batch readings."),
        ("Batching saves battery.", "Never charge overnight if you batch."),
        ("Batching saves battery.", "Never paint the readings red."),
        ("Does batching save battery?", "Never batch readings."),
    ],
)
def test_no_warning_no_favour_or_another_thing_is_no_difference(one: str, other: str) -> None:
    assert differences(_said(one, other), asked=stems("whether to batch the readings")) == []


def test_what_was_not_asked_and_the_same_voice_differ_in_nothing() -> None:
    one, other = _said("Batching saves battery.", "Never batch readings.")
    assert differences([one, other], asked=stems("where to buy sensors")) == []
    assert differences([one, other.model_copy(update={"who": one.who})], asked=stems("batch")) == []
