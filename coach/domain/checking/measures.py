"""Measures in other units: `20 cm` for `203 mm`, `0.75 kWh` for `750 Wh`, `95 ct` beside `1.20 eur`."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.quantities import Quantity
from coach.domain.checking.tokens import Token

_UNITS: dict[str, tuple[str, float]] = {
    word: (what, factor)
    for what, sizes in {
        "length": {
            "mm millimetre millimetres millimeter millimeters": 0.001,
            "cm centimetre centimetres centimeter centimeters": 0.01,
            "m metre metres meter meters": 1.0,
            "km k kilometre kilometres kilometer kilometers": 1000.0,
            "mile miles": 1609.0,
        },
        "weight": {
            "g gram grams gramme grammes": 0.001,
            "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes": 1.0,
            "t tonne tonnes ton tons": 1000.0,
        },
        "volume": {"ml millilitre millilitres": 0.001, "cl": 0.01, "l litre litres liter liters": 1.0, "hl": 100.0},
        "area": {"ha hectare hectares": 1.0, "acre acres": 0.405, "m2 sqm": 0.0001},
        "energy": {"wh watt-hour watt-hours": 0.001, "kwh kilowatt-hour kilowatt-hours": 1.0, "mwh": 1000.0},
        "money": {"ct cts cent cents pence penny p rappen centimes ore groszy": 0.01},
    }.items()
    for words, factor in sizes.items()
    for word in words.split()
}
"""What a word measures, and its size in the first unit of that."""


def measure(tokens: Sequence[Token], number: Quantity) -> tuple[str, float]:
    """What the number measures and how much of it, in one unit: `95 ct` is 0.95 of money; `("", value)` if nothing."""
    if number.unit and number.unit != "%":
        return "money", number.value
    at = number.last + 1
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    steps = [token.low for token in tokens[at : at + 3]]
    while steps and steps[0] in ("of", "a", "an"):  # `three quarters of a kilowatt-hour`, `half a ton`
        steps = steps[1:]
    if steps[:1] == ["square"] and steps[1:2] in (["metres"], ["meters"]):
        steps = ["m2"]
    what, size = _UNITS.get(steps[0] if steps else "", ("", 1.0))
    return what, number.value * size


def in_other_units(mine: tuple[str, float], theirs: tuple[str, float]) -> bool:
    """The same measure, rounded as one rounds who takes a larger unit: `20 cm` for `203 mm`."""
    return bool(mine[0]) and mine[0] == theirs[0] and abs(mine[1] - theirs[1]) <= _ROUNDED * abs(theirs[1])


_ROUNDED = 0.025
