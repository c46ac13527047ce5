import type { N8nApi } from '../../../playground/n8nApi';
import { until } from './until';

const UNDERWAY = ['new', 'running', 'waiting'];

/** How the executions of a workflow have ended, sorted, once all of them have. */
export async function endings(api: N8nApi, workflowId: string): Promise<string[]> {
	const statuses = async () => (await api.executions(workflowId)).map(({ status }) => status);
	const haveEnded = async () => (await statuses()).every((status) => !UNDERWAY.includes(status));
	await until('all executions have ended', haveEnded, 200);
	return (await statuses()).sort();
}
