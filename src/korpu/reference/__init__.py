"""What the world is called: countries, cities, regions, seas, organisations, offices and kinds of things acted on.

In: the tables in `data`, each row with the source of the name. Out: `names.load_names()`, which finds names in text
in English, Ukrainian, Azerbaijani and Russian and says what lies inside what, and `objects.load_objects()`, which
finds the things a statement speaks of, such as a school, a ferry service or a memorandum. No text is judged here.
"""
