"""Fetches a model's whole file from one https address, going on where it was cut off."""

from __future__ import annotations

import threading

import httpx

from coach.llm.catalogue import UrlSource
from coach.llm.packages import SourceFailed, Stop
from coach.llm.partial import CHUNK, PartialFile
from coach.llm.progress import Meter

TRIES_WITHOUT_PROGRESS = 4
BACK_OFF_S = 1.0
COMMIT_EVERY = 16 * CHUNK
TIMEOUT = httpx.Timeout(30.0, connect=15.0)


class HubFetch:
    """One run over the bytes that are still missing. Tries again while bytes still come."""

    def __init__(self, source: UrlSource, partial: PartialFile, meter: Meter, stop: threading.Event) -> None:
        self._source = source
        self._partial = partial
        self._meter = meter
        self._stop = stop

    def run(self) -> None:
        """Bring the partial file to its full length. Raises SourceFailed, Stop, or ModelDownloadError."""
        tries, said = 0, ""
        with httpx.Client(follow_redirects=True, timeout=TIMEOUT) as client:
            while self._partial.length < self._partial.entry.size:
                before = self._partial.length
                try:
                    self._fetch(client)
                    said = "the connection ended early"
                except httpx.HTTPError as exc:
                    said = str(exc) or type(exc).__name__
                tries = 0 if self._partial.length > before else tries + 1
                if tries >= TRIES_WITHOUT_PROGRESS:
                    raise SourceFailed(f"{self._source.url}: {said}")
                if tries and self._stop.wait(BACK_OFF_S * 2 ** (tries - 1)):
                    raise Stop

    def _fetch(self, client: httpx.Client) -> None:
        start = self._partial.length
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        with client.stream("GET", self._source.url, headers=headers) as response:
            self._line_up(response, start)
            try:
                for piece in response.iter_bytes(CHUNK):
                    self._take(piece)
            finally:
                self._partial.commit(checked=False)

    def _line_up(self, response: httpx.Response, start: int) -> None:
        """Make sure that the bytes to come are those that go to the end of the partial file."""
        if response.status_code == 206:
            if not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
                raise SourceFailed(f"{self._source.url}: the server sent another range than asked for")
            return
        if response.status_code == 200:
            self._partial.cut_to(0)
            return
        if response.status_code == 416:
            self._partial.cut_to(0)
            raise httpx.ReadError("the server has no such range")
        if response.status_code in (408, 429) or response.status_code >= 500:
            raise httpx.ReadError(f"the server answered with status {response.status_code}")
        raise SourceFailed(f"{self._source.url}: the server answered with status {response.status_code}")

    def _take(self, piece: bytes) -> None:
        if self._stop.is_set():
            raise Stop
        self._partial.append(piece)
        here = self._partial.written
        if here > self._partial.entry.size:
            self._partial.cut_to(0)
            raise SourceFailed(f"{self._source.url}: the file there is longer than it should be")
        if here - self._partial.length >= COMMIT_EVERY:
            self._partial.commit(checked=False)
        self._meter.at(here)
