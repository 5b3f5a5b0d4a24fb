import multiprocessing
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.report.metadata import Metadata
from desktop_app.report.template import template_of
from desktop_app.worker.jobs import CheckJob, ExportJob, ReadDocxJob
from desktop_app.worker.pool import Worker

sys.path.insert(0, str(Path(__file__).parent))

from runaway import with_a_runaway  # the child process finds it on the path, too

DRAFT = "一是及早及快抓部署。召开专题会议3次,印发方案。\n二是聚焦聚力抓学习。组织集中学习4次。"


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    worker = Worker(with_a_runaway, cache_folder=tmp_path / "缓存", deadline_s=8)
    yield worker
    worker.close()


def check(worker: Worker, text: str) -> CheckResult:
    result: CheckResult = worker.submit(CheckJob(CheckRequest(text, template_of("four-part")))).result()
    return result


def test_a_text_is_checked_in_the_other_process(worker: Worker) -> None:
    assert {"ST01", "PU01"} <= {finding.code for finding in check(worker, DRAFT).findings}


def test_a_rule_past_the_deadline_is_killed_and_named_and_the_others_go_on(worker: Worker) -> None:
    result = check(worker, DRAFT + "\n" + "号" * 60)
    assert result.failed_rules == ("U1",)
    assert "PU01" in {finding.code for finding in result.findings}
    assert len(multiprocessing.active_children()) == 1  # the one that hung is gone
    assert check(worker, "号" * 60).failed_rules == ("U1",)  # at once: it is left out


def test_a_rule_that_ends_the_process_is_named_and_the_next_text_is_checked(worker: Worker) -> None:
    assert check(worker, "死").failed_rules == ("U2",)
    assert "ST01" in {finding.code for finding in check(worker, DRAFT).findings}


def test_a_report_goes_to_word_and_comes_back(worker: Worker) -> None:
    request = CheckRequest(DRAFT, template_of("four-part"))
    exported = worker.submit(ExportJob(request, Metadata(), "material")).result()
    assert worker.submit(ReadDocxJob(exported.data)).result().text == DRAFT


def test_a_broken_file_is_an_error_and_the_worker_goes_on(worker: Worker) -> None:
    with pytest.raises(Exception, match="不是 Word 文件"):
        worker.submit(ReadDocxJob(b"PK broken")).result()
    assert check(worker, DRAFT).failed_rules == ()
