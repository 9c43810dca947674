"""Why it is somebody's turn, in words: for the screen and the command line alike."""

from __future__ import annotations

from collections.abc import Iterable

from coach.domain.cadence import Reason
from coach.ui.strings import t


def sentence(reasons: Iterable[Reason]) -> str:
    """The reasons as sentences: "You last wrote 94 days ago. Ana has helped you twice since."."""
    return " ".join(_said(reason) for reason in reasons)


def _said(reason: Reason) -> str:
    values = dict(reason.values)
    if "count" in values:
        count = int(str(values["count"]))
        values["times"] = t(f"nurture.times.{count}") if count < 3 else t("nurture.times.many", count=count)
    if "days" in values:
        values["ago"] = ago(int(str(values["days"])))
    if "what" in values:
        values["what"] = str(values["what"]).rstrip(".")
    return t(f"nurture.why.{reason.code}", **values)


def ago(days: int) -> str:
    """How long ago: today, yesterday, 94 days ago."""
    return {0: t("ago.today"), 1: t("ago.yesterday")}.get(days, t("ago.days", days=days))
