import { defineConfig } from 'vite';

/**
 * The meeting page is served by the hall at `/meeting`, its assets at `/assets/`. The hall puts a fresh nonce in
 * place of the placeholder for every answer, so that its CSP needs no `unsafe-inline`.
 */
export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    emptyOutDir: true,
    // The CSP has no `data:` for fonts and scripts; and every file is cached by its hash.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // lucide-react marks its files for server components, which mean nothing here.
      onLog: (level, log, show) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : show(level, log)),
    },
    target: ['chrome111', 'firefox114', 'safari16.4'],
  },
});
