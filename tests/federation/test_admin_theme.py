"""The portal's forms in the admin's theme: drawn by it, and behaving as before."""

import pytest
from django import forms
from django.http import QueryDict

from federation.portal.admin_theme import in_theme, link
from federation.portal.fields import DayField, WanField


class EveryKind(forms.Form):
    one = forms.ChoiceField(choices=[("a", "甲"), ("b", "乙")], widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(choices=[("a", "甲"), ("b", "乙")], widget=forms.CheckboxSelectMultiple)
    chosen = forms.ChoiceField(choices=[("a", "甲"), ("b", "乙")], required=False)
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 7, "class": "own"}))
    line = forms.CharField(max_length=9)
    agreed = forms.BooleanField()
    on = DayField()
    amount = WanField()
    paper = forms.FileField(required=False)


SENT = "one=b&several=a&several=b&chosen=a&text=words&line=word&agreed=on&on=2026-03-01&amount=1%2C500万元"


def test_what_is_sent_is_read_as_before():
    plain, themed = EveryKind(QueryDict(SENT)), in_theme(EveryKind(QueryDict(SENT)))
    assert themed.is_valid(), themed.errors
    assert plain.is_valid() and plain.cleaned_data == themed.cleaned_data
    assert themed.cleaned_data["amount"] == 15_000_000


@pytest.mark.parametrize("name", EveryKind.base_fields)
def test_every_control_is_there_with_what_was_typed(name):
    drawn = str(in_theme(EveryKind(QueryDict(SENT)))[name])
    assert f'name="{name}"' in drawn
    assert 'class="' in drawn
    for value in QueryDict(SENT).getlist(name):
        assert value in drawn


def test_a_controls_own_attributes_stay():
    drawn = str(in_theme(EveryKind())["text"])
    assert 'rows="7"' in drawn and " own" in drawn
    assert 'type="date"' in str(in_theme(EveryKind())["on"])


def test_links_show_words_as_words():
    assert "<b>" not in link("/x/?a=1&b=2", "<b>甲</b>")
    assert "noopener" in link("/x/", "甲", aside=True) and "_blank" not in link("/x/", "甲")
