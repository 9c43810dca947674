"""Two entries for one person: found, made one, parted again, or remembered as two people; the index follows."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.duplicates import Candidate, find_duplicates
from coach.domain.merging import Merge, Pick
from coach.journeys.keeper import Keeper


class Merging:
    """Works on a keeper's store and index."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._book = keeper.store.merging

    def candidates(self) -> tuple[Candidate, ...]:
        """Pairs that may be one person, the likeliest first. 20,000 people take two seconds, once for each change."""
        return find_duplicates(self._book.identities(), frozenset(frozenset(pair) for pair in self._book.apart()))

    def merge(self, kept_id: str, other_id: str, choose: Mapping[str, Pick] | None = None) -> Merge:
        """Make two people one; `choose`: whose value a field takes. Raises NotFoundError, InputError."""
        merge = self._book.merge(kept_id, other_id, choose or {})
        self._keeper.catch_up()
        return merge

    def unmerge(self, merge_id: str) -> Merge:
        """Part two people again. What was added after the merge stays with the kept person. Raises as `merge`."""
        merge = self._book.unmerge(merge_id)
        self._keeper.catch_up()
        return merge

    def keep_apart(self, one: str, other: str) -> None:
        """Remember that two people are not the same, and ask no more."""
        self._book.keep_apart(one, other)

    def merges(self, kept: str | None = None) -> list[Merge]:
        """What was made one, the newest first; of one person, or all."""
        return self._book.merges(kept)
