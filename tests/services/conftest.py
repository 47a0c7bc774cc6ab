"""What the tests of services share."""

import pytest

from tests.services.demands_cast import DemandCast
from tests.services.finance_cast import FinanceCast


@pytest.fixture
def finance(db):
    return FinanceCast()


@pytest.fixture
def demands(db):
    return DemandCast()
