"""One pairing's people: who gives, who receives, who keeps it."""

from dataclasses import dataclass

import pytest

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from poverty_aid.villages.models import Village
from tests import cast
from tests.poverty_aid import aid


@dataclass
class People:
    manager: User
    enterprise: Enterprise
    chamber: Chamber
    secretary: User
    village: Village
    villager: User
    staff: User


@pytest.fixture
def people(db: None) -> People:
    chamber = cast.chamber("测试总商会")
    enterprise = aid.member_of(chamber, "上海结对测试有限公司")
    village = aid.village("龙门村")
    return People(
        manager=cast.representative(enterprise),
        enterprise=enterprise,
        chamber=chamber,
        secretary=cast.secretary(chamber),
        village=village,
        villager=aid.officer(village),
        staff=aid.keeper(),
    )
