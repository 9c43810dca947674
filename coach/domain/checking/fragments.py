"""Sentences cut into fragments: who does it, to what words, affirmed or denied, as a fact, a wish or a question.

A fragment is about a clause. English is read with the help of its function words; in other languages the cuts fall at
punctuation only and the doer stays unknown, so that fewer errors are found and few false ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.domain.checking.english import forms, key
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, GREETINGS, split_words
from coach.domain.checking.names import Name
from coach.domain.checking.people import RELATIONS, USER, People, is_person
from coach.domain.checking.tokens import Token

NEGATIONS = split_words(
    "not no never none nobody nothing neither nor without cannot hardly barely nicht kein keine keinen keiner "
    "nie niemals "
    "pas jamais aucun aucune sans nunca ningun ninguna sin jamas"
)
_LEXICAL_NEGATIONS = split_words(
    "skip skips skipped skipping miss missed misses missing lack lacks lacked avoid avoids avoided avoiding "
    "refuse refuses refused "
    "doubt doubts doubted distrust distrusts distrusted unable fail fails failed stopped quit gave-up "
    "impossible turned-down "
    "instead distrusting doubting refusing lacking"
)
_NOT_REALLY = (
    "can't wait", "cannot wait", "no hurry", "no rush", "no pressure", "no worries", "no problem", "no doubt",
    "not only",
    "couldn't agree", "can't thank", "don't worry", "don't hesitate", "not sure", "never forget", "don't forget",
    "why not",
    "can't stop", "can't help", "couldn't help", "no need", "if not", "whether or not", "not long ago",
    "no wonder", "can't believe",
    "no small", "no mean", "no surprise", "nothing short", "cannot believe", "don't know if", "don't know whether",
    "not to mention", "nothing but", "hard to believe", "can't get", "cannot get",
)  # fmt: skip
_AUXILIARIES = split_words(
    "am is are was were be been being have has had do does did will would can could shall should may might must "
    "'m 're 've 'd 'll "
    "isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't can't cannot "
    "couldn't shouldn't mustn't"
)
_SUBJECTS = split_words("i you he she we they it who that's it's i'm i've i'd i'll you're you've you'd you'll "
    "he's he'd he'll she's she'd "
                        "she'll we're we've we'd we'll they're they've they'd they'll there nobody somebody "
                        "everyone")  # fmt: skip
_CONJUNCTIONS = split_words(
    "and but or so because since as when while where which who that if although though whereas until before "
    "after whether than "
    "how why what whom whose plus yet once unless"
)
_STOPS = frozenset(',;:—–()!?"“”')
_POSSESSIVES = {
    "my": "i",
    "our": "we",
    "your": "you",
    "his": "he",
    "her": "she",
    "their": "they",
    "mine": "i",
    "yours": "you",
}
_DETERMINERS = split_words(
    "a an the this that these those my your his her our their its some any every each no another both all"
)
_PREPOSITIONS = split_words(
    "of in on at by for with about from into over under between through against near within during without"
)
_CONTACT_NOUNS = split_words(
    "lunch dinner breakfast coffee chat call walk drinks beer tea visit talk conversation sauna meeting catch-up"
)
CONTACT_VERBS = split_words(
    "met meet talked chatted walked sat spoke had ate shared discussed joined visited saw caught ran bumped "
    "hiked shook exchanged compared "
    "swapped agreed danced sang played travelled traveled cooked toured"
)
_TELLING = split_words("told tell tells telling")


@dataclass(slots=True, eq=False)
class Fragment:
    """A clause, or near it. Token positions inclusive, in the tokens of its sentence.

    `owners`: identities of the doers; empty when unknown. `verbs` are keys of its verbs. `possessed` lists
    (owner, position of the first and last word of the thing owned). `mood` is fact, wish, question or greeting.
    """

    tokens: Sequence[Token]
    first: int
    last: int
    owners: frozenset[str] = frozenset()
    explicit: bool = False
    keys: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    negated: bool = False
    mood: str = "fact"
    possessed: list[tuple[str, int, int]] = field(default_factory=list)
    persons: frozenset[str] = frozenset()
    antecedent: frozenset[str] = frozenset()

    @property
    def words(self) -> list[str]:
        return [token.low for token in self.tokens[self.first : self.last + 1]]

    @property
    def plain(self) -> str:
        return " ".join(self.words)


@dataclass(slots=True)
class Voice:
    """Who speaks, to whom, and who is being spoken of. `topic` moves on while a text is read."""

    people: People
    me: str = USER
    you: str = ""
    topic: str = ""
    draft: bool = False


_BEING = split_words(
    "am is are was were be been being i'm you're we're they're he's she's it's isn't aren't wasn't weren't"
)


def is_verb(tokens: Sequence[Token], position: int) -> bool:
    """A finite verb, participle or gerund that heads a clause, judged by form and by the word before."""
    token = tokens[position]
    if token.low in _AUXILIARIES or token.low.endswith(("n't", "'ve", "'re", "'ll", "'d")) or token.low in _BEING:
        return True
    if token.kind != "word" or "VERB" not in forms(token.low):
        return False
    if token.capital and position and tokens[position - 1].text not in ".!?,":
        return False
    before = tokens[position - 1].low if position else ""
    if before in _DETERMINERS or before in _PREPOSITIONS or before == "'s":
        return token.low.endswith("ing") and before in _PREPOSITIONS
    return _verb_by_neighbours(tokens, position, before)


_VERB_LEADS = _SUBJECTS | split_words("to not never also still always just really now and only")
_GERUND_LEADS = _BEING | _PREPOSITIONS | split_words("and keep start stop also not still")


def _verb_by_neighbours(tokens: Sequence[Token], position: int, before: str) -> bool:
    """For words that may also be nouns or adjectives: `talks`, `lead`, `running`, `open`."""
    low = tokens[position].low
    found = forms(low)
    base = found["VERB"][0]
    if low.endswith("ing") and "NOUN" in found:
        return not position or before in _GERUND_LEADS
    if before in _VERB_LEADS or (before in _AUXILIARIES - _BEING and low == base) or not {"NOUN", "ADJ"} & set(found):
        return True
    if position and set(forms(before)) == {"ADJ"}:
        return False
    if not position:
        after = tokens[1].low if len(tokens) > 1 else ""
        return not (low.endswith("s") and "NOUN" in found and (after in _AUXILIARIES or "VERB" in forms(after)))
    if low != base and low.endswith(("s", "ed")):
        return (low.endswith("ed") and "ADJ" not in found) or _follows_subject(tokens, position)
    return low != base


def _follows_subject(tokens: Sequence[Token], position: int) -> bool:
    if not position:
        return True
    before = tokens[position - 1]
    return (
        before.capital
        or before.low in _SUBJECTS
        or before.text in ",;"
        or before.low in ("who", "which", "that", "and")
    )


def fragments(
    tokens: Sequence[Token], names: Sequence[Name], voice: Voice, question: bool, language: str = "en"
) -> list[Fragment]:
    """The fragments of one sentence, in order. `voice.topic` is moved to the person it speaks of last."""
    cuts = _cuts(tokens, names, language)
    found: list[Fragment] = []
    for first, last in zip([0, *cuts], [cut - 1 for cut in cuts] + [len(tokens) - 1], strict=True):
        if first <= last and any(token.kind != "symbol" for token in tokens[first : last + 1]):
            fragment = Fragment(tokens, first, last)
            _read(fragment, found, names, voice, question, language)
            found.append(fragment)
    return found


def _cuts(tokens: Sequence[Token], names: Sequence[Name], language: str) -> list[int]:
    """Positions where a fragment begins, the first one left out."""
    inside = {position for name in names for position in range(name.first + 1, name.last + 1)}
    cuts: list[int] = []
    for position in range(1, len(tokens)):
        if position in inside:
            continue
        if tokens[position - 1].text in _STOPS or (language == "en" and _new_clause(tokens, position)):
            cuts.append(position)
    return cuts


def _new_clause(tokens: Sequence[Token], position: int) -> bool:
    token, before = tokens[position], tokens[position - 1]
    if token.low in ("but", "and", "yet") and position + 1 < len(tokens) and tokens[position + 1].low in NEGATIONS:
        return True
    if token.low in _CONJUNCTIONS and before.text not in _STOPS:
        if token.low in _HALF_PREPOSITIONS and not _subject_at(tokens, position + 1):
            return False
        return _clause_ahead(tokens, position + 1) and not (
            token.low in ("as", "than") and before.low in ("as", "well", "more")
        )
    nominative = token.low in ("i", "you", "he", "she", "we", "they") or token.low.split("'")[0] in (
        "i",
        "he",
        "she",
        "we",
        "they",
    )
    if nominative and before.low not in _CONJUNCTIONS and before.kind == "word" and position + 1 < len(tokens):
        return before.low not in _AUXILIARIES and _clause_ahead(tokens, position) and before.low not in _PREPOSITIONS
    return False


_HALF_PREPOSITIONS = split_words("after before until since than as once")


def _subject_at(tokens: Sequence[Token], position: int) -> bool:
    """After `before` or `since` only a plain subject opens a clause; `after heavy rain` opens none."""
    if position >= len(tokens):
        return False
    token = tokens[position]
    return token.low.split("'")[0] in _SUBJECTS or token.low in _DETERMINERS or token.capital


def _clause_ahead(tokens: Sequence[Token], position: int) -> bool:
    """A subject and a verb, or a verb at once, within the next few words."""
    for step in range(position, min(position + 5, len(tokens))):
        token = tokens[step]
        if token.text in _STOPS:
            return False
        if is_verb(tokens, step):
            return True
        if token.low in _CONJUNCTIONS and step > position:
            return False
    return False


def _read(
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice, question: bool, language: str
) -> None:
    """Fill in a fragment: words first, then who, then polarity and mood."""
    tokens = fragment.tokens
    span = range(fragment.first, fragment.last + 1)
    words = [
        tokens[p] for p in span if tokens[p].kind == "word" and tokens[p].low not in FUNCTION and len(tokens[p].low) > 1
    ]
    fragment.keys = frozenset(key(part) for token in words for part in _parts(token.low))
    fragment.verbs = frozenset(
        key(tokens[p].low) for p in span if is_verb(tokens, p) and tokens[p].low not in _AUXILIARIES
    )
    fragment.persons = _persons(fragment, names, voice)
    if language == "en":
        fragment.owners, fragment.explicit = _owners(fragment, earlier, names, voice)
        fragment.possessed = _possessed(fragment, names, voice)
        fragment.antecedent = _antecedent(fragment, earlier)
        _inherit(fragment, earlier)
    if (
        language == "en"
        and "not" in fragment.words
        and len(fragment.words) <= 4
        and (excluded := _excluded(fragment, voice))
    ):
        fragment.owners, fragment.explicit = excluded, True
    fragment.negated = is_negated(fragment)
    fragment.mood = mood(fragment, earlier, question)
    _move_topic(fragment, names, voice)


def _excluded(fragment: Fragment, voice: Voice) -> frozenset[str]:
    """`the nurses chose it, not us`: whom the denial is about."""
    return frozenset(
        who
        for word in fragment.words
        if word in ("me", "us", "i", "we", "him", "her", "them")
        for who in _meant(word, voice)
    )


def _parts(word: str) -> list[str]:
    return [word] if "-" not in word else [word.replace("-", ""), *(part for part in word.split("-") if len(part) > 2)]


def _named_here(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[tuple[Name, str]]:
    here = [name for name in names if fragment.first <= name.first <= fragment.last]
    return [(name, voice.people.resolve(name.words)) for name in here if is_person(fragment.tokens, name, voice.people)]


def _persons(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """Everybody named or meant by a pronoun in the fragment."""
    found = {identity for _, identity in _named_here(fragment, names, voice) if identity}
    for word in fragment.words:
        found |= {who for who in _meant(word.split("'")[0], voice) if who}
    return frozenset(found)


def _meant(word: str, voice: Voice) -> frozenset[str]:
    if word in ("i", "me", "my", "mine", "myself", "im"):
        return frozenset((voice.me,))
    if word in ("you", "your", "yours"):
        return frozenset((voice.you,)) if voice.you else frozenset()
    if word in ("she", "he", "they", "her", "his", "him", "their", "them", "hers", "theirs"):
        return frozenset((voice.topic,)) if voice.topic else frozenset()
    if word in ("we", "us", "our", "ours"):
        return frozenset((voice.me,))
    return frozenset()


def _owners(  # noqa: PLR0911
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """The doers, and whether the words say so themselves."""
    tokens = fragment.tokens
    here = _named_here(fragment, names, voice)
    for position in range(fragment.first, fragment.last + 1):
        low = tokens[position].low
        named = next((identity for name, identity in here if name.first == position), "")
        if named and (owner := _name_as_subject(fragment, position, here, named)):
            return frozenset((owner,)), True
        stem = low.split("'")[0]
        if low == "who" and earlier and position <= fragment.first + 1:
            last_named = _last_named(earlier[-1], names, voice)
            if not last_named and not earlier[-1].verbs:
                return earlier[-1].owners, earlier[-1].explicit
            return frozenset(last_named[-1:]), bool(last_named)
        if stem in ("i", "we") and voice.draft and _stance(fragment, position):
            continue
        if stem in ("i", "you", "he", "she", "they", "we") and _meant(stem, voice):
            return _together(fragment, stem, voice), True
        if low in _POSSESSIVES and position <= fragment.first + 1:
            return _possessive_subject(fragment, position, voice, here)
        if is_verb(tokens, position) and not (voice.draft and _stance(fragment, position - 1)):
            return _subjectless(fragment, position, earlier, names, voice)
    return _verbless(fragment, earlier, names, voice)


_STANCES = split_words("hope think know understand remember believe guess suppose imagine bet heard hear read "
    "see saw trust gather wish recall noticed "
                       "noted wonder learned assume take")  # fmt: skip


def _stance(fragment: Fragment, position: int) -> bool:
    """`I hope`, `I still remember`: the writer's attitude, not what the sentence is about."""
    following = [token.low for token in fragment.tokens[max(position, fragment.first) : position + 4]]
    lead = following and following[0].split("'")[0] in ("i", "we")
    return bool(lead) and any(word in _STANCES for word in following[1:3])


def _name_as_subject(fragment: Fragment, position: int, here: list[tuple[Name, str]], named: str) -> str:
    """A name before the verb is the doer, unless a preposition or a verb stands before it."""
    before = fragment.tokens[position - 1].low if position > fragment.first else ""
    name = next(name for name, _ in here if name.first == position)
    verb_after = any(is_verb(fragment.tokens, p) for p in range(name.last + 1, fragment.last + 1))
    return named if verb_after and before not in _PREPOSITIONS and before not in ("to", "with") else ""


def _together(fragment: Fragment, stem: str, voice: Voice) -> frozenset[str]:
    """`we` in a draft is writer and reader; in a note it is both only where people do something with each other."""
    if stem != "we":
        return _meant(stem, voice)
    if voice.draft and {"you", "your"} & set(fragment.words):
        return frozenset((voice.me,))
    social = voice.draft or bool(set(fragment.words) & CONTACT_VERBS) or "together" in fragment.words
    other = voice.you if voice.draft or voice.me != USER else voice.topic
    return frozenset(who for who in (voice.me, other if social else "") if who)


def _possessive_subject(
    fragment: Fragment, position: int, voice: Voice, here: list[tuple[Name, str]]
) -> tuple[frozenset[str], bool]:
    """`her sister works`: the sister, not her; `your team grew`: you."""
    owner = _meant(_POSSESSIVES[fragment.tokens[position].low], voice)
    following = [token.low for token in fragment.tokens[position + 1 : min(position + 4, fragment.last + 1)]]
    if any(word in RELATIONS for word in following):
        named = [identity for _, identity in here if identity]
        relation = next(word for word in following if word in RELATIONS)
        return frozenset(named[:1] or [f"{relation} of {next(iter(owner), '')}"]), relation not in (
            "team",
            "family",
            "kids",
            "children",
        )
    return owner, bool(owner)


def _subjectless(
    fragment: Fragment, position: int, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """A fragment that begins with its verb, or whose subject is a thing."""
    tokens = fragment.tokens
    lead = [token for token in tokens[fragment.first : position] if token.kind == "word"]
    content = [token for token in lead if token.low not in FUNCTION and token.low not in _AUXILIARIES]
    if content or any(
        token.low in ("it", "there", "nobody", "everyone", "this", "what") or token.low.startswith("it'")
        for token in lead
    ):
        return frozenset(), False
    if voice.draft:
        thanked = earlier and any(word in ("thank", "thanks", "grateful", "kind", "glad") for word in earlier[-1].words)
        if (lead and lead[-1].low == "for") or thanked:
            called = _vocative(fragment, names, voice)
            return frozenset((voice.you, *called)) - {""}, bool(voice.you) and not called
        return (earlier[-1].owners, False) if earlier and earlier[-1].mood != "greeting" else (frozenset(), False)
    if (earlier and any(token.low in ("and", "but", "then", "or") for token in lead)) or (earlier and not lead):
        return earlier[-1].owners, earlier[-1].explicit
    return _telegraphic(fragment, names, voice)


def _vocative(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[str]:
    """`Thank you, Mei-Ling, for …`: somebody called by name between commas in the same sentence."""
    tokens = fragment.tokens
    return [
        voice.people.resolve(name.words)
        for name in names
        if name.first
        and tokens[name.first - 1].text == ","
        and name.last + 1 < len(tokens)
        and tokens[name.last + 1].text == ","
    ]


def _telegraphic(fragment: Fragment, names: Sequence[Name], voice: Voice) -> tuple[frozenset[str], bool]:
    """Notes drop their subjects: `Met Ann` is the writer with Ann; `Promised to send me`, `Runs a club`: the other."""
    words = fragment.words
    named = [identity for _, identity in _named_here(fragment, names, voice) if identity != USER]
    if words[0] in ("thanks", "thank"):
        return frozenset(), False
    if voice.you == USER:
        base = forms(words[0]).get("VERB", ("",))[0] == words[0] or words[0] in ("don't", "please", "do")
        return frozenset((USER if base else voice.me,)), True
    if words[0] in CONTACT_VERBS or words[0] in (
        "showed",
        "gave",
        "told",
        "asked",
        "offered",
        "promised",
        "sent",
        "owe",
        "lent",
        "heard",
    ):
        if {"me", "us"} & set(words):
            return frozenset((voice.topic,)) if voice.topic else frozenset(), True
        company = named[:1] if words[0] in CONTACT_VERBS else []
        return frozenset((voice.me, *company)), True
    return frozenset((voice.topic,)) if voice.topic else frozenset(), bool(voice.topic)


def _verbless(
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """`Lunch with Ann`, `a freelance trainer from Gdansk`: company, or an apposition to the name before it."""
    named = [identity for _, identity in _named_here(fragment, names, voice)]
    if voice.draft:
        return (earlier[-1].owners, False) if earlier and earlier[-1].mood != "greeting" else (frozenset(), False)
    if set(fragment.words) & _CONTACT_NOUNS and "with" in fragment.words and named:
        return frozenset((voice.me, named[0])), True
    if named and any(name.first == fragment.first for name, _ in _named_here(fragment, names, voice)):
        return frozenset(named[:1]), True
    if earlier:
        last = _last_named(earlier[-1], names, voice)
        return (frozenset(last[-1:]), True) if last else (earlier[-1].owners, earlier[-1].explicit)
    return (frozenset((voice.topic,)), True) if voice.topic else (frozenset(), False)


def _last_named(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[str]:
    """The person whose name ends a fragment, or stands right before its closing comma or place."""
    return [
        identity
        for name, identity in _named_here(fragment, names, voice)
        if identity and name.last >= fragment.last - 2
    ]


def _possessed(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[tuple[str, int, int]]:
    """`my meetup`, `Ann's meetup`: the owner and where the thing's words stand."""
    found: list[tuple[str, int, int]] = []
    for position in range(fragment.first, fragment.last):
        token = fragment.tokens[position]
        owner = ""
        if token.low in _POSSESSIVES and token.low not in ("mine", "yours"):
            owner = next(iter(_meant(_POSSESSIVES[token.low], voice)), "")
        elif token.low == "'s" and position:
            owner = next(
                (identity for name, identity in _named_here(fragment, names, voice) if name.last == position - 1), ""
            )
        if owner and (last := _noun_phrase(fragment, position + 1)) is not None:
            found.append((owner, position + 1, last))
    return found


def _noun_phrase(fragment: Fragment, first: int) -> int | None:
    """The last token of the thing owned: words up to a verb, preposition, stop or function word."""
    last = None
    for position in range(first, min(first + 6, fragment.last + 1)):
        token = fragment.tokens[position]
        if token.kind == "symbol" or token.low in CALENDAR or token.low in ("today", "tomorrow", "yesterday", "ago"):
            break
        if token.low in FUNCTION and token.low not in ("own", "very"):
            break
        found = forms(token.low)
        if last is not None and "NOUN" not in found and "ADJ" not in found and ("VERB" in found or "ADV" in found):
            break
        last = position
        after = fragment.tokens[position + 1].low if position < fragment.last else ""
        if "NOUN" in found and "ADJ" not in found and "VERB" in forms(after) and "NOUN" not in forms(after):
            break
    return last


def _antecedent(fragment: Fragment, earlier: list[Fragment]) -> frozenset[str]:
    """`the photo | you promised me`: the words of the thing that the relative clause speaks of."""
    lows = fragment.words
    if not earlier or not lows or earlier[-1].mood == "greeting":
        return frozenset()
    if lows[0].split("'")[0] in ("i", "you", "he", "she", "we", "they") and earlier[-1].words[-1] in _STANCES:
        return frozenset()
    relative = lows[0] in ("that", "which") or (
        lows[0].split("'")[0] in ("i", "you", "he", "she", "we", "they")
        and fragment.tokens[fragment.first - 1].text not in _STOPS
    )
    if not relative or (lows[0] == "that" and earlier[-1].verbs and key(earlier[-1].words[-1]) in earlier[-1].verbs):
        return frozenset()
    before = earlier[-1]
    start = next((p for p in range(before.last, before.first - 1, -1) if is_verb(before.tokens, p)), before.first - 1)
    words = [
        token.low
        for token in before.tokens[start + 1 : before.last + 1]
        if token.kind == "word" and token.low not in FUNCTION
    ]
    return frozenset(key(word) for word in words)


def _inherit(fragment: Fragment, earlier: list[Fragment]) -> None:
    """`by consent, not by vote`: a fragment without a verb takes over that of the fragment before."""
    fragment.keys |= fragment.antecedent
    verbless = not any(is_verb(fragment.tokens, p) for p in range(fragment.first, fragment.last + 1))
    if verbless and earlier and earlier[-1].verbs and earlier[-1].mood != "greeting":
        fragment.verbs = earlier[-1].verbs
        if set(fragment.words) & NEGATIONS:
            fragment.keys |= earlier[-1].verbs
    bare = len(fragment.keys) <= 2 and set(fragment.words) & {"none", "neither", "nothing"}
    other = (
        set(fragment.words) & {"not"}
        and set(fragment.words) & {"me", "us", "i", "we", "him", "her"}
        and len(fragment.words) <= 4
    )
    if earlier and (bare or other):
        told = earlier[-1].keys - {key("fear")}
        fragment.keys |= told
        fragment.verbs |= told


def is_negated(fragment: Fragment) -> bool:
    """True when the fragment denies: by `not`, `never`, `no`, `n't`, or by a verb such as `skip` or `doubt`."""
    plain = fragment.plain.replace("’", "'")
    if any(phrase in plain for phrase in _NOT_REALLY):
        return False
    words = set(fragment.words)
    if any(f"{being} against " in f"{plain} " for being in ("is", "are", "was", "were", "'s", "'m", "'re", "am", "be")):
        return True
    if any(word.endswith("n't") for word in words) or words & _LEXICAL_NEGATIONS:
        return True
    denied = words & (NEGATIONS - {"without", "sans", "sin"})
    return bool(denied) and not ("no" in denied and plain.startswith("no ") and len(words) < 3 and not fragment.keys)


_GUESSES = (
    "surely",
    "probably",
    "i imagine",
    "i guess",
    "i suppose",
    "i bet",
    "might",
    "no doubt",
    "presumably",
    "i assume",
)
_WISHES = (
    "i hope", "hope you", "hope the", "hope your", "hope to", "hoping", "i'd love", "would love", "i'd like",
    "would like", "i'd be",
    "i would be", "we'd be", "we'd love", "we would", "looking forward", "look forward", "let me know", "let's",
    "let us", "feel free",
    "i want", "i wanted", "i wish", "wish you", "i wonder", "i'd", "i would", "perhaps", "maybe", "shall we",
    "it would be",
    "would be great", "would be lovely", "happy to", "glad to", "keen to", "i plan", "i'm planning",
    "i'm going to", "i will", "i'll",
    "we'll", "we will", "we could", "we can", "could we", "can we", "could you", "can you", "please", "take care",
    "enjoy", "good luck",
    "all the best", "see you", "i can", "i could", "curious", "safe travels", "would you", "if you", "if ",
    "may i", "could i", "how about",
    "what about", "i'm thinking of", "i intend", "i mean to", "you'd", "you could", "you would", "you might",
    "you may", "i'd gladly", "could the",
)  # fmt: skip


def mood(fragment: Fragment, earlier: list[Fragment], question: bool) -> str:  # noqa: PLR0911
    """fact, wish (plans, offers, hopes, conditions), question or greeting."""
    words = fragment.words
    bare = [word for word in words if word.isalpha()]
    if (
        not earlier
        and bare
        and bare[0] in GREETINGS
        and bare[0] not in ("good",)
        and len(bare) <= 6
        and not fragment.verbs - {key("dear")}
    ):
        return "greeting"
    plain = fragment.plain + " "
    if fragment.antecedent and fragment.explicit:
        return "fact"
    if earlier and earlier[-1].mood == "wish" and earlier[-1].words[-1] in ("hope", "wish", "wonder", "if", "hoping"):
        return "wish"
    if " must " in plain or any(f" {word} " in f" {plain}" for word in _GUESSES):
        return "guess"
    if question and _asks(fragment, earlier):
        return "question"
    if any(plain.startswith(wish) or f" {wish} " in f" {plain}"[:60] for wish in _WISHES):
        return "wish"
    verbless = fragment.tokens and not any(
        is_verb(fragment.tokens, p) for p in range(fragment.first, fragment.last + 1)
    )
    if (
        earlier
        and earlier[-1].mood in ("wish", "question", "guess")
        and (
            verbless
            or words[0]
            in ("and", "to", "or", "before", "once", "when", "how", "what", "where", "whether", "if", "while", "until")
        )
    ):
        return earlier[-1].mood
    return "fact"


def _asks(fragment: Fragment, earlier: list[Fragment]) -> bool:
    """The asking part of a question: a question word, an auxiliary in front, or what follows it."""
    words = [word for word in fragment.words if word.isalpha() or "'" in word]
    if not words:
        return True
    asking = _AUXILIARIES | split_words("how what when where who why which whom whose any shall right would")
    if words[0] in ("since", "as", "because", "given", "now", "considering", "although", "though"):
        return False
    lead = words[1:2] if words[0] in ("and", "but", "so", "then", "or", "still") else words[:1]
    if lead and lead[0] in asking:
        return not (
            lead[0] in ("when", "which", "who", "where")
            and earlier
            and not any(e.mood == "question" for e in earlier)
            and False
        )
    return any(part.mood == "question" for part in earlier)


def _move_topic(fragment: Fragment, names: Sequence[Name], voice: Voice) -> None:
    """She, he and they mean the last doer who was named, not somebody's sister."""
    for name, identity in _named_here(fragment, names, voice):
        if not identity or identity == voice.me or (voice.draft and identity == voice.you):
            continue
        before = [token.low for token in fragment.tokens[max(0, name.first - 3) : name.first]]
        related = any(word in RELATIONS for word in before) or "'s" in before
        subject = identity in fragment.owners
        if not related and (subject or not voice.topic or (name.first <= 2 and not voice.draft)):
            voice.topic = identity


__all__ = ["CONTACT_VERBS", "Fragment", "Voice", "fragments", "is_verb"]
