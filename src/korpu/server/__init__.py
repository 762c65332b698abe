"""Starts the workbench on this machine and lets one person in.

In: a data folder, a port. Out: a running server on 127.0.0.1 and a sign-in link that works once within ten minutes.
Settings, addresses and start-up live here; nothing below knows of them.
"""
