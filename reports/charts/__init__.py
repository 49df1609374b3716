"""Charts as inline SVG. Nothing here is imported until a page needs a chart: Altair and its renderer are heavy."""
