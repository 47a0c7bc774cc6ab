import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import events.visits.models
import federation.audit.operations


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("chambers", "0004_longer_status_names"),
        ("events", "0003_events_and_signups"),
        ("files", "0001_initial"),
        ("members", "0009_pairs_by_statement"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("services", "0003_products_and_drawdowns"),
    ]

    operations = [
        migrations.CreateModel(
            name="Leader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("office", models.CharField(blank=True, max_length=80, verbose_name="office")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="Staff only: visits are written up on the staff's pages, with a second factor.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="visit_offices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "leader who visits",
                "verbose_name_plural": "leaders who visit",
                "ordering": ["since", "pk"],
                "indexes": [models.Index(fields=["name"], name="visit_leader_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="visit_leader_dates",
                        violation_error_message="The office can't end before it begins.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DayLeader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.leader",
                        verbose_name="leader",
                    ),
                ),
            ],
            options={
                "verbose_name": "leader of a day",
                "verbose_name_plural": "leaders of days",
            },
        ),
        migrations.CreateModel(
            name="VisitDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                ("on", models.DateField(default=events.visits.models.next_thursday, verbose_name="day")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="note for those who go")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being planned"),
                            ("confirmed", "announced"),
                            ("done", "closed"),
                            ("cancelled", "cancelled"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begun at"),
                ),
                (
                    "leaders",
                    models.ManyToManyField(
                        related_name="days", through="events.DayLeader", to="events.leader", verbose_name="leaders"
                    ),
                ),
            ],
            options={
                "verbose_name": "visit day",
                "verbose_name_plural": "visit days",
                "permissions": [("plan_visitday", "Can plan visit days")],
                "indexes": [models.Index(fields=["on", "id"], name="visit_day_on")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "cancelled"), _negated=True),
                        fields=("on",),
                        name="visit_day_once",
                        violation_error_message="This day is planned already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DayStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_status", models.CharField(max_length=20, verbose_name="from")),
                ("to_status", models.CharField(max_length=20, verbose_name="to")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="events.visitday"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a visit day",
                "verbose_name_plural": "steps of visit days",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LeaderEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("office", models.CharField(blank=True, max_length=80, verbose_name="office")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.leader",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Staff only: visits are written up on the staff's pages, with a second factor.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name on the day")),
                ("starts_at", models.DateTimeField(verbose_name="time")),
                ("place", models.CharField(blank=True, max_length=300, verbose_name="place")),
                (
                    "wish",
                    models.CharField(blank=True, max_length=300, verbose_name="when it would suit the enterprise"),
                ),
                ("note", models.TextField(blank=True, max_length=4000, verbose_name="what was talked about")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="visited on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "not answered yet"),
                            ("confirmed", "confirmed by the enterprise"),
                            ("asked", "another time asked for"),
                            ("done", "visited"),
                            ("not_met", "nobody met"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chambers.chamber",
                        verbose_name="primary chamber",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.town",
                        verbose_name="town",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="events.visitday",
                        verbose_name="visit day",
                    ),
                ),
            ],
            options={
                "verbose_name": "visit to an enterprise",
                "verbose_name_plural": "visits to enterprises",
            },
        ),
        migrations.CreateModel(
            name="DayStepEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_status", models.CharField(max_length=20, verbose_name="from")),
                ("to_status", models.CharField(max_length=20, verbose_name="to")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.daystep",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visitday",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DayLeaderEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.dayleader",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.leader",
                        verbose_name="leader",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visitday",
                        verbose_name="visit day",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitDayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                ("on", models.DateField(default=events.visits.models.next_thursday, verbose_name="day")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="note for those who go")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being planned"),
                            ("confirmed", "announced"),
                            ("done", "closed"),
                            ("cancelled", "cancelled"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begun at"),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.visitday",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitDemand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "raised_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="entered at"
                    ),
                ),
                (
                    "demand",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visit_link",
                        to="services.demand",
                        verbose_name="demand",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visit_demands",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "demand raised on a visit",
                "verbose_name_plural": "demands raised on visits",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="VisitDemandEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "raised_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="entered at"
                    ),
                ),
                (
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.demand",
                        verbose_name="demand",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.visitdemand",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name on the day")),
                ("starts_at", models.DateTimeField(verbose_name="time")),
                ("place", models.CharField(blank=True, max_length=300, verbose_name="place")),
                (
                    "wish",
                    models.CharField(blank=True, max_length=300, verbose_name="when it would suit the enterprise"),
                ),
                ("note", models.TextField(blank=True, max_length=4000, verbose_name="what was talked about")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="visited on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "not answered yet"),
                            ("confirmed", "confirmed by the enterprise"),
                            ("asked", "another time asked for"),
                            ("done", "visited"),
                            ("not_met", "nobody met"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="chambers.chamber",
                        verbose_name="primary chamber",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visitday",
                        verbose_name="visit day",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.visit",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.town",
                        verbose_name="town",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitLeader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("office", models.CharField(blank=True, max_length=80, verbose_name="office")),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visit_leaders",
                        to="events.leader",
                        verbose_name="leader",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visit_leaders",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "leader of a visit",
                "verbose_name_plural": "leaders of visits",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("visit", "leader"), name="visit_leader_once")],
            },
        ),
        migrations.CreateModel(
            name="VisitLeaderEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("office", models.CharField(blank=True, max_length=80, verbose_name="office")),
                (
                    "leader",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.leader",
                        verbose_name="leader",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.visitleader",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("enterprise", "of the enterprise"),
                            ("federation", "of the federation"),
                            ("chamber", "of the chamber"),
                            ("government", "of a department or town"),
                            ("other", "other"),
                        ],
                        default="enterprise",
                        max_length=12,
                        verbose_name="from",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="position")),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "person present at a visit",
                "verbose_name_plural": "people present at visits",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("visit", "side", "name"), name="visit_person_once")],
            },
        ),
        migrations.CreateModel(
            name="VisitPersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("enterprise", "of the enterprise"),
                            ("federation", "of the federation"),
                            ("chamber", "of the chamber"),
                            ("government", "of a department or town"),
                            ("other", "other"),
                        ],
                        default="enterprise",
                        max_length=12,
                        verbose_name="from",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="position")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.visitperson",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("caption", models.CharField(blank=True, max_length=120, verbose_name="what it shows")),
                (
                    "added_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="added at"),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo of a visit",
                "verbose_name_plural": "photos of visits",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="VisitPhotoEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("caption", models.CharField(blank=True, max_length=120, verbose_name="what it shows")),
                (
                    "added_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="added at"),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.visitphoto",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_status", models.CharField(max_length=20, verbose_name="from")),
                ("to_status", models.CharField(max_length=20, verbose_name="to")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="events.visit"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a visit",
                "verbose_name_plural": "steps of visits",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitStepEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_status", models.CharField(max_length=20, verbose_name="from")),
                ("to_status", models.CharField(max_length=20, verbose_name="to")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="events.visitstep",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="dayleader",
            name="day",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="day_leaders",
                to="events.visitday",
                verbose_name="visit day",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="leaders",
            field=models.ManyToManyField(
                related_name="visits", through="events.VisitLeader", to="events.leader", verbose_name="leaders"
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="leader",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_leaderevent" ("id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "user_id") VALUES (NEW."id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="c931036b7892ff773d79dea8d563cc1d88a5b32c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2aeec",
                    table="events_leader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="leader",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_leaderevent" ("id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "user_id") VALUES (NEW."id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="b0ff56b3b12407b0033e4fb4a426d9f990377ab2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0266",
                    table="events_leader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="leader",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_leaderevent" ("id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "user_id") VALUES (OLD."id", OLD."name", OLD."office", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until", OLD."user_id"); RETURN NULL;',
                    hash="90c3d6d1b1f7b27dab83f39355b5e7c9bcfdd6e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_48253",
                    table="events_leader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitdayevent" ("created_at", "due_at", "id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "status_since") VALUES (NEW."created_at", NEW."due_at", NEW."id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."status_since"); RETURN NULL;',
                    hash="275b73ad90f08e6682bc471312c675a0b6e9ec9b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70f7a",
                    table="events_visitday",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_visitdayevent" ("created_at", "due_at", "id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "status_since") VALUES (NEW."created_at", NEW."due_at", NEW."id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."status_since"); RETURN NULL;',
                    hash="6cad8e21612f964d9f5036cc602d1b6a7bfdd1b1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_46e98",
                    table="events_visitday",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitdayevent" ("created_at", "due_at", "id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "status_since") VALUES (OLD."created_at", OLD."due_at", OLD."id", OLD."note", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."status", OLD."status_since"); RETURN NULL;',
                    hash="545f6934212c2b1e7d5bcf0294f0ea92416b991b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e7018",
                    table="events_visitday",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="daystep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_daystepevent" ("actor_id", "at", "day_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."day_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="b17dd406b77ac6d7f9a76e05f15ec9f1b674044f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aefbc",
                    table="events_daystep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="daystep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_daystepevent" ("actor_id", "at", "day_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."day_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="83f090dba5cbb10ea39b7814dbf41a77e9e00c5f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_48a32",
                    table="events_daystep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="daystep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_daystepevent" ("actor_id", "at", "day_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (OLD."actor_id", OLD."at", OLD."day_id", OLD."from_status", OLD."hat", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_status"); RETURN NULL;',
                    hash="ae0bc3abe14701d9462055962c97d507fcacf3af",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e43e",
                    table="events_daystep",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="dayleader",
            constraint=models.UniqueConstraint(fields=("day", "leader"), name="day_leader_once"),
        ),
        federation.audit.operations.AddTrigger(
            model_name="dayleader",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_dayleaderevent" ("day_id", "id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."day_id", NEW."id", NEW."leader_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="8bf72092ab22440769b60a0ddaa20fe60aadcca9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eba4e",
                    table="events_dayleader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="dayleader",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_dayleaderevent" ("day_id", "id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."day_id", NEW."id", NEW."leader_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="85e418ab3dc178aaec00367f9db291fb3e00728f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30228",
                    table="events_dayleader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="dayleader",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_dayleaderevent" ("day_id", "id", "leader_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."day_id", OLD."id", OLD."leader_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="bc8ad3239204abad6cd97e4764a6882fa508a2be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_42622",
                    table="events_dayleader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitdemand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitdemandevent" ("demand_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "visit_id") VALUES (NEW."demand_id", NEW."id", NEW."key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."visit_id"); RETURN NULL;',
                    hash="e0acbdb126093ed96eaa732f458c3f7f8603ce67",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_719d2",
                    table="events_visitdemand",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitdemand",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_visitdemandevent" ("demand_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "visit_id") VALUES (NEW."demand_id", NEW."id", NEW."key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."visit_id"); RETURN NULL;',
                    hash="07541145d85822949cdd0f1e03750e06fdd7d09e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4f3ed",
                    table="events_visitdemand",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitdemand",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitdemandevent" ("demand_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "visit_id") VALUES (OLD."demand_id", OLD."id", OLD."key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."visit_id"); RETURN NULL;',
                    hash="19d74f0110cd8765476efa0bf3c901d9a393e2e0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_679a7",
                    table="events_visitdemand",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitleader",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitleaderevent" ("id", "leader_id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."id", NEW."leader_id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="6e1b2572349b0b0106289cff6b4572b12d044419",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bae8f",
                    table="events_visitleader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitleader",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_visitleaderevent" ("id", "leader_id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."id", NEW."leader_id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="15b6634e36723d2a6940f91204a4e8c6dad02b14",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f91d",
                    table="events_visitleader",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitleader",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitleaderevent" ("id", "leader_id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (OLD."id", OLD."leader_id", OLD."name", OLD."office", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."visit_id"); RETURN NULL;',
                    hash="6025f16592d4ffd3e62e9dd346eea8514c32d3f0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8044e",
                    table="events_visitleader",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(
                condition=models.Q(("status", "done")), fields=["enterprise", "-held_on"], name="visit_last"
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(condition=models.Q(("status", "done")), fields=["held_on", "id"], name="visit_held"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(
                condition=models.Q(("status__in", ["asked", "confirmed", "planned"])),
                fields=["enterprise"],
                name="visit_open",
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["status", "due_at"], name="visit_due"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["enterprise", "-starts_at", "-id"], name="visit_enterprise"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["day", "starts_at", "id"], name="visit_of_day"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "cancelled"), _negated=True),
                fields=("day", "enterprise"),
                name="visit_once_a_day",
                violation_error_message="This enterprise is on the day's list already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "done"), models.Q(("held_on", None), _negated=True)),
                    models.Q(models.Q(("status", "done"), _negated=True), ("held_on", None)),
                    _connector="OR",
                ),
                name="visit_held_when_done",
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitevent" ("chamber_id", "day_id", "due_at", "enterprise_id", "enterprise_name", "held_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "status", "status_since", "town_id", "wish") VALUES (NEW."chamber_id", NEW."day_id", NEW."due_at", NEW."enterprise_id", NEW."enterprise_name", NEW."held_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."starts_at", NEW."status", NEW."status_since", NEW."town_id", NEW."wish"); RETURN NULL;',
                    hash="c56d9879a2f407e096204178a8c40c11e8697168",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_48e2c",
                    table="events_visit",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_visitevent" ("chamber_id", "day_id", "due_at", "enterprise_id", "enterprise_name", "held_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "status", "status_since", "town_id", "wish") VALUES (NEW."chamber_id", NEW."day_id", NEW."due_at", NEW."enterprise_id", NEW."enterprise_name", NEW."held_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."starts_at", NEW."status", NEW."status_since", NEW."town_id", NEW."wish"); RETURN NULL;',
                    hash="d4f4294693e78053dcb889671282a3fb37d49b76",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2cd18",
                    table="events_visit",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitevent" ("chamber_id", "day_id", "due_at", "enterprise_id", "enterprise_name", "held_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "status", "status_since", "town_id", "wish") VALUES (OLD."chamber_id", OLD."day_id", OLD."due_at", OLD."enterprise_id", OLD."enterprise_name", OLD."held_on", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."starts_at", OLD."status", OLD."status_since", OLD."town_id", OLD."wish"); RETURN NULL;',
                    hash="78947e6f6cc6217c0518a248206efb108a7b8b8f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2cc7e",
                    table="events_visit",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitperson",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitpersonevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side", "visit_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."side", NEW."visit_id"); RETURN NULL;',
                    hash="51cc2251832602660e5cf3fc23e9726b4d5c198e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_12469",
                    table="events_visitperson",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitperson",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_visitpersonevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side", "visit_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."side", NEW."visit_id"); RETURN NULL;',
                    hash="f49eed8f14653712f9a6c2aacec0780fca99bf3a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_61a10",
                    table="events_visitperson",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitperson",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitpersonevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side", "visit_id") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."side", OLD."visit_id"); RETURN NULL;',
                    hash="54e595e94af78a1e7e508644bf7ae7006e952da7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a5977",
                    table="events_visitperson",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitphoto",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitphotoevent" ("added_at", "added_by_id", "caption", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."caption", NEW."file_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="39557fb13a9705c62770a3854e9a5b95e049845a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b599",
                    table="events_visitphoto",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitphoto",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_visitphotoevent" ("added_at", "added_by_id", "caption", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."caption", NEW."file_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."visit_id"); RETURN NULL;',
                    hash="14a572f7e94c07837b912a72763a58c0b09304d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_588c5",
                    table="events_visitphoto",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitphoto",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitphotoevent" ("added_at", "added_by_id", "caption", "file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (OLD."added_at", OLD."added_by_id", OLD."caption", OLD."file_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."visit_id"); RETURN NULL;',
                    hash="a2a2d9080b47e404177c8a311cee58a469c2b4c2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e987c",
                    table="events_visitphoto",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitstepevent" ("actor_id", "at", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status", "visit_id") VALUES (NEW."actor_id", NEW."at", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_status", NEW."visit_id"); RETURN NULL;',
                    hash="9d9c13ca26142c7be3ca71338c639355ec6c1f24",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24760",
                    table="events_visitstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_visitstepevent" ("actor_id", "at", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status", "visit_id") VALUES (NEW."actor_id", NEW."at", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_status", NEW."visit_id"); RETURN NULL;',
                    hash="c60b2fa4593a1caa050ba6fa95ee188a80d1ed16",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ef8e8",
                    table="events_visitstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="visitstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_visitstepevent" ("actor_id", "at", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status", "visit_id") VALUES (OLD."actor_id", OLD."at", OLD."from_status", OLD."hat", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_status", OLD."visit_id"); RETURN NULL;',
                    hash="0c1ed41c436dcf9ba7b7e564ac0e24a41f655f9b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_08caf",
                    table="events_visitstep",
                    when="AFTER",
                ),
            ),
        ),
    ]
