import { valuesOf, type Fields } from '../../nodes/WtsChat/fields/field';
import type { JobOperation } from '../../nodes/WtsChat/operations/operation';
import { send } from '../../nodes/WtsChat/resources/message/send';
import { sendInSession } from '../../nodes/WtsChat/resources/message/sendInSession';
import type { Api } from '../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../nodes/WtsChat/transport/contract';
import { sourceOf } from '../support/source';

const SESSION_ID = '20000000-0000-4000-8000-000000000001';

function jobOf<Members extends Fields>(
	{ fields, prepare }: JobOperation<Members>,
	values: Record<string, unknown>,
) {
	return prepare(valuesOf(fields, sourceOf(values)));
}

// A real answer would take its 25 seconds.
test.each([
	[(values: object) => jobOf(send, { to: '5511900000001', ...values })],
	[(values: object) => jobOf(sendInSession, { sessionId: SESSION_ID, ...values })],
])('the API has 40 seconds to answer with a result', async (jobWith) => {
	const requests: ApiRequest[] = [];
	const api = {
		send: async (request: ApiRequest) => {
			requests.push(request);
			return {};
		},
	} as unknown as Api;

	for (const waitForResult of [true, false]) {
		const job = jobWith({ text: 'Oi', fileSource: 'none', options: { waitForResult } });
		await job(api);
	}
	expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([40_000, undefined]);
});
