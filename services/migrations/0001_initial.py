import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import federation.audit.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("chambers", "0004_longer_status_names"),
        ("files", "0001_initial"),
        ("members", "0010_imported_contacts"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="FinanceApplication",
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
                    "kind",
                    models.CharField(
                        choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                        default="new",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount (yuan)"
                    ),
                ),
                ("term_months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="term (months)")),
                (
                    "guarantee",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("credit", "unsecured"),
                            ("mortgage", "mortgage"),
                            ("pledge", "pledge"),
                            ("surety", "surety"),
                            ("company", "guarantee company"),
                        ],
                        max_length=10,
                        verbose_name="guarantee",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("working", "working capital"),
                            ("equipment", "equipment"),
                            ("premises", "premises"),
                            ("research", "research and development"),
                            ("orders", "fulfilling orders"),
                            ("wages", "wages and social insurance"),
                            ("other", "other purpose"),
                        ],
                        max_length=10,
                        verbose_name="purpose",
                    ),
                ),
                ("purpose_note", models.CharField(blank=True, max_length=300, verbose_name="purpose in words")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                ("chamber_name", models.CharField(blank=True, max_length=120, verbose_name="chamber on the day")),
                ("town_name", models.CharField(blank=True, max_length=60, verbose_name="town on the day")),
                (
                    "size_class",
                    models.CharField(
                        choices=[
                            ("large", "large"),
                            ("medium", "medium"),
                            ("small", "small"),
                            ("micro", "micro"),
                            ("unknown", "unknown"),
                            ("n/a", "not applicable"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                ("section", models.CharField(blank=True, max_length=1, verbose_name="industry section")),
                ("contact_name", models.CharField(blank=True, max_length=80, verbose_name="contact")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("form", models.JSONField(blank=True, default=dict, verbose_name="form")),
                ("step", models.CharField(blank=True, max_length=20, verbose_name="step reached")),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="version")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("endorsed", "waits for the government desk"),
                            ("matching", "waits to be matched with a bank"),
                            ("with_banks", "with the bank"),
                            ("referred", "referred back to the chamber"),
                            ("granted", "granted by a bank"),
                            ("completed", "completed"),
                            ("declined", "ended without a bank"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "policy",
                    models.CharField(
                        choices=[
                            ("pending", "not decided"),
                            ("confirmed", "policy support confirmed"),
                            ("declined", "no policy support"),
                            ("no_desk", "no government desk at the time"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="policy support",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begun at"),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted at")),
                ("endorsed_at", models.DateTimeField(blank=True, null=True, verbose_name="first endorsed at")),
                (
                    "applicant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="finance_applications",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applicant",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="finance_applications",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="finance_applications",
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
            ],
            options={
                "verbose_name": "finance application",
                "verbose_name_plural": "finance applications",
                "permissions": [("match_financeapplication", "Can match finance applications with banks")],
                "indexes": [
                    models.Index(fields=["-status_since", "-id"], name="finance_newest"),
                    models.Index(fields=["status", "-status_since", "-id"], name="finance_by_status"),
                    models.Index(fields=["status", "due_at"], name="finance_due"),
                    models.Index(fields=["chamber", "status", "-status_since", "-id"], name="finance_at_chamber"),
                    models.Index(fields=["chamber", "-status_since", "-id"], name="finance_of_chamber"),
                    models.Index(fields=["enterprise", "-status_since"], name="finance_of_enterprise"),
                    models.Index(
                        condition=models.Q(("endorsed_at", None), _negated=True),
                        fields=["-status_since", "-id"],
                        name="finance_at_desk",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount", None), ("amount__gt", 0), _connector="OR"),
                        name="finance_amount_positive",
                        violation_error_message="An amount is more than nothing.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BankLoan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status_since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="since"
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="due")),
                ("bank_name", models.CharField(max_length=120, verbose_name="bank name on the day")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name on the day")),
                (
                    "size_class",
                    models.CharField(
                        choices=[
                            ("large", "large"),
                            ("medium", "medium"),
                            ("small", "small"),
                            ("micro", "micro"),
                            ("unknown", "unknown"),
                            ("n/a", "not applicable"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                        default="new",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("assigned", "waits for the bank"),
                            ("accepted", "being examined by the bank"),
                            ("more_asked", "the bank asks for more"),
                            ("approved", "approved, not drawn yet"),
                            ("drawing", "being drawn"),
                            ("closed", "loan closed"),
                            ("rejected", "rejected by the bank"),
                            ("referred", "referred back to the chamber"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="assigned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "assigned_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="assigned at"
                    ),
                ),
                ("question", models.CharField(blank=True, max_length=500, verbose_name="what the bank asks for")),
                (
                    "approved_amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="approved amount (yuan)"
                    ),
                ),
                (
                    "rate",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="yearly rate (%)"
                    ),
                ),
                (
                    "approved_months",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="approved term (months)"),
                ),
                ("contract_number", models.CharField(blank=True, max_length=60, verbose_name="contract number")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                (
                    "reject_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("repayment", "income doesn't carry the repayment"),
                            ("credit", "credit record"),
                            ("guarantee", "guarantee insufficient"),
                            ("purpose", "purpose outside the bank's rules"),
                            ("sector", "sector outside the bank's rules"),
                            ("papers", "papers missing or untrue"),
                            ("terms", "no agreement on amount, term or rate"),
                            ("other", "other reason"),
                        ],
                        max_length=12,
                        verbose_name="reason code",
                    ),
                ),
                (
                    "assigned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned by",
                    ),
                ),
                (
                    "bank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="loans",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_loans",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_loans",
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
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="loans",
                        to="services.financeapplication",
                        verbose_name="finance application",
                    ),
                ),
            ],
            options={
                "verbose_name": "bank loan",
                "verbose_name_plural": "bank loans",
                "indexes": [
                    models.Index(fields=["bank", "status", "-status_since", "-id"], name="bank_loan_at_bank"),
                    models.Index(fields=["bank", "-status_since", "-id"], name="bank_loan_of_bank"),
                    models.Index(fields=["-status_since", "-id"], name="bank_loan_newest"),
                    models.Index(fields=["status", "due_at"], name="bank_loan_due"),
                    models.Index(fields=["enterprise", "-status_since"], name="bank_loan_of_enterprise"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ["rejected", "referred", "withdrawn", "closed"]), _negated=True
                        ),
                        fields=("application", "bank"),
                        name="bank_loan_one_open_each",
                        violation_error_message="The application is at this bank already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approved_amount", None), ("approved_amount__gt", 0), _connector="OR"),
                        name="bank_loan_amount_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "rejected"), _negated=True),
                            models.Q(("reject_code", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bank_loan_rejected_with_code",
                        violation_error_message="A rejection has a reason code.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DataConsent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bank_name", models.CharField(max_length=120, verbose_name="bank name on the day")),
                ("giver_name", models.CharField(blank=True, max_length=80, verbose_name="name on the day")),
                (
                    "given_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="consent given at"
                    ),
                ),
                ("text_version", models.CharField(max_length=20, verbose_name="version of the text")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "bank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="data_consents",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="consent given by",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="services.financeapplication",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent to pass data to a bank",
                "verbose_name_plural": "consents to pass data to banks",
                "ordering": ["given_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("application", "bank"),
                        name="finance_consent_standing_once",
                    )
                ],
            },
        ),
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
                (
                    "enterprise_name",
                    models.CharField(max_length=200, verbose_name="enterprise name when it was raised"),
                ),
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
                "verbose_name_plural": "demands of enterprises",
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
                    models.Index(fields=["due_at", "id"], name="demand_due"),
                    models.Index(fields=["satisfaction", "raised_at", "id"], name="demand_satisfaction"),
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
                (
                    "enterprise_name",
                    models.CharField(max_length=200, verbose_name="enterprise name when it was raised"),
                ),
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
        migrations.CreateModel(
            name="DrawdownFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("previewed", "waits for confirmation"),
                            ("applied", "taken over"),
                            ("discarded", "discarded"),
                        ],
                        default="previewed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("since", models.DateField(verbose_name="period from")),
                ("until", models.DateField(verbose_name="period to")),
                ("unit", models.CharField(default="yuan", max_length=6, verbose_name="amounts stated in")),
                ("columns", models.JSONField(blank=True, default=dict, verbose_name="columns recognised")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="uploaded at"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                (
                    "bank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdown_files",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "bank's file of drawdowns",
                "verbose_name_plural": "banks' files of drawdowns",
                "indexes": [
                    models.Index(fields=["-uploaded_at", "-id"], name="drawdown_file_newest"),
                    models.Index(fields=["bank", "-uploaded_at", "-id"], name="drawdown_file_of_bank"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Drawdown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entry",
                    models.CharField(
                        choices=[("drawdown", "drawdown"), ("reversal", "reversal")],
                        default="drawdown",
                        max_length=8,
                        verbose_name="entry",
                    ),
                ),
                ("bank_name", models.CharField(max_length=120, verbose_name="bank name on the day")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name at the drawdown")),
                ("uscc", models.CharField(blank=True, max_length=18, verbose_name="unified social credit code")),
                ("section", models.CharField(blank=True, max_length=1, verbose_name="industry section")),
                (
                    "size_class",
                    models.CharField(
                        choices=[
                            ("large", "large"),
                            ("medium", "medium"),
                            ("small", "small"),
                            ("micro", "micro"),
                            ("unknown", "unknown"),
                            ("n/a", "not applicable"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("drawn_on", models.DateField(verbose_name="drawn on")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be repaid by")),
                (
                    "rate",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="yearly rate (%)"
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="bank's reference")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("counts", models.BooleanField(default=True, verbose_name="counts")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="recorded at"
                    ),
                ),
                (
                    "bank",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="services.drawdown",
                        verbose_name="renews or extends",
                    ),
                ),
                (
                    "loan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="services.bankloan",
                        verbose_name="bank loan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="services.drawdown",
                        verbose_name="takes back",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="services.drawdown",
                        verbose_name="in place of",
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
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="services.drawdownfile",
                        verbose_name="bank file",
                    ),
                ),
            ],
            options={
                "verbose_name": "drawdown",
                "verbose_name_plural": "drawdowns",
                "permissions": [("record_drawdown", "Can take over banks' files of drawdowns")],
                "indexes": [
                    models.Index(fields=["-drawn_on", "-id"], name="drawdown_newest"),
                    models.Index(fields=["bank", "-drawn_on", "-id"], name="drawdown_of_bank"),
                    models.Index(fields=["enterprise", "-drawn_on", "-id"], name="drawdown_of_enterprise"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__gt", 0), ("entry", "drawdown")),
                            models.Q(("amount__lt", 0), ("counts", False), ("entry", "reversal")),
                            _connector="OR",
                        ),
                        name="drawdown_amount_sign",
                        violation_error_message="A drawdown is more than nothing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry", "reversal"), models.Q(("reverses", None), _negated=True)),
                            models.Q(("entry", "drawdown"), ("reverses", None)),
                            _connector="OR",
                        ),
                        name="drawdown_reversal_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("supersedes", None), ("version", 1)),
                            models.Q(("version__gt", 1), models.Q(("supersedes", None), _negated=True)),
                            _connector="OR",
                        ),
                        name="drawdown_version_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on", None), ("due_on__gte", models.F("drawn_on")), _connector="OR"),
                        name="drawdown_dates",
                        violation_error_message="It would be due before it was drawn.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("counts", True), models.Q(("reference", ""), _negated=True)),
                        fields=("bank", "reference"),
                        name="drawdown_reference_once",
                        violation_error_message="A drawdown with this reference is recorded already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DrawdownFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("previewed", "waits for confirmation"),
                            ("applied", "taken over"),
                            ("discarded", "discarded"),
                        ],
                        default="previewed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("since", models.DateField(verbose_name="period from")),
                ("until", models.DateField(verbose_name="period to")),
                ("unit", models.CharField(default="yuan", max_length=6, verbose_name="amounts stated in")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="uploaded at"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                (
                    "bank",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
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
                        to="services.drawdownfile",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DrawdownLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.PositiveIntegerField(verbose_name="line")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("new", "new in the ledger"),
                            ("changed", "changed: a new version"),
                            ("same", "as recorded"),
                            ("missing", "recorded, but not in the file"),
                            ("unknown", "not in the register"),
                            ("bad", "not taken"),
                        ],
                        max_length=8,
                        verbose_name="verdict",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="enterprise")),
                ("uscc", models.CharField(blank=True, max_length=18, verbose_name="unified social credit code")),
                ("values", models.JSONField(default=dict)),
                ("differences", models.JSONField(default=list)),
                ("problems", models.JSONField(default=list)),
                ("warnings", models.JSONField(default=list)),
                (
                    "drawdown",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="services.drawdown",
                        verbose_name="recorded as",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="services.drawdownfile",
                    ),
                ),
                (
                    "recorded",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="services.drawdown",
                        verbose_name="taken over as",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a bank's file",
                "verbose_name_plural": "lines of banks' files",
                "ordering": ["line", "pk"],
                "indexes": [models.Index(fields=["file", "verdict", "line", "id"], name="drawdown_line_find")],
            },
        ),
        migrations.CreateModel(
            name="EndorsementCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                (
                    "item",
                    models.CharField(
                        choices=[
                            ("in_business", "The enterprise is in business where it says it is."),
                            ("purpose", "The purpose fits what the enterprise does."),
                            ("amount", "Amount and term fit its size."),
                            ("wages", "No unpaid wages, taxes or social insurance are known."),
                            ("courts", "It isn't listed as refusing to obey a court judgment."),
                            ("papers", "The papers were looked at and agree with what is stated."),
                        ],
                        max_length=12,
                        verbose_name="item",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "yes"), ("no", "no"), ("unknown", "not known")],
                        max_length=8,
                        verbose_name="result of the check",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="remark")),
                (
                    "answered_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="checked at"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="services.financeapplication",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of an endorsement",
                "verbose_name_plural": "answers of endorsements",
                "ordering": ["-answered_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DataConsentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("bank_name", models.CharField(max_length=120, verbose_name="bank name on the day")),
                ("giver_name", models.CharField(blank=True, max_length=80, verbose_name="name on the day")),
                (
                    "given_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="consent given at"
                    ),
                ),
                ("text_version", models.CharField(max_length=20, verbose_name="version of the text")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "bank",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="consent given by",
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
                        to="services.dataconsent",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.financeapplication",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BankLoanEvent",
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
                ("bank_name", models.CharField(max_length=120, verbose_name="bank name on the day")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name on the day")),
                (
                    "size_class",
                    models.CharField(
                        choices=[
                            ("large", "large"),
                            ("medium", "medium"),
                            ("small", "small"),
                            ("micro", "micro"),
                            ("unknown", "unknown"),
                            ("n/a", "not applicable"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                        default="new",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("assigned", "waits for the bank"),
                            ("accepted", "being examined by the bank"),
                            ("more_asked", "the bank asks for more"),
                            ("approved", "approved, not drawn yet"),
                            ("drawing", "being drawn"),
                            ("closed", "loan closed"),
                            ("rejected", "rejected by the bank"),
                            ("referred", "referred back to the chamber"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="assigned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "assigned_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="assigned at"
                    ),
                ),
                ("question", models.CharField(blank=True, max_length=500, verbose_name="what the bank asks for")),
                (
                    "approved_amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="approved amount (yuan)"
                    ),
                ),
                (
                    "rate",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="yearly rate (%)"
                    ),
                ),
                (
                    "approved_months",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="approved term (months)"),
                ),
                ("contract_number", models.CharField(blank=True, max_length=60, verbose_name="contract number")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                (
                    "reject_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("repayment", "income doesn't carry the repayment"),
                            ("credit", "credit record"),
                            ("guarantee", "guarantee insufficient"),
                            ("purpose", "purpose outside the bank's rules"),
                            ("sector", "sector outside the bank's rules"),
                            ("papers", "papers missing or untrue"),
                            ("terms", "no agreement on amount, term or rate"),
                            ("other", "other reason"),
                        ],
                        max_length=12,
                        verbose_name="reason code",
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
                    "bank",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="bank",
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
                        to="services.bankloan",
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
                (
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.financeapplication",
                        verbose_name="finance application",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FinanceApplicationEvent",
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
                    "kind",
                    models.CharField(
                        choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                        default="new",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount (yuan)"
                    ),
                ),
                ("term_months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="term (months)")),
                (
                    "guarantee",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("credit", "unsecured"),
                            ("mortgage", "mortgage"),
                            ("pledge", "pledge"),
                            ("surety", "surety"),
                            ("company", "guarantee company"),
                        ],
                        max_length=10,
                        verbose_name="guarantee",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("working", "working capital"),
                            ("equipment", "equipment"),
                            ("premises", "premises"),
                            ("research", "research and development"),
                            ("orders", "fulfilling orders"),
                            ("wages", "wages and social insurance"),
                            ("other", "other purpose"),
                        ],
                        max_length=10,
                        verbose_name="purpose",
                    ),
                ),
                ("purpose_note", models.CharField(blank=True, max_length=300, verbose_name="purpose in words")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                ("chamber_name", models.CharField(blank=True, max_length=120, verbose_name="chamber on the day")),
                ("town_name", models.CharField(blank=True, max_length=60, verbose_name="town on the day")),
                (
                    "size_class",
                    models.CharField(
                        choices=[
                            ("large", "large"),
                            ("medium", "medium"),
                            ("small", "small"),
                            ("micro", "micro"),
                            ("unknown", "unknown"),
                            ("n/a", "not applicable"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                ("section", models.CharField(blank=True, max_length=1, verbose_name="industry section")),
                ("contact_name", models.CharField(blank=True, max_length=80, verbose_name="contact")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("form", models.JSONField(blank=True, default=dict, verbose_name="form")),
                ("step", models.CharField(blank=True, max_length=20, verbose_name="step reached")),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="version")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("endorsed", "waits for the government desk"),
                            ("matching", "waits to be matched with a bank"),
                            ("with_banks", "with the bank"),
                            ("referred", "referred back to the chamber"),
                            ("granted", "granted by a bank"),
                            ("completed", "completed"),
                            ("declined", "ended without a bank"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "policy",
                    models.CharField(
                        choices=[
                            ("pending", "not decided"),
                            ("confirmed", "policy support confirmed"),
                            ("declined", "no policy support"),
                            ("no_desk", "no government desk at the time"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="policy support",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begun at"),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted at")),
                ("endorsed_at", models.DateTimeField(blank=True, null=True, verbose_name="first endorsed at")),
                (
                    "applicant",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="applicant",
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
                        to="services.financeapplication",
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
            name="FinancePaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statements", "financial statements"),
                            ("tax", "tax returns"),
                            ("orders", "contracts and orders"),
                            ("security", "proof of what secures the loan"),
                            ("old_loan", "contract of the running loan"),
                            ("credit", "credit report"),
                            ("other", "other paper"),
                        ],
                        max_length=12,
                        verbose_name="kind of paper",
                    ),
                ),
                (
                    "added_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="added at"),
                ),
                (
                    "since_version",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="since version"),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="left out since")),
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
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="services.financeapplication",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
                    ),
                ),
            ],
            options={
                "verbose_name": "paper of a finance application",
                "verbose_name_plural": "papers of finance applications",
                "ordering": ["kind", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FinancePaperEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statements", "financial statements"),
                            ("tax", "tax returns"),
                            ("orders", "contracts and orders"),
                            ("security", "proof of what secures the loan"),
                            ("old_loan", "contract of the running loan"),
                            ("credit", "credit report"),
                            ("other", "other paper"),
                        ],
                        max_length=12,
                        verbose_name="kind of paper",
                    ),
                ),
                (
                    "added_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="added at"),
                ),
                (
                    "since_version",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="since version"),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="left out since")),
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
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.financeapplication",
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
                        to="services.financepaper",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FinanceStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_status", models.CharField(max_length=20, verbose_name="from")),
                ("to_status", models.CharField(max_length=20, verbose_name="to")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "hand",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enterprise", "enterprise"),
                            ("chamber", "chamber"),
                            ("government", "government desk"),
                            ("staff", "federation"),
                            ("bank", "bank"),
                        ],
                        max_length=10,
                        verbose_name="hand",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="version")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="services.financeapplication",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a finance application",
                "verbose_name_plural": "steps of finance applications",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FinanceStepEvent",
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
                    "hand",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enterprise", "enterprise"),
                            ("chamber", "chamber"),
                            ("government", "government desk"),
                            ("staff", "federation"),
                            ("bank", "bank"),
                        ],
                        max_length=10,
                        verbose_name="hand",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0, verbose_name="version")),
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
                        to="services.financeapplication",
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
                        to="services.financestep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FinanceVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                        default="new",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount (yuan)"
                    ),
                ),
                ("term_months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="term (months)")),
                (
                    "guarantee",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("credit", "unsecured"),
                            ("mortgage", "mortgage"),
                            ("pledge", "pledge"),
                            ("surety", "surety"),
                            ("company", "guarantee company"),
                        ],
                        max_length=10,
                        verbose_name="guarantee",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("working", "working capital"),
                            ("equipment", "equipment"),
                            ("premises", "premises"),
                            ("research", "research and development"),
                            ("orders", "fulfilling orders"),
                            ("wages", "wages and social insurance"),
                            ("other", "other purpose"),
                        ],
                        max_length=10,
                        verbose_name="purpose",
                    ),
                ),
                ("purpose_note", models.CharField(blank=True, max_length=300, verbose_name="purpose in words")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                ("chamber_name", models.CharField(blank=True, max_length=120, verbose_name="chamber on the day")),
                ("town_name", models.CharField(blank=True, max_length=60, verbose_name="town on the day")),
                (
                    "size_class",
                    models.CharField(
                        choices=[
                            ("large", "large"),
                            ("medium", "medium"),
                            ("small", "small"),
                            ("micro", "micro"),
                            ("unknown", "unknown"),
                            ("n/a", "not applicable"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                ("section", models.CharField(blank=True, max_length=1, verbose_name="industry section")),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("uscc", models.CharField(blank=True, max_length=18, verbose_name="unified social credit code")),
                ("staff_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="staff")),
                (
                    "revenue",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="revenue (yuan)"
                    ),
                ),
                ("papers", models.JSONField(default=list, verbose_name="papers")),
                ("wishes", models.JSONField(default=list, verbose_name="products wished for")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="what changed")),
                (
                    "sent_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="sent at"),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="services.financeapplication",
                        verbose_name="finance application",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a finance application",
                "verbose_name_plural": "versions of finance applications",
                "ordering": ["-number"],
                "constraints": [models.UniqueConstraint(fields=("application", "number"), name="finance_version_once")],
            },
        ),
        migrations.CreateModel(
            name="LoanProduct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="product")),
                (
                    "summary",
                    models.CharField(
                        help_text="What it is for, as you would say it.", max_length=120, verbose_name="in one line"
                    ),
                ),
                ("conditions", models.TextField(blank=True, max_length=2000, verbose_name="conditions and papers")),
                (
                    "amount_min",
                    models.DecimalField(decimal_places=2, default=0, max_digits=16, verbose_name="least amount (yuan)"),
                ),
                (
                    "amount_max",
                    models.DecimalField(decimal_places=2, max_digits=16, verbose_name="highest amount (yuan)"),
                ),
                ("term_min", models.PositiveSmallIntegerField(default=1, verbose_name="shortest term (months)")),
                ("term_max", models.PositiveSmallIntegerField(verbose_name="longest term (months)")),
                (
                    "rate_from",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="lowest yearly rate (%)"),
                ),
                (
                    "rate_to",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="highest yearly rate (%)"
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="kinds of loan",
                    ),
                ),
                (
                    "guarantees",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("credit", "unsecured"),
                                ("mortgage", "mortgage"),
                                ("pledge", "pledge"),
                                ("surety", "surety"),
                                ("company", "guarantee company"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="what it may be secured by",
                    ),
                ),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=1),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="industry sections",
                    ),
                ),
                (
                    "sizes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("large", "large"),
                                ("medium", "medium"),
                                ("small", "small"),
                                ("micro", "micro"),
                                ("unknown", "unknown"),
                                ("n/a", "not applicable"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="size classes",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="open from")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="open until")),
                (
                    "bank",
                    models.ForeignKey(
                        limit_choices_to={"kind": "bank"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="loan_products",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kept by",
                    ),
                ),
            ],
            options={
                "verbose_name": "loan product",
                "verbose_name_plural": "loan products",
                "ordering": ["bank", "name"],
                "indexes": [models.Index(fields=["opens_on", "closes_on"], name="loan_product_open")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bank", "name"),
                        name="loan_product_name_once",
                        violation_error_message="The bank has a product of this name already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_max__gt", 0), ("amount_max__gte", models.F("amount_min")), ("amount_min__gte", 0)
                        ),
                        name="loan_product_amounts",
                        violation_error_message="The highest amount is below the least.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("term_max__gte", models.F("term_min")), ("term_min__gte", 1)),
                        name="loan_product_terms",
                        violation_error_message="The longest term is below the shortest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rate_to", None), ("rate_to__gte", models.F("rate_from")), _connector="OR"),
                        name="loan_product_rates",
                        violation_error_message="The highest rate is below the lowest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_on", None), ("closes_on__gte", models.F("opens_on")), _connector="OR"
                        ),
                        name="loan_product_dates",
                        violation_error_message="It closes before it opens.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LoanProductEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=60, verbose_name="product")),
                (
                    "summary",
                    models.CharField(
                        help_text="What it is for, as you would say it.", max_length=120, verbose_name="in one line"
                    ),
                ),
                ("conditions", models.TextField(blank=True, max_length=2000, verbose_name="conditions and papers")),
                (
                    "amount_min",
                    models.DecimalField(decimal_places=2, default=0, max_digits=16, verbose_name="least amount (yuan)"),
                ),
                (
                    "amount_max",
                    models.DecimalField(decimal_places=2, max_digits=16, verbose_name="highest amount (yuan)"),
                ),
                ("term_min", models.PositiveSmallIntegerField(default=1, verbose_name="shortest term (months)")),
                ("term_max", models.PositiveSmallIntegerField(verbose_name="longest term (months)")),
                (
                    "rate_from",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="lowest yearly rate (%)"),
                ),
                (
                    "rate_to",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="highest yearly rate (%)"
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="kinds of loan",
                    ),
                ),
                (
                    "guarantees",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("credit", "unsecured"),
                                ("mortgage", "mortgage"),
                                ("pledge", "pledge"),
                                ("surety", "surety"),
                                ("company", "guarantee company"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="what it may be secured by",
                    ),
                ),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=1),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="industry sections",
                    ),
                ),
                (
                    "sizes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("large", "large"),
                                ("medium", "medium"),
                                ("small", "small"),
                                ("micro", "micro"),
                                ("unknown", "unknown"),
                                ("n/a", "not applicable"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="size classes",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="open from")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="open until")),
                (
                    "bank",
                    models.ForeignKey(
                        db_constraint=False,
                        limit_choices_to={"kind": "bank"},
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kept by",
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
                        to="services.loanproduct",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LoanStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_status", models.CharField(max_length=20, verbose_name="from")),
                ("to_status", models.CharField(max_length=20, verbose_name="to")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "hand",
                    models.CharField(
                        choices=[
                            ("enterprise", "enterprise"),
                            ("chamber", "chamber"),
                            ("government", "government desk"),
                            ("staff", "federation"),
                            ("bank", "bank"),
                        ],
                        default="bank",
                        max_length=10,
                        verbose_name="hand",
                    ),
                ),
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
                    "loan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="services.bankloan"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a bank loan",
                "verbose_name_plural": "steps of bank loans",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LoanStepEvent",
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
                    "hand",
                    models.CharField(
                        choices=[
                            ("enterprise", "enterprise"),
                            ("chamber", "chamber"),
                            ("government", "government desk"),
                            ("staff", "federation"),
                            ("bank", "bank"),
                        ],
                        default="bank",
                        max_length=10,
                        verbose_name="hand",
                    ),
                ),
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
                    "loan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="services.bankloan",
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
                        to="services.loanstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PolicyDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                (
                    "organisation_name",
                    models.CharField(blank=True, max_length=120, verbose_name="department on the day"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("pending", "not decided"),
                            ("confirmed", "policy support confirmed"),
                            ("declined", "no policy support"),
                            ("no_desk", "no government desk at the time"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="opinion")),
                (
                    "decided_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="decided at"
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="services.financeapplication",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.partnerorganisation",
                        verbose_name="department",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision about policy support",
                "verbose_name_plural": "decisions about policy support",
                "ordering": ["-decided_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PolicyDesk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="policy_desks",
                        to="members.partnerorganisation",
                        verbose_name="department",
                    ),
                ),
            ],
            options={
                "verbose_name": "government desk",
                "verbose_name_plural": "government desks",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("organisation",),
                        name="policy_desk_once_at_a_time",
                        violation_error_message="This department is the government desk already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="policy_desk_dates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PolicyDeskEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="department",
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
                        to="services.policydesk",
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
        federation.audit.operations.AddTrigger(
            model_name="drawdownfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_drawdownfileevent" ("bank_id", "decided_at", "decided_by_id", "file_id", "file_name", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "status", "unit", "until", "uploaded_at", "uploaded_by_id") VALUES (NEW."bank_id", NEW."decided_at", NEW."decided_by_id", NEW."file_id", NEW."file_name", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."status", NEW."unit", NEW."until", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="1ac64a489bf23619b14d2f083e8bd7ad6f9fd5c7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1d31b",
                    table="services_drawdownfile",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdownfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."bank_id" IS DISTINCT FROM (NEW."bank_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."hat" IS DISTINCT FROM (NEW."hat") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))',
                    func='INSERT INTO "services_drawdownfileevent" ("bank_id", "decided_at", "decided_by_id", "file_id", "file_name", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "status", "unit", "until", "uploaded_at", "uploaded_by_id") VALUES (NEW."bank_id", NEW."decided_at", NEW."decided_by_id", NEW."file_id", NEW."file_name", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."status", NEW."unit", NEW."until", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="d9da62f56d2800364cc3cbfcdeac268ded8a94e9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_514fe",
                    table="services_drawdownfile",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdownfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_drawdownfileevent" ("bank_id", "decided_at", "decided_by_id", "file_id", "file_name", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "status", "unit", "until", "uploaded_at", "uploaded_by_id") VALUES (OLD."bank_id", OLD."decided_at", OLD."decided_by_id", OLD."file_id", OLD."file_name", OLD."hat", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."status", OLD."unit", OLD."until", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="656d8f79cfa50d5c6d7f57a8cdcec14ca2a2c8c2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_67fc8",
                    table="services_drawdownfile",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdown",
            trigger=pgtrigger.compiler.Trigger(
                name="drawdown_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="3c35d774cae018da66a920bc319ab7c3aed15880",
                    operation="DELETE",
                    pgid="pgtrigger_drawdown_kept_02bd4",
                    table="services_drawdown",
                    when="BEFORE",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdown",
            trigger=pgtrigger.compiler.Trigger(
                name="drawdown_as_written",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."entry" IS DISTINCT FROM (NEW."entry") OR OLD."bank_id" IS DISTINCT FROM (NEW."bank_id") OR OLD."bank_name" IS DISTINCT FROM (NEW."bank_name") OR OLD."enterprise_name" IS DISTINCT FROM (NEW."enterprise_name") OR OLD."uscc" IS DISTINCT FROM (NEW."uscc") OR OLD."chamber_id" IS DISTINCT FROM (NEW."chamber_id") OR OLD."town_id" IS DISTINCT FROM (NEW."town_id") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."size_class" IS DISTINCT FROM (NEW."size_class") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."drawn_on" IS DISTINCT FROM (NEW."drawn_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."rate" IS DISTINCT FROM (NEW."rate") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."loan_id" IS DISTINCT FROM (NEW."loan_id") OR OLD."follows_id" IS DISTINCT FROM (NEW."follows_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."supersedes_id" IS DISTINCT FROM (NEW."supersedes_id") OR OLD."reverses_id" IS DISTINCT FROM (NEW."reverses_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="319b4fecf69f7ae3ea2d9a4d2a6200bb758b1904",
                    operation="UPDATE",
                    pgid="pgtrigger_drawdown_as_written_d4867",
                    table="services_drawdown",
                    when="BEFORE",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financeapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_financeapplicationevent" ("amount", "applicant_id", "chamber_id", "chamber_name", "contact_name", "contact_phone", "created_at", "due_at", "endorsed_at", "enterprise_id", "enterprise_name", "form", "guarantee", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "purpose", "purpose_note", "section", "size_class", "status", "status_since", "step", "submitted_at", "term_months", "town_id", "town_name", "version") SELECT new_values."amount", new_values."applicant_id", new_values."chamber_id", new_values."chamber_name", new_values."contact_name", new_values."contact_phone", new_values."created_at", new_values."due_at", new_values."endorsed_at", new_values."enterprise_id", new_values."enterprise_name", new_values."form", new_values."guarantee", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."policy", new_values."purpose", new_values."purpose_note", new_values."section", new_values."size_class", new_values."status", new_values."status_since", new_values."step", new_values."submitted_at", new_values."term_months", new_values."town_id", new_values."town_name", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c405061f40b8113e7a7fbe06575b697fae3a1935",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3e9e5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="services_financeapplication",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financeapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_financeapplicationevent" ("amount", "applicant_id", "chamber_id", "chamber_name", "contact_name", "contact_phone", "created_at", "due_at", "endorsed_at", "enterprise_id", "enterprise_name", "form", "guarantee", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "purpose", "purpose_note", "section", "size_class", "status", "status_since", "step", "submitted_at", "term_months", "town_id", "town_name", "version") SELECT new_values."amount", new_values."applicant_id", new_values."chamber_id", new_values."chamber_name", new_values."contact_name", new_values."contact_phone", new_values."created_at", new_values."due_at", new_values."endorsed_at", new_values."enterprise_id", new_values."enterprise_name", new_values."form", new_values."guarantee", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."policy", new_values."purpose", new_values."purpose_note", new_values."section", new_values."size_class", new_values."status", new_values."status_since", new_values."step", new_values."submitted_at", new_values."term_months", new_values."town_id", new_values."town_name", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b7530d5c91ff765b0a3ab139da6c4bb406c7d75d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a3ce3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="services_financeapplication",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financeapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_financeapplicationevent" ("amount", "applicant_id", "chamber_id", "chamber_name", "contact_name", "contact_phone", "created_at", "due_at", "endorsed_at", "enterprise_id", "enterprise_name", "form", "guarantee", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "purpose", "purpose_note", "section", "size_class", "status", "status_since", "step", "submitted_at", "term_months", "town_id", "town_name", "version") SELECT old_values."amount", old_values."applicant_id", old_values."chamber_id", old_values."chamber_name", old_values."contact_name", old_values."contact_phone", old_values."created_at", old_values."due_at", old_values."endorsed_at", old_values."enterprise_id", old_values."enterprise_name", old_values."form", old_values."guarantee", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."policy", old_values."purpose", old_values."purpose_note", old_values."section", old_values."size_class", old_values."status", old_values."status_since", old_values."step", old_values."submitted_at", old_values."term_months", old_values."town_id", old_values."town_name", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f21151109b97c86266c3889923c61cae48b4251f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7d440",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="services_financeapplication",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="endorsementcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1c085f2ca532733d04ffe1b8cde6cb328043c697",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f2a31",
                    table="services_endorsementcheck",
                    when="BEFORE",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="dataconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_dataconsentevent" ("application_id", "bank_id", "bank_name", "given_at", "given_by_id", "giver_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_version", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."application_id", NEW."bank_id", NEW."bank_name", NEW."given_at", NEW."given_by_id", NEW."giver_name", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text_version", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="f659b8cfb7c65c157f97b090e7b52cb35ec0d6cf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1e4c8",
                    table="services_dataconsent",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="dataconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_dataconsentevent" ("application_id", "bank_id", "bank_name", "given_at", "given_by_id", "giver_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_version", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."application_id", NEW."bank_id", NEW."bank_name", NEW."given_at", NEW."given_by_id", NEW."giver_name", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text_version", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="c351fa3e0da88ac975a99c0c5e92fac24f192dc3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bce19",
                    table="services_dataconsent",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="dataconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_dataconsentevent" ("application_id", "bank_id", "bank_name", "given_at", "given_by_id", "giver_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_version", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."application_id", OLD."bank_id", OLD."bank_name", OLD."given_at", OLD."given_by_id", OLD."giver_name", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text_version", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                    hash="af243a081c25f195f77283a2cc28ce83cc7ff9d8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7aeb0",
                    table="services_dataconsent",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="bankloan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_bankloanevent" ("application_id", "approved_amount", "approved_months", "approved_on", "assigned_at", "assigned_by_id", "bank_id", "bank_name", "chamber_id", "contract_number", "decided_at", "due_at", "enterprise_id", "enterprise_name", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "rate", "reject_code", "size_class", "status", "status_since", "town_id", "version") SELECT new_values."application_id", new_values."approved_amount", new_values."approved_months", new_values."approved_on", new_values."assigned_at", new_values."assigned_by_id", new_values."bank_id", new_values."bank_name", new_values."chamber_id", new_values."contract_number", new_values."decided_at", new_values."due_at", new_values."enterprise_id", new_values."enterprise_name", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question", new_values."rate", new_values."reject_code", new_values."size_class", new_values."status", new_values."status_since", new_values."town_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b47258aa9e62fb7e38da4cd9c75102e9b80dd04b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3e5b1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="services_bankloan",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="bankloan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_bankloanevent" ("application_id", "approved_amount", "approved_months", "approved_on", "assigned_at", "assigned_by_id", "bank_id", "bank_name", "chamber_id", "contract_number", "decided_at", "due_at", "enterprise_id", "enterprise_name", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "rate", "reject_code", "size_class", "status", "status_since", "town_id", "version") SELECT new_values."application_id", new_values."approved_amount", new_values."approved_months", new_values."approved_on", new_values."assigned_at", new_values."assigned_by_id", new_values."bank_id", new_values."bank_name", new_values."chamber_id", new_values."contract_number", new_values."decided_at", new_values."due_at", new_values."enterprise_id", new_values."enterprise_name", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question", new_values."rate", new_values."reject_code", new_values."size_class", new_values."status", new_values."status_since", new_values."town_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5797f9653863cbdd7e22e3b14592b3d63168738a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f34b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="services_bankloan",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="bankloan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_bankloanevent" ("application_id", "approved_amount", "approved_months", "approved_on", "assigned_at", "assigned_by_id", "bank_id", "bank_name", "chamber_id", "contract_number", "decided_at", "due_at", "enterprise_id", "enterprise_name", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "rate", "reject_code", "size_class", "status", "status_since", "town_id", "version") SELECT old_values."application_id", old_values."approved_amount", old_values."approved_months", old_values."approved_on", old_values."assigned_at", old_values."assigned_by_id", old_values."bank_id", old_values."bank_name", old_values."chamber_id", old_values."contract_number", old_values."decided_at", old_values."due_at", old_values."enterprise_id", old_values."enterprise_name", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question", old_values."rate", old_values."reject_code", old_values."size_class", old_values."status", old_values."status_since", old_values."town_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f2a9fe5d007341a9076f73c64b855943827da5ad",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_db30f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="services_bankloan",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financepaper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_financepaperevent" ("added_at", "added_by_id", "application_id", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "since_version") VALUES (NEW."added_at", NEW."added_by_id", NEW."application_id", NEW."file_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."since_version"); RETURN NULL;',
                    hash="7d6a160e41f3708366663885c6376d7edf1b2420",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_804a3",
                    table="services_financepaper",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financepaper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_financepaperevent" ("added_at", "added_by_id", "application_id", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "since_version") VALUES (NEW."added_at", NEW."added_by_id", NEW."application_id", NEW."file_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."removed_at", NEW."since_version"); RETURN NULL;',
                    hash="06e267c769b582127750ddb9fac02f1bf9d8a1f6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0f417",
                    table="services_financepaper",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financepaper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_financepaperevent" ("added_at", "added_by_id", "application_id", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "since_version") VALUES (OLD."added_at", OLD."added_by_id", OLD."application_id", OLD."file_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."since_version"); RETURN NULL;',
                    hash="b1aaa131dd5474be51ae1a1f988bda524acdfb2b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a4302",
                    table="services_financepaper",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financestep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_financestepevent" ("actor_id", "application_id", "at", "from_status", "hand", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status", "version") SELECT new_values."actor_id", new_values."application_id", new_values."at", new_values."from_status", new_values."hand", new_values."hat", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."to_status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9556c1a6ba42599777fc91524427434a36eef294",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_67775",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="services_financestep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financestep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_financestepevent" ("actor_id", "application_id", "at", "from_status", "hand", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status", "version") SELECT new_values."actor_id", new_values."application_id", new_values."at", new_values."from_status", new_values."hand", new_values."hat", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."to_status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c16d9aaaf59b3bf7004fbfbbb0cc700a6abed5cb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d6d0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="services_financestep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financestep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_financestepevent" ("actor_id", "application_id", "at", "from_status", "hand", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status", "version") SELECT old_values."actor_id", old_values."application_id", old_values."at", old_values."from_status", old_values."hand", old_values."hat", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."to_status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c12c76c017d19930caeff2695436621670c849c4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_28124",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="services_financestep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="financeversion",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9a587f9ee71f8c01bd8b3ec457e1439f348a2db7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fe3e9",
                    table="services_financeversion",
                    when="BEFORE",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanproduct",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_loanproductevent" ("amount_max", "amount_min", "bank_id", "closes_on", "conditions", "guarantees", "id", "kept_by_id", "kinds", "name", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_from", "rate_to", "sections", "sizes", "summary", "term_max", "term_min") VALUES (NEW."amount_max", NEW."amount_min", NEW."bank_id", NEW."closes_on", NEW."conditions", NEW."guarantees", NEW."id", NEW."kept_by_id", NEW."kinds", NEW."name", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rate_from", NEW."rate_to", NEW."sections", NEW."sizes", NEW."summary", NEW."term_max", NEW."term_min"); RETURN NULL;',
                    hash="6a534877949adcbb7e1aa53603168777c3711de5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cfbdc",
                    table="services_loanproduct",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanproduct",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_loanproductevent" ("amount_max", "amount_min", "bank_id", "closes_on", "conditions", "guarantees", "id", "kept_by_id", "kinds", "name", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_from", "rate_to", "sections", "sizes", "summary", "term_max", "term_min") VALUES (NEW."amount_max", NEW."amount_min", NEW."bank_id", NEW."closes_on", NEW."conditions", NEW."guarantees", NEW."id", NEW."kept_by_id", NEW."kinds", NEW."name", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rate_from", NEW."rate_to", NEW."sections", NEW."sizes", NEW."summary", NEW."term_max", NEW."term_min"); RETURN NULL;',
                    hash="dee382d329eb18f6b161e9ad4dfd53fa7c83e6cc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f82b2",
                    table="services_loanproduct",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanproduct",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_loanproductevent" ("amount_max", "amount_min", "bank_id", "closes_on", "conditions", "guarantees", "id", "kept_by_id", "kinds", "name", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_from", "rate_to", "sections", "sizes", "summary", "term_max", "term_min") VALUES (OLD."amount_max", OLD."amount_min", OLD."bank_id", OLD."closes_on", OLD."conditions", OLD."guarantees", OLD."id", OLD."kept_by_id", OLD."kinds", OLD."name", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rate_from", OLD."rate_to", OLD."sections", OLD."sizes", OLD."summary", OLD."term_max", OLD."term_min"); RETURN NULL;',
                    hash="dd530e2ac60c444100a604825403d03cd8594d19",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c0207",
                    table="services_loanproduct",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_loanstepevent" ("actor_id", "at", "from_status", "hand", "hat", "id", "loan_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT new_values."actor_id", new_values."at", new_values."from_status", new_values."hand", new_values."hat", new_values."id", new_values."loan_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."to_status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="51b6e441a8da3f18cdbf8bae788583fa094345fe",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9971e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="services_loanstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_loanstepevent" ("actor_id", "at", "from_status", "hand", "hat", "id", "loan_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT new_values."actor_id", new_values."at", new_values."from_status", new_values."hand", new_values."hat", new_values."id", new_values."loan_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."to_status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="751f37c1b3ccc7ceae9e9a64aee3ed8ae6edc626",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78428",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="services_loanstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "services_loanstepevent" ("actor_id", "at", "from_status", "hand", "hat", "id", "loan_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT old_values."actor_id", old_values."at", old_values."from_status", old_values."hand", old_values."hat", old_values."id", old_values."loan_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."to_status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="393d7c4ea1fa9f890f8b7a0fb6ee82a3a41eebb9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d216a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="services_loanstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="policydecision",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="301cf7c2c29fb08463e63d869cf840b64dc9cb06",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_81052",
                    table="services_policydecision",
                    when="BEFORE",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="policydesk",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_policydeskevent" ("id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                    hash="d8779152b75cc572dd36af766765c10d0b687927",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8ee14",
                    table="services_policydesk",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="policydesk",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_policydeskevent" ("id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;',
                    hash="4969cb1b82104837504dedea7ee6013101f1df2c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6131a",
                    table="services_policydesk",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="policydesk",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_policydeskevent" ("id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;',
                    hash="c7a8466a6eb4035fc5200816b8bcabab5a485765",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6187a",
                    table="services_policydesk",
                    when="AFTER",
                ),
            ),
        ),
    ]
