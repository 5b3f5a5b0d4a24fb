"""Words without which a number cannot be a plan, a demand, background …; found in one pass over a text."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntFlag, auto
from functools import cache

import ahocorasick_rs


class Hint(IntFlag):
    """What a word in the sentence of a number makes possible."""

    PLAN = auto()
    DEMAND = auto()
    RATE = auto()
    HANDED_DOWN = auto()
    FACT = auto()
    ASKED = auto()
    BACKGROUND = auto()
    STORY = auto()


_WORDS: dict[Hint, str] = {
    Hint.PLAN: "力争 争取 预计 预期 计划 拟 打算 准备 目标 还需 仍需 尚需 将 年底 月底 年末 末 明年 来年 年内 下年度 下学期 下季度 "
    "下半年 下月 下阶段 下一步 接下来 还要 今后 未来 增至 到20 规划 十五五 确保 要 再",
    Hint.DEMAND: "要求 规定 必须 务必 须 应 不得 不准 严禁 不少于 不低于 不超过 不高于 不多于 不小于 最少 最多 至多 原则上 至少 "
    "提出 标准 上限 下限 门槛 写明 订明 明定 约定 速限 限速 一户 每户 一人 每人 一村 每村 一组 每组 一里 每里 以上 以下 方可 者 考核 达标线 "
    "合格线 红线 底线 目标值 控制线 指标线 警戒线 限值 高于 低于 超过 达到 好于 优于 大于 小于 不足 不到 不满 少于 权重 分值 总分 "
    "满分 扣分 加分 绩效 比重 考评 计 凡 的占 的有 考不过 没到 未满 不及 规矩 办法 指标 扣 罚 奖",
    Hint.RATE: "每 按 标准 / 人均标准",
    Hint.HANDED_DOWN: "对照 对标 按照 依照 围绕 根据 依据 针对 落实 贯彻 执行 下达 下发 印发 交办 公布 确定的 部署的 明确的 提出的 规定的 "
    "聚焦 紧扣 瞄准",
    Hint.FACT: "降雨 降水 雨量 气温 最高温 风力 水位 洪峰 水漫 水深 淹到 受灾 死亡 遇难 受伤 伤亡 失踪 倒塌 倒房 跳闸 停电 断电 被淹 损失 建馆 建校 历史 "
    "距今 已有 诞辰 周年 结余 欠款 负债 欠发 缺口 海拔 户籍 险些 被骗 骗走 转走 诈骗金额 涉案",
    Hint.ASKED: "请求 恳请 申请 需 缺 建议",
    Hint.BACKGROUND: "辖 有 人口 户籍 常住 占地 面积 总长 全长 编制 在编 在册 在岗 下设 内设 位于 分散在 分布在 距 东西长 南北 海拔 坐落 建于 创办于 "
    "成立于 始建 在校 教职工 注册资本",
    Hint.STORY: "岁 旬 大爷 大妈 大娘 大姐 大叔 大伯 阿姨 奶奶 爷爷 女士 先生 小姐 师傅 婶 伯 嫂 哥 姐 老 小 阿 某 护士 医生 教师 民警 学生 "
    "队员 网格员 柜员 店务员 职工 村民 居民 司机 学员",
}


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[Hint, ...]]:
    by_word: dict[str, Hint] = {}
    for hint, words in _WORDS.items():
        for word in words.split():
            by_word[word] = by_word.get(word, Hint(0)) | hint
    return ahocorasick_rs.AhoCorasick(list(by_word)), tuple(by_word.values())


class Hints:
    """Where such words stand in a text."""

    def __init__(self, copy: str) -> None:
        automaton, hints = _automaton()
        found = sorted(
            (start, int(hints[index])) for index, start, _ in automaton.find_matches_as_indexes(copy, overlapping=True)
        )
        self._starts = [start for start, _ in found]
        self._hints = [hint for _, hint in found]

    def between(self, start: int, end: int) -> int:
        """The hints, as bits of `Hint`, of all words that begin there."""
        bits = 0
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            bits |= self._hints[index]
        return bits
