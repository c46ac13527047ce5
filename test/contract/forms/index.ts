import type { Forms } from './form';
import { session } from './session';

/** The forms of every resource. */
export const forms: Record<string, Forms> = { session };
