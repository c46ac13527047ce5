import type { components } from '../../../contract/types/core';
import type { Account, SubscriptionRecord } from '../account';
import { fixedId, fixedMoment } from './fixed';
import { COMPANY_ID } from './organization';

type WebhookEvent = components['schemas']['WebhookEvent'];

const EVENTS: Record<WebhookEvent, string> = {
	SESSION_NEW: 'Conversa iniciada',
	SESSION_UPDATE: 'Conversa alterada',
	SESSION_COMPLETE: 'Conversa concluída',
	MESSAGE_RECEIVED: 'Mensagem recebida',
	MESSAGE_UPDATED: 'Mensagem alterada',
	MESSAGE_SENT: 'Mensagem enviada',
	CONTACT_NEW: 'Contato criado',
	CONTACT_UPDATE: 'Contato alterado',
	CONTACT_TAG_UPDATE: 'Etiquetas do contato alteradas',
	PAYMENT_NEW: 'Cobrança criada',
	PAYMENT_UPDATE: 'Cobrança alterada',
	PANEL_CARD_NEW: 'Card criado',
	PANEL_CARD_UPDATE: 'Card alterado',
	PANEL_CARD_STEP_CHANGE: 'Card movido de etapa',
	PANEL_CARD_NOTE_NEW: 'Anotação de card criada',
	PANEL_CARD_NOTE_UPDATE: 'Anotação de card alterada',
	TEMPLATE_NEW: 'Modelo criado',
	TEMPLATE_UPDATE: 'Modelo alterado',
};

/** The events that the account can subscribe to. */
export function seedWebhookEvents(): Account['webhookEvents'] {
	return Object.entries(EVENTS).map(([event, description]) => ({
		event: event as WebhookEvent,
		description,
	}));
}

/** The first subscription is paused. */
export function seedSubscription(n: number): SubscriptionRecord {
	return {
		id: fixedId('subscription', n),
		createdAt: fixedMoment(n),
		updatedAt: fixedMoment(n),
		companyId: COMPANY_ID,
		name: `n8n - fluxo ${n + 1}`,
		url: `https://n8n.example.com/webhook/fluxo-${n + 1}`,
		enabled: n > 0,
		events: n % 2 === 0 ? ['MESSAGE_RECEIVED'] : ['CONTACT_NEW', 'CONTACT_UPDATE'],
	};
}

const WEEK = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const OPEN = [
	{ startTime: '08:00', endTime: '12:00' },
	{ startTime: '13:30', endTime: '18:00' },
];

/** Open from Monday to Friday, with a lunch break. */
export function seedOfficeHours(): Account['officeHours'] {
	return {
		limitHours: true,
		offlineResponse: 'Voltamos às 8h.',
		timezoneDiff: -3,
		days: WEEK.map((dayWeek, n) => {
			const active = n > 0 && n < 6;
			return { id: fixedId('officeDay', n), dayWeek, active, periods: active ? OPEN : [] };
		}),
	};
}
