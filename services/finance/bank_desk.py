"""Whose desk it is: the bank that the visitor acts for, and a record that belongs to it."""

from django.http import Http404, HttpRequest

from federation.accounts.hats import FORM_FIELD, acting_as, acting_for
from members.hats import PARTNER
from members.partners.models import PartnerOrganisation


def acting_bank(request: HttpRequest) -> PartnerOrganisation:
    """The bank under whose hat this page is: the form's, the one worn, else the first that there is.

    Raises Http404 for a person who isn't an officer of a bank today.
    """
    mine = [hat.object_id for hat in request.hats if hat.kind == PARTNER]
    banks = PartnerOrganisation.objects.filter(pk__in=mine, kind=PartnerOrganisation.Kind.BANK, is_active=True)
    found = {bank.pk: bank for bank in banks}
    if not found:
        raise Http404
    if request.POST.get(FORM_FIELD, "").startswith(f"{PARTNER}:"):
        hat = acting_as(request, PARTNER)
        if hat.object_id not in found:
            raise Http404
        return found[hat.object_id]
    if request.hat.kind == PARTNER and request.hat.object_id in found:
        return found[request.hat.object_id]
    first = next(pk for pk in mine if pk in found)
    acting_for(request, PARTNER, first)
    return found[first]
