"""Made-up German records, as social-science lists have them: houses, journals and names are real, works are not.

The labelled files hold few German references; what their lists need is the words of titles and imprints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.training.record import Person, Record

if TYPE_CHECKING:
    import random

HOUSES = tuple(
    (place, house)
    for line in """Opladen: Leske + Budrich, Westdeutscher Verlag, Barbara Budrich
Wiesbaden: VS Verlag für Sozialwissenschaften, Springer VS, Westdeutscher Verlag, Harrassowitz, VS, Gabler, Steiner
Frankfurt am Main: Suhrkamp, Campus, Peter Lang, Fischer, S. Fischer, Klostermann, Campus Verlag, Metzner
Frankfurt a.M.: Suhrkamp, Campus, Lang, Fischer, Europäische Verlagsanstalt
Frankfurt/Main: Suhrkamp, Campus, Haag + Herchen
Frankfurt: Campus, Suhrkamp, Mabuse
Frankfurt/M., New York: Campus
Weinheim: Beltz, Juventa, Deutscher Studien Verlag, Psychologie Verlags Union, Beltz Juventa
Weinheim und München: Juventa
Weinheim/Basel: Beltz
Bielefeld: transcript, Kleine, Bertelsmann, Aisthesis, wbv
Münster: Waxmann, LIT, Westfälisches Dampfboot, Lit Verlag, Aschendorff
Köln: Westdeutscher Verlag, Böhlau, Kiepenheuer & Witsch, Bund-Verlag, Deutscher Ärzte-Verlag, Herbert von Halem
Köln/Opladen: Westdeutscher Verlag
Göttingen: Vandenhoeck & Ruprecht, Hogrefe, Wallstein, Schwartz
Stuttgart: Kohlhammer, Enke, Metzler, Klett-Cotta, Steiner, Reclam, Lucius & Lucius, Kröner, UTB, Thieme, Klett
Berlin: de Gruyter, Duncker & Humblot, edition sigma, Akademie Verlag, Springer, Dietz, Rotbuch, Wagenbach, Argument, Merve, Volk und Wissen, Luchterhand
Berlin/New York: de Gruyter
Neuwied: Luchterhand
Neuwied/Berlin: Luchterhand
Baden-Baden: Nomos, Ergon
Bern: Haupt, Huber, Lang, Francke, Hans Huber
München: Beck, Oldenbourg, Fink, Piper, C.H. Beck, Hanser, dtv, Reinhardt, Kösel, Rainer Hampp, Goldmann, Saur
Tübingen: Mohr, Mohr Siebeck, Narr, Francke, Niemeyer, J.C.B. Mohr, edition diskord
Hamburg: Rowohlt, VSA, Junius, Kovač, Hamburger Edition, Argument, Meiner
Reinbek: Rowohlt
Reinbek bei Hamburg: Rowohlt
Wien: Braumüller, Böhlau, Passagen, Springer, Manz, Facultas, Deuticke, Verlag für Gesellschaftskritik
Zürich: Seismo, Chronos, Orell Füssli, Diogenes, Rüegger
Konstanz: UVK, Universitätsverlag, UVK Verlagsgesellschaft
Darmstadt: Wissenschaftliche Buchgesellschaft, Luchterhand
Bonn: Bundeszentrale für politische Bildung, Dietz, Bouvier, IZ Sozialwissenschaften, GESIS
Marburg: Metropolis, Schüren, Tectum
Freiburg: Lambertus, Herder, Alber, Centaurus
Freiburg i.Br.: Lambertus, Herder
Nürnberg: IAB, Institut für Arbeitsmarkt- und Berufsforschung
Mannheim: ZUMA, GESIS
Heidelberg: Springer, Winter, Asanger, C.F. Müller, Quelle & Meyer, Carl-Auer
Leipzig: Teubner, Reclam, Fachbuchverlag, Leipziger Universitätsverlag
Pfaffenweiler: Centaurus
Düsseldorf: Econ, Hans-Böckler-Stiftung, Schwann
Bad Heilbrunn: Klinkhardt
Schwalbach: Wochenschau
Potsdam: Universitätsverlag Potsdam
Innsbruck: StudienVerlag
Würzburg: Königshausen & Neumann, Ergon
Gießen: Psychosozial-Verlag
Basel: Schwabe, Karger, Birkhäuser
Paderborn: Schöningh, Fink
Bremen: Universität Bremen, Donat
Lengerich: Pabst
Opladen/Wiesbaden: Westdeutscher Verlag
Frankfurt a.M./New York: Campus
Frankfurt am Main u.a.: Lang, Peter Lang
München u.a.: Hanser, Saur
Weinheim u. München: Juventa
New York: Springer, Routledge, Free Press
London: Sage, Routledge
Cambridge, Mass.: MIT Press, Harvard University Press
Oxford: Oxford University Press, Blackwell
Jena: Gustav Fischer, IKS""".splitlines()
    for place, _, houses in [line.partition(": ")]
    for house in houses.split(", ")
)  # fmt: skip
JOURNALS = """Kölner Zeitschrift für Soziologie und Sozialpsychologie|KZfSS|Zeitschrift für Soziologie|Soziale Welt|Berliner Journal für Soziologie|Leviathan
Politische Vierteljahresschrift|Aus Politik und Zeitgeschichte|APuZ|Zeitschrift für Pädagogik|Zeitschrift für Erziehungswissenschaft|WSI-Mitteilungen|WSI Mitteilungen
Mitteilungen aus der Arbeitsmarkt- und Berufsforschung|ZUMA-Nachrichten|Soziale Probleme|Forum Qualitative Sozialforschung|Historical Social Research|Zeitschrift für Sozialpsychologie
Österreichische Zeitschrift für Soziologie|Das Argument|PROKLA|Prokla|Merkur|Sociologia Internationalis|Zeitschrift für Sozialreform|Sozialer Fortschritt|Feministische Studien
Publizistik|Medien & Kommunikationswissenschaft|Medien und Kommunikationswissenschaft|Rundfunk und Fernsehen|Media Perspektiven|Neue Praxis|neue praxis|Zeitschrift für Parlamentsfragen
Zeitschrift für Familienforschung|Schweizerische Zeitschrift für Soziologie|Zeitschrift für Bevölkerungswissenschaft|Kriminologisches Journal|Monatsschrift für Kriminologie und Strafrechtsreform
Zeitschrift für Gerontologie und Geriatrie|Psychologische Rundschau|Psychologie in Erziehung und Unterricht|Zeitschrift für Soziologie der Erziehung und Sozialisation|Arbeit
Industrielle Beziehungen|Zeitschrift für Politikwissenschaft|Blätter für deutsche und internationale Politik|Geschichte und Gesellschaft|Vierteljahrshefte für Zeitgeschichte|Die Neue Gesellschaft
Zeitschrift für Internationale Beziehungen|Deutschland Archiv|Der Spiegel|Die Zeit|Frankfurter Allgemeine Zeitung|Süddeutsche Zeitung|Zeitschrift für Medizinische Psychologie|Das Gesundheitswesen
Zeitschrift für Arbeits- und Organisationspsychologie|Gruppendynamik|Psyche|Diskurs|Deutsche Jugend|Unsere Jugend|Sozialmagazin|Raumforschung und Raumordnung|Informationen zur Raumentwicklung|Bauwelt
Jahrbuch für Wirtschaftsgeschichte|Wirtschaft und Statistik|Allgemeines Statistisches Archiv|DIW-Wochenbericht|Wochenbericht des DIW|Archiv für Sozialgeschichte|Peripherie|Osteuropa|BIOS|ZSE|Mittelweg 36""".replace("\n", "|").split("|")  # fmt: skip
FAMILIES = """Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange
Schmitt Werner Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Friedrich Keller Günther Frank Berger Winkler Roth
Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn
Bourdieu Habermas Luhmann Adorno Esser Diekmann Kohli Mayntz Offe Heitmeyer Hurrelmann Blossfeld Allmendinger Geißler Hradil Krappmann Flick Mayring Bohnsack Oevermann Beck-Gernsheim Nave-Herz Münch Joas
Honneth Streeck Scharpf Lepsius Dahrendorf Elias Weymann Zapf Noelle-Neumann Scheuch Schelsky Rosenmayr Knorr-Cetina Lüscher Tenorth Terhart Baumert Klieme Rauschenbach Thiersch Thole von_Hentig van_Elst Höffe""".split()  # fmt: skip
GIVENS = """Hans Peter Klaus Jürgen Wolfgang Dieter Karl Heinz Günter Manfred Helmut Ulrich Michael Thomas Andreas Stefan Martin Rainer Bernd Uwe Jens Dirk Ralf Frank Jörg Matthias Christian Daniel Markus
Ursula Renate Monika Karin Petra Sabine Gabriele Susanne Andrea Claudia Birgit Martina Heike Anja Katrin Ute Elisabeth Ingrid Christa Barbara Ilse Jutta Angelika Eva Anna Maria Julia Ulrike Helga
Hans-Peter Karl-Heinz Hans-Ulrich Klaus-Jürgen Hans-Joachim Karl-Otto Ernst Max Theodor Friedrich Wilhelm Otto Hermann Johannes Rolf Detlef Axel Volker Werner Gerhard Siegfried""".split()  # fmt: skip
TOPICS = """Arbeitslosigkeit|Familie|Jugend|Migration|Bildung|soziale Ungleichheit|Geschlecht|Armut|Alter|Gesundheit|Politik|Demokratie|Sozialstruktur|Arbeitsmarkt|Wohlfahrtsstaat|Gewalt|Religion|Erwerbstätigkeit
Integration|Schule|Hochschule|Medien|Öffentlichkeit|Wissenschaft|Technik|Stadt|Wohnen|Kindheit|Lebenslauf|Biographie|Sozialisation|Elternschaft|Scheidung|Partnerschaft|Freizeit|Konsum|Umweltbewußtsein|Wertewandel
Modernisierung|Transformation|Ostdeutschland|Europäische Union|Gewerkschaften|Mitbestimmung|Organisation|Führung|Kriminalität|Drogenkonsum|Sucht|Pflege|Behinderung|Identität|Nationalismus|Rechtsextremismus|Fremdenfeindlichkeit
Fernsehen|Internet|Sprache|Kultur|Lebensstile|Milieu|Individualisierung|Globalisierung|Zivilgesellschaft|Ehrenamt|Vereine|Parteien|Wahlverhalten|Verwaltung|Recht|Berufsbildung|Weiterbildung|Studium|Professionalisierung""".replace("\n", "|").split("|")  # fmt: skip
GENITIVES = """der Moderne|der Bundesrepublik Deutschland|der DDR|der Gesellschaft|des Sozialstaats|der Arbeit|der Familie|des Alltags|der Erziehung|der Jugend|der Soziologie|der Macht|des Wissens|der Risikogesellschaft|der Kommunikation|der Wende|des Wohnens|der Gegenwart|der Sozialforschung|des Lebenslaufs|der Geschlechter|der Medien|des Alters|der Stadt|der Sozialpolitik""".split("|")  # fmt: skip
TITLES = """{t} in der Bundesrepublik|Leben in der DDR|Wandel in {t} und in {t}|Das Bild {g} in den Medien|{t} in Ost und West|{t}. Band 1: {t}|Gewalt in der Familie|Handeln in Organisationen
{t} und {t}|{t} in Deutschland|Zur Soziologie {g}|{t} im Wandel|Die Entwicklung {g}|{t}. Eine empirische Untersuchung|{t} - {t} - {t}|Theorie {g}|Einführung in die Soziologie {g}|Handbuch {t}|{t} als Problem {g}
Zum Verhältnis von {t} und {t}|{t} zwischen {t} und {t}|Die Bedeutung von {t} für {t}|{t}: Ergebnisse einer Längsschnittstudie|Der Einfluss von {t} auf {t}|{t} im internationalen Vergleich|Strukturwandel {g}|Aspekte {g}
Die Zukunft {g}|{t} - Ein Beitrag zur Theorie {g}|Was leistet die {t}?|{t} und gesellschaftlicher Wandel. Analysen und Befunde|Soziologische Perspektiven auf {t}|{t} oder {t}? Anmerkungen zur Diskussion um {t}|Probleme {g}
Auf dem Weg in eine andere Gesellschaft|Methoden der empirischen {t}sforschung|Qualitative Forschung. Ein Handbuch|Grundlagen {g}|Die feinen Unterschiede {g}|Ansätze zu einer Theorie {g}|{t} nach 1945|Das Ende {g}
Wege zu {t}|{t}. Theoretische Ansätze und empirische Befunde|Lexikon {g}|Jenseits von {t} und {t}|Von der {t} zur {t}|Kritik {g}|Studien zu {t} und {t}|{t} im Kontext von {t}|Die {t} der neunziger Jahre""".replace("\n", "|").split("|")  # fmt: skip
SERIES = """Reihe Soziologie|Sozialwissenschaften|Schriftenreihe des Instituts für Soziologie|Edition Suhrkamp 1365|Studien zur Sozialwissenschaft|Beiträge zur Arbeitsmarkt- und Berufsforschung|Sonderheft 24 der Kölner Zeitschrift für Soziologie und Sozialpsychologie|Enzyklopädie der Psychologie|Soziologische Texte""".split(
    "|"
)
_EDITIONS = (
    "2.",
    "3.",
    "4., überarb.",
    "2., erw.",
    "5.",
    "1.",
    "3., aktualisierte",
    "2. überarbeitete",
)
_GENRES = (
    "Dissertation",
    "Diplomarbeit",
    "Unveröff. Diplomarbeit",
    "Habilitationsschrift",
    "Phil. Diss.",
    "Magisterarbeit",
    "Unveröffentlichte Dissertation",
    "Diss.",
    "Univ., Diss.",
)
_REPORTS = (
    "Arbeitspapier",
    "Arbeitsbericht",
    "Forschungsbericht",
    "Discussion Paper",
    "ZUMA-Arbeitsbericht",
    "Abschlussbericht",
    "Endbericht",
    "Working Paper",
    "IAB-Kurzbericht",
)
_UNIVERSITIES = "Universität Bielefeld|Freie Universität Berlin|Universität Bremen|Universität Mannheim|Ludwig-Maximilians-Universität München|Universität zu Köln|Universität Wien|Technische Universität Berlin|Universität Hamburg|Universität Konstanz|Philipps-Universität Marburg|Universität Zürich|Humboldt-Universität".split(
    "|"
)
_BODIES = "Der Spiegel|Die Zeit|DIW|Statistisches Bundesamt|Bundesministerium für Familie, Senioren, Frauen und Jugend|Deutsches Jugendinstitut|BMFSFJ|Bundesagentur für Arbeit|Deutscher Bundestag|Shell Deutschland|Bundesministerium für Bildung und Forschung|Sachverständigenrat|Autorengruppe Bildungsberichterstattung|OECD|Europäische Kommission|Bundeszentrale für politische Bildung|Institut für Demoskopie Allensbach".split(
    "|"
)


def made(chance: random.Random, titles: list[str]) -> Record:
    """A German record; `titles` are further ones, out of the training strings."""
    kind = chance.choice(
        ("article",) * 4 + ("chapter",) * 5 + ("book",) * 5 + ("thesis", "report", "web")
    )
    year = str(chance.randrange(1955, 2020))
    record = Record(kind, _title(chance, titles), year, _people(chance), language="de")
    place, house = chance.choice(HOUSES)
    values = record.values
    values.update(location=place, publisher=house if chance.random() < 0.75 else "")
    if kind == "article":
        first = chance.randrange(1, 800)
        values.update(
            container=chance.choice(JOURNALS), volume=str(chance.randrange(1, 70)), issue=chance.choice(("", "1", "2", "3", "4", "5/6", "1-2", "12")),
            pages=chance.choice((f"{first}-{first + chance.randrange(3, 30)}",) * 6 + (f"{first}f", f"{first}ff.", f"{first} ff.", str(first))),
        )  # fmt: skip
        if chance.random() < 0.12:
            values["volume"] = ""
    elif kind == "chapter":
        first = chance.randrange(1, 500)
        values.update(
            container=_title(chance, titles),
            pages=f"{first}-{first + chance.randrange(5, 40)}" if chance.random() < 0.85 else "",
        )
        record.editors = _people(chance, bodies=False) if chance.random() < 0.85 else []
    elif kind == "thesis":
        values.update(
            genre=chance.choice(_GENRES),
            publisher=chance.choice(_UNIVERSITIES),
            location=place if chance.random() < 0.4 else "",
        )
    elif kind == "report":
        values.update(
            genre=chance.choice(_REPORTS),
            number=chance.choice(
                ("", str(chance.randrange(1, 200)), f"{chance.randrange(1, 20)}/{year}")
            ),
        )
    elif kind == "book" and chance.random() < 0.25:
        record.editors, record.authors = _people(chance, bodies=False), []
    values.update(
        edition=chance.choice(("", "", *_EDITIONS)),
        volume=values.get("volume") or chance.choice(("", "", "1", "2", "II")),
        series=chance.choice(SERIES),
    )
    if kind == "web" or chance.random() < 0.08:
        values["url"] = (
            f"http://www.{chance.choice(('bpb.de', 'destatis.de', 'spiegel.de', 'bmbf.de', 'gesis.org', 'uni-bielefeld.de'))}/{chance.randrange(9999)}"
            + chance.choice((".pdf", ".html", ""))
        )
        values["accessed"] = (
            f"{chance.randrange(1, 29)}.{chance.randrange(1, 13)}.{chance.randrange(2000, 2020)}"
        )
    return record


def _people(chance: random.Random, *, bodies: bool = True) -> list[Person]:
    if bodies and chance.random() < 0.08:
        return [Person(chance.choice(_BODIES))]
    return [
        Person(
            chance.choice(FAMILIES).replace("_", " "),
            chance.choice(GIVENS)
            + (f" {chance.choice('ABCEFGHKLMPRSW')}." if chance.random() < 0.12 else ""),
        )
        for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 2, 3, 3, 4)))
    ]


def _title(chance: random.Random, titles: list[str]) -> str:
    if titles and chance.random() < 0.3:
        return chance.choice(titles)
    pattern = chance.choice(TITLES)
    while "{t}" in pattern:
        pattern = pattern.replace("{t}", chance.choice(TOPICS), 1)
    title = pattern.replace("{g}", chance.choice(GENITIVES))
    if chance.random() < 0.3:
        title += chance.choice((". ", ": ", " - ")) + chance.choice(TITLES).replace(
            "{g}", chance.choice(GENITIVES)
        ).replace("{t}", chance.choice(TOPICS))
    return title[:1].upper() + title[1:]
