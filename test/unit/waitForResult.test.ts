import type { IDataObject } from 'n8n-workflow';
import { readParameters } from '../../nodes/WtsChat/execution/parameterReader';
import { send } from '../../nodes/WtsChat/resources/message/send';
import { sendInSession } from '../../nodes/WtsChat/resources/message/sendInSession';
import type { Api } from '../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../nodes/WtsChat/transport/contract';

const SESSION_ID = '20000000-0000-4000-8000-000000000001';

// A real answer would take its 25 seconds.
test.each([
	[send, { to: '5511900000001' }],
	[sendInSession, { sessionId: SESSION_ID }],
])('the API has 40 seconds to answer with a result', async ({ prepare, fields }, target) => {
	const requests: ApiRequest[] = [];
	const api = {
		send: async (request: ApiRequest) => {
			requests.push(request);
			return {};
		},
	} as unknown as Api;

	for (const waitForResult of [true, false]) {
		const values: IDataObject = { ...target, text: 'Oi', fileSource: 'none' };
		const job = prepare(
			readParameters({
				valueOf: (field) => (field === 'options' ? { waitForResult } : values[field]),
				fields,
				json: {},
				timezone: 'UTC',
				fileIn: () => {
					throw new Error('There is no file');
				},
				idsRead: [],
				byModel: false,
			}),
		);
		await job(api);
	}
	expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([40_000, undefined]);
});
