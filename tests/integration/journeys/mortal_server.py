"""Stands in for the model's process, and dies in mid-answer as often as its "model" file says.

The file is JSON: `text` is what it answers, `cut` how many characters of it come before it dies, `deaths` how often.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from coach.llm.testing import Reply, ScriptedServer

DYING = 0.125
"""Marks the pause between pieces, at which this process ends."""


class Mortal(ScriptedServer):
    def wait(self, seconds: float) -> bool:
        if seconds == DYING:
            os._exit(139)
        return super().wait(seconds)


order = json.loads(sys.stdin.readline())
path = Path(order["model_path"])
told = json.loads(path.read_text(encoding="utf-8"))
dies = told["deaths"] > 0
path.write_text(json.dumps({**told, "deaths": told["deaths"] - 1}), encoding="utf-8")
reply = Reply(text=told["text"], piece=told["cut"], gap_s=DYING) if dies else Reply(text=told["text"])
with Mortal(reply) as server:
    sys.stdout.write(json.dumps({"address": server.url.removesuffix("/v1")}) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
