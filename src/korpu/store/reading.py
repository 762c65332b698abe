"""Reads entries, payloads and texts out of the database, within a unit of work or outside one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from django.db.models import QuerySet

from korpu.journal.entry import Entry, Head
from korpu.journal.payloads import Payload
from korpu.journal.ports import KeptText, Row
from korpu.store import models, sqlite
from korpu.store.connect import path_of

_FIELDS = ("site", "seq", "name", "recorded", "author", "type", "payload_hash", "previous", "hash")


class JournalTables:
    """The journal as it lies in one database (Django's name of it is `alias`); nothing here writes."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def head(self, site: str) -> Head:
        """Return the last entry of a site."""
        found = models.Head.objects.using(self.alias).filter(site=site).first()
        return Head(site, found.seq, found.hash) if found else Head(site)

    def entry(self, name: str) -> Entry | None:
        """Return one entry by its id, None when there is none."""
        found = self._entries().filter(name=name).values_list(*_FIELDS).first()
        return Entry(*found) if found else None

    def payload(self, name: str) -> Payload | None:
        """Return what an entry says, None when there is no such entry or it was erased."""
        found = models.Payload.objects.using(self.alias).filter(entry__name=name).values_list("body").first()
        return cast("Payload", json.loads(found[0])) if found else None

    def holds(self, name: str) -> bool:
        """Tell whether there is such an entry and its payload was not erased; the payload is not loaded."""
        return models.Payload.objects.using(self.alias).filter(entry__name=name).exists()

    def entries(self, *types: str) -> Iterator[tuple[Entry, Payload | None]]:
        """Yield entries of these types (all without types) in the order of site and number, with their payloads."""
        found = self._entries().order_by("site", "seq")
        if types:
            found = found.filter(type__in=types)
        for *fields, body in found.values_list(*_FIELDS, "payload__body"):
            yield Entry(*fields), json.loads(body) if body is not None else None

    def in_order(self, *types: str) -> Iterator[tuple[int, Entry, Payload | None]]:
        """Yield entries of these types, of all sites, in the order in which they came into this database, with it."""
        found = self._entries().order_by("row")
        if types:
            found = found.filter(type__in=types)
        for row, *fields, body in found.values_list("row", *_FIELDS, "payload__body"):
            yield row, Entry(*fields), json.loads(body) if body is not None else None

    def rows(self) -> Iterator[Row]:
        """Yield every committed entry raw, in the order of site and number."""
        with sqlite.snapshot(path_of(self.alias)) as (found, _):
            yield from found

    def heads(self) -> list[Head]:
        """Return the remembered last entry of every site."""
        found = models.Head.objects.using(self.alias).order_by("site").values_list("site", "seq", "hash")
        return [Head(*fields) for fields in found]

    def text(self, source: str) -> KeptText | None:
        """Return the text of a source as it stands now."""
        found = models.Text.objects.using(self.alias).filter(source=source).first()
        return KeptText(found.source, found.text, found.raw_sha256) if found else None

    def texts(self) -> Iterator[KeptText]:
        """Yield every text kept, in the order of source ids."""
        for found in models.Text.objects.using(self.alias).order_by("source").iterator():
            yield KeptText(found.source, found.text, found.raw_sha256)

    def _entries(self) -> QuerySet[models.Entry]:
        return models.Entry.objects.using(self.alias)
