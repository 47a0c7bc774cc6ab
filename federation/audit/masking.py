"""Personal data with its middle hidden: ID first 3 and last 4, phone 138****5678, account last 4."""

from collections.abc import Callable

from django.db import models

from federation.portal.formats import masked, masked_email, masked_phone

Mask = Callable[[str | None], str]

mask_phone: Mask = masked_phone
mask_email: Mask = masked_email

# Two-character family names; the first character alone would not hide who it is, nor show what it is.
DOUBLE_SURNAMES = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 端木 长孙 宇文 轩辕 南宫".split()
)


def mask_id(value: str | None) -> str:
    return masked(value, 3, 4)


def mask_account(value: str | None) -> str:
    return masked(value, 0, 4)


def mask_name(value: str | None) -> str:
    """The family name and a star for each other character."""
    name = str(value or "").strip()
    shown = 2 if name[:2] in DOUBLE_SURNAMES and len(name) > 2 else 1
    return name[:shown] + "*" * max(len(name) - shown, 0 if len(name) <= 1 else 1)


def mask_contact(value: str | None) -> str:
    """An e-mail address or a telephone number."""
    return mask_email(value) if "@" in str(value or "") else mask_phone(value)


def personal_data(**masks: Mask) -> Callable[[type[models.Model]], type[models.Model]]:
    """Class decorator: these fields hold personal data, and are shown so unless somebody gives a reason.

    Lists, history and exports ask `masks_of`; the page that unmasks serves only what is declared here.
    """

    def declare(model: type[models.Model]) -> type[models.Model]:
        known = {field.name for field in model._meta.local_fields}
        unknown = set(masks) - known
        if unknown:
            raise ValueError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
        model.personal_data_masks = masks
        return model

    return declare


def masks_of(model: type[models.Model]) -> dict[str, Mask]:
    return getattr(model, "personal_data_masks", {})


def shown(instance: models.Model, field_name: str) -> str:
    """The field's value as everyone may see it."""
    value = getattr(instance, field_name)
    mask = masks_of(type(instance)).get(field_name)
    return mask(value) if mask else str(value if value is not None else "")
