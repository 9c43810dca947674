"""The writer's orders to keep away from somebody: "avoid him", "never work with Ben again", "keine Lust mehr auf Ben".

One that names nobody ("Do not contact again.") is the writer's own affair all the same; whom it means is for
`coach.domain.closed_doors` to find out.
"""

from __future__ import annotations

import re

_WORDS = (
    *("avoid", "clear of", "away", "wide berth", "to do with", "dealings", "business with", "cut off", "done with"),
    *(" alone", "never again", "steer clear", "distance", "blocked", "again", "any more", "anymore", "any longer"),
    *("contact", "hear from", "not to ", "never to ", "to stop ", "meiden", "finger weg", "aus dem weg", "abstand"),
    *("lust mehr", "bock mehr", "nie wieder", "nie mehr", "niemals", "nichts mehr", "nicht mehr", "nicht wieder"),
    *("blockiert", "kontakt", "in ruhe"),
)
"""One of these, in small letters, is in every such text: looked for first, since that is many times as quick."""
_WORDS_OF_PEACE = (
    *("apologi", "said sorry", "made it up", "made up", "made peace", "good terms", "friends again", "my mind"),
    *("was wrong about", "fine now", "fine again", "misjudged", "entschuldigt", "versöhnt"),
)
_NO = r"(?:n['’]?t|\b(?:not|never|no|stop|cut|broke|break))\b[^.;\n]{0,40}\b"
_CUE = re.compile(
    r"\bavoid(?:ed)?\b|clear of|away from|wide berth|to do with|dealings|business with|cut off|done with|"
    r"\b(?:him|her|them|\w+) alone\b|never again|steer clear|(?:stay|keep) away|distance|\bblocked\b|"
    rf"{_NO}(?:again|any ?more|any longer|contact|writ|call|e-?mail|messag|hear from)|"
    r"\bmeiden\b|finger weg|aus dem weg|abstand|\b(?:lust|bock) mehr\b|nie(?:mals)? (?:wieder|mehr)|nichts mehr|"
    r"(?:nicht (?:mehr|wieder)|nie wieder)\b[^.;\n]{0,40}(?:kontakt|schr[ei]|einlad|treff|anruf|angeruf|ansprech|meld|"
    r"besuch|frag)|blockiert|kein\w*\b[^.;\n]{0,30}\bkontakt|\bkontakt\b[^.;\n]{0,40}abgebrochen|in ruhe\b",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"\b(?:apologi[sz]ed|said sorry|made (?:it )?up\b(?! of)|made peace|on good terms|friends again|changed my mind|"
    r"was wrong about (?:him|her|them)|"
    r"fine (?:now|again)|misjudged|entschuldigt|versöhnt)\b",
    re.IGNORECASE,
)
_OPENS = (
    r"(?:^|[.;,:!(–—-]\s*|\b(?:so|and|please|better|must|should|to be|will|['’]ll|rather|want to|going to|also)\s+)"
)
_NOT_LOST = r"(?! (?:since|for|in|during|until|till|yet|so far|all)\b)"
"""Nobody is avoided of whom one has merely lost sight: "no contact with Ben since May"."""
_NOT_COULD = r"(?!.*\b(?i:konnt|kann|könn|schaff|leider|muss|müss|brauch)\w*)"
_AND_SO = r"(?:\W*$|\s*[,;(–—-])"
"""The end of an order, or what it is given for."""
_EVER = r"(?:(?:ever )?again|any ?more|any longer)"
_AGAIN = rf"(?=\s*(?:{_EVER}{_AND_SO}|(?:at all|if (?:I|we) can|from now on|for now)?\W*$))"
_TO_REACH = r"(?:contact|write|call|phone|ring|e-?mail|message|text|invite|meet|approach|visit)"
_ZU_ERREICHEN = (
    r"(?:kontaktieren|anschreiben|schreiben|einladen|treffen|anrufen|ansprechen|melden|besuchen|anfragen|fragen|"
    r"bei \w+ melden)"
)
_WANTS_NONE = (
    r"does(?: not|n['’]t) want (?:to be contacted|to hear from (?:me|us)|any (?:more )?(?:contact|messages|mails?))\b|"
    r"(?:has |have )?blocked (?:me|us)\b|"
    r"(?:has |have )?(?:asked|told|asks) (?:me|us) (?:not to|never to|to stop) (?:contact|writ|call|mail|messag)\w*"
    r"(?: (?:him|her|them))?(?: again| any ?more)?\W*$|"
    r"hat (?:mich|uns) (?:\w+ ){0,3}blockiert\b|"
    r"(?:will|wollte|möchte|wünscht) (?:absolut |wirklich )?keinen (?:weiteren )?Kontakt\b(?! zu[mr]?\b)|"
    r"(?:will|wollte|möchte) (?:von (?:mir|uns) )?nichts mehr (?:von (?:mir|uns) )?(?:hören|wissen)\b|"
    r"(?:will|wollte|möchte) nicht mehr (?:kontaktiert|angeschrieben|angerufen) werden\b"
)
_ALONE = (
    r"(?:avoid|never again|steer clear|stay away|keep away|keep (?:my|your) distance|no (?:more )?contact(?: please)?|"
    r"no further contact|finger weg|nie(?:mals)? (?:wieder|mehr)|blocked|meiden|"
    r"(?:habe? )?(?:den )?kontakt abgebrochen|(?:bitte |bloß )?nicht (?:mehr|wieder) "
    rf"{_ZU_ERREICHEN})\W*$|"
    rf"(?:please )?(?:do not|don['’]?t|never) {_TO_REACH}(?: (?:him|her|them))? {_EVER}{_AND_SO}"
)
_ORDER_ALONE = re.compile(rf"(?:{_ALONE})|(?:(?:he|she|they|er|sie) )?(?:{_WANTS_NONE})", re.IGNORECASE)
"""What closes the door without saying to whom."""


def may_tell_to_avoid(text: str) -> bool:
    """Whether a text holds a word of it at all; most notes do not and are not read further."""
    low = text.lower()
    return any(word in low for word in _WORDS) and _CUE.search(text) is not None


def tells_to_avoid(sentence: str) -> bool:
    """Whether a sentence says to keep away from "him" or "her": the writer's own affair."""
    return bool(_AVOID_THEM.search(sentence) or _ORDER_ALONE.match(sentence))


def orders_to_avoid(sentence: str, calls: str) -> bool:
    """Whether a sentence says to keep away from whoever it names. `calls`: a pattern of the names they go by."""
    if not (_ORDERS.search(sentence) or _HEADED.match(sentence)):
        return False
    return re.search(_orders(calls), sentence) is not None or re.match(_headed(calls), sentence) is not None


def tells_of_peace(text: str) -> bool:
    """Whether a text takes such an order back."""
    low = text.lower()
    return any(word in low for word in _WORDS_OF_PEACE) and _MADE_UP.search(text) is not None


def _headed(calls: str) -> str:
    """A pattern of the orders that name nobody behind a name: "Ben: never again", "Ben has blocked me"."""
    return rf"\W*(?:{calls})(?:\s*[:,!–—-]+\s*(?i:{_ALONE})|\s+(?i:{_WANTS_NONE}))"


def _orders(whom: str, german: str = "") -> str:
    """A pattern of the orders not to approach `whom`; `german`: how German ones call them, where it is not the same."""
    who, wen = rf"(?:{whom})", rf"(?:{german or whom})"
    return (
        rf"(?i:{_OPENS}(?:avoid(?:ed)?|steer clear of|stay (?:well )?(?:clear of|away from)|"
        rf"keep (?:well )?(?:clear of|away from)|"
        r"keep (?:my |your )?distance (?:from|to)|have nothing (?:more )?to do with|cut off|blocked)) "
        rf"{who}\b(?!['’]s|\s+(?:to|being|having)\b)|(?i:\bgive) {who} a wide berth|"
        rf"(?i:\b(?:never|don['’]?t|do not|won['’]?t|will not|not) (?:(?:ever|really|even) |(?:want|need|wish|have|"
        rf"intend|plan) to )?(?:talk|speak|write|work|meet|deal|engage|contact|call|e-?mail|invite|"
        rf"approach|bother|see)(?: (?:to|with))?) {who}{_AGAIN}|"
        rf"(?i:\bno (?:more |further )?(?:dealings|contact|business) with) {who}\b{_NOT_LOST}|"
        rf"(?i:\b(?:I want|want|wants?) nothing (?:more |further )?to do with) {who}\b|"
        rf"(?i:(?:^|\bI['’]m |\bI am )(?:so |really |finally )?done with) {who}(?: for good)?\W*$|"
        rf"(?i:\b(?:cut|broke|break)(?: off)?(?: all)? contact (?:with|to)) {who}\b|"
        rf"(?i:{_OPENS}leave) {who} (?i:alone)\W*$|"
        rf"{wen} (?:ist zu )?(?:meiden|aus dem Weg gehen)\b|(?i:\b(?:ich )?gehe?) {wen} (?:lieber )?aus dem Weg\b|"
        rf"(?i:\bAbstand (?:halten )?(?:zu|von)) {wen}\b|(?i:\bFinger weg von) {wen}\b|"
        rf"(?i:\bkein\w* (?:Lust|Bock) mehr,? (?:auf|mit)) {wen}(?:\W*$|\s*[,;(–—-]| zu \w+en\W*$)|"
        rf"(?i:\bnie(?:mals)? (?:wieder|mehr)\b(?: \w+){{0,2}}? (?:mit|zu|bei)) {wen}(?: \w+en)?\W*$|"
        rf"(?i:\b(?:will|möchte|bitte) (?:ich )?kein\w* (?:weiteren )?Kontakt (?:mehr )?(?:zu|mit)) {wen}\b|"
        rf"(?i:\bKontakt (?:zu|mit)) {wen} abgebrochen\b|"
        rf"(?i:\bmit) {wen} (?:(?:will|möchte) ich nichts mehr zu tun|nichts mehr zu tun haben\W*$)|"
        rf"(?i:\bnichts mehr mit) {wen} zu tun haben\b|"
        rf"^{_NOT_COULD}.*{wen} (?:bitte |bloß |lieber )?(?:nicht mehr|nie wieder|nicht wieder) {_ZU_ERREICHEN}\W*$|"
        rf"^{_NOT_COULD}.*(?i:\b(?:nicht mehr|nie wieder|nicht wieder)(?: bei| mit)?) {wen} {_ZU_ERREICHEN}\W*$|"
        rf"(?i:{_OPENS}lass) {wen} in Ruhe\b"
    )


_HIM_OR_HER = "[Hh]im|[Hh]er|this (?:man|woman|person|guy)"
_IHN_ODER_SIE = "[Ii]hn|[Ii]hm|[Ii]hr|[Ss]ie|de[nm] (?:Typ(?:en)?|Kerl|Mann)"
_AVOID_THEM = re.compile(_orders(_HIM_OR_HER, _IHN_ODER_SIE))
_ANYBODY = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}"
_ORDERS, _HEADED = re.compile(_orders(_ANYBODY)), re.compile(_headed(_ANYBODY))
"""The same of anybody at all: one's own patterns are costly to make, and most sentences need none of them."""
