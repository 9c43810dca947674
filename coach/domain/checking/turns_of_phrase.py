"""Doers that a turn of phrase names: `mixed by Halil`, `you and I baked`, `it is on us`, `Ida Moe: paints`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.clauses import PREPOSITIONS, Fragment, Voice, is_verb
from coach.domain.checking.felt import felt
from coach.domain.checking.meanings import ONE_RELATIVE, POSSESSIVES, kin_of, meant_by
from coach.domain.checking.names import Name
from coach.domain.checking.people import USER, is_person
from coach.domain.checking.tokens import Token


def said_outright(
    fragment: Fragment, earlier: list[Fragment], here: list[tuple[Name, str]], names: Sequence[Name], voice: Voice
) -> frozenset[str]:
    """The doers that the words name by a turn of phrase; nobody where none fits."""
    return (
        _agent(fragment, names, voice)
        or _kind_of_them(fragment, here, voice)
        or _both_named(fragment, voice)
        or _payer(fragment, voice)
        or _in_ours(fragment, voice)
        or _you_and_name(fragment, earlier, here, voice)
        or _name_and_i(fragment, here, voice)
        or _by_turn_of_phrase(fragment, here, voice)
    )


_KIND_OF = re.compile(
    r"\b(?:kind|good|nice|sweet|lovely|generous|thoughtful|brave|clever|wise|decent|noble|"
    r"big) of (?:the )?(?:\w+ ){1,3}?to \w+"
)


def _kind_of_them(fragment: Fragment, here: list[tuple[Name, str]], voice: Voice) -> frozenset[str]:
    """`how kind of Frau Berger to pay for the hives`: whoever is praised for it has done it."""
    found = _KIND_OF.search(fragment.plain) if voice.draft else None
    words = found[0].split() if found else []
    if "you" in words:
        return frozenset((voice.you,)) - {""}
    return frozenset(who for name, who in here if who and found and set(name.words) & set(words))


def set_beside(
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool] | None:
    """In a note: whoever stands before brackets or before a colon, for what follows them without a subject."""
    if voice.draft or not earlier:
        return None
    if _behind_a_bracket(fragment):
        return before_the_bracket(fragment.tokens, earlier)
    if bracketed := _in_the_bracket(fragment, names, voice):
        return bracketed, True
    labelled = _label(fragment, names, voice)
    return (labelled, True) if labelled else None


def _agent(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """`the glaze is mixed by a neighbour, Halil`, `designed by Tom`: who does it, in a note."""
    found = None if voice.draft else _DONE_BY.search(fragment.plain)
    if found is None:
        return frozenset()
    at = fragment.first + len(fragment.plain[: found.end()].split())
    near = [name for name in names if at <= name.first <= at + 3 and is_person(fragment.tokens, name, voice.people)]
    named = next((who for name in near if (who := voice.people.resolve(name.words))), "")
    if not named and at + 1 <= fragment.last and fragment.tokens[at + 1].low in ONE_RELATIVE:
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


def _in_ours(fragment: Fragment, voice: Voice) -> frozenset[str]:
    """`pivots in ours worn`, `ours leaks too`: told of what the speaker has."""
    return frozenset((voice.me,)) if not voice.draft and _OURS.match(fragment.plain) else frozenset()


_OURS = re.compile(r"(?:(?:the |some )?[\w-]+ (?:in|on|at|of) )?(?:ours|mine)\b")
_PERSONAL = frozenset(("i", "you", "he", "she", "they"))
_PERSONAL_OR_OWNED = _PERSONAL | {"we", "me", "us", *POSSESSIVES}


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
        led = fragment.tokens[max(fragment.first, name.first - 3)].low in PREPOSITIONS
        if before == ["you", "and"] and identity and not led:
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


_OF_YOU = re.compile(
    r"^(?:and |but )?(?:it|that|how|very|so|i (?:\w+ )?(?:found|find|think|thought|call) (?:it|that))\b"
    r".{1,40}\bof you to \w"
)


def _name_and_i(fragment: Fragment, here: list[tuple[Name, str]], voice: Voice) -> frozenset[str]:
    """`Keiko and I swapped lists`: both."""
    for name, identity in here:
        following = [token.low for token in fragment.tokens[name.last + 1 : name.last + 3]]
        if name.first == fragment.first and following == ["and", "i"]:
            return frozenset((identity, voice.me)) - {""}
    return frozenset()


def _label(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """`Ida Moe, my neighbour: lost two`, `her aunt Lise B., 60: lights, also paints`: the one named before the colon,
    for what follows without a subject of its own.
    """
    tokens = fragment.tokens
    colon = next((p for p in range(1, fragment.first) if tokens[p].text == ":"), 0)
    ended = any(tokens[p].text in ".;→" and len(tokens[p - 1].text) > 1 for p in range(1, colon))
    if not colon or ended or any(is_verb(tokens, p) for p in range(1, colon)) or felt(fragment):
        return frozenset()
    known = [voice.people.resolve(name.words) for name in names if name.last < colon]
    subject = tokens[fragment.first].low
    own = subject.split("'")[0] in _PERSONAL or subject in POSSESSIVES or tokens[fragment.first].capital
    verb = is_verb(tokens, fragment.first) or subject in ("also", "still", "now", "and")
    return frozenset(known) - {""} if len(set(known)) == 1 and verb and not own else frozenset()


def _in_the_bracket(fragment: Fragment, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """`Sólveig Ragnars (supervisor, based in Húsavík, afraid of flying)`: whoever stands right before the bracket, for
    what is in it without a subject of its own."""
    tokens = fragment.tokens
    opened = next((p for p in range(fragment.first - 1, 0, -1) if tokens[p].text in "()"), 0)
    if not opened or tokens[opened].text == ")" or set(fragment.words) & _PERSONAL_OR_OWNED:
        return frozenset()
    inside = [name for name in names if fragment.first <= name.first <= fragment.last]
    if any(is_person(tokens, name, voice.people) for name in inside) or voice.me != USER:
        return frozenset()
    named = next((name for name in names if name.last == opened - 1), None)
    return frozenset((voice.people.resolve(named.words),)) - {""} if named else frozenset()


def _behind_a_bracket(fragment: Fragment) -> bool:
    """`(matron, Hull) at the same table said`."""
    opens = fragment.tokens[fragment.first].low in ("at", "in", "on", "from", "next", "beside")
    return opens and fragment.tokens[fragment.first - 1].text == ")"


def before_the_bracket(tokens: Sequence[Token], earlier: list[Fragment]) -> tuple[frozenset[str], bool]:
    """`Margaret (matron, Hull) at the same table said`: whoever stands before what is in brackets."""
    opened = next((part for part in reversed(earlier) if tokens[part.last].text == "("), earlier[-1])
    return opened.owners, opened.explicit
