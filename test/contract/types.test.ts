import { get, put } from '../../nodes/WtsChat/transport/contract';

const id = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

// What must not compile is marked: where it compiles after all, `tsc` reports the mark as unused.
describe('a request that the contract does not know does not compile', () => {
	it.each([
		[
			'wrong path',
			() =>
				// @ts-expect-error the contract says /transfer
				put('/chat/v1/session/{id}/transfers', { path: { id }, body: { type: 'USER' } }),
		],
		[
			'missing path value',
			() =>
				// @ts-expect-error the path has an id
				put('/chat/v1/session/{id}/transfer', { path: {}, body: { type: 'USER' } }),
		],
		[
			'unknown body property',
			() =>
				put('/chat/v1/session/{id}/transfer', {
					path: { id },
					// @ts-expect-error the property is newUserId
					body: { type: 'USER', newUser: id },
				}),
		],
		[
			'unknown body property that is spread in',
			() => {
				const more = { newUser: id };
				return put('/chat/v1/session/{id}/transfer', {
					path: { id },
					// @ts-expect-error the property is newUserId
					body: { type: 'USER', ...more },
				});
			},
		],
		[
			'unknown property deep in the body',
			() =>
				put('/chat/v1/session/{id}/transfer', {
					path: { id },
					// @ts-expect-error the option is stopBotInExecution
					body: { type: 'USER', options: { stopBot: true } },
				}),
		],
		[
			'value outside an enum',
			() =>
				put('/chat/v2/session/{id}/partial', {
					path: { id },
					// @ts-expect-error field names are in PascalCase
					body: { fields: ['status'] },
				}),
		],
		[
			'unknown query name',
			() =>
				// @ts-expect-error query names are in PascalCase
				get('/chat/v2/session', { query: { status: ['PENDING'] } }),
		],
		[
			'query where there is none',
			() =>
				// @ts-expect-error the list of users has no pages
				get('/core/v1/agent', { query: { PageNumber: 1 } }),
		],
	])('%s', (_, build) => {
		expect(build().path).toMatch(/^\//);
	});
});

test('values of a path are encoded', () => {
	const request = put('/chat/v1/session/{id}/transfer', {
		path: { id: '../a b/ç?x#' },
		body: { type: 'USER' },
	});
	expect(request.path).toBe('/chat/v1/session/..%2Fa%20b%2F%C3%A7%3Fx%23/transfer');
});
