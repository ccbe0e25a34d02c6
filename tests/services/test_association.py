"""The profile through its service, on a real database."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.services.association import AssociationService, image_from, read_image
from coopdesk.services.demo_images import draw_logo
from coopdesk.services.operations import OperationService
from tests.building import PROFILE, new_units

PNG = draw_logo()


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "profile.coopdesk") as units:
        yield units


def test_profile_comes_back_with_its_images(units):
    service = AssociationService(units)
    logo = image_from("logo.png", PNG, "logo")
    saved = service.save(
        replace(PROFILE, logo=logo, siren="732 829 320", founded_year=2016)
    ).value
    assert (
        service.get()
        == saved
        == replace(PROFILE, logo=logo, siren="732829320", founded_year=2016)
    )


def test_refused_profile_names_every_wrong_field_and_stores_nothing(units):
    service = AssociationService(units)
    wrong = replace(PROFILE, siren="732829321", rna="X1", iban="FR76")
    with pytest.raises(FieldErrors) as refused:
        service.save(wrong)
    assert {error.field for error in refused.value.errors} == {"siren", "rna", "iban"}
    assert service.get() is None


def test_saving_can_be_undone(units):
    service = AssociationService(units)
    service.save(PROFILE)
    service.save(replace(PROFILE, name="La Coop des Quais"))
    OperationService(units).undo()
    assert service.get() == PROFILE


def test_categories_are_those_an_association_may_choose():
    codes = [category.code for category in AssociationService.categories()]
    assert codes[0] == "oig_association"
    assert "oig" not in codes
    assert len(codes) == len(set(codes)) >= 20


def test_image_is_read_from_its_file(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(PNG)
    assert read_image(path, "logo") == image_from("logo.png", PNG, "logo")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"GIF89a", "image.not_an_image"), (b"\x89PNG" + bytes(2_000_001), "image.too_large")],
)
def test_file_that_is_no_small_picture_is_refused(tmp_path, content, code):
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(RuleError) as refused:
        read_image(path, "logo")
    assert (refused.value.code, refused.value.field) == (code, "logo")


def test_missing_image_file_or_pipe_is_refused(tmp_path):
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.png")  # opening it would wait for ever
    for name in ("gone.png", "pipe.png", "."):
        with pytest.raises(RuleError, match=r"image\.unreadable"):
            read_image(tmp_path / name, "signature")


def test_year_of_creation_has_four_digits(units):
    with pytest.raises(RuleError) as refused:
        AssociationService(units).save(replace(PROFILE, founded_year=16))
    assert (refused.value.code, refused.value.field) == (
        "association.wrong_founding",
        "founded_year",
    )
