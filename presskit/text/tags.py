"""Whether a language tag is one (BCP 47), and how it is written."""

import re

# RFC 5646 section 2.1, without grandfathered tags: language, script, region, variants, extensions,
# private use.
_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
_LONGEST = 35  # characters (RFC 5646 section 4.4.1)
_SCRIPT, _REGION = 4, 2  # letters


def canonical(tag: str) -> str:
    """A tag as it is usually written: "es-MX" for "ES_mx", "zh-Hant" for "zh-hant"; nothing for what is none.
    Cases are those of RFC 5646 section 2.1.1."""
    tag = tag.strip().replace("_", "-")
    if len(tag) > _LONGEST or not _TAG.fullmatch(tag):
        return ""
    language, *rest = tag.lower().split("-")
    written = [language]
    for part in rest:
        if len(written[-1]) == 1:
            written.append(part)
        elif len(part) == _SCRIPT and part.isalpha():
            written.append(part.capitalize())
        else:
            written.append(part.upper() if len(part) == _REGION else part)
    return "-".join(written)
