"""What enterprises ask for most: a beginning that staff change as they like. Departments are each district's own."""

from django.db import migrations
from django.db.models import Q

# Code, name, what belongs there, days until contact, plan and answer.
CATEGORIES = (
    ("roads", "道路交通", "积水、停车、公交、货车通行", 2, 7, 20),
    ("energy", "水电气热", "增容、停供、价格", 1, 5, 15),
    ("site", "用地厂房", "租赁、扩建、环评、消防", 3, 10, 30),
    ("tax", "税费政策", "减免、退税、政策兑现", 2, 7, 15),
    ("staff", "用工社保", "招聘、社保、人才落户", 2, 7, 20),
    ("permits", "证照审批", "许可、变更、检验", 2, 5, 15),
    ("finance", "融资", "贷款、担保、展期", 2, 7, 20),
    ("other", "其他", "说不清归哪里的事", 2, 7, 20),
)


def add_missing(apps, schema_editor):
    """A federation that keeps its own under the same code or name keeps them as they are."""
    Category = apps.get_model("services", "DemandCategory")
    for position, (code, name, hint, contact, plan, close) in enumerate(CATEGORIES):
        if not Category.objects.filter(Q(code=code) | Q(name=name)).exists():
            Category.objects.create(
                code=code,
                name=name,
                hint=hint,
                contact_days=contact,
                plan_days=plan,
                close_days=close,
                position=position,
            )


class Migration(migrations.Migration):
    dependencies = [("services", "0001_initial")]
    # Undone, the categories stay: demands may be filed under them.
    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop, elidable=False)]
