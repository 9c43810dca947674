"""Which language is it? By its small words; English when in doubt."""

from __future__ import annotations

from coach.domain.checking.lexicon import split_words
from coach.domain.checking.tokens import tokenize

_SMALL = {
    "de": split_words("der die das und ich sie wir ist nicht ein eine mit fur von zu auf wie dass bei dich dir "
    "ihnen ihr mir uns im am den dem wurde viele danke hallo liebe lieber "
    "ihre ihrer ihrem ihren haben sind war wann warum wo es bitte gibt sehr"),
    "fr": split_words("le la les et je vous nous est pas un une avec pour de du des que qui dans sur votre "
    "merci bonjour au aux mon notre ce cette j'ai"),
    "es": split_words("el la los las y yo usted es no un una con para de del que en su por gracias hola me te "
    "nos muy como"),
    "en": split_words("the and i you is not a with for of to on how that at your my we it was in be this have "
    "do are would"),
}  # fmt: skip


def language_of(text: str) -> str:
    """`en`, `de`, `fr` or `es`."""
    words = [token.low for token in tokenize(text[:4000]) if token.kind == "word"]
    scores = {code: sum(word in small for word in words) for code, small in _SMALL.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] else "en"
