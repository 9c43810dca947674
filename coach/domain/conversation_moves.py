"""What people do by what they say: greet, ask how one is, thank, offer, propose to meet, take leave. By language.

Each pattern is looked for in one sentence. The words of a proposal mean one only where the sentence (or a part of it)
begins with them: "Can I send you the kit?" is one, "Can I ask how you send a million parcels?" is a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.conversation_cues import cues


@dataclass(frozen=True)
class Moves:
    """The patterns of one language. `offers`: something that the speaker will do; `proposes`: something to do together.
    `introduces`: what else belongs to a greeting. `long_ago`: a time that makes of a farewell ("It was nice to meet
    you") something remembered."""

    greets: re.Pattern[str]
    introduces: re.Pattern[str]
    asks_how_one_is: re.Pattern[str]
    thanks: re.Pattern[str]
    offers: re.Pattern[str]
    proposes: re.Pattern[str]
    leaves: re.Pattern[str]
    long_ago: re.Pattern[str]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# ------------------------------------------------------------------ English
_START = (
    r"(?:^|[,;:.!?–—-] ?|\b(?:and|so|or|but|then|maybe|perhaps|well|okay|ok|by the way|if you like|anyway) )(?:\w+, )?"
)
_DO_FOR = (
    r"(?:send|write|e-?mail|mail|call|ring|text|message|phone|introduce|show|bring|lend|invite|connect|follow up|"
    r"share|pass|"
    r"put you|give you|get you|buy you|come (?:by|over|along|with|and|to)|drop (?:by|in)|stop by|visit|join|"
    r"(?:get|stay|keep|be) in touch|let you know|(?:meet|see|talk to|speak to|speak with|talk with) (?:you|again|up))"
)
_DO_TOGETHER = (
    r"(?:meet|talk|speak|chat|call|sit|walk|stroll|eat|drink|connect|follow up|catch up|continue|exchange|swap|join|"
    r"come (?:by|over|along|with)|go (?:for|to|over|and|together|out|there)|step out|(?:stay|keep|get) in touch|"
    r"(?:grab|get|have|take|share|drink|eat|do|make) (?:[\w-]+ ){0,3}?(?:coffees?|teas?|lunch|dinner|breakfast|"
    r"supper|beers?|"
    r"drinks?|bite|walk|call|chat|meeting|break|something|seat|pint|stroll|time|date)|"
    r"(?:find|fix|set|pick|set up|arrange|schedule|plan) (?:a|an|another|some|the)|do (?:this|that|it) again|"
    r"(?:\w+ ){1,8}together|send each|write to each)"
)
_OCCASION = (
    r"(?:(?:an?|some|another|the same) )?(?:(?:quick|short|brief|little|small|longer|cup of|phone|video) )*"
    r"(?:coffee|tea|lunch|dinner|breakfast|beer|drink|bite|walk|stroll|call|chat|meeting|pint|meal|"
    r"something to (?:eat|drink))\b"
)
_WHEN = r"(?:(?:on |by |at |in |this |next )?(?:{when}))".format(when=cues("en").when.pattern)
_HARDLY = r"(?:(?:also|just|maybe|perhaps|please|then|of course|\w+ly) ){0,2}"
ENGLISH = Moves(
    greets=_any(
        r"^(?:(?:oh|ah|well|why),? )?(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings|welcome)\b",
        r"^(?:(?:it(?:'|’)?s|it is|how|what|i(?:'|’)?m|i am|oh|ah|so|well),? )*(?:so |very |really |a |such a )*"
        r"(?:nice|good|great|lovely|glad|pleased|happy|wonderful|pleasure|delighted) (?:to )(?:finally |at last )?"
        r"(?:meet|see) (?:you|each other|both)\b(?! (?:soon|later|then|tomorrow|next)\b)",
        r"^(?:long time no see|so we meet at last|we meet again|pleased to meet you|how do you do)\b",
    ),
    introduces=_any(
        r"^(?:i(?:'|’)?m|i am|my name(?:'|’)?s|my name is|this is) [A-Z]?\w+",
        r"^(?:we have not met|we haven(?:'|’)t met|we met|you must be|good to see you|nice to meet you)\b",
        r"^(?:again|here)\b",
    ),
    asks_how_one_is=_any(
        r"\bhow (?:are you|are things|is it going|(?:i|')s it going|have you been|is life|are you all|"
        r"is your (?:day|evening|morning|"
        r"week)|has your (?:day|evening|morning|week) been|was your (?:day|trip|journey|week))"
        r"(?: (?:doing|feeling|today|tonight|these days|this morning|this evening|then|going|so far|getting on|"
        r"keeping|with you|all|here|"
        r"since(?: then)?))*\s*\??$",
        r"^(?:and )?are you (?:well|okay|enjoying (?:yourself|it|the \w+))(?: so far)?\s*\?",
        r"\bhow(?:'|’)s (?:it going|life|everything|your (?:day|evening|morning|week))(?: going| so far)*\s*\??$",
    ),
    thanks=_any(
        r"^(?:(?:oh|ah|well|many|ok|okay|great|perfect|wonderful|lovely),? )*(?:thanks|thank you|cheers|"
        r"much appreciated|that helps)\b"
    ),
    offers=_any(
        rf"{_START}(?:i(?:'|’)ll|i will|let me|i can|i could|i promise to|i(?:'|’)m going to|can i|could i|may i|"
        rf"shall i|should i)"
        rf" {_HARDLY}{_DO_FOR}\b",
        rf"{_START}(?:i(?:'|’)d|i would) (?:really |so )?(?:love|like|be (?:happy|glad)) to {_HARDLY}{_DO_FOR}\b",
        r"\b(?:can|may|could) i have your (?:card|number|e-?mail|address|contact)",
    ),
    proposes=_any(
        rf"{_START}(?:shall|can|could|should|might|may|can(?:'|’)t|couldn(?:'|’)t|why don(?:'|’)t|why not) (?:we|"
        rf"you and i) {_HARDLY}"
        rf"(?:{_DO_TOGETHER}|{_DO_FOR})\b",
        rf"\blet(?:'|’)?s {_HARDLY}(?:{_DO_TOGETHER}|{_DO_FOR})\b|\blet us {_HARDLY}{_DO_TOGETHER}\b",
        rf"{_START}(?:we|you and i) (?:should|could|must|ought to) {_HARDLY}(?:really )?(?:meet (?:again|up|for)|"
        rf"talk (?:again|more|on|"
        r"about (?:this|that|it))|catch up|(?:stay|keep) in touch|(?:grab|get|have) (?:an? )?\w+|do (?:this|that|"
        r"it) again|sit|walk)\b",
        rf"{_START}(?:would|do|will) you (?:like|want|care|fancy|be (?:free|up|open|interested|around))(?: to| for|"
        rf" in)? "
        rf"(?:{_OCCASION}|[a-z]+ing\b.*\b(?:with (?:me|us)|together)\b|[a-z]+\b.*\b(?:with (?:me|us)|together)\b|"
        rf"(?:{_DO_TOGETHER}|{_DO_FOR})\b.*(?:\b(?:me|us)\b|{_WHEN})|(?:join|meet|come along|catch up|sit|{_WHEN}))",
        rf"{_START}(?:do you )?(?:want|wanna|fancy|feel like)(?: to)? (?:{_OCCASION}|{_DO_TOGETHER}|a \w+ing)",
        rf"{_START}(?:would|do|will|might) you have (?:got )?(?:some |any |a |an |half an |ten |five |"
        rf"a few )*(?:time|moment|minutes?|hour|"
        rf"quarter of an hour) (?:for {_OCCASION}|to {_DO_TOGETHER}|{_WHEN})",
        rf"{_START}(?:are|will|would|might) you (?:be )?(?:free|around|available|up for|in town|"
        rf"in)\b[^?]*(?:{_OCCASION}|{_WHEN}|"
        rf"\bto {_DO_TOGETHER})",
        rf"{_START}(?:how|what) about (?:{_OCCASION}|{_WHEN}|(?:meeting|having|grabbing|getting|talking|sitting|"
        rf"a \w+ call|we) )",
        rf"{_START}(?:(?:it|that) (?:would|(?:'|’)d) be|i(?:'|’)d be|would it be) (?:\w+ ){{0,2}}(?:to|"
        rf"if we(?: could)?) {_DO_TOGETHER}\b",
        rf"{_START}(?:i(?:'|’)d|i would) (?:really |so )?(?:love|like) to {_HARDLY}(?:meet|continue|catch up|sit|"
        rf"have (?:an? )?{_OCCASION}|"
        r"(?:talk|speak|chat)(?: \w+)*? (?:again|more|with you|to you))\b",
        rf"{_START}(?:meet|join|walk|sit|come) (?:with |over )?(?:me|us)\b",
    ),
    leaves=_any(
        r"\bgood ?bye\b|\bbye\b|\bfarewell\b|^good night\b|\bsafe (?:travels|journey|trip)\b|\ball the best\b|"
        r"^so long\b",
        rf"(?:^|[,;.!–—-] ?|\b(?:and|so|then|or) |\b(?:will|'ll|’ll|hope to|shall) )see you(?: all)?"
        rf"(?= (?:soon|later|then|there|around|again|in|at|on|next|{_WHEN})|\s*[.,!]|\s*$)",
        r"\b(?:nice|good|great|lovely|wonderful|pleasure|glad|fun) (?:to have (?:met|talked|spoken|chatted)|talking|"
        r"meeting|chatting|"
        r"speaking|seeing you|catching up)\b",
        r"\b(?:it(?:'|’)s been|was|been) (?:(?:so|really|very|such|a|an|such a|quite) )*(?:nice|good|great|lovely|"
        r"wonderful|pleasure|"
        r"pleasant|fun|interesting|joy)(?: (?:to|talking|meeting|chatting|speaking|seeing you|catching up))\b",
        r"\b(?:nice|good|great|lovely|wonderful) to (?:talk|chat|speak)(?: (?:to|with) you)?\b(?! about)",
        r"\bi(?:'|’)?(?:ve| have| must| should|m afraid i (?:have|must)| need|d better| really (?:have|must|should)|"
        r" will have)"
        r"(?: really)?(?: got)?(?: to)? (?:go|run|leave|dash|rush|be off|be going|get going|head (?:off|out|home|"
        r"back|over)|move on|get back|"
        r"catch (?:my|a|the) (?:train|bus|tram|flight|plane|ferry))\b"
        r"(?= (?:now|soon|then|already|to (?:my|another|catch|the next)|and|but|back|over|i)\b|\s*[.,!;–—-]|\s*$)",
        r"\btake care\b(?! (?:of|that|to)\b)|(?:^|[,.!;] |\band )until (?:next|then|tomorrow|we meet)\b[^,]{0,20}$",
        r"\b(?:have a|enjoy your|enjoy the rest of) (?:(?:very|really) )?(?:(?:good|great|nice|lovely|safe|"
        r"wonderful) )?(?:rest of )?(?:the |your )?"
        r"(?:evening|day|night|trip|journey|weekend|conference|time|one|flight|week)\b(?= *[.,!–—-]|$| (?:and|then|"
        r"off)\b)",
        r"(?:^|[,.!;] |\band )(?:talk|speak)(?: to you)? (?:soon|later)\b|\bcatch you later\b",
        r"\bthank(?:s| you)(?: so much| very much)? for (?:the (?:chat|conversation)|your time|talking (?:to|"
        r"with) me|chatting)\b",
        r"\bhope to see you (?:again|soon|there|around)\b",
    ),
    long_ago=_any(
        r"\b(?:last (?:week|month|time|year|\w+day)|the other (?:day|week|evening)|yesterday|back then|in \d{4}|ago)\b"
    ),
)

# ------------------------------------------------------------------ German
_BEGIN = r"(?:^|[,;:.!?–—-] ?|\b(?:und|oder|aber|dann|also|vielleicht|gut) )"
_YOU = r"(?:dir|dich|ihnen|sie|euch)"
_WITH = (
    r"\b(?:zusammensetz|hinsetz|setz|treff|wiederseh|telefonier|sprech|red|unterhalt|austausch|ess|trink|geh|"
    r"spazier|anruf|besuch|"
    r"vernetz|wiederhol|zusammen|gemeinsam|verabred|weiterred|verbind|mitkomm|vorbeikomm|dazusetz|anschau|anseh)\w*"
)
_TREAT = (
    r"\b(?:\w*kaffee|tee|\w*essen|bier|wein|frühstück|spaziergang|"
    r"telefonat|anruf|treffen|gespräch|runde|pause|drink|abendbrot)\b"
)
_THEN = cues("de").when.pattern
GERMAN = Moves(
    greets=_any(
        r"^(?:(?:ach|oh|ah|na|so),? )?(?:hallo|hi|hey|guten (?:tag|morgen|abend)|grüß (?:dich|gott|sie)|grüezi|"
        r"servus|moin|tag|willkommen)\b",
        r"^(?:(?:wie|sehr|ach|oh|es ist|das ist|so) )*(?:schön|gut|nett|toll),? (?:dich|sie|euch)\b.*\b(?:seh|treff|"
        r"kennen|wiederzuseh|wiederseh)\w*",
        r"^(?:(?:wie|sehr|ach|oh|es ist) )*(?:schön|gut|nett|toll),? dass (?:wir uns (?:(?:endlich|hier|wieder|mal|"
        r"einmal|heute|so) )*"
        r"(?:treffen|sehen|kennenlernen|wiedersehen|begegnen)\b(?! werden)|(?:du|sie|ihr) (?:da|hier|gekommen)\b)",
        r"^(?:(?:es )?freut mich|ich freue mich),? (?:(?:sehr|dich|sie|euch),? )*(?:\w+ )?(?:kennen\w*|zu sehen|"
        r"zu treffen|wiederzusehen)|"
        r"^(?:freut mich(?: sehr)?|sehr erfreut|angenehm)\b",
    ),
    introduces=_any(
        r"^(?:ich bin|ich heiße|mein name ist|wir kennen uns|wir haben uns|(?:sie sind|du bist) (?:doch |sicher |"
        r"bestimmt )*\w+$)\b",
        r"^(?:wieder|hier)\b",
    ),
    asks_how_one_is=_any(
        r"\bwie geht(?: es|['’]?s)(?: (?:dir|ihnen|euch|denn|so|heute|selbst|inzwischen))*\s*\??$",
        r"\bwie (?:läuft|war|ist) (?:der|dein|ihr|die|deine|ihre) (?:tag|abend|woche|konferenz|anreise|reise|"
        r"fahrt)(?: (?:so|bisher|bis jetzt|denn|heute))*\s*\??$",
        r"^(?:und )?(?:alles|alles gut|na, alles klar)(?: bei (?:dir|ihnen))?\s*\?$",
    ),
    thanks=_any(
        r"^(?:(?:oh|ah|vielen|herzlichen|super|prima|gut|besten|tausend),? )*(?:danke|dank|ich danke|das hilft)\b"
    ),
    offers=_any(
        rf"\bich (?:schicke|schreibe|rufe|bringe|stelle|zeige|sende|leihe|gebe|maile|besuche|lade|teile|"
        rf"nenne)(?: \w+){{0,2}}? {_YOU}\b",
        r"\bich melde mich\b|\bich komme (?:(?:gerne?|morgen|dann|auch|am \w+|mal|einfach|später) )*(?:vorbei|mit|"
        r"dazu|zu (?:dir|ihnen))\b",
        rf"\bich (?:werde|würde|kann|könnte|möchte|will) (?:\w+ )?{_YOU}\b.*\b(?:schick|send|schreib|anruf|vorstell|"
        rf"zeig|bring|besuch|bekannt|"
        r"leih|einlad|mail)\w*",
        rf"{_BEGIN}(?:kann|könnte|darf|dürfte|soll|sollte) ich (?:\w+ )?(?:{_YOU}|mich)\b.*\b(?:schick|send|schreib|"
        rf"anruf|vorstell|zeig|bring|"
        r"besuch|bekannt|leih|einlad|mail|meld|dazusetz|setz|anschließ|begleit)\w*",
    ),
    proposes=_any(
        rf"\b(?:lass|lasst|lassen sie) uns\b.*(?:{_WITH}|{_TREAT})",
        rf"{_BEGIN}(?:wollen|sollen|können|könnten|sollten|wollten|dürfen|mögen) wir\b.*(?:{_WITH}|{_TREAT}|"
        rf"\b(?:mach|tausch|schreib|such|find)\w*)",
        rf"{_BEGIN}(?:treffen|sehen|gehen|sprechen|telefonieren|essen|trinken|setzen|machen) wir\b",
        rf"{_BEGIN}(?:hast du|haben sie|habt ihr|hättest du|hätten sie|hättet ihr)\b(?=[^?]*\b(?:zeit|lust|minuten?|"
        rf"moment|stunde|viertelstunde)\b)"
        rf"(?=[^?]*(?:{_TREAT}|{_THEN}|\bzu {_WITH[2:]}|\b(?:für|auf) ein(?:e|en)? (?:kurze[ns]? )?(?:\w*gespräch|"
        rf"\w*treffen|telefonat|runde)))",
        rf"{_BEGIN}wie wäre?(?:['’]?s| es)?(?: denn)?(?: mit| am| um|,? wenn wir)?\b(?=.*(?:{_TREAT}|{_THEN}|{_WITH}))",
        rf"{_BEGIN}(?:was (?:hältst du|halten sie) von|wie sieht(?:['’]?s| es))\b.*(?:{_TREAT}|{_THEN})",
        rf"{_BEGIN}(?:magst|möchtest|willst|würdest) du\b.*(?:{_WITH}|{_TREAT})|{_BEGIN}(?:mögen|möchten|wollen|"
        rf"würden) sie\b.*(?:{_WITH}|{_TREAT})",
        rf"{_BEGIN}(?:bist du|sind sie|seid ihr)\b[^?]*\b(?:frei|dabei|verfügbar)\b",
        rf"\bwir (?:könnten|sollten|müssen)\b.*(?:treff|wiederseh|telefonier|austausch|zusammensetz|verabred|{_TREAT})",
        r"\bich würde (?:dich|sie|mich|euch)?\b.*\b(?:gern\w*|freuen)\b.*\b(?:treff|wiederseh|unterhalt|weiterred|"
        r"weitersprech|austausch)\w*",
        rf"\bich lade (?:dich|sie|euch)\b.*(?:{_TREAT}|ein\b)",
    ),
    leaves=_any(
        r"\bauf wiedersehen\b|\btschü(?:ss|ß)\b|\bciao\b|\badieu\b|\bmach['’]?s gut\b|\bmachen sie(?: es|"
        r"['’]s) gut\b|\balles gute\b|\bgute (?:nacht|"
        r"heimreise|reise|heimfahrt|fahrt)\b",
        r"(?:^|[,.!;:–—-] ?|\b(?:und|also|dann|na) )bis (?:bald|dann|morgen|später|nachher|gleich|nächste\w*|"
        r"demnächst|zum nächsten mal|(?:am |zum )?\w+tag)\b"
        r"(?! (?:muss|soll|will|kann|habe|war|ist|sind|hatte)\w*)",
        r"\bhat mich (?:sehr |wirklich )?gefreut\b|\b(?:es |das )?war (?:sehr |wirklich |so )?(?:schön|nett|gut|"
        r"interessant|angenehm|ein (?:\w+ )?gespräch),? "
        r"(?:dich|sie|mit|zu)\b|\b(?:das )?war (?:ein )?(?:\w+ )?(?:schönes|gutes|nettes|tolles) gespräch",
        r"\bdass wir (?:uns )?(?:\w+ )*(?:getroffen|kennengelernt|unterhalten|gesprochen|gesehen|geredet)(?: haben)?\b",
        r"\bich muss (?:\w+ ){0,3}?(?:los|weiter|gehen|aufbrechen|zum zug|zur bahn|zum bus|zum nächsten \w+|heim|"
        r"nach hause|weg|rüber)\b(?=\s*[.,!;–—-]|\s*$| (?:und|aber|denn)\b)",
        r"\bwir sehen uns(?= (?:morgen|bald|am|dann|später|in|nächste)|\s*[.,!]|\s*$)|\bman sieht sich\b",
        r"\bdanke für (?:das gespräch|die zeit|deine zeit|ihre zeit|die unterhaltung)\b|"
        r"\bschönen? (?:\w+ )?(?:abend|tag|heimweg|konferenz|feierabend)"
        r"(?: (?:noch|dir|ihnen|euch))",
    ),
    long_ago=_any(
        r"\b(?:letzte[nrs]? (?:woche|monat|mal|jahr|\w+tag)|neulich|kürzlich|gestern|damals|vor (?:einer|einem|zwei|"
        r"drei) \w+)\b"
    ),
)


def moves(language: str) -> Moves:
    """The patterns of a language, `en` or `de`; any other is read as English."""
    return GERMAN if language == "de" else ENGLISH
