"""The parts of a .docx that its comments need: the comments, their relationship, their content type."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from lxml import etree

from desktop_app.word.opening import Element, OpenedDocx, children, value

_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_CONTENT_TYPES = "[Content_Types].xml"


def serialized(root: Element) -> bytes:
    """A part as Word writes it."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (declaration + etree.tostring(root, encoding="unicode")).encode()


def comments_of(opened: OpenedDocx, namespace: str) -> tuple[str, Element]:
    """Name and root of the comments part, a new one if there is none."""
    names = opened.related("comments")
    if names:
        return names[0], opened.tree(names[0])
    folder = posixpath.dirname(opened.main)
    stems = ("comments", *(f"comments{number}" for number in range(1, 100)))
    name = next(path for stem in stems if not opened.name_of(path := posixpath.join(folder, f"{stem}.xml")))
    return name, etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace})


def joined_parts(opened: OpenedDocx, comments_name: str, namespace: str) -> Mapping[str, bytes]:
    """The parts that tell of a comments part, as far as they do not yet."""
    changed = {}
    if not opened.related("comments"):
        changed[opened.rels_name()] = _with_relationship(opened, comments_name, namespace)
    types = _types_of(opened)
    known = {(value(entry, "PartName") or "").lower() for entry in children(types, "Override")}
    if f"/{comments_name}".lower() not in known:
        _override(types, comments_name, "comments")
        changed[opened.name_of(_CONTENT_TYPES) or _CONTENT_TYPES] = serialized(types)
    return changed


def _with_relationship(opened: OpenedDocx, comments_name: str, namespace: str) -> bytes:
    name = opened.name_of(opened.rels_name())
    root = opened.tree(name) if name else _root(_RELATIONSHIPS, "Relationships")
    base = _STRICT if namespace.startswith(_STRICT) else "http://schemas.openxmlformats.org/"
    kind = "officeDocument/relationships" if base == _STRICT else "officeDocument/2006/relationships"
    relation = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship")
    relation.set("Id", _free_id(value(entry, "Id") or "" for entry in children(root, "Relationship")))
    relation.set("Type", f"{base}{kind}/comments")
    relation.set("Target", posixpath.basename(comments_name))
    return serialized(root)


def _free_id(taken: Iterable[str]) -> str:
    known = set(taken)
    return next(name for number in range(1, len(known) + 2) if (name := f"rId{number}") not in known)


def _types_of(opened: OpenedDocx) -> Element:
    name = opened.name_of(_CONTENT_TYPES)
    if name:
        return opened.tree(name)
    root = _root(_TYPES, "Types")
    for extension, content_type in _DEFAULTS.items():
        entry = etree.SubElement(root, f"{{{_TYPES}}}Default")
        entry.set("Extension", extension)
        entry.set("ContentType", content_type)
    _override(root, opened.main, "document.main")
    return root


def _root(namespace: str, name: str) -> Element:
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def _override(types: Element, part_name: str, kind: str) -> None:
    entry = etree.SubElement(types, f"{{{_TYPES}}}Override")
    entry.set("PartName", f"/{part_name}")
    entry.set("ContentType", _WORD_TYPE.format(kind))
