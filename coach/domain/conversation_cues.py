"""The words by which a conversation is read: how people probe, point back, acknowledge and ask."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.moves import any_of

_DAYS_EN = r"monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DAYS_DE = r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"


@dataclass(frozen=True)
class Cues:
    """The patterns of one language.

    `short_probe`: a short question that asks on ("Why?"). `mirror`: a question returned ("And you?"). `points_back`: a
    word for what was just said. `acknowledges`: first words that show that it was heard. `thing`: a number, a day or an
    example. `name`: a name inside a sentence. `when`: a time ahead. `asks`: a question without its mark ("Tell me
    of …"). What is done by saying it stands in `coach.domain.conversation_moves`.
    """

    short_probe: re.Pattern[str]
    mirror: re.Pattern[str]
    points_back: re.Pattern[str]
    acknowledges: re.Pattern[str]
    thing: re.Pattern[str]
    name: re.Pattern[str]
    when: re.Pattern[str]
    asks: re.Pattern[str]


ENGLISH = Cues(
    short_probe=any_of(
        r"^(?:why|how so|how come|really|like what|such as|and then|what then|what happened(?: then| next)?|"
        r"in what way|what do you mean|what for|since when|who else|what else)\b[^?]{0,25}\?$"
    ),
    mirror=any_of(r"^(?:and |what about |how about )(?:you|yours?|yourself)\b"),
    points_back=any_of(r"\b(?:that|it|this|those|these|there|then|they|them|he|she|him|her)\b"),
    acknowledges=any_of(
        r"^(?:oh|ah|wow|i see|i understand|i can imagine|i hear you|that sounds|sounds|that makes sense|makes sense|"
        r"that must|right|of course|no wonder|good point|thank you for|thanks for|sorry to hear|i'm sorry|"
        r"congratulations|how (?:lovely|hard|brave|clever|interesting|wonderful)|interesting|so you|so it|you mean)\b"
    ),
    thing=any_of(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand)\b|"
        r"\b(?:for example|for instance|last (?:week|month|year|time)|yesterday|today|"
        rf"this (?:morning|week|month|year))\b|\b(?:{_DAYS_EN}|january|february|april|june|july|august|"
        r"september|october|november|december)\b"
    ),
    name=re.compile(r"(?<=[a-z,;] )(?!I\b)[A-ZÀ-Þ][^\W\d_]{2,}"),
    when=any_of(
        r"\b(?:today|tonight|tomorrow|next (?:week|month|time|\w+day)|this (?:week|evening|afternoon|\w+day)|"
        rf"on \w+day|by \w+day|{_DAYS_EN}|after (?:the|your|this) \w+|in (?:a|two|three) \w+|at \d+|"
        r"in the (?:break|morning|afternoon|evening))\b"
    ),
    asks=any_of(
        r"\bi(?:'|’)?(?:d| would) be (?:interested|curious)\b|"
        r"^(?:(?:please|so|well|do|and|then|oh|but|hi|hello),? )*(?:tell|show|remind) me\b|"
        r"\bi(?:'|’)?(?:d| would) (?:really |so )?(?:love|like) to (?:hear|know|learn|understand)\b|"
        r"\bi(?:'|’| a)m (?:so |very |really )?curious\b|\bi (?:was )?wonder(?:ing|ed)?\b|\bi (?:wanted|want) to ask\b|"
        r"^(?:and |so |but )?(?:how|why|where|who|which|what) (?:do|does|did|is|are|was|were|would|will|can|could|"
        r"have|has)\b|"
        r"^(?:and |so |but )?(?:do|did|are|were|have|can|could|would|will) you\b"
    ),
)
GERMAN = Cues(
    short_probe=any_of(
        r"^(?:warum|wieso|weshalb|wie das|wie kommt das|echt|wirklich|zum beispiel|und dann|was dann|und jetzt|"
        r"was (?:ist|geschah|passierte)(?: dann| danach)?|inwiefern|wie (?:meinst du|meinen sie) das|seit wann|wozu|"
        r"wer noch|was noch)\b[^?]{0,25}\?$"
    ),
    mirror=any_of(r"^(?:und|was ist mit|wie (?:ist|sieht) (?:es|das) bei) (?:du|dir|dich|ihnen|sie|selbst|euch)\b"),
    points_back=re.compile(
        r"\b(?:(?i:das)(?!\s+[A-ZÄÖÜ])|(?i:dies\w*|da|dort|dann|danach|davon|dabei|dafür|daran|damit|darauf|darüber|"
        r"er|ihm|ihn|jene\w*)|sie|ihr|ihnen|ihre[mnrs]?)\b"
    ),
    acknowledges=any_of(
        r"^(?:oh|ah|ach|aha|wow|(?:ich )?verstehe|ich kann mir (?:gut )?vorstellen|das kann ich mir|das klingt|klingt|"
        r"das (?:ergibt|macht) sinn|das muss|stimmt|genau|natürlich|kein wunder|guter punkt|danke|"
        r"(?:das )?tut mir leid|glückwunsch|gratuliere|wie (?:schön|schwer|mutig|klug|spannend|wunderbar|schade)|"
        r"spannend|interessant|du meinst|sie meinen|also (?:hast|bist|haben|sind) (?:du|sie))\b"
    ),
    thing=any_of(
        r"\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend)\b|"
        r"\b(?:zum beispiel|beispielsweise|(?:letzte|vorige)[nmrs]? (?:woche|monat|jahr|mal)|gestern|heute|"
        rf"diese[nmrs]? (?:morgen|woche|monat|jahr))\b|\b(?:{_DAYS_DE}|januar|februar|märz|april|juni|juli|"
        r"august|september|oktober|november|dezember)\b"
    ),
    name=re.compile(r"(?<=[a-zäöüß,;] )[A-ZÀ-Þ][^\W\d_]+ [A-ZÀ-Þ][^\W\d_]+|\b\w*[a-z][A-Z]\w*\b|\b[A-Z]{2,}\b"),
    when=any_of(
        r"\b(?:heute|morgen|übermorgen|nächste[nmrs]? (?:woche|monat|mal|\w+tag)|diese[nmrs]? (?:woche|abend|\w+tag)|"
        rf"{_DAYS_DE}|nach (?:dem|der|deinem|ihrem|diesem) \w+|in (?:einer|einem|zwei|drei) \w+|um \d+|in der pause|"
        r"am (?:vormittag|nachmittag|abend))\b"
    ),
    asks=any_of(
        r"^(?:(?:bitte|und|also|dann|ach) )*(?:erzähl|verrat|zeig)(?:e|en sie)?\b|"
        r"\bich (?:würde|möchte|wüsste|hätte) (?:so |sehr )?gern\w*(?: (?:mehr|von|etwas|einmal))* (?:wissen|hören|"
        r"erfahren|wie|was|warum|ob)|"
        r"\bmich (?:würde )?(?:sehr )?interessier\w*|\bich frage mich\b|\bich (?:wollte|möchte|will) (?:dich |"
        r"sie )?fragen\b|"
        r"^(?:und )?(?:was|wie|warum|wieso|wo|wer|wann|wozu|woran|womit|wofür|worüber|wovon) [a-zäöüß]+(?:st|t|"
        r"en) (?:du|sie|ihr)\b"
    ),
)


def cues(language: str) -> Cues:
    """The patterns of a language, `en` or `de`; any other is read as English."""
    return GERMAN if language == "de" else ENGLISH
