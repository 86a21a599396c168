CREATE TABLE "house_servers" (
	"house_id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"server_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"provider_id" uuid NOT NULL,
	"server_id" uuid NOT NULL,
	"reserved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"api" text NOT NULL,
	"secret_sealed" text NOT NULL,
	"state" text DEFAULT 'enabled' NOT NULL,
	"health" text DEFAULT 'unknown' NOT NULL,
	"misses" integer DEFAULT 0 NOT NULL,
	"silent_since" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"version" text,
	"meetings" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"attached_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendance_facts" (
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"precision_s" integer NOT NULL,
	"told" boolean NOT NULL,
	"attendee_id" uuid,
	CONSTRAINT "attendance_facts_meeting_id_told_subject_kind_at_pk" PRIMARY KEY("meeting_id","told","subject","kind","at")
);
--> statement-breakpoint
CREATE TABLE "attendees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid,
	"guest_key" text,
	"engine_user_id" text NOT NULL,
	"name" text,
	"moderator" boolean NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"room_id" uuid NOT NULL,
	"server_id" uuid NOT NULL,
	"server_name" text NOT NULL,
	"lobby" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"engine_create_time" bigint,
	"clock_skew_ms" integer DEFAULT 0 NOT NULL,
	"told" boolean DEFAULT false NOT NULL,
	"last_look" jsonb,
	"ended_at" timestamp (3) with time zone,
	"end_precision_s" integer DEFAULT 0 NOT NULL,
	"end_reason" text,
	"end_told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "room_links" (
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"name" text NOT NULL,
	"room_id" uuid,
	"current" boolean NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_links_coop_id_name_pk" PRIMARY KEY("coop_id","name")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coop_id" uuid DEFAULT koinon.coop() NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"lobby" text NOT NULL,
	"who_may_start" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "house_servers" ADD CONSTRAINT "house_servers_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_facts" ADD CONSTRAINT "attendance_facts_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_facts" ADD CONSTRAINT "attendance_facts_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_links" ADD CONSTRAINT "room_links_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "servers_known" ON "servers" USING btree ("coop_id","api");--> statement-breakpoint
CREATE UNIQUE INDEX "attendees_person" ON "attendees" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendees_guest" ON "attendees" USING btree ("meeting_id","guest_key");--> statement-breakpoint
CREATE UNIQUE INDEX "attendees_engine" ON "attendees" USING btree ("meeting_id","engine_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_running" ON "meetings" USING btree ("room_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "meetings_of_room" ON "meetings" USING btree ("room_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "room_links_current" ON "room_links" USING btree ("room_id") WHERE current;--> statement-breakpoint
CREATE INDEX "rooms_of_owner" ON "rooms" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "rooms_of_coop" ON "rooms" USING btree ("coop_id");
--> statement-breakpoint
-- What follows is written by hand: which wall stands around which table.
select koinon.two_sided('house_servers', 'provider_id', 'house_id');

-- A meeting's place is written by its house and read by whose server it is.
select koinon.belongs_to_coop('placements');
create policy provider on placements for select to koinon_coop using (provider_id = (select koinon.coop()));
alter table placements add foreign key (provider_id) references coops (id);
create index placements_of_server on placements (server_id);

-- A house reads the servers where its meetings run or will run. The secret is sealed; no page ever gets it.
select koinon.belongs_to_coop('servers');
create policy served on servers for select to koinon_coop using (
  exists (select from house_servers h where h.server_id = servers.id and h.house_id = (select koinon.coop()))
  or exists (select from placements p where p.server_id = servers.id and p.coop_id = (select koinon.coop()))
);

-- One process asks all servers how they are, for every operator at once.
select koinon.open_to_federation('servers', 'select, update');
select koinon.open_to_federation('placements');

select koinon.belongs_to_coop('rooms');
select koinon.belongs_to_coop('room_links');
select koinon.belongs_to_coop('meetings');
select koinon.belongs_to_coop('attendees');
select koinon.belongs_to_coop('attendance_facts');
