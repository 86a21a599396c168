-- Rows of before stand in no order of their own.
ALTER TABLE "coop_hosts" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "coop_hosts" ALTER COLUMN "position" DROP DEFAULT;
