"""What comes from outside is measured before it is looked at."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import Case
from korpu.ledger.incidents.writing import case_in, lines_of
from korpu.standards.untrusted import LONGEST, MOST_BYTES, day, load, moment, tongue, web

from .cases import cases


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b" " * (MOST_BYTES + 1), "001"),
        (b"", "002"),
        (b"\xff\xfe{}", "002"),
        (b'{"a": 1, "a": 2}', "002"),
        (b'{"a": NaN}', "002"),
        (b'{"a": 1' + b"0" * 5_000 + b"}", "002"),
        (b"[" * 100_000, "003"),
        (b"[" * 40 + b"]" * 40, "003"),
        (b"[" + b"1," * 200_000 + b"1]", "003"),
        (json.dumps("x" * (LONGEST + 1)).encode(), "004"),
        (b'{"a": "\\ud800"}', "004"),
        (b'{"a\\u0000": 1}', "004"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_limits_are_kept(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        load(data)
    assert refused.value.code == f"KORPU-EXCHANGE-{code}"


def test_values_from_outside_are_what_they_seem_or_nothing() -> None:
    assert web("javascript:alert(1)") is web("https://a b") is web(7) is None
    assert (day("2024-05-06T10:00:00Z"), day("2024-13"), day("soon"), day("2024")) == ("2024-05-06", None, None, "2024")
    assert (tongue("uk-UA"), tongue("x y"), tongue(None, "az")) == ("uk", "en", "az")
    assert moment("9999-12-31T23:59:59-14:00") == moment("never")


@given(cases())
def test_the_lines_of_a_case_are_read_back(case: Case) -> None:
    assert case_in(lines_of(case)) == case
