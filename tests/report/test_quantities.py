"""Which numbers are result figures: the decisions of the genre, clause by clause."""

import pytest

from desktop_app.report.read import read
from desktop_app.report.template import template_of


def figures(text: str) -> list[str]:
    report = read(text, template_of("four-part"))
    return [quantity.span.of(text) for quantity in report.quantities]


COUNT = [
    ("设专班9个，覆盖9个街镇。", ["9个", "9个"]),
    ("赴外地取经2批 26人。", ["2批", "26人"]),
    ("办事环节缩减40%～55%。", ["40%～55%"]),
    ("满意度由71%升至88%。", ["71%", "88%"]),
    ("出警用时压到6分20秒。", ["6分20秒"]),
    ("发放3 200份，受众1700余\n人。", ["3 200份", "1700余\n人"]),
    ("播出12</b>场，走访36個(gè)村。", ["12</b>场", "36個(gè)"]),
    ("播放量达7.6万。", ["7.6万"]),
    ("动员会开了1次。", ["1次"]),
    ("全年集中轮训一次，成效明显。", ["一次"]),
    ("夜校办了三期，回访两轮。", ["三期", "两轮"]),
    ("听众近百人，化解二十余起。", ["近百人", "二十余起"]),
    ("纸张用量下降两成，会议压减四分之一，抽检合格率百分之百。", ["两成", "四分之一", "百分之百"]),
    ("任务落到12个街镇，与15家企业签了承诺书，约谈3个滞后村。", ["12个", "15家", "3个"]),
    ("设4个专班，划成52个网格，领导小组由11家单位组成。", ["4个", "52个", "11家"]),
    ("细化任务24项，提出举措16条。", ["24项", "16条"]),
    ("查出漏洞35处，整改33处，其余2处挂牌督办。", ["35处", "33处", "2处"]),
    ("已训80人，年内再训120人。", ["80人"]),
    ("将任务分到9个村，“青苗计划”帮扶60人。", ["9个", "60人"]),
    ("及格率98%，高于90%的考核线。", ["98%"]),
    ("人均修满12学时，平均91.5分，日均接待300人。", ["12学时", "91.5分", "300人"]),
    ("办证由10天压到4天。", ["10天", "4天"]),
    ("授课18课时，志愿服务2.4万小时，集中学习3天。", ["18课时", "2.4万小时", "3天"]),
    ("优良天数301天，PM10降到48微克。", ["48微克"]),
    ("盘活结余10.56万元，全部用于购置。", ["10.56万元"]),
    ("“六送”活动42场，《告居民书》1900份。", ["42场", "1900份"]),
    ("发放明白纸3万4000份，补贴1,250.50元。", ["3万4000份", "1,250.50元"]),
    ("深入6县区、31镇宣讲，培训12人次、3场次，改造200平方米。", ["6县区", "31镇", "12人次", "3场次", "200平方米"]),
]
COUNT_NOT = [
    "全县统一部署、一起推进，一线干部一次性领取任务，一批骨干上下一条心。",
    "第三期、首批、二等奖、全市第二、三级医院、九年级、第4次全会。",
    "共五章四十条。",
    "数十人、若干次、多次、大量走访。",
    "百分之百投入到工作中。",
    "本街道有社区14个、住户2.3万户。",
    "辖14个行政村、2个社区，户籍人口3.86万人。",
    "三台县、五里镇、八家子村。",
    "推行三级网格长制、四级联动、六部门会商机制。",
    "对照上级下达的30项任务逐项过筛。",
    "从四个方面入手，分三个阶段，面向三类对象。",
    "力争年底前建成示范点5个。",
    "要求各组每旬碰头不少于3次，规定不得超过5天。",
    "85分以上的优先，占考评总分的5%，每人每月补助600元。",
    "每日8时上报，24小时值班，48小时内办结，为期三个月，有效期5年，入汛以来40天。",
    "降雨120毫米，受灾3000人，建馆于1986年。",
    "零事故，未发生一起，无一人掉队。",
    "王大爷险些转走5万元。",
    "“三查三看”“1+4+N”《十问十答》“百场宣讲”。",
    "拨打12345热线，依托4G、5G网络，市委办发〔2022〕3号。",
    "宣讲队伍人员深入陆家巷和大陆桥社区，收拾旧展板。",
]


@pytest.mark.parametrize(("text", "expected"), COUNT)
def test_it_measures_a_result(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", COUNT_NOT)
def test_it_measures_none(text: str) -> None:
    assert figures(text) == []


def test_value_unit_and_approximation_are_told() -> None:
    text = "二是聚焦聚力抓学习。集中学习200多次，培训近3.2万人次，发言20～30人。"
    told = [(q.value, q.value_to, q.unit, q.approximate) for q in read(text, template_of("four-part")).quantities]
    assert told == [(200, None, "次", "over"), (32_000, None, "人次", "under"), (20, 30, "人", None)]


def test_what_is_counted_is_told() -> None:
    text = "召开专题会议3次，指导31个成员单位。"
    assert [quantity.noun for quantity in read(text, None).quantities] == ["专题会议", "成员单位"]


def test_a_rejected_number_has_its_reason() -> None:
    text = "2022年8月3日，四个环节，力争办班5期，第3届，12345热线，〔2022〕3号。"
    reasons = {rejected.span.of(text): rejected.reason for rejected in read(text, None).rejected}
    assert reasons["2022年8月3日"] == "date"
    assert reasons["四个环节"] == "structure"
    assert reasons["5期"] == "plan"
    assert reasons["3届"] == "ordinal"
    assert reasons["12345"] == "hotline"
    assert "document-number" in reasons.values()
