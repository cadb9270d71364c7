"""What surrounds every page: base templates, components, menu, jobs page."""
