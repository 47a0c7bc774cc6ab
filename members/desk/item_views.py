"""Contacts and products, one at a time."""

from copy import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from members.desk.forms import ContactForm, ProductForm, add_errors
from members.desk.pictures import store_picture
from members.desk.profile_actions import delete_contact, delete_product, move_product, save_contact, save_product
from members.desk.profile_views import SAFE_OR_POST
from members.desk.scope import Desk, back, for_managers, sent
from members.enterprises.models import Contact, Product


@SAFE_OR_POST
@for_managers
def contact(request: HttpRequest, desk: Desk, pk: int | None = None) -> HttpResponse:
    if pk is None:
        row = Contact(enterprise=desk.enterprise, is_primary=not desk.enterprise.contacts.exists())
    else:
        row = get_object_or_404(Contact, pk=pk, enterprise=desk.enterprise)
    form = ContactForm(sent(request)[0], instance=row)
    if request.method == "POST" and form.is_valid():
        try:
            save_contact(form.instance)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Saved."))
            return back("profile")
    return render(request, "me/contact.html", {"desk": desk, "form": form, "contact": row if pk else None})


@require_POST
@for_managers
def contact_delete(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    delete_contact(get_object_or_404(Contact, pk=pk, enterprise=desk.enterprise))
    messages.success(request, _("The contact was removed."))
    return back("profile")


@SAFE_OR_POST
@for_managers
def product(request: HttpRequest, desk: Desk, pk: int | None = None) -> HttpResponse:
    if pk is None:
        row = Product(enterprise=desk.enterprise)
    else:
        row = get_object_or_404(Product.objects.select_related("picture"), pk=pk, enterprise=desk.enterprise)
    form = ProductForm(*sent(request), instance=copy(row))
    if request.method == "POST" and form.is_valid() and _saved(form, desk):
        messages.success(request, _("Saved."))
        return back("profile")
    return render(request, "me/product.html", {"desk": desk, "form": form, "product": row if pk else None})


def _saved(form: ProductForm, desk: Desk) -> bool:
    changed = form.instance
    try:
        if form.cleaned_data["upload"]:
            changed.picture = store_picture(form.cleaned_data["upload"], by=desk.user)
        elif form.cleaned_data.get("remove_picture"):
            changed.picture = None
    except ValidationError as error:
        form.add_error("upload", error)
        return False
    try:
        save_product(changed)
    except ValidationError as error:
        add_errors(form, error)
        return False
    return True


@require_POST
@for_managers
def product_move(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    row = get_object_or_404(Product, pk=pk, enterprise=desk.enterprise)
    move_product(row, -1 if request.POST.get("to") == "up" else 1)
    return back("profile")


@require_POST
@for_managers
def product_delete(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    delete_product(get_object_or_404(Product, pk=pk, enterprise=desk.enterprise))
    messages.success(request, _("The product was removed."))
    return back("profile")
