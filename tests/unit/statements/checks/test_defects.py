"""Statements with one defect each: the check that must find it, and what it should propose."""

import pytest

DEFECTS = [
    # ratio
    ("Turnover tripled from 20 million euros to 40 million euros in 2024.", {"ratio"}, None),
    ("Exports reached 90 million dollars, five times higher than the 30 million dollars of 2021.", {"ratio"}, None),
    ("The number of trucks doubled, from 40 in 2023 to 130 in 2024.", {"ratio"}, None),
    ("Imports rose by 50 per cent from 100 million euros to 120 million euros.", {"ratio"}, "20 per cent"),
    ("Gas deliveries fell by half, from 8 billion cubic metres to 7 billion cubic metres.", {"ratio"}, None),
    ("Trade stood at 230 million dollars in 2022. It has since doubled to 690 million dollars.", {"ratio"}, "3 times"),
    ("Turnover was 300 million euros, up 20 per cent from 200 million euros a year before.", {"ratio"}, "50 per cent"),
    ("The waiting time was halved from 40 to 35 hours.", {"ratio"}, None),
    # scale slips
    ("Support has grown fivefold, from 20 million euros to 100 billion euros.", {"scale_slip", "ratio"}, None),
    (
        "The fund holds 600 billion dollars. This is six times higher than the 100 million dollars planned at first.",
        {"scale_slip", "ratio"},
        "100 billion dollars",
    ),
    (
        "The grant of 7.6 million euros pays for pumps. Pumps were bought for 5 million euros. "
        "The 7.6 billion euros grant ends in 2026.",
        {"scale_slip"},
        "7.6 million euros",
    ),
    (
        "The package is worth 50 million euros: 30 million euros in grants and 20 thousand euros in loans.",
        {"scale_slip", "part_exceeds_whole"},
        "20 million euros",
    ),
    # parts
    ("Of the 45 generators, 30 went to Kharkiv and 25 to Sumy.", {"part_exceeds_whole", "subset_order"}, None),
    ("We trained 60 doctors, of whom 75 work in Mykolaiv today.", {"subset_order", "part_exceeds_whole"}, None),
    ("Twelve of the nine buses have arrived.", {"subset_order", "part_exceeds_whole"}, None),
    (
        "Of the 1.6 billion kroner set aside, we have spent 1.9 billion kroner.",
        {"part_exceeds_whole", "subset_order"},
        None,
    ),
    (
        "The plan costs 80 million euros: 50 million euros for pipes and 45 million euros for pumps.",
        {"part_exceeds_whole"},
        None,
    ),
    ("In all 459 children came, including 480 children from Kharkiv.", {"subset_order", "part_exceeds_whole"}, None),
    (
        "The Emirati side holds 85 per cent of the shares and the fund the remaining 25 per cent.",
        {"part_exceeds_whole"}, "15 per cent",
    ),
    (
        "Eleven hospitals were chosen and nine of them have scanners. The remaining four wait.",
        {"part_exceeds_whole"}, "2",
    ),
    ("Gas goes to eight countries, ten of which are in Europe.", {"subset_order", "part_exceeds_whole"}, None),
    (
        "Ten vehicles, namely five fire engines, four ambulances and three vans, were sent.",
        {"part_exceeds_whole", "enumeration"}, None,
    ),
    # enumeration
    ("The embassy works in four regions: Sumy, Poltava and Odesa.", {"enumeration"}, "3"),
    ("We signed two agreements: a memorandum, a protocol and a contract.", {"enumeration"}, "3"),
    ("Five towns take part, namely Bucha, Irpin, Hostomel and Vorzel.", {"enumeration"}, "4"),
    (
        "We agreed on three projects. The first project is a school. The second project is a bridge. "
        "The third project is a clinic. The fourth project is a library.",
        {"enumeration"},
        "4",
    ),
    (
        "There were four decisions. First, the fund was set up. Second, a board was named. Third, rules were adopted.",
        {"enumeration"},
        "3",
    ),
    ("The work has reached the fifth of four sections.", {"enumeration"}, None),
    ("The three pillars of our aid are energy, health, demining and education.", {"enumeration"}, "4"),
    # bounds
    ("We run over 60 stations in the country. In the east almost 60 stations are open.", {"bound_mismatch"}, None),
    ("The journey takes between 30 and 20 days.", {"bound_mismatch"}, None),
    # dates
    ("The contract, signed on 14 June 2024, was completed on 2 May 2024.", {"date_order"}, None),
    ("The programme runs from March 2025 to January 2024.", {"date_order"}, None),
    ("The bridge was begun in May 2023 and completed in March 2022.", {"date_order"}, None),
    ("The contract was signed on 5 May 2024. It was completed on 1 March 2024.", {"date_order"}, None),
    ("The talks took place on Monday, 3 April 2025.", {"date_order"}, "Thursday"),
    ("The clinic was opened on 3 March 2027.", {"date_order"}, None),
    # promises
    (
        "In June 2025 the president signed a decree allocating two million dollars for transformers. "
        "In March 2025 everything was delivered under that decree.",
        {"promise_after_delivery"},
        None,
    ),
    (
        "The buses that Riga promised in May 2024 have been running since January 2024.",
        {"promise_after_delivery", "date_order"}, None,
    ),
    ("In September 2024 Oslo pledged twelve pumps. All twelve arrived in June 2024.", {"promise_after_delivery"}, None),
    # currency
    ("The government allocated 300 million for new roads.", {"missing_currency"}, None),
    ("For schools alone, 900 million is earmarked.", {"missing_currency"}, None),
    (
        "We received 20 million dollars and 30 million euros last year. Next year it should be at least 40 million.",
        {"missing_currency"},
        None,
    ),
    # scripts
    ("Нові меблі для школи передала Черкаська OBA сьогодні.", {"mixed_script"}, "ОВА"),
    ("Допомогу вручили рятувальники ДCНС у Харкові.", {"mixed_script"}, "ДСНС"),
    ("The delegation left СОР29 with a success.", {"mixed_script"}, "COP"),
    ("Мiністр відвідав Одесу.", {"mixed_script"}, "Міністр"),
    # questions
    (
        "- Thank you for coming. How much will the new bridge cost? Who designed it?\n"
        "- It was designed by engineers from Porto. They worked with the city for a long time.\n",
        {"unanswered_question"},
        None,
    ),
    (
        "- How many families moved into the new houses? Are they content?\n"
        "- They are very content. People smile when they see their kitchens.\n",
        {"unanswered_question"},
        None,
    ),
    (
        "- The port is an important gate for grain. What customs reforms do you expect? Is the port safe?\n"
        "- The port is safe. Ships arrive every day. The harbour master is content. Grain leaves in large ships. "
        "The cranes work. The quays were widened. Pilots are trained here. The port is our pride.\n",
        {"unanswered_question"},
        None,
    ),
    ("Передано 45 генераторів, з яких 60 отримав Харків.", {"subset_order", "part_exceeds_whole"}, None),
    ("Київ i Львів підписали угоду.", {"mixed_script"}, "і"),
    ("The exhibition opened on 12 May 2024 and closed on 3 May 2024.", {"date_order"}, None),
    (
        "The ambulances were handed over in January 2024. The government had pledged them in March 2024.",
        {"promise_after_delivery"},
        None,
    ),
    ("By 2030 it is to rise to 1,200 MW, twice the present capacity of 400 MW.", {"ratio"}, "3 times"),
    # more of the same kinds
    (
        "A total of 25 projects were financed: 10 in energy, 8 in health and 9 in education.",
        {"part_exceeds_whole"},
        None,
    ),
    (
        "Trade in 2024 reached 1.5 billion dollars, of which exports accounted for 900 million dollars and "
        "imports for 700 million dollars.",
        {"part_exceeds_whole"},
        None,
    ),
    (
        "The volume of trade fell tenfold, from 500 million dollars in 2021 to 250 million dollars in 2022.",
        {"ratio"},
        None,
    ),
    (
        "Four municipalities - Reni, Izmail and Vylkove - have joined.",
        {"enumeration"},
        None,
    ),
    (
        "The share of renewables doubled from 12 per cent in 2015 to 36 per cent in 2024.",
        {"ratio"},
        None,
    ),
    (
        "Norway has pledged 2 billion kroner, of which 1.5 billion was paid in 2023 and 700 million in 2024.",
        {"part_exceeds_whole"},
        None,
    ),
    (
        "The first stage ended in May 2023 and started in June 2023.",
        {"date_order"},
        None,
    ),
    (
        "The railway was opened in March 2021 after construction that began in May 2022.",
        {"date_order"},
        None,
    ),
    (
        "Our budget has quadrupled, from 5 million euros in 2021 to 10 million euros in 2024.",
        {"ratio"},
        None,
    ),
    (
        "Of 26 cantons 29 were in favour.",
        {"subset_order"},
        None,
    ),
    (
        "Turnover is 460 thousand dollars, twice the 230 million dollars of 2022.",
        {"scale_slip"},
        None,
    ),
    (
        "The three winners are Estonia, Latvia, Lithuania and Poland.",
        {"enumeration"},
        None,
    ),
    (
        "Aid doubled in two years: it was 30 million euros in 2022 and 90 million euros in 2024.",
        {"ratio"},
        None,
    ),
    (
        "The work started on 5 May 2024 and was completed on 1 March 2024.",
        {"date_order"},
        None,
    ),
    (
        "Seven hospitals got scanners: two in Cahul, three in Balti and three in Soroca.",
        {"part_exceeds_whole"},
        None,
    ),
    (
        "The visit lasted from 12 May to 9 May 2025.",
        {"date_order"},
        None,
    ),
    (
        "In total 300 tonnes were sent, 120 tonnes by rail, 110 tonnes by road and 100 tonnes by sea.",
        {"part_exceeds_whole"},
        None,
    ),
    (
        "Delivered in March 2024, the pumps had been promised in June 2024.",
        {"promise_after_delivery"},
        None,
    ),
    (
        "We reached 4,000 people, 5,000 of them children.",
        {"subset_order"},
        None,
    ),
    (
        "The cost is 12 million dollars, three times less than the 24 million dollars estimated.",
        {"ratio"},
        None,
    ),
    (
        "The plant has three units with a total capacity of 900 MW: 300 MW, 300 MW and 400 MW.",
        {"part_exceeds_whole"},
        None,
    ),
    (
        "The package is worth 50 million euros. Of this, 30 million euros goes to roads and 25 million euros to "
        "schools.",
        {"part_exceeds_whole"},
        None,
    ),
    (
        "We supplied over 60 generators. All 55 generators are running.",
        {"bound_mismatch"},
        None,
    ),
    (
        "The ministry paid 25 million euros, or 30 per cent of the 50 million euros.",
        {"ratio"},
        None,
    ),
    (
        "Half of the 40 schools, or 15, are open.",
        {"ratio"},
        None,
    ),
    (
        "Under the agreement of 5 May 2025 the first buses arrived on 3 March 2025.",
        {"promise_after_delivery"},
        None,
    ),
    (
        "Construction began in June 2024 and the bridge was opened in May 2024.",
        {"date_order"},
        None,
    ),
    (
        "The aid amounts to 42 million dollars. These 42 billion dollars were spent on energy.",
        {"scale_slip"},
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "checks", "proposal"), DEFECTS, ids=[d[0][:50] for d in DEFECTS])
def test_the_defect_is_found(findings, text, checks, proposal):
    found = [f for f in findings(text) if f.check in checks and f.severity != "info"]
    assert found, [(f.check, f.severity, f.message) for f in findings(text)]
    if proposal:
        assert proposal in [f.proposal.text for f in found if f.proposal]


PROSE = "The visit was long and went through several towns of the south."

CAPTIONS = [
    (
        "Друга група з 24 дітей прибула до Нафталана. 4 серпня 2025 року "
        "A second group of 42 children arrived in Naftalan. 4 August 2025",
        "24 is not 42",
    ),
    (
        "Посол відвідав школу в Полтаві. 3 березня 2025 року The ambassador visited a school in Poltava. 5 March 2025",
        "2025-03-03 is not 2025-03-05",
    ),
    (
        "Виставка, яку організувало Посольство в Києві An exhibition restored by the Embassy in Kyiv",
        None,
    ),
    (
        "Міністр підписав угоду в Одесі. 7 травня 2025 року The minister rejected the agreement in Odesa. 7 May 2025",
        None,
    ),
]


CAPTIONS += [("Нова школа відкрилася в Полтаві у травні 2025 року A new school opened in Odesa in May 2025", None)]


@pytest.mark.parametrize(("caption", "arithmetic"), CAPTIONS)
def test_captions_that_differ(findings, caption, arithmetic):
    text = f"A report from the regions\n\n{PROSE}\n\n\n\n{caption}\n\nIt ended well.\n"
    found = [f for f in findings(text) if f.check == "translation_pair" and f.severity != "info"]
    assert found
    if arithmetic:
        assert arithmetic in [f.arithmetic for f in found]


def test_relative_time_needs_a_date(findings):
    text = "Last year we opened a clinic. This year we will open two."
    found = [f for f in findings(text, None) if f.check == "relative_time"]
    assert len(found) == 1
    assert len(found[0].ranges) == 2
    assert not [f for f in findings(text, "2025-05") if f.check == "relative_time"]
