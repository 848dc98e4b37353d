"""The words with which letters say that they meet an earlier promise, motion or request; data of the discharge rules.

Tense decides in Dutch whether a letter meets something now or tells that it was met: a finite present ("doe ik
gestand") meets it; a participle ("is uitgevoerd") meets it unless the words point to an earlier letter or day; an
infinitive ("zal ik uitvoeren", "streef ernaar gestand te doen") meets nothing yet.
"""

import re
from dataclasses import dataclass

from griffie.domain.reading import Discharged

NOUN = re.compile(
    r"\b(?P<toezegging>(?:deel|hoofd)?toezegging(?:en)?(?![- ]?\w*register)|belofte[n]?|afspra(?:ak|ken)|T\d{5}|TZ ?\d{6}[- ]*\d+)\b"
    r"|\b(?P<motie>[Mm]oties?|dictum|dicta)\b"
    r"|\b(?P<verzoek>(?<![Ii]k )(?<![Ww]ij )(?:informatie|rappel)?verzoek(?:en)?(?! (?:ik|wij|u)\b)|oproep|informatievra(?:ag|gen)|rappel|wens(?:en)?)\b"
)
"""What can be met. The groups are named after what they are."""

QUESTION = re.compile(r"\b(?:[Kk]amer|commissie)?(?:vraag|vragen)\b")

PARLIAMENT = re.compile(
    r"\b(?:[Uu]w|[Dd]e|[Tt]weede|[Ee]erste) Kamer\b|\bKamer(?:lid|leden|commissie|vragen)\b|\bcommissies?\b|\b(?:het|de|aan|door|van) (?:lid|leden)\b"
    r"|\blid [A-Z]|\bleden [A-Z]|\b[Dd]e (?:heer|heren)\b|\b[Mm]evrouw\b|\bfracties?\b|\b(?:algemeen|schriftelijk|nota|wetgevings)-? ?overleg\b|\bregeling van werkzaamheden\b"
    r"|\bprocedurevergadering\b|\bordedebat\b|\b\w*debat\b|\bvragenuur\b|\b(?:AO|VAO|VSO|CD|WGO|SO|NO|TMD)\b|\b[Uu]w (?:brief|verzoek|vraag|vragen|commissie)\b"
    r"|\bsenator|\bgriffier?\b|\bVoorzitter\b|\b20\d\d[ZD]\d{5}\b|\b[Uu]w Voorzitter\b",
)
"""Who may ask: the Chamber, its committees and members; a request of others is no business of the Chamber's."""

HERE = re.compile(
    r"\b(?:hierbij|hiermee|hiermede|hierdoor|bij deze[n]?|bijgaande?|bijgevoegde?|bijgesloten|ingesloten|aangehechte?|bijlagen?|deze brief|deze verzamelbrief"
    r"|deze (?:\w+)?(?:brief|rapportage|reactie|mededeling|toelichting|informatie|aanbieding|notitie|nota|beantwoording|appreciatie|stap|aanpassing|maatregel(?:en)?|antwoorden)"
    r"|dit (?:antwoord|overzicht|rapport|verslag|plan|bericht)|onderhavige|voorliggende|onderstaande?|bovenstaande?|het voorgaande|hieronder|hierboven|hierna"
    r"|[Gg]elet (?:hier|daar)op|paragraaf \d|hoofdstuk \d|als volgt|het volgende)\b",
    re.IGNORECASE,
)
"""Words that point at the letter itself and its annexes."""

HERE_ITSELF = re.compile(
    r"\b(?:hierbij|hiermee|bij deze[n]?|(?:met|in|middels|via) deze brief|hieronder|onderstaand)\b", re.IGNORECASE
)
"""Words that point at the letter's own text, not at an annex."""

THEREBY = re.compile(
    r"\b(?:daarmee|daarmede|waarmee|waarmede|zodoende|aldus|op (?:deze|die) (?:wijze|manier)|zodat|nu)\b", re.IGNORECASE
)
"""Words by which a deed told just before meets what was asked."""

EARLIER = re.compile(
    r"\b(?:al|reeds|toen|destijds|indertijd|eerder|eertijds|sindsdien|(?:bij|in|met|per|via|door(?: middel van)?) (?:\w+ ){0,2}?\w*brie(?:f|ven)(?! en bijlagen)"
    r"|op \d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|(?:\w+ )?vorige? (?:\w+ )?rapportages?)\b",
    re.IGNORECASE,
)
"""Words that put the deed before this letter."""

PROMISED_EARLIER = re.compile(
    r"\bzoals (?:\w+ ){0,3}(?:eerder|reeds|al) (?:\w+ ){0,3}(?:toegezegd|aangekondigd|gemeld|aangegeven|afgesproken)",
    re.IGNORECASE,
)

NEGATED = re.compile(r"\b(?:niet(?! alleen)|geen|nooit|noch|evenmin|onvoldoende|zonder|behoeft|hoeft)\b", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:zal|zullen|zult|zou|zouden|streef|streven|streeft|voornemens|verwacht(?!.*te hebben)|verwachten|hoop(?!.*te hebben)|hopen|ernaar|beoog|(?<!als )volgt|volgen)\b",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:in het (?:najaar|voorjaar|eerste|tweede|derde|vierde|vroege|late)|(?:voor|vóór|na|tijdens) (?:het|de) (?:\w*reces|zomer|kerst)|(?:eind|begin|medio) \w+|uiterlijk|binnen \w+ (?:weken|maanden|dagen|werkdagen)"
    r"|zo spoedig|spoedig|binnenkort|op korte termijn|volgend|komende?|zodra|te zijner tijd|jaarlijks|periodiek|halfjaarlijks|voortaan|nog dit|dit najaar|dit voorjaar|deze zomer|terug|(?:volgende|afzonderlijke|aparte|separate|latere|eerstvolgende) (?:\w+ )?\w*(?:brief|rapportage))\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:kan|kunnen|moet|moeten|dient|dienen|wil|willen|kon|konden)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:was|waren|werd|werden|had|hadden)\b", re.IGNORECASE)
AUXILIARY = re.compile(
    r"\b(?:is|zijn|wordt|worden|heb|hebben|heeft|acht|achten|beschouw\w*|te hebben|te zijn|ben)\b", re.IGNORECASE
)
GOVERNMENT = re.compile(
    r"\b(?:ik|wij|we|mijn|kabinet|regering|brief|minister\w*|staatssecretaris\w*|bewindsperso\w+|ambtsvoorganger|ambtgenoot|Defensie|rapport\w*|bijlagen?|nota|overzicht|notitie"
    r"|reactie|hiermee|hierbij|daarmee|waarmee|Nederland|Rijk|demissionair)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of meeting: its finite present, plural, participle, what else must stand in the clause, and its case.

    `case` is "aan" (aan de motie voldoen), "acc" (de motie uitvoeren) or "op" (op de motie reageren).
    """

    rule: str
    case: str
    needs: re.Pattern[str] | None
    finite: re.Pattern[str]
    plural: re.Pattern[str]
    done: re.Pattern[str] | None
    stem: str = ""


def _verb(rule: str, case: str, needs: str, finite: str, plural: str, done: str, stem: str = "") -> Verb:
    made = [
        re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None for words in (needs, finite, plural, done)
    ]
    needed, present, many, participle = made
    never = re.compile(r"(?!)")
    return Verb(rule, case, needed, present or never, many or never, participle, stem)


VERBS = (
    _verb("satisfies", "aan", "", "voldoe|voldoet", "voldoen", "voldaan", stem="vold"),
    _verb(
        "gives_effect",
        "aan",
        "uitvoering|invulling|gevolg|gehoor|opvolging|inhoud|nakoming|navolging",
        "geef|geeft",
        "geven",
        "gegeven",
        stem="ge",
    ),
    _verb(
        "accommodates",
        "aan",
        "tegemoet|tegemoetgekomen|tegemoetkom|tegemoetkomt|tegemoetkomen",
        "kom|komt|tegemoetkom|tegemoetkomt",
        "komen|tegemoetkomen",
        "gekomen|tegemoetgekomen",
        stem="tegemoet",
    ),
    _verb("does_justice", "aan", "recht", "doe|doet", "doen", "gedaan", stem="recht"),
    _verb("stands_by", "acc", "gestand", "doe|doet", "doen", "gedaan", stem="gestand"),
    _verb(
        "keeps",
        "acc",
        "",
        r"kom\b[^;]*\b(?:toezegging(?:en)?|afspraak|afspraken|belofte)\b[^;]*\bna(?=[.,:)]|$| (?:die|dat|om|door|en|met|zoals|te|welke|waarin)\b)",
        "",
        "nagekomen",
        stem="na",
    ),
    _verb("redeems", "acc", "", r"los\b[^;]*\bin", r"lossen\b[^;]*\bin", "ingelost", stem="lo"),
    _verb(
        "disposes",
        "acc",
        "",
        r"(?:doe|handel|wikkel|rond)\b[^;]*\baf",
        r"(?:doen|handelen)\b[^;]*\baf",
        "afgedaan|afgehandeld|afgewikkeld|afgerond|vervuld",
        stem="af",
    ),
    _verb(
        "executes",
        "acc",
        "",
        r"(?:voer|voert)\b[^;]*\buit|uitvoer",
        r"voeren\b[^;]*\buit",
        "uitgevoerd|geëffectueerd|verwerkt|geïmplementeerd|ten uitvoer gebracht|ten uitvoer gelegd",
    ),
    _verb("fills_in", "acc", "", r"vul\b[^;]*\bin", r"vullen\b[^;]*\bin", "ingevuld", stem="vul"),
    _verb(
        "answers",
        "acc",
        "",
        r"beantwoord (?:ik|het kabinet)|ik (?:[^\s;]+ ){0,8}beantwoord|beantwoordt",
        "beantwoorden",
        "beantwoord",
        stem="beantwoord",
    ),
    _verb(
        "replies",
        "op",
        "",
        r"reageer|reageert|antwoord ik|ik (?:[^\s;]+ ){0,4}(?<!in )antwoord",
        "reageren|antwoorden",
        "gereageerd|geantwoord",
    ),
    _verb("goes_into", "op", r"in op|in", "ga", "gaan", "ingegaan", stem="ga"),
)

SETTLED = re.compile(
    r"\b(?:als|voor) (?:zijnde |hiermee |hierbij |daarmee )?(?:geheel |volledig |gedeeltelijk |deels |grotendeels )?"
    r"(?P<how>afgedaan|afgehandeld|uitgevoerd|voldaan|ingevuld|ingelost|nagekomen|beantwoord|afgerond|vervuld|gesloten|voltooid)\b",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:geldt|gelden|beschouw\w*|beschouwd|aangemerkt|aanmerk\w*|aan te merken|registr\w+|geregistreerd|gezien|zie|zien|beschouwen|markeren|houd|gehouden)\b",
    re.IGNORECASE,
)
DEEMED = re.compile(
    r"\b(?:acht|achten|meen|menen|denk|vertrouw|ga(?:an)? (?:ik |wij )?ervan uit)\b.*\b(?:afgedaan|afgehandeld|uitgevoerd|voldaan|ingevuld|ingelost|nagekomen|beantwoord|tegemoetgekomen|gegeven)\b",
    re.IGNORECASE,
)
IN_PROGRESS = re.compile(r"\b(?:hiermee|daarmee|hierdoor)\b[^;]*\bin uitvoering\b", re.IGNORECASE)

ACCORDING = re.compile(
    r"\b(?P<how>conform|overeenkomstig|ingevolge|volgens|ter (?:uitvoering|invulling|nakoming|voldoening|opvolging|beantwoording|inlossing|uitwerking) (?:van|aan)|naar aanleiding van"
    r"|in (?:antwoord|reactie|vervolg|aansluiting|navolging) op|in (?:lijn met|navolging van|het kader van)|gevolg gevend aan|gehoor gevend aan|tegemoetkomend aan|voldoend aan|op(?= (?:uw |het )?(?:uitdrukkelijk(?:e)? )?verzoek)"
    r"|gelet op|gezien|gehoord)[ ]"
    r"(?P<gap>(?:[^\W\d][\w'’-]*[ ]){0,6}?)(?=(?P<noun>(?:\w*toezegging(?:en)?|afspraak|belofte|moties?|\w*verzoek(?:en)?|T\d{5}|TZ\d{6})\b))",
    re.IGNORECASE,
)
FULL_EFFECT = re.compile(
    r"ter (?:uitvoering|invulling|nakoming|voldoening|opvolging|beantwoording|inlossing|uitwerking) (?:van|aan)|in antwoord op|gevolg gevend|gehoor gevend",
    re.IGNORECASE,
)
AS_ASKED = re.compile(
    r"\b(?:zo)?als (?:(?!bedoeld|genoemd|beschreven)[^\s.;:]+ ){0,14}?(?P<word>toegezegd|beloofd|verzocht|gevraagd|afgesproken|gewenst)\b",
    re.IGNORECASE,
)
ASKED_FOR = re.compile(r"\b(?P<word>gevraagde|verzochte|toegezegde|beloofde|gewenste)\b (?!te\b)", re.IGNORECASE)
HANDS_OVER = re.compile(
    r"\b(?:treft|vindt|aantreft|bied|bieden|aanbied|aanbieden|zend|zenden|stuur|sturen|toekomen|ontvangt|bevat|bevatten|gaat|gaan|geef|geeft|geven|verstrek\w*|overleg|opgenomen|bijgevoegd|gevoegd|aangehecht|gehecht|toegevoegd"
    r"|informeer|informeren|informeert|bericht|berichten|meld|melden|deel|delen|schets|licht|lichten|zet|ingegaan|reageer|reageren|reageert|beantwoord|beantwoorden|kom|doe|doen|is|zijn|wordt|worden|strekt|ga)\b",
    re.IGNORECASE,
)
PRESENT_ACT = re.compile(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld|deel|schets|licht|ga|reageer|beantwoord|verstrek|geef|kom|leg|breng|zet)(?: ik)\b|\bik (?:\w+ ){0,4}(?:bied|zend|stuur|doe|informeer|bericht|schets|reageer|verstrek)\b"
    r"|\b(?:bieden|zenden|sturen|doen|informeren|berichten|melden|delen|schetsen|gaan|reageren|beantwoorden|verstrekken|geven|komen) (?:wij|we)\b"
    r"|\b(?:treft|vindt|ontvangt) (?:u|uw Kamer|de Kamer)\b|\b(?:u|Kamer) (?:\w+ ){0,6}(?:aantreft|vindt)\b|\b(?:informeert|reageert|biedt|zendt|stuurt) (?:het kabinet|de regering)\b"
    r"|\bwordt (?:u|uw Kamer|de Kamer) (?!\w+lijks)\b|\bgaat (?:u |uw Kamer )?hierbij\b",
    re.IGNORECASE,
)
ATTACHES = re.compile(
    r"\b(?:(?:als|in|bij) (?:de |een )?bijlage(?: \w{1,3})?\b|bijgevoegd|bijgaand|bijgesloten|ingesloten|hierbij\b|bij deze brief (?:gevoegd|gaat|gaan)|aan deze brief (?:gehecht|toegevoegd)|bij deze brief\b"
    r"|bijlage \w{1,3} (?:bevat|geeft|omvat)|bijgevoegde?\b)",
    re.IGNORECASE,
)
THERE = re.compile(
    r"\baan (?:het|dat) (?:gevraagde|verzochte)\b|\b(?:hun|zijn|haar|die|deze|uw) (?:wens|vraag|verzoek|oproep)\b|\b(?:hieraan|daaraan|waaraan)\b|\b(?:hier|daar)\b(?=[^;]*\b(?:gevolg|gehoor|uitvoering|invulling|voldoe|opvolging|tegemoet)\b[^;]*\baan\b)|\b(?:hier|daar)(?=[^;]*\baan (?:voldaan|voldoe|tegemoet))",
    re.IGNORECASE,
)
SERVES = re.compile(
    r"\b[Dd]eze brief (?:strekt|dient|voorziet) (?:daar|hier)(?:toe|in)\b|\b[Dd]aartoe (?:strekt|dient) deze brief\b|\b[Dd]aarin voorziet deze brief\b|\b[Hh]ierbij voorzie ik daarin\b"
    r"|\b(?:dat|dit) doe(?:n)? (?:ik|wij|we) (?:\w+ )?(?:hierbij|hiermee|bij deze[n]?|met deze|in deze|middels deze|via deze|hieronder)\b|\b(?:hierbij|hiermee|bij dezen|met deze brief|in deze brief|hieronder) doe (?:ik|wij) dat\b"
    r"|\b(?:[Mm]et|[Ii]n) deze brief voorzie(?:n)? (?:ik|wij) (?:daarin|hierin)\b",
    re.IGNORECASE,
)
PROMISED_HERE = re.compile(r"\b(?:toegezegd|beloofd|zegde)\b[^;]*\b(?:in|met|bij|middels) deze brief\b", re.IGNORECASE)
TELLS_HOW = re.compile(
    r"\b(?:informeer|informeren|informeert|geïnformeerd|ingelicht|bericht|berichten|op de hoogte|licht|toegelicht|uiteengezet|schets|zet|ga|reageer)\b[^;]*?"
    r"\b(?:op welke (?:wijze|manier)|hoe|over de (?:wijze waarop|manier waarop|uitvoering|opvolging|invulling|afdoening|afhandeling|uitwerking)|de (?:uitvoering|opvolging|invulling|afdoening|afhandeling))\b"
    r"[^;]*?\b(?P<noun>moties?|toezegging(?:en)?|verzoek(?:en)?)\b",
    re.IGNORECASE,
)
PROGRESS = re.compile(r"\b(?:voortgang|stand van zaken)\b", re.IGNORECASE)
ANSWERS_SENT = re.compile(
    r"\b(?:antwoord(?:en)?|beantwoording|reactie|kabinetsreactie|appreciatie)\b[^;]*?\bop\b[^;]*?\b(?P<noun>vragen|vraag|verzoek(?:en)?|moties?|toezegging(?:en)?)\b|\b(?:beantwoording van|antwoorden op)\b[^;]*?\b(?P<too>vragen)\b",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"(?::|–|-|\|)\s*(?:(?:is|zijn|wordt) )?(?:hiermee |hierbij |met deze brief |daarmee )?(?P<how>afgedaan|uitgevoerd|afgehandeld|voldaan|nagekomen|ingelost|ingevuld)\b(?P<rest>.*)",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\b(?:deels|gedeeltelijk|ten dele|voor een deel|grotendeels|(?:eerste|tweede|derde|dat) (?:deel|onderdeel))\b",
    re.IGNORECASE,
)

USUAL = re.compile(r"\b(?:gewoonlijk|gebruikelijk|doorgaans|in de regel|ieder jaar|elk jaar)\b", re.IGNORECASE)
PROMISES_SAID = re.compile(r"\btoegezegd\b|\bzegden?\b[^;]*\btoe\b|\bbeloofd\b|\btoezegging\b", re.IGNORECASE)
MADE_PROMISE = re.compile(
    r"\b(?:heb|hebben) (?:ik|wij|we)\b[^;]*\b(?:toegezegd|beloofd)\b|\b(?:ik|wij)\b[^;]*\b(?:heb|hebben)\b[^;]*\btoegezegd\b|\b(?:ik|wij)\b[^;]*\btoegezegd (?:heb|hebben)\b|\b(?:is|zijn|werd)\b[^;]*\btoegezegd\b|\b[Tt]oegezegd is\b"
    r"|\b(?:ambtsvoorganger|minister|staatssecretaris|kabinet|ondergetekende)\b[^;]*\b(?:toegezegd|zegde\b[^;]*\btoe|toezegde)\b|\bzegden? (?:ik|wij)\b[^;]*\btoe\b|\btoezegging(?:en)?\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:verzocht|verzoekt|verzochten|gevraagd|vroeg|vroegen|vraagt|verzoek(?:en)?|gewenst|wilde[n]? weten|vra(?:ag|gen))\b",
    re.IGNORECASE,
)
FIGURES = re.compile(
    r"\b(?:om|naar) (?:de |het |een )?(?:\w+ )?(?:cijfers|aantallen|aantal|gegevens|bedragen|informatie)\b",
    re.IGNORECASE,
)
ACTED = re.compile(
    r"\b(?:Nederland|kabinet|regering|ik|wij|Defensie)\b[^;]*\b(?:heeft|heb|hebben)\b[^;]*\b(?:dit|dat|deze oproep|daartoe|dit punt)\b[^;]*\b(?:naar voren gebracht|ingebracht|onder de aandacht gebracht|aan de orde gesteld|bepleit|opgebracht|gedaan|overgebracht)\b"
    r"|\b(?:heeft|heb|hebben) (?:ik|Nederland|het kabinet|wij) (?:dit|dat)\b[^;]*\b(?:naar voren gebracht|ingebracht|onder de aandacht gebracht|aan de orde gesteld|bepleit|opgebracht|overgebracht)\b",
)

IN_ANOTHER = re.compile(
    r"\b(?:volgende|afzonderlijke|aparte|separate|latere|eerstvolgende|nadere) (?:\w+ )?\w*(?:brief|rapportage|briefing)\b",
    re.IGNORECASE,
)
OF_WHICH = re.compile(
    r"\b(?:waarover|waarvan|waarom|waarnaar|waar|dat|die|zoals)\b[^;]*?\b(?:heb|heeft|hebben|is|zijn|had|werd)\b[^;]*?\b(?P<word>toegezegd|verzocht|gevraagd|beloofd)\b"
    r"|\b(?:waarover|waarvan|waarom|waarnaar|waar|dat|die)\b[^;]*?\b(?P<too>toegezegd|verzocht|gevraagd|beloofd)\b[^;]*?\b(?:heb|heeft|hebben|is|zijn)\b",
    re.IGNORECASE,
)
UNDER_WAY = re.compile(
    r"\b(?:momenteel|op dit moment|thans|inmiddels)\b[^;]*\b(?:wordt|worden)\b|\b(?:wordt|worden)\b[^;]*\b(?:momenteel|op dit moment)\b",
    re.IGNORECASE,
)
HOW = re.compile(r"\b(?:hoe|op welke (?:wijze|manier)|(?:wijze|manier) waarop)\b", re.IGNORECASE)
REPORTS_BACK = re.compile(
    r"\b(?:informeer|informeren|bericht|berichten|meld|melden|ga|gaan|reageer|reageren|kom|licht|schets|schrijf|geef|deel)\b",
    re.IGNORECASE,
)
BACK_AT = re.compile(r"\b(?:hierover|daarover|hierop|daarop|hieraan|daaraan|erover|hiervan|daarvan)\b", re.IGNORECASE)
ON_YOUR_LETTER = re.compile(
    r"\b(?:in (?:antwoord|reactie|vervolg) op|naar aanleiding van) (?:uw brief|(?:de|een) brief van (?:de|uw) (?:vaste |algemene )?commissie)\b",
    re.IGNORECASE,
)
AGREEMENT = re.compile(
    r"\b(?:akkoord|convenant|sector|partijen|gemeenten|provincies|lidstaten|medeoverheden)\b|\b\w+akkoord\b",
    re.IGNORECASE,
)

WHAT = {"toezegging": Discharged.COMMITMENT, "motie": Discharged.MOTION, "verzoek": Discharged.REQUEST}


def kind_of(word: str) -> Discharged:
    """Return what a word names: a commitment, a motion or a request."""
    small = word.casefold()
    if "motie" in small or small.startswith("dict"):
        return Discharged.MOTION
    if (
        small.startswith(
            ("verzo", "informatie", "rappel", "vra", "gevraa", "gewenst", "het ", "kamervra", "commissievra")
        )
        or "verzoek" in small
    ):
        return Discharged.REQUEST
    return Discharged.COMMITMENT
