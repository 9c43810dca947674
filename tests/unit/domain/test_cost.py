"""Money for tokens: stated or unknown, never guessed."""

from __future__ import annotations

from coach.config import Price
from coach.domain.cost import cost_of, total_cost
from coach.domain.models import TokenUse

EURO = Price(read=2.0, written=8.0, currency="EUR")


def test_a_price_is_for_a_million_tokens() -> None:
    assert cost_of(TokenUse(prompt=500_000, completion=250_000), EURO) == 3.0


def test_sums_are_by_currency_and_what_has_no_price_is_counted() -> None:
    use = TokenUse(prompt=1_000_000)
    used = [("a", use), ("a", use), ("b", use), ("here", use), ("c", use), ("c", TokenUse())]
    prices = {"a": EURO, "b": Price(read=1, written=1)}
    assert total_cost(used, prices, free=["here"]) == ({"EUR": 4.0, "USD": 1.0}, 1)
