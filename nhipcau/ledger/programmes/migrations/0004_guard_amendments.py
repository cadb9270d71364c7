"""Guard consents like all append-only rows; what was recorded of an amendment is not changed."""

from django.db import migrations

HEAD = """
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON programmes_amendmentconsent
    FOR EACH ROW EXECUTE FUNCTION nhipcau_refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON programmes_amendmentconsent
    FOR EACH STATEMENT EXECUTE FUNCTION nhipcau_refuse_truncate();
CREATE TRIGGER chain_row BEFORE INSERT ON programmes_amendmentconsent
    FOR EACH ROW EXECUTE FUNCTION nhipcau_chain_row(
        'uuid', 'recorded_at', 'amendment_id', 'party_id', 'edition', 'by', 'given', 'text_hash'
    );
CREATE TRIGGER only_redaction BEFORE UPDATE OR DELETE ON programmes_amendmentconsenttext
    FOR EACH ROW EXECUTE FUNCTION nhipcau_only_redaction();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON programmes_amendmentconsenttext
    FOR EACH STATEMENT EXECUTE FUNCTION nhipcau_refuse_truncate();
"""

# Changes are written while their amendment is a draft; afterwards an insertion may only be given
# the row that the agreement made for it.
CHANGES = """
CREATE FUNCTION programmes_changes_of_drafts_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    state text;
BEGIN
    SELECT a.state INTO state FROM programmes_amendment a
        WHERE a.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.amendment_id ELSE NEW.amendment_id END;
    IF state = 'draft' OR (
        TG_OP = 'UPDATE' AND OLD.act = 'insert' AND OLD.provision_id IS NULL
        AND (to_jsonb(NEW) - 'provision_id') = (to_jsonb(OLD) - 'provision_id')
    ) THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'a change of a recorded amendment is not changed'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER changes_of_drafts_only BEFORE INSERT OR UPDATE OR DELETE ON programmes_change
    FOR EACH ROW EXECUTE FUNCTION programmes_changes_of_drafts_only();
"""
UNGUARD = """
DROP TRIGGER changes_of_drafts_only ON programmes_change;
DROP FUNCTION programmes_changes_of_drafts_only();
"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0003_amendments_and_lives")]

    operations = [
        migrations.RunSQL(HEAD, migrations.RunSQL.noop),
        migrations.RunSQL(CHANGES, UNGUARD),
    ]
