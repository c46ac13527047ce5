import type { IDataObject } from 'n8n-workflow';
import {
	author,
	contactName,
	departmentName,
	nameOf,
	ownSessionId,
	phone,
	serviceWindow,
	userName,
	valueOf,
	type Derived,
} from '../../../nodes/WtsChat/fields/properties';

const contact = { name: 'Júlia', phonenumber: '+55|11900000001' };
const details = { from: '+5511900000001', to: '+551130000000' };

test.each<[Derived, IDataObject, unknown]>([
	[contactName, { contactDetails: contact }, 'Júlia'],
	[contactName, { contactDetails: { name: null } }, null],
	[contactName, { contactDetails: { name: 5 } }, undefined],
	[contactName, { contactDetails: null }, undefined],
	[contactName, {}, undefined],

	[phone, { contactDetails: contact }, '+5511900000001'],
	[phone, { contactDetails: { phonenumber: null }, details }, null],
	[phone, { contactDetails: { phonenumber: 'ramal 5' } }, 'ramal 5'],
	[phone, { details, direction: 'FROM_HUB' }, '+5511900000001'],
	[phone, { details, direction: 'TO_HUB' }, '+551130000000'],
	[phone, { details: {} }, undefined],
	[phone, {}, undefined],

	[departmentName, { departmentId: '1', departmentDetails: { name: 'Vendas' } }, 'Vendas'],
	[departmentName, { departmentId: '1', departmentDetails: null }, undefined],
	[departmentName, { departmentId: null }, null],
	[userName, { userId: '1', agentDetails: { name: 'Rui' } }, 'Rui'],
	[userName, { userId: null, agentDetails: null }, null],
	[userName, {}, undefined],

	[serviceWindow, { windowStatus: 'ACTIVE' }, 'open'],
	[serviceWindow, { windowStatus: 'EXPIRED' }, 'closed'],
	[serviceWindow, { windowStatus: 'NOT_STARTED' }, 'closed'],
	[serviceWindow, { windowStatus: 'LATER' }, undefined],
	[serviceWindow, {}, undefined],

	[ownSessionId, { id: '1' }, '1'],
	[ownSessionId, { id: 1 }, undefined],
	[ownSessionId, {}, undefined],

	[author, { direction: 'FROM_HUB', origin: 'GATEWAY' }, 'contact'],
	[author, { direction: 'TO_HUB', origin: 'DEFAULT', userId: '1' }, 'user'],
	[author, { direction: 'TO_HUB', origin: 'BOT' }, 'bot'],
	[author, { direction: 'TO_HUB', origin: 'API', userId: '1' }, 'bot'],
	[author, { direction: 'TO_HUB', origin: 'DEFAULT' }, undefined],
	[author, { direction: 'TO_HUB', origin: 'CAMPAIGN' }, 'bot'],
	[author, { direction: 'TO_HUB', origin: 'GATEWAY' }, undefined],
	[author, {}, undefined],
])('%# %j', (property, record, value) => {
	expect(property.of(record)).toBe(value);
});

test('a property of the record and one that is worked out both have a name and a value', () => {
	const record = { id: '1', sessionId: '2', window: 'x', windowStatus: 'ACTIVE' };
	expect(['id', ownSessionId, serviceWindow].map(nameOf)).toEqual(['id', 'sessionId', 'window']);
	const values = ['id', 'title', ownSessionId, serviceWindow].map((one) => valueOf(one, record));
	expect(values).toEqual(['1', undefined, '1', 'open']);
});
