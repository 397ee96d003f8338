-- Back to 20261129124500_schedules. Notices are lost: those that wait are not sent, and what was sent, with each attempt, is forgotten. So
-- are the webhooks, and how often each person wants mails.
DROP TABLE "notice_preference";
DROP TABLE "notice_delivery";
DROP TABLE "notice";
DROP TABLE "notice_webhook";
