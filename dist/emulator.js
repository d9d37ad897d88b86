// The entry `postman-sync/emulator`: the bundle, imported without running a command.
globalThis[Symbol.for('postman-sync/library')] = true;
const { createEmulator } = await import('./index.js');

export { createEmulator };
