"""Whether a pack's logo is a picture and nothing else.

An SVG is a program's worth of features: scripts, references to other files, entities that grow without bound. This
module names the few elements a logo needs and refuses the rest. It draws nothing.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    ]
)
_HREF = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})


def logo_fault(text: str) -> str | None:
    """What is wrong with the SVG ``text``, as the end of a sentence; ``None`` when nothing is."""
    if "<!doctype" in text.casefold() or "<!entity" in text.casefold():
        return "holds a DOCTYPE or an entity"
    try:
        root = ET.fromstring(text)  # noqa: S314 - no DOCTYPE comes this far, so no entity does
    except (ET.ParseError, ValueError) as err:
        return f"is not XML ({err})"
    if root.tag != f"{_SVG}svg":
        return "is not an SVG"
    for element in root.iter():
        if fault := _element_fault(element):
            return fault
    return None


def _element_fault(element: ET.Element) -> str | None:
    name = str(element.tag).removeprefix(_SVG)
    if name not in _ELEMENTS:
        return f"holds <{name.rpartition('}')[2]}>"
    for key, value in element.attrib.items():
        plain = "".join(value.split()).casefold()
        if key.casefold().startswith("on"):
            return f"holds the script attribute {key}"
        if key in _HREF and not plain.startswith("#"):
            return f"refers to {value[:60]!r}"
        if "\\" in plain or plain.count("url(") != plain.count("url(#"):
            return f"refers to another file in {key}"
    return None
