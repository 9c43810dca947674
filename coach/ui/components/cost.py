"""Tokens, time and money of a draft, said in one line."""

from __future__ import annotations

from collections.abc import Mapping

from coach.config import models_dir
from coach.domain.cost import cost_of
from coach.domain.models import TokenUse
from coach.facade import Coach
from coach.ui import workspace
from coach.ui.strings import t


def use_line(model: str, usage: TokenUse) -> str:
    """`1,234 tokens in 12 s · 0.0031 USD`; "" where no model was asked. A model on this machine costs nothing."""
    tokens = usage.prompt + usage.completion
    if not tokens:
        return ""
    spent = t("brief.tokens", tokens=f"{tokens:,}", seconds=round(usage.seconds))
    return " · ".join(part for part in (spent, _money(workspace.coach(), model, usage)) if part)


def _money(coach: Coach, model: str, usage: TokenUse) -> str:
    price = coach.settings.prices.get(model)
    if price is not None:
        return amount(cost_of(usage, price), price.currency)
    return "" if model in local_models() or not coach.model.remote else t("cost.unknown")


def amount(money: float, currency: str) -> str:
    """Two digits that say something, however small the sum."""
    return f"{money:,.2f} {currency}" if money >= 0.1 or not money else f"{money:.4f} {currency}"


def total_line(sums: Mapping[str, float], unknown: int) -> str:
    """All money so far by currency, and for how many drafts no price is known."""
    parts = [amount(money, currency) for currency, money in sorted(sums.items())]
    return " + ".join(parts) + (t("cost.some_unknown", count=unknown) if unknown and parts else "")


def local_models() -> set[str]:
    """Names of the models that run on this machine."""
    from coach.llm.catalogue import added_models, catalogue

    return {entry.name for entry in (*catalogue(), *added_models(models_dir()))}
