"""Hasty notes written out: "Handles 75 containers a day" in a note about Ada is "Ada handles 75 containers a day".

A note leaves out whom its reader knows. What it leaves out is put back where only one person can be meant, so that the
most telling sentences of a note can be said to that person; a sentence that could be anybody's stays as it stands.
"""

from __future__ import annotations

import re

from coach.domain.checking.english import forms, known, third_person
from coach.domain.checking.lexicon import CALENDAR, FUNCTION
from coach.domain.checking.telegraphic import CONTACT_VERBS
from coach.domain.text import sentences
from coach.drafting.whole_sentences import past_form, sentence_within

TITLE = r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Dame|Father|Canon|Captain|Pastor|Rev)\.? "
_ASIDE = r"(?:, [^,.]{2,40}(?:, [^,.]{2,40})?,)"
_ADVERBS = frozenset("still also now never always usually often only even currently already just once".split())
_BUSY = frozenset(
    """working building planning looking writing moving trying learning training running preparing organising organizing
    opening hoping searching hiring studying teaching leading translating restoring mapping collecting testing setting
    growing raising recording designing drafting fighting""".split()
)
"""What somebody is at, in a note that leaves out "is"."""
_OF_THE_WRITER = frozenset("loved liked enjoyed admired missed overheard noticed bought tasted".split())
"""What a note without a subject can only tell of whoever wrote it."""
_TOLD_BY_THE_WRITER = frozenset(
    """showed gave told asked offered promised sent owe owed lent heard recommended suggested explained introduced
    advised warned reminded taught thanked mentioned forwarded was were did had got went came left stayed wrote took
    tried felt thought said forgot bumped stood waited arrived missed skipped helped""".split()
)
"""What may be the writer's or the other's; such a sentence stays as it is."""
_AUXILIARIES = frozenset("is are was were has have had will would can could should must do does did".split())
_OF_THE_TALK = re.compile(r"^[^:.]{0,40}\b(?:talk|workshop|session|keynote|panel|demo|poster): (?=(?P<verb>[a-z]+)\b)")
_SAID_LAST = r"^(?P<what>.{12,}), (?:%s|[Ss]?[Hh]e) (?P<verb>told me|told us|said|says)(?: so)?\.?$"
_ASIDE_LAST = re.compile(
    r",? (?:I )?(?:told|said)(?: (?:her|him|them|it))? so(?: at once| too| herself| himself)?(?=[.!]?$)|"
    r", apparently(?=[.!]?$)"
)
_QUOTED = re.compile(
    r"^(?:[Hh]er line: |[Hh]is line: )?[‘'\"“](?P<words>\w.{12,120}?\w[.!]?)[’'\"”]"
    r"(?:,? ?[-–—]? ?(?:loved|liked) (?:that|it))?[.!]?$"
)
"""A sentence that is nothing but somebody's words."""
_SHORT_FOR = (
    (re.compile(r"(?<= )w/?(?= )"), "with"),
    (re.compile(r"(?<= )w/(?=\w{2})(?!w/o)"), "with "),
    (re.compile(r"(?<= )(?:bc|b/c|cuz|cos|coz)(?= [a-z])"), "because"),
    (re.compile(r"\b[Pp]pl\b"), "people"),
    (re.compile(r"(?<= )thru(?= )"), "through"),
    (re.compile(r"(?<= )@(?= \w)"), "at"),
    (re.compile(r"(?<= )w/o(?= )"), "without"),
    (re.compile(r"\b[Aa]bt\b"), "about"),
    (re.compile(r"(?<= )nr\b\.?(?= )"), "near"),
    (re.compile(r"(?<=[a-z0-9] )yrs\b\.?"), "years"),
    (re.compile(r"(?<=[a-z0-9] )wks\b\.?"), "weeks"),
    (re.compile(r"(?<=[a-z0-9] )hrs\b\.?"), "hours"),
    (re.compile(r"(?<=last )yr\b\.?|(?<=this )yr\b\.?|(?<=next )yr\b\.?|(?<=each )yr\b\.?"), "year"),
    (re.compile(r"\b(?P<a>an?|per) yr\b\.?"), r"\g<a> year"),
    (re.compile(r"(?<=[a-z\d] )&(?= [a-z\d])"), "and"),
    (re.compile(r"(?<=\bbetween )(?P<one>[A-Z]\w+) &(?= [A-Z])"), r"\g<one> and"),
    (re.compile(r"(?<=[a-z] )[+](?= [a-z])"), "plus"),
)
"""What people write in place of a small word."""
_HEADED = re.compile(
    r"(?:(?:Main|Biggest|Big|Only|Favourite|Favorite|Next|Golden|First) )?"
    r"(?:worry|fear|problem|trouble|headache|hope|dream|wish|goal|rule|tip|trick|motto|question|regret|project): ",
    re.IGNORECASE,
)
"""What a note puts before a colon and means of the person: "Main worry: wind stops the cranes"."""
_WORD = re.compile(r"[\w'’-]+")


def written_out(text: str, name: str, called: str) -> str:
    """The note with its left-out subjects put back as `name`. `called`: a pattern of all that the person is called.

    Only for a note that is about that person alone: what is done in it, by a verb in its third person, they do."""
    text = in_whole_words(text)
    bare = re.sub(rf"(?<!\w)({called})(?: [A-Z]\.)+(?=[ ,])", r"\1", text)
    bare = re.sub(rf"(?<!\w)({called}) \([^()]{{2,40}}\)(?: {called})?(?=[ ,])", r"\1", bare)
    return "\n".join(_line_written_out(line, name, called) for line in bare.split("\n"))


def in_whole_words(text: str) -> str:
    """The text with "w/", "bc", "abt" and the like written out."""
    for short, whole in _SHORT_FOR:
        text = short.sub(whole, text)
    return text


_SHOUTED = re.compile(r"(?<![\w.&-])[A-Z]{2,}(?:['’]T)?(?![\w.&-])")
_LOUD = frozenset(
    """inside outside before after never always really very only all both back first last now then still again more less
    must need love loves hate hates huge big whole everything nothing nobody everybody not no don't won't can't cannot
    any every each too so own same other we he she they you""".split()
)


_SIGHS = re.compile(
    r",? (?:god )?(?:bless|love) (?:her|him|them)(?: heart)?(?=[.,!;]|$)|"
    r",? poor (?:thing|soul|man|woman|lad|girl|love)(?=[.,!;]|$)"
)
"""`sent me her notes bless her`: how the writer looked at it."""


def calmed(fact: str) -> str:
    """`NO hammer`, `water runs down INSIDE`: without the capitals by which a note shouts, and without its sighs;
    acronyms keep theirs."""
    fact = _SIGHS.sub("", fact)
    return _SHOUTED.sub(
        lambda found: found[0].lower() if found[0].replace("’", "'").lower() in _LOUD else found[0], fact
    )


_MOSTLY = 0.8
_LEAST_SHOUTED = 3
"""Words of a text in capitals from which it is the key that stuck, and no name of a house."""


def quieter(text: str) -> str:
    """`LEND US THEIR PITCH THURSDAYS IN NOV` as one would write it, where the capital key was stuck."""
    letters = [sign for sign in text if sign.isalpha()]
    if len(text.split()) < _LEAST_SHOUTED or sum(sign.isupper() for sign in letters) < _MOSTLY * len(letters):
        return text
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", _as_written, text)


def _as_written(found: re.Match[str]) -> str:
    low = found[0].lower()
    named = low in CALENDAR or low.rstrip("s") in CALENDAR or not known(low)
    return low.capitalize() if named and low not in FUNCTION and len(low) > 1 and found[0].isupper() else low


def hearsay_named(text: str, called: str) -> str:
    """ "Elif works in Ada's group. She says that Ada keeps her Thursdays open.": the second sentence with who says it.

    Only where one other person opens the sentence before and the person is told of; what is "hers" behind it is Ada's.
    """
    named = re.compile(rf"(?<!\w){called}(?!\w)")
    found: list[str] = []
    for part in sentences(text):
        other = another_subject(found[-1], named) if found else ""
        spoken = re.match(rf"(?:She|He) (?P<says>(?:says|said|told me|mentioned) (?:that )?{called}) ", part)
        if other and spoken:
            rest = re.sub(r"\b(?:her|his)\b(?= \w)", f"{spoken['says'].split()[-1]}'s", part[spoken.end() :])
            found.append(f"{other} {spoken['says']} {rest}")
        else:
            found.append(part)
    return " ".join(found) if "\n" not in text else text


def _line_written_out(line: str, name: str, called: str) -> str:
    named = re.compile(rf"(?<!\w){called}(?!\w)")
    known: bool | None = False
    another = False
    found: list[str] = []
    for part in sentences(line):
        whole = _tidied(part, name, called)
        if not another and _HEADED.match(whole):
            whole = f"{name}'s {whole[:1].lower()}{whole[1:]}"
        if another_subject(whole, named):
            known, another = False, True
        elif named.search(whole) or re.match(r"(?:She|He)\b", whole):
            known, another = True, False
        elif not another and not whole.endswith("?"):
            whole = _with_subject(whole, name, known=known)
        known = None if re.match(r"(?:I|We)\b", whole) else known
        found.append(whole)
    return " ".join(found)


def _tidied(part: str, name: str, called: str) -> str:
    """Without a title before the name, what stands beside it between commas, or a head before what was felt."""
    part = re.sub(rf"\b{TITLE}(?={called}(?!\w))", "", part)
    aside = re.match(rf"(?P<who>{called}){_ASIDE} (?P<verb>[a-z]+)\b", part)
    if aside and third_person(aside["verb"]):
        part = f"{aside['who']} {part[aside.start('verb') :]}"
    part = re.sub(r", (?:I )?told (?:her|him|them)\b[^.!?]*", "", part)
    part = re.sub(r",? [-–—] I (?:said|told|answered|thought)\b[^.!?]*", "", _ASIDE_LAST.sub("", part))
    head = _OF_THE_TALK.match(part)
    if head and head["verb"] in _OF_THE_WRITER:
        part = f"{part[head.end() :][:1].upper()}{part[head.end() + 1 :]}"
    if quoted := _QUOTED.match(part):
        return f"{name} said: “{quoted['words'].rstrip('.')}”."
    said = re.match(_SAID_LAST % called, part)
    if said and not re.match(r"(?:She|He|I|We)\b", part):
        return f"{name} {said['verb'].replace('says', 'said')} that {sentence_within(said['what'])}."
    return part


_NO_NAME = re.compile(
    r"(?:[A-Za-z]+n['’]t|with|and|from|of|for|to|at|by|that|if|when|while|because|since|than|but|or|as|so|this|these|those|there|here|then|"
    r"who|what|which|where|how|why|everybody|everyone|nobody|somebody|someone|people|they|we|it|i|you)\b",
    re.IGNORECASE,
)
"""Words with a capital at the head of a sentence that name nobody, though no list of forms has them."""


def another_subject(part: str, named: re.Pattern[str]) -> str:
    """Somebody else who opens the sentence: "Elif works …", "Oskar: audiologist", "Our teacher Gaspard says"; "" for
    none. `named`: a pattern of all that the person whom the note is about is called."""
    if (titled := re.search(rf"\b{TITLE}(?P<who>[A-Z][\w'’-]+)", part)) and not named.search(part):
        return titled["who"]
    found = re.match(r"(?:(?:Our|My) \w+ )?(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)(?::|,? (?P<next>[a-z]+)\b)", part)
    if (
        not found
        or _NO_NAME.match(part)
        or named.match(part)
        or named.search(found["who"])
        or forms(found["who"].split()[0].lower())
    ):
        return ""
    following = found["next"] or ""
    acts = not following or third_person(following) or past_form(following) or following in _AUXILIARIES
    return found["who"] if acts or following in ("from", "of", "who", "at", "himself", "herself") else ""


def _with_subject(part: str, name: str, *, known: bool | None) -> str:
    """A sentence that begins with its verb, with whoever does it. `known`: the person was spoken of right before, so
    that what is over is theirs as well; None: the writer was."""
    words = _WORD.findall(part)
    at = next((place for place, word in enumerate(words) if word.lower() not in _ADVERBS), len(words))
    if at >= len(words) - 1:
        return part
    low = [word.lower() for word in words]
    verb, following = low[at], low[at + 1]
    small = f"{part[:1].lower()}{part[1:]}"
    ours = bool(re.search(r"\b(?:we|I|me|us|my|our)\b", part))
    if at == 0 and not ours and _the_writers(verb, part):
        return f"I {small}"
    is_noun = bool(set(low[at + 1 : at + 3]) & _AUXILIARIES) and following not in ("has", "had")
    acts = third_person(verb) and not is_noun and not _a_verb_alone(following)
    if (
        (acts and not _capital_within(words, at))
        or (at == 0 and verb in _STATES)
        or (verb in ("said", "used") and at == 0)
    ):
        return part if _told_to_them(verb, part) else f"{name} {small}"
    if verb in _BUSY and at == 0:
        return f"{name} is {small}"
    if at == 0 and past_form(verb) and following in ("our", "my"):
        return f"{name} {small}"
    about_them = known or not re.search(r"\b(?:her|him|his|she|he|them)\b", part)
    theirs = past_form(verb) and verb not in CONTACT_VERBS | _TOLD_BY_THE_WRITER and _takes_an_object(following)
    return f"{name} {small}" if theirs and about_them and known is not None and not ours else part


_STATES = frozenset(
    "is has was isn't isn’t hasn't hasn’t wasn't wasn’t doesn't doesn’t won't won’t can't can’t".split()
)
"""What opens a note about somebody else: "Doesn't do phones", "Has two boys"."""


def _the_writers(verb: str, part: str) -> bool:
    """What only the writer can have felt, or done with something of the other's: "Tried her rye loaf"."""
    tried = verb in ("tried", "tasted", "played", "read", "watched", "bought")
    return verb in _OF_THE_WRITER or (tried and bool(re.search(r"\b(?:her|his)\b", part)))


def _told_to_them(verb: str, part: str) -> bool:
    """ "Said to her that we could": the writer's own words."""
    return verb == "said" and bool(re.match(r"[Ss]aid (?:to )?(?:her|him|them|I|we|it to)\b", part))


def _a_verb_alone(word: str) -> bool:
    """Whether a word can only be a verb: what stands before it is its subject ("Kids built a yurt")."""
    found = forms(word)
    return "VERB" in found and not {"NOUN", "ADJ", "ADV"} & found.keys() and not word.endswith("ing")


def _capital_within(words: list[str], at: int) -> bool:
    """A verb with a capital in mid-sentence is a name."""
    return at > 0 and words[at][:1].isupper()


_OBJECTS = frozenset(
    """a an the his her their its two three four five six seven eight nine ten eleven twelve some all every each only
    most half nearly almost""".split()
)


def _takes_an_object(following: str) -> bool:
    """What follows a verb in its past form, and not a participle before its noun ("Retired nurse")."""
    return following in _OBJECTS or following[:1].isdigit()
