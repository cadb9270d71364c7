"""What crosses modules: promises over the registry, browser, accessibility, the house itself."""
