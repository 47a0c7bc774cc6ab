"""What a chart shows. The template draws it as a figure with its table; the script only repaints that table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Number = int | float | Decimal | None


@dataclass(frozen=True)
class Series:
    name: str
    values: Sequence[Number]


@dataclass(frozen=True)
class Chart:
    """`labels` name the rows, `row_urls` where each row opens (same length, "" for none)."""

    id: str
    title: str
    labels: Sequence[str]
    series: Sequence[Series]
    kind: Literal["bar", "rows", "line", "pie"] = "bar"
    unit: str = ""
    label_name: str = ""
    row_urls: Sequence[str] = field(default_factory=tuple)
    size: Literal["", "low", "high", "tall"] = ""

    @classmethod
    def of_pairs(
        cls, id: str, title: str, pairs: Sequence[tuple[str, Number]], series_name: str = "", **options: object
    ) -> "Chart":
        """One series from (label, number) pairs."""
        labels = [label for label, _ in pairs]
        return cls(id, title, labels, [Series(series_name or title, [number for _, number in pairs])], **options)  # type: ignore[arg-type]

    @property
    def data_id(self) -> str:
        return f"chart-{self.id}"

    @property
    def data(self) -> dict[str, object]:
        """For the script; amounts become floats here, since a pixel needs no cent."""
        return {
            "kind": self.kind,
            "unit": self.unit,
            "labels": [str(label) for label in self.labels],
            "urls": list(self.row_urls),
            "series": [
                {"name": str(one.name), "values": [None if value is None else float(value) for value in one.values]}
                for one in self.series
            ],
        }

    @property
    def rows(self) -> list[dict[str, object]]:
        """The table next to the chart: label, its address, and one number per series."""
        urls = list(self.row_urls) or [""] * len(self.labels)
        return [
            {"label": label, "url": url, "values": [one.values[index] for one in self.series]}
            for index, (label, url) in enumerate(zip(self.labels, urls, strict=True))
        ]

    @property
    def is_empty(self) -> bool:
        return not any(value for one in self.series for value in one.values)
