"""The tables. The first four are the truth and guarded by triggers; the rest is worked out from them.

Of the projections only Pending and Checked hold words of a source; the others hold names of entries and what became
of them, so that what is erased from the journal is erased everywhere.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One sealed line of a site's journal. `name` is the public id of the entry."""

    row = models.BigAutoField(primary_key=True)
    site = models.CharField(max_length=40)
    seq = models.PositiveBigIntegerField()
    name = models.CharField(max_length=80, unique=True)
    recorded = models.CharField(max_length=40)
    author = models.CharField(max_length=200)
    type = models.CharField(max_length=20)
    payload_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """One number, one entry."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["site", "seq"], name="one_entry_per_number")]
        indexes: ClassVar = [models.Index(fields=["type", "site", "seq"], name="entries_by_type")]


class Payload(models.Model):
    """What an entry says, in canonical JSON, with the salt of its hash; gone once erased."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True)
    salt = models.BinaryField()
    body = models.TextField()


class Head(models.Model):
    """The last entry of each site, remembered apart, so that a journal cut short at its end is noticed."""

    site = models.CharField(max_length=40, primary_key=True)
    seq = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)


class Text(models.Model):
    """The canonical text of a source; erased words are blanked at the same length."""

    source = models.CharField(max_length=80, primary_key=True)
    text = models.TextField()
    raw_sha256 = models.CharField(max_length=64, null=True)


class Source(models.Model):
    """Projection: a source entry that stands, with what lists and filters need."""

    id = models.CharField(max_length=80, primary_key=True)
    entry = models.CharField(max_length=80, unique=True)
    recorded = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    published = models.CharField(max_length=80, null=True)
    candidates = models.PositiveIntegerField(default=0)


class Pending(models.Model):
    """Projection: a candidate found in a source, and what a person decided about it."""

    key = models.CharField(max_length=80, primary_key=True)
    source = models.CharField(max_length=80, db_index=True)
    position = models.PositiveIntegerField()
    candidate = models.JSONField()
    seal = models.CharField(max_length=64)
    state = models.CharField(max_length=10, default="open", db_index=True)
    entry = models.CharField(max_length=80, null=True)


class Claims(models.Model):
    """Projection: an entry of claims or identity, and whether it stands."""

    entry = models.CharField(max_length=80, primary_key=True)
    row = models.BigIntegerField(unique=True)
    type = models.CharField(max_length=20)
    record = models.CharField(max_length=120, db_index=True)
    source = models.CharField(max_length=80, null=True, db_index=True)
    candidate = models.CharField(max_length=80, null=True, db_index=True)
    supersedes = models.CharField(max_length=80, null=True, db_index=True)
    void = models.BooleanField(default=False)
    superseded_by = models.CharField(max_length=80, null=True)
    reviewed_by = models.CharField(max_length=80, null=True)


class Review(models.Model):
    """Projection: a decision on an entry or a candidate, and whether it was taken back."""

    entry = models.CharField(max_length=80, primary_key=True)
    row = models.BigIntegerField(unique=True)
    target = models.CharField(max_length=80, db_index=True)
    decision = models.CharField(max_length=10)
    author = models.CharField(max_length=200)
    void = models.BooleanField(default=False)


class Chore(models.Model):
    """Something still to be done after a crash, such as sweeping erased words out of free pages."""

    name = models.CharField(max_length=40, primary_key=True)


class Checked(models.Model):
    """Projection: what the checks found in a source as it stands, under a key of its words and of the rules.

    It quotes words of the source, so it goes whenever anything is erased; what is missing is worked out anew.
    """

    source = models.CharField(max_length=80, primary_key=True)
    key = models.CharField(max_length=64)
    findings = models.JSONField()


class Alike(models.Model):
    """Projection: two sources of one text, and what of it they share; a row of a source with itself: it was compared.

    What is erased changes what is shared, so all of it goes then, and is worked out anew.
    """

    id = models.BigAutoField(primary_key=True)
    one = models.CharField(max_length=80)
    two = models.CharField(max_length=80)
    share = models.FloatField()
    whole = models.BooleanField()

    class Meta:
        """One pair, one row."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["one", "two"], name="one_pair_once")]
