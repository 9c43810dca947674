"""The check from end to end: read the evidence, read the draft, weigh each claim and each sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.checking.claims import Finding, check_date, check_name, check_number
from coach.domain.checking.dates import dates
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.names import names
from coach.domain.checking.quantities import quantities
from coach.domain.checking.report import CheckReport, ClaimCheck, SentenceCheck, Verdict
from coach.domain.checking.sources import Source, brief_source, content_keys, read_brief, read_evidence
from coach.domain.checking.tokens import Span, blank_labels, sentences, tokenize

_RANK: dict[str, int] = {"no_claim": 0, "supported": 1, "unsupported": 2, "contradicted": 3}


def check(text: str, evidence: Sequence[Any], brief: Mapping[str, Any] | Any | None) -> CheckReport:
    briefing = read_brief(brief)
    sources = [*read_evidence(evidence), brief_source(briefing)]
    plain = blank_labels(text)
    checked = [_check_sentence(plain, text, span, sources, briefing) for span in sentences(text)]
    return CheckReport(
        sentences=tuple(sentence for sentence, _ in checked),
        claims=tuple(claim for _, claims in checked for claim in claims),
    )


def _check_sentence(
    plain: str, text: str, span: Span, sources: list[Source], briefing: Any
) -> tuple[SentenceCheck, list[ClaimCheck]]:
    tokens = tokenize(plain[span.start : span.end], span.start)
    found_dates = dates(tokens, briefing.today)
    taken = {position for mention in found_dates for position in range(mention.first, mention.last + 1)}
    keys = content_keys([token for position, token in enumerate(tokens) if position not in taken])
    known = {
        low
        for source in sources
        for low, (start, end) in zip(source.lows, source.starts, strict=True)
        if end and source.text[start].isupper() and low not in FUNCTION
    }
    claims: list[ClaimCheck] = []

    def add(first: int, last: int, kind: str, finding: Finding) -> None:
        start, end = tokens[first].start, tokens[last].end
        claims.append(
            ClaimCheck(
                start=start,
                end=end,
                text=text[start:end],
                type=kind,
                verdict=finding.verdict,
                labels=finding.labels,
                quotes=finding.quotes,
                reason=finding.reason,
            )
        )

    for name in names(tokens, known):
        if not taken & set(range(name.first, name.last + 1)):
            add(name.first, name.last, name.kind, check_name(name, sources))
    for number in quantities(tokens):
        if not taken & set(range(number.first, number.last + 1)) and not (number.worded and number.value <= 2):
            add(number.first, number.last, number.kind, check_number(tokens, number, keys, sources))
    for mention in found_dates:
        add(
            mention.first,
            mention.last,
            "date",
            check_date(mention, keys, sources, text[tokens[mention.first].start : tokens[mention.last].end]),
        )
    worst: Verdict = max((claim.verdict for claim in claims), key=lambda verdict: _RANK[verdict], default="no_claim")
    sentence = SentenceCheck(
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        verdict=worst,
        labels=tuple(dict.fromkeys(label for claim in claims for label in claim.labels)),
        quotes=tuple(dict.fromkeys(quote for claim in claims for quote in claim.quotes)),
        reason=next((claim.reason for claim in claims if claim.verdict == worst), "Nothing to check here."),
    )
    return sentence, claims
