"""Blocks as an Excel workbook. openpyxl is imported here alone, and only when a workbook is asked for."""
