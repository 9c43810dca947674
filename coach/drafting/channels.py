"""What a message may be on each channel, kept by construction: length, subject, greeting and sign-off.

Sources of the limits: LinkedIn allows 300 characters in the note of an invitation and about 1,900 in a
message; two concatenated text messages hold 306 characters of 7-bit text, so 320 is the most that phones
show as one. 120 words is our own rule for an e-mail that gets read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coach.domain.naming import first_name
from coach.domain.quoting import plain_name
from coach.domain.voice import Voice
from coach.errors import InputError


@dataclass(frozen=True)
class Channel:
    """`max_words` and `max_characters` hold for the whole text with greeting and sign-off; 0 means no such limit."""

    name: str
    title: str
    subject: bool = False
    max_words: int = 0
    max_characters: int = 0
    greeting: bool = True
    sign_off: bool = True
    sentences: int = 6

    @property
    def limit(self) -> str:
        """The limit as the model is told it, with room left for greeting and sign-off."""
        if self.max_words:
            return f"at most {self.max_words - 15} words"
        return f"at most {self.max_characters - 30} characters, {self.sentences} short sentences"


CHANNELS = {
    channel.name: channel
    for channel in (
        Channel("email", "E-mail", subject=True, max_words=120),
        Channel("linkedin_invite", "LinkedIn invitation", max_characters=300, sign_off=False, sentences=2),
        Channel("linkedin", "LinkedIn message", max_characters=1900, sentences=5),
        Channel("text", "Text message", max_characters=320, sign_off=False, sentences=3),
    )
}
SUBJECT_CHARACTERS = 60
EDGE_CHARACTERS = 80
"""The longest greeting or sign-off; what is longer is a mistake in the data and would eat a text message."""

_GREETINGS = {
    "en": {"warm": "Hi {first},", "plain": "Hello {first},", "formal": "Dear {name},"},
    "de": {"warm": "Hallo {first},", "plain": "Hallo {first},", "formal": "Guten Tag {name},"},
    "fr": {"warm": "Bonjour {first},", "plain": "Bonjour {first},", "formal": "Bonjour {name},"},
    "es": {"warm": "Hola, {first}:", "plain": "Hola, {first}:", "formal": "Buenos días, {name}:"},
    "pt": {"warm": "Olá, {first},", "plain": "Olá, {first},", "formal": "Bom dia, {name},"},
}
_SIGN_OFFS = {
    "en": {"warm": "All the best,", "plain": "Best,", "formal": "Kind regards,"},
    "de": {"warm": "Herzliche Grüße", "plain": "Viele Grüße", "formal": "Mit freundlichen Grüßen"},
    "fr": {"warm": "Bien à toi,", "plain": "Cordialement,", "formal": "Cordialement,"},
    "es": {"warm": "Un abrazo,", "plain": "Un saludo,", "formal": "Un cordial saludo,"},
    "pt": {"warm": "Um abraço,", "plain": "Cumprimentos,", "formal": "Com os melhores cumprimentos,"},
}
_SUBJECTS = {
    "en": "Following up, {first}",
    "de": "Zu unserem Gespräch",
    "fr": "Suite à notre échange",
    "es": "Sobre nuestra conversación",
    "pt": "Sobre a nossa conversa",
}


def greeting_for(channel: Channel, *, name: str, tone: str, language: str, voice: Voice | None = None) -> str:
    """The user's own opening for this tone, else the usual one; "" where none fits (over 80 characters)."""
    usual = _GREETINGS.get(language[:2], _GREETINGS["en"])
    own = voice.greetings.get(tone, "") if voice else ""
    template = own or usual.get(tone, usual["warm"])
    shown = plain_name(name)
    text = template.replace("{first}", first_name(shown)).replace("{name}", shown) if shown else ""
    return text if channel.greeting and len(text) <= EDGE_CHARACTERS else ""


def sign_off_for(channel: Channel, *, user: str, tone: str, language: str, voice: Voice | None = None) -> str:
    """The user's own closing for this tone, else the usual one, with the name below it."""
    usual = _SIGN_OFFS.get(language[:2], _SIGN_OFFS["en"])
    own = voice.sign_offs.get(tone, "") if voice else ""
    text = "\n".join(part for part in (own or usual.get(tone, usual["warm"]), user) if part)
    return text if channel.sign_off and len(text) <= EDGE_CHARACTERS else ""


def plain_subject(name: str, language: str) -> str:
    """A subject that claims nothing."""
    return clip_subject(_SUBJECTS.get(language[:2], _SUBJECTS["en"]).format(first=first_name(plain_name(name))))


def channel_named(name: str) -> Channel:
    """Raises InputError that lists the channels there are."""
    if name not in CHANNELS:
        raise InputError(
            "There is no channel {name!r}.", "Choose one of: {names}.", name=name, names=", ".join(CHANNELS)
        )
    return CHANNELS[name]


def assemble(
    channel: Channel, body: list[str], *, name: str, tone: str, language: str, user: str, voice: Voice | None = None
) -> str:
    """Greeting, as many whole sentences of `body` as fit the channel, sign-off.

    The first sentence is always kept; if it alone is too long, it is cut at a word. A greeting with a name
    that is no name to greet by (over 80 characters) is left out, and so is such a sign-off.
    """
    top = greeting_for(channel, name=name, tone=tone, language=language, voice=voice)
    bottom = sign_off_for(channel, user=user, tone=tone, language=language, voice=voice)
    kept = after_a_comma(top, body, language)
    while len(kept) > 1 and not fits(channel, joined(top, kept, bottom, channel)):
        kept.pop(-2 if len(kept) > 2 else -1)
    while kept and not fits(channel, joined(top, kept, bottom, channel)):
        kept = _shortened(kept[0])
    return joined(top, kept, bottom, channel)


def _shortened(sentence: str) -> list[str]:
    """The sentence without its last word; one that is a single endless word loses a quarter of its letters."""
    bare = sentence.removesuffix(" …")
    head = bare.rpartition(" ")[0] or bare[: len(bare) * 3 // 4]
    head = head.rstrip(" ,;:")
    return [f"{head} …"] if head else []


def joined(top: str, body: list[str], bottom: str, channel: Channel) -> str:
    """The parts as one text: in one line where the channel is short, else in paragraphs."""
    inline = channel.max_characters and channel.max_characters <= 320
    if inline:
        return " ".join(part for part in (top, *_running_on(top, body)) if part)
    return "\n\n".join(part for part in (top, _paragraphs(body), bottom) if part)


_OPENERS = frozenset(
    "You Your There If In One What Since At The A An My Our Thank Could Would As Last It That This".split()
)
"""Words that are capitals at the beginning of a sentence alone."""


_GERMAN_OPENERS = frozenset(
    "Eines An Mir Ein Wie Ich Danke Noch Du Dein Deine Und Auch Darf Könnte Was Passt Wäre Gibt".split()
)


def after_a_comma(top: str, body: list[str], language: str) -> list[str]:
    """The sentences as they follow the greeting: German goes on small, "Hallo Noor, ich denke daran …"."""
    german = language[:2] == "de" and bool(body) and top.endswith(",")
    if not german or body[0].partition(" ")[0].rstrip(",:") not in _GERMAN_OPENERS:
        return list(body)
    return _small_start(body)


def _running_on(top: str, body: list[str]) -> list[str]:
    """The sentences as they follow a greeting that ends in a comma: "Hi Noor, you told me …"."""
    if not body or not top.endswith(",") or body[0].partition(" ")[0] not in _OPENERS:
        return body
    return _small_start(body)


def _small_start(body: list[str]) -> list[str]:
    return [f"{body[0][:1].lower()}{body[0][1:]}", *body[1:]]


def _paragraphs(body: list[str]) -> str:
    """The last sentence, the question or next step, stands by itself where there are three or more."""
    if len(body) < 3:
        return " ".join(body)
    return " ".join(body[:-1]) + "\n\n" + body[-1]


def fits(channel: Channel, text: str) -> bool:
    if channel.max_words and len(text.split()) > channel.max_words:
        return False
    return not channel.max_characters or len(text) <= channel.max_characters


@dataclass(frozen=True)
class TooLong:
    """What of a message is longer than its channel takes: its `length` and the `limit`, in `unit`. `of_ours`: the limit
    is our own rule, and the channel would take more."""

    part: Literal["text", "subject"]
    length: int
    limit: int
    unit: Literal["characters", "words"]
    of_ours: bool


def too_long(channel: Channel, text: str, subject: str = "") -> TooLong | None:
    """What is too long in a message as it stands; None where it fits."""
    if channel.max_characters and len(text) > channel.max_characters:
        return TooLong("text", len(text), channel.max_characters, "characters", of_ours=False)
    if channel.max_words and (words := len(text.split())) > channel.max_words:
        return TooLong("text", words, channel.max_words, "words", of_ours=True)
    if channel.subject and len(subject) > SUBJECT_CHARACTERS:
        return TooLong("subject", len(subject), SUBJECT_CHARACTERS, "characters", of_ours=True)
    return None


def clip_subject(subject: str) -> str:
    """At most 60 characters, cut at a word; a single endless word is cut where the room ends."""
    flat = " ".join(subject.split())
    if len(flat) <= SUBJECT_CHARACTERS:
        return flat
    head = flat[: SUBJECT_CHARACTERS + 1].rpartition(" ")[0] or flat[:SUBJECT_CHARACTERS]
    return head.rstrip(",;:-–")
