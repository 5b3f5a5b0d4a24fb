"""What stands beside the text of a draft: the front matter 报送信息 of a .gao file."""

from __future__ import annotations

from typing import Any

import msgspec


class Assigned(msgspec.Struct, frozen=True, kw_only=True):
    """A section that the clerk assigned to a part by hand."""

    part: str
    heading: str  # as it stands, without closing mark
    occurrence: int = 1  # the how-manieth heading of that wording


class Ignored(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that the clerk ignores in this draft."""

    code: str
    sentence: str = ""  # empty: everywhere in this draft
    occurrence: int = 1  # the how-manieth equal sentence


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of the front matter; all optional. Dates are written as they stand: 2026-08-03 or 2026年8月3日."""

    id: str = ""
    template: str = ""
    form: str = ""
    script: str = ""
    layout: str = ""
    period: str = ""
    report_date: str = ""
    unit: str = ""
    contact: str = ""
    phone: str = ""
    reviewer: str = ""
    issuing_authority: str = ""
    document_number: str = ""
    signatory: str = ""
    main_recipients: str = ""
    signature: str = ""
    date_of_writing: str = ""
    source: str = ""
    copy_recipients: str = ""
    attachments: tuple[str, ...] = ()
    classification: str = ""
    assigned: tuple[Assigned, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    other: dict[str, Any] = {}  # unknown keys, kept as they are
