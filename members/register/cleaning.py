"""From cells to values: each row becomes clean values, or errors that name line, column, value and reason.

A row with an error is refused whole, so that nothing is half written; a notice lets it in.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _

from members.enterprises import capital, uscc
from members.enterprises.choices import Control, Currency, RegistrationType, State
from members.enterprises.industry import IndustryFinder
from members.enterprises.models import Enterprise, Park
from members.enterprises.registration_types import registration_type_of
from members.enterprises.towns import TownFinder
from members.register import contact_values as contacts
from members.register.amounts import doubt_revenue, read_amount
from members.register.dates import parse_date
from members.register.headers import BY_KEY, Recognised
from members.register.problems import Kind, Problem, Refused
from members.register.reading import Row
from members.register.wording import CONTROL_WORDS, EDGES, SPACES, STATE_WORDS, choice_words, plain, text_of

MOST_STAFF = 3_000_000
# Of a contact's name or position.
MOST_LETTERS = 80

_PARENTHESES = str.maketrans("()", "（）")
_SHIFTED = re.compile(r"^\d[\d,.]*\s*[(（]?(?:百万|万|亿)")
_LETTER = re.compile(r"[^\W\d_]")
_STAFF = re.compile(r"^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?\s*(?:人|名|位)?$")
_COLUMNS_OF_TEXT = {"phone": "public_phone", "type_text": "registration_type_text"}
_FORMULA = re.compile(r"^'(?=[=+\-@])")


class Cleaner:
    """Cleans the rows of one file: holds the lists that values are chosen from, and remembers nothing of the rows."""

    def __init__(self, columns: Recognised, *, today: datetime.date | None = None) -> None:
        self.columns = columns
        self.today = today or timezone.localdate()
        self.width = max(place for place, header in enumerate(columns.headers) if header) + 1
        self.industries, self.towns = IndustryFinder(), TownFinder()
        self.parks = {plain(name): pk for pk, name in Park.objects.values_list("pk", "name")}
        self.states = choice_words(State, STATE_WORDS)
        self.controls = choice_words(Control, CONTROL_WORDS)
        self.types = {plain(name): code for name, code in choice_words(RegistrationType, {}).items()}
        self.currencies = choice_words(Currency, {Currency.CNY: "人民币 人民币元 rmb"})
        self.url = URLValidator()
        readers: dict[str, Callable[[str, Any, dict[str, Any]], str | None]] = {
            "state": self._state,
            "type": self._type,
            "type_text": self._text,
            "control": self._control,
            "industry": self._industry,
            "registered_on": self._date,
            "as_of": self._date,
            "capital_currency": self._currency,
            "capital": self._capital,
            "town": self._town,
            "park": self._park,
            "staff": self._staff,
            "revenue": self._figure,
            "assets": self._figure,
            "website": self._website,
            "parent": self._parent,
            "name": self._name,
            "legal_representative": self._text,
            "short_name": self._text,
            "scope": self._text,
            "address": self._text,
            "phone": self._phone,
            "contact": self._contact,
            "contact_position": self._contact,
            "contact_phone": self._contact,
            "contact_email": self._contact,
        }
        # In this order: the currency before the capital.
        self.plan = [(key, columns.fields[key], readers[key]) for key in readers if key in columns.fields]
        self.headers = {key: columns.headers[place] for key, place in columns.fields.items()}

    def clean(self, row: Row) -> tuple[dict[str, Any] | None, list[Problem]]:
        """Values by column of the staging table and notices, or None and the errors."""
        problems: list[Problem] = []
        cells = row.cells
        fault = row.fault or self._misfit(cells)
        if fault:
            shown = " | ".join(text_of(cell) for cell in cells if cell not in (None, ""))
            return None, [Problem(Kind.INVALID, row.line, "", shown[:300], fault)]
        if len(cells) < self.width:
            cells = [*cells, *[""] * (self.width - len(cells))]
        values: dict[str, Any] = {"line": row.line}
        refused = False
        for place, reason in (row.cell_faults or {}).items():
            if place < self.width and place in self.columns.fields.values():
                problems.append(Problem(Kind.INVALID, row.line, self.columns.headers[place], "", reason))
                refused = True
        try:
            notice = self._codes(cells, values)
            if notice:
                problems.append(self._problem(Kind.WARNING, row, "code", cells, notice))
        except Refused as error:
            refused = True
            problems.append(self._problem(Kind.INVALID, row, "code", cells, str(error)))
        self._place(cells, values)
        for key, place, read in self.plan:
            cell = cells[place]
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                cell = cell.strip(EDGES)
                if len(cell) < 8 and capital.is_nothing(cell):
                    continue
            try:
                notice = read(key, cell, values)
            except Refused as error:
                refused = True
                problems.append(self._problem(Kind.INVALID, row, key, cells, str(error)))
                continue
            if notice:
                problems.append(self._problem(Kind.WARNING, row, key, cells, notice))
        if refused:
            shift = self._shift(row, cells)
            if shift:
                problems.insert(0, shift)
            return None, [problem for problem in problems if problem.kind == Kind.INVALID]
        if "capital" not in values:
            values.pop("capital_currency", None)
        self._per_head(row, cells, values, problems)
        self._nameless_contact(row, cells, values, problems)
        if "town_id" not in values and values.get("address"):
            values["town_guess"] = self.towns.in_address(values["address"])
        return values, problems

    def _problem(self, kind: str, row: Row, key: str, cells: list[Any], reason: str) -> Problem:
        place = self.columns.fields.get(key)
        value = text_of(cells[place])[:300] if place is not None and place < len(cells) else ""
        return Problem(kind, row.line, self.headers.get(key, str(BY_KEY[key].label))[:60], value, reason[:500])

    # --- The whole row ----------------------------------------------------------------------------

    def _misfit(self, cells: list[Any]) -> str:
        extra = [cell for cell in cells[self.width :] if cell not in (None, "") and str(cell).strip(EDGES)]
        if extra and len(cells) > len(self.columns.headers):
            return _(
                "The row has %(found)d cells, the header %(width)d: a comma inside a value shifted the columns?"
            ) % {"found": len(cells), "width": self.width}
        return ""

    def _shift(self, row: Row, cells: list[Any]) -> Problem | None:
        """An amount where none belongs tells that a comma shifted the row, which explains the other errors."""
        places = {self.columns.fields.get(key) for key in ("capital", "revenue", "assets", "scope")}
        for place, cell in enumerate(cells[: self.width]):
            value = cell.strip(EDGES) if isinstance(cell, str) and place not in places else ""
            if _SHIFTED.match(value):
                reason = _("An amount where none belongs: a comma inside a value shifted the columns of this row?")
                return Problem(Kind.INVALID, row.line, self.columns.headers[place][:60], value[:300], reason)
        return None

    # --- Keys -------------------------------------------------------------------------------------

    def _codes(self, cells: list[Any], values: dict[str, Any]) -> str:
        """Credit code and old registration number; a notice where only the old number is known."""
        code = self._cell(cells, "code")
        number = self._cell(cells, "registration_number")
        if number:
            if not uscc.is_registration_number(number):
                if uscc.is_valid(number) and not code:
                    code, number = number, ""
                elif uscc.is_valid(number) and uscc.normalise(number) == uscc.normalise(code):
                    number = ""
                else:
                    raise Refused(
                        _("An old registration number has 15 digits; “%(text)s” hasn't.") % {"text": number[:40]}
                    )
            if number:
                values["registration_number"] = uscc.normalise(number)
        if code and uscc.is_registration_number(code):
            values["registration_number"] = uscc.normalise(code)
            if not uscc.registration_number_check_digit_fits(values["registration_number"]):
                return _(
                    "An old registration number, and its check digit is wrong: kept as it is, not as a credit code."
                )
            return _("An old registration number, not a credit code: kept as such.")
        if not code:
            if number:
                return _("Without a credit code: known by its old registration number.")
            raise Refused(_("The credit code is missing."))
        try:
            values["uscc"] = uscc.check(code)
        except uscc.InvalidCode as error:
            raise Refused(error.messages[0]) from None
        return ""

    def _cell(self, cells: list[Any], key: str) -> str:
        place = self.columns.fields.get(key)
        if place is None:
            return ""
        text = text_of(cells[place])
        return "" if capital.is_nothing(text) else text

    def _place(self, cells: list[Any], values: dict[str, Any]) -> None:
        district = self._cell(cells, "district") or self._cell(cells, "province")
        if district:
            values["district"] = district[:60]

    # --- One column each: (key, cell, values so far) → notice -------------------------------------

    def _text(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        column = _COLUMNS_OF_TEXT.get(key, key)
        text = _FORMULA.sub("", text_of(cell))
        field = Enterprise._meta.get_field(column)
        if "\n" in text or "\r" in text:
            text = text.replace("\r", "") if key == "scope" else SPACES.sub(" ", text)
        if field.max_length and len(text) > field.max_length:
            raise Refused(_too_long(len(text), field.max_length))
        if len(text) > 20_000:
            raise Refused(_too_long(len(text), 20_000))
        values[column] = text

    def _name(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        text = _FORMULA.sub("", text_of(cell))
        name = SPACES.sub(" ", unicodedata.normalize("NFKC", text)).translate(_PARENTHESES)
        if len(name) > 200:
            raise Refused(_too_long(len(name), 200))
        if len(name) < 2 or not _LETTER.search(name):
            raise Refused(_("“%(text)s” is no name.") % {"text": name[:40]})
        if len(name) == uscc.LENGTH and name.isascii() and uscc.is_valid(name):
            raise Refused(_("A credit code stands where the name belongs."))
        values["name"] = name

    def _state(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        found = self.states.get(plain(text_of(cell)).replace("，", ","))
        if found is None:
            raise Refused(
                _("“%(text)s” is no state. Known: in business (在业, 存续), 注销, 吊销, 迁出.")
                % {"text": text_of(cell)[:40]}
            )
        values["state"] = found

    def _type(self, key: str, cell: Any, values: dict[str, Any]) -> str | None:
        text = text_of(cell)
        if len(text) > 100:
            raise Refused(_too_long(len(text), 100))
        code = self.types.get(plain(text)) or registration_type_of(text)
        if code is None:
            if not _LETTER.search(text) or _SHIFTED.match(text):
                raise Refused(_("“%(text)s” is no registration type.") % {"text": text[:40]})
            values["registration_type_text"] = text
            return _("No registration type is known by these words; they are kept as they stand.")
        values["registration_type"] = str(code)
        # A label of our own says no more than the code.
        if plain(text) not in self.types:
            values["registration_type_text"] = text
        return None

    def _control(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        found = self.controls.get(plain(text_of(cell)))
        if found is None:
            raise Refused(_("“%(text)s” is no kind of control.") % {"text": text_of(cell)[:40]})
        values["control"] = found

    def _industry(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        text = text_of(cell)
        # A number cell lost the zero that 0111 begins with.
        found = self.industries.find(text.zfill(4) if isinstance(cell, float) and len(text) == 3 else text)
        if found is None:
            raise Refused(_("“%(text)s” is no industry of GB/T 4754-2017.") % {"text": text[:40]})
        values["industry_id"] = found

    def _date(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        try:
            values[key] = parse_date(cell, until=self.today)
        except ValidationError as error:
            raise Refused(error.messages[0]) from None

    def _town(self, key: str, cell: Any, values: dict[str, Any]) -> str | None:
        found = self.towns.named(text_of(cell))
        if found is None:
            return _("“%(text)s” is no town of the list: left out.") % {"text": text_of(cell)[:40]}
        values["town_id"] = found
        return None

    def _park(self, key: str, cell: Any, values: dict[str, Any]) -> str | None:
        found = self.parks.get(plain(text_of(cell)))
        if found is None:
            return _("“%(text)s” is no park of the list: left out.") % {"text": text_of(cell)[:40]}
        values["park_id"] = found
        return None

    def _staff(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        found = _STAFF.match(unicodedata.normalize("NFKC", text_of(cell)))
        if found is None:
            raise Refused(_("“%(text)s” is no number of people.") % {"text": text_of(cell)[:40]})
        number = int(found[1].replace(",", ""))
        if number > MOST_STAFF:
            raise Refused(_("%(number)d people: no enterprise has so many.") % {"number": number})
        values["staff_count"] = number

    def _website(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        text = text_of(cell)
        address = text if "://" in text else f"https://{text}"
        try:
            self.url(address)
        except ValidationError:
            raise Refused(_("“%(text)s” is no web address.") % {"text": text[:60]}) from None
        if len(address) > 200:
            raise Refused(_too_long(len(address), 200))
        values["website"] = address

    # --- Contacts ---------------------------------------------------------------------------------

    def _phone(self, key: str, cell: Any, values: dict[str, Any]) -> str | None:
        """The public telephone is shown to everyone; a mobile number is a person's own."""
        text = text_of(cell)
        if contacts.is_mobile(text):
            return _("A mobile number isn't made public: left out. In a column “联系人电话” it is kept for a contact.")
        self._text(key, cell, values)
        return None

    def _contact(self, key: str, cell: Any, values: dict[str, Any]) -> str | None:
        text = SPACES.sub(" ", _FORMULA.sub("", text_of(cell)))
        if key == "contact_phone":
            phone = contacts.clean_phone(text)
            if phone is None:
                return _("“%(text)s” is no telephone number: left out.") % {"text": text[:40]}
            values[key] = phone
        elif key == "contact_email":
            address = contacts.clean_email(text)
            if address is None:
                return _("“%(text)s” is no e-mail address: left out.") % {"text": text[:60]}
            values[key] = address
        elif len(text) > MOST_LETTERS:
            raise Refused(_too_long(len(text), MOST_LETTERS))
        else:
            values[key] = text
        return None

    def _nameless_contact(self, row: Row, cells: list[Any], values: dict[str, Any], problems: list[Problem]) -> None:
        if "contact" in values:
            return
        for key in ("contact_position", "contact_phone", "contact_email"):
            if values.pop(key, None) and key != "contact_position":
                notice = _("Nobody is named whom this belongs to: left out.")
                problems.append(self._problem(Kind.WARNING, row, key, cells, notice))

    def _parent(self, key: str, cell: Any, values: dict[str, Any]) -> str | None:
        text = text_of(cell)
        try:
            values["parent_code"] = uscc.check(text)
        except uscc.InvalidCode as error:
            if len(uscc.normalise(text)) != uscc.LENGTH or not text.isascii():
                return _("A parent company is known by its credit code: left out.")
            raise Refused(error.messages[0]) from None
        if values["parent_code"] == values.get("uscc"):
            raise Refused(_("An enterprise can't be its own parent."))
        return None

    # --- Amounts ----------------------------------------------------------------------------------

    def _capital(self, key: str, cell: Any, values: dict[str, Any]) -> str | None:
        amount = read_amount(key, text_of(cell), self.columns.units.get(key))
        if amount is None:
            return None
        values["capital"] = amount.value
        stated = amount.currency or values.get("capital_currency") or self.columns.currencies.get(key)
        values["capital_currency"] = str(stated or Currency.CNY)
        return None

    def _currency(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        text = text_of(cell)
        found = self.currencies.get(plain(text)) or capital.currency_in(text)
        if found is None:
            raise Refused(_("“%(text)s” is no currency that is known here.") % {"text": text[:40]})
        values["capital_currency"] = str(found)

    def _figure(self, key: str, cell: Any, values: dict[str, Any]) -> None:
        amount = read_amount(key, text_of(cell), self.columns.units.get(key))
        if amount is None:
            return
        if amount.currency not in (None, Currency.CNY):
            raise Refused(_("This figure is kept in yuan; %(currency)s is named.") % {"currency": amount.currency})
        values[key] = amount.value

    def _per_head(self, row: Row, cells: list[Any], values: dict[str, Any], problems: list[Problem]) -> None:
        notice = doubt_revenue(values.get("revenue"), values.get("staff_count"))
        if notice:
            problems.append(self._problem(Kind.WARNING, row, "revenue", cells, notice))


def _too_long(found: int, most: int) -> str:
    return _("Too long: %(found)d characters, at most %(most)d.") % {"found": found, "most": most}
