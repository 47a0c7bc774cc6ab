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
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Latin letters; used in addresses of pages.", unique=True, verbose_name="address name"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_open", models.BooleanField(default=True, verbose_name="open for new gifts")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "campaign",
                "verbose_name_plural": "campaigns",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("starts_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="campaign_dates",
                        violation_error_message="The last day lies before the first.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CampaignEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False,
                        help_text="Latin letters; used in addresses of pages.",
                        verbose_name="address name",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_open", models.BooleanField(default=True, verbose_name="open for new gifts")),
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
                        to="poverty_aid.campaign",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="County",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=6, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("prefecture", models.CharField(max_length=60, verbose_name="prefecture")),
                ("province", models.CharField(max_length=60, verbose_name="province")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "county",
                "verbose_name_plural": "counties",
                "ordering": ["position", "code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[0-9]{6}$")),
                        name="county_code_form",
                        violation_error_message="A county's code has six digits.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Intermediary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                (
                    "uscc",
                    models.CharField(
                        blank=True, max_length=18, null=True, unique=True, verbose_name="unified social credit code"
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
            ],
            options={
                "verbose_name": "intermediary",
                "verbose_name_plural": "intermediaries",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Latin letters; used in addresses of pages.", unique=True, verbose_name="address name"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_open", models.BooleanField(default=True, verbose_name="open for new gifts")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "programme",
                "verbose_name_plural": "programmes",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("starts_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="programme_dates",
                        violation_error_message="The last day lies before the first.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Village",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=12, unique=True, verbose_name="village code")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("township", models.CharField(blank=True, max_length=60, verbose_name="township")),
                ("households", models.PositiveIntegerField(blank=True, null=True, verbose_name="households")),
                (
                    "needs",
                    models.TextField(
                        blank=True,
                        help_text="What the village asks for; everyone may read it.",
                        max_length=2000,
                        verbose_name="needs",
                    ),
                ),
                ("merged_on", models.DateField(blank=True, null=True, verbose_name="merged on")),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="villages",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
                (
                    "partner",
                    models.OneToOneField(
                        blank=True,
                        limit_choices_to={"kind": "village"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="village",
                        to="members.partnerorganisation",
                        verbose_name="organisation that logs in",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="poverty_aid.village",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={
                "verbose_name": "village",
                "verbose_name_plural": "villages",
                "ordering": ["code"],
                "indexes": [models.Index(fields=["county", "code"], name="village_county")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("code__regex", "^[1-8][0-9]{11}$"), models.Q(("code__endswith", "000"), _negated=True)
                        ),
                        name="village_code_form",
                        violation_error_message="A village's code has twelve digits.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("successor", None), models.Q(("successor", models.F("pk")), _negated=True), _connector="OR"
                        ),
                        name="village_not_its_own_successor",
                        violation_error_message="A village can't be merged into itself.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pairing",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("intent", "intent, waits for the agreement"),
                            ("signed", "agreement signed"),
                            ("under_way", "being implemented"),
                            ("acceptance", "waits for the village's acceptance"),
                            ("accepted", "accepted by the village"),
                            ("archived", "archived"),
                            ("declined", "intent declined"),
                            ("withdrawn", "intent withdrawn"),
                        ],
                        default="intent",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver on the day")),
                ("village_name", models.CharField(max_length=60, verbose_name="village on the day")),
                ("village_code", models.CharField(max_length=12, verbose_name="village code on the day")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("industry", "building an industry"),
                            ("jobs", "jobs"),
                            ("welfare", "public welfare"),
                            ("knowledge", "knowledge and skills"),
                            ("consumption", "consumption of produce"),
                        ],
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                ("plan", models.TextField(blank=True, max_length=2000, verbose_name="what is planned")),
                (
                    "proposed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="proposed at"
                    ),
                ),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="agreed until")),
                ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="what was achieved")),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairings",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairings",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairings",
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairings",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "verbose_name": "pairing",
                "verbose_name_plural": "pairings",
                "permissions": [("keep_pairing", "Can sign, decline and archive pairings")],
                "indexes": [
                    models.Index(fields=["status", "status_since"], name="pairing_waiting"),
                    models.Index(fields=["status", "due_at"], name="pairing_due"),
                    models.Index(fields=["enterprise", "status_since"], name="pairing_enterprise"),
                    models.Index(fields=["chamber", "status_since"], name="pairing_chamber"),
                    models.Index(fields=["village", "status"], name="pairing_village"),
                    models.Index(fields=["-status_since", "-id"], name="pairing_newest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("enterprise", None), ("chamber", None), _connector="XOR"),
                        name="pairing_one_giver",
                        violation_error_message="A pairing binds either an enterprise or a chamber.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("signed_on")),
                            _connector="OR",
                        ),
                        name="pairing_dates",
                        violation_error_message="The agreement ends before it was signed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ("signed", "under_way", "acceptance", "accepted", "archived")),
                                _negated=True,
                            ),
                            ("signed_on__isnull", False),
                            _connector="OR",
                        ),
                        name="pairing_signed_on",
                        violation_error_message="State the day on which the agreement was signed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("pledged", "pledged"),
                            ("delivered", "delivered, waits for the village"),
                            ("partly", "confirmed in part"),
                            ("confirmed", "confirmed by the village"),
                            ("disputed", "disputed by the village"),
                            ("withdrawn", "pledge withdrawn"),
                            ("superseded", "replaced by a corrected version"),
                        ],
                        default="pledged",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("money", "money"),
                            ("goods", "goods"),
                            ("purchase", "purchase of produce"),
                            ("service", "services"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("industry", "building an industry"),
                            ("jobs", "jobs"),
                            ("welfare", "public welfare"),
                            ("knowledge", "knowledge and skills"),
                            ("consumption", "consumption of produce"),
                        ],
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="what is given")),
                ("quantity", models.CharField(blank=True, max_length=60, verbose_name="quantity")),
                (
                    "valuation",
                    models.CharField(
                        blank=True,
                        help_text="An invoice, a price list, an expert.",
                        max_length=200,
                        verbose_name="how it was valued",
                    ),
                ),
                ("pledged_amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="pledged (yuan)")),
                ("pledged_on", models.DateField(verbose_name="pledged on")),
                ("promised_on", models.DateField(blank=True, null=True, verbose_name="promised for")),
                ("village_name", models.CharField(max_length=60, verbose_name="village on the day")),
                ("village_code", models.CharField(max_length=12, verbose_name="village code on the day")),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="poverty_aid.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="poverty_aid.contribution",
                        verbose_name="corrects",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
                (
                    "intermediary",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="poverty_aid.intermediary",
                        verbose_name="passed on by",
                    ),
                ),
                (
                    "pairing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="poverty_aid.pairing",
                        verbose_name="pairing",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
                "permissions": [("keep_contribution", "Can settle, reverse and correct contributions")],
                "indexes": [
                    models.Index(fields=["status", "status_since", "id"], name="contribution_waiting"),
                    models.Index(fields=["status", "due_at"], name="contribution_due"),
                    models.Index(fields=["village", "status", "-status_since", "-id"], name="contribution_village"),
                    models.Index(fields=["-status_since", "-id"], name="contribution_newest"),
                    models.Index(fields=["programme", "-status_since", "-id"], name="contribution_programme"),
                    models.Index(fields=["county", "-status_since", "-id"], name="contribution_county"),
                    models.Index(fields=["kind", "-status_since", "-id"], name="contribution_kind"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pledged_amount__gt", 0)),
                        name="contribution_amount",
                        violation_error_message="The amount must be above zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["goods", "service"]), _negated=True),
                            models.Q(("valuation", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="contribution_valued",
                        violation_error_message="Say how goods and services were valued.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "leg",
                    models.CharField(
                        choices=[("intermediary", "to the intermediary"), ("village", "to the village")],
                        default="village",
                        max_length=12,
                        verbose_name="to whom",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("delivered_on", models.DateField(verbose_name="delivered on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="void since")),
                (
                    "entered_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="entered at"
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="poverty_aid.contribution",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="receipt",
                    ),
                ),
                (
                    "replaced_by",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="poverty_aid.delivery",
                        verbose_name="replaced by",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery of a gift",
                "verbose_name_plural": "deliveries of gifts",
                "ordering": ["delivered_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="delivery_amount",
                        violation_error_message="The amount must be above zero.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("confirmed_on", models.DateField(verbose_name="confirmed on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="poverty_aid.confirmation",
                        verbose_name="reverses",
                    ),
                ),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="poverty_aid.delivery",
                    ),
                ),
            ],
            options={
                "verbose_name": "confirmation",
                "verbose_name_plural": "confirmations",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__gte", 0), ("reverses", None)),
                            models.Q(("amount__lte", 0), ("reverses__isnull", False)),
                            _connector="OR",
                        ),
                        name="confirmation_sign",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConfirmationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("confirmed_on", models.DateField(verbose_name="confirmed on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                (
                    "confirmed_by",
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
                        to="poverty_aid.confirmation",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "reverses",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.confirmation",
                        verbose_name="reverses",
                    ),
                ),
                (
                    "delivery",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.delivery",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContributionEvent",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("pledged", "pledged"),
                            ("delivered", "delivered, waits for the village"),
                            ("partly", "confirmed in part"),
                            ("confirmed", "confirmed by the village"),
                            ("disputed", "disputed by the village"),
                            ("withdrawn", "pledge withdrawn"),
                            ("superseded", "replaced by a corrected version"),
                        ],
                        default="pledged",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("money", "money"),
                            ("goods", "goods"),
                            ("purchase", "purchase of produce"),
                            ("service", "services"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("industry", "building an industry"),
                            ("jobs", "jobs"),
                            ("welfare", "public welfare"),
                            ("knowledge", "knowledge and skills"),
                            ("consumption", "consumption of produce"),
                        ],
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="what is given")),
                ("quantity", models.CharField(blank=True, max_length=60, verbose_name="quantity")),
                (
                    "valuation",
                    models.CharField(
                        blank=True,
                        help_text="An invoice, a price list, an expert.",
                        max_length=200,
                        verbose_name="how it was valued",
                    ),
                ),
                ("pledged_amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="pledged (yuan)")),
                ("pledged_on", models.DateField(verbose_name="pledged on")),
                ("promised_on", models.DateField(blank=True, null=True, verbose_name="promised for")),
                ("village_name", models.CharField(max_length=60, verbose_name="village on the day")),
                ("village_code", models.CharField(max_length=12, verbose_name="village code on the day")),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.contribution",
                        verbose_name="corrects",
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
                        to="poverty_aid.contribution",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
                (
                    "intermediary",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.intermediary",
                        verbose_name="passed on by",
                    ),
                ),
                (
                    "pairing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.pairing",
                        verbose_name="pairing",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContributionStep",
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
                        choices=[("giver", "who gives"), ("village", "the village"), ("staff", "the federation")],
                        max_length=8,
                        verbose_name="on behalf of",
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
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="poverty_aid.contribution"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a contribution",
                "verbose_name_plural": "steps of contributions",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContributionStepEvent",
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
                        choices=[("giver", "who gives"), ("village", "the village"), ("staff", "the federation")],
                        max_length=8,
                        verbose_name="on behalf of",
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
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.contribution",
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
                        to="poverty_aid.contributionstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CountyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=6, verbose_name="code")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("prefecture", models.CharField(max_length=60, verbose_name="prefecture")),
                ("province", models.CharField(max_length=60, verbose_name="province")),
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
                        to="poverty_aid.county",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DeliveryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "leg",
                    models.CharField(
                        choices=[("intermediary", "to the intermediary"), ("village", "to the village")],
                        default="village",
                        max_length=12,
                        verbose_name="to whom",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("delivered_on", models.DateField(verbose_name="delivered on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="void since")),
                (
                    "entered_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="entered at"
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.contribution",
                    ),
                ),
                (
                    "entered_by",
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
                        to="poverty_aid.delivery",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="receipt",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.delivery",
                        verbose_name="replaced by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IntermediaryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "uscc",
                    models.CharField(blank=True, max_length=18, null=True, verbose_name="unified social credit code"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
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
                        to="poverty_aid.intermediary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "through",
                    models.BooleanField(
                        default=False,
                        help_text="Its secretary speaks for the enterprise then.",
                        verbose_name="given through the chamber",
                    ),
                ),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver on the day")),
                ("numerator", models.PositiveIntegerField(default=1, verbose_name="parts")),
                ("denominator", models.PositiveIntegerField(default=1, verbose_name="of")),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aid_shares",
                        to="chambers.chamber",
                        verbose_name="chamber on the day",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shares",
                        to="poverty_aid.contribution",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aid_shares",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "share of a gift",
                "verbose_name_plural": "shares of gifts",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["enterprise", "-contribution"], name="share_enterprise"),
                    models.Index(fields=["chamber", "-contribution"], name="share_chamber"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("enterprise__isnull", False), ("chamber__isnull", False), _connector="OR"),
                        name="share_has_a_giver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("denominator__gt", 0), ("numerator__gt", 0), ("numerator__lte", models.F("denominator"))
                        ),
                        name="share_of_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("money", "money"),
                            ("goods", "goods"),
                            ("purchase", "purchase of produce"),
                            ("service", "services"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("industry", "building an industry"),
                            ("jobs", "jobs"),
                            ("welfare", "public welfare"),
                            ("knowledge", "knowledge and skills"),
                            ("consumption", "consumption of produce"),
                        ],
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("counted_on", models.DateField(verbose_name="counted on")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver on the day")),
                (
                    "entered_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="entered at"
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="poverty_aid.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aid_entries",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "confirmation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="poverty_aid.confirmation",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="poverty_aid.contribution",
                        verbose_name="contribution",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aid_entries",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="poverty_aid.ledgerentry",
                        verbose_name="reverses",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "share",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="poverty_aid.share",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "verbose_name": "ledger entry",
                "verbose_name_plural": "ledger entries",
                "ordering": ["-counted_on", "-pk"],
                "indexes": [
                    models.Index(fields=["-counted_on", "-id"], name="ledger_newest"),
                    models.Index(fields=["enterprise", "-counted_on", "-id"], name="ledger_enterprise"),
                    models.Index(fields=["chamber", "-counted_on", "-id"], name="ledger_chamber"),
                    models.Index(fields=["village", "-counted_on", "-id"], name="ledger_village"),
                    models.Index(fields=["kind", "programme"], name="ledger_kind_programme"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("money", "money"),
                            ("goods", "goods"),
                            ("purchase", "purchase of produce"),
                            ("service", "services"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("industry", "building an industry"),
                            ("jobs", "jobs"),
                            ("welfare", "public welfare"),
                            ("knowledge", "knowledge and skills"),
                            ("consumption", "consumption of produce"),
                        ],
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("counted_on", models.DateField(verbose_name="counted on")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver on the day")),
                (
                    "entered_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="entered at"
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.campaign",
                        verbose_name="campaign",
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
                    "confirmation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.confirmation",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.contribution",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
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
                        to="poverty_aid.ledgerentry",
                    ),
                ),
                (
                    "reverses",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.ledgerentry",
                        verbose_name="reverses",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "share",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.share",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PairingEvent",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("intent", "intent, waits for the agreement"),
                            ("signed", "agreement signed"),
                            ("under_way", "being implemented"),
                            ("acceptance", "waits for the village's acceptance"),
                            ("accepted", "accepted by the village"),
                            ("archived", "archived"),
                            ("declined", "intent declined"),
                            ("withdrawn", "intent withdrawn"),
                        ],
                        default="intent",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver on the day")),
                ("village_name", models.CharField(max_length=60, verbose_name="village on the day")),
                ("village_code", models.CharField(max_length=12, verbose_name="village code on the day")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("industry", "building an industry"),
                            ("jobs", "jobs"),
                            ("welfare", "public welfare"),
                            ("knowledge", "knowledge and skills"),
                            ("consumption", "consumption of produce"),
                        ],
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                ("plan", models.TextField(blank=True, max_length=2000, verbose_name="what is planned")),
                (
                    "proposed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="proposed at"
                    ),
                ),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="agreed until")),
                ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="what was achieved")),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="agreement",
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
                    "county",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
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
                        to="poverty_aid.pairing",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PairingMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="giver on the day")),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chambers.chamber",
                        verbose_name="chamber on the day",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairing_places",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "pairing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="poverty_aid.pairing",
                        verbose_name="pairing",
                    ),
                ),
            ],
            options={
                "verbose_name": "enterprise in a pairing",
                "verbose_name_plural": "enterprises in pairings",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["enterprise", "pairing"], name="pairing_member_of")],
            },
        ),
        migrations.CreateModel(
            name="PairingMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="giver on the day")),
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
                        verbose_name="chamber on the day",
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
                    "pairing",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.pairing",
                        verbose_name="pairing",
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
                        to="poverty_aid.pairingmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PairingStep",
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
                        choices=[("giver", "who gives"), ("village", "the village"), ("staff", "the federation")],
                        max_length=8,
                        verbose_name="on behalf of",
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
                    "pairing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="poverty_aid.pairing"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a pairing",
                "verbose_name_plural": "steps of pairings",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PairingStepEvent",
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
                        choices=[("giver", "who gives"), ("village", "the village"), ("staff", "the federation")],
                        max_length=8,
                        verbose_name="on behalf of",
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
                    "pairing",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.pairing",
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
                        to="poverty_aid.pairingstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgrammeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False,
                        help_text="Latin letters; used in addresses of pages.",
                        verbose_name="address name",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("is_open", models.BooleanField(default=True, verbose_name="open for new gifts")),
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
                        to="poverty_aid.programme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShareEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "through",
                    models.BooleanField(
                        default=False,
                        help_text="Its secretary speaks for the enterprise then.",
                        verbose_name="given through the chamber",
                    ),
                ),
                ("giver_name", models.CharField(max_length=200, verbose_name="giver on the day")),
                ("numerator", models.PositiveIntegerField(default=1, verbose_name="parts")),
                ("denominator", models.PositiveIntegerField(default=1, verbose_name="of")),
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
                        verbose_name="chamber on the day",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.contribution",
                    ),
                ),
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
                        to="poverty_aid.share",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("text", models.TextField(max_length=3000, verbose_name="text")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "ordering": ["-published_on", "-pk"],
                "indexes": [models.Index(fields=["-published_on", "-id"], name="story_newest")],
            },
        ),
        migrations.CreateModel(
            name="StoryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("text", models.TextField(max_length=3000, verbose_name="text")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
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
                        to="poverty_aid.story",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VillageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=12, verbose_name="village code")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("township", models.CharField(blank=True, max_length=60, verbose_name="township")),
                ("households", models.PositiveIntegerField(blank=True, null=True, verbose_name="households")),
                (
                    "needs",
                    models.TextField(
                        blank=True,
                        help_text="What the village asks for; everyone may read it.",
                        max_length=2000,
                        verbose_name="needs",
                    ),
                ),
                ("merged_on", models.DateField(blank=True, null=True, verbose_name="merged on")),
                (
                    "county",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.county",
                        verbose_name="county",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"kind": "village"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="organisation that logs in",
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
                        to="poverty_aid.village",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.village",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VillageName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="former name")),
                ("code", models.CharField(max_length=12, verbose_name="former code")),
                ("until", models.DateField(verbose_name="used until")),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_names",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "verbose_name": "former village name",
                "verbose_name_plural": "former village names",
                "ordering": ["-until", "-pk"],
                "constraints": [models.UniqueConstraint(fields=("village", "until"), name="village_name_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="VillageNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=60, verbose_name="former name")),
                ("code", models.CharField(max_length=12, verbose_name="former code")),
                ("until", models.DateField(verbose_name="used until")),
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
                        to="poverty_aid.villagename",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="poverty_aid.village",
                        verbose_name="village",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        federation.audit.operations.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_campaignevent" ("code", "description", "ends_on", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on") VALUES (NEW."code", NEW."description", NEW."ends_on", NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."starts_on"); RETURN NULL;',
                    hash="f8b7586760030a62bba30ca4efa67055878d0fb5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d6f9b",
                    table="poverty_aid_campaign",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_campaignevent" ("code", "description", "ends_on", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on") VALUES (NEW."code", NEW."description", NEW."ends_on", NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."starts_on"); RETURN NULL;',
                    hash="9539c619603ba1872779030c7b15827baec56e5a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6e44c",
                    table="poverty_aid_campaign",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_campaignevent" ("code", "description", "ends_on", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on") VALUES (OLD."code", OLD."description", OLD."ends_on", OLD."id", OLD."is_open", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."starts_on"); RETURN NULL;',
                    hash="6edd127c87d457545c4d0950b02033d753e7774d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7f71a",
                    table="poverty_aid_campaign",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="county",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_countyevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "prefecture", "province") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."prefecture", NEW."province"); RETURN NULL;',
                    hash="6d2c3089cafdd34d5c638031dba5e7843186d76a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e3821",
                    table="poverty_aid_county",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="county",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_countyevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "prefecture", "province") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."prefecture", NEW."province"); RETURN NULL;',
                    hash="b239084ac472f3c7d410eebf6687cbea27e33d56",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca3af",
                    table="poverty_aid_county",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="county",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_countyevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "prefecture", "province") VALUES (OLD."code", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."prefecture", OLD."province"); RETURN NULL;',
                    hash="b2919c6913033fe5e601fca4774b473bc31ac32c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4359a",
                    table="poverty_aid_county",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="intermediary",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_intermediaryevent" ("id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uscc") VALUES (NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."uscc"); RETURN NULL;',
                    hash="c56d5f5f8fe42686cacde41b6c022c5c50b04d06",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d8dac",
                    table="poverty_aid_intermediary",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="intermediary",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_intermediaryevent" ("id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uscc") VALUES (NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."uscc"); RETURN NULL;',
                    hash="bd9a5956ee004db794f1badfcd0f6ca8feb429f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_903bc",
                    table="poverty_aid_intermediary",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="intermediary",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_intermediaryevent" ("id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uscc") VALUES (OLD."id", OLD."is_active", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."uscc"); RETURN NULL;',
                    hash="2470965f49771ec2dac2b7fa702a80fb4cc7c6c3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b7378",
                    table="poverty_aid_intermediary",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_programmeevent" ("code", "description", "ends_on", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on") VALUES (NEW."code", NEW."description", NEW."ends_on", NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."starts_on"); RETURN NULL;',
                    hash="c9e82ea004338ec573cb9d3e2b974fd43dc05f15",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_09c82",
                    table="poverty_aid_programme",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_programmeevent" ("code", "description", "ends_on", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on") VALUES (NEW."code", NEW."description", NEW."ends_on", NEW."id", NEW."is_open", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."starts_on"); RETURN NULL;',
                    hash="6b97ef3894e28055d45c817ed2330d47444c894c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ecdfc",
                    table="poverty_aid_programme",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_programmeevent" ("code", "description", "ends_on", "id", "is_open", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on") VALUES (OLD."code", OLD."description", OLD."ends_on", OLD."id", OLD."is_open", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."starts_on"); RETURN NULL;',
                    hash="e2d0116744e906f610ca328c7033948d617ff676",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7329b",
                    table="poverty_aid_programme",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contributionstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_contributionstepevent" ("actor_id", "at", "contribution_id", "from_status", "hand", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT new_values."actor_id", new_values."at", new_values."contribution_id", new_values."from_status", new_values."hand", new_values."hat", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."to_status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a3c394d9bf89aec5f501a3d393160418a2a190c0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e7578",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="poverty_aid_contributionstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contributionstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_contributionstepevent" ("actor_id", "at", "contribution_id", "from_status", "hand", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT new_values."actor_id", new_values."at", new_values."contribution_id", new_values."from_status", new_values."hand", new_values."hat", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."to_status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c041ff702e0934b3395045efd15782e6cacba735",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_be328",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="poverty_aid_contributionstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contributionstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_contributionstepevent" ("actor_id", "at", "contribution_id", "from_status", "hand", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") SELECT old_values."actor_id", old_values."at", old_values."contribution_id", old_values."from_status", old_values."hand", old_values."hat", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."to_status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="bf26e05868730b42c47844b040632abfbb947832",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd73f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="poverty_aid_contributionstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_deliveryevent" ("amount", "contribution_id", "delivered_on", "entered_at", "entered_by_id", "id", "leg", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "receipt_id", "replaced_by_id", "voided_at") SELECT new_values."amount", new_values."contribution_id", new_values."delivered_on", new_values."entered_at", new_values."entered_by_id", new_values."id", new_values."leg", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."photo_id", new_values."receipt_id", new_values."replaced_by_id", new_values."voided_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c280f0eeb00207cf429321b0492729c1355af4cb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_38248",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="poverty_aid_delivery",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_deliveryevent" ("amount", "contribution_id", "delivered_on", "entered_at", "entered_by_id", "id", "leg", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "receipt_id", "replaced_by_id", "voided_at") SELECT new_values."amount", new_values."contribution_id", new_values."delivered_on", new_values."entered_at", new_values."entered_by_id", new_values."id", new_values."leg", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."photo_id", new_values."receipt_id", new_values."replaced_by_id", new_values."voided_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2332009334b31f47911fd3d4cd522998ce1f09fe",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f4d2",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="poverty_aid_delivery",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_deliveryevent" ("amount", "contribution_id", "delivered_on", "entered_at", "entered_by_id", "id", "leg", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "receipt_id", "replaced_by_id", "voided_at") SELECT old_values."amount", old_values."contribution_id", old_values."delivered_on", old_values."entered_at", old_values."entered_by_id", old_values."id", old_values."leg", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."photo_id", old_values."receipt_id", old_values."replaced_by_id", old_values."voided_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="05e33a810b687d625762c1433042ad13f37a63b4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c20f1",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="poverty_aid_delivery",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="confirmation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_confirmationevent" ("amount", "at", "confirmed_by_id", "confirmed_on", "delivery_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "reverses_id") SELECT new_values."amount", new_values."at", new_values."confirmed_by_id", new_values."confirmed_on", new_values."delivery_id", new_values."id", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."photo_id", new_values."reverses_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b4ad1757244282e7472071ca0b5e9b7b679be71d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2236b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="poverty_aid_confirmation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="confirmation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_confirmationevent" ("amount", "at", "confirmed_by_id", "confirmed_on", "delivery_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "reverses_id") SELECT new_values."amount", new_values."at", new_values."confirmed_by_id", new_values."confirmed_on", new_values."delivery_id", new_values."id", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."photo_id", new_values."reverses_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="827f8897688f1c7544aaa92362d9435aac4a5dc9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d5485",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="poverty_aid_confirmation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="confirmation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_confirmationevent" ("amount", "at", "confirmed_by_id", "confirmed_on", "delivery_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "reverses_id") SELECT old_values."amount", old_values."at", old_values."confirmed_by_id", old_values."confirmed_on", old_values."delivery_id", old_values."id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."photo_id", old_values."reverses_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="783d273ef3a9f389e7f27562d9f56b42f552d7e1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d6596",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="poverty_aid_confirmation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairingmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_pairingmemberevent" ("chamber_id", "enterprise_id", "enterprise_name", "id", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."chamber_id", NEW."enterprise_id", NEW."enterprise_name", NEW."id", NEW."pairing_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="2afa0e273d5b9916bf6c623355160b69c7245278",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f8acc",
                    table="poverty_aid_pairingmember",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairingmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_pairingmemberevent" ("chamber_id", "enterprise_id", "enterprise_name", "id", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."chamber_id", NEW."enterprise_id", NEW."enterprise_name", NEW."id", NEW."pairing_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="f1591d1ff916eb23e1d730538549f1b2c84a013a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_54a53",
                    table="poverty_aid_pairingmember",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairingmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_pairingmemberevent" ("chamber_id", "enterprise_id", "enterprise_name", "id", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."chamber_id", OLD."enterprise_id", OLD."enterprise_name", OLD."id", OLD."pairing_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="bb73f09b9227269bb7bac1ca966566d7e5b6ee9e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c1f3b",
                    table="poverty_aid_pairingmember",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairingstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_pairingstepevent" ("actor_id", "at", "from_status", "hand", "hat", "id", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."from_status", NEW."hand", NEW."hat", NEW."id", NEW."pairing_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="11d62be13be7d57ab41f59600aba43051662bc30",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_55e6f",
                    table="poverty_aid_pairingstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairingstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_pairingstepevent" ("actor_id", "at", "from_status", "hand", "hat", "id", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (NEW."actor_id", NEW."at", NEW."from_status", NEW."hand", NEW."hat", NEW."id", NEW."pairing_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_status"); RETURN NULL;',
                    hash="55db512e21b5b918da9a6cc9f9dd830c227e73db",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7be18",
                    table="poverty_aid_pairingstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairingstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_pairingstepevent" ("actor_id", "at", "from_status", "hand", "hat", "id", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_status") VALUES (OLD."actor_id", OLD."at", OLD."from_status", OLD."hand", OLD."hat", OLD."id", OLD."pairing_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_status"); RETURN NULL;',
                    hash="0aca8e3c517176379fd1e46fbb28d15be04051d1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_decca",
                    table="poverty_aid_pairingstep",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_shareevent" ("chamber_id", "contribution_id", "denominator", "enterprise_id", "giver_name", "id", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through") SELECT new_values."chamber_id", new_values."contribution_id", new_values."denominator", new_values."enterprise_id", new_values."giver_name", new_values."id", new_values."numerator", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."through" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2d7a21acf69c4eeff20d964c289d1602f6fa566c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4357e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="poverty_aid_share",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_shareevent" ("chamber_id", "contribution_id", "denominator", "enterprise_id", "giver_name", "id", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through") SELECT new_values."chamber_id", new_values."contribution_id", new_values."denominator", new_values."enterprise_id", new_values."giver_name", new_values."id", new_values."numerator", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."through" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d4025b6f44f49d25db0e939d38e89d94908cc813",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_06d1a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="poverty_aid_share",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_shareevent" ("chamber_id", "contribution_id", "denominator", "enterprise_id", "giver_name", "id", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through") SELECT old_values."chamber_id", old_values."contribution_id", old_values."denominator", old_values."enterprise_id", old_values."giver_name", old_values."id", old_values."numerator", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."through" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="eefb4160110cd4d37582b5ee5dea4699d91fdcda",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a9109",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="poverty_aid_share",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="village",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_villageevent" ("code", "county_id", "households", "id", "merged_on", "name", "needs", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "township") VALUES (NEW."code", NEW."county_id", NEW."households", NEW."id", NEW."merged_on", NEW."name", NEW."needs", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."successor_id", NEW."township"); RETURN NULL;',
                    hash="e60d900922138053f2141307193c09df9ef0edb4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5d0c",
                    table="poverty_aid_village",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="village",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_villageevent" ("code", "county_id", "households", "id", "merged_on", "name", "needs", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "township") VALUES (NEW."code", NEW."county_id", NEW."households", NEW."id", NEW."merged_on", NEW."name", NEW."needs", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."successor_id", NEW."township"); RETURN NULL;',
                    hash="afa68d0420e74894193cc06d783e479af6b4242e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4f211",
                    table="poverty_aid_village",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="village",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_villageevent" ("code", "county_id", "households", "id", "merged_on", "name", "needs", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "township") VALUES (OLD."code", OLD."county_id", OLD."households", OLD."id", OLD."merged_on", OLD."name", OLD."needs", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."successor_id", OLD."township"); RETURN NULL;',
                    hash="0624c504c313696766655ed49034ae064f8f8976",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6664a",
                    table="poverty_aid_village",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="story",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_storyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "programme_id", "published_on", "text", "title", "village_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."photo_id", NEW."programme_id", NEW."published_on", NEW."text", NEW."title", NEW."village_id"); RETURN NULL;',
                    hash="0e5b0dfc831c7e64cbde96682b5489f35632ceac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e4e3e",
                    table="poverty_aid_story",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="story",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_storyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "programme_id", "published_on", "text", "title", "village_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."photo_id", NEW."programme_id", NEW."published_on", NEW."text", NEW."title", NEW."village_id"); RETURN NULL;',
                    hash="9183a7f3f5b80de85408989762f7073fe14d28ff",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_08f3b",
                    table="poverty_aid_story",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="story",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_storyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "programme_id", "published_on", "text", "title", "village_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."photo_id", OLD."programme_id", OLD."published_on", OLD."text", OLD."title", OLD."village_id"); RETURN NULL;',
                    hash="a7890e4b4377df8a16ff89f6b50b38a28f2f3a26",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_edb0b",
                    table="poverty_aid_story",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_pairingevent" ("agreement_id", "chamber_id", "county_id", "due_at", "ends_on", "enterprise_id", "giver_name", "id", "mode", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "programme_id", "proposed_at", "signed_on", "status", "status_since", "village_code", "village_id", "village_name") VALUES (NEW."agreement_id", NEW."chamber_id", NEW."county_id", NEW."due_at", NEW."ends_on", NEW."enterprise_id", NEW."giver_name", NEW."id", NEW."mode", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan", NEW."programme_id", NEW."proposed_at", NEW."signed_on", NEW."status", NEW."status_since", NEW."village_code", NEW."village_id", NEW."village_name"); RETURN NULL;',
                    hash="732b0d55a4d0db65010976f9cd97f5135af98dba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c9c42",
                    table="poverty_aid_pairing",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_pairingevent" ("agreement_id", "chamber_id", "county_id", "due_at", "ends_on", "enterprise_id", "giver_name", "id", "mode", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "programme_id", "proposed_at", "signed_on", "status", "status_since", "village_code", "village_id", "village_name") VALUES (NEW."agreement_id", NEW."chamber_id", NEW."county_id", NEW."due_at", NEW."ends_on", NEW."enterprise_id", NEW."giver_name", NEW."id", NEW."mode", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan", NEW."programme_id", NEW."proposed_at", NEW."signed_on", NEW."status", NEW."status_since", NEW."village_code", NEW."village_id", NEW."village_name"); RETURN NULL;',
                    hash="3e8bb8d898f4b3a228a9e4f87b5bb33d8046b199",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c5dc",
                    table="poverty_aid_pairing",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="pairing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_pairingevent" ("agreement_id", "chamber_id", "county_id", "due_at", "ends_on", "enterprise_id", "giver_name", "id", "mode", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "programme_id", "proposed_at", "signed_on", "status", "status_since", "village_code", "village_id", "village_name") VALUES (OLD."agreement_id", OLD."chamber_id", OLD."county_id", OLD."due_at", OLD."ends_on", OLD."enterprise_id", OLD."giver_name", OLD."id", OLD."mode", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan", OLD."programme_id", OLD."proposed_at", OLD."signed_on", OLD."status", OLD."status_since", OLD."village_code", OLD."village_id", OLD."village_name"); RETURN NULL;',
                    hash="4d49e205ff0d8e2307e074f9a751f5cccd77f079",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_65520",
                    table="poverty_aid_pairing",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="ledgerentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_ledgerentryevent" ("amount", "campaign_id", "chamber_id", "confirmation_id", "contribution_id", "counted_on", "county_id", "entered_at", "enterprise_id", "giver_name", "id", "kind", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reverses_id", "share_id", "village_id", "year") SELECT new_values."amount", new_values."campaign_id", new_values."chamber_id", new_values."confirmation_id", new_values."contribution_id", new_values."counted_on", new_values."county_id", new_values."entered_at", new_values."enterprise_id", new_values."giver_name", new_values."id", new_values."kind", new_values."mode", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."programme_id", new_values."reverses_id", new_values."share_id", new_values."village_id", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="59431382347db4a55ad2f34126258db2595ad469",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f07cb",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="poverty_aid_ledgerentry",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="ledgerentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_ledgerentryevent" ("amount", "campaign_id", "chamber_id", "confirmation_id", "contribution_id", "counted_on", "county_id", "entered_at", "enterprise_id", "giver_name", "id", "kind", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reverses_id", "share_id", "village_id", "year") SELECT new_values."amount", new_values."campaign_id", new_values."chamber_id", new_values."confirmation_id", new_values."contribution_id", new_values."counted_on", new_values."county_id", new_values."entered_at", new_values."enterprise_id", new_values."giver_name", new_values."id", new_values."kind", new_values."mode", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."programme_id", new_values."reverses_id", new_values."share_id", new_values."village_id", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ba1ddda3a32cf883a68d3d31b07a3bdb62f05c48",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_95c23",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="poverty_aid_ledgerentry",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="ledgerentry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_ledgerentryevent" ("amount", "campaign_id", "chamber_id", "confirmation_id", "contribution_id", "counted_on", "county_id", "entered_at", "enterprise_id", "giver_name", "id", "kind", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reverses_id", "share_id", "village_id", "year") SELECT old_values."amount", old_values."campaign_id", old_values."chamber_id", old_values."confirmation_id", old_values."contribution_id", old_values."counted_on", old_values."county_id", old_values."entered_at", old_values."enterprise_id", old_values."giver_name", old_values."id", old_values."kind", old_values."mode", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."programme_id", old_values."reverses_id", old_values."share_id", old_values."village_id", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5bfb058ff27d5b6498ef83dcd8581e40b3c1d79e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5d48b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="poverty_aid_ledgerentry",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_contributionevent" ("campaign_id", "corrects_id", "county_id", "due_at", "giver_name", "id", "intermediary_id", "kind", "mode", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged_amount", "pledged_on", "programme_id", "promised_on", "quantity", "status", "status_since", "title", "valuation", "version", "village_code", "village_id", "village_name") SELECT new_values."campaign_id", new_values."corrects_id", new_values."county_id", new_values."due_at", new_values."giver_name", new_values."id", new_values."intermediary_id", new_values."kind", new_values."mode", new_values."pairing_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."pledged_amount", new_values."pledged_on", new_values."programme_id", new_values."promised_on", new_values."quantity", new_values."status", new_values."status_since", new_values."title", new_values."valuation", new_values."version", new_values."village_code", new_values."village_id", new_values."village_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="aa5eebb53a9e4847efeb6dfb89182c62e3c7273a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fb569",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="poverty_aid_contribution",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_contributionevent" ("campaign_id", "corrects_id", "county_id", "due_at", "giver_name", "id", "intermediary_id", "kind", "mode", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged_amount", "pledged_on", "programme_id", "promised_on", "quantity", "status", "status_since", "title", "valuation", "version", "village_code", "village_id", "village_name") SELECT new_values."campaign_id", new_values."corrects_id", new_values."county_id", new_values."due_at", new_values."giver_name", new_values."id", new_values."intermediary_id", new_values."kind", new_values."mode", new_values."pairing_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."pledged_amount", new_values."pledged_on", new_values."programme_id", new_values."promised_on", new_values."quantity", new_values."status", new_values."status_since", new_values."title", new_values."valuation", new_values."version", new_values."village_code", new_values."village_id", new_values."village_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="25fe95d75aafcae862abc40f4a7638cf348cb79c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a21b7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="poverty_aid_contribution",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_contributionevent" ("campaign_id", "corrects_id", "county_id", "due_at", "giver_name", "id", "intermediary_id", "kind", "mode", "pairing_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged_amount", "pledged_on", "programme_id", "promised_on", "quantity", "status", "status_since", "title", "valuation", "version", "village_code", "village_id", "village_name") SELECT old_values."campaign_id", old_values."corrects_id", old_values."county_id", old_values."due_at", old_values."giver_name", old_values."id", old_values."intermediary_id", old_values."kind", old_values."mode", old_values."pairing_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."pledged_amount", old_values."pledged_on", old_values."programme_id", old_values."promised_on", old_values."quantity", old_values."status", old_values."status_since", old_values."title", old_values."valuation", old_values."version", old_values."village_code", old_values."village_id", old_values."village_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3b163257edbe73f502bd45c74346e341be52735b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e59fe",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="poverty_aid_contribution",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="villagename",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_villagenameevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "village_id") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."until", NEW."village_id"); RETURN NULL;',
                    hash="b3e982a2de20f1e0d6da1c7bb0149f00c049d397",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a552d",
                    table="poverty_aid_villagename",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="villagename",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "poverty_aid_villagenameevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "village_id") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."until", NEW."village_id"); RETURN NULL;',
                    hash="b6cdd96613de2b22bdd08f7be710d8c57f04cd1b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88d8c",
                    table="poverty_aid_villagename",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="villagename",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "poverty_aid_villagenameevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until", "village_id") VALUES (OLD."code", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."until", OLD."village_id"); RETURN NULL;',
                    hash="49b702c84056aa7698c8d449bdbe527cacf256cf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9cfb8",
                    table="poverty_aid_villagename",
                    when="AFTER",
                ),
            ),
        ),
    ]
