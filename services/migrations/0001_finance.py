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
        ("members", "0009_pairs_by_statement"),
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
                            ("closed", "closed"),
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
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="given at"),
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
                        verbose_name="given by",
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
                        verbose_name="answer",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="remark")),
                (
                    "answered_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="answered at"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
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
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="given at"),
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
                        verbose_name="given by",
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
                            ("closed", "closed"),
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
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
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
