-- Bringing documents into the knowledge store: what is brought together, each document of it, and its bytes.
CREATE TABLE "knowledge_import" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'starting',
    "run" INTEGER NOT NULL DEFAULT 0,
    "idempotency_key" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "knowledge_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "knowledge_import_state_check" CHECK ("state" IN ('starting', 'running', 'paused', 'finished', 'cancelled'))
);

CREATE TABLE "knowledge_source" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "content_type" TEXT,
    "size_bytes" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT,
    "document_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "knowledge_source_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "knowledge_source_part" (
    "source_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "knowledge_source_part_pkey" PRIMARY KEY ("source_id", "ordinal"),
    CONSTRAINT "knowledge_source_part_size_check" CHECK (octet_length("bytes") <= 1048576)
);
-- Documents are mostly packed already.
ALTER TABLE "knowledge_source_part" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

CREATE TABLE "knowledge_text" (
    "source_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "page_offsets" INTEGER[],
    "chunks" JSONB NOT NULL,
    "language" TEXT,

    CONSTRAINT "knowledge_text_pkey" PRIMARY KEY ("source_id")
);

CREATE TABLE "knowledge_import_item" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "source_id" UUID,
    "document_id" UUID,
    "version" INTEGER,
    "entry_count" INTEGER,
    "failure_type" TEXT,
    "failure_message" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "knowledge_import_item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "knowledge_import_item_kind_check" CHECK ("kind" IN ('file', 'address')),
    CONSTRAINT "knowledge_import_item_state_check" CHECK ("state" IN ('waiting', 'working', 'added', 'unchanged', 'failed', 'cancelled'))
);

CREATE UNIQUE INDEX "knowledge_import_project_id_idempotency_key_key" ON "knowledge_import"("project_id", "idempotency_key");
CREATE INDEX "knowledge_import_project_id_created_at_idx" ON "knowledge_import"("project_id", "created_at" DESC);
CREATE INDEX "knowledge_import_state_updated_at_idx" ON "knowledge_import"("state", "updated_at");
CREATE UNIQUE INDEX "knowledge_import_item_import_id_position_key" ON "knowledge_import_item"("import_id", "position");
CREATE INDEX "knowledge_import_item_import_id_state_idx" ON "knowledge_import_item"("import_id", "state");
CREATE INDEX "knowledge_import_item_document_id_idx" ON "knowledge_import_item"("document_id");
CREATE INDEX "knowledge_import_item_source_id_idx" ON "knowledge_import_item"("source_id");
CREATE INDEX "knowledge_source_document_id_idx" ON "knowledge_source"("document_id");
CREATE INDEX "knowledge_source_collection_id_idx" ON "knowledge_source"("collection_id");

ALTER TABLE "knowledge_import" ADD CONSTRAINT "knowledge_import_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "knowledge_source" ADD CONSTRAINT "knowledge_source_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "knowledge_source_part" ADD CONSTRAINT "knowledge_source_part_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "knowledge_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "knowledge_text" ADD CONSTRAINT "knowledge_text_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "knowledge_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "knowledge_import_item" ADD CONSTRAINT "knowledge_import_item_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "knowledge_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "knowledge_import_item" ADD CONSTRAINT "knowledge_import_item_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "knowledge_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;
