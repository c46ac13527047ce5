import { panelById } from '../crm/records';
import { customFieldsView, panelView } from '../crm/view';
import { platformError } from '../errors';
import { inDates } from '../moments';
import { operation } from '../operation';
import { paged, showing } from '../paging';

export const panelOperations = [
	operation('listPanels', ({ query }, account) => {
		const wanted = query.Title?.toLowerCase() ?? '';
		const panels = account.panels.filter(
			(panel) =>
				(panel.title ?? '').toLowerCase().includes(wanted) &&
				(query.Type === undefined || panel.type === query.Type) &&
				inDates(panel, query),
		);
		return showing(paged(panels, query), (panel) =>
			panelView(account, panel, query.IncludeDetails),
		);
	}),

	operation('getPanel', ({ path, query }, account) =>
		panelView(account, panelById(account, path.id), query.IncludeDetails),
	),

	operation('listPanelCustomFields', ({ path, query }, account) =>
		customFieldsView(panelById(account, path.id).customFields, query.NestedList === true),
	),

	operation('listPanelLostReasons', ({ path, query }, account) => {
		const { type, lostReasons } = panelById(account, path.id);
		if (type !== 'SALES') {
			const text = 'Motivos de perda existem apenas em painéis de vendas';
			throw platformError(500, 'FORM_ERROR', text);
		}
		return paged(
			lostReasons.filter((reason) => inDates(reason, query)),
			query,
		);
	}),
];
