"""What everyone reads: invented, without anybody's name."""

import io
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from federation.demo.world import SEED, World
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from poverty_aid.demo.places import Places
from poverty_aid.uploads import STORY_PHOTO
from poverty_aid.villages.models import Story

STORIES = (
    ("龙门村亮灯了", "四十盏太阳能路灯装到了村口。晚饭后，孩子们在灯下写作业，老人也愿意出门走走。", 0),
    ("倮德村签约", "企业家考察团在村委会和村民坐了一个下午，签下“双一百”帮扶协议：先修路，再修水。", 1),
    ("曼朗村的茶进了食堂", "结对企业把员工食堂的茶换成了村里的晒青毛茶，第一批三百公斤，按时到货，按时付款。", 2),
    ("一节视频课", "沪上老师每周给村里的年轻人讲一节电商课，第一单卖出的是自家的坚果。", 12),
)


def make_stories(world: World, places: Places) -> None:
    rng = Random(SEED + 63)
    Story.objects.bulk_create(
        Story(
            village=places.paired[number],
            programme=places.two_hundreds if number < 2 else places.firm_and_village,
            title=title,
            text=text,
            photo=_photo(rng),
            published_on=world.days_ago(40 + 33 * position),
        )
        for position, (title, text, number) in enumerate(STORIES)
    )
    Story.objects.create(village=places.paired[5], title="待发布：蓄水池", text="完工后发布。", published_on=None)


def _photo(rng: Random) -> StoredFile:
    """Hills under a sky: no stock pictures."""
    picture = Image.new("RGB", (1200, 800), "#dfe9e6")
    pen = ImageDraw.Draw(picture)
    for layer, colour in enumerate(("#a9c2b8", "#6f978a", "#3f6f63", "#24463f")):
        height = 320 + 110 * layer
        points = [(x, height + rng.randrange(-60, 60)) for x in range(0, 1300, 100)]
        pen.polygon([(0, 800), *points, (1200, 800)], fill=colour)
    pen.ellipse((880, 90, 980, 190), fill="#f3d9a4")
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=82)
    return store_upload(
        purpose=STORY_PHOTO, upload=SimpleUploadedFile("村景.jpg", content.getvalue(), "image/jpeg"), user=None
    )
