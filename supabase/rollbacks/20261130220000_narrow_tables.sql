-- Look-ups that read the entries themselves, as before.

SET search_path = knowledge, extensions, public;

/*
 * The nearest entries by their vectors, exactly where few come into question and through the index where many do. The index
 * gives up after a while when little passes a filter; then all are compared, so that there are `most` of them wherever there
 * are that many.
 */
CREATE OR REPLACE FUNCTION nearest_entries(collection_ids uuid[], query_embedding vector, filter jsonb, most integer)
RETURNS TABLE (id uuid, similarity double precision)
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
DECLARE
  -- So many distances cost less than a walk through the index.
  exactly_below CONSTANT integer := 3000;
  is_filtered CONSTANT boolean := filter <> '{}';
  in_collections bigint;
  in_question bigint;
  everything bigint;
  found_ids uuid[];
  found_distances double precision[];
BEGIN
  SELECT coalesce(sum(c.entry_count) FILTER (WHERE c.id = ANY (collection_ids)), 0), coalesce(sum(c.entry_count), 0)
  INTO in_collections, everything FROM collections c;
  IF in_collections = 0 THEN RETURN; END IF;
  in_question := in_collections;
  IF is_filtered AND in_collections >= exactly_below THEN
    SELECT count(*) INTO in_question FROM (
      SELECT FROM knowledge_entries k
      WHERE k.metadata @> filter AND k.collection_id = ANY (collection_ids) LIMIT exactly_below
    ) few;
  END IF;

  IF in_question >= exactly_below THEN
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

  -- A distance plus nothing: no index orders by that.
  RETURN QUERY
    SELECT k.id, 1 - (k.embedding <=> query_embedding)
    FROM knowledge_entries k JOIN documents d ON d.id = k.document_id AND d.version = k.document_version
    WHERE k.collection_id = ANY (collection_ids) AND (NOT is_filtered OR k.metadata @> filter)
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
  ), with_words AS MATERIALIZED (
    SELECT k.id, (
      -- BM25 with k1 = 1.2 and b = 0.75. Only the words asked for are taken apart.
      SELECT sum(word_weights[array_position(asked, w.lexeme)] * cardinality(w.positions) * 2.2
        / (cardinality(w.positions) + 1.2 * (0.25 + 0.75 * k.word_count / mean_words)))
      FROM unnest(ts_filter(setweight(k.words, 'A', asked), '{a}')) AS w
    ) AS bm25
    FROM knowledge_entries k
    WHERE asked <> '{}'
      AND k.words @@ (SELECT string_agg(quote_literal(a), ' | ')::tsquery FROM unnest(asked) a)
      AND k.collection_id = ANY (wanted_ids) AND (filter = '{}' OR k.metadata @> filter)
      AND EXISTS (SELECT FROM documents d WHERE d.id = k.document_id AND d.version = k.document_version)
  ), by_words AS (
    SELECT w.id FROM with_words w ORDER BY w.bm25 DESC, w.id LIMIT candidates_each
  ), pool AS MATERIALIZED (
    SELECT k.id, k.embedding,
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

DROP TRIGGER note_new_entries ON knowledge_entries;
DROP FUNCTION note_new_entries;
DROP TABLE entry_words;
DROP TABLE entry_signatures;
DROP FUNCTION signature;
DROP FUNCTION keyed_words;
DROP FUNCTION word_key;
ALTER TABLE collections DROP COLUMN number, DROP COLUMN center;
CREATE INDEX knowledge_entries_words ON knowledge_entries USING gin (words);
CREATE INDEX knowledge_entries_metadata ON knowledge_entries USING gin (metadata jsonb_path_ops);

RESET search_path;
