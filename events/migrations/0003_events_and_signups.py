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
        ("events", "0002_camps"),
        ("members", "0009_pairs_by_statement"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
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
            name="EventAttendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="events.participant",
                        verbose_name="participant",
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_signupevent" ("enterprise_id", "enterprise_name", "event_id", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "queued_at", "reason", "signed_up_by_id", "status", "status_since") SELECT new_values."enterprise_id", new_values."enterprise_name", new_values."event_id", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."queued_at", new_values."reason", new_values."signed_up_by_id", new_values."status", new_values."status_since" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1b70806518aa491833d9e5e67ecb3af34637f2ce",
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
    ]
