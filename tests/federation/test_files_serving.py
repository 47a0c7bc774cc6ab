"""Files are served only to those whom their policy lets read, and as nothing that runs."""

import datetime
import os
import time
from pathlib import Path

import pytest
from django.utils import timezone

from federation.files import actions, policies
from federation.files.models import StoredFile
from federation.files.policies import UploadPolicy
from tests import cast
from tests.federation.test_files_uploads import IMAGES, PDF, pdf, picture, upload

pytestmark = pytest.mark.django_db


def owner_only(user, file) -> bool:
    return user.is_authenticated and file.uploaded_by_id == user.pk


@pytest.fixture(autouse=True)
def purposes(monkeypatch):
    private = UploadPolicy("private", "private", (*IMAGES, PDF), 10**6, owner_only)
    public = UploadPolicy("public", "public", IMAGES, 10**6, lambda user, file: file.name != "hidden.jpg", public=True)
    monkeypatch.setattr(policies, "_policies", {"private": private, "public": public})


def store(purpose="private", content=None, name="a.jpg", user=None) -> StoredFile:
    return actions.store_upload(purpose=purpose, upload=upload(content or picture(), name), user=user)


def test_its_reader_gets_it_and_nobody_else_learns_that_it_exists(client):
    owner = cast.outsider()
    file = store(user=owner)
    assert cast.login(owner).get(file.get_absolute_url()).status_code == 200
    assert cast.login(cast.outsider()).get(file.get_absolute_url()).status_code == 404
    assert client.get(file.get_absolute_url()).status_code == 404
    assert client.get("/files/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_a_private_picture_is_kept_by_nobody_on_the_way():
    owner = cast.outsider()
    response = cast.login(owner).get(store(user=owner).get_absolute_url())
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert (
        "sandbox" in response["Content-Security-Policy"] and "default-src 'none'" in response["Content-Security-Policy"]
    )
    assert response["Content-Disposition"].startswith("inline")


def test_a_pdf_is_a_download_with_its_chinese_name():
    owner = cast.outsider()
    response = cast.login(owner).get(store(content=pdf(), name="营业执照.pdf", user=owner).get_absolute_url())
    assert response["Content-Disposition"].startswith("attachment") and "utf-8''" in response["Content-Disposition"]
    assert response.getvalue() == pdf()


def test_a_public_picture_may_be_kept_and_costs_one_query(client, django_assert_num_queries):
    file = store("public")
    with django_assert_num_queries(1):
        response = client.get(file.get_absolute_url())
    assert response.status_code == 200 and response["Cache-Control"] == "public, max-age=86400"


def test_a_public_purpose_still_asks_its_policy(client):
    assert client.get(store("public", name="hidden.jpg").get_absolute_url()).status_code == 404


def test_an_unchanged_file_is_not_sent_twice(client):
    file = store("public")
    etag = client.get(file.get_absolute_url())["ETag"]
    response = client.get(file.get_absolute_url(), headers={"if-none-match": etag})
    assert response.status_code == 304 and not response.content


def test_behind_nginx_the_file_is_left_to_it(client, settings):
    settings.FILES_ACCEL_PREFIX = "/protected/"
    file = store("public")
    response = client.get(file.get_absolute_url())
    assert response["X-Accel-Redirect"] == f"/protected/{file.content.name}" and not response.content


def test_a_file_of_a_purpose_that_is_no_more_is_not_served(client):
    file = store("public")
    StoredFile.objects.update(purpose="gone")
    assert client.get(file.get_absolute_url()).status_code == 404


def test_a_file_whose_content_is_lost_is_not_found(client):
    file = store("public")
    file.content.storage.delete(file.content.name)
    assert client.get(file.get_absolute_url()).status_code == 404


def test_reading_only(client):
    assert client.post(store("public").get_absolute_url()).status_code == 405


# --- Sweeping -------------------------------------------------------------------------------------


def age(*files: StoredFile, days: int = 3) -> None:
    StoredFile.objects.filter(pk__in=[file.pk for file in files]).update(
        uploaded_at=timezone.now() - datetime.timedelta(days=days)
    )


def test_what_nothing_points_at_is_swept_after_two_days(django_capture_on_commit_callbacks):
    firm = cast.enterprise()
    kept, orphan, fresh = store("public"), store("public"), store("public")
    firm.logo = kept
    firm.save()
    age(kept, orphan)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.purge_orphans() == 1
    assert set(StoredFile.objects.all()) == {kept, fresh}
    assert not orphan.content.storage.exists(orphan.content.name)
    assert kept.content.storage.exists(kept.content.name)


def test_a_licence_that_only_a_key_without_a_reverse_name_points_at_stays():
    from chambers.applications.models import MembershipApplication

    licence = store("private")
    MembershipApplication.objects.create(applicant=cast.outsider(), uscc=cast.uscc(), licence=licence)
    age(licence)
    assert actions.purge_orphans() == 0


def test_what_a_draft_holds_in_its_json_is_not_swept(monkeypatch):
    draft = store("public")
    age(draft)
    holding = UploadPolicy("draft", "draft", IMAGES, 10**6, lambda user, file: True, held=lambda pks: {draft.pk})
    monkeypatch.setitem(policies._policies, "draft", holding)
    assert actions.purge_orphans() == 0


def test_the_content_of_a_row_that_was_rolled_back_is_swept():
    file = store("public")
    StoredFile.objects.all().delete()
    path = Path(file.content.path)
    assert actions.purge_orphans() == 0, "it may be on its way into the database"
    old = time.time() - 3 * 86400
    os.utime(path, (old, old))
    assert actions.purge_orphans() >= 1 and not path.exists()
