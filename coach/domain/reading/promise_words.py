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
    r"shoot|walk|tag|mark|cover|solder|telephone|phone|measure|cut|sew|paint|build|water|feed|grow|sow|source|quote|cc|loop|point|explain|do|prepare|run|join|meet)"
)
_GIVING = r"(?:send|introduc|intro|lend|bring|giv|forward|post|shar|show|connect|mail|e-?mail|put|pass|drop|hand|ship|deliver)"
_W = r"[^\W\d_][\w’'.-]*"
_WHO = rf"{_W}(?:\s{_W}){{0,2}}"
_NAME = r"(?-i:(?!(?:I|We|You|It|This|That|There|And|But|Then|Also|Will|Me|Not|No|Told|Met)\b)[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)?)"
_NOBODY = (
    r"(?!(?:i|we|promised|offered|asked|told|said|need|have|had|wants?|happy|going|got|able|it|this|that|there|who|which|"
    r"you|not|try|trying|also|agreed|and|but|then|if|when|ich|wir)\b)"
)
_THIRD = rf"(?:(?:s?he|they|(?!I\b|We\b){_NAME})|(?:^|[,;:]\s*|\band\s+|[–-]\s+){_NOBODY}{_W})"
_THEM_WILL = (
    r"(?:['’](?:ll|s gonna|s going to)|\s+(?:also\s+|kindly\s+)?(?:will|would|wants to|is going to|is gonna|gonna|can|"
    r"could|(?:has |have |had )?(?:offered|promised|agreed|undertook|volunteered) to|said (?:s?he|they)['’]d|"
    r"(?:is|are) (?:happy|glad) to))\s+(?:also\s+|kindly\s+|try to\s+|then\s+|gladly\s+)*"
)
_SOON = r"(?:also\s+|then\s+|gladly\s+|happily\s+|try to\s+|just\s+|still\s+)*"
_OPEN = r"(?:^|[,;:]\s+|/\s+|\band\s+|\bbut\s+|[–-]\s+|(?:->|→|=>)\s*)"
_I = re.IGNORECASE

_NEVER = (
    r"(?!(?:be|have|miss|never|remember|see|need|want|love|like|go|know|wear|skip|not|always|probably|forget|feel|"
    r"believe|die|regret|stay|sleep|eat|think)\b)"
)
"""Verbs that promise nothing: `I'll miss her`, `I'll never forget`."""
_PAST_OR_SAID = (
    r"(?:reminds|tells|asks|calls|knows|likes|loves|thinks|makes|wants|needs|hates|says|costs|gives me (?:hope|energy)|"
    r"strikes|beats|works|lives|works|sees|believes|hears|follows|joins|is|was|has|does|goes)"
)
_HIM = rf"(?:him|her|them|it|{_NAME}|an?\b|the\b|my\b|our\b|\d)"
_ING = r"(?!(?:going|thinking|looking|feeling|trying|hoping|working|struggling|being|coming|reading|living|getting|starting|talking|running|moving|writing|doing|having|taking|using|building|leaving|staying)\b)\w+ing"
_MINE = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"^(?:me|I|ich|mine|von mir)\s*(?:->|→|=>|to|an|to:)\s*{_WHO}\s*:\s*(?P<what>.+)",
        r"^(?:me|mine|I owe|meins|ich):\s*(?P<what>(?!too|talk|spoke|tired|more|less|zu|mehr|weniger).+\b(?:to|for|an|für)\b.+)",
        rf"^promised:\s*(?:{_WHO}\s+gets\s+)?(?P<what>.+)",
        rf"(?P<what>[\w][\w’' -]*?)\s+from me\b(?! (?:and|or)\b)",
        r"\b(?:gets|get|getting|has|kriegt|bekommt)\s+(?P<what>.+?)\s+(?:off|from|out of|von) (?:me|mir)\b",
        rf"\bI(?:['’]ll|\s+will|['’]m gonna|['’]m going to|\s+am going to)\s+{_SOON}{_NEVER}(?P<what>\w+\b.*)",
        rf"\b(?:said|told(?:\s{_W}){{0,2}}|promised(?:\s{_W}){{0,2}}|offered|agreed)\s+(?:that\s+)?I(?:['’]?d|\s+would|['’]?ll)\s+"
        r"(?P<what>(?!love\b|like\b|be\b|have\b|never\b|rather\b|been\b)\w+.*)",
        r"\btold (?:her|him|them) (?:to expect|(?:s?he|they) can have)\s+(?P<what>.+)",
        rf"(?:\bI(?:['’]ve|\s+have|\s+also)?|{_OPEN}(?:also\s+|have\s+)?)\s*promised\s+"
        rf"(?!me\b|us\b|nothing\b|to (?:\w+ ){{0,4}}(?:me|us)\b)(?P<what>.+)",
        rf"(?:\bI|{_OPEN}|\bstill)\s*owe\s+(?P<what>.+)",
        rf"(?:\bI(?:['’]ve|\s+have)?|{_OPEN})\s*(?:offered|undertook|volunteered|committed)\s+(?!me\b|us\b)"
        rf"(?P<what>(?!.*\b(?:to|for) (?:me|us)\b).+)",
        rf"(?:(?<=\bI said )|(?<!says )(?<!said )(?<!if )(?<!whether )(?<!that )(?<!reckons ))\bI(?:\s+(?:should|must|"
        rf"need to|have to|had better|can|could|agreed to|am to)|['’]m (?:to|down to))\s+"
        rf"{_SOON}(?P<what>(?:{DOING}|agree|accept)\b.*)",
        rf"\bI(?:['’]m|\s+am)\s+{_SOON}(?P<what>{_ING}\s+(?:over\s+)?{_HIM}.*)",
        rf"(?:^|[,;:–/-]\s+|(?:->|→|=>|>>)\s*|\band\s+)(?P<what>{_ING}\s+(?:him|her|them|it over|it to|{_NAME})\b(?!.*\b(?:me|us)\b).*)",
        rf"{_OPEN}(?:need to|have to|must|should|gotta|got to|gonna|todo|to do|action|remember to|don['’]t forget to|"
        rf"remind me to|i need to|i gotta|on me to|still (?:have|need) to|my job to|up to me to)\b:?\s*{_SOON}"
        rf"(?P<what>{DOING}\b(?!\s*$)(?!\s+(?:my|the)\b(?!.*\b(?:him|her|them|to|for)\b)).*)",
        rf"\b(?:which|what|that) I still (?:have|need) to\s+(?P<what>{DOING}\b.*)",
        r"\bwe\s+(?:agreed to|said we['’]?d)\s+(?P<what>.+)",
        rf"{_OPEN}(?P<what>(?:introduce|intro|connect)\s+(?:(?:him|her|them|{_W})\s+)?(?:to|with)\s.+)",
        rf"^(?:me:\s*|please\s+|to[- ]?do:?\s*|next:?\s*)?(?P<what>{DOING}\s+(?:over\s+|back\s+)?(?:him|her|them|to|{_NAME})\b.*)",
        r"\bI\s+(?:also\s+)?(?P<what>(?:send|share|give|bring|lend|mail|email|introduce|intro|forward|post|drop|vouch|get it|"
        r"pass|hand|put|show)\s+(?!my (?:kid|son|daughter|child)).+)",
        rf"(?:^|\b(?:told|said|promised|asked|gave|showed|offered)\b[^.]*[,;]\s*)will\s+{_SOON}{_NEVER}(?P<what>\w+\s+(?:him|her|them|{_NAME})\b(?!.*\b(?:me|us)\b).*)",
        rf"(?:^|\b(?:told|said|promised|asked|gave|showed|offered)\b[^.]*[,;]\s*)will\s+{_SOON}(?P<what>{DOING}\b(?!.*\b(?:me|us|my)\b).*)",
        r"\b(?:my|our|the)?\s*(?P<what>[\w-]+ (?:goes|goes out|lands|is going|is on its way) (?:in|to|out to) (?:her|his|their|him|them)\b.*)",
        r"\bcount(?:s|ing) on me for\s+(?P<what>.+)",
        r"\bsaid yes to\s+(?P<what>.+)",
    )
)
_THEIRS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"^{_WHO}\s*(?:->|→|=>|to|an)\s*(?:me|mir|us|uns)\s*:\s*(?P<what>.+)",
        r"^(?:promised to me|hers|his|theirs|she|he|they|you owe me|owed to me):\s*(?P<what>.+)",
        r"\bowes?\s+(?:me|us)\b\s*(?P<what>.+)",
        rf"\b(?:promised|offered)\s+(?:me|us)\s+(?P<what>.+)",
        rf"{_THIRD}{_THEM_WILL}(?P<what>(?:have\b|{_NEVER}\w+).*\b(?:me|us|my|our)\b.*)",
        rf"(?:s?he|they|{_NAME})(?:\s+(?:also\s+)?(?:has |have )?(?:promised|offered|volunteered|agreed|undertook))\s+to\s+(?P<what>.+)",
        rf"(?:s?he|they|{_NAME})(?:['’]ll|\s+will|\s+said (?:s?he|they)['’](?:d|ll)|['’]d)\s+{_SOON}(?P<what>(?:{_GIVING}\w*|ask|"
        r"check|look into|look for|find out|find|think about|get back|let (?:me|us) know|sound out|talk to|speak to|"
        r"see (?:if|whether)|dig (?:out|up)|ring|call|write|text|message|answer|reply|mark up|set up|sort|save)\b.*)",
        rf"{_THIRD}\s+(?:also\s+|is\s+|are\s+|['’]s\s+)?to\s+(?P<what>(?:{DOING}|have)\b.*\b(?:me|us|my|our)\b.*)",
        rf"\b(?:s?he|they)['’](?:s|re) to\s+(?P<what>(?:{DOING}|have)\b.*)",
        r"\b(?P<what>(?:gets|will get|is getting|comes|will come) back to (?:me|us)\b.*)",
        r"\bwho (?:will|would|['’]ll|can|is going to)\s+(?P<what>\w+.*\b(?:me|us)\b.*)",
        rf"(?:^|[,;:]\s+|/\s+)is\s+(?P<what>\w+ing\b.*\b(?:me|us)\b.*)",
        rf"(?:s?he|they|who|{_NAME})(?:['’]s|['’]re|\s+is|\s+are)\s+{_SOON}(?P<what>\w+ing\b.*\b(?:me|us|my|our)\b.*)",
        rf"(?:s?he|they|who|{_NAME})(?:['’]s|\s+is)\s+(?P<what>(?:handing over|sending over|digging out|posting|lending)\s+(?:her|his|their|the|a)\b.*)",
        rf"(?:^|[,;:–-]\s*|(?:->|→|=>)\s*|\band\s+)(?P<what>(?:sharing|putting|sending|getting|bringing|lending|giving|"
        rf"introducing|connecting|mailing|emailing|saving|setting)\b.*\b(?:me|us)\b.*)",
        rf"\b(?P<what>(?!{_PAST_OR_SAID})\w+(?<!ss)s\s+(?:me|us|it to me|them to me)\b(?!\s+(?:of|that|how|laugh|smile|cry|think|feel|wonder)).*)",
        rf"{_OPEN}(?:also\s+)?(?:will|would|can|could|happy to|glad to|offered to|offers to|promised to|wants to|going to|"
        rf"gonna|is going to)\s+(?P<what>{DOING}\b.*\b(?:me|us)\b.*)",
        rf"\bwould\s+(?P<what>{_GIVING}\w*\s+(?:me|us)\b.*)",
        r"(?P<what>[\w][\w’' -]*?)\s+(?:coming|to come)\s+from (?:her|him|them)\b",
        r"\bto (?P<what>(?:send|bring|intro|introduce|mail|email|give|lend|share|forward|get|put|hook)\s+(?:me|us)\b.*)",
        r"(?:^|[:;,]\s*)(?P<what>(?!best|good|great|hard|new|a )(?:[\w-]+ ){1,3}for me)(?:[.;]|$)",
    )
)
_GERMAN_GIVE = (
    r"(?:schick|send|mail|stell|geb|bring|zeig|ruf|leih|leit|meld|besorg|schreib|nehm|reservier|hol|borg|druck|kopier|"
    r"les|prüf|frag|such|tipp|übersetz|mach)"
)
_GERMAN_WHOM = rf"(?:ihr|ihm|ihnen|denen|{_NAME}|(?:der|dem) {_W})"
_GERMAN_MINE = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"\bich {_GERMAN_GIVE}e?\b(?!.*\b(?:mich|mir)\b)",
        rf"(?:^|\s){_W} {_GERMAN_GIVE}e ich\b",
        r"\bich (?:habe|hab) (?:[\w-]+ ){1,4}(?:versprochen|zugesagt|angeboten)\b",
        r"(?:^|[,.]\s*)(?:habe?\s+)?(?:[\w-]+ )?(?:habe ich|hab ich) (?:[\w-]+ ){0,5}(?:versprochen|zugesagt|angeboten)\b",
        rf"\bich (?:soll|muss|werde|will) {_GERMAN_WHOM}\b",
        r"(?:^|\bund )(?:habe?\s+)?(?:ihr|ihm|ihnen) (?:versprochen|zugesagt|angeboten)\b",
        rf"(?:^|\bund )schulde? (?:ihr|ihm|ihnen|{_NAME})\b",
        r"\b(?:kriegt|bekommt) (?:sie|er|ihr)?\s*(?:von mir|bis)\b",
        rf"^(?!.*\b(?:mir|mich|uns|will|wird|kann|hat|möchte)\b)(?:{_W}\s).*\b(?:schicken|mailen|leihen|geben|"
        r"weiterleiten|mitbringen|besorgen|vorbeibringen)(?:,? (?:bis|am|morgen|nächste)\b.*)?\W*$",
        r"\b(?:geht|kommt) (?:morgen |heute |am \w+ )?(?:an (?:sie|ihn|ihr)|von mir)\b",
        r"^bei mir offen:",
    )
)
_GERMAN_THEIRS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        r"(?<!ich )\b(?!(?:hat|gefällt|geht|tut|fehlt|saß|sass|sitzt|passt|reicht|bleibt|sagt|kommt|liegt|ist|war|hilft)\b)"
        r"[a-zäöüß]+t (?:mir|mich|uns)\b(?! (?:leid|gut|schwer))",
        r"\b(?:will|wird|möchte|kann|könnte|wollte) (?:mi(?:r|ch)|uns)\b",
        r"\bhat (?:mir |uns )?(?:[\w-]+ ){0,4}(?:versprochen|angeboten|zugesagt)\b",
        r"\bhat (?:versprochen|angeboten|zugesagt),? (?:mir|uns)\b",
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
