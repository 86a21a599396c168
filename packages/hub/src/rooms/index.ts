export { isLinkName } from './link-name.ts';
export { everHadRoom } from './links.repository.ts';
export { roomsManifest } from './manifest.ts';
export { roomPurge } from './purge.ts';
export { findRoom, findRoomByLink, type Room } from './rooms.repository.ts';
export { type Actor, makeRoom, mayWith } from './rooms.service.ts';
export { actorOf, type RoomPorts, roomRoutes } from './routes.ts';
