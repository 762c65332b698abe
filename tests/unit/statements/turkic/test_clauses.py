"""Which words tell which event, where an Azerbaijani sentence tells several."""

from __future__ import annotations


def stages(found):
    return [(c.stage, c.count or c.amount) for c in found]


def test_two_verbs_tell_two_events(told):
    found = told("Xarkova 5 transformator göndərilib, 3 generator isə Çerniqovda təhvil verilib.")
    assert stages(found) == [("shipped", "5"), ("handed_over", "3")]


def test_what_is_reported_is_told_and_who_reports_is_not(told):
    found = told("Nazir 30 uşağın Azərbaycana gəldiyini, 12 uşağın isə evə qayıdacağını bildirib.")
    assert stages(found) == [("delivered", "30"), ("planned", "12")]


def test_a_clause_behind_ki(told):
    found = told("Səfir qeyd edib ki, ötən il 4 məktəb təmir olunub.")
    assert [(c.stage, c.count, c.when) for c in found] == [("completed", "4", "2024")]


def test_verbal_nouns_that_one_verb_governs(told):
    found = told("Nazirlik 200 çadırın alınmasını və oktyabrın 15-dək şəhərə çatdırılmasını planlaşdırır.")
    assert [(c.stage, c.count, c.when) for c in found] == [("planned", "200", None), ("planned", None, "2026-10-15")]


def test_donors_that_share_a_verb(told):
    found = told("Yaponiya proqrama 2 milyon dollar, Norveç isə 4 milyon kron ayırıb.")
    assert [(c.actor, c.amount, c.currency) for c in found] == [
        ("Japan", "2000000", "USD"),
        ("Norway", "4000000", "NOK"),
    ]


def test_a_participle_with_an_amount_tells_an_event_of_its_own(told):
    found = told("Azərbaycanın ayırdığı 2 milyon dollar hesabına 5 transformator alınıb.")
    assert sorted(stages(found)) == [("allocated", "2000000"), ("delivered", "5")]


def test_part_of_a_whole_is_the_count(told):
    assert told("57 məntəqənin 9-u bağlanıb.")[0].count == "9"


def test_the_sum_reached_is_the_amount(told):
    found = told("Təqaüd 40 min manatdan 48 min manata qaldırılıb.")
    assert [(c.amount, c.currency) for c in found] == [("48000", "AZN")]


def test_a_concession_tells_what_was_offered_and_what_became_of_it(told):
    found = told("Ukrayna tərəfi iki gəmi verməyi təklif etsə də, bu təklif qəbul olunmayıb.")
    assert [c.stage for c in found] == ["potential", "not_achieved"]


def test_captions_and_the_header_of_a_speaker(told):
    text = (
        "Ukrayna uşaqları Azərbaycanda\n\nBucadan olan 42 uşaq Bakıda qarşılanıb. 4 avqust 2025-ci il\n\n"
        "Proqram 2023-cü ildən həyata keçirilir."
    )
    found = told(text)
    assert (found[0].rule, found[0].count, found[0].when) == ("caption", "42", "2025-08-04")
    assert found[1].when == "2023"


def test_two_periods_joined_by_their_endings(told):
    found = told("12 fevraldan 20 marta kimi 320 ton yük göndərilib.")
    assert found[0].when == "2025-02-12/2025-03-20"


def test_numbers_that_share_a_noun_and_a_verb(told):
    found = told("Şirkət 2024-cü ildə 3, 2025-ci ildə 5 reys yerinə yetirib.")
    assert [(c.count, c.when) for c in found] == [("3", "2024"), ("5", "2025")]


def test_neither_nor(told):
    found = told("Nə tender keçirilib, nə də podratçı seçilib.")
    assert [c.stage for c in found] == ["not_achieved", "not_achieved"]


def test_works_done_in_part_are_under_way(told):
    assert [c.stage for c in told("Tikintinin 40 faizi hazırdır.")] == ["under_way"]


def test_a_sum_that_is_part_of_another(told):
    assert [c.amount for c in told("9 milyon avronun 4 milyonu verilib.")] == ["4000000"]


def test_lines_without_a_verb_take_the_stage_of_their_heading(told):
    found = told(
        "Fond ötən il Ukraynada işləyib, bu barədə qısa məlumat aşağıda verilir.\n\n"
        "Növbəti addımlar:\n• 5 məktəbə generator vermək;\n• 12 müəllimi təlimə göndərmək.\n"
    )
    assert [(c.stage, c.count) for c in found if c.rule.startswith("note")] == [("planned", "5"), ("planned", "12")]


def test_what_is_set_against_something_is_no_denial(told):
    found = told("Konteynerlər avtomobillərlə deyil, dəmir yolu ilə daşınacaq.")
    assert [c.stage for c in found] == ["planned"]


def test_groups_are_not_the_count_of_those_in_them(told):
    assert [c.count for c in told("Ukraynadan dörd qrup olmaqla 132 uşaq gətirilib.")] == ["132"]


def test_each_of_a_list_has_its_own_count(told):
    found = told("Ukraynaya 120-yə yaxın transformator, 70-ə yaxın generator göndərilib.")
    assert "120" in [c.count for c in found]


def test_a_sum_said_before_a_participle_is_not_what_it_leads_to(told):
    text = "Fond 10 milyon dollar toplayıb və 12 mart tarixində göndərilmiş 2 500 çadır üçün ayrılan vəsait xərclənib."
    assert all(a < b for c in told(text) for a, b in c.ranges)
