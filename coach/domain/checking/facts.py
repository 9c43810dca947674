"""The evidence as facts: each fragment of it with its source, and the promises that it records."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from coach.domain.checking.clauses import AUXILIARIES, Fragment, Voice
from coach.domain.checking.english import forms, key, keys_of, known, third_person
from coach.domain.checking.fragments import fragments
from coach.domain.checking.initials import learn_greetings, spell_out
from coach.domain.checking.introduced import called_kin
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import FUNCTION, TITLES, split_words
from coach.domain.checking.meanings import THIRD_PERSON
from coach.domain.checking.names import Name, names
from coach.domain.checking.people import RELATIONS, USER, People, is_person, quoted_nicknames
from coach.domain.checking.sources import Briefing, Sentence, Source, as_day, content_keys
from coach.domain.checking.telegraphic import CONTACT_VERBS, task_of
from coach.domain.checking.tokens import fold, tokenize
from coach.domain.checking.weighing import telling

GIVING = split_words("send share forward pass email mail give bring lend introduce connect show post write call "
    "visit pay let get put offer "
                     "promise owe agree want need ask receive have hear see say tell wait remind take check do "
                     "come try connect")  # fmt: skip
_COMMITMENT = re.compile(
    r"^\s*(?P<mine>i owe)?\s*(?P<who>.+?)(?P<theirs>\s+owes?\s+me)?\s*:\s*(?P<what>.+?)\s*"
    r"(?:\(by (?P<due>[\d-]+)\))?\s*$",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One fragment of the evidence, with its sentence for quoting."""

    fragment: Fragment
    sentence: Sentence

    @property
    def label(self) -> str:
        return self.sentence.source.label

    @property
    def programme(self) -> bool:
        """Words of a programme: titles and abstracts, which tell of a subject and not of what people do."""
        return self.sentence.source.kind in ("session", "event")

    @property
    def quote(self) -> str:
        tokens = self.fragment.tokens
        return self.sentence.source.text[tokens[self.fragment.first].start : tokens[self.fragment.last].end].strip(
            " ,;:—–-"
        )


@dataclass(frozen=True, slots=True)
class Promise:
    """Somebody's word given: by whom, about what; `quote` is where it stands, `around` are the words just before."""

    by: str
    to: str
    keys: frozenset[str]
    label: str
    quote: str
    due: date | None = None
    around: frozenset[str] = frozenset()


@dataclass(slots=True)
class Facts:
    """All that the evidence says, indexed by word key and, by identity, by sentence and piece of evidence.

    `readable`: evidence and draft are in one language, so that a word's absence from the evidence means something.
    `houses`: where the reader works, as far as the notes speak of it as of somebody who acts.
    """

    people: People
    reader: str = ""
    facts: list[Fact] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    by_key: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    by_place: dict[int, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    heading_keys: dict[str, list[Source]] = field(default_factory=lambda: defaultdict(list))
    brief_keys: frozenset[str] = frozenset()
    event_keys: frozenset[str] = frozenset()
    sources: list[Source] = field(default_factory=list)
    readable: bool = True
    houses: frozenset[str] = frozenset()

    @property
    def name_keys(self) -> frozenset[str]:
        """The keys of all words that people are called by."""
        return frozenset(key(word) for name in self.people.names for word in name)

    def add(self, fact: Fact) -> None:
        self.facts.append(fact)
        self.by_place[id(fact.sentence)].append(fact)
        self.by_place[id(fact.sentence.source)].append(fact)
        for word_key in fact.fragment.keys:
            self.by_key[word_key].append(fact)

    def within(self, place: Sentence | Source) -> Sequence[Fact]:
        """The facts of one sentence, or of one piece of evidence, in order."""
        return self.by_place.get(id(place), ())

    def people_in(self, source: Source) -> frozenset[str]:
        """All of whom a piece of evidence speaks, by identity."""
        return frozenset(who for one in self.within(source) for who in one.fragment.owners | one.fragment.persons)

    def next_clause(self, fact: Fact) -> Sequence[Fact]:
        """The one clause behind it in its sentence; none behind the last."""
        here = self.within(fact.sentence)
        at = here.index(fact) + 1
        return here[at : at + 1]

    def knows(self, word_key: str) -> bool:
        return word_key in self.by_key or word_key in self.heading_keys or word_key in self.brief_keys


def gather(sources: Sequence[Source], briefing: Briefing, brief: Source, language: str) -> Facts:
    """Read all sources into facts and promises."""
    called = _first_names(sources, briefing)
    for source in sources:
        source.called = called
    people = _register(sources, briefing)
    called |= {name[0] for name in people.names}
    for source in sources:
        source.called = called
        _raise_names(source, people)
        spell_out(source, people)
    reader = people.resolve(_words(briefing.person)) if briefing.person else ""
    event = content_keys(tokenize(briefing.event))
    facts = Facts(people, reader, brief_keys=brief.keys, event_keys=event, sources=list(sources))
    for source in sources:
        for word_key in content_keys(tokenize(source.heading)):
            facts.heading_keys[word_key].append(source)
        for implied in _IMPLIED.get(source.kind, ()):
            facts.heading_keys[key(implied)].append(source)
        if source.kind == "commitment" and (promise := _commitment(source, facts)):
            facts.promises.append(promise)
        else:
            _read_source(source, facts, briefing, language)
    facts.houses = _houses(facts)
    return facts


def _houses(facts: Facts) -> frozenset[str]:
    """`Kornblume is hiring`, where Lukas leads a team at Kornblume: his house, and no third person."""
    found: set[str] = set()
    profiles = [
        source for source in facts.sources if source.kind == "person" and facts.reader.split()[:1] == source.lows[:1]
    ]
    for who in facts.people.identities if facts.reader else ():
        named = any(set(who.split()) <= set(source.lows) for source in profiles)
        kin = any(who in fact.fragment.owners and RELATIONS & set(fact.fragment.words) for fact in facts.facts)
        if named and not kin:
            found.add(who)
    for fact in facts.facts:
        if facts.reader not in fact.fragment.owners:
            continue
        tokens = fact.fragment.tokens
        for position in range(fact.fragment.first + 1, fact.fragment.last + 1):
            if tokens[position].capital and tokens[position - 1].low in ("at", "for", "joined", "founded", "@"):
                found.add(facts.people.resolve((tokens[position].low,)))
    return frozenset(found) - {"", USER, facts.reader}


_IMPLIED = {
    "session": ("talk", "title", "abstract", "speaker", "programme"),
    "event": ("event", "programme"),
    "person": ("profile", "biography"),
    "story": ("story",),
    "message": ("message", "letter"),
}


def _raise_names(source: Source, people: People) -> None:
    """`gebhard wants to spray`: a name known from elsewhere is one in small letters, too."""
    called = {word for name in people.names for word in name if len(word) >= _NAME_ALONE and not known(word)}
    called |= {name[0] for name in people.names if len(name[0]) >= _SHORT_NAME and not known(name[0])}
    for sentence in source.sentences if source.kind == "note" else ():
        sentence.tokens[:] = [
            replace(token, text=token.text.capitalize()) if token.low in called and token.text.islower() else token
            for token in sentence.tokens
        ]


_NAME_ALONE, _SHORT_NAME = 5, 3
_HEADED_IN_HASTE = re.compile(r"\s*(?P<name>[^\W\d_A-Z][\w'’-]{2,} [^\W\d_A-Z][\w'’-]{2,})\s*(?:\(|:(?!\d)| [-–] )")


def _in_small_letters(source: Source) -> list[str]:
    """`koji tanabe (Hoshi Labs) lidar modules`: whom a hasty note is about, by words that no dictionary knows; and
    whom it names behind a word for kin, `her colleague dele`."""
    if source.kind != "note":
        return []
    found = _HEADED_IN_HASTE.match(source.text) if not source.author else None
    words = found["name"].split() if found else []
    strange = words and not any(known(fold(word)) or fold(word) in FUNCTION or is_place(fold(word)) for word in words)
    heads = strange and found and found["name"] == found["name"].casefold()
    kin = [name for sentence in source.sentences for name in called_kin(sentence.tokens)]
    return [" ".join(words), *kin] if heads else kin


def _first_names(sources: Sequence[Source], briefing: Briefing) -> frozenset[str]:
    """First names of those who have a profile, wrote a message, or whom the brief names."""
    given = [briefing.person, *(name for source in sources for name in (*source.names, source.author))]
    given += [source.text for source in sources if source.kind == "person"]
    return frozenset(words[0] for name in given if (words := _words(name[:_NAME_LENGTH])) and words[0] not in FUNCTION)


_NAME_LENGTH = 60


def _words(name: str) -> tuple[str, ...]:
    return tuple(token.low for token in tokenize(name) if token.kind == "word")


def _register(sources: Sequence[Source], briefing: Briefing) -> People:
    people = People(writer=_words(briefing.user))
    given = [briefing.person]
    for source in sources:
        given += [*source.names, source.author if fold(source.author) not in ("user", "me", "i") else ""]
        given += [_promiser(source)] if source.kind == "commitment" else []
        given += [source.title or _leading_name(source)] if source.kind == "person" and not source.names else []
    for full_name in given:
        if full_name.strip():
            people.add(full_name)
    for source in sources:
        for strange in _in_small_letters(source):
            people.add(strange)
    _learn_nicknames(sources, people)
    learn_greetings(sources, people)
    for source in sources:
        for sentence in source.sentences:
            for name in sentence_names(sentence):
                if (
                    name.kind == "name"
                    and not (len(name.words) > 1 and name.words[-1] in people.writer[:1])
                    and is_person(sentence.tokens, name, people)
                    and _may_be_met(source, sentence, name)
                ):
                    people.add(tuple(word for word in name.words))
    return people


def _promiser(source: Source) -> str:
    """The other side of a promise on record."""
    match = _COMMITMENT.match(source.text)
    full = match is not None and len(match["who"].split()) > 1 and (match["mine"] or match["theirs"])
    return match["who"] if match and full else ""


def _leading_name(source: Source) -> str:
    """Whom a profile without a title is of: the capital words before its first dash or comma."""
    found = _LEADING_NAME.match(source.text)
    words = found["name"].split() if found else []
    return " ".join(words) if len(words) > 1 and all(word[0].isupper() for word in words) else ""


_LEADING_NAME = re.compile(r"\s*(?P<name>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){1,3}?)\s*(?: [-–—]|[,:(]|\.\s)")


def _learn_nicknames(sources: Sequence[Source], people: People) -> None:
    """`Katarzyna ("Kasia") Zielińska`, `Kasia (Katarzyna) Zielińska`: the unknown one stands for the other."""
    known = {word for name in people.names for word in name}
    for source in sources:
        for one, other in ((fold(first), fold(second)) for first, second in quoted_nicknames(source.text)):
            short, full = (one, other) if other in known and one not in known else (other, one)
            if full in known or full in people.writer:
                people.aliases[short] = full


def _may_be_met(source: Source, sentence: Sentence, name: Name) -> bool:
    """A profile tells of one person: another name in it is a house, unless kin or a title stands before it."""
    if source.kind != "person":
        return True
    before = [token.low.rstrip(".") for token in sentence.tokens[max(0, name.first - 2) : name.first]]
    return bool((RELATIONS | TITLES) & set(before)) and "," not in before


def sentence_names(sentence: Sentence) -> list[Name]:
    """The names of a sentence of the evidence; whoever is known by name may open one: `Grace never did`."""
    return names(sentence.tokens, _opening_name(sentence), sentence.source.language)


def _opening_name(sentence: Sentence) -> frozenset[str]:
    """The first word of a sentence, where it is somebody's first name and acts, or bears an initial."""
    if len(sentence.tokens) < len(("Grace", "runs")) or not sentence.tokens[0].capital:
        return frozenset()
    first, after = sentence.tokens[:2]
    initial = after.capital and len(after.text) == 1 and after.text != "I"
    acts = third_person(after.low) or after.low in AUXILIARIES or after.low in ("never", "also", "always", "'s")
    acts = acts or ("VERB" in forms(after.low) and forms(after.low)["VERB"][0] != after.low)
    return frozenset((first.low,)) if first.low in sentence.source.called and (initial or acts) else frozenset()


def _commitment(source: Source, facts: Facts) -> Promise | None:
    """`I owe Ann: send the slides (by 2024-07-20)` or `Ann owes me: …`."""
    match = _COMMITMENT.match(source.text)
    if not match or not (match["mine"] or match["theirs"]):
        return None
    other = facts.people.add(match["who"])
    mine = bool(match["mine"])
    keys = content_keys(tokenize(match["what"]))
    for fact_key in keys:
        facts.heading_keys[fact_key].append(source)
    return Promise(
        USER if mine else other, other if mine else USER, keys, source.label, match["what"], as_day(match["due"])
    )


def _voice(source: Source, facts: Facts, briefing: Briefing) -> Voice:
    """Who `I`, `you` and an unnamed `she` are in this source."""
    people = facts.people
    author = people.resolve(_words(source.author)) if fold(source.author) not in ("", "user", "me", "i") else USER
    about = [identity for name in source.names if (identity := people.resolve(_words(name))) not in ("", USER)]
    if source.kind == "person" and not about and source.title:
        about = [people.resolve(_words(source.title))]
    if source.kind in ("person", "session") and not about:
        named = _named_in(source, facts)
        about = [facts.reader] if facts.reader in named and source.kind == "session" else named
    if source.kind in ("person", "session", "event") and author == USER:
        return Voice(people, me=about[0] if about else facts.reader, you="", topic=about[0] if about else facts.reader)
    if author not in (USER, ""):
        return Voice(people, me=author, you=USER, topic="")
    if source.kind == "goal":
        return Voice(people, me=USER, you="", topic=USER, recent=[facts.reader])
    first = _first_person(source, facts)
    if (_ABOUT_ME.match(source.text) or _of_own_doing(source)) and not about and not first:
        return Voice(people, me=USER, you="", topic=USER, recent=[facts.reader])
    topic = about[0] if about else first or (facts.reader if source.kind == "note" else "")
    return Voice(people, me=USER, you="", topic=topic, recent=[facts.reader], about=topic)


_ABOUT_ME = re.compile(r"\W*(?:me|myself)\s*[=:–—-](?!>)", re.IGNORECASE)
"""`me = landscape architect, own office. writing a handbook`: a note on the writer, whose sentences have no subject."""


def _of_own_doing(source: Source) -> bool:
    """`replaced the filter on my board … pushed to branch x`: a note that opens with what the writer did."""
    opening = source.sentences[0] if source.sentences else None
    if opening is None or not {"my", "i", "our"} & opening.lows or len(opening.tokens) < _SOME:
        return False
    head = opening.tokens[0].low
    verb = forms(head).get("VERB", ())
    return bool(verb) and verb[0] != head and not head.endswith(("s", "ing")) and head not in CONTACT_VERBS


_SOME = 3


def _first_person(source: Source, facts: Facts) -> str:
    """Whom a note is about to begin with; `her uncle Gebhard planted …` begins with her, not with him."""
    opening = source.sentences[0] if source.sentences else None
    if opening is None:
        return ""
    known = [(name, facts.people.resolve(name.words)) for name in sentence_names(opening)]
    first = next((name.first for name, who in known if who not in ("", USER)), len(opening.tokens))
    pronouns = {THIRD_PERSON.get(token.low.split("'")[0], "they") for token in opening.tokens[:first]}
    if pronouns & {"she", "he"}:
        return facts.reader
    return next((who for _, who in known if who not in ("", USER)), "")


def _named_in(source: Source, facts: Facts, sentences: Sequence[Sentence] | None = None) -> list[str]:
    """The known persons that the source names, in order, the writer left out."""
    found = [
        facts.people.resolve(name.words) for part in sentences or source.sentences for name in sentence_names(part)
    ]
    return [identity for identity in found if identity not in ("", USER)]


def _read_source(source: Source, facts: Facts, briefing: Briefing, language: str) -> None:
    voice = _voice(source, facts, briefing)
    previous: list[Fragment] = []
    before: list[Fragment] = []
    for sentence in source.sentences:
        found = fragments(
            sentence.tokens, sentence_names(sentence), voice, sentence.text.rstrip().endswith("?"), language
        )
        for fragment in found:
            fragment.keys |= _spelled(fragment) | _of_verdict(fragment, found, before)
            _take_up(fragment, found, before)
            if fragment is found[0] and before and not fragment.pointed and _POINTS_BACK.search(fragment.plain):
                fragment.pointed = before[-1].keys - before[-1].verbs
            if not fragment.first and before and _AFTER_ALL.search(fragment.plain) and _was_said(before):
                before[-1].negated = False
            facts.add(Fact(fragment, sentence))
        if source.kind not in ("session", "event", "person", "story"):
            facts.promises += _promises(found, previous, sentence, voice)
        chained = any({"it", "one", "them"} & set(fragment.words) for fragment in found)
        previous = [*previous, *found] if chained else found
        before = found


def _take_up(fragment: Fragment, found: Sequence[Fragment], before: Sequence[Fragment]) -> None:
    """`she's never fainted; Almaz has`, `now convinced. Her mother still isn't.`: what is left out was said before."""
    if fragment.verbs or not fragment.owners or not _LEFT_UNSAID.search(fragment.plain):
        return
    at = next(place for place, part in enumerate(found) if part is fragment)
    said = next((part for part in reversed([*before, *found[:at]]) if telling(part.keys)), None)
    if said is None or said.owners == fragment.owners:
        return
    theirs = frozenset(key(word) for who in said.owners | said.persons for word in who.split())
    fragment.keys |= said.keys - theirs
    fragment.verbs |= said.verbs


_POINTS_BACK = re.compile(r"^\w+ (?:\w+ ){0,3}?(?:it|them)\b")
"""`Meena gave us the fig. My wife killed it`: the thing is named in the sentence before."""
_LEFT_UNSAID = re.compile(
    r"^(?:(?:and|but|only) )?(?:(?:my|her|his|the|their) )?\w+(?: \w+)? (?:still |also |never |always )?"
    r"(?:has|have|had|is|are|was|were|does|do|did|will|would|can|isn't|aren't|wasn't|weren't|hasn't|haven't|doesn't|"
    r"don't|didn't|won't|can't)(?: not)?(?: too| either| still| yet)?\W*$"
)
_VERDICT = re.compile(
    r"^(?:not |un)?(?:agreed|approved|decided|accepted|declined|refused|rejected|deferred|postponed|"
    r"cancelled|dropped|carried|"
    r"needed|said no|turned (?:it )?down|put off|on hold)\b(?! (?:what|which|who|where|how|whether|if)\b)|^no\W*$"
)


_AFTER_ALL = re.compile(r"^(?:but )?(?:they|it|she|he|people) (?:do|does|did|have|has|are|is|was|were|can)\W*$")
"""`… said nobody would stop. They do.`: the denial before it is taken back."""


def _was_said(parts: Sequence[Fragment]) -> bool:
    words = {word for part in parts for word in part.words}
    return bool(words & {"said", "thought", "told", "claimed", "feared", "sure", "convinced", "swore", "expected"})


def _of_verdict(fragment: Fragment, found: Sequence[Fragment], before: Sequence[Fragment]) -> frozenset[str]:
    """`Fence. Deferred to July.`, `Two hives? Not agreed.`: a bare verdict is on what was said just before."""
    if fragment is not found[0] or not _VERDICT.search(fragment.plain) or len(telling(fragment.keys)) > 3:
        return frozenset()
    return frozenset(word for part in before for word in part.keys)


def _spelled(fragment: Fragment) -> frozenset[str]:
    """Pronouns that stand for a person add that person's name words, so that `with him` meets `with Marek`."""
    return frozenset(
        key(word)
        for identity in fragment.persons
        if identity != USER
        for word in identity.split()
        if word not in FUNCTION
    )


_COMMISSIVE = re.compile(
    r"\b(?:i'll|we'll|i will|we will|she'll|he'll|they'll|she will|he will|they will|will|would|'d|promise[sd]?|"
    r"offer(?:s|ed)?|agree[sd]? to|"
    r"owe[sd]?|said yes|can send|must|have to|has to|need to|needs to|i'm to|am to|is to|down to|"
    r"it's on me|my job|"
    r"(?:i'm|i am) on it|can use|happy to|glad to|i "
    r"can|invited|gives?|brings?|count me in)\b"
)
_WELCOMING = re.compile(r"\b(?:(?:i|we) c(?:an|ould)|(?:you are|you're) (?:\w+ )?welcome)\b")
"""What the author of a message offers: `we could play for you`, `you are welcome for a week`."""
_LEAVE_TO = re.compile(
    r"^(?:you|your [\w-]+(?: \w+)?) (?:may|can) (?:\w+ )?(?:come|stay|use|borrow|keep|visit|have|bring|join|"
    r"sleep|live|work)\b"
)
"""`your apprentice may come in October`: leave given by whoever writes."""
_GIVEN_WORD = re.compile(r"\b(?:offer|promis|agree|volunteer)\w*\b|'ll\b|\bwill\b")
_RECEIVES = re.compile(r"\b(?:she|he|they)(?:'d|'ll| will| would) (?:have|get|receive|hear)\b")
_REQUEST = re.compile(
    r"\b(?:asked (?:me|us) (?:to|for)|could you|can you|please|send me|wants? (?:our|my|the|me to)|wanted "
    r"(?:our|my|the)|(?:i would|i'd) (?:like|love) (?:to (?:have|get|see|read) )?your)\b"
)


_GET_IN_TOUCH = re.compile(r"\b(?:call|ring|phone|text|come|visit|meet|write) (?!(?:it|them|this|that)\b)")
"""`please call in the morning`: whole in itself, and nothing of what was said before."""
_SO_THAT = re.compile(r"^so (?:that )?(?:i|we|she|he|they) (?:can|could|may|might)\b")
"""`send me your poster | so I can put it up`: what for, and no promise."""
WOULD_LIKE = re.compile(r"\b(?:would|'d) (?:\w+ )?(?:like|love|need|prefer|rather)\b")
"""`Håkon would like your drawings`: a wish, and nobody's promise."""
_ORDERED = re.compile(
    r"\b(?:says?|said|tells? (?:me|us)|told (?:me|us)) (?:that )?(?:i should |we should |to |please )?"
    r"(?:bring|send|give|take|wear|call|ring|write|come|pack|post|email)\b(?! back)"
)
"""`Hana says bring boots`: asked of the writer."""
_TASKED = re.compile(r"^(?:action )?(?:\w+ ){1,2}to (?!be |the |a |an |\w+ing )\w+")


def _committed(plain: str) -> bool:
    return _COMMISSIVE.search(WOULD_LIKE.sub("", plain)) is not None


def _tasked(fragment: Fragment, people: People) -> frozenset[str]:
    """Minutes: `Pryke to write to the council`, `rota to be drawn up by OA`: who has taken it on."""
    words = fragment.words
    if {"to", "be", "by"} <= set(words):
        named = people.initials(words[len(words) - words[::-1].index("by") :])
        return frozenset((named,)) - {""}
    if _TASKED.search(fragment.plain) and "to" in words[1:4]:
        doer = words[: words.index("to", 1)]
        return frozenset((people.initials(doer),)) - {""}
    return frozenset()


def _shares_out(fragment: Fragment, sentence: Sentence) -> bool:
    """`We agreed: I draft the method part, Ann does the results`: work shared out in the present tense."""
    arranged = _ARRANGED.search(sentence.source.text) and _TASK.search(fragment.plain)
    return bool(arranged) and fragment.explicit and len(fragment.owners) == 1


_ARRANGED = re.compile(r"\b(?:agreed|we split|split the work|shared out)\b")
_TASK = re.compile(
    r"^(?:and )?\w+ (?:do|does|draft|drafts|write|writes|take|takes|prepare|prepares|handle|handles|cover|covers)\b"
)


def _promises(  # noqa: C901
    found: Sequence[Fragment], previous: Sequence[Fragment], sentence: Sentence, voice: Voice
) -> list[Promise]:
    """Promises and requests in one sentence of a note or a message."""
    promises: list[Promise] = []
    other = voice.you if voice.me != USER else voice.topic
    by_letter = voice.me != USER
    for number, fragment in enumerate(found):
        plain = fragment.plain
        following = [
            part for part in found[number + 1 : number + 2] if not part.explicit or part.owners == fragment.owners
        ]
        rest = frozenset(word_key for part in (fragment, *following) for word_key in part.keys)
        if "it" in fragment.words or not (telling(rest - keys_of(GIVING)) or _GET_IN_TOUCH.search(plain)):
            before = found[:number] or previous
            rest |= frozenset(word_key for part in before for word_key in part.keys)
        quote = Fact(fragment, sentence).quote
        if _ORDERED.search(plain):
            promises.append(Promise(USER, "", rest, sentence.source.label, quote))
        elif _REQUEST.search(plain) and not _GIVEN_WORD.search(plain):
            asker = fragment.explicit and fragment.owners == {other}  # `Ann wants the drawings`: she will not give them
            mine = voice.me != USER or asker or {"me", "us", "our"} & set(fragment.words)
            by = USER if mine else other
            promises.append(Promise(by, "", rest, sentence.source.label, quote))
        elif sentence.source.kind == "goal" and fragment.words[0] == "ask":
            continue
        elif by_letter and _LEAVE_TO.search(plain) and not fragment.negated:
            promises.append(Promise(voice.me, "", rest | keys_of(frozenset(("take",))), sentence.source.label, quote))
        elif (by := task_of(fragment, voice)) and not fragment.negated:
            promises.append(Promise(by, "", rest, sentence.source.label, quote))
        elif tasked := _tasked(fragment, voice.people):
            promises += [Promise(by, "", rest, sentence.source.label, quote) for by in sorted(tasked)]
        elif (
            _committed(plain) or _shares_out(fragment, sentence) or (by_letter and _WELCOMING.search(plain))
        ) and not (fragment.negated or _SO_THAT.search(plain)):
            assured = number and _RECEIVES.search(plain) and found[number - 1].owners == {USER}
            owners = {USER} if assured else fragment.owners
            owners = {voice.me} if by_letter and owners == {USER} and "you" in fragment.words[:1] else owners
            if not owners and fragment.plain.startswith(("happy to", "glad to", "can ", "will ", "delighted to")):
                owners = {voice.me if voice.me != USER else other} - {""}
            around = frozenset(word_key for part in previous for word_key in part.keys)
            promises += [Promise(by, "", rest, sentence.source.label, quote, None, around) for by in sorted(owners)]
    return promises


def object_keys(keys: Iterable[str]) -> frozenset[str]:
    """What a promise is about: its words without those of giving and telling."""
    return frozenset(keys) - keys_of(GIVING)
