"""The server backend against a small server on loopback."""

from __future__ import annotations

import contextlib
import http.server
import json
import threading

import pytest

from supportbot.answering.prompts import CHATML, INSTRUCTION_PREFIX, PromptRenderer
from supportbot.contracts import GenerationRequest, Message, Sampling
from supportbot.engine.openai_server import OpenAIBackend
from supportbot.errors import UsageError
from tests.engine.conftest import shown

RENDERER = PromptRenderer(CHATML, "Be kind.")
PROMPT = RENDERER.render((Message("user", "hi"), Message("assistant", "Hello.")), "why?")


def event(**fields):
    return b"data: " + json.dumps(fields).encode() + b"\n\n"


def delta(text, finish_reason=None):
    return event(choices=[{"delta": {"content": text}, "finish_reason": finish_reason}])


DONE = b"data: [DONE]\n\n"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        server = self.server
        server.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        server.paths.append((self.path, self.headers.get("Authorization")))
        self.send_response(server.status)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with contextlib.suppress(OSError):
            for chunk in server.chunks:
                self.wfile.write(chunk)
                self.wfile.flush()
            if server.hold is not None:
                server.hold.wait(10)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = False
        running.bodies, running.paths, running.chunks = [], [], []
        running.status, running.hold = 200, None
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        if running.hold is not None:
            running.hold.set()
        running.shutdown()
        thread.join()


def backend(server, **options):
    return OpenAIBackend(f"http://127.0.0.1:{server.server_port}/v1", "helper", **options)


def ask(backend, on_event=lambda event: None, **sampling):
    events = []
    for item in backend.generate(GenerationRequest("r", PROMPT, Sampling(**sampling))):
        events.append(item)
        on_event(item)
    return events


def test_streams_an_answer_from_plain_messages(server):
    usage = {"prompt_tokens": 9, "completion_tokens": 3}
    server.chunks = [
        b": keep-alive\n\n",
        event(choices=[{"delta": {"role": "assistant"}}]),
        delta("Open "),
        delta("Café 😀"),
        delta(None, "stop"),
        event(choices=[], usage=usage),
        event(choices=None),
        DONE,
    ]
    events = ask(
        backend(server, api_key="k", instruction_prefix=INSTRUCTION_PREFIX), seed=3, stop=("X",)
    )
    assert shown(events) == events[-1].text == "Open Café 😀"
    assert (events[-1].reason, events[-1].tokens.completion) == ("stop", 3)
    assert server.paths == [("/v1/chat/completions", "Bearer k")]
    (body,) = server.bodies
    assert body["messages"] == [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "Customer question: hi"},
        {"role": "assistant", "content": "Hello."},
        {"role": "user", "content": "Customer question: why?"},
    ]
    assert (body["stream"], body["model"], body["seed"], body["stop"]) == (True, "helper", 3, ["X"])


def test_cap_is_a_length(server):
    server.chunks = [delta("a", "length"), DONE]
    assert ask(backend(server))[-1].reason == "length"


@pytest.mark.parametrize(
    ("chunks", "status", "code"),
    [
        ([delta("a")], 200, "server_hung_up"),
        ([b"data: {not json}\n\n"], 200, "server_protocol"),
        ([b"data: [1]\n\n"], 200, "server_protocol"),
        ([event(choices=[{"delta": "text"}])], 200, "server_protocol"),
        ([], 500, "server_error"),
        ([], 302, "server_error"),
    ],
)
def test_faults_have_codes(server, chunks, status, code):
    server.chunks, server.status = chunks, status
    failed = ask(backend(server))[-1]
    assert (failed.code, bool(failed.remedy)) == (code, True)


def test_silent_and_absent_servers(server):
    server.hold = threading.Event()
    assert ask(backend(server, timeout_s=0.1))[-1].code == "server_silent"
    assert ask(OpenAIBackend("http://127.0.0.1:9/v1", "m"))[-1].code == "server_unreachable"


def test_cancelling_hangs_up(server):
    server.chunks, server.hold = [delta("a")], threading.Event()
    connected = backend(server)
    events = ask(connected, on_event=lambda event: connected.cancel("r"))
    assert (events[-1].reason, events[-1].text) == ("cancelled", "a")
    connected.cancel("r")
    connected.close()


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/v1",
        "ftp://127.0.0.1/",
        "file:///etc",
        "http://",
        "http://127.0.0.1.example.com/",
    ],
)
def test_only_https_or_this_machine(address):
    with pytest.raises(UsageError) as caught:
        OpenAIBackend(address, "m")
    assert caught.value.code == "server_url"
    assert OpenAIBackend("https://example.com/v1", "m").model.id == "m"
    assert OpenAIBackend("http://[::1]:8080/v1", "m").model.id == "m"
