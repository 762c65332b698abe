"""Draws and writes figures the same way on every page and on paper: the ladder, simple charts, numbers in words.

In: values and records from the ledger, a page with the places of its words, and the reader's language. Out: SVG text
that needs no script, and short strings ("over 40 million USD") in English, Ukrainian or Azerbaijani.
"""
