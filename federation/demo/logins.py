"""Who may log in to the demonstration federation. All people and firms are invented."""

from typing import NamedTuple

PASSWORD = "songjiang-demo"


class Login(NamedTuple):
    who: str
    login: str
    password: str


LOGINS: list[Login] = [
    Login("机关管理员 / staff, administrator", "admin", PASSWORD),
    Login("机关登记专员 / staff, registry clerk", "clerk", PASSWORD),
    Login("企业联系人（手机号登录）/ enterprise, by phone", "13800000001", PASSWORD),
    Login("商会秘书长 / chamber secretary", "secretary", PASSWORD),
    Login("银行客户经理 / bank officer", "bank", PASSWORD),
    Login("两家企业联系人兼商会秘书长 / one person with several hats", "hats", PASSWORD),
]
# Also there, for trying out rights and other desks: services, auditor (staff); shenqing (an applicant whose application
# came back); department, village (partners).
