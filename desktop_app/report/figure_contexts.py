"""What the sentence around a number makes of it: a plan, a demand, a norm, a rate, background, one person's story.

Each kind of rule runs only where one of its words (`hints.py`) stands in the sentence.
"""

from __future__ import annotations

import re
from collections import deque

from desktop_app.report.hints import Hint
from desktop_app.report.number_tokens import NumberToken
from desktop_app.report.values import Reason

_PLAN = re.compile(
    r"力争|还要再?|争取(?!到|了|[^，。；]{0,12}(?:资金|项目|经费|补助|支持|专项|额度|贷款))|预计|预期|(?<!非)(?<!实施)(?<!工作)(?<!行动)(?<!年度)(?<!发展)(?<!培训)(?<!学习)计划(?!”|》|[，。]|生育|单列|要点|\d)(?!.{0,4}[已完成])|(?<![模虚草])拟(?!定|订|出|写|稿|制)|打算|准备(?!金|了|会|工作|就绪)|目标(?!任务|考核|责任|群|管理|人群|书|[，。])"
    r"|还需|仍需|尚需|将要|即将|将于|将在|将再|将把|还将|将(?=继续|进一步|适时|陆续|组织|举办|开展|召开|建成|完成|培训|新增|投入|对)"
    r"|(?:年底|月底|年末|季度末|学期末|[0-9]{1,2}月底?|明年|来年|下半年|下季度|下月|下阶段|下一步)[^，。；]{0,2}前?(?:将|再|拟|要|实现|力争|完成(?!率|了)|建成|达到|培训|新增|打造)"
    r"|(?:年内|明年|来年|下年度|下学期|下季度|下半年|今后|未来)(?!已)|年底前|(?<!\d)月底前|增至(?=.{0,8}目标)|到20(?:2[6-9]|3\d)年|规划(?:建设|到|新建|投入)|“?十五五”?(?:期间|末)|确保(?=[^，。；]{0,12}(?:达到?|不低于|以上))|要(?=在[^，。；]{0,10}前)|再(?=创建|培训|办|建|打造|新增|增)(?=[^，。；]*)"
)
_PLAN_AHEAD = re.compile(r"^(?:下一步|接下来|下阶段|今后|明年|来年|下学期|下半年)|拟于|拟在|将于|将在|还将|即将|计划于|计划在|打算|力争")
_PAST = re.compile(r"已|了|共计?|累计|先后|目前|截至|截止|完成|实际|至今|迄今|均|曾|过|得以|获")
_DEMAND = re.compile(
    r"(?<!的)要求|规定(?!动作)|必须|务必|须(?!知)|应当|应(?=于|在|不|按|每|达|由|该|做到|参加|逐)|不得|不准|严禁|不少于|不低于|不超过|不高于|不多于|不小于|(?:最少|最多|至多)$|原则上|至少(?=每|\d|[一二两三四五六七八九十])|提出.{0,6}(?:目标|指标)|标准为|上限|下限|门槛|指标(?:是|为)|(?:村规|公约|规约|章程|办法)[一-鿿]{0,4}写明|订明|明定|约定|速限|限速|[一每][户人村组]$"
)
_DEMAND_AFTER = re.compile(r"^(?:以上|以下)?[^，。；]{0,8}(?:不得|必须|方可|须(?!知))|^者[由须按不]")
_DEMANDED_OF = re.compile(r"(?:规矩|约定|办法|标准)：|(?:要求|规定|提出)(?:：|各|全|所有|每|凡)|必须|应当|不得")
_BY_DEMAND = re.compile(r"(?:按照?|根据|依据|依照|遵照|落实|对照)[^，。；]{0,20}?(?:要求|规定)")
_DEMAND_MET = re.compile(r"(?:已|完成|实际|共|累计)[^，。；]{0,8}$")
_DEMAND_BEHIND = re.compile(
    r"^(?:以上|以下|以内)?[^，。；、]{0,6}(?:的?(?:考核线|标准线|达标线|合格线|要求|标准(?!化)|门槛|红线|目标值?|控制线|指标线|考核标准|警戒线|限值|底线|指标(?!体系))(?![^，。；]{0,3}[个项条份]))"
)
_RATE = re.compile(r"(?:每|(?<!平)均每)(?!一?[个项名位]?[^，。；]{0,2}(?:都|均))[^，。；]{0,9}$")
_NORM_BEFORE = re.compile(
    r"(?:高于|低于|超过|达到|好于|优于|不低于|不少于|大于|小于)[^，。；]{0,14}$"
)
_WEIGHT = re.compile(r"占[^，。；]{0,14}(?:总分|分值|考评|考核|权重|绩效)[^，。；]{0,6}$|(?:权重|分值|满分|扣分|加分|绩效|计)[^，。；]{0,5}$")
_SCORE_NORM = re.compile(r"^(?:以上|以下)(?:的|者|为|占|，?占)|^(?:以上|以下)[^，。；]{0,6}(?:比例|人员|群众|老人|企业)")
_GROUP_NORM = re.compile(r"^[^，。；]{0,5}以上的|^的(?:占|有[^，。；]{0,4}[%成])")
_BELOW = re.compile(r"(?:考不过|没到|未满|不及|不足|不到|低于|不满|少于)$")
_PAY_RATE = re.compile(r"(?:每人|每户|每亩|每月|每天|每次|每场|每课时|每名|每吨|每件|每份|每日|人均标准|按[每人户亩])[^，。；]{0,8}$|每[一-鿿]{1,2}[^，。；]{0,6}\d元，[^，。；]{0,6}$")
_PAY_RATE_BEHIND = re.compile(r"^(?:/|每)(?:人|户|亩|月|天|次|吨|件|年|平方米)|^[^，。；]{0,2}的?(?:标准|标准线)")
_HANDED_DOWN = re.compile(
    r"(?:对照|对标|按照|依照|围绕|根据|依据|针对|落实|贯彻|执行|下达的?|下发的|印发的|交办的|公布的|确定的|部署的|明确的|提出的|规定的|聚焦|紧扣|瞄准)(?:(?!梳理|细化|分解|制定|形成|排查|发现|查找|整改|完成|解决|新增|建立|列出|召开|开展|举办)[^，。；]){0,16}$"
)
_TASK = re.compile(r"^[^，。；、]{0,8}(?:任务|措施|举措|要求|标准|指标|条款|内容|重点|要点|清单|规定|制度|准则|目标|领域|方向|问题清单|考核|纪律|职责|意见|核心)")
_BACKGROUND = re.compile(
    r"下辖|(?<![直管])辖(?!区)|现辖|共有(?=[^，。；]{0,8}$)|现有|原有|总人口|人口|户籍|常住|占地|总长|全长|总面积|面积(?!.{0,3}(?:增|扩))|编制(?=床位|总?数|人|内|\d)|在编|在册(?!.{0,6}已)|在岗|下设|设有|内设|位于|分散在|分布在|距(?!离.{0,3}缩)|东西长|南北|海拔|坐落|建于|创办于|成立于|始建|在校(?:学?生|师生)|教职工(?=\d|共|总)|注册资本|拥有|流动人口|外来(?:务工)?人口|老年人口|全[县市区乡镇村街校院局省州旗][^，。；]{0,4}(?:共有|有|现有|总?共)(?=[^，。；]{0,6}$)"
)
_SET_UP = re.compile(r"成立|组建|设立|组成|新建|建成|落地|改造|新增|启用")
_OF_THE_NEW = ("下设", "设有", "面积", "总面积", "占地", "位于", "内设")
_NEW_BODY = re.compile(r"[^，。；、]{0,4}(?:专班|工作组|小组|专项组|工作队|组(?=[，。；、]|$))")
_HAS = re.compile(
    r"(?:^|[县市区镇乡村道区校院局司团队处所站厂社会里级系我本内])(?:现|共|内|目前|总共|一共)?有(?=[^，。；有]{0,26}$)"
)
_ACT_BEHIND = re.compile(r"[^，。；、]{0,8}(?:参|看|来|报|加|受|获|领|答|选|评|停|走|签|入|被|在线)")
_HAS_DONE = re.compile(r"(?:以上|其中|累计|已|先后|，|还|另|均|的|者)有[^，。；]{0,12}$")
_REACHED = re.compile(
    r"深入|走访|覆盖|签订|发放|检查|培训|参加|组织|召开|完成|整改|整治|发现|排查|成立|设立|组建|新增|建立|张贴|播放|投入|拨付|解决|化解|惠及|受益|服务|开展|举办|印发|制定|约谈|抽查|调研|带动|帮助|获|整合|联合|会同|动员|发动|涉及|划|分解|分成|明确|选派|抽调|悬挂|制作|更新|改造|修|清|拆|查|办|讲|学|训|评|测|建|装|换|送|派|录|推送|刊发|报道|收集|征集|受理|处|报|访|录入|登记|配备|增配|增设|纳入|安排|指派|聘|招募|募|安装|购置|采购|划拨|设置|布置|上线|开通|开设|编|译|摘"
)
_FACT = re.compile(
    r"降雨|降水|雨量|气温|最高温|风力(?!灭火|发电|机)|水位|水漫|水深|淹到|洪峰|受灾|死亡|遇难|受伤|伤亡|失踪|倒塌|倒房|跳闸|停电|断电|被淹|损失(?!.{0,6}(?:挽回|避免))|建馆|建校|历史|距今|已有|诞辰|周年|结余|欠款|负债|欠发|缺口|海拔|户籍|险些|被骗|骗走|转走|诈骗金额|涉案(?!人员|.{0,6}(?:破|冻))"
)
_FACT_TURNED = re.compile(r"挽回|避免|减免|救助|慰问|补助|追回|返还|止付|冻结|盘活|破获|查处|打掉")
_ASKED = re.compile(r"(?:请求|恳请|申请|需|缺|建议)[^，。；]{0,10}(?:拨|资金|经费|补助|支持|专项)[^，。；]{0,6}$")
_SURNAME = "张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤安米"
_STORY = re.compile(
    rf"[五六七八九]旬(?=[老长])|\d{{2}}岁(?!以[上下])|[{_SURNAME}][一-鿿]{{0,2}}(?:大爷|大妈|大娘|大姐|大叔|大伯|阿姨|奶奶|爷爷|女士|先生|小姐)|[{_SURNAME}](?:师傅|婶|伯|嫂|哥|姐)"
    rf"|[老小阿][{_SURNAME}](?=[，、：说原在把入是每刚自干当今去因]|\d|今年)|某(?!村|镇|县|市|单位|公司|些)|[老小阿][一-鿿](?=一度|入职|入行|原先|原本)"
    rf"|老(?:支书|党员|兵|教师|职工|校长|战士)[{_SURNAME}]"
    rf"|(?:护士|医生|教师|民警|学生|队员|网格员|柜员|店务员|职工|村民|居民|司机|学员)[{_SURNAME}][一-鿿]{{1,2}}(?=第|说|，|原|在|为|服)"
)
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
_OF_MANY = re.compile(r"组织|举办|开展|发放|培训|带动|惠及|类似|同类|全[县市区镇乡村校院局]|各[级地单村]|共|累计有")
AVERAGE = re.compile(r"(?:平均|人均|日均|户均|月均|年均|场均|均值|村均|校均|班均|亩均|周均|次均)[^，。；、]{0,10}$")
COMPARED = re.compile(r"比(?:去年|上年|往年|同期)|同比|环比|较(?:去年|上年|上月|同期|上)|减至|减到|降至|升到|提升|提高|上升|下降|增长|增加|减少|升至|降至|升到|降到")
_PENALTY = re.compile(r"[一每][次处项例张人户][^，。；]{0,3}[扣罚奖]$")
_OF_BEHIND = re.compile(r"[^，。；]{0,4}的")
_WEIGHT_BEHIND = re.compile(r"的?(?:权重|分值|比重)")
_SUMMED = re.compile(r"累计|共|总|已")

# Plain integers: the operators of IntFlag cost more than the patterns that they save.
(PLAN_HINT, DEMAND_HINT, RATE_HINT, HANDED_DOWN_HINT, FACT_HINT, ASKED_HINT, BACKGROUND_HINT, STORY_HINT) = map(int, Hint)


def told_otherwise(
    copy: str, token: NumberToken, hints: int, earlier: str, before: str, after: str
) -> Reason | None:
    """Why a number counts nothing by its sentence; None if it counts.

    `earlier`: the sentence before the clause; `before`, `after`: the clause; `hints`: bits of `Hint` of the sentence.
    """
    if hints & PLAN_HINT and _is_planned(copy, token, earlier, before, after):
        return Reason.PLAN
    if hints & DEMAND_HINT and (_is_demanded(copy, token, earlier, before, after) or _is_norm(copy, token, before, after)):
        return Reason.REQUIREMENT
    if AVERAGE.search(before):
        return None
    if hints & RATE_HINT and _is_rate(copy, token, earlier, before, after):
        return Reason.REQUIREMENT
    if hints & HANDED_DOWN_HINT and _HANDED_DOWN.search(before) and _TASK.match(after):
        return Reason.REQUIREMENT
    if hints & ASKED_HINT and _ASKED.search(before):
        return Reason.PLAN
    if hints & FACT_HINT and _is_fact(before, after):
        return Reason.BACKGROUND
    if hints & BACKGROUND_HINT and _is_background(token, earlier, before, after):
        return Reason.BACKGROUND
    if hints & STORY_HINT and _STORY.search(_QUOTED.sub("", earlier + before)) and not _OF_MANY.search(before):
        return Reason.BACKGROUND
    return None


def _is_planned(copy: str, token: NumberToken, earlier: str, before: str, after: str) -> bool:
    clause = before + copy[token.number_start : token.end] + after
    if (plan := _PLAN.search(clause)) and not (plan.start() > len(before) and _PAST.search(before)):
        return True
    ahead = _PLAN_AHEAD.search(earlier)
    return bool(ahead and not _PAST.search(clause) and not _PAST.search(earlier[ahead.end() :]))


def _is_demanded(copy: str, token: NumberToken, earlier: str, before: str, after: str) -> bool:
    if _DEMAND_BEHIND.match(after) or _DEMAND_AFTER.match(after):
        return True
    demand = _DEMAND.search(_BY_DEMAND.sub("", before))
    if demand and not _DEMAND_MET.search(before[: demand.start()] if demand[0] == "至少" else ""):
        return True
    clause = before + copy[token.number_start : token.end] + after
    return bool(_DEMANDED_OF.search(earlier) and not _PAST.search(clause) and not _REACHED.search(before))


def _is_norm(copy: str, token: NumberToken, before: str, after: str) -> bool:
    unit_end = token.number_end + len(token.unit)
    behind = copy[unit_end : unit_end + 14]
    approximator = copy[token.start : token.number_start]
    if _NORM_BEFORE.search(before) and _OF_BEHIND.match(after) or _GROUP_NORM.match(behind):
        return True
    if token.approximate and after.startswith("的") and _BELOW.search(approximator):
        return True
    if token.unit == "分" and (_BELOW.search(before) or _BELOW.search(approximator)):
        return True
    if token.unit == "%" and _WEIGHT_BEHIND.match(after) or token.unit in ("%", "分") and _WEIGHT.search(before):
        return True
    if _PENALTY.search(before):
        return True
    return token.unit in ("分", "岁", "元", "亩", "平方米") and bool(_SCORE_NORM.match(behind))


def _is_rate(copy: str, token: NumberToken, earlier: str, before: str, after: str) -> bool:
    if token.unit == "元":
        paid = "万" not in token.numeral and _PAY_RATE.search(earlier + before)
        if paid or _PAY_RATE_BEHIND.match(after):
            return True
    if not _RATE.search(before) or _SUMMED.search(before):
        return False
    return not COMPARED.search(before + copy[token.number_start : token.end] + after)


def _is_fact(before: str, after: str) -> bool:
    fact = _FACT.search(before)
    if not fact or _REACHED.search(before[fact.end() :]):
        return False
    return not (_FACT_TURNED.search(before + after) or COMPARED.search(before + after))


def _is_background(token: NumberToken, earlier: str, before: str, after: str) -> bool:
    if token.unit in ("%", "‰", "") and COMPARED.search(before):
        return False
    if token.unit == "次" or token.unit.endswith("人次"):
        return False
    if match := _BACKGROUND.search(before):
        return not (_REACHED.search(before[match.end() :]) or match[0] in _OF_THE_NEW and _is_new(match[0], earlier, before, after))
    if token.unit not in ("%", "成") and (has := _HAS.search(before)) and not _HAS_DONE.search(before):
        return not (_REACHED.search(before[has.end() :]) or before.endswith("有") and _ACT_BEHIND.match(after))
    strong = deque(_BACKGROUND.finditer(earlier), maxlen=1)
    return bool(strong and not _REACHED.search(earlier[strong[0].end() :]) and not _REACHED.search(before))


def _is_new(word: str, earlier: str, before: str, after: str) -> bool:
    """下设4个专班, 改造面积: of something set up or done for this work."""
    if _SET_UP.search(earlier + before) or _NEW_BODY.match(after):
        return True
    return "面积" in word and bool(_REACHED.search(before))
