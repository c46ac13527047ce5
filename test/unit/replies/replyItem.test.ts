import type { IDataObject } from 'n8n-workflow';
import type { Response } from '../../../nodes/WtsChat/fields/response';
import { isUnderstood, noReply, replyItem } from '../../../nodes/WtsChat/replies/replyItem';
import { said } from './account';

const ANY: Response = { isApproval: false };
const APPROVAL: Response = { answers: ['Sim', 'Não'], isApproval: true };
const CHOICE: Response = { answers: ['Manhã', 'Tarde'], isApproval: false };
const RATING: Response = { isApproval: false, scale: { least: 1, most: 5 } };

const audio = (transcription: IDataObject, text: unknown = null) =>
	said(1, text as string, { type: 'AUDIO', details: { transcription } });

test('a reply comes out with what people use in front, and the whole message', () => {
	const message = said(1, 'Pode sim', { details: { file: null } });
	expect(replyItem(message, ANY)).toEqual({
		replied: true,
		sessionId: 'session',
		messageId: 'm1',
		type: 'TEXT',
		text: 'Pode sim',
		createdAt: '2026-11-30T10:00:01.000Z',
		file: null,
		message,
	});
});

test.each<[string, IDataObject, unknown]>([
	['a file', { details: { file: { id: 'f' } } }, { id: 'f' }],
	['no details', {}, null],
	['details of another kind', { details: 'none' }, null],
	['details without a file', { details: {} }, null],
])('of a message with %s, the file comes out, or null', (_, more, file) => {
	expect(replyItem(said(1, '', more), ANY)).toMatchObject({ file });
});

test('a message without a text has none', () => {
	expect(replyItem(said(1, '', { text: undefined }), ANY)).toMatchObject({ text: null });
});

test.each<[string, Response, IDataObject]>([
	['Sim', APPROVAL, { choice: 'Sim', approved: true, data: { approved: true } }],
	['1', APPROVAL, { choice: 'Sim', approved: true, data: { approved: true } }],
	['Não', APPROVAL, { choice: 'Não', approved: false, data: { approved: false } }],
	['talvez', APPROVAL, { choice: null, approved: null, data: { approved: null } }],
	['Manhã', CHOICE, { choice: 'Manhã' }],
	['2', CHOICE, { choice: 'Tarde' }],
	['talvez', CHOICE, { choice: null }],
	['4, gostei', RATING, { rating: 4, comment: 'gostei' }],
	['gostei', RATING, { rating: null, comment: 'gostei' }],
	['', RATING, { rating: null, comment: null }],
	['Sim', ANY, {}],
])('%j is read by the answers that are offered, %#', (text, response, meaning) => {
	const message = said(1, text);
	const { choice, approved, data, rating, comment } = replyItem(message, response);
	const given = Object.entries({ choice, approved, data, rating, comment });
	expect(Object.fromEntries(given.filter(([, value]) => value !== undefined))).toEqual(meaning);
	const isNothing = meaning.choice === null || meaning.rating === null;
	expect(isUnderstood(message, response)).toBe(!isNothing);
});

test.each<[string, IDataObject, boolean | null]>([
	['what was said in it', audio({ text: 'pode sim' }), true],
	['what was said where its text is blank', audio({ text: 'pode sim' }, ' '), true],
	['its text, where it has one', audio({ text: 'pode sim' }, 'não'), false],
	['nothing while it is being written down', audio({ text: 'sim', processing: true }), null],
	['nothing where nobody writes it down', said(1, '', { type: 'AUDIO' }), null],
	['nothing where its text is none', said(1, '', { text: 1 }), null],
])('of an audio counts %s', (_, message, approved) => {
	expect(replyItem(message, APPROVAL)).toMatchObject({ approved });
	expect(isUnderstood(message, APPROVAL)).toBe(approved !== null);
});

test('without a reply, the item says so, and of which question', () => {
	const asked = { sessionId: 'session', messageId: 'question', more: true };
	expect(noReply(asked)).toEqual({
		replied: false,
		sessionId: 'session',
		messageId: 'question',
	});
});
