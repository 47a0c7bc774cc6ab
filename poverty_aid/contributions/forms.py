"""Forms of a gift. They check and shape what was typed; actions write it."""

import copy
import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Affiliation, Chamber
from federation.files.forms import UploadField
from federation.portal.fields import DayField
from members.enterprises import uscc as codes
from members.enterprises.models import Enterprise
from poverty_aid.contributions.models import Delivery, Kind
from poverty_aid.contributions.parts import Part
from poverty_aid.contributions.pledging import Pledge
from poverty_aid.contributions.shares import WHOLE, Giver, parse_part
from poverty_aid.contributions.units import unit_doubt
from poverty_aid.pairings.forms import VillageField
from poverty_aid.pairings.models import Mode, Pairing
from poverty_aid.programmes.models import Campaign, Intermediary, Programme
from poverty_aid.uploads import PHOTO, RECEIPT

OTHERS = 3
PAPER_STAYS = _("Leave it empty to keep the one that is there.")
MOST_MEMBERS = 300


class YuanField(forms.DecimalField):
    """An amount in yuan; separators of thousands are taken away."""

    def __init__(self, **kwargs: Any) -> None:
        options = {"min_value": Decimal("0.01"), "max_digits": 16, "decimal_places": 2}
        super().__init__(**options | {"help_text": _("In yuan: 20000 is 2万元.")} | kwargs)
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(value.replace(",", "").replace("，", "") if isinstance(value, str) else value)


class PartField(forms.CharField):
    """A share as a fraction; see shares.parse_part."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 20, "widget": forms.TextInput(attrs={"autocomplete": "off"})} | kwargs)

    def clean(self, value: Any) -> Fraction | None:
        text = super().clean(value)
        return parse_part(text) if text else None


class PledgeForm(forms.Form):
    """Who gives is known from the desk; up to three others may give with them, by credit code and share.

    `doubted` carries the amount that was asked back about, so that a tick counts for that amount alone.
    """

    village = VillageField()
    programme = forms.ModelChoiceField(
        label=_("Aid programme"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("under none"),
        help_text=_("A gift belongs to one programme or to none; it is never counted under two."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    mode = forms.ChoiceField(label=_("Mode"), choices=Mode.choices)
    title = forms.CharField(label=_("What is given"), max_length=120)
    amount = YuanField(label=_("Amount or value"))
    meant = forms.BooleanField(label=_("The amount is right as typed"), required=False)
    doubted = forms.CharField(required=False, widget=forms.HiddenInput)
    quantity = forms.CharField(label=_("Quantity"), max_length=60, required=False, help_text=_("Such as 20 t of rice."))
    valuation = forms.CharField(
        label=_("How it was valued"),
        max_length=200,
        required=False,
        help_text=_("For goods and services: an invoice, a price list, an expert."),
    )
    promised_on = DayField(label=_("Promised for"), required=False)
    campaign = forms.ModelChoiceField(
        label=_("Campaign"), queryset=Campaign.objects.none(), required=False, empty_label=_("none")
    )
    intermediary = forms.ModelChoiceField(
        label=_("Passed on by"),
        queryset=Intermediary.objects.none(),
        required=False,
        empty_label=_("nobody: straight to the village"),
        help_text=_("It counts once, when the village confirms it."),
    )
    member = forms.ModelChoiceField(
        label=_("On behalf of"),
        queryset=Enterprise.objects.none(),
        required=False,
        empty_label=_("the chamber itself, with its own means"),
    )
    own_part = PartField(
        label=_("Our share"), initial="100%", help_text=_("1/3, 30% or 0.3. All shares add up to exactly 100%.")
    )

    def __init__(
        self,
        *args: Any,
        pairing: Pairing | None = None,
        chamber: Chamber | None = None,
        enterprise: Enterprise | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pairing, self.chamber, self.enterprise = pairing, chamber, enterprise
        if not self.data.get("doubted"):
            del self.fields["meant"]
        for number in range(1, OTHERS + 1):
            self.fields[f"code{number}"] = forms.CharField(
                label=_("Credit code of another giver"), max_length=40, required=False
            )
            self.fields[f"part{number}"] = PartField(label=_("Their share"), required=False)
        if pairing is not None:
            del self.fields["village"], self.fields["programme"]
        else:
            self.fields["village"].choices = self.fields["village"].grouped()
            self.fields["programme"].queryset = Programme.objects.open()
        for name, found in (
            ("campaign", Campaign.objects.open()),
            ("intermediary", Intermediary.objects.filter(is_active=True)),
        ):
            if found.exists():
                self.fields[name].queryset = found
            else:
                del self.fields[name]
        if chamber is None:
            del self.fields["member"]
        else:
            self.fields["member"].queryset = self._members(chamber)

    def _members(self, chamber: Chamber) -> Any:
        if self.pairing is not None:
            wanted = self.pairing.members.values("enterprise")
            return Enterprise.objects.current().filter(pk__in=wanted).order_by("sort_key", "pk")
        places = Affiliation.objects.on().filter(chamber=chamber).values("enterprise")
        shown = Enterprise.objects.current().filter(pk__in=places).order_by("sort_key", "pk")
        return Enterprise.objects.filter(pk__in=list(shown.values_list("pk", flat=True)[:MOST_MEMBERS]))

    @property
    def other_rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"code{number}"], self[f"part{number}"]) for number in range(1, OTHERS + 1)]

    @property
    def first_fields(self) -> list[Any]:
        """Everything but the rows of others and what is hidden."""
        apart = {f"{name}{number}" for name in ("code", "part") for number in range(1, OTHERS + 1)}
        apart |= {"own_part", "doubted"}
        return [self[name] for name in self.fields if name not in apart]

    def clean_promised_on(self) -> datetime.date | None:
        day = self.cleaned_data["promised_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("The day for which it is promised lies in the past."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.others: list[Giver] = []
        for number in range(1, OTHERS + 1):
            code, part = cleaned.get(f"code{number}", ""), cleaned.get(f"part{number}")
            if code and not self.has_error(f"part{number}"):
                self._add_other(number, code, part)
            elif part and not code:
                self.add_error(f"code{number}", _("Say whose share this is."))
        if not self.errors:
            self._ask_back_if_doubtful(cleaned)
        return cleaned

    def _ask_back_if_doubtful(self, cleaned: dict[str, Any]) -> None:
        amount = cleaned["amount"]
        doubt = unit_doubt(amount, self.givers())
        if not doubt or (cleaned.get("meant") and cleaned["doubted"] == str(amount)):
            return
        self.add_error("amount", doubt)
        # The tick appears, unticked, for this amount.
        self.data = self.data.copy()
        self.data["doubted"] = str(amount)
        self.data.pop("meant", None)
        if "meant" not in self.fields:
            names = list(self.fields)
            names.insert(names.index("amount") + 1, "meant")
            self.fields["meant"] = copy.deepcopy(self.base_fields["meant"])
            self.order_fields(names)

    def _add_other(self, number: int, code: str, part: Fraction | None) -> None:
        try:
            known = Enterprise.objects.current().filter(uscc=codes.check(code)).first()
        except forms.ValidationError as error:
            self.add_error(f"code{number}", error)
            return
        if known is None:
            self.add_error(f"code{number}", _("The register knows no enterprise with this code."))
        elif part is None:
            self.add_error(f"part{number}", _("Say how large the share is."))
        else:
            self.others.append(Giver(known, None, part))

    def pledge(self) -> Pledge:
        values = self.cleaned_data
        return Pledge(
            kind=values["kind"],
            mode=values["mode"],
            title=values["title"],
            amount=values["amount"],
            village=values.get("village"),
            pairing=self.pairing,
            programme=values.get("programme"),
            campaign=values.get("campaign"),
            intermediary=values.get("intermediary"),
            quantity=values["quantity"],
            valuation=values["valuation"],
            promised_on=values["promised_on"],
        )

    def givers(self) -> list[Giver]:
        member = self.cleaned_data.get("member")
        own = Giver(self.enterprise or member, self.chamber, self.cleaned_data.get("own_part") or WHOLE)
        return [own, *self.others]


class StaffPledgeForm(PledgeForm):
    """What a giver told the federation: who gives is named by credit code, and how it is known stays on record."""

    giver = forms.CharField(
        label=_("Credit code of the giver"), max_length=40, help_text=_("An enterprise's or a chamber's.")
    )
    reason = forms.CharField(
        label=_("How you know it"), max_length=300, help_text=_("A letter, a telephone call. The giver reads it.")
    )
    field_order = ("giver",)

    def __init__(self, *args: Any, pairing: Pairing | None = None, **kwargs: Any) -> None:
        super().__init__(*args, pairing=pairing, **kwargs)
        body = (pairing.enterprise or pairing.chamber) if pairing else None
        if body is not None:
            self.initial.setdefault("giver", body.uscc)
        if pairing is not None:
            self.initial.setdefault("mode", pairing.mode)
        self.fields["own_part"].label = _("Share of the giver")
        self.fields["reason"] = self.fields.pop("reason")

    def clean_giver(self) -> tuple[Enterprise | None, Chamber | None]:
        return body_of(self.cleaned_data["giver"])

    def givers(self) -> list[Giver]:
        giving, chamber = self.cleaned_data["giver"]
        return [Giver(giving, chamber, self.cleaned_data.get("own_part") or WHOLE), *self.others]


def body_of(code: str) -> tuple[Enterprise | None, Chamber | None]:
    """Who gives under this credit code. Raises ValidationError in words for one that nobody here has."""
    chamber = Chamber.objects.filter(uscc=code).first()
    if chamber is not None:
        return None, chamber
    enterprise = Enterprise.objects.current().filter(uscc=codes.check(code)).first()
    if enterprise is None:
        raise forms.ValidationError(_("The register knows no enterprise with the code %(code)s.") % {"code": code})
    return enterprise, None


class DeliverForm(forms.Form):
    leg = forms.ChoiceField(label=_("To whom"), choices=Delivery.Leg.choices, widget=forms.RadioSelect)
    amount = YuanField(label=_("Amount or value"))
    delivered_on = DayField(label=_("Delivered on"))
    receipt = UploadField(purpose=RECEIPT, label=_("Receipt"), required=False)
    photo = UploadField(purpose=PHOTO, label=_("Photo"), required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, passed_on: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not passed_on:
            del self.fields["leg"]


class ReplaceForm(forms.Form):
    """A delivery as it should have been entered."""

    amount = YuanField(label=_("Amount or value"))
    delivered_on = DayField(label=_("Delivered on"))
    receipt = UploadField(purpose=RECEIPT, label=_("Receipt"), required=False, help_text=PAPER_STAYS)
    photo = UploadField(purpose=PHOTO, label=_("Photo"), required=False, help_text=PAPER_STAYS)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
    reason = forms.CharField(
        label=_("What was wrong"),
        max_length=500,
        help_text=_("Everyone concerned reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @staticmethod
    def initial_of(delivery: Delivery) -> dict[str, Any]:
        return {"amount": delivery.amount, "delivered_on": delivery.delivered_on, "note": delivery.note}


class ConfirmForm(forms.Form):
    """The village's word, on a phone: the delivered amount stands there already."""

    amount = YuanField(label=_("What arrived"))
    note = forms.CharField(
        label=_("Remark"), max_length=300, required=False, help_text=_("If less arrived: what is missing.")
    )
    photo = UploadField(purpose=PHOTO, label=_("Photo"), required=False)

    def __init__(self, *args: Any, part: Part, **kwargs: Any) -> None:
        super().__init__(*args, initial={"amount": part.delivery.amount}, **kwargs)


class SettleForm(forms.Form):
    AGAIN, VOID = "again", "void"
    outcome = forms.ChoiceField(
        label=_("What was found"),
        choices=[
            (AGAIN, _("it arrives: ask the village once more")),
            (VOID, _("it doesn't: the delivery is void")),
        ],
    )
    amount = YuanField(
        label=_("Another amount"), required=False, help_text=_("In yuan; leave it out if the amount was right.")
    )
    reason = forms.CharField(
        label=_("What was agreed"),
        max_length=500,
        help_text=_("Everyone concerned reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectForm(forms.Form):
    """Only what was wrong: what is left as it stands is kept."""

    title = forms.CharField(label=_("What is given"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    mode = forms.ChoiceField(label=_("Mode"), choices=Mode.choices)
    pledged_amount = YuanField(label=_("Pledged (yuan)"))
    quantity = forms.CharField(label=_("Quantity"), max_length=60, required=False)
    valuation = forms.CharField(label=_("How it was valued"), max_length=200, required=False)
    programme = forms.ModelChoiceField(
        label=_("Aid programme"), queryset=Programme.objects.all(), required=False, empty_label=_("under none")
    )
    campaign = forms.ModelChoiceField(
        label=_("Campaign"), queryset=Campaign.objects.all(), required=False, empty_label=_("none")
    )
    shares = forms.CharField(
        label=_("Shares"),
        help_text=_("One line each: credit code and share, such as 91310117… 30%. They add up to exactly 100%."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    reason = forms.CharField(
        label=_("What was wrong"),
        max_length=500,
        help_text=_("Everyone concerned reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    KEPT = ("title", "kind", "mode", "pledged_amount", "quantity", "valuation", "programme", "campaign")

    def clean_shares(self) -> list[Giver]:
        return [self._giver(line) for line in self.cleaned_data["shares"].splitlines() if line.strip()]

    def _giver(self, line: str) -> Giver:
        words = line.split()
        if len(words) < 2:
            raise forms.ValidationError(_("“%(line)s”: write a credit code and a share.") % {"line": line.strip()})
        return Giver(*body_of(words[0]), parse_part(words[-1]))

    def changes(self) -> dict[str, Any]:
        return {
            name: self.cleaned_data[name] for name in self.KEPT if self.cleaned_data[name] != self.initial.get(name)
        }
