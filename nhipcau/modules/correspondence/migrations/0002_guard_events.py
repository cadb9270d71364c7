"""Guard what happened to dispatches like all append-only rows; what stands on one stays as it was."""

from django.db import migrations

EVENTS = """
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON correspondence_dispatchevent
    FOR EACH ROW EXECUTE FUNCTION nhipcau_refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON correspondence_dispatchevent
    FOR EACH STATEMENT EXECUTE FUNCTION nhipcau_refuse_truncate();
CREATE TRIGGER chain_row BEFORE INSERT ON correspondence_dispatchevent
    FOR EACH ROW EXECUTE FUNCTION nhipcau_chain_row(
        'uuid', 'recorded_at', 'dispatch_id', 'kind', 'code', 'agency', 'by', 'text_hash'
    );
CREATE TRIGGER only_redaction BEFORE UPDATE OR DELETE ON correspondence_dispatcheventtext
    FOR EACH ROW EXECUTE FUNCTION nhipcau_only_redaction();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON correspondence_dispatcheventtext
    FOR EACH STATEMENT EXECUTE FUNCTION nhipcau_refuse_truncate();
"""

# A dispatch that was recalled or superseded is never taken back into force.
STATES = """
CREATE FUNCTION correspondence_what_is_gone_stays_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'standing' AND NEW.state = 'standing' THEN
        RAISE EXCEPTION 'a dispatch that was recalled or superseded does not stand again'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER what_is_gone_stays_gone BEFORE UPDATE ON correspondence_dispatch
    FOR EACH ROW EXECUTE FUNCTION correspondence_what_is_gone_stays_gone();
"""
UNGUARD = """
DROP TRIGGER what_is_gone_stays_gone ON correspondence_dispatch;
DROP FUNCTION correspondence_what_is_gone_stays_gone();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0001_dispatches"),
        ("base", "0003_guard_append_only_rows"),
    ]

    operations = [
        migrations.RunSQL(EVENTS, migrations.RunSQL.noop),
        migrations.RunSQL(STATES, UNGUARD),
    ]
