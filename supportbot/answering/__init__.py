"""The road from a question to a reply: rules, vetted answers, prompts, judging refusals, and the conversation."""
