import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { FrontPage } from './front.tsx';
import { Failure, NotFound, Shell } from './house/index.ts';
import { base } from './hub/index.ts';
import { SignIn } from './sign-in.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Failure });

const identity = () => import('./features/identity/index.ts');
const rooms = () => import('./features/rooms/index.ts');
const meetings = () => import('./features/meetings/index.ts');
const fleet = () => import('./features/fleet/index.ts');

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: FrontPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rooms/$id',
    component: lazyRouteComponent(rooms, 'RoomPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/r/$link',
    component: lazyRouteComponent(meetings, 'DoorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: ({ to }): { to?: string } => {
      const place = text(to);
      return place ? { to: place } : {};
    },
    component: SignIn,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/link',
    component: lazyRouteComponent(identity, 'LinkPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/me',
    component: lazyRouteComponent(identity, 'MyDataPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/desk',
    component: lazyRouteComponent(fleet, 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/outbox',
    component: lazyRouteComponent(() => import('./features/outbox/index.ts'), 'OutboxPage'),
  }),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: base || '/',
  defaultPreload: 'intent',
  defaultErrorComponent: Failure,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
