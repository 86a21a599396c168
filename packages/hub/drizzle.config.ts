import { defineConfig } from 'drizzle-kit';

/** `drizzle-kit generate --name <what>` in this folder writes what the tables lack into migrations/. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/*/tables.ts',
  out: './migrations',
});
