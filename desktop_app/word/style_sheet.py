"""What the styles of a .docx say of numbers and hidden text; formatting is no matter of the reader's."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.word.opening import Element, child, children, is_on, value, whole

_DEEPEST = 20  # of a chain of styles, should one go round in a circle


@dataclass(frozen=True, slots=True)
class NumberOf:
    """How a paragraph is numbered."""

    number_id: str
    level: int | None  # None: the one that numbers its style
    style: str | None  # the style that says so, unless the paragraph does itself


@dataclass(slots=True)
class StyleSheet:
    """Styles by id."""

    styles: dict[str, Element] = field(default_factory=dict)
    default_paragraph: str | None = None

    def _chain(self, style_id: str | None) -> list[tuple[str, Element]]:
        found: list[tuple[str, Element]] = []
        while style_id in self.styles and len(found) < _DEEPEST:
            style = self.styles[style_id]
            found.append((style_id, style))
            style_id = value(child(style, "basedOn"))
        return found

    def is_hidden(self, run_properties: Element | None, paragraph_style: str | None) -> bool:
        """Whether Word does not show what has those properties."""
        hidden = is_on(child(run_properties, "vanish"))
        if hidden is not None:
            return hidden
        for style_id in (value(child(run_properties, "rStyle")), paragraph_style or self.default_paragraph):
            for _, style in self._chain(style_id):
                hidden = is_on(child(child(style, "rPr"), "vanish"))
                if hidden is not None:
                    return hidden
        return False

    def number_of(self, properties: Element | None, paragraph_style: str | None) -> NumberOf | None:
        """How a paragraph is numbered, by itself or by its style."""
        own = child(properties, "numPr")
        number_id, level, by = value(child(own, "numId")), value(child(own, "ilvl")), None
        for style_id, style in self._chain(paragraph_style or self.default_paragraph):
            inherited = child(child(style, "pPr"), "numPr")
            if number_id is None and (number_id := value(child(inherited, "numId"))) is not None:
                by = style_id
            level = level if level is not None else value(child(inherited, "ilvl"))
        if number_id in (None, "0"):
            return None
        if by is None:
            return NumberOf(str(number_id), whole(level, 0), None)
        return NumberOf(str(number_id), None if level is None else whole(level, 0), by)

    def lists(self) -> dict[str, str]:
        """numId by list style."""
        found = {}
        for style_id, style in self.styles.items():
            number_id = value(child(child(child(style, "pPr"), "numPr"), "numId"))
            if value(style, "type") == "numbering" and number_id is not None:
                found[style_id] = number_id
        return found


def read_style_sheet(root: Element | None) -> StyleSheet:
    """From the root of styles.xml; None: a document without styles."""
    sheet = StyleSheet()
    for style in children(root, "style"):
        style_id = value(style, "styleId")
        if style_id is None:
            continue
        sheet.styles[style_id] = style
        if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on"):
            sheet.default_paragraph = style_id
    return sheet
