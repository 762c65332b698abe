"""Books are opened in folders of their own here, so the databases of these tests are real and thrown away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(autouse=True)
def databases(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests reach the databases that they open themselves."""
    with django_db_blocker.unblock():
        yield
