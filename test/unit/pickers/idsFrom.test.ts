import type { Field } from '../../../nodes/WtsChat/fields/field';
import { contactFilters } from '../../../nodes/WtsChat/fields/contactFilters';
import { sender } from '../../../nodes/WtsChat/fields/sender';
import { events } from '../../../nodes/WtsChat/fields/webhook';
import { pickers } from '../../../nodes/WtsChat/pickers/table';
import { resources } from '../../../nodes/WtsChat/resources';
import { sourceOf } from '../../support/source';

test.each(Object.entries(pickers))(
	'what the list %s holds comes from an operation that there is',
	(_, { idsFrom }) => {
		const [, resource, operation, property] =
			/^'(.+): (.+)'(?:, as (\w+)| with its tags)?$/.exec(idsFrom) ?? [];
		const found = resources
			.find(({ name }) => name === resource)
			?.operations.find(({ name }) => name === operation);
		expect(found).toBeDefined();
		if (property) expect(found?.fields.output?.shortForm).toContain(property);
	},
);

const pairs = { pairs: { customField: 'plano', value: 'Anual' } };

/** Fields whose lists hold no IDs: the numbers of channels, and the names of events and of fields. */
const WITHOUT_IDS: Array<[string, Field, Record<string, unknown>, unknown]> = [
	['from', sender, { from: '+55 11 3000-0000' }, '551130000000'],
	['events', events, { events: ['MESSAGE_RECEIVED'] }, ['MESSAGE_RECEIVED']],
	['customFields', contactFilters.customFields, { customFieldFilters: pairs }, { plano: 'Anual' }],
];

test.each(WITHOUT_IDS)(
	'%s takes no IDs, and says of none where it comes from',
	(_, field, values, expected) => {
		const source = sourceOf(values);
		expect(field.read(source)).toEqual(expected);
		expect(source.subjects.filter((subject) => subject.source !== undefined)).toEqual([]);
	},
);
