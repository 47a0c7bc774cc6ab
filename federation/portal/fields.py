"""Fields and controls that the forms of every subject share."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms

from federation.portal.formats import WAN

CENT = Decimal("0.01")


class DayInput(forms.DateInput):
    """A day by the browser's own picker, which knows a phone."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"type": "date", **(attrs or {})}, format="%Y-%m-%d")


class DayField(forms.DateField):
    widget = DayInput


class WebField(forms.URLField):
    """An address typed without its scheme is one of https."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"assume_scheme": "https"} | kwargs)


class WanField(forms.DecimalField):
    """An amount typed in 万元 and cleaned to yuan, as `initial` is. Separators and the unit may be typed along."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(**{"widget": widget, "min_value": 0, "max_digits": 18, "decimal_places": 6} | kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{(value / WAN).normalize():f}" if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = value.replace(",", "").replace("，", "").replace("万元", "").strip()
        return super().to_python(value)

    def clean(self, value: Any) -> Decimal | None:
        wan = super().clean(value)
        return (wan * WAN).quantize(CENT, ROUND_HALF_UP) if wan is not None else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(self.prepare_value(initial)), data)
