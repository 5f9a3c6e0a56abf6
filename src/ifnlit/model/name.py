"""A person or a body, split as CSL 1.0.2 splits names."""

from __future__ import annotations

from ifnlit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """One name: `literal` alone for a body or an unsplit name, else `family` and the rest.

    Initials in `given` are spaced with stops ("H. S. J."), hyphens stay ("Yan-Chun", "J.-T.").
    "et al." is never a Name: it is `Reference.et_al`.
    """

    family: str = ""
    given: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def full_family(self) -> str:
        """The family name with its non-dropping particle, or the literal: "van Campenhout"."""
        if self.literal:
            return self.literal
        particle = self.non_dropping_particle
        joint = "" if particle.endswith(("'", "\u2019")) else " "  # "d'Alembert"
        return f"{particle}{joint}{self.family}".strip()
