DROP TABLE "inbound_webhook";
