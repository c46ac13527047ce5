import type { Resource } from './operation';
import { session } from './session';

/** All that the node can do, in the order of its menus. */
export const resources: Resource[] = [session];
