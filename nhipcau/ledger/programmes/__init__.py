"""The signed text: provisions, legal bases, citations."""
