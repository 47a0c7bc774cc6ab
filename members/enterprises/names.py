"""What is distinctive in an enterprise's name, and what is noise."""

import re

_NOISE = re.compile(r"^(上海市?|中国)|(股份有限公司|有限责任公司|有限公司|分公司|公司)$")


def core_name(name: str) -> str:
    """The name without place and legal form; the whole name when nothing would be left."""
    return _NOISE.sub("", name) or name
