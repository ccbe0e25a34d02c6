"""An invented partner with its agreements and commitments, for tests of papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from coopdesk.domain.agreement_terms import notice_by, standing_on, term_on
from coopdesk.domain.agreements import (
    Agreement,
    AgreementKind,
    AgreementState,
    NewAgreement,
    NewSignatory,
    Renewal,
    Side,
)
from coopdesk.domain.commitments import (
    Commitment,
    CommitmentKind,
    CommitmentState,
    NewCommitment,
)
from coopdesk.domain.money import Money
from coopdesk.domain.partner_papers import (
    PaperAgreement,
    PaperAmount,
    PaperPerson,
    PartnerPaper,
)
from coopdesk.domain.partners import NewPartner, Partner, PartnerKind, PartnerLevel
from tests.building import PROFILE

DAY = dt.date(2026, 11, 22)
HOSTILE = "<b>=1+1 & Cie</b> *étoile* 🌊"
LONG = " ".join(f"mot{number}" for number in range(400))


def agreement(title="Un toit pour les ateliers", **more):
    usual = NewAgreement(
        5,
        title,
        AgreementKind.PREMISES,
        AgreementState.SIGNED,
        signed_on=dt.date(2026, 2, 20),
        starts_on=dt.date(2026, 3, 1),
        ends_on=dt.date(2027, 2, 28),
        renewal=Renewal.TACIT,
        notice_months=3,
        signatories=(
            NewSignatory(Side.OURS, "Camille Aubry", "Trésorière", None, dt.date(2026, 2, 20)),
            NewSignatory(Side.THEIRS, "Loïc Müller", "Directeur"),
        ),
    )
    return Agreement(1, replace(usual, **more), "Maison des Tilleuls")


def on_paper(found, day=DAY):
    term = term_on(found, day)
    return PaperAgreement(found, standing_on(found, day), term, notice_by(found, term))


def commitment(number, text, side=Side.THEIRS, due_on=None, **more):
    kept_on = more.pop("kept_on", None)
    state = CommitmentState.KEPT if kept_on else CommitmentState.OPEN
    new = NewCommitment(5, side, text, more.pop("kind", CommitmentKind.ROOM), due_on=due_on)
    return Commitment(
        number, replace(new, **more), state, "Maison des Tilleuls", kept_on=kept_on
    )


def partner(name="Maison des Tilleuls", **more):
    usual = NewPartner(
        5,
        PartnerKind.INSTITUTION,
        PartnerLevel.NEIGHBOURHOOD,
        dt.date(2024, 1, 1),
        purpose="Accueillir nos ateliers et les ouvrir à tout le quartier.",
    )
    return Partner(3, replace(usual, **more), name, "Nantes", "Élodie Lefèvre")


def paper(**more):
    """A sheet on which every part has something to say."""
    usual = PartnerPaper(
        PROFILE,
        DAY,
        partner(),
        "4 rue des Tilleuls, 44100 Nantes · 02 40 00 00 00",
        people=(PaperPerson("Loïc Müller", "Directeur", "loic@example.org"),),
        agreements=(on_paper(agreement()),),
        commitments=(
            commitment(1, "Prêter la grande salle deux soirs par mois", amount=Money(120_000)),
            commitment(2, "Remettre l’attestation d’assurance", due_on=dt.date(2026, 10, 31)),
            commitment(
                3, "Animer trois ateliers", Side.OURS, dt.date(2027, 1, 15), minutes=540
            ),
            commitment(4, "Envoyer le bilan", Side.OURS, kept_on=dt.date(2026, 6, 1)),
        ),
        given=(PaperAmount("Grande salle", Money(120_000), "2025"),),
        granted=(
            PaperAmount("Ateliers du samedi", Money(350_000), "2025"),
            PaperAmount("Fête du fleuve", Money(100_000), "2026"),
        ),
        fees=(PaperAmount("Adhésion 2026", Money(8_000), "payée le 3 mars 2026"),),
        groups=("Rives communes", "Chantier 2 – Coopérer"),
        events=("Fête du fleuve, 6 juin 2026",),
    )
    return replace(usual, **more)
