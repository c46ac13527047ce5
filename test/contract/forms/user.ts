import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';

const second = ({ account }: Sandbox) => ({ userId: account.agents[1]?.userId });

export const user: Forms = {
	changeStatus: (sandbox) => [
		{ parameters: { ...second(sandbox), accessStatus: 'Blocked', simplify: false } },
	],
	create: () => [
		{
			parameters: {
				name: 'Otávio Brandão',
				profile: 'RestrictedAgent',
				simplify: false,
				additionalFields: {
					availability: 'UNAVAILABLE',
					email: 'otavio@example.com',
					phoneNumber: '+55 11 90000-7777',
				},
			},
		},
	],
	delete: (sandbox) => [
		{
			parameters: {
				...second(sandbox),
				options: {
					sessionResolution: 'TRANSFER',
					transferUserId: sandbox.account.agents[0]?.userId,
				},
			},
		},
	],
	get: (sandbox) => [{ parameters: { ...second(sandbox), simplify: false } }],
	getMany: () => [{ parameters: { returnAll: true, simplify: false } }, { parameters: { limit: 2 } }],
	logOut: (sandbox) => [{ parameters: second(sandbox) }],
	update: (sandbox) => [
		{
			parameters: {
				...second(sandbox),
				simplify: false,
				updateFields: {
					availability: 'UNAVAILABLE',
					clear: ['shortName'],
					email: 'otavio@example.com',
					name: 'Otávio Brandão',
					phoneNumber: '+55 11 90000-7777',
					profile: 'Admin',
				},
			},
		},
		{ parameters: { ...second(sandbox), updateFields: { shortName: 'Otávio' } } },
	],
	updateDepartments: (sandbox) => [
		{
			parameters: {
				...second(sandbox),
				membershipAction: 'Upsert',
				departments: {
					department: [
						{
							departmentId: sandbox.account.departments[3]?.id,
							isAgent: true,
							isSupervisor: false,
						},
					],
				},
			},
		},
	],
};
