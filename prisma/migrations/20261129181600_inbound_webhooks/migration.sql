-- Addresses to which a service posts what wakes a standing conversation. No secret is stored: it is derived.
CREATE TABLE "inbound_webhook" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_accepted_at" TIMESTAMPTZ(3),
    "last_refused_at" TIMESTAMPTZ(3),
    "last_refusal" TEXT,

    CONSTRAINT "inbound_webhook_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "inbound_webhook_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "inbound_webhook_conversation_id_name_key" ON "inbound_webhook"("conversation_id", "name");
