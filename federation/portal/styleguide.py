"""What the gallery shows: one example of each part, with invented people and firms."""

import datetime as dt
from decimal import Decimal

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from federation.portal.charts import Chart, Series
from federation.portal.contributions import TimelineEntry, Waiting, WaitingGroup
from federation.portal.paging import Page


class SampleForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the enterprise"), help_text=gettext_lazy("As on the licence."))
    phone = forms.CharField(label=gettext_lazy("Mobile phone"), widget=forms.TextInput(attrs={"inputmode": "tel"}))
    capital = forms.DecimalField(label=gettext_lazy("Registered capital"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[("a", gettext_lazy("company")), ("b", gettext_lazy("branch"))]
    )
    ways = forms.MultipleChoiceField(
        label=gettext_lazy("How may we reach you?"),
        choices=[("mail", gettext_lazy("e-mail")), ("sms", gettext_lazy("SMS"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    licence = forms.FileField(label=gettext_lazy("Licence"), required=False)
    scope = forms.CharField(
        label=gettext_lazy("Business scope"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    consent = forms.BooleanField(label=gettext_lazy("I agree that the directory shows our name."))


class SampleFilter(forms.Form):
    town = forms.ChoiceField(
        label=gettext_lazy("Town"), choices=[("", gettext_lazy("all")), ("1", "九亭镇")], required=False
    )
    q = forms.CharField(label=gettext_lazy("Part of the name"), required=False)


def gallery(request: HttpRequest) -> dict[str, object]:
    now = timezone.now()
    towns = ["岳阳街道", "永丰街道", "方松街道", "九亭镇", "泗泾镇", "佘山镇"]
    urls = [f"?town={number}" for number, town in enumerate(towns)]
    return {
        "filter_form": SampleFilter(),
        "empty_form": SampleForm(auto_id="empty_%s"),
        "refused_form": SampleForm({"name": "", "phone": "139", "capital": "abc"}, auto_id="refused_%s"),
        "groups": [
            WaitingGroup(
                "applications",
                _("Applications"),
                [
                    Waiting(
                        _("Apply for membership"),
                        "上海松江云间精密机械有限公司",
                        now - dt.timedelta(days=9, hours=4),
                        "#",
                        _("Review"),
                        due=now - dt.timedelta(days=2),
                    ),
                    Waiting(
                        _("Change of address"),
                        "上海泖港食品有限公司",
                        now - dt.timedelta(hours=5),
                        "#",
                        _("Confirm"),
                    ),
                ],
                total=12,
                url="#",
            )
        ],
        "entries": [
            {"title": _("approved"), "actor": "陆文静", "at": now, "tone": "done"},
            {
                "title": _("returned"),
                "actor": "沈志远",
                "at": now - dt.timedelta(days=2),
                "detail": "营业执照照片不清楚，请重新上传。",
                "tone": "ask",
            },
            TimelineEntry(now - dt.timedelta(days=3), _("submitted"), "何晓晨"),
        ],
        "steps": [{"label": _("Your enterprise"), "url": "#"}, _("Contacts"), _("Licence"), _("Chamber")],
        "bars": Chart.of_pairs(
            "towns", _("Members by town"), list(zip(towns, [120, 98, 143, 310, 205, 77], strict=True)), row_urls=urls
        ),
        "rows_chart": Chart.of_pairs(
            "sections",
            _("Members by industry"),
            [("制造业", 412), ("批发和零售业", 296), ("信息传输、软件和信息技术服务业", 188), ("建筑业", 95)],
            kind="rows",
            row_urls=["#", "#", "#", "#"],
        ),
        "lines": Chart(
            "years",
            _("Members by year"),
            ["2018", "2019", "2020", "2021", "2022"],
            [Series(_("new members"), [80, 95, 60, 120, 140]), Series(_("members who left"), [12, 9, 20, 11, 8])],
            kind="line",
        ),
        "pie": Chart.of_pairs(
            "sizes", _("Members by size"), [("大型", 20), ("中型", 110), ("小型", 480), ("微型", 343)], kind="pie"
        ),
        "page": Page([], next="x", previous="y"),
        "amounts": [Decimal("13682270000"), Decimal("3450000"), Decimal("9999.5"), None],
        "colours": COLOURS,
        "icons": ICONS,
    }


COLOURS = "paper surface surface-2 ink ink-soft ink-faint line line-strong ask ask-tint done done-tint mark".split()
ICONS = (
    "search home menu bell user users display language check alert info clock right left down close plus edit trash"
    " building hall file upload download filter calendar phone mail lock key shield inbox chart pin refresh list award"
    " logout login history box"
).split()
