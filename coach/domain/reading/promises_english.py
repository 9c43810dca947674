"""English words by which a clause promises something, each pattern under an example: `what` is the group from what is
promised on. The patterns of each side are tried in order."""

from __future__ import annotations

import re

_DOING = (
    r"(?:send|introduce|intro|show|tell|give|share|lend|bring|write|mail|e-?mail|forward|connect|help|invite|put|post|"
    r"drop|pass|get|find|dig|read|review|test|proofread|make|draft|sketch|print|scan|copy|translate|fix|record|return|"
    r"pay|buy|order|book|deliver|donate|host|organi[sz]e|recommend|vouch|hand|supply|ship|ask|check|look|talk|speak|"
    r"let|"
    r"pick|set|knit|bake|cook|repair|photograph|collect|fetch|reserve|sign|upload|swap|keep|nominate|call|ring|phone|"
    r"telephone|ping|message|text|come|visit|teach|sort|arrange|save|add|take|mention|try|think|play|sing|link|ferry|"
    r"shoot|walk|tag|mark|cover|solder|measure|cut|sew|paint|build|water|feed|grow|sow|source|quote|cc|loop|point|"
    r"explain|do|prepare|run|join|meet|propose|suggest|name|decide)"
)
_GIVING = (
    r"(?:send|introduc|intro|lend|bring|giv|forward|post|shar|show|connect|mail|e-?mail|put|pass|drop|hand|ship|"
    r"deliver)"
)
_NEVER = (
    r"(?!(?:be|have|miss|never|remember|see|need|want|love|like|go|know|wear|skip|not|always|probably|forget|feel|"
    r"believe|die|regret|stay|sleep|eat|think)\b)"
)
"""Verbs that promise nothing: `I'll miss her`, `I'll never forget`."""
_TELLS = (
    r"(?:reminds|tells|asks|calls|knows|likes|loves|thinks|makes|wants|needs|hates|says|costs|gives me (?:hope|energy)|"
    r"strikes|beats|works|lives|sees|believes|hears|follows|joins|is|was|has|does|goes)"
)
"""Verbs before `me` that promise nothing: `reminds me of`."""
_STATES = (
    r"(?!(?:going|thinking|looking|feeling|trying|hoping|working|struggling|being|coming|reading|living|getting|"
    r"starting|talking|running|moving|writing|doing|having|taking|using|building|leaving|staying)\b)"
)
_ING = rf"{_STATES}\w+ing"
"""`mailing him two blanks`; not `going`, `thinking`."""
_WORD = r"[^\W\d_][\w’'.-]*"
_WHO = rf"{_WORD}(?:\s{_WORD}){{0,2}}"
_NAME = (
    r"(?-i:(?!(?:I|We|You|It|This|That|There|And|But|Then|Also|Will|Me|Not|No|Told|Met)\b)[A-Z][\w’'.-]+"
    r"(?:\s[A-Z][\w’'.-]+)?)"
)
_NOBODY = (
    r"(?!(?:i|we|promised|offered|asked|told|said|need|have|had|wants?|happy|going|got|able|it|this|that|there|who|"
    r"which|you|not|try|trying|also|agreed|and|but|then|if|when|ich|wir)\b)"
)
_SHE = rf"(?:s?he|they|{_NAME})"
_THIRD = rf"(?:{_SHE}|(?:^|[,;:]\s*|\band\s+|[–-]\s+){_NOBODY}{_WORD})"
_AGREED_TO = r"(?:has |have |had )?(?:offered|promised|agreed|undertook|volunteered) to"
_WILL = (
    rf"(?:['’](?:ll|s gonna|s going to)|\s+(?:also\s+|kindly\s+)?(?:will|would|is going to|is gonna|gonna|can|"
    rf"could|{_AGREED_TO}|said (?:s?he|they)['’]d|(?:is|are) (?:happy|glad) to))\s+"
    r"(?:also\s+|kindly\s+|try to\s+|then\s+|gladly\s+)*"
)
_SOON = r"(?:also\s+|then\s+|gladly\s+|happily\s+|try to\s+|just\s+|still\s+)*"
_ARROW = r"(?:->|→|=>|>>)\s*"
_OPEN = rf"(?:^|[,;:]\s+|/\s+|\band\s+|\bbut\s+|[–-]\s+|{_ARROW})"
_AFTER_TOLD = (
    r"(?:^|\b(?:told|said|promised|asked|gave|showed|offered)\b[^.]*[,;]\s*|\bI know\b[^.]*[,;]\s*(?:and\s+)?)"
)
_HER = rf"(?:him|her|them|{_NAME})"
_ME = r"\b(?:me|us)\b"
_OURS = r"\b(?:me|us|my|our)\b"


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


MINE = _patterns(
    # me -> Kwabena: the script; me to Quillon: the pinout
    rf"^(?:me|I|ich|mine|von mir)\s*(?:->|→|=>|to|an|to:)\s*{_WHO}\s*:\s*(?P<what>.+)",
    # mine: the notes to her by Friday
    r"^(?:me|mine|I owe|meins|ich):\s*"
    r"(?P<what>(?!too|talk|spoke|tired|more|less|zu|mehr|weniger).+\b(?:to|for|an|für)\b.+)",
    # CFO -> needs an auditor -> me: send her two names
    rf"{_ARROW}.*{_ARROW}me:\s+(?P<what>\S.+)",
    # promised: Olu gets my sketch
    rf"^promised:\s*(?:{_WHO}\s+gets\s+)?(?P<what>.+)",
    # a quote from me by Sunday; gets the data off me
    r"(?P<what>[\w][\w’' -]*?)\s+from me\b(?! (?:and|or)\b)",
    r"\b(?:gets|get|getting|has|kriegt|bekommt)\s+(?P<what>.+?)\s+(?:off|from|out of|von) (?:me|mir)\b",
    # I'll send her the list
    rf"\bI(?:['’]ll|\s+will|['’]m gonna|['’]m going to|\s+am going to)\s+{_SOON}{_NEVER}(?P<what>\w+\b.*)",
    # said I'd ask; told Marco I'd talk to my boss
    rf"\b(?:said|told(?:\s{_WORD}){{0,2}}|promised(?:\s{_WORD}){{0,2}}|offered|agreed)\s+(?:that\s+)?"
    r"(?:I|we)(?:['’]?d|\s+would|['’]?ll)\s+(?P<what>(?!love\b|like\b|be\b|have\b|never\b|rather\b|been\b)\w+.*)",
    # I said she'd get it by Saturday; told her to expect my script
    r"\b(?:said|told \w+) (?:s?he|they)['’]d (?:get|have)\s+(?P<what>.+)",
    r"\b(?:said|told \w+) (?:s?he|they) (?:can|could)\s+"
    r"(?P<what>(?:borrow|have|use|take|keep)\s+(?:one of )?(?:my|our)\b.+)",
    r"\btold (?:her|him|them) (?:to expect|(?:s?he|they) can have)\s+(?P<what>.+)",
    # promised Saskia our deck
    rf"(?:\bI(?:['’]ve|\s+have|\s+also)?|{_OPEN}(?:also\s+|have\s+)?)\s*promised\s+"
    r"(?!me\b|us\b|nothing\b|to (?:\w+ ){0,4}(?:me|us)\b)(?P<what>.+)",
    # I owe him a hub; owe her the photos
    rf"(?:\bI|{_OPEN}|\bstill)\s*owe\s+(?P<what>.+)",
    # offered to read her chapter
    rf"(?:\bI(?:['’]ve|\s+have)?|{_OPEN})\s*(?:offered|undertook|volunteered|committed)\s+"
    r"(?!me\b|us\b|to (?:\w+ ){1,4}(?:me|us)\b)"
    r"(?P<what>(?!.*\b(?:to|for) (?:me|us)\b).+)",
    # I should introduce him; I'm to draft the leaflet; not `she says I can come`
    r"(?:(?<=\bI said )|(?<!says )(?<!said )(?<!if )(?<!whether )(?<!that )(?<!reckons )(?<!think )(?<!thinks ))"
    r"\bI(?:\s+(?:still\s+)?(?:should|must|"
    r"need to|have to|had better|can|could|agreed to|am to)|['’]m (?:to|down to))\s+"
    rf"{_SOON}(?P<what>(?:{_DOING}|agree|accept)\b.*)",
    # I'm mailing him two blanks; texting her the number
    rf"\bI(?:['’]m|\s+am)\s+{_SOON}(?P<what>{_ING}\s+(?:over\s+)?(?:{_HER}|it|an?\b|the\b|my\b|our\b|\d).*)",
    rf"(?:^|[,;:–/-]\s+|{_ARROW}|\band\s+)(?P<what>{_ING}\s+(?:{_HER}|it over|it to)\b(?!.*{_ME}).*)",
    # gotta drop Aroha the receipts; on me to send …
    rf"{_OPEN}(?:need to|have to|must|should|gotta|got to|gonna|todo|to do|action|remember to|don['’]t forget to|"
    r"remind me to|i need to|i gotta|on me to|still (?:have|need) to|my job to|up to me to)\b:?\s*"
    rf"{_SOON}(?P<what>{_DOING}\b(?!\s*$)(?!\s+(?:my|the)\b(?!.*\b(?:him|her|them|to|for)\b)).*)",
    rf"\b(?:which|what|that) I still (?:have|need) to\s+(?P<what>{_DOING}\b.*)",
    # we agreed to go hiking
    r"\bwe\s+(?:agreed to|said we['’]?d)\s+(?P<what>.+)",
    # -> introduce to Clara
    rf"{_OPEN}(?P<what>(?:introduce|intro|connect)\s+(?:(?:him|her|them|{_WORD})\s+)?(?:to|with)\s.+)",
    # send Beatrix the photos
    rf"^(?:me:\s*|please\s+|to[- ]?do:?\s*|next:?\s*)?(?P<what>{_DOING}\s+(?:over\s+|back\s+)?(?:{_HER}|to)\b.*)",
    # joins if the terms are ok - send termsheet!
    r"\s[–—-]\s+(?P<what>(?:send|mail|e-?mail|forward|bring|book|order|print)\s+(?!me\b|us\b)[^,;]{3,60})$",
    # I share our runbook with her
    r"\bI\s+(?:also\s+)?(?P<what>(?:send|share|give|bring|lend|mail|email|introduce|intro|forward|post|drop|vouch|"
    r"get it|pass|hand|put|show)\s+(?!my (?:kid|son|daughter|child)).+)",
    # told him about it, will send the sheet; will shoot her the deck
    rf"{_AFTER_TOLD}will\s+{_SOON}{_NEVER}(?P<what>\w+\s+{_HER}\b(?!.*{_ME}).*)",
    rf"{_AFTER_TOLD}will\s+{_SOON}(?P<what>{_DOING}\b(?!.*\b(?:me|us|my)\b).*)",
    # my demo lands in her inbox tomorrow
    r"\b(?P<what>[\w-]+ (?:goes|goes out|lands|is going|is on its way) (?:in|to|out to) "
    r"(?:her|his|their|him|them)\b.*)",
    # counting on me for a tour
    r"\bcount(?:s|ing) on me for\s+(?P<what>.+)",
    r"\bsaid yes to\s+(?P<what>.+)",
)
THEIRS = _patterns(
    # Ilaria -> me: her preprint; hers: the keys
    rf"^(?!next\b|close\b|new\b|talk){_WHO}\s*(?:->|→|=>|to|an)\s*(?:me|mir|us|uns)\s*:\s*(?P<what>.+)",
    r"^(?:promised to me|hers|his|theirs|she|he|they|you owe me|owed to me):\s*(?P<what>.+)",
    # owes me the link; promised me a tour
    rf"\bowes?\s+{_ME}\s*(?P<what>.+)",
    rf"\b(?:promised|offered)\s+{_ME}\s+(?P<what>.+)",
    # Imogen will email me; abbie's gonna send me; she would lend us
    rf"{_THIRD}{_WILL}(?!(?:borrow|use|keep|take)\s+(?:my|our)\b)(?P<what>(?:have\b|{_NEVER}\w+).*{_OURS}.*)",
    # she offered to read it; he'll ask his boss
    rf"{_SHE}\s+(?:also\s+)?{_AGREED_TO}\s+(?P<what>.+)",
    # he promised an intro to his colleague; not `the board a report`
    rf"{_SHE}\s+(?:also\s+|has\s+|had\s+)?promised\s+"
    r"(?P<what>(?!the \w+ (?:an?|the|his|her|their|to|that)\b)(?:an?|the|two|three|four|some|more|another)\s+\w+.*)",
    rf"{_SHE}(?:['’]ll|\s+will|\s+said (?:s?he|they)['’](?:d|ll)|['’]d)\s+{_SOON}(?P<what>(?:{_GIVING}\w*|ask|check|"
    rf"look into|look for|find out|find|think about|get back|let {_ME} know|sound out|talk to|speak to|"
    r"see (?:if|whether)|look at|read|review|comment on|dig (?:out|up)|ring|call|write|text|message|answer|reply|"
    r"mark up|set up|sort|save)\b.*)",
    # Yevhen to send me his numbers; she's to let me have it
    rf"{_THIRD}\s+(?:also\s+|is\s+|are\s+)?to\s+(?P<what>(?:{_DOING}|have)\b.*{_OURS}.*)",
    rf"\b(?:s?he|they)['’](?:s|re) to\s+(?P<what>(?:{_DOING}|have)\b.*)",
    # gets back to me re the audit; who will send me
    rf"\b(?P<what>(?:gets|will get|is getting|comes|will come) back to {_ME}.*)",
    rf"\bwho (?:will|would|['’]ll|can|is going to)\s+(?P<what>\w+.*{_ME}.*)",
    # is setting up lunch for me; she's covering my slot; he's handing over his slides
    rf"(?:^|[,;:]\s+|/\s+)is\s+(?P<what>\w+ing\b.*{_ME}.*)",
    rf"(?:{_SHE}|who)(?:['’]s|['’]re|\s+is|\s+are)\s+{_SOON}(?P<what>\w+ing\b.*{_OURS}.*)",
    rf"(?:{_SHE}|who)(?:['’]s|\s+is)\s+"
    r"(?P<what>(?:handing over|sending over|digging out|posting|lending)\s+(?:her|his|their|the|a)\b.*)",
    # putting me on the list
    rf"(?:^|[,;:–-]\s*|{_ARROW}|\band\s+)(?P<what>(?:sharing|putting|sending|getting|bringing|lending|giving|"
    rf"introducing|connecting|mailing|emailing|saving|setting)\b.*{_ME}.*)",
    # sends me the job ad; not `reminds me of`
    rf"\b(?P<what>(?!{_TELLS})\w+(?<!ss)s\s+(?:me|us|it to me|them to me)\b"
    r"(?!\s+(?:of|that|how|laugh|smile|cry|think|feel|wonder)).*)",
    # Liis digs out the slides for me
    rf"{_THIRD}\s+(?P<what>(?!{_TELLS})\w+(?<!ss)s\s+(?:out |over |up )?"
    r"(?:the|his|her|their|an?|two|three)\b[^,.;]*\bfor (?:me|us)\b)",
    # will introduce me to his boss
    rf"{_OPEN}(?:also\s+)?(?:will|would|can|could|happy to|glad to|offered to|offers to|promised to|wants to|going to|"
    rf"gonna|is going to)\s+(?P<what>{_DOING}\b.*{_ME}.*)",
    rf"\bwould\s+(?P<what>{_GIVING}\w*\s+{_ME}.*)",
    rf"\bwants to\s+(?P<what>{_GIVING}\w*\s+{_ME}.*)",
    # a contract coming from her
    r"(?P<what>[\w][\w’' -]*?)\s+(?:coming|to come)\s+from (?:her|him|them)\b",
    # is to hook me up; a key for me
    rf"\bto (?P<what>(?:send|bring|intro|introduce|mail|email|give|lend|share|forward|get|put|hook)\s+{_ME}.*)",
    r"(?:^|[:;,]\s*)(?P<what>(?!best|good|great|hard|new|too|a )(?:[\w-]+ ){1,3}for me)(?:[.;]|$)",
)
SPOKEN = re.compile(
    rf"^(?!(?:me|I|ich|we|you)\b){_WORD}(?:\s{_WORD})?(?:\s(?:said|says|told me|wrote|promised|texted|mailed|"
    rf"replied))?\s*[:,]\s*"
    rf"[\"“„‘']?I(?:['’]ll|\s+will|\s+can|\s+could)\s+(?P<what>{_DOING}\b.*)|"
    rf"^[\"“„]I(?:['’]ll|\s+will)\s+(?P<before>{_DOING}\b[^\"”“]*)[\"”“],?\s+(?:said|says|wrote|promised)\s+(?!I\b)\w",
    re.IGNORECASE,
)
"""`W: I'll send you the planner`: said by whom the line names; so is `Lena said: "I'll send you the draft."`."""
