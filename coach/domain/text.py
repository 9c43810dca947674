"""Plain text by rule: its sentences, the words that carry meaning, and their stems."""

from __future__ import annotations

import re
from functools import cache

from coach.domain.stemming import snowball

_SENTENCE_END = re.compile(
    r"(?<!\b[Mm]r)(?<!\bMs)(?<!\bMx)(?<!\b[Dd]r)(?<!\bSt)(?<!\b[Mm]rs)(?<!\bDra)(?<!\b[Pp]rof)(?<!\bAtty)"
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)"
    r"([.!?…][\"'”’)\]]*)\s+"
)
"""An end mark and the space behind it; not behind a title or an abbreviation in mid-sentence."""
_WORD = re.compile(r"[^\W\d_]{3,}")

_STOP_WORDS = {
    "en": frozenset(
        """the and for with that this from are was were has have had not but you your they them their our about into who
        what when where how why can will would could should which while than then there here all any more most one two
        out over under just also its it's i'm i've""".split()
    ),
    "de": frozenset(
        """der die das den dem des ein eine einen einem einer eines und oder aber denn doch auch nur noch
        schon sehr mehr nicht kein keine keinen keiner ich mich mir mein meine meinen meiner du dich dir
        dein deine deinen sie ihr ihre ihren ihrer ihnen ihm ihn sein seine seinen wir uns unser unsere
        unseren unserer euch ist sind war waren bin bist hat haben habe hatte hatten wird werden wurde
        wurden kann können könnte soll sollte muss müssen will wollen würde für mit von vom bei beim aus auf
        zum zur über unter vor nach seit bis gegen ohne durch zwischen wie was wer wen wem wann warum wieso
        dass wenn weil als dann dort hier alle alles man jemand niemand etwas nichts gibt""".split()
    ),
}
"""Small words that carry no meaning, by language."""
_SNOWBALL = {"en": "english", "de": "german"}


def sentences(text: str) -> list[str]:
    """Split into sentences at end marks followed by space, and at line breaks. Blank ones are dropped."""
    found: list[str] = []
    for line in text.splitlines():
        found += [part.strip() for part in _SENTENCE_END.sub(r"\1\n", line).split("\n") if part.strip()]
    return found


def content_words(text: str, language: str = "en") -> set[str]:
    """Lower-case words of three letters or more that carry meaning in that language (`en`, `de`; others as English)."""
    small = _STOP_WORDS.get(language, _STOP_WORDS["en"])
    return {word for word in _WORD.findall(text.casefold()) if word not in small}


_stem = cache(snowball)


def stems(text: str, language: str = "en") -> frozenset[str]:
    """The stems of the content words, so that "repaired" and "repairs" are one, and "Häuser" and "Haus" in German."""
    stemmer = _SNOWBALL.get(language, "english")
    return frozenset(_stem(word, stemmer) for word in content_words(text, language))
