"""What “关于稿检” says."""

from __future__ import annotations

from desktop_app import __version__


def about_text() -> str:
    return (
        f"稿检 {__version__}\n"
        "按“部署、学习、宣传、贯彻”四部分起草和检查工作报告，离线运行，文稿不离开本机。\n"
        "许可证：GPL-3.0-or-later。图标：Fluent UI System Icons（微软公司，MIT 许可证）。"
    )
