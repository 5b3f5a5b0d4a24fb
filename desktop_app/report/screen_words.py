"""The one word that the screen, the command line and the pages have for each level, strength and state."""

from __future__ import annotations

from desktop_app.report.finding import Level, Strength
from desktop_app.report.values import State

LEVEL_WORDS = {Level.ERROR: "错误", Level.WARNING: "提醒", Level.HINT: "建议"}
STRENGTH_WORDS = {Strength.REQUIRED: "规定", Strength.USUAL: "通常", Strength.ADVICE: "建议"}
STATE_WORDS = {State.PRESENT: "有", State.EMPTY: "空白", State.UNSURE: "未识别到", State.ABSENT: "缺少"}
