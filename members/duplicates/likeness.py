"""How alike two enterprises are, in points and in words."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from federation.portal.formats import masked_phone
from federation.search.text import fold
from members.enterprises.names import core_name, match_name

# A pair below this isn't worth a clerk's time.
WORTH_JUDGING = 40
# Bigrams of the core names in common, of all they have, from which an equal address counts.
SIMILAR_NAMES = 0.4

_BRANCH = re.compile(
    r"(分公司|分店|分厂|分部|分行|支行|分所|分社|分场|分院|营业部|门市部|办事处)(（[^）]*）|\([^)]*\))?$"
)

SAME_NAME, FORMER_NAME, SAME_PHONE, SIMILAR_ADDRESS, SAME_PERSON, TWO_CODES = (
    "same_name",
    "former_name",
    "same_phone",
    "similar_address",
    "same_person",
    "two_codes",
)

# Named by a clerk, not found: no search takes it away.
BY_STAFF = "by_staff"

Reason = dict[str, Any]


@dataclass(frozen=True)
class Side:
    """What is compared of an enterprise."""

    pk: int
    name: str
    uscc: str | None
    legal_representative: str
    parent_id: int | None
    address: str = ""


def is_branch(name: str) -> bool:
    return bool(_BRANCH.search(name))


def name_likeness(one: str, other: str) -> float:
    """Share of neighbouring character pairs that two core names have in common, 0 to 1."""
    first, second = _bigrams(match_name(one)), _bigrams(match_name(other))
    together = first | second
    return len(first & second) / len(together) if together else 0.0


def _bigrams(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text} - {""}


def may_be_one(left: Side, right: Side) -> bool:
    """A branch is a place of its parent, not the parent again; two branches are one only under one full name."""
    if left.parent_id == right.pk or right.parent_id == left.pk:
        return False
    if is_branch(left.name) != is_branch(right.name):
        return False
    return not is_branch(left.name) or fold(left.name) == fold(right.name)


def judge(left: Side, right: Side, hints: dict[str, str]) -> tuple[int, list[Reason]]:
    """Score 0 to 100 and its reasons. `hints` are what the search for candidates met: a telephone, an address, a
    former name (by the names of reasons)."""
    if not may_be_one(left, right):
        return 0, []
    score = 0
    reasons: list[Reason] = []
    if match_name(left.name) == match_name(right.name):
        score += 70 if fold(left.name) == fold(right.name) else 60
        reasons.append({"code": SAME_NAME, "value": core_name(left.name)})
    elif FORMER_NAME in hints:
        score += 60
        reasons.append({"code": FORMER_NAME, "value": hints[FORMER_NAME]})
    if SAME_PHONE in hints:
        score += 50 if not reasons else 30
        reasons.append({"code": SAME_PHONE, "value": hints[SAME_PHONE]})
    names_alike = 1.0 if reasons else name_likeness(left.name, right.name) if SIMILAR_ADDRESS in hints else 0.0
    if SIMILAR_ADDRESS in hints and names_alike >= SIMILAR_NAMES:
        score += 25 if reasons else 40 + round(30 * names_alike)
        reasons.append({"code": SIMILAR_ADDRESS, "value": left.address or hints[SIMILAR_ADDRESS]})
    if not reasons:
        return 0, []
    if left.legal_representative and left.legal_representative == right.legal_representative:
        score += 15
        reasons.append({"code": SAME_PERSON, "value": left.legal_representative})
    if left.uscc and right.uscc:
        score -= 10
        reasons.append({"code": TWO_CODES, "value": ""})
    return max(0, min(score, 100)), reasons


def in_words(reason: Reason) -> str:
    value = reason.get("value", "")
    match reason.get("code"):
        case "same_name":
            return _("the same name without place and legal form: %(value)s") % {"value": value}
        case "former_name":
            return _("one bears what was the other's name: %(value)s") % {"value": value}
        case "same_phone":
            return _("the same telephone: %(value)s") % {"value": masked_phone(value)}
        case "similar_address":
            return _("a similar address: %(value)s") % {"value": value}
        case "same_person":
            return _("the same legal representative: %(value)s") % {"value": value}
        case "by_staff":
            return _("named by staff")
        case "two_codes":
            return _("against it: each has a credit code of its own")
    return ""
