"""The embedded PostgreSQL: started, stopped, dumped and restored; known to the command line only."""

from nhipcau.project.database.cluster import Cluster, abandon

__all__ = ["Cluster", "abandon"]
