-- Back to 20261129030500_search. What embeddings have cost is forgotten; the conversations' totals keep it.
DROP TABLE "embedding_call";
