"""Who does it: the doers of a clause and the persons it names.

Notes drop their subjects and drafts speak of `we`: each has its own rule, and where none fits the doer stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.clauses import AUXILIARIES, PREPOSITIONS, Fragment, Voice, is_verb
from coach.domain.checking.english import forms
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.names import Name
from coach.domain.checking.people import RELATIONS, USER, is_person
from coach.domain.checking.tokens import Token

POSSESSIVES = {
    "my": "i",
    "our": "we",
    "your": "you",
    "his": "he",
    "her": "she",
    "their": "they",
    "mine": "i",
    "yours": "you",
}
_CONTACT_NOUNS = split_words(
    "lunch dinner breakfast coffee chat call walk drinks beer tea visit talk conversation sauna meeting catch-up"
)
CONTACT_VERBS = split_words(
    "met meet talked chatted walked sat spoke had ate shared discussed joined visited saw caught ran bumped "
    "hiked shook exchanged compared "
    "swapped agreed danced sang played travelled traveled cooked toured"
)
STANCES = split_words("hope think know understand remember believe guess suppose imagine bet heard hear read "
    "picturing thinking imagining see saw trust gather wish recall noticed "
                       "noted wonder learned assume take")  # fmt: skip


def doers_of(  # noqa: C901, PLR0911
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """The doers, and whether the words say so themselves."""
    tokens = fragment.tokens
    here = named_in(fragment, names, voice)
    if not voice.draft and earlier and _behind_a_bracket(fragment):
        return _before_the_bracket(tokens, earlier)
    if not voice.draft and earlier and (labelled := _label(fragment, names, voice)):
        return labelled, True
    if (
        plain := _agent(fragment, names, voice)
        or _both_named(fragment, voice)
        or _payer(fragment, voice)
        or _you_and_name(fragment, earlier, here, voice)
        or _name_and_i(fragment, here, voice)
        or _by_turn_of_phrase(fragment, here, voice)
    ):
        return plain, True
    for position in range(fragment.first, fragment.last + 1):
        low = tokens[position].low
        named = next((identity for name, identity in here if name.first == position), "")
        if named and (relative := _relative_of(fragment, position, here, named)):
            return frozenset((relative,)), True
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
        if stem in ("i", "you", "he", "she", "they", "we") and meant_by(stem, voice):
            return _together(fragment, stem, voice), True
        if low in POSSESSIVES and position <= fragment.first + 1:
            return _possessive_subject(fragment, position, voice, here)
        if voice.draft and position <= fragment.first + 1 and (low == "thank" or _inverted(fragment, position)):
            continue
        if is_verb(tokens, position) and not (voice.draft and _stance(fragment, position - 1)):
            return _subjectless(fragment, position, earlier, names, voice)
    return _verbless(fragment, earlier, names, voice)


def _agent(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """`the glaze is mixed by a neighbour, Halil`, `designed by Tom`: who does it, in a note."""
    found = None if voice.draft else _DONE_BY.search(fragment.plain)
    if found is None:
        return frozenset()
    at = fragment.first + len(fragment.plain[: found.end()].split())
    near = [name for name in names if at <= name.first <= at + 3 and is_person(fragment.tokens, name, voice.people)]
    named = next((who for name in near if (who := voice.people.resolve(name.words))), "")
    if not named and at + 1 <= fragment.last and fragment.tokens[at + 1].low in _ONE_RELATIVE:
        owner = meant_by(POSSESSIVES.get(fragment.tokens[at].low, ""), voice) or frozenset((voice.topic,))
        named = kin_of(fragment.tokens[at + 1].low, min(owner))
    return frozenset((named,)) - {""}


_DONE_BY = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ly |all |now |still )?\w+(?:ed|en|ade|ept|uilt|old|ung|ought|un) by"
)


def _both_named(fragment: Fragment, voice: Voice) -> frozenset[str]:
    """`She and you trained together`, `you and he met`: both."""
    words = fragment.words
    if len(words) < len(("she", "and", "you")) or words[1] != "and" or not {words[0], words[2]} <= _PERSONAL:
        return frozenset()
    return meant_by(words[0], voice) | meant_by(words[2], voice)


def _payer(fragment: Fragment, voice: Voice) -> frozenset[str]:
    """`the flights are on us`: whoever pays."""
    found = re.search(r"\b(?:is|are|'s|be|was|were) on (me|us|you|them|him|her)\b(?! the| a)", fragment.plain)
    return meant_by(found[1], voice) if found else frozenset()


_PERSONAL = frozenset(("i", "you", "he", "she", "they"))


def _you_and_name(
    fragment: Fragment, earlier: list[Fragment], here: list[tuple[Name, str]], voice: Voice
) -> frozenset[str]:
    """`how you | and Samira met`: both."""
    joined = bool(earlier) and earlier[-1].words[-1] == "you" and fragment.words[0] == "and"
    return frozenset((voice.you, here[0][1])) - {""} if voice.draft and joined and here and here[0][1] else frozenset()


def _by_turn_of_phrase(fragment: Fragment, here: list[tuple[Name, str]], voice: Voice) -> frozenset[str]:
    """`you and I baked`: both; `it was decent of you to pay`: the reader."""
    if not voice.draft or not voice.you:
        return frozenset()
    if "you and i " in f"{fragment.plain} ":
        return frozenset((voice.you, voice.me))
    for name, identity in here:
        before = [token.low for token in fragment.tokens[max(fragment.first, name.first - 2) : name.first]]
        if before == ["you", "and"] and identity:
            return frozenset((voice.you, identity))
        if before[-1:] == ["of"] and _OF_SOMEBODY.search(fragment.plain) and identity:
            return frozenset((identity,))
    if here and here[0][0].first == fragment.first and _HEARD_OF_YOU.match(fragment.plain):
        return frozenset((voice.you,))
    return frozenset((voice.you,)) if _OF_YOU.search(fragment.plain) else frozenset()


_HEARD_OF_YOU = re.compile(
    r"^[\w'-]+(?: [\w'-]+)? (?:says|said|tells me|told me|mentioned|mentioned to me)(?: that)? you\b"
)
"""`Elif told me that you keep your Thursdays free`: what is told of the reader."""
_OF_SOMEBODY = re.compile(r"\b(?:kind|nice|good|sweet|decent|generous|thoughtful|clever|brave) of \w+(?: \w+)? to \w")
_OF_YOU = re.compile(r"^(?:and |but )?(?:it|that|how|very|so)\b.{1,40}\bof you to \w")


def _name_and_i(fragment: Fragment, here: list[tuple[Name, str]], voice: Voice) -> frozenset[str]:
    """`Keiko and I swapped lists`: both."""
    for name, identity in here:
        following = [token.low for token in fragment.tokens[name.last + 1 : name.last + 3]]
        if name.first == fragment.first and following == ["and", "i"]:
            return frozenset((identity, voice.me)) - {""}
    return frozenset()


def _inverted(fragment: Fragment, position: int) -> bool:
    """`do you still play`: an auxiliary before its subject."""
    tokens = fragment.tokens
    if tokens[position].low not in AUXILIARIES or position >= fragment.last:
        return False
    following = tokens[position + 1]
    return following.low in ("you", "he", "she", "they", "we", "i") or following.low in POSSESSIVES


def _stance(fragment: Fragment, position: int) -> bool:
    """`I hope`, `I still remember`: the writer's attitude, not what the sentence is about."""
    following = [token.low for token in fragment.tokens[max(position, fragment.first) : position + 4]]
    lead = following and following[0].split("'")[0] in ("i", "we")
    return bool(lead) and any(word in STANCES for word in following[1:3])


def _name_as_subject(fragment: Fragment, position: int, here: list[tuple[Name, str]], named: str) -> str:
    """A name before the verb is the doer, unless a preposition or a verb stands before it."""
    before = fragment.tokens[position - 1].low if position > fragment.first else ""
    name = next(name for name, _ in here if name.first == position)
    verb_after = any(is_verb(fragment.tokens, p) for p in range(name.last + 1, fragment.last + 1))
    return named if verb_after and before not in PREPOSITIONS and before not in ("to", "with") else ""


def _relative_of(fragment: Fragment, position: int, here: list[tuple[Name, str]], named: str) -> str:
    """`Ann's boss Carla wants`: Carla; `Ann's brother sails`: her brother, not Ann."""
    tokens = fragment.tokens
    name = next(name for name, _ in here if name.first == position)
    if name.last >= fragment.last - 1 or tokens[name.last + 1].low != "'s" or position > fragment.first + 1:
        return ""
    span = range(name.last + 2, min(name.last + 5, fragment.last + 1))
    at = next((p for p in span if tokens[p].low in _ONE_RELATIVE), None)
    if at is None:
        return ""
    called = next((identity for other, identity in here if identity and other.first == at + 1), "")
    return called or kin_of(tokens[at].low, named)


_KIN_NAMES = {"dad": "father", "mum": "mother", "mom": "mother", "gran": "grandmother", "granny": "grandmother",
              "grandma": "grandmother", "grandpa": "grandfather", "co-founder": "cofounder", "co-worker": "coworker",
              "neighbor": "neighbour", "kids": "children", "stepmum": "stepmother",
              "stepdad": "stepfather"}  # fmt: skip


def kin_of(relation: str, owner: str) -> str:
    """The identity of somebody known by kinship alone: `my dad` and `my father` are one."""
    return f"{_KIN_NAMES.get(relation, relation)} of {owner}"


_ONE_RELATIVE = RELATIONS - split_words("team family kids children parents dog cat")


def _together(fragment: Fragment, stem: str, voice: Voice) -> frozenset[str]:
    """`we` in a draft is writer and reader; in a note it is both only where people do something with each other."""
    if stem != "we":
        return meant_by(stem, voice)
    if voice.draft and {"you", "your"} & set(fragment.words):
        return frozenset((voice.me,))
    social = bool(set(fragment.words) & (CONTACT_VERBS | {"together", "both", "won", "built", "made", "said"}))
    other = voice.you if voice.draft or voice.me != USER else voice.topic
    return frozenset(who for who in (voice.me, other if social else "") if who)


def _possessive_subject(
    fragment: Fragment, position: int, voice: Voice, here: list[tuple[Name, str]]
) -> tuple[frozenset[str], bool]:
    """`her sister works`: the sister, not her; `your team grew`: you."""
    owner = meant_by(POSSESSIVES[fragment.tokens[position].low], voice)
    following = [token.low for token in fragment.tokens[position + 1 : min(position + 4, fragment.last + 1)]]
    if any(word in RELATIONS for word in following):
        named = [identity for _, identity in here if identity]
        relation = next(word for word in following if word in RELATIONS)
        return frozenset(named[:1] or [kin_of(relation, next(iter(owner), ""))]), relation not in (
            "team",
            "family",
            "kids",
            "children",
        )
    return owner, bool(owner)


def _subjectless(  # noqa: PLR0911
    fragment: Fragment, position: int, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """A fragment that begins with its verb, or whose subject is a thing."""
    tokens = fragment.tokens
    lead = [token for token in tokens[fragment.first : position] if token.kind == "word"]
    content = [token for token in lead if token.low not in FUNCTION and token.low not in AUXILIARIES]
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
    if not lead and tokens[position].low == "don't" and voice.me == USER:
        return frozenset(), False
    if earlier and tokens[fragment.first - 1].text == ")":
        return _before_the_bracket(tokens, earlier)
    if voice.me == USER and tokens[fragment.first - 1].text == ":" and _felt(fragment):
        return frozenset((voice.me,)), True
    if (earlier and any(token.low in ("and", "but", "then", "or") for token in lead)) or (earlier and not lead):
        return earlier[-1].owners, earlier[-1].explicit
    return _telegraphic(fragment, names, voice)


def _label(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """`Ida Moe, my neighbour: lost two`, `her aunt Lise B., 60: lights, also paints`: the one named before the colon,
    for what follows without a subject of its own.
    """
    tokens = fragment.tokens
    colon = next((p for p in range(1, fragment.first) if tokens[p].text == ":"), 0)
    ended = any(tokens[p].text in ".;→" and len(tokens[p - 1].text) > 1 for p in range(1, colon))
    if not colon or ended or any(is_verb(tokens, p) for p in range(1, colon)) or _felt(fragment):
        return frozenset()
    known = [voice.people.resolve(name.words) for name in names if name.last < colon]
    subject = tokens[fragment.first].low
    own = subject.split("'")[0] in _PERSONAL or subject in POSSESSIVES or tokens[fragment.first].capital
    verb = is_verb(tokens, fragment.first) or subject in ("also", "still", "now", "and")
    return frozenset(known) - {""} if len(set(known)) == 1 and verb and not own else frozenset()


def _behind_a_bracket(fragment: Fragment) -> bool:
    """`(matron, Hull) at the same table said`."""
    opens = fragment.tokens[fragment.first].low in ("at", "in", "on", "from", "next", "beside")
    return opens and fragment.tokens[fragment.first - 1].text == ")"


def _before_the_bracket(tokens: Sequence[Token], earlier: list[Fragment]) -> tuple[frozenset[str], bool]:
    """`Margaret (matron, Hull) at the same table said`: whoever stands before what is in brackets."""
    opened = next((part for part in reversed(earlier) if tokens[part.last].text == "("), earlier[-1])
    return opened.owners, opened.explicit


def task_of(fragment: Fragment, voice: Voice) -> str:
    """Who has something to do: `Ask the council!`, `me: send the survey`, `Gosia - find a room`; nobody elsewhere."""
    if voice.me != USER or fragment.words[0] not in TO_DO:
        return ""
    if not fragment.first:
        return USER
    lead = [token.low for token in fragment.tokens[: fragment.first] if token.kind == "word"]
    if fragment.tokens[fragment.first - 1].text not in ":-–→" or len(lead) > 2:
        return ""
    if lead in (["him"], ["her"], ["them"], ["they"], ["she"], ["he"]):
        return voice.topic
    return USER if lead in (["me"], ["i"], ["todo"], ["to", "do"], ["next"]) else voice.people.initials(lead)


TO_DO = split_words(
    "ask get send call ring check find bring write book remember email mail introduce forward share invite order pay "
    "buy tell remind post look schedule confirm reply"
)
"""Base forms that open a line of the writer's own notes: `Ask the council!` is for the writer to do."""


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


def _telegraphic(  # noqa: PLR0911
    fragment: Fragment, names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """Notes drop their subjects: `Met Ann` is the writer with Ann; `Promised to send me`, `Runs a club`: the other."""
    words = fragment.words
    named = [identity for _, identity in named_in(fragment, names, voice) if identity != USER]
    if words[0] in ("thanks", "thank"):
        return frozenset(), False
    if voice.you == USER:
        base = forms(words[0]).get("VERB", ("",))[0] == words[0] or words[0] in ("don't", "please", "do")
        base = base and not ("NOUN" in forms(words[0]) and len(words) > 1 and set(forms(words[1])) >= {"NOUN"})
        return frozenset((USER if base else voice.me,)), True
    if words[0] in ("must", "should", "gotta") or words[:2] in (["need", "to"], ["have", "to"]):
        return frozenset((voice.me,)), True
    if by := task_of(fragment, voice):
        return frozenset((by,)), True
    if words[:2] in (["gave", "up"], ["gave", "in"], ["sent", "off"]):
        return (frozenset((voice.topic,)), not voice.crowd) if voice.topic else (frozenset(), False)
    if voice.me == USER and _felt(fragment):
        return frozenset((voice.me,)), True
    if words[0] in _SAID_TO and ({"him", "her", "them"} & set(words) or (named and "to" in words)):
        return frozenset((voice.me,)), True
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
        if words[0] in _CAREERS and words[1:2] in (["for"], ["in"], ["at"]) and voice.topic and not company:
            return frozenset((voice.topic,)), not voice.crowd
        return frozenset((voice.me, *company)), True
    return frozenset((voice.topic,)) if voice.topic else frozenset(), bool(voice.topic) and not voice.crowd


_CAREERS = split_words("played sang danced cooked travelled traveled toured ran")
"""`Played for the county`: what somebody noted did once, where no company is named."""


def _felt(fragment: Fragment) -> bool:
    whole = {token.low for token in fragment.tokens}
    if fragment.words[0] in _OF_THE_WRITER:
        return not {"me", "my", "us", "our"} & whole
    return fragment.words[0] in _FELT and bool({"she", "he", "her", "his", "their"} & whole)


_FELT = split_words("liked loved enjoyed admired noticed listened bought tried tasted felt cried laughed")
"""What the writer of a note felt and did, where the sentence calls the other she or he: `Liked the game she uses`."""
_OF_THE_WRITER = split_words("liked loved enjoyed admired missed skipped overheard noticed")
"""What a note without a subject can only tell of its writer: `Loved the drawings`, `Missed his slides`."""
_SAID_TO = split_words(
    "recommended suggested explained introduced advised warned reminded taught thanked mentioned forwarded"
)


def _verbless(
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """`Lunch with Ann`, `a freelance trainer from Gdansk`: company, or an apposition to the name before it."""
    here = [(name, identity) for name, identity in named_in(fragment, names, voice) if identity]
    named = [identity for _, identity in here]
    if voice.draft:
        return (earlier[-1].owners, False) if earlier and earlier[-1].mood != "greeting" else (frozenset(), False)
    if set(fragment.words) & _CONTACT_NOUNS and "with" in fragment.words and named:
        return frozenset((voice.me, named[0])), True
    if any(name.first == fragment.first for name, _ in here):
        return frozenset(named[:1]), True
    if earlier:
        last = [who for who in _last_named(earlier[-1], names, voice) if who != voice.you]
        if not last and earlier[-1].owners == {voice.you} and not earlier[-1].verbs and voice.me != USER:
            return frozenset(), False  # `Morag, the leaflets came`: called by name
        apart = fragment.tokens[fragment.first - 1].text == ";"
        return (frozenset(last[-1:]), True) if last else (earlier[-1].owners, earlier[-1].explicit and not apart)
    if not fragment.first and _SCHEDULED.search(fragment.plain):
        return frozenset(), False
    return (frozenset((voice.topic,)), not voice.crowd) if voice.topic else (frozenset(), False)


_SCHEDULED = re.compile(
    r"\b(?:at|from|until) \d{1,2}(?:[:.]\d\d)? ?(?:[ap]m|o'clock)?\W*$|\b\d{1,2}:\d\d\b|\btonight\b"
)
"""`Pizza at 9.`, `Lab tour tonight 18:00`: on the programme, and nobody's."""


def _last_named(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[str]:
    """The person whose name ends a fragment, or stands right before its closing comma or place."""
    return [
        identity for name, identity in named_in(fragment, names, voice) if identity and name.last >= fragment.last - 2
    ]


def named_in(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[tuple[Name, str]]:
    """The persons named in the fragment, each with its identity (empty when unknown)."""
    here = [name for name in names if fragment.first <= name.first <= fragment.last]
    return [(name, voice.people.resolve(name.words)) for name in here if is_person(fragment.tokens, name, voice.people)]


THIRD_PERSON = {
    "she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he",
    "they": "they", "them": "they", "their": "they", "theirs": "they",
}  # fmt: skip


def persons_in(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """Everybody named or meant by a pronoun in the fragment."""
    found = {identity for _, identity in named_in(fragment, names, voice) if identity}
    for word in fragment.words:
        found |= {who for who in meant_by(word.split("'")[0], voice) if who}
    return frozenset(found)


def meant_by(word: str, voice: Voice) -> frozenset[str]:
    """Whom a pronoun means in this voice; nobody when the word is none or its person is unknown."""
    if word in ("i", "me", "my", "mine", "myself", "im"):
        return frozenset((voice.me,))
    if word in ("you", "your", "yours"):
        return frozenset((voice.you,)) if voice.you else frozenset()
    if pronoun := THIRD_PERSON.get(word):
        who = voice.topic if pronoun == "they" else voice.third(pronoun)
        return frozenset((who,)) if who else frozenset()
    if word in ("we", "us", "our", "ours"):
        return frozenset((voice.me,))
    return frozenset()
