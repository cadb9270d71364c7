"""The engine room: database, command line, backup, and the two commands of a newcomer."""
