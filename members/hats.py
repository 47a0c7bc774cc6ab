"""Hats of this floor: representative of an enterprise, officer of a partner."""

from typing import Any

from django.db.models import QuerySet

from federation.accounts.hats import hat_provider
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer

ENTERPRISE = "enterprise"
PARTNER = "partner"


@hat_provider(ENTERPRISE, home="me:desk")
def enterprises_of(user_id: int) -> QuerySet[Any]:
    acting = Representative.objects.acting().filter(user_id=user_id, enterprise__merged_into=None)
    return acting.values_list("pk", "enterprise_id", "enterprise__name")


@hat_provider(PARTNER, home="partners:desk")
def partners_of(user_id: int) -> QuerySet[Any]:
    offices = PartnerOfficer.objects.on().filter(user_id=user_id, organisation__is_active=True)
    return offices.values_list("pk", "organisation_id", "organisation__name")
