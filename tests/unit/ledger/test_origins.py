"""A reprint is no second witness; two statements about one event are two; a translation is hinted at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from korpu.kernel.finding import Finding, Input
from korpu.ledger.checks.finding import LedgerFinding
from korpu.ledger.origins import Alike, Decided, Origins, Teller, alike, sketch
from korpu.ledger.origins.retold import Told, figures_of, hints
from korpu.ledger.origins.told_once import told_once

WIRE = """Norway sends transformers to Chernihiv

KYIV, 12 May. Norway handed over 14 transformers and 3 mobile substations to the power company of the
Chernihiv region on Monday, the ministry of energy said. The equipment is worth 6.2 million euros and was paid
for from the energy support fund. It will be installed at four substations that were damaged in March, and
should restore supply to about 42,000 households before the autumn. The deputy minister thanked the Norwegian
government and said that a further 9 transformers are expected in July. Engineers from both countries will
check the equipment together. Since 2022 Norway has given Ukraine energy equipment worth more than 180 million
euros, according to the ministry."""

REPRINT = """Light returns to the north: help from Oslo

The region can expect its lamps to burn this winter, our correspondent reports.

KYIV, 12 May. Norway handed over 14 transformers and 3 mobile substations to the power company of the
Chernihiv region on Monday, the ministry of energy said. The equipment is worth 6.2 million euros and was paid
for from the energy support fund. It will be installed at four substations that were damaged in March, and
should restore supply to about 42 000 households before the autumn. The deputy minister thanked the Norwegian
government and said that a further 9 transformers are expected in July. Since 2022 Norway has given Ukraine
energy equipment worth more than 180 million euros.

Read more in our app."""

SHORTENED = """Norway handed over 14 transformers and 3 mobile substations to the power company of the Chernihiv
region on Monday, the ministry of energy said. The equipment is worth 6.2 million euros."""

MISPRINT = WIRE.replace("6.2 million", "62 million")

OTHER_VOICE = """The Norwegian embassy reports: today we were in Chernihiv to deliver what was promised in
February. Fourteen transformers and three mobile substations, together worth 6.2 million euros, now belong to
the regional power
company, which means that 42,000 homes will have power again. “This is what neighbours do,” the ambassador
said at the ceremony. The transformers were built in Drammen and travelled by rail for nine days; 9 more will
follow in July. Our support fund for energy, run together with the Nordic investors, has another 40 million
euros for this year."""

MONTHLY = """Report of the mine action centre for {month}. During the month the teams of the centre surveyed {area}
hectares of farmland in the Kherson and Mykolaiv regions and returned {back} hectares to their owners. The
teams found and destroyed {found} explosive objects, among them {mines} anti-tank mines. The work of the teams
is supported by the governments of Japan and Azerbaijan, which have provided vehicles, detectors and the
training of the operators. The centre thanks its partners and asks the people of both regions to report every
dangerous object to the emergency service."""


def compared(*texts: str, published: tuple[str | None, ...] = ()) -> list[Alike]:
    days = published or (None,) * len(texts)
    sketches = [sketch(f"s{n}", text, day) for n, (text, day) in enumerate(zip(texts, days, strict=True))]
    return list(alike(sketches, ()))


def test_a_reprint_with_another_headline_and_first_line_is_one_text() -> None:
    (pair,) = compared(WIRE, REPRINT)
    assert pair.whole
    assert pair.share > 0.6


def test_a_shortened_reprint_is_tied_and_not_of_the_same_length() -> None:
    (pair,) = compared(WIRE, SHORTENED)
    assert pair.share > 0.7
    assert not pair.whole


def test_a_misprinted_reprint_is_still_a_reprint() -> None:
    assert len(compared(WIRE, MISPRINT)) == 1


def test_two_statements_about_one_event_are_two() -> None:
    assert compared(WIRE, OTHER_VOICE) == []


def test_a_report_that_comes_each_month_in_the_same_words_is_new() -> None:
    first = MONTHLY.format(month="May 2025", area="412", back="230", found="87", mines="31")
    second = MONTHLY.format(month="June 2025", area="388", back="275", found="64", mines="19")
    assert compared(first, second, published=("2025-06-02", "2025-07-02")) == []
    assert compared(first, second) == []
    assert len(compared(first, first.replace("87", "78"), published=("2025-06-02", "2025-06-03"))) == 1


def test_a_shared_quotation_does_not_make_two_articles_one() -> None:
    quote = "“We will rebuild the hospital before the winter, and we will do it with our friends,” the mayor said. "
    one = quote + " ".join(
        f"Paragraph {n} of the first article tells of the town and of its {n * 7} shops." for n in range(9)
    )
    two = quote + " ".join(f"The second writer counts {n * 11} bridges and asks who pays for them." for n in range(9))
    assert compared(one, two) == []


def test_short_texts_are_left_alone() -> None:
    assert compared("Norway gave 3 buses to the town.", "Norway gave 3 buses to the town.") == []


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), min_size=40, max_size=80))
def test_a_text_is_alike_itself(words: list[str]) -> None:
    one, two = sketch("one", " ".join(words)), sketch("two", " ".join(words).upper())
    found = list(alike([one], [two]))
    assert len(found) == (1 if len(one.runs) >= 25 else 0)
    assert all(pair.share == 1 and pair.whole for pair in found)


def test_new_sketches_give_the_same_pairs_as_all_at_once() -> None:
    texts = (WIRE, REPRINT, SHORTENED, MISPRINT, OTHER_VOICE)
    sketches = [sketch(f"s{n}", text) for n, text in enumerate(texts)]
    together = {frozenset((p.one, p.two)) for p in alike(sketches, ())}
    one_by_one = {frozenset((p.one, p.two)) for n, s in enumerate(sketches) for p in alike([s], sketches[:n])}
    assert together == one_by_one


def tellers(*kinds: str) -> list[Teller]:
    return [Teller(name, kind, day) for name, kind, day in (k.split() for k in kinds)]


def test_five_outlets_one_origin() -> None:
    known = tellers(
        "a press 2025-05-13", "b statement 2025-05-12", "c press 2025-05-12", "d press 2025-05-14", "e press 2025-05-12"
    )
    pairs = [Alike("b", other, 0.9, whole=True) for other in ("a", "c", "d")]
    found = Origins.of(known, pairs)
    assert found.group("d") == ("b", "c", "a", "d")
    assert found.origin("a") == "b"
    assert found.independent(["a", "b", "c", "d", "e"]) == [("b", "c", "a", "d"), ("e",)]
    assert found.group("e") == ("e",)


def test_a_collection_does_not_tie_what_it_collects() -> None:
    known = tellers("one press 2025-05-01", "two press 2025-05-02", "bulletin press 2025-05-09")
    found = Origins.of(known, [Alike(s, "bulletin", 0.95, whole=False) for s in ("one", "two")])
    assert found.group("one") == ("one",)
    assert len(found.independent(["one", "two"])) == 2
    assert len(found.independent(["one", "bulletin"])) == 1


def test_a_person_parts_and_ties_and_the_last_word_counts() -> None:
    known = tellers("a press 2025-05-13", "b press 2025-05-12", "c press 2025-05-12")
    pairs = [Alike("a", "b", 0.8, whole=True), Alike("b", "c", 0.8, whole=True)]
    apart = Decided("e-1", "b", None, same=False, reason="its own reporter was there")
    assert [Origins.of(known, pairs, [apart]).group(s) for s in "abc"] == [("a",), ("b",), ("c",)]
    only = Decided("e-2", "b", "c", same=False, reason="another day")
    assert Origins.of(known, pairs, [only]).group("a") == ("b", "a")
    again = Decided("e-3", "c", "b", same=True, reason="a translation")
    found = Origins.of(known, pairs, [apart, again])
    assert found.group("c") == ("b", "c")
    assert found.share("b", "c") is None
    assert found.decision("c") == again


def told(source: str, published: str | None, *figures: str) -> Told:
    return Told(source, published, figures)


def test_a_translation_or_a_retelling_is_hinted_at_by_its_figures() -> None:
    own = ("14", "6200000 EUR", "42000", "9999", "180000000 EUR")
    first, again = told("en", "2025-05-12", *own), told("az", "2025-05-13", *own[2:], *own[:2])
    (hint,) = hints([first, again])
    assert (hint.one, hint.two, hint.figures) == ("en", "az", 5)
    assert list(hints([first, told("late", "2025-09-01", *own)])) == []
    assert list(hints([first, told("other", None, *own[:2], "77", "300 USD", "81")])) == []
    assert list(hints([first, told("longer", None, *own[:3], *(f"{n} USD" for n in range(9)))])) == []


def test_tens_and_days_alone_hint_at_nothing() -> None:
    figures = ("12", "14", "25", "2025-05-12", "30")
    assert list(hints([told("one", "2025-05-13", *figures), told("two", "2025-05-13", *figures)])) == []
    more = ("2025-05-13", "5000", "12", "25")
    assert list(hints([told("one", "2025-05-13", *more), told("two", "2025-05-13", *more)])) == []


def test_telling_figures_are_sums_many_things_and_days() -> None:
    said = [
        {"ranges": [[50, 60]], "count": "3", "when": "2025-05"},
        {"ranges": [[0, 9]], "amount": "6200000", "currency": "EUR", "count": "14", "when": "2025-05-12"},
    ]
    assert figures_of(said) == ("6200000 EUR", "14", "2025-05-12")


def finding(source: str, other: str, message: str = "7 in one source, 9 in another.") -> LedgerFinding:
    said = Finding("same_metric", "warning", message, ((0, 9),), None, None, (Input(other, ((0, 5),), "words"),))
    return LedgerFinding("rec-1", source, said)


def test_a_contradiction_that_reprints_repeat_is_told_once() -> None:
    known = tellers("a press 2025-05-13", "b press 2025-05-12", "c press 2025-05-14", "d statement 2025-05-12")
    texts = Origins.of(known, [Alike("a", "b", 0.9, whole=True), Alike("b", "c", 0.9, whole=True)])
    found = [finding("a", "d"), finding("b", "d"), finding("c", "d"), finding("c", "d", "7 in one, 8 in another.")]
    assert [(f.source, f.finding.message[:14]) for f in told_once(found, texts)] == [
        ("b", "7 in one sourc"),
        ("c", "7 in one, 8 in"),
    ]
    assert told_once(found, Origins.of(known, [])) == found
