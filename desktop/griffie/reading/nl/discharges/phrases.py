"""The phrases with which letters say that they meet something earlier, other than with a verb of meeting.

Data of the discharge rules; single words are in `griffie.reading.nl.discharges.words`.
"""

import re

SETTLED = re.compile(
    r"\b(?:als|voor) (?:zijnde |hiermee |hierbij |daarmee )?(?:geheel |volledig |gedeeltelijk |deels "
    r"|grotendeels )?"
    r"(?P<how>afgedaan|afgehandeld|uitgevoerd|voldaan|ingevuld|ingelost|nagekomen|beantwoord|afgerond"
    r"|vervuld|gesloten|voltooid|gestand gedaan|afgesloten)\b",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:geldt|gelden|beschouw\w*|beschouwd|aangemerkt|aanmerk\w*|aan te merken|registr\w+"
    r"|geregistreerd|gezien|zie|zien|beschouwen|markeren|houd|gehouden)\b",
    re.IGNORECASE,
)
DEEMED = re.compile(
    r"\b(?:acht|achten|meen|menen|denk|vertrouw|ga(?:an)? (?:ik |wij )?ervan uit)\b.*\b(?:afgedaan"
    r"|afgehandeld|uitgevoerd|voldaan|ingevuld|ingelost|nagekomen|beantwoord|tegemoetgekomen"
    r"|gegeven)\b",
    re.IGNORECASE,
)
IN_PROGRESS = re.compile(r"\b(?:hiermee|daarmee|hierdoor)\b[^;]*\bin uitvoering\b", re.IGNORECASE)
ACCORDING = re.compile(
    r"\b(?P<how>conform|overeenkomstig|ingevolge|volgens|ter (?:uitvoering|invulling|nakoming"
    r"|voldoening|opvolging|beantwoording|inlossing|uitwerking|afdoening|afwikkeling|afhandeling) (?:van|aan)|naar aanleiding van"
    r"|(?:met|onder) verwijzing naar|met het oog op|in (?:antwoord|reactie|vervolg|aansluiting|navolging) op|in (?:lijn met|navolging van"
    r"|het kader van)|gevolg gevend aan|gehoor gevend aan|tegemoetkomend aan|voldoend aan|op(?= (?:uw "
    r"|het )?(?:uitdrukkelijk(?:e)? )?verzoek)"
    r"|gelet op|gezien|gehoord)[ ]"
    r"(?P<gap>(?:[^\W\d][\w'’-]*[ ]){0,6}?)(?=(?P<noun>(?:\w*toezegging(?:en)?|afspraak|belofte"
    r"|moties?|\w*verzoek(?:en)?|wens(?:en)?|oproep|rappel|(?:kamer)?vra(?:ag|gen)|T\d{5}|TZ\d{6})\b))",
    re.IGNORECASE,
)
FULL_EFFECT = re.compile(
    r"ter (?:uitvoering|invulling|nakoming|voldoening|opvolging|beantwoording|inlossing"
    r"|uitwerking|afdoening|afwikkeling|afhandeling) (?:van|aan)|in antwoord op|gevolg gevend|gehoor gevend",
    re.IGNORECASE,
)
AS_ASKED = re.compile(
    r"(?:\b(?:zo)?als (?:(?!bedoeld|genoemd|beschreven)[^\s.;:]+ ){0,14}?|\b(?:hier|daar)toe (?=verzocht))(?P<word>toegezegd|beloofd"
    r"|verzocht|gevraagd|afgesproken|gewenst)\b",
    re.IGNORECASE,
)
ASKED_FOR = re.compile(r"\b(?P<word>gevraagde|verzochte|toegezegde|beloofde|gewenste)\b (?!te\b)", re.IGNORECASE)
HANDS_OVER = re.compile(
    r"\b(?:treft|vindt|aantreft|bied|bieden|aanbied|aanbieden|zend|zenden|stuur|sturen|toekomen"
    r"|ontvangt|bevat|bevatten|gaat|gaan|geef|geeft|geven|verstrek\w*|overleg|opgenomen|bijgevoegd"
    r"|gevoegd|aangehecht|gehecht|toegevoegd"
    r"|informeer|informeren|informeert|bericht|berichten|meld|melden|deel|delen|schets|licht|lichten"
    r"|zet|ingegaan|reageer|reageren|reageert|beantwoord|beantwoorden|kom|doe|doen|is|zijn|wordt"
    r"|worden|strekt|ga|geïnformeerd|ingelicht|verstrekt|luidt)\b",
    re.IGNORECASE,
)
PRESENT_ACT = re.compile(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld|deel|schets|licht|ga|reageer|beantwoord|verstrek"
    r"|geef|kom|leg|breng|zet)(?: ik)\b|\bik (?:\w+ ){0,4}(?:bied|zend|stuur|doe|informeer|bericht"
    r"|schets|reageer|verstrek)\b"
    r"|\b(?:bieden|zenden|sturen|doen|informeren|berichten|melden|delen|schetsen|gaan|reageren"
    r"|beantwoorden|verstrekken|geven|komen) (?:wij|we)\b"
    r"|\b(?:treft|vindt|ontvangt) (?:u|uw Kamer|de Kamer)\b|\b(?:u|Kamer) (?:\w+ ){0,6}(?:aantreft"
    r"|vindt)\b|\b(?:informeert|reageert|biedt|zendt|stuurt) (?:het kabinet|de regering)\b"
    r"|\bwordt (?:u|uw Kamer|de Kamer) (?!\w+lijks)\b|\bgaat (?:u |uw Kamer )?hierbij\b",
    re.IGNORECASE,
)
ATTACHES = re.compile(
    r"\b(?:(?:als|in|bij) (?:de |een )?bijlage(?: \w{1,3})?\b|bijgevoegd|bijgaand|bijgesloten"
    r"|ingesloten|hierbij\b|bij deze brief (?:gevoegd|gaat|gaan)|aan deze brief (?:gehecht|toegevoegd)"
    r"|bij deze brief\b"
    r"|bijlage \w{1,3} (?:bevat|geeft|omvat)|bijgevoegde?\b)",
    re.IGNORECASE,
)
SERVES = re.compile(
    r"\b[Dd]eze brief (?:strekt|dient|voorziet) (?:daar|hier)(?:toe|in)\b|\b[Dd]aartoe (?:strekt"
    r"|dient) deze brief\b|\b[Dd]aarin voorziet deze brief\b|\b[Hh]ierbij voorzie ik daarin\b"
    r"|\b(?:dat|dit) doe(?:n)? (?:ik|wij|we) (?:\w+ )?(?:hierbij|hiermee|bij deze[n]?|met deze|in deze"
    r"|middels deze|via deze|hieronder)\b|\b(?:hierbij|hiermee|bij dezen|met deze brief|in deze brief"
    r"|hieronder) doe (?:ik|wij) dat\b"
    r"|\b(?:[Mm]et|[Ii]n) deze brief voorzie(?:n)? (?:ik|wij) (?:daarin|hierin)\b"
    r"|\bdeze brief (?:is|vormt|geeft) (?:daar|hier)(?:van|op|aan) ",
    re.IGNORECASE,
)
LETTER_IS = re.compile(
    r"\bdeze brief (?:is|dient|strekt)\b[^;]{0,30}?\b(?:bedoeld|ertoe|ter|om)\b[^;]*"
    r"\b(?:na te komen|gestand te doen|in te lossen|uit te voeren|te voldoen|tegemoet te komen|invulling te geven)\b|"
    r"\bdeze brief (?:is|vormt|geldt|dient)\b[^;]{0,40}?"
    r"\b(?:uitwerking|invulling|uitvoering|nakoming|vervolg|antwoord|reactie|afdoening) (?:van|op|aan)\b",
    re.IGNORECASE,
)
MY_REPLY = re.compile(
    r"\b(?:mijn|onze|de gevraagde) (?:reactie|antwoord|kabinetsreactie|standpunt|oordeel|zienswijze|visie)\b",
    re.IGNORECASE,
)
PROMISED_HERE = re.compile(r"\b(?:toegezegd|beloofd|zegde)\b[^;]*\b(?:in|met|bij|middels) deze brief\b", re.IGNORECASE)
TELLS_HOW = re.compile(
    r"\b(?:informeer|informeren|informeert|geïnformeerd|ingelicht|bericht|berichten|op de hoogte|licht"
    r"|toegelicht|uiteengezet|schets|zet|ga|reageer)\b[^;]*?"
    r"\b(?:op welke (?:wijze|manier)|hoe|over de (?:wijze waarop|manier waarop|uitvoering|opvolging"
    r"|invulling|afdoening|afhandeling|uitwerking)|de (?:uitvoering|opvolging|invulling|afdoening"
    r"|afhandeling))\b"
    r"[^;]*?\b(?P<noun>moties?|toezegging(?:en)?|verzoek(?:en)?)\b",
    re.IGNORECASE,
)
PROGRESS = re.compile(r"\b(?:voortgang|stand van zaken)\b", re.IGNORECASE)
ANSWERS_SENT = re.compile(
    r"\b(?:antwoord(?:en)?|beantwoording|reactie|kabinetsreactie"
    r"|appreciatie)\b[^;]*?\bop\b[^;]*?\b(?P<noun>vragen|vraag|verzoek(?:en)?|moties?"
    r"|toezegging(?:en)?|schriftelijk overleg|inbreng)\b|\b(?:beantwoording (?:aan )?van|antwoorden (?:aan )?op)\b[^;]*?\b(?P<too>vragen|schriftelijk overleg|inbreng)\b",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"(?::|–|-|\|)\s*(?:(?:is|zijn|wordt) )?(?:hiermee |hierbij |met deze brief "
    r"|daarmee )?(?P<how>afgedaan|uitgevoerd|afgehandeld|voldaan|nagekomen|ingelost"
    r"|ingevuld)\b(?P<rest>.*)",
    re.IGNORECASE,
)
USUAL = re.compile(r"\b(?:gewoonlijk|gebruikelijk|doorgaans|in de regel|ieder jaar|elk jaar)\b", re.IGNORECASE)
PROMISES_SAID = re.compile(r"\btoegezegd\b|\bzegden?\b[^;]*\btoe\b|\bbeloofd\b|\btoezegging\b", re.IGNORECASE)
MADE_PROMISE = re.compile(
    r"\b(?:heb|hebben) (?:ik|wij|we)\b[^;]*\b(?:toegezegd|beloofd)\b|\b(?:ik|wij)\b[^;]*\b(?:heb"
    r"|hebben)\b[^;]*\btoegezegd\b|\b(?:ik|wij)\b[^;]*\btoegezegd (?:heb|hebben)\b|\b(?:is|zijn"
    r"|werd)\b[^;]*\btoegezegd\b|\b[Tt]oegezegd is\b"
    r"|\b(?:ambtsvoorganger|minister|staatssecretaris|kabinet|ondergetekende)\b[^;]*\b(?:toegezegd"
    r"|zegde\b[^;]*\btoe|toezegde)\b|\bzegden? (?:ik|wij)\b[^;]*\btoe\b|\btoezegging(?:en)?\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:verzocht|verzoekt|verzochten|gevraagd|vroeg|vroegen|vraagt|verzoek(?:en)?|gewenst"
    r"|wilde[n]? weten|vra(?:ag|gen))\b",
    re.IGNORECASE,
)
YOU_ASK = re.compile(
    r"\b(?:heeft|hebt|verzoekt|vraagt) u\b|\bu (?:mij |ons )?(?:heeft|hebt|verzoekt|vraagt)\b|\bU (?:heeft|hebt)\b"
)
"""The Chamber, spoken to."""
ANSWERED_THERE = re.compile(
    r"\b(?:deze|die|dit|dat|hierop|daarop)\b[^;]*\b(?:beantwoord (?:ik|wij)|beantwoorden wij)\b", re.IGNORECASE
)
OPENS_HERE = re.compile(
    r"\W*(?:graag |gaarne )?(?:hierbij|hiermee|bij deze[n]?|(?:met|in|middels|via) deze brief)\b|[^;]*\b(?:het volgende|als volgt)\b",
    re.IGNORECASE,
)
"""How a sentence begins that turns to the Chamber with what it asked for."""
FIGURES = re.compile(
    r"\b(?:om|naar) (?:de |het |een )?(?:\w+ )?(?:cijfers|aantallen|aantal|gegevens|bedragen|informatie)\b"
    r"|\bhoeveel\b",
    re.IGNORECASE,
)
ACTED = re.compile(
    r"\b(?:Nederland|kabinet|regering|[Ii]k|[Ww]ij|Defensie)\b[^;]*\b(?:heeft|heb|hebben)\b[^;]*\b(?:dit|dat"
    r"|deze oproep|daartoe|dit punt)\b[^;]*\b(?:naar voren gebracht|ingebracht"
    r"|onder de aandacht gebracht|aan de orde gesteld|bepleit|opgebracht|gedaan|overgebracht)\b"
    r"|\b(?:heeft|heb|hebben) (?:ik|Nederland|het kabinet|wij) (?:dit"
    r"|dat)\b[^;]*\b(?:naar voren gebracht|ingebracht|onder de aandacht gebracht|aan de orde gesteld"
    r"|bepleit|opgebracht|overgebracht)\b",
)
OF_WHICH = re.compile(
    r"\b(?:waarover|waarvan|waarom|waarnaar|waar|dat|die|zoals)\b[^;]*?\b(?:heb|heeft|hebben|is|zijn"
    r"|had|werd)\b[^;]*?\b(?P<word>toegezegd|verzocht|gevraagd|beloofd)\b"
    r"|\b(?:waarover|waarvan|waarom|waarnaar|waar|dat|die)\b[^;]*?\b(?P<too>toegezegd|verzocht"
    r"|gevraagd|beloofd)\b[^;]*?\b(?:heb|heeft|hebben|is|zijn)\b",
    re.IGNORECASE,
)
REPORTS_BACK = re.compile(
    r"\b(?:informeer|informeren|bericht|berichten|meld|melden|ga|gaan|reageer|reageren|kom|licht"
    r"|schets|schrijf|geef|deel|inga|terugkom|voldoe|rapporteer|opgenomen|weergegeven|toegelicht|uiteengezet|beschreven)\b",
    re.IGNORECASE,
)
BACK_AT = re.compile(
    r"\b(?:hierover|daarover|hierop|daarop|hieraan|daaraan|erover|hiervan|daarvan|waarop|waarover|waaraan)\b",
    re.IGNORECASE,
)
WOULD_TELL = re.compile(
    r"\b(?:toezegging(?:en)?|verzoek(?:en)?|moties?|vragen)\b[^;]{0,60}?\b(?:waarover|waarvan|waarop)\b[^;]{0,160}?\bzou(?:den)?\b[^;]{0,80}?"
    r"\b(?:rapporteren|informeren|berichten|terugkomen|ingaan|melden|reageren|schrijven|inlichten)\b",
    re.IGNORECASE,
)
TOLD_OF = re.compile(
    r"^\W*(?:over|inzake|ten aanzien van|met betrekking tot|aangaande|wat betreft) (?:de|het|mijn|deze|uw)?[ ]?"
    r"(?:(?!voortgang|stand|uitvoering|openstaande|lopende|diverse)[\w-]+ ){0,3}?(?P<noun>toezegging(?:en)?|moties?|\w*verzoek(?:en)?)\b"
    r"[^;]*\b(?:(?:kan|kunnen) (?:ik|wij|we)\b[^;]*\b(?:melden|berichten|mededelen|meedelen|informeren|laten weten)\b"
    r"|(?:bericht|berichten|meld|melden|deel|delen|informeer) (?:ik|wij|we)\b|laat ik (?:u|uw Kamer|de Kamer) weten\b)",
    re.IGNORECASE,
)
"""The same with the matter first: "over toezegging T01987 kan ik u thans het volgende berichten"."""
REPORTS_ON = re.compile(
    r"\b(?:informeer|informeert|informeren|geïnformeerd|bericht|berichten|rapporteer)\b[^;]*?\bover (?:de|het|mijn|deze|onze)"
    r" (?:(?!voortgang|stand|uitvoering|openstaande|lopende|diverse)[\w-]+ ){0,3}?(?P<noun>toezegging(?:en)?|moties?|verzoek(?:en)?)"
    r"(?=[ -](?:\(?T\d|\(?TZ|nr|aan (?:het|de|uw|mevrouw) |die (?:ik|wij|mijn)|van (?:het lid|de leden|de heer|mevrouw)"
    r"|(?:[Vv]an )?[A-Z]))",
)
"""A report on a promise, motion or request that is named: by its number, or whose it is."""
WORKS_ON = re.compile(r"\b(?:werk ik|werken (?:wij|we)|werkt het kabinet) (?:\w+ )?aan\b|\bbereid ik\b[^;]*\bvoor\b")
"""Doing, with an object of one's own, what a motion is the occasion of."""
SATISFIED_READER = re.compile(
    r"\b(?:meen|menen|vertrouw|vertrouwen|hoop|hopen|ga ervan uit|neem aan)\b[^;]*\b(?:hiermee|hiermede|daarmee|daarmede)\b"
    r"[^;]*\b(?:ingelicht|geïnformeerd|beantwoord|voorzien)\b",
    re.IGNORECASE,
)
ASKED_THEN = re.compile(r"[;:]\s+|,\s+(?=(?:waar(?:op|aan|over|toe)|welke?|die|dat|hetgeen)\b)")
"""Where a sentence that tells what was asked may go on to hand it over: "heeft gevraagd om X; deze treft u ..."."""
BOUND = re.compile(r",\s+$")
WITH_LETTER = re.compile(
    r"\b(?:hierbij|hiermee|bij deze[n]?|(?:met|in|bij|aan) deze brief|bijgaand\w*|bijgevoegd|bijgesloten|hieronder)\b",
    re.IGNORECASE,
)
"""Words by which a relative clause hands over here."""
ON_YOUR_LETTER = re.compile(
    r"\b(?:in (?:antwoord|reactie|vervolg) op|naar aanleiding van) (?:uw (?:[a-z]+e? )?(?:brief|rappel\w*|schrijven|e-mail"
    r"|commissiebrief)|(?:de|een) (?:brief|rappel\w*) van (?:de|uw) (?:vaste |algemene )?(?:commissie|griffier))\b",
    re.IGNORECASE,
)
MOTION = re.compile(r"\b[Mm]oties?\b")
MOTION_ASKS = re.compile(
    r"\b[Mm]oties?\b.*\b(?:verzoekt|vraagt|verzocht|vroeg|roept|verzoeken|vragen|strekt|verzoekende|opgeroepen)\b"
    r"|\b(?:verzocht|gevraagd|opgeroepen)\b.*\b(?:bij|via|per|in|door) (?:\w+ ){0,3}moties?\b|\bdictum\b"
)
THINGS = frozenset(
    """
    reactie kabinetsreactie antwoord overzicht rapport brief notitie informatie appreciatie tijdlijn planning analyse
    toelichting cijfers gegevens notulen verslag onderzoek evaluatie stukken feitenrelaas lijst plan inventarisatie
    uitsplitsing onderbouwing tijdpad advies beantwoording stand beleidsreactie uiteenzetting afschrift raming
    """.split()  # noqa: SIM905
)
"""What parliament asks for and letters hand over."""
