"""Which number measures a result, judged by its unit, its numeral and its clause (figures-decisions, A–I)."""

from __future__ import annotations

import re

from desktop_app.report.clauses import Context
from desktop_app.report.figure_contexts import AVERAGE, COMPARED, told_otherwise
from desktop_app.report.number_tokens import NumberToken
from desktop_app.report.values import Reason

_SHORTENED = re.compile(
    r"压缩|缩短|压减|压到|压至|压降|降到|降至|减至|减到|减少|提速|节约|节省|缩减|提前|缩至|缩到|省下|较[^，。；]{0,8}[多少增减]$"
)
_SHORTENED_BEHIND = re.compile(r"^[^，。；]{0,8}(?:减至|减为|变成|缩到|压缩|缩短|压减|压到|压至|压降|降到|降至|减至|减到|减为|缩减|缩至|提速|变为|缩为|降为)")
_GIVEN = re.compile(
    r"授课|服务|志愿|播放|播出|播|滚动|学习|培训|集中|轮训|讲授|教学|时长|时数|累计|辅导|授|讲|研修|跟班|实训|参训|活动时间|发展日|活动日|脱产|训练|直播|值守|巡逻|巡护|义诊|演练|夜学|补课|课程|班|跟岗|听课|教|军训|拉练|受训"
)
_NOT_GIVEN = re.compile(r"为期|历时|连续|限|不超|期限|有效|每[天日周月]|最长|持续|以来|长达|持续时间|营业|开放时间|轮值|值班|值守每|工期|任期|学制")
_DURATION_CELL = re.compile(r"(?:时限|时间|用时|时长|天数)[^。；]{0,16}\n$")  # the row of a table, a cell a line
_HOLDS = re.compile(r"^(?:内|前|后|以来|以内|来|间|之内|里|时间|制|一[次轮班换])")
_ZERO_SENSE = re.compile(r"(?:未|没有|无|没|不[漏落少掉丢错])[^，。；的]{0,6}$")
_LEVEL_BEHIND = re.compile(r"^(?:联动|联防|网格长?制|网格化|书记|会商|联席|体系|机制|架构|管理体系|包保|责任制|一体|联勤|同步|协同|融合|合一|并举|共治|共建|共享)")
_MECHANISM = re.compile(r"^[^，。；、\d]{0,4}(?:会商机制|联席会议制度|联动机制|工作机制|协作机制|共同体)")
_NAME_BEHIND = re.compile(r"^(?:工程|行动|计划|活动|工作法|模式|战略|准则|普法|大战|会战)")
_SET_BEHIND = re.compile(r"^(?:规定|准则|禁令|铁规|公约|纪律|原则|守则|基本要求|禁止|不准|禁区)")
_RATED = re.compile(r"(?:率|达|为|达到|升到|升至|至|均|实现|占)[了共]?$")
_RATED_BEHIND = re.compile(r"[地]?(?:完成|覆盖|办结|合格|参与|达标|整改|落实|到位|知晓|入户|上岗|持证)|$")
_LAW = re.compile(r"》(?:全文)?(?:共|有|计|共有|共计)$|版增加$")
_MANNER = re.compile(r"^(?:主要)?(?:形式|方式|类型|模式|渠道|途径|载体|情形|手段|方法|语言)")
_END = re.compile(r"[，。；、！）]|$")
_WORD_OF_CHENG = re.compile(r"[立员为果功效长绩本熟型品套都语就天]|人(?!以上)")
_SERVICE_BEHIND = re.compile(r"[^，。；]{0,4}(?:志愿|公益)?服务")
_NOUN_BEFORE = re.compile(r"(?<![统唯同逐第每某这那任头之新])(?<=[一-鿿])$")
_GIVEN_UNITS = frozenset(["天", "小时", "个小时", "晚", "晚上", "学时"])
_COURSE_BEHIND = re.compile(r"[^，。；]{0,6}(?:课|培训|学习|练习)")
_WHOLE = frozenset(
    ["次", "场", "轮", "遍", "期", "份", "个", "名", "人", "例", "起", "件", "项", "部", "本", "册", "套", "篇", "条", "家", "支", "堂", "节", "届", "趟", "回", "批", "块", "面", "处", "辆", "台", "人次", "场次"]
)


def reason_of(copy: str, token: NumberToken, context: Context) -> Reason | None:
    """Why a number that is no name is no result; None if it is one."""
    before, after = copy[context.start : token.number_start], copy[token.end : context.end]
    cell = copy[max(0, token.start - 24) : token.start]
    reason = _by_unit(token, before, after, cell) or _by_numeral(token, before, after)
    if reason:
        return reason
    earlier = copy[context.sentence_start : context.start]
    return told_otherwise(copy, token, context.hints, earlier, before, after)


def _by_unit(token: NumberToken, before: str, after: str, cell: str) -> Reason | None:
    match token.kind:
        case "time":
            if token.unit in ("日", "月") and (_SHORTENED.search(before) or _SHORTENED_BEHIND.match(after)):
                return None
            return Reason.DATE if token.unit in ("年", "月", "日", "号", "年度", "季度") else Reason.TIME
        case "ordinal":
            return Reason.ORDINAL
        case "sorting":
            return Reason.STRUCTURE
        case "phrase" | "":
            return Reason.OTHER
        case "latin":
            return None if "." in token.numeral and len(token.unit) > 1 else Reason.OTHER
        case "body":
            if token.is_han and len(token.numeral) < 2:
                return Reason.OTHER
            if _LEVEL_BEHIND.match(after) or _MECHANISM.match(after):
                return Reason.SLOGAN
        case "duration":
            return _by_duration(token, before, after, cell)
    if token.unit == "成" and (not token.is_han or _WORD_OF_CHENG.match(after)):
        return Reason.OTHER
    if token.unit == "种" and (token.is_han or _MANNER.match(after)):
        return Reason.STRUCTURE
    return None


def _by_duration(token: NumberToken, before: str, after: str, cell: str) -> Reason | None:
    if token.unit == "分" and (not token.approximate and before.endswith((":", "：", "点", "时"))):
        return Reason.TIME
    if token.unit in ("分",) and not before.endswith("时"):
        return None  # points of a score, or 6分20秒
    if AVERAGE.search(before):
        return None
    if not before and _DURATION_CELL.search(cell):
        return None
    if token.unit in _GIVEN_UNITS and (_COURSE_BEHIND.match(after) or before.endswith("了") and not after):
        return None
    if _HOLDS.match(after) or _NOT_GIVEN.search(before):
        return Reason.TIME
    if _SHORTENED.search(before) or _SHORTENED_BEHIND.match(after):
        return None
    if token.unit in ("天", "小时", "个小时", "分钟") and _GIVEN.search(before):
        return None
    if token.unit in ("小时", "个小时") and _SERVICE_BEHIND.match(after):
        return None
    return Reason.TIME


def _by_numeral(token: NumberToken, before: str, after: str) -> Reason | None:
    numeral = token.numeral
    if token.value == 0:
        return Reason.OTHER
    if token.is_han and token.kind != "share":
        if numeral == "一":
            if _ZERO_SENSE.search(before):
                return Reason.OTHER
            if token.unit in ("倍", "成") and COMPARED.search(before):
                return None
            ends = _END.match(after) and (not after or after[0] != "、")
            told = ends and token.unit in _WHOLE and _NOUN_BEFORE.search(before)
            return None if told else Reason.SLOGAN
        if numeral[0] in "百千万亿" and not token.approximate:
            return Reason.OTHER
        if numeral[0] in "零〇" or (len(numeral) > 3 and set(numeral) <= set("零〇一二三四五六七八九")):
            return Reason.OTHER
        if before.endswith("第"):
            return Reason.ORDINAL
        if before.endswith(("数", "几")):
            return Reason.OTHER
        if before.endswith(("这", "那")) and len(numeral) == 1:
            return Reason.STRUCTURE
        if token.approximate and numeral.startswith(("百", "千", "万")) and before.endswith(("上", "成", "过")):
            return Reason.OTHER
        if "几" in numeral or token.unit == "个" and after.startswith("“"):
            return Reason.OTHER
        if token.unit == "分" and len(numeral) == 1 and not before.endswith(tuple("得考评打为达扣加均")):
            return Reason.SLOGAN
        if _NAME_BEHIND.match(after) or token.unit in ("项", "条") and _SET_BEHIND.match(after):
            return Reason.SLOGAN
    if token.unit in ("条", "章", "款") and _LAW.search(before):
        return Reason.ORDINAL
    if before.endswith(("第", "No", "No.")):
        return Reason.ORDINAL
    if token.kind == "share" and numeral == "百分之百" and not (_RATED.search(before) or _RATED_BEHIND.match(after)):
        return Reason.SLOGAN
    if token.kind == "duration" and before.endswith(("前", "后", "近")) and not before.endswith("提前"):
        return Reason.TIME
    if _ZERO_SENSE.search(before) and token.value == 1:
        return Reason.OTHER
    return None
