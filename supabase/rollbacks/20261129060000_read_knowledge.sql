DROP FUNCTION
  knowledge.pgvector_version, knowledge.list_collections, knowledge.read_collection, knowledge.find_collections,
  knowledge.list_documents, knowledge.read_document, knowledge.list_document_versions, knowledge.document_entries,
  knowledge.read_knowledge_entries, knowledge.entries_around, knowledge.cached_embeddings, knowledge.cache_embeddings,
  knowledge.forget_embeddings;
DROP FUNCTION knowledge.containing;
