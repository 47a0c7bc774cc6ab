"""Villages: their codes, former names, and what everyone may read of them."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image

from poverty_aid.villages import codes
from poverty_aid.villages.actions import rename_village
from poverty_aid.villages.models import Story, Village
from poverty_aid.villages.privacy import refuse_personal_data
from tests import cast
from tests.poverty_aid import aid


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_a_code_is_read_as_it_is_written():
    assert codes.check(" ５３２８２３ 101 201 ") == "532823101201"


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("53282310120", "twelve digits"),
        ("5328231012011", "twelve digits"),
        ("53282310120X", "twelve digits"),
        ("992823101201", "No province"),
        ("530000101201", "province or a prefecture"),
        ("532823000000", "code of a county"),
        ("532823101000", "code of a town"),
    ],
)
def test_what_is_no_village_is_said_in_words(code, word):
    with pytest.raises(codes.InvalidVillageCode, match=word):
        codes.check(code)


@pytest.mark.django_db
def test_a_village_lies_in_the_county_of_its_code():
    village = Village(code="532801101201", name="错县村", county=aid.county())
    with pytest.raises(ValidationError, match="begin with 532823"):
        village.full_clean()
    bank = Village(code="532823101201", name="错户村", county=aid.county(), partner=cast.bank())
    with pytest.raises(ValidationError, match="kind"):
        bank.full_clean()


@pytest.mark.django_db
def test_a_former_name_and_code_are_kept_and_found(client):
    village = aid.village("旧名村")
    rename_village(village, name="新名村", code="532823102209", until=timezone.localdate() - timedelta(days=9))
    page = client.get("/poverty-aid/villages/532823102209/").content.decode()
    assert "旧名村" in page and "新名村" in page
    found = client.get("/search/", {"q": "旧名村"}).content.decode()
    assert "/poverty-aid/villages/532823102209/" in found


@pytest.mark.parametrize("text", ["电话13800000000", "身份证 110101199003070011", "账号 6222 0200 0000 0000 0"])
def test_a_story_names_no_numbers_of_people(text):
    with pytest.raises(ValidationError):
        refuse_personal_data(text)


@pytest.mark.django_db
def test_only_published_stories_are_told(client):
    village = aid.village("故事村")
    day = timezone.localdate()
    Story.objects.create(village=village, title="已发布的故事", text="好", published_on=day)
    Story.objects.create(village=village, title="明天才发布", text="好", published_on=day + timedelta(days=1))
    Story.objects.create(village=village, title="草稿故事", text="好")
    for address in ("/poverty-aid/", village.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "已发布的故事" in page
        assert "明天才发布" not in page and "草稿故事" not in page


@pytest.mark.django_db
def test_a_storys_photo_is_shown_kept_and_cleared():
    staff, village = cast.login(cast.staff("services_clerk")), aid.village("照片村")
    content = io.BytesIO()
    Image.new("RGB", (90, 60), "teal").save(content, "PNG")
    data = {"village": village.pk, "title": "新路通了", "text": "村里修了一条路。"}
    add = reverse("admin:poverty_aid_story_add")
    photo = SimpleUploadedFile("路.png", content.getvalue(), "image/png")
    assert staff.post(add, {**data, "picture": photo}).status_code == 302
    story = Story.objects.get()
    page = reverse("admin:poverty_aid_story_change", args=[story.pk])
    for reader in (staff, cast.login(cast.staff("auditor"))):
        assert story.photo.url in reader.get(page).content.decode()
    staff.post(page, data)
    assert Story.objects.get().photo == story.photo
    staff.post(page, {**data, "picture-clear": "on"})
    assert Story.objects.get().photo is None
