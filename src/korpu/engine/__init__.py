"""Where heavy work runs: on one processor, on all of this computer's, or on a cluster of several computers.

In: the name of a place to work ("serial", "pool", "dask", "dask:tcp://…"). Out: an executor in the manner of Python's
own `concurrent.futures`, which goes on when a process dies, and None where the work is to be done here and now. The
answer never depends on the place.
"""
