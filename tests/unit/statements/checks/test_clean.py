"""Statements that are right: no check may report an error or a warning."""

import pytest

CLEAN = [
    # ratios that hold, near misses, and words that look like ratios
    "Turnover tripled from 20 million euros to 61 million euros in 2024.",
    "Exports more than doubled, from 40 million dollars to 97 million dollars.",
    "Imports rose by 50 per cent from 100 million euros to 149 million euros.",
    "Turnover was 240 million euros, up 20 per cent from 200 million euros a year before.",
    "The figure of 300 million is three times higher than the 100 million euros of 2009, also in euros.",
    "Trade stood at 230 million dollars in 2022. It has since doubled to 460 million dollars.",
    "Container trains run three times a week, and the ferry twice a day.",
    "A double-track line of 70 kilometres will be laid, and twelve coaches are in repair.",
    "Queues grew from 11 to 38 hours, while twice as many lorries arrived.",
    "It grew by 4% in the first nine months of 2024, and the ministries want to lift it from $2.9bn to $5bn.",
    "Almost twice as many families applied as could be taken; the rooms hold sixty children.",
    "The price fell by a third from 90 euros to 60 euros.",
    "In 2021 turnover was 1.2 billion euros; in 2024 it was 1.2 million euros more than in 2020.",
    "Over one billion dollars was at stake. We want to double it to at least two billion dollars.",
    "We gave 7.6 million euros in 2023 and 1 million euros in 2025; trade is 7.6 billion euros.",
    # parts
    "Gas goes to twelve countries, ten of which are European, and eight are members of the Union.",
    "Since 2023 five more countries have joined; of the twelve customers, seven buy through the pipe.",
    "Of the 45 generators, 25 went to Kharkiv and 20 to Sumy.",
    "Twelve vehicles, namely five fire engines, four ambulances and three vans, were sent.",
    "Ten machines will be bought, of which four go to Kherson, four to Kharkiv and two to a training site.",
    "We trained 48 sappers: 22 of them serve in Mykolaiv and 20 in Kherson.",
    "The plan costs 80 million euros, of which lenders provide 50 million euros and owners 30 million euros.",
    "The Emirati side holds 85 per cent of the shares and the fund the remaining 15 per cent.",
    "Eleven hospitals were chosen and nine of them have scanners. The remaining two wait.",
    "23 of 26 cantons were in favour, and one of the three roads is open.",
    "In five convoys we sent 300 generators, including 40 large ones.",
    "Five convoys, including one with 300 generators, left in May.",
    "Of the 60 pupils, 40 play football and 35 play chess.",
    "She visited 30 schools, among them two in Irpin with 900 pupils each.",
    # lists
    "In 2025 I visited two regions: Cherkasy and Chernihiv.",
    "The four elements of our aid are energy security, humanitarian demining, rehabilitation, and recovery.",
    "Three cities take part: Odesa, a port on the Black Sea, Lviv and Kharkiv.",
    "We support three sectors: health and education, energy, and roads.",
    "Two things are clear: the road must be opened, the bridge must be built, and people must be paid.",
    "The two countries are neighbours, friends and partners.",
    "Repairs took three months: engineers, welders and fitters came from Kaunas.",
    "We work in six regions, such as Sumy, Poltava and Odesa.",
    "There are four schools in town: two in the north and two in the south.",
    "I have two goals. First, I want to meet the regions. Second, I want to learn.",
    "I would name three decisions. The most important is the fund. Another is the market. The third is the pact.",
    "Four projects lie ahead. The first project is a centre. The second project is a hall. Under the third project we "
    "will build a school. Finally, we aim to build a house as the fourth project.",
    "The third of four sections is done, and the first quarter was good.",
    # bounds, dates
    "Over one billion dollars was traded before the war; now it is around 460 million dollars.",
    "The contract, signed on 2 May 2024, was completed on 14 June 2025.",
    "The school was opened in 2023 and a new contract was signed in 2024 with another builder.",
    "The programme runs from March 2024 to January 2026 and is reviewed in June 2025.",
    "The talks took place on Thursday, 3 April 2025.",
    "The clinic is to be opened on 3 March 2027 if the roof is done.",
    "In February 2025 a decree allocated one million dollars. In March 2025 we delivered everything "
    "promised under that decree.",
    "The buses that Riga promised in May 2023 have been running since January 2024.",
    # currency
    "Of the 1.6 billion kroner set aside, we have spent 1.1 billion.",
    "The population fell from 43 million to 33 million, and aid continued.",
    "Some 2.5 million people have left, and 1.2 million in the east depend on aid.",
    # scripts
    "Компанія BP та IT-фахівці з SOCAR відвідали Wi-Fi-центр у Києві.",
    "Конференція COP29 у Баку, вакцина COVID-19 та PDF-файл.",
    # questions
    "- How much will the bridge cost? Who pays?\n- It will cost 20 million euros, and Lisbon pays.\n",
    "- When will the school open? Is it large?\n- It is large. We cannot give a date yet.\n",
    "- What new projects are planned? What role does the embassy play?\n"
    "- Several initiatives are under way, among them a library. The embassy coordinates them.\n",
    "- What comes after gas?\n- Saving it.\n",
    "Працює e-кабінет, розмір поля 3 x 4 метри, а крапку a) поставлено навмисно; компанії OPEC і TAP згодні.",
    "У 2024 році товарообіг зріс утричі, з 20 мільйонів доларів до 61 мільйона доларів.",
    "Передано 45 генераторів, з яких 30 отримав Харків.",
    "2024-cü ildə ticarət dövriyyəsi 460 milyon dollar olub, iki region fəal iştirak edib.",
    "В 2024 году передано 45 генераторов, из которых 30 получил Харьков.",
    # more of what statements say
    "The two ministers met in Rome on 3 May. They discussed three topics: trade, energy and, at some length, "
    "education and culture.",
    "Norway has pledged 2 billion kroner, of which 500 million was paid in 2023, 700 million in 2024 and 800 "
    "million this year.",
    "Of the 120 million euros pledged, 70 per cent was disbursed by June 2024.",
    "A further 60 million euros will follow, bringing the total to 180 million euros.",
    "The first convoy left on 3 March 2025 with 40 generators; the second, with 25 generators, arrived on 1 "
    "March 2025.",
    "The hospital, opened in 1978, was completely rebuilt between 2022 and 2024.",
    "Between 2019 and 2021 exports fell by a third, from 90 million euros to 61 million euros, and then rose "
    "by 10 per cent to 67 million euros.",
    "Today three of the five turbines work; the other two will be repaired in 2026.",
    "Since 2014 Germany has given over 10 billion euros, including 1.9 billion euros in 2024 alone.",
    "Our embassy has eight staff. Three of them work on aid, two on trade, and one on culture.",
    "Some 40 per cent of the 300 pupils are girls, and 20 per cent come from other regions.",
    "We distributed 12,000 parcels, among them 3,000 in Kherson, 5,000 in Kharkiv and 2,000 in Sumy.",
    "The grant of 3.5 million francs was approved on 12 June 2024 and paid in two instalments on 1 July 2024 "
    "and 1 January 2025.",
    "The memorandum was signed in Tashkent in October 2023; the railway was opened in 1906.",
    "The centre treats three groups of patients: soldiers with amputations, civilians with burns, and children.",
    "There are three reasons for this: the war, the drought, and the lack of staff and money.",
    "Four municipalities - Reni, Izmail, Kiliia and Vylkove - have joined.",
    "We will open offices in two cities: Lviv and, if security permits, Kharkiv.",
    "The two sides agreed on four steps: to open a centre, to train staff, to buy equipment and to evaluate "
    "the results.",
    "The share of renewables rose from 12 per cent in 2015 to 24 per cent in 2024, that is, it doubled.",
    "Wind output has increased threefold since 2020, from 400 MW to 1.2 GW.",
    "The new ship carries 120 lorries, three times as many as the old one.",
    "Prices are up 12 per cent on last year, and wages by 10 per cent.",
    "Poland is the second largest of the five donors, and the third largest of the 27 member states by population.",
    "The ambassador named two problems. One is the lack of drivers. The other is the border.",
    "In 2024, 1.2 million tonnes of grain went through the corridor, in 2023 it was 900 thousand tonnes.",
    "At least 30 and at most 50 families will move in; between 10 and 20 of them have children.",
    "On Friday, 6 June 2025 the ministers of five countries met: Latvia, Lithuania, Estonia, Poland and Finland.",
    "He said that over 60 per cent of the road was ready, and that almost 60 workers were on site.",
    "Trade in 2024 reached 1.5 billion dollars, of which exports accounted for 900 million and imports for "
    "600 million.",
    "Ten lorries carried 200 tonnes of flour, 50 tonnes of oil and 12 generators, 262 tonnes in all with packaging.",
    "A total of 25 projects were financed: 10 in energy, 8 in health and 7 in education.",
    "The decree of 5 February 2025 was carried out in March 2025, when the equipment promised in the decree "
    "was delivered.",
    "The loan of 50 million euros, agreed in December 2024, was disbursed in March 2025, and the works began "
    "in November 2024 with own funds.",
    "She has visited Ukraine twice: in 2022 and in 2024.",
    "We have three partners: UNDP, UNICEF and the International Committee of the Red Cross and Red Crescent.",
    "In this city of 300 thousand we opened two clinics for one million dollars each, two million dollars in all.",
    "The volume of trade fell tenfold, from 500 million dollars in 2021 to 48 million dollars in 2022.",
    "The rate was 41.5 hryvnias per dollar, so 830 million hryvnias is about 20 million dollars.",
    "The package is worth 50 million euros. Of this, 30 million euros goes to roads and 15 million euros to "
    "schools.",
    "We supplied over 60 generators. All 64 generators are running.",
    "Of the 200 schools, 40 per cent, or 80, were repaired.",
    "The ministry paid 15 million euros, or 30 per cent of the 50 million euros.",
    "Half of the 40 schools, or 20, are open.",
    "Under the agreement of 5 May 2024 the first buses arrived on 3 March 2025.",
    "Construction began in June 2023 and the bridge was opened in May 2024.",
    "Construction of a second hall began in June 2024 and the library was opened in May 2024.",
    "At least 200 lorries wait, all 40 drivers of the convoy among them.",
    "This 42 million dollars is more than the 30 million dollars of last year.",
    "It costs 42 million dollars. These 42 thousand people need help.",
    "Between January 24 and July 1, 2022 the embassy was closed.",
    "Lithuania gave 40 per cent of the 12 million euros, and Latvia 2 million euros.",
    # whole conversations and paragraphs
    "Talk with the Ambassador of Poland\n"
    "\n"
    "- Mr Ambassador, what projects in the energy field are you proudest of? Which regions receive most "
    "of your help?\n"
    "- We repaired forty substations, and we are proud of the one in Sumy. Most of our help goes to "
    "Kharkiv and Chernihiv.\n"
    "\n"
    "- What lessons has Warsaw drawn from the first winter? How do you see the next one?\n"
    "- That generators must be ordered in summer. The next winter will be hard, but we are better "
    "prepared than before.\n"
    "\n"
    "- What obstacles remain at the border? When will the new terminal open?\n"
    "- Queues are still long and there are too few officers. The terminal should open in spring 2026.\n"
    "\n"
    "- How many teachers were trained, and who paid for it?\n"
    "- Two hundred and ten, and it was paid for by the Polish state.\n"
    "\n"
    "- What would you like to tell our readers? What are your plans for the autumn?\n"
    "- That we are neighbours and shall remain so. In September I am going to Lutsk.\n",
    "- Madam Minister, which countries joined the programme this year? What budget does it have?\n"
    "- Latvia and Malta did. The purse is 30 million euros, of which 12 million euros is Dutch.\n"
    "\n"
    "- What share of the money went to schools? Which cities were chosen?\n"
    "- About forty per cent. Five were chosen: Kherson, Mykolaiv, Odesa, Izmail and Reni.\n"
    "\n"
    "- Is it true that the tender was cancelled? What reasons were given?\n"
    "- It was cancelled because only one firm had bid.\n",
    "The minister outlined three priorities: energy, which remains the first; transport; and health.\n",
    "In the first group there were 12 children, in the second 15 and in the third 9, making 36 in all. "
    "Two of the three groups have gone home.\n",
    "Donors have pledged 3.2 billion dollars for the years 2024 to 2026, of which 1.1 billion dollars "
    "for 2024, 1.2 billion dollars for 2025 and 0.9 billion dollars for 2026.\n",
    "Of the 3,400 houses, 60 per cent have been repaired, 1,200 by the state and 840 by donors. A total "
    "of 1,360 are left.\n",
    "The first of two convoys left on Monday, 9 June 2025. The second, of four lorries, is to leave on "
    "16 June 2025.\n",
    "Seven of the twelve members voted for, four against and one abstained. The treaty, signed in 1994, "
    "was amended in 2003 and 2012.\n",
    "We have built two bridges, one over the Desna and one over the Seym. Work on both bridges began in "
    "2023.\n",
    "The grant, worth 4 million euros, was raised to 6 million euros in March 2024, an increase of 50 "
    "per cent. It covers 80 per cent of the costs.\n",
    "The capacity has doubled since 2020 and now stands at 400 MW; by 2030 it is to rise to 1,200 MW, "
    "three times the present capacity.\n",
    "Exports to Asia, at 45 million dollars, were twice those to Africa. Imports were three times "
    "higher, at 135 million dollars.\n",
    "Last year 459 children came, 215 of them in summer. Since 2022 the number has reached 1,300, "
    "including 459 last year.\n",
    "The delegation included four deputies: two from Riga, one from Liepaja and one from Ventspils.\n",
    "There are two candidates for the post, one from the ministry and the other from the university. "
    "Three days later a third candidate came forward.\n",
    "At least 20 countries, among them Japan and Canada, have signed. More than 30 others have sent "
    "observers, and 50 sent letters.\n",
]  # fmt: skip


@pytest.mark.parametrize("text", CLEAN, ids=[t[:50] for t in CLEAN])
def test_nothing_is_reported(findings, text):
    loud = [(f.check, f.severity, f.message, f.arithmetic) for f in findings(text) if f.severity != "info"]
    assert loud == []


PROSE = "The visit was long and went through several towns of the south."

CAPTIONS = [
    "Зустріч Посла з міністром у Києві. 16 квітня 2025 року The Ambassador met with the minister in "
    "Kyiv. 16 April 2025",
    "Посол відвідав Чернігів з візитом. 18 березня 2025 року The Ambassador paid a working visit to "
    "Chernihiv. 18 March 2025",
    "Посольство передало 200 наборів для Охтирки. 19 серпня 2025 року "
    "The Embassy handed over 200 kits for Okhtyrka. 19 August 2025",
    "Перша група: 30 дітей з Охтирки у Баку. 14 липня 2025 року "
    "The first group: 30 children from Okhtyrka in Baku. 14 July 2025",
    "Відреставрована поліклініка в місті The restored polyclinic in town",
    "Підписання меморандуму в Одесі. Травень 2025 року Signing of the memorandum in Odesa. May 2025",
]


CAPTIONS += [
    "Концерт у Німеччині зібрав багатьох глядачів A concert in Germany drew many listeners",
    "Нова школа відкрилася в Полтаві у травні 2025 року A new school opened in Poltava in May 2025",
    "Передача обладнання в Кременчуці та Запоріжжі Handover of equipment in Kremenchuk and Zaporizhzhia",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_captions_that_agree(findings, caption):
    text = f"A report from the regions\n\n{PROSE}\n\n\n\n{caption}\n\nIt ended well.\n"
    assert [(f.message, f.severity) for f in findings(text) if f.check == "translation_pair"] == []
