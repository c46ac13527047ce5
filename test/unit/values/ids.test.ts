import fc from 'fast-check';
import { idIn } from '../../../nodes/WtsChat/values/ids';
import { runs } from '../../support/runs';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

test('however an ID is written, it is the same ID', () => {
	const wrappings = [
		(id: string) => id,
		(id: string) => id.toUpperCase(),
		(id: string) => `{${id}}`,
		(id: string) => `urn:uuid:${id}`,
		(id: string) => ` \u200b${id}\ufeff\n`,
		(id: string) => id.replaceAll('-', '\u2011'),
		(id: string) => id.replaceAll('-', ''),
	];
	fc.assert(
		fc.property(fc.uuid(), fc.constantFrom(...wrappings), (id, wrapped) => {
			expect(idIn(wrapped(id))).toBe(id);
		}),
		runs(100),
	);
});

test.each([
	`https://app.example.com/${ID}`,
	`http://localhost:8080/chat2/sessions/${ID}`,
	`HTTPS://APP.EXAMPLE.COM/chat2/sessions/${ID}/preview`,
	`https://app.example.com/chat2/sessions/${ID}?interactive=true`,
	`https://app.example.com/chat2/sessions/${ID}#messages`,
	`https://app.example.com/chat2/00000000-0000-4000-8000-000000000000/${ID}`,
	`https://app.example.com/panels/00000000-0000-4000-8000-000000000000/cards/${ID.toUpperCase()}`,
	`https://app.example.com/sessions/${ID}?back=/sessions/00000000-0000-4000-8000-000000000000`,
	`https://app.example.com/#/sessions/${ID}?tab=1`,
	`https://app.example.com/sessions/${ID}\u200b`,
])('%s holds an ID', (address) => {
	expect(idIn(address)).toBe(ID);
});

test.each([
	'',
	'42',
	'Maria',
	`${ID}0`,
	`0${ID}`,
	`session ${ID}`,
	`${ID} and more`,
	`{${ID}`,
	`${ID}, ${ID}`,
	ID.replace('3f1c', '3g1c'),
	ID.slice(0, -1),
	`https://app.example.com/${ID}0`,
	`https://app.example.com/x${ID}`,
	`https://app.example.com/?id=${ID}`,
	`https://app.example.com/sessions`,
	`https://${ID}`,
	`ftp://app.example.com/${ID}`,
	`https:/app.example.com/${ID}`,
	`see https://app.example.com/${ID}`,
])('%j holds no ID', (text) => {
	expect(idIn(text)).toBeUndefined();
});
