"""A loopback shop for downloads: small made-up wheels and files, served well or badly."""

from __future__ import annotations

import hashlib
import io
import random
import threading
import time
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from coach.llm.catalogue import ModelEntry, PackagesSource, Part, UrlSource

CONTENT = b"GGUF" + random.Random(3).randbytes(2_400_000)
PART_SIZE = 1_200_000
FILE = "tiny.gguf"
SLICE = 200_000
SLICE_EVERY_S = 0.3
"""pip reports at most four times a second, and only when bytes come."""


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def wheel(number: int, data: bytes) -> bytes:
    """A wheel named made-up-part<number> 1.0 that carries `data`."""
    info = f"made_up_part{number}-1.0.dist-info"
    files = {
        f"made_up_part{number}/data.bin": data,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: made-up-part{number}\nVersion: 1.0\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": b"",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


class Shop:
    """Serves `goods` by file name. `spoil[name]` changes what is sent; `hold[name]` sends half, then waits.

    `asked` lists (name, Range header) in order; `ranges` False: Range headers are ignored.
    """

    def __init__(self) -> None:
        self.goods: dict[str, bytes] = {FILE: CONTENT}
        self.spoil: dict[str, Callable[[bytes, int], bytes | None]] = {}
        self.hold: dict[str, threading.Event] = {}
        self.asked: list[tuple[str, str]] = []
        self.ranges = True
        self.parts: list[Part] = []
        for number, at in enumerate(range(0, len(CONTENT), PART_SIZE), start=1):
            self._stock(number, CONTENT[at : at + PART_SIZE])
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"shop": self}))
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    def _stock(self, number: int, data: bytes) -> None:
        packed = wheel(number, data)
        self.goods[f"made_up_part{number}-1.0-py3-none-any.whl"] = packed
        self.parts.append(
            Part(
                package=f"made-up-part{number}",
                version="1.0",
                wheel_sha256=digest(packed),
                wheel_size=len(packed),
                member=f"made_up_part{number}/data.bin",
                size=len(data),
                sha256=digest(data),
            )
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/"

    @property
    def packages(self) -> PackagesSource:
        return PackagesSource(kind="packages", parts=tuple(self.parts))

    @property
    def address(self) -> UrlSource:
        # Built without the check for https, which loopback cannot offer.
        return UrlSource.model_construct(kind="url", url=f"{self.url}{FILE}")

    def entry(self, *sources: PackagesSource | UrlSource, sha256: str = "") -> ModelEntry:
        model = ModelEntry(
            name="tiny", file_name=FILE, size=len(CONTENT), sha256=sha256 or digest(CONTENT), context_length=512
        )
        return model.model_copy(update={"sources": sources})

    def asked_for(self, ending: str) -> list[str]:
        return [name for name, _ in self.asked if name.endswith(ending)]

    def close(self) -> None:
        for event in self.hold.values():
            event.set()
        self._http.shutdown()
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    shop: Shop

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the test looks at `asked`."""

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if not name:
            links = "".join(f'<a href="/{good}">{good}</a>\n' for good in self.shop.goods)
            self._send(200, f"<!DOCTYPE html><html><body>{links}</body></html>".encode(), "text/html")
            return
        self.shop.asked.append((name, self.headers.get("Range", "")))
        data: bytes | None = self.shop.goods.get(name)
        if data is not None and name in self.shop.spoil:
            data = self.shop.spoil[name](data, len(self.shop.asked_for(name)))
        if data is None:
            self._send(404, b"gone", "text/plain")
            return
        start = self.headers.get("Range", "").removeprefix("bytes=").removesuffix("-")
        if start and self.shop.ranges:
            self._send(
                206, data[int(start) :], "application/octet-stream", f"bytes {start}-{len(data) - 1}/{len(data)}"
            )
        else:
            self._send(200, data, "application/octet-stream", name=name)

    def _send(self, status: int, data: bytes, kind: str, content_range: str = "", name: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if content_range:
            self.send_header("Content-Range", content_range)
        self.end_headers()
        try:
            if name in self.shop.hold:
                for at in range(0, len(data) // 2, SLICE):
                    self.wfile.write(data[at : min(at + SLICE, len(data) // 2)])
                    self.wfile.flush()
                    time.sleep(SLICE_EVERY_S)
                self.shop.hold[name].wait(30)
                data = data[len(data) // 2 :]
            self.wfile.write(data)
        except OSError:
            self.close_connection = True
