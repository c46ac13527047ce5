import { get } from '../../../nodes/WtsChat/transport/contract';
import { readerFor } from '../../../nodes/WtsChat/transport/reader';
import { onTheClock, scripted } from './support';

jest.useFakeTimers();

const [ONE, OTHER] = ['1', '2'].map((id) => get('/chat/v1/message/{id}', { path: { id } }));

test('a record is asked for once, at the same moment and later', async () => {
	const { editor, sent } = scripted([{ body: { id: '1' } }, { body: { id: '2' } }]);
	const read = readerFor(editor);
	const together = await onTheClock(Promise.all([read(ONE!), read(ONE!)]));
	expect([...together, await read(ONE!)]).toEqual(Array(3).fill({ id: '1' }));
	expect(await onTheClock(read(OTHER!))).toEqual({ id: '2' });
	expect(sent).toHaveLength(2);
});

test('a record with other parts is another one', async () => {
	const { editor, sent } = scripted([{ body: { id: '1' } }, { body: { id: '1' } }]);
	const read = readerFor(editor);
	const path = { path: { id: '1' } };
	await onTheClock(read(get('/chat/v2/session/{id}', path)));
	const query = { includeDetails: ['ContactDetails' as const] };
	await onTheClock(read(get('/chat/v2/session/{id}', { ...path, query })));
	expect(sent).toHaveLength(2);
});

test('a record that cannot be read is not asked for again', async () => {
	const { editor, sent } = scripted([{ status: 404 }]);
	const read = readerFor(editor);
	const twice = Promise.allSettled([read(ONE!), read(ONE!)]);
	const reasons = (await onTheClock(twice)).map((one) => String(Reflect.get(one, 'reason')));
	expect(reasons).toEqual(Array(2).fill(expect.stringContaining('does not find')));
	expect(sent).toHaveLength(1);
});

test('nothing is asked for, and no credential opened, before something is read', () => {
	const { editor } = scripted([]);
	const getCredentials = jest.spyOn(editor, 'getCredentials');
	readerFor(editor);
	expect(getCredentials).not.toHaveBeenCalled();
});
