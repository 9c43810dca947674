"""German words by which a clause promises something: whether it is the writer's promise, or the other's."""

from __future__ import annotations

import re

_WORD = r"[^\W\d_][\w’'.-]*"
_NAME = r"(?-i:(?!(?:Ich|Wir|Sie|Er)\b)[A-ZÄÖÜ][\w’'.-]+)"
_GIVE = (
    r"(?:schick|send|mail|stell|geb|bring|zeig|ruf|leih|leit|meld|besorg|schreib|nehm|reservier|hol|borg|druck|kopier|"
    r"les|prüf|frag|such|tipp|übersetz|mach)"
)
_AGREED = r"(?:versprochen|zugesagt|angeboten)"
_THEM = r"(?:ihr|ihm|ihnen)"


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


GERMAN_MINE = _patterns(
    # ich schicke ihr die Liste
    rf"\bich {_GIVE}e?\b(?!.*\b(?:mich|mir)\b)",
    # Kemal bringe ich die Westen
    rf"(?:^|\s){_WORD} {_GIVE}e ich\b",
    # ich habe ihr versprochen; hab ihr zugesagt; Cosmo habe ich … versprochen
    rf"\bich (?:habe|hab) (?:[\w-]+ ){{1,4}}{_AGREED}\b",
    rf"(?:^|[,.]\s*)(?:[\w-]+ )?(?:habe ich|hab ich) (?:[\w-]+ ){{0,5}}{_AGREED}\b",
    rf"(?:^|\bund )(?:habe?\s+)?{_THEM} {_AGREED}\b",
    # ich soll ihm …; ich muss Anna …
    rf"\bich (?:soll|muss|werde|will) (?:{_THEM}|denen|{_NAME}|(?:der|dem) {_WORD})\b",
    # schulde ihr das Blatt
    rf"(?:^|\bund )schulde? (?:{_THEM}|{_NAME})\b",
    # kriegt sie bis Montag; geht morgen an sie raus
    r"\b(?:kriegt|bekommt) (?:sie|er|ihr)?\s*(?:von mir|bis)\b",
    r"\b(?:geht|kommt) (?:morgen |heute |am \w+ )?(?:an (?:sie|ihn|ihr)|von mir)\b",
    # schick ihr morgen die Folien
    rf"(?:^|[,;:]\s+|(?:->|→)\s*){_GIVE}e? {_THEM}\b",
    # Anna die Unterlagen schicken bis Mittwoch
    rf"^(?!.*\b(?:mir|mich|uns|will|wird|kann|hat|möchte)\b)(?:{_WORD}\s).*\b(?:schicken|mailen|leihen|geben|"
    r"weiterleiten|mitbringen|besorgen|vorbeibringen)(?:,? (?:bis|am|morgen|nächste)\b.*)?\W*$",
    # bei mir offen: …
    r"^bei mir offen:",
)
GERMAN_THEIRS = _patterns(
    # schickt mir die Pläne; borgt mir; lässt mir … zukommen
    r"(?<!ich )\b(?!(?:hat|gefällt|geht|tut|fehlt|saß|sass|sitzt|passt|reicht|bleibt|sagt|kommt|liegt|ist|war|hilft)\b)"
    r"[a-zäöüß]+t (?:mir|mich|uns)\b(?! (?:leid|gut|schwer))",
    # will mir den Kontakt geben
    r"\b(?:will|wird|möchte|kann|könnte|wollte) (?:mi(?:r|ch)|uns)\b",
    # hat mir … versprochen; hat zugesagt, mir …
    rf"\bhat (?:mir |uns )?(?:[\w-]+ ){{0,4}}{_AGREED}\b",
    rf"\bhat {_AGREED},? (?:mir|uns)\b",
    r"\bschuldet mir\b",
    r"\bmeldet sich\b",
)
