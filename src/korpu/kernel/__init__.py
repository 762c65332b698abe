"""What every room of the house shares: values, time, names of things that go wrong.

In: nothing. Out: intervals, EDTF time, findings and errors. Standard library only; nothing here knows of
documents, databases or the web.
"""
