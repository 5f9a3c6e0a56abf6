"""`ifnlit check` on the review's references against a made-up world on this machine.

The made-up Crossref knows what the gold facts say of the 24, made into records, and the traps
beside them: other years of the same statistics, a preprint. Arguments go to `ifnlit check`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from ifnlit.store.library import packaged  # noqa: E402  # after the path to the tests is set
from tests.world.server import World  # noqa: E402  # the world lives among the tests

if TYPE_CHECKING:
    from collections.abc import Generator

_PREPRINT = (
    "The Antiviral Activity of Triple Motif Protein 38 In Hepatitis B Virus Replication and Gene "
    "Expression and Its Association with Treatment Responses During PEG-IFN-α Antiviral Therapy"
)


def main(arguments: list[str]) -> int:
    """Run the program in a world of its own; its exit code."""
    with demo() as world, tempfile.TemporaryDirectory() as folder:
        known = {name: value for name, value in os.environ.items() if not name.startswith("IFNLIT")}
        environment = {
            **known,
            **world.environment,
            "IFNLIT_MAILTO": "demo@example.org",
            "IFNLIT_CACHE": folder,
        }
        program = Path(sys.executable).parent / "ifnlit"
        run = subprocess.run(
            [program, "check", *arguments], check=False, cwd=folder, env=environment
        )
        asked = {name: len(world.asked(name)) for name in world.bases}
        told = ", ".join(f"{count} to {name}" for name, count in asked.items())
        print(f"requests: {told}; refused for coming too fast: {world.refused}", file=sys.stderr)
        return run.returncode


@contextmanager
def demo() -> Generator[World]:
    """A world that knows the 24 as far as they are known, and the traps beside them."""
    with World() as world:
        world.is_strict = True
        world.knowledge.works = [*_registered(), *_traps()]
        # Who holds this one is not known; any agency but Crossref shows what is done then.
        world.knowledge.doi["agencies"]["10.12122/j.issn.1673-4254.2019.01.01"] = "ISTIC"
        yield world


def _registered() -> list[dict[str, Any]]:
    """A record for each of the 24 whose DOI is known and whose agency is Crossref."""
    gold = yaml.safe_load((ROOT / "tests" / "gold" / "dois24.yaml").read_text(encoding="utf-8"))
    held = {
        entry["n"]: entry["doi"]
        for entry in gold["entries"]
        if entry["doi"] and entry["registration_agency"] == "Crossref"
    }
    found: list[dict[str, Any]] = []
    for reference in packaged().references:
        n = reference.origin.n if reference.origin else None
        if n in held and reference.issued:
            found.append(
                {
                    "DOI": held[n],
                    "type": "journal-article",
                    "title": [reference.title],
                    "author": [{"family": it.family, "given": it.given} for it in reference.author],
                    "container-title": [reference.container_title],
                    "issued": {"date-parts": [[reference.issued.year]]},
                    "volume": reference.volume,
                    "issue": reference.issue,
                    "page": reference.page,
                    "article-number": reference.number,
                }
            )
    return found


def _traps() -> list[dict[str, Any]]:
    """What stands near the 24 and must not be taken for them."""
    statistics = "GLOBOCAN estimates of incidence and mortality worldwide for 36 cancers"
    return [
        {
            "DOI": doi,
            "type": "journal-article",
            "title": [f"Global cancer statistics {year}: {statistics} in 185 countries"],
            "author": [{"family": "Bray", "given": "Freddie"}],
            "container-title": ["CA: A Cancer Journal for Clinicians"],
            "issued": {"date-parts": [[printed]]},
            "volume": volume,
            "page": page,
        }
        for doi, year, printed, volume, page in (
            ("10.3322/caac.21492", 2018, 2018, "68", "394-424"),
            ("10.3322/caac.21834", 2022, 2024, "74", "229-263"),
        )
    ] + [
        {
            "DOI": "10.21203/rs.3.rs-2147174/v1",
            "type": "posted-content",
            "subtype": "preprint",
            "title": [_PREPRINT],
            "author": [{"family": "Luo", "given": "Haiying"}, {"family": "Hu", "given": "Xiaoxia"}],
            "issued": {"date-parts": [[2022]]},
            "publisher": "Research Square Platform LLC",
        }
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
