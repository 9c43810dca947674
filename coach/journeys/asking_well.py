"""How to ask somebody for help with a challenge, and a stranger for a story, worded by rule from the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coach.domain.checking.english import forms
from coach.domain.checking.language import language_of
from coach.domain.everyday import doing
from coach.domain.evidence import Evidence
from coach.domain.models import Commitment, Kind, Model, Person
from coach.domain.text import stems
from coach.drafting.languages import address_of, addressed, german_tone

GIST_WORDS = 24
_POINTS_BACK = {
    "en": re.compile(r"\b(?:them|they|it|one|ones|this|that|these|those|him|her|he|she|there)\b", re.IGNORECASE),
    "de": re.compile(
        r"\b(?:(?i:es|dies\w*|er|ihn|ihm|da|dort|dabei|dafür|daran|darauf|damit|davon|darüber)|sie|ihr|ihnen|"
        r"(?i:das)(?!\s+[A-ZÄÖÜ]))\b"
    ),
}
"""What only the sentence before explains."""


@dataclass(frozen=True)
class _Words:
    """How one asks in a language. `{close|distant}` is the form of address."""

    and_: str
    talk: str
    cares: str
    told: str
    work: str
    plain: str
    question: str
    stuck: str
    way_out: str
    of_stranger: tuple[str, str]
    """About a challenge that is a question."""
    of_stranger_told: tuple[str, str]
    """About one that is told."""


_ENGLISH = _Words(
    and_=" and ",
    talk="I thought of you because of your talk “{about}”.",
    cares="I thought of you because you care about {about}.",
    told="I thought of you when it came to {about}.",
    work="I thought of you because of your work as {about}.",
    plain="I thought of you.",
    question="Could I ask you one question, ten minutes at most? {said}",
    stuck="I am stuck on this: “{said}”. Could I have ten minutes of your thoughts on it?",
    way_out="If this is not your field, or the time is bad, a no is quite all right.",
    of_stranger=("{said} Who have you seen do it well?", "If it were yours to solve, what would you try first? {said}"),
    of_stranger_told=(
        "I keep running into this: “{said}”. Who have you seen get past it, and how?",
        "If this were yours, “{said}”: what would you try first, and who taught you that?",
    ),
)
_GERMAN = _Words(
    and_=" und ",
    talk="Ich habe wegen {deines|Ihres} Vortrags „{about}“ an {dich|Sie} gedacht.",
    cares="Ich habe an {dich|Sie} gedacht, weil {dir|Ihnen} dieses Thema wichtig ist: {about}.",
    told="Ich habe an {dich|Sie} gedacht, weil es um dieses Thema geht: {about}.",
    work="Ich habe wegen {deiner|Ihrer} Arbeit an {dich|Sie} gedacht: {about}.",
    plain="Ich habe an {dich|Sie} gedacht.",
    question="Darf ich {dir|Ihnen} eine Frage stellen, für höchstens zehn Minuten? {said}",
    stuck="Hier komme ich nicht weiter: „{said}“. {Hättest du|Hätten Sie} zehn Minuten für ein paar Gedanken?",
    way_out="Wenn das nicht {dein|Ihr} Gebiet ist oder es gerade nicht passt, ist ein Nein völlig in Ordnung.",
    of_stranger=(
        "{said} Wer macht das gut, von denen, die {du kennst|Sie kennen}?",
        "Wenn es {deine|Ihre} Aufgabe wäre: Was {würdest du|würden Sie} zuerst versuchen? {said}",
    ),
    of_stranger_told=(
        "Das begegnet mir immer wieder: „{said}“. Wen {kennst du|kennen Sie}, der damit fertig wurde, und wie?",
        "Wenn es {deine|Ihre} Sache wäre, „{said}“: Was {würdest du|würden Sie} zuerst versuchen, und von wem "
        "{hast du|haben Sie} das gelernt?",
    ),
)


@dataclass(frozen=True)
class Manner:
    """The language of the challenge, in which one asks, and the form of address of the user's tone."""

    language: str = "en"
    address: str = ""

    @classmethod
    def of(cls, challenge: str, tone: str) -> Manner:
        language = language_of(challenge)
        return cls(language=language, address=address_of(language, tone))

    def towards(self, person: Person, reasons: Sequence[Reason]) -> Manner:
        """The same to one person: "Sie" to whom the notes give a title, and "du" where they say so."""
        noted = [one.evidence.text for one in reasons if one.evidence.kind is Kind.NOTE]
        tone = german_tone(noted, person.name, person.role) if self.language == "de" else None
        return replace(self, address=address_of(self.language, tone)) if tone else self

    def say(self, text: str, **filled: str) -> str:
        """Words of `words`, addressed, with what is the user's own put in last and left as it is."""
        said = addressed(text, self.address)
        for name, value in filled.items():
            said = said.replace(f"{{{name}}}", value)
        return said

    @property
    def words(self) -> _Words:
        return _GERMAN if self.language == "de" else _ENGLISH


ENGLISH = Manner()


class Reason(Model):
    """What makes somebody worth asking: the evidence, its sentence that fits best, the words both share."""

    evidence: Evidence
    quote: str
    shared: tuple[str, ...] = ()


class Asking(Model):
    """How to ask well: why them, a small and certain thing, an easy way out; and what you owe them first."""

    why: str
    ask: str
    way_out: str
    owed: str = ""
    owed_by: date | None = None

    @property
    def intent(self) -> str:
        """The same as one wish, for a message that is drafted."""
        return f"{self.why} {self.ask} {self.way_out}"


def asking(
    person: Person, reasons: Sequence[Reason], challenge: Sequence[str], owed: Commitment | None,
    manner: Manner = ENGLISH,
) -> Asking:  # fmt: skip
    """By rule, from the evidence: why them, one question of ten minutes, an easy no. `challenge`: its sentences, "" for
    one that is not for others.

    A specific request that is easy to grant and to refuse; people agree to direct requests for help more often than
    those who ask expect (Flynn and Lake 2008, "If you need help, just ask", J. Pers. Soc. Psychol. 95).
    """
    manner = manner.towards(person, reasons)
    said, words = gist(challenge, manner.language), manner.words
    return Asking(
        why=_why(person, reasons[0], " ".join(challenge), manner),
        ask=manner.say(words.question if said.endswith("?") else words.stuck, said=said),
        way_out=manner.say(words.way_out),
        owed=owed.what if owed else "",
        owed_by=owed.due if owed else None,
    )


def _why(person: Person, reason: Reason, said: str, manner: Manner) -> str:
    """In words that the evidence holds up, and that are said in the challenge: a talk, what was said, what they care
    about, their work. Where they share no word with it they are a guess, and nothing is claimed."""
    words, language = manner.words, manner.language
    shared = [word for word in reason.shared if stems(word, language) <= stems(said, language)]
    about = words.and_.join(as_topics(shared, said, language)[:2])
    if reason.evidence.kind is Kind.SESSION and shared:
        return manner.say(words.talk, about=reason.evidence.title)
    cared = next((topic for topic in person.cares_about if stems(topic, language) & stems(about, language)), "")
    if cared:
        return manner.say(words.cares, about=cared)
    if stems(person.role, language) & stems(" ".join(shared), language):
        return manner.say(words.work, about=person.role)
    return manner.say(words.told, about=about) if about else manner.say(words.plain)


def as_topics(shared: Sequence[str], said: str, language: str = "en") -> list[str]:
    """Words as one names a subject, the longest first: the nouns among them and words of no dictionary, else what is
    done ("welding"). Of German words those with a capital, unless the user writes without any."""
    longest = sorted(shared, key=len, reverse=True)
    if language == "de":
        nouns = [word for word in longest if word[0].isupper()]
        return nouns if re.search(r"(?<=\w )[A-ZÄÖÜ]", said) else longest
    done = {word: verb for word in longest if (verb := _as_done(word, said))}
    named = [word for word in longest if word not in done and "NOUN" in (forms(word.casefold()) or ("NOUN",))]
    return named or list(dict.fromkeys(done.values()))


def _as_done(word: str, said: str) -> str:
    """`welding` for a verb of a question; "" where the word is no verb there."""
    found = forms(word.casefold())
    before = re.search(rf"([\w'’]+) {re.escape(word)}\b", said)
    used = "NOUN" not in found or bool(before and before[1].casefold() in _BEFORE_A_VERB)
    if not used or "VERB" not in found:
        return ""
    return doing(found["VERB"][0])


_BEFORE_A_VERB = frozenset(
    "to can could will would should may might must shall i we you they who not cannot do does did help".split()
)


def gist(parts: Sequence[str], language: str = "en") -> str:
    """The user's own words for it: the question that they ask, else the beginning of the first sentence; "" where no
    sentence is for others. `parts`: the sentences of the challenge, "" for one that is not."""
    points_back = _POINTS_BACK.get(language, _POINTS_BACK["en"])
    asked = [at for at, one in enumerate(parts) if one.endswith("?") and len(one.split()) <= GIST_WORDS]
    if asked:
        before = parts[asked[-1] - 1] if asked[-1] and points_back.search(parts[asked[-1]]) else ""
        both = f"{before} {parts[asked[-1]]}".strip()
        return both if len(both.split()) <= 2 * GIST_WORDS else parts[asked[-1]]
    first = re.split(r"[:;]\s", next(filter(None, parts), ""))[0].rstrip(".! ")
    words = first.split()
    return first if len(words) <= GIST_WORDS else " ".join(words[:GIST_WORDS]) + " …"


def stranger_questions(challenge: Sequence[str], manner: Manner = ENGLISH) -> tuple[str, ...]:
    """Two questions that somebody who does not know you can answer with a story; neither can be met with yes or no.
    None where no sentence of the challenge is for others ("")."""
    said, words = gist(challenge, manner.language), manner.words
    asked = words.of_stranger if said.endswith("?") else words.of_stranger_told
    return tuple(manner.say(one, said=said) for one in asked) if said else ()
