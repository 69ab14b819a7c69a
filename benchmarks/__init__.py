"""Figures with their commands: ``python -m benchmarks.NAME [--json]``. None of them is a test, and none is timed in CI.

``python -m benchmarks`` runs all that are owed, one after the other, and says which targets were met.

probes           the pack's ten probes, the model's own words and the whole road
score            resolved, sure and wrong, deflected, a person required, on the pack's own labelled questions
bare             through the app against a bare llama_decode loop
first_words      time to the first words with a cached prefix
gpt4all_compare  against gpt4all 2.8.2, in an environment of its own
followup         tokens evaluated for a follow-up question, also after a restart
stop             from the stop button to an idle engine
search           search as it is typed, among 10,000 conversations
window           start to first painted frame, and stalls of the main thread
memory           all our processes together
random_3b        writes the 3B-shaped random GGUF the speed rows use
"""
