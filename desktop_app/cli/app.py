"""The commands. Exit 0: nothing to look at; 1: done, but look; 2: not done, one line on standard error says why."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from desktop_app import __version__
from desktop_app.checks.checker import Checker
from desktop_app.checks.fixes import fix_all
from desktop_app.checks.html_page import html_page
from desktop_app.checks.rules import ALL_RULES
from desktop_app.cli.console import put, put_json, say, warn
from desktop_app.cli.options import (
    FAILED,
    LOOK,
    DateOption,
    ForceOption,
    Format,
    LayoutOption,
    OutOption,
    RuleFormat,
    ScriptChoice,
    ScriptOption,
    SettingsOption,
    TemplateOption,
    fail,
    look,
    options_of,
    run,
)
from desktop_app.cli.report_json import VERSION, report_json
from desktop_app.cli.report_text import report_lines
from desktop_app.cli.rule_list import rule_lines, rule_page, rule_records
from desktop_app.cli.self_test import self_test
from desktop_app.cli.sources import SourceError, load, reading_of, with_file_findings, with_text
from desktop_app.cli.writing import left_to_do, write
from desktop_app.report.finding import Level
from desktop_app.report.insertion import new_text
from desktop_app.report.metadata import Metadata
from desktop_app.report.template import Form, TemplateError, template_of
from desktop_app.report.values import Script
from desktop_app.storage.drafts import draft_text
from desktop_app.storage.text_file import encode

DEFAULT_LAYOUT = "material"
commands = typer.Typer(add_completion=False, help="稿检：起草、检查、导出四部分工作报告。不带命令则打开窗口。")


@commands.command()
def check(
    paths: list[str],
    output_format: Annotated[Format, typer.Option("--format", help="输出形式")] = Format.TEXT,
    layout: LayoutOption = None,
    grammar: Annotated[bool, typer.Option("--grammar", help="加上语法检查")] = False,
    template: TemplateOption = None,
    script: ScriptOption = ScriptChoice.AUTO,
    date: DateOption = None,
    settings: SettingsOption = "none",
) -> None:
    """检查一份或多份文稿。"""
    options = options_of(template, script, date, settings)
    checker = Checker()
    reports: list[dict[str, object]] = []
    code = 0
    for path in paths:
        try:
            source = load(path)
            reading = reading_of(source, options)
        except SourceError as error:
            warn(str(error))
            reports.append({"file": path, "error": str(error)})
            code = FAILED
            continue
        result = with_file_findings(source, checker.check(reading.request))
        if result.failed_rules or any(f.level is not Level.HINT and not f.ignored for f in result.findings):
            code = max(code, LOOK)
        if output_format is Format.JSON:
            json = report_json(source, reading, result)
            reports.append(json | ({"grammar": "absent"} if grammar else {}))
        elif output_format is Format.HTML:
            put(html_page(result, source.name).encode())
        else:
            for line in report_lines(source, result):
                say(line)
            if grammar:
                say("  语法检查：未安装")
    if output_format is Format.JSON and not (code == FAILED and len(paths) == 1):
        put_json({"version": VERSION, "reports": reports})
    raise typer.Exit(code)


@commands.command()
def fix(
    path: str,
    out: Annotated[Path | None, typer.Option("-o", "--output", help="写到这个文件")] = None,
    in_place: Annotated[bool, typer.Option("--in-place", help="改写原文件")] = False,
    force: ForceOption = False,
    template: TemplateOption = None,
    script: ScriptOption = ScriptChoice.AUTO,
    date: DateOption = None,
    settings: SettingsOption = "none",
) -> None:
    """只做不改变文意的修正。"""

    def work() -> int:
        refusal = SourceError(f"{path}：不能直接修正 Word 文件，请存为 .docx 后用 annotate --fix 以修订方式写回")
        if Path(path).suffix.lower() == ".docx":
            raise refusal
        if in_place and (out or path == "-"):
            raise SourceError(f"{path}：--in-place 与 -o、标准输入不能一起用")
        source = load(path)
        if source.is_docx:
            raise refusal
        reading = reading_of(source, options_of(template, script, date, settings))
        checker = Checker()
        fixed = fix_all(checker, reading.request)
        text = source.decoded.text[: source.body_start] + fixed
        try:
            data = encode(text, source.decoded)
        except UnicodeEncodeError as error:
            raise SourceError(f"{path}：修正后的字符“{text[error.start]}”无法用原编码保存，未写入") from error
        if in_place:
            write(Path(path), data, force=True)
        elif out:
            write(out, data, force=force)
        else:
            put(data)
        return look(left_to_do(source, checker.check(with_text(reading, fixed))))

    run(work)


@commands.command()
def export(
    path: str,
    out: OutOption,
    layout: LayoutOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="有缺项或待填就不写")] = False,
    force: ForceOption = False,
    template: TemplateOption = None,
    script: ScriptOption = ScriptChoice.AUTO,
    date: DateOption = None,
    settings: SettingsOption = "none",
) -> None:
    """按 GB/T 9704—2012 的版式导出 Word 文件。"""

    def work() -> int:
        from desktop_app.word.layout import LayoutError, load_layout
        from desktop_app.word.writer import write_docx

        if out.suffix.lower() != ".docx":
            raise SourceError(f"{out}：这一版只能导出 .docx")
        source = load(path)
        reading = reading_of(source, options_of(template, script, date, settings))
        try:
            made = load_layout(layout or source.metadata.layout or DEFAULT_LAYOUT)
        except LayoutError as error:
            raise SourceError(f"{path}：{error}") from error
        result = Checker().check(reading.request)
        left = list(left_to_do(source, result))
        if strict and len(left) > len(source.not_carried):
            raise SourceError(f"{'；'.join(left)}。已按 --strict 不写 {out}")
        written = write_docx(result.report, source.metadata, made)
        write(out, written.data, force=force)
        for note in written.notes:
            warn(f"{source.name}：{note}")
        return look(left)

    run(work)


@commands.command()
def annotate(
    path: str,
    out: OutOption,
    fixes: Annotated[bool, typer.Option("--fix", help="不改变文意的修正写成修订")] = False,
    force: ForceOption = False,
    template: TemplateOption = None,
    script: ScriptOption = ScriptChoice.AUTO,
    date: DateOption = None,
    settings: SettingsOption = "none",
) -> None:
    """把检查结果写成原 Word 文件的批注。"""

    def work() -> int:
        from desktop_app.word.comments import annotate as annotated
        from desktop_app.word.reader import DocxError

        if Path(path).suffix.lower() != ".docx":
            raise SourceError(f"{path}：只能给 .docx 加批注，请在 Word 或 WPS 中另存为 .docx")
        source = replace(load(path), not_carried=())  # everything stays in the annotated file
        reading = reading_of(source, options_of(template, script, date, settings))
        result = Checker().check(reading.request)
        shown = [finding for finding in result.findings if not finding.ignored]
        try:
            data = annotated(Path(path).read_bytes(), shown, fixes=fixes, date=datetime.now())
        except DocxError as error:
            raise SourceError(f"{path}：{error}") from error
        write(out, data, force=force)
        return look(left_to_do(source, result))

    run(work)


@commands.command()
def new(
    template: str,
    out: OutOption,
    form: Annotated[Form, typer.Option("--form", help="一是… 或 一、…")] = Form.HEADED,
    script: Annotated[ScriptChoice, typer.Option("--script")] = ScriptChoice.HANS,
    force: ForceOption = False,
) -> None:
    """用模板新建一份草稿。"""

    def work() -> int:
        written = Script.HANT if script is ScriptChoice.HANT else Script.HANS
        try:
            chosen = template_of(template)
        except TemplateError as error:
            raise SourceError(str(error)) from error
        metadata = Metadata(template=chosen.id, form=form.value, script=written.value)
        write(out, draft_text(metadata, new_text(chosen, form, written)).encode(), force=force)
        return 0

    run(work)


@commands.command()
def rules(
    code: Annotated[str | None, typer.Argument(help="只看这一条")] = None,
    output_format: Annotated[RuleFormat, typer.Option("--format")] = RuleFormat.TEXT,
    settings: SettingsOption = "none",
) -> None:
    """列出规则、依据和例子。"""
    chosen = [rule for rule in ALL_RULES if code in (None, rule.code)]
    if not chosen:
        fail(f"{code}：没有这条规则，用 gaojian rules 查看全部")
    if output_format is RuleFormat.JSON:
        put_json(rule_records(chosen))
    elif output_format is RuleFormat.MD or code:
        put(rule_page(chosen).encode())
    else:
        for line in rule_lines(chosen):
            say(line)


@commands.command()
def review(paths: list[str]) -> None:
    """批量审核一个文件夹。"""
    fail(f"{paths[0]}：这一版还没有批量审核，请用 check 逐份检查")


@commands.command("self-test")
def run_self_test() -> None:
    """自检：新建、检查、导出、读回。"""
    run(lambda: self_test(say))


@commands.command()
def version() -> None:
    """版本号。"""
    say(__version__)


def main(arguments: list[str]) -> int:
    """Run a command; gives its exit code."""
    try:
        commands(arguments, prog_name="gaojian", standalone_mode=True)
    except SystemExit as end:
        return int(end.code or 0)
    except BrokenPipeError:
        sys.stderr.close()
        return LOOK
    return 0


