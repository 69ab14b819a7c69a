"""The engine: writes answers with a GGUF, in a child process that may die without taking the app along.

    client.py      EngineClient, what the app holds: restarts, watchdog, cancellation
    process.py     one child process seen from outside: pipes, stderr, its end
    protocol.py    what crosses the pipes
    worker.py      the child's main
    generation.py  one answer: fit the prompt, reuse what is cached, draw, stop
    llama.py       the only importer of llama_cpp
    sampling.py    drawing a token          text.py    bytes to whole characters, stop strings
    backends.py    llama.cpp's processor and graphics backends       machine.py  threads and memory
    states.py      saved states on disk     cpu.py     processor variants that crashed here
    ends.py        why a worker ended
    scripted.py    a backend for tests      openai_server.py  a backend on a server

Must not import Qt, and imports nothing heavy by itself: the child starts from here.
"""
