"""Works in a town: finished and planned ones, told in lists, captions, openings and promises."""

from __future__ import annotations

from functools import partial

from tests.unit.ledger.telling import Telling, told

from korpu.statements.reading import Candidate

DONOR = {"Norway": "donor"}
HOUSING = "residential_building"
town = partial(told, place="Orhei")


def works() -> list[Candidate]:
    return [
        town("obligation", "pledged", object="infrastructure", title="rebuilding the town", parties=DONOR),
        town(object="polyclinic", title="renovation of the local clinic", parties=DONOR),
        town("event", "opened", object="polyclinic", title="opening of the restored clinic", when="2025-04"),
        town("event", "completed", object="polyclinic", title="відновлена поліклініка", language="uk"),
        town(object="polyclinic", title="The restored clinic"),
        town(object="school", title="restoring a local school", ordinal=1, group="finished"),
        town(object="polyclinic", title="the clinic", ordinal=2, group="finished"),
        town(stage="planned", title="four bigger projects", count="4", count_unit="projects", group="ahead"),
        town(stage="planned", object="cultural_centre", title="a cultural centre", ordinal=1, group="ahead"),
        town(stage="planned", object="sports_complex", title="a sports hall", ordinal=2, group="ahead"),
        town(stage="planned", object="art_centre", title="a new art centre", ordinal=3, group="ahead"),
        town(stage="planned", object="art_centre", title="a gift: the modern art centre"),
        town(stage="planned", object=HOUSING, title="a block of flats", ordinal=4, group="ahead"),
        town(stage="planned", title="the upcoming four projects", count="4", count_unit="projects"),
        town(object="polyclinic", title="funding the clinic", parties={"Statoil": "funder"}),
        town(object="school", title="funding the secondary school", parties={"Statoil": "funder"}),
    ]  # fmt: skip


def test_two_finished_and_four_planned() -> None:
    story = Telling()
    story.source("src-a", works())
    found = {r.object: r.stage for r in story.records("initiative")}
    assert found == {
        "polyclinic": "opened", "school": "completed", "cultural_centre": "planned", "sports_complex": "planned",
        "art_centre": "planned", "residential_building": "planned",
    }  # fmt: skip
    assert len(story.records("initiative")) == 6


def test_the_list_is_a_record_of_its_own() -> None:
    story = Telling()
    went = story.source("src-a", works())
    assert went[7] == went[13]
    (whole,) = story.records("programme")
    assert whole.id == went[7]
    assert whole.steps[0].count and whole.steps[0].count.value["count"] == "4"


def test_first_of_one_list_is_not_first_of_another() -> None:
    story = Telling()
    went = story.source(
        "src-a",
        [
            town(title="our first project", ordinal=1, group="finished"),
            town(stage="planned", title="the first project", ordinal=1, group="ahead"),
            town(stage="planned", title="the second project", ordinal=2, group="ahead"),
            town(stage="planned", title="the second project", ordinal=2, group="ahead", when="2026"),
        ],
    )
    assert len(set(went)) == 3
    assert went[2] == went[3]


def test_another_source_finds_the_same_works() -> None:
    story = Telling()
    first = story.source("src-a", works())
    again = story.source(
        "src-b",
        [
            town("event", "opened", object="polyclinic", title="polyclinic in Orhei", when="2025-04-23"),
            town(stage="planned", object=HOUSING, title="a nine-storey building"),
            town(stage="planned", place="Balti", object="school", title="a school in Balti"),
            town(stage="planned", place="Moldova", object="school", count="12", count_unit="schools"),
        ],
        said="2025-06",
    )  # fmt: skip
    assert again[0] == first[1]
    assert again[1] == first[12]
    assert again[2] not in first
    assert again[3] not in (*first, again[2])
    clinic = story.ledger.record(first[1])
    opened = [s for s in clinic.steps if s.stage == "opened"] if clinic else []
    assert [s.when.value for s in opened if s.when] == ["2025-04-23"]
