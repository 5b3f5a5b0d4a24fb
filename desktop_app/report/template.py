"""Templates: which parts a report has, how each is headed and what it tells. Values from TOML."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache

import msgspec

from desktop_app.language.script import Script, traditional
from desktop_app.resource_files import resource_names, resource_text


class Figures(StrEnum):
    """Whether a part is to have figures that measure a result."""

    REQUIRED = "required"
    SUGGESTED = "suggested"
    NONE = "none"


class TemplateError(Exception):
    """A template is unknown or its file is wrong; the message, Chinese, names it and the mend."""


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that such a part usually has: 培训班 × 期."""

    noun: str
    unit: str


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part 部分 of a template."""

    id: str
    name: str
    heading: str  # suggested, without ordinal and end mark
    purpose: str
    questions: tuple[str, ...]
    example: str  # one sentence with blanks ［…］
    figures: Figures
    expects: tuple[Expected, ...] = ()
    length: tuple[int, int] = (60, 800)  # usual 字数, from and to
    cues: dict[str, float]  # words that head such a part → weight 0–5
    signs: dict[str, float] = {}  # single characters that head it when they stand alone: 突出“早”字 → weight 0–5
    body: dict[str, float] = {}  # words that such a part tells with → weight 0–5


class Form(StrEnum):
    """How a report is written: 一是…。 inside its paragraph, or 一、… on a line of its own."""

    RUN_IN = "run-in"
    HEADED = "headed"


class Template(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of report. Simplified; `in_script` gives the Traditional one."""

    id: str
    name: str
    description: str
    title: str  # of a new draft, with blanks
    lead: str  # of a new draft, with blanks
    forms: tuple[Form, ...] = tuple(Form)
    parts: tuple[Part, ...]

    def part(self, part_id: str) -> Part:
        """Raises: KeyError: the template has no such part."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def in_script(self, script: Script) -> Template:
        """The template as it is shown to one who writes in `script`. Cues stay Simplified: they are matched so."""
        return self if script is Script.HANS else _in_traditional(self)


def _in_traditional(template: Template) -> Template:
    def shown(part: Part) -> Part:
        return msgspec.structs.replace(
            part,
            name=traditional(part.name),
            heading=traditional(part.heading),
            purpose=traditional(part.purpose),
            questions=tuple(map(traditional, part.questions)),
            example=traditional(part.example),
            expects=tuple(Expected(noun=traditional(e.noun), unit=traditional(e.unit)) for e in part.expects),
        )

    return msgspec.structs.replace(
        template,
        name=traditional(template.name),
        description=traditional(template.description),
        title=traditional(template.title),
        lead=traditional(template.lead),
        parts=tuple(map(shown, template.parts)),
    )


def parse_template(source: str, name: str) -> Template:
    """Read a template from TOML.

    Raises:
        TemplateError: names the file, the entry and what is wrong with it.
    """
    try:
        return msgspec.convert(tomllib.loads(source), Template)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TemplateError(f"模板文件 {name} 有误：{error}") from error


@cache
def built_in_templates() -> dict[str, Template]:
    """The templates that come with the program, by id."""
    found = (parse_template(resource_text("templates", n), n) for n in resource_names("templates", ".toml"))
    return {template.id: template for template in found}


def template_of(template_id: str) -> Template:
    """A built-in template.

    Raises:
        TemplateError: there is none of that id; the message lists those that are.
    """
    templates = built_in_templates()
    if template_id not in templates:
        raise TemplateError(f"没有模板“{template_id}”，可用的模板：{'、'.join(templates)}")
    return templates[template_id]
