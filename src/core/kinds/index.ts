import type { Kind } from '../kind.ts';
import type { ResourceKind } from '../resource.ts';
import { collection } from './collection.ts';
import { environment } from './environment.ts';
import { globals } from './globals.ts';
import { monitor } from './monitor.ts';

/** Every kind that is synced, in the order in which they are written: what others depend on first. */
export const KINDS: Readonly<Record<ResourceKind, Kind>> = { environment, globals, collection, monitor };
