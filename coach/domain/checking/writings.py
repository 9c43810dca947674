"""Other writings of a name that count as the same: spelled out, shortened, the land of a people, initials."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.lexicon import ABBREVIATIONS, DEMONYMS
from coach.domain.checking.quantities import word_value


def variants(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Other writings of a name that count as the same: spelled-out abbreviations, the land of a demonym, no mark."""
    joined = " ".join(words).strip(".")
    found = [words]
    found += [tuple(spelled.split()) for spelled in ABBREVIATIONS.get(joined, ())]
    found += [(short,) for short, spelled in ABBREVIATIONS.items() if joined in spelled]
    if joined in DEMONYMS:
        land = DEMONYMS[joined]
        found.append((land,))
        found += [(short,) for short, spelled in ABBREVIATIONS.items() if _ends_in(spelled, land)]
    found += [(people,) for people, land in DEMONYMS.items() if land == joined]
    if len(words) > 1 and words[-1] in _LEGAL_FORMS:
        found.append(words[:-1])
    if "-" in joined or len(words) > 1:
        found.append((joined.replace("-", "").replace(" ", ""),))
    if len(words) > 1 and (value := word_value(words[-1])) is not None:
        found.append((*words[:-1], str(int(value))))  # `Act Two` where a note says `act 2`
    if "-" in joined:
        found.append(tuple(joined.replace("-", " ").split()))
    if len(words) == 1 and joined.endswith("s") and len(joined) > 3:
        found.append((joined[:-1],))
    return found


def _ends_in(spelled: Sequence[str], land: str) -> bool:
    """`Britain` in `Great Britain`, `America` in `United States of America`."""
    return any(name == land or name.endswith(f" {land}") for name in spelled)


_LEGAL_FORMS = frozenset(
    [
        "inc",
        "ltd",
        "llc",
        "gmbh",
        "ag",
        "sa",
        "sas",
        "srl",
        "bv",
        "nv",
        "plc",
        "corp",
        "co",
        "kg",
        "se",
        "ab",
        "oy",
        "as",
    ]
)


def initials(words: Sequence[str]) -> str:
    """First letters: `European Space Agency` → `esa`."""
    return "".join(word[0] for word in words if word)
