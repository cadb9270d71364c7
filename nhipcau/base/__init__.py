"""Django without a domain: append-only rows, redaction, audit event, input gate, jobs."""
