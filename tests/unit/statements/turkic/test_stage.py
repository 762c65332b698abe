"""How far an event has come, told by Azerbaijani verbs, their endings and what they govern."""

from __future__ import annotations

import pytest

ROWS = [
    ("Qurum xəstəxanaya 12 süni nəfəs aparatı verib.", "delivered"),
    ("Yük gəmisi dünən Odessa limanından yola düşüb.", "shipped"),
    ("Avadanlıq gələn həftə Xarkova çatdırılacaq.", "planned"),
    ("Hazırda Bucada 120 yerlik uşaq bağçası inşa olunur.", "under_way"),
    ("Mərkəz mayın 3-də fəaliyyətə başlayıb.", "opened"),
    ("Layihə maliyyə çatışmazlığı səbəbindən yarımçıq qalıb.", "stopped"),
    ("Tərəflər qiymət məsələsində razılığa gələ bilməyib.", "not_achieved"),
    ("Bakı limanı bu yükləri qəbul edə bilər.", "potential"),
    ("Hökumət 5 milyon avro yardım vəd edib.", "pledged"),
    ("Parlament sazişi ratifikasiya edib.", "decided"),
    ("Şirkətlə 3 milyon avroluq müqavilə bağlanıb.", "contracted"),
    ("Podratçıya 400 min manat ödənilib.", "paid"),
    ("Şəhərin daha 40 generatora ehtiyacı var.", "need"),
    ("Məktəbə yeni istilik sistemi lazımdır.", "need"),
    ("Stansiya artıq istismardadır.", "in_use"),
    ("Uşaqlar Naftalanda müalicə alıblar.", "delivered"),
    ("Limanda 27 min konteyner aşırılıb.", "completed"),
    ("Bu il üçün proqnoz 8 milyon tondur.", "planned"),
    ("Məqsədimiz 15 milyard dollarlıq dövriyyəyə çatmaqdır.", "planned"),
    ("Növbəti ildə azalma ehtimalı mövcuddur.", "potential"),
    ("Yardıma 12 generator və 27 min metr kabel daxildir.", "stated"),
    ("Yeni xidmət yolların yükünü azaldacaq.", "planned"),
    ("Növbəti iclasın Kiyevdə keçirilməsi planlaşdırılır.", "planned"),
    ("Körpünün tikintisinə martda başlanılıb.", "under_way"),
    ("Yolun təmiri başa çatıb.", "completed"),
    ("Danışıqlar davam edir.", "ongoing"),
    ("Zavod fəaliyyətini dayandırıb.", "stopped"),
    ("Vəsait hələ köçürülməyib.", "not_achieved"),
    ("İxrac 12 faiz artaraq 340 milyon dollara çatıb.", "stated"),
    ("Tərəflər yeni marşrutun açılmasını müzakirə edir.", "potential"),
    ("Ukraynaya daha 10 transformator göndərmək niyyətindəyik.", "planned"),
    ("İkinci mərhələnin maliyyələşdirilməsi barədə qərar qəbul edilib.", "decided"),
    ("Layihəyə dövlət büdcəsindən 7 milyon manat ayrılıb.", "allocated"),
    ("Nazirlər birgə bəyannamə imzalayıblar.", "completed"),
    ("Məktəb sentyabra kimi istifadəyə verilməlidir.", "planned"),
    ("Kəndlərə 60 ton ərzaq paylanılıb.", "delivered"),
    ("Ekspertlər 18 kəndi minalardan təmizləyib.", "completed"),
    ("Hər ay 200 ailəyə ərzaq zənbili verilir.", "ongoing"),
    ("Tender baş tutmayıb.", "not_achieved"),
    ("Uçuşlar noyabrın 1-dən müvəqqəti olaraq dayandırılır.", "stopped"),
    ("Bərə hələ də işə salınmayıb.", "not_achieved"),
    ("Bərpa işlərinin 2027-ci ildə yekunlaşacağı gözlənilir.", "planned"),
    ("Müharibə nəticəsində 300 bina dağılıb.", "stated"),
    ("Səfir may ayında Poltavaya səfər edib.", "completed"),
    ("İki vaqon buğda Türkmənbaşıya yola salındı.", "shipped"),
    ("Fond təmirin xərclərini öz üzərinə götürəcək.", "pledged"),
    ("Tikinti aparılacaq ərazi müəyyən edilib.", "decided"),
    ("Binanın layihəsi hazırlanıb.", "completed"),
    ("Rəhbərlik daha 6 ambulans verilməsini xahiş edib.", "need"),
    ("Şirkət öhdəliklərini yerinə yetirməyib.", "not_achieved"),
    ("Hər iki tərəf dəhlizdən istifadə imkanlarını araşdırır.", "potential"),
    ("İrpendə yeni məktəbin açılış mərasimi keçirilib.", "opened"),
    ("Mərkəzdə 45 nəfər çalışır.", "ongoing"),
    ("Azərbaycandan 3 min doza vaksin gətirilib.", "delivered"),
    ("42 qadın kiçik biznes qrantı qazanıb.", "completed"),
    ("Nazirlər Kabineti 2030-cu ilədək proqramı təsdiqləyib.", "decided"),
    ("Boru kəməri təmir üçün bağlanıb.", "stopped"),
    ("Uşaqlar evlərinə qayıdıblar.", "completed"),
    ("Yük sentyabrın 9-da təyinat yerinə çatıb.", "delivered"),
    ("Yeni konsulluq yaxın aylarda açılacaqdır.", "planned"),
    ("Avadanlıq Almaniyanın bir şirkətindən sifariş edilib.", "contracted"),
    ("Qarşı tərəf təklifdən imtina edib.", "not_achieved"),
    ("İkinci xəttin çəkilməsi mümkündür.", "potential"),
    ("Layihənin 60 faizini Dünya Bankı maliyyələşdirib.", "paid"),
    ("Tərəflər 2030-cu ilə qədər dövriyyəni bir milyard dollara çatdırmağı hədəfləyir.", "planned"),
    ("Festivalda on iki ölkədən 300 rəqqas iştirak edib.", "completed"),
    ("Komissiya ildə iki dəfə toplanır.", "ongoing"),
    ("Mütəxəssislər anbarda 40 mərmi zərərsizləşdirib.", "completed"),
    ("Xahiş edirik, siyahı iyunun 1-dək göndərilsin.", "planned"),
    ("Könüllülər çadır şəhərciyinə su daşıyıblar.", "delivered"),
    ("İki təcili yardım maşını Sumı xəstəxanasının balansına verilib.", "handed_over"),
    ("Onun sözlərinə görə, ticarət dövriyyəsi 28 milyon dollar olub.", "stated"),
]


@pytest.mark.parametrize(("sentence", "stage"), ROWS)
def test_stage(told, sentence, stage):
    assert [c.stage for c in told(sentence)] == [stage]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cənab səfir əməkdaşlığın əhəmiyyətindən danışıb.",
        "Nazir qonaqları salamlayıb və minnətdarlığını bildirib.",
        "Diqqətinizə görə təşəkkür edirəm.",
        "Hörmətli qonaqlar, əziz dostlar!",
        "Bu yardım nə vaxt çatdırılacaq?",
    ],
)
def test_courtesies_and_questions_tell_nothing(told, sentence):
    assert told(sentence) == ()


def test_what_a_decree_orders_is_decided_and_what_a_letter_asks_is_planned(told):
    decree = (
        "Bununla əlaqədar qərara alıram:\n\n1. Nazirliyə 4 milyon manat ayrılsın.\n\n2. Şəhərə 30 çadır göndərilsin."
    )
    assert [c.stage for c in told(decree)] == ["allocated", "decided"]
    assert [c.stage for c in told("Xahiş edirik ki, siyahı iyunun 1-dək göndərilsin.")] == ["planned"]
