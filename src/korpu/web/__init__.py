"""The workbench: the pages a desk officer and an ambassador work in, in the browser.

In: a request and the use cases of korpu.app. Out: pages, fragments and spreadsheets in English, Ukrainian and
Azerbaijani. Every figure on a page is a button that opens the words it rests on. Pages work without scripts; scripts
add the keyboard.
"""
