import type { IDataObject } from 'n8n-workflow';
import { channelIdOf, senderOf } from '../../../nodes/WtsChat/pickers/senders';
import type { Api } from '../../../nodes/WtsChat/transport/api';

const instagram = { humanId: '@lojaexemplo' };

test.each<[string, IDataObject, string | undefined]>([
	['its number', { number: '551130000000', identity: null }, '+551130000000'],
	['its number before a user', { number: '551130000000', identity: instagram }, '+551130000000'],
	['a number that is none, as it is', { number: '4004' }, '4004'],
	['its user', { number: null, identity: instagram }, '@lojaexemplo'],
	['its user where the number is empty', { number: '', identity: instagram }, '@lojaexemplo'],
	['nothing, for a page', { number: null, identity: { humanId: 'lojaexemplo' } }, undefined],
	['nothing, for one without a user', { number: null, identity: { humanId: null } }, undefined],
	['nothing, for one without an identity', { number: null, identity: null }, undefined],
])('a message names a channel by %s', (_, channel, sender) => {
	expect(senderOf(channel)).toBe(sender);
});

describe('the channel of a sender', () => {
	const channels = [
		{ id: 'page', number: null, identity: { humanId: 'lojaexemplo' } },
		{ id: 'mobile', number: '5511987654321', identity: null },
		{ id: 'instagram', number: null, identity: instagram },
	];

	async function channelOf(sender: string) {
		const send = jest.fn(async () => await Promise.resolve(channels));
		const id = await channelIdOf({ send } as unknown as Api, sender);
		return { id, requests: send.mock.calls.length };
	}

	test.each([
		['(11) 98765-4321', 'mobile'],
		['+55 11 8765-4321', 'mobile'],
		['@LojaExemplo', 'instagram'],
		['+55 11 3000-0000', undefined],
	])('%s is %s', async (sender, id) => {
		expect((await channelOf(sender)).id).toBe(id);
	});

	test('is looked for only once it can be one', async () => {
		expect(await channelOf('+55 11')).toEqual({ id: undefined, requests: 0 });
	});
});
