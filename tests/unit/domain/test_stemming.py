"""Stems from several threads at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from coach.domain.stemming import snowball

WORDS = [
    f"{start}{end}"
    for start in ("hop", "relat", "gener", "condit", "walk", "organ")
    for end in ("ing", "ional", "ed", "s")
]


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads that take turns after each step, as far as the interpreter lets them."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried")
def test_threads_do_not_get_each_others_stems() -> None:
    alone = [snowball(word) for word in WORDS] * 50
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(lambda _: [snowball(word) for word in WORDS], range(200)))
    assert [stem for stems in at_once for stem in stems] == alone * 4


def test_each_language_has_its_own_stems() -> None:
    assert snowball("häuser", "german") == "haus"
    assert snowball("relational") == "relat"
