"""The portal's filters, tags and fragments: what a reader sees on the page."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from federation.portal import formats
from federation.portal.charts import Chart, Series
from federation.portal.contributions import TimelineEntry, Waiting, WaitingGroup
from federation.portal.paging import Page

CHINA = dt.timezone(dt.timedelta(hours=8))


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context)).strip()


def render_for(path: str, source: str, **context: object) -> str:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return Template(source).render(RequestContext(request, context)).strip()


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


# --- Amounts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("yuan", "read"),
    [
        (Decimal("13682270000"), "136.8227亿元"),  # the work report's own figure
        (3450000, "345万元"),
        (Decimal("12345"), "1.2345万元"),
        (9999, "9,999元"),
        (Decimal("9999.50"), "9,999.50元"),
        (10000, "1万元"),
        (0, "0元"),
        (Decimal("-13682270000"), "-136.8227亿元"),
        # Half a unit of the last decimal goes up, never to the even neighbour.
        (Decimal("100005000"), "1.0001亿元"),
        (Decimal("0.005"), "0.01元"),
        # Rounding never leaves 10000万元 or 10,000元 standing where the next unit begins.
        (Decimal("99999999.99"), "1亿元"),
        (Decimal("9999.999"), "1万元"),
        (Decimal("-0.001"), "0元"),
    ],
)
def test_money_reads_in_the_largest_unit(yuan, read):
    assert str(formats.money(yuan)) == read


@pytest.mark.parametrize(
    ("yuan", "unit", "read"),
    [
        (Decimal("3450000"), "wan", "345.00万元"),
        (Decimal("3450049"), "wan", "345.00万元"),
        (Decimal("3450050"), "wan", "345.01万元"),
        (Decimal("13682270000"), "yi", "136.8227亿元"),
        (Decimal("13682270000"), "yuan", "13,682,270,000.00元"),
    ],
)
def test_a_column_keeps_one_unit_and_its_decimals(yuan, unit, read):
    assert str(formats.money(yuan, unit)) == read


def test_english_counts_in_millions(english):
    assert str(formats.money(Decimal("13682270000"))) == "13,682.27 million CNY"
    assert str(formats.money(345000)) == "345,000 CNY"
    assert str(formats.money(999999.999)) == "1 million CNY"
    assert str(formats.money(Decimal("3450000"), "wan")) == "3.4500 million CNY"


def test_capital_in_a_foreign_currency():
    assert str(formats.money(1205000, currency="USD")) == "120.5万美元"
    assert str(formats.money(5, currency="XAU")) == "5 XAU"


@pytest.mark.parametrize("nothing", [None, "", "not a number", Decimal("NaN"), Decimal("Infinity")])
def test_no_amount_is_a_dash(nothing):
    assert render("{{ v|money }}", v=nothing) == '<span class="money">—</span>'


def test_money_sets_the_unit_apart_so_that_columns_line_up():
    assert render("{{ v|money }}", v=3450000) == '<span class="money">345<span class="money-unit">万元</span></span>'
    assert "3,450,000.00" in render("{{ v|yuan }}", v=3450000)
    assert "120.5" in render('{% amount v "USD" %}', v=1205000)


@pytest.mark.parametrize(("number", "read"), [(12345, "12,345"), (12.5, "12.50"), (None, "—"), (0, "0"), ("x", "x")])
def test_grouped(number, read):
    assert formats.grouped(number) == read


# --- Personal numbers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phone", "read"),
    [
        ("+8613812345678", "138****5678"),
        ("13812345678", "138****5678"),
        ("+86 138 1234 5678", "138****5678"),
        ("+14155550123", "+14*****0123"),
        ("12345", "*****"),
        ("", ""),
        (None, ""),
    ],
)
def test_masked_phone(phone, read):
    assert formats.masked_phone(phone) == read


def test_mask_keeps_only_what_it_is_told_to():
    assert render("{{ v|mask }}", v="310117199001011234") == "310***********1234"
    assert render('{{ v|mask:"0,4" }}', v="6222021001112223") == "************2223"
    assert render('{{ v|mask:"3,0" }}', v="310117") == "310***"
    assert render("{{ v|mask }}", v="1234567") == "*******"
    assert formats.masked_email("luwenjing@example.com") == "l***@example.com"


@pytest.mark.parametrize(
    ("agent", "read"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0 Safari/604", "WeChat · iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"),
        ("curl/8.0", "curl/8.0"),
        ("", "—"),
    ],
)
def test_browser_name(agent, read):
    assert formats.browser_name(agent) == read


# --- Dates and clocks -----------------------------------------------------------------------------


def test_dates_in_both_languages():
    day = dt.date(2022, 8, 3)
    assert formats.cn_date(day) == "2022年8月3日"
    with translation.override("en"):
        assert formats.cn_date(day) == "Aug 3, 2022"
    assert formats.cn_date(None) == ""


def test_a_moment_is_taken_to_its_day_in_shanghai():
    late_in_london = dt.datetime(2022, 8, 2, 18, 5, tzinfo=dt.UTC)
    assert formats.cn_date(late_in_london) == "2022年8月3日"
    assert formats.cn_datetime(late_in_london) == "2022年8月3日 02:05"
    with translation.override("en"):
        assert formats.cn_datetime(late_in_london) == "Aug 3, 2022, 02:05"


@pytest.mark.parametrize(
    ("span", "read"),
    [
        (dt.timedelta(days=3, hours=4, minutes=50), "3 天 4 小时"),
        (dt.timedelta(days=3, minutes=50), "3 天"),
        (dt.timedelta(hours=4, minutes=5), "4 小时 5 分钟"),
        (dt.timedelta(minutes=1), "1 分钟"),
        (dt.timedelta(seconds=59), "刚刚"),
        (dt.timedelta(days=45, hours=3), "45 天"),
    ],
)
def test_elapsed(span, read):
    now = dt.datetime(2022, 8, 3, 12, 0, tzinfo=CHINA)
    assert formats.elapsed(now - span, now) == read


def test_elapsed_in_english(english):
    now = timezone.now()
    assert formats.elapsed(now - dt.timedelta(days=1, hours=1), now) == "1 day 1 hour"


def test_a_clock_turns_vermilion_once_it_is_late():
    now = timezone.now()
    waiting = render("{% clock since due %}", since=now - dt.timedelta(days=2), due=now + dt.timedelta(days=1))
    assert "is-late" not in waiting
    assert "2 天" in waiting
    late = render("{% clock since due %}", since=now - dt.timedelta(days=9), due=now - dt.timedelta(days=2, hours=1))
    assert "is-late" in late
    assert "2 天 1 小时" in late
    assert render("{% clock since %}", since=None) == ""


# --- Parts ----------------------------------------------------------------------------------------


class Record:
    status_tone = "ask"

    def get_status_display(self) -> str:
        return "待审核<b>"


def test_status_badge_takes_a_record_or_words_and_escapes_both():
    badge = render("{% status_badge record %}", record=Record())
    assert "badge-ask" in badge
    assert "待审核&lt;b&gt;" in badge
    assert "badge-done" in render('{% status_badge "已通过" "done" %}')
    assert "badge-off" in render('{% status_badge "?" "purple" %}')


def test_pager_keeps_the_query_and_drops_the_old_cursor():
    html = render_for("/directory/?town=九亭镇&after=abc", "{% pager page %}", page=Page([], next="n=", previous="p"))
    assert "?town=%E4%B9%9D%E4%BA%AD%E9%95%87&amp;after=n%3D" in html
    assert "?town=%E4%B9%9D%E4%BA%AD%E9%95%87&amp;before=p" in html
    assert 'href="?town=%E4%B9%9D%E4%BA%AD%E9%95%87"' in html
    assert "abc" not in html


def test_pager_of_a_list_with_one_parameter():
    html = render_for("/search/?q=云间&at=old", '{% pager page param="at" %}', page=Page([], next="new"))
    assert "at=new" in html
    assert "old" not in html


def test_pager_is_silent_when_there_is_one_page():
    assert render_for("/directory/", "{% pager page %}", page=Page([])) == ""


def test_timeline_says_who_did_what_when():
    at = dt.datetime(2022, 8, 3, 9, 30, tzinfo=CHINA)
    html = render("{% timeline entries %}", entries=[TimelineEntry(at, "退回", "沈志远", "照片不清楚", "/a/")])
    assert "2022年8月3日 09:30" in html
    assert "沈志远" in html
    assert "照片不清楚" in html
    assert 'href="/a/"' in html


def test_a_desk_has_one_vermilion_button():
    since = timezone.now() - dt.timedelta(hours=3)
    waiting = [Waiting(f"申请 {number}", "上海云间机械有限公司", since, f"/{number}/", "审核") for number in range(3)]
    groups = [
        WaitingGroup("a", "入会申请", waiting, total=12, url="/all/"),
        WaitingGroup("b", "变更", waiting, total=3, url="/changes/"),
    ]
    html = render("{% waiting_groups groups %}", groups=groups)
    assert html.count("btn-primary") == 1
    assert html.count("3 小时") == 6
    assert 'href="/all/"' in html
    assert 'href="/changes/"' not in html, "all three are shown already"


def test_an_empty_desk_says_a_kind_word():
    assert "没有待办事项" in render("{% waiting_groups groups %}", groups=[])
    assert "没有待办事项" in render("{% waiting_groups groups %}", groups=[WaitingGroup("a", "申请", [], 0, "/")])


def test_stepper_names_the_step_and_leads_back_only():
    steps = [{"label": "企业", "url": "/1/"}, {"label": "联系人", "url": "/2/"}, {"label": "执照", "url": "/3/"}]
    html = render("{% stepper steps 2 %}", steps=steps)
    assert "第 2 步，共 3 步" in html
    assert 'href="/1/"' in html
    assert 'href="/3/"' not in html
    assert html.count('aria-current="step"') == 1


def test_a_figure_opens_its_rows_or_is_no_link():
    assert 'href="/rows/"' in render('{% figure "会员" "1,203" "家" "/rows/" %}')
    assert "href" not in render('{% figure "会员" "1,203" "家" %}')


def test_empty_state_offers_what_to_do():
    html = render('{% empty_state "没有企业" "请减少条件" "search" "?" "清除" %}')
    assert "没有企业" in html
    assert 'href="?"' in html


# --- Charts ---------------------------------------------------------------------------------------


def test_a_chart_has_its_table_and_leads_to_rows():
    chart = Chart.of_pairs("towns", "各街镇会员", [("九亭镇", 310), ("<script>", 5)], unit="家", row_urls=["/t/1/", ""])
    html = render("{% chart chart %}", chart=chart)
    assert 'data-chart="chart-towns"' in html
    assert '<script id="chart-towns" type="application/json">' in html
    assert '<a href="/t/1/">九亭镇</a>' in html
    assert "310" in html
    assert "<script>" not in html.replace('<script id="chart-towns"', "")


def test_a_chart_of_several_series_has_a_column_for_each():
    chart = Chart("years", "历年", ["2021", "2022"], [Series("新入会", [1, None]), Series("退会", [2, 3])], kind="line")
    html = render("{% chart chart %}", chart=chart)
    assert html.count('scope="col"') == 3
    assert "—" in html
    assert chart.data["series"][0]["values"] == [1.0, None]


def test_a_chart_without_figures_says_so():
    html = render("{% chart chart %}", chart=Chart.of_pairs("none", "会员", [("九亭镇", 0)]))
    assert "data-chart" not in html
    assert "暂无数据" in html


# --- Forms ----------------------------------------------------------------------------------------


class Enquiry(forms.Form):
    name = forms.CharField(label="企业名称", help_text="与执照一致")
    capital = forms.DecimalField(label="注册资本", required=False)
    ways = forms.MultipleChoiceField(
        label="联系方式", choices=[("a", "短信")], widget=forms.CheckboxSelectMultiple, required=False
    )
    consent = forms.BooleanField(label="同意公开")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def test_a_field_says_why_and_ties_it_to_the_control():
    html = render("{{ form.name.as_field_group }}", form=Enquiry())
    assert '<label for="id_name">企业名称' in html
    assert 'id="id_name_helptext"' in html
    assert 'aria-describedby="id_name_helptext"' in html
    assert "选填" not in html


def test_optional_fields_say_so_and_groups_are_fieldsets():
    html = render("{{ form }}", form=Enquiry())
    assert html.count("选填") == 2, "the hidden field isn't asked for"
    assert "<legend>联系方式" in html
    assert html.count('name="token"') == 1


def test_an_error_stands_by_its_field_and_in_the_list_on_top():
    html = render("{{ form }}", form=Enquiry({"capital": "abc"}))
    assert "请更正 3 处" in html
    assert 'href="#id_capital"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_capital_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html


def test_a_single_error_is_told_once():
    html = render("{{ form }}", form=Enquiry({"name": "云间"}))
    assert "error-summary" not in html
    assert html.count("field-error") == 1


class Refused(Enquiry):
    def clean(self) -> None:
        raise forms.ValidationError("登记库中没有这家企业。")


def test_what_concerns_no_field_stands_on_top():
    html = render("{{ form }}", form=Refused({"name": "云间", "consent": "on"}))
    assert html.index("登记库中没有这家企业。") < html.index("id_name")


def test_what_was_typed_is_kept():
    assert 'value="云间"' in render("{{ form }}", form=Enquiry({"name": "云间"}))


def test_field_tag_adds_a_unit_a_reason_and_attributes():
    source = '{% field form.capital unit="万元" label="实缴资本" why="以执照为准" inputmode="decimal" data_part="x" %}'
    html = render(source, form=Enquiry())
    assert "<span>万元</span>" in html
    assert ">实缴资本" in html
    assert "以执照为准" in html
    assert 'inputmode="decimal"' in html
    assert 'data-part="x"' in html
    assert 'aria-describedby="id_capital_helptext"' in html, "the reason is read out though the field has no help text"


def test_nothing_in_forms_needs_inline_style_or_script():
    html = render("{{ form }}", form=Enquiry({"capital": "abc"}))
    assert "style=" not in html
    assert "<script" not in html
    assert not re.search(r"\son\w+=", html)


def test_a_timeline_names_no_hour_where_only_the_day_is_known():
    day = dt.datetime(2022, 8, 3, tzinfo=CHINA)
    html = render("{% timeline entries %}", entries=[TimelineEntry(day, "加入商会")])
    assert ">2022年8月3日<" in html
