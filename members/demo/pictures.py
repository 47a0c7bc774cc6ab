"""Logos of plain shapes, drawn here."""

import io
from collections.abc import Iterable
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from federation.files.actions import store_upload
from members.demo.enterprises import Firm
from members.uploads import ENTERPRISE_LOGO

SIDE = 240
INKS = ("#0b5563", "#b83220", "#37506b", "#5b6b3a", "#7a4b2a", "#4a3f6b", "#22746b", "#8a2f4f")
PAPER = "#f6f3ec"


def give_logos(rng: Random, firms: Iterable[Firm]) -> None:
    for firm in firms:
        file = SimpleUploadedFile(f"{firm.brand}.png", logo(rng), "image/png")
        firm.enterprise.logo = store_upload(purpose=ENTERPRISE_LOGO, upload=file, user=None)


def logo(rng: Random) -> bytes:
    picture = Image.new("RGB", (SIDE, SIDE), PAPER)
    pen, ink, second = ImageDraw.Draw(picture), rng.choice(INKS), rng.choice(INKS)
    shape = rng.randrange(4)
    if shape == 0:
        pen.ellipse((40, 40, 200, 200), fill=ink)
        pen.ellipse((90, 70, 190, 170), fill=PAPER)
    elif shape == 1:
        for number in range(3):
            height = 50 + rng.randrange(100)
            pen.rectangle((50 + number * 52, 200 - height, 90 + number * 52, 200), fill=ink if number % 2 else second)
    elif shape == 2:
        pen.polygon([(120, 34), (206, 120), (120, 206), (34, 120)], fill=ink)
        pen.polygon([(120, 84), (156, 120), (120, 156), (84, 120)], fill=PAPER)
    else:
        pen.arc((40, 40, 200, 200), 30, 300, fill=ink, width=34)
        pen.rectangle((104, 104, 136, 136), fill=second)
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
