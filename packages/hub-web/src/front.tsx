import { lazyRouteComponent } from '@tanstack/react-router';
import { useSession } from './house/index.ts';

const HomePage = lazyRouteComponent(() => import('./features/rooms/index.ts'), 'HomePage');
const HousesPage = lazyRouteComponent(() => import('./features/coops/index.ts'), 'HousesPage');

/** The first page: one's rooms in a house; the houses, where one stands in none. */
export function FrontPage() {
  return useSession().house ? <HomePage /> : <HousesPage />;
}
