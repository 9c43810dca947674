"""What somebody loves, worries about or cares about, where rough notes say it outright."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MUCH = r"(?:really |very |super |so |big |massively |totally |proper |deeply |quite |still )*"
_STRONG = re.compile(
    rf"\b(?:loves|adores|lives for|cares (?:a lot |deeply |most |mostly |really )?(?:about|abt|for)|"
    rf"is {_MUCH}into|all into|"
    rf"(?:really|very|super|so|big|massively|totally|well|proper) into|(?:is )?passionate (?:about|abt)|"
    r"(?:is )?(?:obsessed|smitten|besotted) (?:with|w/|by)|enjoys|(?:is )?(?:a )?(?:big |huge )?fan of|fond of|"
    r"(?:is )?worried (?:mostly |most |a lot |sick )?(?:about|abt)|worries (?:a lot |mostly |most )?(?:about|abt)|"
    r"(?:is )?(?:mad|crazy|nuts|wild|potty) (?:about|abt|for)|"
    r"geeks out (?:about|over|on)|interested in|(?:is )?(?:very )?keen on|fascinated (?:by|with)|hooked on|big on|"
    r"(?:(?<=^)|(?<=[,;:→>/|(–-] )|(?<=\band ))(?:now |also |currently )?into|"
    r"raves about|passion (?:for|is)|weakness for|"
    r"liebt|begeistert sich (?:sehr )?für|interessiert sich (?:sehr )?für|"
    r"brennt (?:\w+ )?für|(?:herzensthema|herzensthemen|leidenschaft|steckenpferd) (?:ist|sind|gilt)|"
    r"schwärmt (?:\w+ )?(?:für|von)|steht auf|"
    r"macht sich (?:\w+ )?sorgen (?:um|wegen|über)|sorgt sich um|(?:großer|große|riesiger|riesige) fan von|"
    r"begeistert von|verrückt nach|hobby:|hobbys:|hobbies:):?\s+"
    r"(?:(?:only |just )?one thing[,:] )?(?=([^,.;:!?()|/→]{3,70}))",
    re.IGNORECASE,
)
_DEVOTED = re.compile(
    r"\b(?:big|huge|total|massive|keen|proper|mega|absolute)\s+"
    r"((?!fan\b)[\w-]+(?: (?!fan\b)[\w-]+)?) (?:fan|nerd|geek|buff|enthusiast)\b",
    re.IGNORECASE,
)
"""`huge jazz fan`."""
_FOR_IT = re.compile(r"\bsich (?:\w+ ){0,2}für ((?:[\w-]+ ){0,3}[\w-]+) (?:interessiert|begeistert)\b", re.IGNORECASE)
"""`der sich sehr für alte Türen interessiert`."""
_AT_HEART = re.compile(
    r"\blieg(?:t|en) (?:\w+ )?((?:der|die|das) [\w-]+(?: [\w-]+)?) (?:sehr |besonders )?am herzen\b", re.IGNORECASE
)
_AT_HER_HEART = re.compile(
    r"(?:^|[,;:–—-]\s|\bund\s)\s*((?:[\w-]+ ){0,3}[\w-]+) lieg(?:t|en) (?:ihr|ihm|ihnen) (?:\w+ )?am herzen\b",
    re.IGNORECASE,
)
"""`Barrierefreiheit liegt ihr am Herzen`."""
_CUE = re.compile(
    r"\b(?:lov\w+|lives for|car(?:es|ing) (?:about|for)|into|passion\w*|obsess\w+|keen|interest\w*|enthus\w+|mad about|"
    r"fan of|worr\w+|wants?|wish\w*|dreams? of|believ\w+|fascinat\w+|hobb\w+|enjoys?|likes?|geek\w*|excited|"
    r"matters?|important|liebt|mag|interess\w+|begeister\w+|brennt|träum\w+|sucht|wichtig|hobby|leidenschaft)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\s+(?:and|but|because|so|since|und|aber|weil|"
    r"after|when|whenever|ever|above all|more than|most of all|über alles|"
    r"which|who|that|though|if|now|lol|haha|tbh|these days|at the moment|right now|too|also|as well|wobei|"
    r"obwohl|seit|said|says|told|told me|promised|wants|asked|sagt|will)\b.*$|"
    r"\s+(?:[-–—]+|->|=>)\s?.*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:to|the|her|his|their|all things|anything|den|die|das|dem|der|ihren?|ihre|seinen?|seine)\s+(?=\S)",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(
    r"(?:that|it|this|how|when|you|me|us|him|her|them|mich|dich|uns|es|ihn|sie|(?:die|das|der)$)\b", re.IGNORECASE
)
"""`loves that we met`: no topic of theirs."""
TOPIC_WORDS = 5


_DENIED = re.compile(
    r"(?:\b(?:not|never|no longer|hardly|nicht|kein\w*|nie)|n['’]t)\s+(?:(?:a|an|really|very|that|so|much|of)\s+)*$",
    re.I,
)
"""`Not a | fan of ROS`."""


def interests_in(line: str) -> list[str]:
    """What a sentence says that somebody loves or cares about, in its own words."""
    found = sorted(
        (
            found
            for pattern in (_STRONG, _DEVOTED, _FOR_IT, _AT_HEART, _AT_HER_HEART)
            for found in pattern.finditer(line)
        ),
        key=lambda one: one.start(),
    )
    found = [one for one in found if not _DENIED.search(line[: one.start()])]
    topics = (_shortened(_ARTICLE.sub("", _STOPS.sub("", one[1]).strip())) for one in found)
    return [topic for topic in topics if len(topic.split()) in range(1, TOPIC_WORDS + 1) and not _NO_TOPIC.match(topic)]


_FURTHER = re.compile(r"\s(?:in|at|on|from|below|under|around|near|during|by|for|im|am|bei|aus|auf|an|for)\s.*$")


def _shortened(topic: str) -> str:
    """`water supply`, of `water supply in the valleys below his site`: a long topic without where and when."""
    return topic if len(topic.split()) <= TOPIC_WORDS else _FURTHER.sub("", topic)


def may_be_cared_about(topic: str, lines: Sequence[str]) -> bool:
    """Whether a sentence about somebody that holds this topic speaks of what they care about."""
    needle = " ".join(topic.casefold().split())
    if not needle or len(needle.split()) > TOPIC_WORDS:
        return False
    return any(needle in " ".join(line.casefold().split()) and _CUE.search(line) for line in lines)
