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


_INITIAL = re.compile(r"(?:(?<![\w€$£.])([^\W\d_])|(?<=[A-ZÄÖÜ]\.)([A-ZÄÖÜ]))\.$")
"""`S.`, `s.`, `T.S.`; not the end of `a.m.`."""
_COUNTED_BY_LETTER = re.compile(
    r"\b(?:plan|vitamin|hepatitis|gate|hall|room|platform|track|terminal|group|class|grade|team|option|type|version|"
    r"part|section|appendix|exhibit|series|stage|point|level|block|"
    r"halle|raum|gleis|gruppe|klasse|typ|teil|anhang|stufe|punkt|variante|spalte)\s+$",
    re.IGNORECASE,
)
"""`plan B.`, `Halle C.`: a letter that ends a sentence."""
_BEGINS = frozenset(
    """he she it they we i you the a an this that these those his her their our my its your there then but and so also
    now here who what when where how why if in on at for with from after before please
    er sie es wir ich du ihr der die das den dem ein eine dann aber und auch da dort hier wer was wann wo wie wenn im
    in am bei für mit von nach vor bitte sein seine ihre mein meine unser unsere""".split()
)
"""Words with which a sentence begins, and no surname."""


def sentences(text: str) -> list[str]:
    """Split into sentences at end marks followed by space, and at line breaks; not behind an initial ("S. Krüger").
    Blank ones are dropped."""
    found: list[str] = []
    for line in text.splitlines():
        parts = [part.strip() for part in _SENTENCE_END.sub(r"\1\n", line).split("\n") if part.strip()]
        at = len(found)
        for part in parts:
            if len(found) > at and _ends_in_an_initial(found[-1], part):
                found[-1] = f"{found[-1]} {part}"
            else:
                found.append(part)
    return found


def _ends_in_an_initial(before: str, after: str) -> bool:
    """Whether a name goes on behind the point: `S.` before `Krüger`, `Jonas W.` before `did it`; not `plan B.`, nor
    `So do I.`."""
    letter = _INITIAL.search(before)
    if letter is None or _COUNTED_BY_LETTER.search(before[: letter.start()]):
        return False
    if letter[1] in ("I", "i") and letter.start() and not before[: letter.start()].endswith((". ", ".")):
        return False
    first = re.match(r"\W*(\w*)", after)
    return after[:1].islower() or (bool(first) and first[1].casefold() not in _BEGINS)  # type: ignore[index]


def content_words(text: str, language: str = "en") -> set[str]:
    """Lower-case words of three letters or more that carry meaning in that language (`en`, `de`; others as English)."""
    small = _STOP_WORDS.get(language, _STOP_WORDS["en"])
    return {word for word in _WORD.findall(text.casefold()) if word not in small}


_stem = cache(snowball)


def stems(text: str, language: str = "en") -> frozenset[str]:
    """The stems of the content words, so that "repaired" and "repairs" are one, and "Häuser" and "Haus" in German."""
    stemmer = _SNOWBALL.get(language, "english")
    return frozenset(_stem(word, stemmer) for word in content_words(text, language))
