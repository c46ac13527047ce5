import { sandboxCredential } from '../credential';
import type { Sandbox } from '../sandbox';
import { transferTarget } from './transferWaitingSessions';
import { chain, picked, type Step, type Workflow } from './workflow';

export const answerNewMessagesId = 'wtsAnswerDemo001';

/** Answers each message while nobody has the conversation, and hands it to a person who was asked for. */
export function answerNewMessages({ account, url }: Sandbox): Workflow {
	const { department, agent } = transferTarget(account);
	const wantsPerson = '/atendente|pessoa|humano|boleto/i.test($json.text ?? "")';
	return chain(
		answerNewMessagesId,
		'Responder mensagens novas',
		`## Responder mensagens novas
Começa sozinho a cada mensagem de um contato e responde, enquanto ninguém da equipe está com a conversa. Quem pede um atendente, ou um boleto, é transferido para ${agent.name}, do ${department.name}. Clique em **Publish** e escreva [na página em que você faz o papel do contato](${url}/play).

_In English: answers each message while nobody of the team has the conversation, and hands over whoever asks for a person. Publish it, then write [as a contact](${url}/play)._`,
		[
			{
				name: 'Quando Chega Mensagem',
				type: 'n8n-nodes-wts-chat.wtsChatTrigger',
				typeVersion: 1,
				parameters: {
					events: ['MESSAGE_RECEIVED'],
					filters: { messageTypes: ['TEXT', 'BUTTONS'] },
					options: { includeDetails: true },
				},
				webhookId: '5a0c1c57-6d9f-4f0e-9d3a-7f3b8a9e2c11',
				credentials: sandboxCredential.reference,
			},
			onlyIf('Ninguém Atende?', '!$json.session?.userId'),
			{
				name: 'Responder',
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
			onlyIf(
				'Quer Falar com Alguém?',
				wantsPerson.replace('$json', "$('Quando Chega Mensagem').item.json"),
			),
			{
				name: 'Transferir Conversa',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'session',
					operation: 'transfer',
					sessionId: {
						__rl: true,
						mode: 'id',
						value: "={{ $('Quando Chega Mensagem').item.json.sessionId }}",
					},
					departmentId: picked(department.id, department.name),
					userId: picked(agent.userId, agent.name),
				},
				credentials: sandboxCredential.reference,
			},
		],
	);
}

/** Lets the items pass for which the condition is true. */
function onlyIf(name: string, condition: string): Step {
	const isTrue = { type: 'boolean', operation: 'true', singleValue: true };
	return {
		name,
		type: 'n8n-nodes-base.if',
		typeVersion: 2.2,
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [
					{ id: name, leftValue: `={{ ${condition} }}`, rightValue: '', operator: isTrue },
				],
				combinator: 'and',
			},
			options: {},
		},
	};
}
