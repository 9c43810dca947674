"""How a conversation went, measured from its text alone: questions, follow-up questions, share of the talking,
listening, specificity, and whether it ends with a next step.

These are counts by rule, with their definitions beside them. They are no judgement of a person; the aims (`AIMS`) are
ours, chosen for practice, and not taken from a study.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal

from coach.domain.checking.language import language_of
from coach.domain.conversation_cues import cues
from coach.domain.conversation_moves import moves, proposes_a_step
from coach.domain.models import Model, Turn
from coach.domain.text import sentences, stems

SHORT, UNSURE = 3, 15
"""Words by which no language can be told, and by which a greeting tells it better."""
Measure = Literal["questions", "follow_ups", "share", "listening", "specific", "close"]
AIMS: dict[Measure, float] = {
    "questions": 0.5,
    "follow_ups": 1 / 3,
    "share": 0.6,
    "listening": 0.6,
    "specific": 0.4,
    "close": 1.0,
}
"""Questions a turn; follow-up questions, and turns that show listening, an answer; of the words, at most; concrete
statements of all; the last is a clear close."""
ADVICE = 2


class Figures(Model):
    """Counts of one conversation, of what the user said.

    `replies`: turns of the user that come after one of the other side. `questions`: sentences that end in a question
    mark. `follow_ups`: questions that go on with what the other side just said (`follow_up_questions`). `listened`:
    replies that acknowledge what was said in their first words, or take up one of its content words. `concrete`:
    statements with a number, a name, a day or an example. `close`: 1 for a next step with a time, 0.5 for one without.
    """

    turns: int = 0
    replies: int = 0
    words_mine: int = 0
    words_theirs: int = 0
    questions: int = 0
    follow_ups: int = 0
    listened: int = 0
    statements: int = 0
    concrete: int = 0
    close: float = 0.0

    @property
    def share(self) -> float:
        """Of all words, the part that the user said, 0 to 1; 0 where nobody spoke."""
        both = self.words_mine + self.words_theirs
        return self.words_mine / both if both else 0.0

    def value(self, measure: Measure) -> float:
        """A figure on the scale of its aim."""
        match measure:
            case "questions":
                return self.questions / self.turns if self.turns else 0.0
            case "follow_ups":
                return self.follow_ups / self.replies if self.replies else 0.0
            case "share":
                return self.share
            case "listening":
                return self.listened / self.replies if self.replies else 0.0
            case "specific":
                return self.concrete / self.statements if self.statements else 0.0
            case "close":
                return self.close


class Advice(Model):
    """One thing to try: what it is about, a line of the user's to try it on, and what they had heard before it."""

    about: Measure
    line: str = ""
    heard: str = ""


def measure(turns: Sequence[Turn], empty: Collection[str] = ()) -> Figures:
    """The figures of a conversation. `empty`: lines of the other side that hold nothing to take up; what is said to one
    is no reply. What each counts, and why it is counted:

    - Follow-up questions: people who ask more questions, above all follow-up questions, are liked better. Huang,
      Yeomans, Brooks, Minson and Gino 2017, "It doesn't hurt to ask", J. Pers. Soc. Psychol. 113(3).
    - Listening: acknowledging and paraphrasing make people feel understood. Weger, Castle Bell, Minei and Robinson
      2014, "The relative effectiveness of active listening in initial interactions", Int. J. of Listening 28(1).
    - Specificity: concrete words show that somebody listens. Packard and Berger 2021, "How concrete language shapes
      customer satisfaction", J. of Consumer Research 47(5). We count sentences with a concrete thing, they rated words.
    - A close with a step and a time: plans that name when are carried out more often. Gollwitzer 1999, "Implementation
      intentions", American Psychologist 54(7).
    """
    mine = [turn for turn in turns if turn.by == "me"]
    pairs, language = replies(turns, empty), language_spoken(turns)
    said = [part for turn in mine for part in sentences(turn.text)]
    statements = [part for part in said if not part.endswith("?") and len(part.split()) > 3]
    return Figures(
        turns=len(mine),
        replies=len(pairs),
        words_mine=sum(len(turn.text.split()) for turn in mine),
        words_theirs=sum(len(turn.text.split()) for turn in turns if turn.by == "them"),
        questions=sum(part.endswith("?") for part in said),
        follow_ups=sum(len(follow_up_questions(heard, answer, language)) for heard, answer in pairs),
        listened=sum(shows_listening(heard, answer, language) for heard, answer in pairs),
        statements=len(statements),
        concrete=sum(is_concrete(part, language) for part in statements),
        close=_close(mine, language),
    )


def language_spoken(turns: Sequence[Turn]) -> str:
    """The language of what the user said, as a code of two letters; English where nothing was said. A greeting is too
    short to tell it by its words: there the greeting itself does."""
    said = "\n".join(turn.text for turn in turns if turn.by == "me")
    only_german = moves("de").greets.match(said) and not moves("en").greets.match(said)
    if len(said.split()) > UNSURE:
        return language_of(said)
    words = re.findall(r"[^\W\d_]+", said.casefold())
    german = sum(word in _GERMAN_WORDS for word in words) > sum(word in _ENGLISH_WORDS for word in words)
    return "de" if only_german or german else language_of(said)


_GERMAN_WORDS = frozenset(
    """wer wie wo woher wohin wen wem wann warum wieso welche welcher welches du dich dir ihr euch ich mich mir und ist
    sind bist hast habt gibt kannst könnt können nicht gerade für über von bei vom zum der das dem den ein eine einen
    dein deine deinen machst suchst sucht kommst magst arbeitest denn auch schon noch sehr""".split()
)
_ENGLISH_WORDS = frozenset(
    """what who how where when why which you your i me my and is are do does did can could the a an not for about
    with of
    at have has would will to in on it that this""".split()
)
"""Small words that only one of the two languages has; a short question is told by them."""


def too_short_to_tell(turns: Sequence[Turn]) -> bool:
    """Whether all that the user said is a greeting which is one in either language ("Hi Keiko!")."""
    said = " ".join(turn.text for turn in turns if turn.by == "me")
    both = moves("de").greets.match(said) and moves("en").greets.match(said)
    return bool(both) and len(said.split()) <= SHORT


def replies(turns: Sequence[Turn], empty: Collection[str] = ()) -> list[tuple[str, str]]:
    """(what they said, what the user said next), for each reply to more than an `empty` line."""
    return [
        (before.text, turn.text)
        for before, turn in pairwise(turns)
        if before.by == "them" and turn.by == "me" and before.text not in empty
    ]


def follow_up_questions(heard: str, answer: str, language: str = "en") -> list[str]:
    """Questions of `answer` that go on with `heard`: a short probe ("Why?"), one that takes up a content word of it, or
    one that points back to it ("How did that feel?"). A question returned ("And you?") is a mirror, and not counted."""
    signs, known = cues(language), stems(heard, language)
    found = []
    for part in sentences(answer):
        if not part.endswith("?") or signs.mirror.match(part):
            continue
        if signs.short_probe.match(part) or stems(part, language) & known or signs.points_back.search(part):
            found.append(part)
    return found


def shows_listening(heard: str, answer: str, language: str = "en") -> bool:
    """Whether a reply acknowledges what was said, or takes up a content word of it."""
    return bool(cues(language).acknowledges.match(answer) or stems(answer, language) & stems(heard, language))


def is_concrete(sentence: str, language: str = "en") -> bool:
    """Whether a sentence holds a number, a day, an example, or a name inside it (in German, where every noun has a
    capital, one of two words)."""
    return bool(cues(language).thing.search(sentence) or cues(language).name.search(sentence))


def _close(mine: Sequence[Turn], language: str) -> float:
    """A next step in the last two turns: 1 with a time, 0.5 without."""
    last = [part for turn in mine[-2:] for part in sentences(turn.text) if proposes_a_step(part, language)]
    if not last:
        return 0.0
    return 1.0 if any(cues(language).when.search(part) for part in last) else 0.5


# --------------------------------------------------------------------- two things to try
def things_to_try(turns: Sequence[Turn], figures: Figures, empty: Collection[str] = ()) -> tuple[Advice, ...]:
    """The weakest measures against their aims, at most `ADVICE`, each with a line of the user's own to try it on.
    Nothing is said of how the user took up what they heard where all of it was `empty`, nor of how concrete they were
    where they told nothing."""
    heard = any(turn.by == "them" for turn in turns)
    named = [name for name in AIMS if not (heard and name in ("follow_ups", "listening") and not figures.replies)]
    named = [name for name in named if name != "specific" or figures.statements]
    lacking = {name: _lack(name, figures) for name in named}
    weakest = sorted((name for name in named if lacking[name] > 0), key=lambda name: -lacking[name])
    return tuple(_advice(name, turns, empty) for name in weakest[:ADVICE])


def _lack(name: Measure, figures: Figures) -> float:
    """How far a figure is from its aim, 0 to 1."""
    value, aim = figures.value(name), AIMS[name]
    if name == "share":
        return max(0.0, (value - aim) / (1 - aim))
    return max(0.0, (aim - value) / aim)


def _advice(name: Measure, turns: Sequence[Turn], empty: Collection[str]) -> Advice:
    language = language_spoken(turns)
    pairs, mine = replies(turns, empty), [turn.text for turn in turns if turn.by == "me"]
    heard, line = "", mine[-1] if mine else ""
    if name in ("questions", "follow_ups"):
        line = next((text for text in reversed(mine) if "?" not in text), line)
        missed = [pair for pair in pairs if not follow_up_questions(*pair, language)]
        heard, line = max(missed, key=lambda pair: len(stems(pair[0], language)), default=(heard, line))
    elif name == "listening":
        missed = [pair for pair in pairs if not shows_listening(*pair, language)]
        heard, line = missed[-1] if missed else (heard, line)
    elif name == "share":
        line = max(mine, key=lambda text: len(text.split()), default="")
    elif name == "specific":
        told = [part for text in mine for part in sentences(text) if not part.endswith("?")]
        vague = [part for part in told if not is_concrete(part, language)]
        line = max(vague, key=lambda part: len(part.split()), default=line)
    return Advice(about=name, line=line, heard=heard)
