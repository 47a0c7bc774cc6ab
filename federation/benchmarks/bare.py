"""The yardstick: Django with nothing around it. One indexed query, 25 rows of four columns, one template; the same
database and pool of connections, no middleware, no session, no translation.

Served like the portal: `gunicorn federation.benchmarks.bare:application`.
"""

import os

import django
import environ
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

PAGE = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>Enterprises</title></head>
<body><h1>Enterprises</h1><table>
<tr><th>Name</th><th>Code</th><th>Registered</th></tr>
{% for row in rows %}<tr>
<td><a href="/{{ row.id }}/">{{ row.name }}</a></td><td>{{ row.uscc }}</td><td>{{ row.registered_on }}</td>
</tr>{% endfor %}</table></body></html>
"""

if not settings.configured:
    database = environ.Env().db("DATABASE_URL")
    database.setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
    settings.configure(
        SECRET_KEY=os.urandom(16).hex(),
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        DATABASES={"default": database},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        USE_I18N=False,
    )
    django.setup()


class Row(models.Model):
    uscc = models.CharField(max_length=18)
    name = models.CharField(max_length=200)
    registered_on = models.DateField()
    listed = models.BooleanField()
    sort_key = models.CharField(max_length=120)

    class Meta:
        app_label = "bare"
        managed = False
        db_table = "members_enterprise"

    def __str__(self) -> str:
        return self.name


def view(request: HttpRequest) -> HttpResponse:
    rows = Row.objects.filter(listed=True).order_by("sort_key", "id").only("uscc", "name", "registered_on")[:25]
    body = template.render({"rows": rows}).encode()
    return HttpResponse(body, headers={"Content-Length": str(len(body))})


template = engines["django"].from_string(PAGE)
urlpatterns = [path("", view)]
application = get_wsgi_application()
