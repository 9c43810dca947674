"""Clauses: what one is, where one ends and the next begins, and which of its words are verbs.

The lowest layer of reading a sentence: `doers` and `moods` say who acts and in what tone, `fragments` puts it together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.domain.checking.english import forms
from coach.domain.checking.lexicon import KIN, split_words
from coach.domain.checking.names import Name
from coach.domain.checking.people import USER, People
from coach.domain.checking.tokens import Token

NEGATIONS = split_words(
    "not no never none nobody nothing neither nor without cannot hardly barely nicht kein keine keinen keiner "
    "nie niemals "
    "pas jamais aucun aucune sans nunca ningun ninguna sin jamas"
)
AUXILIARIES = split_words(
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
STOPS = frozenset(',;:—–()!?"“”→•*|')
_DETERMINERS = split_words(
    "a an the this that these those my your his her our their its some any every each no another both all"
)
PREPOSITIONS = split_words(
    "of in on at by for with about from into over under between through against near within during without"
)
_BEING = split_words(
    "am is are was were be been being i'm you're we're they're he's she's it's isn't aren't wasn't weren't"
)
_VERB_LEADS = _SUBJECTS | split_words("to not never also still always just really now and only")
_GERUND_LEADS = _BEING | PREPOSITIONS | split_words("and keep start stop also not still")
_HALF_PREPOSITIONS = split_words("after before until since than as once")


@dataclass(slots=True, eq=False)
class Fragment:
    """A clause, or near it. Token positions inclusive, in the tokens of its sentence.

    `owners`: identities of the doers; empty when unknown. `verbs` are keys of its verbs. `possessed` lists
    (owner, position of the first and last word of the thing owned). `mood` is fact, wish, question or greeting.
    `pointed` are the words of the clause before to which `it` or `them` points back.
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
    pointed: frozenset[str] = frozenset()

    @property
    def words(self) -> list[str]:
        return [token.low for token in self.tokens[self.first : self.last + 1]]

    @property
    def plain(self) -> str:
        return " ".join(self.words)

    @property
    def whole(self) -> str:
        """The words of the whole sentence in which it stands, in small letters; `plain` has the clause's own."""
        return " ".join(token.low for token in self.tokens)

    @property
    def says_no(self) -> bool:
        """It denies in so many words: who `gave up the shop` tells of the same as who `closed` it."""
        return any(low in ("not", "never", "no") or low.endswith("n't") for low in self.words)

    @property
    def holders(self) -> frozenset[str]:
        """Those to whom something in the clause belongs."""
        return frozenset(holder for holder, _, _ in self.possessed if holder)


@dataclass(slots=True)
class Voice:
    """Who speaks, to whom, and who is being spoken of. `topic` moves on while a text is read.

    `crowd`: the last sentence with names in it named several people, so that a missing subject may be any of them.
    `recent`: the persons spoken of so far, the last one last. `aside`: somebody's kin or companion with whom the text
    opens (`Her brother Kamau was there. Keeps the van going.`), and whom what has no subject goes on to tell of.
    `label`: whose name stands before a colon at the head of a sentence (`nusrat: …`). `about`: whom the text is about
    to begin with. `doer`: the last one who was named as doing something.
    `anew`: a sentence that opens with she or he is being read.
    """

    people: People
    me: str = USER
    you: str = ""
    topic: str = ""
    draft: bool = False
    crowd: bool = False
    recent: list[str] = field(default_factory=list)
    aside: str = ""
    opened: bool = False
    label: str = ""
    about: str = ""
    doer: str = ""
    anew: bool = False

    def third(self, pronoun: str) -> str:
        """Whom she or he means: the topic, unless it is known to be called otherwise; then the last one who fits."""
        called = self.people.pronouns
        last = self.recent[-1] if self.recent else ""
        if self.anew and self.doer == self.topic != "":  # `Kaoru shared the stand with Signe. She broke her wrist.`
            called.setdefault(self.topic, pronoun)
        if last and self.topic not in called and called.get(last) == pronoun and not self.draft:
            return last  # `Marisol's son Nico is 9. He cannot swim.`
        if self.topic not in ("", USER, self.me) and self.people.may_be_called(self.topic, pronoun):
            return self.topic
        spoken_of = [who for who in reversed(self.recent) if who not in ("", self.me)]  # who writes is "I"
        others = [who for who in spoken_of if self.people.may_be_called(who, pronoun)]
        return next((who for who in others if called.get(who) == pronoun), others[0] if others else "")


def is_verb(tokens: Sequence[Token], position: int) -> bool:
    """A finite verb, participle or gerund that heads a clause, judged by form and by the word before."""
    token = tokens[position]
    if token.low in AUXILIARIES or token.low.endswith(("n't", "'ve", "'re", "'ll", "'d")) or token.low in _BEING:
        return True
    if token.kind != "word" or token.low in KIN or "VERB" not in forms(token.low):
        return False
    if token.capital and position and tokens[position - 1].text not in ".!?,":
        return False
    before = tokens[position - 1].low if position else ""
    if before == "not" and position > 1 and tokens[position - 2].text in ("but", ",") and "NOUN" in forms(token.low):
        return False
    if before in _DETERMINERS or before in PREPOSITIONS or before == "'s":
        return token.low.endswith("ing") and before in PREPOSITIONS
    return _verb_by_neighbours(tokens, position, before)


def _verb_by_neighbours(tokens: Sequence[Token], position: int, before: str) -> bool:  # noqa: C901, PLR0911
    """For words that may also be nouns or adjectives: `talks`, `lead`, `running`, `open`."""
    low = tokens[position].low
    found = forms(low)
    base = found["VERB"][0]
    if low.endswith("ing") and "NOUN" in found:
        return not position or before in _GERUND_LEADS
    if before in _VERB_LEADS or (before in AUXILIARIES - _BEING and low == base) or not {"NOUN", "ADJ"} & set(found):
        return True
    if position and set(forms(before)) == {"ADJ"}:
        return False
    if not position:
        if low == base and "NOUN" in found and _finite_later(tokens):
            return False
        after = tokens[1].low if len(tokens) > 1 else ""
        if low == base and "NOUN" in found and after in _BEING - {"be", "being", "been"}:
            return False  # `Leather is honest`
        plural = after.endswith("s") and "NOUN" in forms(after)
        verbal = after in AUXILIARIES or ("VERB" in forms(after) and not plural)
        return not (low.endswith("s") and "NOUN" in found and verbal)
    if low == base and before == ":" and _low(tokens, position + 1) in _DETERMINERS | _PARTICLES:
        return True
    if low == base and low in _PLAIN_VERBS and position > 1 and _plural(tokens, position - 1):
        return True
    if low.endswith("s") and before == "," and _low(tokens, position + 1) in ("from", "of") and "NOUN" in found:
        return False  # `Dear Ann, boards from …`
    if low != base and low.endswith(("s", "ed")):
        return (low.endswith("ed") and "ADJ" not in found) or _follows_subject(tokens, position)
    return low != base


_PARTICLES = split_words("out up off down away back")
"""`His tip: hand out paper`: a verb, by what follows it."""
_PLAIN_VERBS = split_words("find think say want need believe know feel believe agree expect prefer complain insist")


def _plural(tokens: Sequence[Token], position: int) -> bool:
    """`your members find`: a plural noun right before, with its article or owner."""
    low, lead = tokens[position].low, tokens[position - 1].low
    nouns = forms(low).get("NOUN", (low,))
    return lead in _DETERMINERS and low.endswith("s") and nouns[0] != low


def _finite_later(tokens: Sequence[Token]) -> bool:
    """`Train from Leeds takes two hours`: the first word is the subject of a verb to come."""
    for token in tokens[2:6]:
        if token.text in STOPS:
            return False
        kinds = forms(token.low)
        if "VERB" in kinds and kinds["VERB"][0] != token.low and token.low.endswith("s"):
            return tokens[1].low in PREPOSITIONS
    return False


def _follows_subject(tokens: Sequence[Token], position: int) -> bool:
    if not position:
        return True
    before = tokens[position - 1]
    return (
        before.capital
        or before.low in _SUBJECTS
        or before.text in ",;)"
        or before.low in ("who", "which", "that", "and")
    )


def clause_starts(tokens: Sequence[Token], names: Sequence[Name], language: str) -> list[int]:
    """Positions where a fragment begins, the first one left out."""
    inside = {position for name in names for position in range(name.first + 1, name.last + 1)}
    cuts: list[int] = []
    for position in range(1, len(tokens)):
        if position in inside:
            continue
        if (
            tokens[position - 1].text in STOPS
            or _dash(tokens, position - 1)
            or (language == "en" and not _bare_name(tokens, position) and _new_clause(tokens, position))
        ):
            cuts.append(position)
    return cuts


def _dash(tokens: Sequence[Token], position: int) -> bool:
    """A hyphen with space on both sides: `invites us for the harvest - I can't`."""
    if tokens[position].text != "-" or not 0 < position < len(tokens) - 1:
        return False
    before, dash, after = tokens[position - 1 : position + 2]
    return before.end < dash.start and dash.end < after.start and after.low in _PRONOUNS


_PRONOUNS = frozenset(("i", "we", "she", "he", "they"))


def _new_clause(tokens: Sequence[Token], position: int) -> bool:  # noqa: PLR0911
    token, before = tokens[position], tokens[position - 1]
    if before.text == "." and token.low in NEGATIONS:
        return True
    if (
        token.low in ("but", "and", "yet", "+", "&")
        and position + 1 < len(tokens)
        and tokens[position + 1].low in NEGATIONS
    ):
        return True
    if _no_link(tokens, position):
        return False
    if "or" in (token.low, before.low) and "so" in (token.low, _low(tokens, position + 1)):
        return False  # `ten dollars or so`
    if token.low in _CONJUNCTIONS and before.text not in STOPS:
        if token.low in _HALF_PREPOSITIONS and not _subject_at(tokens, position + 1):
            return False
        return _clause_ahead(tokens, position + 1) and not (
            token.low in ("as", "than") and before.low in ("as", "well", "more")
        )
    if before.low in _SAYS and token.low in _OWNERS and _clause_ahead(tokens, position + 2):
        return True
    nominative = token.low == "you" or token.low.split("'")[0] in ("i", "he", "she", "we", "they")
    if nominative and before.low not in _CONJUNCTIONS and before.kind == "word" and position + 1 < len(tokens):
        if token.low == "you" and not _you_acts(tokens, position):
            return False
        return before.low not in AUXILIARIES and _clause_ahead(tokens, position) and before.low not in PREPOSITIONS
    return False


def _no_link(tokens: Sequence[Token], position: int) -> bool:
    """`I have not yet asked`, `before that I'll write`, `out of that tin`: words that link clauses elsewhere, and here
    say only when, or point."""
    low, before = tokens[position].low, tokens[position - 1]
    if low == "that" and before.low in _POINTING_BACK and _nominative(tokens, position + 1):
        return True
    if low == "that" and before.low in PREPOSITIONS and not _nominative(tokens, position + 1):
        return True
    if low == "that" and _low(tokens, position + 1) in _TIMES_OF_DAY and not _nominative(tokens, position + 2):
        return True
    pointing = low in _POINTING_BACK and _low(tokens, position + 1) == "that" and _nominative(tokens, position + 2)
    return pointing or (low == "yet" and before.text not in ",;")


def _low(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].low if position < len(tokens) else ""


def _nominative(tokens: Sequence[Token], position: int) -> bool:
    """`before that I'll …`: what follows is a clause of its own, and `before that` only says when."""
    return _low(tokens, position).split("'")[0] in ("i", "you", "he", "she", "we", "they")


_TIMES_OF_DAY = frozenset(("night", "evening", "morning", "afternoon", "day", "week", "weekend", "summer", "year"))
"""`your singing that night stayed with me`: when, and no clause."""
_POINTING_BACK = frozenset(("before", "after", "until", "since"))
_SAYS = split_words("said says thinks thought hopes hoped claims claimed reckons mentioned knows believes heard fears")
_OWNERS = split_words("her his their my our your")
"""`she said her brother quit`: what is said begins with somebody's thing or kin."""


def _bare_name(tokens: Sequence[Token], position: int) -> bool:
    """`Keiko and I swapped lists`, `you and I`: what stands before `and` is a part of the subject."""
    if tokens[position].low != "and" or position + 1 >= len(tokens):
        return False
    if position > 1 and [tokens[position - 1].low, tokens[position + 1].low] == ["you", "i"]:
        return not is_verb(tokens, position - 2)
    start = position
    while start and tokens[start - 1].text not in STOPS:
        start -= 1
    pronouns = {"she", "he", "they", "you"}
    if position - start == 1 and {tokens[start].low, tokens[position + 1].low} <= pronouns:
        return True
    return tokens[position + 1].low in ("i", "we", "you") and all(token.capital for token in tokens[start:position])


_GIVEN_TO = split_words(
    "thank thanking tell told telling ask asked asking show showed give gave giving lend lent lending send sent "
    "sending let promise promised offer offered teach taught bring owe invite invited help helped meet met see "
    "meeting seeing"
)


def _you_acts(tokens: Sequence[Token], position: int) -> bool:
    """`you` before its own verb, not the object of the verb before: `I hope you came`, not `I lent you skis`."""
    if tokens[position - 1].low in _GIVEN_TO:
        return False
    step = position + 1
    while step < len(tokens) - 1 and tokens[step].low in _ADVERBS:
        step += 1
    low = tokens[step].low
    if tokens[step - 1].low in ("have", "had") and not low[:1].isalnum():
        return True  # `the peaches you still have.`
    if low in PREPOSITIONS:
        return False  # `next to you over the last metres`
    third_person = low.endswith("s") and forms(low).get("VERB", (low,))[0] != low and low not in AUXILIARIES
    return is_verb(tokens, step) and not third_person


_ADVERBS = split_words(
    "also still both all never always really kindly already once just often only very so too now then probably have had"
)


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
        if token.text in STOPS:
            return False
        if is_verb(tokens, step):
            return True
        if token.low in _CONJUNCTIONS and step > position:
            return False
    return False
