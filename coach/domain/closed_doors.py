"""Whom one does not approach: whoever has died, and whom the writer's own notes say to avoid.

Read from the notes about somebody, the newest last. Where it is not sure whom a sentence means, no door is closed; the
sentence is for the writer's own eyes all the same (`coach.domain.delicate`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from coach.domain.avoidance import may_tell_to_avoid, orders_to_avoid, tells_of_peace, tells_to_avoid
from coach.domain.delicate import KIN
from coach.domain.naming import family_name, first_name
from coach.domain.reading.lines import note_sentences

_HINT = re.compile(
    r"\b(?:die[ds]?|dead|deceased|pass(?:ed|es) (?:away|on)|killed|drowned|funeral|buried|R\.?I\.?P|rest in peace|"
    r"late|"
    r"no longer with us|own life|obituary|gestorben|verstorben|tot|starb|beerdig\w*|Beerdigung)\b",
    re.IGNORECASE,
)
"""What a note holds that may tell of a death; most notes hold none of it and are not read further."""
_WORDS_OF_DEATH = (
    *"died dead deceased killed drowned funeral burial buried obituary wake death rip".split(),
    *("storben", "tot", "starb", "beerdig"),
    *("passed away", "passes away", "passed on", "passes on", "the late", "longer with us", "own life", "r.i.p"),
    *("memorial service", "rest in peace"),
)
"""Of a text that may tell of somebody's death, one is a part at least; in small letters."""
_NOT_SO = r"(?<!nearly )(?<!almost )(?<!if )(?<!would have )(?<!could have )"
_DIED = (
    r"(?:,? (?:\d+|aged \d+|who \w+),?)? (?:has |had |is |was |have )?(?:sadly |suddenly |just |recently |also |now |"
    r"unfortunately )?"
    rf"{_NOT_SO}(?:passed away|passed on|died|dead|deceased|killed (?:in|by|himself|herself)|no longer with us|"
    r"drowned|took (?:his|her|their) own life|buried (?:on|last|in (?:January|February|March|April|May|June|July|"
    r"August|"
    r"September|October|November|December)))\b"
    r"(?! (?:of|with|from) (?:laugh|embarrass|shame|bored|curio|envy)| laughing| on stage| inside| set| keen| sure|"
    r" tired|"
    r" right| wrong| certain| on us| on me|-)"
)
_GERMAN_DIED = r" (?:ist |war )?(?:\w+ ){0,4}?(?:gestorben|verstorben|tot|starb)\b"
_ITS_DAY = r"(?:['’]s?)? (?:funeral|burial|obituary|memorial service|wake|death|Beerdigung)\b"
_NO_SUBJECT = re.compile(
    r"^(?:sadly |suddenly |unfortunately )?(?:has |had )?(?:passed away|died|deceased|R\.?I\.?P\b|is dead|verstorben|"
    r"gestorben)",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    rf"\b(?:{KIN}|friend|colleague|boss|mentor|neighbour|dog|cat|horse|Vater|Mutter|Bruder|Schwester|Mann|Frau|Sohn|"
    rf"Tochter)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ClosedDoor:
    """Why somebody is not approached, and the sentence of the notes that says so."""

    why: Literal["dead", "avoid"]
    quote: str


def closed_door(notes: Iterable[tuple[str, bool]], name: str, also_called: Iterable[str] = ()) -> ClosedDoor | None:
    """What the notes say against approaching the person of that name; None where they say nothing of it.

    `notes`: each text, the oldest first, and whether it is about this person alone. A later note that tells of peace
    opens a door that was closed by an order.
    """
    found: ClosedDoor | None = None
    calls = _called(name, also_called)
    for text, alone in notes:
        if found and tells_of_peace(text):
            found = None
        mortal, avoiding = _HINT.search(text) is not None, may_tell_to_avoid(text)
        said = note_sentences(text) if mortal or avoiding else ()
        for at, sentence in enumerate(said):
            if mortal and _has_died(said, at, calls, alone=alone):
                return ClosedDoor("dead", sentence)
            if avoiding and _is_avoided(said, at, calls, alone=alone) and not tells_of_peace(" ".join(said[at:])):
                found = ClosedDoor("avoid", sentence)
    return found


def may_close_a_door(text: str) -> bool:
    """Whether a text may say something against approaching somebody, or take it back; most do not."""
    low = text.lower()
    return any(word in low for word in _WORDS_OF_DEATH) or may_tell_to_avoid(text) or tells_of_peace(text)


def _called(name: str, also_called: Iterable[str]) -> str:
    """A pattern for the names by which the notes call somebody."""
    parts = {name, first_name(name), family_name(name), *also_called}
    return "|".join(sorted((re.escape(one) for one in parts if len(one) > 1), key=len, reverse=True))


def _has_died(said: Sequence[str], at: int, calls: str, *, alone: bool) -> bool:
    sentence = said[at]
    named = rf"(?:^|(?<=[\s(,;:–—-]))(?:{calls})"
    if re.search(rf"{named}(?:{_DIED}|{_GERMAN_DIED}|{_ITS_DAY})", sentence):
        return True
    if re.search(
        rf"\b(?:[Ff]uneral|[Bb]urial|[Dd]eath) of (?:{calls})\b|\b[Tt]he late (?:{calls})\b|\b[Bb]uried (?:{calls})\b",
        sentence,
    ):
        return True
    if not _means(said, at, calls, alone=alone):
        return False
    if _NO_SUBJECT.match(sentence):
        return alone
    return bool(re.search(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ee]r|[Ss]ie)(?:{_DIED}|{_GERMAN_DIED})", sentence))


def _means(said: Sequence[str], at: int, calls: str, *, alone: bool) -> bool:
    """Whether "he" or a missing subject can mean nobody but this person: nobody near to them is spoken of, and they are
    named last, or the note is about nobody else."""
    before = " ".join(said[max(at - 1, 0) : at + 1])
    if _SOMEBODY_ELSE.search(before):
        return False
    return alone or bool(re.match(rf"(?:{calls})\b", before))


def _is_avoided(said: Sequence[str], at: int, calls: str, *, alone: bool) -> bool:
    sentence = said[at]
    return orders_to_avoid(sentence, calls) or (tells_to_avoid(sentence) and _means(said, at, calls, alone=alone))
