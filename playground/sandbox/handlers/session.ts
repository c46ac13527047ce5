import { agentByUserId, sessionById } from '../account';
import { operation } from '../operation';
import { paged, showing } from '../paging';
import { change, setStatus, stopBotIf, transfer, write } from '../session/changes';
import { passes } from '../session/filter';
import { savedSession, sessionView } from '../session/view';

export const sessionOperations = [
	operation('listSessions', ({ query }, account) => {
		const sessions = account.sessions.filter((session) => passes(session, query, account));
		return showing(paged(sessions, query), (session) =>
			sessionView(account, session, query.IncludeDetails),
		);
	}),

	operation('getSession', ({ path, query }, account) =>
		sessionView(account, sessionById(account, path.id), query.includeDetails),
	),

	operation('updateSession', ({ path, body }, account) => {
		const session = sessionById(account, path.id);
		if (body.fields?.length) {
			change(session, (draft) => {
				write(draft, body, account);
				stopBotIf(body.options?.stopBotInExecution, draft);
			});
		}
		return savedSession(account, session);
	}),

	operation('transferSession', ({ path, body }, account) => {
		const session = sessionById(account, path.id);
		change(session, (draft) => {
			transfer(draft, body, account);
			stopBotIf(body.options?.stopBotInExecution, draft);
		});
		return savedSession(account, session);
	}),

	operation('assignSession', ({ path, body }, account) => {
		const session = sessionById(account, path.id);
		change(session, (draft) => {
			draft.userId = agentByUserId(account, body.userId).userId;
			stopBotIf(body.options?.stopBotInExecution, draft);
		});
		return savedSession(account, session);
	}),

	operation('completeSession', ({ path, body }, account) => {
		const session = sessionById(account, path.id);
		change(session, (draft) => {
			setStatus(draft, 'COMPLETED');
			stopBotIf(body.stopBotInExecution, draft);
		});
		return savedSession(account, session);
	}),

	operation('changeSessionStatus', ({ path, body }, account) => {
		const session = sessionById(account, path.id);
		change(session, (draft) => {
			setStatus(draft, body.newStatus);
			stopBotIf(body.options?.stopBotInExecution, draft);
		});
		return savedSession(account, session);
	}),
];
