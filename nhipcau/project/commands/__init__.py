"""The subcommands of `nhipcau`, one file each."""
