"""Reading Vietnamese administrative documents: plain Python, of use by itself."""
