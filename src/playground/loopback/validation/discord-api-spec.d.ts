/** The package declares its schemas as plain JavaScript. */
declare module 'discord-api-spec/zod';
