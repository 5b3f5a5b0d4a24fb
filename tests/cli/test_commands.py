"""The command line as the contract has it, each command a process of its own."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "four-part.txt"
DRAFT = "一是及早及快抓部署。5月12日召开专题会议3次。\n二是聚焦聚力抓学习。认真学习,提高认识。\n三是线上线下抓宣传。进村入户宣讲35场。\n"


def gaojian(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿件.txt"
    path.write_bytes(DRAFT.encode())
    return path


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    return lines[0]


def test_the_sample_trips_no_finding() -> None:
    done = gaojian("check", SAMPLE, "--format", "json")
    report = json.loads(done.stdout)["reports"][0]
    assert report["findings"] == []
    assert [part["state"] for part in report["parts"]] == ["present"] * 4
    assert done.returncode == 0


def test_a_draft_with_faults_exits_with_1_and_tells_them(draft: Path) -> None:
    done = gaojian("check", draft, "--format", "json")
    report = json.loads(done.stdout)["reports"][0]
    assert done.returncode == 1
    found = {finding["code"]: finding for finding in report["findings"]}
    assert set(found) == {"ST01", "EV01", "PU01"}
    assert found["ST01"]["part"] == "implementation"
    assert found["PU01"]["line"] == 2
    assert DRAFT[found["PU01"]["start"]] == ","
    assert report["quantities"][0] == {
        "start": DRAFT.index("3次"), "end": DRAFT.index("3次") + 2, "text": "3次", "value": 3, "value_to": None,
        "approximate": None, "unit": "次", "noun": "专题会议", "part": "deployment", "parts": ["deployment"],
    }  # fmt: skip


def test_offsets_count_the_front_matter_of_a_draft_file(tmp_path: Path) -> None:
    path = tmp_path / "稿.gao"
    path.write_bytes(('+++\ntemplate = "four-part"\n+++\n' + DRAFT).encode())
    report = json.loads(gaojian("check", path, "--format", "json").stdout)["reports"][0]
    whole = path.read_bytes().decode()
    assert report["template_from"] == "draft"
    assert report["body_start"] == whole.index("一是")
    comma = next(finding for finding in report["findings"] if finding["code"] == "PU01")
    assert whole[comma["start"] : comma["end"]] == ","
    assert comma["line"] == 5


def test_of_several_files_the_readable_ones_are_done_and_the_others_named(draft: Path, tmp_path: Path) -> None:
    done = gaojian("check", tmp_path / "没有.txt", draft, "--format", "json")
    reports = json.loads(done.stdout)["reports"]
    assert done.returncode == 2
    assert "没有这个文件" in reports[0]["error"]
    assert reports[1]["file"] == str(draft)
    assert "没有.txt" in one_line(done)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "{folder}"], "review"),
        (["check", "{draft}", "--template", "no-such"], "four-part"),
        (["fix", "{folder}/a.docx"], "annotate --fix"),
        (["export", "{draft}", "-o", "{draft}.pdf"], "docx"),
        (["rules", "XX99"], "XX99"),
        (["new", "no-such", "-o", "{folder}/a.gao"], "no-such"),
        (["review", "{folder}"], "check"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: list[str], words: str, draft: Path, tmp_path: Path) -> None:
    done = gaojian(*(argument.format(draft=draft, folder=tmp_path) for argument in arguments))
    assert done.returncode == 2
    assert words in one_line(done)
    assert done.stdout == b""


def test_fix_gives_the_same_bytes_to_standard_output_and_to_a_file_and_keeps_the_encoding(tmp_path: Path) -> None:
    path, out = tmp_path / "稿.txt", tmp_path / "改.txt"
    path.write_bytes("开展宣讲,学习4次。\r\n".encode("gb18030"))
    printed = gaojian("fix", path).stdout
    gaojian("fix", path, "-o", out)
    assert printed == out.read_bytes() == "开展宣讲，学习4次。\r\n".encode("gb18030")
    gaojian("fix", path, "--in-place")
    assert path.read_bytes() == printed


def test_nothing_is_overwritten_without_force(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "已有.docx"
    out.write_bytes(b"mine")
    done = gaojian("export", draft, "-o", out)
    assert done.returncode == 2
    assert out.read_bytes() == b"mine"
    assert gaojian("export", draft, "-o", out, "--force").returncode == 1
    assert out.read_bytes().startswith(b"PK")


def test_strict_export_writes_nothing_while_a_part_is_missing(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "汇报.docx"
    done = gaojian("export", draft, "-o", out, "--strict")
    assert done.returncode == 2
    assert "贯彻" in one_line(done)
    assert not out.exists()


def test_draft_to_word_to_text_is_the_same_text(tmp_path: Path) -> None:
    out = tmp_path / "汇报.docx"
    assert gaojian("export", SAMPLE, "-o", out).returncode == 0
    report = json.loads(gaojian("check", out, "--format", "json").stdout)["reports"][0]
    assert report["text"].rstrip("\n") == SAMPLE.read_text("utf-8").rstrip("\n")


@pytest.mark.parametrize("form", ["run-in", "headed"])
@pytest.mark.parametrize("script", ["hans", "hant"])
def test_a_new_draft_has_all_parts_and_asks_to_be_filled(form: str, script: str, tmp_path: Path) -> None:
    out = tmp_path / "新.gao"
    assert gaojian("new", "four-part", "-o", out, "--form", form, "--script", script).returncode == 0
    report = json.loads(gaojian("check", out, "--format", "json").stdout)["reports"][0]
    assert [part["present"] for part in report["parts"]] == [True] * 4
    assert report["script"] == script
    assert {finding["code"] for finding in report["findings"]} >= {"BL01", "EV01"}


def test_text_goes_to_any_console_and_json_stays_utf_8() -> None:
    text = "二是抓学习。集中学习12场🏊，㐂川镇𠮷家村860人参加培训。\n三是抓宣传。宣讲活动5场次，发放资料。".encode()
    done = gaojian("check", "-", stdin=text, PYTHONIOENCODING="gbk")
    assert "Traceback" not in done.stderr.decode("gbk", "replace")
    done.stdout.decode("gbk")
    report = json.loads(gaojian("check", "-", "--format", "json", stdin=text, PYTHONIOENCODING="gbk").stdout.decode("utf-8"))
    assert [quantity["text"] for quantity in report["reports"][0]["quantities"]] == ["12场", "860人", "5场次"]


def test_the_rules_are_listed_from_their_records() -> None:
    records = json.loads(gaojian("rules", "--format", "json").stdout)
    assert {"ST00", "ST01", "ST02", "EV01", "BL01", "DO09", "DM03"} <= {record["code"] for record in records}
    assert all(len(record["bad"]) >= 2 and len(record["good"]) >= 2 for record in records)
    assert "BL01" in gaojian("rules", "BL01", "--format", "md").stdout.decode()


def test_the_page_to_look_at_is_html(draft: Path) -> None:
    page = gaojian("check", draft, "--format", "html").stdout.decode()
    assert page.startswith("<!DOCTYPE html>")
    assert ">35场</mark>" in page


def test_the_self_test_goes_the_whole_way() -> None:
    done = gaojian("self-test")
    assert done.returncode == 0
    assert done.stdout.decode().count("正常") == 5


def test_findings_become_comments_of_the_original_file(draft: Path, tmp_path: Path) -> None:
    made, out = tmp_path / "原件.docx", tmp_path / "批注.docx"
    gaojian("export", draft, "-o", made)
    assert gaojian("annotate", made, "-o", out).returncode == 1
    report = json.loads(gaojian("check", out, "--format", "json").stdout)["reports"][0]
    assert report["text"] == DRAFT.rstrip("\n")
    with zipfile.ZipFile(out) as package:
        assert "半角逗号" in package.read("word/comments.xml").decode()


def test_only_word_files_are_annotated(draft: Path, tmp_path: Path) -> None:
    done = gaojian("annotate", draft, "-o", tmp_path / "批注.docx")
    assert done.returncode == 2
    assert "docx" in one_line(done)


def test_a_file_of_another_kind_by_name_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "稿.md"
    path.write_bytes(DRAFT.encode())
    assert json.loads(gaojian("check", path, "--format", "json").stdout)["reports"][0]["characters"] > 0




def test_a_word_file_is_never_rewritten_as_text(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.doc"
    path.write_bytes("一、抓部署,召开会议。\n".encode())
    done = gaojian("fix", path, "--in-place")
    assert done.returncode == 2
    assert path.read_bytes() == "一、抓部署,召开会议。\n".encode()


def test_a_cut_file_and_damaged_front_matter_are_said(tmp_path: Path) -> None:
    cut, damaged = tmp_path / "断.txt", tmp_path / "坏.gao"
    cut.write_bytes(DRAFT.encode() + "县".encode()[:2])
    damaged.write_bytes(("+++\n不是 TOML\n+++\n" + DRAFT).encode())
    reports = json.loads(gaojian("check", cut, damaged, "--format", "json").stdout)["reports"]
    codes = [{finding["code"] for finding in report["findings"]} for report in reports]
    assert "DM04" in codes[0]
    assert "DM05" in codes[1]
    assert reports[1]["body_start"] == 0
