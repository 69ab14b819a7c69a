"""The one renderer of prompts, used by training, evaluation and the app.

A prompt is a list of parts. Template parts are ours and may hold special tokens; content parts are
somebody's words and are tokenised with special tokens switched off, so ``<|im_end|>`` typed by a customer
is eight harmless characters. Both sides (transformers while training, llama.cpp while answering) tokenise
part by part, which is what keeps their token ids equal; ``tests/training/test_parity.py`` holds them to it.

The layout comes from the base model's family. It is recognised in the GGUF's chat template and never
executed: a template from a file is a program, and we do not run programs from files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportbot.contracts import Message, Prompt, PromptPart
from supportbot.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

INSTRUCTION_PREFIX = "Customer question: "


@dataclass(frozen=True, slots=True)
class ChatFormat:
    """How one family of models marks who speaks.

    ``start`` opens every prompt (the BOS token, written here and nowhere else). ``system_role`` is ``False``
    where a family has no system turn: the line then stands before every question, so that dropping the oldest
    turns never loses it.
    """

    name: str
    marker: str
    start: str
    system: tuple[str, str]
    user: tuple[str, str]
    assistant: tuple[str, str]
    end_token: str
    system_role: bool = True


CHATML = ChatFormat(
    name="chatml",
    marker="<|im_start|>",
    start="",
    system=("<|im_start|>system\n", "<|im_end|>\n"),
    user=("<|im_start|>user\n", "<|im_end|>\n"),
    assistant=("<|im_start|>assistant\n", "<|im_end|>\n"),
    end_token="<|im_end|>",
)
LLAMA3 = ChatFormat(
    name="llama3",
    marker="<|start_header_id|>",
    start="<|begin_of_text|>",
    system=("<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"),
    user=("<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"),
    assistant=("<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"),
    end_token="<|eot_id|>",
)
GEMMA = ChatFormat(
    name="gemma",
    marker="<start_of_turn>",
    start="<bos>",
    system=("", "\n\n"),
    user=("<start_of_turn>user\n", "<end_of_turn>\n"),
    assistant=("<start_of_turn>model\n", "<end_of_turn>\n"),
    end_token="<end_of_turn>",
    system_role=False,
)
GEMMA4 = ChatFormat(
    name="gemma4",
    marker="<|turn>",
    start="<bos>",
    system=("<|turn>system\n", "<turn|>\n"),
    user=("<|turn>user\n", "<turn|>\n"),
    assistant=("<|turn>model\n", "<turn|>\n"),
    end_token="<turn|>",
)
FORMATS: tuple[ChatFormat, ...] = (CHATML, LLAMA3, GEMMA4, GEMMA)


def chat_format(template: str) -> ChatFormat:
    """The format a GGUF's ``tokenizer.chat_template`` belongs to.

    Raises:
        UsageError: The template is of no family we can render.
    """
    for candidate in FORMATS:
        if candidate.marker in template:
            return candidate
    raise UsageError(
        "The model's chat template is of no known family.",
        "Use a base with a ChatML, Llama 3, Gemma or Gemma 4 template.",
        code="chat_template",
    )


def instruction(question: str) -> str:
    """The question as the model was taught to see it."""
    return INSTRUCTION_PREFIX + question.strip()


@dataclass(frozen=True, slots=True)
class PromptRenderer:
    """Renders conversations for one model family and one pack.

    Args:
        form: The family's layout.
        system: The pack's system line; empty for none (never the base's default one).
    """

    form: ChatFormat
    system: str = ""

    def render(self, history: Sequence[Message], question: str) -> Prompt:
        """The prompt for ``question`` after ``history`` (user and assistant messages in turn)."""
        return Prompt(
            prefix=self._prefix(),
            turns=tuple(self._turns(history)),
            question=(*self._user(question), _template(self.form.assistant[0])),
        )

    def completion(self, answer: str) -> tuple[PromptPart, ...]:
        """What the model is to write for ``answer``: its words, then the end token (training only)."""
        return (_content(answer.strip()), _template(self.form.end_token))

    def _prefix(self) -> tuple[PromptPart, ...]:
        opening = self.form.start
        if not self.system or not self.form.system_role:
            return (_template(opening),) if opening else ()
        before, after = self.form.system
        return (_template(opening + before), _content(self.system), _template(after))

    def _user(self, question: str) -> tuple[PromptPart, ...]:
        before, after = self.form.user
        lead = "" if self.form.system_role or not self.system else self.system + self.form.system[1]
        return (
            _template(before + lead + INSTRUCTION_PREFIX.rstrip()),
            _content(" " + question.strip()),
            _template(after),
        )

    def _turns(self, history: Sequence[Message]) -> list[tuple[PromptPart, ...]]:
        turns: list[tuple[PromptPart, ...]] = []
        pending: tuple[PromptPart, ...] = ()
        for message in history:
            if message.role == "user":
                pending = self._user(message.content)
                continue
            if not pending:
                continue
            before, after = self.form.assistant
            said = (
                PromptPart("tokens", message.content, message.token_ids)
                if message.token_ids
                else _content(message.content.strip())
            )
            turns.append((*pending, _template(before), said, _template(after)))
            pending = ()
        return turns


def _template(text: str) -> PromptPart:
    return PromptPart("template", text)


def _content(text: str) -> PromptPart:
    return PromptPart("content", text)
