"""A gift as those see it who give and who receive; the forms in which it is pledged, delivered and confirmed."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chambers.bodies.models import Chamber
from chambers.desk.views import acting_chamber
from federation.accounts.models import User
from federation.cases.pages import entries
from members.desk.scope import Desk, for_managers, sent
from members.enterprises.models import Enterprise
from poverty_aid.acting import attempt, fitting_hats, put_on
from poverty_aid.contributions import access, actions
from poverty_aid.contributions.forms import ConfirmForm, DeliverForm, PledgeForm, ReplaceForm
from poverty_aid.contributions.models import Contribution, Delivery
from poverty_aid.contributions.parts import Part, progress_of
from poverty_aid.contributions.pledging import pledge_contribution
from poverty_aid.contributions.shares import in_words
from poverty_aid.contributions.transitions import FLOW
from poverty_aid.pairings import access as pairing_access
from poverty_aid.pairings.forms import ReasonForm, RemarkForm
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.views import wear as wear_for_pairing


def _visible(request: HttpRequest) -> Any:
    return Contribution.objects.visible_to(request.user).select_related(
        "village__successor",
        "village__county",
        "programme",
        "campaign",
        "pairing",
        "intermediary",
        "corrects",
        "county",
    )


def _wear(request: HttpRequest, gift: Contribution) -> str:
    """Puts on the hat under which this gift concerns the person; its label."""
    partner = gift.village.stands_for.partner_id
    return put_on(request, fitting_hats(request, *access.parties_of(gift), partner))


@login_required
@require_safe
def contribution(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(_visible(request), pk=pk)
    _wear(request, found)
    return _page(request, found)


def _gift_for(request: HttpRequest, pk: int, side: Callable[[User, Contribution], bool]) -> Contribution:
    """A gift that the person may move if it stands right; 404 for who doesn't see it, 403 for who only reads it."""
    gift = get_object_or_404(_visible(request), pk=pk)
    if not side(request.user, gift):
        raise PermissionDenied
    return gift


def _page(request: HttpRequest, gift: Contribution, **bound: Form) -> HttpResponse:
    """`bound` holds a form that was refused, under its name: deliver, close, withdraw, confirm<pk>, dispute<pk>."""
    user: User = request.user
    progress = progress_of(gift)
    may_confirm = access.may_confirm(user, gift)
    may_deliver = access.may_deliver(user, gift)
    context = {
        "gift": gift,
        "shares": shares_of(gift),
        "progress": progress,
        "may_replace": access.may_replace(user, gift),
        "waiting": [_ask(gift, part, bound) for part in progress.waiting] if may_confirm else [],
        "may_confirm": may_confirm,
        "deliver_form": bound.get("deliver") or _deliver_form(gift) if may_deliver else None,
        "left": gift.pledged_amount - progress.delivered,
        "close_form": (bound.get("close") or ReasonForm(auto_id="close_%s"))
        if access.may_close_short(user, gift)
        else None,
        "withdraw_form": (bound.get("withdraw") or RemarkForm(auto_id="withdraw_%s"))
        if access.may_withdraw(user, gift)
        else None,
        "gives": access.gives(user, gift),
        "serves": access.serves(user, gift),
        "keeps": user.is_staff and access.keeps(user),
        "newer": Contribution.objects.filter(corrects=gift).first(),
        "entries": entries(gift.steps),
        "reason": _last_reason(gift),
    }
    return render(request, "poverty_aid/contribution.html", context)


def shares_of(gift: Contribution) -> list[dict[str, Any]]:
    rows = gift.shares.select_related("enterprise", "chamber")
    return [
        {
            "name": row.giver_name,
            "chamber": row.chamber if row.enterprise_id else None,
            "part": in_words(Fraction(row.numerator, row.denominator)),
        }
        for row in rows
    ]


def _ask(gift: Contribution, part: Part, bound: dict[str, Form]) -> dict[str, Any]:
    """A delivery that waits for the village's word, with its two forms."""
    pk = part.delivery.pk
    return {
        "delivery": part.delivery,
        "confirm": bound.get(f"confirm{pk}") or ConfirmForm(part=part, auto_id=f"confirm{pk}_%s"),
        "dispute": bound.get(f"dispute{pk}") or ReasonForm(auto_id=f"dispute{pk}_%s"),
    }


def _deliver_form(gift: Contribution, data: Any = None, files: Any = None) -> DeliverForm:
    progress = progress_of(gift)
    initial: dict[str, Any] = {"delivered_on": timezone.localdate(), "amount": gift.pledged_amount - progress.delivered}
    if gift.intermediary_id:
        waits_there = progress.held - progress.delivered
        initial["leg"] = Delivery.Leg.VILLAGE if waits_there else Delivery.Leg.INTERMEDIARY
        initial["amount"] = waits_there or gift.pledged_amount - progress.held
    return DeliverForm(data, files, passed_on=bool(gift.intermediary_id), initial=initial, auto_id="deliver_%s")


def _last_reason(gift: Contribution) -> str:
    if not gift.pk:
        return ""
    last = gift.steps.order_by("-at", "-pk").first()
    return last.reason if last else ""


@login_required
@require_POST
def deliver(request: HttpRequest, pk: int) -> HttpResponse:
    gift = _gift_for(request, pk, access.on_givers_side)
    hat = _wear(request, gift)
    form = _deliver_form(gift, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, gift, deliver=form)
    done = _("Entered. The village is asked to confirm it.")
    if form.cleaned_data.get("leg") == Delivery.Leg.INTERMEDIARY:
        done = _("Entered. It counts once the village has confirmed it.")
    ok = attempt(
        request,
        FLOW,
        gift,
        lambda: actions.deliver_contribution(gift, by=request.user, hat=hat, **form.cleaned_data),
        done,
        form,
    )
    return redirect(gift) if ok or not form.errors else _page(request, gift, deliver=form)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    gift = _gift_for(request, pk, access.on_givers_side)
    hat = _wear(request, gift)
    form = RemarkForm(request.POST, auto_id="withdraw_%s")
    if not form.is_valid():
        return _page(request, gift, withdraw=form)
    attempt(
        request,
        FLOW,
        gift,
        lambda: actions.withdraw_contribution(gift, by=request.user, hat=hat, **form.cleaned_data),
        _("The pledge is taken back."),
    )
    return redirect(gift)


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    gift = _gift_for(request, pk, access.may_ever_close)
    hat = _wear(request, gift)
    form = ReasonForm(request.POST, auto_id="close_%s")
    if not form.is_valid():
        return _page(request, gift, close=form)
    attempt(
        request,
        FLOW,
        gift,
        lambda: actions.close_contribution_short(gift, by=request.user, hat=hat, **form.cleaned_data),
        _("Closed with what was confirmed."),
    )
    return redirect(gift)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
    """One delivery as it should have been entered, until the village has confirmed it."""
    gift = _gift_for(request, pk, access.may_ever_replace)
    hat = _wear(request, gift)
    old = get_object_or_404(gift.deliveries, pk=delivery)
    data, files = sent(request)
    form = ReplaceForm(data, files, initial=ReplaceForm.initial_of(old))
    if data is None:
        if not access.may_replace(request.user, gift):
            messages.warning(request, FLOW.where_it_stands(gift))
            return redirect(gift)
    elif form.is_valid():
        ok = attempt(
            request,
            FLOW,
            gift,
            lambda: actions.replace_delivery(gift, old, by=request.user, hat=hat, **form.cleaned_data),
            _("Corrected. The village is asked to confirm it as it stands now."),
            form,
        )
        if ok or not form.errors:
            return redirect(gift)
    return render(request, "poverty_aid/replace.html", {"gift": gift, "delivery": old, "form": form})


def _part(gift: Contribution, delivery: int) -> Part:
    """A delivery of this gift, also one that was replaced meanwhile: the action says so in words. 404 for others."""
    found = gift.deliveries.filter(pk=delivery, leg=Delivery.Leg.VILLAGE).first()
    if found is None:
        raise Http404
    return Part(found, None)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
    gift = _gift_for(request, pk, access.on_villages_side)
    hat = _wear(request, gift)
    part = _part(gift, delivery)
    form = ConfirmForm(request.POST, request.FILES, part=part, auto_id=f"confirm{delivery}_%s")
    if not form.is_valid():
        return _page(request, gift, **{f"confirm{delivery}": form})
    ok = attempt(
        request,
        FLOW,
        gift,
        lambda: actions.confirm_delivery(gift, part.delivery, by=request.user, hat=hat, **form.cleaned_data),
        _("Confirmed. It is counted from now on. Thank you."),
        form,
    )
    return redirect(gift) if ok or not form.errors else _page(request, gift, **{f"confirm{delivery}": form})


@login_required
@require_POST
def dispute(request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
    gift = _gift_for(request, pk, access.on_villages_side)
    hat = _wear(request, gift)
    part = _part(gift, delivery)
    form = ReasonForm(request.POST, auto_id=f"dispute{delivery}_%s")
    if not form.is_valid():
        return _page(request, gift, **{f"dispute{delivery}": form})
    ok = attempt(
        request,
        FLOW,
        gift,
        lambda: actions.dispute_delivery(gift, part.delivery, by=request.user, hat=hat, **form.cleaned_data),
        _("The federation looks into it with both of you."),
        form,
    )
    return redirect(gift) if ok or not form.errors else _page(request, gift, **{f"dispute{delivery}": form})


# --- Pledges --------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@for_managers
def pledge(request: HttpRequest, desk: Desk) -> HttpResponse:
    """An enterprise gives, under no pairing."""
    return _pledge(request, "poverty_aid:ours", enterprise=desk.enterprise)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pledge_for_chamber(request: HttpRequest) -> HttpResponse:
    return _pledge(request, "chamber_pairings:list", chamber=acting_chamber(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pledge_under(request: HttpRequest, pk: int) -> HttpResponse:
    """Under a pairing: by whoever speaks for those who are bound."""
    visible = Pairing.objects.visible_to(request.user)
    found = get_object_or_404(visible.select_related("village__successor", "village__county", "programme"), pk=pk)
    wear_for_pairing(request, found)
    if not pairing_access.speaks_for_giver(request.user, found):
        raise PermissionDenied
    return _pledge(request, "", enterprise=found.enterprise, chamber=found.chamber, pairing=found)


def _pledge(
    request: HttpRequest,
    back: str,
    enterprise: Enterprise | None = None,
    chamber: Chamber | None = None,
    pairing: Pairing | None = None,
) -> HttpResponse:
    data, _files = sent(request)
    initial = {"village": request.GET.get("village", ""), "mode": pairing.mode if pairing else ""}
    form = PledgeForm(data, pairing=pairing, chamber=chamber, enterprise=enterprise, initial=initial)
    if data is not None and form.is_valid():
        try:
            made = pledge_contribution(
                form.pledge(), form.givers(), by=request.user, hat=request.hat.label if request.hat else ""
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Pledged. Enter here what is delivered; the village confirms it."))
            return redirect(made)
    context = {
        "form": form,
        "giver": enterprise or chamber,
        "chamber": chamber,
        "pairing": pairing,
        "back": back,
        "can_choose": pairing is not None or form.fields["village"].queryset.exists(),
    }
    return render(request, "poverty_aid/pledge.html", context)
