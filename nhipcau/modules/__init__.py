"""The domain modules, one folder for each; none imports another."""
