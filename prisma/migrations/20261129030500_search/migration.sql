-- The grams by which a text is found: each pair of neighbouring characters in lower case, or each three where all of them
-- are of an alphabet (before U+2E80: their pairs are in nearly every text, where two characters of Chinese are a word).
-- The first 20,000 characters alone. Of a text that is looked for (`is_part`), the grams that every text with it has.
CREATE FUNCTION "search_grams"("content" TEXT, "is_part" BOOLEAN) RETURNS BIGINT[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000
AS $$
DECLARE
  codes BIGINT[] := ARRAY(
    SELECT ascii(letter) FROM unnest(string_to_array(lower(left(content, 20000)), NULL)) letter
  );
BEGIN
  RETURN ARRAY(
    SELECT CASE
      WHEN a < 11904 AND b < 11904 AND c < 11904 THEN (1::BIGINT << 62) | (a << 28) | (b << 14) | c
      ELSE (a << 21) | b
    END
    FROM unnest(codes, codes[2:], codes[3:]) AS place(a, b, c)
    WHERE b IS NOT NULL AND (c IS NOT NULL OR NOT is_part OR a >= 11904 OR b >= 11904)
  );
END
$$;

-- A small pending list: the turn that fills it moves it into the index.
CREATE INDEX "message_search_grams" ON "message" USING gin (search_grams("content", false))
WITH (gin_pending_list_limit = 1024) WHERE "superseded_at" IS NULL;

-- What the grams leave out: searched in full.
CREATE INDEX "message_long" ON "message" ("project_id") WHERE "superseded_at" IS NULL AND length("content") > 20000;

CREATE INDEX "conversation_search_grams" ON "conversation" USING gin (search_grams("title", false))
WITH (gin_pending_list_limit = 1024);

-- Without statistics: ANALYZE would make the grams of thirty thousand messages.
ALTER INDEX "message_search_grams" ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX "conversation_search_grams" ALTER COLUMN 1 SET STATISTICS 0;
