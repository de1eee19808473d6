"""Release -> shapes: the one place that decides what stands on the page and in which order."""

from msgspec.structs import replace

from presskit.flow import AnyShape, Bullets, Heading, Lines, Para, Picture, Rule, Sheet, shape_paragraphs
from presskit.model.block import Setting
from presskit.model.embargo import data_mark, line_of
from presskit.model.kit import Kit
from presskit.model.profile import Profile, profile
from presskit.model.release import Release
from presskit.text.counting import cells
from presskit.text.runs import join, plain, rich
from presskit.text.setting import typeset, typeset_letters

_SHORT_TITLE = 60  # cells of the headline in a running head: an ideograph is as wide as two letters
_LETTERHEAD = 56  # cells that surely fit on a line of organisations


def lay_out(kit: Kit, number: int = 0) -> Sheet:
    """One release of a kit as a sheet.

    Notes that stay in the house, approvals, references and file names are not in it: writers
    cannot leak what they never see.
    """
    release = kit.releases[number]
    house = profile(release.profile)
    words = house.page_words(release.language)
    setting = Setting(release.language, house)
    shapes = [shape for block in release.blocks for shape in block.flow(setting) if _shows(shape, kit)]
    running = line_of(release, house)
    issuers = [named for each in release.brand.issuers if (named := " ".join(each.split()))]
    top: list[AnyShape] = []
    if release.brand.logo and kit.picture(release.brand.logo) is not None:
        named = words.comma.join(issuers) or _issuer(shapes)
        alt = words.logo_of.format(name=named) if named else words.logo
        top.append(Picture(role="logo", zone="top", name=release.brand.logo, alt=alt))
    if issuers:
        top.append(_letterhead(issuers))
    if address := " ".join(release.brand.address.split()):
        top.append(Para(role="address", zone="top", text=rich(address)))
    top.append(Para(role="release_line", zone="top", text=rich(running)))
    if corrected := " ".join(release.correction.split()):
        top.append(Para(role="correction", zone="top", text=rich(words.correction.format(note=corrected))))
    if release.dateline.date:
        day = house.date(release.dateline.date, release.language)
        top.append(Para(role="date", zone="top", text=rich(day)))
    top += [shape for shape in shapes if shape.zone == "top"]
    body = _with_dateline([shape for shape in shapes if shape.zone == "body"], release, house)
    if body:
        body.append(Para(role="end_mark", text=rich(words.end)))
    after = [shape for shape in shapes if shape.zone == "after"]
    laid = tuple(_typeset(shape, release.language) for shape in (*top, *body, *after))
    title = release.title()
    used = {shape.name for shape in laid if isinstance(shape, Picture)}
    return Sheet(
        title=typeset_letters(title, release.language),
        language=release.language,
        shapes=laid,
        running=running,
        short_title=typeset_letters(_shortened(title), release.language),
        more=words.more,
        page=words.page,
        issuer=words.comma.join(issuers),
        subject=running if release.line.kind != "immediate" else "",
        keywords=data_mark(release),
        pictures={asset.name: asset.data for asset in kit.pictures if asset.name in used},
    )


def _with_dateline(body: list[AnyShape], release: Release, house: Profile) -> list[AnyShape]:
    """Runs the dateline in at the first paragraph (AP Stylebook 2024, "datelines")."""
    dateline, language = release.dateline, release.language
    place = house.place(dateline.city, dateline.region, dateline.country, language)
    if not place:
        return body
    stands, parts = house.dateline(place, dateline.date, language)
    lead = join(rich(stands, bold=True), parts)
    for at, shape in enumerate(body):
        if isinstance(shape, Para) and shape.role in {"body", "quote"}:
            return [*body[:at], replace(shape, text=join(lead, shape.text)), *body[at + 1 :]]
    heads = next((n for n, shape in enumerate(body) if shape.role not in {"headline", "subhead"}), len(body))
    return [*body[:heads], Para(role="body", text=rich(stands, bold=True)), *body[heads:]] if body else body


def _shows(shape: AnyShape, kit: Kit) -> bool:
    """Whether there is anything to see of a shape: words, or a picture that the kit has."""
    if isinstance(shape, Picture):
        return kit.picture(shape.name) is not None
    return isinstance(shape, Rule) or any(plain(text).strip() for text in shape_paragraphs(shape))


def _issuer(shapes: list[AnyShape]) -> str:
    """Whose logo it is, as far as the release says: the first boilerplate heading."""
    for shape in shapes:
        if isinstance(shape, Heading) and shape.role == "boilerplate_heading":
            return "".join(run.text for run in shape.text)
    return ""


def _letterhead(issuers: list[str]) -> AnyShape:
    """The organisations on one line while they fit, else a line each."""
    together = " · ".join(issuers)
    if cells(together) <= _LETTERHEAD:
        return Para(role="issuer", zone="top", text=rich(together))
    return Lines(role="issuer", zone="top", lines=tuple(map(rich, issuers)))


def _typeset(shape: AnyShape, language: str) -> AnyShape:
    """The shape with its words fit for print."""
    match shape:
        case Heading() | Para():
            return replace(shape, text=typeset(shape.text, language))
        case Lines():
            return replace(shape, lines=tuple(typeset(line, language) for line in shape.lines))
        case Bullets():
            return replace(shape, items=tuple(typeset(item, language) for item in shape.items))
        case Picture() | Rule():
            return shape


def _shortened(title: str) -> str:
    """The title cut for a running head, at a space if one is near: ideographs have none between words."""
    if cells(title) <= _SHORT_TITLE:
        return title
    end = next(length for length in range(len(title), 0, -1) if cells(title[:length]) <= _SHORT_TITLE)
    space = max(title.rfind(" ", 0, end + 1), 0)
    spaced = cells(title[:space]) > _SHORT_TITLE / 2
    cut = title[: space if spaced else end].rstrip(" ,;:–—-，、；：・")
    return f"{cut} …" if spaced else f"{cut}…"
