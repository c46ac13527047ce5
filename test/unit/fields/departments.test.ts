import { departmentMembers, departmentOf } from '../../../nodes/WtsChat/fields/department';
import { updateFieldsOf } from '../../../nodes/WtsChat/fields/kinds/collection';
import { departments, members } from '../../../nodes/WtsChat/fields/membership';
import { sourceOf } from '../../support/source';
import { ID, OTHER, refusalOf } from './support';

const made = (updateFields: object) =>
	departmentOf(updateFieldsOf(departmentMembers).read(sourceOf({ updateFields })));

const rules = {
	expirationIsEnabled: false,
	maximumDurationInMinutes: 60,
	inactivityTimeInMinutes: 0,
};

test('a department goes to the API by the names that it has for it', () => {
	const given = { isDefault: false, distributionIsEnabled: true, restrictionType: 'NONE' };
	expect(made({ ...given, ...rules, channelIds: [ID, OTHER] })).toEqual({
		...given,
		distributionConfig: rules,
		channelsConfig: { scope: 'SELECTED', channels: [ID, OTHER] },
	});
	expect(Object.values(made({})).every((value) => value === undefined)).toBe(true);
});

describe('the rules of the distribution', () => {
	test.each([
		['expirationIsEnabled', 'Distribution: Expiration Enabled'],
		['maximumDurationInMinutes', 'Distribution: Maximum Duration (Minutes)'],
		['inactivityTimeInMinutes', 'Distribution: Inactivity (Minutes)'],
	])('go together, and %s is not left out', (name, label) => {
		expect(refusalOf(() => made({ ...rules, [name]: undefined }))).toMatchObject({
			message: 'The three rules of the distribution go together',
			remedy: `Fill in '${label}', too; the API might drop a rule that is left out.`,
		});
	});
});

describe('the channels of a department', () => {
	test.each(['ALL', 'NONE'])('are not chosen one by one where it has %s', (channelScope) => {
		expect(made({ channelScope }).channelsConfig).toEqual({ scope: channelScope });
		expect(refusalOf(() => made({ channelScope, channelIds: [ID] }))).toMatchObject({
			message: "'Channel Scope' and 'Channels' do not go together",
			remedy: "Choose channels with the scope 'Selected', and none with the others.",
		});
	});

	test('are chosen where it has selected ones', () => {
		const chosen = { scope: 'SELECTED', channels: [ID] };
		expect(made({ channelScope: 'SELECTED', channelIds: [ID] }).channelsConfig).toEqual(chosen);
		expect(made({ channelIds: [ID] }).channelsConfig).toEqual(chosen);
		expect(refusalOf(() => made({ channelScope: 'SELECTED' })).message).toBe(
			"'Channel Scope' and 'Channels' do not go together",
		);
	});
});

test('members and departments are told with their roles', () => {
	const roles = { isAgent: true, isSupervisor: 'false' };
	const read = { isAgent: true, isSupervisor: false };
	expect(members.read(sourceOf({ members: { member: { userId: ID, ...roles } } }))).toEqual([
		{ userId: ID, ...read },
	]);
	const rows = { department: [{ departmentId: OTHER, ...roles }] };
	expect(departments.read(sourceOf({ departments: rows }))).toEqual([
		{ departmentId: OTHER, ...read },
	]);
	const nobody = { member: { userId: '' } };
	expect(refusalOf(() => members.read(sourceOf({ members: nobody }))).message).toBe(
		"'User' is empty",
	);
});
