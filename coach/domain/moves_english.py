"""How English speakers greet, ask how one is, thank, offer, propose and take leave; one alternative a line."""

from __future__ import annotations

from coach.domain.conversation_cues import cues
from coach.domain.moves import Moves, any_of

_START = (
    r"(?:^|[,;:.!?–—-] ?|\b(?:and|so|or|but|then|maybe|perhaps|well|okay|ok|by the way|if you like|anyway) )(?:\w+, )?"
)
"""Where a sentence or a part of it begins: "How can we talk about it?" proposes nothing."""
_GLADLY = r"(?:(?:also|just|maybe|perhaps|please|then|of course|\w+ly) ){0,2}"
_FOR_YOU = (
    r"(?:send|write|e-?mail|mail|call|ring|text|message|phone|introduce|show|bring|lend|invite|connect|follow up|pass|"
    r"share|visit|join|take you|treat you|put you|give you|get you|buy you|let you know|come (?:by|over|along|with|to)|"
    r"(?:drop|stop) (?:by|in)|(?:get|stay|keep|be) in touch|(?:meet|see|talk to|speak to|talk with) (?:you|again|up))\b"
)
_MEAL = r"(?:coffees?|teas?|lunch|dinner|breakfast|supper|beers?|drinks?|bite|pint|meal)"
_TALK = r"(?:walk|stroll|call|chat|meeting|break|seat|time|date|something)"
_TOGETHER = (
    r"(?:meet|talk|speak|chat|call|sit|walk|stroll|eat|drink|connect|follow up|catch up|continue|exchange|swap|join|"
    r"step out|(?:stay|keep|get) in touch|come (?:by|over|along|with)|go (?:for|to|over|and|together|out|there)|"
    rf"(?:grab|get|have|take|share|drink|eat|do|make) (?:[\w-]+ ){{0,3}}?(?:{_MEAL}|{_TALK})|"
    r"(?:find|fix|set|pick|set up|arrange|schedule|plan) (?:an?|another|some|the)|do (?:this|that|it) again|"
    r"(?:\w+ ){1,8}together|send each|write to each)\b"
)
_OCCASION = (
    r"(?:(?:an?|some|another|the same) )?(?:(?:quick|short|brief|little|small|longer|cup of|phone|video) )*"
    rf"(?:{_MEAL}|walk|stroll|call|chat|meeting|something to (?:eat|drink))\b"
)
_WHEN = rf"(?:(?:on |by |at |in |this |next )?(?:{cues('en').when.pattern}))"
_WITH_ME = r"\b(?:with (?:me|us)|together)\b(?! with others)"
_SAYS = r"(?:tell|see|say|hear|imagine|understand|assure|promise|never|not|only|ask|feel|give you an|think|know|be)\b"
"""Verbs by which "I can … you" offers nothing."""
_SO = r"(?:(?:so|really|very|such|quite|an?|such a) )*"
_GOOD = r"(?:nice|good|great|lovely|wonderful)"
_BUSY = (
    r"(?:go|run|leave|dash|rush|be off|be going|get going|move on|get back|head (?:off|out|home|back|over)|"
    r"catch (?:my|a|the) (?:train|bus|tram|flight|plane|ferry))\b"
)

ENGLISH = Moves(
    greets=any_of(
        r"^(?:(?:oh|ah|well|why),? )?(?:hi|hiya|hello|hey|greetings|welcome|good (?:morning|afternoon|evening))\b",
        r"^(?:morning|afternoon|evening)[,!.]",
        r"^(?:(?:it(?:'|’)?s|it is|how|what|i(?:'|’)?m|i am|oh|ah|so|well),? )*(?:so |very |really |a |such a )*"
        r"(?:nice|good|great|lovely|glad|pleased|happy|wonderful|pleasure|delighted) to (?:finally |at last )?"
        r"(?:meet|see|run into|bump into) (?:you|each other|both)\b(?! (?:soon|later|then|tomorrow|next)\b)",
        r"^(?:long time no see|so we meet at last|we meet again|pleased to meet you|how do you do)\b",
    ),
    introduces=any_of(
        r"^(?:i(?:'|’)?m|i am|my name(?:'|’)?s|my name is|this is) (?-i:[A-Z])\w+",
        r"^(?:i(?:'|’)?m|i am) [a-z]+[.!]?$",
        r"^we (?:have not|haven(?:'|’)t) met\b",
        r"^we(?:(?:'|’)ve| have)? (?:met|e-?mailed|written|spoken)(?: before)?\b",
        r"^(?:you must be|good to see you|nice to meet you|again|here)\b",
    ),
    asks_how_one_is=any_of(
        r"\bhow(?:'|’)?s? (?:are you|are things|(?:is )?it going|everything|have you been|(?:is )?life|"
        r"(?:(?:is|was|has) )?your (?:day|evening|morning|week|trip|journey)(?: been)?)"
        r"(?: (?:doing|feeling|today|tonight|these days|this \w+|then|going|so far|getting on|keeping|with you|all|"
        r"here|since(?: then)?))*\s*\??$",
        r"^(?:and )?are you (?:well|okay|ok|al(?:l |l|)right|enjoying (?:yourself|it|the \w+))(?: so far)?\s*\?",
        r"^(?:are )?you (?:al(?:l |l|)right|okay|ok|having (?:a good|a nice|fun)\b[^?]*)\?",
        r"^(?:is )?everything (?:al(?:l |l|)right|okay|ok|good)\?",
    ),
    thanks=any_of(
        r"^(?:(?:oh|ah|well|many|ok|okay|great|perfect|wonderful|lovely),? )*"
        r"(?:thanks|thank you|cheers|much appreciated|that helps)\b",
        r"^(?:(?:oh|ah|well),? )?(?:that(?:'|’)?s|that is|how) (?:(?:very|so|really) )?(?:kind|nice|helpful|generous)"
        r"(?: of you)?[.!]?$",
    ),
    offers=any_of(
        rf"{_START}(?:i(?:'|’)ll|i will|let me|i can|i could|i promise to|i(?:'|’)m going to) {_GLADLY}{_FOR_YOU}",
        rf"{_START}(?:can|could|may|shall|should) i {_GLADLY}{_FOR_YOU}",
        rf"{_START}(?:i(?:'|’)ll|i will|i can|i could|let me) {_GLADLY}(?!{_SAYS})\w+ (?:\w+ ){{0,3}}?your?\b",
        rf"{_START}(?:i(?:'|’)d|i would) (?:really |so )?(?:love|like|be (?:happy|glad)) to {_GLADLY}"
        rf"(?:{_FOR_YOU}|(?:read|review|help|listen)\b)",
        rf"{_START}(?:i(?:'|’)?m |i am )?(?:very )?(?:happy|glad) to (?!meet|see)"
        rf"(?:{_FOR_YOU}|(?:read|review|help|listen)\b)",
        rf"{_START}(?:do you want|would you like) me to\b",
        r"\bwould (?:it help(?: you)?|you mind) if i\b",
        r"\b(?:can|may|could) i have your (?:card|number|e-?mail|address|contact)",
        r"^here(?: is|(?:'|’)s) my (?:card|number|e-?mail|address)",
    ),
    proposes=any_of(
        rf"^{_OCCASION}[^?]{{0,25}}\?$",
        rf"{_START}(?:shall|can|could|should|might|may|can(?:'|’)t|why don(?:'|’)t|why not) (?:we|you and i) {_GLADLY}"
        rf"(?:{_TOGETHER}|{_FOR_YOU})",
        rf"\bwhy not {_TOGETHER}",
        rf"\blet(?:'|’)?s {_GLADLY}(?:{_TOGETHER}|{_FOR_YOU})|\blet us {_GLADLY}{_TOGETHER}",
        rf"{_START}(?:we|you and i) (?:should|could|must|ought to) {_GLADLY}(?:meet (?:again|up|for)|catch up|sit|walk|"
        r"talk (?:again|more|on|about (?:this|that|it))|(?:stay|keep) in touch|(?:grab|get|have) (?:an? )?\w+|"
        r"do (?:this|that|it) again)\b",
        rf"\b(?:maybe|perhaps) we (?:can|could|might|should) (?:{_TOGETHER}|{_FOR_YOU})",
        rf"\bwe (?:can|could|might|should)\b.*\bover {_OCCASION}|^we could (?:go|meet|sit)\b",
        rf"{_START}we (?:could|should|might) (?:\w+ ){{1,8}}together\b",
        rf"{_START}(?:would|do|will) you (?:like|want|care|fancy|be (?:free|up|open|interested|around))"
        r"(?: to| for| in)? "
        rf"(?:{_OCCASION}|{_WHEN}|[a-z]+\b.*{_WITH_ME}|(?:{_TOGETHER}|{_FOR_YOU}).*(?:\b(?:me|us)\b|{_WHEN})|"
        r"(?:join|meet|come along|catch up|sit)\b)",
        rf"{_START}(?:do you )?(?:want|wanna|fancy|feel like)(?: to)? (?:{_OCCASION}|{_TOGETHER}|a \w+ing)",
        rf"{_START}(?:would|do|will|might) you have (?:got )?(?:some |any |an? |half an |ten |five |a few )*"
        rf"(?:time|moment|minutes?|hour|quarter of an hour) (?:for {_OCCASION}|to {_TOGETHER}|{_WHEN})",
        rf"{_START}(?:are|will|would|might) you (?:be )?(?:free|around|available|up for|in town|in)\b[^?]*"
        rf"(?:{_OCCASION}|{_WHEN}|\bto {_TOGETHER})",
        rf"{_START}(?:how|what) about (?:{_OCCASION}|{_WHEN}|(?:meeting|having|talking|sitting|a \w+ call|we) )",
        rf"{_START}(?:would|will|does|is|how (?:does|would)) (?:{_WHEN}|{_OCCASION})[^?]{{0,20}}"
        r"(?:suit|work|fit|sound|be (?:good|fine|okay|ok|possible|convenient))\b[^?]*\?",
        r"\bwhen (?:can|could|shall|should) we\b|\bwhen (?:are you free|(?:would|does) it suit)",
        r"\bis there (?:a|another) (?:time|day)\b|\b(?:what|which) (?:time|day)s? (?:would |might )?(?:suit|work)s?\b",
        r"\blet me know (?:when|if|what)\b|\bwhat do you say\b",
        rf"{_START}(?:(?:it|that) (?:would|(?:'|’)d) be|i(?:'|’)d be|would it be) (?:\w+ ){{0,2}}"
        rf"(?:to|if we(?: could)?) {_TOGETHER}",
        rf"{_START}(?:i(?:'|’)d|i would) (?:really |so )?(?:love|like) to {_GLADLY}(?:meet|continue|catch up|sit|"
        rf"have {_OCCASION}|(?:talk|speak|chat)(?: \w+)*? (?:again|more|with you|to you))\b",
        rf"{_START}(?:meet|join|walk|sit|come) (?:with |over )?(?:me|us)\b",
        rf"{_START}you (?:should|must|could) (?:come|join|visit)\b.*\b(?:our|my|us)\b",
    ),
    leaves=any_of(
        r"\bgood ?bye\b|\bbye\b|\bfarewell\b|^good night\b|^so long\b",
        r"\bsafe (?:travels|journey|trip)\b|\ball the best\b",
        rf"(?:^|[,;.!–—-] ?|\b(?:and|so|then|or) |\b(?:will|'ll|’ll|hope to|shall) )see you(?: all)?"
        rf"(?= (?:soon|later|then|there|around|again|in|at|on|next|{_WHEN})|\s*[.,!]|\s*$)",
        rf"\b(?:{_GOOD}|pleasure|glad|fun) (?:to have (?:met|talked|spoken|chatted)|talking|meeting|chatting|speaking|"
        r"seeing you(?! here)|catching up)\b",
        rf"\b(?:it(?:'|’)s been|was|been) {_SO}(?:{_GOOD}|pleasure|pleasant|fun|interesting|joy) "
        r"(?:to|talking|meeting|chatting|speaking|seeing you|catching up)\b",
        r"\b(?:it|this) was an? (?:(?:real|great|true) )?pleasure[.!]?$",
        rf"\b{_GOOD} to (?:talk|chat|speak)(?: (?:to|with) you)?\b(?! about)",
        r"\bi(?:'|’)?(?:ve| have| must| should|m afraid i (?:have|must)| need|d better| really (?:have|must|should))"
        rf"(?: really)?(?: got)?(?: to)? {_BUSY}"
        r"(?= (?:now|soon|then|already|to (?:my|another|catch|the next)|and|but|back|over|i)\b|\s*[.,!;–—-]|\s*$)",
        r"\btake care\b(?! (?:of|that|to)\b)",
        r"(?:^|[,.!;] |\band )until (?:next|then|tomorrow|we meet)\b[^,]{0,20}$",
        rf"\b(?:have an?|enjoy your|enjoy the rest of) (?:(?:very|really) )?(?:(?:{_GOOD}|safe) )?(?:rest of )?"
        r"(?:the |your )?(?:evening|day|night|trip|journey|weekend|conference|time|one|flight|week)\b"
        r"(?= *[.,!–—-]|$| (?:and|then|off)\b)",
        r"(?:^|[,.!;] |\band )(?:talk|speak)(?: to you)? (?:soon|later)\b|\bcatch you later\b",
        r"\bthank(?:s| you)(?: so much| very much)? for (?:the (?:chat|conversation)|your time|talking (?:to|with) me|"
        r"chatting)\b",
        r"^(?:it(?:'|’)?s )?time for me to (?:go|leave)\b|^(?:well, |right, )?i(?:'|’)m off (?:to|now)\b",
        r"\bhope to see you (?:again|soon|there|around)\b",
        r"\blet you (?:go|get (?:back|on))\b|\b(?:won(?:'|’)t|not) keep you\b",
        r"\bleave (?:it (?:here|there|at that)|you to)\b",
    ),
    long_ago=any_of(
        r"\b(?:last (?:week|month|time|year|\w+day)|the other (?:day|week|evening)|yesterday|back then|in \d{4}|ago)\b"
    ),
)
