import type {
	Account,
	FileRecord,
	MessageRecord,
	OtpRecord,
	SendRecord,
	TemplateRecord,
} from '../account';
import { fixedId, fixedMoment, fixedPhone } from './fixed';
import { COMPANY_ID } from './organization';

/** What tells one template from the others. */
interface Sample extends Partial<TemplateRecord> {
	name: string;
	text: string;
	type: TemplateRecord['type'];
}

const SAMPLES: Sample[] = [
	{
		name: 'atualizacao_de_pedido',
		internalName: 'Atualização de pedido',
		text: 'Olá {{nome}}, seu pedido {{pedido}} saiu para entrega.',
		footerText: 'Loja Exemplo',
		type: ['TEMPLATE', 'TEMPLATE_SCHEDULED_MESSAGE'],
		categoryId: fixedId('templateCategory', 0),
		categoryName: 'Pedidos',
	},
	{
		name: 'catalogo_do_mes',
		internalName: 'Catálogo do mês',
		text: 'Olá {{nome}}, veja as novidades.',
		type: ['TEMPLATE_CAMPAIGN', 'TEMPLATE_SEQUENCE'],
		fileType: 'IMAGE',
	},
	{
		name: 'codigo_de_acesso',
		text: 'Seu código é {{codigo}}.',
		type: ['AUTHENTICATION'],
	},
	{
		name: 'agradecimento',
		text: 'Obrigado pelo contato!',
		type: ['QUICKREPLY'],
		quickReplyAlias: 'obrigado',
		channelId: null,
		channelType: null,
	},
	{
		name: 'pesquisa_de_satisfacao',
		text: 'De 0 a 10, que nota você dá?',
		type: ['TEMPLATE'],
		status: 'InRevision',
	},
	{
		name: 'oferta_relampago',
		text: 'Só hoje!',
		type: ['TEMPLATE_CAMPAIGN'],
		status: 'Disapproved',
		rejectedDescription: 'Conteúdo vago.',
	},
	{
		name: 'natal_do_ano_passado',
		text: 'Boas festas!',
		type: ['TEMPLATE_CAMPAIGN'],
		archived: true,
	},
];

/** The nth template: first those that differ in kind, then as many notices as a large account has. */
export function seedTemplate(n: number): TemplateRecord {
	const id = fixedId('template', n);
	const sample = SAMPLES[n] ?? {
		name: `aviso_${n + 1}`,
		text: `Aviso ${n + 1} para {{nome}}.`,
		type: ['TEMPLATE' as const],
	};
	const names = [...sample.text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name!);
	return {
		id,
		createdAt: fixedMoment(n),
		updatedAt: fixedMoment(n),
		active: true,
		archived: false,
		channelId: fixedId('channel', 0),
		footerText: null,
		status: 'Approved',
		channelType: 'CLOUDAPI_WHATSAPP',
		params: names.map((name) => ({ name, templateId: id })),
		internalName: null,
		fileType: null,
		quickReplyAlias: null,
		rejectedDescription: null,
		categoryId: null,
		categoryName: null,
		...sample,
	};
}

/** Contacts get these buttons below the first template. */
export function seedTemplateButtons(): Account['templateButtons'] {
	return new Map([[fixedId('template', 0), ['Acompanhar pedido', 'Falar com atendente']]]);
}

/** The messages that came through the send family, for those that have an ID of the caller's own or failed. */
export function seedSends(messages: MessageRecord[]): SendRecord[] {
	return messages
		.filter(({ origin, senderId }) => origin === 'API' || senderId !== null)
		.map(({ id, createdAt, status }) => ({
			messageId: id,
			callbackUrl: 'https://hooks.example.com/entrega',
			sentAt: status === 'FAILED' ? null : createdAt,
			waitReply: false,
		}));
}

export function seedOtp(): OtpRecord {
	return {
		id: fixedId('otp', 0),
		createdAt: fixedMoment(0),
		updatedAt: fixedMoment(1),
		code: '48213',
		status: 'FAILED',
		from: '551130000000',
		templateId: fixedId('template', 2),
		companyId: COMPANY_ID,
		senderId: 'login-554',
		channelId: fixedId('channel', 0),
		sentAt: fixedMoment(0),
		receivedAt: fixedMoment(1),
		contactPhoneNumber: fixedPhone(1).phoneNumber,
		failedReason: 'Número sem WhatsApp.',
		callbackUrl: 'https://hooks.example.com/otp',
		statusUrl: null,
	};
}

export function seedFile(): FileRecord {
	return {
		id: fixedId('file', 0),
		companyId: COMPANY_ID,
		userId: fixedId('user', 0),
		name: 'nota-fiscal-9876.pdf',
		extension: '.pdf',
		mimeType: 'application/pdf',
		type: 'PDF',
		key: `files/${fixedId('file', 0)}.pdf`,
		size: 48_213,
	};
}
