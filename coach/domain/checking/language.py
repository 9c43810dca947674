"""Which language is it? By its small words; English when in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.lexicon import split_words
from coach.domain.checking.tokens import Token, tokenize

_SMALL = {
    "de": split_words("der die das und ich sie wir ist nicht ein eine mit fur von zu auf wie dass bei dich dir "
    "ihnen ihr mir uns im am den dem wurde viele danke hallo liebe lieber "
    "ihre ihrer ihrem ihren haben sind war wann warum wo es bitte gibt sehr hat nur uber noch auch aber oder "
    "wird werden kann kein keine keinen dann bis schon sein seine mein meine vom zum zur beim durch ohne gegen "
    "ihn ihm habe hast dein deine wenn weil jetzt immer mal gestern heute gerade getroffen kennengelernt gesprochen "
    "geredet nach seit sich einen einem einer eines macht hatte waren mochte sucht sagt sagte fand dieser diese"),
    "fr": split_words("le la les et je vous nous est pas un une avec pour de du des que qui dans sur votre "
    "merci bonjour au aux mon notre ce cette j'ai"),
    "es": split_words("el la los las y yo usted es no un una con para de del que en su por gracias hola me te "
    "nos muy como"),
    "nl": split_words("het een en ik je jij is niet met voor van op dat wij jullie dank bedankt graag was aan om nog"),
    "it": split_words("il lo gli e un una che non con per di del della sono grazie ciao mi ti ci molto piacere"),
    "pt": split_words("o os um uma que nao com para do da em obrigado obrigada ola foi muito voce seu sua"),
    "pl": split_words("i w na z sie nie to jest do za o dla czy dziekuje bardzo pan pani mnie ciebie"),
    "sv": split_words("och det att en ett jag du ar inte med for av pa som tack hej vi har var"),
    "en": split_words("the and i you is not a with for of to on how that at your my we it was in be this have "
    "do are would from she he they has had were about her who but by an their"),
}  # fmt: skip


def small_words(language: str) -> frozenset[str]:
    """The small words of a language that is known here; none of another."""
    return _SMALL.get(language, frozenset())


def language_of(text: str) -> str:
    """`en`, or another of the languages whose small words prevail; `xx` for a script that is not Latin."""
    tokens = tokenize(text[:4000])
    words = [token.low for token in tokens if token.kind == "word"]
    foreign = sum(not sign.isascii() and sign.isalpha() and ord(sign) > _LATIN for word in words for sign in word)
    if words and foreign > sum(map(len, words)) / 2:
        return "xx"
    loose = [token.low for place, token in enumerate(tokens) if token.kind == "word" and not _in_a_name(tokens, place)]
    scores = {code: sum(word in small for word in loose) for code, small in _SMALL.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] <= scores["en"]:
        return "en"
    return "en" if scores[best] < SURE and _reads_as_english(tokens) else best


def reads_as_english(text: str) -> bool:
    """Whether the words themselves are English; `language_of` says `en` too where no word tells the language."""
    tokens = tokenize(text[:4000])
    if language_of(text) != "en":
        return False
    plain = [token.low for token in tokens if token.kind == "word"]
    return any(word in _ENGLISH_ALONE for word in plain) or _reads_as_english(tokens)


def _in_a_name(tokens: list[Token], place: int) -> bool:
    """`Quinta da Ribeira`, `Ana de Wit`: a small word between two capital ones tells nothing of the language, but for
    those of German that stand in no name, since every noun has a capital there."""
    if tokens[place].low in _IN_NO_NAME:
        return False
    beside = tokens[place - 1 : place] + tokens[place + 1 : place + 2] if place else []
    return len(beside) > 1 and tokens[place].text.islower() and all(token.capital for token in beside)


_IN_NO_NAME = small_words("de") - split_words("der die das den dem von vom zu zum zur und am an im in")
_ENGLISH_ALONE = _SMALL["en"].difference(
    {"in", "an", "am", "was", "so", "will", "hat", "die"}, *(small for code, small in _SMALL.items() if code != "en")
)
"""Small words that no other of the languages has; "in", "an" and the like are German as well, and tell neither."""
SURE = 3
"""Small words of a language that leave no doubt. One or two may be English words as well ("met", "die", "was")."""
_MOST = 0.6


def _reads_as_english(tokens: Sequence[Token]) -> bool:
    """Whether most words that are written small, or come first, are English: "Met Ana Ruiz, drilling supervisor"."""
    from coach.domain.checking.english import known

    long = [token for token in tokens if token.kind == "word" and len(token.low) > 2]
    words = [token.low for place, token in enumerate(long) if token.text[:1].islower() or place == 0]
    return bool(words) and sum(map(known, words)) >= _MOST * len(words)


_LATIN = 0x24F
