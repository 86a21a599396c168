export { plainName } from './plain-name.ts';
export { findRoom, findRoomByLink, purgeRooms, type Room, roomsOf } from './rooms.repository.ts';
export * from './rooms.service.ts';
export { roomLinks, rooms } from './tables.ts';
