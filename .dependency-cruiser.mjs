/**
 * Who may import whom (docs/adr/0006-module-order.md). `npm run verify` runs it; scripts/verify/order.test.ts plants
 * what is forbidden and sees it turn red.
 */

/** The rooms of the hub, ground first. A room imports only rooms that stand before it. */
export const rooms = [
  // Leaves. Their own order is a total one too.
  'clock',
  'ids',
  'sealing',
  'names',
  'money',
  'db',
  'route',
  'policy',
  'portability',
  'changes',
  'events',
  'jobs',
  'audit',
  'outbound',
  'mail',
  // Rooms.
  'coops',
  'identity',
  'membership',
  'services',
  'agreements',
  'ledger',
  'contributions',
  'entitlements',
  'fleet',
  'rooms',
  'meetings',
  'recordings',
  'usage',
  'settlement',
  'rebates',
  'apps',
  'frontends',
  'stewardship',
  'moves',
  'homes',
  // Edges.
  'gateway',
  'provider',
  'http',
  'demo',
];

const hub = '^packages/hub/src';
/** Tests may set up what they need from anywhere below the composition root. */
const tests = '\\.test\\.tsx?$|/testing/';

const upward = rooms.slice(0, -1).map((room, place) => ({
  name: `hub-${room}-imports-only-lower-rooms`,
  severity: 'error',
  from: { path: `${hub}/${room}/`, pathNot: tests },
  to: { path: `${hub}/(?:${rooms.slice(place + 1).join('|')})/` },
}));

const packages = {
  'bbb-api': [],
  ui: [],
  hall: ['packages/bbb-api/src/index', 'packages/ui/src/(?:language|brand|mark)/'],
  hub: ['packages/bbb-api/src/index', 'packages/ui/src/(?:language|brand|mark)/'],
  'hall-web': ['packages/ui/', 'packages/hall/src/protocol/'],
  'hub-web': [
    'packages/ui/',
    'packages/hub/src/wire\\.ts',
    'packages/hub/src/[^/]+/wire\\.ts',
    'packages/hub/src/names/',
  ],
};

const between = Object.entries(packages).map(([name, allowed]) => ({
  name: `package-${name}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: tests },
  to: {
    path: '^(?:packages|services|tests|bench|scripts)/',
    pathNot: [`^packages/${name}/`, ...allowed.map((path) => `^${path}`)],
  },
}));

const services = ['running', 'settings', 'pages', 'hall', 'hub', 'together', 'operate'];

const betweenServices = services.map((name, place) => ({
  name: `service-${name}-imports-only-lower-services`,
  severity: 'error',
  from: { path: `^services/${name}/`, pathNot: tests },
  to: { path: `^services/(?:${services.slice(place + 1).join('|') || 'nobody'})/` },
}));

export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...between,
    ...upward,
    {
      name: 'hub-rooms-are-entered-by-their-door',
      comment: 'A room is entered by its index.ts; what goes over the wire is in wire.ts.',
      severity: 'error',
      from: { path: `${hub}/([^/]+)/`, pathNot: [tests, '/tables\\.ts$'] },
      to: { path: `${hub}/[^/]+/.`, pathNot: [`${hub}/$1/`, `${hub}/[^/]+/(?:index|wire)\\.ts$`] },
    },
    {
      name: 'hub-tables-know-only-tables',
      comment: 'drizzle-kit reads the tables of all rooms, and must not start the rooms by doing so.',
      severity: 'error',
      from: { path: `${hub}/([^/]+)/tables\\.ts$` },
      to: {
        path: `${hub}/`,
        pathNot: [
          '/tables\\.ts$',
          `${hub}/db/columns\\.ts$`,
          '/wire\\.ts$',
          `${hub}/names/index\\.ts$`,
          `${hub}/$1/`,
        ],
      },
    },
    {
      name: 'nobody-imports-a-composition-root',
      severity: 'error',
      from: { path: '^packages/', pathNot: ['^packages/(?:hub|hall)/src/index\\.ts$', tests] },
      to: { path: '^packages/(?:hub/src/(?:hub|index)|hall/src/(?:hall|index))\\.ts$' },
    },
    {
      name: 'nobody-imports-a-program',
      severity: 'error',
      from: {},
      to: { path: '/main\\.ts$' },
    },
    ...betweenServices,
    {
      name: 'services-do-not-import-pages',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: '^packages/(?:hub-web|hall-web)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(?:packages|services|scripts)/', pathNot: tests },
      to: { path: '^(?:tests|bench)/|\\.test\\.tsx?$|/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(?:css|json|woff2)$' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
    skipAnalysisNotInRules: false,
  },
};
