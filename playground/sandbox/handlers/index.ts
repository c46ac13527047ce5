import type { Operation } from '../operation';
import { agentOperations } from './agent';
import { channelOperations } from './channel';
import { contactOperations } from './contact';
import { departmentOperations } from './department';
import { sessionOperations } from './session';
import { tagOperations } from './tag';

/** Every operation the sandbox implements. */
export const operations: Operation[] = [
	...sessionOperations,
	...departmentOperations,
	...agentOperations,
	...channelOperations,
	...tagOperations,
	...contactOperations,
];
