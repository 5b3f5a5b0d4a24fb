"""Why something did not work, in the clerk's words."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "这个位置只能读，不能写",
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一级不是文件夹",
}


def why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "文件正被别的程序打开，或者没有权限"
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


def said(error: BaseException) -> str:
    """An error of a job. Those that the clerk can do something about have a Chinese message; others broke in the worker."""
    message = str(error)
    return message if not message.isascii() else "后台程序中断了，请再试一次"
