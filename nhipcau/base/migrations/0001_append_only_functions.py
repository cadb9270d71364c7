"""Functions of the database that make a table append-only."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION nhipcau_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION nhipcau_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: TRUNCATE refused', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

-- The words of a row may only be emptied, and only beside a redaction of that row.
CREATE FUNCTION nhipcau_only_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.row_id = OLD.row_id AND NEW.text IS NULL AND NEW.salt IS NULL
        AND EXISTS (SELECT 1 FROM base_redaction WHERE "row" = OLD.row_id)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

-- A hash over named columns, as one JSON array: no value can pass for another, and the text forms
-- depend on no setting of the session.
CREATE FUNCTION nhipcau_hash_row(content jsonb, columns text[], previous text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(
        previous || jsonb_agg(content -> c ORDER BY n)::text, 'UTF8')), 'hex')
    FROM unnest(columns) WITH ORDINALITY AS named(c, n)
$$;

-- The trigger's arguments are the columns that the hash covers. One writer at a time a table,
-- from here to its commit, so that positions have no gaps and no forks.
CREATE FUNCTION nhipcau_chain_row() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
    last record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('nhipcau chain'), TG_RELID::int);
    EXECUTE format('SELECT position, row_hash FROM %s ORDER BY position DESC LIMIT 1',
        TG_RELID::regclass) INTO last;
    NEW.position := coalesce(last.position, 0) + 1;
    NEW.previous_hash := coalesce(last.row_hash, '');
    NEW.row_hash := nhipcau_hash_row(to_jsonb(NEW), TG_ARGV, NEW.previous_hash);
    RETURN NEW;
END $$;

CREATE FUNCTION nhipcau_chain_breaks(target regclass, columns text[], low bigint, high bigint)
RETURNS TABLE ("position" bigint) LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
BEGIN
    RETURN QUERY EXECUTE format(
        'SELECT r.position FROM %1$s r LEFT JOIN %1$s b ON b.position = r.position - 1
         WHERE r.position > $2 AND r.position <= $3 AND (
            r.row_hash <> nhipcau_hash_row(to_jsonb(r), $1, r.previous_hash)
            OR r.previous_hash <> coalesce(b.row_hash, '''')
            OR (r.position > 1 AND b.position IS NULL))
         ORDER BY r.position', target)
    USING columns, low, high;
END $$;
"""

DROP = """
DROP FUNCTION nhipcau_chain_breaks(regclass, text[], bigint, bigint);
DROP FUNCTION nhipcau_chain_row();
DROP FUNCTION nhipcau_hash_row(jsonb, text[], text);
DROP FUNCTION nhipcau_only_redaction();
DROP FUNCTION nhipcau_refuse_truncate();
DROP FUNCTION nhipcau_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = []

    operations = [migrations.RunSQL(FUNCTIONS, DROP)]
