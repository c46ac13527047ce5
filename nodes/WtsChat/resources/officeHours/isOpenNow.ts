import { DateTime } from 'luxon';
import { openingAt } from '../../conversation/officeHours';
import { optionsOf } from '../../fields/kinds/collection';
import { moment } from '../../fields/kinds/plain';
import { timeZone } from '../../fields/timeZone';
import { jobOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const isOpenNow = jobOperation({
	name: 'Is Open Now',
	value: 'isOpenNow',
	action: 'See whether the office is open',
	description: 'Tell whether the account is open, when it opens next, and when it closes next',
	record: [
		{
			open: 'boolean',
			nextOpening: 'string',
			nextClosing: 'string',
			timeZone: 'string',
			moment: 'string',
		},
	],
	fields: {
		options: optionsOf({
			moment: moment({
				displayName: 'Moment',
				name: 'moment',
				description: "Another moment to look at than now, in the workflow's time zone",
			}),
			timeZone: timeZone.with({
				description:
					'Time zone of the office hours, where summer time matters: WTS Chat tells a fixed distance from UTC',
			}),
		}),
	},
	prepare: ({ options }) => {
		return async (api) => {
			const at = DateTime.fromISO(options.moment ?? DateTime.utc().toISO(), { zone: 'utc' });
			const officeHours = await api.send(get('/core/v1/company/officehours', {}));
			const opening = openingAt(officeHours, at.toMillis(), options.timeZone);
			const inZone = (ms: number | undefined) =>
				ms === undefined ? null : DateTime.fromMillis(ms, { zone: opening.timeZone }).toISO();
			return {
				open: opening.isOpen,
				nextOpening: inZone(opening.opensAt),
				nextClosing: inZone(opening.closesAt),
				timeZone: opening.timeZone ?? null,
				moment: at.setZone(opening.timeZone ?? 'utc').toISO(),
			};
		};
	},
});
