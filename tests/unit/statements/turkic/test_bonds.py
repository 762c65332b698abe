"""What Azerbaijani words point back to."""

from __future__ import annotations


def test_that_decree(told):
    found = told(
        "Prezident mayın 5-də yardım haqqında sərəncam imzalayıb. Həmin sərəncama əsasən, 2 milyon manat ayrılıb."
    )
    assert [(c.stage, c.refers_to) for c in found] == [("decided", None), ("allocated", 0)]


def test_this_money(told):
    found = told("Fond 3 milyon avro ayırıb. Bu vəsait hesabına 5 transformator alınıb.")
    assert [(c.stage, c.refers_to) for c in found] == [("allocated", None), ("delivered", 0)]


def test_some_of_them(told):
    found = told("Ukraynaya 40 generator göndərilib. Onlardan 10-u Sumıya çatıb.")
    assert [(c.object, c.count, c.refers_to) for c in found] == [("generator", "40", None), ("generator", "10", 0)]
