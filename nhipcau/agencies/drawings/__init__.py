"""Drawings made on the server: values with coordinates, drawn by templates as SVG."""
