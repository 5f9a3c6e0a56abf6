"""Names of drugs, so that a misprinted one is told from one that is right.

International nonproprietary names (WHO) of antivirals, kinase inhibitors, antibodies and other
drugs that reviews of medicine cite much; families of similar names are as complete as can be, for
a right name that is missing here would look like a misprint of its neighbour.
"""

from __future__ import annotations

NAMES = frozenset(
    """abacavir acalabrutinib aciclovir acyclovir adalimumab adefovir afatinib afureserib alectinib
    alemtuzumab alirocumab almonertinib alpelisib amdoxovir amprenavir anlotinib apatinib
    apixaban apremilast asciminib asunaprevir atazanavir atezolizumab atorvastatin
    aumolertinib avadomide avapritinib avelumab axitinib azacitidine azathioprine baloxavir
    baricitinib bedaquiline belimumab benralizumab besifovir betrixaban bevacizumab
    bictegravir binimetinib blinatumomab boceprevir bortezomib bosutinib brigatinib
    brincidofovir brivanib brodalumab budigalimab bulevirtide cabotegravir cabozantinib
    camrelizumab canakinumab candesartan capecitabine capivasertib capmatinib carboplatin
    carfilzomib carmustine cediranib cemiplimab ceritinib certolizumab cetuximab chiauranib
    cidofovir cisplatin clarithromycin clevudine clopidogrel cobimetinib copanlisib crizotinib
    cyclophosphamide cyclosporine cytarabine dabigatran dabrafenib daclatasvir daclizumab
    dacomitinib danoprevir dapagliflozin daratumumab darunavir dasabuvir dasatinib
    daunorubicin decitabine delavirdine denosumab deucravacitinib dexamethasone didanosine
    docetaxel dolutegravir donafenib doravirine dovitinib doxorubicin dupilumab durvalumab
    duvelisib eculizumab edoxaban efavirenz elbasvir elotuzumab elvitegravir empagliflozin
    emricasan emtricitabine enasidenib encorafenib enfuvirtide ensartinib ensitrelvir
    entecavir entrectinib epirubicin eravacycline erdafitinib erlotinib etanercept etoposide
    etravirine everolimus evolocumab famciclovir famitinib faldaprevir favipiravir fedratinib
    filgotinib fingolimod fludarabine fluorouracil fluvastatin foretinib fosamprenavir
    foscarnet fostamatinib fostemsavir fruquintinib furmonertinib futibatinib galunisertib
    ganciclovir gefitinib gemcitabine gilteritinib glasdegib glecaprevir golcadomide golimumab
    grazoprevir guselkumab iberdomide ibrutinib icotinib idarubicin idelalisib ifosfamide
    imatinib inavolisib indinavir infigratinib infliximab ipilimumab irbesartan irinotecan
    isatuximab islatravir ivosidenib ixazomib ixekizumab laninamivir lamivudine lapatinib
    larotrectinib lazertinib ledipasvir leflunomide lenacapavir lenalidomide lenvatinib
    letermovir letrozole levofloxacin linagliptin linifanib liraglutide lopinavir lorlatinib
    losartan lovastatin maraviroc maribavir masitinib melphalan mepolizumab mercaptopurine
    metformin methotrexate methylprednisolone mezigdomide midostaurin mitoxantrone
    mobocertinib mogamulizumab molnupiravir momelotinib motesanib moxifloxacin mycophenolate
    natalizumab nelfinavir neratinib nevirapine nilotinib nintedanib niraparib nirmatrelvir
    nirogacestat nivolumab obeticholic obinutuzumab ocrelizumab ofatumumab olaparib olmesartan
    omalizumab ombitasvir orantinib orelabrutinib oseltamivir osimertinib oxaliplatin
    paclitaxel pacritinib palbociclib palivizumab panitumumab panobinostat paritaprevir
    pazopanib peginterferon pembrolizumab pemetrexed pemigatinib penciclovir penpulimab
    peramivir pertuzumab pexidartinib pibrentasvir pitavastatin pomalidomide ponatinib
    posaconazole pralsetinib pravastatin prednisolone prednisone pyrotinib quizartinib
    raltegravir ramucirumab ravidasvir ravulizumab regorafenib remdesivir repotrectinib
    reslizumab ribavirin ribociclib rilpivirine ripretinib risankizumab ritonavir rituximab
    rivaroxaban rivoceranib romidepsin romosozumab rosuvastatin rucaparib ruxolitinib
    sacituzumab sapanisertib saquinavir sarilumab savolitinib secukinumab selinexor
    selpercatinib selumetinib semaglutide simeprevir simvastatin sintilimab sirolimus
    sitagliptin sofosbuvir sorafenib sotorasib stavudine sulfasalazine sunitinib surufatinib
    tacrolimus talazoparib tamoxifen tecovirimat telaprevir telbivudine telmisartan
    temozolomide temsirolimus tenofovir tepotinib teriflunomide tezepelumab thalidomide
    ticagrelor tildrakizumab tipranavir tislelizumab tivantinib tivozanib tocilizumab
    tofacitinib topotecan toripalimab trametinib trastuzumab trelagliptin tremelimumab
    tucatinib upadacitinib ustekinumab valaciclovir valacyclovir valganciclovir valsartan
    vandetanib vaniprevir vedolizumab velpatasvir vemurafenib venetoclax vinblastine
    vincristine vinorelbine voriconazole vorinostat voxilaprevir zalcitabine zanamivir
    zanubrutinib zidovudine zimberelimab""".split()
)
