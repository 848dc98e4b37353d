"""The words that names of members are made of, and those that only look like a name; data of the motion rules.

Not for the grammar of names: that is `griffie.reading.nl.motions.names`.
"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
"""The capitals of a character class."""

PARTICLES = (
    r"(?:[Vv]an|[Dd]e[rn]?|[Dd]es|[Tt]e[rn]?|[Hh]et|['’‘`´]+[tsn]|[Ii]n|[Oo]p|[Aa]an|[Bb]ij|[Uu]it|[Vv][oa]n|[Dd]u"
    r"|[Dd]os|[Dd][ai]|[Ll][ae]|[Ee]l|[Aa]l|[Bb]en|[Zz]ur?|[Tt]oe|[Vv]er|[Ll]ouis|[Ss]t\.|[Dd]['’])"
)
"""Tussenvoegsels, as surnames of Dutch members carry them."""

BARE_PARTICLES = r"(?:van|de[rn]?|te[rn]|von|el|du|la|le|dos|'t|’t)"
"""Small particles that may begin a name right behind "motie": "motie van Nispen", "motie de Hoop"."""

NO_NAMES = _listed(
    """
    De Den Der Des Van Ten Ter Te Von Vom Du Dos El Al La Le Zur Ver Toe
    Kamer Kamerstuk Kamerstukken Kamerstuknummer Kst Kst. Handelingen Aanhangsel Tweede Eerste Staten
    Staten-Generaal Provinciale Europees Europese Parlement Raad Commissie Kabinet Regering Minister Ministers
    Ministerie Staatssecretaris Vergaderjaar Zitting Nr Nr. Nrs Nrs. Nummer Dossier Stuk Bijlage Bijlagen Brief TK
    EK II I III IV VV NL EU VI VII Toezegging Toezeggingen Motie Moties Amendement Amendementen Uitvoering Stand
    Status Onderwerp Betreft Titel Indiener Indieners Datum Vindplaats Omschrijving Nummering Aangenomen Verworpen
    Aangehouden Ingetrokken Overgenomen Afgedaan Afgehandeld Tijdens Met Bij Voor Naar Over Uit Op In Aan Ik Wij We
    Uw U Mijn Onze Deze Dit Die Dat Het Een Er Zoals Conform Hiermee Hierbij Daarmee Hiervoor Daarvoor Hierop Daarop
    Ter Tot Als Om Ook Na Sinds Volgens Naast Graag Verder Voorts Daarnaast Tevens Inzake Betreffende Door Omdat
    Hoewel Indien Mocht Nu Zie Gezien Gelet Gegeven Namens Mede Tegelijkertijd Daarom Bovendien Ten Vervolgens
    Inmiddels Momenteel Onlangs Recent Hieronder Kortheidshalve Samen Eind Begin Medio Wat Wie Waar Welke Hoe Of En
    Maar Zij Hij Aldus Alle Zo Beide Binnen Buiten Gedurende Vanuit Vanwege Wanneer Zodra Nadat Enkele Diverse
    Algemeen Inleiding Conclusie Tweeminutendebat Commissiedebat Debat Wetgevingsoverleg Notaoverleg Plenair Nota
    Wet Wetsvoorstel Begroting Nederland Nederlandse Caribisch Rijk Rijksoverheid Ministerraad Geachte Bijgaand
    Bijgevoegd Voortgang Antwoord Reactie Verzoek Vraag Vragen TZ T PVV CDA VVD SP SGP PvdA D66 DENK Denk BBB NSC
    JA21 CU ChristenUnie GroenLinks GL Volt BIJ1 FvD FVD PvdD OSF PLUS 50PLUS VNL BVNL LPF AOV RPF GPV LN GL-PvdA
    GroenLinks-PvdA Fractie Partij Forum Groep Lid Januari Februari Maart April Mei Juni Juli Augustus September
    Oktober November December
    """
)
"""Words with a capital that stand behind "motie" and are no member's name."""

DOUBLE_NAMES = _listed(
    """
    michon-derkzen martens-america rikkers-oosterkamp slagt-tichelman wijen-nas dik-faber kooten-arissen
    berndsen-jansen ortega-martijn schreijer-pierik snijder-hazelhoff hamming-bluemink hennis-plasschaert
    bijleveld-schouten bijsterveldt-vliegenthart aasted-madsen wortmann-kool huizinga-heringa baay-timmerman
    bruijn-wezeman oomen-ruijten blécourt-wouterse blecourt-wouterse jorritsma-lebbink klip-martin langen-visbeek
    bakker-klein venrooy-ark jong-meulman roon-koppers witteveen-hevinga scheltema-nie noorman-uyl koppejan-sterk
    timmerman-buck swildens-rozendaal kalsbeek-jasperse giskes-rijn oedayraj-varma smaling-jansen buijs-glaudemans
    slagter-roukema broekers-knol dijkman-kuyper haubrich-gooskens linthorst-maas duthler-essers meulen-plasschaert
    """
)
"""Surnames of members that are two names joined; "motie A-B" is two members otherwise."""

VAN_NAMES = _listed(
    """
    Aalst Aartsen Aelst Apeldoorn Ark Baarle Ballekom Beukering Bijsterveld Bommel Brenk Campen Dam Dekken Dijk Eijk
    Eijs Engelshoven Esch Gaasbeek Gasteren Geel Gent Gerven Ginneken Groningen Gurp Haersma Haga Hattem Heijningen
    Helvert Hijum Houwelingen Kent Klaveren Knapen Kooten Laar Langen Lanschot Leeuwen Lieshout Loon Meenen Meetelen
    Meijeren Miltenburg Nieuwenhoven Nispen Ojik Oosten Oosterhout Outeren Raak Raan Rij Rooijen Strien Tongeren
    Toorenburg Veen Velzen Veldhoven Vliet Vroonhoven Waveren Weerdenburg Wely Weyenberg Wijk Wijngaarden
    """
)
"""Surnames of members behind "van": "de motie van Nispen" is the motion of Van Nispen, "de motie van Klaver" of Klaver."""

TITLE = (
    r"(?:(?:(?:[Hh]et|[Dd]e)[ ])?(?:toenmalige?[ ]|voormalige?[ ]|destijds[ ])?(?:oud-|ex-)?"
    r"(?:[Tt]weede[ ]|[Ee]erste[ ])?"
    r"(?:[A-Z][A-Za-z\d&]+-)?(?:[Kk]amer|[Ss]taten)?(?:-?[Ll]id|-?[Ll]eden)(?:[ ](?:lid|leden)\b)?"
    r"|(?:[Dd]e[ ])?(?:[Hh]eer|[Hh]eren|[Dd]ames?|[Ss]enator(?:en)?|[Aa]fgevaardigden?)(?:[ ]en[ ]mevrouw)?"
    r"|[Mm]evrouw|[Mm]w\.?|[Dd]hr\.?|[Mm]evr\.?|[Mm]r\.|[Dd]r\.|[Pp]rof\.)"
)
"""What stands before a member's name: "het lid", "de leden", "kamerlid", "de heer", "mevrouw"."""

ONE_MEMBER = r"(?:lid|[Hh]eer|[Mm]evrouw|[Mm]w\.?|[Dd]hr\.?|[Ss]enator)"
"""The last word of a title that is followed by one name, whatever hyphen that has."""
