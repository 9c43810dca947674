"""Notes that tell of having been in touch: "met her", "lunch with Ben", "sie hat mich angerufen".

What is merely known of somebody ("Likes tea") tells of none, nor does what is planned, denied or long ago.
"""

from __future__ import annotations

import re

from coach.domain.text import sentences

_JUST = (
    r"(?:(?:have|has|had|['’]ve|['’]d|just|finally|also|then|both|briefly|today|yesterday|again|already|only|happily|"
    r"accidentally|quickly|this (?:morning|afternoon|evening)|last night)\s+)*"
)
_MET = (
    r"(?:met|spoke|talked|chatted|skyped|zoomed|lunched|dined|visited|saw|ran into|bumped into|caught up|catching up|"
    r"got together|hung out|phoned|rang|texted|e-?mailed|messaged|thanked|interviewed|introduced|"
    r"(?:had|went for|shared|did|got|took) (?:a |an |another |some |our |the )?(?:\w+ )?(?:coffee|tea|lunch|dinner|"
    r"breakfast|beer|drinks?|walk|call|chat|talk|meeting|zoom|conversation|interview)s?|"
    r"(?:called|wrote)(?= (?:to )?(?:her|him|them|back\b|(?-i:[A-Z])|an? (?:\w+ )?(?:e-?mail|mail|message|letter|note|"
    r"card)))|heard (?:back )?from|"
    r"(?:got|received|had) (?:a |an |another )?(?:\w+ )?(?:mail|e-?mail|message|letter|call|card|reply|answer|text)s? "
    r"from)"
)
_TO_ME = (
    r"(?:told|asked|called|phoned|rang|texted|e-?mailed|mailed|messaged|thanked|showed|gave|sent|helped|introduced|"
    r"invited|promised|visited|met|saw|taught|lent|handed|recommended|answered|offered|warned|"
    r"(?:wrote|said|spoke|talked|replied|explained)(?: back)? (?:to|with)|wrote) (?:me|us)\b"
)
_TOGETHER = (
    r"(?:coffee|tea|lunch|dinner|breakfast|beers?|drinks?|walk|call|phone call|video call|chat|meeting|zoom|catch-?up|"
    r"conversation|interview|talk) with (?:her|him|them|both|the|(?-i:[A-Z]))"
)
_ENGLISH = re.compile(
    rf"^\W*(?:and |so |well,? |fyi:? )?{_JUST}{_MET}\b|"
    rf"\b(?:I|we)(?:['’]ve|['’]d)? {_JUST}{_MET}\b|"
    rf"(?<!not )(?<!never )(?<!n['’]t )\b{_TO_ME}|"
    rf"(?:^|[,;:–—-]\s*|\b(?:had|after|over|during|from|today|yesterday)[:,]?\s+)(?:(?:a|an|our|the|my|quick|short|"
    rf"long|nice|good|great|lovely|brief|first|second|another)\s+)*{_TOGETHER}|"
    r"\b(?:she|he|they|(?-i:[A-Z][\w'’-]+)) (?:also |then |just )?(?:said|mentioned|replied|admitted|confided)\b",
    re.IGNORECASE,
)
_GERMAN = re.compile(
    r"\b(?:getroffen|wiedergetroffen|begegnet|telefoniert|geplaudert|gequatscht|gechattet|angerufen|wiedergesehen|"
    r"gesprochen|geredet|unterhalten|ausgetauscht|gemailt|besucht|kennengelernt)\W*$|"
    r"\b(?:ich|wir|mit|mir|mich|uns)\b[^.;]*\b(?:getroffen|begegnet|telefoniert|geplaudert|gequatscht|angerufen|"
    r"gesprochen|geredet|unterhalten|ausgetauscht|gemailt|geschrieben|gesehen|besucht|erzählt|gesagt|gezeigt|geholfen|"
    r"gefragt|geschickt|eingeladen|kennengelernt|Kaffee getrunken|essen)\b|"
    r"\b(?:ich|wir) (?:\w+ )?(?:traf|trafen|sprach|sprachen|redeten|telefonierten|schrieb|schrieben|rief|sah|sahen|"
    r"besuchte|besuchten|begegnete)\b|"
    r"^\W*(?:heute |gestern |eben |gerade )?(?:traf|trafen|sprach|rief|besuchte|schrieb|sah) (?:ich|wir|ihn|sie|ihr|"
    r"ihm|mit|die|den|(?-i:[A-ZÄÖÜ]))|"
    r"\b(?:erzählte|sagte|schrieb|rief|fragte|zeigte|gab|half|antwortete|schickte|dankte|lud)n? (?:mir|mich|uns)\b|"
    r"\b(?:sie|er|(?-i:[A-ZÄÖÜ]\w+)) (?:sagte|meinte|erzählte|antwortete|berichtete)\b|"
    r"(?:^|[,;:–—-]\s*|\b(?:nach|beim|bei|im|war|hatte|hatten|heute|gestern)[:,]?\s+)(?:\w+ )?(?:Kaffee|Mittagessen|"
    r"Abendessen|Frühstück|Treffen|Gespräch|Telefonat|Bier|Tee|Spaziergang|Video-?call|Call|Anruf|Nachricht|Mail) "
    r"(?:mit|von) (?:ihr|ihm|ihnen|der|dem|(?-i:[A-ZÄÖÜ]))",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:years?|months?|decades?) ago\b|\blast (?:year|spring|summer|autumn|winter)\b|\bback in\b|\bused to\b|"
    r"\bas (?:a )?(?:child|student|kid)s?\b|\boriginally\b|\bin (?:19\d\d|20[01]\d)\b|"
    r"\b(?:should|must|could|would|will|want(?:s)? to|need to|plan(?:s|ned)?|arrange|propose|suggest|schedule|to ?do|"
    r"let['’]s|remember to|don['’]?t forget|next (?:week|month|time)|tomorrow|soon)\b|"
    r"\bvor \w+ (?:Jahr|Monat)en\b|\b(?:letztes|voriges) Jahr\b|\b(?:damals|früher|ursprünglich)\b|"
    r"\b(?:sollte|sollten|müsste|muss|möchte|will|werde|wollen|könnte|plane|morgen|demnächst|bald)\b|"
    r"\b(?:noch )?(?:nie|nicht|kein\w*|niemals)\b[^.;]*\b(?:getroffen|begegnet|telefoniert|gesprochen|geredet|gesehen|"
    r"angerufen|geschrieben|erreicht|kennengelernt)\b",
    re.IGNORECASE,
)
_OF_WHAT_WAS_SAID = re.compile(
    r"\b(?:said|told|says|mentioned|asked|replied|sagte|erzählte|meinte|fragte)\b", re.IGNORECASE
)


def tells_of_contact(text: str) -> bool:
    """Whether a note tells of having been in touch of late with whom it names."""
    return any(map(_tells, sentences(text) or [text]))


def _tells(said: str) -> bool:
    found = _ENGLISH.search(said) or _GERMAN.search(said)
    if not found:
        return False
    told = _OF_WHAT_WAS_SAID.search(said)
    return not _NOT_SO.search(said[: told.end()] if told else said)
