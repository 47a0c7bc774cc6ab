"""What the journeys share: text messages that can be read, a register's file, a licence, a look at many pages."""

import io

import pytest
from PIL import Image, ImageDraw

from federation.inbox import gateways
from tests import cast
from tests.e2e.looks import faults_in_english, faults_of


@pytest.fixture
def texts(monkeypatch):
    """What was sent by text message: (phone, text)."""
    sent = []

    class Gateway:
        def send(self, phone, text, *, reference):
            sent.append((phone, text))

    monkeypatch.setattr(gateways, "sms_gateway", Gateway)
    return sent


@pytest.fixture
def licence():
    """A photograph as a phone's file chooser gives it."""
    picture = Image.new("RGB", (1200, 1600), "#f3efe6")
    ImageDraw.Draw(picture).rectangle((80, 80, 1120, 1520), outline="#b8321f", width=8)
    content = io.BytesIO()
    picture.save(content, "JPEG")
    return {"name": "执照.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


@pytest.fixture
def register_file():
    """A register as it is found in the wild: GB 18030, full-width digits, amounts in 万元, one row that is wrong."""

    def make(*rows):
        header = "企业名称,统一社会信用代码,注册日期,企业类型,法人代表,注册资金,经营范围,所在省份,地区,注册地址"
        text = "\r\n".join([header, *(",".join(row) for row in rows)]) + "\r\n"
        return {"name": "上海.csv", "mimeType": "text/csv", "buffer": text.encode("gb18030")}

    return make


@pytest.fixture
def look_over(make_page):
    """Looks at each page with the user's eyes and reports all faults at once."""

    def over(user, paths, lang="zh-hans"):
        page = make_page(client=cast.login(user), lang=lang)
        look = faults_in_english if lang == "en" else faults_of
        faults = [fault for path in paths for fault in look(page, path)]
        assert not faults, "\n".join(faults)

    return over
