"""Names of people as one says them: without a title, and the first name alone."""

from __future__ import annotations

import re

TITLES = (
    "Dr|Mr|Mrs|Ms|Prof|Hr|Fr|Herr|Frau|Dipl|Ing|Doña|Señora|Señor|Senhora|Mme|Madame|Monsieur|Sir|Dame|Rev|Rabbi|Master"
)
"""Before a name, as a pattern."""
_TITLE = re.compile(rf"^(?:(?:{TITLES})\.?\s+)+(?=\S+\s)")
_TITLE_ALONE = re.compile(rf"^(?:{TITLES})\.?$")


def without_title(name: str) -> str:
    """ "Dr. Aiko Tanaka" is Aiko Tanaka; "Frau Vogel" stays, for want of more."""
    return _TITLE.sub("", name)


def first_name(name: str) -> str:
    """ "Aiko" of "Dr. Aiko Tanaka", "Wei-Ling" of "Chen Wei-Ling"; the whole of "Frau Vogel"; "" of nothing."""
    parts = without_title(name.strip()).split()
    if not parts:
        return ""
    if len(parts) == 2 and parts[0].casefold() in _FAMILY_FIRST and re.fullmatch(r"\w+-\w+", parts[1]):
        return parts[1]
    return name.strip() if _TITLE_ALONE.match(parts[0]) else parts[0]


_FAMILY_FIRST = frozenset(
    """chen wang zhang liu yang huang zhao wu zhou xu sun zhu lin hsu tsai chang cheng chan wong cheung leung tan ng goh
    ong teo chua lim park choi jung jeong kang cho yoon han shin nguyen tran pham""".split()
)
"""Family names that come first in Chinese, Korean and Vietnamese; those that are given names too are left out."""
