"""The columns of HelloAsso's exports, with the labels that it writes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.headers import Layout
from coopdesk.exchange.helloasso_words import payout_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAYER: Mapping[str, str] = {
    "payer_last_name": "Nom payeur",
    "payer_first_name": "Prénom payeur",
    "payer_email": "Email payeur",
    "organisation": "Raison sociale",
}
_ADDRESS: Mapping[str, str] = {
    "street": "Adresse payeur",
    "postal_code": "Code Postal payeur",
    "city": "Ville payeur",
    "country": "Pays payeur",
}
_ORDER: Mapping[str, str] = {
    "order_ref": "Référence commande",
    "ordered_on": "Date de la commande",
    "status": "Statut de la commande",
    **_PAYER,
    "mode": "Moyen de paiement",
    "tariff": "Tarif",
    "tariff_amount": "Montant tarif",
    "promo_code": "Code Promo",
    "promo_amount": "Montant code promo",
}
_ORDER_MANDATORY = (
    "order_ref",
    "ordered_on",
    "status",
    "payer_last_name",
    "mode",
    "tariff",
    "tariff_amount",
)

PAYMENTS = Layout(
    FileFormat.HELLOASSO_PAYMENTS,
    {
        "order_ref": "Référence commande",
        "payment_ref": "Référence paiement",
        "total": "Montant total",
        "paid_on": "Date du paiement",
        "status": "Statut du paiement",
        "paid_out": "Versé",
        "paid_out_on": "Date du versement",
        **_PAYER,
        "birth_date": "Date de naissance",
        "siren": "SIREN",
        "legal_form": "Forme juridique",
        "campaign": "Campagne",
        "campaign_type": "Type de campagne",
        "type": "Type",
        "tariff_amount": "Montant du tarif",
        "options_amount": "Montant des options",
        "gift": "Don supplémentaire",
        "promo_code": "Code Promo",
        "promo_amount": "Montant du code promo",
        "mode": "Moyen de paiement",
        "certificate": "Attestation",
        "receipt": "Reçu fiscal",
        "receipt_number": "Numéro de reçu",
        **_ADDRESS,
        "comment": "Commentaire",
    },
    mandatory=(
        "order_ref",
        "payment_ref",
        "total",
        "paid_on",
        "status",
        "payer_last_name",
        "campaign_type",
        "mode",
    ),
)

# Ticketing with the names of participants, or at least tickets.
EVENT = Layout(
    FileFormat.HELLOASSO_EVENT,
    {
        **_ORDER,
        "participant_last_name": "Nom participant",
        "participant_first_name": "Prénom participant",
        "ticket_link": "Billet",
        "ticket": "Numéro de billet",
    },
    mandatory=_ORDER_MANDATORY,
    any_of=("participant_last_name", "participant_first_name", "ticket_link", "ticket"),
)

MEMBERSHIP = Layout(
    FileFormat.HELLOASSO_MEMBERSHIP,
    {
        **_ORDER,
        "participant_last_name": "Nom adhérent",
        "participant_first_name": "Prénom adhérent",
        "card": "Carte d'adhérent",
    },
    mandatory=(*_ORDER_MANDATORY, "participant_last_name", "participant_first_name"),
    any_of=("participant_last_name", "participant_first_name", "card"),
)

# Ticketing whose form asks for no names; the labels ruled out belong to other exports.
NAMELESS_EVENT = replace(
    EVENT,
    any_of=(),
    without=(
        "Nom adhérent",
        "Prénom adhérent",
        "Référence paiement",
        "Numéro de reçu",
        "Reçu fiscal",
    ),
)

# Memberships as exported until about 2021: no reference of the order, the buyer at the end.
OLD_MEMBERSHIP = Layout(
    FileFormat.HELLOASSO_MEMBERSHIP,
    {
        "number": "Numéro",
        "tariff": "Formule",
        "tariff_amount": "Montant adhésion",
        "promo_code": "Code promo",
        "status": "Statut",
        "mode": "Moyen de paiement",
        "participant_last_name": "Nom",
        "participant_first_name": "Prénom",
        "organisation": "Société",
        "ordered_on": "Date",
        "payer_email": "Email",
        "birth_date": "Date de naissance",
        "certificate": "Attestation",
        "receipt": "Reçu",
        "receipt_number": "Numéro de reçu",
        "card": "Carte d'adhérent",
        "payer_last_name": "Nom acheteur",
        "payer_first_name": "Prénom acheteur",
        "street": "Adresse acheteur",
        "postal_code": "Code Postal acheteur",
        "city": "Ville acheteur",
        "country": "Pays acheteur",
    },
    mandatory=(
        "number",
        "tariff",
        "tariff_amount",
        "status",
        "mode",
        "participant_last_name",
        "participant_first_name",
        "ordered_on",
        "payer_last_name",
    ),
    any_of=("number", "tariff_amount", "payer_last_name"),
)


# Gifts as a list of their own. None was ever seen: what is expected is the file of orders, with
# the address of the payer and the receipt, and no name of a payment.
DONATION = Layout(
    FileFormat.HELLOASSO_DONATION,
    {
        "order_ref": "Référence commande",
        "paid_on": "Date de la commande",
        "status": "Statut de la commande",
        "total": "Montant tarif",
        **_PAYER,
        "siren": "SIREN",
        "legal_form": "Forme juridique",
        "campaign": "Campagne",
        "mode": "Moyen de paiement",
        "receipt": "Reçu fiscal",
        "receipt_number": "Numéro de reçu",
        **_ADDRESS,
        "comment": "Commentaire",
    },
    mandatory=("order_ref", "paid_on", "status", "total", "payer_last_name", "mode"),
    any_of=("receipt", "receipt_number"),
    without=("Référence paiement", "Nom adhérent", "Nom participant", "Numéro de billet"),
    aliases={
        "order_ref": ("Numéro de commande",),
        "paid_on": ("Date du don", "Date du paiement", "Date"),
        "status": ("Statut du don", "Statut du paiement", "Statut"),
        "total": ("Montant du don", "Montant total", "Montant du tarif", "Montant"),
        "campaign": ("Formulaire", "Nom de la campagne"),
    },
)


def _payout() -> Layout:
    """What one transfer to the bank was made of, as CSV, XLSX or JSON."""
    labels = payout_columns()
    return Layout(
        FileFormat.HELLOASSO_PAYOUT,
        {name: texts[0] for name, texts in labels.items()},
        mandatory=("payment_ref", "operation", "credit", "paid_on"),
        any_of=("payout_ref", "paid_out_on"),
        aliases={name: texts[1:] for name, texts in labels.items()},
    )


PAYOUT = _payout()

LAYOUTS = (PAYMENTS, EVENT, MEMBERSHIP, NAMELESS_EVENT, OLD_MEMBERSHIP, PAYOUT, DONATION)
