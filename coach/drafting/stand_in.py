"""What a stand-in can say by rule: plain lines that anybody might say, and that claim nothing.

A small model that plays a person soon makes things up, or speaks of itself by name. A greeting, a proposal and a
farewell are answered better by rule; and where the record holds no answer, the honest line is that there is none yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from coach.domain.checking.english import forms
from coach.domain.conversation_moves import Move, move_in, proposes_a_step


@dataclass(frozen=True)
class _PlainLines:
    """What anybody might say, and what claims nothing, in one language. The German lines do without "du" and "Sie"."""

    farewells: tuple[str, ...]
    agrees: tuple[str, ...]
    accepts: tuple[str, ...]
    greets: tuple[str, ...]
    is_well: tuple[str, ...]
    is_thanked: tuple[str, ...]
    no_answer: tuple[str, ...]
    asks_on: tuple[str, ...]
    asks_more: tuple[str, ...]


_ENGLISH = _PlainLines(
    farewells=(
        "It was good to talk to you. See you soon.",
        "Thank you for the conversation. Until next time.",
        "I am glad that we met. Take care.",
    ),
    agrees=(
        "Yes, let us do that. I look forward to it.",
        "Gladly. Tell me when it suits you.",
        "I would like that. Write to me, and we find a day.",
    ),
    accepts=(
        "Please do. I would be glad of it.",
        "That is kind of you. Thank you.",
        "Thank you, I would like that.",
    ),
    greets=("Hello! Good to see you here.", "Hi! How is your day so far?", "Hello. Nice that we meet."),
    is_well=("Very well, thank you. And you?", "Fine, thanks. How about you?", "I cannot complain. And you?"),
    is_thanked=("You are welcome.", "Gladly.", "Any time."),
    no_answer=(
        "I would have to think about that.",
        "Nobody has asked me that before. Let me think.",
        "I cannot tell you that off the top of my head.",
        "That would take me longer to answer than we have now.",
        "Ask me that again when we have more time.",
    ),
    asks_on=(
        "I see. How did that go?",
        "What happened then?",
        "What was the hardest part of it?",
        "What did you take from it?",
        "What would you do differently today?",
        "Who helped you with that?",
    ),
    asks_more=("I see. Tell me more about it.", "How did that come about?", "What is that like?"),
)
_GERMAN = _PlainLines(
    farewells=(
        "Das war ein gutes Gespräch. Bis bald.",
        "Danke für das Gespräch. Bis zum nächsten Mal.",
        "Schön, dass wir uns getroffen haben. Alles Gute.",
    ),
    agrees=(
        "Ja, das machen wir. Ich freue mich darauf.",
        "Gern. Ein Tag wird sich finden.",
        "Das wäre schön. Eine kurze Nachricht genügt.",
    ),
    accepts=(
        "Sehr gern. Das würde mich freuen.",
        "Das ist nett. Vielen Dank.",
        "Danke, das wäre schön.",
    ),
    is_well=(
        "Sehr gut, danke. Und selbst?",
        "Gut, danke. Und wie läuft der Tag?",
        "Ich kann nicht klagen. Und selbst?",
    ),
    is_thanked=("Gern geschehen.", "Gern.", "Keine Ursache."),
    greets=(
        "Hallo! Schön, hier zu sein.",
        "Hallo! Wie läuft der Tag so weit?",
        "Guten Tag. Schön, dass wir uns treffen.",
    ),
    no_answer=(
        "Darüber müsste ich erst nachdenken.",
        "Das hat mich noch niemand gefragt. Ich überlege.",
        "Das kann ich so aus dem Stand nicht sagen.",
        "Dafür bräuchte ich länger, als wir jetzt haben.",
        "Gern ein andermal, wenn mehr Zeit ist.",
    ),
    asks_on=(
        "Verstehe. Wie ging das aus?",
        "Was geschah dann?",
        "Was war das Schwerste daran?",
        "Was ist davon geblieben?",
        "Was wäre heute anders?",
        "Wer hat dabei geholfen?",
    ),
    asks_more=("Verstehe. Darüber würde ich gern mehr hören.", "Wie kam es dazu?", "Wie ist das so?"),
)
NO_ANSWER = (*_ENGLISH.no_answer, *_GERMAN.no_answer)
"""What the stand-in says to a question that the record does not answer."""
STOCK = tuple(line for lines in (_ENGLISH, _GERMAN) for kind in astuple(lines) for line in kind)
"""Every plain line: anybody might say it, so it is nothing that this person said."""


SETTLED: tuple[Move, ...] = ("proposes", "offers", "leaves", "asks how one is", "greets", "thanks")
"""What is answered by a plain line whatever the record holds."""


def settled(heard: str, language: str = "en") -> bool:
    return move_in(heard, language) in SETTLED


def plain_line(heard: str, said: Sequence[str], language: str = "en") -> str:
    """What anybody might answer, and what claims nothing; none twice while there is another."""
    lines = _plain(heard, language)
    return next((one for one in lines if one not in said), lines[0])


def _plain(heard: str, language: str) -> tuple[str, ...]:
    lines = _GERMAN if language == "de" else _ENGLISH
    move = move_in(heard, language)
    if move == "asks" and proposes_a_step(heard, language):
        return lines.agrees
    asks_back = lines.asks_on if lies_behind(heard, language) else lines.asks_more
    kind_of_them = (lines.accepts[1], lines.accepts[0], *lines.accepts[2:])
    return {
        "asks": lines.no_answer,
        "proposes": lines.agrees,
        "offers": lines.accepts if "?" in heard else kind_of_them,
        "leaves": lines.farewells,
        "asks how one is": lines.is_well,
        "greets": lines.greets,
        "thanks": lines.is_thanked,
        "tells": asks_back,
    }[move]


def lies_behind(told: str, language: str = "en") -> bool:
    """Whether what was told is over: "How did that go?" is asked of what happened, not of how things are."""
    if language == "de":
        return bool(_BEHIND.search(told))
    if re.search(r"\bcould(?: not|n(?:'|’)t)\b", told, re.IGNORECASE):
        return True
    verbs = [(word, forms(word).get("VERB", ())) for word in re.findall(r"[a-z]+", told.casefold())]
    return any(
        base and word not in base and word not in _NOT_PAST and not word.endswith(("s", "ing")) for word, base in verbs
    )


_NOT_PAST = ("am", "are", "could", "would", "should", "might")
_BEHIND = re.compile(
    r"\b(?:habe|haben|hat|bin|sind|ist)\b.*\b(?:\w{0,6}ge\w+(?:t|en)|\w+iert)\b|\b(?:war|waren|hatte|hatten|ging|kam|wurde)\b",
    re.IGNORECASE,
)
