"""The days of membership beside the enterprise, kept by triggers."""

from django.db import migrations

from members.membership.member_days import INSTALL, REBUILD, REMOVE


class Migration(migrations.Migration):
    dependencies = [("members", "0005_listed_indexes")]
    operations = [migrations.RunSQL([INSTALL, REBUILD], REMOVE)]
