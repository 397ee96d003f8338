DROP FUNCTION
  knowledge.match_knowledge_entries, knowledge.nearest_entries, knowledge.bm25, knowledge.query_words;
