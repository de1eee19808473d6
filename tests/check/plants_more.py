"""Other wordings of the same faults, written after the rules had met the first ones: what rules have learnt
by heart shows here."""

import random

from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.quote import Quote
from presskit.text.runs import rich
from tests.check.seeding import ANYWHERE, BODY, Host, Plant, Planter, changed, sowing, sown, swapped
from tests.check.words import PEOPLE, STATES

PROSE = (Paragraph, Paragraph, Listing, Notes)


def _alone(bank: dict[str, tuple[str, ...]]) -> Planter:
    """A paragraph of its own."""

    def plant(host: Host, rng: random.Random) -> Plant | None:
        if host.language not in bank:
            return None
        block = Paragraph(id="plantpar", text=rich(rng.choice(bank[host.language])))
        blocks = list(host.release.blocks)
        blocks.insert(rng.choice([1, 2, len(blocks)]), block)
        return changed(host, block.summary(), swapped(host, blocks), block.id)

    return plant


def _named(bank: tuple[str, ...], kinds: tuple[type, ...] = BODY) -> Planter:
    """A sentence with room for a person, a surname and a state."""

    def plant(host: Host, rng: random.Random) -> Plant | None:
        if host.language != "en":
            return None
        state, short, postal = rng.choice([each for each in STATES if each[0] != each[1]])
        name, last = rng.choice(PEOPLE), rng.choice(("Kowalczyk", "Abara", "Lindgren", "Pomeroy", "Ishikawa"))
        sentence = rng.choice(bank).format(name=name, last=last, state=state, short=short, postal=postal)
        return sown(host, rng, sentence, kinds)

    return plant


LINES = _alone(
    {
        "en": (
            "FOR RELEASE ON RECEIPT",
            "EMBARGOED FOR RELEASE: 9 A.M. EASTERN, JUNE 4",
            "Under embargo until June 4",
            "HOLD UNTIL TUESDAY",
            "NOT FOR PUBLICATION BEFORE 6 P.M. MONDAY",
            "RELEASE: IMMEDIATE",
        )
    }
)
LEAVINGS = _alone(
    {
        "en": (
            "Print",
            "Share",
            "Share this article",
            "Posted on June 3, 2026 by webmaster",
            "Leave a Reply Cancel reply",
            "Your email address will not be published.",
            "Previous Post",
            "Next →",
            "Related articles",
            "Copyright © 2026 Granton Riders Union",
            "Powered by WordPress",
            "Click here to unsubscribe.",
            "Having trouble viewing this email? View it online.",
            "Sign in",
            "Log in to comment",
            "0 Comments",
            "3 min read",
            "Download PDF",
            "Search",
            "Follow us on Twitter",
        ),
        "es": (
            "Imprimir",
            "Volver arriba",
            "Política de privacidad",
            "0 comentarios",
            "Noticias relacionadas",
        ),
        "fr": (
            "Imprimer",
            "Retour en haut",
            "Politique de confidentialité",
            "0 commentaire",
            "Mentions légales",
        ),
    }
)
TIMES = _named(
    (
        "Pilots gather at ⟦10 A.M⟧ on the lawn.",
        "Pilots gather at ⟦8.30 p.m.⟧ on the lawn.",
        "Pilots gather at ⟦8 o’clock p.m.⟧ on the lawn.",
        "The kitchen is open from ⟦11am-2pm⟧ on weekdays.",
        "The kitchen is open ⟦9:00 a.m.⟧ to noon on weekdays.",
        "The last boat leaves at ⟦11:00 P.M.⟧ sharp.",
        "The call is at ⟦3 P.M.⟧ for all members.",
        "Bread is ready by ⟦6:00am⟧ each day.",
        "The line opens at ⟦7 p.m⟧ for callers.",
    )
)
DATES = _named(
    (
        "The lease ends ⟦Aug 14⟧ for all tenants.",
        "The lease ends on ⟦14th August⟧ for all tenants.",
        "The lease ends on the ⟦2nd of March⟧ for all tenants.",
        "Members vote ⟦February 3rd, 2027⟧ in the mill.",
        "Members vote ⟦Sept 21st⟧ in the mill.",
        "Members vote ⟦November 9⟧ in the mill.",
        "The yard was sold ⟦10/3/2026⟧ at auction.",
        "The yard was sold in ⟦Dec. 2024⟧ at auction.",
        "The yard was sold in ⟦Oct 2024⟧ at auction.",
        "Work ran from ⟦January 5⟧ through March 2 of that year.",
    )
)
STALE = sowing(
    {
        "en": (
            "A total of ⟦###⟧ riders signed.",
            "The meeting is in ⟦ROOM TBD⟧ at the mill.",
            "The director, ⟦FIRST LAST⟧, opened the hall.",
            "Fares rise by ⟦X percent⟧ in spring.",
            "⟦[Boilerplate goes here]⟧",
            "The hall holds ⟦[how many?]⟧ people.",
            "⟦(QUOTE TO COME)⟧",
            "Members of ⟦ORGANIZATION NAME⟧ keep the pier.",
            "The trust gave ⟦$XX,XXX⟧ to the mill.",
            "The fair is on ⟦MONTH DAY⟧ in the mill.",
            "Call ⟦XXX-XXX-XXXX⟧ for a seat.",
            "⟦{Name}⟧ keeps the books.",
            "⟦INSERT PHOTO HERE⟧",
            "The trust spent ⟦TK dollars⟧ on nets.",
        ),
        "es": (
            "El salón tiene ⟦[número]⟧ plazas.",
            "Asistieron ⟦XXX⟧ personas.",
            "⟦[Pendiente de confirmar]⟧",
        ),
        "fr": ("La salle compte ⟦[nombre]⟧ places.", "Il y avait ⟦XXX⟧ personnes.", "⟦[À confirmer]⟧"),
    },
    ANYWHERE,
)
REFERENCES = _named(
    (
        "The plan was written by ⟦Sen. {last}⟧ in winter.",
        "Riders wrote to ⟦Congresswoman {last}⟧ in winter.",
        "⟦Lt. Gov. {last}⟧ read the plan.",
        "⟦County Executive {last}⟧ read the plan.",
        "⟦Supervisor {last}⟧ voted no, and two others abstained.",
        "⟦Assemblyman {last}⟧ wrote the bill.",
        "⟦Secretary of State {last}⟧ read the plan.",
        "⟦Mrs. {last}⟧ sold the yard in 2019.",
        "The yard belonged to ⟦Mr {last}⟧ and his sons.",
        "The letter thanks ⟦Ms {last}⟧ for the nets.",
        "⟦Mr. and Mrs. {last}⟧ sold the yard in 2019.",
        "⟦Sheriff {last}⟧ kept the peace.",
    )
)
TITLES = _named(
    (
        "{name}, ⟦Vice President of Programs⟧ at the mill, read the plan.",
        "{name}, the trust’s ⟦Communications Director⟧, read the plan.",
        "{name}, ⟦Treasurer⟧, read the books aloud.",
        "{name}, ⟦Founder and Chief Executive⟧ of Lake Mills, read the plan.",
        "{name}, ⟦Professor of Economics⟧ at Granton University, read the plan.",
        "{name}, ⟦Staff Attorney⟧ with the riders, read the plan.",
        "{name}, who is ⟦Managing Director⟧ of the yard, read the plan.",
        "Rep. {name} ⟦(D - Ashby)⟧ wrote the bill.",
        "U.S. Rep. {name} ⟦(R-{short})⟧ voted no.",
        "Sen. {name} ⟦(D, Ashby)⟧ voted no.",
        "⟦US Representative⟧ {name} voted no.",
        "⟦State Representative⟧ {name} voted yes.",
        "The mill was opened by ⟦sen.⟧ {name} in spring.",
        "The mill was opened by ⟦rep.⟧ {name} in spring.",
    )
)
PLACES = _named(
    (
        "Families left Granton, ⟦{postal}⟧, for the coast.",
        "Two mills, in Ashby, ⟦{short}⟧, and Granton, were sold.",
        "Nearly half of ⟦{short}⟧ farms have no well.",
        "The ⟦US⟧ government paid for nine wells.",
        "The ⟦US⟧ Supreme Court refused to hear the case.",
        "Boats built in the ⟦US⟧ are dearer.",
        "The mill in Elkton ⟦{postal}⟧ was sold.",
        "A clinic in Elkton, ⟦{postal}⟧.",
    )
)
NUMBERS = sowing(
    {
        "en": (
            "The mill employs ⟦6⟧ bakers and a cook.",
            "It took ⟦5⟧ weeks to clear the road.",
            "Members mended ⟦8⟧ nets in a night.",
            "The board met ⟦3⟧ times in winter.",
            "The mill employs ⟦thirty⟧ bakers.",
            "The mill employs ⟦thirty-one⟧ bakers.",
            "At least ⟦two hundred⟧ boats were lost.",
            "Rents went up ⟦8 percent⟧ in Ashby.",
            "Rents went up ⟦8.5 per cent⟧ in Ashby.",
            "Rents went up ⟦twelve percent⟧ in Ashby.",
            "Some ⟦75 %⟧ of tenants signed.",
            "Turnout fell by ⟦.5%⟧ in Ashby.",
            "A ⟦nine-year-old⟧ girl rang the bell.",
            "The plan covers ⟦7⟧ of the 19 wells.",
        )
    },
    PROSE,
)
FIRST = sowing(
    {
        "en": (
            "⟦17⟧ bakers lost their jobs.",
            "⟦75%⟧ of tenants signed.",
            "⟦1,200⟧ people walked to the mill.",
            "⟦9⟧ wells ran dry.",
            "⟦3.5⟧ million gallons were lost.",
        )
    },
    (Paragraph, Notes),
)
VOICE = sowing(
    {
        "en": (
            "Without the ferry, ⟦we⟧ lose the island.",
            "It is time for ⟦our⟧ county to choose.",
            "The trust asks all of ⟦us⟧ to wait.",
            "⟦We’ll⟧ meet again in spring.",
            "⟦I’m⟧ told that the mill is safe.",
            "If ⟦you⟧ need a boat, the yard lends them.",
            "The keys to ⟦your⟧ mill are in the office.",
            "What a day for the mill⟦!⟧",
            "The mill is saved⟦!⟧",
            "⟦We’d⟧ asked for nine wells.",
        ),
        "es": ("La isla es ⟦nuestra⟧ casa.", "¡Qué día⟦!⟧"),
        "fr": ("Sans le bac, ⟦nous⟧ perdons l’île.", "L’île est ⟦notre⟧ maison.", "Quelle journée ⟦!⟧"),
    },
    PROSE,
)
LOADED = sowing(
    {
        "en": tuple(
            f"The {each} vote came late, after nine hours in the hall.".replace(each, f"⟦{each}⟧")
            for each in (
                *(
                    "shocking",
                    "momentous",
                    "heinous",
                    "stunning",
                    "heroic",
                    "ruthless",
                    "deplorable",
                    "visionary",
                ),
                *(
                    "unfair",
                    "reprehensible",
                    "monumental",
                    "tremendous",
                    "brilliant",
                    "horrendous",
                    "despicable",
                ),
                *("cutting-edge", "exciting", "senseless", "hateful", "ground-breaking", "egregious"),
            )
        ),
        "es": (
            "El ⟦indignante⟧ voto llegó tarde.",
            "El ⟦inhumano⟧ recorte llegó tarde.",
            "El ⟦revolucionario⟧ plan llegó tarde.",
        ),
        "fr": (
            "Le vote ⟦indigne⟧ est venu tard.",
            "La coupe ⟦inhumaine⟧ est venue tard.",
            "Le plan ⟦révolutionnaire⟧ est venu tard.",
        ),
    },
    (Paragraph, Paragraph, Listing),
)
QUOTES = sowing(
    {
        "en": (
            "“Nine wells are dry,” ⟦insisted⟧ Walter Drummond, who digs them.",
            "“Nine wells are dry,” Walter Drummond, who digs them, ⟦exclaimed⟧.",
            "“Nine wells are dry,” ⟦asserted⟧ Walter Drummond, who digs them.",
            "“Nine wells are dry⟦”,⟧ Walter Drummond said.",
            "Walter Drummond calls them “the dry nine⟦”.⟧",
            "⟦“Nine wells are dry, said Walter Drummond⟧, who digs them.",
            "Walter Drummond calls them ⟦“⟧the dry nine, and so do others.",
        )
    },
    PROSE,
)
CANNED = sowing(
    {
        "en": (
            "We’re ⟦thrilled⟧ with the vote.",
            "I’m ⟦delighted⟧ that the mill is open.",
            "We are ⟦honoured⟧ to lend boats.",
            "We are ⟦excited⟧ to partner with the riders.",
            "I could not be more ⟦pleased⟧.",
            "I am so ⟦proud⟧ to be here.",
            "We take great ⟦pride⟧ in the mill.",
            "It is a ⟦privilege⟧ to open the mill.",
        ),
        "es": ("Estoy muy ⟦orgullosa⟧ del molino.", "Estamos ⟦emocionados⟧ con el voto."),
        "fr": ("Je suis ⟦fier⟧ du moulin.", "Nous sommes ⟦heureux⟧ d’ouvrir le moulin."),
    },
    (Quote,),
)
STUDIES = sowing(
    {
        "en": (
            "⟦A study⟧ has shown that ferries cut commutes by 40%.",
            "⟦A new study⟧ puts the loss at 900 jobs.",
            "⟦Polls show⟧ that six in 10 farmers want wells.",
            "⟦A poll⟧ this spring found 62% in favor.",
            "⟦Research⟧ has found that wells fail first.",
            "⟦Data show⟧ that 30% of wells are dry.",
            "⟦One recent report⟧ estimates the loss at $3 million.",
            "⟦A recent analysis⟧ found that rents rose 8%.",
            "As ⟦studies have shown⟧, ferries cut commutes.",
        ),
        "es": (
            "⟦Una encuesta reciente⟧ muestra que el 62 % está a favor.",
            "⟦Los sondeos⟧ dicen que el 60 % quiere pozos.",
        ),
        "fr": (
            "⟦Un récent sondage⟧ montre que 62 % sont pour.",
            "⟦Les études⟧ montrent que les puits s’assèchent.",
        ),
    },
    (Paragraph, Listing),
)
CANDIDATES = _named(
    (
        "Riders are urged to ⟦vote for {name}⟧ on Tuesday.",
        "The group ⟦endorsed {name}⟧ for the state Senate.",
        "The trust ⟦supports {name}’s campaign⟧ for governor.",
        "Members knocked on doors to ⟦elect {name}⟧ in the primary.",
        "The riders ⟦oppose the reelection of Sen. {name}⟧ this fall.",
        "⟦{name} deserves a second term⟧ as mayor, the riders wrote.",
        "The union will spend to ⟦unseat Rep. {name}⟧ in November.",
        "⟦Cast your ballot for {name}⟧, the letter says.",
    )
)
SUITS = sowing(
    {
        "en": (
            "The riders ⟦took the county to court⟧ in spring.",
            "A ⟦federal lawsuit⟧ names the county and two mills.",
            "The trust ⟦filed a complaint⟧ in Superior Court.",
            "Tenants ⟦have sued⟧ over the wells.",
            "The ⟦suit⟧ asks a judge to close the mill.",
            "The ⟦case was filed⟧ in U.S. District Court in May.",
            "A judge ⟦dismissed the lawsuit⟧ in May.",
            "The trust ⟦filed an appeal⟧ in May.",
            "The trust ⟦asked for an injunction⟧ in May.",
        ),
        "es": ("Las vecinas ⟦demandaron⟧ al condado.", "El ⟦juicio⟧ contra el molino empieza en mayo."),
        "fr": ("Les riverains ont ⟦saisi le tribunal⟧ en mai.", "La ⟦plainte⟧ vise le comté."),
    },
    BODY,
)
SOUND = sowing(
    {
        "en": (
            "The mill sold ⟦it’s⟧ flour in Ashby.",
            "The county ended ⟦it’s⟧ contract in May.",
            "⟦Its⟧ time for the county to choose.",
            "The riders say ⟦its⟧ unsafe.",
            "Farmers fear for ⟦there⟧ wells.",
            "Farmers lost ⟦they’re⟧ wells.",
            "⟦Their⟧ were nine wells in Ashby.",
            "Farmers say ⟦there⟧ leaving the valley.",
            "The mill is older ⟦then⟧ the town.",
            "The rider ⟦who’s⟧ boat sank spoke first.",
        )
    },
    BODY,
)


def _rest(kinds: tuple[type, ...]) -> Planter:
    """A headline with words still to come."""
    return sowing({"en": ("at ⟦[PLACE]⟧", "for ⟦$XX⟧ a year", "as ⟦TK⟧ riders wait")}, kinds)


HEADS = _rest((Headline,))
MORE: dict[int, tuple[Planter, ...]] = {
    2: (LINES,),
    5: (LEAVINGS,),
    10: (TIMES,),
    11: (DATES,),
    12: (STALE, STALE, HEADS),
    14: (REFERENCES,),
    15: (TITLES,),
    16: (PLACES,),
    18: (NUMBERS, NUMBERS, FIRST),
    19: (VOICE,),
    20: (LOADED,),
    21: (QUOTES,),
    23: (CANNED,),
    24: (STUDIES,),
    28: (CANDIDATES,),
    29: (SUITS,),
    30: (SOUND,),
}
