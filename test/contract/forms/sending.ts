import type { IBinaryData } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';

const from = { __rl: true, mode: 'number', value: '+55 11 3000-0000' };
const to = '(11) 90000-0001';

function binaryOf(fileName: string, mimeType: string): Record<string, IBinaryData> {
	const data = Buffer.from(`content of ${fileName}`).toString('base64');
	return { anexo: { data, fileName, mimeType } };
}

const carried = { fileSource: 'binary', binaryPropertyName: 'anexo' };

/** The file of a template, in each way that it can be given. */
const templateCarries = {
	templateFileSource: 'binary',
	templateBinaryPropertyName: 'anexo',
};
const templateHas = ({ account }: Sandbox) => ({
	templateFileSource: 'id',
	templateFileId: account.files[0]?.id,
});
const templateShows = {
	templateFileSource: 'url',
	templateFileUrl: 'https://files.example.com/catalogo.jpg',
};

/** What every message to a contact can be told of the session that it opens. */
const newSession = ({ account }: Sandbox) => ({
	departmentId: account.departments[0]?.id,
	enableBot: true,
	forceStartSession: false,
	hiddenSession: false,
	userId: account.agents[0]?.userId,
});

/** The other ways to name the department and the user of a new session. */
const otherNames = ({ account }: Sandbox) => [
	{ departmentId: account.departments[0]?.name, userId: account.agents[0]?.email },
	{ userId: account.agents[0]?.phoneNumber },
];

const tracking = { callbackUrl: 'https://hooks.example.com/entrega', senderId: 'pedido-9876' };

/** Messages that are written freely: one with everything, some with little, and one into a session. */
const free = (
	sandbox: Sandbox,
	content: object,
): Array<{ parameters: { [name: string]: object | string | boolean | number } }> => [
	{
		parameters: {
			sendTo: 'contact',
			from,
			to,
			simplify: false,
			options: {
				...newSession(sandbox),
				...tracking,
				delayTyping: 0,
				refId: sandbox.account.messages[0]?.id ?? '',
			},
			waitForDelivery: true,
			deliverySeconds: 0,
			...content,
		},
	},
	...otherNames(sandbox).map((options) => ({
		parameters: { sendTo: 'contact', to, options, ...content },
	})),
	{
		parameters: {
			sendTo: 'session',
			sessionId: sandbox.account.sessions[0]?.id ?? '',
			simplify: false,
			...content,
		},
	},
];

/** On which conditions a message answers another. */
const answering = ({ account }: Sandbox) => ({
	answeredMessageId: account.messages[0]?.id,
	skipIfAnswered: true,
	skipIfNewer: true,
});

/** How one message goes to many. */
const campaign = ({ account }: Sandbox) => ({
	skipTagIds: [account.tags[0]?.id],
	messagesPerMinute: 600,
});

const media =
	(fileName: string, mimeType: string, content: object = {}) =>
	(sandbox: Sandbox) => [
		...free(sandbox, {
			...content,
			fileSource: 'url',
			fileUrl: `https://files.example.com/${fileName}`,
		}),
		...free(sandbox, { ...content, fileSource: 'id', fileId: sandbox.account.files[0]?.id ?? '' }),
		{
			parameters: {
				to,
				fileSource: 'url',
				fileUrl: `https://files.example.com/${fileName}`,
				options: { ...answering(sandbox), ...campaign(sandbox) },
			},
		},
		...free(sandbox, { ...content, ...carried }).map((form) => ({
			...form,
			binary: binaryOf(fileName, mimeType),
		})),
	];

const caption = { text: 'Segue a proposta 118' };

const orderUpdate = ({ account }: Sandbox) => ({
	templateId: account.templates[0]?.id,
	specifyParameters: 'json',
	templateParametersJson: '{ "nome": "Júlia", "pedido": 9876 }',
});

const catalogue = ({ account }: Sandbox) => ({
	templateId: account.templates[1]?.id,
	specifyParameters: 'fields',
	templateParameters: {
		mappingMode: 'defineBelow',
		value: { nome: 'Júlia' },
		schema: [{ id: 'text:IMAGE', displayName: 'Text', readOnly: true }] },
});

/** What goes where only a template arrives. */
const insteadOf = (sandbox: Sandbox) => [
	{ ifWindowClosed: 'template', ...orderUpdate(sandbox), templateFileSource: 'none' },
	{
		ifWindowClosed: 'template',
		...catalogue(sandbox),
		...templateHas(sandbox),
	},
	{
		ifWindowClosed: 'template',
		...catalogue(sandbox),
		...templateShows,
	},
];

const split = { splitInto: 'paragraphs', splitLength: 300, splitTyping: false };

/** The contents that the general ways take. */
const contents = (sandbox: Sandbox) => [
	{ content: 'text', text: 'Bom dia!', fileSource: 'none' },
	{ content: 'text', fileSource: 'url', fileUrl: 'https://files.example.com/proposta.pdf' },
	{ content: 'template', ...orderUpdate(sandbox), templateFileSource: 'none' },
	{ content: 'text', fileSource: 'id', fileId: sandbox.account.files[0]?.id },
	{ content: 'template', ...catalogue(sandbox), ...templateShows },
	{
		content: 'template',
		...catalogue(sandbox),
		...templateHas(sandbox),
	},
];

export const sending: Forms = {
	getSendStatus: ({ account }) => [
		{
			items: account.sends.map(({ messageId }) => ({ id: messageId })),
			parameters: { messageId: '={{ $json.id }}', simplify: false },
		},
	],
	send: (sandbox) => {
		const options = {
			...newSession(sandbox),
			botKey: '1b2c3d4e-5f6a-4b7c-9d8e-0f1a2b3c4d5e',
			refId: sandbox.account.messages[0]?.id,
		};
		return [true, false].flatMap((waitForResult) => [
			...contents(sandbox).map((content) => ({
				parameters: {
					from,
					to,
					simplify: false,
					options: { ...options, waitForResult },
					waitForDelivery: true,
					deliverySeconds: 0,
					...content,
				},
			})),
			...otherNames(sandbox).map((more) => ({
				parameters: { to, content: 'text', text: 'Bom dia!', options: { ...more, waitForResult } },
			})),
			{ parameters: { to, text: 'Bom dia!', options: { ...answering(sandbox), waitForResult } } },
			{ parameters: { to, text: 'Bom dia!', ifWindowClosed: 'queue', options: { waitForResult } } },
			{
				parameters: { to, from, content: 'template', ...catalogue(sandbox), ...templateCarries },
				binary: binaryOf('capa.jpg', 'image/jpeg'),
			},
			{
				parameters: {
					to,
					simplify: true,
					options: { waitForResult },
					content: 'text',
					...carried,
				},
				binary: binaryOf('foto.jpg', 'image/jpeg'),
			},
		]);
	},
	sendAudio: media('recado.ogg', 'audio/ogg'),
	sendDocument: media('proposta.pdf', 'application/pdf', caption),
	sendImage: media('foto.jpg', 'image/jpeg', caption),
	sendInSession: (sandbox) => {
		const sessionId = sandbox.account.sessions[0]?.id;
		const refId = sandbox.account.messages[0]?.id;
		return [true, false].flatMap((waitForResult) => [
			...contents(sandbox).map((content) => ({
				parameters: {
					sessionId,
					simplify: false,
					options: { refId, waitForResult },
					waitForDelivery: true,
					deliverySeconds: 0,
					...content,
				},
			})),
			{
				parameters: {
					sessionId,
					text: 'Bom dia!',
					ifWindowClosed: 'queue',
					options: { ...split, ...answering(sandbox), waitForResult },
				},
			},
			{
				parameters: { sessionId, content: 'template', ...catalogue(sandbox), ...templateCarries },
				binary: binaryOf('capa.jpg', 'image/jpeg'),
			},
			{
				parameters: { sessionId, content: 'text', ...carried, options: { waitForResult } },
				binary: binaryOf('planilha.xlsx', 'application/vnd.ms-excel'),
			},
		]);
	},
	sendAndWait: (sandbox) => [
		{
			parameters: {
				sendTo: 'contact',
				from,
				to,
				content: 'text',
				message: 'Podemos confirmar seu horário?',
				responseType: 'approval',
				approveLabel: 'Sim',
				disapproveLabel: 'Não',
				resumeAmount: 2,
				resumeUnit: 'hours',
				options: {
					...newSession(sandbox),
					...tracking,
					askAgain: 2,
					askAgainText: 'Não entendi. Qual destas?',
					delayTyping: 0,
					downloadFile: true,
					fileField: 'anexo',
					maxFileSize: 5,
				},
				waitForDelivery: true,
				deliverySeconds: 0,
			},
		},
		{
			parameters: {
				sendTo: 'session',
				sessionId: sandbox.account.sessions[0]?.id,
				content: 'template',
				...orderUpdate(sandbox),
				responseType: 'choice',
				choices: 'Recebi,Não recebi',
			},
		},
		{
			parameters: {
				sendTo: 'session',
				sessionId: sandbox.account.sessions[0]?.id,
				message: 'Como foi o atendimento?',
				responseType: 'rating',
				ratingScale: 'oneToFive',
				options: { saveRatingIn: 'nota' },
			},
		},
		{
			parameters: {
				sendTo: 'contact',
				from,
				to,
				content: 'template',
				templateId: sandbox.account.templates[0]?.id,
				specifyParameters: 'fields',
				templateParameters: {
					mappingMode: 'defineBelow',
					value: { nome: 'Júlia', pedido: '9876' },
					schema: [],
				},
			},
		},
		...[
			{ sendTo: 'session', ...templateHas(sandbox) },
			{ sendTo: 'contact', ...templateShows },
			{ sendTo: 'contact', ...templateCarries },
		].map((more) => ({
			parameters: {
				from,
				to,
				sessionId: sandbox.account.sessions[0]?.id,
				content: 'template',
				...catalogue(sandbox),
				...more,
			},
			binary: binaryOf('capa.jpg', 'image/jpeg'),
		})),
	],
	sendTemplate: (sandbox) => {
		const options = {
			...newSession(sandbox),
			callbackUrl: tracking.callbackUrl,
			sessionMetadata: { pairs: [{ key: 'pedido', value: '9876' }] },
		};
		return [
			{
				parameters: {
					from,
					to,
					...orderUpdate(sandbox),
					simplify: false,
					options: {
						...options,
						senderId: 'pedido-9876',
						sessionId: sandbox.account.sessions[0]?.id,
					},
					waitForDelivery: true,
					deliverySeconds: 0,
				},
			},
			{
				parameters: { from, to, ...catalogue(sandbox), ...templateCarries },
				binary: binaryOf('catalogo.jpg', 'image/jpeg'),
			},
			...[templateHas(sandbox), templateShows].map((file) => ({
				items: [{ cliente: 'a' }, { cliente: 'b' }],
				parameters: {
					from,
					to,
					...catalogue(sandbox),
					...file,
					simplify: false,
					options: { ...options, batching: true, senderId: '=campanha-{{ $json.cliente }}' },
				},
			})),
			{
				parameters: {
					from,
					to,
					...orderUpdate(sandbox),
					options: { sessionMetadataJson: '{ "itens": [1, 2] }' },
				},
			},
			{ parameters: { from, to, ...orderUpdate(sandbox), options: campaign(sandbox) } },
			...otherNames(sandbox).flatMap((more) =>
				[false, true].map((batching) => ({
					parameters: { from, to, ...orderUpdate(sandbox), options: { ...more, batching } },
				})),
			),
		];
	},
	sendText: (sandbox) => [
		...free(sandbox, { text: 'Bom dia! Seu pedido saiu para entrega.' }),
		{ parameters: { to, text: 'Bom dia!\n\nSeu pedido saiu para entrega.', options: split } },
		{
			parameters: {
				to,
				text: 'Bom dia!',
				options: { ...answering(sandbox), ...campaign(sandbox) },
			},
		},
		...insteadOf(sandbox).map((template) => ({
			parameters: { from, to: '+55 11 97777-4321', text: 'Bom dia!', ...template },
		})),
		{
			parameters: {
				from,
				to: '+55 11 97777-4321',
				text: 'Bom dia!',
				ifWindowClosed: 'template',
				...catalogue(sandbox),
				...templateCarries,
			},
			binary: binaryOf('catalogo.jpg', 'image/jpeg'),
		},
	],
	sendTyping: ({ account }) => [{ parameters: { sessionId: account.sessions[0]?.id } }],
	sendVideo: media('montagem.mp4', 'video/mp4', caption),
};
