"""Makes coach/domain/reading/data/given-names.txt: given names of many lands, and whose they are.

Source: the lists of names in Faker 40 (MIT), every locale that writes in Latin letters, those of Japan in Latin form.
Left out: what is also a place, a word of everyday English that one or two lists hold, a function word.
Needs `pip install faker`, which the product does not. Run: python -m eval.make_given_names
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person as persons

from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.language import small_words
from coach.domain.checking.lexicon import (
    CALENDAR,
    DEMONYMS,
    FUNCTION,
    GREETINGS,
    ORGANISATION_MARKS,
    PLACES,
    ROLE_HEADS,
    TITLES,
)
from coach.domain.checking.names import given_name
from coach.domain.checking.tokens import fold

TARGET = Path("coach/domain/reading/data/given-names.txt")
LISTS = {
    "first_names_female": "f",
    "first_names_male": "m",
    "first_names": "u",
    "first_female_romanized_names": "f",
    "first_male_romanized_names": "m",
    "first_romanized_names": "u",
}
LATIN = re.compile(r"[A-Za-zÀ-žƏə'’]{3,20}")
WIDELY_USED = 6
"""Entries from which a name counts although it is a word of English too."""
NOT_IN_NOTES = frozenset(
    """aura basil brandy chase comfort crystal diamond edit florin glen guy job junior lance line love lucky mare marine
    margarita maxim nova olive pierce raven rune said sander serge summer tea tine tor tory trinity urban uni mac bala
    ase dev haskell terra vega sol orion alp alba cherokee dakota""".split()
)
"""Names somewhere that are more often something else in notes."""
CLEARLY = 3
"""How many times as often a name is one sex's as the other's."""


def held() -> Iterator[tuple[str, str]]:
    """Each entry of each list: the name in lower case and "f", "m" or "u"."""
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, sex in LISTS.items():
            entries = getattr(provider, attribute, None)
            for entry in () if isinstance(entries, property) else entries or ():
                name = str(entry[0] if isinstance(entry, tuple) else entry)
                if LATIN.fullmatch(name):
                    yield fold(name), sex


def kept(low: str, entries: int) -> bool:
    if (
        low in NOT_IN_NOTES
        or low in DEMONYMS
        or low in FUNCTION | CALENDAR | GREETINGS | ORGANISATION_MARKS | ROLE_HEADS | TITLES
        or low in small_words("de")
    ):
        return False
    if (is_place(low) or low in PLACES) and not given_name(low):
        return False
    return not known(low) or entries >= WIDELY_USED


def main() -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for low, sex in held():
        counts[low][sex] += 1
    lines = []
    for low, count in sorted(counts.items()):
        if kept(low, count.total()):
            one = "f" if count["f"] > CLEARLY * count["m"] else "m" if count["m"] > CLEARLY * count["f"] else "u"
            lines.append(f"{low} {one}")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} names")


if __name__ == "__main__":
    main()
