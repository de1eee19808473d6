"""A hundred thousand items for benchmarks, the same each time: names and texts in several languages, as
varied as the words of our dictionaries, in which a few words are common and most are rare (Zipf's law)."""

import itertools
import random
from collections.abc import Iterator
from functools import cache

from presskit.assets import resource
from presskit.blocks.boilerplate import Boilerplate
from presskit.blocks.paragraph import Paragraph
from presskit.blocks.photo import Photo
from presskit.blocks.quote import Quote, Speaker
from presskit.blocks.statistics import Figure, Source, Statistics
from presskit.library.items import Item, Organisation, Piece
from presskit.library.people import Person, Title
from presskit.library.shelf import Shelf
from presskit.text.runs import rich

COUNT = 100_000

_COMMON = {
    "en": (
        "the of and to in a for that on with by is are their we our from at as families council "
        "people vote water"
    ),
    "es": (
        "de la que el en y a los se del las por un para con una su al lo como más familias "
        "consejo agua derechos"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans par plus au avec sur familles "
        "conseil eau droits"
    ),
    "pt": (
        "de a o que e do da em um para com uma os no se na por mais as dos como famílias conselho "
        "água direitos"
    ),
}
_DICTIONARIES = {"en": "en_US", "es": "es_ES", "fr": "fr", "pt": "pt_PT"}
_TONGUES = ("en", "en", "en", "en", "es", "es", "fr", "pt")
_LANGUAGES = {"en": ("en-US", "en-GB", ""), "es": ("es-MX", "es"), "fr": ("fr",), "pt": ("pt-BR",)}
_GROUPS = {
    "en": (
        "Alliance",
        "Coalition for",
        "Network",
        "Center for",
        "Friends of",
        "Council on",
        "Action",
        "Fund",
    ),
    "es": ("Alianza de", "Coalición por", "Red de", "Centro de", "Amigos del", "Fundación"),
    "fr": ("Alliance pour l’", "Collectif", "Réseau", "Centre d’", "Amis de l’", "Fondation"),
    "pt": ("Aliança pelo", "Coalizão", "Rede de", "Centro de", "Amigos do", "Fundação"),
}
_ROLES = (
    "executive director",
    "policy director",
    "press officer",
    "president",
    "organizer",
    "Member",
    "attorney",
)
_ELSEWHERE = (
    ("محمد", "فاطمة", "علي", "مريم", "يوسف", "ليلى", "حسن", "نور"),
    ("שלום", "כהן", "מרים", "לוי", "יעל", "דוד", "אורי", "נועה"),
    ("王小明", "李思雨", "移民权利联盟", "水资源委员会", "張家豪", "東京水道局", "김민준", "이서연"),
    ("आशा", "शर्मा", "हिन्दी", "समिति", "रवि", "कुमार", "मीरा", "पटेल"),
)  # fmt: skip


@cache
def stems(tongue: str) -> tuple[list[str], list[str]]:
    """The plain words of a dictionary, and its proper names, in an order that is the same each time."""
    path = resource(f"dictionaries/{_DICTIONARIES[tongue]}.dic")
    lines = path.read_text("utf-8").splitlines()[1:]
    words = sorted({line.partition("/")[0] for line in lines})
    words = [each for each in words if each.isalpha() and 3 <= len(each) <= 14]
    given = random.Random(tongue)
    plain = given.sample([each for each in words if each.islower()], 20_000)
    return [*_COMMON[tongue].split(), *plain], [each for each in words if each.istitle()]


class Many:
    """Makes items."""

    def __init__(self) -> None:
        self._random = random.Random()
        self._weights = {
            tongue: list(itertools.accumulate(1 / (place + 2) for place in range(len(stems(tongue)[0]))))
            for tongue in _DICTIONARIES
        }
        self._names = [name for tongue in ("en", "es", "fr") for name in stems(tongue)[1]]

    def words(self, tongue: str, count: int) -> str:
        """Running words, the common ones often."""
        return " ".join(self._random.choices(stems(tongue)[0], cum_weights=self._weights[tongue], k=count))

    def name(self) -> str:
        """Somebody's name, of two words or three."""
        if self._random.random() < 0.05:
            return " ".join(self._random.sample(self._random.choice(_ELSEWHERE), 2))
        return " ".join(self._random.choices(self._names, k=self._random.choice((2, 2, 3))))

    def group(self, tongue: str) -> str:
        """What an organisation is called."""
        rare = self._random.choice(stems(tongue)[0]).title()
        return f"{self._random.choice(_GROUPS[tongue])} {rare}".replace("’ ", "’")

    def item(self, number: int) -> Item:
        """The item of that number, always the same."""
        given = self._random
        given.seed(number)
        tongue = given.choice(_TONGUES)
        shared = {"id": f"{number:016x}", "language": given.choice(_LANGUAGES[tongue])}
        chance = given.random()
        if chance < 0.4:
            title = Title(role=given.choice(_ROLES), organisation=self.group(tongue))
            about = (rich(self.words(tongue, 20)),)
            mail = f"press{number}@group.example"
            return Item(
                content=Person(name=self.name(), titles=(title,), biography=about, email=mail), **shared
            )
        if chance < 0.5:
            name = self.group(tongue)
            return Item(content=Organisation(name=name, short=name[:4].upper()), **shared)
        return Item(content=Piece(block=self._block(chance, tongue)), tags=(given.choice(_ROLES),), **shared)

    def _block(self, chance: float, tongue: str) -> Boilerplate | Statistics | Quote | Photo | Paragraph:
        given = self._random
        if chance < 0.7:
            text = self.words(tongue, given.randint(40, 120))
            return Boilerplate(id="kept", heading=f"About {self.group(tongue)}", text=(rich(text),))
        if chance < 0.82:
            figures = tuple(
                Figure(figure=f"{given.randint(1, 99)}%", sentence=rich(self.words(tongue, 15)))
                for _ in range(given.randint(1, 3))
            )
            source = Source(
                who=self.group(tongue), title=self.words(tongue, 5), when=str(given.randint(2015, 2026))
            )
            return Statistics(id="kept", items=figures, sources=(source,))
        if chance < 0.92:
            return Quote(
                id="kept",
                words=(rich(self.words(tongue, 40)),),
                speaker=Speaker(name=self.name(), description=given.choice(_ROLES)),
            )
        if chance < 0.95:
            return Photo(id="kept", caption=rich(self.words(tongue, 20)), credit=self.name())
        return Paragraph(id="kept", text=rich(self.words(tongue, 60)))


def many(numbers: range) -> Iterator[Item]:
    """The items of these numbers."""
    made = Many()
    return (made.item(number) for number in numbers)


def fill(shelf: Shelf, given: Iterator[Item]) -> None:
    """Takes all items into a library."""
    while batch := list(itertools.islice(given, 5_000)):
        shelf.add_all((item, "") for item in batch)
