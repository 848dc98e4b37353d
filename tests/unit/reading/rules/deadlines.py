"""Examples of the deadline rules, each with a counter-example; the page of rules in the docs is made of them."""

from dataclasses import dataclass

from tests.unit.reading import rules


@dataclass(frozen=True)
class Example(rules.Example):
    """What is found in a text written on the letter's day: `expect` holds phrases with their last day on time."""

    day: str = "2025-03-20"
    chamber: str = "TK"


EXAMPLES: tuple[Example, ...] = (
    Example(
        "before_recess",
        "Ik zal uw Kamer vóór het zomerreces informeren.",
        (("vóór het zomerreces", "2025-07"),),
        "Zoals toegezegd ontvangt u hierbij voor het zomerreces de rapportage.",
        "what this letter itself meets is no longer to come",
    ),
    Example(
        "before_recess",
        "Ik informeer uw Kamer voor het meireces over de voortgang.",
        (("voor het meireces", "2025-04"),),
        "De Kamer heeft gevraagd of ik voor het meireces kan reageren.",
        "a question that is only told binds nobody",
    ),
    Example(
        "before_recess",
        "De vakbonden leggen het akkoord nog voor de zomer aan hun leden voor.",
        (("voor de zomer", "2025-07"),),
        "De wet zou voor de zomer in werking treden.",
        "a plan of the past",
    ),
    Example(
        "before_end_of_recess",
        "Ik zal uw Kamer de uitkomst voor het einde van het meireces doen toekomen.",
        (("voor het einde van het meireces", "2025-05"),),
        "Voor het einde van het meireces kon dat niet.",
        "a plan of the past",
    ),
    Example(
        "after_recess",
        "Na het zomerreces kom ik op de planning terug.",
        (("Na het zomerreces", None),),
        "De wet treedt niet eerder dan 1 januari 2026 in werking.",
        "only the earliest moment is named",
    ),
    Example(
        "day",
        "Ik verwacht uw Kamer uiterlijk 1 juli 2025 te kunnen informeren.",
        (("uiterlijk 1 juli 2025", "2025-07-01"),),
        "Het rapport is op 12 maart jl. aan uw Kamer gezonden.",
        "a day that has passed",
    ),
    Example(
        "before_day",
        "De leverancier heeft zich verbonden de test vóór 15 augustus a.s. te voltooien.",
        (("vóór 15 augustus a.s.", "2025-08-14"),),
        "Helaas is het niet mogelijk de vragen voor 1 april te beantwoorden.",
        "a term that is given up",
    ),
    Example(
        "before_day",
        "De VNG zal haar leden tot 1 oktober 2025 raadplegen.",
        (("tot 1 oktober 2025", "2025-09-30"),),
        "De brief van 1 oktober 2025 gaat hierover.",
        "a day that only says which letter is meant",
    ),
    Example(
        "before_meeting",
        "Ik informeer u tijdig voor het commissiedebat van 10 april a.s.",
        (("tijdig voor het commissiedebat van 10 april a.s.", "2025-04-09"),),
        "Op 10 april a.s. vindt het commissiedebat Jeugdzorg plaats.",
        "a day that only names a meeting",
    ),
    Example(
        "from_day",
        "De regeling treedt met ingang van 1 januari 2026 in werking.",
        (("met ingang van 1 januari 2026", "2026-01-01"),),
        "Het stelsel zou aanvankelijk al per 1 juli 2025 in werking treden.",
        "a plan that is given up",
    ),
    Example(
        "through_day",
        "Aanvragen kunnen worden ingediend met ingang van 6 juli 2025 en tot en met 31 augustus 2025.",
        (("met ingang van 6 juli 2025", "2025-07-06"), ("tot en met 31 augustus 2025", "2025-08-31")),
        "De inschrijving had in mei moeten sluiten.",
        "what should have been",
    ),
    Example(
        "month",
        "Die rapportage kunt u in september tegemoet zien.",
        (("in september", "2025-09"),),
        "In februari verscheen het rapport.",
        "a verb of the past",
    ),
    Example(
        "month",
        "Ik ben voornemens eind april/begin mei een bijeenkomst te organiseren.",
        (("eind april/begin mei", "2025-05"),),
        "Ik heb uw Kamer in januari hierover geïnformeerd.",
        "a verb of the past",
    ),
    Example(
        "half_of_month",
        "Het UWV levert de cijfers in de tweede helft van juni.",
        (("in de tweede helft van juni", "2025-06-30"),),
        "In de tweede helft van juni was het loket gesloten.",
        "a verb of the past",
    ),
    Example(
        "quarter",
        "In het tweede kwartaal van dit jaar start de proef.",
        (("In het tweede kwartaal van dit jaar", "2025-Q2"),),
        "De cijfers over het eerste kwartaal van 2025 zijn nog niet beschikbaar.",
        "the period that figures are about",
    ),
    Example(
        "part_of_year",
        "Het streven is de studie in het eerste trimester van 2026 af te ronden.",
        (("in het eerste trimester van 2026", "2026-04-30"),),
        "In de eerste helft van 2024 is het aantal gedaald.",
        "a period that is over",
    ),
    Example(
        "begin_of_year",
        "De brief stuur ik begin 2026 naar uw Kamer.",
        (("begin 2026", "2026-Q1"),),
        "Het College stelde begin 2025 vast dat dit niet mocht.",
        "a verb of the past",
    ),
    Example(
        "middle_of_year",
        "De eindrapportage volgt medio 2027.",
        (("medio 2027", "2027-07"),),
        "In de periode 2025-2030 wordt hierin geïnvesteerd.",
        "years that only say how long",
    ),
    Example(
        "end_of_year",
        "Voor eind 2025 kom ik hierop terug.",
        (("Voor eind 2025", "2025-12-31"),),
        "Volgens het contract hadden alle zenders eind vorig jaar gereed moeten zijn.",
        "what should have been",
    ),
    Example(
        "year",
        "In de loop van 2026 komt de Commissie met een aanbeveling.",
        (("In de loop van 2026", "2026-12-31"),),
        "In 2026 is hiervoor € 20 miljoen beschikbaar.",
        "the year that money is for",
    ),
    Example(
        "season",
        "De Rekenkamer verwacht het onderzoek dit najaar af te ronden.",
        (("dit najaar", "2025-12-21"),),
        "In de zomer is het druk op Schiphol.",
        "how things are, not what is done by then",
    ),
    Example(
        "week",
        "In de eerste week van april stuur ik de brief.",
        (("In de eerste week van april", "2025-04-07"),),
        "Volgens het verslag van de eerste week van april ging het goed.",
        "a week that only says which report is meant",
    ),
    Example(
        "week",
        "De briefing verzorgen wij graag in de week van 31 maart.",
        (("in de week van 31 maart", "2025-04-06"),),
        "Vorige week sprak ik met de sector.",
        "a verb of the past",
    ),
    Example(
        "weekday",
        "De agenda ontvangt u aanstaande vrijdag.",
        (("aanstaande vrijdag", "2025-03-21"),),
        "Afgelopen vrijdag ontving u de agenda.",
        "a day that has passed",
    ),
    Example(
        "weekday_of_month",
        "Wij rapporteren in het jaarverslag, dat u op de derde woensdag van mei ontvangt.",
        (("op de derde woensdag van mei", "2025-05-21"),),
        "De derde woensdag van mei is Verantwoordingsdag.",
        "no deed by that day",
    ),
    Example(
        "event",
        "De Staatssecretaris stuurt uw Kamer met Prinsjesdag een brief.",
        (("met Prinsjesdag", "2025-09-16"),),
        "Over de kosten kom ik in de najaarsnota terug.",
        "a paper, not a moment",
    ),
    Example(
        "event",
        "Zodra die test is afgerond, berichten wij u over de datum.",
        (("Zodra die test is afgerond", None),),
        "Zolang die motie is aangehouden, zie ik geen aanleiding daarop vooruit te lopen.",
        "no deed is announced",
    ),
    Example(
        "within",
        "Ik ben daarover in gesprek en zal u binnen zes weken informeren.",
        (("binnen zes weken", "2025-05-01"),),
        "Wie een regeling is geweigerd, kan binnen zes weken bezwaar maken.",
        "a term that a rule sets for citizens",
    ),
    Example(
        "within",
        "De rechtbank oordeelde op 12 maart jl. dat het besluit niet deugde. Het UWV moet binnen acht weken na die "
        "uitspraak opnieuw beslissen.",
        (("binnen acht weken na die uitspraak", "2025-05-07"),),
        "De IND beslist binnen zes maanden op een aanvraag.",
        "a usual term of another body",
    ),
    Example(
        "within_of_event",
        "Onze reactie ontvangt u binnen zes weken na verschijnen.",
        (("binnen zes weken na verschijnen", None),),
        "Helaas kan ik de vragen niet binnen drie weken beantwoorden.",
        "a term that is given up",
    ),
    Example(
        "no_day",
        "Het kabinet weegt dat, waarna ik uw Kamer spoedig zal informeren.",
        (("spoedig", None),),
        "De motie verzoekt de Kamer op korte termijn te informeren. Dat onderzoek is afgerond. Daarmee beantwoord ik "
        "de motie.",
        "the motion is settled, and its term with it",
    ),
    Example(
        "no_day",
        "De antwoorden gaan u zo spoedig mogelijk, maar uiterlijk over drie weken toe.",
        (("zo spoedig mogelijk, maar uiterlijk over drie weken", "2025-04-10"),),
        "Het is van belang dat patiënten zo snel mogelijk worden geholpen.",
        "how things should go, no deed of anybody",
    ),
    Example(
        "step",
        "Ik heb om advies gevraagd en zal uw Kamer na ontvangst daarvan mijn standpunt doen toekomen.",
        (("na ontvangst daarvan", None),),
        "Mijn reactie ontvangt u niet na vaststelling van de conclusies.",
        "the term is denied",
    ),
    Example(
        "step",
        "Mijn reactie ontvangt u na vaststelling van de Raadsconclusies, maar uiterlijk in januari.",
        (("uiterlijk in januari", "2026-01"),),
        "De subsidie is na goedkeuring van de Europese Commissie mogelijk.",
        "how things go, no promise",
    ),
    Example(
        "next_season",
        "Met de musea werk ik aan een plan, dat ik uw Kamer volgend voorjaar zal toezenden.",
        (("volgend voorjaar", "2026-06-21"),),
        "Naar verwachting zal het aantal aanvragen in 2026 verder stijgen.",
        "a forecast of figures",
    ),
    Example(
        "told_day",
        "Uw Kamer heeft verzocht vóór het einde van de stookperiode (30 september) een besluit te ontvangen.",
        (("vóór het einde van de stookperiode (30 september)", "2025-09-30"),),
        "Vóór het einde van de stookperiode (30 september) was dat niet haalbaar.",
        "a plan of the past",
    ),
    Example(
        "next_paper",
        "Daarover wordt de Kamer in de eerstvolgende jaarrapportage op de hoogte gesteld.",
        (("in de eerstvolgende jaarrapportage", None),),
        "Die toets neem ik op in de eerstvolgende rapportage. Die rapportage is nog niet gepland.",
        "the paper's own term is told elsewhere",
    ),
    Example(
        "coming_weeks",
        "In de komende weken zal ik uw Kamer nader informeren.",
        (("In de komende weken", None),),
        "Ik ga de komende weken met deze partijen om tafel.",
        "what goes on through a time, not by it",
    ),
    Example(
        "of_motion",
        "De motie verzoekt de regering de Kamer voor het zomerreces te informeren. Dat onderzoek loopt nog.",
        (("voor het zomerreces", "2025-07"),),
        "In het dictum staat dat de Kamer «uiterlijk voor het zomerreces» moet worden geïnformeerd. Hiermee geef ik "
        "invulling aan de motie.",
        "the motion is settled, and its term with it",
    ),
    Example(
        "recurring",
        "Over de naleving wordt u jaarlijks vóór 15 december geïnformeerd.",
        (("jaarlijks vóór 15 december", "2025-12-14"),),
        "Ik informeer uw Kamer elk half jaar.",
        "a frequency is no term by itself",
    ),
)
