// One of several n8n processes that share an account: updates sessions and prints what came of it.
import '../support/environment';
import { run } from '../support/engine';
import { speedUp } from '../support/clock';

async function main([url = '', apiKey = '', clock = '1', ...ids]: string[]) {
	speedUp(Number(clock));
	const { items } = await run({
		parameters: {
			resource: 'session',
			operation: 'update',
			sessionId: '={{ $json.id }}',
			updateFields: { number: '={{ $json.number }}' },
			// the clock goes faster, and the machine does not
			requestOptions: { timeout: 200 },
		},
		account: { url, apiKey },
		items: Array.from({ length: 900 }, (_, n) => ({ id: ids[n % ids.length], number: String(n) })),
		settings: { onError: 'continueRegularOutput' },
	});
	const errors = items.flatMap(({ json }) => json.error ?? []);
	console.log(JSON.stringify({ items: items.length, errors }));
}

void main(process.argv.slice(2));
