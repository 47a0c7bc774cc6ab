"""Codes of the register: states, registration types (2023 codes), currencies, size classes, control."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    ACTIVE = "active", _("in business")
    DEREGISTERED = "deregistered", _("deregistered")
    REVOKED = "revoked", _("licence revoked")
    MOVED_OUT = "moved_out", _("moved out")


class SizeClass(models.TextChoices):
    """统计上大中小微型企业划分办法 (2017)."""

    LARGE = "large", _("large")
    MEDIUM = "medium", _("medium")
    SMALL = "small", _("small")
    MICRO = "micro", _("micro")
    UNKNOWN = "unknown", _("unknown")
    NOT_APPLICABLE = "n/a", _("not applicable")


class Control(models.TextChoices):
    """控股情况: who holds the controlling share; kept apart from the registration type."""

    STATE = "1", _("state-controlled")
    COLLECTIVE = "2", _("collectively controlled")
    PRIVATE = "3", _("privately controlled")
    HK_MACAO_TAIWAN = "4", _("controlled from Hong Kong, Macao or Taiwan")
    FOREIGN = "5", _("foreign-controlled")
    OTHER = "9", _("other control")


class RegistrationType(models.TextChoices):
    """关于市场主体统计分类的划分规定 (2023)."""

    STATE_SOLE = "111", _("wholly state-owned company")
    PRIVATE_LIMITED = "112", _("private limited company")
    OTHER_LIMITED = "119", _("other limited company")
    PRIVATE_SHARES = "121", _("private company limited by shares")
    OTHER_SHARES = "129", _("other company limited by shares")
    STATE_OWNED = "131", _("state-owned enterprise")
    COLLECTIVE = "132", _("collective enterprise")
    SHARE_COOPERATIVE = "133", _("share cooperative")
    JOINT_OPERATION = "134", _("joint operation")
    SOLE_PROPRIETOR = "140", _("sole proprietorship")
    PARTNERSHIP = "150", _("partnership")
    OTHER_DOMESTIC = "190", _("other domestic enterprise")
    HMT_LIMITED = "210", _("HK, Macao or Taiwan limited company")
    HMT_SHARES = "220", _("HK, Macao or Taiwan company limited by shares")
    HMT_PARTNERSHIP = "230", _("HK, Macao or Taiwan partnership")
    HMT_OTHER = "290", _("other HK, Macao or Taiwan enterprise")
    FOREIGN_LIMITED = "310", _("foreign-invested limited company")
    FOREIGN_SHARES = "320", _("foreign-invested company limited by shares")
    FOREIGN_PARTNERSHIP = "330", _("foreign-invested partnership")
    FOREIGN_OTHER = "390", _("other foreign-invested enterprise")
    COOPERATIVE = "400", _("farmers' cooperative")
    SELF_EMPLOYED = "500", _("self-employed household")
    OTHER = "900", _("other")


class Currency(models.TextChoices):
    """ISO 4217 codes that the register states capital in (DEM and the like in old rows)."""

    CNY = "CNY", _("yuan")
    USD = "USD", _("US dollar")
    EUR = "EUR", _("euro")
    JPY = "JPY", _("yen")
    HKD = "HKD", _("Hong Kong dollar")
    GBP = "GBP", _("pound sterling")
    DEM = "DEM", _("German mark")
    CHF = "CHF", _("Swiss franc")
    SGD = "SGD", _("Singapore dollar")
    AUD = "AUD", _("Australian dollar")
    CAD = "CAD", _("Canadian dollar")
    TWD = "TWD", _("New Taiwan dollar")
    KRW = "KRW", _("won")
    MOP = "MOP", _("pataca")
    FRF = "FRF", _("French franc")
    ITL = "ITL", _("lira")
    NLG = "NLG", _("guilder")
    SEK = "SEK", _("Swedish krona")
    DKK = "DKK", _("Danish krone")
    NOK = "NOK", _("Norwegian krone")
    THB = "THB", _("baht")
    MYR = "MYR", _("ringgit")
    NZD = "NZD", _("New Zealand dollar")
