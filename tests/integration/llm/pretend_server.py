"""Stands in for the model's process: does what the "model" file says, with the real start-up protocol.

ok: listens and serves. error: says why it cannot. die: ends at once. crash: ends when it has been asked once.
sleep: never gets ready.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def tell(message: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


order = json.loads(sys.stdin.readline())
if order["program"]:
    os.execv(order["program"], [order["program"]])
behaviour = Path(order["model_path"]).read_text(encoding="utf-8")


asked = threading.Event()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        asked.set()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()


if behaviour == "error":
    tell({"error": "it will not load"})
    sys.exit(1)
if behaviour == "die":
    sys.stderr.write("0.00.1 E llama: bad magic\n")
    sys.exit(3)
if behaviour == "sleep":
    time.sleep(60)
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
tell({"address": f"http://127.0.0.1:{server.server_address[1]}"})
if behaviour == "crash":
    asked.wait()
    time.sleep(0.2)
    os._exit(139)
sys.stdin.read()
