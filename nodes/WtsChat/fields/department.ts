import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { InputError, unlessBlank, type ItemParameters } from './itemParameters';
import { locator } from './locator';

export type DepartmentRestriction = components['schemas']['DepartmentRestriction'];
export type DepartmentChannelScope = components['schemas']['DepartmentChannelScope'];

export const departmentId = locator({
	displayName: 'Department',
	name: 'departmentId',
	description: 'Department (team) of the session',
	searchListMethod: 'searchDepartments',
	required: false,
});

/** The department that an operation is about. */
export const subjectDepartmentId: INodeProperties = {
	...departmentId,
	required: true,
	description: 'The department (team)',
};

/** The department inside a collection, whose lists load when a field is added. */
export const departmentDropdown: INodeProperties = {
	displayName: 'Department Name or ID',
	name: 'departmentId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getDepartments' },
	default: '',
	description:
		'Department (team) of the session. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const departmentName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Financeiro',
	description: 'Name of the department, 100 characters at most',
};

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
export const departmentMembers: INodeProperties[] = [
	{
		displayName: 'Channel Names or IDs',
		name: 'channelIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		default: [],
		description:
			'Channels that the department serves. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Channel Scope',
		name: 'channelScope',
		type: 'options',
		options: channelScopes,
		default: 'ALL',
		description: 'Whether the department serves all channels, none, or those that are selected',
	},
	{
		displayName: 'Default Department',
		name: 'isDefault',
		type: 'boolean',
		default: true,
		description: 'Whether conversations go here that nothing else decides about',
	},
	{
		displayName: 'Distribution Enabled',
		name: 'distributionIsEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether to hand out conversations to the users automatically',
	},
	{
		displayName: 'Distribution: Expiration Enabled',
		name: 'expirationIsEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether a conversation that was handed out can go to somebody else after a time',
	},
	{
		displayName: 'Distribution: Inactivity (Minutes)',
		name: 'inactivityTimeInMinutes',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 15,
		description: 'Minutes without activity that the distribution allows',
	},
	{
		displayName: 'Distribution: Maximum Duration (Minutes)',
		name: 'maximumDurationInMinutes',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 60,
		description: 'Minutes that a conversation that was handed out may last',
	},
	{
		displayName: 'Restriction Type',
		name: 'restrictionType',
		type: 'options',
		options: restrictionTypes,
		default: 'NONE',
		description: 'Who is kept from seeing the conversations of the department',
	},
];

/** The values of {@link departmentMembers}. */
export function departmentValuesFrom(fields: ItemParameters) {
	return {
		isDefault: fields.boolean('isDefault'),
		distributionIsEnabled: fields.boolean('distributionIsEnabled'),
		distributionConfig: distributionFrom(fields),
		restrictionType: fields.choice<DepartmentRestriction>('restrictionType'),
		channelsConfig: channelsFrom(fields),
	};
}

/** All rules of the distribution, or none: whether the API keeps one that is left out is not documented. */
function distributionFrom(fields: ItemParameters) {
	const rules = {
		expirationIsEnabled: fields.boolean('expirationIsEnabled'),
		maximumDurationInMinutes: fields.number('maximumDurationInMinutes'),
		inactivityTimeInMinutes: fields.number('inactivityTimeInMinutes'),
	};
	const names = Object.keys(rules) as Array<keyof typeof rules>;
	const missing = names.find((name) => rules[name] === undefined);
	const given = unlessBlank(rules);
	if (!given || !missing) return given;
	throw new InputError(
		'The three rules of the distribution go together',
		`Fill in '${fields.label(missing)}', too; the API might drop a rule that is left out.`,
	);
}

function channelsFrom(fields: ItemParameters) {
	const channels = fields.ids('channelIds');
	const scope =
		fields.choice<DepartmentChannelScope>('channelScope') ?? (channels && ('SELECTED' as const));
	if ((scope === 'SELECTED') === (channels !== undefined)) return unlessBlank({ scope, channels });
	throw new InputError(
		`'${fields.label('channelScope')}' and '${fields.label('channelIds')}' do not go together`,
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
