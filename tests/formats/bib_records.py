"""Records of all common types, as a person would have them: what the .bib tests stand on."""

from __future__ import annotations

from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference

WHO = Name(literal="World Health Organization")
CHENG = Reference(
    "cheng2020interferon",
    "article-journal",
    title="Interferon Alpha Induces Multiple Cellular Proteins",
    author=(Name("Cheng", "J."), Name("Guo", "J. T.")),
    container_title="J Virol",
    issued=Date(2020, 8, 17),
    volume="94",
    issue="17",
    number="e00442-20",
)
CHOI = Reference(
    "choi2021ultra",
    "article-journal",
    title="Ultra-Long-term Follow-up of HBeAg-Positive Hepatitis B",
    author=(
        Name("Choi", "H. S. J."),
        Name("Campenhout", "M. J. H.", "van"),
        Name("Vuuren", "A. J.", "van"),
    ),
    et_al=True,
    container_title="Clin Gastroenterol Hepatol",
    issued=Date(2021),
    volume="19",
    issue="9",
    page="1933-1940.e1",
    origin=Origin(13, "Choi H S J, van Campenhout M J H, et al. Ultra-Long-term & more"),
)
ZHANG = Reference(
    "zhang2018meta",
    "thesis",
    title="Meta-analysis of thymosin α1 in hepatitis B",
    author=(Name("Zhang", "C. Y."),),
    issued=Date(2018),
    publisher="Shihezi University",
    language="zh",
)
SMITH = (Name("Smith", "Ann B."),)
EDITED = (Name("Jones", "C."),)
TYPES: tuple[Reference, ...] = (
    CHENG,
    Reference(
        "magazine", "article-magazine", title="A magazine piece", author=SMITH,
        container_title="The Atlantic", issued=Date(2019, 5), page="12-15", issn="0378-5955",
    ),
    Reference(
        "newspaper", "article-newspaper", title="A newspaper piece", author=SMITH,
        container_title="The Guardian", issued=Date(2019, 5, 3), page="A3",
    ),
    Reference(
        "book", "book", title="Viral Hepatitis", author=SMITH, edition="2", publisher="Wiley",
        publisher_place="Chichester", issued=Date(2014), number_of_pages="648",
        collection_title="Series of Medicine", collection_number="7", isbn="9780306406157",
    ),
    Reference(
        "edited", "book", title="Viral Hepatitis", editor=EDITED, publisher="Wiley",
        issued=Date(2014),
    ),
    Reference(
        "chapter", "chapter", title="Interferons", author=SMITH, editor=EDITED,
        container_title="Viral Hepatitis", publisher="Wiley", publisher_place="Chichester",
        issued=Date(2014), page="211-230", edition="4", isbn="9780306406157",
    ),
    Reference(
        "conference", "paper-conference", title="A talk", author=SMITH, editor=EDITED,
        container_title="Proceedings of EASL", event_title="The Liver Congress",
        event_place="Vienna", publisher="EASL", publisher_place="Geneva",
        issued=Date(2018, 4), page="S1-S9", collection_title="Lecture Notes",
        collection_number="12",
    ),
    ZHANG,
    Reference(
        "report", "report", title="Global hepatitis report", author=(WHO,), publisher="WHO",
        publisher_place="Geneva", issued=Date(2017), number="WHO/1", number_of_pages="83",
    ),
    Reference(
        "webpage", "webpage", title="Hepatitis B", author=(WHO,), container_title="WHO Site",
        publisher="WHO", issued=Date(2023, 7, 18), accessed=Date(2024, 1, 2),
        url="https://www.who.int/fact_sheets/hepatitis-b?x=1%202#top", language="en-GB",
    ),
    Reference(
        "blog", "post-weblog", title="On interferon", author=SMITH, container_title="My Blog",
        issued=Date(2023), url="https://blog.example.org/a",
    ),
    Reference(
        "dataset", "dataset", title="Hepatitis data", author=SMITH, publisher="Zenodo",
        version="2.1", issued=Date(2022), doi="10.5281/zenodo.1234",
    ),
    Reference(
        "patent", "patent", title="Pegylated interferon", author=SMITH,
        publisher="Roche and Sons", number="US5382657", issued=Date(1995, 1, 17),
    ),
    Reference(
        "standard", "standard", title="Medical devices", author=(WHO,), publisher="ISO",
        publisher_place="Geneva", number="ISO 13485", issued=Date(2016),
    ),
    Reference(
        "preprint", "article", title="Deep interferon", author=SMITH, publisher="bioRxiv",
        number="2021.01.02.425012", issued=Date(2021, 1, 2),
        doi="10.1101/2021.01.02.425012",
    ),
    Reference(
        "manuscript", "manuscript", title="Notes on interferon", author=SMITH,
        publisher="Shihezi University", publisher_place="Shihezi", issued=Date(2001),
        genre="Letter book",
    ),
    Reference(
        "software", "software", title="ifnlit", author=SMITH, version="0.1", publisher="GitHub",
        issued=Date(2024), url="https://example.org/ifnlit",
    ),
    Reference(
        "document", "document", title="A document", author=SMITH, publisher="Somebody",
        issued=Date(2000),
    ),
    Reference(
        "encyclopedia", "entry-encyclopedia", title="Interferon", author=SMITH, editor=EDITED,
        container_title="Encyclopedia of Virology", issued=Date(2008), publisher="Elsevier",
        volume="3", page="12-15",
    ),
)  # fmt: skip
