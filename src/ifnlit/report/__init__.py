"""Findings for people, editors and CI services: the table of output formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.registry import Entry, Registry

if TYPE_CHECKING:
    from ifnlit.report.report import Renderer

RENDERERS: Registry[Renderer] = Registry(
    "output format",
    {
        "full": Entry(
            "ifnlit.report.full:render", "the line of the file with a mark under the fault"
        ),
        "concise": Entry("ifnlit.report.concise:render", "one line a finding"),
        "json": Entry("ifnlit.report.json:render", "everything, for programs"),
        "github": Entry("ifnlit.report.github:render", "annotations of GitHub Actions"),
        "gitlab": Entry("ifnlit.report.gitlab:render", "a code quality report of GitLab"),
        "sarif": Entry("ifnlit.report.sarif:render", "SARIF 2.1.0, for code scanning"),
        "junit": Entry("ifnlit.report.junit:render", "JUnit XML, for test reports"),
        "rdjson": Entry("ifnlit.report.rdjson:render", "reviewdog's diagnostics"),
        "markdown": Entry("ifnlit.report.markdown:render", "a table for a comment or a summary"),
        "errorformat": Entry(
            "ifnlit.report.errorformat:render", "for the quickfix list of an editor"
        ),
    },
)
