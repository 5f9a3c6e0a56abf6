"""Names of drugs, so that a misprinted one is told from one that is right.

International nonproprietary names (WHO) of antivirals, kinase inhibitors and other drugs that
reviews of medicine cite much; families of similar names are as complete as can be, for a right
name that is missing here would look like a misprint of its neighbour.
"""

from __future__ import annotations

NAMES = frozenset(
    """abacavir abemaciclib abrocitinib acalabrutinib aciclovir aclarubicin acyclovir adefovir
    afatinib afureserib albiglutide alectinib allitinib almonertinib alogliptin alpelisib
    amdoxovir amprenavir amrubicin amuvatinib anagliptin anlotinib apatinib apixaban
    apremilast asciminib asunaprevir atazanavir atorvastatin aumolertinib avadomide
    avapritinib axitinib azacitidine azathioprine azilsartan azithromycin bafetinib baloxavir
    baricitinib beclometasone beclomethasone bedaquiline befotertinib belizatinib belotecan
    belvarafenib besifloxacin besifovir betamethasone betrixaban bexagliflozin bictegravir
    binimetinib boceprevir bortezomib bosutinib bozitinib brepocitinib brigatinib
    brincidofovir brivanib brivudine budesonide bulevirtide cabazitaxel cabotegravir
    cabozantinib canagliflozin candesartan canertinib cangrelor capecitabine capivasertib
    capmatinib carboplatin carfilzomib carmustine cediranib censavudine cerdulatinib ceritinib
    cerivastatin chiauranib chlortetracycline ciclesonide cidofovir ciprofloxacin cisplatin
    clarithromycin clevudine clopidogrel clotrimazole cobimetinib copanlisib cortisone
    crenolanib crizotinib cyclophosphamide cyclosporine cytarabine dabigatran dabrafenib
    daclatasvir dacomitinib dalpiciclib danoprevir dapagliflozin darexaban darunavir dasabuvir
    dasatinib daunorubicin decernotinib decitabine delafloxacin delavirdine delgocitinib
    demeclocycline derazantinib desonide deucravacitinib dexamethasone didanosine
    dirithromycin docetaxel dolutegravir donafenib doravirine dovitinib doxorubicin
    doxycycline dulaglutide duvelisib econazole edoxaban efavirenz elbasvir elvitegravir
    empagliflozin emricasan emtricitabine enasidenib encorafenib enfuvirtide enoxacin
    enrofloxacin ensartinib ensitrelvir entecavir entrectinib epirubicin eprosartan
    eravacycline erdafitinib erlotinib ertugliflozin erythromycin etanercept etoposide
    etravirine everolimus evogliptin exatecan exenatide faldaprevir famciclovir famitinib
    favipiravir fedratinib filgotinib fingolimod fisogatinib fluconazole fludarabine
    fluorouracil fluticasone fluvastatin fluzoparib foretinib fosamprenavir foscarnet
    fostamatinib fostemsavir fruquintinib furmonertinib futibatinib fuzuloparib galunisertib
    ganciclovir gandotinib garenoxacin gatifloxacin gefitinib gemcitabine gemifloxacin
    gemigliptin gilteritinib glasdegib glecaprevir glesatinib glumetinib golcadomide
    golvatinib gosogliptin grazoprevir gumarontinib henagliflozin heptaplatin hydrocortisone
    iberdomide ibrutinib icotinib idarubicin idelalisib ifosfamide imatinib inavolisib
    indinavir infigratinib ipragliflozin irbesartan irinotecan isavuconazole islatravir
    itacitinib itraconazole ivarmacitinib ivosidenib ixazomib ketoconazole lamivudine
    laninamivir lapatinib larotrectinib lazertinib ledipasvir leflunomide lenacapavir
    lenalidomide lenvatinib lestaurtinib letaxaban letermovir letrozole levofloxacin
    lifirafenib limertinib linagliptin linifanib liraglutide lixisenatide lobaplatin
    lomefloxacin lopinavir lorlatinib losartan lovastatin lucitanib luseogliflozin lymecycline
    maraviroc maribavir masitinib melphalan mercaptopurine merestinib metacycline metformin
    methacycline methotrexate methylprednisolone mevastatin mezigdomide miconazole midostaurin
    minocycline mitoxantrone mobocertinib molnupiravir momelotinib mometasone motesanib
    moxifloxacin mycophenolate naquotinib nedaplatin nelfinavir nemonoxacin neratinib
    nevirapine nilotinib nintedanib niraparib nirmatrelvir nirogacestat norfloxacin
    obeticholic oclacitinib ofloxacin olaparib olmesartan olmutinib omadacycline omarigliptin
    ombitasvir orantinib orelabrutinib oseltamivir osimertinib otamixaban oxaliplatin
    oxytetracycline paclitaxel pacritinib palbociclib pamiparib panobinostat paritaprevir
    pazopanib peficitinib pefloxacin peginterferon pelitinib pemetrexed pemigatinib
    penciclovir peramivir pexidartinib pibrentasvir picoplatin pimecrolimus pirarubicin
    pitavastatin pomalidomide ponatinib posaconazole poziotinib pralsetinib prasugrel
    pravastatin prednisolone prednisone pyrotinib quizartinib raltegravir ravidasvir
    ravuconazole rebastinib regorafenib remdesivir remogliflozin repotrectinib rezivertinib
    ribavirin ribociclib ridaforolimus rifabutin rifampicin rifapentine rifaximin rilpivirine
    ripretinib ritlecitinib ritonavir rivaroxaban rivoceranib roblitinib rociletinib
    rogaratinib rolitetracycline romidepsin rosuvastatin roxithromycin rucaparib ruxolitinib
    sapanisertib sapitinib saquinavir saracatinib sarecycline satraplatin savolitinib
    saxagliptin selinexor selpercatinib selumetinib semaglutide semaxanib senaparib simeprevir
    simvastatin sirolimus sitafloxacin sitagliptin sitravatinib sofosbuvir solithromycin
    sorafenib sorivudine sotagliflozin sotorasib sparfloxacin stavudine sulfasalazine
    sunitinib sunvozertinib surufatinib tacrolimus talazoparib taletrectinib tamoxifen
    tandutinib tecovirimat telaprevir telatinib telbivudine telithromycin telmisartan
    temozolomide temsirolimus teneligliptin tenofovir tepotinib teriflunomide tesevatinib
    tetracycline thalidomide ticagrelor tigecycline tinengotinib tioconazole tipranavir
    tirzepatide tivantinib tivozanib toceranib tofacitinib tofogliflozin topotecan tovorafenib
    trametinib trelagliptin triamcinolone trilaciclib tucatinib upadacitinib valaciclovir
    valacyclovir valganciclovir valrubicin valsartan vandetanib vaniprevir varlitinib
    vatalanib vebreltinib veliparib velpatasvir vemurafenib venetoclax vildagliptin
    vinblastine vincristine vindesine vinflunine vinorelbine voriconazole vorinostat
    voxilaprevir zalcitabine zanamivir zanubrutinib zidovudine zorubicin zotarolimus""".split()
)
