DROP FUNCTION
  knowledge.count_knowledge_entries, knowledge.delete_document, knowledge.delete_document_entries, knowledge.publish_document,
  knowledge.add_knowledge_entries, knowledge.length_in_words, knowledge.put_document, knowledge.delete_collection,
  knowledge.create_collection, knowledge.padded;
