"""By which words rough notes say that somebody will do something for somebody: `I'll send her …`, `promised Saskia our
deck`, `Gareth sends me …`, `me -> Kwabena: …`. In English and in German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

DOING = (
    r"(?:send|introduce|intro|show|tell|give|share|lend|bring|write|mail|e-?mail|forward|connect|help|invite|put|post|"
    r"drop|pass|get|find|dig|read|review|test|proofread|make|draft|sketch|print|scan|copy|translate|fix|record|return|pay|"
    r"buy|order|book|deliver|donate|host|organi[sz]e|recommend|vouch|hand|supply|ship|ask|check|look|talk|speak|let|"
    r"pick|set|knit|bake|cook|repair|photograph|collect|fetch|reserve|sign|upload|return|swap|keep|nominate|call|ring|"
    r"phone|ping|message|text|come|visit|teach|sort|arrange|save|add|take|mention|try|think|teach|play|sing|link|ferry|"
    r"measure|cut|sew|paint|build|water|feed|grow|sow|source|quote|cc|loop|point|explain|do|prepare|run|join|meet)"
)
_GIVING = r"(?:send|introduc|intro|lend|bring|giv|forward|post|shar|show|connect|mail|e-?mail|put|pass|drop|hand|ship|deliver)"
_W = r"[^\W\d_][\w’'.-]*"
_WHO = rf"{_W}(?:\s{_W}){{0,2}}"
_NAME = r"(?-i:[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)?)"
_NOBODY = (
    r"(?!(?:i|we|promised|offered|asked|told|said|need|have|had|wants?|happy|going|got|able|it|this|that|there|who|which|"
    r"you|not|try|trying|also|agreed|and|but|then|if|when|ich|wir)\b)"
)
_THIRD = rf"(?:(?:s?he|they|(?!I\b|We\b){_NAME})|(?:^|[,;:]\s*|\band\s+|[–-]\s+){_NOBODY}{_W})"
_THEM_WILL = (
    r"(?:['’](?:ll|s gonna|s going to)|\s+(?:also\s+|kindly\s+)?(?:will|would|wants to|is going to|is gonna|gonna|can|"
    r"could|(?:has |have |had )?(?:offered|promised|agreed|undertook|volunteered) to|said (?:s?he|they)['’]d|"
    r"(?:is|are) (?:happy|glad) to|is to|are to|to))\s+(?:also\s+|kindly\s+|try to\s+|then\s+|gladly\s+)*"
)
_SOON = r"(?:also\s+|then\s+|gladly\s+|happily\s+|try to\s+|just\s+|still\s+)*"
_OPEN = r"(?:^|[,;:]\s*|\band\s+|\bbut\s+|[–-]\s+|(?:->|→|=>)\s*)"
_I = re.IGNORECASE

_MINE = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"^(?:me|I|ich)\s*(?:->|→|=>)\s*{_WHO}\s*:\s*(?P<what>.+)",
        rf"^promised:\s*(?:{_WHO}\s+gets\s+)?(?P<what>.+)",
        rf"\bI(?:['’]ll|\s+will|['’]m gonna|['’]m going to|\s+am going to)\s+{_SOON}(?P<what>{DOING}\b.*)",
        rf"\b(?:said|told(?:\s{_W}){{0,2}}|promised(?:\s{_W}){{0,2}}|offered|agreed)\s+(?:that\s+)?I(?:['’]?d|\s+would)\s+"
        r"(?P<what>(?!love\b|like\b|be\b|have\b|never\b|rather\b|been\b)\w+.*)",
        rf"(?:\bI(?:['’]ve|\s+have|\s+also)?|{_OPEN}(?:also\s+|have\s+)?)\s*promised\s+"
        rf"(?!me\b|us\b|nothing\b|to (?:\w+ ){{0,4}}(?:me|us)\b)(?P<what>.+)",
        rf"(?:\bI|{_OPEN})\s*(?:still\s+)?owe\s+(?P<what>.+)",
        rf"(?:\bI(?:['’]ve|\s+have)?|{_OPEN})\s*offered\s+(?!me\b|us\b)(?P<what>(?!.*\b(?:me|us)\b).+)",
        rf"(?:(?<=\bI said )|(?<!says )(?<!said )(?<!if )(?<!whether )(?<!that ))\bI(?:\s+(?:should|must|need to|have to|had better|can|could|agreed to|am to)|['’]m (?:to|down to))\s+"
        rf"{_SOON}(?P<what>(?:{DOING}|agree|accept)\b.*)",
        rf"{_OPEN}(?:need to|have to|must|should|gotta|got to|gonna|todo|to do|action|remember to|don['’]t forget to|"
        rf"remind me to|i need to|i gotta)\b:?\s*{_SOON}(?P<what>{DOING}\b(?!\s*$).*)",
        r"\bwe\s+(?:agreed to|said we['’]?d)\s+(?P<what>.+)",
        rf"{_OPEN}(?P<what>(?:introduce|intro|connect)\s+(?:(?:him|her|them|{_W})\s+)?(?:to|with)\s.+)",
        rf"^(?:me:\s*|please\s+|to[- ]?do:?\s*|next:?\s*)?(?P<what>{DOING}\s+(?:over\s+|back\s+)?(?:him|her|them|to|{_NAME})\b.*)",
        r"\bI\s+(?:also\s+)?(?P<what>(?:send|share|give|bring|lend|mail|email|introduce|forward|post|drop)\s+"
        r"(?!my (?:kid|son|daughter|child)).+)",
        rf"(?:^|[,;:]\s*)will\s+{_SOON}(?P<what>{DOING}\b(?!.*\b(?:me|us|my)\b).*)",
    )
)
_THEIRS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"^{_WHO}\s*(?:->|→|=>)\s*(?:me|mir|us|uns)\s*:\s*(?P<what>.+)",
        rf"^promised to me:\s*(?P<what>.+)",
        r"\bowes?\s+(?:me|us)\b\s*(?P<what>.+)",
        rf"\b(?:promised|offered)\s+(?:me|us)\s+(?P<what>.+)",
        rf"{_THIRD}{_THEM_WILL}(?P<what>(?:{DOING}|have)\b.*\b(?:me|us|my|our)\b.*)",
        rf"(?:s?he|they|{_NAME})(?:\s+(?:also\s+)?(?:has |have )?(?:promised|offered|volunteered))\s+to\s+(?P<what>.+)",
        rf"(?:s?he|they|{_NAME})(?:['’]ll|\s+will|\s+said (?:s?he|they)['’]d|['’]d)\s+{_SOON}(?P<what>(?:{_GIVING}\w*|ask|"
        r"check|look into|look for|find out|find|think about|get back|let (?:me|us) know|sound out|talk to|speak to|"
        r"see (?:if|whether)|dig (?:out|up)|ring|call|write|text|message|answer|reply)\b.*)",
        rf"\b(?P<what>(?:is\s+|are\s+)?{_GIVING}(?:s|es|ing)\s+(?:me|us|it to me|them to me)\b.*)",
        rf"{_OPEN}(?:also\s+)?(?:will|would|can|could|happy to|glad to|offered to|offers to|promised to|wants to|going to|"
        rf"gonna|is going to)\s+(?P<what>{DOING}\b.*\b(?:me|us)\b.*)",
        rf"\bwould\s+(?P<what>{_GIVING}\w*\s+(?:me|us)\b.*)",
    )
)
_GERMAN_GIVE = r"(?:schick|send|mail|stell|geb|bring|zeig|ruf|leih|leit|meld|besorg|schreib|nehm|reservier|hol)"
_GERMAN_MINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ii]ch {_GERMAN_GIVE}e\b",
        rf"(?:^|\s){_W} {_GERMAN_GIVE}e ich\b",
        r"\b[Ii]ch (?:habe|hab) (?:\w+ ){1,3}(?:versprochen|zugesagt|angeboten)\b",
        rf"\b[Ii]ch (?:soll|muss|werde|will) (?:ihr|ihm|ihnen|{_NAME})\b",
        r"^(?:[Hh]abe |[Hh]ab )?(?:ihr|ihm|ihnen) versprochen\b",
        rf"^(?!.*\b(?:mir|mich|uns|will|wird|kann)\b)(?:{_W}\s).*\b(?:schicken|mailen|leihen|geben|weiterleiten|"
        r"mitbringen|besorgen|vorbeibringen)(?:,? (?:bis|am|morgen|nächste)\b.*)?\W*$",
    )
)
_GERMAN_THEIRS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:schickt|sendet|mailt|stellt|gibt|bringt|zeigt|leiht|besorgt) mi(?:r|ch)\b",
        r"\b(?:will|wird|möchte|kann) (?:mi(?:r|ch)|uns)\b",
        r"\bhat (?:mir )?(?:\w+ ){0,4}(?:versprochen|angeboten|zugesagt)\b(?=.*\b(?:mir|mich|uns)\b|)(?<!ich)",
        r"\bschuldet mir\b",
        r"\bmeldet sich\b",
    )
)


@dataclass(frozen=True)
class Promised:
    """Who promises ("me", "them") and the words from what is promised on."""

    by: str
    what: str
    german: bool = False


_SPEAKS = re.compile(
    rf"^(?!me:|I:|ich:){_W}(?:\s{_W})?:\s*[\"“‘']?I(?:['’]ll|\s+will|\s+can|\s+could)\s+(?P<what>{DOING}\b.*)", _I
)
"""`W: I'll send you the planner`: said by whom the line names."""


def promised_in(clause: str) -> Promised | None:
    """The promise of a clause; None where it holds none, or one of each side."""
    if spoken := _SPEAKS.match(clause):
        return Promised("them", spoken["what"])
    mine, theirs = _first(_MINE, clause), _first(_THEIRS, clause)
    german_mine, german_theirs = _any(_GERMAN_MINE, clause), _any(_GERMAN_THEIRS, clause)
    if theirs and mine and _to_me(theirs) and theirs.endswith(mine):
        mine = ""
    if bool(mine or german_mine) == bool(theirs or german_theirs):
        return None
    by = "me" if mine or german_mine else "them"
    return Promised(by, mine or theirs or clause, not (mine or theirs))


def _to_me(what: str) -> bool:
    return bool(re.search(r"\b(?:me|us|my|our)\b", what, _I))


def _first(patterns: Sequence[re.Pattern[str]], clause: str) -> str:
    return next((found["what"] for pattern in patterns if (found := pattern.search(clause))), "")


def _any(patterns: Sequence[re.Pattern[str]], clause: str) -> bool:
    return any(pattern.search(clause) for pattern in patterns)
