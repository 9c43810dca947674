"""What a real server's answer to a look means."""

from __future__ import annotations

import pytest

from coach.errors import ModelError
from coach.llm.reach import look_at
from coach.llm.testing import ScriptedServer


def test_a_server_that_lists_its_models_is_there() -> None:
    with ScriptedServer(models=("m",)) as server:
        look_at(server.url, "none", "127.0.0.1")


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/v1", "http://localhost:1/v1"])
def test_where_nothing_listens_is_told_with_what_to_do(address: str) -> None:
    with pytest.raises(ModelError, match=r"cannot be reached: .* Check the address and that the server is running\."):
        look_at(address, "none", "127.0.0.1")
