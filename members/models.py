"""Django looks for an app's tables here; each subject keeps its own."""

from members.desk.models import Invitation, ProfileChange
from members.duplicates.models import DuplicatePair, Merge
from members.enterprises.models import (
    Contact,
    Enterprise,
    Honour,
    IndustryClass,
    NameRecord,
    Park,
    Product,
    Representative,
    SizeSnapshot,
    Town,
)
from members.membership.models import Membership, MembershipPeriod
from members.partners.models import PartnerOfficer, PartnerOrganisation
from members.register.models import ImportBatch, ImportChange, ImportedContact, ImportRowError, ImportTransition

__all__ = [
    "Contact",
    "DuplicatePair",
    "Enterprise",
    "Honour",
    "ImportBatch",
    "ImportChange",
    "ImportRowError",
    "ImportTransition",
    "ImportedContact",
    "IndustryClass",
    "Invitation",
    "Membership",
    "MembershipPeriod",
    "Merge",
    "NameRecord",
    "Park",
    "PartnerOfficer",
    "PartnerOrganisation",
    "Product",
    "ProfileChange",
    "Representative",
    "SizeSnapshot",
    "Town",
]
