"""Examples of letters and open items, composed for working on settlement proposals: which letter settles which item.

The scored set is another one (tests/data/settlement_pairs.json); these are the ones that the rules were made with.
"""

MINISTERS = {
    "IenW": ["Minister van Infrastructuur en Waterstaat", "IenW", "R. Hoekema"],
    "VWS": ["Minister van Volksgezondheid, Welzijn en Sport", "VWS", "A. Terlouw"],
    "JenV": ["Minister van Justitie en Veiligheid", "JenV", "D. Weel"],
    "OCW": ["Staatssecretaris van Onderwijs, Cultuur en Wetenschap", "OCW", "J. Lindeboom"],
    "BZK": ["Minister van Binnenlandse Zaken en Koninkrijksrelaties", "BZK", "P. van Rossem"],
    "EZ": ["Minister van Economische Zaken", "EZ", "K. Dijkgraaf"],
    "Def": ["Staatssecretaris van Defensie", "Def", "M. Oosting"],
    "LVVN": ["Minister van Landbouw, Visserij, Voedselzekerheid en Natuur", "LVVN", "F. Brandsma"],
}


def item(key, kind, ministry, made_on, summary, **more):
    """Return an item in the shape of the scored set."""
    empty = {
        "official_number": "", "dossier": "", "suffix": "", "paper_number": "", "submitters": [], "cs": False,
        "quote": "", "promised_by": "", "promised_to": "", "committee": "", "due": "", "origin": "debate",
    }  # fmt: skip
    return {"key": key, "kind": kind, "ministry": ministry, "made_on": made_on, "summary": summary} | empty | more


def letter(key, ministry, date, subject, *paragraphs, dossiers=(), chamber="TK", paper_number="", notes=()):
    """Return a letter in the shape of the scored set; its paragraphs stand between salutation and signature."""
    sender = MINISTERS[ministry]
    head = [
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal" if chamber == "TK" else
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal",
        f"Betreft: {subject}",
        "Geachte Voorzitter,",
    ]  # fmt: skip
    text = "\n\n".join([*head, *paragraphs, "Hoogachtend,", f"De {sender[0]},", sender[2], *notes])
    return {
        "key": key, "date": date, "chamber": chamber, "senders": [sender], "dossiers": list(dossiers),
        "paper_number": paper_number, "subject": subject, "text": text,
    }  # fmt: skip


ITEMS = [
    # two promises and a request of one debate on ferries, near each other in words
    item("ferries", "commitment", "IenW", "2025-09-04", "De minister zal de Kamer informeren over de dienstregeling van "
         "de veerboot naar Ameland", promised_to="Grinwis (ChristenUnie)", committee="Infrastructuur en Waterstaat"),
    item("channel", "commitment", "IenW", "2025-09-04", "De minister zal de Kamer informeren over het baggeren van de "
         "vaargeul naar Ameland", promised_to="Pierik (BBB)", committee="Infrastructuur en Waterstaat"),
    item("ferries2", "request", "IenW", "2025-09-25", "Brief over de uitval van veerboten in augustus",
         promised_to="vaste commissie voor Infrastructuur en Waterstaat"),
    # an office's own list, with numbers of its own ministry's old name
    item("nurses", "commitment", "VWS", "2024-12-11", "Stand van zaken werkdruk wijkverpleging", origin="list",
         official_number="TZ202412-301", promised_to="Dobbe (SP)"),
    item("nurses2", "commitment", "VWS", "2024-12-11", "Brief over tarieven in de wijkverpleging", origin="list",
         official_number="TZ202412-302", promised_to="Tielen (VVD)"),
    item("vapes", "commitment", "VWS", "2025-02-05", "De staatssecretaris zal de Kamer de leeftijdscontrole bij de "
         "verkoop van vapes nader toelichten", official_number="TZ202502-018", promised_to="Krul (CDA)"),
    item("meals", "motion", "OCW", "2025-06-26", "over voortzetting van schoolmaaltijden na 2026", dossier="36740",
         suffix="VIII", paper_number="24", submitters=["Stoffer", "Krul"]),
    item("meals2", "motion", "OCW", "2025-06-26", "over warme schoolmaaltijden op de eilanden", dossier="36740",
         suffix="VIII", paper_number="25", submitters=["Stoffer"]),
    item("wolves", "motion", "LVVN", "2024-09-12", "over een landelijk meldpunt voor schade door wolven",
         dossier="33576", paper_number="381", submitters=["Flach"], cs=True),
    item("fences", "commitment", "LVVN", "2024-09-12", "De staatssecretaris informeert de Kamer over de subsidie voor "
         "wolfwerende rasters", promised_to="Flach (SGP)", committee="LVVN"),
    item("interpreters", "commitment", "JenV", "2025-10-09", "De minister schrijft de Kamer over de tarieven van "
         "gerechtstolken", official_number="TZ202510-077", promised_to="Sneller (D66)"),
    item("interpreters2", "commitment", "JenV", "2025-10-09", "De minister schrijft de Kamer over de wachttijd bij de "
         "beëdiging van tolken", official_number="TZ202510-078", promised_to="Sneller (D66)"),
    item("parking", "commitment", "BZK", "2025-03-20", "De minister zal bezien of gehandicaptenparkeerkaarten digitaal "
         "kunnen worden", promised_to="Westerveld (GroenLinks-PvdA)"),
    item("quarry", "commitment", "EZ", "2025-05-14", "De minister stuurt een brief over het herstel van de "
         "mergelgroeves in Zuid-Limburg", promised_to="Thijssen (GroenLinks-PvdA)"),
    item("flags", "motion", "Def", "2025-05-08", "over het vervangen van de vlaggenmasten op erevelden", dossier="36600",
         suffix="X", paper_number="91", submitters=["Stoffer", "Diederik van Dijk"]),
    item("after", "commitment", "IenW", "2026-03-01", "De minister zal de Kamer informeren over de dienstregeling van "
         "de veerboot naar Schiermonnikoog", promised_to="Grinwis (ChristenUnie)"),
    item("sluices", "commitment", "IenW", "2025-03-19", "De minister stuurt de Kamer een lijst van sluizen waarvan de "
         "bediening op afstand is uitgesteld", promised_to="Boutkan (PVV)"),
    item("sluices2", "commitment", "IenW", "2025-03-19", "De minister geeft inzicht in de storingen aan de sluis bij "
         "Kornwerderzand", promised_to="De Hoop (GroenLinks-PvdA)"),
    # bees and pesticides: a number, a neighbour of the same debate
    item("bees", "commitment", "LVVN", "2025-03-12", "De minister zal de Kamer informeren over de sterfte van "
         "honingbijen in de winter van 2024-2025", official_number="TZ202503-041", promised_to="Kostić (PvdD)",
         committee="Landbouw, Visserij, Voedselzekerheid en Natuur", promised_by="Minister van LVVN"),
    item("sprays", "commitment", "LVVN", "2025-03-12", "De minister zal een overzicht sturen van middelen die in de "
         "sierteelt nog zijn toegelaten", official_number="TZ202503-042", promised_to="Bromet (GroenLinks-PvdA)",
         committee="Landbouw, Visserij, Voedselzekerheid en Natuur"),
    item("hives", "commitment", "LVVN", "2025-09-18", "De minister zal met imkers spreken over registratie van kasten",
         official_number="TZ202509-107", promised_to="Pierik (BBB)"),
    # drones
    item("drones", "commitment", "IenW", "2025-05-21", "Voor de zomer een brief over het toezicht op drones boven "
         "natuurgebieden", promised_to="De Hoop (GroenLinks-PvdA)", committee="Infrastructuur en Waterstaat",
         quote="Ik kom voor de zomer bij de Kamer terug met een brief over hoe wij het toezicht op drones boven "
         "natuurgebieden regelen."),
    item("airports", "commitment", "IenW", "2025-05-21", "De Kamer wordt geïnformeerd over de nachtvluchten van "
         "regionale luchthavens", promised_to="Boutkan (PVV)", committee="Infrastructuur en Waterstaat"),
    # libraries: motions by number, by name, two of one member
    item("libraries", "motion", "OCW", "2024-11-14", "over een bibliotheek in elke gemeente", dossier="36600",
         suffix="VIII", paper_number="62", submitters=["Mohandis"], cs=True),
    item("libraries2", "motion", "OCW", "2024-11-14", "over de openingstijden van bibliotheken in vakanties",
         dossier="36600", suffix="VIII", paper_number="63", submitters=["Mohandis"]),
    item("museums", "motion", "OCW", "2024-11-14", "over gratis toegang tot musea voor schoolklassen",
         dossier="36600", suffix="VIII", paper_number="71", submitters=["Beckerman", "Westerveld"]),
    item("monuments", "motion", "OCW", "2025-02-06", "over een fonds voor het onderhoud van molens",
         dossier="32820", paper_number="541", submitters=["Martens-America"]),
    # post
    item("post", "motion", "EZ", "2025-04-10", "over behoud van brievenbussen in dorpskernen", dossier="29502",
         paper_number="207", submitters=["Postma"]),
    item("post2", "motion", "EZ", "2025-04-10", "over tarieven voor pakketten naar de Waddeneilanden",
         dossier="29502", paper_number="209", submitters=["Postma"]),
    item("rouwpost", "commitment", "EZ", "2025-04-10", "De minister informeert de Kamer over de bezorging van "
         "rouwpost op maandag", promised_to="Postma (NSC)", committee="Economische Zaken"),
    # prison work, Senate
    item("prison", "commitment", "JenV", "2024-10-08", "De minister zal de Kamer informeren over de vergoeding voor "
         "arbeid van gedetineerden", official_number="T03912", promised_to="Janssen (SP)"),
    item("prison2", "commitment", "JenV", "2024-10-08", "De minister zal de Kamer een evaluatie toesturen van het "
         "elektronisch toezicht bij korte straffen", official_number="T03913", promised_to="Dittrich (D66)"),
    # caravans
    item("caravans", "commitment", "BZK", "2025-06-04", "De Kamer ontvangt een overzicht van het aantal standplaatsen "
         "voor woonwagens per provincie", promised_to="Beckerman (SP)", committee="Volkshuisvesting"),
    item("holiday", "commitment", "BZK", "2025-06-04", "De Kamer ontvangt cijfers over permanente bewoning van "
         "vakantieparken", promised_to="Grinwis (ChristenUnie)", committee="Volkshuisvesting"),
    item("students", "commitment", "BZK", "2025-06-04", "De minister bespreekt met gemeenten de aanpak van "
         "huisjesmelkers bij studentenkamers en meldt de uitkomst", promised_to="Flach (SGP)"),
    # drinking water in the Caribbean: made in a letter
    item("water", "commitment", "IenW", "2025-01-22", "Onderzoek naar de prijs van drinkwater op Bonaire", origin="letter",
         dossier="31568", paper_number="402",
         quote="Ik laat onderzoeken hoe de prijs van drinkwater op Bonaire tot stand komt en stuur uw Kamer de "
         "uitkomsten voor 1 oktober 2025."),
    item("waste", "commitment", "IenW", "2025-01-22", "Plan voor de afvalverwerking op Sint Eustatius", origin="letter",
         dossier="31568", paper_number="402",
         quote="Met het openbaar lichaam stel ik een plan op voor de afvalverwerking op Sint Eustatius, dat ik uw "
         "Kamer eind 2025 toezend."),
    # organs
    item("organs", "commitment", "VWS", "2025-02-19", "De minister stuurt de evaluatie van de campagne over "
         "orgaandonatie naar de Kamer", promised_to="Paulusma (D66)", committee="Volksgezondheid, Welzijn en Sport"),
    item("sperm", "commitment", "VWS", "2025-02-19", "De minister onderzoekt hoeveel kinderen per zaaddonor in het "
         "buitenland zijn geboren", promised_to="Van der Hoeven (D66)"),
    item("hearing", "request", "VWS", "2025-09-03", "Reactie op het bericht dat gehoortests bij baby's worden "
         "uitgesteld", promised_to="vaste commissie voor Volksgezondheid, Welzijn en Sport", official_number="2025Z14512"),
    item("teeth", "request", "VWS", "2025-09-10", "Stand van zaken van de mondzorg voor kinderen in armoede",
         promised_to="vaste commissie voor Volksgezondheid, Welzijn en Sport"),
    # defence
    item("barracks", "commitment", "Def", "2025-03-27", "De staatssecretaris zal de Kamer schriftelijk inlichten over "
         "de brandveiligheid van legeringsgebouwen", promised_to="Ellian (VVD)", committee="Defensie"),
    item("uniforms", "commitment", "Def", "2025-03-27", "De staatssecretaris zal de Kamer schriftelijk inlichten over "
         "de levering van gevechtskleding", promised_to="Boswijk (CDA)", committee="Defensie"),
    item("reservists", "motion", "Def", "2025-04-02", "verzoekt de regering werkgevers van reservisten te vergoeden "
         "voor de dagen van oefening", dossier="36592", paper_number="18", submitters=["Boswijk", "Ellian"]),
    item("noise", "commitment", "Def", "2025-06-12", "Uitkomsten van de geluidsmetingen rond Leeuwarden",
         promised_to="Olger van Dijk (NSC)", committee="Defensie"),
    # schools
    item("phones", "commitment", "OCW", "2025-01-30", "De staatssecretaris komt met een monitor over telefoons in de "
         "klas", promised_to="Soepboer (NSC)", committee="Onderwijs, Cultuur en Wetenschap"),
    item("swimming", "commitment", "OCW", "2025-01-30", "De staatssecretaris gaat na hoeveel basisscholen "
         "schoolzwemmen aanbieden", promised_to="Rooderkerk (D66)"),
    item("fryslan", "motion", "OCW", "2025-03-05", "over lesmateriaal voor het Fries in het voortgezet onderwijs",
         dossier="31293", paper_number="811", submitters=["De Hoop", "Soepboer"]),
    # police
    item("bodycams", "commitment", "JenV", "2025-05-15", "De minister informeert de Kamer over de proef met bodycams "
         "bij boa's in het openbaar vervoer", promised_to="Mutluer (GroenLinks-PvdA)",
         committee="Justitie en Veiligheid"),
    item("fireworks", "motion", "JenV", "2025-05-20", "over een meldpunt voor illegaal vuurwerk", dossier="28684",
         paper_number="780", submitters=["Michon-Derkzen"]),
    item("cold", "commitment", "JenV", "2025-05-15", "De minister stuurt cijfers over de bezetting van coldcaseteams",
         promised_to="Van Nispen (SP)", committee="Justitie en Veiligheid"),
    # fishing
    item("eel", "commitment", "LVVN", "2025-04-24", "De minister zal de Kamer de Europese afspraken over de vangst "
         "van glasaal toelichten", official_number="TZ202504-190", promised_to="Van der Plas (BBB)"),
    item("shrimp", "commitment", "LVVN", "2025-04-24", "De minister gaat in gesprek met garnalenvissers over de "
         "katalysator en koppelt dit terug", promised_to="Van der Plas (BBB)"),
    item("cormorant", "motion", "LVVN", "2025-04-24", "over schade door aalscholvers", dossier="29675",
         paper_number="233", submitters=["Van der Plas"]),
    # rail
    item("heerenveen", "commitment", "IenW", "2025-02-13", "De Kamer ontvangt de planning van de spoorknoop "
         "Heerenveen", promised_to="Pierik (BBB)", committee="Infrastructuur en Waterstaat"),
    item("nighttrain", "motion", "IenW", "2025-02-18", "over een nachttrein naar Kopenhagen", dossier="29984",
         paper_number="1239", submitters=["Veltman", "Vedder"], cs=True),
    item("toilets", "motion", "IenW", "2025-02-18", "over toiletten op stations van streekvervoerders",
         dossier="29984", paper_number="1244", submitters=["El Abassi"]),
    # harbours
    item("ammonia", "commitment", "EZ", "2025-07-02", "Verkenning van de veiligheid van import van ammoniak in havens",
         quote="Ik zeg toe dat ik de risico's van grootschalige import van ammoniak laat verkennen.",
         promised_to="Kröger (GroenLinks-PvdA)", committee="Economische Zaken"),
    item("salt", "commitment", "EZ", "2025-07-02", "Brief over bodemdaling door zoutwinning onder de Waddenzee",
         promised_to="Beckerman (SP)"),
]

LETTERS = [
    letter("L-ferry", "IenW", "2025-12-18", "Veerverbinding Ameland",
           "Tijdens het debat van 4 september heb ik toegezegd uw Kamer te informeren over de dienstregeling van de "
           "veerboot naar Ameland. Met ingang van 4 januari vaart Wagenborg twaalf keer per dag. Daarmee heb ik aan deze "
           "toezegging voldaan.",
           "In hetzelfde debat is gesproken over het baggeren van de vaargeul. Rijkswaterstaat rondt een studie daarnaar "
           "in het voorjaar af; ik zal uw Kamer daarna informeren."),
    letter("L-ferry2", "IenW", "2025-11-06", "Uitval veerboten",
           "Uw commissie heeft mij op 25 september gevraagd om een brief over de uitval van veerboten. Hieronder ga ik "
           "op dat verzoek in.", "In augustus vielen veertig afvaarten uit, vooral door lage waterstanden."),
    letter("L-nurses", "VWS", "2025-06-16", "Wijkverpleging",
           "Bij brief van 3 maart heb ik uw Kamer geïnformeerd over de werkdruk. Daarmee is de toezegging aan het lid "
           "Dobbe (TZ202412-301) destijds al afgedaan.",
           "Met deze brief kom ik de toezegging na om uw Kamer te schrijven over de tarieven (TZ202412-302)."),
    letter("L-vapes", "VWS", "2025-05-12", "Tabaksbeleid",
           "De Nederlandse Voedsel- en Warenautoriteit controleerde in 2024 vaker dan in 2023.",
           "De toezegging over de leeftijdscontrole bij vapes (TZ202502-018) betrek ik bij de wijziging van de Tabaks- en "
           "rookwarenwet. Daarover ontvangt uw Kamer na de zomer een brief."),
    letter("L-meals", "OCW", "2025-11-20", "Schoolmaaltijden",
           "Het kabinet heeft besloten het programma schoolmaaltijden ook na 2026 voort te zetten. Ik beschouw de motie "
           "van de leden Stoffer en Krul (Kamerstukken II 2024/25, 36 740 VIII, nr. 24) daarmee als uitgevoerd.",
           "Over de motie-Stoffer (Kamerstuk 36 740 VIII, nr. 25) informeer ik uw Kamer in het voorjaar."),
    letter("L-wolves", "LVVN", "2025-03-31", "Wolf",
           "BIJ12 heeft op 1 maart een landelijk loket geopend waar veehouders schade door de wolf kunnen melden. "
           "Hiermee is voldaan aan het verzoek in de motie-Flach c.s. om zo'n meldpunt in te richten."),
    letter("L-interpreters", "JenV", "2026-01-15", "Tolken",
           "Het lid Sneller vroeg in het commissiedebat van 9 oktober naar de tarieven en naar de wachttijd bij de "
           "beëdiging. Over beide heb ik een toezegging gedaan. Op de tarieven (TZ202510-077) ga ik in deze brief in; "
           "over de beëdiging (TZ202510-078) schrijf ik uw Kamer voor de zomer.",
           "De minimumtarieven worden per 1 juli met 6 procent verhoogd. Daarmee beschouw ik de eerste toezegging als "
           "afgedaan."),
    letter("L-parking", "BZK", "2025-10-13", "Digitale gehandicaptenparkeerkaart",
           "Met deze brief informeer ik uw Kamer over de mogelijkheden van een digitale gehandicaptenparkeerkaart.",
           "Zes gemeenten hebben dit jaar een digitale kaart beproefd. Handhavers konden de kaart met hun telefoon "
           "uitlezen. Alle gemeenten kunnen in 2027 overstappen."),
    letter("L-quarry", "EZ", "2025-10-01", "Mijnbouw",
           "Bij de Onrendabele Top en bij de mergelgroeves spelen vergelijkbare vragen over herstel. Hierover ben ik met "
           "de provincie Limburg in gesprek."),
    letter("L-flags", "Def", "2025-10-21", "Erevelden",
           "De motie van de leden Stoffer en Diederik van Dijk over de vlaggenmasten op de erevelden (36 600 X, nr. 91) "
           "is uitgevoerd: in september zijn alle masten vervangen."),
    letter("L-sluices", "IenW", "2025-11-27", "Vaarwegen",
           "Toezeggingen", "In het commissiedebat Maritiem van 19 maart heb ik een tweetal zaken toegezegd.",
           "Bijgaand ontvangt u de lijst met sluizen waar de bediening op afstand later wordt ingevoerd.",
           "De storingen bij de sluis van Kornwerderzand worden geanalyseerd. De uitkomst verwacht ik in februari."),
    letter("L-bees", "LVVN", "2025-10-06", "Bijensterfte",
           "De afgelopen winter verloren imkers gemiddeld een kwart van hun volken. Wageningen University heeft dat in "
           "opdracht van mijn ministerie onderzocht.",
           "Met deze brief doe ik de toezegging gestand om uw Kamer te informeren over de wintersterfte van "
           "honingbijen (TZ202503-041). De sterfte was het hoogst in het zuiden.",
           "De toezegging om een overzicht te sturen van de middelen in de sierteelt (TZ202503-042) kan ik pas na het "
           "kerstreces nakomen, omdat het Ctgb nog gegevens verzamelt.", dossiers=["33037"]),
    letter("L-drones", "IenW", "2025-06-27", "Toezicht op drones",
           "In het commissiedebat Luchtvaart van 21 mei jl. heb ik het lid De Hoop toegezegd terug te komen op het "
           "toezicht op drones boven natuurgebieden. In deze brief licht ik toe hoe dat toezicht is ingericht.",
           "Boswachters zien in het broedseizoen steeds vaker drones. De Inspectie Leefomgeving en Transport en de "
           "politie hebben afgesproken meldingen binnen een dag op te volgen.", dossiers=["31936"]),
    letter("L-libraries", "OCW", "2025-05-08", "Voortgang bibliotheken",
           "In 2024 hadden twaalf gemeenten geen volwaardige bibliotheek. Het wetsvoorstel dat daar verandering in "
           "brengt, ligt bij de Afdeling advisering van de Raad van State.",
           "Daarmee geef ik uitvoering aan de motie van het lid Mohandis c.s. over een bibliotheek in elke gemeente.1",
           "De motie van de leden Beckerman en Westerveld over musea betrek ik bij de cultuurnota, die in het najaar "
           "verschijnt.2", dossiers=["33846"],
           notes=["1 Kamerstuk 36 600 VIII, nr. 62", "2 Kamerstuk 36 600 VIII, nr. 71"]),
    letter("L-mills", "OCW", "2025-09-30", "Molens",
           "De motie-Martens-America verzocht de regering om een fonds voor het onderhoud van molens. Met de "
           "openstelling van de regeling per 1 september is aan deze motie uitvoering gegeven."),
    letter("L-post", "EZ", "2025-10-14", "Moties post",
           "Bij de behandeling van de Postwet heeft uw Kamer een motie van het lid Postma aangenomen over de "
           "brievenbussen in kleine kernen. PostNL heeft toegezegd in dorpskernen geen bussen weg te halen. Ik "
           "beschouw de motie hiermee als afgedaan.",
           "Over de tarieven naar de Waddeneilanden voer ik nog overleg met de sector."),
    letter("L-prison", "JenV", "2025-04-03", "Toezeggingen Eerste Kamer",
           "Tijdens het debat van 8 oktober 2024 heb ik twee toezeggingen gedaan. Hieronder ga ik daarop in.",
           "De heer Janssen vroeg naar de vergoeding die gedetineerden voor hun arbeid ontvangen (T03912). De "
           "vergoeding bedraagt sinds 1 januari 2025 € 1,05 per uur. Hiermee is deze toezegging afgedaan.",
           "De evaluatie van het elektronisch toezicht (T03913) wordt in de tweede helft van 2025 verwacht. Ik zal die "
           "dan aan uw Kamer zenden.", chamber="EK", dossiers=["36410-VI"]),
    letter("L-caravans", "BZK", "2025-11-03", "Standplaatsen woonwagens",
           "Hierbij ontvangt uw Kamer, zoals toegezegd in het commissiedebat van 4 juni, het overzicht van "
           "standplaatsen voor woonwagens. In totaal zijn er 8.900 standplaatsen; in Zeeland zijn er sinds 2021 geen "
           "bij gekomen.", dossiers=["32847"]),
    letter("L-water", "IenW", "2025-09-25", "Drinkwater Bonaire",
           "In mijn brief van 22 januari 2025 (Kamerstuk 31 568, nr. 402) heb ik toegezegd de prijs van het drinkwater "
           "op Bonaire te laten onderzoeken. Het rapport van bureau Berenschot treft u als bijlage bij deze brief aan. "
           "Daarmee heb ik aan mijn toezegging voldaan.",
           "Uit het rapport blijkt dat de energiekosten van de ontzilting de prijs bepalen.", dossiers=["31568"]),
    letter("L-organs", "VWS", "2025-12-01", "Orgaandonatie",
           "Bijgaand bied ik uw Kamer het rapport aan met de evaluatie van de campagne over orgaandonatie. Na de "
           "campagne kende 91 procent van de jongeren het donorregister.",
           "Met dit rapport kom ik tegemoet aan het verzoek van het lid Paulusma.", dossiers=["28140"]),
    letter("L-hearing", "VWS", "2025-10-02", "Reactie gehoortests baby's",
           "De vaste commissie voor Volksgezondheid, Welzijn en Sport heeft mij verzocht te reageren op het bericht dat "
           "gehoortests bij baby's worden uitgesteld (2025Z14512). Met deze brief voldoe ik aan dat verzoek.",
           "Bij twee organisaties zijn door personeelstekort tests verschoven. Inmiddels zijn alle baby's getest."),
    letter("L-barracks", "Def", "2025-09-11", "Brandveiligheid kazernes",
           "Zoals ik heb toegezegd aan het lid Ellian informeer ik u hierbij over de brandveiligheid van de gebouwen "
           "waarin militairen worden gelegerd. Van de 412 gebouwen zijn er 37 voorzien van extra rookmelders."),
    letter("L-reservists", "Def", "2026-01-20", "Reservisten",
           "Met de regeling die op 1 januari in werking is getreden, krijgen werkgevers een vergoeding voor elke dag "
           "waarop een reservist oefent. Daarmee is de motie-Boswijk/Ellian (Kamerstuk 36 592, nr. 18) uitgevoerd.",
           dossiers=["36592"]),
    letter("L-phones", "OCW", "2025-10-30", "Monitor mobiele telefoons",
           "Uw Kamer is toegezegd dat er een monitor komt over het gebruik van telefoons in de klas. Deze monitor stuur "
           "ik u hierbij toe. Op 97 procent van de scholen blijven telefoons in de kluis of thuis."),
    letter("L-fries", "OCW", "2025-12-11", "Fries",
           "De leden De Hoop en Soepboer hebben in een motie gevraagd om lesmateriaal voor het vak Fries in het "
           "voortgezet onderwijs (Kamerstuk 31 293, nr. 811). Samen met de provincie is een eerste reeks lesboeken "
           "voor de onderbouw gemaakt. Daarmee heb ik deels invulling gegeven aan de motie. Over de bovenbouw bericht "
           "ik uw Kamer in 2026."),
    letter("L-bodycams", "JenV", "2025-12-17", "Bodycams boa's",
           "Van februari tot oktober hebben buitengewoon opsporingsambtenaren in trein en tram een bodycam gedragen. "
           "Het lid Mutluer heb ik op 15 mei toegezegd uw Kamer over de uitkomsten van die proef te berichten. Dat doe "
           "ik met deze brief.",
           "Het aantal incidenten daalde met een vijfde.", dossiers=["29628"]),
    letter("L-fireworks", "JenV", "2025-11-18", "Vuurwerk",
           "Vooruitlopend op de jaarwisseling informeer ik uw Kamer over de voorbereidingen van politie en gemeenten.",
           "Het meldpunt voor illegaal vuurwerk gaat op 1 december open. Hiermee geef ik invulling aan de motie van "
           "het lid Michon-Derkzen.3",
           dossiers=["28684"], notes=["1 Kamerstuk 28 684, nr. 771", "2 Handelingen II 2024/25, nr. 80, item 7",
                                      "3 Kamerstuk 28 684, nr. 780"]),
    letter("L-eel", "LVVN", "2025-07-01", "Verzamelbrief visserij",
           "In deze verzamelbrief ga ik in op een aantal onderwerpen.", "Glasaal (TZ202504-190)",
           "Conform mijn toezegging licht ik hieronder de Europese afspraken over de vangst van glasaal toe. De "
           "vangst is in de periode van maart tot en met augustus gesloten.", "Garnalenvisserij",
           "Met garnalenvissers heb ik op 4 juni gesproken over de kosten van de katalysator. Hiermee is de toezegging "
           "aan het lid Van der Plas om dit gesprek te voeren en aan uw Kamer terug te koppelen afgedaan.",
           "Aalscholvers", "De motie van het lid Van der Plas over aalscholvers voer ik in overleg met de provincies "
           "uit. Ik informeer uw Kamer daarover begin 2026.", dossiers=["29675"]),
    letter("L-heerenveen", "IenW", "2025-06-10", "Spoor Noord-Nederland",
           "Bij gelegenheid van het commissiedebat Spoor heb ik toegezegd uw Kamer de planning te doen toekomen voor de "
           "ombouw van de spoorknoop bij Heerenveen. ProRail begint in 2028 met de werkzaamheden; de planning is "
           "bijgevoegd.",
           "De motie Veltman/Vedder c.s. over een nachttrein naar Kopenhagen is in behandeling bij NS. Ik kom daar later "
           "op terug."),
    letter("L-toilets", "IenW", "2025-12-04", "Stationstoiletten",
           "In antwoord op de motie van het lid El Abassi (29 984, nr. 1244) is in de concessies opgenomen dat elk "
           "station met meer dan duizend reizigers een toilet krijgt.", dossiers=["29984"]),
    letter("L-ammonia", "EZ", "2026-02-02", "Veiligheid ammoniak",
           "Hierbij stuur ik u de verkenning van de risico's van grootschalige invoer van ammoniak via zeehavens. Deze "
           "verkenning is uitgevoerd door het RIVM.",
           "Ik ga hiermee in op de toezegging die ik uw Kamer in het debat over energie heb gedaan."),
    letter("L-noise", "Def", "2025-11-21", "Geluid Leeuwarden",
           "Met verwijzing naar het commissiedebat van 12 juni zend ik u de resultaten van de metingen van het geluid "
           "van straaljagers rond de vliegbasis Leeuwarden."),
    letter("L-interest", "EZ", "2025-11-05", "Wadden",
           "In de afgelopen maanden is gesproken over zoutwinning onder de Waddenzee. Zodra het advies van SodM er is, "
           "stuur ik uw Kamer de toegezegde brief over bodemdaling."),
    letter("L-background", "OCW", "2025-11-12", "Zwemvaardigheid",
           "Kinderen leren minder vaak zwemmen dan tien jaar geleden. Ik heb eerder toegezegd na te gaan hoeveel scholen "
           "schoolzwemmen aanbieden; de uitvraag daarvoor loopt nog."),
]

SETTLES = [
    ("L-ferry", "ferries", "words", "whole"),
    ("L-ferry2", "ferries2", "words", "whole"),
    ("L-nurses", "nurses2", "number", "whole"),
    ("L-meals", "meals", "number", "whole"),
    ("L-wolves", "wolves", "words", "whole"),
    ("L-interpreters", "interpreters", "number", "whole"),
    ("L-parking", "parking", "words", "whole"),
    ("L-flags", "flags", "number", "whole"),
    ("L-sluices", "sluices", "words", "whole"),
    ("L-bees", "bees", "number", "whole"),
    ("L-drones", "drones", "words", "whole"),
    ("L-libraries", "libraries", "number", "whole"),
    ("L-mills", "monuments", "words", "whole"),
    ("L-post", "post", "words", "whole"),
    ("L-prison", "prison", "number", "whole"),
    ("L-caravans", "caravans", "words", "whole"),
    ("L-water", "water", "number", "whole"),
    ("L-organs", "organs", "words", "whole"),
    ("L-hearing", "hearing", "number", "whole"),
    ("L-barracks", "barracks", "words", "whole"),
    ("L-reservists", "reservists", "number", "whole"),
    ("L-phones", "phones", "words", "whole"),
    ("L-fries", "fryslan", "number", "partly"),
    ("L-bodycams", "bodycams", "words", "whole"),
    ("L-fireworks", "fireworks", "number", "whole"),
    ("L-eel", "eel", "number", "whole"),
    ("L-eel", "shrimp", "words", "whole"),
    ("L-heerenveen", "heerenveen", "words", "whole"),
    ("L-toilets", "toilets", "number", "whole"),
    ("L-ammonia", "ammonia", "words", "whole"),
    ("L-noise", "noise", "words", "whole"),
]


def examples():
    """Return the examples in the shape of the scored set."""
    settles = [dict(zip(("letter", "item", "how", "degree"), row, strict=True)) for row in SETTLES]
    return {"items": ITEMS, "letters": LETTERS, "settles": settles}
