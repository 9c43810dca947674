"""How the user writes, learned from messages that they wrote: openings, sign-offs, length, contractions, words.

Everything is counted, nothing is guessed: a trait that the messages do not show stays unset, and what the
user sets by hand wins over what was counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from pydantic import Field

from coach.domain.letter import read_letter
from coach.domain.models import Model, Strings
from coach.domain.naming import first_name
from coach.domain.voice_words import CHOICES, CONTRACTED, EXPANDED, word_pattern

ENOUGH = 2
"""Messages that must show a habit before it is one."""
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class OwnMessage(Model):
    """A message as the user wrote it, with what is needed to read its greeting."""

    text: str
    name: str = ""
    tone: str = "warm"
    language: str = "en"


class Voice(Model):
    """Traits of one language. None or empty: not known, and then nothing is changed for it.

    `greetings` and `sign_offs` by tone, with `{first}` and `{name}` for the reader. `sentence_words`: words in
    a usual sentence. `contractions` (0 to 1): how often a form that can be contracted is. `exclamations`: of
    all sentences, the share that ends in `!`. `emoji`: the one they use. `uses` and `avoids`: words.
    """

    messages: int = 0
    greetings: dict[str, str] = Field(default_factory=dict)
    sign_offs: dict[str, str] = Field(default_factory=dict)
    sentence_words: int | None = Field(default=None, ge=3, le=60)
    contractions: float | None = Field(default=None, ge=0, le=1)
    exclamations: float | None = Field(default=None, ge=0, le=1)
    emoji: str | None = None
    uses: Strings = ()
    avoids: Strings = ()

    def edited(self, by_hand: Voice) -> Voice:
        """This voice with what was set by hand laid over it; a word set by hand leaves the opposite list."""
        plain = {
            name: value
            for name in ("sentence_words", "contractions", "exclamations", "emoji")
            if (value := getattr(by_hand, name)) is not None
        }
        return self.model_copy(
            update={
                **plain,
                "greetings": {**self.greetings, **by_hand.greetings},
                "sign_offs": {**self.sign_offs, **by_hand.sign_offs},
                "uses": _without((*by_hand.uses, *self.uses), by_hand.avoids),
                "avoids": _without((*by_hand.avoids, *self.avoids), by_hand.uses),
            }
        )


class VoiceProfile(Model):
    """Both halves of a voice, for showing them; `voice` is the one that drafts are written in."""

    language: str
    learned: Voice = Voice()
    by_hand: Voice = Voice()

    @property
    def voice(self) -> Voice:
        return self.learned.edited(self.by_hand)


def _without(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    gone = {word.casefold() for word in others}
    return tuple(dict.fromkeys(word for word in words if word.casefold() not in gone))


def learn(messages: Sequence[OwnMessage], language: str = "en") -> Voice:
    """The voice of those messages that are in `language`. None of them: a voice without traits."""
    mine = [one for one in messages if one.language == language and one.text.strip()]
    letters = [read_letter(one.text) for one in mine]
    said = [sentence for letter in letters for sentence in letter.sentences]
    body = "\n".join(said)
    uses, avoids = _choices(body, language)
    enough = len(mine) >= ENOUGH
    return Voice(
        messages=len(mine),
        greetings=_habits((one.tone, _templated(at.greeting, one.name)) for one, at in zip(mine, letters, strict=True)),
        sign_offs=_habits((one.tone, _closing(letter.sign_off)) for one, letter in zip(mine, letters, strict=True)),
        sentence_words=max(3, min(60, round(median(len(one.split()) for one in said)))) if enough and said else None,
        contractions=_contracted_share(body) if language == "en" else None,
        exclamations=sum(one.endswith("!") for one in said) / len(said) if enough and said else None,
        emoji=_emoji([one.text for one in mine]) if enough else None,
        uses=uses if enough else (),
        avoids=avoids if enough else (),
    )


def _templated(greeting: str, name: str) -> str:
    """`Hey Noor!` as `Hey {first}!`; one that names somebody else teaches nothing."""
    first = first_name(name)
    if not greeting or not first or first.casefold() not in greeting.casefold():
        return ""
    bare = greeting.replace("{", "").replace("}", "")
    templated = re.sub(re.escape(name), "{name}", bare, flags=re.IGNORECASE)
    return re.sub(rf"(?<!\w){re.escape(first)}(?!\w)", "{first}", templated, flags=re.IGNORECASE)


def _closing(sign_off: str) -> str:
    """The phrase of a sign-off, without the name below it."""
    lines = [line.strip() for line in sign_off.splitlines() if line.strip()]
    return lines[0] if len(lines) > 1 or (lines and lines[0].endswith((",", "!"))) else ""


def _habits(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The most frequent wording by tone, once it was used often enough to be a habit."""
    counts: dict[str, Counter[str]] = {}
    for tone, wording in found:
        if wording:
            counts.setdefault(tone, Counter())[wording] += 1
    return {
        tone: wording
        for tone, counted in counts.items()
        for wording, count in counted.most_common(1)
        if count >= ENOUGH
    }


def _contracted_share(text: str) -> float | None:
    """Of the places where English can contract, how many did; None where there are fewer than four."""
    short, long = len(CONTRACTED.findall(text)), len(EXPANDED.findall(text))
    return short / (short + long) if short + long >= 2 * ENOUGH else None


def _emoji(texts: Sequence[str]) -> str:
    """The favourite emoji, "" when most messages have none."""
    found = [EMOJI.findall(text) for text in texts]
    if sum(bool(one) for one in found) * 2 < len(texts):
        return ""
    [(favourite, _)] = Counter(str(emoji) for one in found for emoji in one).most_common(1)
    return favourite


def _choices(body: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of words that mean the same, those that the user takes, and those that they then never take."""
    uses: list[str] = []
    avoids: list[str] = []
    for words in CHOICES.get(language, ()):
        counted = {word: len(word_pattern(word).findall(body)) for word in words}
        best = max(counted, key=lambda word: counted[word])
        if counted[best] >= ENOUGH:
            uses.append(best)
            avoids += [word for word, count in counted.items() if not count]
    return tuple(uses), tuple(avoids)
