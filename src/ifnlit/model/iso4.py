"""Words of journals' titles by ISO 4: which are abbreviations, and whether a title is abbreviated.

The abbreviations are the common ones of the List of Title Word Abbreviations (ISSN), without stops.
"""

from __future__ import annotations

# Not words of their own: one of them shows that a title is abbreviated.
_ABBREVIATIONS = frozenset(
    """Acad Acta Adv Afr Agric Am Anal Anat Ann Annu Antimicrob Appl Arch Asian Assoc Aust
    Bacteriol Behav Biochem Bioinform Biol Biomed Biophys Biotech Biotechnol Bot Br Bull
    Carcinog Cardiol Chem Child Chin Chir Circ Clin Cogn Commun Comp Comput Crit Curr Cytol Dent
    Dermatol Dev Diagn Dig Dis Discov Ecol Econ Ed Educ Emerg Endocr Endocrinol Eng Entomol
    Environ Epidemiol Epigenet Eur Evid Evol Exp Fam Front Gastroenterol Gastrointest Gen Genet
    Genom Geogr Geol Geophys Geosci Gerontol Gynecol Haematol Hematol Hepatol Hist Hosp Hum
    Hypertens Immun Immunol Immunother Ind Infect Inflamm Innov Inst Int Interf Intern Invest J
    Lett Libr Lit Mater Math Mech Med Metab Meteorol Microb Microbiol Mil Mol Mutat Mycol
    Nanotechnol Nat Natl Nephrol Neurol Neurosci Nurs Nutr Obes Obstet Oceanogr Oncol Ophthalmol
    Opin Ornithol Orthop Otolaryngol Paediatr Palaeontol Parasitol Pathog Pathol Pediatr
    Perspect Pharm Pharmacol Pharmacother Phil Philos Phys Physiol Pol Prac Pract Prev Probl
    Proc Prog Psychiatr Psychol Qual Quant Radiat Radiol Reg Regen Rehabil Rep Reprod Res Respir
    Rev Rheumatol Scand Sci Sin Soc Sociol Softw Spectrosc Stat Struct Stud Surg Surv Syst
    Technol Ther Thorac Thromb Thyroid Top Toxicol Trans Transfus Transl Transplant Trop Tuberc
    Tumor Univ Urol Vasc Vet Virol Vis Yearb Z Zh Zhonghua Zool""".split()
)
# Written out in abbreviated titles too (ISO 4 keeps short and single words).
_WHOLE = frozenset(
    """Allergy Can Cancer Case Cell Cells Control Diabetes Discovery Drug Drugs Expert Fish Food
    Forum Found Genome Genomics Gut Health Hepatitis Hepatology Imaging Interferon Journal
    Kidney Lab Lancet Life Liver Methods Nature Oncogene Oncology Oral Organ Plant Policy
    Protein Proteomics Psychiatry Public Remote Risk Sex Solid Stem Trace Trends Ultrasound
    Vaccine Vaccines Viral Virus Viruses West World""".split()
)


def is_title_word(word: str) -> bool:
    """Whether a word (no stop) stands in abbreviated titles, shortened or whole."""
    return word in _ABBREVIATIONS or word in _WHOLE


def is_abbreviated(title: str) -> bool:
    """Whether a journal's title is an abbreviated one: "J Virol", "CA Cancer J Clin"."""
    return any(word.strip(".,()") in _ABBREVIATIONS for word in title.split())
