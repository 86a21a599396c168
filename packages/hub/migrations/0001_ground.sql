CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop(),
	"actor_id" uuid,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events_seen" (
	"subscriber" text NOT NULL,
	"event_id" uuid NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop(),
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "events_seen_subscriber_event_id_pk" PRIMARY KEY("subscriber","event_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"aggregate" text NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop(),
	"payload" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"told" text[] DEFAULT '{}' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "coop_hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"coop_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"paint" char(7) NOT NULL,
	"mark" text NOT NULL,
	"languages" jsonb NOT NULL,
	"currency" char(3) NOT NULL,
	"time_zone" text NOT NULL,
	"operator" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coops_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"language" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"coop_id" uuid,
	"language" text NOT NULL,
	"browser_hash" text NOT NULL,
	"link_hash" text,
	"code_hash" text,
	"person_id" uuid,
	"tries_left" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone,
	CONSTRAINT "sign_ins_link_hash_unique" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"person_id" uuid NOT NULL,
	"roles" jsonb NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "coop_hosts" ADD CONSTRAINT "coop_hosts_coop_id_coops_id_fk" FOREIGN KEY ("coop_id") REFERENCES "public"."coops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_coop_id_coops_id_fk" FOREIGN KEY ("coop_id") REFERENCES "public"."coops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_of_coop" ON "audit" USING btree ("coop_id","at");--> statement-breakpoint
CREATE INDEX "events_seen_at" ON "events_seen" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_unsettled" ON "outbox" USING btree ("position") WHERE "outbox"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_ins_of_browser" ON "sign_ins" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "sign_ins_expiry" ON "sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "memberships_of_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_membership_at_a_time" ON "memberships" USING btree ("coop_id","person_id") WHERE "memberships"."until" is null;
--> statement-breakpoint
-- What follows is written by hand: which wall stands around which table.
select koinon.belongs_to_federation('coops'), koinon.open_to_coops('coops');
select koinon.belongs_to_federation('coop_hosts'), koinon.open_to_coops('coop_hosts');
select koinon.belongs_to_federation('sign_ins');
select koinon.belongs_to_federation('sessions');
select koinon.belongs_to_federation('mails');
select koinon.belongs_to_coop('memberships');
-- A house reads the people who are or were its members, and nobody else. The memberships are seen through its own door.
select koinon.belongs_to_federation('people'),
  koinon.open_to_coops('people', 'exists (select from memberships m where m.person_id = people.id)');

-- A house tells its own events; only the relay, in the federation's door, reads and settles them.
select koinon.belongs_to_federation('outbox');
create policy coop_tells on outbox for insert to koinon_coop with check (coop_id = (select koinon.coop()));
grant insert on outbox to koinon_coop;

-- Subscribers note in either door what they have acted on.
select koinon.belongs_to_federation('events_seen');
create policy coop on events_seen to koinon_coop using (coop_id = (select koinon.coop())) with check (coop_id = (select koinon.coop()));
grant select, insert on events_seen to koinon_coop;

-- A house reads its own part of the audit log. The federation writes for every house and reads its own part.
alter table audit enable row level security;
create policy coop on audit to koinon_coop using (coop_id = (select koinon.coop())) with check (coop_id = (select koinon.coop()));
create policy federation on audit to koinon_federation using ((select koinon.is_federation()) and coop_id is null) with check ((select koinon.is_federation()));
grant select, insert on audit to koinon_coop, koinon_federation;
select koinon.append_only('audit');
