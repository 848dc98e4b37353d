"""The words by which a letter tells what a time phrase is: a rule for citizens, a promise, a plan given up, a meeting.

All over even text (small letters, no accents, plain spaces). Each says in its name what it is the sign of.
"""

import re
from typing import Final

from griffie.reading.nl.deadlines.forms import MEETINGS

MONEY: Final = re.compile(
    r"€|\beuro\b|\bmiddelen\b(?=.*\bbeschikbaar)|\bbeschikbaar\b(?=.*\bmiddelen\b)|\bmiljoen\b|\bmiljard\b|\braming|\bbegroot|\bbegroting|\bprijspeil|\bstructureel\b"
)
RULE: Final = re.compile(
    r"\b(?:op grond van|volgens (?:de wet|artikel|het (?:voorstel|wetsvoorstel|concept|contract|protocol)"
    r"|dat voorstel|de (?:instructie|regeling|verordening|richtlijn))"
    r"|(?:volgens|krachtens) (?:de )?(?:awb|woo|avg|[a-z]*wet\b)|ingevolge|krachtens|artikel \d"
    r"|wettelijke (?:termijn|beslistermijn)|beslistermijn|in de regel|doorgaans"
    r"|gewoonlijk|normaliter"
    r"|in beginsel|bezwaar|beroep (?:in|aan)|bepaalt dat|schrijft voor|is (?:geregeld|vastgelegd|bepaald)"
    r"|voorgeschreven|termijn van|gemiddeld"
    r"|telkens|steeds|elke keer|per (?:geval|aanvraag|melding)|de termijn (?:van|voor)|wet(?:telijk)? (?:is"
    r"|geldt)|hersteltermijn|hoger beroep|spoedappel|cassatie worden|(?:beslist|beslissen) (?:dan )?binnen"
    r"|zienswijzen? (?:worden|indienen|kenbaar))\b"
)
ANYONE: Final = re.compile(
    r"\b(?:wie|iemand|eenieder|de betrokkene|betrokkene|betrokkenen|belanghebbenden?|(?:de |een )?(?:aanvragers?"
    r"|klagers?|verzoekers?|burgers?|client(?:en)?"
    r"|patient(?:en)?|slachtoffers?|consument(?:en)?|huurders?|werknemers?|leerlingen|vreemdelingen?"
    r"|asielzoekers?|verdachten?"
    r"|gedetineerden?|schuldenaren|ouders|jongeren))\b"
    r"|(?:^|[.;:] |, )een (?:[a-z]+ ){0,2}[a-z]+ (?:die|dat|waarvan|kan|moet|zal)\b"
    r"|^[a-z]+(?:en|s)(?:,)? die\b"
    r"|\b(?:aanvraag|aanvragen|melding|meldingen|verzoeken|zaken|gevallen) (?:worden|wordt|moeten|moet|dienen)\b"
    r"|\bop (?:een|de|elke|iedere) (?:aanvraag|melding)\b"
)
PROMISER: Final = re.compile(
    r"\b(?:ik|wij|we|u|uw kamer|de kamer|beide kamers|het kabinet|de minister|de staatssecretaris|mijn ambtgenoot"
    r"|de regering)\b"
)
SHOULD: Final = re.compile(
    r"\b(?:van belang|belangrijk|essentieel|noodzaak|wenselijk|moeten|kunnen|willen|behoren|horen|doel is"
    r"|gericht op|om te|zodat)\b"
)
GIVEN_UP: Final = re.compile(
    r"\b(?:niet (?:meer |langer |tijdig |op tijd )?(?:mogelijk|haalbaar|gelukt|lukken|lukt|realistisch|gehaald"
    r"|halen|worden gehaald|gereed|nagekomen)"
    r"|wordt niet gehaald|moeten loslaten|losgelaten|komt te vervallen|vervallen|niet in staat|onhaalbaar"
    r"|kan ik niet|kon niet)\b"
)
THAT_GIVEN_UP: Final = re.compile(
    r"^(?:inmiddels|thans|nu)\b[^.]{0,50}\b(?:pas|later dan)\b|^(?:maar |doch )?(?:dat|die|deze|dit|daarin"
    r"|helaas)\b[^.]{0,60}\b(?:niet (?:meer |langer )?(?:mogelijk|haalbaar|gelukt|gehaald|realistisch|haal)"
    r"|niet worden gehaald"
    r"|wordt niet gehaald|loslaten|losgelaten|vervallen|is (?:dat )?niet gelukt|onhaalbaar|lukt (?:helaas )?niet)\b"
)
TERM_GIVEN_UP: Final = re.compile(
    r"\b(?:termijn|datum|planning|deadline)\b[^.]{0,60}\bniet (?:meer )?(?:gehaald|haalbaar|worden gehaald"
    r"|mogelijk)\b"
)
NOT_BEFORE: Final = re.compile(
    r"\b(?:niet (?:[a-z]+ )?(?:eerder|voor)(?: [a-z]+)? dan|(?:op (?:zijn|z'n|haar) |ten )vroegste?)"
    r"(?: per| op| in| vanaf| met ingang van)? $"
)
CHANGES: Final = re.compile(
    r"\b(?:stijgen|dalen|toenemen|afnemen|groeien|oplopen|uitkomen op|bedragen|verdubbelen|halveren|krimpen|teruglopen"
    r"|stijgt|daalt|toeneemt|afneemt|groeit|oploopt|bedraagt|krimpt|neemt [^,;]{0,40}\b(?:toe|af))\b"
    r"|\b(?:klaar|voorbereid|bestand|toegerust) (?:te |moeten )?(?:zijn|staan) (?:voor|op|tegen)\b"
)
"""What figures do in a period, or how things are to be then: a forecast, not a deed."""
USUALLY: Final = re.compile(r"\b(?:gewoonlijk|doorgaans|normaliter|meestal|traditiegetrouw|in de regel)\b")
REPORTS: Final = re.compile(
    r"\b(?:uw kamer|de kamer|beide kamers|u|informer\w*|bericht\w*|stuur|sturen|zend|zenden|bied|bieden|rapporter\w*"
    r"|terugkom\w*|kom ik|publiceren|gepubliceerd|afronden|afgerond|voltooi\w*|ontvangt|besluiten|beslist|volgt|volgen"
    r"|verwacht)\b"
)
"""What is done once within a time, and not all through it."""
DENIED: Final = re.compile(r"\b(?:herken ik niet|klopt niet|onjuist|niet juist|berust op een misverstand)\b")
MET_NEXT: Final = re.compile(
    r"^(?:met (?:deze|de onderhavige|onderhavige|bijgaande) (?:brief|rapportage)|hiermee|hierbij|bijgaand"
    r"|aan (?:dit verzoek|deze toezegging|die toezegging))\b[^.]{0,80}\b(?:voldoe|voldoen|voldaan|gestand|uitvoering"
    r"|invulling|gevolg|nagekomen)\b"
)
LATE_NEXT: Final = re.compile(r"\bniet (?:tijdig|op tijd|binnen die termijn)\b")
PUT_OFF_NEXT: Final = re.compile(r"\b(?:uitgesteld|vertraagd|vertraging|verschoven|meer tijd)\b")
GIVEN_WORD: Final = re.compile(r"\b(?:toegezegd|toezegging|aangekondigd|beloofd|zegde)\b")
PERIOD: Final = re.compile(r"\bover de (?:periode|maanden|jaren) $")
THAT_PAPER: Final = re.compile(
    r"^(?:die|deze|dit|dat) (?:[a-z-]*(?:rapportage|brief|verslag|monitor|nota|overzicht))\b"
)
OPENED: Final = re.compile(r"^(?:ik|wij|we|het kabinet) (?:zou|zouden|zal|zullen|wil|willen|hoop|hopen)\b[^,]{0,25},?$")
WHICH: Final = re.compile(r", (?:die|dat|welke)\b")
BESIDES: Final = re.compile(
    r"\b(?:beziet|bezie|bezien|onderzoekt|onderzoeken|onderzoek ik|nagaan|nagegaan|bekijkt|bekijken) (?:[a-z]+ ){0,3}of\b"
    r"(?:(?! en (?:ik|wij|we|zal|zullen|kom|stuur|zend|inf|ber|meld|rapp)|, waar)[^;.]){0,140}$"
)
"""Before a phrase: it is still asked whether that time can be had."""
WHETHER: Final = re.compile(
    r"\b(?:gevraagd|vraagt|vragen|vroeg|vroegen|vraag|verzocht aan te geven) (?:[a-z]+ ){0,3}(?:of"
    r"|wanneer) (?:[^,;.]){0,80}$"
)
NOT: Final = re.compile(r"\b(?:niet|niet meer|niet langer|geen|anders dan|in plaats van)(?: (?:reeds|al|meer))? $")
ASKS: Final = re.compile(
    r"\b(?:motie|dictum|zij|deze|die|kamer|leden|lid|commissie|amendement)\b.{0,160}\b(?:verzoekt|verzoeken"
    r"|vraagt|vragen|roept|spreekt|noemt|luidt"
    r"|staat dat|verzocht|gevraagd)\b|^verzoekt de regering"
)
SETTLED: Final = re.compile(
    r"\b(?:afgedaan|afgehandeld|hiermee|hierbij|met deze brief|met deze mededeling|bijgaand|bijgevoegd|bij dezen"
    r"|uitvoering gegeven|geef ik uitvoering"
    r"|uitvoering aan|invulling|voldoe|voldoen wij|voldaan|gestand|tegemoet(?:gekomen)?|beantwoord(?:en)? (?:ik"
    r"|wij)? ?(?:de|deze|die)|daarmee beantwoord"
    r"|bijlage|in deze brief|verworpen|ingetrokken|ontraden|ontraad)\b"
)
NOW_SENT: Final = re.compile(
    r"\b(?:hierbij|met deze brief|bij deze(?:n)?|bijgaand|hiermee|in deze brief|bijgevoegd|(?:stuur|zend|bied"
    r"|ontvangt|sturen) (?:ik |wij |u |uw kamer ){0,2}deze brief|met deze rapportage|door middel van deze brief)\b"
)
SENDS: Final = re.compile(
    r"\b(?:ontvangt|stuur|sturen|zend|zenden|bied|bieden|treft|doe ik|geef ik|informeer|informeren)\b"
)
EARLIER: Final = re.compile(
    r"\b(?:toegezegd|toezegging|verzocht|verzoek|gevraagd|afgesproken|aangekondigd|motie|beloofd|conform)\b"
)
ONCE_PLANNED: Final = re.compile(
    r"\b(?:aanvankelijk|oorspronkelijk|eerder(?:e)?|voorheen|destijds|eerst nog|in eerste instantie)\b"
)
STATE: Final = re.compile(
    r"(?<!te )\b(?:is|zijn|heeft|hebben|bedraagt|bedragen|bestaat|bestaan|blijkt|toont|kent|kennen|telt|tellen"
    r"|ligt|liggen|lijkt"
    r"|lijken|laat zien|zit|zitten)\b"
)
DEED: Final = re.compile(
    r"\b(?:wordt|worden|ik|wij|u|uw kamer|start|starten|volgt|volgen|moet|moeten|ontvangt|komt|komen)\b"
)
EVERY: Final = re.compile(r"\b(?:elk|elke|ieder|iedere|telkens|steeds)\b(?: [a-z]+)? ?$|\bvan (?:elk|ieder) jaar$")
FOR: Final = re.compile(
    r"\b(?:agenda|inzet|inbreng|spreektekst|uitnodiging|programma|voorbereiding(?:en)?|onderwerpen|planning"
    r"|begroting(?:en)?|raming(?:en)?|budget(?:ten)?"
    r"|plan(?:nen)?|jaarplan(?:nen)?|cijfers|middelen|tarieven|prognose|gegevens|ontwerpbegroting(?:en)?"
    r"|belastingplan|werkprogramma|doelen|doelstelling(?:en)?)"
    r"(?: [a-z]+)? $"
)
MEETING_HELD: Final = re.compile(
    rf"\b(?:de |het |een )?(?:volgende |eerstvolgende |aankomende )?{MEETINGS}\b(?:,? (?:dat|die|welke))?[^,;]{{0,60}}\b(?:vindt|vinden"
    rf"|staat|staan|is|zijn)\b"
    rf"|\b(?:vindt|vinden|staat|staan|is|zijn)\b[^,;]{{0,40}} (?:het|de|een) (?:[a-z-]+ ){{0,3}}{MEETINGS}\b"
    rf"|\bwaarop het (?:debat|overleg)\b|\b(?:dit|dat|het) gesprek (?:is|staat|vindt)\b"
)
HELD: Final = re.compile(r"\b(?:voorzien|plaats|plaatsvindt|plaatsvinden|gepland|geagendeerd|agenda|ingepland|rol)\b")
BARE: Final = re.compile(
    r"\b(?:verwachting|zal|zullen|wordt|worden|is|zijn|nu|pas|eerst|dan|u|kamer|ook|ik|wij|thans) $"
)
AT_MEETING: Final = re.compile(rf"\b{MEETINGS} (?:over [a-z -]{{3,60}} )?$")
BEFORE_BARE_DAY: Final = re.compile(
    r"(?:\b(?:is|wordt|zijn|sluit|sluiten|eindigt|start|begint|uiterste)|datum(?: van [a-z]+)?(?: is)?|: ?) ?$"
)
WISH: Final = re.compile(r"\b(?:willen|wensen|wenst|hopen|dringen aan|dringt aan|pleiten|pleit)\b")
TALKS: Final = re.compile(
    r"\b(?:spreek|spreken|ontmoet|ontmoeten|(?:heb|heeft|hebben|voer|voert|voeren)\b.{0,40}\b(?:een |het )gesprek)\b"
)
UNLIKELY: Final = re.compile(
    r"\b(?:niet (?:de verwachting|te verwachten|waarschijnlijk|aannemelijk)|onwaarschijnlijk)\b[^,;.]*$"
)
NEGATION: Final = re.compile(r"\b(?:geen|niet)\b")
ABOUT: Final = re.compile(r"\b(?:gaat het|het gaat|ging het|betreft)\b")
MUST: Final = re.compile(r"\b(?:moet|moeten|nog|uiterlijk)\b")
TO_HAPPEN: Final = re.compile(r"\b(?:zal|zullen|wordt|worden|treedt|verwacht)\b")
WE: Final = re.compile(r"\b(?:ik|wij|we|uw kamer|het kabinet)\b")
LAW: Final = re.compile(r"\b(?:op grond van|ingevolge|krachtens|volgens)\b")
