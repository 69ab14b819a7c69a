"""Which GGUF is installed for a pack, whether it is the right one, and how it gets there."""
