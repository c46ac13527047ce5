import { sandboxCredential } from '../credential';
import type { Sandbox } from '../sandbox';
import { transferTarget } from './transferWaitingSessions';
import { chain, picked, type Workflow } from './workflow';

export const answerNewMessagesId = 'wtsAnswerDemo001';

/** Answers each message that comes in, and hands the conversation to a person who was asked for. */
export function answerNewMessages({ account, url }: Sandbox): Workflow {
	const { department, agent } = transferTarget(account);
	const wantsPerson = '/atendente|pessoa|humano|boleto/i.test($json.text ?? "")';
	return chain(
		answerNewMessagesId,
		'Answer new messages',
		`## Answer new messages
**English:** starts by itself with each message of a contact and answers it. Whoever asks for a person, or for a *boleto*, is transferred to ${department.name}, to ${agent.name}. Publish it, then write something on [the page where you play the contact](${url}/play).

**Português:** começa sozinho a cada mensagem de um contato e responde. Quem pede uma pessoa, ou um *boleto*, é transferido para ${department.name}, para ${agent.name}. Publique e escreva algo [na página em que você faz o papel do contato](${url}/play).`,
		[
			{
				name: 'When a Message Comes',
				type: 'n8n-nodes-wts-chat.wtsChatTrigger',
				typeVersion: 1,
				parameters: { events: ['MESSAGE_RECEIVED'], filters: { messageTypes: ['TEXT'] } },
				webhookId: '5a0c1c57-6d9f-4f0e-9d3a-7f3b8a9e2c11',
				credentials: sandboxCredential.reference,
			},
			{
				name: 'Answer',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'message',
					operation: 'sendInSession',
					sessionId: { __rl: true, mode: 'id', value: '={{ $json.sessionId }}' },
					text: `={{ ${wantsPerson} ? 'Um momento, vou chamar uma pessoa para você.' : 'Olá! Recebemos a sua mensagem. Para falar com uma pessoa, escreva "atendente".' }}`,
				},
				credentials: sandboxCredential.reference,
			},
			{
				name: 'Asks for a Person?',
				type: 'n8n-nodes-base.if',
				typeVersion: 2.2,
				parameters: {
					conditions: {
						options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
						conditions: [
							{
								id: 'person',
								leftValue: `={{ ${wantsPerson.replace('$json', "$('When a Message Comes').item.json")} }}`,
								rightValue: '',
								operator: { type: 'boolean', operation: 'true', singleValue: true },
							},
						],
						combinator: 'and',
					},
					options: {},
				},
			},
			{
				name: 'Transfer Session',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'session',
					operation: 'transfer',
					sessionId: {
						__rl: true,
						mode: 'id',
						value: "={{ $('When a Message Comes').item.json.sessionId }}",
					},
					departmentId: picked(department.id, department.name),
					userId: picked(agent.userId, agent.name),
				},
				credentials: sandboxCredential.reference,
			},
		],
	);
}
