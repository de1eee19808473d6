"""Brands that the user keeps by name, with their logo: one file each, in their data folder or handed on."""

import re
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from presskit.i18n import _
from presskit.model.brand import Brand
from presskit.model.kit import Asset, Kit
from presskit.pictures import pixels
from presskit.storage.errors import CannotWrite, FileProblem, shown
from presskit.storage.files import read_bounded, write_whole

SUFFIX = ".presskitbrand"
_FORMAT = 1
_MOST = 200  # files that are looked into
_LONGEST = 80  # letters of a name
_UNFIT = re.compile(r"[^\w-]+")


class NotABrand(FileProblem):
    """It is no file of a brand, or not whole."""

    def __init__(self, path: Path) -> None:
        pattern = _("“{file}” holds no brand: choose a file that PressKit saved and that ends in {suffix}.")
        super().__init__(pattern.format(file=shown(path), suffix=SUFFIX))


class OurBrand(Struct, frozen=True, kw_only=True):
    """A brand under a name. logo: the picture's bytes (JPEG or PNG), which a kit has among its own. for_new:
    new kits begin with it. format: of the file."""

    name: str
    brand: Brand = Brand()
    logo: bytes = b""
    for_new: bool = False
    format: int = _FORMAT

    @classmethod
    def of(cls, name: str, kit: Kit, brand: Brand, *, for_new: bool = False) -> "OurBrand":
        """A brand under a name, with its logo out of a kit."""
        logo = kit.picture(brand.logo) or b""
        return cls(name=called(name), brand=brand, logo=logo, for_new=for_new)

    def dressed(self, kit: Kit) -> tuple[Kit, Brand]:
        """A kit that has the logo among its pictures, and the brand that names it."""
        if not self.logo:
            return kit, replace(self.brand, logo="")
        asset = Asset.of(self.logo)
        return kit.with_picture(asset), replace(self.brand, logo=asset.name)


def called(name: str) -> str:
    """A name as it is kept: on one line, and not too long."""
    return " ".join(name.split())[:_LONGEST].strip()


def read(path: Path) -> OurBrand:
    """The brand in a file. Raises FileProblem: NotABrand for what is none or has a picture that cannot be
    read, Missing, CannotRead, TooLarge."""
    data = read_bounded(path)
    try:
        found = msgspec.json.decode(data, type=OurBrand)
        if found.logo:
            Asset.of(found.logo)
            pixels.check(found.logo)
    except (ValueError, RecursionError, pixels.Unreadable) as problem:  # what msgspec raises is a ValueError
        raise NotABrand(path) from problem
    if found.format != _FORMAT or not called(found.name):
        raise NotABrand(path)
    return replace(found, name=called(found.name))


def write(path: Path, brand: OurBrand) -> None:
    """Saves a brand in a file, whole or not at all; raises CannotWrite. Equal brands give equal bytes."""
    write_whole(path, msgspec.json.format(msgspec.json.encode(brand), indent=1) + b"\n")


class BrandShelf:
    """The brands in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[OurBrand, ...]:
        """The brands, by name; files that are none are passed over."""
        try:
            paths = sorted(self._folder.glob(f"*{SUFFIX}"))[:_MOST]
        except OSError:
            return ()
        found: dict[str, OurBrand] = {}
        for path in paths:
            try:
                each = read(path)
            except FileProblem:
                continue
            found.setdefault(each.name.casefold(), each)
        return tuple(found[name] for name in sorted(found))

    def for_new(self) -> OurBrand | None:
        """The brand that new kits begin with, if there is one."""
        return next((each for each in self.all() if each.for_new), None)

    def keep(self, brand: OurBrand) -> None:
        """Keeps a brand, in the place of one of that name; one at most is for new kits. Raises
        CannotWrite."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(self._folder, error) from error
        if brand.for_new:
            for each in self.all():
                if each.for_new and each.name.casefold() != brand.name.casefold():
                    write(self._path(each.name), replace(each, for_new=False))
        write(self._path(brand.name), brand)

    def remove(self, name: str) -> None:
        """Forgets the brand of that name. Raises CannotWrite."""
        path = self._path(name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(path, error) from error

    def _path(self, name: str) -> Path:
        """The file of a brand: where it is, or where a new one goes."""
        if self._folder.is_dir():
            for path in sorted(self._folder.glob(f"*{SUFFIX}"))[:_MOST]:
                try:
                    if read(path).name.casefold() == name.casefold():
                        return path
                except FileProblem:
                    continue
        stem = _UNFIT.sub("-", name).strip("-").lower() or "brand"
        free = (self._folder / f"{stem}{number or ''}{SUFFIX}" for number in range(_MOST + 2))
        return next(path for path in free if not path.exists())


def with_brand(kit: Kit, found: OurBrand | None) -> Kit:
    """A new kit in a brand; the paper stays that of the territory. As it is, without a brand."""
    if found is None:
        return kit
    kit, brand = found.dressed(kit)
    releases = (replace(each, brand=replace(brand, page=each.brand.page)) for each in kit.releases)
    return replace(kit, releases=tuple(releases))
