"""What a question asks for, read from its words: a subject, a reason, a number, one thing, what came next.

The patterns only; which fact of the record answers stands in `coach.drafting.own_answers`.
"""

from __future__ import annotations

import re
from functools import cache

from coach.domain.text import stems
from coach.drafting.own_fact import Subject

SUBJECTS: dict[str, dict[Subject, re.Pattern[str]]] = {
    "en": {
        "role": re.compile(
            r"\bwhat do you do\b(?! (?:when|if|with|about|to|at|on|in|then|after|before|for fun|outside))|"
            r"\bwho (?:are you|do you work for)\b|\bwhere do you work\b|\byour (?:job|role|profession|position)\b|"
            r"\bwhat (?:kind|sort|line) of (?:work|job)\b|\bwhat do you do (?:for a living|for work|at \w+(?: \w+)?)\?",
            re.IGNORECASE,
        ),
        "work": re.compile(
            r"\b(?:what|which projects?) are you (?:working on|doing|up to|building|busy with)\b|\bkeeps? you busy\b|"
            r"\bwhat(?:'s| is) (?:new|on your (?:mind|desk|plate))\b|\byour (?:current )?(?:work|project)s?\b(?! with)|"
            r"\bwhat brings you\b|\bwhat have you been (?:up to|doing|working on)\b|\bhow is (?:work|business)\b",
            re.IGNORECASE,
        ),
        "care": re.compile(
            r"\bcare (?:most )?about\b|\binterests?\b|\binterested in\b|\bpassion(?:s|ate)?\b|\bhobb(?:y|ies)\b|"
            r"\bexcites? you\b|"
            r"\b(?:drives?|moves|motivates?|fascinates?) you\b|\bgives? you energy\b|\bclose to your heart\b|"
            r"\bcurious about\b|"
            r"\b(?:do you (?:like|love|enjoy|follow|play|watch)|are you into)\b|"
            r"\byou (?:like|love|enjoy)(?: doing| to do)?(?: most|"
            r" best| outside .*| apart .*| in .*)?\?|\blike to talk about\b",
            re.IGNORECASE,
        ),
        "value": re.compile(
            r"\bmatters?(?: most)? to you\b|\bimportant to you\b|\bcounts?(?: most)? (?:for|to) you\b|"
            r"\byou(?:r)? values?\b|"
            r"\byou stand for\b|\bprinciples?\b",
            re.IGNORECASE,
        ),
        "met": re.compile(
            r"\b(?:how|where|when) did we (?:first )?meet\b|\bremember (?:me|how we met|where we met)\b", re.IGNORECASE
        ),
        "when": re.compile(
            r"\b(?:when|(?:what|which) (?:time|day))\b.*\b(?:your (?:talk|session|workshop|tutorial)|you (?:speak|"
            r"speaking|present\w*|talk\w*|on stage))",
            re.IGNORECASE,
        ),
        "talk": re.compile(
            r"\byour (?:talk|session|workshop|tutorial|abstract|presentation)\b(?= called| about|,? about|\?| here|"
            r" at| on \w+day| today| tomorrow)|"
            r"\bwhat (?:are|will) you (?:be )?(?:speaking|talking|presenting|giving)\b|\bwhat brings you\b|"
            r"\b(?:are|do) you (?:on the programme|speaking(?=\?)|speak(?:ing)? (?:here|at|today|tomorrow|on \w+day)|"
            r"give a talk|giving a talk|present)\b",
            re.IGNORECASE,
        ),
    },
    "de": {
        "role": re.compile(
            r"\bwas (?:machst du|machen sie|macht ihr)(?: denn| so)?(?: beruflich| eigentlich| bei [^?]+)*\s*\?|"
            r"\bberuf\w*|"
            r"\bwo (?:arbeitest du|arbeiten sie)\b|"
            r"\bwer (?:bist du|sind sie)\b|\bfür wen (?:arbeite\w+)\b|\b(?:deine|ihre) (?:arbeit|rolle|stelle|"
            r"aufgabe)\b",
            re.IGNORECASE,
        ),
        "work": re.compile(
            r"\bworan (?:arbeitest du|arbeiten sie|sitzt du|sitzen sie)\b|\bwas (?:machst du|machen sie|treibst du|"
            r"treiben sie) (?:gerade|zurzeit|derzeit|aktuell|im moment)\b|"
            r"\bbeschäftigt (?:dich|sie)\b|\bwas gibt es neues\b|\bwas führt (?:dich|sie)\b|"
            r"\bwie läuft die arbeit\b|\bwomit (?:beschäftig\w+|bist du|sind sie)\b",
            re.IGNORECASE,
        ),
        "care": re.compile(
            r"\bliegt (?:dir|ihnen)\b|\bam herzen\b|\binteressier(?:t|en|st) (?:dich|sie|du)\b|\binteressen\b|"
            r"\bhobbys?\b|\bleidenschaft\w*|\bbegeister\w*|"
            r"\bmagst du\b|\bmögen sie\b|\btreibt (?:dich|sie) an\b|\bgibt (?:dir|ihnen) (?:energie|kraft)\b|"
            r"\bmach(?:st|en) (?:du|sie) (?:am liebsten|gern\w*)\b",
            re.IGNORECASE,
        ),
        "value": re.compile(
            r"\b(?:dir|ihnen) (?:besonders |vor allem |am meisten )?wichtig\b|\bwichtig (?:für )?(?:dir|ihnen|dich|"
            r"sie)\b|\bist (?:dir|ihnen)\b.*\bwichtig\b|"
            r"\bzählt für (?:dich|sie)\b|\b(?:deine|ihre) werte\b|\bwoffür stehst\b",
            re.IGNORECASE,
        ),
        "met": re.compile(r"(?!)"),
        "when": re.compile(r"\bwann\b.*\b(?:vortrag|workshop|session|sprichst|sprechen|dran)\b", re.IGNORECASE),
        "talk": re.compile(
            r"\b(?:dein|ihr|deinem|ihrem|deinen|ihren) (?:vortrag|workshop|session|abstract)\b(?=\s*\?| hier| am|"
            r" heute| morgen| handel)|\bworum geht es in\b.*\bvortrag|"
            r"\bworüber (?:sprichst|sprechen|redest|reden)\b|\bhältst du\b.*\bvortrag|\bhalten sie\b.*\bvortrag",
            re.IGNORECASE,
        ),
    },
}
"""What is asked for in so many words, whatever else is said."""
NEAR: dict[Subject, Subject] = {"care": "value", "value": "care", "role": "work", "work": "role"}
"""Where nothing answers the one, the other does."""
OF_A_THING = re.compile(
    r"^what(?: is|(?:'|’)s) (?-i:[A-Z])|"
    r"^(?:are|do|were) you\b|\btell me\b|\b(?:hear|know) (?:more )?about\b|\berzähl|^(?:bist du|sind sie)\b",
    re.IGNORECASE,
)
"""A question or a request about one thing, which may be where somebody works."""
YES_OR_NO = re.compile(
    r"(?:^|, |\b(?:and|but|so|then) )(?:do|did|does|are|were|have|has|can|could|would|will|is) (?:you|it|your|the|"
    r"that)\b|"
    r"^(?:und |aber )?(?:hast|bist|magst|kennst|kannst|spielst|[a-zäöüß]+st) du\b|^(?:und |aber )?(?:haben|sind|"
    r"mögen|kennen|können) sie\b",
    re.IGNORECASE,
)
"""A question for yes or no: it asks for a thing, not for whatever there is."""
WHY = re.compile(r"\b(?:why|how come|what made you|what makes you|warum|wieso|weshalb)\b", re.IGNORECASE)
REASON = re.compile(r"\b(?:because|since \w+|so that|in order to|reason|weil|denn|damit|deshalb)\b", re.IGNORECASE)
SUPPOSED = re.compile(r"\bwould you (?!like\b|say\b|be\b)|\b(?:würdest du|würden sie)\b", re.IGNORECASE)
"""What somebody would do is asked: what they did is no answer to it."""
WHICH = re.compile(r"\b(?:which|what) \w+ (?:is|was|are|were) (?:it|that|this|they|those)\b", re.IGNORECASE)
"""Which one it is, is asked: a name, which a word of the question is not."""
HOW_MANY = re.compile(
    r"\b(?:how (?:many|much|long|often|big|old|far)|wie ?(?:viele?|lange|oft|groß|alt|weit))\b", re.IGNORECASE
)
"""A number is asked for."""
"""A reason is asked for: the one thing that a record seldom holds, and that is soon made up."""
A_COUNT = re.compile(
    r"\d|\b(?:one|once|two|twice|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundred|thousand|million|"
    r"half|every|each|zwei\w*|drei\w*|vier\w*|fünf\w*|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|hundert|tausend|"
    r"halbe\w*|jede\w*|ein\w* (?:tag|mal|stunde|woche|monat|jahr)\w*)\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\b(?:then|next|after that|happened|happen|go on|turn out|end|did you do|did it go|was it like|dann|danach|"
    r"weiter|passiert\w*|geschah|ausging|ging (?:das|es) aus)\b",
    re.IGNORECASE,
)
"""What came next is asked for."""
_EVERYDAY = {
    "en": """do doing did think know tell told people thing way day year time get got make made much many lot
            really still now new good well like want need say said come came going gone went work works use look
            start help find found give take took try today happen happened then next ever feel sort kind
            something anything someone somebody anybody whole right best better hard hear heard learn understand
            curious love enjoy remember hardest harder difficult easy easiest part biggest greatest favourite
            main big old large often does exactly has was ask asked three four five six seven eight nine ten
            twelve hundred thousand before after become became mean let keep back long last first far actually""",
    "de": """machen macht machst gemacht denken denkst wissen weißt sagen sagst gesagt leute menschen sache weise
            tag jahr zeit kommen gehen geht ging gegangen läuft laufen arbeiten arbeitest arbeit brauchen
            anfangen helfen finden findest geben nehmen heute gerade eigentlich genau neu gut besser besten gern
            gerne erzählen erzähl hören hast hat passiert passieren dann danach immer zwei drei vier fünf sechs
            sieben acht neun zehn hundert tausend wirklich lange bisher bitte mal denn deine deiner deinem
            deinen ihrem ihren ihrer bei haben sein""",
}


@cache
def everyday(language: str) -> frozenset[str]:
    """The stems of words that say little of what is asked: a shared one counts half."""
    return stems(_EVERYDAY.get(language, _EVERYDAY["en"]), language)


ONE_THING = re.compile(
    r"\b(?:how (?:many|much|long|often|big|old|far)|when|where|who|wie ?(?:viele?|lange|oft|groß|alt|weit)|wann|wo|"
    r"wer)\b",
    re.IGNORECASE,
)
"""One thing is asked for, which may be said again."""

EARLIER = re.compile(
    r"\bwhat (?:did you do|were you(?: doing)?) before\b|\byour (?:background|past|path|career|story)\b|\bused to do\b|"
    r"\bwas (?:hast du|haben sie|warst du|waren sie) (?:früher|davor|vorher|zuvor|ursprünglich)|\bwerdegang\b|"
    r"\bwie (?:bist du|sind sie) dazu gekommen\b",
    re.IGNORECASE,
)
"""What somebody did before is asked for."""

OF_THEN = re.compile(
    r"(?:I|Ich) (?:was|were|used to|worked|led|founded|became|began|started|studied|trained|war|wurde|arbeitete|"
    r"habe\b.*\b(?:geleitet|gegründet|gearbeitet|übernommen|studiert|gelernt))\b"
)
"""How a sentence on earlier work begins."""

OF_NOW = re.compile(
    r"\b(?:new|now|work(?:ing)? on|am \w+ing|want to|run|build|teach|keep|write|neue\w*|jetzt|arbeite an|suche|"
    r"möchte|baue|betreue|gebe|schreibe)\b"
)
"""Words of what somebody does at present."""

OWN_WORK = re.compile(
    r"(?:I|We|My|Our|Ich|Wir|Mein\w*|Unser\w*) (?!(?:was|were|still remember|laughed|asked|sent|told|said|war|sage)\b)"
)
"""How a sentence on one's own work begins; what lies behind and what was said to the user is none."""
