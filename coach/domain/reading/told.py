"""Which words of a sentence say something of one person: those behind their name or behind "she", up to another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.checking.english import known
from coach.domain.checking.tokens import fold
from coach.domain.naming import short_name, spelled, without_mark, without_title
from coach.domain.reading.employers import names_a_house
from coach.domain.reading.focus import places_of
from coach.domain.reading.given import is_given
from coach.domain.reading.houses import KINDS
from coach.domain.reading.roles import is_role


@dataclass(frozen=True)
class Told:
    """The words of a sentence about somebody. `alone`: neither their name nor "she" stands before them."""

    words: str
    alone: bool = False


_PRONOUN = re.compile(
    r"(?:^|[,;:–—-]\s+|\b(?:and|but|und|also|then|dann)\s+)(?:(?:she|he|they|er|sie)(?=\s|['’](?:s|re)\b)|(?:she|he)(?=s\b)|they(?=re\b))",
    re.IGNORECASE,
)
_TO_ME = re.compile(r"^\s*(?:→|->|=>|>)\s*(?:me|mir|mich|i|us|uns)\b|^\s+to\s+(?:send|mail|bring|intro)", re.IGNORECASE)
_ALONG = re.compile(
    r"^\s*(?:&|\+|and|und)\s+(?:(?:her|his|their|ihr|sein) \w+ )?[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)?"
    r"(?=\s+(?:from|of|vom|von|both|who (?:run|both|are))\b|"
    r"\s*\((?:both|beide)\b|"
    r",? (?:they|who|both) (?:\w+ )?(?:run|own|lead|teach|make|sell)\b|"
    r"\s*[,(–-]\s*(?:the\s+|both\s+)?(?:co-?)?"
    r"(?:founders|owners|organisers|organizers|hosts|partners|directors|editors|teachers|engineers|students|devs)\b)"
)
"""` and Bo Li, co-founders of Mvua`: somebody else of whom the same is said."""
_OTHER_SUBJECT = re.compile(
    r"^(?:my|our|her|his|their|its|i|we|you|me|ich|wir|mein\w*|unser\w*|ihre?|seine?|it|es|this|that)\b", re.IGNORECASE
)
_HOUSE_BEFORE = re.compile(r"(?:\b(?:at|bei|from|for|called|is|(?:is|works?|now) with)|@):?\s+(?:the\s+)?$")
_NEXT_ENTRY = re.compile(r";\s+(?!(?:She|He|They|Now|Also|Er|Sie|Loves|Has|Is)\b)(?=[A-ZÀ-Þ])")
"""`; Philippa, critic`: the next one of a list."""
_STORY = re.compile(
    r"\b(?:told|tells) (?:me|us)\b(?! (?:that )?(?:she|he)(?:['’]s| is| works| runs| leads| teaches)\b)|\berzählt",
    re.IGNORECASE,
)
"""`told me how her boss`: a story, not what they do."""
_UNOPENED = re.compile(r"^[^()]*\)\s*")
"""`last year in Rome) now at Norda`: a bracket that an earlier sentence opened."""
_MET = re.compile(r"^\s*(?:wieder)?(?:gesehen|getroffen|gesprochen|kennengelernt)\b,?")
"""`Ann Weber kennengelernt, Statikerin`."""
_WHERE_MET = re.compile(r"^\s+at\s(?:(?!\s[–—-]\s)[^,;:(])*")
"""`met Ann at the fair, she`: where they met, not where she works."""
_NICKNAME = r"(?:\s+[\"“”'‘’„(][^\"“”'’(),]{1,20}[\"“”'’)])"


def told_of(line: str, name: str, others: Sequence[str]) -> Iterator[Told]:
    """The parts of a sentence that say something of this person: behind the name, behind "she", or all of it."""
    if place := name_in(name, line):
        words = _behind_name(line[place.end() :], opens=not place.start())
        if words:
            yield Told(until_another(words, others))
        return
    pronoun = _PRONOUN.search(line)
    if pronoun and of_this_one(line[: pronoun.start()], name, others):
        yield Told(until_another(line[pronoun.end() :], others))
    elif not pronoun and not _OTHER_SUBJECT.match(line):
        yield Told(until_another(_UNOPENED.sub("", line), others), alone=True)


def _behind_name(behind: str, *, opens: bool) -> str:
    """What is said behind a name; "" behind `Ann's` (brother), `Ann → me`, and where `met Ann at` says only where."""
    if own := re.match(rf"['’]s(?=\s+(?:own\s+|new\s+)?{KINDS}\s)", behind):
        return f"their{behind[own.end() :]}"
    if _TO_ME.match(behind) or re.match(r"['’]s (?!an?\b|the\b|now\b|\w+ing\b)", behind):
        return ""
    behind = _MET.sub("", behind)
    behind = _STORY.split(_NEXT_ENTRY.split(behind)[0])[0]
    along = _ALONG.match(behind)
    behind = behind[along.end() :] if along else behind
    return behind if opens else _WHERE_MET.sub("", behind)


def name_in(name: str, line: str) -> re.Match[str] | None:
    """Where a sentence says somebody's name, with a nickname in quotes inside it or not, or their first name alone."""
    parts = [spelled(part) for part in without_title(without_mark(name)).split()]
    small = not any(sign.isupper() for sign in line.replace("I", ""))
    flags = re.IGNORECASE if small else re.NOFLAG
    full = rf"{_NICKNAME}?\s+".join(parts)
    whole = re.search(rf"(?<!\w){full}(?!\w)", line, re.IGNORECASE) if parts[1:] else None
    alone = rf"(?<!\w){spelled(short_name(name))}(?!\w)(?:{_NICKNAME}\s+[A-ZÀ-Þ][\w'’-]+)?"
    return whole or re.search(alone, line, flags)


def until_another(words: str, others: Sequence[str]) -> str:
    """The words up to where another person is named."""
    return words[: min(others_in(words, others).values(), default=len(words))]


def others_in(words: str, others: Sequence[str]) -> dict[str, int]:
    """Where these words first name each other person; an organisation or a role that was taken for one is none."""
    return {
        name: at
        for name, at in places_of(dict.fromkeys(others, ()), words).items()
        if not (
            _no_person(name)
            or _HOUSE_BEFORE.search(words[:at])
            or _in_a_bracket(words[:at], words[at:], name)
            or _behind_a_role(words[:at], words[at + len(name) :], name)
        )
    }


def _no_person(name: str) -> bool:
    """`Backend Dev`, `Greens`: a role, or one word of the dictionary that is no first name."""
    low = fold(name)
    if " " in name:
        return is_role(name) and not is_given(fold(name.split(maxsplit=1)[0]))
    return known(low) and not is_given(low)


def _in_a_bracket(before: str, behind: str, name: str) -> bool:
    """`(Nordic Semiconductor, firmware)`: what stands first in a bracket behind a name is where they are."""
    return before.strip() == "(" and behind.startswith((f"{name},", f"{name})"))


def _behind_a_role(before: str, behind: str, name: str) -> bool:
    """`, crane operator, Alexandra Dock.`: what stands alone behind somebody's role is where; not so `, potter, Bo Li,
    welder`, which names the next one."""
    entry = re.search(r"[,=:(/|–-]\s*([^,=:(/|]+?)\s*[,/|–-]\s*$", before)
    if not entry or not is_role(entry[1]) or " " not in name or not names_a_house(name, role=True):
        return False
    if not (after := re.match(r"\s*(?:[.!?)]|$|[,/|–-]\s*([^,.;/]*))", behind)):
        return False
    return not (after[1] and is_role(after[1]))


def of_this_one(before: str, name: str, others: Sequence[str]) -> bool:
    """Whether "she" behind these words means this person: nobody else stands before it."""
    return not others_in(before, others) or name_in(name, before) is not None
