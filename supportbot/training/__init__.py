"""Turns a pack's docs, tickets and questions into the GGUF that ships: build, train, export, evaluate.

One module a stage, each readable from top to bottom. Nothing the app ships imports this package; torch and
transformers are imported inside functions, so that ``--help`` and the tests of the data stages need neither.
"""
