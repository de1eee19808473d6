"""Look -> the parts of a Word file that say how things look: styles, numbering, settings."""

from html import escape
from typing import NamedTuple

from presskit.export.docx_fonts import Fonts, colour_attributes
from presskit.export.docx_script import language_attributes
from presskit.flow import Role
from presskit.model.brand import Look, TextStyle
from presskit.text.typography import is_right_to_left

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BULLETS, NUMBERS = 1, 2
"""Numbering definitions: the list of points, and the one that every numbered list restarts."""

_HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{{0}} xmlns:w="{W}">{{1}}</w:{{0}}>'
# What text and backgrounds take from a theme.
_SCHEME = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
_SCHEME |= {name: name for name in (*(f"accent{number}" for number in range(1, 7)), "hyperlink")}
_SCHEME["followedHyperlink"] = "followedHyperlink"
# Word turns "left" and "right" round where a paragraph runs from the right.
_JUSTIFY = {"start": "left", "centre": "center", "end": "right"}


class WordStyle(NamedTuple):
    """The Word style of a role. level: 1 for the headline, 0 for what is no heading."""

    id: str
    name: str
    based: str = "Normal"
    level: int = 0
    whole: bool = False  # its lines stay on one page
    own: bool = False  # it is none of those that Word knows by name


STYLES: dict[Role, WordStyle] = {
    "draft": WordStyle("Draft", "Draft", whole=True, own=True),
    "release_line": WordStyle("ReleaseLine", "Release Line", whole=True, own=True),
    "correction": WordStyle("Correction", "Correction", whole=True, own=True),
    "date": WordStyle("Date", "Date", whole=True),
    "contact_heading": WordStyle("ContactHeading", "Contact Heading", whole=True, own=True),
    "contact": WordStyle("Contact", "Contact", whole=True, own=True),
    "logo": WordStyle("Logo", "Logo", own=True),
    "issuer": WordStyle("Issuer", "Issuer", whole=True, own=True),
    "address": WordStyle("Address", "Address", whole=True, own=True),
    "headline": WordStyle("Title", "Title", level=1, whole=True),
    "subhead": WordStyle("Subtitle", "Subtitle", whole=True),
    "body": WordStyle("BodyText", "Body Text"),
    "quote": WordStyle("Quote", "Quote", "BodyText"),
    "crosshead": WordStyle("Heading2", "heading 2", level=2, whole=True),
    "bullet": WordStyle("ListBullet", "List Bullet"),
    "source": WordStyle("Source", "Source", whole=True, own=True),
    "photo": WordStyle("Photo", "Photo", own=True),
    "caption": WordStyle("Caption", "caption", whole=True),
    "boilerplate_heading": WordStyle(
        "BoilerplateHeading", "Boilerplate Heading", "Heading2", 2, whole=True, own=True
    ),
    "boilerplate": WordStyle("Boilerplate", "Boilerplate", own=True),
    "end_mark": WordStyle("EndMark", "End Mark", own=True),
    "notes_heading": WordStyle("NotesHeading", "Notes Heading", "Heading2", 2, whole=True, own=True),
    "notes": WordStyle("Notes", "Notes", own=True),
    "running": WordStyle("Header", "header"),
    "more": WordStyle("Footer", "footer"),
}
_NUMBERED = WordStyle("ListNumber", "List Number")
NUMBERED = _NUMBERED.id
_COMMENTS = (
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:sz w:val="16"/>'
    '<w:szCs w:val="16"/></w:rPr></w:style>'
)
HEAD_GAP, HEAD_LINE = 4, "B9BCC1"
"""Below the running head: points between it and its line, and the colour of that."""
_SIDES = {"above": "top", "below": "bottom"}
_MARK_GAP = 120  # twips between the mark of a list and its text
_MARK_CENTRE = {"bullet": 160, "decimal": 200}  # twips between the middle of a mark and its text
_PICTURES = frozenset({"logo", "photo"})  # a line as high as the picture


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def column(look: Look) -> float:
    """The width of the text in points."""
    return max(look.size[0] - look.margins[1] - look.margins[3], 36)


def styles(look: Look, language: str, *, inside: bool = False) -> str:
    """word/styles.xml. inside: with the styles of what only colleagues see."""
    fonts = Fonts.of(look, language)
    tongue = {"val": "en-US", "eastAsia": "en-US", "bidi": "ar-SA", **language_attributes(language)}
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(fonts, 'body')}{_letters(look, 'body')}"
        f"<w:lang{_attributes(tongue)}/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    )
    bidi = "<w:bidi/>" if is_right_to_left(language) else ""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr><w:widowControl/>{bidi}</w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )
    named = "".join(
        _paragraph_style(role, each, fonts) for role, each in STYLES.items() if inside or role != "draft"
    )
    numbered = _paragraph_style("bullet", _NUMBERED, fonts)
    link = colour_attributes(look, "link" if "link" in look.colours else "accent")
    hyperlink = (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color{_attributes(link)}/><w:u w:val="single"/>'
        "</w:rPr></w:style>"
    )
    return _HEAD.format("styles", defaults + normal + named + numbered + hyperlink + _COMMENTS * inside)


def _paragraph_style(role: Role, named: WordStyle, fonts: Fonts) -> str:
    look = fonts.look
    style, base = look.style(role), _base(named, look)
    custom = ' w:customStyle="1"' if named.own else ""
    heading = named.level or named.id == "Subtitle"
    following = '<w:next w:val="BodyText"/>' if heading else ""
    keep = "<w:keepNext/>" if style.keep_next else '<w:keepNext w:val="0"/>' * base.keep_next
    keep += "<w:keepLines/>" * named.whole
    numbering = ""
    if role == "bullet":
        number = NUMBERS if named is _NUMBERED else BULLETS
        numbering = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
    tabs = ""
    if role == "running":
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(column(look))}"/></w:tabs>'
    line = f'w:line="{twips(style.leading)}" w:lineRule="atLeast"'
    if role in _PICTURES:
        line = 'w:line="240" w:lineRule="auto"'
    spacing = f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}" {line}/>'
    indented = (style.indent or base.indent) and role != "bullet"
    indent = f'<w:ind w:left="{twips(style.indent)}"/>' if indented else ""
    side = _JUSTIFY[style.align]
    justify = f'<w:jc w:val="{side}"/>' if {style.align, base.align} != {"start"} else ""
    outline = f'<w:outlineLvl w:val="{named.level - 1}"/>' if named.level else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{named.id}"><w:name w:val="{named.name}"/>'
        f'<w:basedOn w:val="{named.based}"/>{following}<w:qFormat/>'
        f"<w:pPr>{keep}{numbering}{_border(look, role, base)}{tabs}"
        f"{spacing}{indent}{justify}{outline}</w:pPr>"
        f"<w:rPr>{_fonts(fonts, role)}{_letters(look, role)}</w:rPr></w:style>"
    )


def _base(named: WordStyle, look: Look) -> TextStyle:
    """The style that one is based on: what this has and the other has not must be taken back."""
    return next((look.style(role) for role, each in STYLES.items() if each.id == named.based), TextStyle())


def _fonts(fonts: Fonts, role: Role) -> str:
    return f"<w:rFonts{_attributes(fonts.style(role))}/>"


def _border(look: Look, role: Role, base: TextStyle) -> str:
    """The line above or below that a style has, or the one below the running head."""
    style = look.style(role)
    if role == "running":
        return (
            f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="{HEAD_GAP}" w:color="{HEAD_LINE}"/></w:pBdr>'
        )
    sides = {"above": "", "below": ""}  # in the order of the schema
    if base.rule != "none":
        sides[base.rule] = f'<w:{_SIDES[base.rule]} w:val="nil"/>'
    if style.rule != "none":
        weight, gap = min(max(round(style.rule_weight * 8), 2), 96), min(max(round(style.rule_gap), 0), 31)
        ink = colour_attributes(look, look.styles[role].rule_colour)
        shade = {"color": ink.pop("val"), **ink}
        sides[style.rule] = (
            f'<w:{_SIDES[style.rule]} w:val="single" w:sz="{weight}" w:space="{gap}"{_attributes(shade)}/>'
        )
    drawn = "".join(sides.values())
    return f"<w:pBdr>{drawn}</w:pBdr>" if drawn else ""


def _letters(look: Look, role: Role) -> str:
    style = look.style(role)
    bold, italic = int(style.bold), int(style.italic)
    half_points = round(style.size * 2)
    return (
        f'<w:b w:val="{bold}"/><w:bCs w:val="{bold}"/><w:i w:val="{italic}"/><w:iCs w:val="{italic}"/>'
        f"<w:color{_attributes(colour_attributes(look, look.styles[role].colour))}/>"
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _attributes(named: dict[str, str]) -> str:
    return "".join(f' w:{name}="{escape(value)}"' for name, value in named.items())


def numbering(look: Look, language: str) -> str:
    """word/numbering.xml: points and numbers that hang before their text."""
    mirrored = is_right_to_left(language)
    indent = twips(look.style("bullet").indent or 18)
    marked = look.styles["bullet"]
    colour = _attributes(colour_attributes(look, marked.mark_colour or marked.colour))
    points = _abstract_numbering("bullet", indent, colour, mirrored=mirrored)
    numbers = _abstract_numbering("decimal", indent, colour, mirrored=mirrored)
    each = (
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS - 1}"/></w:num>'
        f'<w:num w:numId="{NUMBERS}"><w:abstractNumId w:val="{NUMBERS - 1}"/></w:num>'
    )
    return _HEAD.format("numbering", points + numbers + each)


def _abstract_numbering(form: str, indent: int, colour: str, *, mirrored: bool) -> str:
    """A list whose marks end a little before its text begins, so that numbers line up. Where it runs from
    the right, Word and LibreOffice do not agree which end that is: there its marks are centred."""
    number, mark, style = BULLETS - 1, "•", STYLES["bullet"].id
    if form == "decimal":
        number, mark, style = NUMBERS - 1, "%1.", _NUMBERED.id
    side, hang = ("center", _MARK_CENTRE[form]) if mirrored else ("right", _MARK_GAP)
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="{side}"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs>'
        f'<w:ind w:left="{indent}" w:hanging="{min(indent, hang)}"/></w:pPr>'
        f"<w:rPr><w:color{colour}/></w:rPr></w:lvl></w:abstractNum>"
    )


def settings(language: str) -> str:
    """word/settings.xml: laid out as Word 2013 and later do, and nothing about who wrote it."""
    tag = {"val": "en-US", **language_attributes(language)}
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return _HEAD.format(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compatibility}</w:compat>"
        f"<w:themeFontLang{_attributes(tag)}/>"
        f"<w:clrSchemeMapping{_attributes(_SCHEME)}/>",
    )
