"""Recall for other people's LangChain chains: a `BaseRetriever`, sync and async."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field

from coach.domain.evidence import Evidence


class CoachRetriever(BaseRetriever):
    """Wraps `recall(query, k, **narrow) -> list[Evidence]`, e.g. `CoachRetriever(recall=coach.recall, k=5)`.

    A document's text is the quoted note; its metadata holds the evidence's other fields. `narrow` is handed
    to `recall` as it is (`{"kinds": [...], "person": "…"}`).
    """

    recall: Callable[..., list[Evidence]]
    k: int = 10
    narrow: dict[str, Any] = Field(default_factory=dict)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(found) for found in self.recall(query, self.k, **self.narrow)]

    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun
    ) -> list[Document]:
        found = await asyncio.to_thread(self.recall, query, self.k, **self.narrow)
        return [_document(one) for one in found]


def _document(found: Evidence) -> Document:
    metadata = found.model_dump(mode="json", exclude={"text"})
    return Document(page_content=found.text, id=found.source_id, metadata=metadata)
