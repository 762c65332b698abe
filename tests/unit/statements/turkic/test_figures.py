"""Times, amounts, counts and measures in Azerbaijani."""

from __future__ import annotations

import pytest

DATES = [
    ("Sərəncam 2025-ci il fevralın 5-də imzalanıb.", "2025-ci il fevralın 5-də", "2025-02-05"),
    ("Bu, fevralın 5-i baş verib.", "fevralın 5-i", "2025-02-05"),
    ("Məktəb 2024-cü ilin mart ayında açılıb.", "2024-cü ilin mart ayında", "2024-03"),
    ("Yük ötən ilin mart ayında çatdırılıb.", "ötən ilin mart ayında", "2024-03"),
    ("Cari ildə 4 məktəb tikilib.", "Cari ildə", "2025"),
    ("Tikinti ilin birinci rübündə başlanıb.", "ilin birinci rübündə", "2025-01/2025-03"),
    ("2026-cı ilin birinci yarısında açılacaq.", "2026-cı ilin birinci yarısında", "2026-01/2026-06"),
    ("Cari ilin ilk doqquz ayında 300 reys olub.", "Cari ilin ilk doqquz ayında", "2025-01/2025-09"),
    ("Yük 2026-cı il yanvarın 10-dək çatdırılacaq.", "2026-cı il yanvarın 10-dək", "2026-01-10"),
    ("Uşaqlar payızda gələcək.", "payızda", "2026-23"),
    ("Ötən qış yardım göndərilib.", "Ötən qış", "2024-24"),
    ("2025-ci ilin yazında əkilib.", "2025-ci ilin yazında", "2025-21"),
    ("Gələn ilin aprelindən işləyəcək.", "Gələn ilin aprelindən", "2026-04"),
    ("Layihə 2023-2025-ci illərdə icra olunub.", "2023-2025-ci illərdə", "2023/2025"),
    ("Forum 12-14 may 2025-ci il tarixində keçirilib.", "12-14 may 2025-ci il", "2025-05-12/2025-05-14"),
    ("Yanvar-sentyabr aylarında 40 min ton daşınıb.", "Yanvar-sentyabr aylarında", "2025-01/2025-09"),
    ("Dünən 20 generator gətirilib.", "Dünən", "2025-11-19"),
    ("Ötən həftə iki qatar yola düşüb.", "Ötən həftə", "2025-11-10/2025-11-16"),
    ("Çərşənbə günü saziş imzalanıb.", "Çərşənbə günü", "2025-11-19"),
    ("Gələn ay komissiya toplanacaq.", "Gələn ay", "2025-12"),
    ("Məktəb aprelin sonunadək təhvil veriləcək.", "aprelin sonunadək", "2026-04"),
    ("Akt 16.01.2025 tarixində imzalanıb.", "16.01.2025", "2025-01-16"),
    ("1990-cı illərdə zavod bağlanıb.", "1990-cı illərdə", "199X"),
    ("Hesabat bu ilin ilk 10 ayı üzrədir.", "bu ilin ilk 10 ayı", "2025-01/2025-10"),
    ("Stansiya IV rübdə açılacaq.", "IV rübdə", "2025-10/2025-12"),
    ("Saziş il sonunadək imzalanacaq.", "il sonunadək", "2025"),
    ("Güc 2030-cu ilə qədər artacaq.", "2030-cu ilə", "2030"),
    ("Yanvarın 1-də yola çıxan qatar çatacaq.", "Yanvarın 1-də", "2025-01-01"),
    ("Qəbul 2025/2026-cı tədris ili üzrə başlayıb.", "2025/2026-cı tədris ili", "2025/2026"),
]

VALUES = [
    ("Bunun üçün 1,5 mlrd manat ayrılıb.", "1,5 mlrd manat", "money", "1500000000", "AZN"),
    ("Büdcə 1,9 milyon avrodur.", "1,9 milyon avrodur", "money", "1900000", "EUR"),
    ("Yardım 46 milyon ABŞ dollarından artıqdır.", "46 milyon ABŞ dollarından", "money", "46000000", "USD"),
    ("Ona 340 (üç yüz qırx) manat ayrılsın.", "340 (üç yüz qırx) manat", "money", "340", "AZN"),
    ("Ona 250 min qrivna verilib.", "250 min qrivna", "money", "250000", "UAH"),
    ("İldə 500 milyon kVt/saat enerji verir.", "500 milyon kVt/saat", "measure", "500000000", "kWh"),
    ("70 generator Ukraynaya göndərilib.", "70", "count", "70", "generator"),
    ("Yük 1 min 320 tondur.", "1 min 320 tondur", "measure", "1320", "t"),
    ("340 hektara yaxın sahə yoxlanılıb.", "340 hektara", "measure", "340", "ha"),
    ("Gücü 25 MVA olan transformator verilib.", "25 MVA", "measure", "25", "MVA"),
    ("İxrac 17,4 faiz artıb.", "17,4 faiz", "percent", "17.4", "percent"),
    ("500-ə yaxın uşaq gəlib.", "500", "count", "500", "uşaq"),
    ("On dörd maşın gəlib.", "On dörd", "count", "14", "maşın"),
    ("12 ədəd generator verilib.", "12", "count", "12", "generator"),
    ("Kurs üç həftə davam edib.", "üç", "count", "3", "weeks"),
    ("Dövriyyə üç dəfə artıb.", "üç dəfə", "ratio", "3", "ratio"),
    ("On ikinci qrup gəlib.", "On ikinci", "ordinal", "12", None),
    ("10-cu layihə başlayıb.", "10-cu", "ordinal", "10", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "value"), DATES)
def test_times(numbers, text, surface, value):
    assert (surface, value) in [(f.text, f.value) for f in numbers(text) if f.kind == "date"]


@pytest.mark.parametrize(("text", "expected"), [(text, tuple(rest)) for text, *rest in VALUES])
def test_values(numbers, text, expected):
    assert expected in [(f.text, f.kind, f.value, f.unit) for f in numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Onun ana vətəni üçün gördüyü işlər çoxdur.",
        "12 nömrəli məktəb təmir olunub.",
        "Bu, bir sıra layihələrdən biridir.",
        "Yazılan məktub cavabsız qalıb.",
        "Su altında qalan evlər boşdur.",
    ],
)
def test_what_is_no_figure(numbers, text):
    assert [f.text for f in numbers(text)] == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("46 milyon dollardan artıq ayrılıb.", "over"),
        ("Təxminən 80 ton göndərilib.", "about"),
        ("Ən azı 12 məktəb tikilib.", "at_least"),
        ("50-dək vaqon gəlib.", "at_most"),
        ("Yük 2026-cı ilədək çatacaq.", "until"),
    ],
)
def test_qualifiers(numbers, text, qualifier):
    assert [f.qualifier for f in numbers(text)] == [qualifier]


def test_from_a_month_of_one_year_to_a_month_of_another(numbers):
    found = numbers("İş 2022-ci ilin iyul ayından 2024-cü ilin iyul ayınadək davam edib.")
    assert [(f.value, f.qualifier) for f in found] == [("2022-07", "since"), ("2024-07", "until")]
