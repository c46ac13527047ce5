import type { INodeProperties } from 'n8n-workflow';

/** The user of a session; the list holds the users of the department chosen in the field `departmentId` beside it. */
export const userId: INodeProperties = {
	displayName: 'User Name or ID',
	name: 'userId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getUsers', loadOptionsDependsOn: ['departmentId'] },
	default: '',
	description:
		'User (agent) who takes care of the session; the list follows the chosen department. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
