ALTER TABLE "sign_ins" DROP CONSTRAINT "sign_ins_link_hash_unique";--> statement-breakpoint
DROP INDEX "sign_ins_of_browser";--> statement-breakpoint
DROP INDEX "sign_ins_expiry";--> statement-breakpoint
ALTER TABLE "sign_ins" ALTER COLUMN "coop_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "sign_ins_of_address" ON "sign_ins" USING btree ("email","asked_at");--> statement-breakpoint
CREATE INDEX "sign_ins_asked" ON "sign_ins" USING btree ("asked_at");--> statement-breakpoint
ALTER TABLE "sign_ins" DROP COLUMN "link_hash";--> statement-breakpoint
ALTER TABLE "sign_ins" DROP COLUMN "code_hash";--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_browser_hash_unique" UNIQUE("browser_hash");