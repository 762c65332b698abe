"""Which sentences are Azerbaijani."""

from __future__ import annotations

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read
from korpu.statements.text import language_of, spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5 transformator verilib.", "az"),
        ("Memorandum imzalanıb.", "az"),
        ("Bakı, 16 yanvar", "az"),
        ("Kreditin 60 faizi ödənilib.", "az"),
        ("Türkiye Ukrayna'ya 5 jeneratör gönderdi.", "en"),
        ("Bakanlık 2 milyon dolar ayırdı.", "en"),
        ("Əhməd Əliyev visited Kyiv on 5 May.", "en"),
        ("Azerbaijan sent 5 transformers to Ukraine.", "en"),
    ],
)
def test_short_lines(text, language):
    assert language_of(text) == language


def test_a_sentence_of_the_other_language_within_a_paragraph():
    assert spoken("Səfirlik mayın 3-də İrpenə 5 generator göndərib.", "en") == "az"
    assert spoken("The embassy of the country sent it.", "az") == "en"
    assert spoken("Mr Əliyev met the mayor.", "en") == "en"


def test_both_sentences_of_a_mixed_paragraph_are_read():
    text = "The embassy sent 5 generators to Irpin on 3 May 2025. Səfirlik mayın 3-də İrpenə 5 generator göndərib."
    found = read(Document(text, published="2025-11-20")).candidates
    assert [(c.language, c.stage, c.count, c.when) for c in found] == [
        ("en", "shipped", "5", "2025-05-03"),
        ("az", "shipped", "5", "2025-05-03"),
    ]
