import type { Delivery } from '../events/delivery';
import type { Api, ApiContext } from '../transport/api';
import { tidySoon } from './caretaker';
import { forward } from './forward';
import { isReply } from './question';
import { removeWait } from './waits';

/** Passes a message on to the executions that wait for it and do not listen themselves. */
export async function relay(context: ApiContext, api: Api, delivery: Delivery): Promise<void> {
	for (const wait of await tidySoon(api)) {
		if (wait.listens || !isReply(delivery, wait)) continue;
		const outcome = await forward(context, wait.url, delivery.body);
		if (outcome === 'gone') await removeWait(api, wait);
	}
}
