import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../support/account';
import { run } from '../support/engine';

const sandbox = useSandbox();

/** What every list can be filtered and sorted by, each with a value of its own. */
const DATES = {
	createdAfter: '2026-01-01T00:00:00',
	createdBefore: '2026-01-02T00:00:00',
	updatedAfter: '2026-01-03T00:00:00',
	updatedBefore: '2026-01-04T00:00:00',
};
const DATE_QUERY = {
	'CreatedAt.After': '2026-01-01T03:00:00.000Z',
	'CreatedAt.Before': '2026-01-02T03:00:00.000Z',
	'UpdatedAt.After': '2026-01-03T03:00:00.000Z',
	'UpdatedAt.Before': '2026-01-04T03:00:00.000Z',
};
const SORT = { field: 'updatedAt', direction: 'ASCENDING' };
const SORT_QUERY = { OrderBy: 'updatedAt', OrderDirection: 'ASCENDING' };
const FIRST_PAGE = { PageNumber: '1', PageSize: '100' };

/** The form of a list, and what it has to become. */
interface List {
	parameters: IDataObject;
	path: string;
	query: IDataObject;
	/** How the list is sorted and paged, where that differs from the others. */
	order?: IDataObject;
}

const ids = () => {
	const { account } = sandbox();
	return {
		card: account.cards[0]!.id,
		channels: account.channels.slice(0, 2).map(({ id }) => id),
		contact: account.contacts[0]!.id,
		contacts: account.contacts.slice(0, 2).map(({ id }) => id),
		departments: account.departments.slice(0, 2).map(({ id }) => id),
		panel: account.cards[0]!.panelId,
		portfolio: account.portfolios[0]!.id,
		sequence: account.sequences[0]!.id,
		session: account.sessions[0]!.id,
		tags: account.tags.slice(0, 2).map(({ id }) => id),
		users: account.agents.slice(0, 2).map(({ userId }) => userId),
	};
};

const lists: Record<string, () => List> = {
	'card.getMany': () => ({
		parameters: { panelId: ids().panel },
		path: '/crm/v2/panel/card',
		query: { PanelId: ids().panel },
	}),
	'cardNote.getMany': () => ({
		parameters: { cardId: ids().card },
		path: `/crm/v1/panel/card/${ids().card}/note`,
		query: {},
	}),
	'chatbot.getMany': () => ({
		parameters: {
			filters: {
				automationUsages: ['Api', 'Manual'],
				channelIds: ids().channels,
				departmentIds: ids().departments,
				name: 'Triagem',
				publishStatuses: ['Ready', 'Failed'],
				chatbotTypes: ['Reactive', 'Automation'],
			},
		},
		path: '/chat/v1/chatbot',
		query: {
			AutomationUsages: ['Api', 'Manual'],
			ChannelIds: ids().channels,
			DefaultDepartmentIds: ids().departments,
			Name: 'Triagem',
			PublishStatuses: ['Ready', 'Failed'],
			Types: ['Reactive', 'Automation'],
		},
	}),
	'contact.getMany': () => ({
		parameters: {
			filters: { status: 'BLOCKED' },
			options: { includeDetails: ['Tags', 'CustomFields'] },
		},
		path: '/core/v1/contact',
		query: { Status: 'BLOCKED', IncludeDetails: ['Tags', 'CustomFields'] },
	}),
	'message.getMany': () => ({
		parameters: { sessionId: ids().session },
		path: '/chat/v1/message',
		query: { SessionId: ids().session },
		order: { OrderBy: 'createdAt', OrderDirection: 'DESCENDING', ...FIRST_PAGE },
	}),
	'panel.getMany': () => ({
		parameters: {
			filters: { title: 'Vendas', panelType: 'MANAGEMENT' },
			options: { includeDetails: ['Steps', 'Tags'] },
		},
		path: '/crm/v2/panel',
		query: { Title: 'Vendas', Type: 'MANAGEMENT', IncludeDetails: ['Steps', 'Tags'] },
	}),
	'portfolio.getManyContacts': () => ({
		parameters: {
			portfolioId: ids().portfolio,
			filters: { contactIds: ids().contacts.join(', ') },
		},
		path: `/core/v1/portfolio/${ids().portfolio}/contact`,
		query: { ContactIds: ids().contacts },
		order: { OrderBy: 'updatedAt', Page: '1', PageSize: '100' },
	}),
	'portfolio.getMany': () => ({
		parameters: { options: { includeDetails: ['ContactCount', 'Departments'] } },
		path: '/core/v1/portfolio',
		query: { IncludeDetails: ['ContactCount', 'Departments'] },
	}),
	'scheduledMessage.getMany': () => ({
		parameters: {
			filters: {
				channelId: ids().channels[0],
				contactId: { __rl: true, mode: 'id', value: ids().contact },
				departmentId: ids().departments[0],
				messageType: 'CHATBOT',
				scheduledAfter: '2026-02-01T00:00:00',
				scheduledBefore: '2026-02-02T00:00:00',
				status: 'FAILED',
				userId: ids().users[0],
			},
			options: { includeDetails: ['Contact', 'User'] },
		},
		path: '/chat/v1/scheduled-message',
		query: {
			From: ids().channels[0],
			To: ids().contact,
			Department: ids().departments[0],
			Type: 'CHATBOT',
			'ScheduledAt.After': '2026-02-01T03:00:00.000Z',
			'ScheduledAt.Before': '2026-02-02T03:00:00.000Z',
			Status: 'FAILED',
			User: ids().users[0],
			IncludeDetails: ['Contact', 'User'],
		},
	}),
	'sequence.getMany': () => ({
		parameters: {
			filters: { contactId: { __rl: true, mode: 'id', value: ids().contact }, name: 'Boas' },
			options: { includeDetails: ['ContactExecutingCount', 'ExecutionStats'] },
		},
		path: '/chat/v1/sequence',
		query: {
			ContactId: ids().contact,
			Name: 'Boas',
			IncludeDetails: ['ContactExecutingCount', 'ExecutionStats'],
		},
	}),
	'sequence.getManyContacts': () => ({
		parameters: {
			sequenceId: ids().sequence,
			filters: {
				contactId: { __rl: true, mode: 'id', value: ids().contact },
				name: 'Júlia',
				phoneNumber: '(11) 90000-0001',
			},
		},
		path: `/chat/v2/sequence/${ids().sequence}/contact`,
		query: { ContactId: ids().contact, Name: 'Júlia', PhoneNumber: '5511900000001' },
	}),
	'session.getMany': () => ({
		parameters: {
			filters: {
				activeAfter: '2026-02-01T00:00:00',
				activeBefore: '2026-02-02T00:00:00',
				endedAfter: '2026-02-03T00:00:00',
				endedBefore: '2026-02-04T00:00:00',
				lastInteractionAfter: '2026-02-05T00:00:00',
				lastInteractionBefore: '2026-02-06T00:00:00',
				channelIds: ids().channels,
				contactId: { __rl: true, mode: 'id', value: ids().contact },
				departmentId: ids().departments[0],
				sessionType: 'GROUP',
				statuses: ['PENDING', 'HIDDEN'],
				tagIds: 'Lead,VIP',
				userId: ids().users[0],
			},
			options: { includeDetails: ['AgentDetails', 'ContactDetails'] },
		},
		path: '/chat/v2/session',
		query: {
			'ActiveAt.After': '2026-02-01T03:00:00.000Z',
			'ActiveAt.Before': '2026-02-02T03:00:00.000Z',
			'EndAt.After': '2026-02-03T03:00:00.000Z',
			'EndAt.Before': '2026-02-04T03:00:00.000Z',
			'LastInteractionAt.After': '2026-02-05T03:00:00.000Z',
			'LastInteractionAt.Before': '2026-02-06T03:00:00.000Z',
			ChannelsId: ids().channels,
			ContactId: ids().contact,
			DepartmentId: ids().departments[0],
			Type: 'GROUP',
			Status: ['PENDING', 'HIDDEN'],
			TagsName: ['Lead', 'VIP'],
			UserId: ids().users[0],
			IncludeDetails: ['AgentDetails', 'ContactDetails', 'DepartmentsDetails'],
		},
	}),
	'sessionNote.getMany': () => ({
		parameters: { sessionId: ids().session },
		path: `/chat/v1/session/${ids().session}/note`,
		query: {},
	}),
	'template.getMany': () => ({
		parameters: {
			filters: {
				approvedOnly: true,
				archived: false,
				channelId: ids().channels[0],
				name: 'pedido',
				text: 'entrega',
				templateUse: 'CAMPAIGN',
			},
			options: { includeDetails: ['Params', 'File'] },
		},
		path: '/chat/v1/template',
		query: {
			ApprovedOnly: 'true',
			Archived: 'false',
			ChannelId: ids().channels[0],
			Name: 'pedido',
			SearchableText: 'entrega',
			Type: 'CAMPAIGN',
			IncludeDetails: ['Params', 'File'],
		},
	}),
};

test.each(Object.keys(lists))('%s asks for what its form says', async (name) => {
	const [resource, operation] = name.split('.');
	const { parameters, path, query, order } = lists[name]!();
	const { error } = await run({
		parameters: {
			resource,
			operation,
			...parameters,
			filters: { ...(parameters.filters as IDataObject), ...DATES },
			sort: SORT,
		},
		account: sandbox(),
	});
	expect(error).toBeUndefined();
	const [request] = sandbox().requests;
	expect(request?.path).toBe(path);
	expect(request?.query).toEqual({
		...query,
		...DATE_QUERY,
		...(order ?? { ...SORT_QUERY, ...FIRST_PAGE }),
	});
});

test('contact.getMany searches for what its form says', async () => {
	const { error } = await run({
		parameters: {
			resource: 'contact',
			operation: 'getMany',
			filters: {
				...DATES,
				customFieldFilters: { pairs: [{ customField: 'plano', value: 'Anual' }] },
				email: 'julia@example.com',
				instagram: '@julia',
				metadata: { pairs: [{ key: 'crmId', value: '={{ 1002 }}' }] },
				name: 'Júlia',
				origin: 'IMPORTED',
				phoneNumber: '(11) 90000-0001',
				portfolioIds: 'Sul,Norte',
				status: 'ARCHIVED',
				tagIds: ids().tags,
				text: 'Padaria',
			},
			sort: SORT,
		},
		account: sandbox(),
	});
	expect(error).toBeUndefined();
	expect(sandbox().requests[0]).toMatchObject({ method: 'POST', path: '/core/v1/contact/filter' });
	expect(sandbox().requests[0]?.body).toEqual({
		createdAt: { after: '2026-01-01T03:00:00.000Z', before: '2026-01-02T03:00:00.000Z' },
		updatedAt: { after: '2026-01-03T03:00:00.000Z', before: '2026-01-04T03:00:00.000Z' },
		customFields: { plano: 'Anual' },
		email: 'julia@example.com',
		instagram: '@julia',
		metadata: { crmId: '1002' },
		name: 'Júlia',
		origin: 'IMPORTED',
		phoneNumber: '5511900000001',
		portfolioNames: ['Sul', 'Norte'],
		status: 'ARCHIVED',
		tagIds: ids().tags,
		textFilter: 'Padaria',
		orderBy: 'updatedAt',
		orderDirection: 'ASCENDING',
		pageNumber: 1,
		pageSize: 100,
	});
});
