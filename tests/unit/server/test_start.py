from __future__ import annotations

from korpu.server.run import HOST, listen
from korpu.server.secret import secret_of


def test_a_taken_port_leads_to_the_next_free_one():
    first = listen(0)
    try:
        port = first.getsockname()[1]
        second = listen(port)
        try:
            assert second.getsockname()[1] != port
            assert second.getsockname()[0] == HOST
        finally:
            second.close()
    finally:
        first.close()


def test_the_signing_key_is_kept_with_the_books_and_readable_by_their_owner_alone(tmp_path):
    key = secret_of(tmp_path)
    assert secret_of(tmp_path) == key
    assert len(key) > 40
    assert (tmp_path / "session.key").stat().st_mode & 0o077 == 0


def test_without_a_folder_nothing_is_written(tmp_path):
    missing = tmp_path / "none"
    assert secret_of(missing) != secret_of(missing)
    assert not missing.exists()
