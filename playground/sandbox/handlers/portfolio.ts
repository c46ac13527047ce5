import type { components } from '../../../contract/types/core';
import type { Account, PortfolioRecord } from '../account';
import {
	addToPortfolio,
	namedContacts,
	portfolioById,
	portfolioLinkView,
	removeFromPortfolio,
} from '../contact/portfolios';
import { inDates } from '../moments';
import { operation } from '../operation';
import { paged, showing } from '../paging';

type Schemas = components['schemas'];
type Reference = Schemas['PortfolioContactRequest'];

function portfolioView(
	account: Account,
	portfolio: PortfolioRecord,
	details: ReadonlyArray<Schemas['PortfolioDetail']> = [],
): Schemas['Portfolio'] {
	const links = account.portfolioContacts.filter((link) => link.portfolioId === portfolio.id);
	return {
		...portfolio,
		contactsCount: details.includes('ContactCount') ? links.length : 0,
		departments: details.includes('Departments') ? portfolio.departments : null,
	};
}

const listOf = ({ contactId, phoneNumber }: Reference) => ({
	contactIds: contactId ? [contactId] : null,
	phoneNumbers: phoneNumber ? [phoneNumber] : null,
});

export const portfolioOperations = [
	operation('listPortfolios', ({ query }, account) => {
		const portfolios = account.portfolios.filter((portfolio) => inDates(portfolio, query));
		return showing(paged(portfolios, query), (portfolio) =>
			portfolioView(account, portfolio, query.IncludeDetails),
		);
	}),

	operation('listPortfolioContacts', ({ path, query }, account) => {
		const { id } = portfolioById(account, path.id);
		const wanted = query.ContactIds ?? [];
		const links = account.portfolioContacts.filter(
			(link) =>
				link.portfolioId === id &&
				(wanted.length === 0 || wanted.includes(link.contactId)) &&
				inDates(link, query),
		);
		const page = paged(links, {
			PageNumber: query.Page,
			PageSize: query.PageSize,
			OrderBy: query.OrderByDesc ?? query.OrderBy,
			OrderDirection: query.OrderByDesc ? 'DESCENDING' : 'ASCENDING',
		});
		return showing(page, (link) => portfolioLinkView(account, link));
	}),

	operation('addPortfolioContact', ({ path, body }, account) => {
		const portfolio = portfolioById(account, path.id);
		const [contact] = namedContacts(account, listOf(body));
		return portfolioLinkView(account, addToPortfolio(account, portfolio, contact!));
	}),

	operation('removePortfolioContact', ({ path, body }, account) => {
		const portfolio = portfolioById(account, path.id);
		removeFromPortfolio(account, portfolio, namedContacts(account, listOf(body)));
	}),

	operation('addPortfolioContactBatch', ({ path, body }, account) => {
		const portfolio = portfolioById(account, path.id);
		const links = namedContacts(account, body).map((contact) =>
			addToPortfolio(account, portfolio, contact),
		);
		// the contract promises no order
		return showing(paged(links.reverse(), { PageSize: 100 }), (link) =>
			portfolioLinkView(account, link),
		);
	}),

	operation('removePortfolioContactBatch', ({ path, body }, account) => {
		const portfolio = portfolioById(account, path.id);
		removeFromPortfolio(account, portfolio, namedContacts(account, body));
	}),
];
