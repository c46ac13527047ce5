import type { AxiosInstance } from 'axios';
import { n8nHttp, type Patience } from './n8nHttp';
import { PlainError } from './plainError';
import type { Workflow } from './workflows/workflow';

export const owner = {
	email: 'owner@example.com',
	password: 'WtsChat2026',
	firstName: 'Owner',
	lastName: 'Playground',
};

export interface NodeType {
	name: string;
	displayName: string;
	version: number | number[];
}

export interface SavedWorkflow extends Workflow {
	/** Changes whenever somebody saves the workflow. */
	versionId: string;
}

/** What n8n tells of an execution in its list. */
export interface ListedExecution {
	id: string;
	status: 'success' | 'error' | 'waiting' | 'running' | 'canceled' | 'crashed' | 'new' | 'unknown';
	mode: string;
}

interface Credential {
	id: string;
	name: string;
	type: string;
	data: object;
}

/** n8n's internal REST interface, signed in as the owner. It belongs to the pinned versions of n8n. */
export class N8nApi {
	private constructor(
		/** For requests that have no method here; answers carry their content in `data`. */
		readonly http: AxiosInstance,
		/** Value of the cookie `n8n-auth`, which also signs a browser in. */
		readonly cookie: string,
	) {}

	/** Signs in, and sets the owner up where n8n is new. Waits for an n8n that still starts. */
	static async signIn(url: string, patience?: Partial<Patience>): Promise<N8nApi> {
		const http = n8nHttp(url, patience);
		const settings = await http.get<{
			data: { userManagement: { showSetupOnFirstLoad: boolean } };
		}>('/rest/settings');
		const { email, password } = owner;
		const response = settings.data.data.userManagement.showSetupOnFirstLoad
			? await http.post('/rest/owner/setup', owner)
			: await http.post(
					'/rest/login',
					{ emailOrLdapLoginId: email, password },
					{ validateStatus: (status) => status === 200 || status === 401 },
				);
		if (response.status === 401) {
			throw new PlainError(`n8n does not accept ${email} with the password ${password} any more.`);
		}
		const cookie = /n8n-auth=([^;]+)/.exec(response.headers['set-cookie']?.join(';') ?? '')?.[1];
		if (!cookie) throw new PlainError('n8n accepted the login and set no cookie.');
		http.defaults.headers.common.Cookie = `n8n-auth=${cookie}`;
		return new N8nApi(http, cookie);
	}

	/** The node types that the package brings, without their twins for AI agents. */
	async nodeTypes(packageName: string): Promise<NodeType[]> {
		const { data } = await this.http.get<NodeType[]>('/types/nodes.json');
		return (
			data
				.filter(({ name }) => name.startsWith(`${packageName}.`) && !name.endsWith('Tool'))
				// without their forms, which are too long for a command line
				.map(({ name, displayName, version }) => ({ name, displayName, version }))
		);
	}

	/** @returns whether the credential was there to be updated */
	async updateCredential({ id, ...credential }: Credential): Promise<boolean> {
		const response = await this.http.patch(`/rest/credentials/${id}`, credential, {
			validateStatus: isFoundOrMissing,
		});
		return response.status !== 404;
	}

	async workflow(id: string): Promise<SavedWorkflow | undefined> {
		const response = await this.http.get<{ data: SavedWorkflow }>(`/rest/workflows/${id}`, {
			validateStatus: isFoundOrMissing,
		});
		return response.status === 404 ? undefined : response.data.data;
	}

	async createWorkflow(workflow: Workflow): Promise<SavedWorkflow> {
		const response = await this.http.post<{ data: SavedWorkflow }>('/rest/workflows', workflow);
		return response.data.data;
	}

	/** Publishes the latest version of a workflow: its triggers begin to listen. */
	async activate(id: string): Promise<void> {
		const { versionId } = (await this.workflow(id)) ?? {};
		await this.http.post(`/rest/workflows/${id}/activate`, { versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.http.post(`/rest/workflows/${id}/deactivate`, {});
	}

	/** Stops an execution that runs or waits. */
	async stopExecution(id: string): Promise<void> {
		await this.http.post(`/rest/executions/${id}/stop`, {});
	}

	/** The executions of a workflow, the latest first. */
	async executions(workflowId: string): Promise<ListedExecution[]> {
		const found: ListedExecution[] = [];
		for (let cursor: string | undefined; ;) {
			const { data } = await this.http.get<{
				data: { results: ListedExecution[]; nextCursor?: string | null };
			}>('/rest/executions', {
				params: { filter: JSON.stringify({ workflowId }), limit: 100, cursor },
			});
			found.push(...data.data.results);
			cursor = data.data.nextCursor ?? undefined;
			if (!cursor) return found;
		}
	}

	/** What n8n says of the triggers of a workflow that could not begin to listen. */
	async triggerErrors(id: string): Promise<string[]> {
		const { data } = await this.http.get<{
			data: { triggers: Array<{ errorMessage: string | null }> };
		}>(`/rest/workflows/${id}/publication-status`);
		return data.data.triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
	}

	async updateWorkflow({ id, ...workflow }: SavedWorkflow): Promise<SavedWorkflow> {
		const response = await this.http.patch<{ data: SavedWorkflow }>(
			`/rest/workflows/${id}`,
			workflow,
		);
		return response.data.data;
	}
}

function isFoundOrMissing(status: number): boolean {
	return status === 404 || (status >= 200 && status < 300);
}
