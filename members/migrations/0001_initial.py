import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import federation.audit.operations
import members.desk.models
import members.membership.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("files", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndustryClass",
            fields=[
                ("code", models.CharField(max_length=4, primary_key=True, serialize=False, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "section"), (2, "division"), (3, "group"), (4, "class")], verbose_name="level"
                    ),
                ),
                ("section", models.CharField(db_index=True, max_length=1, verbose_name="section")),
            ],
            options={
                "verbose_name": "industry",
                "verbose_name_plural": "industries",
                "ordering": ["section", "code"],
            },
        ),
        migrations.CreateModel(
            name="Town",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Latin letters; used in addresses of pages.", unique=True, verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("street", "sub-district"), ("town", "town"), ("other", "outside the district")],
                        default="town",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "town",
                "verbose_name_plural": "towns",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Park",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="name")),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="members.town",
                        verbose_name="town",
                    ),
                ),
            ],
            options={
                "verbose_name": "park",
                "verbose_name_plural": "parks",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Enterprise",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uscc",
                    models.CharField(
                        blank=True,
                        error_messages={"unique": "An enterprise with this credit code is already in the register."},
                        max_length=18,
                        null=True,
                        unique=True,
                        verbose_name="unified social credit code",
                    ),
                ),
                (
                    "registration_number",
                    models.CharField(
                        blank=True, max_length=15, null=True, unique=True, verbose_name="old registration number"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=60, verbose_name="short name")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "in business"),
                            ("deregistered", "deregistered"),
                            ("revoked", "licence revoked"),
                            ("moved_out", "moved out"),
                        ],
                        default="active",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "registration_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("111", "wholly state-owned company"),
                            ("112", "private limited company"),
                            ("119", "other limited company"),
                            ("121", "private company limited by shares"),
                            ("129", "other company limited by shares"),
                            ("131", "state-owned enterprise"),
                            ("132", "collective enterprise"),
                            ("133", "share cooperative"),
                            ("134", "joint operation"),
                            ("140", "sole proprietorship"),
                            ("150", "partnership"),
                            ("190", "other domestic enterprise"),
                            ("210", "HK, Macao or Taiwan limited company"),
                            ("220", "HK, Macao or Taiwan company limited by shares"),
                            ("230", "HK, Macao or Taiwan partnership"),
                            ("290", "other HK, Macao or Taiwan enterprise"),
                            ("310", "foreign-invested limited company"),
                            ("320", "foreign-invested company limited by shares"),
                            ("330", "foreign-invested partnership"),
                            ("390", "other foreign-invested enterprise"),
                            ("400", "farmers' cooperative"),
                            ("500", "self-employed household"),
                            ("900", "other"),
                        ],
                        max_length=3,
                        verbose_name="registration type",
                    ),
                ),
                (
                    "registration_type_text",
                    models.CharField(blank=True, max_length=100, verbose_name="registration type as stated"),
                ),
                (
                    "control",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1", "state-controlled"),
                            ("2", "collectively controlled"),
                            ("3", "privately controlled"),
                            ("4", "controlled from Hong Kong, Macao or Taiwan"),
                            ("5", "foreign-controlled"),
                            ("9", "other control"),
                        ],
                        max_length=1,
                        verbose_name="control",
                    ),
                ),
                (
                    "legal_representative",
                    models.CharField(blank=True, max_length=120, verbose_name="legal representative"),
                ),
                ("registered_on", models.DateField(blank=True, null=True, verbose_name="registered on")),
                (
                    "capital",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In units of the currency: yuan, not 万元.",
                        max_digits=20,
                        null=True,
                        verbose_name="registered capital",
                    ),
                ),
                (
                    "capital_currency",
                    models.CharField(
                        choices=[
                            ("CNY", "yuan"),
                            ("USD", "US dollar"),
                            ("EUR", "euro"),
                            ("JPY", "yen"),
                            ("HKD", "Hong Kong dollar"),
                            ("GBP", "pound sterling"),
                            ("DEM", "German mark"),
                            ("CHF", "Swiss franc"),
                            ("SGD", "Singapore dollar"),
                            ("AUD", "Australian dollar"),
                            ("CAD", "Canadian dollar"),
                            ("TWD", "New Taiwan dollar"),
                            ("KRW", "won"),
                            ("MOP", "pataca"),
                            ("FRF", "French franc"),
                            ("ITL", "lira"),
                            ("NLG", "guilder"),
                            ("SEK", "Swedish krona"),
                            ("DKK", "Danish krone"),
                            ("NOK", "Norwegian krone"),
                            ("THB", "baht"),
                            ("MYR", "ringgit"),
                            ("NZD", "New Zealand dollar"),
                        ],
                        default="CNY",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                ("scope", models.TextField(blank=True, verbose_name="business scope")),
                ("district", models.CharField(blank=True, max_length=60, verbose_name="district as registered")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="registered address")),
                ("staff_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="staff")),
                (
                    "revenue",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="yearly revenue (yuan)"
                    ),
                ),
                (
                    "assets",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="total assets (yuan)"
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="introduction")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("public_phone", models.CharField(blank=True, max_length=30, verbose_name="public telephone")),
                (
                    "listed",
                    models.BooleanField(
                        default=False,
                        help_text="The enterprise agreed to be shown to the public.",
                        verbose_name="in the public directory",
                    ),
                ),
                ("listed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed at")),
                (
                    "hand_edited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="An import shows a conflict on these instead of overwriting them.",
                        size=None,
                        verbose_name="fields edited by hand",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="created at"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="updated at"
                    ),
                ),
                (
                    "section",
                    models.CharField(blank=True, editable=False, max_length=1, verbose_name="industry section"),
                ),
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
                        editable=False,
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                ("sort_key", models.CharField(blank=True, editable=False, max_length=120)),
                ("pinyin", models.CharField(blank=True, editable=False, max_length=400)),
                ("initials", models.CharField(blank=True, editable=False, max_length=100)),
                (
                    "search_tokens",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, editable=False, size=None
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="logo",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="members.enterprise",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="branches",
                        to="members.enterprise",
                        verbose_name="parent company",
                    ),
                ),
                (
                    "industry",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="members.industryclass",
                        verbose_name="industry class",
                    ),
                ),
                (
                    "park",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="members.park",
                        verbose_name="park",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="members.town",
                        verbose_name="town",
                    ),
                ),
            ],
            options={
                "verbose_name": "enterprise",
                "verbose_name_plural": "enterprises",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["search_tokens"], name="enterprise_search"
                    ),
                    models.Index(
                        django.contrib.postgres.indexes.OpClass(models.F("pinyin"), name="varchar_pattern_ops"),
                        name="enterprise_pinyin",
                    ),
                    models.Index(
                        django.contrib.postgres.indexes.OpClass(models.F("initials"), name="varchar_pattern_ops"),
                        name="enterprise_initials",
                    ),
                    models.Index(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("uscc"), name="text_pattern_ops"
                        ),
                        name="enterprise_uscc_prefix",
                    ),
                    models.Index(fields=["sort_key", "id"], name="enterprise_sort"),
                    models.Index(
                        condition=models.Q(("listed", True)), fields=["sort_key", "id"], name="enterprise_listed"
                    ),
                    models.Index(
                        condition=models.Q(("listed", True)),
                        fields=["town", "sort_key", "id"],
                        name="enterprise_listed_town",
                    ),
                    models.Index(
                        condition=models.Q(("listed", True)),
                        fields=["section", "sort_key", "id"],
                        name="enterprise_listed_section",
                    ),
                    models.Index(
                        condition=models.Q(("listed", True)),
                        fields=["size_class", "sort_key", "id"],
                        name="enterprise_listed_size",
                    ),
                    models.Index(fields=["town", "id"], name="enterprise_town"),
                    models.Index(fields=["section", "id"], name="enterprise_section"),
                    models.Index(fields=["industry", "id"], name="enterprise_industry"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uscc", None), ("uscc__regex", "^[0-9A-HJ-NPQRTUWXY]{18}$"), _connector="OR"
                        ),
                        name="enterprise_uscc_form",
                        violation_error_message="A credit code has 18 digits and capital letters, without I, O, S, V and Z.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("uscc", None), _negated=True),
                            models.Q(("registration_number", None), _negated=True),
                            _connector="OR",
                        ),
                        name="enterprise_has_a_code",
                        violation_error_message="Give the credit code or the old registration number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None), models.Q(("parent", models.F("pk")), _negated=True), _connector="OR"
                        ),
                        name="enterprise_not_its_own_parent",
                        violation_error_message="An enterprise can't be its own parent.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="position")),
                ("phone", models.CharField(blank=True, db_index=True, max_length=30, verbose_name="telephone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("is_primary", models.BooleanField(default=False, verbose_name="first contact")),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contacts", to="members.enterprise"
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["-is_primary", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_primary", True)),
                        fields=("enterprise",),
                        name="contact_one_primary",
                        violation_error_message="Only one contact can be the first.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DuplicatePair",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reasons", models.JSONField(default=list, verbose_name="reasons")),
                ("score", models.PositiveSmallIntegerField(default=0, verbose_name="likeness")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "to be judged"), ("dismissed", "two enterprises"), ("merged", "merged")],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("found_at", models.DateTimeField(auto_now_add=True, verbose_name="found at")),
                (
                    "left",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "right",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "possible duplicate",
                "verbose_name_plural": "possible duplicates",
                "ordering": ["-score", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("left", "right"), name="duplicate_pair_once"),
                    models.CheckConstraint(
                        condition=models.Q(("left__lt", models.F("right"))), name="duplicate_pair_ordered"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerOrganisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bank", "bank"),
                            ("department", "government department"),
                            ("law_firm", "law firm"),
                            ("university", "university"),
                            ("village", "village"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=40, verbose_name="short name")),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
            ],
            options={
                "verbose_name": "partner organisation",
                "verbose_name_plural": "partner organisations",
                "ordering": ["kind", "name"],
            },
        ),
        migrations.CreateModel(
            name="PartnerOrganisationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bank", "bank"),
                            ("department", "government department"),
                            ("law_firm", "law firm"),
                            ("university", "university"),
                            ("village", "village"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=40, verbose_name="short name")),
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
                        to="members.partnerorganisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="products", to="members.enterprise"
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "product",
                "verbose_name_plural": "products",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ProductEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="description")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
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
                        to="members.product",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProfileChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for staff"),
                            ("confirmed", "confirmed"),
                            ("refused", "refused"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("values", models.JSONField(verbose_name="proposed values")),
                ("before", models.JSONField(default=dict, verbose_name="values at the time")),
                ("proposed_at", models.DateTimeField(auto_now_add=True, verbose_name="proposed at")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="profile_changes",
                        to="members.enterprise",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposed change",
                "verbose_name_plural": "proposed changes",
                "ordering": ["proposed_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "waiting")),
                        fields=("enterprise",),
                        name="profile_change_one_waiting",
                        violation_error_message="A change already waits for the staff; withdraw it or wait.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProfileChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for staff"),
                            ("confirmed", "confirmed"),
                            ("refused", "refused"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("values", models.JSONField(verbose_name="proposed values")),
                ("before", models.JSONField(default=dict, verbose_name="values at the time")),
                ("proposed_at", models.DateTimeField(auto_now_add=True, verbose_name="proposed at")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
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
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
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
                        to="members.profilechange",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Representative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("manager", "manages the profile and colleagues"), ("colleague", "colleague")],
                        default="colleague",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="representatives",
                        to="members.enterprise",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="representations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "representative",
                "verbose_name_plural": "representatives",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("enterprise", "user"),
                        name="representative_once_at_a_time",
                        violation_error_message="This person already acts for the enterprise.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="representative_dates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RepresentativeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[("manager", "manages the profile and colleagues"), ("colleague", "colleague")],
                        default="colleague",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
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
                        to="members.representative",
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
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SizeSnapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("industry_code", models.CharField(blank=True, max_length=4, verbose_name="industry class")),
                ("staff_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="staff")),
                (
                    "revenue",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="revenue (yuan)"
                    ),
                ),
                (
                    "assets",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="assets (yuan)"
                    ),
                ),
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
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                ("computed_at", models.DateTimeField(auto_now=True, verbose_name="computed at")),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="size_snapshots",
                        to="members.enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "size of a year",
                "verbose_name_plural": "sizes by year",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(fields=("enterprise", "year"), name="size_snapshot_once_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="SizeSnapshotEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("industry_code", models.CharField(blank=True, max_length=4, verbose_name="industry class")),
                ("staff_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="staff")),
                (
                    "revenue",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="revenue (yuan)"
                    ),
                ),
                (
                    "assets",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="assets (yuan)"
                    ),
                ),
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
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                ("computed_at", models.DateTimeField(auto_now=True, verbose_name="computed at")),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
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
                        to="members.sizesnapshot",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TownEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("street", "sub-district"), ("town", "town"), ("other", "outside the district")],
                        default="town",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
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
                        to="members.town",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DuplicatePairEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reasons", models.JSONField(default=list, verbose_name="reasons")),
                ("score", models.PositiveSmallIntegerField(default=0, verbose_name="likeness")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "to be judged"), ("dismissed", "two enterprises"), ("merged", "merged")],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("found_at", models.DateTimeField(auto_now_add=True, verbose_name="found at")),
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
                        to="members.duplicatepair",
                    ),
                ),
                (
                    "left",
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
                    "right",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("position", models.CharField(blank=True, max_length=80, verbose_name="position")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("is_primary", models.BooleanField(default=False, verbose_name="first contact")),
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
                        to="members.contact",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Honour",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="honour")),
                ("awarded_by", models.CharField(blank=True, max_length=120, verbose_name="awarded by")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("confirmed", models.BooleanField(default=False, verbose_name="confirmed by staff")),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="honours", to="members.enterprise"
                    ),
                ),
            ],
            options={
                "verbose_name": "honour",
                "verbose_name_plural": "honours",
                "ordering": ["-year", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HonourEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="honour")),
                ("awarded_by", models.CharField(blank=True, max_length=120, verbose_name="awarded by")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("confirmed", models.BooleanField(default=False, verbose_name="confirmed by staff")),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
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
                        to="members.honour",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("previewed", "waits for confirmation"),
                            ("applying", "being applied"),
                            ("applied", "applied"),
                            ("failed", "failed"),
                            ("undoing", "being undone"),
                            ("undone", "undone"),
                            ("discarded", "discarded"),
                        ],
                        default="reading",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="source")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="applied at")),
                ("rows_total", models.PositiveIntegerField(default=0, verbose_name="rows")),
                ("rows_done", models.PositiveIntegerField(default=0, verbose_name="rows done")),
                ("rows_created", models.PositiveIntegerField(default=0, verbose_name="new")),
                ("rows_updated", models.PositiveIntegerField(default=0, verbose_name="changed")),
                ("rows_unchanged", models.PositiveIntegerField(default=0, verbose_name="unchanged")),
                ("rows_conflicting", models.PositiveIntegerField(default=0, verbose_name="with conflicts")),
                ("rows_invalid", models.PositiveIntegerField(default=0, verbose_name="refused")),
                ("columns", models.JSONField(blank=True, default=dict, verbose_name="columns recognised")),
                ("failure", models.CharField(blank=True, max_length=500, verbose_name="why it failed")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="imported by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
                    ),
                ),
            ],
            options={
                "verbose_name": "register import",
                "verbose_name_plural": "register imports",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportBatchEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("previewed", "waits for confirmation"),
                            ("applying", "being applied"),
                            ("applied", "applied"),
                            ("failed", "failed"),
                            ("undoing", "being undone"),
                            ("undone", "undone"),
                            ("discarded", "discarded"),
                        ],
                        default="reading",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="source")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="applied at")),
                ("rows_total", models.PositiveIntegerField(default=0, verbose_name="rows")),
                ("rows_done", models.PositiveIntegerField(default=0, verbose_name="rows done")),
                ("rows_created", models.PositiveIntegerField(default=0, verbose_name="new")),
                ("rows_updated", models.PositiveIntegerField(default=0, verbose_name="changed")),
                ("rows_unchanged", models.PositiveIntegerField(default=0, verbose_name="unchanged")),
                ("rows_conflicting", models.PositiveIntegerField(default=0, verbose_name="with conflicts")),
                ("rows_invalid", models.PositiveIntegerField(default=0, verbose_name="refused")),
                ("columns", models.JSONField(blank=True, default=dict, verbose_name="columns recognised")),
                ("failure", models.CharField(blank=True, max_length=500, verbose_name="why it failed")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="imported by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="members.importbatch",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImportChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created", models.BooleanField(default=False)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="members.importbatch"
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="members.enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "import change",
                "verbose_name_plural": "import changes",
                "constraints": [models.UniqueConstraint(fields=("batch", "enterprise"), name="import_change_once")],
            },
        ),
        migrations.CreateModel(
            name="ImportRowError",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("invalid", "refused"),
                            ("conflict", "conflict with a hand edit"),
                            ("warning", "notice"),
                        ],
                        default="invalid",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("line", models.PositiveIntegerField(verbose_name="line")),
                ("column", models.CharField(blank=True, max_length=60, verbose_name="column")),
                ("value", models.CharField(blank=True, max_length=300, verbose_name="value")),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="row_errors", to="members.importbatch"
                    ),
                ),
            ],
            options={
                "verbose_name": "refused row",
                "verbose_name_plural": "refused rows",
                "ordering": ["line", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("manager", "manages the profile and colleagues"), ("colleague", "colleague")],
                        default="colleague",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="mobile phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("token", models.CharField(default=members.desk.models.new_token, max_length=40, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="invited at")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="members.enterprise"
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["-created_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("phone", ""), _negated=True),
                            models.Q(("email", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="invitation_reaches_someone",
                        violation_error_message="Give a mobile phone or an e-mail address.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[("manager", "manages the profile and colleagues"), ("colleague", "colleague")],
                        default="colleague",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("phone", models.CharField(blank=True, max_length=16, verbose_name="mobile phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="invited at")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
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
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
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
                        to="members.invitation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("enterprise", "enterprise member"),
                            ("group", "group member"),
                            ("person", "individual member"),
                        ],
                        default="enterprise",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="member number")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "enterprise",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="membership",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("enterprise", "enterprise member"),
                            ("group", "group member"),
                            ("person", "individual member"),
                        ],
                        default="enterprise",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.CharField(max_length=20, verbose_name="member number")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
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
                        to="members.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MembershipPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new"), ("renewal", "renewal"), ("rejoin", "rejoin")],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="to")),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided at")),
                ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="ended early because")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="periods",
                        to="members.membership",
                        verbose_name="membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership period",
                "verbose_name_plural": "membership periods",
                "ordering": ["-starts_on"],
                "indexes": [models.Index(fields=["ends_on"], name="membership_period_end")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="membership_period_dates",
                        violation_error_message="A period ends after it starts.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (members.membership.models.Int8Range("membership"), "&&"),
                            (members.membership.models.DateRange("starts_on", "ends_on", models.Value("[]")), "&&"),
                        ],
                        name="membership_periods_do_not_overlap",
                        violation_error_message="This period overlaps another one of the same member.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembershipPeriodEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new"), ("renewal", "renewal"), ("rejoin", "rejoin")],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="to")),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided at")),
                ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="ended early because")),
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
                    "membership",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.membership",
                        verbose_name="membership",
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
                        to="members.membershipperiod",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", models.JSONField(default=dict)),
                ("moved", models.JSONField(default=list)),
                ("merged_at", models.DateTimeField(auto_now_add=True, verbose_name="merged at")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone at")),
                (
                    "absorbed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.enterprise",
                        verbose_name="absorbed",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.enterprise",
                        verbose_name="kept",
                    ),
                ),
                (
                    "merged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="merged by",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "merge",
                "verbose_name_plural": "merges",
                "ordering": ["-merged_at"],
            },
        ),
        migrations.CreateModel(
            name="MergeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("before", models.JSONField(default=dict)),
                ("moved", models.JSONField(default=list)),
                ("merged_at", models.DateTimeField(auto_now_add=True, verbose_name="merged at")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone at")),
                (
                    "absorbed",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="absorbed",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="kept",
                    ),
                ),
                (
                    "merged_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="merged by",
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
                        to="members.merge",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NameRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="former name")),
                ("until", models.DateField(verbose_name="used until")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="source")),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_names",
                        to="members.enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "former name",
                "verbose_name_plural": "former names",
                "ordering": ["-until", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("enterprise", "name", "until"),
                        name="name_record_once",
                        violation_error_message="This former name is already recorded.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NameRecordEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="former name")),
                ("until", models.DateField(verbose_name="used until")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="source")),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
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
                        to="members.namerecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EnterpriseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "uscc",
                    models.CharField(
                        blank=True,
                        error_messages={"unique": "An enterprise with this credit code is already in the register."},
                        max_length=18,
                        null=True,
                        verbose_name="unified social credit code",
                    ),
                ),
                (
                    "registration_number",
                    models.CharField(blank=True, max_length=15, null=True, verbose_name="old registration number"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=60, verbose_name="short name")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "in business"),
                            ("deregistered", "deregistered"),
                            ("revoked", "licence revoked"),
                            ("moved_out", "moved out"),
                        ],
                        default="active",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "registration_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("111", "wholly state-owned company"),
                            ("112", "private limited company"),
                            ("119", "other limited company"),
                            ("121", "private company limited by shares"),
                            ("129", "other company limited by shares"),
                            ("131", "state-owned enterprise"),
                            ("132", "collective enterprise"),
                            ("133", "share cooperative"),
                            ("134", "joint operation"),
                            ("140", "sole proprietorship"),
                            ("150", "partnership"),
                            ("190", "other domestic enterprise"),
                            ("210", "HK, Macao or Taiwan limited company"),
                            ("220", "HK, Macao or Taiwan company limited by shares"),
                            ("230", "HK, Macao or Taiwan partnership"),
                            ("290", "other HK, Macao or Taiwan enterprise"),
                            ("310", "foreign-invested limited company"),
                            ("320", "foreign-invested company limited by shares"),
                            ("330", "foreign-invested partnership"),
                            ("390", "other foreign-invested enterprise"),
                            ("400", "farmers' cooperative"),
                            ("500", "self-employed household"),
                            ("900", "other"),
                        ],
                        max_length=3,
                        verbose_name="registration type",
                    ),
                ),
                (
                    "registration_type_text",
                    models.CharField(blank=True, max_length=100, verbose_name="registration type as stated"),
                ),
                (
                    "control",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1", "state-controlled"),
                            ("2", "collectively controlled"),
                            ("3", "privately controlled"),
                            ("4", "controlled from Hong Kong, Macao or Taiwan"),
                            ("5", "foreign-controlled"),
                            ("9", "other control"),
                        ],
                        max_length=1,
                        verbose_name="control",
                    ),
                ),
                (
                    "legal_representative",
                    models.CharField(blank=True, max_length=120, verbose_name="legal representative"),
                ),
                ("registered_on", models.DateField(blank=True, null=True, verbose_name="registered on")),
                (
                    "capital",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In units of the currency: yuan, not 万元.",
                        max_digits=20,
                        null=True,
                        verbose_name="registered capital",
                    ),
                ),
                (
                    "capital_currency",
                    models.CharField(
                        choices=[
                            ("CNY", "yuan"),
                            ("USD", "US dollar"),
                            ("EUR", "euro"),
                            ("JPY", "yen"),
                            ("HKD", "Hong Kong dollar"),
                            ("GBP", "pound sterling"),
                            ("DEM", "German mark"),
                            ("CHF", "Swiss franc"),
                            ("SGD", "Singapore dollar"),
                            ("AUD", "Australian dollar"),
                            ("CAD", "Canadian dollar"),
                            ("TWD", "New Taiwan dollar"),
                            ("KRW", "won"),
                            ("MOP", "pataca"),
                            ("FRF", "French franc"),
                            ("ITL", "lira"),
                            ("NLG", "guilder"),
                            ("SEK", "Swedish krona"),
                            ("DKK", "Danish krone"),
                            ("NOK", "Norwegian krone"),
                            ("THB", "baht"),
                            ("MYR", "ringgit"),
                            ("NZD", "New Zealand dollar"),
                        ],
                        default="CNY",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                ("scope", models.TextField(blank=True, verbose_name="business scope")),
                ("district", models.CharField(blank=True, max_length=60, verbose_name="district as registered")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="registered address")),
                ("staff_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="staff")),
                (
                    "revenue",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="yearly revenue (yuan)"
                    ),
                ),
                (
                    "assets",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=20, null=True, verbose_name="total assets (yuan)"
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="introduction")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("public_phone", models.CharField(blank=True, max_length=30, verbose_name="public telephone")),
                (
                    "listed",
                    models.BooleanField(
                        default=False,
                        help_text="The enterprise agreed to be shown to the public.",
                        verbose_name="in the public directory",
                    ),
                ),
                ("listed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed at")),
                (
                    "hand_edited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="An import shows a conflict on these instead of overwriting them.",
                        size=None,
                        verbose_name="fields edited by hand",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="created at"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="updated at"
                    ),
                ),
                (
                    "section",
                    models.CharField(blank=True, editable=False, max_length=1, verbose_name="industry section"),
                ),
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
                        editable=False,
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="logo",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.enterprise",
                        verbose_name="parent company",
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
                        to="members.enterprise",
                    ),
                ),
                (
                    "industry",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.industryclass",
                        verbose_name="industry class",
                    ),
                ),
                (
                    "park",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.park",
                        verbose_name="park",
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
            name="ParkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="name")),
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
                        to="members.park",
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
            name="PartnerOfficer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partner_offices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="officers",
                        to="members.partnerorganisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner officer",
                "verbose_name_plural": "partner officers",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("organisation", "user"),
                        name="partner_officer_once_at_a_time",
                        violation_error_message="This person is already an officer there.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="partner_officer_dates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerOfficerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
                        to="members.partnerofficer",
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
                        verbose_name="user",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        federation.audit.operations.AddTrigger(
            model_name="partnerorganisation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_partnerorganisationevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") VALUES (NEW."id", NEW."is_active", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short_name"); RETURN NULL;',
                    hash="eec8157585832f50260df99c3ac6ff74e3c52ff2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ff8df",
                    table="members_partnerorganisation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="partnerorganisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_partnerorganisationevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") VALUES (NEW."id", NEW."is_active", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short_name"); RETURN NULL;',
                    hash="f6134ddce5baf0580e2cc184d90966e58cce2b9c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5eee6",
                    table="members_partnerorganisation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="partnerorganisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_partnerorganisationevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") VALUES (OLD."id", OLD."is_active", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."short_name"); RETURN NULL;',
                    hash="7aa318f3d87b1e3f279486b40eb29d7a2fabcb09",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_535e0",
                    table="members_partnerorganisation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="town",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_townevent" ("code", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="0ce125cdc4a7a55cc843b3345aec6ff6c947d3e0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_36f7b",
                    table="members_town",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="town",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_townevent" ("code", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="a13ca4e62139e7830b28604c3611f14d0e076f9e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94dbd",
                    table="members_town",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="town",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_townevent" ("code", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="ee06c07e80cd73c103cfe2435c3b883260a0f737",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7fe7a",
                    table="members_town",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="duplicatepair",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_duplicatepairevent" ("found_at", "id", "left_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "right_id", "score", "status") VALUES (NEW."found_at", NEW."id", NEW."left_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reasons", NEW."right_id", NEW."score", NEW."status"); RETURN NULL;',
                    hash="ce3d49809c9a359bf7366ac31b14575f99be7046",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_49f9e",
                    table="members_duplicatepair",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="duplicatepair",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_duplicatepairevent" ("found_at", "id", "left_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "right_id", "score", "status") VALUES (NEW."found_at", NEW."id", NEW."left_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reasons", NEW."right_id", NEW."score", NEW."status"); RETURN NULL;',
                    hash="ff63eba131368b44484af8270c05b557838818bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b16c0",
                    table="members_duplicatepair",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="duplicatepair",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_duplicatepairevent" ("found_at", "id", "left_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "right_id", "score", "status") VALUES (OLD."found_at", OLD."id", OLD."left_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reasons", OLD."right_id", OLD."score", OLD."status"); RETURN NULL;',
                    hash="261372b3f79655d88d29e1c258f911fd643e6372",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a1e2c",
                    table="members_duplicatepair",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_contactevent" ("email", "enterprise_id", "id", "is_primary", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position") VALUES (NEW."email", NEW."enterprise_id", NEW."id", NEW."is_primary", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."position"); RETURN NULL;',
                    hash="b7691038371e76b7f5f695f2e0a5c508aaff9953",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bd961",
                    table="members_contact",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_contactevent" ("email", "enterprise_id", "id", "is_primary", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position") VALUES (NEW."email", NEW."enterprise_id", NEW."id", NEW."is_primary", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."position"); RETURN NULL;',
                    hash="4d486af0965b2a9b787eb57a40a3cc2e7f09a7c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7798f",
                    table="members_contact",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_contactevent" ("email", "enterprise_id", "id", "is_primary", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position") VALUES (OLD."email", OLD."enterprise_id", OLD."id", OLD."is_primary", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."position"); RETURN NULL;',
                    hash="89b8f656de3974a74e4169659a50ffe45aa3d393",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_aff54",
                    table="members_contact",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="honour",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_honourevent" ("awarded_by", "confirmed", "enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "year") VALUES (NEW."awarded_by", NEW."confirmed", NEW."enterprise_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."year"); RETURN NULL;',
                    hash="157decbc9faed031ee8ebc86433067a2fe97eed9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8574b",
                    table="members_honour",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="honour",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_honourevent" ("awarded_by", "confirmed", "enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "year") VALUES (NEW."awarded_by", NEW."confirmed", NEW."enterprise_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."year"); RETURN NULL;',
                    hash="5f2fd21a4561eeb7c2678631bd6b8a9f290443d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff5ff",
                    table="members_honour",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="honour",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_honourevent" ("awarded_by", "confirmed", "enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "year") VALUES (OLD."awarded_by", OLD."confirmed", OLD."enterprise_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title", OLD."year"); RETURN NULL;',
                    hash="cac67f46d5aabaa7d5e10b2fd59107a7bfa99f78",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e502",
                    table="members_honour",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="importbatch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_importbatchevent" ("applied_at", "columns", "created_at", "created_by_id", "failure", "file_id", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_conflicting", "rows_created", "rows_done", "rows_invalid", "rows_total", "rows_unchanged", "rows_updated", "source", "status") VALUES (NEW."applied_at", NEW."columns", NEW."created_at", NEW."created_by_id", NEW."failure", NEW."file_id", NEW."file_name", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rows_conflicting", NEW."rows_created", NEW."rows_done", NEW."rows_invalid", NEW."rows_total", NEW."rows_unchanged", NEW."rows_updated", NEW."source", NEW."status"); RETURN NULL;',
                    hash="002f59b1b7bce78a7e603f3e28d6e914a08e05cc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9c0c",
                    table="members_importbatch",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="importbatch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_importbatchevent" ("applied_at", "columns", "created_at", "created_by_id", "failure", "file_id", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_conflicting", "rows_created", "rows_done", "rows_invalid", "rows_total", "rows_unchanged", "rows_updated", "source", "status") VALUES (NEW."applied_at", NEW."columns", NEW."created_at", NEW."created_by_id", NEW."failure", NEW."file_id", NEW."file_name", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rows_conflicting", NEW."rows_created", NEW."rows_done", NEW."rows_invalid", NEW."rows_total", NEW."rows_unchanged", NEW."rows_updated", NEW."source", NEW."status"); RETURN NULL;',
                    hash="a6837ecc6733705e9471b808135ba901cc4cafb9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1957e",
                    table="members_importbatch",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="importbatch",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_importbatchevent" ("applied_at", "columns", "created_at", "created_by_id", "failure", "file_id", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_conflicting", "rows_created", "rows_done", "rows_invalid", "rows_total", "rows_unchanged", "rows_updated", "source", "status") VALUES (OLD."applied_at", OLD."columns", OLD."created_at", OLD."created_by_id", OLD."failure", OLD."file_id", OLD."file_name", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rows_conflicting", OLD."rows_created", OLD."rows_done", OLD."rows_invalid", OLD."rows_total", OLD."rows_unchanged", OLD."rows_updated", OLD."source", OLD."status"); RETURN NULL;',
                    hash="32cd6210ea7d8f70148e7e9543d924355c10a8e7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e66a",
                    table="members_importbatch",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_invitationevent" ("accepted_at", "accepted_by_id", "created_at", "email", "enterprise_id", "expires_at", "id", "invited_by_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."created_at", NEW."email", NEW."enterprise_id", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."role", NEW."withdrawn_at"); RETURN NULL;',
                    hash="b3b33a09cd1de91fa30636cc41d06b6895ed3a49",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_df347",
                    table="members_invitation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."enterprise_id" IS DISTINCT FROM (NEW."enterprise_id") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at"))',
                    func='INSERT INTO "members_invitationevent" ("accepted_at", "accepted_by_id", "created_at", "email", "enterprise_id", "expires_at", "id", "invited_by_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."created_at", NEW."email", NEW."enterprise_id", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."role", NEW."withdrawn_at"); RETURN NULL;',
                    hash="44c951ede26f6bd06abf0503a773ce9a04a78c9f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_34c15",
                    table="members_invitation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_invitationevent" ("accepted_at", "accepted_by_id", "created_at", "email", "enterprise_id", "expires_at", "id", "invited_by_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role", "withdrawn_at") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."created_at", OLD."email", OLD."enterprise_id", OLD."expires_at", OLD."id", OLD."invited_by_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."role", OLD."withdrawn_at"); RETURN NULL;',
                    hash="d66b78c4cb6fa63ebf6e94be80bd3d06d83f6483",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1089f",
                    table="members_invitation",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_membershipevent" ("created_at", "enterprise_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."enterprise_id", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="411ade15860b4fa819d6984936cb15aa471d215f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_20243",
                    table="members_membership",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_membershipevent" ("created_at", "enterprise_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."enterprise_id", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="f84d0c175a2d266ebebec9657fcc25002d3d6e3e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5071",
                    table="members_membership",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_membershipevent" ("created_at", "enterprise_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."enterprise_id", OLD."id", OLD."kind", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="58a7eca6c5ec2e8fe659f43bab1f4abf5861862e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_84b9f",
                    table="members_membership",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="membershipperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_membershipperiodevent" ("decided_at", "decided_by_id", "end_reason", "ends_on", "id", "kind", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."ends_on", NEW."id", NEW."kind", NEW."membership_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="e61a4b88efa3f16dd41e985965fa5718da72a0f5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_83a22",
                    table="members_membershipperiod",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="membershipperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_membershipperiodevent" ("decided_at", "decided_by_id", "end_reason", "ends_on", "id", "kind", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."ends_on", NEW."id", NEW."kind", NEW."membership_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                    hash="b55bb6772697304883503900db088e0179d1be16",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5a992",
                    table="members_membershipperiod",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="membershipperiod",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_membershipperiodevent" ("decided_at", "decided_by_id", "end_reason", "ends_on", "id", "kind", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."end_reason", OLD."ends_on", OLD."id", OLD."kind", OLD."membership_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                    hash="8dded42806e98b59d4c132597df784cb16ed98ae",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9cb28",
                    table="members_membershipperiod",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_mergeevent" ("absorbed_id", "before", "id", "kept_id", "merged_at", "merged_by_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") VALUES (NEW."absorbed_id", NEW."before", NEW."id", NEW."kept_id", NEW."merged_at", NEW."merged_by_id", NEW."moved", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="1739ed4c4cdfa4e98ce604fa73d3cb519675625e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3bce5",
                    table="members_merge",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_mergeevent" ("absorbed_id", "before", "id", "kept_id", "merged_at", "merged_by_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") VALUES (NEW."absorbed_id", NEW."before", NEW."id", NEW."kept_id", NEW."merged_at", NEW."merged_by_id", NEW."moved", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="2253fed4736467dee38470b52b36c34dda75f74f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_73828",
                    table="members_merge",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_mergeevent" ("absorbed_id", "before", "id", "kept_id", "merged_at", "merged_by_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."before", OLD."id", OLD."kept_id", OLD."merged_at", OLD."merged_by_id", OLD."moved", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="abe0501a6896792b6d1ce69338531bafaa0fa3d8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_349e2",
                    table="members_merge",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="namerecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_namerecordevent" ("enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "until") VALUES (NEW."enterprise_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."until"); RETURN NULL;',
                    hash="237c256204a74b1ceeb9f914e85cd0349939ebfe",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ea64",
                    table="members_namerecord",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="namerecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_namerecordevent" ("enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "until") VALUES (NEW."enterprise_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."until"); RETURN NULL;',
                    hash="fe6fd8252a703b9c29f6bef4e7a8a0cfc5a0a89f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b815",
                    table="members_namerecord",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="namerecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_namerecordevent" ("enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "until") VALUES (OLD."enterprise_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."until"); RETURN NULL;',
                    hash="1b31bbe92dc5c796e77edccf41e8cee97ceb80fa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3fa9",
                    table="members_namerecord",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="partnerofficer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_partnerofficerevent" ("id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "user_id") VALUES (NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="ea7418ee2bc616cdaf092d6951fddc2496fd52c4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8989a",
                    table="members_partnerofficer",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="partnerofficer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_partnerofficerevent" ("id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "user_id") VALUES (NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="d21c2bebc26496a3878b207bc5e447c654a4be7e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f47a6",
                    table="members_partnerofficer",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="partnerofficer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_partnerofficerevent" ("id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "user_id") VALUES (OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until", OLD."user_id"); RETURN NULL;',
                    hash="bb6d267d16c0220f33c228ab79131514e73ee20a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e5427",
                    table="members_partnerofficer",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="product",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_productevent" ("description", "enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "position") VALUES (NEW."description", NEW."enterprise_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."picture_id", NEW."position"); RETURN NULL;',
                    hash="cf21b286c0df9299ff6f8b47fceb9950e3bdf554",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b1084",
                    table="members_product",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="product",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_productevent" ("description", "enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "position") VALUES (NEW."description", NEW."enterprise_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."picture_id", NEW."position"); RETURN NULL;',
                    hash="88a9ccf3455752d9b0de6720d82b7e9369a07cb1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b7a85",
                    table="members_product",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="product",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_productevent" ("description", "enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "position") VALUES (OLD."description", OLD."enterprise_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."picture_id", OLD."position"); RETURN NULL;',
                    hash="ff3e2435a82cb4e2b541f0a231c69e298ead7140",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_60b61",
                    table="members_product",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="profilechange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_profilechangeevent" ("before", "decided_at", "decided_by_id", "enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "status", "values") VALUES (NEW."before", NEW."decided_at", NEW."decided_by_id", NEW."enterprise_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."status", NEW."values"); RETURN NULL;',
                    hash="c21b8a2eace5bd4aaf1c88055afa985039268aec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_786e5",
                    table="members_profilechange",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="profilechange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_profilechangeevent" ("before", "decided_at", "decided_by_id", "enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "status", "values") VALUES (NEW."before", NEW."decided_at", NEW."decided_by_id", NEW."enterprise_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."status", NEW."values"); RETURN NULL;',
                    hash="515f7c2c978c83ffd66db4e0b2a914a5b1b2bc58",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3fe08",
                    table="members_profilechange",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="profilechange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_profilechangeevent" ("before", "decided_at", "decided_by_id", "enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "status", "values") VALUES (OLD."before", OLD."decided_at", OLD."decided_by_id", OLD."enterprise_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."reason", OLD."status", OLD."values"); RETURN NULL;',
                    hash="7a88ec8fbdc69a3041155f538f18b75b4094a7e1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_76c4f",
                    table="members_profilechange",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="representative",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_representativeevent" ("enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (NEW."enterprise_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="5479adbeb47d0ea027e25c6721516e9008433bec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b088f",
                    table="members_representative",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="representative",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_representativeevent" ("enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (NEW."enterprise_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="d46e5212a14e3a38705cec5a732b170df7124acf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_08559",
                    table="members_representative",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="representative",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_representativeevent" ("enterprise_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (OLD."enterprise_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."until", OLD."user_id"); RETURN NULL;',
                    hash="616c2ec32bdc86306368453f59b2df4141249a98",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_00a3e",
                    table="members_representative",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="sizesnapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_sizesnapshotevent" ("assets", "computed_at", "enterprise_id", "id", "industry_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revenue", "size_class", "staff_count", "year") VALUES (NEW."assets", NEW."computed_at", NEW."enterprise_id", NEW."id", NEW."industry_code", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."revenue", NEW."size_class", NEW."staff_count", NEW."year"); RETURN NULL;',
                    hash="29081a85734f1191b4fb560f89984c1304d7cbfb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2a2cb",
                    table="members_sizesnapshot",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="sizesnapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_sizesnapshotevent" ("assets", "computed_at", "enterprise_id", "id", "industry_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revenue", "size_class", "staff_count", "year") VALUES (NEW."assets", NEW."computed_at", NEW."enterprise_id", NEW."id", NEW."industry_code", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."revenue", NEW."size_class", NEW."staff_count", NEW."year"); RETURN NULL;',
                    hash="66e7e1ebffc1507259a77f7df8b8a328129770f1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_22d8d",
                    table="members_sizesnapshot",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="sizesnapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_sizesnapshotevent" ("assets", "computed_at", "enterprise_id", "id", "industry_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revenue", "size_class", "staff_count", "year") VALUES (OLD."assets", OLD."computed_at", OLD."enterprise_id", OLD."id", OLD."industry_code", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."revenue", OLD."size_class", OLD."staff_count", OLD."year"); RETURN NULL;',
                    hash="1da39115b6fe7d15b0ddb4648c5fde28ec342704",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_687bd",
                    table="members_sizesnapshot",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="park",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_parkevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "town_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."town_id"); RETURN NULL;',
                    hash="640e21f85df61cee503124d43b9fd4127d5135e6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e6dcc",
                    table="members_park",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="park",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_parkevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "town_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."town_id"); RETURN NULL;',
                    hash="2b34d90b63cbe556a86a603babc3c2ebbdc34e96",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ba9c3",
                    table="members_park",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="park",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_parkevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "town_id") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."town_id"); RETURN NULL;',
                    hash="14e70aee6805a5f37011106735c256b410606ac4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9a94f",
                    table="members_park",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="enterprise",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "members_enterpriseevent" ("address", "assets", "capital", "capital_currency", "control", "created_at", "district", "hand_edited", "id", "industry_id", "introduction", "legal_representative", "listed", "listed_at", "logo_id", "merged_into_id", "name", "parent_id", "park_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_phone", "registered_on", "registration_number", "registration_type", "registration_type_text", "revenue", "scope", "section", "short_name", "size_class", "staff_count", "state", "town_id", "updated_at", "uscc", "website") SELECT new_values."address", new_values."assets", new_values."capital", new_values."capital_currency", new_values."control", new_values."created_at", new_values."district", new_values."hand_edited", new_values."id", new_values."industry_id", new_values."introduction", new_values."legal_representative", new_values."listed", new_values."listed_at", new_values."logo_id", new_values."merged_into_id", new_values."name", new_values."parent_id", new_values."park_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_phone", new_values."registered_on", new_values."registration_number", new_values."registration_type", new_values."registration_type_text", new_values."revenue", new_values."scope", new_values."section", new_values."short_name", new_values."size_class", new_values."staff_count", new_values."state", new_values."town_id", new_values."updated_at", new_values."uscc", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="41bc07f54e5a9730e7f24a432c47065237595eee",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d66a2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="members_enterprise",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="enterprise",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "members_enterpriseevent" ("address", "assets", "capital", "capital_currency", "control", "created_at", "district", "hand_edited", "id", "industry_id", "introduction", "legal_representative", "listed", "listed_at", "logo_id", "merged_into_id", "name", "parent_id", "park_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_phone", "registered_on", "registration_number", "registration_type", "registration_type_text", "revenue", "scope", "section", "short_name", "size_class", "staff_count", "state", "town_id", "updated_at", "uscc", "website") SELECT new_values."address", new_values."assets", new_values."capital", new_values."capital_currency", new_values."control", new_values."created_at", new_values."district", new_values."hand_edited", new_values."id", new_values."industry_id", new_values."introduction", new_values."legal_representative", new_values."listed", new_values."listed_at", new_values."logo_id", new_values."merged_into_id", new_values."name", new_values."parent_id", new_values."park_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_phone", new_values."registered_on", new_values."registration_number", new_values."registration_type", new_values."registration_type_text", new_values."revenue", new_values."scope", new_values."section", new_values."short_name", new_values."size_class", new_values."staff_count", new_values."state", new_values."town_id", new_values."updated_at", new_values."uscc", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."address" IS DISTINCT FROM (new_values."address") OR old_values."assets" IS DISTINCT FROM (new_values."assets") OR old_values."capital" IS DISTINCT FROM (new_values."capital") OR old_values."capital_currency" IS DISTINCT FROM (new_values."capital_currency") OR old_values."control" IS DISTINCT FROM (new_values."control") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."district" IS DISTINCT FROM (new_values."district") OR old_values."hand_edited" IS DISTINCT FROM (new_values."hand_edited") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."industry_id" IS DISTINCT FROM (new_values."industry_id") OR old_values."introduction" IS DISTINCT FROM (new_values."introduction") OR old_values."legal_representative" IS DISTINCT FROM (new_values."legal_representative") OR old_values."listed" IS DISTINCT FROM (new_values."listed") OR old_values."listed_at" IS DISTINCT FROM (new_values."listed_at") OR old_values."logo_id" IS DISTINCT FROM (new_values."logo_id") OR old_values."merged_into_id" IS DISTINCT FROM (new_values."merged_into_id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."park_id" IS DISTINCT FROM (new_values."park_id") OR old_values."public_phone" IS DISTINCT FROM (new_values."public_phone") OR old_values."registered_on" IS DISTINCT FROM (new_values."registered_on") OR old_values."registration_number" IS DISTINCT FROM (new_values."registration_number") OR old_values."registration_type" IS DISTINCT FROM (new_values."registration_type") OR old_values."registration_type_text" IS DISTINCT FROM (new_values."registration_type_text") OR old_values."revenue" IS DISTINCT FROM (new_values."revenue") OR old_values."scope" IS DISTINCT FROM (new_values."scope") OR old_values."section" IS DISTINCT FROM (new_values."section") OR old_values."short_name" IS DISTINCT FROM (new_values."short_name") OR old_values."size_class" IS DISTINCT FROM (new_values."size_class") OR old_values."staff_count" IS DISTINCT FROM (new_values."staff_count") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."town_id" IS DISTINCT FROM (new_values."town_id") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."uscc" IS DISTINCT FROM (new_values."uscc") OR old_values."website" IS DISTINCT FROM (new_values."website")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="07789bcf6b73b679a9ce0723d43c4fd0e61689ec",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cfbb5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="members_enterprise",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="enterprise",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "members_enterpriseevent" ("address", "assets", "capital", "capital_currency", "control", "created_at", "district", "hand_edited", "id", "industry_id", "introduction", "legal_representative", "listed", "listed_at", "logo_id", "merged_into_id", "name", "parent_id", "park_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_phone", "registered_on", "registration_number", "registration_type", "registration_type_text", "revenue", "scope", "section", "short_name", "size_class", "staff_count", "state", "town_id", "updated_at", "uscc", "website") SELECT old_values."address", old_values."assets", old_values."capital", old_values."capital_currency", old_values."control", old_values."created_at", old_values."district", old_values."hand_edited", old_values."id", old_values."industry_id", old_values."introduction", old_values."legal_representative", old_values."listed", old_values."listed_at", old_values."logo_id", old_values."merged_into_id", old_values."name", old_values."parent_id", old_values."park_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_phone", old_values."registered_on", old_values."registration_number", old_values."registration_type", old_values."registration_type_text", old_values."revenue", old_values."scope", old_values."section", old_values."short_name", old_values."size_class", old_values."staff_count", old_values."state", old_values."town_id", old_values."updated_at", old_values."uscc", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f38e1bf416284d6644f95956b47e29d87e61240c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_42d82",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="members_enterprise",
                    when="AFTER",
                ),
            ),
        ),
    ]
