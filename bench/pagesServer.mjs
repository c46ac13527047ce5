// Answers pages of records, each after 50 ms: so many contacts, and so many portfolios.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const LATENCY_MS = 50;
const TOTALS = { '/core/v1/contact': 10_000, '/core/v1/portfolio': 2_500 };

const record = (n) => ({
	id: `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
	createdAt: '2026-03-02T12:00:00.000Z',
	name: `Contato ${n}`,
	phoneNumber: `+55|119${String(n).padStart(8, '0')}`,
	email: `contato${n}@example.com`,
	status: 'ACTIVE',
	customFields: null,
	metadata: { crmId: String(n) },
});

const server = createServer(async (request, response) => {
	const { pathname, searchParams } = new URL(request.url, 'http://localhost');
	const totalItems = TOTALS[pathname] ?? 0;
	const pageNumber = Number(searchParams.get('PageNumber') ?? 1);
	const pageSize = Number(searchParams.get('PageSize') ?? 15);
	const totalPages = Math.ceil(totalItems / pageSize);
	const first = (pageNumber - 1) * pageSize;
	const count = Math.max(0, Math.min(pageSize, totalItems - first));
	const items = Array.from({ length: count }, (_, n) => record(first + n));
	await sleep(LATENCY_MS);
	response.setHeader('content-type', 'application/json');
	const hasMorePages = pageNumber < totalPages;
	response.end(
		JSON.stringify({ pageNumber, pageSize, totalItems, totalPages, hasMorePages, items }),
	);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
