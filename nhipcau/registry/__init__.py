"""How a module joins the platform: the manifest, the list, the checks."""
