"""Warming up goes on in the pauses between clicks, and a start imports no more than the first page needs."""

from __future__ import annotations

import subprocess
import sys
import threading

from streamlit.components.v2 import manifest_scanner

from coach.ui.warm_up import Pauses

NOT_FOR_THE_FIRST_PAGE = ("chromadb", "httpx", "langchain_core", "numpy", "onnxruntime", "openai", "snowballstemmer")


def test_a_job_that_is_asked_for_ends_the_wait() -> None:
    pauses, asked = Pauses(), threading.Event()
    asked.set()
    pauses.wait(asked)  # returns although a page was drawn just now


def test_a_pause_lets_the_work_go_on() -> None:
    pauses = Pauses()
    waiting = threading.Thread(target=pauses.wait, args=(threading.Event(),))
    waiting.start()
    waiting.join(timeout=60)
    assert not waiting.is_alive()


def test_the_first_page_imports_no_vendor_that_it_does_not_need() -> None:
    program = (
        f"import sys, coach.bootstrap\nprint([name for name in {NOT_FOR_THE_FIRST_PAGE!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_streamlit_still_has_the_scan_that_the_start_leaves_out() -> None:
    assert callable(manifest_scanner.scan_component_manifests)
