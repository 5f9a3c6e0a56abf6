"""Made-up works for the tests of the matcher: a reference, and the record of the same work."""

from __future__ import annotations

from ifnlit.model.date import Date
from ifnlit.model.evidence import Record
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference

OURS = Reference(
    id="ferrari2021",
    type="article-journal",
    title="Plasma lactate in patients with septic shock: a multicentre cohort study",
    author=(Name("Ferrari", "A. B."), Name("Nowak", "J."), Name("Okafor", "C.")),
    et_al=True,
    container_title="J Crit Care Med",
    issued=Date(2021),
    volume="71",
    issue="3",
    page="209-249",
)
THEIRS = Record(
    source="crossref",
    doi="10.5555/jccm.21660",
    type="journal-article",
    titles=("Plasma Lactate in Patients With Septic Shock: A Multicentre Cohort Study",),
    container_titles=("Journal of Critical Care Medicine",),
    authors=(
        Name("Ferrari", "Anna B."),
        Name("Nowak", "Jan"),
        Name("Okafor", "Chidi"),
        Name("Svensson", "Lars"),
    ),
    years=(2021,),
    volume="71",
    issue="3",
    page="209-249",
)
