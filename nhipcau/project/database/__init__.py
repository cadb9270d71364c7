"""The embedded PostgreSQL: started, stopped, dumped and restored; known to the command line only."""

from nhipcau.project.database.cluster import Cluster

__all__ = ["Cluster"]
