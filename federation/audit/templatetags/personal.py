"""{% load personal %}{% personal contact "phone" %}: the value masked, with the way to see it for those who may."""

from django import template
from django.db import models
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.audit.access import may_unmask
from federation.audit.masking import shown

register = template.Library()


@register.simple_tag(takes_context=True)
def personal(context: RequestContext, record: models.Model, field: str) -> SafeString:
    return masked_value(record, field, context["request"].user)


def masked_value(record: models.Model, field: str, user: User) -> SafeString:
    """For admin columns too: the masked value, and a link to the page that asks for a reason."""
    value = shown(record, field)
    if not value or not may_unmask(user):
        return format_html("{}", value)
    address = reverse("audit:personal_data", args=[record._meta.label_lower, record.pk, field])
    return format_html('{} <a href="{}">{}</a>', value, address, _("Show"))
