"""A number of the draft as the reckoning sees it: in its sentence, with what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.checking.english import key
from coach.domain.checking.quantities import Quantity
from coach.domain.checking.sources import Sentence
from coach.domain.checking.tokens import Token

LENGTHS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Asked:
    """A number of the draft in its sentence: the sentence as plain words, the keys of what is counted, and those of the
    whole sentence.
    """

    tokens: Sequence[Token]
    number: Quantity
    plain: str
    heads: tuple[str, ...]
    keys: frozenset[str] = frozenset()

    @property
    def before(self) -> str:
        """The word before the number."""
        return self.tokens[self.number.first - 1].low if self.number.first else ""

    @property
    def lead(self) -> frozenset[str]:
        """The two words before the number."""
        return frozenset(token.low for token in self.tokens[max(0, self.number.first - 2) : self.number.first])

    def after(self, most: int) -> str:
        """The words right behind the number, `most` at the most."""
        return words_after(self.tokens, self.number, most)

    @property
    def unit(self) -> str:
        """The length of time that is counted; "" where it is something else."""
        return next((word for word in LENGTHS if self.heads[:1] == (key(word),)), "")


def words_after(tokens: Sequence[Token], number: Quantity, most: int) -> str:
    """The words right behind a number, `most` at the most."""
    return " ".join(token.low for token in tokens[number.last + 1 : number.last + 1 + most])


def plain_numbers(sentence: Sentence) -> list[Quantity]:
    return [other for other in sentence.numbers if other.kind in ("number", "amount") and other.value > 0]
