"""A draft in the user's voice: what can be made certain is done by construction, the rest is one line of the prompt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from coach.domain.letter import Letter
from coach.domain.voice import EMOJI, Voice
from coach.domain.voice_words import CHOICES, CONTRACTIONS, DROPPABLE, long_form, word_pattern

CONTRACTS, SPELLS_OUT = 0.6, 0.2
"""From this share on a writer contracts everywhere; up to that one, nowhere. Between them a draft stays as it is."""
SPLIT_OVER = 1.6
"""A sentence this many times the usual length is cut in two where it can be."""
WARM_STARTS = re.compile(r"(?:thank|danke|merci|gracias|i look|looking|ich freue|i'd love|i would love)", re.IGNORECASE)
_CLAUSE = re.compile(r",? (?:and|but|und|aber|et|y) (?=(?:I|you|we|it|that|they|ich|du|wir|es)\b)")
_VERB = re.compile(
    r"\b(?:am|are|is|was|were|have|had|do|did|will|would|could|can|should|may|\w+ed|\w+'(?:m|re|ve|ll|d))\b"
)


def restyle(letter: Letter, voice: Voice, language: str = "en") -> Letter:
    """The letter with its body in the voice. Names, numbers and the order of what is said stay."""
    body = _worded(letter.body, voice, language)
    if language == "en":
        body = _contracted(body, voice.contractions)
    body = _split(Letter("", body, ""), voice.sentence_words).body
    body = _marked(Letter("", body, ""), voice).body
    return Letter(letter.top, body, letter.bottom)


def in_voice(lines: Sequence[str], voice: Voice, language: str = "en") -> list[str]:
    """The lines of a body in the voice, each by itself again."""
    return restyle(Letter("", "\n".join(lines), ""), voice, language).body.split("\n")


def voice_line(voice: Voice) -> str:
    """The voice for a prompt, in at most about 40 words; "" when nothing is known of it."""
    said = []
    if voice.sentence_words:
        said.append(f"about {voice.sentence_words} words a sentence")
    if voice.uses:
        said.append(f"likes {', '.join(voice.uses[:5])}")
    if voice.avoids:
        said.append(f"never writes {', '.join(voice.avoids[:6])}")
    return "; ".join(said)


# ------------------------------------------------------------------ words
def _worded(body: str, voice: Voice, language: str) -> str:
    """Favourite words for those that mean the same; words to avoid replaced, or left out where nothing is lost."""
    for words in CHOICES.get(language, ()):
        allowed = [word for word in words if word not in voice.avoids]
        chosen = next((word for word in voice.uses if word in words), allowed[0] if allowed else None)
        for word in words:
            wanted_away = word in voice.avoids or (chosen in voice.uses and word != chosen)
            if chosen and word != chosen and wanted_away:
                body = word_pattern(word).sub(_in_place_of(body, chosen), body)
    for word in voice.avoids:
        if word.casefold() in DROPPABLE:
            body = re.sub(rf" ?{word_pattern(word).pattern}(?=[ .,!?])", "", body, flags=re.IGNORECASE)
    return body


def _in_place_of(body: str, chosen: str) -> Callable[[re.Match[str]], str]:
    """Puts `chosen` where a word stood. A capital within a sentence is a name's, and is left alone."""

    def put(match: re.Match[str]) -> str:
        if match.group()[:1].islower():
            return chosen
        before = body[: match.start()].rstrip(" \n")
        opens = not before or before.endswith((".", "!", "?", "…", ":"))
        return chosen[:1].upper() + chosen[1:] if opens else match.group()

    return put


def _contracted(body: str, share: float | None) -> str:
    if share is None or SPELLS_OUT < share < CONTRACTS:
        return body
    for long, short in CONTRACTIONS.items():
        curly = rf"\b{re.escape(short)}(?!\w)".replace("'", "['’]")
        pattern, words = (long_form(long), short) if share >= CONTRACTS else (curly, long)
        body = re.sub(pattern, _in_case(words), body, flags=re.IGNORECASE)
    return body


def _in_case(words: str) -> Callable[[re.Match[str]], str]:
    """Puts `words` with the capital of what stood there."""
    return lambda match: words[:1].upper() + words[1:] if match.group()[:1].isupper() else words


# --------------------------------------------------------- sentences and marks
def _split(letter: Letter, usual: int | None) -> Letter:
    """Long sentences cut in two before a clause of its own, for a writer of short ones."""
    if usual is None:
        return letter
    for sentence in letter.sentences:
        found = _CLAUSE.search(sentence)
        if found is None or len(sentence.split()) <= SPLIT_OVER * usual or not sentence.endswith("."):
            continue
        head, tail = sentence[: found.start()], sentence[found.end() :]
        if _VERB.search(head) and len(tail.split()) > 2:
            letter = letter.replaced(sentence, f"{head}. {tail[:1].upper()}{tail[1:]}")
    return letter


def _marked(letter: Letter, voice: Voice) -> Letter:
    """As many exclamation marks as the user sets, on what is warmest; their emoji at the end, or none at all."""
    if voice.exclamations is not None:
        letter = _exclaimed(letter, round(voice.exclamations * len(letter.sentences)))
    if voice.emoji is not None and letter.body:
        bare = re.sub(rf" ?{EMOJI.pattern}", "", letter.body)
        letter = Letter(letter.top, f"{bare} {voice.emoji}".rstrip(), letter.bottom)
    return letter


def _exclaimed(letter: Letter, wanted: int) -> Letter:
    said = [one for one in letter.sentences if one.endswith((".", "!"))]
    ranked = sorted(said, key=lambda one: (not one.endswith("!"), not WARM_STARTS.match(one), said.index(one)))
    for place, sentence in enumerate(ranked):
        mark = "!" if place < wanted else "."
        letter = letter.replaced(sentence, sentence.rstrip(".!") + mark)
    return letter
