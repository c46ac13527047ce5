import { sendInTurn } from '../../operations/conditions';
import { following, sendStatus } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { onConditions, timedOut } from '../../operations/record';
import { resultsOf, toldApart, withSenderId } from '../../operations/sendBatch';
import { idOrUrlOf } from '../../operations/storeFile';
import { post } from '../../transport/contract';
import { batchableOf, ownOf, sharedOf, templateFields } from './templateMessage';

export const sendTemplate = jobOperation({
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send a template message',
	description:
		'Send an approved template to a contact; on WhatsApp the only way to open a conversation',
	builderHint:
		"On WhatsApp the only way to write first, or after 24 hours of silence. Needs the channel in 'from' and an approved template, which a person has to choose.",
	record: ['SendResult', timedOut, onConditions],
	fields: templateFields,
	prepare(values) {
		const {
			from,
			to,
			template: { file },
			options,
		} = values;
		const message = { ...sharedOf(values), ...ownOf(values), sessionId: options.sessionId };
		return following(values.waitForDelivery, sendStatus, async (api) => {
			const fileIdOrUrl = file && (await idOrUrlOf(api, file));
			const body = { ...message, fileIdOrUrl };
			return await sendInTurn(api, {
				target: { from, to },
				campaign: options.campaign,
				send: async () => await api.send(post('/chat/v1/send/template', { body })),
			});
		});
	},
	batch: {
		max: 100,
		item: (values) => ({ shared: sharedOf(values), part: withSenderId(batchableOf(values)) }),
		request: (shared, messages) =>
			post('/chat/v1/send/template/batch', {
				body: { ...shared, messages: toldApart(messages) },
			}),
		records: resultsOf,
	},
});
