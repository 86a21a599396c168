import { defineConfig } from 'vite';

// Served under any `/c/<slug>` with its assets at `/assets/`: their addresses are absolute.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  build: {
    emptyOutDir: true,
    target: 'es2022',
    // The page's content security policy knows no `data:` and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'assets/licences.md' },
    rolldownOptions: {
      // "use client" says something only to servers that render React; there is none here.
      onLog: (level, log, tell) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(level, log)),
    },
  },
});
