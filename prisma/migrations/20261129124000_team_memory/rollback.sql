-- Back to 20261129123000_knowledge_searches. What teams remember is forgotten, with its history, and so is what runs were given of it
-- and changed in it. What it cost stays in the ledger.
DROP TABLE "memory_run";
DROP TABLE "memory_change";
DROP TABLE "memory_entry";
