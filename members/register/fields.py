"""The columns of an enterprise that an import may write, and how each is compared."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ImportField:
    """`name` is the model's field, `column` the table's. `empty` is what a NOT NULL column holds for nothing."""

    name: str
    type: str = "text"
    column: str = ""
    empty: str = "''"

    @property
    def db_column(self) -> str:
        return self.column or self.name


FIELDS: tuple[ImportField, ...] = (
    ImportField("uscc", empty="NULL"),
    ImportField("registration_number", empty="NULL"),
    ImportField("name"),
    ImportField("short_name"),
    ImportField("state", empty="'active'"),
    ImportField("registration_type"),
    ImportField("registration_type_text"),
    ImportField("control"),
    ImportField("industry", column="industry_id", empty="NULL"),
    ImportField("legal_representative"),
    ImportField("registered_on", "date", empty="NULL"),
    ImportField("capital", "numeric(20,2)", empty="NULL"),
    ImportField("capital_currency", empty="'CNY'"),
    ImportField("scope"),
    ImportField("town", "bigint", "town_id", "NULL"),
    ImportField("park", "bigint", "park_id", "NULL"),
    ImportField("district"),
    ImportField("address"),
    ImportField("staff_count", "integer", empty="NULL"),
    ImportField("revenue", "numeric(20,2)", empty="NULL"),
    ImportField("assets", "numeric(20,2)", empty="NULL"),
    ImportField("website"),
    ImportField("public_phone"),
    ImportField("parent", "bigint", "parent_id", "NULL"),
)
BY_COLUMN = {item.db_column: item for item in FIELDS}
AMOUNTS = ("capital", "revenue", "assets")
# Changes of these ask for the derived columns anew.
FEED_DERIVED = ("name", "short_name", "industry_id", "staff_count", "revenue", "assets")
