import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import federation.audit.operations


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("chambers", "0004_longer_status_names"),
        ("events", "0001_participants"),
        ("members", "0009_pairs_by_statement"),
        ("pghistory", "0007_auto_20250421_0444"),
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
                "verbose_name_plural": "cohorts",
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="applied at"
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
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="camp_applications",
                        to="events.participant",
                        verbose_name="participant",
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="applied at"
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
                ("serial", models.CharField(max_length=40, verbose_name="serial number")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("code", models.CharField(max_length=24, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                "verbose_name_plural": "certificates",
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
                ("serial", models.CharField(max_length=40, verbose_name="serial number")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("code", models.CharField(max_length=24, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
    ]
