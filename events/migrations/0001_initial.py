import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import events.visits.models
import federation.audit.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("chambers", "0004_longer_status_names"),
        ("files", "0001_initial"),
        ("members", "0010_imported_contacts"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("services", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Camp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Latin letters; used in addresses of pages.",
                        max_length=40,
                        unique=True,
                        verbose_name="address name",
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="name")),
                (
                    "english_name",
                    models.CharField(
                        blank=True,
                        help_text="Printed on certificates under the Chinese one.",
                        max_length=120,
                        verbose_name="English name",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Serial numbers begin with them: JGS gives JGS05-012.",
                        max_length=6,
                        unique=True,
                        verbose_name="letters of its certificates",
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="introduction")),
                ("is_shown", models.BooleanField(default=True, verbose_name="shown to the public")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "training camp",
                "verbose_name_plural": "training camps",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Cohort",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="cohort number"
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=80, verbose_name="theme")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                (
                    "lodging",
                    models.CharField(
                        blank=True,
                        help_text="House and rooms, as people are told.",
                        max_length=200,
                        verbose_name="lodging",
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="what to know")),
                ("applications_until", models.DateTimeField(verbose_name="applications until")),
                (
                    "quota",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(2000),
                        ],
                        verbose_name="places",
                    ),
                ),
                (
                    "attendance_share",
                    models.PositiveSmallIntegerField(
                        default=80,
                        help_text="Who attended at least this share of the sessions that count gets a certificate.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="sessions to attend (%)",
                    ),
                ),
                ("contact_name", models.CharField(blank=True, max_length=40, verbose_name="who to ask")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="office telephone")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being planned"),
                            ("open", "open for applications"),
                            ("selection", "places are being given"),
                            ("confirmed", "roster is settled"),
                            ("running", "under way"),
                            ("finished", "finished"),
                            ("archived", "archived"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("last_serial", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "camp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cohorts",
                        to="events.camp",
                        verbose_name="training camp",
                    ),
                ),
            ],
            options={
                "verbose_name": "cohort",
                "verbose_name_plural": "cohorts of camps",
                "ordering": ["-starts_on", "-pk"],
                "permissions": [
                    ("run_cohort", "Can announce cohorts and give places in them"),
                    ("call_roll", "Can call the roll of a cohort"),
                    ("issue_certificate", "Can issue and revoke certificates"),
                ],
                "indexes": [
                    models.Index(fields=["-starts_on", "-id"], name="cohort_by_day"),
                    models.Index(fields=["status", "status_since"], name="cohort_standing"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("camp", "number"),
                        name="cohort_number_once",
                        violation_error_message="This camp already has a cohort of that number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="cohort_dates",
                        violation_error_message="The last day lies before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("attendance_share__gte", 1), ("attendance_share__lte", 100)),
                        name="cohort_share",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="mobile phone")),
                ("sort_key", models.CharField(blank=True, db_collation="C", editable=False, max_length=120)),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="participants",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="participants",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "participant",
                "verbose_name_plural": "participants",
                "indexes": [
                    models.Index(fields=["phone"], name="participant_phone"),
                    models.Index(fields=["name"], name="participant_name"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("user", None), _negated=True),
                        fields=("user",),
                        name="participant_once_per_account",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("user", None), models.Q(("phone", ""), _negated=True)),
                        fields=("phone", "name"),
                        name="participant_once_per_phone",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("phone", ""), ("user", None), models.Q(("enterprise", None), _negated=True)
                        ),
                        fields=("enterprise", "name"),
                        name="participant_once_per_enterprise",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CampApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                ("name", models.CharField(max_length=80, verbose_name="person's name")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="mobile phone")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name on the day")),
                ("chamber_name", models.CharField(max_length=120, verbose_name="chamber name on the day")),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="position in the enterprise")),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("woman", "woman"), ("man", "man")], max_length=5, verbose_name="sex"
                    ),
                ),
                (
                    "room",
                    models.CharField(
                        choices=[("shared", "shared room"), ("single", "single room"), ("own", "finds lodging alone")],
                        default="shared",
                        max_length=6,
                        verbose_name="room",
                    ),
                ),
                ("wishes", models.CharField(blank=True, max_length=200, verbose_name="wishes")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why this person")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="put forward at"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="rank of the chamber")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("applied", "waits for the chamber's word"),
                            ("recommended", "recommended by the chamber"),
                            ("selected", "given a place, not yet confirmed"),
                            ("waiting", "on the waiting list"),
                            ("declined", "no place this time"),
                            ("withdrawn", "taken back"),
                            ("confirmed", "place confirmed"),
                        ],
                        default="applied",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "applicant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="camp_applications",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applied for by",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="camp_applications",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="camp_applications",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="events.cohort",
                        verbose_name="cohort",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="camp_applications",
                        to="events.participant",
                        verbose_name="participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "application for a camp",
                "verbose_name_plural": "applications for camps",
                "indexes": [
                    models.Index(fields=["cohort", "status"], name="camp_application_cohort"),
                    models.Index(fields=["chamber", "status", "status_since"], name="camp_application_chamber"),
                    models.Index(fields=["status", "status_since"], name="camp_application_standing"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ["applied", "confirmed", "recommended", "selected", "waiting"])
                        ),
                        fields=("cohort", "participant"),
                        name="camp_application_once",
                        violation_error_message="This person has already been put forward for this cohort.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("rank", None), _negated=True),
                        fields=("cohort", "chamber", "rank"),
                        name="camp_rank_once",
                        violation_error_message="Another person has this rank already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CampApplicationEvent",
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
                ("name", models.CharField(max_length=80, verbose_name="person's name")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="mobile phone")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name on the day")),
                ("chamber_name", models.CharField(max_length=120, verbose_name="chamber name on the day")),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="position in the enterprise")),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("woman", "woman"), ("man", "man")], max_length=5, verbose_name="sex"
                    ),
                ),
                (
                    "room",
                    models.CharField(
                        choices=[("shared", "shared room"), ("single", "single room"), ("own", "finds lodging alone")],
                        default="shared",
                        max_length=6,
                        verbose_name="room",
                    ),
                ),
                ("wishes", models.CharField(blank=True, max_length=200, verbose_name="wishes")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why this person")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="put forward at"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="rank of the chamber")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("applied", "waits for the chamber's word"),
                            ("recommended", "recommended by the chamber"),
                            ("selected", "given a place, not yet confirmed"),
                            ("waiting", "on the waiting list"),
                            ("declined", "no place this time"),
                            ("withdrawn", "taken back"),
                            ("confirmed", "place confirmed"),
                        ],
                        default="applied",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "applicant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applied for by",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="chambers.chamber",
                        verbose_name="chamber",
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
                        to="events.campapplication",
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.cohort",
                        verbose_name="cohort",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.participant",
                        verbose_name="participant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampApplicationStep",
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
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="events.campapplication"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of an application for a camp",
                "verbose_name_plural": "steps of applications for camps",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampApplicationStepEvent",
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
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.campapplication",
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
                        to="events.campapplicationstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_index=False,
                        help_text="Latin letters; used in addresses of pages.",
                        max_length=40,
                        verbose_name="address name",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "english_name",
                    models.CharField(
                        blank=True,
                        help_text="Printed on certificates under the Chinese one.",
                        max_length=120,
                        verbose_name="English name",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Serial numbers begin with them: JGS gives JGS05-012.",
                        max_length=6,
                        verbose_name="letters of its certificates",
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="introduction")),
                ("is_shown", models.BooleanField(default=True, verbose_name="shown to the public")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                        to="events.camp",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("starts_at", models.TimeField(verbose_name="begins")),
                ("ends_at", models.TimeField(verbose_name="ends")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("teacher", models.CharField(blank=True, max_length=80, verbose_name="teacher")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                (
                    "counts",
                    models.BooleanField(
                        default=True,
                        help_text="Arrival, meals and the journey home don't.",
                        verbose_name="counts for the certificate",
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="events.cohort",
                        verbose_name="cohort",
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ["day", "starts_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cohort", "day", "starts_at"),
                        name="camp_session_once",
                        violation_error_message="Another session begins at the same time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="camp_session_times",
                        violation_error_message="The session ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CampSessionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("day", models.DateField(verbose_name="day")),
                ("starts_at", models.TimeField(verbose_name="begins")),
                ("ends_at", models.TimeField(verbose_name="ends")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("teacher", models.CharField(blank=True, max_length=80, verbose_name="teacher")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                (
                    "counts",
                    models.BooleanField(
                        default=True,
                        help_text="Arrival, meals and the journey home don't.",
                        verbose_name="counts for the certificate",
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
                        to="events.campsession",
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.cohort",
                        verbose_name="cohort",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.CharField(max_length=40, verbose_name="certificate number")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("code", models.CharField(max_length=24, unique=True, verbose_name="certificate code")),
                ("name", models.CharField(max_length=80, verbose_name="person's name")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise")),
                ("camp_name", models.CharField(max_length=80, verbose_name="training camp")),
                ("camp_english_name", models.CharField(blank=True, max_length=120, verbose_name="English name")),
                ("cohort_number", models.PositiveSmallIntegerField(verbose_name="cohort number")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("attended", models.PositiveSmallIntegerField(verbose_name="sessions attended")),
                ("held", models.PositiveSmallIntegerField(verbose_name="sessions held")),
                ("share", models.PositiveSmallIntegerField(verbose_name="sessions to attend (%)")),
                ("issuer", models.CharField(max_length=120, verbose_name="issued by")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("valid", "valid"),
                            ("replaced", "replaced by a newer version"),
                            ("revoked", "revoked"),
                        ],
                        default="valid",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "state_since",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="since"),
                ),
                ("state_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="events.campapplication",
                        verbose_name="application",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by the hand of",
                    ),
                ),
            ],
            options={
                "verbose_name": "certificate",
                "verbose_name_plural": "certificates of completion",
                "ordering": ["-issued_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("application", "version"), name="certificate_version_once"),
                    models.UniqueConstraint(fields=("serial", "version"), name="certificate_serial_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "valid")), fields=("application",), name="certificate_one_valid"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("attended__lte", models.F("held"))), name="certificate_attended"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CertificateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("serial", models.CharField(max_length=40, verbose_name="certificate number")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("code", models.CharField(max_length=24, verbose_name="certificate code")),
                ("name", models.CharField(max_length=80, verbose_name="person's name")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise")),
                ("camp_name", models.CharField(max_length=80, verbose_name="training camp")),
                ("camp_english_name", models.CharField(blank=True, max_length=120, verbose_name="English name")),
                ("cohort_number", models.PositiveSmallIntegerField(verbose_name="cohort number")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("attended", models.PositiveSmallIntegerField(verbose_name="sessions attended")),
                ("held", models.PositiveSmallIntegerField(verbose_name="sessions held")),
                ("share", models.PositiveSmallIntegerField(verbose_name="sessions to attend (%)")),
                ("issuer", models.CharField(max_length=120, verbose_name="issued by")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("valid", "valid"),
                            ("replaced", "replaced by a newer version"),
                            ("revoked", "revoked"),
                        ],
                        default="valid",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "state_since",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="since"),
                ),
                ("state_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                (
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.campapplication",
                        verbose_name="application",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by the hand of",
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
                        to="events.certificate",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ChamberQuota",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "seats",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(2000)], verbose_name="seats"
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="camp_quotas",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotas",
                        to="events.cohort",
                        verbose_name="cohort",
                    ),
                ),
            ],
            options={
                "verbose_name": "quota of a chamber",
                "verbose_name_plural": "quotas of chambers",
                "ordering": ["chamber__position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cohort", "chamber"),
                        name="camp_quota_once",
                        violation_error_message="This chamber already has a quota.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChamberQuotaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "seats",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(2000)], verbose_name="seats"
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="chambers.chamber",
                        verbose_name="chamber",
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
                        to="events.chamberquota",
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.cohort",
                        verbose_name="cohort",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CohortEvent",
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
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="cohort number"
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=80, verbose_name="theme")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                (
                    "lodging",
                    models.CharField(
                        blank=True,
                        help_text="House and rooms, as people are told.",
                        max_length=200,
                        verbose_name="lodging",
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="what to know")),
                ("applications_until", models.DateTimeField(verbose_name="applications until")),
                (
                    "quota",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(2000),
                        ],
                        verbose_name="places",
                    ),
                ),
                (
                    "attendance_share",
                    models.PositiveSmallIntegerField(
                        default=80,
                        help_text="Who attended at least this share of the sessions that count gets a certificate.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="sessions to attend (%)",
                    ),
                ),
                ("contact_name", models.CharField(blank=True, max_length=40, verbose_name="who to ask")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="office telephone")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being planned"),
                            ("open", "open for applications"),
                            ("selection", "places are being given"),
                            ("confirmed", "roster is settled"),
                            ("running", "under way"),
                            ("finished", "finished"),
                            ("archived", "archived"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("last_serial", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "camp",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.camp",
                        verbose_name="training camp",
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
                        to="events.cohort",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CohortStep",
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
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="events.cohort"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a cohort",
                "verbose_name_plural": "steps of cohorts",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CohortStepEvent",
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
                    "cohort",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.cohort",
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
                        to="events.cohortstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Leader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
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
                ("on", models.DateField(default=events.visits.models.next_thursday, verbose_name="day out")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="note for those who go")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being put together"),
                            ("confirmed", "enterprises told"),
                            ("done", "over and written up"),
                            ("cancelled", "called off"),
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
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting"),
                            ("salon", "salon or series"),
                            ("lecture", "lecture or training"),
                            ("culture", "culture and sport"),
                            ("department", "visit to a department"),
                            ("briefing", "policy briefing"),
                            ("exchange", "exchange"),
                            ("party_day", "party day"),
                            ("volunteer", "volunteer work"),
                            ("other", "other event"),
                        ],
                        default="salon",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=2000, verbose_name="introduction")),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="event_series",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
            ],
            options={
                "verbose_name": "series of events",
                "verbose_name_plural": "series of events",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting"),
                            ("salon", "salon or series"),
                            ("lecture", "lecture or training"),
                            ("culture", "culture and sport"),
                            ("department", "visit to a department"),
                            ("briefing", "policy briefing"),
                            ("exchange", "exchange"),
                            ("party_day", "party day"),
                            ("volunteer", "volunteer work"),
                            ("other", "other event"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("introduction", models.TextField(blank=True, max_length=5000, verbose_name="introduction")),
                ("contact_name", models.CharField(blank=True, max_length=80, verbose_name="whom to ask")),
                (
                    "contact_phone",
                    models.CharField(
                        blank=True, help_text="Shown to the public.", max_length=30, verbose_name="telephone"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("everyone", "everyone"),
                            ("members", "members of the federation"),
                            ("invited", "the invited chambers"),
                            ("officers", "office holders of chambers"),
                        ],
                        default="everyone",
                        max_length=10,
                        verbose_name="open to",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Otherwise only those it is open to see it, when they are logged in.",
                        verbose_name="in the public calendar",
                    ),
                ),
                ("takes_signups", models.BooleanField(default=True, verbose_name="people sign up")),
                (
                    "opens_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: as soon as it is announced.",
                        null=True,
                        verbose_name="sign-up opens",
                    ),
                ),
                (
                    "deadline",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: until the event begins.",
                        null=True,
                        verbose_name="sign-up deadline",
                    ),
                ),
                (
                    "code_rotates",
                    models.BooleanField(
                        default=False,
                        help_text="For a screen at the door: nobody can check in from afar. Otherwise one code is printed.",
                        verbose_name="the code at the door changes",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being planned"),
                            ("submitted", "waits for approval"),
                            ("published", "announced"),
                            ("open", "open for sign-up"),
                            ("closed", "sign-up closed"),
                            ("check_in", "checking in"),
                            ("summed_up", "summed up"),
                            ("archived", "in the archive"),
                            ("postponed", "postponed"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="created at"
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="announced at"),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="took place on")),
                ("summary", models.TextField(blank=True, max_length=5000, verbose_name="summary")),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose event it is; empty for the federation's own.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="planned by",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="events.series",
                        verbose_name="series",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "permissions": [("approve_event", "Can approve events that others planned")],
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_public", True)), fields=["starts_at", "id"], name="event_public"
                    ),
                    models.Index(fields=["status", "status_since"], name="event_waiting"),
                    models.Index(fields=["chamber", "starts_at"], name="event_chamber"),
                    models.Index(fields=["held_on"], name="event_held"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="event_ends_after_start",
                        violation_error_message="An event ends after it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deadline", None), ("deadline__lte", models.F("starts_at")), _connector="OR"
                        ),
                        name="event_deadline_before_start",
                        violation_error_message="The sign-up deadline can't be after the event begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens_at", None), ("opens_at__lt", models.F("starts_at")), _connector="OR"
                        ),
                        name="event_opens_before_start",
                        violation_error_message="Sign-up opens before the event begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventAttendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("code", "scanned the code"),
                            ("list", "ticked on the list"),
                            ("walk_in", "came without signing up"),
                        ],
                        max_length=8,
                        verbose_name="how",
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="event_attendances",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="events.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="events.participant",
                        verbose_name="participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance at an event",
                "verbose_name_plural": "attendances at events",
                "indexes": [
                    models.Index(fields=["event", "at", "id"], name="event_attendance_sheet"),
                    models.Index(fields=["event", "enterprise", "id"], name="event_attendance_firm"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "participant"),
                        name="event_attendance_once",
                        violation_error_message="This person is on the list already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventAttendanceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("code", "scanned the code"),
                            ("list", "ticked on the list"),
                            ("walk_in", "came without signing up"),
                        ],
                        max_length=8,
                        verbose_name="how",
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                        verbose_name="event",
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
                        to="events.eventattendance",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.participant",
                        verbose_name="participant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventEvent",
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
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting"),
                            ("salon", "salon or series"),
                            ("lecture", "lecture or training"),
                            ("culture", "culture and sport"),
                            ("department", "visit to a department"),
                            ("briefing", "policy briefing"),
                            ("exchange", "exchange"),
                            ("party_day", "party day"),
                            ("volunteer", "volunteer work"),
                            ("other", "other event"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("introduction", models.TextField(blank=True, max_length=5000, verbose_name="introduction")),
                ("contact_name", models.CharField(blank=True, max_length=80, verbose_name="whom to ask")),
                (
                    "contact_phone",
                    models.CharField(
                        blank=True, help_text="Shown to the public.", max_length=30, verbose_name="telephone"
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("everyone", "everyone"),
                            ("members", "members of the federation"),
                            ("invited", "the invited chambers"),
                            ("officers", "office holders of chambers"),
                        ],
                        default="everyone",
                        max_length=10,
                        verbose_name="open to",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Otherwise only those it is open to see it, when they are logged in.",
                        verbose_name="in the public calendar",
                    ),
                ),
                ("takes_signups", models.BooleanField(default=True, verbose_name="people sign up")),
                (
                    "opens_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: as soon as it is announced.",
                        null=True,
                        verbose_name="sign-up opens",
                    ),
                ),
                (
                    "deadline",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: until the event begins.",
                        null=True,
                        verbose_name="sign-up deadline",
                    ),
                ),
                (
                    "code_rotates",
                    models.BooleanField(
                        default=False,
                        help_text="For a screen at the door: nobody can check in from afar. Otherwise one code is printed.",
                        verbose_name="the code at the door changes",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being planned"),
                            ("submitted", "waits for approval"),
                            ("published", "announced"),
                            ("open", "open for sign-up"),
                            ("closed", "sign-up closed"),
                            ("check_in", "checking in"),
                            ("summed_up", "summed up"),
                            ("archived", "in the archive"),
                            ("postponed", "postponed"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="created at"
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="announced at"),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="took place on")),
                ("summary", models.TextField(blank=True, max_length=5000, verbose_name="summary")),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose event it is; empty for the federation's own.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="chambers.chamber",
                        verbose_name="chamber",
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
                        to="events.event",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="planned by",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.series",
                        verbose_name="series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventHost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("organiser", "organiser"),
                            ("in_charge", "in charge of carrying out"),
                            ("support", "supporter"),
                        ],
                        default="organiser",
                        max_length=10,
                        verbose_name="part",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name on the day")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hosts", to="events.event"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.partnerorganisation",
                        verbose_name="partner organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "host",
                "verbose_name_plural": "hosts",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("chamber", None), ("partner", None), _connector="OR"),
                        name="event_host_is_one_body",
                        violation_error_message="A host is a chamber or a partner organisation, not both.",
                    ),
                    models.UniqueConstraint(
                        fields=("event", "name"),
                        name="event_host_once",
                        violation_error_message="This host is named already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventHostEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("organiser", "organiser"),
                            ("in_charge", "in charge of carrying out"),
                            ("support", "supporter"),
                        ],
                        default="organiser",
                        max_length=10,
                        verbose_name="part",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name on the day")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                        verbose_name="chamber",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="partner organisation",
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
                        to="events.eventhost",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventStep",
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of an event",
                "verbose_name_plural": "steps of events",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventStepEvent",
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
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
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
                        to="events.eventstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InvitedChamber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "chamber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="event_invitations",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="events.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "invited chamber",
                "verbose_name_plural": "invited chambers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "chamber"),
                        name="event_chamber_invited_once",
                        violation_error_message="This chamber is invited already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitedChamberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "chamber",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
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
                        to="events.invitedchamber",
                    ),
                ),
            ],
            options={
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
                ("name", models.CharField(max_length=80, verbose_name="full name")),
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
            name="ParticipantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="mobile phone")),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="events.participant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Places",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="places",
                        serialize=False,
                        to="events.event",
                    ),
                ),
                (
                    "quota",
                    models.PositiveIntegerField(
                        blank=True, help_text="Empty: as many as come.", null=True, verbose_name="places"
                    ),
                ),
                (
                    "per_enterprise",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: no limit of its own.",
                        null=True,
                        verbose_name="places for each enterprise",
                    ),
                ),
                ("accepts", models.BooleanField(default=False, editable=False, verbose_name="takes sign-ups")),
                ("taken", models.PositiveIntegerField(default=0, editable=False, verbose_name="places taken")),
            ],
            options={
                "verbose_name": "places of an event",
                "verbose_name_plural": "places of events",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("quota", None), ("taken__lte", models.F("quota")), _connector="OR"),
                        name="event_places_not_oversold",
                        violation_error_message="There can't be fewer places than people who have one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quota", None), ("quota__gte", 1), _connector="OR"),
                        name="event_places_one_at_least",
                        violation_error_message="An event with a limit has one place at least.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("per_enterprise", None), ("per_enterprise__gte", 1), _connector="OR"),
                        name="event_places_per_enterprise",
                        violation_error_message="A limit for each enterprise is one at least.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "quota",
                    models.PositiveIntegerField(
                        blank=True, help_text="Empty: as many as come.", null=True, verbose_name="places"
                    ),
                ),
                (
                    "per_enterprise",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: no limit of its own.",
                        null=True,
                        verbose_name="places for each enterprise",
                    ),
                ),
                ("accepts", models.BooleanField(default=False, editable=False, verbose_name="takes sign-ups")),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="events.event",
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
                        to="events.places",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SeriesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting"),
                            ("salon", "salon or series"),
                            ("lecture", "lecture or training"),
                            ("culture", "culture and sport"),
                            ("department", "visit to a department"),
                            ("briefing", "policy briefing"),
                            ("exchange", "exchange"),
                            ("party_day", "party day"),
                            ("volunteer", "volunteer work"),
                            ("other", "other event"),
                        ],
                        default="salon",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=2000, verbose_name="introduction")),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
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
                        verbose_name="chamber",
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
                        to="events.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SignUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("going", "has a place"),
                            ("waiting", "on the waiting list"),
                            ("declined", "can't come"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="since"),
                ),
                (
                    "queued_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="signed up at"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                ("sort_key", models.CharField(blank=True, db_collation="C", editable=False, max_length=120)),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="event_signups",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signups",
                        to="events.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signups",
                        to="events.participant",
                        verbose_name="participant",
                    ),
                ),
                (
                    "signed_up_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="event_signups",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed up by",
                    ),
                ),
            ],
            options={
                "verbose_name": "sign-up",
                "verbose_name_plural": "sign-ups",
                "indexes": [
                    models.Index(fields=["event", "status", "queued_at", "id"], name="signup_line"),
                    models.Index(fields=["event", "enterprise"], name="signup_enterprise"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "participant"),
                        name="signup_once_each",
                        violation_error_message="This person has signed up already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignUpEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("going", "has a place"),
                            ("waiting", "on the waiting list"),
                            ("declined", "can't come"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="since"),
                ),
                (
                    "queued_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="signed up at"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reason")),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.participant",
                        verbose_name="participant",
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
                        to="events.signup",
                    ),
                ),
                (
                    "signed_up_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed up by",
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
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name of that day")),
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
                ("on", models.DateField(default=events.visits.models.next_thursday, verbose_name="day out")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="note for those who go")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "being put together"),
                            ("confirmed", "enterprises told"),
                            ("done", "over and written up"),
                            ("cancelled", "called off"),
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
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name of that day")),
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
                ("name", models.CharField(max_length=80, verbose_name="full name")),
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
                ("name", models.CharField(max_length=80, verbose_name="full name")),
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
                        verbose_name="side",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
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
                        verbose_name="side",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="full name")),
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
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "marked_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="ticked at"
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ticked by",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="events.campapplication",
                        verbose_name="participant",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="events.campsession",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendances",
                "constraints": [
                    models.UniqueConstraint(fields=("session", "application"), name="camp_attendance_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "marked_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="ticked at"
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ticked by",
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
                        to="events.attendance",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.campapplication",
                        verbose_name="participant",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.campsession",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        federation.audit.operations.AddTrigger(
            model_name="camp",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_campevent" ("code", "english_name", "id", "introduction", "is_shown", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."code", NEW."english_name", NEW."id", NEW."introduction", NEW."is_shown", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;',
                    hash="3a1e88433cf123e91759707835dad386f1c8cd14",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_298ca",
                    table="events_camp",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="camp",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_campevent" ("code", "english_name", "id", "introduction", "is_shown", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."code", NEW."english_name", NEW."id", NEW."introduction", NEW."is_shown", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;',
                    hash="4606ed110b3887e0e693786d230553b10392c8e6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_71284",
                    table="events_camp",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="camp",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_campevent" ("code", "english_name", "id", "introduction", "is_shown", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (OLD."code", OLD."english_name", OLD."id", OLD."introduction", OLD."is_shown", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."slug"); RETURN NULL;',
                    hash="e4c761386636f867c5044ad802db1e8d5ab1782f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f822d",
                    table="events_camp",
                    when="AFTER",
                ),
            ),
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
            model_name="campapplicationstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_campapplicationstepevent" ("actor_id", "application_id", "at", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT new_values."actor_id", new_values."application_id", new_values."at", new_values."from_status", new_values."hat", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."to_status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c8ebf59f5c58e9068a68b06cac24f2b087789234",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c1a6a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_campapplicationstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campapplicationstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_campapplicationstepevent" ("actor_id", "application_id", "at", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT new_values."actor_id", new_values."application_id", new_values."at", new_values."from_status", new_values."hat", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."to_status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d1d806e92cd3c7850437b15665f72341730ff90b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3e413",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_campapplicationstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campapplicationstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_campapplicationstepevent" ("actor_id", "application_id", "at", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT old_values."actor_id", old_values."application_id", old_values."at", old_values."from_status", old_values."hat", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."to_status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f3fd7cc48b0f5de888d6de591588f6b2a8de6ca0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4540e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_campapplicationstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_attendanceevent" ("application_id", "id", "marked_at", "marked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") SELECT new_values."application_id", new_values."id", new_values."marked_at", new_values."marked_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."session_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="569b19af9dd31e3e3aaa94b84e540f77ae4aaf23",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_948c8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_attendance",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_attendanceevent" ("application_id", "id", "marked_at", "marked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") SELECT new_values."application_id", new_values."id", new_values."marked_at", new_values."marked_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."session_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="51fa0e4f84ca8d358e6ad0274cd64a9b0d96d969",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_142f4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_attendance",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_attendanceevent" ("application_id", "id", "marked_at", "marked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") SELECT old_values."application_id", old_values."id", old_values."marked_at", old_values."marked_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."session_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="110d19768d29d803da7cf27bf6c9ce100053e0ec",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7d13d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_attendance",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="certificate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_certificateevent" ("application_id", "attended", "camp_english_name", "camp_name", "code", "cohort_number", "ends_on", "enterprise_name", "held", "id", "issued_by_id", "issued_on", "issuer", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "serial", "share", "starts_on", "state", "state_reason", "state_since", "version") VALUES (NEW."application_id", NEW."attended", NEW."camp_english_name", NEW."camp_name", NEW."code", NEW."cohort_number", NEW."ends_on", NEW."enterprise_name", NEW."held", NEW."id", NEW."issued_by_id", NEW."issued_on", NEW."issuer", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."serial", NEW."share", NEW."starts_on", NEW."state", NEW."state_reason", NEW."state_since", NEW."version"); RETURN NULL;',
                    hash="d5e2c92148635a1dc59cf4755dbedb8e935486f5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3a48c",
                    table="events_certificate",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="certificate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_certificateevent" ("application_id", "attended", "camp_english_name", "camp_name", "code", "cohort_number", "ends_on", "enterprise_name", "held", "id", "issued_by_id", "issued_on", "issuer", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "serial", "share", "starts_on", "state", "state_reason", "state_since", "version") VALUES (NEW."application_id", NEW."attended", NEW."camp_english_name", NEW."camp_name", NEW."code", NEW."cohort_number", NEW."ends_on", NEW."enterprise_name", NEW."held", NEW."id", NEW."issued_by_id", NEW."issued_on", NEW."issuer", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."serial", NEW."share", NEW."starts_on", NEW."state", NEW."state_reason", NEW."state_since", NEW."version"); RETURN NULL;',
                    hash="f4016ec144b34eec9dfc7728d88667ae11ffc95e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e521",
                    table="events_certificate",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="certificate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_certificateevent" ("application_id", "attended", "camp_english_name", "camp_name", "code", "cohort_number", "ends_on", "enterprise_name", "held", "id", "issued_by_id", "issued_on", "issuer", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "serial", "share", "starts_on", "state", "state_reason", "state_since", "version") VALUES (OLD."application_id", OLD."attended", OLD."camp_english_name", OLD."camp_name", OLD."code", OLD."cohort_number", OLD."ends_on", OLD."enterprise_name", OLD."held", OLD."id", OLD."issued_by_id", OLD."issued_on", OLD."issuer", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."serial", OLD."share", OLD."starts_on", OLD."state", OLD."state_reason", OLD."state_since", OLD."version"); RETURN NULL;',
                    hash="3330146eccf1cb21fddec3078cb9cccf1ee0d4b4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f2a27",
                    table="events_certificate",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="cohort",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_cohortevent" ("applications_until", "attendance_share", "camp_id", "contact_name", "contact_phone", "due_at", "ends_on", "id", "introduction", "last_serial", "lodging", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quota", "starts_on", "status", "status_since", "theme") VALUES (NEW."applications_until", NEW."attendance_share", NEW."camp_id", NEW."contact_name", NEW."contact_phone", NEW."due_at", NEW."ends_on", NEW."id", NEW."introduction", NEW."last_serial", NEW."lodging", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."quota", NEW."starts_on", NEW."status", NEW."status_since", NEW."theme"); RETURN NULL;',
                    hash="edf3507d4e9b330a227f6e582384f047a2d84137",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_548d2",
                    table="events_cohort",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="cohort",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_cohortevent" ("applications_until", "attendance_share", "camp_id", "contact_name", "contact_phone", "due_at", "ends_on", "id", "introduction", "last_serial", "lodging", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quota", "starts_on", "status", "status_since", "theme") VALUES (NEW."applications_until", NEW."attendance_share", NEW."camp_id", NEW."contact_name", NEW."contact_phone", NEW."due_at", NEW."ends_on", NEW."id", NEW."introduction", NEW."last_serial", NEW."lodging", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."quota", NEW."starts_on", NEW."status", NEW."status_since", NEW."theme"); RETURN NULL;',
                    hash="22dc2a60a13d1bf3978df42b788f25e6ee7a74bf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_63f70",
                    table="events_cohort",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="cohort",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_cohortevent" ("applications_until", "attendance_share", "camp_id", "contact_name", "contact_phone", "due_at", "ends_on", "id", "introduction", "last_serial", "lodging", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quota", "starts_on", "status", "status_since", "theme") VALUES (OLD."applications_until", OLD."attendance_share", OLD."camp_id", OLD."contact_name", OLD."contact_phone", OLD."due_at", OLD."ends_on", OLD."id", OLD."introduction", OLD."last_serial", OLD."lodging", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."quota", OLD."starts_on", OLD."status", OLD."status_since", OLD."theme"); RETURN NULL;',
                    hash="a63065c48a81aa69e207629148227fffc277ee71",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_49630",
                    table="events_cohort",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="chamberquota",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_chamberquotaevent" ("chamber_id", "cohort_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats") VALUES (NEW."chamber_id", NEW."cohort_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."seats"); RETURN NULL;',
                    hash="daeb8bde10e1c724a26cd20a4b13666844c0fc5d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eb233",
                    table="events_chamberquota",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="chamberquota",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_chamberquotaevent" ("chamber_id", "cohort_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats") VALUES (NEW."chamber_id", NEW."cohort_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."seats"); RETURN NULL;',
                    hash="5dc6cce61b10fda18fe01bc286fc1fe7d80d7356",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2170d",
                    table="events_chamberquota",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="chamberquota",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_chamberquotaevent" ("chamber_id", "cohort_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats") VALUES (OLD."chamber_id", OLD."cohort_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."seats"); RETURN NULL;',
                    hash="c1e101677421cf2e09ddebd1a594f2e0647980f9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6f7de",
                    table="events_chamberquota",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campsession",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_campsessionevent" ("cohort_id", "counts", "day", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "teacher", "title") VALUES (NEW."cohort_id", NEW."counts", NEW."day", NEW."ends_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."starts_at", NEW."teacher", NEW."title"); RETURN NULL;',
                    hash="9cf777fcd8a39e6acfb336b817260744013dcf4b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7af59",
                    table="events_campsession",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campsession",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_campsessionevent" ("cohort_id", "counts", "day", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "teacher", "title") VALUES (NEW."cohort_id", NEW."counts", NEW."day", NEW."ends_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."starts_at", NEW."teacher", NEW."title"); RETURN NULL;',
                    hash="8c3f6d3b65f3b9dccca97f109ea94f4a7d80bf69",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0bf0f",
                    table="events_campsession",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campsession",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_campsessionevent" ("cohort_id", "counts", "day", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_at", "teacher", "title") VALUES (OLD."cohort_id", OLD."counts", OLD."day", OLD."ends_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."starts_at", OLD."teacher", OLD."title"); RETURN NULL;',
                    hash="422e413453386ae95e581c23617056e839ef1d00",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_546bd",
                    table="events_campsession",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="cohortstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_cohortstepevent" ("actor_id", "at", "cohort_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."cohort_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="4fa76b97300e6a49af97f02691b2b9e500e10797",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_44e62",
                    table="events_cohortstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="cohortstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_cohortstepevent" ("actor_id", "at", "cohort_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."cohort_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="871b0400751604aaf24291a629de62ba54388d13",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_256ce",
                    table="events_cohortstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="cohortstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_cohortstepevent" ("actor_id", "at", "cohort_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (OLD."actor_id", OLD."at", OLD."cohort_id", OLD."from_status", OLD."hat", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_status"); RETURN NULL;',
                    hash="708a60e674d0554a8942ea76bb94bcbdfd36dafb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7deb0",
                    table="events_cohortstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="places",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_placesevent" ("accepts", "event_id", "per_enterprise", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quota") VALUES (NEW."accepts", NEW."event_id", NEW."per_enterprise", _pgh_attach_context(), NOW(), \'insert\', NEW."event_id", NEW."quota"); RETURN NULL;',
                    hash="5029a29ab27825d46d702c4a234e48ec13f1aa8d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4795e",
                    table="events_places",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="places",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accepts" IS DISTINCT FROM (NEW."accepts") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."per_enterprise" IS DISTINCT FROM (NEW."per_enterprise") OR OLD."quota" IS DISTINCT FROM (NEW."quota"))',
                    func='INSERT INTO "events_placesevent" ("accepts", "event_id", "per_enterprise", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quota") VALUES (NEW."accepts", NEW."event_id", NEW."per_enterprise", _pgh_attach_context(), NOW(), \'update\', NEW."event_id", NEW."quota"); RETURN NULL;',
                    hash="ec08e70bb1ec87535d2ed74f6823714efec5882d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f785",
                    table="events_places",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="places",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_placesevent" ("accepts", "event_id", "per_enterprise", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quota") VALUES (OLD."accepts", OLD."event_id", OLD."per_enterprise", _pgh_attach_context(), NOW(), \'delete\', OLD."event_id", OLD."quota"); RETURN NULL;',
                    hash="0eb8f846b3b88f5468b222c7a93be916eea7b451",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_59747",
                    table="events_places",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventhost",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventhostevent" ("chamber_id", "event_id", "id", "name", "part", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."chamber_id", NEW."event_id", NEW."id", NEW."name", NEW."part", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="820f6e1ec20de0d5d5b265fb65e401a53c4f7481",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_10465",
                    table="events_eventhost",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventhost",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_eventhostevent" ("chamber_id", "event_id", "id", "name", "part", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."chamber_id", NEW."event_id", NEW."id", NEW."name", NEW."part", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="d9e497f9ae0dd769c819252f64e3acfb68b78bb9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_111be",
                    table="events_eventhost",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventhost",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventhostevent" ("chamber_id", "event_id", "id", "name", "part", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."chamber_id", OLD."event_id", OLD."id", OLD."name", OLD."part", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="7195c7cdf04c6c3c5ea325b3fae25e2a5f524daa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_12fd7",
                    table="events_eventhost",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventstepevent" ("actor_id", "at", "event_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."event_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="8d06167a889122ca13bae85bd9e596f18680289e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_613cd",
                    table="events_eventstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_eventstepevent" ("actor_id", "at", "event_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."event_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="4b72ccff8c4e198c8cff87a6d420f83d44a8674b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a4857",
                    table="events_eventstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventstepevent" ("actor_id", "at", "event_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (OLD."actor_id", OLD."at", OLD."event_id", OLD."from_status", OLD."hat", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_status"); RETURN NULL;',
                    hash="275ee3c0f9b80de344eb4b8b9f6da5433918704c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_49f68",
                    table="events_eventstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="invitedchamber",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_invitedchamberevent" ("chamber_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."chamber_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="2bbe431fca3c781f01a25fb065871af52bda37ad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dfbf1",
                    table="events_invitedchamber",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="invitedchamber",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_invitedchamberevent" ("chamber_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."chamber_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="d7b8a53dc156a5401ca533e6653180c354eb4d88",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d178d",
                    table="events_invitedchamber",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="invitedchamber",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_invitedchamberevent" ("chamber_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."chamber_id", OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="4368306a30afabbf5538fa3192e7094e3a964f8b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_238b5",
                    table="events_invitedchamber",
                    when="AFTER",
                ),
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
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_participantevent" ("enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "user_id") SELECT new_values."enterprise_id", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1d6a8d333b0c5356a5f2b677a13d67e22dec96da",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_610a9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_participant",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_participantevent" ("enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "user_id") SELECT new_values."enterprise_id", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."enterprise_id" IS DISTINCT FROM (new_values."enterprise_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."phone" IS DISTINCT FROM (new_values."phone") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="82d764917d27e46b3d3280bb38f916a5ce1d4de2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30dbd",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_participant",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_participantevent" ("enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "user_id") SELECT old_values."enterprise_id", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phone", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5b2d16ad539a41a728a5a7e08887dc606bec526c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bb300",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_participant",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventattendanceevent" ("at", "enterprise_id", "enterprise_name", "event_id", "how", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") SELECT new_values."at", new_values."enterprise_id", new_values."enterprise_name", new_values."event_id", new_values."how", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d1e6b48bcc5f06c7e31c1f5ce2bc889f8eb0346a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a39e6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_eventattendance",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventattendanceevent" ("at", "enterprise_id", "enterprise_name", "event_id", "how", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") SELECT new_values."at", new_values."enterprise_id", new_values."enterprise_name", new_values."event_id", new_values."how", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="34ce333d5bca720f0dd5a974fecfe013c28234b1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ab4d3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_eventattendance",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="eventattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventattendanceevent" ("at", "enterprise_id", "enterprise_name", "event_id", "how", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") SELECT old_values."at", old_values."enterprise_id", old_values."enterprise_name", old_values."event_id", old_values."how", old_values."id", old_values."name", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="be497db8ae08124324f9fb10e10c7413c7171e6e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6d08c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_eventattendance",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_campapplicationevent" ("applicant_id", "chamber_id", "chamber_name", "cohort_id", "created_at", "due_at", "enterprise_id", "enterprise_name", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "rank", "reason", "room", "sex", "status", "status_since", "wishes") SELECT new_values."applicant_id", new_values."chamber_id", new_values."chamber_name", new_values."cohort_id", new_values."created_at", new_values."due_at", new_values."enterprise_id", new_values."enterprise_name", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."position", new_values."rank", new_values."reason", new_values."room", new_values."sex", new_values."status", new_values."status_since", new_values."wishes" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="def9e169f7d39964c5b27a911f249a193aa3b81d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6da66",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_campapplication",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_campapplicationevent" ("applicant_id", "chamber_id", "chamber_name", "cohort_id", "created_at", "due_at", "enterprise_id", "enterprise_name", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "rank", "reason", "room", "sex", "status", "status_since", "wishes") SELECT new_values."applicant_id", new_values."chamber_id", new_values."chamber_name", new_values."cohort_id", new_values."created_at", new_values."due_at", new_values."enterprise_id", new_values."enterprise_name", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."position", new_values."rank", new_values."reason", new_values."room", new_values."sex", new_values."status", new_values."status_since", new_values."wishes" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1b0b36f6babb77fccb6e4b8d937da5dbe26adc76",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9c101",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_campapplication",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_campapplicationevent" ("applicant_id", "chamber_id", "chamber_name", "cohort_id", "created_at", "due_at", "enterprise_id", "enterprise_name", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "rank", "reason", "room", "sex", "status", "status_since", "wishes") SELECT old_values."applicant_id", old_values."chamber_id", old_values."chamber_name", old_values."cohort_id", old_values."created_at", old_values."due_at", old_values."enterprise_id", old_values."enterprise_name", old_values."id", old_values."name", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phone", old_values."position", old_values."rank", old_values."reason", old_values."room", old_values."sex", old_values."status", old_values."status_since", old_values."wishes" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7f41a2eb2b09da9904670c6cff1257949575ca24",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_efcf0",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_campapplication",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_seriesevent" ("chamber_id", "id", "introduction", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."chamber_id", NEW."id", NEW."introduction", NEW."is_active", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="4600edfab337d0612e2849da3ac131d4cce209c1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e71bb",
                    table="events_series",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_seriesevent" ("chamber_id", "id", "introduction", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."chamber_id", NEW."id", NEW."introduction", NEW."is_active", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="a42968e637b0fb614e7613a9effce1d43cc124f4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_25ab4",
                    table="events_series",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_seriesevent" ("chamber_id", "id", "introduction", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."chamber_id", OLD."id", OLD."introduction", OLD."is_active", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="8ae925cbb22c9ec4d9b153529a70c5a4a850af41",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ae327",
                    table="events_series",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventevent" ("address", "audience", "chamber_id", "code_rotates", "contact_name", "contact_phone", "created_at", "deadline", "due_at", "ends_at", "held_on", "id", "introduction", "is_public", "kind", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "published_at", "series_id", "starts_at", "status", "status_since", "summary", "takes_signups", "title") VALUES (NEW."address", NEW."audience", NEW."chamber_id", NEW."code_rotates", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."deadline", NEW."due_at", NEW."ends_at", NEW."held_on", NEW."id", NEW."introduction", NEW."is_public", NEW."kind", NEW."opens_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."planned_by_id", NEW."published_at", NEW."series_id", NEW."starts_at", NEW."status", NEW."status_since", NEW."summary", NEW."takes_signups", NEW."title"); RETURN NULL;',
                    hash="14f15c1850d75d54ea2b5a9688b34eb44b01d8d9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82b94",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_eventevent" ("address", "audience", "chamber_id", "code_rotates", "contact_name", "contact_phone", "created_at", "deadline", "due_at", "ends_at", "held_on", "id", "introduction", "is_public", "kind", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "published_at", "series_id", "starts_at", "status", "status_since", "summary", "takes_signups", "title") VALUES (NEW."address", NEW."audience", NEW."chamber_id", NEW."code_rotates", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."deadline", NEW."due_at", NEW."ends_at", NEW."held_on", NEW."id", NEW."introduction", NEW."is_public", NEW."kind", NEW."opens_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."planned_by_id", NEW."published_at", NEW."series_id", NEW."starts_at", NEW."status", NEW."status_since", NEW."summary", NEW."takes_signups", NEW."title"); RETURN NULL;',
                    hash="e26c4d930cf957d6f8717d3afb0513161c419f2e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_73f59",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventevent" ("address", "audience", "chamber_id", "code_rotates", "contact_name", "contact_phone", "created_at", "deadline", "due_at", "ends_at", "held_on", "id", "introduction", "is_public", "kind", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "published_at", "series_id", "starts_at", "status", "status_since", "summary", "takes_signups", "title") VALUES (OLD."address", OLD."audience", OLD."chamber_id", OLD."code_rotates", OLD."contact_name", OLD."contact_phone", OLD."created_at", OLD."deadline", OLD."due_at", OLD."ends_at", OLD."held_on", OLD."id", OLD."introduction", OLD."is_public", OLD."kind", OLD."opens_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."planned_by_id", OLD."published_at", OLD."series_id", OLD."starts_at", OLD."status", OLD."status_since", OLD."summary", OLD."takes_signups", OLD."title"); RETURN NULL;',
                    hash="40b5d8ba1d6a1db20baf17d8bad6d96aa35b3345",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d74a6",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="signup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_signupevent" ("enterprise_id", "enterprise_name", "event_id", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "queued_at", "reason", "signed_up_by_id", "status", "status_since") SELECT new_values."enterprise_id", new_values."enterprise_name", new_values."event_id", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."queued_at", new_values."reason", new_values."signed_up_by_id", new_values."status", new_values."status_since" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8c7c8aa7067549a8d37167193f2bba0ce6fda671",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fcf42",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_signup",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="signup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_signupevent" ("enterprise_id", "enterprise_name", "event_id", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "queued_at", "reason", "signed_up_by_id", "status", "status_since") SELECT new_values."enterprise_id", new_values."enterprise_name", new_values."event_id", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."queued_at", new_values."reason", new_values."signed_up_by_id", new_values."status", new_values."status_since" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."enterprise_id" IS DISTINCT FROM (new_values."enterprise_id") OR old_values."enterprise_name" IS DISTINCT FROM (new_values."enterprise_name") OR old_values."event_id" IS DISTINCT FROM (new_values."event_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."participant_id" IS DISTINCT FROM (new_values."participant_id") OR old_values."queued_at" IS DISTINCT FROM (new_values."queued_at") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."signed_up_by_id" IS DISTINCT FROM (new_values."signed_up_by_id") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."status_since" IS DISTINCT FROM (new_values."status_since")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dc7670e8f6e66a357713600c36f1d785a5202caf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fbd14",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_signup",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="signup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_signupevent" ("enterprise_id", "enterprise_name", "event_id", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "queued_at", "reason", "signed_up_by_id", "status", "status_since") SELECT old_values."enterprise_id", old_values."enterprise_name", old_values."event_id", old_values."id", old_values."name", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."queued_at", old_values."reason", old_values."signed_up_by_id", old_values."status", old_values."status_since" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f6ebc47824665960a784eb6dbd791be4c30e57a9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_46c1d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_signup",
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
