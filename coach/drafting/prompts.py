"""Prompts are files: one Markdown file each, strict front matter, rendered strictly, known by their content hash.

A file opens with YAML front matter (`name`, `version`, `variables`, `max_tokens`, `temperature`, and
`output`, a JSON schema), then `# System` (the part that never changes, read once by the model and kept
in its prefix cache) and `# User` with `{{variable}}` places. A variable that is declared and not used,
used and not declared, or not given is an error before any call.
"""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coach.domain.quoting import visible, without_chat_marks
from coach.errors import PromptError

_PLACE = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
_SECTIONS = re.compile(r"\A---\n(?P<front>.*?)\n---\n+# System\n(?P<system>.*?)\n# User\n(?P<user>.*)\Z", re.DOTALL)


class Prompt(BaseModel):
    """One prompt file, parsed. `content_hash` (sha256, 12 hexadecimal digits) is saved with every draft."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=r"^[a-z_]+$")
    version: int = Field(ge=1)
    variables: tuple[str, ...]
    max_tokens: int = Field(ge=1, le=4096)
    temperature: float = Field(ge=0, le=2)
    output: dict[str, Any]
    system: str = Field(min_length=1)
    user: str = Field(min_length=1)
    content_hash: str

    def render(self, **values: str) -> list[BaseMessage]:
        """The messages to send. Raises PromptError when a variable is missing, unknown or not text."""
        given, wanted = set(values), set(self.variables)
        if given != wanted:
            problem = [f"lacks {sorted(wanted - given)}"] if wanted - given else []
            problem += [f"does not know {sorted(given - wanted)}"] if given - wanted else []
            raise PromptError(f"The prompt {self.name!r} {' and '.join(problem)}.", "Give exactly its variables.")
        text = _PLACE.sub(lambda place: _as_data(values[place.group(1)]), self.user)
        return [SystemMessage(self.system.strip()), HumanMessage(text.strip())]

    def schema_for(self, labels: Sequence[str], marks: Collection[str] = (), *, english: bool = True) -> dict[str, Any]:
        """The output schema, narrowed to the evidence at hand.

        Where it says `x-labels: true`, only `labels` may be cited: the decoder does not let the model write
        others. A property with `x-when: [N, mine]` is asked for only when a label of that kind is there or that
        mark is given; one with `x-unless`, only when none is. Where a line is not to be in English, its pattern
        binds its length and its end marks only.
        """
        schema = copy.deepcopy(self.output)
        _narrow(schema, list(labels), {*marks, *(label[0] for label in labels)})
        if not english:
            _let_openings_go(schema)
        return schema


def _as_data(value: str) -> str:
    """Text from outside cannot pose as a turn of the conversation: what nobody sees and chat marks are taken out."""
    if not isinstance(value, str):
        raise PromptError(f"A prompt variable is {value!r}, not text.", "Pass a string.")
    return without_chat_marks(visible(value))


def _narrow(node: Any, labels: list[str], marks: set[str]) -> None:
    if isinstance(node, dict):
        _drop_what_has_no_ground(node, marks)
        if node.pop("x-labels", False):
            node["items"] = {"type": "string", "enum": labels} if labels else {"type": "string"}
        for child in node.values():
            _narrow(child, labels, marks)
    elif isinstance(node, list):
        for child in node:
            _narrow(child, labels, marks)


def _drop_what_has_no_ground(node: dict[str, Any], marks: set[str]) -> None:
    properties = node.get("properties", {})
    for name, child in list(properties.items()):
        wanted, unwanted = child.pop("x-when", None), child.pop("x-unless", ())
        if (wanted is not None and not marks & set(wanted)) or marks & set(unwanted):
            del properties[name]
            node["required"] = [one for one in node.get("required", ()) if one != name]


_OPENING = re.compile(r"(?<=[\^ ])\((?!\[)[^()\[\]]*\) ")
"""In a pattern, a choice of English phrases that a sentence must begin with."""


def _let_openings_go(node: Any) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            node["pattern"] = _OPENING.sub("", node["pattern"])
        for child in node.values():
            _let_openings_go(child)
    elif isinstance(node, list):
        for child in node:
            _let_openings_go(child)


def estimated_tokens(text: str) -> int:
    """Tokens of `text`, on the high side of what the embedded model's tokenizer counts.

    A word of up to 7 letters is one, a longer one one for each 5 letters; each digit and mark is one; other
    scripts count one for two bytes. Measured on the prompts: 5 to 15 % above the tokenizer of Qwen 2.5.
    """
    count = 0
    for piece in _PIECE.findall(text):
        if not piece.isascii():
            count += -(-len(piece.encode()) // 2)
        else:
            count += 1 if len(piece) <= 7 else -(-len(piece) // 5)
    return count


PROMPT_TOKENS = 880
"""Tokens that a prompt for one draft may have, so that with the marks of the chat it stays under 900: on two cores
a model reads 60 to 77 a second."""

SHARES = (1.0, 0.7, 0.5, 0.3, 0.15, 0.05)
"""Of the words that each piece of evidence may have, what is tried in turn until a prompt keeps to its tokens."""


def rendered_tokens(prompt: Prompt, values: Mapping[str, str]) -> int:
    """Estimated tokens of the whole prompt with these values."""
    return sum(estimated_tokens(str(message.text)) for message in prompt.render(**values))


_PIECE = re.compile(r"[A-Za-z]+|[^\W\d_]+|\d|[^\w\s]|_|\n")


def prompts_folder() -> Path:
    """`prompts/` of the installed package, else of the repository."""
    inside = Path(__file__).resolve().parents[1] / "prompts"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "prompts"


def parse_prompt(text: str, where: str) -> Prompt:
    """Parse one prompt file. Raises PromptError that names the file and the fault."""
    match = _SECTIONS.match(text.replace("\r\n", "\n"))
    if match is None:
        raise PromptError(
            f"The prompt file {where!r} lacks its parts.", "Front matter, then `# System`, then `# User`."
        )
    try:
        front: Mapping[str, Any] = yaml.safe_load(match["front"])
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        prompt = Prompt(**front, system=match["system"], user=match["user"], content_hash=digest)
    except (yaml.YAMLError, ValidationError, TypeError) as exc:
        raise PromptError(f"The front matter of {where!r} is not valid: {exc}.", "Mend the file.") from exc
    used = set(_PLACE.findall(prompt.user))
    if used != set(prompt.variables):
        raise PromptError(
            f"The prompt {where!r} declares {sorted(prompt.variables)} and uses {sorted(used)}.", "Make them equal."
        )
    if _PLACE.search(prompt.system):
        raise PromptError(
            f"The system part of {where!r} has a variable.", "Move it to `# User`: the first part never changes."
        )
    return prompt


@lru_cache(maxsize=32)
def load_prompt(name: str) -> Prompt:
    """The prompt called `name` from `prompts/<name>.md`. Raises PromptError when it is missing or malformed."""
    path = prompts_folder() / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as exc:
        raise PromptError(f"There is no prompt {name!r} at {path}.", "Reinstall the program.") from exc
    prompt = parse_prompt(text, path.name)
    if prompt.name != name:
        raise PromptError(f"The file {path.name!r} holds a prompt named {prompt.name!r}.", "Make both names equal.")
    return prompt
