-- Back to 20261129013000_account_language. The search reads every title and message again.
DROP INDEX "conversation_search_grams";
DROP INDEX "message_long";
DROP INDEX "message_search_grams";
DROP FUNCTION "search_grams"(TEXT, BOOLEAN);
