import { owner } from './n8nApi';
import type { Sandbox } from './sandbox';
import { answerNewMessagesId } from './workflows/answerNewMessages';
import { askedPhone, askForConfirmationId } from './workflows/askForConfirmation';
import { closeConversationId } from './workflows/closeConversation';
import { transferTarget, transferWaitingSessionsId } from './workflows/transferWaitingSessions';

export const languages = ['en', 'pt'] as const;

export type Language = (typeof languages)[number];

/** The language of the system, if it is one of ours. */
export function systemLanguage(locale = new Intl.DateTimeFormat().resolvedOptions().locale) {
	return locale.startsWith('pt') ? 'pt' : 'en';
}

/** A number that no contact of the sandbox has. */
const newPhone = '+5511987654321';

/** What a greeting names. */
interface Named {
	url: string;
	sandbox: Sandbox;
	department: string | null;
	person: string | null;
}

/** What the playground says in the terminal on its way. */
export const progress: Record<Language, Record<'building' | 'starting' | 'stopping', string>> = {
	en: {
		building: 'Building the package …',
		starting: 'Starting n8n …',
		stopping: 'Stopping …',
	},
	pt: {
		building: 'Montando o pacote …',
		starting: 'Iniciando o n8n …',
		stopping: 'Parando …',
	},
};

const greetings: Record<Language, (named: Named) => string> = {
	en: ({ url, sandbox, department, person }) => `
n8n with the WTS Chat node:  ${url}
  Email     ${owner.email}
  Password  ${owner.password}

Sandbox of the WTS Chat API: ${sandbox.url}
  API key   ${sandbox.apiKey}
  Contacts  ${sandbox.url}/play (the page where you write as a contact)

Five things to try, in this order:

1. Open ${url}/workflow/${transferWaitingSessionsId} and press "Execute workflow":
   every session that waits goes to ${department}, to ${person}.
2. Open ${url}/workflow/${closeConversationId} and press "Execute workflow":
   one conversation is completed, with its outcome and metadata.
3. In a new workflow, add the node "WTS Chat", choose Session → Transfer and open the
   lists of departments and users: they come from the sandbox.
4. Open ${url}/workflow/${askForConfirmationId} and press "Execute workflow": it asks
   ${askedPhone} for a confirmation and waits. Answer as that contact:
   ${sandbox.url}/play#${askedPhone}
5. Open ${url}/workflow/${answerNewMessagesId} and press "Publish", then write as
   somebody new: ${sandbox.url}/play#${newPhone}
   The workflow answers, and transfers whoever asks for a person ("atendente"). Then it
   is silent, until you give the conversation back: With → Nobody.

The sandbox forgets its changes when it stops; n8n keeps your workflows.
Em português: npm start -- --language pt
Stop with Ctrl-C.
`,
	pt: ({ url, sandbox, department, person }) => `
n8n com o node WTS Chat:     ${url}
  E-mail    ${owner.email}
  Senha     ${owner.password}

Sandbox da API do WTS Chat:  ${sandbox.url}
  Chave     ${sandbox.apiKey}
  Contatos  ${sandbox.url}/play (a página em que você escreve como contato)

Cinco coisas para experimentar, nesta ordem:

1. Abra ${url}/workflow/${transferWaitingSessionsId} e clique em "Execute workflow":
   todas as conversas que aguardam vão para ${person}, do ${department}.
2. Abra ${url}/workflow/${closeConversationId} e clique em "Execute workflow":
   uma conversa é concluída, com resultado e metadados.
3. Num fluxo novo, adicione o node "WTS Chat", escolha Session → Transfer e abra as
   listas de departamentos e usuários: elas vêm do sandbox.
4. Abra ${url}/workflow/${askForConfirmationId} e clique em "Execute workflow": o fluxo
   pede uma confirmação a ${askedPhone} e espera. Responda como esse contato:
   ${sandbox.url}/play#${askedPhone}
5. Abra ${url}/workflow/${answerNewMessagesId} e clique em "Publish"; depois escreva como
   alguém novo: ${sandbox.url}/play#${newPhone}
   O fluxo responde, e transfere quem pede um "atendente". Depois fica em silêncio, até
   você devolver a conversa: Com → Ninguém.

O sandbox esquece as mudanças quando para; o n8n guarda os seus fluxos.
In English: npm start -- --language en
Para parar: Ctrl-C.
`,
};

/** What somebody reads who has started the playground: where everything is, and what to try. */
export function greeting(language: Language, url: string, sandbox: Sandbox): string {
	const { department, agent } = transferTarget(sandbox.account);
	return greetings[language]({ url, sandbox, department: department.name, person: agent.name });
}
