"""Why a file could not be read or written, in the clerk's words."""

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
