"""Builds the sample kits in resources/samples from the texts below and in packaging/texts, which are ours.

    .venv/bin/python packaging/samples.py

Every group, place and person in them is invented. The kits hold no moment of their making and fixed ids, so
the same texts give the same files.
"""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.append(str(Path(__file__).resolve().parent))
sys.path.append(str(Path(__file__).resolve().parent.parent))  # where PressKit itself is not installed

import sample_texts
from msgspec.structs import replace

from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.contacts import Contact, Contacts
from presskit.blocks.crosshead import Crosshead
from presskit.blocks.headline import Headline
from presskit.blocks.listing import Listing
from presskit.blocks.notes import Notes
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.blocks.subhead import Subhead
from presskit.model.block import Block
from presskit.model.brand import Brand
from presskit.model.kit import Asset, Kit
from presskit.model.release import Dateline, Release, ReleaseLine
from presskit.storage.container import pack
from presskit.text.runs import RichText, Run, join, rich

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "samples"


def linked(words: str, address: str) -> RichText:
    """Words that lead to an address."""
    return (Run(words, link=address),)


def numbered(*blocks: Block) -> tuple[Block, ...]:
    """The blocks with ids that say where each stood at first."""
    return tuple(replace(block, id=f"{number:08x}") for number, block in enumerate(blocks, 1))


def river_pact() -> Kit:
    """Every kind of block, an embargo, a photo, a logo, and all three placements of an attribution."""
    photo = Asset.of((FOLDER / "photo-river.jpg").read_bytes())
    logo = Asset.of((FOLDER / "logo-river.png").read_bytes())
    blocks = numbered(
        Contacts(
            people=(
                Contact(
                    name="Nadia Pell",
                    role="communications director",
                    organisation="Three Rivers Alliance",
                    phone="518-555-0142",
                    after_hours="518-555-0167",
                    email="press@threerivers.example.org",
                ),
                Contact(
                    name="Owen Tsai",
                    role="pact coordinator",
                    organisation="Town of Wrenfield",
                    phone="518-555-0119",
                    email="pact@wrenfield.example.org",
                ),
            )
        ),
        Headline(text=rich("Three river towns sign 10-year pact to end sewage spills")),
        Subhead(
            text=rich(
                "Calder Falls, Wrenfield and Port Sallow will pool $36 million, post water tests every "
                "week and let residents check the books"
            )
        ),
        Paragraph(
            text=rich(
                "Three river towns on Thursday signed a 10-year pact to stop the sewage spills that close "
                "their beaches after heavy rain, ending four decades of quarrels over who dirtied whose "
                "water."
            )
        ),
        Paragraph(
            text=join(
                "The ",
                linked("River Pact", "https://threerivers.example.org/pact"),
                ", won after a two-year campaign by the Three Rivers Alliance, commits Calder Falls, "
                "Wrenfield and Port Sallow to rebuild 31 miles of pipe, replant the banks of the Calder, "
                "Wren and Sallow rivers, and publish weekly water tests from all nine landings.",
            )
        ),
        Quote(
            words=(
                rich("The water does not stop at the town line, and from today our work does not either."),
            ),
            speaker=Speaker(name="Hollis Brandt", title="Mayor", description="of Calder Falls"),
            placement="lead",
        ),
        Statistics(
            introduction=join(
                "The towns acted after a two-year study, ",
                rich("What the Rain Washes In", italic=True),
                ", which found:",
            ),
            items=(
                Figure(
                    figure="61%",
                    sentence=rich(
                        "of samples taken within a day of heavy rain failed the state’s safe-swimming "
                        "standard, against 7% in dry weather."
                    ),
                ),
                Figure(
                    figure="9 in 10",
                    sentence=rich("spills that could be traced came from pipes laid before 1960."),
                ),
                Figure(
                    figure="43 days",
                    sentence=rich(
                        "was how long the average landing stayed closed in 2025, up from 18 in 2024."
                    ),
                ),
            ),
            sources=(
                Source(
                    who="Ruth Amberly, Stillwater Field Institute",
                    title="What the Rain Washes In",
                    when="2026",
                    sample="1,264 water samples from nine landings, 2024 and 2025",
                    sponsor="the Three Rivers Alliance",
                    link="https://example.org/what-the-rain-washes-in",
                    checked=datetime.date(2026, 11, 16),
                ),
            ),
        ),
        Quote(
            words=(
                rich(
                    "I taught my daughter to swim in the Wren, and then for six summers I had to keep her "
                    "out of it. Her little brother will not have to wait that long."
                ),
            ),
            speaker=Speaker(
                name="Amara Lindqvist",
                title="Dr.",
                description="a Wrenfield pediatrician and co-chair of the alliance",
            ),
            placement="middle",
        ).approved(
            "Amara Lindqvist",
            datetime.datetime(2026, 11, 17, 16, 40, tzinfo=ZoneInfo("America/New_York")),
            "email",
        ),
        Photo(
            name=photo.name,
            caption=rich(
                "Walkers and a cyclist cross the Foundry Street footbridge over the Calder River in Calder "
                "Falls at dusk on Oct. 14, 2026. The sewer outfall beside it is the first that the pact "
                "will close."
            ),
            credit="Three Rivers Alliance",
            alt=(
                "A long, low footbridge over a wide and still river at dusk. Six people on foot and one on "
                "a bicycle cross it in silhouette, between four lit lamps that the water mirrors."
            ),
        ),
        Crosshead(text=rich("What happens, and when")),
        Listing(
            introduction=rich(
                "The pact sets four deadlines. A town that misses one pays into the common fund."
            ),
            items=(
                rich("By March 2027, test results from every landing are posted online within 24 hours."),
                rich("By the end of 2028, the 12 worst pipes are replaced, Foundry Street first."),
                rich("By 2031, 200 acres of riverbank are planted with willow, alder and buttonbush."),
                rich("By 2036, no sewer overflows in anything short of a 10-year storm."),
            ),
            marker="number",
        ),
        Paragraph(
            text=rich(
                "State and federal grants cover $24 million of the $36 million cost. The rest comes from a "
                "sewer fee that averages $3.20 a month for each of the towns’ 31,000 households; those "
                "that qualify for heating aid pay nothing."
            )
        ),
        Paragraph(
            text=rich(
                "Nine residents, three from each town and drawn by lot from those who apply, will track "
                "the work and report in public every November. At least one seat in each town is kept for "
                "a renter."
            )
        ),
        Quote(
            words=(
                rich(
                    "Nobody has to take our word for it. Every test, every invoice and every missed "
                    "deadline will be posted where anyone can read it."
                ),
            ),
            speaker=Speaker(
                name="Ines Tolliver",
                title="Port Sallow Councilmember",
                description=", who wrote the pact’s disclosure rules",
            ),
            placement="end",
        ),
        Boilerplate(
            heading="About the Three Rivers Alliance",
            text=(
                join(
                    "The Three Rivers Alliance joins 42 neighborhood groups, tenants’ associations, "
                    "anglers’ clubs, clinics and small businesses along the Calder, Wren and Sallow "
                    "rivers. Since 2019 its volunteers have tested the water, walked the banks and pressed "
                    "for rivers that are safe to swim in. More: ",
                    linked("threerivers.example.org", "https://threerivers.example.org"),
                    ".",
                ),
            ),
        ),
        Notes(
            text=(
                rich(
                    "The pact is signed at 10 a.m. Thursday, Nov. 19, on the Foundry Street footbridge in "
                    "Calder Falls; in heavy rain, at Calder Falls Town Hall. Mayor Brandt, Councilmember "
                    "Tolliver and Dr. Lindqvist will take questions until 11 a.m."
                ),
                join(
                    "The text of the pact, the study’s data and this photo in full size are at ",
                    linked("threerivers.example.org/press", "https://threerivers.example.org/press"),
                    ".",
                ),
            )
        ),
    )
    release = Release(
        line=ReleaseLine(
            kind="embargo", until=datetime.datetime(2026, 11, 19, 10, 0), zone="America/New_York"
        ),
        dateline=Dateline(city="Calder Falls", region="New York", date=datetime.date(2026, 11, 19)),
        status="in review",
        brand=Brand(page="letter", accent="#1f4f82", logo=logo.name),
        blocks=blocks,
    )
    return Kit(
        releases=(release,),
        pictures=(photo, logo),
        notes=(
            "A sample: the alliance, its towns, rivers and people are invented. This note stays in the "
            "kit; no export has it."
        ),
    )


def casa_abierta() -> Kit:
    """A short release in Spanish, on A4, for immediate use."""
    blocks = numbered(
        Contacts(
            people=(
                Contact(
                    name="Lucía Berrondo",
                    role="responsable de prensa",
                    organisation="Casa Abierta",
                    phone="+598 0555 0134",
                    email="prensa@casaabierta.example.org",
                ),
            )
        ),
        Headline(text=rich("Inquilinos de Puerto Alcor logran un tope a la subida de los alquileres")),
        Subhead(
            text=rich(
                "El acuerdo protege durante cinco años a 3400 hogares y abre una oficina gratuita de "
                "mediación"
            )
        ),
        Paragraph(
            text=rich(
                "La asociación Casa Abierta y las cuatro mayores administradoras de viviendas de Puerto "
                "Alcor firmaron este martes un acuerdo que limita al 3\u00a0% anual la subida de los "
                "alquileres hasta el final de 2031."
            )
        ),
        Paragraph(
            text=rich(
                "El acuerdo entra en vigor el 1 de enero de 2027 y alcanza a 3400 hogares de los barrios "
                "del Muelle, La Loma y Tres Esquinas. Es el fruto de once meses de asambleas, más de seis "
                "mil firmas y una mesa de diálogo que se reunió todos los jueves en la biblioteca "
                "municipal."
            )
        ),
        Quote(
            words=(
                rich(
                    "Nadie debería enterarse por una nota pegada en la puerta de que tiene que dejar su "
                    "casa. Desde hoy, en Puerto Alcor, eso se acabó."
                ),
            ),
            speaker=Speaker(name="Jimena Arregui", description="presidenta de la asociación"),
            verb="afirmó",
            placement="end",
        ),
        Listing(
            introduction=rich("El acuerdo establece:"),
            items=(
                rich(
                    "Un tope anual del 3\u00a0% a la subida del alquiler, que rige también al cambiar de "
                    "inquilino."
                ),
                rich("Noventa días de preaviso, por escrito, antes de cualquier aumento."),
                rich("Una oficina gratuita de mediación, abierta también los sábados."),
                rich("Un registro público de las reparaciones pendientes, que se actualiza cada mes."),
            ),
        ),
        Quote(
            words=(
                rich(
                    "Mi madre tiene 81 años y vive aquí desde que se construyó el edificio. Esta noche va "
                    "a dormir tranquila."
                ),
            ),
            speaker=Speaker(name="Ramiro Echenagorta", description="vecino de La Loma"),
            verb="contó",
            placement="middle",
        ),
        Paragraph(
            text=join(
                "La primera revisión conjunta será en junio de 2027. El texto completo puede leerse en ",
                linked("casaabierta.example.org/acuerdo", "https://casaabierta.example.org/acuerdo"),
                ".",
            )
        ),
        Boilerplate(
            heading="Acerca de Casa Abierta",
            text=(
                rich(
                    "Casa Abierta reúne desde 2018 a familias inquilinas de Puerto Alcor. Ofrece "
                    "orientación gratuita, organiza asambleas de edificio y defiende el derecho a una "
                    "vivienda digna y estable. Se sostiene con las cuotas de sus 1200 integrantes."
                ),
            ),
        ),
    )
    release = Release(
        language="es",
        dateline=Dateline(city="Puerto Alcor", country="Uruguay", date=datetime.date(2026, 11, 17)),
        brand=Brand(page="a4"),
        blocks=blocks,
    )
    return Kit(
        releases=(release,), notes="Un ejemplo: la asociación, la ciudad y las personas son inventadas."
    )


def _texts(name: str) -> Callable[[], Kit]:
    return lambda: sample_texts.kit(name, FOLDER)


SAMPLES: dict[str, Callable[[], Kit]] = {
    "river-pact": river_pact,
    "casa-abierta": casa_abierta,
    "open-doors": _texts("open-doors"),
    **{f"languages/{name}": _texts(name) for name in sample_texts.names() if name != "open-doors"},
}


def main() -> None:
    """Writes every sample."""
    for name, build in SAMPLES.items():
        path = FOLDER / f"{name}.presskit"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(pack(build(), path))
        print(path)


if __name__ == "__main__":
    main()
