import type { IDataObject } from 'n8n-workflow';
import { run } from '../support/engine';
import { scriptedApi, type Step } from '../support/scriptedApi';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

/** Updates one session on an API that answers these steps. */
async function update(requestOptions: IDataObject, ...steps: Step[]) {
	const api = await scriptedApi(...steps);
	const outcome = await run({
		parameters: {
			resource: 'session',
			operation: 'update',
			sessionId: ID,
			updateFields: { status: 'COMPLETED' },
			requestOptions,
		},
		account: { url: api.url, apiKey: 'pn_0' },
	});
	return { ...outcome, requests: api.requests };
}

const done: Step = { json: { id: ID } };
const unavailable: Step = { status: 503, body: '<title>Service Unavailable</title>' };

test.each([
	[0, 1],
	[1, 2],
])('with %i retries a fault is tried %i times in all', async (retries, tries) => {
	const { error, requests } = await update({ retries }, unavailable);
	expect(error?.message).toContain('WTS Chat is not available right now');
	expect(requests).toHaveLength(tries);
});

test('an answer that takes longer than the timeout is given up', async () => {
	const { error } = await update({ timeout: 1, retries: 0 }, { hang: true });
	expect(error?.message).toContain('no answer that can be read');
	expect(error?.description).toContain('time-out');
});

test('what the limits have held up is said beside the output', async () => {
	const refused: Step = { status: 429, headers: { 'retry-after': '1' }, json: {} };
	const { items, hints } = await update({}, refused, done);
	expect(items).toHaveLength(1);
	expect(hints).toEqual([
		expect.stringMatching(/^Waited [12] s until WTS Chat took all requests\./),
	]);
});

test('a run that was not held up says nothing', async () => {
	expect((await update({}, done)).hints).toEqual([]);
});

test.each<[IDataObject]>([[{ concurrency: 0 }], [{ retries: -3 }]])(
	'values that would do harm are not taken: %j',
	async (requestOptions) => {
		expect((await update(requestOptions, done)).items).toHaveLength(1);
	},
);

test('what is no number is refused by the name of the option, before anything is sent', async () => {
	const { error } = await update({ timeout: 'long' }, done);
	expect(error?.message).toBe("'Timeout (Seconds)' has to be a number");
});

describe('what a deletion comes to', () => {
	const remove = async (...steps: Step[]) => {
		const api = await scriptedApi(...steps);
		return await run({
			parameters: { resource: 'department', operation: 'delete', departmentId: ID },
			account: { url: api.url, apiKey: 'pn_0' },
		});
	};
	const gone: Step = { status: 500, json: { key: 'FORM_ERROR', text: 'Registro não encontrado' } };

	test('what is gone after an answer was lost was deleted', async () => {
		const { items } = await remove({ reset: true }, gone);
		expect(items[0]?.json).toEqual({ deleted: true });
	});

	test('what was never there is an error', async () => {
		expect((await remove(gone)).error?.message).toContain('does not find');
	});
});
