"""An optional language model that proposes events in statements; korpu works without one and never calls it unasked.

In: an address in the settings (`settings`: a file `model.toml` in the data folder, or the environment) and a person
who asks (`--model`). The text is sent to that address (`client`, `prompt`) and nowhere else. Out: proposals, each held
to the words of the text by `statements.proposed` before anybody sees it (`propose`). An answer is not trusted in
anything: its size, its time, its form and its contents are checked, and when it fails, reading goes on without it.
"""
