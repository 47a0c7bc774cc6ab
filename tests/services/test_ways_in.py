"""The public pages of the services invite everybody: whoever follows the invitation is led on, or told why not."""

import pytest
from django.urls import reverse

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("page", "way"),
    [("demands:start", "demands:begin"), ("finance:about", "finance:start")],
    ids=["demands", "finance"],
)
def test_who_acts_for_no_enterprise_is_told_so(page, way):
    page, way = reverse(page), reverse(way)
    for person in (cast.outsider(), cast.secretary(), cast.bank_officer(), cast.staff("registry_clerk")):
        client = cast.login(person)
        assert f'href="{way}"' in client.get(page).content.decode()
        answer = client.get(way, follow=True)
        assert (answer.redirect_chain, answer.status_code) == ([(page, 302)], 200)
        assert 'class="alert' in answer.content.decode()
    manager = cast.login(cast.representative(cast.member()))
    assert manager.get(way, follow=True).request["PATH_INFO"].startswith(way)
