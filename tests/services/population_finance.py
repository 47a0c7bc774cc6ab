"""Rows of finance matching that figures count. How a piece is written: tests/population.py."""

from members.enterprises.models import Enterprise


def settle(firms: list[Enterprise]) -> None:
    """Nothing yet."""
