"""Guard what no column can say alone: one name under one parent, no circle, no rewritten past."""

from django.db import migrations

ONE_NAME = """
CREATE FUNCTION nhipcau_one_name_under_one_parent(named bigint, full_name text, days daterange,
                                                  under bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    -- Two at the same moment would not see each other.
    PERFORM pg_advisory_xact_lock(hashtextextended('agencies_name ' || full_name, 0));
    IF EXISTS (
        SELECT FROM agencies_agencyname other JOIN agencies_agency body ON body.id = other.agency_id
        WHERE other.agency_id <> named AND other.name = full_name
            AND other.form = 'full' AND other.language = 'vi'
            AND daterange(other.first_day, other.last_day, '[]') && days
            AND body.parent_id IS NOT DISTINCT FROM under
    ) THEN
        RAISE EXCEPTION '% is the name of another agency under the same parent', full_name
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'one_agency_per_name_parent_and_day';
    END IF;
END $$;

CREATE FUNCTION nhipcau_name_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.form = 'full' AND NEW.language = 'vi' THEN
        PERFORM nhipcau_one_name_under_one_parent(
            NEW.agency_id, NEW.name, daterange(NEW.first_day, NEW.last_day, '[]'),
            (SELECT parent_id FROM agencies_agency WHERE id = NEW.agency_id));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER name_is_free AFTER INSERT OR UPDATE ON agencies_agencyname
    FOR EACH ROW EXECUTE FUNCTION nhipcau_name_is_free();

CREATE FUNCTION nhipcau_parent_has_the_name_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM nhipcau_one_name_under_one_parent(
        NEW.id, name, daterange(first_day, last_day, '[]'), NEW.parent_id)
    FROM agencies_agencyname WHERE agency_id = NEW.id AND form = 'full' AND language = 'vi';
    RETURN NULL;
END $$;
CREATE TRIGGER parent_has_the_name_free AFTER UPDATE OF parent_id ON agencies_agency
    FOR EACH ROW WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id)
    EXECUTE FUNCTION nhipcau_parent_has_the_name_free();
"""
NO_ONE_NAME = """
DROP TRIGGER parent_has_the_name_free ON agencies_agency;
DROP TRIGGER name_is_free ON agencies_agencyname;
DROP FUNCTION nhipcau_parent_has_the_name_free();
DROP FUNCTION nhipcau_name_is_free();
DROP FUNCTION nhipcau_one_name_under_one_parent(bigint, text, daterange, bigint);
"""

# A function may come back years later; within one day a chain that returns to its start says
# nothing about who answers.
NO_CIRCLE = """
CREATE FUNCTION nhipcau_no_circle_of_successors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('agencies_succession', 0));
    IF EXISTS (
        WITH RECURSIVE onward(agency) AS (
            SELECT NEW.new_id
            UNION
            SELECT next.new_id FROM onward JOIN agencies_succession next
                ON next.old_id = onward.agency AND next.day = NEW.day AND next.withdrawn_at IS NULL
        )
        SELECT FROM onward WHERE agency = NEW.old_id
    ) THEN
        RAISE EXCEPTION 'a circle of successors on one day'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'no_circle_of_successors';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER no_circle_of_successors AFTER INSERT ON agencies_succession
    FOR EACH ROW EXECUTE FUNCTION nhipcau_no_circle_of_successors();
"""
CIRCLE = """
DROP TRIGGER no_circle_of_successors ON agencies_succession;
DROP FUNCTION nhipcau_no_circle_of_successors();
"""

STANDS = """
CREATE FUNCTION nhipcau_succession_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL
        AND to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_because'
          = to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_because' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a succession is withdrawn with a reason, never changed or deleted'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'a_succession_is_only_withdrawn';
END $$;
CREATE TRIGGER succession_stands BEFORE UPDATE OR DELETE ON agencies_succession
    FOR EACH ROW EXECUTE FUNCTION nhipcau_succession_stands();
"""
FALLS = """
DROP TRIGGER succession_stands ON agencies_succession;
DROP FUNCTION nhipcau_succession_stands();
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_places_and_successions")]

    operations = [
        migrations.RunSQL(ONE_NAME, NO_ONE_NAME),
        migrations.RunSQL(NO_CIRCLE, CIRCLE),
        migrations.RunSQL(STANDS, FALLS),
    ]
