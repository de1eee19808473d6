"""Two texts as one, word by word, for the screen: what is gone struck through, what is new underlined."""

from collections.abc import Iterable
from html import escape

from presskit.gui.theme import Theme
from presskit.text.differing import differences


def marked(before: str, after: str, theme: Theme) -> str:
    """Both texts as HTML with the differences marked, by line as well as by colour."""
    colour = theme.colour
    look = {
        "same": ("<span>", "</span>"),
        "gone": (f'<s style="color:{colour["bad_text"]};background-color:{colour["bad_soft"]}">', "</s>"),
        "new": (f'<u style="color:{colour["good_text"]};background-color:{colour["good_soft"]}">', "</u>"),
    }
    return "".join(
        look[each.mark][0] + escape(each.text).replace("\n", "<br>") + look[each.mark][1]
        for each in differences(before, after)
    )


def as_page(found: Iterable[tuple[str, str, str]], theme: Theme, none: str) -> str:
    """Differences (label, before, after) as a page of HTML; `none` stands where there are none."""
    colour = theme.colour
    parts = [
        f'<p style="margin:0 0 2px 0;color:{colour["muted"]};font-size:{theme.size["small"]}px">'
        f'{escape(label)}</p><p style="margin:0 0 14px 0">{marked(was, now, theme)}</p>'
        for label, was, now in found
    ]
    return "".join(parts) or f'<p style="color:{colour["muted"]}">{escape(none)}</p>'
