"""The words of a promise: who promises, to whom, what is done, and the forms a Dutch verb takes in it.

Dutch grammar decides the forms: a main clause has its finite verb second ("In mei stuur ik uw Kamer ..."), a subordinate
clause has it last ("waarover ik uw Kamer zal informeren"), separable verbs fall apart in the one ("bied ... aan") and
join in the other ("aanbied", "aan te bieden"), and the passive has "worden" with a participle.
"""

import re
from dataclasses import dataclass
from typing import Final

from griffie.domain.kinds import Action


def one_of(*words: str) -> str:
    """Return a pattern for one of these patterns as whole words; "~" stands for any beginning or end of a word."""
    return r"(?<![\w-])(?:" + "|".join(words).replace("~", r"[\w-]*") + r")(?![\w-])"


FIRST: Final = one_of("ik|wij|we|ikzelf|wijzelf|ondergetekende|ondergetekenden|mijnerzijds|onzerzijds")
"""Those who sign."""

GOVERNMENT: Final = one_of(
    r"(?:het|dit|ons) (?:demissionaire |huidige |nieuwe |volgende )?kabinet|de regering"
    r"|(?:de|mijn|onze|zijn|haar) (?:\w+ )?(?:minister(?:-president|s)?|staatssecretari(?:s|ssen)|bewindspersonen|bewindspersoon"
    r"|bewindslieden|premier|ambt(?:s)?geno(?:ot|te|ten)|collega(?:’s|'s|s)?|(?:ambts)?opvolg(?:er|ster)(?:s)?)"
    r"|(?:het|mijn|ons) ministerie|(?:de )?departementen|minister|staatssecretaris"
)
"""Who belongs to the government: the cabinet, a minister, the ministry, the one who signs next."""

CHAMBER: Final = one_of(
    r"u|uw kamer|de kamer|uw kamers|beide kamers|de kamers|de (?:tweede|eerste) kamer|de staten-generaal|het parlement"
    r"|uw (?:vaste )?(?:kamer)?commissies?|de vaste (?:kamer)?commissies?(?: voor [\w, ]{3,60}?)?|uw griffie|(?:uw )?kamerleden|uw leden"
)
"""To whom a promise is made."""

POLITE: Final = one_of(r"u|uw kamer|uw (?:vaste )?(?:kamer)?commissies?|beide kamers")
"""The Chamber as it is spoken to."""


I_SIGN, WE_SIGN, GOVERNMENT_SIGN, CHAMBER_SIGN = "\ue001", "\ue004", "\ue002", "\ue003"
"""What stands in a tagged sentence in the place of each letter of those who sign, the government, the Chamber."""
_TAGS: Final = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (GOVERNMENT, GOVERNMENT_SIGN),
        (CHAMBER, CHAMBER_SIGN),
        (one_of("ik|ikzelf|ondergetekende|mijnerzijds"), I_SIGN),
        (FIRST, WE_SIGN),
    )
)


def tagged(text: str) -> str:
    """Return a sentence in small letters with signs for who promises and to whom; every place stays as it is."""
    for pattern, sign in _TAGS:
        text = pattern.sub(lambda found, sign=sign: sign * len(found[0]), text)  # type: ignore[misc]
    return text


@dataclass(frozen=True)
class Verb:
    """A verb in the forms that a promise has: `first` and `third` person (with its separable part), infinitive, participle.

    Of a separable verb `part` is what stands apart from the finite form: "bied ... aan".
    """

    action: Action
    first: str
    third: str
    infinitive: str
    participle: str
    part: str = ""
    addressed: bool = True  # means nothing without the one it is told to


INFORM: Final = (
    Verb(Action.INFORM, "informeer|informeren", "informeert", "(?:te )?informeren", "geïnformeerd|geinformeerd"),
    Verb(Action.INFORM, "bericht|berichten", "bericht", "(?:te )?berichten", "bericht"),
    Verb(Action.INFORM, "meld|melden", "meldt", "(?:te )?melden", "gemeld"),
    Verb(Action.INFORM, "rapporteer|rapporteren", "rapporteert", "(?:te )?rapporteren", "gerapporteerd", addressed=False),
    Verb(Action.INFORM, "licht|lichten", "licht", "(?:in te lichten|inlichten)", "ingelicht", "in"),
    Verb(Action.INFORM, "praat|praten", "praat", "(?:bij te praten|bijpraten)", "bijgepraat", "bij"),
    Verb(Action.INFORM, "stel|stellen|breng|brengen|houd|hou|houden", "stelt|brengt|houdt",
         "(?:te )?(?:stellen|brengen|houden)", "gesteld|gebracht|gehouden", "op de hoogte|in kennis|van op de hoogte|geïnformeerd"),
    Verb(Action.INFORM, "laat|laten", "laat", "(?:te )?laten weten|laten (?:te )?weten", "gelaten", "weten"),
    Verb(Action.INFORM, "deel|delen", "deelt", "(?:mede te delen|mee te delen|mededelen|meedelen)", "meegedeeld|medegedeeld", "mee|mede"),
    Verb(Action.INFORM, "koppel|koppelen", "koppelt", "(?:terug te koppelen|terugkoppelen)", "teruggekoppeld", "terug", addressed=False),
    Verb(Action.INFORM, "kom|komen", "komt", "(?:(?:op )?terug te komen|(?:op )?terugkomen)", "teruggekomen", "terug", addressed=False),
    Verb(Action.INFORM, "geef|geven", "geeft", "(?:te )?(?:geven|verschaffen|bieden)", "gegeven|verschaft|geboden",
         "uitsluitsel|duidelijkheid|inzicht|uitleg|een reactie|een toelichting|nadere informatie|een stand van zaken|de stand van zaken|opheldering"),
    Verb(Action.INFORM, "maak|maken", "maakt", "(?:te )?maken", "gemaakt", "kenbaar|bekend"),
    Verb(Action.INFORM, "doe|doen", "doet", "(?:te )?doen", "gedaan", "verslag|mededeling|mededelingen"),
    Verb(Action.INFORM, "breng|brengen", "brengt", "(?:uit te brengen|uitbrengen)", "uitgebracht", "verslag uit|uit"),
    Verb(Action.INFORM, "antwoord|antwoorden|beantwoord|beantwoorden", "antwoordt|beantwoordt", "(?:te )?(?:be)?antwoorden", "beantwoord"),
    Verb(Action.INFORM, "attendeer|attenderen", "attendeert", "(?:te )?attenderen", "geattendeerd"),
    Verb(Action.INFORM, "actualiseer|actualiseren", "actualiseert", "(?:te )?actualiseren", "geactualiseerd"),
    Verb(Action.INFORM, "briefen", "brieft", "(?:te )?briefen", "gebrieft"),
)  # fmt: skip

SEND: Final = (
    Verb(Action.SEND, "stuur|sturen", "stuurt", "(?:te )?sturen|toe te sturen|toesturen|op te sturen", "gestuurd|toegestuurd|verstuurd"),
    Verb(Action.SEND, "zend|zenden", "zendt", "(?:te )?zenden|toe te zenden|toezenden|na te zenden|nazenden|na te sturen|nasturen", "gezonden|toegezonden|verzonden|nagezonden|nagestuurd|overhandigd"),
    Verb(Action.SEND, "bied|bieden", "biedt", "aan te bieden|aanbieden", "aangeboden", "aan"),
    Verb(Action.SEND, "doe|doen", "doet", "(?:te )?doen (?:toekomen|toegaan|geworden)|toe(?: te )?komen", "toegekomen",
         "toekomen|toegaan|geworden"),
    Verb(Action.SEND, "leg|leggen", "legt", "voor te leggen|voorleggen|over te leggen|overleggen|ter inzage te leggen", "voorgelegd|overgelegd",
         "voor|over|ter inzage"),
    Verb(Action.SEND, "verstrek|verstrekken", "verstrekt", "(?:te )?verstrekken", "verstrekt"),
    Verb(Action.SEND, "deel|delen", "deelt", "(?:te )?delen", "gedeeld"),
    Verb(Action.SEND, "stel|stellen", "stelt", "(?:te )?stellen", "gesteld", "ter beschikking|beschikbaar"),
    Verb(Action.SEND, "lever|leveren", "levert", "(?:aan te leveren|aanleveren|na te leveren|naleveren|(?:te )?leveren)", "aangeleverd|geleverd"),
    Verb(Action.SEND, "ontvang", "ontvangt", "(?:te )?ontvangen", "ontvangen"),
)  # fmt: skip

LEGISLATE: Final = (
    Verb(Action.LEGISLATE, "dien|dienen", "dient", "in te dienen|indienen", "ingediend", "in"),
    Verb(Action.LEGISLATE, "breng|brengen", "brengt", "(?:te )?brengen", "gebracht",
         "in procedure|in consultatie|in internetconsultatie|in de ministerraad|naar de kamer|naar de raad van state", addressed=False),
    Verb(Action.LEGISLATE, "hang|hangen", "hangt", "voor te hangen|voorhangen", "voorgehangen", "voor"),
    Verb(Action.LEGISLATE, "wijzig|wijzigen", "wijzigt", "(?:te )?wijzigen", "gewijzigd", addressed=False),
)  # fmt: skip

INVESTIGATE: Final = (
    "onderzoeken|nagaan|na te gaan|bezien|bekijken|verkennen|evalueren|inventariseren|uitzoeken|uit te zoeken|doorlichten|door te lichten|"
    "toetsen|wegen|afwegen|overwegen|beoordelen|peilen|nader te bezien|monitoren|uitwerken|uit te werken|in kaart (?:te )?brengen|"
    "verrichten|analyseren|toetsen|heroverwegen"
)
INVESTIGATED: Final = (
    "onderzocht|nagegaan|bezien|bekeken|verkend|geëvalueerd|geinventariseerd|geïnventariseerd|uitgezocht|doorgelicht|"
    "uitgewerkt|in kaart gebracht|geanalyseerd|heroverwogen"
)
CONSULT: Final = (
    "overleggen|in overleg (?:te )?treden|in gesprek (?:te )?gaan|het gesprek (?:te )?voeren|overleg (?:te )?voeren|van gedachten (?:te )?wisselen|"
    "raadplegen|consulteren|bespreken|aan de orde (?:te )?stellen|onder de aandacht (?:te )?brengen|aandacht (?:te )?vragen|agenderen|"
    "aankaarten|bepleiten|pleiten|uitnodigen"
)
