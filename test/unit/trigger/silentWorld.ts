import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import { silenceNames } from '../../../nodes/WtsChat/events/names';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { notFound } from '../../../nodes/WtsChat/transport/sentences';
import { Silences } from '../../../nodes/WtsChat/trigger/silences';
import type { SilencesWanted } from '../../../nodes/WtsChat/trigger/silencesWanted';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** A Monday, when the account opens. */
export const START = Date.parse('2026-11-30T08:00:00Z');
const PUBLISHED = START;
/** How many minutes a silence lasts until it is told of. */
export const N = 30;

/** The time of a test, in milliseconds. */
export const clock = { now: START };

/** Lets all tests of a file begin at START, on that clock. */
export function useClock(): void {
	beforeEach(() => {
		clock.now = START;
		jest.spyOn(Date, 'now').mockImplementation(() => clock.now);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
}

export const iso = (ms: number) => new Date(ms).toISOString();

export const OFFICE_HOURS = {
	limitHours: true,
	timezoneDiff: 0,
	days: ['MONDAY', 'TUESDAY'].map((dayWeek) => ({
		dayWeek,
		active: true,
		periods: [{ startTime: '08:00', endTime: '18:00' }],
	})),
};

/** Who writes in a conversation, and how a message tells. */
export const AUTHORS = {
	contact: { direction: 'FROM_HUB', origin: 'GATEWAY' },
	user: { direction: 'TO_HUB', origin: 'DEFAULT', userId: 'ana' },
	bot: { direction: 'TO_HUB', origin: 'BOT' },
	api: { direction: 'TO_HUB', origin: 'API' },
	campaign: { direction: 'TO_HUB', origin: 'CAMPAIGN' },
	closed: { direction: 'TO_HUB', origin: 'OFFICE_HOURS' },
	note: { direction: 'TO_HUB', origin: 'DEFAULT', userId: 'ana', type: 'NOTE' },
};
export type Who = keyof typeof AUTHORS;

/** An account as the API tells of it. */
export class World implements Pick<Api, 'send' | 'wait' | 'notes'> {
	readonly sessions = new Map<string, IDataObject>();
	readonly messages: IDataObject[] = [];
	/** What was asked for: the paths, and all of it. */
	readonly requests: string[] = [];
	readonly asked: ApiRequest[] = [];
	/** How long was waited between requests, in milliseconds. */
	readonly waits: number[] = [];
	readonly notes: Api['notes'] = new Set();
	isDown = false;
	officeHours: object = OFFICE_HOURS;

	write(sessionId: string, who: Who): void {
		const before = this.sessions.get(sessionId);
		const createdAt = iso(clock.now);
		const message = { id: `m${this.messages.length}`, sessionId, createdAt, ...AUTHORS[who] };
		this.messages.push({ type: 'TEXT', status: 'SENT', ...message });
		this.sessions.set(sessionId, {
			id: sessionId,
			createdAt,
			status: 'IN_PROGRESS',
			windowStatus: 'ACTIVE',
			channelId: 'c1',
			...before,
			lastInteractionDate: createdAt,
			[who === 'contact' ? 'lastMessageIn' : 'lastMessageOut']: createdAt,
		});
	}

	/** What has been asked for since this was asked before. */
	news(): string[] {
		return this.asked.splice(0).map(({ path, query }) => {
			const of = query?.SessionId ?? query?.['LastInteractionAt.After'];
			return of === undefined ? path : `${path} ${String(of)}`;
		});
	}

	messagesOf(sessionId: string): IDataObject[] {
		return this.messages.filter((message) => message.sessionId === sessionId);
	}

	async send<Answer>(request: ApiRequest<Answer>): Promise<Answer> {
		const { path, query } = request;
		this.requests.push(path);
		this.asked.push(request);
		if (this.isDown) throw new Error('WTS Chat could not be reached');
		const asked: IDataObject = { ...query };
		return this.answer(path, asked) as Answer;
	}

	async wait(ms: number): Promise<boolean> {
		return await Promise.resolve(this.waits.push(ms) > 0);
	}

	private answer(path: string, query: IDataObject): object {
		if (path === '/core/v1/company/officehours') return this.officeHours;
		if (path === '/chat/v1/message') return { items: this.messagesOf(String(query.SessionId)) };
		const id = /^\/chat\/v2\/session\/(.+)$/.exec(path)?.[1];
		if (id) {
			const session = this.sessions.get(id);
			if (!session) throw new Error(notFound);
			return session;
		}
		const after = String(query['LastInteractionAt.After']);
		const sessions = [...this.sessions.values()];
		return { items: sessions.filter((session) => String(session.lastInteractionDate) >= after) };
	}
}

export const WANTED: SilencesWanted = {
	since: Object.fromEntries(silenceNames.map((event) => [event, PUBLISHED])),
	ms: N * MINUTE_MS,
	officeHoursOnly: false,
	mostMs: 24 * HOUR_MS,
	mostEvents: 500,
	passes: () => true,
};

/** A process of n8n that looks for silences, and what has started the workflow in all of them. */
export function processOf(world: World, wanted: Partial<SilencesWanted> = {}) {
	const silences = new Silences({ ...WANTED, ...wanted });
	const told: Delivery[] = [];
	return {
		told,
		keys: () => told.map(({ eventType, content }) => `${eventType} ${String(content.id)}`),
		async look(refuses = false): Promise<void> {
			await silences.look(world as unknown as Api, async (delivery, refused) => {
				if (refuses) return await Promise.resolve(refused());
				told.push(delivery);
			});
		},
		/** Looks once a minute, so many minutes. */
		async pass(minutes: number): Promise<void> {
			for (let minute = 0; minute < minutes; minute++) {
				clock.now += MINUTE_MS;
				await this.look();
			}
		},
	};
}

export const only = (...events: typeof silenceNames) => ({
	since: Object.fromEntries(events.map((event) => [event, PUBLISHED])),
});
