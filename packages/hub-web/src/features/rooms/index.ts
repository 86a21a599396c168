export { HomePage } from './home-page.tsx';
export { RoomPage } from './room-page.tsx';
