-- How long the text is of which the row keeps the beginning, in characters of UTF-16.
ALTER TABLE "live_text" ADD COLUMN "length" INTEGER NOT NULL DEFAULT 0;

-- A JSON value as a page or an answer of the API shows it: long strings cut, lists and objects after 100 entries, and what
-- is nested more than 8 deep as text. A string that was cut, or that could be taken for one, becomes U+0001, its bytes in
-- UTF-8, a colon, and its beginning. Null where all of this is still more than 128 KiB.
CREATE FUNCTION shown_json(value jsonb, most integer, depth integer DEFAULT 0) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  words text;
  result jsonb;
BEGIN
  CASE
    WHEN value IS NULL THEN
      RETURN NULL;
    WHEN jsonb_typeof(value) = 'string' OR (jsonb_typeof(value) IN ('array', 'object') AND depth >= 8) THEN
      words := value #>> '{}';
      IF octet_length(words) <= most AND NOT starts_with(words, U&'\0001') THEN
        RETURN value;
      END IF;
      RETURN to_jsonb(U&'\0001' || octet_length(words)::text || ':' || left(words, most));
    WHEN jsonb_typeof(value) = 'array' THEN
      SELECT coalesce(jsonb_agg(shown_json(entry, most, depth + 1) ORDER BY place), '[]') INTO result
      FROM jsonb_array_elements(value) WITH ORDINALITY AS entries(entry, place) WHERE place <= 100;
    WHEN jsonb_typeof(value) = 'object' THEN
      SELECT coalesce(jsonb_object_agg(name, shown_json(entry, most, depth + 1)), '{}') INTO result
      FROM (SELECT key AS name, fields.value AS entry FROM jsonb_each(value) AS fields LIMIT 100) AS shown;
    ELSE
      RETURN value;
  END CASE;
  IF depth = 0 AND octet_length(result::text) > 131072 THEN
    RETURN NULL;
  END IF;
  RETURN result;
END
$$;
