"""What the styles of a .docx say of numbers and hidden text; formatting is no matter of the reader's."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.word.opening import Element, child, children, is_on, value

_DEEPEST = 20  # of a chain of styles, should one go round in a circle


@dataclass(slots=True)
class StyleSheet:
    """Styles by id."""

    styles: dict[str, Element] = field(default_factory=dict)
    default_paragraph: str | None = None

    def _chain(self, style_id: str | None) -> list[Element]:
        found: list[Element] = []
        while style_id in self.styles and len(found) < _DEEPEST:
            style = self.styles[style_id]
            found.append(style)
            style_id = value(child(style, "basedOn"))
        return found

    def is_hidden(self, run: Element, paragraph_style: str | None) -> bool:
        """Whether Word does not show a run."""
        own = child(run, "rPr")
        hidden = is_on(child(own, "vanish"))
        if hidden is not None:
            return hidden
        for style_id in (value(child(own, "rStyle")), paragraph_style or self.default_paragraph):
            for style in self._chain(style_id):
                hidden = is_on(child(child(style, "rPr"), "vanish"))
                if hidden is not None:
                    return hidden
        return False

    def number_of(self, properties: Element | None, paragraph_style: str | None) -> tuple[str, int] | None:
        """(numId, level) of a paragraph, by itself or by its style."""
        own = child(properties, "numPr")
        number_id, level = value(child(own, "numId")), value(child(own, "ilvl"))
        for style in self._chain(paragraph_style or self.default_paragraph):
            inherited = child(child(style, "pPr"), "numPr")
            number_id = number_id if number_id is not None else value(child(inherited, "numId"))
            level = level if level is not None else value(child(inherited, "ilvl"))
        if number_id in (None, "0"):
            return None
        return str(number_id), int(level) if level and level.isdigit() else 0


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
