"""Numbers, amounts and times in digits and words."""

from __future__ import annotations

import pytest

from coach.domain.checking.quantities import digits, quantities
from coach.domain.checking.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("120 members", 120, "", "number"),
        ("twenty-five years", 25, "", "number"),
        ("two hundred and fifty people", 250, "", "number"),
        ("$2.5 million", 2_500_000, "usd", "amount"),
        ("€40k", 40_000, "eur", "amount"),
        ("12,000 euros", 12_000, "eur", "amount"),
        ("15 per cent", 15, "%", "number"),
        ("a dozen cats", 12, "", "number"),
        ("fell by a third.", 1 / 3, "", "number"),
        ("at 3pm", 900, "", "time"),
        ("at half past nine", 570, "", "time"),
        ("14:30", 870, "", "time"),
        ("6 in the morning", 360, "", "time"),
        ("zwanzig Leute", 20, "", "number"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: float, unit: str, kind: str) -> None:
    found = quantities(tokenize(text))[0]
    assert (found.value, found.unit, found.kind) == (pytest.approx(value), unit, kind)


@pytest.mark.parametrize(("text", "value"), [("1.200.000,50", 1200000.5), ("1,200", 1200), ("3.5", 3.5), ("x", None)])
def test_separators_of_both_sides_of_the_channel(text: str, value: float | None) -> None:
    assert digits(text) == value
