"""Banks of the demonstration and what they offer. All are invented."""

from decimal import Decimal

from federation.demo.world import World
from members.enterprises.choices import SizeClass
from members.partners.models import PartnerOrganisation
from services.finance.statuses import Guarantee, Kind
from services.products.models import LoanProduct

BANKS = (
    ("茸城农村商业银行松江支行", "茸城农商行"),
    ("浦南银行松江支行", "浦南银行"),
    ("泖田银行松江支行", "泖田银行"),
    ("九峰村镇银行", "九峰村镇银行"),
    ("申茸银行松江科创支行", "申茸银行"),
    ("华亭商业银行松江支行", "华亭商行"),
)
WAN = 10_000
SMALL = [SizeClass.MICRO, SizeClass.SMALL]
# bank, name, in one line, 万元 from, to, months from, to, rate from, to, kinds, guarantees, sections, sizes
OFFERS = (
    (0, "茸城税融贷", "按纳税额核定额度，全程线上", 10, 300, 3, 12, "3.65", "4.35", "n", "c", "", SMALL),
    (0, "商会信用贷", "商会推荐的会员企业，无需抵押", 50, 500, 6, 24, "3.45", "4.05", "nr", "c", "", SMALL),
    (0, "无还本续贷", "到期前审批，本金不落地", 50, 2000, 6, 36, "3.55", "4.2", "re", "cms", "", []),
    (1, "厂房按揭贷", "购置标准厂房，最长十年", 500, 5000, 36, 120, "3.4", "3.95", "n", "m", "C", []),
    (1, "浦南周转贷", "流动资金周转，随借随还", 100, 1500, 3, 18, "3.7", "4.5", "nr", "ms", "", []),
    (2, "佘山文旅贷", "住宿餐饮与旅游企业", 20, 300, 6, 36, "3.85", "4.6", "n", "cs", "HR", SMALL),
    (2, "专精特新贷", "专精特新企业，知识产权可质押", 100, 3000, 12, 36, "3.2", "3.8", "n", "cp", "CIM", []),
    (3, "浦南农机贷", "合作社与家庭农场", 5, 100, 6, 24, "3.3", "3.9", "n", "cg", "A", SMALL),
    (4, "G60科创贷", "长三角G60科创走廊内企业，首贷优先", 100, 2000, 12, 36, "3.1", "3.75", "nr", "cpg", "CIM", []),
    (5, "订单融资", "凭中标通知书或采购合同", 50, 1000, 3, 12, "3.6", "4.3", "n", "pg", "CEF", []),
)
KINDS = {"n": Kind.NEW, "r": Kind.RENEWAL, "e": Kind.EXTENSION}
GUARANTEES = {
    "c": Guarantee.CREDIT,
    "m": Guarantee.MORTGAGE,
    "p": Guarantee.PLEDGE,
    "s": Guarantee.SURETY,
    "g": Guarantee.COMPANY,
}
PAPERS = "营业执照、近两年财务报表、近半年对公流水。\n首次申请请携带公章，客户经理可上门收取。"


def make_products(world: World) -> None:
    banks = [
        PartnerOrganisation.objects.get_or_create(
            name=name, defaults={"kind": PartnerOrganisation.Kind.BANK, "short_name": short}
        )[0]
        for name, short in BANKS
    ]
    world.shelf["banks"] = banks
    for bank, name, summary, least, most, shortest, longest, low, high, kinds, guarantees, sections, sizes in OFFERS:
        LoanProduct.objects.create(
            bank=banks[bank],
            name=name,
            summary=summary,
            conditions=PAPERS,
            amount_min=least * WAN,
            amount_max=most * WAN,
            term_min=shortest,
            term_max=longest,
            rate_from=Decimal(low),
            rate_to=Decimal(high),
            kinds=[KINDS[one] for one in kinds],
            guarantees=[GUARANTEES[one] for one in guarantees],
            sections=list(sections),
            sizes=list(sizes),
            opens_on=world.days_ago(400),
        )
