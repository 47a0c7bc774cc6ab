"""What this floor shows on an enterprise's public profile."""

from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from members.directory.registry import ProfilePanel, add_panel
from members.enterprises.models import Honour, NameRecord, Product

MOST_PRODUCTS, MOST_HONOURS, MOST_NAMES = 24, 50, 20


def _products() -> QuerySet:
    products = Product.objects.filter(enterprise=OuterRef("pk")).order_by("position", "pk")
    return products.values(row=JSONObject(name="name", description="description", picture="picture"))[:MOST_PRODUCTS]


def _honours() -> QuerySet:
    """Only those that staff have confirmed."""
    honours = Honour.objects.filter(enterprise=OuterRef("pk"), confirmed=True).order_by("-year", "pk")
    return honours.values(row=JSONObject(title="title", by="awarded_by", year="year"))[:MOST_HONOURS]


def _former_names() -> QuerySet:
    names = NameRecord.objects.filter(enterprise=OuterRef("pk")).order_by("-until", "-pk")
    return names.values(row=JSONObject(name="name", year="until__year"))[:MOST_NAMES]


add_panel(ProfilePanel("products", _("Products and services"), _products, "directory/_products.html", position=10))
add_panel(ProfilePanel("honours", _("Honours"), _honours, "directory/_honours.html", position=30))
add_panel(ProfilePanel("former_names", _("Former names"), _former_names, "directory/_former_names.html", position=40))
