"""What a model's tokens cost. A price that nobody stated is unknown, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.config import Price
from coach.domain.models import TokenUse


def cost_of(usage: TokenUse, price: Price) -> float:
    """Money in `price.currency`; prices are for a million tokens. Tokens read from a provider's cache count in full."""
    return (usage.prompt * price.read + usage.completion * price.written) / 1_000_000


def total_cost(
    used: Iterable[tuple[str, TokenUse]], prices: Mapping[str, Price], free: Iterable[str] = ()
) -> tuple[dict[str, float], int]:
    """Money by currency for (model, tokens) pairs, and how many of them have no known price.

    `free`: models on this machine, which cost nothing.
    """
    free, sums, unknown = frozenset(free), dict[str, float](), 0
    for model, usage in used:
        if model in free or not usage.prompt + usage.completion:
            continue
        price = prices.get(model)
        if price is None:
            unknown += 1
        else:
            sums[price.currency] = sums.get(price.currency, 0.0) + cost_of(usage, price)
    return sums, unknown
