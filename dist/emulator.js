// The entry `postman-sync/emulator`. The symbol keeps the bundle from running a command when it is imported.
globalThis[Symbol.for('postman-sync/library')] = true;
const { createEmulator } = await import('./index.js');

export { createEmulator };
