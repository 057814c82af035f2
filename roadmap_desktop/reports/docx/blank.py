"""An empty Word document: python-docx's own template stripped of what is American, with our sheet and styles."""

from collections.abc import Iterable

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm

from roadmap_desktop import PROGRAM_NAME, clock
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.reports.blocks import Document, Orientation, PageSetup
from roadmap_desktop.reports.docx.markup import element, field, paragraph
from roadmap_desktop.reports.docx.styles import HEADER, styles
from roadmap_desktop.reports.xml_text import writable

_HEADER_DISTANCE = 10
_LONGEST_PROPERTY = 255
_KEPT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
}
# Word breaks long words of narrow columns at syllables; mode 15 is how Word since 2013 lays pages out.
_SETTINGS = (
    '<w:zoom w:percent="100"/>',
    '<w:defaultTabStop w:val="709"/>',
    "<w:autoHyphenation/>",
    '<w:consecutiveHyphenLimit w:val="2"/>',
    "<w:doNotHyphenateCaps/>",
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat>',
    '<w:themeFontLang w:val="ru-RU"/>',
    '<w:decimalSymbol w:val=","/>',
    '<w:listSeparator w:val=";"/>',
)


def blank(document: Document) -> WordFile:
    """A Word document without a word in it, with the properties and the sheet of this one."""
    file = docx.Document()
    _strip(file)
    _fill(file.settings.element, _SETTINGS)
    _set_up_page(file, document.page)
    _name(file, document)
    return file


def set_styles(file: WordFile, setup: PageSetup, cell_sizes: Iterable[float]) -> None:
    """Gives the document its styles; ``cell_sizes`` are those of the fonts of its tables."""
    _fill(file.styles.element, styles(setup, cell_sizes))


def _strip(file: WordFile) -> None:
    """Leaves out the template's picture of itself, its theme, numbering and other parts that nothing here uses."""
    whole = file.part.package
    assert whole is not None
    for rels in (whole.rels, file.part.rels):
        for id, rel in list(rels.items()):
            if rel.reltype not in _KEPT:
                del rels[id]


def _fill(root: BaseOxmlElement, children: Iterable[str]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(element(child) for child in children)


def _set_up_page(file: WordFile, setup: PageSetup) -> None:
    section = file.sections[0]
    lay_sheet(section, setup)
    section.left_margin, section.right_margin = Mm(setup.left), Mm(setup.right)
    section.top_margin, section.bottom_margin = Mm(setup.top), Mm(setup.bottom)
    section.header_distance = section.footer_distance = Mm(_HEADER_DISTANCE)
    # ГОСТ Р 7.0.97-2016, 3.6: pages are numbered from the second one, at the top centre.
    section.different_first_page_header_footer = True
    header = section.header
    header.is_linked_to_previous = False
    above = header.paragraphs[0]._p
    above.getparent().replace(above, element(paragraph(HEADER, field("PAGE", "2"))))


def lay_sheet(section: Section, setup: PageSetup) -> None:
    """Makes the section's sheets lie as the set-up says."""
    turned = setup.orientation is Orientation.LANDSCAPE
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = map(Mm, setup.sheet)


def _name(file: WordFile, document: Document) -> None:
    properties = file.core_properties
    properties.title = _property(document.title)
    properties.author = _property(document.author) or PROGRAM_NAME
    properties.last_modified_by = PROGRAM_NAME
    properties.language = document.language
    properties.comments = ""
    properties.created = properties.modified = clock.now()


def _property(text: str) -> str:
    """What python-docx takes: 255 characters in one line."""
    return one_line(writable(text))[:_LONGEST_PROPERTY]
