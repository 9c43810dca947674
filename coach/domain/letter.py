"""The parts of a message: greeting, sentences, sign-off; and surgery on them that leaves the rest as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.checking.tokens import sentences
from coach.domain.naming import TITLES

SALUTATIONS = (
    r"hi(?: there)?|hiya|hello|hey|dear|morning|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|"
    r"sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|grüezi|grüß (?:dich|gott)|bonjour|bonsoir|salut|coucou|"
    r"ch[eè]re?s?|hola|buen[oa]s (?:días|tardes|noches)|estimad[oa]|querid[oa]|olá|oi|"
    r"bom dia|boa tarde|car[oa]|prezad[oa]"
)
CLOSINGS = (
    r"best|all the best|all best|kind|warm|warmly|regards|cheers|thanks|many thanks|yours|sincerely|talk soon|"
    r"speak soon|see you|take care|love|ciao|bye|viele|liebe|herzlich\w*|mit \w+en gr\w+|beste|schöne|lg|vg|bis bald|"
    r"gruß|grüße|cordialement|bien|amicalement|à bientôt|bises|merci|salutations|un saludo|saludos|un abrazo|"
    r"un cordial|atentamente|gracias|"
    r"hasta|abraço|um abraço|cumprimentos|com os|até"
)
_GREETING = re.compile(
    rf"\s*(?:(?:{SALUTATIONS})\b,?(?:\b(?:{TITLES}|\w)\.|[^\n,:!.?–]){{0,80}}(?:[,:!.–]+|(?=\n))"
    r"|[^\W\d_][^\n,:!.?]{0,40}[,:!–]+[ \t]*(?=\n))",
    re.IGNORECASE,
)
_CLOSING = re.compile(rf"(?:{CLOSINGS})\b", re.IGNORECASE)
_LONGEST_CLOSING = 6
"""Words in a line of a sign-off."""


@dataclass(frozen=True)
class Letter:
    """`top + body + bottom` is the whole text; `top` ends before the first sentence, `bottom` begins after the last."""

    top: str
    body: str
    bottom: str

    @property
    def text(self) -> str:
        return self.top + self.body + self.bottom

    @property
    def greeting(self) -> str:
        return self.top.strip()

    @property
    def sign_off(self) -> str:
        return self.bottom.strip()

    @property
    def sentences(self) -> list[str]:
        """The sentences of the body, as they stand."""
        return [self.body[span.start : span.end] for span in sentences(self.body)]

    def without(self, sentence: str) -> Letter:
        """The letter without a sentence of its body, and without the gap that it would leave."""
        return self._closed(*self._around(sentence))

    def without_last(self, sentence: str) -> Letter:
        """The same for the last place where the sentence stands."""
        before, _, after = self.body.rpartition(sentence)
        return self._closed(before, after)

    def _closed(self, before: str, after: str) -> Letter:
        gap = "\n\n" if "\n\n" in before[len(before.rstrip()) :] + after[: len(after) - len(after.lstrip())] else " "
        before, after = before.rstrip(), after.lstrip()
        return Letter(self.top, f"{before}{gap}{after}" if before and after else before + after, self.bottom)

    def replaced(self, sentence: str, by: str) -> Letter:
        before, after = self._around(sentence)
        return Letter(self.top, before + by + after, self.bottom)

    def with_sentence(self, sentence: str) -> Letter:
        """One sentence more, before a closing question, else at the end."""
        last = (self.sentences or [""])[-1]
        if not last.endswith("?"):
            return Letter(self.top, f"{self.body} {sentence}".lstrip(), self.bottom)
        before, after = self._around(last)
        gap = before[len(before.rstrip()) :]
        return Letter(self.top, f"{before.rstrip()} {sentence}".lstrip() + (gap or " ") + last + after, self.bottom)

    def _around(self, sentence: str) -> tuple[str, str]:
        before, _, after = self.body.partition(sentence)
        return before, after


def read_letter(text: str) -> Letter:
    """Find greeting and sign-off by their words and their place; either may be empty."""
    found = _GREETING.match(text)
    rest = text[found.end() :] if found else text
    top = text[: len(text) - len(rest.lstrip())] if found and rest.strip() else ""
    body = text[len(top) :]
    end = _closing_at(body, alone=bool(top))
    bare = body[:end].rstrip()
    return Letter(top, bare, body[len(bare) :])


def _closing_at(body: str, *, alone: bool) -> int:
    """Where the sign-off begins: short lines at the end, of which the first is a closing phrase or the only one.

    `alone`: a greeting stands before it, so that nothing but a sign-off may follow.
    """
    lines = body.splitlines(keepends=True)
    at, found = len(body), len(body)
    if alone and lines and _CLOSING.match(lines[0].strip()) and not lines[0].strip().endswith((".", "!", "?")):
        return 0 if len(lines) > 1 else at
    for number, line in enumerate(reversed(lines[1:])):
        said = line.strip()
        if not said and number > 1 and found < len(body):
            return at  # a last paragraph of short lines above a name
        at -= len(line)
        if len(said.split()) > _LONGEST_CLOSING or said.endswith("?"):
            break
        if _CLOSING.match(said):
            return at
        if number == 0 and said[:1].isupper() and not said.endswith((".", "!")) and len(said.split()) <= 3:
            found = at
    return found
