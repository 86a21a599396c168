export { HousesPage } from './houses-page.tsx';
