"""A rendered chart made fit to stand in a page: named for screen readers, without what only a script would use."""

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
_DECIMALS = re.compile(r"(\d+\.\d)\d+")
_DEFAULTS = {"opacity": "1", "stroke-width": "1", "font-size": "11px", "y2": "0", "x2": "0", "stroke-miterlimit": "10"}
_DROPPED = {
    "class",
    "role",
    "version",
    "aria-roledescription",
    "aria-hidden",
    "aria-label",
    "pointer-events",
    "font-family",
}
_HOISTED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "text-anchor", "font-size")


def slim(svg: str, name: str, title: str, description: str) -> str:
    """The SVG without scripts' leftovers, with role, title and description; each mark keeps its words as its own title.

    `name` is an id that is unique in the page. Colours stay as attributes, so that the picture stands alone too.
    """
    root = ET.fromstring(svg)  # noqa: S314 - what our own renderer wrote, never input
    for child in list(root):
        if child.tag == f"{SVG}rect":
            root.remove(child)
    for element in root.iter():
        _tidy(element)
    _prune(root)
    for group in root.iter(f"{SVG}g"):
        _hoist(group)
    content = "".join(_written(child) for child in root)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{escape(root.get("viewBox", ""))}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="sans-serif" font-size="11px">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
        f"{content}</svg>"
    )


def _tidy(element: ET.Element) -> None:
    """Drops defaults and what the root's role makes moot; a data mark's words become its title."""
    words = element.get("aria-label", "")
    is_mark = element.tag == f"{SVG}path" and element.get("aria-roledescription") == "point"
    for key, value in list(element.attrib.items()):
        if key in _DROPPED or _DEFAULTS.get(key) == value:
            del element.attrib[key]
        else:
            element.set(key, _DECIMALS.sub(r"\1", value))
    if is_mark and words:
        ET.SubElement(element, f"{SVG}title").text = words


def _prune(element: ET.Element) -> None:
    """Removes what draws nothing, and groups that hold only a group and say nothing."""
    for child in list(element):
        _prune(child)
        empty_path = child.tag == f"{SVG}path" and child.get("d", "") in {"", "M0,0h0v0h0Z"}
        unseen = child.get("display") == "none" or (child.tag == f"{SVG}path" and not _painted(child))
        if empty_path or unseen or (child.tag == f"{SVG}g" and len(child) == 0):
            element.remove(child)
    for place, child in enumerate(list(element)):
        bare = child.tag == f"{SVG}g" and child.get("transform") in {None, "translate(0,0)"} and len(child) == 1
        if bare and not (set(child.attrib) - {"transform"}):
            element[place] = child[0]


def _painted(path: ET.Element) -> bool:
    return path.get("fill") is not None or path.get("stroke") is not None


def _hoist(group: ET.Element) -> None:
    """Gives the group the attributes that all its children share."""
    children = list(group)
    if len(children) < 2 or any(child.tag == f"{SVG}g" for child in children):
        return
    for key in _HOISTED:
        values = {child.get(key) for child in children}
        if len(values) == 1 and (value := values.pop()) is not None and group.get(key) is None:
            group.set(key, value)
            for child in children:
                del child.attrib[key]


def _written(element: ET.Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: ET.Element) -> Iterator[str]:
    tag = element.tag.removeprefix(SVG)
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in element.attrib.items())
    if not len(element) and not element.text:
        yield f"<{tag}{attributes}/>"
        return
    yield f"<{tag}{attributes}>{escape(element.text or '', quote=False)}"
    for child in element:
        yield from _pieces(child)
    yield f"</{tag}>"
