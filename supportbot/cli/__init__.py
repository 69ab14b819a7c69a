"""The command line: one module a command group, put together as ``app``.

Owns the root command and its options. A command lives in its own module and takes what it needs from
``supportbot.cli.common``.
"""
