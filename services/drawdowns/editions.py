"""What the report of 2022 states of 政会银企."""

from federation.indicators.editions import Stated, state

state("2022", Stated("3804户", "finance-enterprises"), Stated("136.8227亿元", "finance-drawn"))
