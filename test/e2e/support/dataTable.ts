import type { IDataObject } from 'n8n-workflow';
import type { N8nApi } from '../../../playground/n8nApi';
import { until } from './until';

/** A data table of n8n, in the owner's own project. */
export class DataTable {
	private constructor(
		private readonly api: N8nApi,
		private readonly address: string,
	) {}

	/** Waits until the table is there. */
	static async named(api: N8nApi, name: string): Promise<DataTable> {
		const { data } = await api.http.get<{ data: { id: string } }>('/rest/projects/personal');
		const tables = `/rest/projects/${data.data.id}/data-tables`;
		let id: string | undefined;
		await until(`the table ${name} is there`, async () => {
			const found = await api.http.get<{ data: { data: Array<{ id: string; name: string }> } }>(
				tables,
			);
			id = found.data.data.data.find((table) => table.name === name)?.id;
			return id !== undefined;
		});
		return new DataTable(api, `${tables}/${id}`);
	}

	async insert(rows: IDataObject[]): Promise<void> {
		await this.api.http.post(`${this.address}/insert`, { data: rows, returnType: 'count' });
	}

	async rows(): Promise<IDataObject[]> {
		const { data } = await this.api.http.get<{ data: { data: IDataObject[] } }>(
			`${this.address}/rows`,
		);
		return data.data.data;
	}
}
