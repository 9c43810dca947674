"""The languages that drafts are written in: their names, how the reader is addressed, what a model is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.domain.checking.language import language_of
from coach.domain.naming import family_name, first_name

LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese"}
"""By their two-letter code, as the model is told them."""
_ADDRESS = {
    "de": {"warm": "du", "plain": "du", "formal": "Sie"},
    "fr": {"warm": "tu", "plain": "vous", "formal": "vous"},
    "es": {"warm": "tú", "plain": "tú", "formal": "usted"},
    "pt": {"warm": "você", "plain": "você", "formal": "o senhor ou a senhora"},
}
_CALL = {
    "en": "Would you have a quarter of an hour for a call?",
    "de": "{Hast du|Haben Sie} eine Viertelstunde für ein Telefonat?",
    "fr": "{Aurais-tu|Auriez-vous} un quart d'heure pour un appel ?",
    "es": "¿{Tendrías|Tendría} un cuarto de hora para una llamada?",
    "pt": "{Teria|Teria} um quarto de hora para uma chamada?",
}
_DISTANT_FORMS = ("Sie", "vous", "usted")
_EITHER = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
_CLOSE = re.compile(
    r"\b(?:per du|duz(?:en|t)|du angeboten|beim du|tutoie\w*|tutoyer|on se tutoie|tutea\w*|de tú|"
    r"first[- ]name terms)\b",
    re.IGNORECASE,
)
_DISTANT = re.compile(r"\b(?:per Sie|siez(?:en|t)|beim Sie|vouvoie\w*|vouvoyer|de usted)\b", re.IGNORECASE)


def address_of(language: str, tone: str) -> str:
    """The form of address, e.g. `du`; "" for a language that has one only."""
    return _ADDRESS.get(language[:2], {}).get(tone, "")


def language_told(language: str, tone: str) -> str:
    """The language as a model is told it, with the form of address: `German, addressing the reader as “du”`."""
    address = address_of(language, tone)
    named = LANGUAGES.get(language[:2], language)
    return f"{named}, addressing the reader as “{address}”" if address else named


def call_question(language: str, tone: str) -> str:
    """The question for a short call, in the form of address of the tone."""
    return addressed(_CALL.get(language[:2], _CALL["en"]), address_of(language, tone))


def addressed(text: str, address: str) -> str:
    """The text with the first or, where the address is a distant one, the second of each `{close|distant}`."""
    return _EITHER.sub(r"\2" if address in _DISTANT_FORMS else r"\1", text)


def tone_in(notes: Iterable[str], name: str = "") -> str | None:
    """`warm` or `formal` where the notes say how the two address each other, or call somebody by a title and a family
    name alone ("Frau Vogel"); None where they do not."""
    text = "\n".join(notes)
    if _CLOSE.search(text):
        return "warm"
    return "formal" if _DISTANT.search(text) or " " in first_name(name) else None


_OFFICES = re.compile(
    r"^(?:\w*(?:[Rr]ektor|[Dd]irektor|[Ss]chulleiter|[Bb]ürgermeister|[Pp]rofessor|[Rr]ichter|[Ss]taatsanwalt|[Nn]otar|"
    r"[Cc]hefarzt|[Cc]hefärzt|[Oo]berarzt|[Oo]berärzt|[Dd]ekan|[Mm]inister|[Ss]taatssekretär|[Dd]ezernent|"
    r"[Ll]andrat|[Ll]andrät|[Aa]mtsleiter|[Bb]otschafter|[Bb]ischof|[Bb]ischöf|[Pp]räsident)(?:in)?|Prof\.?)\b(?!-)"
)
"""Whom one does not say "du" to without having been asked to."""
_TITLE = r"(?<!\w[ei] )(?<!\w[mnr] )(?:Frau|Herrn?|Dr\.?|Prof\.?)(?: (?:Dr|Prof)\.?)*(?: (?:med|Ing|h\. ?c)\.)*"


def german_tone(notes: Iterable[str], name: str, role: str = "") -> str | None:
    """As `tone_in`, and `formal` for somebody whom German notes call "Frau", "Herr" or by a title, or who holds an
    office ("Rektorin"): "Sie", unless they say "du" to each other."""
    texts = list(notes)
    if (said := tone_in(texts, name)) is not None:
        return said
    family = re.escape(family_name(name) or name)
    called = re.compile(rf"{_TITLE} (?:[A-ZÄÖÜ][\w-]+ )?{family}\b")
    office = re.compile(rf"\b{re.escape(name)},? (?:(?:die|der|ist|neue[nr]?) )*(?P<role>[A-ZÄÖÜ]\w+)")
    titled = called.search(name) or any(map(called.search, texts)) or _OFFICES.match(role.strip())
    roles = (found["role"] for text in texts for found in office.finditer(text))
    return "formal" if titled or any(map(_OFFICES.match, roles)) else None


def language_in(notes: Iterable[str]) -> str:
    """The language that most of the notes are in; English where there are none."""
    found = [language_of(text) for text in notes]
    return max(dict.fromkeys(found), key=found.count) if found else "en"
