"""The interview that korpu starts from: its five oddities are found, and next to nothing else is said aloud."""

import json
import time

import pytest

from korpu.statements.checks import check_reading
from korpu.statements.document import Document
from korpu.statements.figures import figures
from korpu.statements.passages import passages
from korpu.statements.reading import Reading
from korpu.statements.sentences import sentences


def read(text, published):
    document = Document(text, published=published)
    parts = passages(document)
    lines = sentences(document, parts)
    return Reading(document, "en", parts, figures(document, parts, lines)), lines


def check(text, published):
    return check_reading(*read(text, published))


def overlaps(finding, ranges):
    return any(a < last and first < b for a, b in finding.ranges for first, last in ranges)


@pytest.fixture(scope="module")
def oddities(shared):
    return json.loads((shared / "interview" / "oddities.json").read_text(encoding="utf-8"))


def test_all_oddities_are_found_and_little_else(interview, oddities):
    found = check(interview, "2025-05")
    for oddity in oddities:
        assert [f for f in found if f.check in oddity["checks"] and overlaps(f, oddity["ranges"])], oddity["id"]
    others = [
        (f.check, f.message)
        for f in found
        if f.severity != "info" and not any(f.check in o["checks"] and overlaps(f, o["ranges"]) for o in oddities)
    ]
    assert others == []


def test_the_slip_is_corrected(interview):
    slip = next(f for f in check(interview, "2025-05") if f.check == "scale_slip")
    assert slip.proposal.text == "100-billion-dollar"
    assert (slip.proposal.value, slip.proposal.unit) == ("100000000000", "USD")
    assert "= 3,000; stated 3" in slip.arithmetic


def test_without_a_date_relative_times_are_reported(interview):
    assert "relative_time" in {f.check for f in check(interview, None)}
    assert "relative_time" not in {f.check for f in check(interview, "2025-05") if f.severity != "info"}


def test_every_finding_is_bounded_and_quick(interview):
    reading, lines = read(interview, "2025-05")
    started = time.process_time()
    found = check_reading(reading, lines)
    assert time.process_time() - started < 0.5
    assert all(0 <= a < b <= len(interview) for f in found for a, b in f.ranges)
