"""A backend on a server that speaks the OpenAI chat completions protocol (vLLM, llama-server, Ollama).

For teams that outgrow one machine; never chosen by itself, since questions then leave the customer's
machine. Talks to this machine, or over https; follows no redirect and keeps nothing.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import json
import socket
import threading
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from supportbot.contracts import (
    GenerationFailed,
    GenerationFinished,
    ModelInfo,
    TextDelta,
    TokenCounts,
)
from supportbot.errors import NetworkError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportbot.contracts import (
        EngineEvent,
        FinishReason,
        GenerationRequest,
        Prompt,
        PromptPart,
        Sampling,
    )

_LINE_LIMIT = 1 << 20


class _Delta(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Event(BaseModel):
    """One event of the stream, as far as it matters here."""

    choices: tuple[_Choice, ...] | None = None
    usage: _Usage | None = None


class OpenAIBackend:
    """A ``contracts.Backend`` on a chat completions server. Token ids and log-probabilities stay empty.

    Args:
        base_url: Up to and without ``/chat/completions``, for instance ``http://127.0.0.1:8080/v1``.
        model: The model's name on that server.
        api_key: Sent as a bearer token when given.
        timeout_s: So long may the server stay silent.
        instruction_prefix: Put before every question, for a model that was trained with one.

    Raises:
        UsageError: ``server_url``: neither https nor this machine.
    """

    def __init__(
        self,
        base_url: str,
        model: str,
        *,
        api_key: str | None = None,
        timeout_s: float = 60.0,
        instruction_prefix: str = "",
    ) -> None:
        self._url = urlsplit(base_url.rstrip("/"))
        if not _allowed(self._url.scheme, self._url.hostname):
            raise UsageError(
                f"The server address {base_url} is neither https nor on this machine.",
                "Use https://…, or http://127.0.0.1:PORT/v1.",
                code="server_url",
            )
        self._api_key = api_key
        self._timeout_s = timeout_s
        self._instruction_prefix = instruction_prefix
        self._lock = threading.Lock()
        self._open: dict[str, socket.socket | None] = {}
        self._cancelled: set[str] = set()
        self.model = ModelInfo(model, None, "server")

    def generate(self, request: GenerationRequest) -> Iterator[EngineEvent]:
        """Write one answer on the server."""
        with self._lock:
            self._open[request.request_id] = None
        try:
            yield from self._events(request)
        finally:
            with self._lock:
                del self._open[request.request_id]
                self._cancelled.discard(request.request_id)

    def cancel(self, request_id: str) -> None:
        """Hang up; the server stops writing when it notices."""
        with self._lock:
            sock = self._open.get(request_id)
            if request_id in self._open:
                self._cancelled.add(request_id)
        # Unlike closing it, this wakes a thread that is reading from it.
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def warm(self, prompt: Prompt) -> None:
        """Nothing: the server keeps its model loaded."""

    def prepare(self, request: GenerationRequest) -> None:
        """Nothing: no word leaves before it was sent."""

    def forget(self, conversation_id: str | None) -> None:
        """Nothing: no state is kept here, and the server is not ours."""

    def close(self) -> None:
        """Hang up whatever is going on."""
        with self._lock:
            requests = list(self._open)
        for request_id in requests:
            self.cancel(request_id)

    def _events(self, request: GenerationRequest) -> Iterator[EngineEvent]:
        answer = _ServerAnswer(request.request_id)
        try:
            for event in self._stream(request):
                text = answer.take(event)
                if text:
                    yield TextDelta(request.request_id, text)
            yield answer.finished(answer.reason)
        except (NetworkError, OSError, http.client.HTTPException, ValueError) as err:
            if request.request_id in self._cancelled:
                yield answer.finished("cancelled")
            else:
                yield _failure(request.request_id, err)

    def _stream(self, request: GenerationRequest) -> Iterator[_Event]:
        connection = self._connect(request.request_id)
        with contextlib.closing(connection), self._respond(connection, request) as response:
            while line := response.readline(_LINE_LIMIT):
                name, _, value = line.decode("utf-8", errors="replace").strip().partition(":")
                if name != "data":
                    continue
                if value.strip() == "[DONE]":
                    return
                yield _Event.model_validate_json(value)
        raise NetworkError("The server hung up in the middle of the answer.", code="server_hung_up")

    def _connect(self, request_id: str) -> http.client.HTTPConnection:
        secure = self._url.scheme == "https"
        make = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = make(self._url.hostname or "", self._url.port, timeout=self._timeout_s)
        connection.connect()
        with self._lock:
            self._open[request_id] = connection.sock
            cancelled = request_id in self._cancelled
        if cancelled:
            connection.close()
            raise NetworkError("The answer was cancelled.")
        return connection

    def _respond(
        self, connection: http.client.HTTPConnection, request: GenerationRequest
    ) -> http.client.HTTPResponse:
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        if self._api_key:
            headers["Authorization"] = f"Bearer {self._api_key}"
        body = json.dumps(self._body(request.prompt, request.sampling)).encode()
        connection.request("POST", f"{self._url.path}/chat/completions", body, headers)
        response = connection.getresponse()
        if response.status != http.client.OK:
            response.close()
            raise NetworkError(f"The server answered {response.status}.", code="server_error")
        return response

    def _body(self, prompt: Prompt, sampling: Sampling) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.model.id,
            "messages": self._messages(prompt),
            "stream": True,
            "stream_options": {"include_usage": True},
            "temperature": sampling.temperature,
            "top_p": sampling.top_p,
            "max_tokens": sampling.max_new_tokens,
        }
        if sampling.stop:
            body["stop"] = list(sampling.stop)
        if sampling.seed is not None:
            body["seed"] = sampling.seed
        return body

    def _messages(self, prompt: Prompt) -> list[dict[str, str]]:
        """The words of a prompt as messages: the server lays them out by its own template."""
        messages = [{"role": "system", "content": text} for text in _words(prompt.prefix)]
        for turn in prompt.turns:
            for role, text in zip(("user", "assistant"), _words(turn), strict=False):
                messages.append(self._message(role, text))
        return [*messages, *(self._message("user", text) for text in _words(prompt.question))]

    def _message(self, role: str, text: str) -> dict[str, str]:
        prefix = self._instruction_prefix if role == "user" else ""
        return {"role": role, "content": prefix + text}


class _ServerAnswer:
    """The answer so far."""

    def __init__(self, request_id: str) -> None:
        self._request_id = request_id
        self._started = time.perf_counter()
        self._first_token_ms = 0.0
        self._pieces: list[str] = []
        self._counts = TokenCounts(0, 0, 0)
        self.reason: FinishReason = "stop"

    def take(self, event: _Event) -> str:
        """Take over one event; its text."""
        if event.usage is not None:
            prompt = event.usage.prompt_tokens
            self._counts = TokenCounts(prompt, prompt, event.usage.completion_tokens)
        choices = event.choices or ()
        if any(choice.finish_reason == "length" for choice in choices):
            self.reason = "length"
        text = "".join(choice.delta.content or "" for choice in choices if choice.delta)
        text = text.encode("utf-8", errors="replace").decode()
        if text and not self._first_token_ms:
            self._first_token_ms = (time.perf_counter() - self._started) * 1000
        self._pieces.append(text)
        return text

    def finished(self, reason: FinishReason) -> GenerationFinished:
        """The end."""
        return GenerationFinished(
            self._request_id,
            reason,
            "".join(self._pieces),
            self._counts,
            first_token_ms=self._first_token_ms,
            total_ms=(time.perf_counter() - self._started) * 1000,
        )


def _failure(request_id: str, err: Exception) -> GenerationFailed:
    if isinstance(err, NetworkError):
        code, detail = err.code, err.message
    elif isinstance(err, TimeoutError):
        code, detail = "server_silent", "the server did not answer in time"
    elif isinstance(err, OSError):
        code, detail = "server_unreachable", str(err.strerror or err)
    else:
        code, detail = (
            "server_protocol",
            f"the server's answer is not understood: {type(err).__name__}",
        )
    return GenerationFailed(
        request_id, code, detail, "Check the server and its address, then ask again."
    )


def _allowed(scheme: str, host: str | None) -> bool:
    if not host:
        return False
    if scheme == "https":
        return True
    if scheme != "http":
        return False
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def _words(parts: tuple[PromptPart, ...]) -> list[str]:
    """What somebody said, in order; our own template text left out."""
    texts = (part.text.strip() for part in parts if part.kind != "template")
    return [text for text in texts if text]
