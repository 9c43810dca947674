"""What notes say is to be kept to oneself: "don't bring it up", "hush hush", "between us", "nicht weitersagen".

Such a sentence, and the one before it where it only gives the order ("Her mother is ill. Don't mention it."), is for
the writer's own eyes: it is found, shown and reflected on, but nothing that is said or sent to anybody is made of it.
So is what is private without any such word (`coach.domain.delicate`), with the sentence that goes on about it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from coach.domain.avoidance import tells_to_avoid
from coach.domain.checking.english import known, third_person
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.delicate import is_delicate
from coach.domain.reading.lines import Sentence, sentences_of

_OPENS = r"(?:^|[,.;:!?()–—-]\s*|\b(?:so|but|and|please|pls|must|should|also|btw|fyi|nb|ps|psst|hey|oh|und|bitte)\s+)"
_ENDS = r"(?=\s*(?:$|[,.;:!?()–—-]))"
_NOT = r"(?:do not|don['’]?t|never|not to|please not|better not(?: to)?|mustn['’]?t|shouldn['’]?t)"
_SAY = (
    r"(?:mention|bring|tell|talk|speak|ask|quote|repeat|share|say|name|raise|joke|reveal|let on|spread|forward|write|"
    r"post|tweet|refer|hint|use (?:her|his|their|the|this|that|it))"
)
_UNKNOWING = r"(?:doesn['’]?t|does not|don['’]?t|do not|mustn['’]?t|must not|shouldn['’]?t)"
_WHERE = r"(?: (?:outside|here|there|(?:at|in|on|outside) (?:the |my |our |her |his |their )?\w+))?"
"""`nobody outside knows that`, `nobody at work knows yet`."""
_ENGLISH = (
    # don't bring it up; never mention the divorce; not to be quoted
    rf"{_OPENS}{_NOT}\s+{_SAY}\b(?!\s+(?:forget|hesitate|rush))",
    r"\b(?:not|must not|mustn['’]?t|should not|can['’]?t) (?:to )?be "
    r"(?:mentioned|quoted|repeated|shared|told|named|published|discussed|used|passed on)\b",
    # keep it to myself; keep quiet; between us; off the record
    r"\bkeep (?:it|this|that|them|the \w+) (?:strictly )?(?:to (?:my|your)self|to ourselves|between us|quiet|private|"
    r"confidential|under wraps|a secret|secret|for me|for myself)\b",
    r"\bkeep (?:quiet|mum|schtum|shtum)\b",
    rf"(?:^|[,.;:!?()–—-]\s*|\b(?:just|strictly|only|stays|this is|that's)\s+)"
    rf"between (?:us|you and me|ourselves){_ENDS}",
    r"\boff the record\b",
    r"\b(?:told (?:me|us)|said|this|that|it)\b[^.;]{0,40}\bin confidence\b|\bin strict confidence\b",
    r"\bconfidential(?:ly)?\b(?!\s+(?:comput|data|doc|record|help|wast|shred|counsel|advice|service))",
    r"\bhush[- ]hush\b|\bmum['’]?s the word\b|\bunder embargo\b|\bembargo(?:ed)? until\b|\bunder (?:an )?nda\b",
    rf"(?:^|[,.;:!?(–—-]\s*|\b(?:a|still|top|big|is|it['’]?s|its)\s+)secret{_ENDS}",
    # mustn't say to anyone; goes no further; stays here; I never heard that; her boss mustn't get wind of it
    r"\b(?:must ?n['’]?t|must not|not to|shouldn['’]?t|can['’]?t|won['’]?t) (?:say|tell|speak)\b[^.;]{0,20}"
    r"\b(?:anyone|anybody|a soul|nobody)\b",
    r"\b(?:goes?|go) no (?:further|farther)\b|\bbreathe (?:a word|it)\b|"
    r"\bnot a word (?:of this |about this )?(?:to|from)\b|"
    r"\bin (?:the )?strictest confidence\b|^\W*in confidence\b|"
    r"\b(?:has|have|had)(?: not|n['’]?t) told (?:anyone|anybody|a soul|them|the \w+|(?:her|his|their) \w+)\b|"
    r"\b(?:told|tells) (?:nobody|no one)(?: else)?\b|\b(?:keep|stay) (?:schtum|shtum|stumm)\b|\bzip it\b|\bpss+t\b",
    rf"\b(?:that|this|it) (?:one )?stays (?:here|with me|in (?:this|the) room|between)\b|"
    rf"(?:^|[.;!?]\s+)stays here{_ENDS}|\b(?:what|told)\b[^.;]{{0,30}}\bstays in the \w+",
    rf"\b(?:I|we) (?:never|didn['’]?t) hea(?:r|rd)(?: (?:that|it|this))?{_ENDS}|^didn['’]?t hear (?:that|it|this)\b",
    r"\b(?:mustn['’]?t|must not|can['’]?t|cannot|may not|shouldn['’]?t|isn['’]?t to) (?:know|find out|learn of|"
    r"get wind of|hear (?:of|about))\b|"
    r"\bnot to be (?:spread|minuted|noted|written)\b|\bnot supposed to (?:know|talk|say)\b",
    r"\bkeep (?:(?:it|this|that) )?off (?:the )?(?:group|chat|mail|e-?mail|record|list)\b|\bmy eyes (?:only|alone)\b|"
    r"\bkeep (?:it|this|that) to (?:yo?u?r|my)[- ]?self\b|\bbetween (?:him|her|them) and me\b|\bbetween us two\b",
    # nobody knows yet; not public; she doesn't know yet
    r"\b(?:nobody|no one|no-one)(?: else)? (?:knows?|must know|may know|is to know|should know)"
    r"(?=\s*(?:$|[,.;:!?()–—-]|yet\b|about\b|so far\b))",
    rf"\b(?:nobody|no one|no-one)(?: else)?{_WHERE} knows (?:about )?(?:it|that|this)(?: yet| so far)?{_ENDS}",
    rf"\b(?:nobody|no one|no-one)(?: else)?{_WHERE} knows (?:yet|so far)\b",
    r"\b(?:not|(?:is|are|was|were|has|have)n['’]?t) (?:yet )?(?:been )?(?:public|announced|official|out)"
    r"(?=\s*(?:$|[,.;:!?()–—-]|yet\b))",
    rf"\b(?:she|he|they|(?-i:[A-Z]\w+)) {_UNKNOWING} know (?:it|this|that|yet|about (?:it|this|that))(?: yet)?{_ENDS}",
    # not for this mail; can't use her name; sore point
    r"\bnot for (?:this|the|my) (?:mail|e-?mail|letter|message|note|text)\b",
    r"\b(?:can['’]?t|cannot|must not|not allowed to) (?:use|say|give|mention) (?:her|his|their|"
    r"the) (?:real )?names?\b",
    r"\b(?:sore|touchy|sensitive|delicate) (?:point|spot|subject|topic|matter)\b",
    r"\bnot a good (?:way to start|thing to (?:mention|bring|raise|say|ask)|topic|subject|opener)\b",
)
_GERMAN = (
    # nicht weitersagen; sag es niemandem; unter uns; noch nicht offiziell
    r"\b(?:nicht|nix|nichts|niemandem|keinem)\b[^.;]{0,30}\b(?:weitersagen|weitererzählen|erwähnen|ansprechen|"
    r"verraten|"
    r"herumerzählen|rumerzählen|zitieren|ausplaudern)\b",
    r"\b(?:sag|sagt|erzähl|erwähne?|sprich)\b[^.;]{0,20}\b(?:niemandem|keinem|nicht)\b",
    rf"(?:^|[,.;:!?()–—-]\s*|\b(?:bleibt|nur|streng)\s+)unter uns{_ENDS}",
    r"\bvertraulich\b|\b(?:noch |streng |ist )geheim\b|\bnicht (?:offiziell|öffentlich|spruchreif|bekannt)\b|"
    r"\bim Vertrauen\b(?! auf)|\bbehalt(?:e|et|en Sie)? (?:das|es|dies|alles)\b[^.;]{0,12}\bfür (?:dich|euch|sich)\b",
    r"\b(?:für mich|für dich|für sich) behalten\b|\bbehalte? ich für mich\b",
    r"\b(?:niemand|keiner|noch keiner)(?: (?:sonst|hier|dort|draußen|außerhalb|im \w+|in der \w+|bei \w+))? weiß "
    r"(?:es|das|davon)\b|\bweiß noch (?:niemand|keiner)\b",
    # Mund halten; soll keiner wissen; hab ich nicht gehört; nicht nach außen
    r"\bMund (?:halten|zu)\b|\bKlappe (?:halten|zu)\b|\bStillschweigen\b|\bunter vier Augen\b|\bdie Runde machen\b|"
    r"\b(?:soll|darf|sollte|muss)\b[^.;]{0,15}\b(?:keiner|niemand|nicht)\b[^.;]{0,15}\b(?:wissen|erfahren|raus)\b|"
    r"\bhab(?:e)? ich nicht ge?['’]?hört\b|\bnicht nach außen\b|\bwissen\b[^.;]{0,30}\bnoch (?:nix|nichts)\b|"
    r"\bmuss (?:er|sie|keiner|niemand) nicht wissen\b|\bbitte (?:nirgends|nicht (?:reden|weitergeben|erwähnen))\b|"
    r"\bdarüber (?:bitte )?nicht reden\b|\b(?:kein Wort|niemandem ein Wort)\b|\bbleibt zwischen uns\b",
    r"\bob das (?:schon )?(?:jeder|alle|sie|er) wissen (?:soll|darf)\b|\b(?:heikles Thema|wunder Punkt)\b",
)
_KEPT = re.compile("|".join((*_ENGLISH, *_GERMAN)), re.IGNORECASE)
_ONLY_THE_ORDER = 9
"""Words at most of a sentence that gives the order alone, and means the sentence before it."""
_POINTS_BACK = re.compile(
    r"\b(?:it|that|this|them|here|further|shtum|schtum|"
    r"anyone|anybody|secret|quiet|us|me|confidential|hush[- ]hush|record|public|official|"
    r"announced|word|names?|way|start|point|topic|yet|know|knows|es|das|davon|weitersagen|vertraulich|geheim|"
    r"offiziell|"
    r"spruchreif|niemandem)\b",
    re.IGNORECASE,
)


def kept_back(text: str, hushed: Collection[str] = ()) -> tuple[str, ...]:
    """The sentences of notes that are not to be said to anybody, in order, each as typed; `hushed`: sentences known to
    be such by another reading."""
    return _parted(text, hushed)[1]


def sayable(text: str, hushed: Collection[str] = ()) -> str:
    """Notes without what is to be kept to oneself; unchanged where that is nothing, "" where it is all of them."""
    said, kept = _parted(text, hushed)
    return " ".join(said) if kept else text


def confidences(text: str) -> tuple[str, ...]:
    """The sentences that ask for silence in so many words, and those that they mean, in order, each as typed."""
    said = sentences_of(text)
    return tuple(said[at].text for at in sorted(_asking_for_silence(said, ())))


def beside_the_order(text: str) -> str:
    """What stands in a text besides the words that ask for silence."""
    return _KEPT.sub(" ", text)


def _parted(text: str, hushed: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that may be said, and those that may not."""
    sentences = sentences_of(text)
    kept = _asking_for_silence(sentences, hushed) | _delicate([one.text for one in sentences])
    return (
        tuple(one.text for at, one in enumerate(sentences) if at not in kept),
        tuple(one.text for at, one in enumerate(sentences) if at in kept),
    )


def _asking_for_silence(sentences: Sequence[Sentence], hushed: Collection[str]) -> set[int]:
    """The places of the sentences that ask for silence, and of those that they mean: the ones before where they give
    the order only, and where nothing stands before, the one behind with what leans on it."""
    said = [one.text for one in sentences]
    kept = {at for at, one in enumerate(said) if one in hushed or _KEPT.search(one)}
    for at in sorted(kept):
        kept |= _also_meant(sentences, at)
    ahead = 1 if 0 in kept and len(said) > 1 and _is_only_an_order(said[0]) else 0
    while ahead and ahead < len(said) and not said[ahead].endswith("?"):
        kept.add(ahead)
        ahead = ahead + 1 if ahead + 1 < len(said) and _TOLD_ON.match(said[ahead + 1]) else 0
    return kept


def _is_only_an_order(sentence: str) -> bool:
    """`Between us.`, `Please keep this to yourself.`: nothing stands in it that could be kept."""
    return len(sentence.split()) <= _ONLY_THE_ORDER and bool(_NOTHING_ELSE.match(sentence))


_TOLD_ON = re.compile(r"(?:she|he|they|it|that|this|sie|er|es|das)\b", re.IGNORECASE)
_NOTHING_ELSE = re.compile(
    r"^\W*(?:(?:so|please|pls|strictly|just|only|this is|that is|it is|it's|what follows is|bitte|das ist|streng|"
    r"nur)\s+)*"
    r"(?:between us|between you and me|unter uns|off the record|confidential|secret|vertraulich|geheim|private|"
    r"(?:do not|don['’]?t|never) (?:tell|share|repeat|pass|spread|mention)"
    r"(?: (?:it|this|that|what follows|anyone|anybody|a soul|on|around|to))*|"
    r"keep (?:it|this|that|what follows)(?: (?:to|yourself|myself|between|us|quiet|private|secret|a))*|"
    r"not (?:to be|for) (?:told|shared|repeated|sharing|telling)|nicht weitersagen|(?:das )?bleibt unter uns)\W*$",
    re.IGNORECASE,
)


def _also_meant(sentences: Sequence[Sentence], at: int) -> set[int]:
    """The places of the sentences that an order means besides its own: the one before it, with those that this one
    leans on; behind an order that is a heading the one after it. It stays in the entry that it stands in."""
    if sentences[at].text.endswith(":") and at + 1 < len(sentences):
        return {at + 1}
    found: set[int] = set()
    back = at
    while back and not _tells_of_itself(sentences[back]):
        text = sentences[back].text
        if not (_leans_back(text) if back < at else _gives_the_order_only(text)):
            break
        if sentences[back - 1].text.rstrip().endswith("?"):  # what one asks is nothing told in trust
            break
        back -= 1
        found.add(back)
    return found


def _tells_of_itself(sentence: Sentence) -> bool:
    """Whether a sentence brings what it is about along, so that nothing before it is meant: `Off the record: Ben's firm
    is up for sale`, and a line that opens the entry of somebody, `Ben Ito - between us, he is leaving`."""
    if _leans_back(sentence.text):
        return False
    entry = _ENTRY_OF.match(sentence.text) if sentence.opens else None
    if entry and not _KEPT.search(entry["whom"]) and not set(entry["whom"].casefold().split()) & _NO_NAMES:
        return True
    rest = _KEPT.sub(" ", sentence.text)
    if _FRAMED_AHEAD.match(sentence.text) and _own_words(rest):
        return True
    framed = sentence.opens or _FRAMED_BEHIND.search(sentence.text)
    named = _CAPITAL.match(rest)
    of_one = bool(named) and named[0].casefold() not in _NO_NAMES  # type: ignore[index]
    return bool(framed) and len(_own_words(_CAPITAL.sub(" ", rest))) >= (1 if of_one else _OF_ITS_OWN)


_ENTRY_OF = re.compile(
    r"(?P<whom>[^\W\d_][\w'’.]*(?: [^\W\d_][\w'’.]*){0,2})\s*(?:[:(/|=]|->|→|,(?=\s)|\s[–—-](?=\s))\s*\S"
)
"""`Ben Ito - `, `ada li: `, `Tom (the baker) `: how the entry of somebody begins."""
_NO_NAMES = FUNCTION | split_words(
    "note nb ps careful caution warning attention important remember reminder psst pls plz btw fyi also sorry "
    "sensitive delicate private personal privately careful quick quietly sadly apparently rumour rumor gossip "
    "achtung hinweis wichtig vorsicht merken notiz übrigens bitte aber und oder also er sie es das ich wir"
)
"""Words before such a sign that name nobody: `Careful: don't bring it up`."""
_FRAME = (
    r"(?:between (?:us|you and me|ourselves)|off the record|(?:strictly )?confidential(?:ly)?|"
    r"in (?:strict )?confidence|hush[- ]hush|secret|unter uns|streng vertraulich|vertraulich|unter vier Augen)"
)
_FRAMED_AHEAD = re.compile(rf"\W*(?:(?:but|and|just|aber|und|nur) )?{_FRAME}\s*[:,;–—-]", re.IGNORECASE)
_FRAMED_BEHIND = re.compile(rf"{_FRAME}\W*$", re.IGNORECASE)
"""The order stands round what it is about: `Between us: …`, `…, off the record`."""
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w'’]*")
_OF_ITS_OWN = 2
"""Words of its own that a sentence has besides an order and names, so that it says what is meant."""
_TELLING = split_words(
    "told tell tells said say says asked mentioned heard knows know keep kept talk talked word mention bring quote "
    "sagt sagte gesagt erzählt erzählte hat mir dass dies diese dieses mit auch noch bitte nicht nichts wissen weiß"
)


def _own_words(rest: str) -> set[str]:
    """The words that say something, of a sentence without its order."""
    words = {word.casefold() for word in re.findall(r"[^\W_][\w'’]+", rest)}
    return {word for word in words if len(word) > _SHORT} - FUNCTION - _TELLING


_SHORT = 2


def _delicate(said: Sequence[str]) -> set[int]:
    """The places of the sentences that are private, and of those behind them that say more of it: `It was cancer.`"""
    found: set[int] = set()
    for at, one in enumerate(said):
        if is_delicate(one) or tells_to_avoid(one) or (at - 1 in found and _OF_THAT.match(one)):
            found.add(at)
    return found


_OF_THAT = re.compile(
    r"(?:it|that|this|which|das|es)\b(?! (?:year|week|month|time|summer|winter|morning|evening))", re.IGNORECASE
)


def _gives_the_order_only(sentence: str) -> bool:
    """`Don't mention it.`, `nicht ansprechen`, `she changed the subject, so don't bring it up`; not so `Don't ask
    about the divorce`, nor `She was fired, please keep it to yourself`, which says itself what is to be kept."""
    if _tells_something_first(sentence):
        return False
    short = len(sentence.split()) <= _ONLY_THE_ORDER
    only = short and (bool(_POINTS_BACK.search(sentence)) or not _own_words(_KEPT.sub(" ", sentence)))
    return only or (_leans_back(sentence) and bool(_IT_AT_THE_END.search(sentence)))


def _tells_something_first(sentence: str) -> bool:
    """Whether a clause of its own stands before the order that is more than how something was said or taken."""
    found = _KEPT.search(sentence)
    if found is None:
        return False
    sign = found[0][0] if found[0][0] in ",;:(–—-" else ""
    apart = _BEFORE_THE_ORDER.match(f"{sentence[: found.start()]}{sign}")
    clause = apart[1] if apart else ""
    return len(clause.split()) > 2 and not _TAKEN.search(clause)


_BEFORE_THE_ORDER = re.compile(
    r"(.*?\w)\W*[,;:(–—-]\s*(?:(?:so|but|and|please|pls|und|aber|bitte)\s+)*$", re.IGNORECASE
)
_TAKEN = re.compile(
    r"^\W*(?:not|still|only|yet|prob\w*|best|better|noch|nicht|nur|besser)\b|"
    r"\b(?:say|says|said|tell|tells|told|ask|asks|asked|beg|begs|begged|swore|mentioned|whispered|talk\w*|speak\w*|"
    r"spoke|changed the subject|looked|seemed|went|got|cried|tears|upset|sad|angry|ashamed|embarrass\w*|hurt|shy|"
    r"promised|certain|sure|it|that|this|so|which|sagt\w*|erzähl\w*|gesagt|bat|peinlich|das|es|davon|darüber)\b",
    re.IGNORECASE,
)
_IT_AT_THE_END = re.compile(r"\b(?:it|this|that)(?: up| with \w+| to \w+)?\W*$", re.IGNORECASE)


def _leans_back(sentence: str) -> bool:
    """Whether a sentence has no subject of its own: `she changed the subject`, `Sucht was mit Rampe`."""
    first = (re.findall(r"[^\W\d_]+", sentence) or [""])[0]
    low = first.casefold()
    verb = third_person(low) or (len(low) > 3 and low.endswith("t") and not known(low))
    return low in ("she", "he", "they", "it", "that", "this", "so", "sie", "er", "es", "das") or verb
