"""An Entry is one line of the journal: who wrote what kind of thing when, sealed to the line before it.

The hash of an entry is SHA-256 over the RFC 8785 list [site, seq, id, recorded, author, type, payload_hash, previous];
its payload hash is SHA-256 over the salt followed by the RFC 8785 form of the payload. Anybody can redo both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from korpu.journal.canonical import canonical_strings
from korpu.kernel.errors import InputError

GENESIS = "0" * 64
"""What stands as `previous` in the first entry of a site."""

SALT_BYTES = 16
_SITE = re.compile(r"[a-z][a-z0-9-]{0,39}")


@dataclass(frozen=True)
class Entry:
    """One sealed line of a site's journal; `recorded` is ISO 8601 in UTC, hashes are lower-case hex."""

    site: str
    seq: int
    id: str
    recorded: str
    author: str
    type: str
    payload_hash: str
    previous: str
    hash: str


@dataclass(frozen=True)
class Head:
    """The last entry of a site: its number and hash. An empty site has seq 0 and GENESIS."""

    site: str
    seq: int = 0
    hash: str = GENESIS


def check_site(site: str) -> str:
    """Return the name of a site unchanged, or raise InputError KORPU-JOURNAL-002 if it cannot be one."""
    if not _SITE.fullmatch(site):
        raise InputError("KORPU-JOURNAL-002", "A site is named with small Latin letters, digits and hyphens.")
    return site


def entry_id(site: str, seq: int) -> str:
    """Return the public name of an entry.

    >>> entry_id("embassy", 12)
    'embassy-12'
    """
    return f"{site}-{seq}"


def payload_hash(salt: bytes, body: bytes) -> str:
    """Return the salted hash that the chain commits to; `body` is the canonical payload."""
    return sha256(salt + body).hexdigest()


def entry_hash(fields: tuple[str, int, str, str, str, str, str, str]) -> str:
    """Return the hash over site, seq, id, recorded, author, type, payload_hash and previous, in this order."""
    return sha256(canonical_strings(fields)).hexdigest()


def seal(head: Head, *, recorded: str, author: str, kind: str, salt: bytes, body: bytes) -> Entry:
    """Make the entry of this type (`kind`) that follows `head`, committing to this salt and canonical payload."""
    seq = head.seq + 1
    name = entry_id(head.site, seq)
    fields = (head.site, seq, name, recorded, author, kind, payload_hash(salt, body), head.hash)
    return Entry(*fields, entry_hash(fields))
