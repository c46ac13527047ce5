import type { IDataObject } from 'n8n-workflow';
import { Readable } from 'node:stream';
import { at, begun, bodyOf, textsOf, useClock, written, type Answers } from './executions';

useClock();

const contactDetails = { id: 'c', name: 'Júlia', phonenumber: '+55|11900000001' };
const session = { id: 's', contactId: 'c', contactDetails };

describe('Wait for More Messages', () => {
	const options = { quietSeconds: 5 };

	test.each<[string, string, IDataObject, boolean]>([
		['a message of the contact', 'MESSAGE_RECEIVED', options, true],
		['a message of the contact, without it', 'MESSAGE_RECEIVED', {}, false],
		['a message to the contact', 'MESSAGE_SENT', options, false],
	])('%s: %#', async (_name, eventType, chosen, hasMessages) => {
		const { jsons } = await begun([bodyOf({}, eventType)], { options: chosen });
		expect(jsons.map((json) => 'messages' in json)).toEqual([hasMessages]);
	});
});

describe('Use Transcription as Text', () => {
	const options = { useTranscription: true };
	const audio = (id: string, more: IDataObject = {}) => ({
		id,
		type: 'AUDIO',
		text: null,
		...more,
	});
	const said = (text: string) => ({ details: { transcription: { text } } });
	const failed = { details: { transcription: { error: true } } };

	test('gives what was said in an audio as its text', async () => {
		const [one, two] = ['um', 'dois'];
		const bodies = [bodyOf(audio('a', said(one!))), bodyOf(audio('b', said(two!)))];
		const { jsons } = await begun(bodies, { options: { ...options, quietSeconds: 5 } });
		expect(jsons).toMatchObject([{ text: 'um\ndois', id: 'b' }]);
		expect(jsons[0]).not.toHaveProperty('transcriptionError');
	});

	test.each<[string, IDataObject, IDataObject]>([
		['it is off', {}, audio('a', said('um'))],
		['the message is no audio', options, { type: 'VIDEO', text: null, ...said('um') }],
	])('the text stays as it is where %s', async (_name, chosen, content) => {
		const { jsons } = await begun([bodyOf(content)], { options: chosen });
		expect(jsons).toMatchObject([{ text: null }]);
	});

	test('it is waited for as long as the user wants, and the workflow goes on without', async () => {
		const answers = {
			'/chat/v1/message/a': { id: 'a', details: { transcription: { processing: true } } },
		};
		const chosen = { ...options, transcriptionSeconds: 20 };
		const { jsons, took } = await begun([bodyOf(audio('a'))], { options: chosen, answers });
		expect(jsons).toMatchObject([
			{
				text: null,
				transcriptionError: 'The transcription of the audio did not come in time.',
			},
		]);
		expect(Math.floor(took / 1_000)).toBe(20);
	});

	test('of several that are missing the first one says why', async () => {
		const bodies = [
			bodyOf(audio('a', failed)),
			bodyOf(audio('b')),
			bodyOf(audio('c', said('fim'))),
		];
		const { jsons } = await begun(bodies, {
			options: { ...options, quietSeconds: 5 },
			answers: { '/chat/v1/message/b': { id: 'b' } },
		});
		expect(jsons).toMatchObject([
			{ text: 'fim', transcriptionError: 'WTS Chat could not transcribe the audio.' },
		]);
	});

	describe('with Text Matches', () => {
		const filtered = async (...texts: string[]) =>
			await begun(
				texts.map((text) => bodyOf(audio(text, said(text)))),
				{
					options: { ...options, quietSeconds: 5 },
					parameters: { filters: { textMatches: 'sair,parar' } },
				},
			);

		test('leaves out those in which something else was said, and what is left counts', async () => {
			const { jsons } = await filtered('sair', 'oi', 'quero parar', 'tchau');
			expect(jsons.map(textsOf)).toEqual([['sair', 'quero parar']]);
			expect(jsons).toMatchObject([{ id: 'quero parar' }]);
		});

		test('starts nothing where nothing is left', async () => {
			expect((await filtered('oi', 'tchau')).output).toEqual([]);
		});
	});
});

describe('what is read of an event', () => {
	const answers: Answers = {
		'/chat/v2/session/s': session,
		'/chat/v1/message/m0': { id: 'm0', status: 'READ' },
		'/core/v1/contact/c': { id: 'c', tagNames: ['VIP'] },
	};

	test('names the contact of a message', async () => {
		const { jsons, paths } = await begun([bodyOf(written(0))], { answers });
		expect(jsons).toMatchObject([{ contactName: 'Júlia', contactId: 'c' }]);
		expect(jsons[0]).not.toHaveProperty('record');
		expect(jsons[0]).not.toHaveProperty('session');
		expect(paths()).toEqual(['/core/v1/webhook/subscription', '/chat/v2/session/s']);
	});

	test('says why it does not', async () => {
		const { jsons } = await begun([bodyOf(written(0))], {});
		expect(jsons).toMatchObject([
			{ contactName: null, contactId: null, contactError: expect.stringMatching(/./) },
		]);
	});

	test('is its record and its session with Include Details, each read once', async () => {
		const { jsons, paths } = await begun([bodyOf(written(0))], {
			answers,
			options: { includeDetails: true },
		});
		expect(jsons).toMatchObject([
			{ contactName: 'Júlia', text: '0', record: { status: 'READ' }, session: { id: 's' } },
		]);
		expect(paths().sort()).toEqual([
			'/chat/v1/message/m0',
			'/chat/v2/session/s',
			'/core/v1/webhook/subscription',
		]);
	});

	test('comes beside the event where Simplify is off', async () => {
		const body = bodyOf({ id: 'c' }, 'CONTACT_UPDATE');
		const { jsons } = await begun([body], {
			answers,
			options: { includeDetails: true },
			parameters: { simplify: false },
		});
		expect(jsons).toEqual([{ ...body, record: { id: 'c', tagNames: ['VIP'] } }]);
	});
});

describe('Download File', () => {
	const publicUrl = 'https://files.example.com/foto.png';
	const content = { fileId: 'f', details: { file: { id: 'f', publicUrl, name: 'foto.png' } } };
	const options = { downloadFile: true, readContact: false };
	const file = () => ({ statusCode: 200, headers: {}, body: Readable.from([Buffer.from('png')]) });

	test.each<[string, object, IDataObject, IDataObject | undefined]>([
		['a message with a file', bodyOf(content), options, { data: { fileName: 'foto.png' } }],
		[
			'a message whose file goes to another field',
			bodyOf(content),
			{ ...options, fileField: 'anexo', quietSeconds: 5 },
			{ anexo: { fileName: 'foto.png' } },
		],
		['a message without a file', bodyOf(), options, undefined],
		['a message whose file nobody wants', bodyOf(content), {}, undefined],
		['what is no message', bodyOf(content, 'CONTACT_UPDATE'), options, undefined],
	])('%s: %#', async (_name, body, chosen, binary) => {
		const { output } = await begun([body], {
			options: chosen,
			files: { [publicUrl]: file() as unknown as IDataObject },
		});
		expect(output.map((item) => item.binary)).toEqual([binary]);
		expect(output[0]?.json).not.toHaveProperty('fileError');
		expect(output[0]?.json).toMatchObject({ date: at(0), text: 'Oi' });
	});

	test('a message without its file says why', async () => {
		const { output } = await begun([bodyOf(content)], { options });
		expect(output).toMatchObject([{ json: { fileError: 'The file could not be fetched.' } }]);
	});
});
