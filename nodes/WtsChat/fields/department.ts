import type { components } from '../../../contract/types/core';
import { unlessBlank } from '../values/blank';
import type { ChoicesOf } from './choices';
import type { ValuesOf } from './field';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { choice } from './kinds/choice';
import { dropdowns, locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';
import { boolean, number } from './kinds/plain';
import { text } from './kinds/text';

type DepartmentRestriction = components['schemas']['DepartmentRestriction'];
type DepartmentChannelScope = components['schemas']['DepartmentChannelScope'];

export const departmentId = locator({
	displayName: 'Department',
	name: 'departmentId',
	description: 'Department (team) of the session',
	picker: 'departments',
});

export const anyDepartmentId = departmentId.with({ description: 'The department (team)' });

/** The department that an operation is about. */
export const subjectDepartmentId = anyDepartmentId.required();

export const departmentName = text({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Financeiro',
	description: 'Name of the department, 100 characters at most',
});

const channelScopes: ChoicesOf<DepartmentChannelScope> = [
	{ name: 'All', value: 'ALL' },
	{ name: 'None', value: 'NONE' },
	{ name: 'Selected', value: 'SELECTED' },
];

// what each restriction does is not documented; the names are the API's own
const restrictionTypes: ChoicesOf<DepartmentRestriction> = [
	{ name: 'Department Restriction', value: 'DEPARTMENT_RESTRICTION' },
	{ name: 'None', value: 'NONE' },
	{ name: 'User Restriction', value: 'USER_RESTRICTION' },
];

/** Members of the collections of a new and of a changed department. */
export const departmentMembers = {
	channelScope: choice({
		displayName: 'Channel Scope',
		name: 'channelScope',
		options: channelScopes,
		default: 'ALL',
		description: 'Whether the department serves all channels, none, or those that are selected',
	}),
	channelIds: dropdowns('channels', {
		displayName: 'Channels',
		name: 'channelIds',
		description: listOrIds('Channels that the department serves'),
	}),
	isDefault: boolean({
		displayName: 'Default Department',
		name: 'isDefault',
		default: true,
		description: 'Whether conversations go here when nothing else decides where they go',
	}),
	restrictionType: choice({
		displayName: 'Restriction Type',
		name: 'restrictionType',
		options: restrictionTypes,
		default: 'NONE',
		description: 'Who cannot see the conversations of the department',
	}),
	distributionIsEnabled: boolean({
		displayName: 'Distribution Enabled',
		name: 'distributionIsEnabled',
		default: true,
		description: 'Whether to distribute conversations to the users automatically',
	}),
	expirationIsEnabled: boolean({
		displayName: 'Distribution: Expiration Enabled',
		name: 'expirationIsEnabled',
		default: true,
		description: 'Whether a distributed conversation goes to somebody else after a time',
	}),
	inactivityTimeInMinutes: number({
		displayName: 'Distribution: Inactivity (Minutes)',
		name: 'inactivityTimeInMinutes',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 15,
		description: 'Minutes that a conversation may be inactive',
	}),
	maximumDurationInMinutes: number({
		displayName: 'Distribution: Maximum Duration (Minutes)',
		name: 'maximumDurationInMinutes',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 60,
		description: 'Minutes that a distributed conversation may last',
	}),
};

type Values = ValuesOf<typeof departmentMembers>;

/** What {@link departmentMembers} say, as the API takes it. */
export function departmentOf(values: Values) {
	const { isDefault, distributionIsEnabled, restrictionType } = values;
	return {
		isDefault,
		distributionIsEnabled,
		distributionConfig: distributionOf(values),
		restrictionType,
		channelsConfig: channelsOf(values),
	};
}

/** All rules of the distribution, or none: whether the API keeps one that is left out is not documented. */
function distributionOf({
	expirationIsEnabled,
	maximumDurationInMinutes,
	inactivityTimeInMinutes,
}: Values) {
	const rules = { expirationIsEnabled, maximumDurationInMinutes, inactivityTimeInMinutes };
	const names = Object.keys(rules) as Array<keyof typeof rules>;
	const missing = names.find((name) => rules[name] === undefined);
	const given = unlessBlank(rules);
	if (!given || !missing) return given;
	throw new InputError(
		sentences.rulesTogether,
		`Fill in '${departmentMembers[missing].label}', too; the API might drop a rule that is left out.`,
	);
}

function channelsOf({ channelIds, channelScope }: Values) {
	const scope = channelScope ?? (channelIds && ('SELECTED' as const));
	if ((scope === 'SELECTED') === (channelIds !== undefined)) {
		return unlessBlank({ scope, channels: channelIds });
	}
	const { channelScope: scopeField, channelIds: idsField } = departmentMembers;
	throw new InputError(
		sentences.notTogether(scopeField.label, idsField.label),
		"Choose channels with the scope 'Selected', and none with the others.",
	);
}

/** What remains of a department when Simplify is on. */
export const departmentShortForm = [
	'id',
	'name',
	'description',
	'isDefault',
	'isPrivate',
	'distribuitionEnabled',
	'restrictionType',
	'agents',
	'channels',
	'createdAt',
];
