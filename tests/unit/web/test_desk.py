"""What somebody is working on is held under a name that cannot be guessed, for a while."""

import pytest

from korpu.kernel.errors import NotFoundError
from korpu.web.desk import Desk

GONE = NotFoundError("KORPU-TEST-001", "It is gone.")


def test_what_was_put_down_is_found_by_its_name_alone():
    desk = Desk(GONE)
    one, other = desk.put("one"), desk.put("other")
    assert (desk.get(one), desk.get(other)) == ("one", "other")
    assert len({one, other}) == 2
    assert min(len(one), len(other)) >= 20


def test_the_oldest_goes_when_there_is_no_room_and_what_is_old_goes_by_itself():
    desk = Desk(GONE, most=1)
    first = desk.put("first")
    desk.put("second")
    with pytest.raises(NotFoundError, match="It is gone"):
        desk.get(first)
    stale = Desk(GONE, seconds=-1)
    with pytest.raises(NotFoundError):
        stale.get(stale.put("old"))


def test_asking_again_for_what_is_gone_keeps_nothing_of_the_earlier_requests():
    desk = Desk(GONE)
    raised = []
    for _ in range(2):
        with pytest.raises(NotFoundError) as told:
            desk.get("no such name")
        raised.append(told.value)
    assert raised[0] is not raised[1]
    assert GONE.__traceback__ is None
    assert raised[0].code == raised[1].code == "KORPU-TEST-001"
