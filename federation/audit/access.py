"""Who may see personal data in full, and of whom."""

from django.apps import apps
from django.db import models

from federation.accounts.models import User
from federation.audit.masking import masks_of

UNMASK = "accounts.unmask_personal_data"


def may_unmask(user: User) -> bool:
    return user.is_authenticated and user.is_active and user.is_staff and user.has_perm(UNMASK)


def holding_model(label: str, field: str) -> type[models.Model] | None:
    """The model of that label if it declares the field as personal data."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return None
    return model if field in masks_of(model) else None


def record_for(user: User, label: str, pk: int, field: str) -> models.Model | None:
    """The record if there is one that this user may view at all."""
    model = holding_model(label, field)
    if model is None or not user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}"):
        return None
    rows = model._default_manager.all()
    if hasattr(rows, "visible_to"):
        rows = rows.visible_to(user)
    return rows.filter(pk=pk).first()
