"""German words by which a clause promises something: whether it is the writer's promise, or the other's."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = r"[^\W\d_][\w’'.-]*"
_NAME = r"(?-i:(?!(?:Ich|Wir|Sie|Er)\b)[A-ZÄÖÜ][\w’'.-]+)"
_GIVE = (
    r"(?:schick|send|mail|stell|geb|bring|zeig|ruf|leih|leit|meld|besorg|schreib|nehm|reservier|hol|borg|druck|kopier|"
    r"les|prüf|frag|such|tipp|übersetz|mach)"
)
_I_SAID = (
    r"\b(?:ich (?:habe|hab)|(?:habe|hab) ich) (?:(?:ihr|ihm|ihnen) )?gesagt,? (?:dass )?ich "
    r"(?!bin\b|habe\b|war\b|finde\b|mag\b|glaube\b)"
    r"(?P<said>\w+e) "
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
    # ich habe gesagt, ich komme am Samstag vorbei
    _I_SAID,
    # ich habe Alenka vorgeschlagen und gebe ihm die Nummer
    rf"\bich\b.*\bund {_GIVE}e {_THEM}\b(?!.*\b(?:mich|mir)\b)",
    # versprochen, ihr den Kasten zu bringen
    rf"^(?:habe? )?{_AGREED},? {_THEM}\b.* zu \w+en\b",
    # ich soll ihm …; ich muss Anna …
    rf"\bich (?:soll|muss|werde|will) (?:{_THEM}|denen|{_NAME}|(?:der|dem) {_WORD})\b",
    # schulde ihr das Blatt
    rf"(?:^|\bund |\bich )schulde? (?:{_THEM}|{_NAME})\b|\b(?:{_THEM}|{_NAME}) schulde? ich\b",
    # ich bin ihr noch die Liste schuldig
    rf"\bbin (?:{_THEM}|{_NAME}) .*\bschuldig\b",
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
    rf"\bhat (?:mir |uns )?(?:[\w-]+ ){{0,8}}{_AGREED}\b",
    rf"\bhat {_AGREED},? (?:mir|uns)\b",
    r"\bschuldet (?:mir|uns)\b|^(?:mir|uns) schuldet\b",
    # ist mir noch die Liste schuldig
    r"\bist (?:mir|uns) .*\bschuldig\b",
    r"\bmeldet sich\b",
)


# ------------------------------------------------------------------ what is promised, in the infinitive
_ODD = {"gibt": "geben", "lässt": "lassen", "nimmt": "nehmen", "liest": "lesen", "hilft": "helfen", "trifft": "treffen"}
_APART = r"(?P<apart>an|mit|zu|vor|vorbei|weiter|ab|nach|zurück|ein|aus|rüber|zukommen|durch)"
_MODAL = re.compile(
    r"\b(?:will|wird|möchte|kann|könnte|muss|soll|werde)\b (?P<rest>.+\w(?:en|ern|eln))$", re.IGNORECASE
)
_THEY_DO = re.compile(rf"\b(?P<verb>[a-zäöüß]+t) (?P<whom>mir|mich|uns) (?P<rest>.+?)(?: {_APART})?$", re.IGNORECASE)
_I_DO = re.compile(
    rf"(?:\bich (?P<verb>{_GIVE}e?)|(?:^|\s){_WORD} (?P<behind>{_GIVE}e) ich|"
    rf"(?:^|[,;:]\s+|\bund\s+|(?:->|→)\s*)(?P<bare>{_GIVE}e?)) "
    rf"(?P<rest>.+?)(?: {_APART})?$",
    re.IGNORECASE,
)
_TO_DO = re.compile(rf"^(?:habe? )?{_AGREED},? (?P<rest>{_THEM} .+) zu (?P<do>\w+en)$", re.IGNORECASE)
_I_TOLD = re.compile(rf"{_I_SAID}(?P<rest>.+?)(?: {_APART})?$", re.IGNORECASE)
_I_OWE = re.compile(r"\bschulde? ich(?: noch)? (?P<rest>\S.+)$", re.IGNORECASE)
_WHO = rf"(?:er|sie|{_NAME}(?: {_NAME})?)"
_TO_WHOM = rf"(?:mir|uns|{_THEM}|{_NAME}(?: {_NAME})?)"
_OWING = _patterns(
    # die Tabelle schuldet mir Jonas noch
    rf"^(?P<rest>(?:den|die|das|einen?|(?:sein|ihr)e?n?) .+?) schuldet {_TO_WHOM} {_WHO}(?: noch)?$",
    # er schuldet mir noch ein Bier; schuldet mir: Tabelle; ich schulde ihm die Liste
    rf"^(?:(?:{_WHO}|ich) )?schulde[t]? {_TO_WHOM}(?: noch)?:? (?P<rest>\S.*)$",
    # mir schuldet Jonas noch die Tabelle
    rf"^{_TO_WHOM} schuldet {_WHO}(?: noch)? (?P<rest>\S.*)$",
    # er ist mir noch die Tabelle schuldig; ich bin ihm die Liste schuldig
    rf"^(?:{_WHO} ist|ich bin|bin) {_TO_WHOM}(?: noch)? (?P<rest>.+) schuldig$",
)
"""Of a debt the thing alone is what is promised."""
_HAS_PROMISED = re.compile(rf"\b(?:hat|habe|hab)\b(?: ich)? (?P<rest>.+?) {_AGREED}$", re.IGNORECASE)


def in_the_infinitive(clause: str, called: Sequence[str] = ()) -> str:
    """`Sie schickt mir die Pläne` as `mir die Pläne schicken`, `Ich bringe Anna das Buch mit` as `das Buch mitbringen`;
    the clause as it is where it is built otherwise. `called`: what the other side is called."""
    said = re.sub(r"^(?:und|aber|oder|doch)\s+", "", clause.strip(" .,:;!"), flags=re.IGNORECASE)
    if owed := next((found["rest"] for one in _OWING if (found := one.search(said))), ""):
        return re.sub(r"^(?:Den|Die|Das|Einen?|Eine)(?= )", lambda found: found[0].lower(), owed)
    return _as_a_deed(said, called)


def _as_a_deed(said: str, called: Sequence[str]) -> str:
    if found := _TO_DO.search(said):
        return f"{_without(found['rest'], called)} {found['do']}"
    if found := _I_TOLD.search(said):
        return f"{_without(found['rest'], called)} {found['apart'] or ''}{found['said'].lower()}n"
    if found := _I_OWE.search(said) or _MODAL.search(said) or _HAS_PROMISED.search(said):
        return _without(found["rest"], called)
    if found := _THEY_DO.search(said):
        return f"{found['whom'].lower()} {found['rest']} {found['apart'] or ''}{_infinitive(found['verb'].lower())}"
    if found := _I_DO.search(said):
        verb = (found["verb"] or found["behind"] or found["bare"]).lower().rstrip("e")
        return f"{_without(found['rest'], called)} {found['apart'] or ''}{verb}en"
    return said


def _infinitive(verb: str) -> str:
    return _ODD.get(verb) or f"{verb.removesuffix('et') if verb.endswith(('det', 'tet')) else verb[:-1]}en"


def _without(rest: str, called: Sequence[str]) -> str:
    """Without the one to whom it is promised, who stands first or behind the day."""
    whom = "|".join(("ihr", "ihm", "ihnen", "sie(?= am | an$| $|$)", "ihn(?= am | an$|$)", *map(re.escape, called)))
    return re.sub(rf"(?:^|(?<=\s))(?:{whom})(?=\s)\s*", "", rest, count=1, flags=re.IGNORECASE)
