"""Numbers that are part of a name, a date or a formula, with the reason why they count nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

import ahocorasick_rs

from desktop_app.language import lexicon
from desktop_app.language.numerals import HAN_NUMERALS
from desktop_app.report.values import Reason

_N = "零〇一二两三四五六七八九十百"
_QUOTED = re.compile(
    r"《[^》\n]{1,80}》|〈[^〉\n]{1,60}〉|“[^”\n]{1,60}”|‘[^’\n]{1,40}’|［[^］\n]{0,40}］"
    r"|https?://[^\s，。；、）]+|www\.[^\s，。；、）]+|[A-Za-z0-9_.+-]{1,40}@[A-Za-z0-9.-]+"
)
_DOCUMENT_NUMBER = re.compile(
    r"[〔\[［（【](?:19|20)\d{2}[〕\]］）】](?:第?\d{1,4}号?)?|(?:GB|DB|ISO|IEC|HJ|GA|JGJ)(?:/[TZ])?\s*\d+(?:[.—-]\d+)*"
)
# Each is matched where a number begins.
_AT_NUMBER: tuple[tuple[Reason, str], ...] = (
    (Reason.ORDINAL, rf"(?<=第)(?:\d+|[{_N}]+)(?:[、和至～—](?:第?(?:\d+|[{_N}]+)))?(?:[个次期批届轮名位条款项章节编卷版季类阶方站讲课场号页产党][度段业方支]?|年|天|周)?"),
    (Reason.ORDINAL, rf"^(?:[{_N}]{{1,3}}[、.．，](?!\d)|\d{{1,2}}[.、．](?!\d)|0\d(?=[一-鿿]))"
                     rf"|(?<=[（(])(?:[{_N}]{{1,3}}|\d{{1,2}})[）)]|^\d{{1,2}}[）)]|(?<=[#>*•■●◆▪\-—])[{_N}]{{1,3}}[、.．]|(?<=[。；：])\d{{1,2}}[.、．)](?=[一-鿿])"),
    (Reason.ORDINAL, rf"(?:(?<=[\n。；：，、])|^)[{_N}]{{1,3}}(?:是|要|则|来)"),
    (Reason.DATE, rf"(?:(?:19|20)\d{{2}}|(?<=民国)\d{{2,3}}|[一二][{_N}]{{3}}|\d{{3}}(?=年\d{{1,2}}月)|(?<!\d)\d{{2}}(?=年\d{{1,2}}月))(?:[—～至-]\d{{2,4}}|[—～至-][{_N}]{{2,4}})?(?:学?年度?)"
                  rf"(?:\d{{1,2}}月(?:[—～至-]\d{{1,2}}月)?(?:\d{{1,2}}日(?:[—～至-]\d{{1,2}}日)?)?|[{_N}]{{1,3}}月(?:[{_N}]{{1,3}}日)?)?"
                  r"|\d{1,2}月(?:(?:\d{1,2})日?(?:[至到—～、-](?:\d{1,2}月)?\d{1,2}日)?|份|[上中下]旬|底|初)?(?:[至到—～-]\d{1,2}月)?(?!.?[余多]?[名人])"
                  rf"|(?:十[一二]?|[一二三四五六七八九])月(?:[{_N}]{{1,3}}日|份|[上中下]旬|底|初)"
                  r"|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}|\d{3}-\d{2}-\d{2}(?!\d)|\d{1,2}日(?:[至到—～-]\d{1,2}日)"
                  r"|[二一][〇零一二三四五六七八九]{3}(?=[年至—])(?:[至—][〇零一二三四五六七八九]{2,4})?(?:学?年度?)?|\d{1,2}年代|(?<=[周])[一二三四五六日1-7](?![个名场期次轮])|(?<=星期)[一二三四五六日1-7]"
                  r"|(?:19|20)\d{2}[—～-](?:19|20)\d{2}(?:学年|年度|年)?|[一二三四1-4]季度|\d{1,2}[·.]\d{1,2}(?=[”’]|国际|消费者|宪法|禁毒|全民|防灾|世界|全国)"),
    (Reason.TIME, r"\d{1,2}[：:]\d{2}(?:[：:]\d{2})?(?:[—～至-]\d{1,2}[：:]\d{2})?|(?:(?<=[上下中]午)|(?<=晚上)|(?<=凌晨)|(?<=夜里)|(?<=早上)|(?<=每[日天晚]))\d{1,2}[时点]多?"
                  r"|\d{1,2}时(?=\d|[，。许至起前后、]|$)|\d{1,2}点多?(?=[，。钟半前后以]|\d{1,2}分)|7[×xX*]24小时|24小时(?!内)"),
    (Reason.ORDINAL, rf"(?:\d+|[{_N}]+)章(?:(?:\d+|[{_N}]+)节)?(?:(?:\d+|[{_N}]+)条)?|[{_N}]{{1,3}}届(?:[{_N}]{{1,2}}(?:中全会|次全会|次会议))?|[{_N}\d]+等奖|(?<=[前后])[{_N}\d]+(?:名|位|强)"
                     rf"|(?:(?<=排名)|(?<=位居)|(?<=位列)|(?<=名列)|(?<=排在))[{_N}\d]+(?:名|位)?|[一二三四五六七八九]年级|(?<=[初高])[一二三](?=年级|班|学|的|至|、|和|，|教)|(?<=[中小大])[一二三四五六](?=年级|班|学[生年]|至)"
                     rf"|[一二三四五甲乙\d]级(?=[甲乙丙]等|医院|响应|以上|以下|标准|调研|主任|网格|联动|书记|巡视|单位|预警|[^，。；\n]{{0,3}}机制)"),
    (Reason.STRUCTURE, rf"[{_N}\d]+(?:个|大|项|种|类|点|层)?(?:环节|方面|层面|维度|角度|原则|步骤|部分|板块|要点|抓手|方向|层次|关键词|着力点|落脚点|切入点|突破口|举措并举|线并进|结合)(?![{_N}\d]*\d)"),
    (Reason.HOTLINE, r"(?<![.])1[3-9]\d{9}(?!\d)|0\d{2,3}[—-]?\d{7,8}(?:转\d+)?(?!\d)|(?<![.,])(?:12[0-9]{3}|11[0-9]|96\d{3,4}|12[0-2])(?=[”’]?(?:热线|电话|平台|短信|举报|报警|政务|便民|市民|预警|专线|反映|投诉|服务|，|。|、|！|接))"
                     r"|(?<=拨打)\d{3,12}|(?<=热线)\d{3,12}|(?<=热线：)\d{3,12}|(?<=电话)[\d—-]{3,16}(?:转\d+)?|(?<=电话：)[\d—-]{3,16}(?:转\d+)?|\d{3,4}[—-]\d{4,8}(?!\d)|(?<=转)\d{2,4}(?![\d人名户个次])"),
    (Reason.SLOGAN, rf"[{_N}]{{1,3}}个(?=[一-鿿]{{0,3}}(?:确立|维护|意识|自信|必须|坚持|务必|大局|认同|与共|统筹|注重|更加重要|离不开|区分|聚焦|善于|服从|不摘|对照|如何|必由之路|毫不动摇))"
                    rf"|[\d{_N}](?:[一-鿿\dNnX]{{0,4}})(?:\+[一-鿿\dNnXx]{{1,6}})+|(?<=\+)[\d{_N}]+"
                    rf"|[{_N}]{{1,2}}(?:位|核|轴|带|区|网|院|馆|所|圈|廊|极|园)(?:一体|多[元点极园])|一[一-鿿]一[策品业档议报单表案法码图册]"),
    (Reason.ORDINAL, r"(?<=[Vv])\d+(?:\.\d+)*|\d+\.\d+版|(?<=[A-Za-z])\d{1,4}(?![\d.]*[个场次名人%万亿])|[2-6]G(?![A-Za-z])|[1-9]A级?"),
    (Reason.OTHER, r"[一二两三四五六七八九十]{1,2}[里台家道间桥岔庙塔堡合汊湾](?=子?[县市镇乡村区沟店庄堡屯])|(?<=[镇乡村街路巷弄道])\d+号(?:楼|院)?"),
    (Reason.OTHER, r"[一二两三四五六七八九]{2}(?=[个名场次条户天项人家件回里岁种处期批])|(?<=[几数成上])[十百千万]+"),
)  # fmt: skip
NAME_AT_NUMBER = re.compile("|".join(f"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(_AT_NUMBER)), re.MULTILINE)
_DIGIT = re.compile(rf"[{HAN_NUMERALS}\d]")


def name_at(copy: str, start: int) -> tuple[int, Reason] | None:
    """(end, reason) of a date, an ordinal or another name that begins with the number at `start`."""
    match = NAME_AT_NUMBER.match(copy, start)
    if not match or not match.lastgroup or match.end() == start:
        return None
    return match.end(), _AT_NUMBER[int(match.lastgroup[1:])][0]


@cache
def _terms() -> tuple[ahocorasick_rs.AhoCorasick, tuple[Reason, ...]]:
    rows = lexicon.rows("number_names")
    automaton = ahocorasick_rs.AhoCorasick(
        [row["term"] for row in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    return automaton, tuple(Reason(row["reason"]) for row in rows)


class Names:
    """The ranges of a text that are titles, quotations, document numbers or known formulas."""

    def __init__(self, copy: str) -> None:
        found = [(*match.span(), Reason.SLOGAN) for match in _QUOTED.finditer(copy)]
        found += [(*match.span(), Reason.DOCUMENT_NUMBER) for match in _DOCUMENT_NUMBER.finditer(copy)]
        automaton, reasons = _terms()
        for index, start, end in automaton.find_matches_as_indexes(copy):
            goes_on = _DIGIT.match(copy, end) and _DIGIT.match(copy, end - 1)
            if not goes_on and not _DIGIT.match(copy, start - 1 if start else len(copy)):
                found.append((start, end, reasons[index]))
        found.sort(key=lambda entry: entry[:2])
        self._ranges = found
        self._starts = [entry[0] for entry in found]

    def reason_at(self, position: int) -> Reason | None:
        """Why a number there counts nothing, if a name holds it."""
        at = bisect_right(self._starts, position) - 1
        for index in range(at, max(-1, at - 4), -1):
            left, right, reason = self._ranges[index]
            if left <= position < right:
                return reason
        return None
