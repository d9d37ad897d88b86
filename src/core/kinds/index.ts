import type { ResourceKind } from '../model/resource.ts';
import { collection } from './collection/index.ts';
import { environment } from './environment.ts';
import { globals } from './globals.ts';
import type { Kind } from './kind.ts';
import { monitor } from './monitor/index.ts';

/** Every kind that is synced, in the order in which they are written: what others depend on first. */
export const KINDS: Readonly<Record<ResourceKind, Kind>> = { environment, globals, collection, monitor };
