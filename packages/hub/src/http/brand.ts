import { brandCss } from '@koinon/ui/brand';
import { markSvg } from '@koinon/ui/mark';
import type { App } from '../route/index.ts';

// What a page wears before any co-op is known: ink.
const ink = '#3b4257';

/** How a house looks, for its pages (`/brand.css`) and for a hall, which shows its mark (`/mark.svg`). */
export function serveBrand(app: App): void {
  app.get('/brand.css', (request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(brandCss(request.house?.paint ?? ink)),
  );
  app.get('/mark.svg', (request, reply) =>
    reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=300')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(markSvg(request.house?.mark ?? 'door', request.house?.paint ?? ink)),
  );
}
