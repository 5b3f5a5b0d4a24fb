"""Numbers that are part of a name, a date or a formula, with the reason why they count nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from desktop_app.language import lexicon
from desktop_app.language.numerals import HAN_NUMERALS
from desktop_app.report.values import Reason

_N = "零〇一二两三四五六七八九十百"
_PATTERNS: tuple[tuple[Reason, str], ...] = (
    (Reason.OTHER, r"https?://[^\s，。；、）]+|www\.[^\s，。；、）]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]+"),
    (Reason.OTHER, r"［[^］\n]{0,40}］"),
    (Reason.SLOGAN, r"《[^》\n]{1,80}》|〈[^〉\n]{1,60}〉"),
    (Reason.SLOGAN, r"“[^”\n]{1,60}”|‘[^’\n]{1,40}’"),
    (Reason.DOCUMENT_NUMBER, r"[〔\[［（【](?:19|20)\d{2}[〕\]］）】](?:第?\d{1,4}号?)?|(?:GB|DB|ISO|IEC|HJ|GA|JGJ)(?:/[TZ])?\s*\d+(?:[.—-]\d+)*"),
    (Reason.DATE, rf"(?:(?:19|20)?\d{{2}}|[一二][{_N}]{{3}}|民国\d{{2,3}}|\d{{3}}(?=年\d{{1,2}}月))[—～至-]?(?:\d{{2,4}})?年度?"
                  rf"(?:\d{{1,2}}月(?:[—～至-]\d{{1,2}}月)?(?:\d{{1,2}}日(?:[—～至-]\d{{1,2}}日)?)?|[{_N}]{{1,3}}月(?:[{_N}]{{1,3}}日)?)?(?!以上)"
                  rf"|(?<!\d)\d{{1,2}}月(?:(?:\d{{1,2}})日?(?:[至到—～、-](?:\d{{1,2}}月)?\d{{1,2}}日)?|份|[上中下]旬|底|初)?(?:[至到—～-]\d{{1,2}}月)?"
                  rf"|(?<![{_N}])(?:十[一二]?|[一二三四五六七八九])月(?:[{_N}]{{1,3}}日|份|[上中下]旬|底|初)"
                  r"|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}|(?<!\d)\d{3}-\d{2}-\d{2}(?!\d)|(?<!\d)\d{1,2}日(?:[至到—～-]\d{1,2}日)?|[二一][〇零一二三四五六七八九]{3}(?=[年至—])"
                  r"|\d{1,2}年代|(?:周|星期|礼拜)[一二三四五六日1-7]|(?:19|20)\d{2}[—～-](?:19|20)\d{2}(?:学年|年度|年)?|(?:上|下)半年|[一二三四1-4]季度"),
    (Reason.TIME, r"\d{1,2}[：:]\d{2}(?:[：:]\d{2})?(?:[—～至-]\d{1,2}[：:]\d{2})?|(?:上午|下午|晚上|凌晨|夜里|早上|中午|每[日天晚])\d{1,2}[时点]|(?<!\d)\d{1,2}时(?=\d|[，。许至起前后、]|$)|\d{1,2}点多?(?=[，。钟半]|\d{1,2}分)|7[×xX*]24小时|24小时(?!内)"),
    (Reason.ORDINAL, rf"第(?:\d+|[{_N}]+)(?:[、和至～—](?:第?(?:\d+|[{_N}]+)))?(?:[个次期批届轮名位条款项章节编卷版季类阶季方站讲课场号页产党][度段业方支]?|年|天|周)?"
                     rf"|(?:第)?[{_N}]{{1,3}}届(?:[{_N}]{{1,2}}(?:中全会|次全会|次会议))?|[{_N}\d]+等奖|(?:排名|位居|位列|名列|排在|排|居|列)[^，。；\n\d]{{0,5}}[第前][{_N}\d]+(?:名|位)?|前[{_N}\d]+(?:名|位|强)"
                     rf"|[一二三四五六七八九]年级|[初高中小大][一二三四五六](?![个名场次])|[一二三四五甲乙\d]级(?=[甲乙丙]等|医院|响应|以上|以下|标准|调研|主任|网格|联动|书记|巡视|单位|预警|[^，。；\n]{{0,3}}机制)"),
    (Reason.STRUCTURE, rf"[{_N}\d]+(?:个|大|项|种|类|点|层)?(?:环节|方面|层面|维度|角度|原则|步骤|部分|板块|要点|抓手|方向|层次|关键词|着力点|落脚点|切入点|突破口|举措并举|线并进|结合)(?![{_N}\d]*\d)"),
    (Reason.HOTLINE, r"(?<![\d.])1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}[—-]?\d{7,8}(?:转\d+)?(?!\d)|(?<![\d.,])(?:12[0-9]{3}|11[0-9]|96\d{3,4}|12[0-2])(?=[”’]?(?:热线|电话|平台|短信|举报|报警|政务|便民|市民|预警|专线|反映|投诉|服务|，|。|、|！|接))"
                     r"|(?<=拨打)\d{3,12}|(?<=热线)[：:]?\d{3,12}|(?<=电话)[：:]?[\d—-]{3,16}(?:转\d+)?|(?<!\d)\d{3,4}[—-]\d{4,8}(?!\d)|(?<=转)\d{2,4}(?!\d)"),
    (Reason.SLOGAN, rf"(?<![\d{_N}])[{_N}]{{1,3}}个(?=[一-鿿]{{0,3}}(?:确立|维护|意识|自信|必须|坚持|务必|大局|认同|与共|统筹|注重|更加重要|离不开|区分|聚焦|善于|服从|不摘|对照|如何|必由之路|毫不动摇))"
                    rf"|(?:“?\d|[{_N}])?[一-鿿\dNnX]{{0,4}}(?:\+[一-鿿\dNnXx]{{1,6}})+|[一-鿿\d]{{0,6}}\+(?=[一-鿿\dNX])"
                    rf"|[{_N}]{{1,2}}(?:位|核|轴|带|区|网|院|馆|所|圈|廊|极|园)(?:一体|多[元点极园])|一[一-鿿]一[策品业档议报单表案法码图册]"),
    (Reason.ORDINAL, r"[Vv]\d+(?:\.\d+)*|\d+\.\d+版|[A-Za-z]{1,4}\d{1,4}(?![\d.]*[个场次名人%万亿])|(?<![\d.])[2-6]G(?![A-Za-z])|5A|4A|3A|[1-9]A级"),
    (Reason.ORDINAL, rf"(?:^|(?<=\n))(?:[#>*•■●◆▪\-—]*)(?:[{_N}]{{1,3}}[、.．，](?!\d)|[（(](?:[{_N}]{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[.、．](?!\d)|0\d(?=[一-鿿]))"
                     rf"|(?:^|(?<=[\n。；;：:，,])) *(?:[{_N}]{{1,3}}(?:是|要|则|来)|[（(](?:[{_N}]{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[.、．)](?=[一-鿿]))"),
    (Reason.OTHER, rf"(?<![{_N}\d])[一二两三四五六七八九十]{{1,2}}[里台家道间里桥岔庙塔堡合汊湾](?=[县市镇乡村区沟店庄堡屯])|(?<=[镇乡村街路巷弄道])\d+号(?:楼|院)?"),
    (Reason.OTHER, rf"[一二两三四五六七八九]{{2}}(?=[个名场次条户天项人家件回里岁种处期批])|[几数]十|成[百千]上[千万]|上[百千万](?=[个名场次条户项人家件余])"),
)  # fmt: skip
_COMBINED = re.compile("|".join(f"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(_PATTERNS)), re.MULTILINE)
_DIGIT = re.compile(rf"[{HAN_NUMERALS}\d]")


@dataclass(frozen=True, slots=True)
class Masks:
    """Ranges of the copy in which numbers count nothing, ascending, none overlapping another of its kind."""

    starts: tuple[int, ...]
    ranges: tuple[tuple[int, int, Reason], ...]

    def reason_at(self, start: int, end: int) -> Reason | None:
        """Why the number between `start` and `end` counts nothing, if a name holds it."""
        at = bisect_right(self.starts, start) - 1
        for index in range(at, max(-1, at - 4), -1):
            left, right, reason = self.ranges[index]
            if left <= start < right:
                return reason
        return None


@cache
def _names() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, Reason], ...]]:
    terms = tuple((row["term"], Reason(row["reason"])) for row in lexicon.rows("number_names"))
    automaton = ahocorasick_rs.AhoCorasick(
        [term for term, _ in terms], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    return automaton, terms


def masks(copy: str) -> Masks:
    """The ranges of names, dates and formulas of a text."""
    found: list[tuple[int, int, Reason]] = []
    for match in _COMBINED.finditer(copy):
        assert match.lastgroup
        found.append((*match.span(), _PATTERNS[int(match.lastgroup[1:])][0]))
    automaton, terms = _names()
    for index, start, end in automaton.find_matches_as_indexes(copy):
        goes_on = _DIGIT.match(copy, end) and _DIGIT.match(copy, end - 1)
        if not goes_on and not _DIGIT.match(copy, start - 1 if start else len(copy)):
            found.append((start, end, terms[index][1]))
    found.sort(key=lambda entry: entry[:2])
    return Masks(tuple(entry[0] for entry in found), tuple(found))
