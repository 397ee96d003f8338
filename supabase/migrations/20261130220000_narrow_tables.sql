-- Look-ups that read narrow rows: keys of an entry's words and a signature of its vector stand in tables of their own, a dozen entries
-- and more to a page, beside the entry, which fills one (docs/decisions/0059-narrow-tables.md says what was measured).

SET search_path = knowledge, extensions, public;

ALTER TABLE collections
  -- Goes into the keys of its words, so that looking for a word reads this collection's entries alone.
  ADD COLUMN number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- The mean of its first vectors, each of length one; null while it has too few. Signatures tell on which side of it a vector lies.
  ADD COLUMN center vector(1536);

/* Four bytes that stand for a word of a collection. Two of them may have the same: once in some hundred million. */
CREATE FUNCTION word_key(number integer, word text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = knowledge, extensions, public
RETURN (
  SELECT (get_byte(h, 0) << 24) | (get_byte(h, 1) << 16) | (get_byte(h, 2) << 8) | get_byte(h, 3)
  FROM sha256(convert_to(number || ':' || word, 'UTF8')) AS h
);

/* The keys of an entry's words, and how often it has each. */
CREATE FUNCTION keyed_words(number integer, words tsvector, OUT keys integer[], OUT frequencies smallint[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = knowledge, extensions, public
AS $$
  SELECT coalesce(array_agg(word_key(number, w.lexeme)), '{}'), coalesce(array_agg(cardinality(w.positions)::smallint), '{}')
  FROM unnest(words) AS w;
$$;

/* One bit for each dimension of a vector: on which side of the center it lies. Vectors that are alike differ in few. */
CREATE FUNCTION signature(embedding vector, center vector) RETURNS bit
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = knowledge, extensions, public
RETURN binary_quantize(CASE WHEN center IS NULL THEN embedding ELSE l2_normalize(embedding)::vector - center END)::bit(1536);

/* The words of every entry, for BM25. Follows knowledge_entries by its triggers alone. */
CREATE TABLE entry_words (
  entry_id          uuid       PRIMARY KEY REFERENCES knowledge_entries ON DELETE CASCADE,
  document_id       uuid       NOT NULL,
  document_version  integer    NOT NULL,
  collection_number integer    NOT NULL,
  word_count        integer    NOT NULL,
  -- Side by side: each different word's key, and how often the entry has it.
  word_keys         integer[]  NOT NULL,
  frequencies       smallint[] NOT NULL
);

/* What tells which entries may be among the nearest, without reading their vectors. Follows knowledge_entries by its triggers alone. */
CREATE TABLE entry_signatures (
  entry_id         uuid      PRIMARY KEY REFERENCES knowledge_entries ON DELETE CASCADE,
  collection_id    uuid      NOT NULL,
  document_id      uuid      NOT NULL,
  document_version integer   NOT NULL,
  metadata         jsonb     NOT NULL,
  signature        bit(1536) NOT NULL
);

/*
 * Keeps both tables. An entry never changes: it comes and goes. A collection gets its center with its 200th entry, and those
 * before it get their signatures anew.
 */
CREATE FUNCTION note_new_entries() RETURNS trigger
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
DECLARE
  enough_for_center CONSTANT integer := 200;
  growing uuid;
  mean vector;
BEGIN
  INSERT INTO entry_words (entry_id, document_id, document_version, collection_number, word_count, word_keys, frequencies)
  SELECT a.id, a.document_id, a.document_version, c.number, a.word_count, w.keys, w.frequencies
  FROM added a JOIN collections c ON c.id = a.collection_id CROSS JOIN keyed_words(c.number, a.words) w;
  INSERT INTO entry_signatures (entry_id, collection_id, document_id, document_version, metadata, signature)
  SELECT a.id, a.collection_id, a.document_id, a.document_version, a.metadata, signature(a.embedding, c.center)
  FROM added a JOIN collections c ON c.id = a.collection_id;
  FOR growing IN SELECT DISTINCT a.collection_id FROM added a JOIN collections c ON c.id = a.collection_id WHERE c.center IS NULL LOOP
    CONTINUE WHEN (SELECT count(*) FROM entry_signatures s WHERE s.collection_id = growing) < enough_for_center;
    SELECT avg(l2_normalize(k.embedding)::vector) INTO mean FROM knowledge_entries k WHERE k.collection_id = growing;
    UPDATE collections SET center = mean WHERE id = growing;
    UPDATE entry_signatures s SET signature = signature(k.embedding, mean)
    FROM knowledge_entries k WHERE s.collection_id = growing AND k.id = s.entry_id;
  END LOOP;
  RETURN NULL;
END
$$;

-- What stands there already.
UPDATE collections c SET center = n.mean
FROM (
  SELECT k.collection_id, avg(l2_normalize(k.embedding)::vector) AS mean FROM knowledge_entries k GROUP BY 1 HAVING count(*) >= 200
) n
WHERE n.collection_id = c.id;
INSERT INTO entry_words (entry_id, document_id, document_version, collection_number, word_count, word_keys, frequencies)
SELECT k.id, k.document_id, k.document_version, c.number, k.word_count, w.keys, w.frequencies
FROM knowledge_entries k JOIN collections c ON c.id = k.collection_id CROSS JOIN keyed_words(c.number, k.words) w;
INSERT INTO entry_signatures (entry_id, collection_id, document_id, document_version, metadata, signature)
SELECT k.id, k.collection_id, k.document_id, k.document_version, k.metadata, signature(k.embedding, c.center)
FROM knowledge_entries k JOIN collections c ON c.id = k.collection_id;

CREATE INDEX entry_words_keys ON entry_words USING gin (word_keys);
CREATE INDEX entry_signatures_collection ON entry_signatures (collection_id);
CREATE INDEX entry_signatures_metadata ON entry_signatures USING gin (metadata jsonb_path_ops);
ANALYZE entry_words, entry_signatures;
CREATE TRIGGER note_new_entries AFTER INSERT ON knowledge_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_new_entries();

DROP INDEX knowledge_entries_words;
DROP INDEX knowledge_entries_metadata;

ALTER TABLE entry_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_signatures ENABLE ROW LEVEL SECURITY;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'service_role') THEN
    CREATE POLICY service_role_has_all ON knowledge.entry_words TO service_role USING (true) WITH CHECK (true);
    CREATE POLICY service_role_has_all ON knowledge.entry_signatures TO service_role USING (true) WITH CHECK (true);
  END IF;
END
$$;

/*
 * The nearest entries by their vectors. Where many come into question, through the index, which gives up after a while when
 * little passes a filter. Else the entries whose signatures are most like the question's are compared, which are all where
 * few come into question; so there are always `most` of them wherever there are that many.
 */
CREATE OR REPLACE FUNCTION nearest_entries(collection_ids uuid[], query_embedding vector, filter jsonb, most integer)
RETURNS TABLE (id uuid, similarity double precision)
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
-- A plan for these collections and this filter; processes to share the work start more slowly than it is done.
SET plan_cache_mode = force_custom_plan
SET max_parallel_workers_per_gather = 0
AS $$
#variable_conflict use_column
DECLARE
  -- From so many on, the walk through the index costs less than reading the signatures. Another machine may set another number:
  -- ALTER DATABASE … SET knowledge.index_from = '50000'.
  index_from CONSTANT integer := coalesce(nullif(current_setting('knowledge.index_from', true), '')::integer, 20000);
  -- So many vectors are compared with the question's at the most.
  compared CONSTANT integer := greatest(1500, 5 * most);
  is_filtered CONSTANT boolean := filter <> '{}';
  in_collections bigint;
  in_question bigint;
  everything bigint;
  sampled_percent real;
  asked_ids uuid[];
  asked_signatures bit(1536)[];
  found_ids uuid[];
  found_distances double precision[];
BEGIN
  SELECT coalesce(sum(c.entry_count) FILTER (WHERE c.id = ANY (collection_ids)), 0), coalesce(sum(c.entry_count), 0)
  INTO in_collections, everything FROM collections c;
  IF in_collections = 0 THEN RETURN; END IF;
  in_question := in_collections;
  IF is_filtered AND in_collections >= index_from THEN
    -- Guessed from some two thousand entries, the same ones each time. A wrong guess costs time and nothing else.
    sampled_percent := least(100, 200000.0 / everything);
    SELECT round(count(*) * 100 / sampled_percent) INTO in_question
    FROM entry_signatures s TABLESAMPLE SYSTEM (sampled_percent) REPEATABLE (0)
    WHERE s.metadata @> filter AND s.collection_id = ANY (collection_ids);
  END IF;

  IF in_question >= index_from THEN
    PERFORM set_config('hnsw.ef_search', least(greatest(3 * most, 200), 1000)::text, true);
    -- The order of what is found is mended below; in strict order the index throws away what it finds late.
    PERFORM set_config('hnsw.iterative_scan', 'relaxed_order', true);
    -- As many as must be looked at until enough of them are in question, twice over.
    PERFORM set_config('hnsw.max_scan_tuples', least(greatest(20000, 4 * most * (everything / in_question)), 200000)::text, true);
    -- The planner would rather read a filter's bitmap and sort.
    PERFORM set_config('enable_sort', 'off', true);
    WITH nearest AS MATERIALIZED (
      SELECT k.id, k.embedding <=> query_embedding AS distance
      FROM knowledge_entries k
      WHERE k.collection_id = ANY (collection_ids)
        AND (NOT is_filtered OR k.metadata @> filter)
        AND EXISTS (SELECT FROM documents d WHERE d.id = k.document_id AND d.version = k.document_version)
      ORDER BY k.embedding <=> query_embedding
      -- Some more: in relaxed order a few of the nearest come late.
      LIMIT most + most / 4
    )
    SELECT array_agg(n.id ORDER BY n.distance, n.id), array_agg(n.distance ORDER BY n.distance, n.id)
    INTO found_ids, found_distances FROM nearest n;
    PERFORM set_config('enable_sort', 'on', true);
    IF cardinality(found_ids) >= most THEN
      RETURN QUERY SELECT found_ids[place], 1 - found_distances[place] FROM generate_series(1, most) AS place;
      RETURN;
    END IF;
  END IF;

  SELECT array_agg(c.id), array_agg(signature(query_embedding, c.center)) INTO asked_ids, asked_signatures
  FROM collections c WHERE c.id = ANY (collection_ids);
  SELECT array_agg(c.entry_id) INTO found_ids FROM (
    SELECT s.entry_id
    FROM entry_signatures s JOIN documents d ON d.id = s.document_id AND d.version = s.document_version
    WHERE s.collection_id = ANY (collection_ids) AND (NOT is_filtered OR s.metadata @> filter)
    ORDER BY s.signature <~> asked_signatures[array_position(asked_ids, s.collection_id)]
    LIMIT compared
  ) c;
  RETURN QUERY
    SELECT k.id, 1 - (k.embedding <=> query_embedding)
    FROM unnest(found_ids) f(id) JOIN knowledge_entries k ON k.id = f.id
    -- A distance plus nothing: no index orders by that.
    ORDER BY (k.embedding <=> query_embedding) + 0, k.id
    LIMIT most;
END
$$;

/*
 * The entries of a project's collections that fit a question best: by their vectors (cosine) and by their words (BM25), each
 * brought to 0..1 over all that came into question, then weighed together. `query_text` is the question, segmented into words by
 * spaces. `filter` is an object that an entry's metadata has to contain. `threshold` is the least cosine; it is applied
 * after the search, never inside the index. `diversity` is the share (0..1) that likeness to what has already been chosen
 * takes away (maximal marginal relevance). KN404: there is no such collection in the project; KN422: the vector has other
 * dimensions than they have, or they are not of one model.
 */
CREATE OR REPLACE FUNCTION match_knowledge_entries(
  project uuid, query_embedding vector, query_text text, collection_ids uuid[], filter jsonb DEFAULT '{}',
  match_count integer DEFAULT 10, threshold double precision DEFAULT NULL, vector_weight double precision DEFAULT 0.7,
  diversity double precision DEFAULT 0
) RETURNS TABLE (
  id uuid, collection_id uuid, document_id uuid, document_version integer, ordinal integer, source text, title text,
  content text, start_offset integer, end_offset integer, page integer, heading_path text[], metadata jsonb,
  similarity double precision, bm25 double precision, score double precision
)
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
DECLARE
  most CONSTANT integer := least(greatest(match_count, 1), 100);
  -- From either side: what is good on one alone has a place among what is weighed together.
  candidates_each CONSTANT integer := greatest(4 * most, 60);
  -- Words of more entries than that, rarest first, are not looked for.
  most_entries_of_words CONSTANT bigint := 2000;
  wanted_ids uuid[] := ARRAY(SELECT DISTINCT unnest(collection_ids));
  known integer;
  models integer;
  misfit collections;
  asked text[];
  word_weights double precision[];
  mean_words double precision;
  question vector;
  pool_ids uuid[];
  pool_similarity double precision[];
  pool_bm25 double precision[];
  pool_score double precision[];
  pool_embedding vector[];
  chosen integer[] := '{}';
  best integer;
  best_value double precision;
  value double precision;
  likeness double precision;
BEGIN
  SELECT count(*), count(DISTINCT (c.embedding_model, c.dimensions)) INTO known, models
  FROM collections c WHERE c.id = ANY (wanted_ids) AND c.project_id = project;
  IF known < cardinality(wanted_ids) THEN RAISE EXCEPTION 'there is no such collection' USING ERRCODE = 'KN404'; END IF;
  IF known = 0 THEN RETURN; END IF;
  IF models > 1 THEN
    RAISE EXCEPTION 'the collections hold vectors of several models' USING ERRCODE = 'KN422', HINT = 'Look them up one by one.';
  END IF;
  SELECT * INTO misfit FROM collections c WHERE c.id = ANY (wanted_ids) AND c.dimensions <> vector_dims(query_embedding) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the question''s vector has % dimensions; the collection "%" holds those of % with %',
      vector_dims(query_embedding), misfit.name, misfit.embedding_model, misfit.dimensions USING ERRCODE = 'KN422';
  END IF;
  question := padded(query_embedding);
  SELECT greatest(sum(c.word_count)::double precision / greatest(sum(c.entry_count), 1), 1) INTO mean_words
  FROM collections c WHERE c.id = ANY (wanted_ids);
  SELECT coalesce(array_agg(q.word), '{}'), coalesce(array_agg(q.weight), '{}') INTO asked, word_weights
  FROM query_words(wanted_ids, query_text, most_entries_of_words) q;

  WITH by_vector AS MATERIALIZED (
    -- A vector of nothing but zeros is like nothing.
    SELECT n.id FROM nearest_entries(wanted_ids, question, filter, candidates_each) n WHERE vector_norm(question) > 0
  ), asked_keys AS MATERIALIZED (
    SELECT c.number, word_key(c.number, q.word) AS key, q.weight
    FROM unnest(asked, word_weights) AS q(word, weight) CROSS JOIN collections c
    WHERE c.id = ANY (wanted_ids) AND EXISTS (SELECT FROM word_frequencies f WHERE f.collection_id = c.id AND f.word = q.word)
  ), with_words AS MATERIALIZED (
    -- BM25 with k1 = 1.2 and b = 0.75.
    SELECT e.entry_id AS id, sum(a.weight * e.often * 2.2 / (e.often + 1.2 * (0.25 + 0.75 * e.word_count / mean_words))) AS bm25
    FROM asked_keys a
      CROSS JOIN LATERAL (
        SELECT w.entry_id, w.document_id, w.document_version, w.word_count, w.frequencies[array_position(w.word_keys, a.key)] AS often
        FROM entry_words w
        WHERE w.word_keys @> ARRAY[a.key] AND w.collection_number = a.number
        OFFSET 0 -- One word after the other, through the index.
      ) e
      JOIN documents d ON d.id = e.document_id AND d.version = e.document_version
    -- One by one: all that pass a filter may be many more than have the words.
    WHERE filter = '{}' OR (SELECT s.metadata FROM entry_signatures s WHERE s.entry_id = e.entry_id) @> filter
    GROUP BY e.entry_id
  ), by_words AS (
    SELECT w.id FROM with_words w ORDER BY w.bm25 DESC, w.id LIMIT candidates_each
  ), pool AS MATERIALIZED (
    SELECT k.id, CASE WHEN diversity > 0 THEN k.embedding END AS embedding,
      coalesce(nullif(1 - (k.embedding <=> question), 'NaN'), 0) AS similarity,
      coalesce(w.bm25, 0) AS bm25
    FROM knowledge_entries k LEFT JOIN with_words w ON w.id = k.id
    WHERE k.id IN (SELECT v.id FROM by_vector v UNION SELECT b.id FROM by_words b)
  ), spread AS (
    SELECT min(similarity) AS least_similarity, nullif(max(similarity) - min(similarity), 0) AS similarity_spread, nullif(max(bm25), 0) AS most_bm25
    FROM pool
  ), scored AS (
    SELECT p.*,
      vector_weight * coalesce((p.similarity - s.least_similarity) / s.similarity_spread, 0)
        + (1 - vector_weight) * coalesce(p.bm25 / s.most_bm25, 0) AS score
    FROM pool p, spread s
    WHERE threshold IS NULL OR p.similarity >= threshold
  )
  SELECT array_agg(s.id ORDER BY s.score DESC, s.id), array_agg(s.similarity ORDER BY s.score DESC, s.id),
    array_agg(s.bm25 ORDER BY s.score DESC, s.id), array_agg(s.score ORDER BY s.score DESC, s.id),
    CASE WHEN diversity > 0 THEN array_agg(s.embedding ORDER BY s.score DESC, s.id) END
  INTO pool_ids, pool_similarity, pool_bm25, pool_score, pool_embedding
  FROM scored s;

  IF diversity > 0 THEN
    FOR place IN 1..least(most, coalesce(cardinality(pool_ids), 0)) LOOP
      best := NULL;
      FOR each IN 1..cardinality(pool_ids) LOOP
        CONTINUE WHEN each = ANY (chosen);
        SELECT coalesce(max(1 - (pool_embedding[each] <=> pool_embedding[c])), 0) INTO likeness FROM unnest(chosen) c;
        value := (1 - diversity) * pool_score[each] - diversity * likeness;
        IF best IS NULL OR value > best_value THEN
          best := each;
          best_value := value;
        END IF;
      END LOOP;
      chosen := chosen || best;
    END LOOP;
  ELSE
    chosen := ARRAY(SELECT generate_series(1, least(most, coalesce(cardinality(pool_ids), 0))));
  END IF;

  RETURN QUERY
    SELECT k.id, k.collection_id, k.document_id, k.document_version, k.ordinal, d.source, d.title, k.content, k.start_offset,
      k.end_offset, k.page, k.heading_path, k.metadata, pool_similarity[c.each], pool_bm25[c.each], pool_score[c.each]
    FROM unnest(chosen) WITH ORDINALITY AS c(each, place)
      JOIN knowledge_entries k ON k.id = pool_ids[c.each]
      JOIN documents d ON d.id = k.document_id
    ORDER BY c.place;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA knowledge FROM PUBLIC;
RESET search_path;
