"""GB/T 4754-2017: the standard itself, the same for every federation."""

import csv
from pathlib import Path

from django.db import migrations

TABLE = Path(__file__).parents[1] / "enterprises" / "data" / "gbt4754-2017.csv"
LEVELS = {"section": 1, "division": 2, "group": 3, "class": 4}


def load(apps, schema_editor):
    IndustryClass = apps.get_model("members", "IndustryClass")
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            IndustryClass(code=row["code"], name=row["name"], level=LEVELS[row["level"]], section=row["section"])
            for row in csv.DictReader(file)
        ]
    IndustryClass.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
