"""The paper that a sheet is printed on."""

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from roadmap_desktop.reports.blocks import MM_IN_INCH, Orientation, PageSetup

_NUMBER_TOP = 10


def set_up_page(sheet: Worksheet, setup: PageSetup) -> None:
    """Prints on A4, as wide as the sheet and over as many pages as it takes, numbered at the top from the second one
    (ГОСТ Р 7.0.97-2016, 3.6)."""
    lies = setup.orientation is Orientation.LANDSCAPE
    sheet.page_setup.orientation = "landscape" if lies else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, getattr(setup, side) / MM_IN_INCH)
    sheet.page_margins.header = sheet.page_margins.footer = _NUMBER_TOP / MM_IN_INCH
    sheet.HeaderFooter.differentFirst = True
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart("&P"))
