import type { components } from '../../../contract/types/chat';
import type { MessageRecord, SessionRecord } from '../account';
import { newMessage, type MessageInput } from '../messages';
import { CAMPAIGN } from './conversations';
import { fixedId, fixedMoment } from './fixed';
import { COMPANY_ID } from './organization';

type Schemas = components['schemas'];
type Details = Schemas['MessageDetails'];

/** What tells one kind of message from the others. */
type Sample = Omit<MessageInput, 'sessionId'>;

const FROM_CONTACT = { direction: 'FROM_HUB', origin: 'GATEWAY', status: 'DELIVERED' } as const;
const TO_CONTACT = { direction: 'TO_HUB', origin: 'DEFAULT', status: 'READ' } as const;

const PDF_FILE: Required<Schemas['File']> = {
	id: fixedId('file', 0),
	companyId: COMPANY_ID,
	userId: fixedId('user', 0),
	name: 'nota-fiscal-9876.pdf',
	extension: '.pdf',
	mimeType: 'application/pdf',
	type: 'PDF',
	publicUrl: 'https://cdn.example.com/nota-fiscal-9876.pdf?assinatura=abc',
	publicUrlDownload: 'https://cdn.example.com/download/nota-fiscal-9876.pdf?assinatura=abc',
	size: 48_213,
	isThumbnail: false,
	thumbnail: {
		id: fixedId('file', 1),
		publicUrl: 'https://cdn.example.com/nota-fiscal-9876.jpg?assinatura=abc',
	},
};

const QUESTION: Sample = {
	...FROM_CONTACT,
	type: 'TEXT',
	text: 'Pode me enviar a nota fiscal?',
	details: { utm: CAMPAIGN, reactionToContact: 'LOVE', waitReply: true },
};

const NOTE: Sample = {
	...TO_CONTACT,
	type: 'NOTE',
	status: 'SAVED',
	text: 'Cliente pediu retorno na sexta-feira.',
	filesIds: [PDF_FILE.id],
	details: { files: [PDF_FILE] },
};

const ANSWER: Sample = {
	...TO_CONTACT,
	type: 'DOCUMENT',
	senderId: 'pedido-9876',
	text: 'Segue a nota fiscal.',
	fileId: PDF_FILE.id,
	details: { file: PDF_FILE, reactionFromContact: '👍' },
};

const LOCATION: Details['location'] = {
	latitude: -23.5505,
	longitude: -46.6333,
	address: 'Avenida Exemplo, 100',
	name: 'Loja Exemplo',
	url: 'https://maps.example.com/loja',
};

const CONTACT_CARD: Details['contact'] = {
	name: 'Contador Exemplo',
	email: 'contador@example.com',
	phoneNumber: '+55|11900009000',
	phoneNumberFormatted: '(11) 90000-9000',
};

const TRACK: Details['track'] = {
	id: fixedId('track', 0),
	createdAt: fixedMoment(9_990),
	type: 'ACCESS_PAGE',
	pageTitle: 'Planos',
	pageUrl: 'https://www.example.com/planos',
	pageUtm: CAMPAIGN,
	isMobileDevice: true,
	formData: {
		name: 'Cliente Exemplo',
		email: 'cliente@example.com',
		phoneNumber: '+55|11900000001',
		annotation: 'Quer falar à tarde.',
		customFields: [
			{
				customFieldId: fixedId('customField', 0),
				label: 'Plano',
				value: 'Anual',
				values: ['Anual'],
			},
		],
	},
};

/** Kinds that are rarer than the question, the note and the answer; the first session has them all. */
const RARE: Sample[] = [
	{ ...FROM_CONTACT, type: 'LOCATION', details: { location: LOCATION } },
	{ ...FROM_CONTACT, type: 'CONTACT', details: { contact: CONTACT_CARD } },
	{
		...FROM_CONTACT,
		type: 'AUDIO',
		details: { transcription: { text: 'Bom dia!', processing: false, error: false } },
	},
	{ ...FROM_CONTACT, type: 'TRACK', details: { track: TRACK } },
	{
		...TO_CONTACT,
		type: 'BUTTONS',
		origin: 'CAMPAIGN',
		templateId: fixedId('template', 0),
		text: 'Sua fatura vence amanhã.',
		details: {
			fileAsLink: { file: PDF_FILE, shortUrl: 'https://go.example.com/f' },
			footerText: 'Loja Exemplo',
			payTransactionId: fixedId('payment', 0),
			templateCategoryId: fixedId('templateCategory', 0),
			templateCategoryName: 'Cobrança',
		},
	},
	{
		...TO_CONTACT,
		type: 'TEXT',
		origin: 'API',
		status: 'FAILED',
		text: 'Olá!',
		failedReason: 'A janela de 24 horas está fechada.',
		details: {
			errors: [
				{
					date: fixedMoment(10_019),
					origin: 'WhatsApp',
					key: '131047',
					text: 'Re-engagement message',
				},
			],
		},
	},
];

/** The messages of the nth session: a question, a note, an answer where somebody owns it. */
export function seedMessages(n: number, session: SessionRecord): MessageRecord[] {
	const samples = [QUESTION, NOTE, ...(session.userId ? [ANSWER] : []), ...(n === 0 ? RARE : [])];
	const begun = Date.parse(session.startAt);
	return samples.map((sample, position) => {
		const at = new Date(begun + position * 60_000).toISOString();
		const isFromTeam = sample.direction === 'TO_HUB';
		return newMessage({
			...sample,
			id: fixedId('message', n * 10 + position),
			sessionId: session.id,
			createdAt: at,
			updatedAt: at,
			timestamp: at,
			userId: isFromTeam ? session.userId : null,
			readContactAt: isFromTeam ? at : null,
		});
	});
}
