"""Look -> the parts of a Word file that say how things look: styles, fonts, numbering, settings."""

import re
from html import escape
from typing import NamedTuple

from presskit.flow import Role
from presskit.model.brand import Look, TextStyle
from presskit.text.typography import is_right_to_left

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BULLETS, NUMBERS = 1, 2
"""Numbering definitions: the list of points, and the one that every numbered list restarts."""

_HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{{0}} xmlns:w="{W}">{{1}}</w:{{0}}>'
_JUSTIFY = {"start": "", "centre": '<w:jc w:val="center"/>', "end": '<w:jc w:val="right"/>'}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# Word knows written Chinese by territory.
_TERRITORIES = {"zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW", "yue": "zh-HK"}
# The fonts that Windows and Word for Mac have for scripts which ours lack: with serifs, without.
_EAST_ASIAN = {
    "zh-TW": ("PMingLiU", "Microsoft JhengHei"),
    "zh-HK": ("PMingLiU", "Microsoft JhengHei"),
    "zh": ("SimSun", "Microsoft YaHei"),
    "ja": ("Yu Mincho", "Yu Gothic"),
    "ko": ("Batang", "Malgun Gothic"),
}
_COMPLEX = ("Times New Roman", "Arial")


class WordStyle(NamedTuple):
    """The Word style of a role. level: 1 for the headline, 0 for what is no heading."""

    id: str
    name: str
    based: str = "Normal"
    level: int = 0
    whole: bool = False  # its lines stay on one page
    own: bool = False  # it is none of those that Word knows by name


STYLES: dict[Role, WordStyle] = {
    "release_line": WordStyle("ReleaseLine", "Release Line", whole=True, own=True),
    "date": WordStyle("Date", "Date", whole=True),
    "contact_heading": WordStyle("ContactHeading", "Contact Heading", whole=True, own=True),
    "contact": WordStyle("Contact", "Contact", whole=True, own=True),
    "logo": WordStyle("Logo", "Logo", own=True),
    "issuer": WordStyle("Issuer", "Issuer", whole=True, own=True),
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
_PICTURES = frozenset({"logo", "photo"})  # a line as high as the picture


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def column(look: Look) -> float:
    """The width of the text in points."""
    return max(look.size[0] - look.margins[1] - look.margins[3], 36)


def language_tag(language: str) -> str:
    """The language as Word names it, or nothing when it is no BCP 47 tag."""
    if not _LANGUAGE.fullmatch(language):
        return ""
    return _TERRITORIES.get(language.lower(), language)


def language_attributes(language: str) -> dict[str, str]:
    """The attributes of w:lang: Word keeps one language a kind of script."""
    tag = language_tag(language)
    if not tag:
        return {}
    if is_right_to_left(tag):
        return {"bidi": tag}
    if tag.partition("-")[0] in {"zh", "ja", "ko"}:
        return {"eastAsia": tag}
    return {"val": tag}


def styles(look: Look, language: str) -> str:
    """word/styles.xml."""
    body = look.style("body")
    tongue = {"val": "en-US", "eastAsia": "en-US", "bidi": "ar-SA", **language_attributes(language)}
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(look, body.face, language)}{_letters(body)}"
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
    named = "".join(_paragraph_style(role, each, look, language) for role, each in STYLES.items())
    numbered = _paragraph_style("bullet", _NUMBERED, look, language)
    link = _colour(look.colours.get("link", look.colours.get("accent", "")))
    hyperlink = (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{link}"/><w:u w:val="single"/>'
        "</w:rPr></w:style>"
    )
    return _HEAD.format("styles", defaults + normal + named + numbered + hyperlink)


def _paragraph_style(role: Role, named: WordStyle, look: Look, language: str) -> str:
    style = look.style(role)
    custom = ' w:customStyle="1"' if named.own else ""
    heading = named.level or named.id == "Subtitle"
    following = '<w:next w:val="BodyText"/>' if heading else ""
    keep = "<w:keepNext/>" * style.keep_next + "<w:keepLines/>" * named.whole
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
    indent = f'<w:ind w:left="{twips(style.indent)}"/>' if style.indent and role != "bullet" else ""
    outline = f'<w:outlineLvl w:val="{named.level - 1}"/>' if named.level else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{named.id}"><w:name w:val="{named.name}"/>'
        f'<w:basedOn w:val="{named.based}"/>{following}<w:qFormat/>'
        f"<w:pPr>{keep}{numbering}{tabs}{spacing}{indent}{_JUSTIFY[style.align]}{outline}</w:pPr>"
        f"<w:rPr>{_fonts(look, style.face, language)}{_letters(style)}</w:rPr></w:style>"
    )


def _letters(style: TextStyle) -> str:
    bold, italic = int(style.bold), int(style.italic)
    half_points = round(style.size * 2)
    return (
        f'<w:b w:val="{bold}"/><w:bCs w:val="{bold}"/><w:i w:val="{italic}"/><w:iCs w:val="{italic}"/>'
        f'<w:color w:val="{_colour(style.colour)}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _fonts(look: Look, face: str, language: str) -> str:
    plain = _is_sans(look, face)
    named = {"ascii": face, "hAnsi": face, "cs": _COMPLEX[plain]}
    tag = language_tag(language)
    east_asian = _EAST_ASIAN.get(tag) or _EAST_ASIAN.get(tag.partition("-")[0])
    named["eastAsia"] = east_asian[plain] if east_asian else face
    return f"<w:rFonts{_attributes(named)}/>"


def _is_sans(look: Look, face: str) -> bool:
    return face in look.families and look.families[face].generic == "sans"


def _colour(colour: str) -> str:
    return colour[1:].upper() if _COLOUR.fullmatch(colour) else "auto"


def _attributes(named: dict[str, str]) -> str:
    return "".join(f' w:{name}="{escape(value)}"' for name, value in named.items())


def font_table(look: Look) -> str:
    """word/fontTable.xml: what to use where a family is not installed."""
    used = dict.fromkeys(look.style(role).face for role in STYLES)
    entries = []
    for face in used:
        known = look.families.get(face)
        instead = f'<w:altName w:val="{escape(known.instead)}"/>' if known else ""
        generic = "swiss" if _is_sans(look, face) else "roman"
        entries.append(
            f'<w:font w:name="{escape(face)}">{instead}'
            f'<w:family w:val="{generic}"/><w:pitch w:val="variable"/></w:font>'
        )
    return _HEAD.format("fonts", "".join(entries))


def numbering(look: Look) -> str:
    """word/numbering.xml: points and numbers that hang before their text."""
    style = look.style("bullet")
    indent = twips(style.indent or 18)
    points = _abstract_numbering(0, "bullet", "•", (indent, round(indent * 2 / 3)), STYLES["bullet"].id)
    numbers = _abstract_numbering(1, "decimal", "%1.", (indent, indent), _NUMBERED.id)
    each = (
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="{NUMBERS}"><w:abstractNumId w:val="1"/></w:num>'
    )
    return _HEAD.format("numbering", points + numbers + each)


def _abstract_numbering(number: int, form: str, mark: str, hang: tuple[int, int], style: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{hang[0]}"/></w:tabs>'
        f'<w:ind w:left="{hang[0]}" w:hanging="{hang[1]}"/></w:pPr></w:lvl></w:abstractNum>'
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
        f"<w:themeFontLang{_attributes(tag)}/>",
    )
