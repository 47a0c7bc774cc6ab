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
        ("files", "0001_initial"),
        ("members", "0009_pairs_by_statement"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("services", "0001_finance"),
    ]

    operations = [
        migrations.CreateModel(
            name="DemandCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Latin letters; used in addresses of pages.", unique=True, verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="name")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="what belongs here")),
                ("contact_days", models.PositiveSmallIntegerField(default=2, verbose_name="days until contact")),
                ("plan_days", models.PositiveSmallIntegerField(default=7, verbose_name="days until a plan")),
                ("close_days", models.PositiveSmallIntegerField(default=20, verbose_name="days until an answer")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="offered")),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        help_text="Proposed when a demand of this kind is assigned.",
                        limit_choices_to={"is_active": True, "kind": "department"},
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="members.partnerorganisation",
                        verbose_name="usual department",
                    ),
                ),
            ],
            options={
                "verbose_name": "category of demands",
                "verbose_name_plural": "categories of demands",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("close_days__gte", models.F("plan_days")),
                            ("contact_days__gte", 1),
                            ("plan_days__gte", models.F("contact_days")),
                        ),
                        name="demand_category_days",
                        violation_error_message="Contact comes first, then the plan, then the answer.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Demand",
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
                ("shown_to_chamber", models.BooleanField(default=True, verbose_name="the chamber may follow it")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("enterprise", "raised by the enterprise"),
                            ("chamber", "raised by its chamber"),
                            ("visit", "raised on a visit"),
                        ],
                        max_length=10,
                        verbose_name="source",
                    ),
                ),
                (
                    "raised_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="raised at"
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="in one line")),
                ("text", models.TextField(max_length=3000, verbose_name="what is needed")),
                (
                    "priority",
                    models.CharField(
                        choices=[("normal", "ordinary"), ("urgent", "urgent")],
                        default="normal",
                        max_length=8,
                        verbose_name="priority",
                    ),
                ),
                ("contact_name", models.CharField(blank=True, max_length=80, verbose_name="whom to call")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("raised", "waits to be assigned"),
                            ("assigned", "assigned, to be contacted"),
                            ("contacted", "contacted, to be planned"),
                            ("planned", "planned, being dealt with"),
                            ("answered", "answered, to be called back"),
                            ("reopened", "reopened, to be contacted again"),
                            ("closed", "closed"),
                            ("withdrawn", "withdrawn by the enterprise"),
                            ("duplicate", "joined to another demand"),
                        ],
                        default="raised",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("turn", models.PositiveSmallIntegerField(default=0, verbose_name="turn")),
                ("round", models.PositiveSmallIntegerField(default=0, verbose_name="round")),
                ("assigned_at", models.DateTimeField(blank=True, null=True, verbose_name="first assigned at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "satisfied"),
                            ("mostly", "mostly satisfied"),
                            ("dissatisfied", "dissatisfied"),
                        ],
                        max_length=12,
                        verbose_name="satisfaction",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="demands",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="demands",
                        to="members.partnerorganisation",
                        verbose_name="department",
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="services.demand",
                        verbose_name="same as",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="demands",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="owned_demands",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="raised by",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.town",
                        verbose_name="town",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="demands",
                        to="services.demandcategory",
                        verbose_name="category",
                    ),
                ),
            ],
            options={
                "verbose_name": "demand",
                "verbose_name_plural": "demands",
                "permissions": [
                    ("assign_demand", "Can classify and assign demands"),
                    ("handle_demand", "Can be in charge of a demand and answer it"),
                    ("callback_demand", "Can call back and close demands"),
                ],
                "indexes": [
                    models.Index(fields=["status", "due_at", "id"], name="demand_status_due"),
                    models.Index(fields=["raised_at", "id"], name="demand_raised"),
                    models.Index(fields=["enterprise", "raised_at", "id"], name="demand_enterprise"),
                    models.Index(fields=["chamber", "raised_at", "id"], name="demand_chamber"),
                    models.Index(fields=["department", "raised_at", "id"], name="demand_department"),
                    models.Index(fields=["category", "raised_at", "id"], name="demand_category"),
                    models.Index(fields=["town", "raised_at", "id"], name="demand_town"),
                    models.Index(
                        condition=models.Q(("status__in", ["assigned", "contacted", "planned", "reopened"])),
                        fields=["department", "due_at", "id"],
                        name="demand_in_hand",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("status__in", ["answered", "assigned", "contacted", "planned", "raised", "reopened"])
                        ),
                        fields=["due_at", "id"],
                        name="demand_open_due",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("status__in", ["answered", "assigned", "contacted", "planned", "raised", "reopened"])
                        ),
                        fields=["chamber", "status_since", "id"],
                        name="demand_chamber_open",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("department", None), ("owner", None), _connector="OR"),
                        name="demand_one_in_charge",
                        violation_error_message="Either a department or one of the staff is in charge.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("duplicate_of", None),
                            models.Q(("duplicate_of", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="demand_not_its_own_duplicate",
                        violation_error_message="A demand can't be the same as itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("duplicate_of__isnull", False), ("status", "duplicate")),
                            models.Q(models.Q(("status", "duplicate"), _negated=True), ("duplicate_of", None)),
                            _connector="OR",
                        ),
                        name="demand_duplicate_of_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DemandCategoryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False, help_text="Latin letters; used in addresses of pages.", verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="name")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="what belongs here")),
                ("contact_days", models.PositiveSmallIntegerField(default=2, verbose_name="days until contact")),
                ("plan_days", models.PositiveSmallIntegerField(default=7, verbose_name="days until a plan")),
                ("close_days", models.PositiveSmallIntegerField(default=20, verbose_name="days until an answer")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="offered")),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Proposed when a demand of this kind is assigned.",
                        limit_choices_to={"is_active": True, "kind": "department"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="usual department",
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
                        to="services.demandcategory",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemandDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form", models.JSONField(blank=True, default=dict, verbose_name="form")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated at")),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "demand being written",
                "verbose_name_plural": "demands being written",
                "constraints": [models.UniqueConstraint(fields=("user", "enterprise"), name="demand_draft_one_each")],
            },
        ),
        migrations.CreateModel(
            name="DemandDraftEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("form", models.JSONField(blank=True, default=dict, verbose_name="form")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated at")),
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
                        to="services.demanddraft",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemandEvent",
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
                ("shown_to_chamber", models.BooleanField(default=True, verbose_name="the chamber may follow it")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("enterprise", "raised by the enterprise"),
                            ("chamber", "raised by its chamber"),
                            ("visit", "raised on a visit"),
                        ],
                        max_length=10,
                        verbose_name="source",
                    ),
                ),
                (
                    "raised_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="raised at"
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="in one line")),
                ("text", models.TextField(max_length=3000, verbose_name="what is needed")),
                (
                    "priority",
                    models.CharField(
                        choices=[("normal", "ordinary"), ("urgent", "urgent")],
                        default="normal",
                        max_length=8,
                        verbose_name="priority",
                    ),
                ),
                ("contact_name", models.CharField(blank=True, max_length=80, verbose_name="whom to call")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("raised", "waits to be assigned"),
                            ("assigned", "assigned, to be contacted"),
                            ("contacted", "contacted, to be planned"),
                            ("planned", "planned, being dealt with"),
                            ("answered", "answered, to be called back"),
                            ("reopened", "reopened, to be contacted again"),
                            ("closed", "closed"),
                            ("withdrawn", "withdrawn by the enterprise"),
                            ("duplicate", "joined to another demand"),
                        ],
                        default="raised",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("turn", models.PositiveSmallIntegerField(default=0, verbose_name="turn")),
                ("round", models.PositiveSmallIntegerField(default=0, verbose_name="round")),
                ("assigned_at", models.DateTimeField(blank=True, null=True, verbose_name="first assigned at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "satisfied"),
                            ("mostly", "mostly satisfied"),
                            ("dissatisfied", "dissatisfied"),
                        ],
                        max_length=12,
                        verbose_name="satisfaction",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.demandcategory",
                        verbose_name="category",
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
                        verbose_name="chamber",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="department",
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.demand",
                        verbose_name="same as",
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
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
                        to="services.demand",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="raised by",
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
            name="DemandHandling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("turn", models.PositiveSmallIntegerField(verbose_name="turn")),
                ("round", models.PositiveSmallIntegerField(verbose_name="round")),
                (
                    "assigned_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="assigned at"
                    ),
                ),
                ("contact_due_at", models.DateTimeField(verbose_name="contact due")),
                ("plan_due_at", models.DateTimeField(verbose_name="plan due")),
                ("close_due_at", models.DateTimeField(verbose_name="answer due")),
                ("contacted_at", models.DateTimeField(blank=True, null=True, verbose_name="contacted at")),
                ("contact_note", models.TextField(blank=True, max_length=3000, verbose_name="what was said")),
                ("planned_at", models.DateTimeField(blank=True, null=True, verbose_name="planned at")),
                ("plan", models.TextField(blank=True, max_length=3000, verbose_name="plan")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("answer", models.TextField(blank=True, max_length=3000, verbose_name="answer")),
                ("called_back_at", models.DateTimeField(blank=True, null=True, verbose_name="called back at")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "satisfied"),
                            ("mostly", "mostly satisfied"),
                            ("dissatisfied", "dissatisfied"),
                        ],
                        max_length=12,
                        verbose_name="satisfaction",
                    ),
                ),
                ("callback_note", models.TextField(blank=True, max_length=3000, verbose_name="said at the call back")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("closed", "closed after the call back"),
                            ("reopened", "reopened after the call back"),
                            ("transferred", "transferred"),
                            ("handed_back", "handed back to the federation"),
                            ("withdrawn", "withdrawn by the enterprise"),
                            ("duplicate", "joined to another demand"),
                        ],
                        max_length=12,
                        verbose_name="ended by being",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "assigned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned by",
                    ),
                ),
                (
                    "called_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="called back by",
                    ),
                ),
                (
                    "demand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handlings",
                        to="services.demand",
                        verbose_name="demand",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handlings",
                        to="members.partnerorganisation",
                        verbose_name="department",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "turn at a demand",
                "verbose_name_plural": "turns at demands",
                "ordering": ["demand", "turn"],
                "indexes": [
                    models.Index(fields=["department", "close_due_at"], name="handling_department"),
                    models.Index(fields=["close_due_at", "id"], name="handling_due"),
                    models.Index(fields=["called_back_at", "id"], name="handling_called_back"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("demand", "turn"), name="handling_turn_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("demand",), name="handling_one_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("called_back_by", None),
                            ("answered_by", None),
                            models.Q(("called_back_by", models.F("answered_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="handling_called_back_by_another",
                        violation_error_message="Somebody other than who answered calls back.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DemandHandlingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("turn", models.PositiveSmallIntegerField(verbose_name="turn")),
                ("round", models.PositiveSmallIntegerField(verbose_name="round")),
                (
                    "assigned_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="assigned at"
                    ),
                ),
                ("contact_due_at", models.DateTimeField(verbose_name="contact due")),
                ("plan_due_at", models.DateTimeField(verbose_name="plan due")),
                ("close_due_at", models.DateTimeField(verbose_name="answer due")),
                ("contacted_at", models.DateTimeField(blank=True, null=True, verbose_name="contacted at")),
                ("contact_note", models.TextField(blank=True, max_length=3000, verbose_name="what was said")),
                ("planned_at", models.DateTimeField(blank=True, null=True, verbose_name="planned at")),
                ("plan", models.TextField(blank=True, max_length=3000, verbose_name="plan")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("answer", models.TextField(blank=True, max_length=3000, verbose_name="answer")),
                ("called_back_at", models.DateTimeField(blank=True, null=True, verbose_name="called back at")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "satisfied"),
                            ("mostly", "mostly satisfied"),
                            ("dissatisfied", "dissatisfied"),
                        ],
                        max_length=12,
                        verbose_name="satisfaction",
                    ),
                ),
                ("callback_note", models.TextField(blank=True, max_length=3000, verbose_name="said at the call back")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("closed", "closed after the call back"),
                            ("reopened", "reopened after the call back"),
                            ("transferred", "transferred"),
                            ("handed_back", "handed back to the federation"),
                            ("withdrawn", "withdrawn by the enterprise"),
                            ("duplicate", "joined to another demand"),
                        ],
                        max_length=12,
                        verbose_name="ended by being",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "assigned_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned by",
                    ),
                ),
                (
                    "called_back_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="called back by",
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
                    "department",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="department",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
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
                        to="services.demandhandling",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemandRemark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("enterprise", "enterprise"),
                            ("chamber", "chamber"),
                            ("owner", "in charge of it"),
                            ("staff", "federation"),
                        ],
                        max_length=10,
                        verbose_name="speaks for",
                    ),
                ),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("text", models.TextField(blank=True, max_length=3000, verbose_name="message")),
                ("internal", models.BooleanField(default=False, verbose_name="internal note")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "demand",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="services.demand",
                    ),
                ),
            ],
            options={
                "verbose_name": "message about a demand",
                "verbose_name_plural": "messages about demands",
                "ordering": ["at", "pk"],
                "indexes": [models.Index(fields=["demand", "at", "id"], name="demand_remark_order")],
            },
        ),
        migrations.CreateModel(
            name="DemandPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "remark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="services.demandremark"
                    ),
                ),
            ],
            options={
                "verbose_name": "paper of a demand",
                "verbose_name_plural": "papers of demands",
            },
        ),
        migrations.CreateModel(
            name="DemandPaperEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "file",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="file",
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
                        to="services.demandpaper",
                    ),
                ),
                (
                    "remark",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.demandremark",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemandRemarkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("enterprise", "enterprise"),
                            ("chamber", "chamber"),
                            ("owner", "in charge of it"),
                            ("staff", "federation"),
                        ],
                        max_length=10,
                        verbose_name="speaks for",
                    ),
                ),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("text", models.TextField(blank=True, max_length=3000, verbose_name="message")),
                ("internal", models.BooleanField(default=False, verbose_name="internal note")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                (
                    "author",
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
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.demand",
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
                        to="services.demandremark",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemandStep",
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
                    "demand",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="services.demand",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a demand",
                "verbose_name_plural": "steps of demands",
                "ordering": ["at", "pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["demand", "at", "id"], name="demand_step_order")],
            },
        ),
        migrations.CreateModel(
            name="DemandStepEvent",
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
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.demand",
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
                        to="services.demandstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandcategoryevent" ("close_days", "code", "contact_days", "department_id", "hint", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_days", "position") VALUES (NEW."close_days", NEW."code", NEW."contact_days", NEW."department_id", NEW."hint", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_days", NEW."position"); RETURN NULL;',
                    hash="2335bc18821a49ecc39f69eaf2cb6d6edbd56809",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f49bf",
                    table="services_demandcategory",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_demandcategoryevent" ("close_days", "code", "contact_days", "department_id", "hint", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_days", "position") VALUES (NEW."close_days", NEW."code", NEW."contact_days", NEW."department_id", NEW."hint", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_days", NEW."position"); RETURN NULL;',
                    hash="7f2e8fe4fe681fe8f308e66402adec7157c82905",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3a132",
                    table="services_demandcategory",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandcategoryevent" ("close_days", "code", "contact_days", "department_id", "hint", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_days", "position") VALUES (OLD."close_days", OLD."code", OLD."contact_days", OLD."department_id", OLD."hint", OLD."id", OLD."is_active", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_days", OLD."position"); RETURN NULL;',
                    hash="3a0c391908ff0bffef4323a2fcc016d63537304e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ccb73",
                    table="services_demandcategory",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandevent" ("assigned_at", "category_id", "chamber_id", "closed_at", "contact_name", "contact_phone", "department_id", "due_at", "duplicate_of_id", "enterprise_id", "enterprise_name", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "raised_at", "raised_by_id", "round", "satisfaction", "shown_to_chamber", "source", "status", "status_since", "text", "title", "town_id", "turn") VALUES (NEW."assigned_at", NEW."category_id", NEW."chamber_id", NEW."closed_at", NEW."contact_name", NEW."contact_phone", NEW."department_id", NEW."due_at", NEW."duplicate_of_id", NEW."enterprise_id", NEW."enterprise_name", NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority", NEW."raised_at", NEW."raised_by_id", NEW."round", NEW."satisfaction", NEW."shown_to_chamber", NEW."source", NEW."status", NEW."status_since", NEW."text", NEW."title", NEW."town_id", NEW."turn"); RETURN NULL;',
                    hash="fac31b0dcdd62b8aa0a77a8e7f1d868d07b9c14b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_32d5d",
                    table="services_demand",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demand",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_demandevent" ("assigned_at", "category_id", "chamber_id", "closed_at", "contact_name", "contact_phone", "department_id", "due_at", "duplicate_of_id", "enterprise_id", "enterprise_name", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "raised_at", "raised_by_id", "round", "satisfaction", "shown_to_chamber", "source", "status", "status_since", "text", "title", "town_id", "turn") VALUES (NEW."assigned_at", NEW."category_id", NEW."chamber_id", NEW."closed_at", NEW."contact_name", NEW."contact_phone", NEW."department_id", NEW."due_at", NEW."duplicate_of_id", NEW."enterprise_id", NEW."enterprise_name", NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority", NEW."raised_at", NEW."raised_by_id", NEW."round", NEW."satisfaction", NEW."shown_to_chamber", NEW."source", NEW."status", NEW."status_since", NEW."text", NEW."title", NEW."town_id", NEW."turn"); RETURN NULL;',
                    hash="db93de2b190bc9d8b7e7dcfbc550085b68ddffe1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d432b",
                    table="services_demand",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demand",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandevent" ("assigned_at", "category_id", "chamber_id", "closed_at", "contact_name", "contact_phone", "department_id", "due_at", "duplicate_of_id", "enterprise_id", "enterprise_name", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "raised_at", "raised_by_id", "round", "satisfaction", "shown_to_chamber", "source", "status", "status_since", "text", "title", "town_id", "turn") VALUES (OLD."assigned_at", OLD."category_id", OLD."chamber_id", OLD."closed_at", OLD."contact_name", OLD."contact_phone", OLD."department_id", OLD."due_at", OLD."duplicate_of_id", OLD."enterprise_id", OLD."enterprise_name", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."priority", OLD."raised_at", OLD."raised_by_id", OLD."round", OLD."satisfaction", OLD."shown_to_chamber", OLD."source", OLD."status", OLD."status_since", OLD."text", OLD."title", OLD."town_id", OLD."turn"); RETURN NULL;',
                    hash="83fdd7f5a800dd287ed6683975207da0f0bbe52a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_63f31",
                    table="services_demand",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demanddraft",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demanddraftevent" ("enterprise_id", "form", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "user_id") VALUES (NEW."enterprise_id", NEW."form", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."updated_at", NEW."user_id"); RETURN NULL;',
                    hash="d271bd00c5d88f9ea4aebd203b21d825f55e16d2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_87e17",
                    table="services_demanddraft",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demanddraft",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_demanddraftevent" ("enterprise_id", "form", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "user_id") VALUES (NEW."enterprise_id", NEW."form", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."updated_at", NEW."user_id"); RETURN NULL;',
                    hash="f9f18b76e2fd65d712d2fe3cfef360156c2d7161",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_480d4",
                    table="services_demanddraft",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demanddraft",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demanddraftevent" ("enterprise_id", "form", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "user_id") VALUES (OLD."enterprise_id", OLD."form", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."updated_at", OLD."user_id"); RETURN NULL;',
                    hash="a696c239022722d7757a51cbe9a5416b5630058f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_185e5",
                    table="services_demanddraft",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandhandling",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandhandlingevent" ("answer", "answered_at", "answered_by_id", "assigned_at", "assigned_by_id", "callback_note", "called_back_at", "called_back_by_id", "close_due_at", "contact_due_at", "contact_note", "contacted_at", "demand_id", "department_id", "ended", "ended_at", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "plan_due_at", "planned_at", "round", "satisfaction", "turn") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assigned_at", NEW."assigned_by_id", NEW."callback_note", NEW."called_back_at", NEW."called_back_by_id", NEW."close_due_at", NEW."contact_due_at", NEW."contact_note", NEW."contacted_at", NEW."demand_id", NEW."department_id", NEW."ended", NEW."ended_at", NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan", NEW."plan_due_at", NEW."planned_at", NEW."round", NEW."satisfaction", NEW."turn"); RETURN NULL;',
                    hash="3a427dcaa9cb0de21a24992aea8216f26a562f8a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8b58",
                    table="services_demandhandling",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandhandling",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_demandhandlingevent" ("answer", "answered_at", "answered_by_id", "assigned_at", "assigned_by_id", "callback_note", "called_back_at", "called_back_by_id", "close_due_at", "contact_due_at", "contact_note", "contacted_at", "demand_id", "department_id", "ended", "ended_at", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "plan_due_at", "planned_at", "round", "satisfaction", "turn") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assigned_at", NEW."assigned_by_id", NEW."callback_note", NEW."called_back_at", NEW."called_back_by_id", NEW."close_due_at", NEW."contact_due_at", NEW."contact_note", NEW."contacted_at", NEW."demand_id", NEW."department_id", NEW."ended", NEW."ended_at", NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan", NEW."plan_due_at", NEW."planned_at", NEW."round", NEW."satisfaction", NEW."turn"); RETURN NULL;',
                    hash="7c61d5df15cc1b89c1bf00f12753429b699d83cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6bf4d",
                    table="services_demandhandling",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandhandling",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandhandlingevent" ("answer", "answered_at", "answered_by_id", "assigned_at", "assigned_by_id", "callback_note", "called_back_at", "called_back_by_id", "close_due_at", "contact_due_at", "contact_note", "contacted_at", "demand_id", "department_id", "ended", "ended_at", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "plan_due_at", "planned_at", "round", "satisfaction", "turn") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."assigned_at", OLD."assigned_by_id", OLD."callback_note", OLD."called_back_at", OLD."called_back_by_id", OLD."close_due_at", OLD."contact_due_at", OLD."contact_note", OLD."contacted_at", OLD."demand_id", OLD."department_id", OLD."ended", OLD."ended_at", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan", OLD."plan_due_at", OLD."planned_at", OLD."round", OLD."satisfaction", OLD."turn"); RETURN NULL;',
                    hash="1b14c1468ed6514ff4d947c4059897bf77f3401a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bdcb8",
                    table="services_demandhandling",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandremark",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandremarkevent" ("at", "author_id", "demand_id", "hat", "id", "internal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "text") VALUES (NEW."at", NEW."author_id", NEW."demand_id", NEW."hat", NEW."id", NEW."internal", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."side", NEW."text"); RETURN NULL;',
                    hash="0763c236ffabeeeb2e0d2612fc129e04881eedc8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e167a",
                    table="services_demandremark",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandremark",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_demandremarkevent" ("at", "author_id", "demand_id", "hat", "id", "internal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "text") VALUES (NEW."at", NEW."author_id", NEW."demand_id", NEW."hat", NEW."id", NEW."internal", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."side", NEW."text"); RETURN NULL;',
                    hash="2112b6402d2e0b987ca1349c15a413362c40f761",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0f7cd",
                    table="services_demandremark",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandremark",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandremarkevent" ("at", "author_id", "demand_id", "hat", "id", "internal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "text") VALUES (OLD."at", OLD."author_id", OLD."demand_id", OLD."hat", OLD."id", OLD."internal", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."side", OLD."text"); RETURN NULL;',
                    hash="a7dc9f0ec7cc6897dbbaceed899594b41a091350",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8f6d3",
                    table="services_demandremark",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandpaperevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark_id") VALUES (NEW."file_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."remark_id"); RETURN NULL;',
                    hash="edd5f28fb0599a0798339ccd20f3c4a9ddf91271",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f6f19",
                    table="services_demandpaper",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_demandpaperevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark_id") VALUES (NEW."file_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."remark_id"); RETURN NULL;',
                    hash="d74fb34623d442c6029a908e37ce61e3d1f88d2b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3f4be",
                    table="services_demandpaper",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandpaperevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark_id") VALUES (OLD."file_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."remark_id"); RETURN NULL;',
                    hash="bad50569fb0633ed16edd12209e14a8707e238c5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5a528",
                    table="services_demandpaper",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandstepevent" ("actor_id", "at", "demand_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."demand_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="2c4df53b11285988f2a63208df577a98ea8a5367",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e841",
                    table="services_demandstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_demandstepevent" ("actor_id", "at", "demand_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."demand_id", NEW."from_status", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="2301762cfe6329f08397c2d66121676e9d508156",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d69bc",
                    table="services_demandstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="demandstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_demandstepevent" ("actor_id", "at", "demand_id", "from_status", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (OLD."actor_id", OLD."at", OLD."demand_id", OLD."from_status", OLD."hat", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_status"); RETURN NULL;',
                    hash="a6cfe7c648fd8a51355c9476bbe243926a066d49",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0a6b9",
                    table="services_demandstep",
                    when="AFTER",
                ),
            ),
        ),
    ]
